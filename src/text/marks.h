// Chinese marks of a shaped text: what they give up when they are halved, how they stand in
// columns.
#pragma once

#include "text/shape.h"

// Gives a unit its half width; widens a quote or middle dot that its Chinese face has narrow.
// `down`: the unit stands in a column.
void marks_finish_unit(const struct shape_job *job, struct shaped *shaped, struct unit *unit,
                       bool down);

// Marks that columns turn: brackets, dashes, ～ and the like.
bool marks_are_turned(uint32_t c);
