// Text as glyph outlines: shared by reference, or one path a line.
#include "backend/svg_write.h"

#include <math.h>

static double run_scale(const struct svg_writer *writer, const struct scene_run *run) {
    return run->size / font_get_info(writer->text, run->font)->units_per_em;
}

// The number of a glyph's definition; UINT32_MAX for one without ink.
static uint32_t define_glyph(struct svg_writer *writer, font_id font, uint32_t glyph) {
    const uint32_t blank = UINT32_MAX;
    uint64_t key = (uint64_t)font.index << 32 | glyph;
    uint32_t *known = svg_map_at(&writer->glyphs, writer->arena, key);
    if (*known)
        return *known == blank ? blank : *known - 1;
    const struct path *outline = font_outline(writer->text, font, glyph);
    if (!outline->verb_count) {
        *known = blank;
        return blank;
    }
    uint32_t number = writer->glyph_count++;
    *known = number + 1;
    struct buf *defs = &writer->defs;
    buf_add_text(defs, "<path id=\"");
    svg_add_id(writer, defs, 'g', number);
    buf_add_text(defs, "\" d=\"");
    svg_add_path_data(defs, outline, (struct svg_grid){.decimals = 0, .scale_y = -1});
    buf_add_text(defs, "\"/>\n");
    return number;
}

static void add_nonzero(struct buf *out, const char *name, double value, int decimals) {
    if (svg_to_grid(value, decimals) == 0)
        return;
    buf_printf(out, " %s=\"", name);
    svg_add_number(out, value, decimals);
    buf_add_char(out, '"');
}

// In font units: whole ones where half of one is below a hundredth of a px.
static void add_place(struct buf *out, const struct scene_run *run, struct point place,
                      double scale) {
    int decimals = scale < 0.02 ? 0 : scale < 0.2 ? 1 : 2;
    double x = place.x / scale, y = place.y / scale;
    if (run->turn_deg == 0 && run->stretch_x == 1) {
        add_nonzero(out, "x", x, decimals);
        add_nonzero(out, "y", y, decimals);
        return;
    }
    buf_add_text(out, " transform=\"translate(");
    svg_add_number(out, x, decimals);
    buf_add_char(out, ' ');
    svg_add_number(out, y, decimals);
    buf_add_char(out, ')');
    if (run->turn_deg != 0) {
        buf_add_text(out, "rotate(");
        svg_add_number(out, run->turn_deg, 3);
        buf_add_char(out, ')');
    }
    if (run->stretch_x != 1) {
        buf_add_text(out, "scale(");
        svg_add_number(out, run->stretch_x, 5);
        buf_add_text(out, " 1)");
    }
    buf_add_char(out, '"');
}

static void add_uses(struct svg_writer *writer, const struct scene_run *run) {
    struct buf *out = &writer->body;
    double scale = run_scale(writer, run);
    for (size_t i = 0; i < run->glyph_count; i++) {
        uint32_t number = define_glyph(writer, run->font, run->glyphs[i].id);
        if (number == UINT32_MAX)
            continue;
        buf_add_text(out, "<use xlink:href=\"#");
        svg_add_id(writer, out, 'g', number);
        buf_add_char(out, '"');
        add_place(out, run, run->glyphs[i].place, scale);
        buf_add_text(out, "/>");
    }
}

static void add_scale(struct svg_writer *writer, const struct scene_run *run) {
    buf_add_text(&writer->body, "scale(");
    svg_add_number(&writer->body, run_scale(writer, run), 7);
    buf_add_char(&writer->body, ')');
}

// Only spaces: a group of them would be empty.
static bool is_blank(const struct svg_writer *writer, const struct scene_run *run) {
    for (size_t i = 0; i < run->glyph_count; i++)
        if (font_outline(writer->text, run->font, run->glyphs[i].id)->verb_count)
            return false;
    return true;
}

void svg_add_outline_run(struct svg_writer *writer, const struct scene_run *run) {
    if (is_blank(writer, run))
        return;
    buf_add_text(&writer->body, "<g transform=\"");
    add_scale(writer, run);
    buf_add_char(&writer->body, '"');
    svg_add_colour(&writer->body, "fill", run->colour);
    buf_add_char(&writer->body, '>');
    add_uses(writer, run);
    buf_add_text(&writer->body, "</g>");
}

// The run again, as a stroke: programs drop filters and paint-order.
static void add_halo_run(struct svg_writer *writer, const struct scene_text *text,
                         const struct scene_run *run) {
    if (is_blank(writer, run))
        return;
    struct buf *out = &writer->body;
    buf_add_text(out, "<g transform=\"");
    add_scale(writer, run);
    buf_add_char(out, '"');
    svg_add_colour(out, "fill", text->halo);
    svg_add_colour(out, "stroke", text->halo);
    svg_add_px(out, "stroke-width", text->halo_width / run_scale(writer, run));
    buf_add_text(out, " stroke-linejoin=\"round\">");
    add_uses(writer, run);
    buf_add_text(out, "</g>");
}

void svg_add_text_head(struct svg_writer *writer, const struct scene_text *text,
                       const char *class_name) {
    struct buf *out = &writer->body;
    if (class_name)
        buf_printf(out, " class=\"%s\"", class_name);
    if (!writer->labelled && text->words.len) {
        buf_add_text(out, " role=\"img\"");
        svg_add_attribute(out, "aria-label", text->words);
    }
}

void svg_add_origin(struct svg_writer *writer, const struct scene_text *text) {
    struct buf *out = &writer->body;
    buf_add_text(out, " transform=\"translate(");
    svg_add_number(out, text->origin.x, 2);
    buf_add_char(out, ' ');
    svg_add_number(out, text->origin.y, 2);
    buf_add_char(out, ')');
    if (text->angle_deg != 0) {
        buf_add_text(out, "rotate(");
        svg_add_number(out, text->angle_deg, 3);
        buf_add_char(out, ')');
    }
}

static void add_outlines(struct svg_writer *writer, const struct scene_text *text,
                         const char *class_name) {
    struct buf *out = &writer->body;
    buf_add_text(out, "<g");
    svg_add_text_head(writer, text, class_name);
    svg_add_origin(writer, text);
    bool halo = text->halo_width > 0;
    if (text->run_count == 1 && !halo) {
        add_scale(writer, &text->runs[0]);
        buf_add_char(out, '"');
        svg_add_colour(out, "fill", text->runs[0].colour);
        buf_add_char(out, '>');
        add_uses(writer, &text->runs[0]);
    } else {
        buf_add_text(out, "\">");
        for (size_t i = 0; halo && i < text->run_count; i++)
            add_halo_run(writer, text, &text->runs[i]);
        for (size_t i = 0; i < text->run_count; i++)
            svg_add_outline_run(writer, &text->runs[i]);
    }
    buf_add_text(out, "</g>\n");
}

// A turn and scale, then a shift.
struct matrix {
    double xx, yx, xy, yy, x0, y0;
};

static struct matrix glyph_matrix(const struct scene_text *text, const struct scene_run *run,
                                  struct point place, double scale) {
    const double degree = 3.14159265358979323846 / 180;
    double line = text->angle_deg * degree, all = line + run->turn_deg * degree;
    double stretched = scale * run->stretch_x;
    return (struct matrix){
        stretched * cos(all),
        stretched * sin(all),
        scale * sin(all), // font outlines go upwards
        -scale * cos(all),
        text->origin.x + place.x * cos(line) - place.y * sin(line),
        text->origin.y + place.x * sin(line) + place.y * cos(line),
    };
}

static void append_outline(struct path_builder *builder, const struct path *outline,
                           const struct matrix *m) {
    struct point q[3];
    const struct point *p = outline->points;
    for (size_t i = 0; i < outline->verb_count; i++) {
        size_t count = outline->verbs[i] == PATH_CLOSE   ? 0
                       : outline->verbs[i] == PATH_CURVE ? 3
                                                         : 1;
        for (size_t k = 0; k < count; k++, p++)
            q[k] = (struct point){m->xx * p->x + m->xy * p->y + m->x0,
                                  m->yx * p->x + m->yy * p->y + m->y0};
        if (outline->verbs[i] == PATH_MOVE)
            path_move(builder, q[0].x, q[0].y);
        else if (outline->verbs[i] == PATH_LINE)
            path_line(builder, q[0].x, q[0].y);
        else if (outline->verbs[i] == PATH_CURVE)
            path_curve(builder, q[0], q[1], q[2]);
        else
            path_close(builder);
    }
}

static void append_run(struct svg_writer *writer, struct path_builder *builder,
                       const struct scene_text *text, const struct scene_run *run) {
    double scale = run_scale(writer, run);
    for (size_t i = 0; i < run->glyph_count; i++) {
        struct matrix m = glyph_matrix(text, run, run->glyphs[i].place, scale);
        append_outline(builder, font_outline(writer->text, run->font, run->glyphs[i].id), &m);
    }
}

static void add_line_path(struct svg_writer *writer, const struct path *path, struct colour fill,
                          const struct scene_text *halo) {
    struct buf *out = &writer->body;
    if (halo) {
        svg_add_colour(out, "fill", halo->halo);
        svg_add_colour(out, "stroke", halo->halo);
        svg_add_px(out, "stroke-width", halo->halo_width);
        buf_add_text(out, " stroke-linejoin=\"round\"");
    } else {
        svg_add_colour(out, "fill", fill);
    }
    buf_add_text(out, " d=\"");
    svg_add_path_data(out, path, (struct svg_grid){.decimals = 2, .scale_y = 1});
    buf_add_text(out, "\"/>");
}

// From run `from` to the first of another colour.
static size_t same_colour_end(const struct scene_text *text, size_t from) {
    size_t to = from + 1;
    while (to < text->run_count && colour_equal(text->runs[to].colour, text->runs[from].colour))
        to++;
    return to;
}

// One path a line, or one a colour; the halo's is its own.
static void add_paths(struct svg_writer *writer, const struct scene_text *text,
                      const char *class_name) {
    struct buf *out = &writer->body;
    bool halo = text->halo_width > 0;
    bool grouped = halo || (text->run_count && same_colour_end(text, 0) < text->run_count);
    buf_add_text(out, grouped ? "<g" : "<path");
    svg_add_text_head(writer, text, class_name);
    buf_add_text(out, grouped ? ">" : "");
    for (int pass = halo ? 0 : 1; pass < 2; pass++) {
        for (size_t i = 0, end; i < text->run_count; i = end) {
            struct path_builder builder = PATH_BUILDER(writer->arena);
            end = same_colour_end(text, i);
            for (size_t k = i; k < end; k++)
                append_run(writer, &builder, text, &text->runs[k]);
            struct path path = path_done(&builder);
            buf_add_text(out, grouped ? "<path" : "");
            add_line_path(writer, &path, text->runs[i].colour, pass == 0 ? text : NULL);
        }
    }
    buf_add_text(out, grouped ? "</g>\n" : "\n");
}

static bool runs_right_to_left(const struct scene_text *text) {
    for (size_t i = 0; i < text->run_count; i++)
        if (text->runs[i].right_to_left)
            return true;
    return false;
}

void svg_add_text(struct svg_writer *writer, const struct scene_text *text,
                  const char *class_name) {
    if (!text->run_count)
        return;
    bool live = writer->mode == SVG_TEXT_TEXT || writer->mode == SVG_TEXT_EMBED;
    // Columns stay outlines: no attribute sets them that editors and slides understand. So does
    // what runs right to left: a position for each character would part letters that join.
    if (live && !text->vertical && !runs_right_to_left(text))
        svg_add_live_text(writer, text, class_name);
    else if (writer->mode == SVG_TEXT_PATHS)
        add_paths(writer, text, class_name);
    else
        add_outlines(writer, text, class_name);
}
