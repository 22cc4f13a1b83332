// Infographics (一图读懂): a list of blocks flowed from top to bottom on a 12-column grid.
#pragma once

#include "document/document.h"
#include "scene/scene.h"
#include "style/style.h"
#include "text/text.h"

// How the blocks are dealt out to pages. One line each in page_forms.def.
enum page_form {
#define PAGE_FORM(id, word) PAGES_##id,
#include "infographic/page_forms.def"
#undef PAGE_FORM
    PAGES_COUNT
};

extern const char *const page_form_words[PAGES_COUNT]; // as documents name them

// A figure of the document, laid out anew inside the infographic.
struct infographic_part {
    const struct figure_request *request;
    const struct style *style; // sized and coloured for its place
    double width, height;      // px; height 0: by its content
    struct diag_place place;   // of the block that asks for it
    struct diag *diag;
};

struct infographic_context {
    struct arena *arena; // of the figure
    struct diag *diag;
    const struct document *document;
    const struct style *style;
    struct text_engine *text;
    double width, height; // asked size of a page in px, 0: the style's, by content
    enum page_form form;
    double least_text; // px of the smallest text that can be read in this size
    bool embedded;     // part of a larger picture, which says number and source itself
    // Draws an embedded figure; false when a fault was reported (a cycle, too).
    bool (*draw_part)(const void *host, const struct infographic_part *part, struct scene *scene);
    const void *host;
};

// Builds the scenes of the figure's blocks, one or, by the form, several; false when a fault was
// reported.
bool infographic_draw(const struct infographic_context *context,
                      const struct figure_request *request, struct scene_list *pages);

extern const struct shape blocks_shape;
