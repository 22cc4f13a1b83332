// The text dump: every kind of item, compared with tests/scene/*.txt.
//
// UPDATE_SCENES=1 in the environment writes the files anew; look at the difference before
// committing it.
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "config.h"
#include "scene/dump.h"
#include "scene/path.h"

static struct arena arena;
static struct scene scene;

static const struct colour ink = {34, 34, 34, 255}, pale = {120, 160, 220, 102};

static int start(void **state) {
    (void)state;
    arena_init(&arena, NULL, NULL);
    scene_init(&scene, &arena, STR("events"), 400, 300.5);
    return 0;
}

static int stop(void **state) {
    (void)state;
    arena_done(&arena);
    return 0;
}

static void write_golden(const char *path, struct str text) {
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(text.data, 1, text.len, file), text.len);
    assert_int_equal(fclose(file), 0);
}

static void assert_golden(const char *name) {
    char path[1000], expected[20000] = "";
    struct buf dump = BUF_INIT(&arena);
    scene_dump(&scene, &dump);
    snprintf(path, sizeof path, "%s/tests/scene/%s.txt", TUSHUO_SOURCE_DIR, name);
    if (getenv("UPDATE_SCENES"))
        write_golden(path, buf_str(&dump));
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    size_t len = fread(expected, 1, sizeof expected - 1, file);
    fclose(file);
    expected[len] = '\0';
    assert_string_equal(dump.data, expected);
    buf_done(&dump);
}

static void shapes_and_paints(void **state) {
    (void)state;
    const struct paint_stop stops[] = {{0, ink}, {0.5, pale}, {1, ink}};
    const double dashes[] = {4, 2.5};
    struct path_builder builder = PATH_BUILDER(&arena);
    scene_open_group(&scene, ROLE_MARK, STR("各类活动 \"场次\""));
    scene_add_rect(&scene, ROLE_MARK_RECT, scene_new_owner(&scene),
                   (struct rect){10, 20.004, 200, 16}, paint_solid(pale))
        ->label = STR("主题教育：300余场次");
    scene_open_clip(&scene, ROLE_MARK, (struct rect){0, 0, 100, 50}, 0.25);
    scene_add_line(&scene, ROLE_AXIS_GRID, (struct point){0, 5}, (struct point){400, 5}, 1, ink);
    scene_close_group(&scene);
    scene_close_group(&scene);
    path_circle(&builder, (struct point){50, 50}, 10);
    struct scene_path ring = {.path = path_done(&builder),
                              .fill = {.kind = PAINT_RADIAL,
                                       .from = {50, 50},
                                       .radius = 10,
                                       .stops = stops,
                                       .stop_count = 3},
                              .stroke = {.paint = {.kind = PAINT_LINEAR,
                                                   .from = {40, 0},
                                                   .to = {60, 0},
                                                   .stops = stops,
                                                   .stop_count = 3},
                                         .width = 1.5,
                                         .cap = CAP_ROUND,
                                         .join = JOIN_BEVEL,
                                         .dashes = dashes,
                                         .dash_count = 2},
                              .even_odd = true,
                              .opacity = 0.8};
    scene_add_path(&scene, ROLE_MARK_ARC, OWNER_NONE, ring);
    assert_golden("shapes");
}

static void points_and_images(void **state) {
    (void)state;
    const struct point places[] = {{1, 2}, {3.333, -4}};
    const double sizes[] = {6, 12};
    const struct colour colours[] = {ink, pale};
    const struct str labels[] = {STR("甲"), STR_NONE};
    const uint8_t pixel[4] = {1, 2, 3, 4};
    struct path_builder builder = PATH_BUILDER(&arena);
    path_rect(&builder, (struct rect){-0.5, -0.5, 1, 1});
    scene.title = STR("标题");
    scene.description = STR("说明\n第二行");
    scene.language = STR("zh-Hans");
    scene.paper = COLOUR_NONE;
    scene_add_points(&scene, ROLE_MARK_SYMBOL, OWNER_NONE,
                     (struct scene_points){.shape = path_done(&builder),
                                           .places = places,
                                           .sizes = sizes,
                                           .colours = colours,
                                           .labels = labels,
                                           .count = 2});
    scene_add_image(
        &scene, ROLE_ORNAMENT,
        (struct scene_image){.place = {5, 5, 20, 10}, .width = 1, .height = 1, .rgba = pixel});
    assert_golden("points");
}

static void texts(void **state) {
    (void)state;
    const struct scene_glyph glyphs[] = {{.id = 7, .place = {0, 0}}, {.id = 9, .place = {14, 0}}};
    const struct scene_glyph dot[] = {{.id = 3, .place = {3.5, -14}}};
    const struct scene_run runs[] = {
        {.size = 14,
         .colour = ink,
         .stretch_x = 1,
         .glyphs = glyphs,
         .glyph_count = 2,
         .words = STR("场次")},
        {.size = 7,
         .colour = pale,
         .turn_deg = 90,
         .stretch_x = 0.5,
         .glyphs = dot,
         .glyph_count = 1},
    };
    struct scene_text text = {.words = STR("场次"),
                              .origin = {100, 50},
                              .advance = 28,
                              .ink = {100.5, 38, 27, 13},
                              .runs = runs,
                              .run_count = 2};
    scene_add_text(&scene, ROLE_AXIS_TITLE, OWNER_NONE, text);
    text.angle_deg = -90;
    text.vertical = true;
    text.halo_width = 3;
    text.halo = pale;
    text.run_count = 1;
    scene_add_text(&scene, ROLE_MARK_LABEL, scene_new_owner(&scene), text)->label = STR("300场次");
    assert_golden("texts");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(shapes_and_paints, start, stop),
        cmocka_unit_test_setup_teardown(points_and_images, start, stop),
        cmocka_unit_test_setup_teardown(texts, start, stop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
