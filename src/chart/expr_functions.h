// Every function of expressions by its C name.
#pragma once

#include "chart/expr_node.h"

#define FUNCTION(name, least, most, id) expr_function expr_function_##id;
#include "chart/expr_functions.def"
#undef FUNCTION
