// Draws one line of text: as glyph masks on pixels, as glyphs of fonts with their words in PDF.
#include "backend/cairo_text.h"

#include "backend/cairo_path.h"

#include <math.h>
#include <stdlib.h>

// Above this size a glyph is filled as a path: few of them, and large masks.
static const double MASK_SIZE_LIMIT = 400; // pixels an em

static const double DEGREE = 3.14159265358979323846 / 180;

// Exact for quarter turns, so that upright text keeps its masks and its bytes.
static void init_turn(cairo_matrix_t *matrix, double angle_deg) {
    double quarters = angle_deg / 90;
    if (quarters == floor(quarters)) {
        static const double cosines[] = {1, 0, -1, 0};
        int quarter = (int)(quarters - 4 * floor(quarters / 4));
        double c = cosines[quarter], s = cosines[(quarter + 3) % 4];
        cairo_matrix_init(matrix, c, s, -s, c, 0, 0);
    } else {
        cairo_matrix_init_rotate(matrix, angle_deg * DEGREE);
    }
}

static void enter_line(cairo_t *cr, const struct scene_text *text) {
    cairo_matrix_t turn;
    init_turn(&turn, text->angle_deg);
    cairo_translate(cr, text->origin.x, text->origin.y);
    cairo_transform(cr, &turn);
}

// From an em of 1 with y downwards to the line's space.
static cairo_matrix_t make_em_matrix(const struct scene_run *run) {
    cairo_matrix_t matrix;
    init_turn(&matrix, run->turn_deg);
    cairo_matrix_scale(&matrix, run->size * run->stretch_x, run->size);
    return matrix;
}

static void append_glyphs(const struct cairo_target *target, const struct scene_run *run) {
    double em = 1.0 / font_get_info(target->text, run->font)->units_per_em;
    cairo_matrix_t em_matrix = make_em_matrix(run), saved;
    cairo_get_matrix(target->cr, &saved);
    for (size_t i = 0; i < run->glyph_count; i++) {
        const struct path *outline = font_outline(target->text, run->font, run->glyphs[i].id);
        cairo_translate(target->cr, run->glyphs[i].place.x, run->glyphs[i].place.y);
        cairo_transform(target->cr, &em_matrix);
        cairo_scale(target->cr, em, -em);
        cairo_append_scene_path(target->cr, outline);
        cairo_set_matrix(target->cr, &saved);
    }
}

static void fill_run(const struct cairo_target *target, const struct scene_run *run) {
    cairo_new_path(target->cr);
    append_glyphs(target, run);
    cairo_set_fill_rule(target->cr, CAIRO_FILL_RULE_WINDING);
    cairo_set_colour(target->cr, run->colour, 1);
    cairo_fill(target->cr);
}

static void stamp_run(const struct cairo_target *target, const struct scene_run *run) {
    cairo_t *cr = target->cr;
    cairo_matrix_t line, em, total;
    cairo_get_matrix(cr, &line);
    em = make_em_matrix(run);
    cairo_matrix_multiply(&total, &em, &line);
    if (hypot(total.xx, total.yx) > MASK_SIZE_LIMIT ||
        hypot(total.xy, total.yy) > MASK_SIZE_LIMIT) {
        fill_run(target, run);
        return;
    }
    struct glyph_turn turn = {total.xx, total.yx, -total.xy, -total.yy};
    cairo_identity_matrix(cr);
    cairo_set_colour(cr, run->colour, 1);
    for (size_t i = 0; i < run->glyph_count; i++) {
        struct point at = run->glyphs[i].place;
        cairo_matrix_transform_point(&line, &at.x, &at.y);
        struct glyph_mask mask =
            glyph_masks_get(target->masks, target->text, run->font, run->glyphs[i].id, turn, at);
        if (mask.surface)
            cairo_mask_surface(cr, mask.surface, mask.left, mask.top);
    }
    cairo_set_matrix(cr, &line);
}

// `words` is what a reader copies for these glyphs. One cluster for all of them: clusters of single
// glyphs make readers guess spaces from gaps (pdftotext: "产值 5.38 亿元").
static void show_run(const struct cairo_target *target, const struct scene_run *run,
                     struct str words) {
    cairo_matrix_t matrix = make_em_matrix(run);
    cairo_glyph_t *glyphs = cairo_glyph_allocate((int)run->glyph_count);
    if (!glyphs)
        return;
    for (size_t i = 0; i < run->glyph_count; i++)
        glyphs[i] =
            (cairo_glyph_t){run->glyphs[i].id, run->glyphs[i].place.x, run->glyphs[i].place.y};
    cairo_text_cluster_t cluster = {(int)words.len, (int)run->glyph_count};
    cairo_set_font_face(target->cr, font_cairo_face(target->text, run->font));
    cairo_set_font_matrix(target->cr, &matrix);
    cairo_set_colour(target->cr, run->colour, 1);
    cairo_show_text_glyphs(target->cr, words.len ? words.data : "", (int)words.len, glyphs,
                           (int)run->glyph_count, &cluster, 1, 0);
    cairo_glyph_free(glyphs);
}

static bool is_drawn(const struct scene_run *run) {
    return run->glyph_count && run->size > 0 && run->stretch_x > 0;
}

// A font that must not be embedded is drawn as outlines, which bring no words.
static bool may_show(const struct cairo_target *target, const struct scene_run *run) {
    return font_get_info(target->text, run->font)->may_subset;
}

// The first run brings the words of the whole line and the others none, for the same reason: a
// change of font would put a space between Han and Latin.
static void show_line(const struct cairo_target *target, const struct scene_text *text,
                      struct str words) {
    for (size_t i = 0; i < text->run_count; i++)
        if (is_drawn(&text->runs[i]) && !may_show(target, &text->runs[i])) {
            fill_run(target, &text->runs[i]);
        } else if (is_drawn(&text->runs[i])) {
            show_run(target, &text->runs[i], words);
            words = STR_NONE;
        }
}

static void stamp_line(const struct cairo_target *target, const struct scene_text *text) {
    for (size_t i = 0; i < text->run_count; i++)
        if (is_drawn(&text->runs[i]))
            stamp_run(target, &text->runs[i]);
}

static void draw_halo(const struct cairo_target *target, const struct scene_text *text) {
    cairo_new_path(target->cr);
    for (size_t i = 0; i < text->run_count; i++)
        append_glyphs(target, &text->runs[i]);
    cairo_set_line_width(target->cr, text->halo_width);
    cairo_set_line_join(target->cr, CAIRO_LINE_JOIN_ROUND);
    cairo_set_dash(target->cr, NULL, 0, 0);
    cairo_set_colour(target->cr, text->halo, 1);
    cairo_stroke(target->cr);
}

// Pixels outside the clip are not worth a look; the margin holds the halo and rounding.
static bool is_visible(cairo_t *cr, const struct scene_text *text) {
    double left, top, right, bottom, margin = text->halo_width + 2;
    struct rect ink = text->ink;
    cairo_clip_extents(cr, &left, &top, &right, &bottom);
    return ink.x - margin < right && rect_right(ink) + margin > left && ink.y - margin < bottom &&
           rect_bottom(ink) + margin > top;
}

void cairo_draw_text(const struct cairo_target *target, const struct scene_text *text,
                     struct str words) {
    if (target->masks && !is_visible(target->cr, text))
        return;
    cairo_save(target->cr);
    enter_line(target->cr, text);
    if (text->halo_width > 0)
        draw_halo(target, text);
    if (target->masks)
        stamp_line(target, text);
    else
        show_line(target, text, words);
    cairo_restore(target->cr);
}
