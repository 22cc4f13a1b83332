// Draws a scene in bands of pixels and writes them as PNG.
//
// Bands are small (a megabyte stays in the processor's cache, and fresh memory costs more than
// drawing) unless the scene is so large that going through it again and again costs more.
#include "backend/backend.h"
#include "backend/cairo.h"
#include "backend/png_rows.h"
#include "base/i18n.h"
#include "base/number.h"

#include <math.h>

enum {
    SIDE_LIMIT = 30000,       // px; Cairo's own limit is 32767
    PIXEL_LIMIT = 400000000,  // pixels
    BAND_SMALL = 1024 * 1024, // bytes
    BAND_LARGE = 16 * 1024 * 1024,
    LARGE_SCENE = 20000, // items and points from which bands are large
    BYTES_A_PIXEL = 4,
};

struct picture {
    const struct scene *scene;
    const struct backend_options *options;
    cairo_surface_t *band;
    struct glyph_masks *masks;
    struct text_engine *text;
    unsigned width, height, band_height; // pixels
    bool alpha;
};

static bool find_size(struct picture *picture, struct diag *diag) {
    const struct scene *scene = picture->scene;
    double width = floor(scene->width * picture->options->scale + 0.5);
    double height = floor(scene->height * picture->options->scale + 0.5);
    if (width <= SIDE_LIMIT && height <= SIDE_LIMIT && width * height <= PIXEL_LIMIT) {
        picture->width = (unsigned)fmax(width, 1);
        picture->height = (unsigned)fmax(height, 1);
        return true;
    }
    diag_error(diag, DIAG_PICTURE_SIZE, picture->options->place,
               str_from(_("make the size or --scale smaller, or write SVG, which has no such "
                          "limit")),
               _("the picture would have %.0f × %.0f pixels; PNG is limited to %d on a side and "
                 "%d million in all"),
               width, height, SIDE_LIMIT, PIXEL_LIMIT / 1000000);
    return false;
}

static size_t count_shapes(const struct scene *scene) {
    size_t count = scene->count;
    for (size_t i = 0; i < scene->count; i++)
        if (scene->items[i].kind == SCENE_POINTS)
            count += scene->items[i].points.count;
    return count;
}

static void open_band(struct picture *picture) {
    unsigned bytes = count_shapes(picture->scene) > LARGE_SCENE ? BAND_LARGE : BAND_SMALL;
    unsigned fit = bytes / (picture->width * BYTES_A_PIXEL);
    picture->band_height = fit < 1 ? 1 : fit < picture->height ? fit : picture->height;
    picture->band =
        cairo_image_surface_create(picture->alpha ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24,
                                   (int)picture->width, (int)picture->band_height);
}

static cairo_status_t draw_band(const struct picture *picture, unsigned top) {
    cairo_t *cr = cairo_create(picture->band);
    cairo_set_operator(cr, CAIRO_OPERATOR_SOURCE);
    cairo_set_colour(cr, picture->options->transparent ? COLOUR_NONE : picture->scene->paper, 1);
    cairo_paint(cr);
    cairo_set_operator(cr, CAIRO_OPERATOR_OVER);
    cairo_translate(cr, 0, -(double)top);
    cairo_scale(cr, picture->options->scale, picture->options->scale);
    struct cairo_target target = {cr, picture->text, picture->masks};
    cairo_draw_scene(&target, picture->scene);
    cairo_status_t status = cairo_status(cr);
    cairo_destroy(cr);
    cairo_surface_flush(picture->band);
    return status;
}

// One pass over the picture. *again: the pass has to be repeated without a palette.
static cairo_status_t draw_bands(const struct picture *picture, struct png_rows *rows,
                                 bool *again) {
    cairo_status_t status = CAIRO_STATUS_SUCCESS;
    *again = false;
    for (unsigned top = 0; top < picture->height; top += picture->band_height) {
        unsigned left = picture->height - top;
        status = draw_band(picture, top);
        if (status != CAIRO_STATUS_SUCCESS)
            break;
        if (!png_rows_add(rows, cairo_image_surface_get_data(picture->band),
                          (size_t)cairo_image_surface_get_stride(picture->band),
                          left < picture->band_height ? left : picture->band_height)) {
            png_rows_restart(rows);
            *again = true;
            break;
        }
    }
    return status;
}

static bool write_rows(const struct picture *picture, struct diag *diag, struct file_output *out) {
    struct png_form form = {
        .width = picture->width,
        .height = picture->height,
        .pixels_a_metre = (unsigned)floor(picture->options->scale * 96 / 0.0254 + 0.5),
        .alpha = picture->alpha,
        .merge = picture->options->png_fast,
        .whole_limit = PNG_ROWS_WHOLE,
    };
    struct png_rows *rows = png_rows_new(out->arena, out, form);
    bool again, finished = false;
    cairo_status_t status = draw_bands(picture, rows, &again);
    if (status == CAIRO_STATUS_SUCCESS && again)
        status = draw_bands(picture, rows, &again);
    if (status == CAIRO_STATUS_SUCCESS)
        finished = png_rows_finish(rows);
    if (!finished)
        diag_error(diag, DIAG_DRAWING, picture->options->place, STR_NONE,
                   _("the picture could not be drawn: %s"), cairo_status_to_string(status));
    png_rows_free(rows);
    return finished;
}

static bool write_png(const struct scene *scene, struct text_engine *text,
                      const struct backend_options *options, struct diag *diag,
                      struct file_output *out) {
    struct picture picture = {
        .scene = scene,
        .options = options,
        .text = text,
        .alpha = options->transparent || scene->paper.a < 255,
    };
    if (!find_size(&picture, diag))
        return false;
    open_band(&picture);
    picture.masks = options->masks ? options->masks : glyph_masks_new(out->arena);
    bool written = write_rows(&picture, diag, out);
    if (!options->masks)
        glyph_masks_free(picture.masks);
    cairo_surface_destroy(picture.band);
    return written;
}

const struct backend backend_png = {.name = "png", .write = write_png};
