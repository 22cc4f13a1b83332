// Text that stays text: one element a line, a position for each piece, real font families.
#include "backend/svg_write.h"

#include <assert.h>
#include <string.h>

#include "base/utf8.h"

struct style_word {
    const char *word;
    int weight; // CSS; 0: slanted
};

// Longer words before those that they contain.
static const struct style_word style_words[] = {
    {"ExtraLight", 200}, {"UltraLight", 200}, {"DemiLight", 300}, {"SemiLight", 300},
    {"Light", 300},      {"Thin", 100},       {"Medium", 500},    {"SemiBold", 600},
    {"DemiBold", 600},   {"ExtraBold", 800},  {"UltraBold", 800}, {"Bold", 700},
    {"Black", 900},      {"Heavy", 900},
};

static bool contains(struct str text, const char *word) {
    return str_find(text, str_from(word), 0) != SIZE_MAX;
}

int svg_face_weight(const struct font_info *info) {
    for (size_t i = 0; i < sizeof style_words / sizeof *style_words; i++)
        if (contains(info->style, style_words[i].word))
            return style_words[i].weight;
    return 400;
}

static const char *generic_family(struct str family) {
    static const char *const serifs[] = {"Serif", "Song", "Ming", "Kai", "Times", "Roman"};
    if (contains(family, "Mono"))
        return "monospace";
    for (size_t i = 0; i < sizeof serifs / sizeof *serifs; i++)
        if (contains(family, serifs[i]))
            return "serif";
    return "sans-serif";
}

static void add_font(struct svg_writer *writer, const struct scene_run *run) {
    struct buf *out = &writer->body;
    const struct font_info *info = font_get_info(writer->text, run->font);
    buf_add_text(out, " font-family=\"");
    if (writer->mode == SVG_TEXT_EMBED) {
        buf_add_str(out, svg_face_family(writer, run));
        buf_add_text(out, ", ");
    }
    buf_add_char(out, '\'');
    svg_add_escaped(out, info->family);
    buf_printf(out, "', %s\"", generic_family(info->family));
    svg_add_px(out, "font-size", run->size);
    int weight = svg_face_weight(info);
    if (weight != 400)
        buf_printf(out, " font-weight=\"%d\"", weight);
    if (writer->mode != SVG_TEXT_EMBED &&
        (contains(info->style, "Italic") || contains(info->style, "Oblique")))
        buf_add_text(out, " font-style=\"italic\"");
}

static struct str piece_words(const struct scene_run *run, size_t index) {
    size_t end = index + 1 < run->piece_count ? run->pieces[index + 1].from : run->words.len;
    return str_slice(run->words, run->pieces[index].from, end);
}

static void add_place(struct svg_writer *writer, const struct scene_text *text,
                      const struct scene_piece *piece) {
    svg_add_px(&writer->body, "x", text->origin.x + piece->place.x);
    svg_add_px(&writer->body, "y", text->origin.y + piece->place.y);
}

// One position for each piece and none for its characters: librsvg reads only the first of a list.
static void add_run_pieces(struct svg_writer *writer, const struct scene_text *text,
                           const struct scene_run *run) {
    struct buf *out = &writer->body;
    for (size_t i = 0; i < run->piece_count; i++) {
        buf_add_text(out, "<tspan");
        add_place(writer, text, &run->pieces[i]);
        buf_add_char(out, '>');
        svg_add_escaped(out, piece_words(run, i));
        buf_add_text(out, "</tspan>");
    }
}

// White space that XML's default would drop or fold.
static bool has_loose_space(struct str words) {
    if (!words.len)
        return false;
    return words.data[0] == ' ' || words.data[words.len - 1] == ' ' || contains(words, "  ") ||
           contains(words, "\t") || contains(words, "\n");
}

static bool keeps_space(const struct scene_text *text) {
    for (size_t i = 0; i < text->run_count; i++)
        if (has_loose_space(text->runs[i].words))
            return true;
    return false;
}

static void add_text_colours(struct svg_writer *writer, const struct scene_text *text,
                             const struct scene_run *run, bool halo) {
    struct buf *out = &writer->body;
    if (halo) {
        svg_add_colour(out, "fill", text->halo);
        svg_add_colour(out, "stroke", text->halo);
        svg_add_px(out, "stroke-width", text->halo_width);
        buf_add_text(out, " stroke-linejoin=\"round\" aria-hidden=\"true\"");
    } else {
        svg_add_colour(out, "fill", run->colour);
    }
}

static void add_turn(struct svg_writer *writer, const struct scene_text *text) {
    struct buf *out = &writer->body;
    if (text->angle_deg == 0)
        return;
    buf_add_text(out, " transform=\"rotate(");
    svg_add_number(out, text->angle_deg, 3);
    buf_add_char(out, ' ');
    svg_add_number(out, text->origin.x, 2);
    buf_add_char(out, ' ');
    svg_add_number(out, text->origin.y, 2);
    buf_add_text(out, ")\"");
}

// Font and colour of a run on its element, the text's own or a tspan's.
static void add_text_element(struct svg_writer *writer, const struct scene_text *text, bool halo,
                             const char *class_name) {
    struct buf *out = &writer->body;
    // Without hinting, which would move the strokes of small letters.
    buf_add_text(out, "<text text-rendering=\"geometricPrecision\"");
    if (class_name)
        buf_printf(out, " class=\"%s\"", class_name);
    add_turn(writer, text);
    if (keeps_space(text))
        buf_add_text(out, " xml:space=\"preserve\"");
    assert(text->runs || !text->run_count);
    const struct scene_run *only = text->run_count == 1 ? &text->runs[0] : NULL;
    if (only && only->piece_count == 1) {
        add_place(writer, text, only->pieces);
        add_font(writer, only);
        add_text_colours(writer, text, only, halo);
        buf_add_char(out, '>');
        svg_add_escaped(out, only->words);
    } else {
        buf_add_char(out, '>');
        for (size_t i = 0; i < text->run_count; i++) {
            const struct scene_run *run = &text->runs[i];
            if (!run->words.len)
                continue;
            buf_add_text(out, "<tspan");
            add_font(writer, run);
            add_text_colours(writer, text, run, halo);
            buf_add_char(out, '>');
            add_run_pieces(writer, text, run);
            buf_add_text(out, "</tspan>");
        }
    }
    buf_add_text(out, "</text>\n");
}

// Runs without words (emphasis dots, readings) cannot be text; the text before says all.
static void add_wordless_runs(struct svg_writer *writer, const struct scene_text *text) {
    struct buf *out = &writer->body;
    for (size_t i = 0; i < text->run_count; i++) {
        if (text->runs[i].words.len)
            continue;
        buf_add_text(out, "<g aria-hidden=\"true\"");
        svg_add_origin(writer, text);
        buf_add_text(out, "\">");
        svg_add_outline_run(writer, &text->runs[i]);
        buf_add_text(out, "</g>\n");
    }
}

void svg_add_live_text(struct svg_writer *writer, const struct scene_text *text,
                       const char *class_name) {
    if (text->halo_width > 0)
        add_text_element(writer, text, true, NULL);
    add_text_element(writer, text, false, class_name);
    add_wordless_runs(writer, text);
}
