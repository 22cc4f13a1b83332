// Drawing one picture of a plan: style, scene, layout check, files.
#pragma once

#include "cli/plan.h"
#include "figure/figure.h"

struct painter {
    struct arena *run; // of the run
    struct diag *diag;
    const struct plan *plan;
    struct backend_options options; // creation_time is set for each document
    struct text_engine *text;
    struct base_cache *bases; // boundary files read so far
    bool strict;
    struct str style_override; // --style, or STR_NONE
    struct style_slot *styles; // loaded so far
    size_t style_count, style_capacity;
    size_t loaded; // entries of `diag` from before anything was drawn
    const struct category_colours *const *colours; // of each document of the plan
    bool single_figures; // deal out colours for a document of one figure too
};

// A picture as the manifest and the gallery describe it; texts live in the run's arena.
struct picture {
    bool drawn;   // all of its files are written
    size_t pages; // mostly 1
    double width, height;
    struct str alt;
    struct str entry; // of the manifest: a JSON object
};

// What must be known of all figures before one is drawn; first of all calls.
void painter_prepare(struct painter *painter);

// Opens the fonts; false when they cannot be (reported).
bool painter_open(struct painter *painter);
void painter_close(struct painter *painter);

// What the layout check found on a page.
struct page_findings {
    const struct finding *list;
    size_t count;
};

// Lays the picture out in `arena` and checks its layout; `findings` has an entry for each page.
// False when a fault was reported.
bool painter_layout(struct painter *painter, struct arena *arena, const struct plan_item *item,
                    struct scene_list *pages, const struct page_findings **findings);

// Draws and writes all formats of the picture. Nothing is written when it has a fault (under
// `strict` also a warning): earlier files stay as they were.
struct picture painter_draw(struct painter *painter, struct arena *arena,
                            const struct plan_item *item);

// The style of a figure whose key `style` is `own` (NULL: none, and the document's own style):
// --style, else its own, else the document's; its overrides on top. NULL when it has a fault.
const struct style *painter_style(struct painter *painter, const struct document *document,
                                  const struct json *own);

// True when loading the document found an error in this figure: it cannot be drawn as meant.
bool painter_has_error(const struct painter *painter, const struct figure_request *figure);
