// The operator `repeat`: one chart for each of several fields, written out as a list of charts, or
// of layers, in which the fields' names stand.
#pragma once

#include "chart/spec_reader.h"

// The object {"concat": …} or {"layer": …} that `json` with its `repeat` and `spec` stands for;
// NULL when a fault was reported.
const struct json *repeat_write_out(struct spec_reader *reader, const struct json *json);
