// manifest.json: what was drawn from what. Relative paths, no times, the same bytes each time.
#pragma once

#include "cli/paint.h"

// One picture's entry, a JSON object in the run's arena: files, size, alternative text, and the
// SHA-256 of its specification, rows, style and fonts.
struct str manifest_entry(struct painter *painter, const struct plan_item *item,
                          const struct scene_list *pages, const struct picture *picture);

// Writes the manifest of each folder of the plan; `pictures` go with plan->items. Entries of an
// earlier run stay for pictures of it that this run did not draw.
void manifest_write(struct cli *cli, const struct plan *plan, const struct picture *pictures);
