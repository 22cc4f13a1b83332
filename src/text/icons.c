// Icons by name: the font of icons, its names and its outlines.
#include "text/icons.h"

#include "base/i18n.h"
#include "base/sort.h"
#include "text/engine.h"

#include <hb-ot.h>

static const struct str family = STR_INIT("Material Design Icons");

// Chinese names beside the font's.
static const char *const aliases[][2] = {
#define ICON(chinese, name) {chinese, name},
#include "text/icons.def"
#undef ICON
};
enum { ALIAS_COUNT = sizeof aliases / sizeof *aliases, NAME_SIZE = 64 };

static bool open_font(struct text_engine *engine, struct diag *diag, struct diag_place place,
                      font_id *out) {
    if (fonts_find_family(engine, family, out))
        return true;
    fonts_report_missing(diag, DIAG_ERROR, place, family);
    return false;
}

static struct str resolve_alias(struct str name) {
    for (size_t i = 0; i < ALIAS_COUNT; i++)
        if (str_is(name, aliases[i][0]))
            return str_from(aliases[i][1]);
    return name;
}

struct str icon_chinese_names(struct arena *arena, struct str name) {
    struct str all = STR_NONE;
    for (size_t i = 0; i < ALIAS_COUNT; i++)
        if (str_is(name, aliases[i][1]))
            all = str_printf(arena, "%.*s%s%s", STR_ARG(all), all.len ? "、" : "", aliases[i][0]);
    return all;
}

static int by_name(const void *a, const void *b, const void *context) {
    (void)context;
    return str_compare(*(const struct str *)a, *(const struct str *)b);
}

// Glyph 0 stands for what a font does not have, so it is no icon.
static size_t read_names(hb_font_t *font, struct arena *arena, size_t more, struct str **names) {
    unsigned glyphs = hb_face_get_glyph_count(hb_font_get_face(font));
    char name[NAME_SIZE];
    size_t count = 0;
    *names = ARENA_ARRAY(arena, glyphs + more, struct str);
    for (hb_codepoint_t glyph = 1; glyph < glyphs; glyph++)
        if (hb_font_get_glyph_name(font, glyph, name, sizeof name) && name[0])
            (*names)[count++] = str_copy(arena, str_from(name));
    sort_stable(arena, *names, count, sizeof **names, by_name, NULL);
    return count;
}

bool icon_list(struct text_engine *engine, struct arena *arena, struct diag *diag,
               struct diag_place place, struct str **names, size_t *count) {
    font_id font;
    if (!open_font(engine, diag, place, &font))
        return false;
    *count = read_names(face_shape(engine, font), arena, 0, names);
    return true;
}

static void report_unknown(hb_font_t *font, struct diag *diag, struct diag_place place,
                           struct str name) {
    struct str *names;
    size_t count = read_names(font, diag->arena, ALIAS_COUNT, &names);
    for (size_t i = 0; i < ALIAS_COUNT; i++)
        names[count++] = str_from(aliases[i][0]);
    struct str hint = diag_hint_nearest(diag, name, names, count);
    diag_error(diag, DIAG_UNKNOWN_ICON, place,
               hint.len ? hint : str_from(_("`tushuo fonts --icons` lists the names")),
               _("there is no icon “%.*s”"), STR_ARG(name));
}

// The em square of the font becomes the square of side 1 around (0, 0).
static struct path place_outline(struct text_engine *engine, font_id font,
                                 const struct path *outline) {
    hb_font_extents_t extents;
    hb_font_get_h_extents(face_shape(engine, font), &extents);
    double em = face_units(engine, font), middle = (extents.ascender + extents.descender) / 2.0;
    struct point *points = ARENA_ARRAY(engine->run, outline->point_count, struct point);
    for (size_t i = 0; i < outline->point_count; i++)
        points[i] =
            (struct point){outline->points[i].x / em - 0.5, (middle - outline->points[i].y) / em};
    struct path shape = *outline;
    shape.points = points;
    return shape;
}

const struct icon *icon_find(struct text_engine *engine, struct diag *diag, struct diag_place place,
                             struct str name) {
    font_id font;
    hb_codepoint_t glyph;
    struct str wanted = resolve_alias(name);
    for (size_t i = 0; i < engine->icon_count; i++)
        if (str_equal(engine->icons[i]->name, wanted))
            return engine->icons[i];
    if (!open_font(engine, diag, place, &font))
        return NULL;
    hb_font_t *shapes = face_shape(engine, font);
    if (wanted.len >= NAME_SIZE ||
        !hb_font_get_glyph_from_name(shapes, wanted.data, (int)wanted.len, &glyph) || !glyph) {
        report_unknown(shapes, diag, place, name);
        return NULL;
    }
    struct icon *icon = ARENA_NEW(engine->run, struct icon);
    icon->name = str_copy(engine->run, wanted);
    icon->shape = place_outline(engine, font, font_outline(engine, font, glyph));
    ARENA_RESERVE(engine->run, engine->icons, engine->icon_count, engine->icon_capacity);
    engine->icons[engine->icon_count++] = icon;
    return icon;
}
