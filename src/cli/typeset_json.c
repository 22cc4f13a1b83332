// A block of set text as JSON: lines and clusters with their places, px.
#include "cli/typeset_json.h"

#include "base/json_out.h"
#include "base/number.h"

enum { DECIMALS = 4 };

static void member(struct buf *out, const char *name, double value) {
    buf_printf(out, "\"%s\": ", name);
    buf_add_number(out, value, DECIMALS);
}

static void write_glyphs(struct buf *out, const struct text_cluster *cluster) {
    buf_add_text(out, "\"glyphs\": [");
    for (size_t i = 0; i < cluster->glyph_count; i++)
        buf_printf(out, "%s%lu", i ? ", " : "", (unsigned long)cluster->glyphs[i]);
    buf_add_char(out, ']');
}

// The glyphs of a line's words, one after the other; readings and dots come behind them.
struct glyph_cursor {
    const struct text_line *line;
    size_t run, glyph;
};

static const struct scene_glyph *next_glyph(struct glyph_cursor *cursor) {
    while (cursor->glyph == cursor->line->runs[cursor->run].glyph_count)
        cursor->run++, cursor->glyph = 0;
    return &cursor->line->runs[cursor->run].glyphs[cursor->glyph++];
}

// Where the glyphs' origins are, from the cluster's: a squeezed opening mark lies before it.
static void write_offsets(struct buf *out, const struct text_cluster *cluster,
                          struct glyph_cursor *cursor) {
    buf_add_text(out, "\"offsets\": [");
    for (size_t i = 0; i < cluster->glyph_count; i++) {
        struct point place = next_glyph(cursor)->place;
        buf_add_text(out, i ? ", [" : "[");
        buf_add_number(out, place.x - cluster->x, DECIMALS);
        buf_add_text(out, ", ");
        buf_add_number(out, place.y - cluster->y, DECIMALS);
        buf_add_char(out, ']');
    }
    buf_add_char(out, ']');
}

static void write_cluster(struct buf *out, const struct text_engine *engine,
                          const struct text_cluster *cluster, struct glyph_cursor *cursor) {
    static const char *const orientations[] = {"upright", "sideways", "combined"};
    buf_add_text(out, "{\"text\": ");
    buf_add_json_string(out, cluster->text);
    const struct {
        const char *name;
        double value;
    } numbers[] = {{"x", cluster->x},
                   {"y", cluster->y},
                   {"advance", cluster->advance},
                   {"ink_x", cluster->ink_x},
                   {"ink_width", cluster->ink_width}};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        buf_add_text(out, ", ");
        member(out, numbers[i].name, numbers[i].value);
    }
    buf_add_text(out, ", \"font\": ");
    buf_add_json_string(out, font_get_info(engine, cluster->font)->family);
    buf_add_text(out, ", ");
    write_glyphs(out, cluster);
    buf_add_text(out, ", ");
    write_offsets(out, cluster, cursor);
    buf_printf(out, ", \"orientation\": \"%s\"}", orientations[cluster->orientation]);
}

static void write_line(struct buf *out, const struct text_engine *engine,
                       const struct text_line *line) {
    buf_add_text(out, "{\"text\": ");
    buf_add_json_string(out, line->words);
    buf_add_text(out, ", ");
    member(out, "x", line->x);
    buf_add_text(out, ", ");
    member(out, "y", line->y);
    buf_add_text(out, ", ");
    member(out, "width", line->width);
    buf_add_text(out, ", \"clusters\": [");
    struct glyph_cursor cursor = {.line = line};
    for (size_t i = 0; i < line->cluster_count; i++) {
        buf_add_text(out, i ? ",\n    " : "\n    ");
        write_cluster(out, engine, &line->clusters[i], &cursor);
    }
    buf_add_text(out, "]}");
}

void typeset_write_json(struct buf *out, const struct text_engine *engine,
                        const struct text_block *block) {
    buf_add_char(out, '{');
    member(out, "width", block->width);
    buf_add_text(out, ", ");
    member(out, "height", block->height);
    buf_add_text(out, ", \"lines\": [");
    for (size_t i = 0; i < block->line_count; i++) {
        buf_add_text(out, i ? ",\n  " : "\n  ");
        write_line(out, engine, &block->lines[i]);
    }
    buf_add_text(out, "]}\n");
}
