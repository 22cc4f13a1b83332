// What the Chinese of Taiwan and of Hong Kong share.
#pragma once

#include "text/language.h"

extern const char *const zh_hant_measures[];
extern const char zh_hant_measure_characters[];
