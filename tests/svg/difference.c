// How far two PNG files of one size differ: prints the share of pixels, in percent, of which a
// channel differs by more than the limit after both were blurred by a box of 3 × 3 pixels.
// difference A.png B.png [LIMIT]
//
// The blur forgives what renderers may do differently, half a pixel of antialiasing along an edge,
// and nothing that an eye would call another picture.
#include <cairo.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

struct picture {
    cairo_surface_t *surface;
    const unsigned char *data;
    int width, height, stride;
};

// On white, as pages show it.
static bool read_picture(const char *path, struct picture *out) {
    cairo_surface_t *file = cairo_image_surface_create_from_png(path);
    if (cairo_surface_status(file) != CAIRO_STATUS_SUCCESS)
        return false;
    out->width = cairo_image_surface_get_width(file);
    out->height = cairo_image_surface_get_height(file);
    out->surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, out->width, out->height);
    cairo_t *cr = cairo_create(out->surface);
    cairo_set_source_rgb(cr, 1, 1, 1);
    cairo_paint(cr);
    cairo_set_source_surface(cr, file, 0, 0);
    cairo_paint(cr);
    cairo_destroy(cr);
    cairo_surface_destroy(file);
    cairo_surface_flush(out->surface);
    out->data = cairo_image_surface_get_data(out->surface);
    out->stride = cairo_image_surface_get_stride(out->surface);
    return true;
}

static int blurred(const struct picture *p, int x, int y, int channel) {
    int sum = 0, count = 0;
    for (int row = y - 1; row <= y + 1; row++) {
        for (int column = x - 1; column <= x + 1; column++) {
            if (row < 0 || column < 0 || row >= p->height || column >= p->width)
                continue;
            sum += p->data[row * p->stride + column * 4 + channel];
            count++;
        }
    }
    return sum / count;
}

static bool differs(const struct picture *a, const struct picture *b, int x, int y, int limit) {
    for (int channel = 0; channel < 3; channel++)
        if (abs(blurred(a, x, y, channel) - blurred(b, x, y, channel)) > limit)
            return true;
    return false;
}

int main(int argc, char **argv) {
    struct picture a, b;
    if (argc < 3 || !read_picture(argv[1], &a) || !read_picture(argv[2], &b)) {
        fputs("cannot read two PNG files\n", stderr);
        return 2;
    }
    if (a.width != b.width || a.height != b.height) {
        fprintf(stderr, "%d × %d against %d × %d pixels\n", a.width, a.height, b.width, b.height);
        return 1;
    }
    int limit = argc > 3 ? atoi(argv[3]) : 32;
    long count = 0;
    for (int y = 0; y < a.height; y++)
        for (int x = 0; x < a.width; x++)
            count += differs(&a, &b, x, y, limit);
    printf("%.4f\n", 100.0 * (double)count / ((double)a.width * a.height));
    cairo_surface_destroy(a.surface);
    cairo_surface_destroy(b.surface);
    return 0;
}
