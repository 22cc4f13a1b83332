// Draws a scene on a Cairo context: groups, paths, points and images; points and text have
// files of their own.
#include "backend/cairo.h"

#include "backend/cairo_path.h"
#include "backend/cairo_points.h"
#include "backend/cairo_text.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

void cairo_set_colour(cairo_t *cr, struct colour colour, double opacity) {
    cairo_set_source_rgba(cr, colour.r / 255.0, colour.g / 255.0, colour.b / 255.0,
                          colour.a / 255.0 * opacity);
}

static void set_gradient(cairo_t *cr, const struct paint *paint, double opacity) {
    cairo_pattern_t *pattern =
        paint->kind == PAINT_LINEAR
            ? cairo_pattern_create_linear(paint->from.x, paint->from.y, paint->to.x, paint->to.y)
            : cairo_pattern_create_radial(paint->from.x, paint->from.y, 0, paint->from.x,
                                          paint->from.y, paint->radius);
    for (size_t i = 0; i < paint->stop_count; i++) {
        struct colour c = paint->stops[i].colour;
        cairo_pattern_add_color_stop_rgba(pattern, paint->stops[i].offset, c.r / 255.0, c.g / 255.0,
                                          c.b / 255.0, c.a / 255.0 * opacity);
    }
    cairo_set_source(cr, pattern);
    cairo_pattern_destroy(pattern);
}

static void set_paint(cairo_t *cr, const struct paint *paint, double opacity) {
    if (paint->kind == PAINT_SOLID)
        cairo_set_colour(cr, paint->colour, opacity);
    else
        set_gradient(cr, paint, opacity);
}

static void stroke_path(cairo_t *cr, const struct stroke *stroke, double opacity) {
    static const cairo_line_cap_t caps[] = {CAIRO_LINE_CAP_BUTT, CAIRO_LINE_CAP_ROUND,
                                            CAIRO_LINE_CAP_SQUARE};
    static const cairo_line_join_t joins[] = {CAIRO_LINE_JOIN_MITER, CAIRO_LINE_JOIN_ROUND,
                                              CAIRO_LINE_JOIN_BEVEL};
    cairo_set_line_width(cr, stroke->width);
    cairo_set_line_cap(cr, caps[stroke->cap]);
    cairo_set_line_join(cr, joins[stroke->join]);
    cairo_set_miter_limit(cr, 4); // SVG's default: both backends draw the same corners
    cairo_set_dash(cr, stroke->dashes, (int)stroke->dash_count, 0);
    set_paint(cr, &stroke->paint, opacity);
    cairo_stroke(cr);
}

static void append_path(const struct cairo_target *target, const struct scene_path *item) {
    if (target->masks && !item->stroke.dash_count)
        cairo_append_seen_path(target->cr, &item->path, item->stroke.width);
    else
        cairo_append_scene_path(target->cr, &item->path);
}

static void draw_path(const struct cairo_target *target, const struct scene_path *item) {
    cairo_t *cr = target->cr;
    bool filled = item->fill.kind != PAINT_NONE;
    bool stroked = item->stroke.paint.kind != PAINT_NONE && item->stroke.width > 0;
    bool grouped = filled && stroked && item->opacity < 1;
    double opacity = grouped ? 1 : item->opacity;
    if ((!filled && !stroked) || item->opacity <= 0)
        return;
    if (grouped)
        cairo_push_group(cr);
    cairo_new_path(cr);
    append_path(target, item);
    if (filled) {
        cairo_set_fill_rule(cr,
                            item->even_odd ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING);
        set_paint(cr, &item->fill, opacity);
        cairo_fill_preserve(cr);
    }
    if (stroked)
        stroke_path(cr, &item->stroke, opacity);
    cairo_new_path(cr);
    if (grouped) {
        cairo_pop_group_to_source(cr);
        cairo_paint_with_alpha(cr, item->opacity);
    }
}

// One pixel as Cairo keeps it: colour times alpha.
static uint32_t premultiply(const uint8_t *rgba) {
    uint32_t a = rgba[3];
    uint32_t r = (rgba[0] * a + 127) / 255, g = (rgba[1] * a + 127) / 255;
    return a << 24 | r << 16 | g << 8 | (rgba[2] * a + 127) / 255;
}

static void free_copy(void *copy) {
    free(copy);
}

// A JPEG file goes into PDF and PS as it is.
static void attach_jpeg(cairo_surface_t *surface, const struct scene_image *image) {
    if (!image->encoded.len || !image->media_type || strcmp(image->media_type, "image/jpeg") != 0)
        return;
    unsigned char *copy = malloc(image->encoded.len);
    if (!copy)
        return; // the pixels are drawn then
    memcpy(copy, image->encoded.data, image->encoded.len);
    if (cairo_surface_set_mime_data(surface, CAIRO_MIME_TYPE_JPEG, copy, image->encoded.len,
                                    free_copy, copy) != CAIRO_STATUS_SUCCESS)
        free(copy);
}

// Reads on in a PNG file held in memory.
static cairo_status_t read_bytes(void *closure, unsigned char *bytes, unsigned count) {
    struct str *rest = closure;
    if (rest->len < count)
        return CAIRO_STATUS_READ_ERROR;
    memcpy(bytes, rest->data, count);
    *rest = str_slice(*rest, count, rest->len);
    return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *decode_png(const struct scene_image *image) {
    struct str rest = image->encoded;
    return cairo_image_surface_create_from_png_stream(read_bytes, &rest);
}

static cairo_surface_t *image_surface(const struct scene_image *image) {
    if (!image->rgba)
        return decode_png(image);
    cairo_surface_t *surface =
        cairo_image_surface_create(CAIRO_FORMAT_ARGB32, (int)image->width, (int)image->height);
    unsigned char *data = cairo_image_surface_get_data(surface);
    int stride = cairo_image_surface_get_stride(surface);
    for (unsigned y = 0; data && y < image->height; y++) {
        uint32_t *row = (uint32_t *)(void *)(data + (size_t)y * (size_t)stride);
        for (unsigned x = 0; x < image->width; x++)
            row[x] = premultiply(image->rgba + 4 * ((size_t)y * image->width + x));
    }
    cairo_surface_mark_dirty(surface);
    attach_jpeg(surface, image);
    return surface;
}

static void draw_image(cairo_t *cr, const struct scene_image *image) {
    bool png = image->media_type && strcmp(image->media_type, "image/png") == 0;
    if ((!image->rgba && !png) || !image->width || !image->height || !(image->place.width > 0) ||
        !(image->place.height > 0))
        return;
    cairo_surface_t *surface = image_surface(image);
    cairo_save(cr);
    cairo_rectangle(cr, image->place.x, image->place.y, image->place.width, image->place.height);
    cairo_clip(cr);
    cairo_translate(cr, image->place.x, image->place.y);
    cairo_scale(cr, image->place.width / image->width, image->place.height / image->height);
    cairo_set_source_surface(cr, surface, 0, 0);
    // Pixels want their edge held; in PDF and PS a padded JPEG would be decoded and stored anew.
    if (cairo_surface_get_type(cairo_get_target(cr)) == CAIRO_SURFACE_TYPE_IMAGE)
        cairo_pattern_set_extend(cairo_get_source(cr), CAIRO_EXTEND_PAD);
    cairo_pattern_set_filter(cairo_get_source(cr), CAIRO_FILTER_GOOD);
    cairo_paint(cr);
    cairo_restore(cr);
    cairo_surface_destroy(surface);
}

static void clip_to(cairo_t *cr, struct rect clip) {
    cairo_new_path(cr);
    cairo_rectangle(cr, clip.x, clip.y, clip.width, clip.height);
    cairo_clip(cr);
}

// Clips to the whole pixels around a rectangle, which bounds the memory of a group.
static void clip_to_pixels(cairo_t *cr, struct rect clip) {
    cairo_matrix_t saved;
    double left = clip.x, top = clip.y, right = rect_right(clip), bottom = rect_bottom(clip);
    cairo_user_to_device(cr, &left, &top);
    cairo_user_to_device(cr, &right, &bottom);
    cairo_get_matrix(cr, &saved);
    cairo_identity_matrix(cr);
    clip_to(cr, (struct rect){floor(left), floor(top), ceil(right) - floor(left),
                              ceil(bottom) - floor(top)});
    cairo_set_matrix(cr, &saved);
}

// A translucent group is clipped when it is laid down: clipped while drawn as well, half covered
// pixels of its edge would lose twice.
static void open_group(cairo_t *cr, const struct scene_group *group) {
    cairo_save(cr);
    if (group->opacity < 1) {
        if (group->clipped)
            clip_to_pixels(cr, group->clip);
        cairo_push_group(cr);
    } else if (group->clipped) {
        clip_to(cr, group->clip);
    }
}

static void close_group(cairo_t *cr, const struct scene_group *group) {
    if (group->opacity < 1) {
        cairo_pop_group_to_source(cr);
        if (group->clipped)
            clip_to(cr, group->clip);
        cairo_paint_with_alpha(cr, group->opacity);
    }
    cairo_restore(cr);
}

// Whether the group holds the columns of one text and nothing else: then it is labelled with all of
// their words.
static bool is_columns(const struct scene *scene, const struct scene_group *group, size_t first,
                       struct str label) {
    size_t at = 0;
    for (size_t i = first; i < group->end; i++) {
        const struct scene_item *item = &scene->items[i];
        if (item->kind != SCENE_TEXT || !item->text.vertical)
            return false;
        at = str_find(label, item->text.words, at);
        if (at == SIZE_MAX)
            return false;
        at += item->text.words.len;
    }
    return group->end > first;
}

// What a reader copies with the text at `index`. Columns run from right to left, which readers of
// PDF do not guess: the first one brings the words of all.
static struct str words_to_copy(const struct scene *scene, size_t index) {
    const struct scene_text *text = &scene->items[index].text;
    size_t first = index;
    while (text->vertical && first > 0 && scene->items[first - 1].kind == SCENE_TEXT &&
           scene->items[first - 1].text.vertical)
        first--;
    if (!text->vertical || first == 0 || scene->items[first - 1].kind != SCENE_GROUP)
        return text->words;
    const struct scene_item *group = &scene->items[first - 1];
    if (index >= group->group.end || !is_columns(scene, &group->group, first, group->label))
        return text->words;
    return index == first ? group->label : STR_NONE;
}

static void draw_item(const struct cairo_target *target, const struct scene *scene, size_t index) {
    const struct scene_item *item = &scene->items[index];
    switch (item->kind) {
    case SCENE_GROUP:
        open_group(target->cr, &item->group);
        break;
    case SCENE_PATH:
        draw_path(target, &item->path);
        break;
    case SCENE_POINTS:
        cairo_draw_points(target, &item->points);
        break;
    case SCENE_TEXT:
        cairo_draw_text(target, &item->text, words_to_copy(scene, index));
        break;
    case SCENE_IMAGE:
        draw_image(target->cr, &item->image);
        break;
    }
}

void cairo_draw_scene(const struct cairo_target *target, const struct scene *scene) {
    const struct scene_group *open[sizeof scene->open / sizeof *scene->open] = {NULL};
    size_t depth = 0;
    for (size_t i = 0; i <= scene->count; i++) {
        while (depth && open[depth - 1]->end <= i)
            close_group(target->cr, open[--depth]);
        if (i == scene->count)
            break;
        const struct scene_item *item = &scene->items[i];
        draw_item(target, scene, i);
        if (item->kind == SCENE_GROUP) {
            assert(depth < sizeof open / sizeof *open);
            open[depth++] = &item->group;
        }
    }
    assert(depth == 0);
}
