// The layout checker, on scenes built by hand: what it finds, what it lets pass.
#include "unit.h"

#include <math.h>
#include <string.h>
#include <time.h>

#include "scene/check.h"
#include "scene/path.h"

static struct arena arena;
static struct scene scene;
static const struct finding *findings;

static const struct colour black = {0, 0, 0, 255}, white = {255, 255, 255, 255};
static const struct colour blue = {31, 79, 150, 255}, grey = {150, 150, 150, 255};
static const struct check_limits limits = {
    .min_text_px = 12, .contrast_small = 4.5, .contrast_large = 3, .large_text_px = 24};

static int start(void **state) {
    (void)state;
    arena_init(&arena, NULL, NULL);
    scene_init(&scene, &arena, STR("fig"), 400, 300);
    return 0;
}

static int stop(void **state) {
    (void)state;
    arena_done(&arena);
    return 0;
}

// A text whose ink is `ink` turned about its centre.
static struct scene_item *add_turned_text(const char *words, enum scene_role role, uint32_t owner,
                                          struct rect ink, double angle_deg) {
    struct scene_run *run = ARENA_NEW(&arena, struct scene_run);
    *run = (struct scene_run){.size = 14, .colour = black, .stretch_x = 1};
    double angle = angle_deg * 3.14159265358979323846 / 180, c = fabs(cos(angle)),
           s = fabs(sin(angle));
    double width = ink.width * c + ink.height * s, height = ink.width * s + ink.height * c;
    struct rect turned = {ink.x + (ink.width - width) / 2, ink.y + (ink.height - height) / 2, width,
                          height};
    struct scene_text text = {.words = str_from(words),
                              .origin = {ink.x, rect_bottom(ink)},
                              .angle_deg = angle_deg,
                              .advance = ink.width,
                              .box = turned,
                              .ink = turned,
                              .runs = run,
                              .run_count = 1};
    return scene_add_text(&scene, role, owner, text);
}

static struct scene_item *add_text(const char *words, enum scene_role role, uint32_t owner,
                                   struct rect ink) {
    return add_turned_text(words, role, owner, ink, 0);
}

static struct scene_item *add_bar(uint32_t owner, struct rect rect, struct colour colour) {
    return scene_add_rect(&scene, ROLE_MARK_RECT, owner, rect, paint_solid(colour));
}

static size_t check(void) {
    return scene_check(&arena, &scene, limits, &findings);
}

static void assert_only(enum finding_kind kind, const char *text, const char *partner) {
    assert_int_equal(check(), 1);
    assert_string_equal(finding_name(findings[0].kind), finding_name(kind));
    assert_true(str_is(findings[0].text, text));
    assert_true(str_is(findings[0].partner, partner));
}

static void a_good_figure_has_no_findings(void **state) {
    (void)state;
    uint32_t owner = scene_new_owner(&scene);
    add_text("标题", ROLE_TITLE_TEXT, OWNER_NONE, (struct rect){10, 10, 100, 20});
    scene_add_line(&scene, ROLE_AXIS_GRID, (struct point){50, 0}, (struct point){50, 300}, 1, grey);
    add_bar(owner, (struct rect){100, 100, 200, 20}, grey);
    add_text("300余场次", ROLE_MARK_LABEL, owner, (struct rect){220, 102, 70, 14});
    add_text("主题教育", ROLE_AXIS_LABEL, OWNER_NONE, (struct rect){30, 102, 69, 14});
    assert_int_equal(check(), 0);
}

static void texts_that_overlap_are_found(void **state) {
    (void)state;
    add_text("甲", ROLE_AXIS_LABEL, OWNER_NONE, (struct rect){10, 10, 40, 14});
    add_text("乙", ROLE_AXIS_LABEL, OWNER_NONE, (struct rect){40, 14, 40, 14});
    assert_only(FINDING_TEXT_ON_TEXT, "甲", "乙");
    assert_true(fabs(findings[0].measure - 100) < 1e-6);
    assert_true(findings[0].box.x == 40 && findings[0].box.y == 14);
}

static void touching_texts_do_not_overlap(void **state) {
    (void)state;
    add_text("甲", ROLE_AXIS_LABEL, OWNER_NONE, (struct rect){10, 10, 40, 14});
    add_text("乙", ROLE_AXIS_LABEL, OWNER_NONE, (struct rect){50, 10, 40, 14});
    assert_int_equal(check(), 0);
}

static void turned_texts_are_compared_by_their_corners(void **state) {
    (void)state;
    // Parallel diagonals: the upright boxes overlap, the inks do not.
    for (double angle = 30; angle <= 60; angle += 15) {
        scene.count = 0;
        add_turned_text("甲", ROLE_AXIS_LABEL, OWNER_NONE, (struct rect){100, 100, 100, 12}, angle);
        add_turned_text("乙", ROLE_AXIS_LABEL, OWNER_NONE, (struct rect){140, 100, 100, 12}, angle);
        assert_true(rect_overlaps(scene.items[0].text.ink, scene.items[1].text.ink));
        assert_int_equal(check(), 0);
        add_turned_text("丙", ROLE_AXIS_LABEL, OWNER_NONE, (struct rect){140, 104, 100, 12},
                        -angle);
        assert_true(check() >= 1);
    }
}

static void a_text_over_anothers_mark_is_found(void **state) {
    (void)state;
    uint32_t own = scene_new_owner(&scene), other = scene_new_owner(&scene);
    add_bar(own, (struct rect){0, 0, 100, 20}, grey);
    add_bar(other, (struct rect){100, 0, 100, 20}, grey)->label = STR("第二项");
    add_text("值", ROLE_MARK_LABEL, own, (struct rect){80, 3, 40, 14});
    assert_only(FINDING_TEXT_ON_MARK, "值", "第二项");
    assert_int_equal(findings[0].item, 2);
    assert_int_equal(findings[0].other, 1);
    assert_true(fabs(findings[0].measure - 280) < 1e-6);
}

static void a_title_may_lie_on_paper_but_not_on_marks(void **state) {
    (void)state;
    scene_add_rect(&scene, ROLE_PAPER, OWNER_NONE, (struct rect){0, 0, 400, 300},
                   paint_solid(white));
    scene_add_rect(&scene, ROLE_ORNAMENT, OWNER_NONE, (struct rect){0, 0, 400, 60},
                   paint_solid(grey));
    add_text("标题", ROLE_TITLE_TEXT, OWNER_NONE, (struct rect){10, 10, 100, 20});
    assert_int_equal(check(), 0);
    add_bar(scene_new_owner(&scene), (struct rect){50, 15, 10, 200}, grey);
    assert_only(FINDING_TEXT_ON_MARK, "标题", "");
}

static void add_line_mark(const struct point *points, size_t count, double width) {
    struct path_builder builder = PATH_BUILDER(&arena);
    path_move(&builder, points[0].x, points[0].y);
    for (size_t i = 1; i < count; i++)
        path_line(&builder, points[i].x, points[i].y);
    scene_add_path(&scene, ROLE_MARK_LINE, OWNER_NONE,
                   (struct scene_path){.path = path_done(&builder),
                                       .stroke = {.paint = paint_solid(blue), .width = width},
                                       .opacity = 1});
}

static void a_line_is_where_it_is_drawn(void **state) {
    (void)state;
    const struct point peak[] = {{0, 300}, {200, 100}, {400, 300}};
    add_line_mark(peak, 3, 2);
    add_text("峰下", ROLE_MARK_LABEL, OWNER_NONE, (struct rect){180, 200, 40, 14});
    assert_int_equal(check(), 0); // inside the line's bounds, but not on it
    add_text("线上", ROLE_MARK_LABEL, OWNER_NONE, (struct rect){280, 190, 40, 14});
    assert_only(FINDING_TEXT_ON_MARK, "线上", "");
}

static void a_hole_is_not_its_shape(void **state) {
    (void)state;
    struct path_builder builder = PATH_BUILDER(&arena);
    path_circle(&builder, (struct point){200, 150}, 100);
    path_move(&builder, 260, 150);
    path_arc(&builder, (struct point){200, 150}, 60, 360, 0);
    path_close(&builder);
    scene_add_path(
        &scene, ROLE_MARK_ARC, scene_new_owner(&scene),
        (struct scene_path){.path = path_done(&builder), .fill = paint_solid(grey), .opacity = 1});
    add_text("合计", ROLE_MARK_TEXT, OWNER_NONE, (struct rect){180, 143, 40, 14});
    assert_int_equal(check(), 0);
    add_text("环上", ROLE_MARK_TEXT, OWNER_NONE, (struct rect){120, 143, 20, 14});
    assert_only(FINDING_TEXT_ON_MARK, "环上", "");
}

static void points_are_marks_too(void **state) {
    (void)state;
    struct path_builder builder = PATH_BUILDER(&arena);
    path_circle(&builder, (struct point){0, 0}, 0.5);
    const struct point places[] = {{50, 50}, {200, 150}};
    const double sizes[] = {10, 10};
    const struct colour colours[] = {grey, grey};
    scene_add_points(&scene, ROLE_MARK_SYMBOL, OWNER_NONE,
                     (struct scene_points){.shape = path_done(&builder),
                                           .places = places,
                                           .sizes = sizes,
                                           .colours = colours,
                                           .count = 2});
    add_text("旁", ROLE_MARK_TEXT, OWNER_NONE, (struct rect){56, 43, 14, 14});
    assert_int_equal(check(), 0);
    add_text("上", ROLE_MARK_TEXT, OWNER_NONE, (struct rect){198, 143, 14, 14});
    assert_only(FINDING_TEXT_ON_MARK, "上", "");
}

static void text_beyond_the_canvas_or_a_clip_is_found(void **state) {
    (void)state;
    add_text("边", ROLE_AXIS_LABEL, OWNER_NONE, (struct rect){-0.4, 10, 20, 14});
    assert_int_equal(check(), 0);
    add_text("出", ROLE_AXIS_LABEL, OWNER_NONE, (struct rect){390, 10, 20, 14});
    assert_only(FINDING_TEXT_OFF_CANVAS, "出", "");
    assert_true(fabs(findings[0].measure - 140) < 1e-6);
    scene.count = 0;
    scene_open_clip(&scene, ROLE_MARK, (struct rect){0, 0, 100, 100}, 1);
    add_text("剪", ROLE_MARK_TEXT, OWNER_NONE, (struct rect){90, 10, 20, 14});
    scene_close_group(&scene);
    assert_only(FINDING_TEXT_OFF_CANVAS, "剪", "");
}

static void what_a_clip_hides_collides_with_nothing(void **state) {
    (void)state;
    scene_open_clip(&scene, ROLE_MARK, (struct rect){0, 0, 100, 100}, 1);
    add_bar(OWNER_NONE, (struct rect){50, 50, 300, 300}, grey);
    scene_close_group(&scene);
    add_text("外", ROLE_MARK_TEXT, OWNER_NONE, (struct rect){200, 200, 40, 14});
    assert_int_equal(check(), 0);
}

static void small_text_is_found(void **state) {
    (void)state;
    struct scene_item *item = add_text("小", ROLE_FOOT, OWNER_NONE, (struct rect){10, 10, 11, 11});
    struct scene_run run = item->text.runs[0];
    run.size = 11;
    item->text.runs = &run;
    assert_only(FINDING_TEXT_TOO_SMALL, "小", "");
    assert_true(findings[0].measure == 11 && findings[0].limit == 12);
}

static void contrast_is_against_what_lies_under(void **state) {
    (void)state;
    uint32_t owner = scene_new_owner(&scene);
    add_bar(owner, (struct rect){10, 10, 100, 30}, blue);
    struct scene_item *item = add_text("值", ROLE_MARK_LABEL, owner, (struct rect){20, 15, 30, 14});
    assert_only(FINDING_LOW_CONTRAST, "值", ""); // black on dark blue
    struct scene_run run = item->text.runs[0];
    run.colour = white;
    item->text.runs = &run;
    assert_int_equal(check(), 0);
    item->text.ink.x = item->text.box.x = 150; // white on paper
    assert_only(FINDING_LOW_CONTRAST, "值", "");
    item->text.halo_width = 3;
    item->text.halo = blue;
    assert_int_equal(check(), 0);
}

static void a_gradient_counts_by_its_worst_stop(void **state) {
    (void)state;
    const struct paint_stop stops[] = {{0, {255, 255, 255, 255}}, {1, {31, 79, 150, 255}}};
    uint32_t owner = scene_new_owner(&scene);
    scene_add_rect(&scene, ROLE_MARK_RECT, owner, (struct rect){10, 10, 300, 30},
                   (struct paint){.kind = PAINT_LINEAR,
                                  .from = {10, 0},
                                  .to = {310, 0},
                                  .stops = stops,
                                  .stop_count = 2});
    add_text("值", ROLE_MARK_LABEL, owner, (struct rect){20, 15, 30, 14});
    assert_only(FINDING_LOW_CONTRAST, "值", "");
}

static void a_translucent_fill_is_laid_over_the_paper(void **state) {
    (void)state;
    uint32_t owner = scene_new_owner(&scene);
    scene_open_clip(&scene, ROLE_MARK, (struct rect){0, 0, 400, 300}, 0.2);
    add_bar(owner, (struct rect){10, 10, 100, 30}, blue);
    scene_close_group(&scene);
    add_text("值", ROLE_MARK_LABEL, owner, (struct rect){20, 15, 30, 14});
    assert_int_equal(check(), 0); // black on pale blue
}

static void findings_come_in_the_order_of_the_items(void **state) {
    (void)state;
    add_text("一", ROLE_FOOT, OWNER_NONE, (struct rect){390, 10, 30, 14});
    add_text("二", ROLE_FOOT, OWNER_NONE, (struct rect){385, 12, 10, 14});
    add_text("三", ROLE_FOOT, OWNER_NONE, (struct rect){-5, 100, 30, 14});
    assert_int_equal(check(), 3);
    assert_int_equal(findings[0].kind, FINDING_TEXT_ON_TEXT);
    assert_int_equal(findings[1].kind, FINDING_TEXT_OFF_CANVAS);
    assert_int_equal(findings[2].item, 2);
}

static double random_upto(unsigned *seed, double limit) {
    *seed = *seed * 1664525 + 1013904223;
    return (double)(*seed >> 8) / (1 << 24) * limit;
}

static double shared_area(struct rect a, struct rect b) {
    double width = fmin(rect_right(a), rect_right(b)) - fmax(a.x, b.x);
    double height = fmin(rect_bottom(a), rect_bottom(b)) - fmax(a.y, b.y);
    return width > 0 && height > 0 ? width * height : 0;
}

// Pairs that must be found, by looking at all of them.
static size_t count_pairs(void) {
    size_t pairs = 0;
    for (size_t i = 0; i < scene.count; i++) {
        for (size_t k = i + 1; k < scene.count; k++) {
            bool text = scene.items[i].kind == SCENE_TEXT || scene.items[k].kind == SCENE_TEXT;
            pairs +=
                text && shared_area(scene_item_bounds(&scene, i), scene_item_bounds(&scene, k)) > 1;
        }
    }
    return pairs;
}

static void the_grid_misses_no_pair(void **state) {
    (void)state;
    unsigned seed = 7;
    size_t all = 0;
    for (int round = 0; round < 30; round++) {
        scene.count = 0;
        for (int i = 0; i < 60; i++) {
            struct rect box = {random_upto(&seed, 380), random_upto(&seed, 280),
                               random_upto(&seed, 60), random_upto(&seed, 30)};
            if (i % 3)
                add_text("字", ROLE_MARK_TEXT, OWNER_NONE, box);
            else
                add_bar(OWNER_NONE, box, white);
        }
        size_t count = check(), pairs = 0;
        for (size_t i = 0; i < count; i++)
            pairs += findings[i].kind == FINDING_TEXT_ON_TEXT ||
                     findings[i].kind == FINDING_TEXT_ON_MARK;
        assert_int_equal(pairs, count_pairs());
        all += pairs;
    }
    assert_true(all > 500);
}

// Looking at every pair would be 10^9 comparisons here.
static void many_items_are_checked_quickly(void **state) {
    (void)state;
    scene.width = 4000;
    scene.height = 200000;
    for (int i = 0; i < 30000; i++) {
        uint32_t owner = scene_new_owner(&scene);
        double x = i % 3 * 1300.0, y = i / 3 * 20.0;
        add_bar(owner, (struct rect){x + 200, y, 900, 16}, grey);
        add_text("值", ROLE_MARK_LABEL, owner, (struct rect){x + 1000, y + 1, 40, 14});
    }
    clock_t begin = clock();
    assert_int_equal(check(), 0);
    assert_true((double)(clock() - begin) / CLOCKS_PER_SEC < 5);
}

int main(void) {
#define CASE(name) cmocka_unit_test_setup_teardown(name, start, stop)
    const struct CMUnitTest tests[] = {
        CASE(a_good_figure_has_no_findings),
        CASE(texts_that_overlap_are_found),
        CASE(touching_texts_do_not_overlap),
        CASE(turned_texts_are_compared_by_their_corners),
        CASE(a_text_over_anothers_mark_is_found),
        CASE(a_title_may_lie_on_paper_but_not_on_marks),
        CASE(a_line_is_where_it_is_drawn),
        CASE(a_hole_is_not_its_shape),
        CASE(points_are_marks_too),
        CASE(text_beyond_the_canvas_or_a_clip_is_found),
        CASE(what_a_clip_hides_collides_with_nothing),
        CASE(small_text_is_found),
        CASE(contrast_is_against_what_lies_under),
        CASE(a_gradient_counts_by_its_worst_stop),
        CASE(a_translucent_fill_is_laid_over_the_paper),
        CASE(findings_come_in_the_order_of_the_items),
        CASE(the_grid_misses_no_pair),
        CASE(many_items_are_checked_quickly),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
