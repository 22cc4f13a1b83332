// Figures: from a request of the document to a finished scene.
#pragma once

#include "document/document.h"
#include "infographic/infographic.h"
#include "scene/check.h"
#include "scene/scene.h"
#include "style/category_colours.h"
#include "text/text.h"

struct base_cache;

// Everything a figure may use while it is drawn.
struct figure_context {
    struct arena *run, *arena; // of the run; of this figure
    struct diag *diag;
    const struct document *document;
    const struct style *style;
    struct text_engine *text;
    double width, height;                   // asked size of a page in px; height 0: by its content
    enum page_form form;                    // how content that has pages is dealt out to them
    struct str size_name;                   // preset, for file names; STR_NONE: the figure's own
    const struct category_colours *colours; // of the whole document; NULL: of each figure alone
    struct base_cache *bases;               // boundary files of the run; NULL: none are kept
    double least_text;                      // px of the smallest text that can be read in this size
    bool embedded; // part of a larger picture, which says number and source itself
    const struct figure_context *around;  // of the figure that embeds this one, or NULL
    const struct figure_request *request; // being drawn
};

// A kind of content, one line in figure_kinds.def.
struct figure_kind {
    const char *name; // "chart"
    const char *keys; // its keys in a figure's object, any of which selects it: "mark layer facet"
    const struct shape *shape;
    // Builds the scene; false when a fault was reported.
    bool (*draw)(const struct figure_context *context, const struct figure_request *request,
                 struct scene *scene);
    // Builds the scenes of the context's form; NULL: the kind has no pages.
    bool (*draw_pages)(const struct figure_context *context, const struct figure_request *request,
                       struct scene_list *pages);
    // Appends the figure's full spec as JSON (render --expand); NULL: the kind has no shorthand.
    bool (*expand)(const struct figure_context *context, const struct figure_request *request,
                   struct buf *out);
    // What the figure tells apart by the document's colours; NULL: the kind has no categories.
    struct category_list (*categories)(const struct figure_context *context,
                                       const struct figure_request *request);
};

const struct figure_kind *figure_kind_of(const struct figure_request *request);
const struct shape *figure_document_shape(void); // of a whole document, contents included

bool figure_draw(const struct figure_context *context, const struct figure_request *request,
                 struct scene *scene);

// As figure_draw, in as many pages as the context's form makes of it.
bool figure_draw_pages(const struct figure_context *context, const struct figure_request *request,
                       struct scene_list *pages);

// Whether the request can be more than one page.
bool figure_has_pages(const struct figure_request *request);
