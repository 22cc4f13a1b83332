// PNG files read back by Cairo's reader (libpng) show the pixels that Cairo draws.
#include "unit.h"

#include <cairo.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "backend/backend.h"
#include "backend/cairo.h"
#include "backend/png_merge.h"
#include "backend/png_rows.h"
#include "scene/path.h"

extern const struct backend backend_png;

static struct arena arena;
static struct diag diag;
static struct scene scene;
static char folder[64];

static const struct backend_options plain = {.scale = 1};

static int start(void **state) {
    (void)state;
    arena_init(&arena, NULL, NULL);
    diag_init(&diag, &arena);
    scene_init(&scene, &arena, STR("fig"), 300, 200);
    strcpy(folder, "/tmp/tushuo-png-XXXXXX");
    return mkdtemp(folder) ? 0 : -1;
}

static int stop(void **state) {
    (void)state;
    arena_done(&arena);
    return rmdir(folder);
}

static struct colour opaque(int r, int g, int b) {
    return (struct colour){(uint8_t)r, (uint8_t)g, (uint8_t)b, 255};
}

static void add_rect(double x, double y, double width, double height, struct colour colour) {
    scene_add_rect(&scene, ROLE_MARK_RECT, OWNER_NONE, (struct rect){x, y, width, height},
                   paint_solid(colour));
}

static void add_disc(double x, double y, double radius, struct colour colour) {
    struct path_builder builder = PATH_BUILDER(&arena);
    path_circle(&builder, (struct point){x, y}, radius);
    scene_add_path(&scene, ROLE_MARK_SHAPE, OWNER_NONE,
                   (struct scene_path){
                       .path = path_done(&builder), .fill = paint_solid(colour), .opacity = 1});
}

static void add_gradient(void) {
    static const struct paint_stop stops[] = {{0, {200, 16, 46, 255}}, {1, {10, 90, 240, 255}}};
    struct paint paint = {.kind = PAINT_LINEAR,
                          .from = {0, 0},
                          .to = {scene.width, scene.height},
                          .stops = stops,
                          .stop_count = 2};
    scene_add_rect(&scene, ROLE_MARK_RECT, OWNER_NONE,
                   (struct rect){0, 0, scene.width, scene.height}, paint);
}

static struct file_output open_file(const char *name) {
    struct file_output file;
    struct str path = str_printf(&arena, "%s/%s", folder, name);
    assert_true(file_create(&file, &arena, &diag, path));
    return file;
}

// The file's bytes; it is gone afterwards.
static struct str close_file(struct file_output *file) {
    struct str bytes;
    assert_true(file_commit(file, &diag));
    assert_true(file_read(&arena, &diag, (struct diag_place){0}, file->path, FILE_LIMIT, &bytes));
    unlink(str_terminate(&arena, file->path));
    return bytes;
}

static struct str write_scene(struct backend_options options) {
    struct file_output file = open_file("picture.png");
    assert_true(backend_png.write(&scene, NULL, &options, &diag, &file));
    assert_int_equal(diag.count, 0);
    return close_file(&file);
}

static cairo_status_t read_bytes(void *context, unsigned char *data, unsigned len) {
    struct str *rest = context;
    if (len > rest->len)
        return CAIRO_STATUS_READ_ERROR;
    memcpy(data, rest->data, len);
    *rest = str_slice(*rest, len, rest->len);
    return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *decode(struct str png) {
    cairo_surface_t *surface = cairo_image_surface_create_from_png_stream(read_bytes, &png);
    assert_int_equal(cairo_surface_status(surface), CAIRO_STATUS_SUCCESS);
    return surface;
}

static cairo_surface_t *draw_whole(double scale, bool transparent) {
    cairo_surface_t *surface = cairo_image_surface_create(
        CAIRO_FORMAT_ARGB32, (int)(scene.width * scale), (int)(scene.height * scale));
    cairo_t *cr = cairo_create(surface);
    if (!transparent) {
        cairo_set_colour(cr, scene.paper, 1);
        cairo_paint(cr);
    }
    cairo_scale(cr, scale, scale);
    cairo_draw_scene(&(struct cairo_target){.cr = cr}, &scene);
    cairo_destroy(cr);
    cairo_surface_flush(surface);
    return surface;
}

static uint32_t pixel_at(cairo_surface_t *surface, int x, int y) {
    const unsigned char *row = cairo_image_surface_get_data(surface) +
                               (ptrdiff_t)y * cairo_image_surface_get_stride(surface);
    uint32_t pixel;
    memcpy(&pixel, row + 4 * (ptrdiff_t)x, 4);
    return cairo_image_surface_get_format(surface) == CAIRO_FORMAT_RGB24 ? pixel | 0xff000000u
                                                                         : pixel;
}

// Greatest difference of a channel; both are destroyed.
static int compare(cairo_surface_t *a, cairo_surface_t *b) {
    int width = cairo_image_surface_get_width(a), height = cairo_image_surface_get_height(a);
    int greatest = 0;
    assert_int_equal(cairo_image_surface_get_width(b), width);
    assert_int_equal(cairo_image_surface_get_height(b), height);
    for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++)
            for (int shift = 0; shift < 32; shift += 8) {
                int distance = abs((int)(pixel_at(a, x, y) >> shift & 255) -
                                   (int)(pixel_at(b, x, y) >> shift & 255));
                greatest = distance > greatest ? distance : greatest;
            }
    cairo_surface_destroy(a);
    cairo_surface_destroy(b);
    return greatest;
}

static unsigned byte_at(struct str bytes, size_t at) {
    return (unsigned char)bytes.data[at];
}

enum { DEPTH_AT = 24, TYPE_AT = 25, TYPE_RGB = 2, TYPE_PALETTE = 3, TYPE_RGBA = 6 };

static size_t find_chunk(struct str png, const char *type) {
    return str_find(png, str_from(type), 0);
}

static void few_colours_become_a_narrow_palette(void **state) {
    (void)state;
    static const unsigned expected[] = {1, 2, 4, 8};
    static const int wanted[] = {2, 4, 16, 40};
    for (size_t i = 0; i < 4; i++) {
        scene_init(&scene, &arena, STR("fig"), 301, 50); // odd: the last byte of a row is part full
        for (int c = 1; c < wanted[i]; c++)
            add_rect(7 * c, 3, 5, 40, opaque(5 * c, 250 - 5 * c, 40));
        struct str png = write_scene(plain);
        assert_int_equal(byte_at(png, TYPE_AT), TYPE_PALETTE);
        assert_int_equal(byte_at(png, DEPTH_AT), expected[i]);
        assert_int_equal(compare(decode(png), draw_whole(1, false)), 0);
    }
}

static void antialiased_edges_are_exact(void **state) {
    (void)state;
    add_disc(90.3, 80.7, 60.2, opaque(200, 30, 30));
    add_rect(150.25, 20.5, 100.5, 33.3, opaque(20, 60, 160));
    struct str png = write_scene(plain);
    assert_int_equal(byte_at(png, TYPE_AT), TYPE_PALETTE);
    assert_int_equal(compare(decode(png), draw_whole(1, false)), 0);
}

static void many_colours_become_rgb(void **state) {
    (void)state;
    add_rect(0, 0, 300, 20, opaque(1, 2, 3));
    add_gradient();
    struct str png = write_scene(plain);
    assert_int_equal(byte_at(png, TYPE_AT), TYPE_RGB);
    assert_int_equal(compare(decode(png), draw_whole(1, false)), 0);
}

static void transparent_paper_keeps_alpha(void **state) {
    (void)state;
    struct backend_options options = {.scale = 1, .transparent = true};
    add_disc(90.3, 80.7, 60.2, (struct colour){200, 30, 30, 128});
    struct str png = write_scene(options);
    assert_int_equal(byte_at(png, TYPE_AT), TYPE_PALETTE);
    assert_true(find_chunk(png, "tRNS") != SIZE_MAX);
    assert_int_equal(compare(decode(png), draw_whole(1, true)), 0);
    scene_open_clip(&scene, ROLE_MARK, (struct rect){10, 10, 200, 150}, 0.5);
    add_gradient();
    scene_close_group(&scene);
    png = write_scene(options);
    assert_int_equal(byte_at(png, TYPE_AT), TYPE_RGBA);
    assert_int_equal(compare(decode(png), draw_whole(1, true)), 0);
}

static void resolution_is_96_dpi_times_the_scale(void **state) {
    (void)state;
    static const double scales[] = {1, 2, 3.125};
    static const uint32_t expected[] = {3780, 7559, 11811}; // 96, 192 and 300 dpi
    for (size_t i = 0; i < 3; i++) {
        struct str png = write_scene((struct backend_options){.scale = scales[i]});
        size_t at = find_chunk(png, "pHYs") + 4;
        uint32_t x = byte_at(png, at) << 24 | byte_at(png, at + 1) << 16 |
                     byte_at(png, at + 2) << 8 | byte_at(png, at + 3);
        assert_int_equal(x, expected[i]);
        assert_int_equal(byte_at(png, at + 8), 1);
        assert_true(find_chunk(png, "sRGB") < at);
    }
}

static void bands_equal_the_whole(void **state) {
    (void)state;
    scene_init(&scene, &arena, STR("fig"), 500, 3000);
    for (int i = 0; i < 40; i++)
        add_disc(250 + 3.3 * i, 75.1 * i, 70.4, opaque(6 * i, 100, 250 - 6 * i));
    scene_open_clip(&scene, ROLE_MARK, (struct rect){20, 300.5, 300, 2000}, 0.5);
    add_rect(0, 250, 400, 1900.25, opaque(0, 120, 0));
    scene_close_group(&scene);
    assert_int_equal(compare(decode(write_scene(plain)), draw_whole(1, false)), 0);
}

static void a_picture_too_large_is_refused_with_advice(void **state) {
    (void)state;
    static const double sizes[][2] = {{100000, 100000}, {30001, 10}, {10, 30001}, {29000, 29000}};
    for (size_t i = 0; i < 4; i++) {
        scene_init(&scene, &arena, STR("fig"), sizes[i][0], sizes[i][1]);
        struct file_output file = open_file("large.png");
        assert_false(backend_png.write(&scene, NULL, &plain, &diag, &file));
        file_discard(&file);
        assert_int_equal(diag.count, i + 1);
        assert_int_equal(diag.entries[i].code, DIAG_PICTURE_SIZE);
        assert_true(diag.entries[i].hint.len > 0);
    }
}

// Rows through the writer alone, streamed when `whole_limit` is small.
static struct str write_pixels(cairo_surface_t *surface, size_t whole_limit, bool merge,
                               bool expect_restart) {
    struct file_output file = open_file("rows.png");
    struct png_form form = {.width = (unsigned)cairo_image_surface_get_width(surface),
                            .height = (unsigned)cairo_image_surface_get_height(surface),
                            .pixels_a_metre = 3780,
                            .merge = merge,
                            .whole_limit = whole_limit};
    struct png_rows *rows = png_rows_new(&arena, &file, form);
    const uint8_t *pixels = cairo_image_surface_get_data(surface);
    size_t stride = (size_t)cairo_image_surface_get_stride(surface);
    bool added = png_rows_add(rows, pixels, stride, form.height);
    assert_int_equal(added, !expect_restart);
    if (!added) {
        png_rows_restart(rows);
        assert_true(png_rows_add(rows, pixels, stride, form.height));
    }
    assert_true(png_rows_finish(rows));
    png_rows_free(rows);
    return close_file(&file);
}

static void streamed_rows_equal_the_whole(void **state) {
    (void)state;
    add_disc(90.3, 80.7, 60.2, opaque(200, 30, 30));
    cairo_surface_t *few = draw_whole(1, false);
    struct str png = write_pixels(few, 1000, false, false);
    assert_int_equal(byte_at(png, TYPE_AT), TYPE_PALETTE);
    assert_int_equal(compare(decode(png), few), 0);
    scene_open_clip(&scene, ROLE_MARK, (struct rect){0, 100, 300, 100}, 1);
    add_gradient(); // colours become many half way down
    scene_close_group(&scene);
    cairo_surface_t *many = draw_whole(1, false);
    png = write_pixels(many, 1000, false, true);
    assert_int_equal(byte_at(png, TYPE_AT), TYPE_RGB);
    assert_int_equal(compare(decode(png), many), 0);
}

// Flat colours and their edges: more than a palette holds, fewer when merged.
static void add_discs(void) {
    for (int i = 0; i < 6; i++)
        add_disc(40.3 + 40.3 * i, 40.3 + 20.7 * i, 37.2, opaque(25 * i, 225 - 25 * i, 9 * i));
}

static void merged_colours_stay_near(void **state) {
    (void)state;
    add_discs();
    cairo_surface_t *exact = draw_whole(1, false);
    assert_int_equal(byte_at(write_pixels(exact, PNG_ROWS_WHOLE, false, false), TYPE_AT), TYPE_RGB);
    struct str png = write_pixels(exact, PNG_ROWS_WHOLE, true, false);
    assert_int_equal(byte_at(png, TYPE_AT), TYPE_PALETTE);
    cairo_surface_t *merged = decode(png);
    for (int i = 0; i < 6; i++) {
        int x = (int)(40.3 + 40.3 * i), y = (int)(40.3 + 20.7 * i);
        assert_int_equal(pixel_at(merged, x, y), pixel_at(exact, x, y));
    }
    assert_int_equal(pixel_at(merged, 299, 0), 0xffffffffu);
    int difference = compare(merged, exact);
    assert_true(difference > 0 && difference <= PNG_MERGE_REACH);
}

static void points_are_drawn_one_by_one(void **state) {
    (void)state;
    struct path_builder builder = PATH_BUILDER(&arena);
    path_rect(&builder, (struct rect){-0.5, -0.5, 1, 1});
    static const struct point places[] = {{50, 50}, {100, 80}, {1e6, 0}};
    static const double sizes[] = {20, 10, 5};
    static const struct colour colours[] = {{9, 8, 7, 255}, {1, 200, 3, 255}, {0, 0, 0, 255}};
    scene_add_points(&scene, ROLE_MARK_SYMBOL, OWNER_NONE,
                     (struct scene_points){.shape = path_done(&builder),
                                           .places = places,
                                           .sizes = sizes,
                                           .colours = colours,
                                           .count = 3});
    cairo_surface_t *picture = decode(write_scene(plain));
    assert_int_equal(pixel_at(picture, 40, 40), 0xff090807u);
    assert_int_equal(pixel_at(picture, 59, 59), 0xff090807u);
    assert_int_equal(pixel_at(picture, 39, 50), 0xffffffffu);
    assert_int_equal(pixel_at(picture, 60, 50), 0xffffffffu);
    assert_int_equal(pixel_at(picture, 95, 75), 0xff01c803u);
    assert_int_equal(pixel_at(picture, 105, 80), 0xffffffffu);
    cairo_surface_destroy(picture);
}

static void very_many_points_are_stamped_alike(void **state) {
    (void)state;
    enum { COLUMNS = 100, ROWS = 60, COUNT = COLUMNS * ROWS, LEVEL = 4 };
    struct path_builder builder = PATH_BUILDER(&arena);
    path_circle(&builder, (struct point){0, 0}, 1);
    struct point *places = ARENA_ARRAY(&arena, COUNT, struct point);
    double *sizes = ARENA_ARRAY(&arena, COUNT, double);
    struct colour *colours = ARENA_ARRAY(&arena, COUNT, struct colour);
    for (int i = 0; i < COUNT; i++) { // on quarters of a pixel, where stamps are exact
        places[i] = (struct point){1.25 + 3.0 * (i % COLUMNS), 2.5 + 3.25 * (i / COLUMNS)};
        sizes[i] = 1 + 0.25 * (i % 3);
        colours[i] = opaque(0, 0, i % 2 ? 0 : 200);
    }
    scene_add_points(
        &scene, ROLE_MARK_SYMBOL, OWNER_NONE,
        (struct scene_points){path_done(&builder), places, sizes, colours, NULL, COUNT});
    int difference = compare(decode(write_scene(plain)), draw_whole(1, false));
    assert_true(difference > 0 && difference <= 2 * LEVEL); // steps of coverage, where discs touch
}

static void the_same_scene_gives_the_same_bytes(void **state) {
    (void)state;
    add_gradient();
    add_discs();
    assert_true(str_equal(write_scene(plain), write_scene(plain)));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(few_colours_become_a_narrow_palette, start, stop),
        cmocka_unit_test_setup_teardown(antialiased_edges_are_exact, start, stop),
        cmocka_unit_test_setup_teardown(many_colours_become_rgb, start, stop),
        cmocka_unit_test_setup_teardown(transparent_paper_keeps_alpha, start, stop),
        cmocka_unit_test_setup_teardown(resolution_is_96_dpi_times_the_scale, start, stop),
        cmocka_unit_test_setup_teardown(bands_equal_the_whole, start, stop),
        cmocka_unit_test_setup_teardown(a_picture_too_large_is_refused_with_advice, start, stop),
        cmocka_unit_test_setup_teardown(streamed_rows_equal_the_whole, start, stop),
        cmocka_unit_test_setup_teardown(merged_colours_stay_near, start, stop),
        cmocka_unit_test_setup_teardown(points_are_drawn_one_by_one, start, stop),
        cmocka_unit_test_setup_teardown(very_many_points_are_stamped_alike, start, stop),
        cmocka_unit_test_setup_teardown(the_same_scene_gives_the_same_bytes, start, stop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
