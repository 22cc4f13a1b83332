// Charts: spec → transforms → scales → marks → guides → scene.
#pragma once

#include "document/document.h"
#include "scene/scene.h"
#include "style/style.h"
#include "text/text.h"

struct chart_context {
    struct arena *arena; // of the figure
    struct diag *diag;
    const struct document *document;
    const struct style *style;
    struct text_engine *text;
    double width, height; // asked size of the picture in px, 0: the style's
};

// Builds the scene of the figure's chart; false when a fault was reported.
bool chart_draw(const struct chart_context *context, const struct figure_request *request,
                struct scene *scene);

// Appends the figure's object with every shorthand written out.
bool chart_expand(const struct chart_context *context, const struct figure_request *request,
                  struct buf *out);
