// Plain Pango: what a program gets that hands its text to PangoLayout and does nothing more.
//
//   plain FONT LANGUAGE WIDTH_EM [-v] [-e]   < text > picture.png
//
// 48 px type, greyscale, black on white. WIDTH_EM 0: no limit. -v: columns (base gravity east under
// a quarter turn, as Pango's manual has it); -e: one line, cut with an ellipsis.
#include <pango/pangocairo.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SIZE = 48, MOST = 1 << 16 };

static cairo_status_t put(void *context, const unsigned char *data, unsigned len) {
    return fwrite(data, 1, len, context) == len ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

static PangoLayout *set_text(cairo_t *cr, char **argv, const char *text, gboolean vertical) {
    PangoLayout *layout = pango_cairo_create_layout(cr);
    PangoContext *context = pango_layout_get_context(layout);
    PangoFontDescription *font = pango_font_description_from_string(argv[1]);
    pango_font_description_set_absolute_size(font, SIZE * PANGO_SCALE);
    pango_context_set_round_glyph_positions(context, FALSE);
    pango_context_set_language(context, pango_language_from_string(argv[2]));
    if (vertical)
        pango_context_set_base_gravity(context, PANGO_GRAVITY_EAST);
    pango_layout_context_changed(layout);
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
    double width = atof(argv[3]);
    if (width > 0)
        pango_layout_set_width(layout, (int)(width * SIZE * PANGO_SCALE + 0.5));
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_text(layout, text, -1);
    return layout;
}

int main(int argc, char **argv) {
    static char text[MOST];
    gboolean vertical = FALSE, ellipsis = FALSE;
    for (int i = 4; i < argc; i++) {
        vertical = vertical || !strcmp(argv[i], "-v");
        ellipsis = ellipsis || !strcmp(argv[i], "-e");
    }
    if (argc < 4)
        return 2;
    size_t len = fread(text, 1, MOST - 1, stdin);
    text[len && text[len - 1] == '\n' ? len - 1 : len] = 0;
    cairo_surface_t *probe = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 1, 1);
    cairo_t *cr = cairo_create(probe);
    PangoLayout *layout = set_text(cr, argv, text, vertical);
    if (ellipsis)
        pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
    int width, height;
    pango_layout_get_pixel_size(layout, &width, &height);
    int across = vertical ? height : width, down = vertical ? width : height;
    cairo_surface_t *picture = cairo_image_surface_create(
        CAIRO_FORMAT_RGB24, across > 0 ? across : 1, down > 0 ? down : 1);
    cairo_t *page = cairo_create(picture);
    cairo_set_source_rgb(page, 1, 1, 1);
    cairo_paint(page);
    cairo_set_source_rgb(page, 0, 0, 0);
    if (vertical) {
        cairo_translate(page, across, 0);
        cairo_rotate(page, G_PI / 2);
    }
    pango_cairo_show_layout(page, layout);
    cairo_surface_write_to_png_stream(picture, put, stdout);
    g_object_unref(layout);
    cairo_destroy(page);
    cairo_surface_destroy(picture);
    cairo_destroy(cr);
    cairo_surface_destroy(probe);
    return 0;
}
