// Sizes and colours of an infographic.
#include "infographic/look.h"

#include <math.h>

enum { BODY_SIZE = 34 };

enum font_role { FONT_TITLE, FONT_HEADING, FONT_BODY, FONT_FIGURES };

// Designed px, em. A picture on a phone has one jump of 4:1 in size on each screen.
static const struct {
    double size, pitch;
    bool bold;
    enum look_ink ink;
    enum font_role font;
} designs[LOOK_TEXT_COUNT] = {
    [LOOK_BANNER] = {104, 1.2, true, INK_MAIN, FONT_TITLE},
    [LOOK_KICKER] = {38, 1.3, true, INK_MAIN, FONT_BODY},
    [LOOK_HERO] = {176, 1, true, INK_ACCENT, FONT_FIGURES},
    [LOOK_NUMBER] = {92, 1, true, INK_ACCENT, FONT_FIGURES},
    [LOOK_FIGURE] = {52, 1, true, INK_ACCENT, FONT_FIGURES},
    [LOOK_SECTION] = {60, 1.25, true, INK_MAIN, FONT_HEADING},
    [LOOK_NUMERAL] = {56, 1, true, INK_ACCENT, FONT_HEADING},
    [LOOK_FINDING] = {44, 1.32, true, INK_MAIN, FONT_HEADING},
    [LOOK_LEAD] = {40, 1.5, true, INK_MAIN, FONT_BODY},
    [LOOK_BODY] = {BODY_SIZE, 1.7, false, INK_MAIN, FONT_BODY},
    [LOOK_LABEL] = {BODY_SIZE, 1.38, false, INK_MAIN, FONT_BODY},
    [LOOK_NOTE] = {32, 1.44, false, INK_MUTED, FONT_BODY},
};

static const struct style_font *font_of(const struct style *style, enum font_role role) {
    switch (role) {
    case FONT_TITLE:
        return &style->title_font;
    case FONT_HEADING:
        return &style->heading_font;
    case FONT_FIGURES:
        return &style->figures_font;
    case FONT_BODY:
        break;
    }
    return &style->body_font;
}

static void make_tones(struct look *look) {
    const struct style *style = look->style;
    // A card on the accent colour moves away from its text, so that the text stays as readable.
    bool light = colour_lightness(style->on_accent) > colour_lightness(style->accent);
    struct colour away =
        light ? (struct colour){0, 0, 0, 255} : (struct colour){255, 255, 255, 255};
    struct tone plain = {
        .paper = style->paper,
        .ink = style->ink,
        .muted = style->muted,
        .accent = style->accent,
        .context = style->context,
        .rule = colour_over(style->grid, style->paper),
        .card = style->tint,
        .on_card = style->accent,
        .on_accent = style->on_accent,
    };
    struct tone tint = plain;
    tint.paper = style->tint;
    tint.card = style->paper;
    tint.rule = colour_over(style->grid, style->tint);
    struct tone fill = {
        .paper = style->accent,
        .ink = style->on_accent,
        .muted = style->on_accent,
        .accent = style->on_accent,
        .context = colour_mix(style->on_accent, style->accent, 0.4),
        .rule = colour_mix(style->on_accent, style->accent, 0.65),
        .card = colour_mix(style->accent, away, 0.14),
        .on_card = style->on_accent,
        .on_accent = style->accent,
    };
    look->tones[TONE_PAPER] = plain;
    look->tones[TONE_TINT] = tint;
    look->tones[TONE_FILL] = fill;
}

static void size_text(struct style_text *text, const struct look *look, enum look_text type) {
    text->size = look->types[type].size;
    text->pitch = look->types[type].pitch;
}

struct style *look_figure_style(struct arena *arena, const struct look *look,
                                const struct tone *tone) {
    struct style_reading reading = {look->types[LOOK_LABEL].size, 1.1, look->least_text};
    struct style *style = ARENA_NEW(arena, struct style);
    *style = *style_scale(arena, look->style, reading);
    size_text(&style->title, look, LOOK_FINDING);
    size_text(&style->subtitle, look, LOOK_NOTE);
    size_text(&style->foot, look, LOOK_NOTE);
    style->title_font = style->heading_font;
    style->margin = 0;
    style->paper = tone->paper;
    style->tint = tone->card;
    style->logo.height = 0; // the whole picture has one
    return style;
}

static const double least_margin = 48; // designed px

void look_make(struct look *look, const struct style *style, double width, double least_text,
               double zoom) {
    *look = (struct look){.style = style, .width = width, .least_text = least_text};
    look->unit = zoom * style->label.size / BODY_SIZE;
    // Panels bleed: styles that let charts touch the edge keep words away from it all the same.
    look->margin = fmax(style->margin, least_margin * look->unit);
    look->gutter = 32 * look->unit;
    for (size_t i = 0; i < LOOK_TEXT_COUNT; i++)
        look->types[i] = (struct look_type){
            .size = fmax(designs[i].size * look->unit, least_text),
            .pitch = designs[i].pitch,
            .bold = designs[i].bold,
            .ink = designs[i].ink,
            .font = font_of(style, designs[i].font),
        };
    make_tones(look);
}
