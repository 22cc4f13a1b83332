// PDF and EPS: the same bytes whenever and wherever; text as pixels at quarters of a pixel.
#include "unit.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "backend/backend.h"
#include "backend/glyph_masks.h"

static struct arena arena;
static struct diag diag;
static struct scene scene;
static struct text_engine *engine;
static char folder[64];

static int start(void **state) {
    (void)state;
    arena_init(&arena, NULL, NULL);
    diag_init(&diag, &arena);
    scene_init(&scene, &arena, STR("fig"), 400, 100);
    scene.title = STR("产值5.38亿元");
    engine = text_open(&arena, &diag, &(struct text_options){STR_NONE});
    strcpy(folder, "/tmp/tushuo-vector-XXXXXX");
    return engine && mkdtemp(folder) ? 0 : -1;
}

static int stop(void **state) {
    (void)state;
    text_close(engine);
    arena_done(&arena);
    return rmdir(folder);
}

static void add_text(const char *words, double x) {
    struct text_request request = {
        .words = str_from(words),
        .style = {.fonts = STR("Noto Sans CJK SC"), .size = 28, .colour = {30, 30, 30, 255}},
    };
    const struct text_block *block = text_set(engine, &arena, &diag, &request);
    text_place(&scene, ROLE_TITLE, OWNER_NONE, block,
               &(struct text_placement){.at = {x, 20}, .align = ALIGN_START});
}

static struct str write_scene(const char *format, struct backend_options options) {
    struct file_output file;
    struct str bytes;
    assert_true(file_create(&file, &arena, &diag, str_printf(&arena, "%s/picture", folder)));
    assert_true(backend_find(str_from(format))->write(&scene, engine, &options, &diag, &file));
    assert_true(file_commit(&file, &diag));
    assert_true(file_read(&arena, &diag, (struct diag_place){0}, file.path, FILE_LIMIT, &bytes));
    unlink(str_terminate(&arena, file.path));
    assert_int_equal(diag.count, 0);
    return bytes;
}

static bool contains(struct str bytes, const char *part) {
    return str_find(bytes, str_from(part), 0) != SIZE_MAX;
}

static const struct backend_options dated = {.scale = 1, .creation_time = 1676678400};

static void dates_are_the_documents(void **state) {
    (void)state;
    add_text("产值5.38亿元", 20);
    assert_true(contains(write_scene("pdf", dated), "/CreationDate (20230218000000"));
    assert_true(contains(write_scene("eps", dated), "%%CreationDate: Sat Feb 18 00:00:00 2023\n"));
}

static void time_zone_and_locale_do_not_matter(void **state) {
    (void)state;
    add_text("产值5.38亿元", 20);
    struct str pdf = write_scene("pdf", dated), eps = write_scene("eps", dated);
    setenv("TZ", "Asia/Shanghai", 1);
    setlocale(LC_ALL, "C.UTF-8");
    assert_true(str_equal(write_scene("pdf", dated), pdf));
    assert_true(str_equal(write_scene("eps", dated), eps));
    setlocale(LC_ALL, "C");
    unsetenv("TZ");
}

static void fonts_opened_before_do_not_matter(void **state) {
    (void)state;
    add_text("产值5.38亿元", 20);
    struct str pdf = write_scene("pdf", dated);
    struct scene plain = scene;
    scene_init(&scene, &arena, STR("other"), 400, 100);
    add_text("ABC кириллица", 10);
    write_scene("pdf", dated);
    scene = plain;
    assert_true(str_equal(write_scene("pdf", dated), pdf));
}

static void a_page_too_large_is_refused_with_advice(void **state) {
    (void)state;
    static const char *const formats[] = {"pdf", "eps"};
    scene_init(&scene, &arena, STR("fig"), 100000, 100000);
    for (size_t i = 0; i < 2; i++) {
        struct file_output file;
        assert_true(file_create(&file, &arena, &diag, str_printf(&arena, "%s/large", folder)));
        const struct backend *backend = backend_find(str_from(formats[i]));
        assert_false(backend->write(&scene, engine, &dated, &diag, &file));
        file_discard(&file);
        // The two complaints are the same sentence about the same figure: folded into one.
        assert_int_equal(diag.count, 1);
        assert_int_equal(diag.entries[0].code, DIAG_PICTURE_SIZE);
        assert_true(diag.entries[0].hint.len > 0);
    }
}

static struct str write_png_at(double x, struct glyph_masks *masks) {
    scene.count = 0;
    add_text("5.38亿元", x);
    return write_scene("png", (struct backend_options){.scale = 1, .masks = masks});
}

static void masks_move_by_quarter_pixels(void **state) {
    (void)state;
    struct glyph_masks *masks = glyph_masks_new(&arena);
    struct str at_0 = write_png_at(20, masks), at_quarter = write_png_at(20.25, masks);
    assert_false(str_equal(at_0, at_quarter));
    assert_false(str_equal(at_quarter, write_png_at(20.5, masks)));
    // Kept masks draw what new ones draw.
    assert_true(str_equal(write_png_at(20, masks), at_0));
    assert_true(str_equal(write_png_at(20, NULL), at_0));
    glyph_masks_free(masks);
}

static void turned_and_large_text_is_drawn(void **state) {
    (void)state;
    struct backend_options large = {.scale = 16}; // 448 px an em: filled as paths
    struct str blank = write_scene("png", large);
    add_text("亿元", 20);
    assert_true(write_scene("png", large).len > blank.len + 1000);
    scene.items[0].text.angle_deg = 30;
    scene.items[0].text.halo_width = 3;
    scene.items[0].text.halo = (struct colour){200, 0, 0, 255};
    struct str turned = write_scene("png", (struct backend_options){.scale = 1});
    assert_false(str_equal(turned, write_png_at(20, NULL)));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(dates_are_the_documents, start, stop),
        cmocka_unit_test_setup_teardown(time_zone_and_locale_do_not_matter, start, stop),
        cmocka_unit_test_setup_teardown(fonts_opened_before_do_not_matter, start, stop),
        cmocka_unit_test_setup_teardown(a_page_too_large_is_refused_with_advice, start, stop),
        cmocka_unit_test_setup_teardown(masks_move_by_quarter_pixels, start, stop),
        cmocka_unit_test_setup_teardown(turned_and_large_text_is_drawn, start, stop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
