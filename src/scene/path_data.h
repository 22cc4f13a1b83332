// Paths written as SVG writes them: "M0 0H10V4z".
#pragma once

#include "scene/path.h"

// Adds the path that the text describes (SVG 1.1, section 8.3: all commands, absolute and relative;
// elliptical arcs become curves). False when it does not; *at is then the byte of the fault, and
// the builder holds what came before it.
bool path_data_read(struct path_builder *builder, struct str text, size_t *at);
