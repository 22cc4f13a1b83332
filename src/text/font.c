// What backends need of a font: outlines, Cairo faces and subsets.
#include "text/font.h"

#include "base/i18n.h"
#include "text/engine.h"

#include <cairo-ft.h>

const struct font_info *font_get_info(const struct text_engine *engine, font_id font) {
    return &engine->faces[font.index]->info;
}

static struct path_builder *builder_of(void *data) {
    return data;
}

static void draw_move(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x, float y,
                      void *user) {
    (void)funcs, (void)state, (void)user;
    path_move(builder_of(data), (double)x, (double)y);
}

static void draw_line(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x, float y,
                      void *user) {
    (void)funcs, (void)state, (void)user;
    path_line(builder_of(data), (double)x, (double)y);
}

static void draw_cubic(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x1,
                       float y1, float x2, float y2, float x, float y, void *user) {
    (void)funcs, (void)state, (void)user;
    path_curve(builder_of(data), (struct point){(double)x1, (double)y1},
               (struct point){(double)x2, (double)y2}, (struct point){(double)x, (double)y});
}

static void draw_close(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, void *user) {
    (void)funcs, (void)state, (void)user;
    path_close(builder_of(data));
}

const struct path *font_outline(struct text_engine *engine, font_id font, uint32_t glyph) {
    struct glyph_slot *slot = face_slot(engine, font, glyph);
    if (slot->path)
        return slot->path;
    // HarfBuzz turns TrueType's quadratic curves into cubic ones when no quadratic callback is set.
    hb_draw_funcs_t *funcs = hb_draw_funcs_create();
    hb_draw_funcs_set_move_to_func(funcs, draw_move, NULL, NULL);
    hb_draw_funcs_set_line_to_func(funcs, draw_line, NULL, NULL);
    hb_draw_funcs_set_cubic_to_func(funcs, draw_cubic, NULL, NULL);
    hb_draw_funcs_set_close_path_func(funcs, draw_close, NULL, NULL);
    struct path_builder builder = PATH_BUILDER(engine->run);
    hb_font_get_glyph_shape(face_shape(engine, font), glyph, funcs, &builder);
    hb_draw_funcs_destroy(funcs);
    struct path *path = ARENA_NEW(engine->run, struct path);
    *path = path_done(&builder);
    slot->path = path;
    return path;
}

cairo_font_face_t *font_cairo_face(struct text_engine *engine, font_id font) {
    struct text_face *face = engine->faces[font.index];
    if (face->cairo)
        return face->cairo;
    FcPattern *pattern = FcPatternCreate();
    FcPatternAddString(pattern, FC_FILE,
                       (const FcChar8 *)str_terminate(engine->run, face->info.file));
    FcPatternAddInteger(pattern, FC_INDEX, face->info.face_index);
    FcPatternAddBool(pattern, FC_HINTING, FcFalse);
    FcPatternAddInteger(pattern, FC_HINT_STYLE, FC_HINT_NONE);
    face->cairo = cairo_ft_font_face_create_for_pattern(pattern);
    FcPatternDestroy(pattern);
    return face->cairo;
}
