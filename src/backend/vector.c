// Draws a scene as one page of a vector surface.
#include "backend/vector.h"

#include "backend/cairo.h"
#include "base/i18n.h"

bool vector_check_size(const struct scene *scene, const struct backend_options *options,
                       struct diag *diag) {
    double width = scene->width * VECTOR_POINTS_A_PX, height = scene->height * VECTOR_POINTS_A_PX;
    if (width <= VECTOR_SIDE_LIMIT && height <= VECTOR_SIDE_LIMIT)
        return true;
    diag_error(diag, DIAG_PICTURE_SIZE, options->place,
               str_from(_("make the size smaller, or write SVG, which has no such limit")),
               _("the page would have %.0f × %.0f pt; PDF and EPS are limited to %d pt on a side"),
               width, height, VECTOR_SIDE_LIMIT);
    return false;
}

cairo_status_t vector_write_bytes(void *buf, const unsigned char *data, unsigned len) {
    buf_add(buf, data, len);
    return CAIRO_STATUS_SUCCESS;
}

static void draw_paper(cairo_t *cr, const struct scene *scene) {
    if (!scene->paper.a)
        return;
    cairo_set_colour(cr, scene->paper, 1);
    cairo_rectangle(cr, 0, 0, scene->width, scene->height);
    cairo_fill(cr);
}

// Cairo embeds every font that shows glyphs; one that forbids it is drawn as outlines, said once.
static void report_licences(const struct scene *scene, const struct text_engine *text,
                            const struct backend_options *options, struct diag *diag) {
    for (size_t i = 0; i < scene->count; i++) {
        const struct scene_item *item = &scene->items[i];
        for (size_t r = 0; item->kind == SCENE_TEXT && r < item->text.run_count; r++) {
            const struct font_info *info = font_get_info(text, item->text.runs[r].font);
            if (!info->may_subset)
                diag_warning(diag, DIAG_FONT_LICENCE, options->place,
                             str_from(_("take a font that may be embedded where text is to be "
                                        "copied")),
                             _("the font “%.*s” forbids embedding: its text is drawn as outlines "
                               "and cannot be copied"),
                             STR_ARG(info->family));
        }
    }
}

cairo_status_t vector_draw_page(cairo_surface_t *surface, const struct scene *scene,
                                struct text_engine *text, const struct backend_options *options,
                                struct diag *diag) {
    cairo_t *cr = cairo_create(surface);
    cairo_font_options_t *font_options = cairo_font_options_create();
    cairo_font_options_set_hint_style(font_options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(font_options, CAIRO_HINT_METRICS_OFF);
    cairo_set_font_options(cr, font_options);
    cairo_font_options_destroy(font_options);
    cairo_scale(cr, VECTOR_POINTS_A_PX, VECTOR_POINTS_A_PX);
    if (!options->transparent)
        draw_paper(cr, scene);
    report_licences(scene, text, options, diag);
    struct cairo_target target = {cr, text, NULL};
    cairo_draw_scene(&target, scene);
    cairo_show_page(cr);
    cairo_status_t status = cairo_status(cr);
    cairo_destroy(cr);
    return status;
}

bool vector_finish(cairo_surface_t *surface, cairo_status_t status,
                   const struct backend_options *options, struct diag *diag) {
    cairo_surface_finish(surface);
    if (status == CAIRO_STATUS_SUCCESS)
        status = cairo_surface_status(surface);
    cairo_surface_destroy(surface);
    if (status != CAIRO_STATUS_SUCCESS)
        diag_error(diag, DIAG_DRAWING, options->place, STR_NONE,
                   _("the picture could not be drawn: %s"), cairo_status_to_string(status));
    return status == CAIRO_STATUS_SUCCESS;
}
