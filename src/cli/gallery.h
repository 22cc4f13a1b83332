// The gallery: index.html, one page with every picture, its words, quotes and data.
#pragma once

#include "cli/paint.h"

// Writes index.html into each folder of the plan. Pictures are inside the page (SVG inline, PNG as
// data) up to 50 of them, and by reference above; those that this run could not draw are left out.
void gallery_write(struct cli *cli, const struct plan *plan, const struct picture *pictures);
