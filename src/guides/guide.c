// Setting text in the looks of a style.
#include "guides/guide.h"

struct text_style guide_text_style(const struct guide_context *context,
                                   const struct style_text *look, const struct style_font *font) {
    return (struct text_style){.fonts = font->family,
                               .latin = font->latin,
                               .bold = look->bold,
                               .size = look->size,
                               .colour = look->colour,
                               .accent = context->style->accent,
                               .language = context->language};
}

static const struct style_font *font_of(const struct style *style, const struct style_text *look) {
    return look == &style->title ? &style->title_font : &style->body_font;
}

static struct text_request make_request(const struct guide_context *context,
                                        const struct style_text *look, struct str words,
                                        double width) {
    return (struct text_request){
        .words = words,
        .style = guide_text_style(context, look, font_of(context->style, look)),
        .width = width,
        .line_pitch = look->pitch,
        .place = context->place,
    };
}

const struct text_block *guide_set(const struct guide_context *context,
                                   const struct style_text *look, struct str words, double width,
                                   enum text_mode mode) {
    struct text_request request = make_request(context, look, words, width);
    request.mode = mode;
    return text_set(context->text, context->arena, context->diag, &request);
}

const struct text_block *guide_set_title(const struct guide_context *context,
                                         const struct style_text *look, struct str words,
                                         double width) {
    struct text_request request = make_request(context, look, words, width);
    request.markup = context->markup;
    return text_set(context->text, context->arena, context->diag, &request);
}

double guide_width(const struct guide_context *context, const struct style_text *look,
                   struct str words) {
    struct text_style style = guide_text_style(context, look, font_of(context->style, look));
    return text_width(context->text, context->arena, context->diag, &style, words);
}

// WCAG 2.1, 1.4.3, of text of any size. Black or white always has as much.
static const double READABLE = 4.5;

struct colour guide_text_colour_on(const struct style *style, struct colour fill) {
    struct colour under = colour_over(fill, style->paper);
    bool dark = colour_contrast(style->ink, under) >= colour_contrast(style->paper, under);
    struct colour chosen = dark ? style->ink : style->paper;
    if (!style->check_contrast || colour_contrast(chosen, under) >= READABLE) {
        return chosen;
    }
    struct colour black = {0, 0, 0, 255}, white = {255, 255, 255, 255};
    return colour_contrast(black, under) >= colour_contrast(white, under) ? black : white;
}
