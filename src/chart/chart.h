// Charts: spec → transforms → scales → marks → guides → scene.
#pragma once

#include "document/document.h"
#include "scene/scene.h"
#include "style/category_colours.h"
#include "text/text.h"

struct chart_places;

struct chart_context {
    struct arena *arena; // of the figure
    struct diag *diag;
    const struct document *document;
    const struct style *style;
    struct text_engine *text;
    double width, height;                   // asked size of the picture in px, 0: the style's
    const struct category_colours *colours; // of the document's figures; NULL: of this one alone
    const struct chart_places *places;      // boundaries for geoshape; NULL: none can be read
    bool embedded; // part of a larger picture, which says number and source itself
};

// Builds the scene of the figure's chart; false when a fault was reported.
bool chart_draw(const struct chart_context *context, const struct figure_request *request,
                struct scene *scene);

// The categories that the figure tells apart by the document's colours, in the order of its legend.
// None when it has a range of its own, or a fault (reported).
struct category_list chart_categories(const struct chart_context *context,
                                      const struct figure_request *request);

// Appends the figure's object with every shorthand written out.
bool chart_expand(const struct chart_context *context, const struct figure_request *request,
                  struct buf *out);
