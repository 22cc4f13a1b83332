// How an infographic looks on its canvas: sizes of text, gaps and colours, all from the style and
// the size of the picture.
//
// Lengths are designed for a picture 1080 px wide with labels of 34 px, as on a phone; `unit` makes
// them px of this canvas.
#pragma once

#include "style/style.h"

// What a text is; its size is a line of the table in look.c.
enum look_text {
    LOOK_BANNER,  // the banner's title
    LOOK_KICKER,  // the word above it: 一图读懂
    LOOK_HERO,    // the one number that matters
    LOOK_NUMBER,  // numbers of cards
    LOOK_FIGURE,  // numbers in lists and lines
    LOOK_SECTION, // headings of sections
    LOOK_NUMERAL, // their numerals
    LOOK_FINDING, // headings inside a section
    LOOK_LEAD,    // a sentence that stands out
    LOOK_BODY,    // paragraphs
    LOOK_LABEL,   // what a number counts
    LOOK_NOTE,    // remarks, the foot
    LOOK_TEXT_COUNT,
};

enum look_ink { INK_MAIN, INK_MUTED, INK_ACCENT };

struct look_type {
    double size;  // px
    double pitch; // em
    bool bold;
    enum look_ink ink;
    const struct style_font *font;
};

// What is drawn on: the paper, a tinted panel, or a panel in the accent colour.
enum tone_kind { TONE_PAPER, TONE_TINT, TONE_FILL, TONE_COUNT };

struct tone {
    struct colour paper, ink, muted, accent, context, rule;
    struct colour card;    // fill of a card on it
    struct colour on_card; // text in the accent colour's place on that card
    struct colour on_accent;
};

struct look {
    const struct style *style;
    double unit;       // px of one designed px
    double width;      // px of the canvas
    double margin;     // px at the left and right
    double gutter;     // px between columns
    double least_text; // px of the smallest text that can be read
    struct look_type types[LOOK_TEXT_COUNT];
    struct tone tones[TONE_COUNT];
};

// `style` is at the sizes of the picture; `least_text`: px of the smallest text that can be read;
// `zoom`: how much larger the blocks are drawn.
void look_make(struct look *look, const struct style *style, double width, double least_text,
               double zoom);

// The style of a figure inside: no margin, its texts sized as the infographic's, the tone's paper.
struct style *look_figure_style(struct arena *arena, const struct look *look,
                                const struct tone *tone);
