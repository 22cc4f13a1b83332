// What every guide needs to set text in the figure's style.
#pragma once

#include "style/style.h"
#include "text/text.h"

struct guide_context {
    struct arena *arena;
    struct diag *diag;
    const struct style *style;
    struct text_engine *text;
    struct str language;
    bool markup; // the document's own texts may use the small markup
    struct diag_place place;
};

struct text_style guide_text_style(const struct guide_context *context,
                                   const struct style_text *look, const struct style_font *font);

// Sets words in a look of the style; `width` 0 sets no limit. Data is set as it is, without markup.
const struct text_block *guide_set(const struct guide_context *context,
                                   const struct style_text *look, struct str words, double width,
                                   enum text_mode mode);

// Sets a title of an axis or legend: the document's own words, with markup where it may have some.
const struct text_block *guide_set_title(const struct guide_context *context,
                                         const struct style_text *look, struct str words,
                                         double width);

double guide_width(const struct guide_context *context, const struct style_text *look,
                   struct str words);

// Ink or paper, whichever has the greater contrast on a fill; black or white on fills of middle
// lightness, where neither can be read at every size.
struct colour guide_text_colour_on(const struct style *style, struct colour fill);
