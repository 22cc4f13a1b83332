// Dealing blocks out to the pages of a form, one function for each line of page_forms.def.
#pragma once

#include "infographic/canvas.h"

// Lays the blocks out and draws the pages; false when a fault was reported.
typedef bool pages_lay_out(const struct block_context *context, struct block *blocks, size_t count,
                           struct scene_list *pages);

#define PAGE_FORM(id, word) pages_lay_out pages_lay_out_##id;
#include "infographic/page_forms.def"
#undef PAGE_FORM

// Room for the scenes of so many pages.
void pages_init(const struct block_context *context, size_t count, struct scene_list *pages);

// Starts page `index` of the list; its alternative text is the caller's.
struct scene *pages_start(const struct block_context *context, const struct scene_list *pages,
                          size_t index, double height);

// The alternative text of blocks `first` up to `end`: what a page of them says.
struct str pages_told(const struct block_context *context, const struct block *blocks, size_t first,
                      size_t end);

// Draws a block that bleeds over a whole page, as large as its words allow.
void pages_draw_full(const struct block_context *context, const struct block *block,
                     struct scene *scene, struct rect page);
