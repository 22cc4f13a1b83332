// Marks beside bars, in Vega-Lite's geometry.
#include "chart_fixture.h"

#include "scene/path.h"

#define DATA                                                         \
    "\"data\": {\"values\": [{\"a\": \"A\", \"b\": 20, \"c\": 40}, " \
    "{\"a\": \"B\", \"b\": 100, \"c\": 60}]}"
#define PLACES                                                          \
    "\"encoding\": {\"y\": {\"field\": \"a\", \"type\": \"nominal\"}, " \
    "\"x\": {\"field\": \"b\", \"type\": \"quantitative\"}"

static struct point plot_corner(const struct scene *scene) {
    struct rect frame = scene_item_bounds(scene, find_role(scene, ROLE_FRAME, 0));
    return (struct point){frame.x, frame.y};
}

static struct point centre_of(const struct scene *scene, enum scene_role role, size_t nth) {
    struct rect box = scene_item_bounds(scene, find_role(scene, role, nth));
    return (struct point){box.x + box.width / 2, box.y + box.height / 2};
}

// Without the width of its stroke.
static struct rect line_of(const struct scene *scene, size_t nth) {
    return path_bounds(&scene->items[find_role(scene, ROLE_MARK_RULE, nth)].path.path);
}

// Names of points stand on a point scale: half a step of 20 px from the edge.
static void points_stand_at_their_amounts(void **state) {
    struct scene scene;
    assert_true(draw(*state, "vega", "{\"mark\": \"point\", " DATA ", " PLACES "}}", &scene));
    struct point corner = plot_corner(&scene);
    struct point first = centre_of(&scene, ROLE_MARK_SYMBOL, 0);
    struct point second = centre_of(&scene, ROLE_MARK_SYMBOL, 1);
    assert_near(first.x - corner.x, 60);
    assert_near(first.y - corner.y, 10);
    assert_near(second.x - corner.x, 300);
    assert_near(second.y - corner.y, 30);
    assert_int_equal(scene.items[find_role(&scene, ROLE_MARK_SYMBOL, 0)].path.fill.kind,
                     PAINT_NONE);
}

static void ticks_take_three_quarters_of_the_step(void **state) {
    struct scene scene;
    assert_true(draw(*state, "vega", "{\"mark\": \"tick\", " DATA ", " PLACES "}}", &scene));
    struct point corner = plot_corner(&scene);
    check_bar(&scene, 0, (struct rect){corner.x + 59.5, corner.y + 2.5, 1, 15});
}

static void rules_cross_the_plot_or_join_two_amounts(void **state) {
    struct scene scene;
    assert_true(draw(*state, "vega",
                     "{\"layer\": [{\"mark\": \"bar\"}, {\"mark\": \"rule\", \"encoding\": "
                     "{\"x2\": {\"field\": \"c\"}}}], " DATA ", " PLACES "}}",
                     &scene));
    struct rect joined = line_of(&scene, 1);
    assert_near(joined.width, 120);
    assert_true(draw(*state, "vega",
                     "{\"layer\": [{\"mark\": \"bar\", " PLACES "}}, {\"mark\": \"rule\", "
                     "\"encoding\": {\"x\": {\"datum\": 50}}}], " DATA "}",
                     &scene));
    assert_int_equal(count_role(&scene, ROLE_MARK_RULE), 1);
    struct rect across = line_of(&scene, 0);
    assert_near(across.x + across.width / 2 - plot_corner(&scene).x, 150);
    assert_near(across.height, 40);
}

static void constants_are_px_of_the_plot(void **state) {
    struct scene scene;
    assert_true(draw(*state, "vega",
                     "{\"layer\": [{\"mark\": \"bar\", " PLACES "}}, {\"mark\": \"rule\", "
                     "\"encoding\": {\"x\": {\"value\": 30}, \"x2\": {\"value\": \"width\"}, "
                     "\"y\": {\"value\": 10}}}], " DATA "}",
                     &scene));
    struct rect line = line_of(&scene, 0);
    assert_near(line.x - plot_corner(&scene).x, 30);
    assert_near(line.width, 270);
    assert_near(line.y - plot_corner(&scene).y, 10);
    assert_near(line.height, 0);
}

static void texts_say_their_field(void **state) {
    struct scene scene;
    assert_true(draw(*state, "vega",
                     "{\"layer\": [{\"mark\": \"bar\"}, {\"mark\": {\"type\": \"text\", "
                     "\"align\": \"left\", \"dx\": 3}, \"encoding\": {\"text\": {\"field\": "
                     "\"c\", \"type\": \"quantitative\"}}}], " DATA ", " PLACES "}}",
                     &scene));
    check_words(&scene, ROLE_MARK_TEXT, 1, "60");
    struct point origin = scene.items[find_role(&scene, ROLE_MARK_TEXT, 0)].text.origin;
    assert_near(origin.x - plot_corner(&scene).x, 63);
}

static void properties_of_other_marks_are_refused(void **state) {
    struct scene scene;
    assert_false(draw(*state, "vega",
                      "{\"mark\": {\"type\": \"bar\", \"dx\": 3}, " DATA ", " PLACES "}}", &scene));
    check_error(*state, DIAG_UNSUPPORTED);
}

// Rows side by side share a band and are not piled up; piled rows begin where the last one ended.
static void colours_pile_up_unless_set_side_by_side(void **state) {
    struct scene scene;
    const char *piled =
        "{\"mark\": \"bar\", \"data\": {\"values\": [{\"a\": \"A\", \"s\": \"p\", \"b\": 30}, "
        "{\"a\": \"A\", \"s\": \"q\", \"b\": 70}]}, " PLACES ", \"color\": {\"field\": \"s\"}}}";
    assert_true(draw(*state, "vega", piled, &scene));
    struct point corner = plot_corner(&scene);
    check_bar(&scene, 0, (struct rect){corner.x, corner.y + 1, 90, 18});
    check_bar(&scene, 1, (struct rect){corner.x + 90, corner.y + 1, 210, 18});
    assert_int_equal(count_role(&scene, ROLE_LEGEND_SYMBOL), 2);
    const char *beside =
        "{\"mark\": \"bar\", \"data\": {\"values\": [{\"a\": \"A\", \"s\": \"p\", \"b\": 35}, "
        "{\"a\": \"A\", \"s\": \"q\", \"b\": 70}]}, " PLACES ", \"color\": {\"field\": \"s\"}, "
        "\"yOffset\": {\"field\": \"s\"}}}";
    assert_true(draw(*state, "vega", beside, &scene));
    struct rect first = scene_item_bounds(&scene, find_role(&scene, ROLE_MARK_RECT, 0));
    struct rect second = scene_item_bounds(&scene, find_role(&scene, ROLE_MARK_RECT, 1));
    assert_near(first.x, second.x);
    assert_near(first.y + first.height, second.y);
    assert_near(first.height, 20);
}

static void normalized_piles_fill_the_axis(void **state) {
    struct scene scene;
    assert_true(draw(*state, "vega",
                     "{\"mark\": \"bar\", \"data\": {\"values\": [{\"a\": \"A\", \"s\": \"p\", "
                     "\"b\": 1}, {\"a\": \"A\", \"s\": \"q\", \"b\": 3}]}, \"encoding\": {\"y\": "
                     "{\"field\": \"a\"}, \"x\": {\"field\": \"b\", \"type\": \"quantitative\", "
                     "\"stack\": \"normalize\"}, \"color\": {\"field\": \"s\"}}}",
                     &scene));
    struct point corner = plot_corner(&scene);
    check_bar(&scene, 0, (struct rect){corner.x, corner.y + 1, 75, 18});
    check_bar(&scene, 1, (struct rect){corner.x + 75, corner.y + 1, 225, 18});
}

#define PILE                                                                                   \
    "\"mark\": \"bar\", \"data\": {\"values\": [{\"s\": \"p\", \"b\": 30, \"o\": 1}, {\"s\": " \
    "\"q\", \"b\": 70, \"o\": 2}]}"

// Upwards the first colour lies on top, unless the author orders colours or piles.
static void piles_follow_the_orders_given(void **state) {
    static const struct {
        const char *more;
        double p; // where the 30 of p begins, from below
    } cases[] = {
        {"\"color\": {\"field\": \"s\"}", 70},
        {"\"color\": {\"field\": \"s\", \"sort\": [\"q\", \"p\"]}", 0},
        {"\"color\": {\"field\": \"s\", \"scale\": {\"domain\": [\"q\", \"p\"]}}", 0},
        {"\"color\": {\"field\": \"s\"}, \"order\": {\"field\": \"o\"}", 0},
        {"\"color\": {\"field\": \"s\"}, \"order\": {\"field\": \"o\", \"sort\": "
         "\"descending\"}",
         70},
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct scene scene;
        struct str figure = str_printf(&fixture->arena,
                                       "{" PILE ", \"height\": 100, \"encoding\": {\"y\": "
                                       "{\"field\": \"b\", \"type\": \"quantitative\"}, %s}}",
                                       cases[i].more);
        assert_true(draw(fixture, "vega", figure.data, &scene));
        struct rect bar = scene_item_bounds(&scene, find_role(&scene, ROLE_MARK_RECT, 0));
        assert_near(rect_bottom(bar) - plot_corner(&scene).y, 100 - cases[i].p);
    }
}

// The unit says 万 already: the numbers must not say it again.
static void numbers_leave_the_scale_to_the_unit(void **state) {
    struct scene scene;
    static const char figure[] =
        "{\"mark\": {\"type\": \"bar\", \"label\": true}, %s\"data\": {\"values\": "
        "[{\"a\": \"A\", \"b\": 27720}]}, " PLACES "}}";
    struct fixture *fixture = *state;
    struct str plain = str_printf(&fixture->arena, figure, "");
    assert_true(draw(fixture, "rong", plain.data, &scene));
    check_words(&scene, ROLE_MARK_LABEL, 0, "2.772万");
    static const char *const said[] = {
        "\"unitNote\": \"单位：万吨\", ",
        "\"subtitle\": \"2022年，示例数据（单位：万吨）\", ",
    };
    for (size_t i = 0; i < sizeof said / sizeof *said; i++) {
        struct str unit = str_printf(&fixture->arena, figure, said[i]);
        assert_true(draw(fixture, "rong", unit.data, &scene));
        check_words(&scene, ROLE_MARK_LABEL, 0, "27720");
    }
}

static void numbers_leave_the_scale_to_the_title(void **state) {
    static const struct {
        const char *title, *label;
    } cases[] = {{"产量（万吨）", "27720"},
                 {"产量/万吨", "27720"},
                 {"万吨", "27720"},
                 {"产量（吨）", "2.772万"},

                 {"产量过亿", "2.772万"}};
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct scene scene;
        struct str figure =
            str_printf(&fixture->arena,
                       "{\"mark\": {\"type\": \"bar\", \"label\": true}, \"data\": {\"values\": "
                       "[{\"a\": \"A\", \"b\": 27720}]}, \"encoding\": {\"x\": {\"field\": \"a\"}, "
                       "\"y\": {\"field\": \"b\", \"type\": \"quantitative\", \"title\": \"%s\"}}}",
                       cases[i].title);
        assert_true(draw(fixture, "rong", figure.data, &scene));
        check_words(&scene, ROLE_MARK_LABEL, 0, cases[i].label);
    }
}

#define YEARS                                                                              \
    "\"data\": {\"values\": [{\"a\": \"A\", \"s\": \"p\", \"b\": 40}, {\"a\": \"C\", "     \
    "\"s\": \"p\", \"b\": 60}, {\"a\": \"B\", \"s\": \"p\", \"b\": 100}, {\"a\": \"A\", "  \
    "\"s\": \"q\", \"b\": 10}, {\"a\": \"B\", \"s\": \"q\", \"b\": null}, {\"a\": \"C\", " \
    "\"s\": \"q\", \"b\": 20}]}, \"encoding\": {\"x\": {\"field\": \"a\"}, \"y\": "        \
    "{\"field\": \"b\", \"type\": \"quantitative\"}, \"color\": {\"field\": \"s\"}}"

static const struct path *path_of(const struct scene *scene, enum scene_role role, size_t nth) {
    return &scene->items[find_role(scene, role, nth)].path.path;
}

// Joined from left to right, not as in the data; a missing amount makes a gap.
static void lines_join_places_and_break_at_gaps(void **state) {
    struct scene scene;
    assert_true(draw(*state, "vega", "{\"mark\": \"line\", \"height\": 200, " YEARS "}", &scene));
    struct point corner = plot_corner(&scene);
    assert_int_equal(count_role(&scene, ROLE_MARK_LINE), 2);
    const struct path *p = path_of(&scene, ROLE_MARK_LINE, 0);
    assert_int_equal(p->point_count, 3);
    assert_near(p->points[0].x - corner.x, 10);
    assert_near(p->points[0].y - corner.y, 120);
    assert_near(p->points[1].x - corner.x, 30);
    assert_near(p->points[1].y - corner.y, 0);
    assert_near(p->points[2].x - corner.x, 50);
    assert_near(p->points[2].y - corner.y, 80);
    const struct path *q = path_of(&scene, ROLE_MARK_LINE, 1);
    assert_int_equal(q->verb_count, 4); // two dots
    assert_int_equal(q->verbs[2], PATH_MOVE);
    assert_true(draw(*state, "vega", "{\"mark\": {\"type\": \"line\", \"point\": true}, " YEARS "}",
                     &scene));
    assert_int_equal(count_role(&scene, ROLE_MARK_SYMBOL), 5);
}

// Areas pile up; the lower edge runs back along the one below.
static void areas_pile_up(void **state) {
    struct scene scene;
    assert_true(draw(*state, "vega", "{\"mark\": \"area\", \"height\": 100, " YEARS "}", &scene));
    struct point corner = plot_corner(&scene);
    const struct path *p = path_of(&scene, ROLE_MARK_AREA, 0);
    assert_int_equal(p->point_count, 6);
    assert_near(p->points[0].y - corner.y, 100 - 50); // on the 10 of q
    assert_near(p->points[5].y - corner.y, 100 - 10);
    assert_near(p->points[5].x - corner.x, 10);
    assert_false(draw(*state, "vega",
                      "{\"mark\": \"area\", " DATA ", \"encoding\": {\"x\": {\"field\": "
                      "\"a\"}, \"y\": {\"field\": \"a\"}}}",
                      &scene));
    check_error(*state, DIAG_MISSING_FIELD);
    assert_true(
        draw(*state, "vega",
             "{\"mark\": \"area\", \"data\": {\"values\": [{\"a\": \"A\", \"s\": \"p\", \"b\": "
             "1}, {\"a\": \"B\", \"s\": \"p\", \"b\": 2}, {\"a\": \"A\", \"s\": \"q\", \"b\": "
             "1}]}, \"encoding\": {\"x\": {\"field\": \"a\"}, \"y\": {\"field\": \"b\", "
             "\"type\": \"quantitative\"}, \"color\": {\"field\": \"s\"}}}",
             &scene));
    check_error(*state, DIAG_EMPTY_DATA); // q has no row at B
}

// Amounts across that a line only passes keep their own extent; points start at zero.
static void lines_do_not_stretch_to_zero_across(void **state) {
    struct scene scene;
    static const char places[] =
        "\"encoding\": {\"x\": {\"field\": \"c\", \"type\": \"quantitative\"}, \"y\": "
        "{\"field\": \"b\", \"type\": \"quantitative\"}}}";
    struct fixture *fixture = *state;
    struct str line = str_printf(&fixture->arena, "{\"mark\": \"line\", " DATA ", %s", places);
    assert_true(draw(fixture, "vega", line.data, &scene));
    assert_near(path_of(&scene, ROLE_MARK_LINE, 0)->points[0].x - plot_corner(&scene).x, 0);
    struct str point = str_printf(&fixture->arena, "{\"mark\": \"point\", " DATA ", %s", places);
    assert_true(draw(fixture, "vega", point.data, &scene));
    assert_near(centre_of(&scene, ROLE_MARK_SYMBOL, 0).x - plot_corner(&scene).x, 200);
}

// Beside its point on the side that the author names; on lines, away from the line.
static void labels_stand_beside_their_points(void **state) {
    struct scene scene;
    assert_true(draw(*state, "rong",
                     "{\"mark\": {\"type\": \"point\", \"label\": {\"position\": \"left\"}}, " DATA
                     ", " PLACES "}}",
                     &scene));
    for (size_t i = 0; i < 2; i++) {
        struct rect label = scene_item_bounds(&scene, find_role(&scene, ROLE_MARK_LABEL, i));
        struct rect point = scene_item_bounds(&scene, find_role(&scene, ROLE_MARK_SYMBOL, i));
        assert_true(rect_right(label) < point.x && rect_bottom(label) > point.y);
    }
    assert_true(draw(*state, "rong",
                     "{\"mark\": {\"type\": \"line\", \"point\": true, \"label\": true}, \"data\": "
                     "{\"values\": [{\"a\": \"A\", \"b\": 5}, {\"a\": \"B\", \"b\": 1}, {\"a\": "
                     "\"C\", \"b\": 9}]}, \"encoding\": {\"x\": {\"field\": \"a\"}, \"y\": "
                     "{\"field\": \"b\", \"type\": \"quantitative\"}}}",
                     &scene));
    for (size_t i = 0; i < 3; i++) {
        bool below =
            centre_of(&scene, ROLE_MARK_LABEL, i).y > centre_of(&scene, ROLE_MARK_SYMBOL, i).y;
        assert_int_equal(below, i == 1);
    }
    assert_false(draw(*state, "rong",
                      "{\"mark\": {\"type\": \"bar\", \"label\": {\"position\": \"left\"}}, " DATA
                      ", " PLACES "}}",
                      &scene));
    check_error(*state, DIAG_UNSUPPORTED);
}

#define ENDS(last)                                                                                \
    "{\"mark\": \"line\", \"data\": {\"values\": [{\"a\": \"A\", \"s\": \"p\", \"b\": 40}, "      \
    "{\"a\": \"B\", \"s\": \"p\", \"b\": 90}, {\"a\": \"A\", \"s\": \"q\", \"b\": 10}, {\"a\": "  \
    "\"" last "\", \"s\": \"q\", \"b\": 91}]}, \"encoding\": {\"x\": {\"field\": \"a\"}, \"y\": " \
    "{\"field\": \"b\", \"type\": \"quantitative\"}, \"color\": {\"field\": \"s\"}}}"

// At the ends, a line apart; in a legend where a series ends before the others.
static void lines_have_their_names_at_their_ends(void **state) {
    struct scene scene;
    assert_true(draw(*state, "rong", ENDS("B"), &scene));
    assert_int_equal(count_role(&scene, ROLE_LEGEND_SYMBOL), 0);
    assert_int_equal(count_role(&scene, ROLE_LEGEND_LABEL), 2);
    struct rect p = scene_item_bounds(&scene, find_role(&scene, ROLE_LEGEND_LABEL, 0));
    struct rect q = scene_item_bounds(&scene, find_role(&scene, ROLE_LEGEND_LABEL, 1));
    struct rect line = scene_item_bounds(&scene, find_role(&scene, ROLE_MARK_LINE, 0));
    assert_true(p.x > rect_right(line) && rect_right(p) <= 1600 - 72 && q.y < p.y);
    double apart = scene.items[find_role(&scene, ROLE_LEGEND_LABEL, 0)].text.origin.y -
                   scene.items[find_role(&scene, ROLE_LEGEND_LABEL, 1)].text.origin.y;
    assert_true(apart >= 28);
    assert_true(draw(*state, "rong", ENDS("A0"), &scene));
    assert_int_equal(count_role(&scene, ROLE_LEGEND_SYMBOL), 2);
    assert_true(draw(*state, "vega", ENDS("B"), &scene));
    assert_int_equal(count_role(&scene, ROLE_LEGEND_SYMBOL), 2);
}

// Cells fill the steps of both axes; their colours run from the ramp's first to its last.
static void cells_fill_bands_in_colours_of_amounts(void **state) {
    struct scene scene;
    assert_true(draw(*state, "vega",
                     "{\"mark\": {\"type\": \"rect\", \"label\": true}, " DATA
                     ", \"encoding\": {\"x\": {\"field\": \"a\"}, \"y\": {\"field\": \"c\", "
                     "\"type\": \"ordinal\"}, \"color\": {\"field\": \"b\", \"type\": "
                     "\"quantitative\", \"scale\": {\"range\": [\"#ffffff\", \"#000000\"], "
                     "\"interpolate\": \"rgb\", "
                     "\"domain\": [0, 100]}}}}",
                     &scene));
    struct point corner = plot_corner(&scene);
    check_bar(&scene, 0, (struct rect){corner.x, corner.y, 20, 20});
    check_bar(&scene, 1, (struct rect){corner.x + 20, corner.y + 20, 20, 20});
    struct colour fill = scene.items[find_role(&scene, ROLE_MARK_RECT, 0)].path.fill.colour;
    assert_true(colour_equal(fill, (struct colour){204, 204, 204, 255}));
    check_words(&scene, ROLE_MARK_LABEL, 1, "100");
    check_words(&scene, ROLE_LEGEND_LABEL, 0, "0");
    assert_int_equal(scene.items[find_role(&scene, ROLE_LEGEND_SYMBOL, 0)].path.fill.kind,
                     PAINT_LINEAR);
}

// Between two places on an axis; over all of the other.
static void rects_span_two_places(void **state) {
    struct scene scene;
    assert_true(draw(*state, "vega",
                     "{\"layer\": [{\"mark\": \"bar\", " PLACES "}}, {\"mark\": \"rect\", "
                     "\"encoding\": {\"x\": {\"datum\": 20}, \"x2\": {\"datum\": 60}}}], " DATA "}",
                     &scene));
    struct point corner = plot_corner(&scene);
    check_bar(&scene, 2, (struct rect){corner.x + 60, corner.y, 120, 40});
}

#define SLICES(radius)                                                                       \
    "{\"mark\": {\"type\": \"arc\", \"innerRadius\": 50}, \"width\": 300, \"height\": 300, " \
    "\"data\": {\"values\": [{\"s\": \"p\", \"b\": 1}, {\"s\": \"q\", \"b\": 3}]}, "         \
    "\"encoding\": {\"theta\": {\"field\": \"b\", \"type\": \"quantitative\"}, \"color\": "  \
    "{\"field\": \"s\"}" radius "}}"

// A quarter to the right of the top, then three quarters; a radius by area.
static void arcs_are_parts_of_a_circle(void **state) {
    struct scene scene;
    assert_true(draw(*state, "vega", SLICES(""), &scene));
    struct rect p = path_bounds(path_of(&scene, ROLE_MARK_ARC, 0));
    struct rect q = path_bounds(path_of(&scene, ROLE_MARK_ARC, 1));
    assert_near(p.width, 150);
    assert_near(p.height, 150);
    assert_near(q.width, 300);
    assert_near(p.x, q.x + 150);
    assert_near(p.y, q.y);
    assert_int_equal(count_role(&scene, ROLE_FRAME), 0);
    assert_true(draw(*state, "vega", SLICES(", \"radius\": {\"field\": \"b\"}"), &scene));
    p = path_bounds(path_of(&scene, ROLE_MARK_ARC, 0));
    assert_near(p.width, 150 * sqrt(1 / 3.0));
}

static void arcs_in_rong_have_names_at_their_slices(void **state) {
    struct fixture *fixture = *state;
    struct scene scene;
    assert_true(draw(fixture, "rong",
                     "{\"mark\": {\"type\": \"arc\", \"label\": true}, \"data\": {\"values\": "
                     "[{\"s\": \"p\", \"b\": 1}, {\"s\": \"q\", \"b\": 3}]}, \"encoding\": "
                     "{\"theta\": {\"field\": \"b\", \"type\": \"quantitative\", \"stack\": "
                     "\"normalize\"}, \"color\": {\"field\": \"s\"}}}",
                     &scene));
    assert_int_equal(count_role(&scene, ROLE_LEGEND_SYMBOL), 0);
    assert_int_equal(count_role(&scene, ROLE_MARK_LABEL), 4);
    const struct finding *findings;
    assert_int_equal(scene_check(&fixture->arena, &scene, (struct check_limits){0}, &findings), 0);
    assert_false(draw(fixture, "rong",
                      "{\"mark\": \"arc\", \"data\": {\"values\": [{\"b\": -1}]}, \"encoding\": "
                      "{\"theta\": {\"field\": \"b\", \"type\": \"quantitative\"}}}",
                      &scene));
    check_error(fixture, DIAG_CONFLICT);
    assert_false(draw(fixture, "rong", "{\"mark\": \"arc\", " DATA ", " PLACES "}}", &scene));
    check_error(fixture, DIAG_MISSING_FIELD);
}

#define CELLS                                                                                 \
    "\"data\": {\"values\": [{\"a\": \"A\", \"r\": \"p\", \"b\": 20}, {\"a\": \"B\", \"r\": " \
    "\"p\", \"b\": 100}, {\"a\": \"A\", \"r\": \"q\", \"b\": 50}]}"

// One bar in each cell's own frame, all on the same scales.
static void check_cells(struct fixture *fixture, const char *figure, double across, double down) {
    struct scene scene;
    assert_true(draw(fixture, "vega", figure, &scene));
    assert_int_equal(count_role(&scene, ROLE_FRAME), 2);
    struct rect p = scene_item_bounds(&scene, find_role(&scene, ROLE_FRAME, 0));
    struct rect q = scene_item_bounds(&scene, find_role(&scene, ROLE_FRAME, 1));
    assert_near(q.x - p.x, across);
    assert_near(q.y - p.y, down);
    check_bar(&scene, 0, (struct rect){p.x, p.y + 1, 60, 18});
    check_bar(&scene, 2, (struct rect){q.x, q.y + 1, 150, 18});
    check_words(&scene, ROLE_TITLE_TEXT, 1, "q");
}

static void facets_repeat_the_chart(void **state) {
    double gap = 16; // 1.6 em of the labels' 10 px
    check_cells(*state,
                "{\"mark\": \"bar\", " CELLS ", " PLACES ", \"column\": {\"field\": \"r\"}}}",
                300 + gap, 0);
    check_cells(*state, "{\"mark\": \"bar\", " CELLS ", " PLACES ", \"row\": {\"field\": \"r\"}}}",
                0, 40 + gap);
    check_cells(*state,
                "{\"facet\": {\"field\": \"r\"}, \"spec\": {\"mark\": \"bar\", " PLACES "}}, " CELLS
                "}",
                300 + gap, 0);
    check_cells(*state,
                "{\"facet\": {\"field\": \"r\"}, \"columns\": 1, \"spec\": {\"layer\": [{\"mark\": "
                "\"bar\"}], " PLACES "}}, " CELLS "}",
                0, 40 + gap + 12 + 5);
}

static void too_many_facets_are_refused(void **state) {
    struct fixture *fixture = *state;
    struct buf rows = BUF_INIT(&fixture->arena);
    for (int i = 0; i < 10000; i++) {
        buf_printf(&rows, "%s{\"a\": \"A\", \"b\": 1, \"r\": %d}", i ? ", " : "", i);
    }
    struct str figure = str_printf(&fixture->arena,
                                   "{\"mark\": \"bar\", \"data\": {\"values\": [%.*s]}, " PLACES
                                   ", \"facet\": {\"field\": \"r\"}}}",
                                   STR_ARG(buf_str(&rows)));
    struct scene scene;
    assert_false(draw(fixture, "rong", figure.data, &scene));
    check_error(fixture, DIAG_LIMIT);
    buf_done(&rows);
    assert_false(
        draw(fixture, "rong", "{\"facet\": {\"field\": \"a\"}, " DATA ", " PLACES "}}", &scene));
    check_error(fixture, DIAG_MISSING_FIELD);
}

// Sizes are areas from zero up to Vega-Lite's greatest, 361 px² around points of 30; opacities and
// shapes are those of the rows.
static void looks_of_points_have_legends(void **state) {
    struct scene scene;
    assert_true(draw(*state, "rong",
                     "{\"mark\": \"circle\", " DATA ", " PLACES
                     ", \"size\": {\"field\": \"b\", \"type\": \"quantitative\"}, \"shape\": "
                     "{\"field\": \"a\", \"scale\": {\"range\": [\"square\", \"diamond\"]}}, "
                     "\"color\": {\"field\": \"a\"}}}",
                     &scene));
    assert_int_equal(count_role(&scene, ROLE_LEGEND_SYMBOL), 4); // A, B with shapes; 50, 100
    assert_int_equal(path_of(&scene, ROLE_LEGEND_SYMBOL, 0)->point_count, 4);
    double half = path_bounds(path_of(&scene, ROLE_LEGEND_SYMBOL, 2)).width;
    double whole = path_bounds(path_of(&scene, ROLE_LEGEND_SYMBOL, 3)).width;
    assert_near(whole * whole, 2 * half * half); // areas, from zero
    assert_near(whole, path_bounds(path_of(&scene, ROLE_MARK_SYMBOL, 1)).width);
    assert_true(
        draw(*state, "rong",
             "{\"mark\": \"point\", " DATA ", " PLACES
             ", \"size\": {\"field\": \"b\", \"type\": \"quantitative\", \"legend\": null}}}",
             &scene));
    assert_int_equal(count_role(&scene, ROLE_LEGEND_SYMBOL), 0);
}

static void points_take_sizes_opacities_and_shapes(void **state) {
    struct scene scene;
    assert_true(
        draw(*state, "vega",
             "{\"mark\": {\"type\": \"point\", \"filled\": true}, " DATA ", " PLACES
             ", \"size\": {\"field\": \"b\", \"type\": \"quantitative\"}, \"opacity\": "
             "{\"condition\": {\"test\": {\"field\": \"a\", \"equal\": \"A\"}, \"value\": 0.5}, "
             "\"value\": 1}, \"fill\": {\"value\": \"#000000\"}, \"shape\": {\"value\": "
             "\"square\"}}}",
             &scene));
    assert_near(path_bounds(path_of(&scene, ROLE_MARK_SYMBOL, 1)).width, 19);
    assert_near(path_bounds(path_of(&scene, ROLE_MARK_SYMBOL, 0)).width, sqrt(4 + 357 / 5.0));
    assert_int_equal(path_of(&scene, ROLE_MARK_SYMBOL, 0)->point_count, 4);
    struct colour first = scene.items[find_role(&scene, ROLE_MARK_SYMBOL, 0)].path.fill.colour;
    assert_true(colour_equal(first, (struct colour){0, 0, 0, 128}));
    static const char *const shapes[] = {"circle", "cross", "diamond", "triangle-up",
                                         "triangle-left"};
    for (size_t i = 0; i < 5; i++) {
        struct fixture *fixture = *state;
        struct str figure =
            str_printf(&fixture->arena,
                       "{\"mark\": {\"type\": \"point\", \"shape\": \"%s\", \"size\": "
                       "100}, " DATA ", " PLACES "}}",
                       shapes[i]);
        assert_true(draw(fixture, "vega", figure.data, &scene));
        struct rect box = path_bounds(path_of(&scene, ROLE_MARK_SYMBOL, 0));
        assert_near(fmax(box.width, box.height), 10);
    }
    assert_false(draw(*state, "vega",
                      "{\"mark\": \"bar\", " DATA ", " PLACES ", \"size\": {\"field\": \"b\"}}}",
                      &scene));
    check_error(*state, DIAG_UNSUPPORTED);
    assert_false(draw(*state, "vega",
                      "{\"mark\": \"bar\", " DATA ", " PLACES ", \"stroke\": {\"field\": \"a\"}}}",
                      &scene));
    check_error(*state, DIAG_UNSUPPORTED);
}

// A thousand colours: the first are listed, the rest are counted, and it is said.
static void endless_legends_are_cut_and_said(void **state) {
    struct fixture *fixture = *state;
    struct buf rows = BUF_INIT(&fixture->arena);
    for (int i = 0; i < 1000; i++) {
        buf_printf(&rows, "%s{\"a\": \"A\", \"b\": 1, \"r\": \"r%04d\"}", i ? ", " : "", i);
    }
    struct str figure = str_printf(&fixture->arena,
                                   "{\"mark\": \"bar\", \"data\": {\"values\": [%.*s]}, " PLACES
                                   ", \"color\": {\"field\": \"r\"}}}",
                                   STR_ARG(buf_str(&rows)));
    buf_done(&rows);
    struct scene scene;
    assert_true(draw(fixture, "rong", figure.data, &scene));
    check_error(fixture, DIAG_LAYOUT);
    assert_int_equal(count_role(&scene, ROLE_LEGEND_LABEL), 30);
    check_words(&scene, ROLE_LEGEND_LABEL, 29, "……（另有971项）");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(points_stand_at_their_amounts),
        cmocka_unit_test(ticks_take_three_quarters_of_the_step),
        cmocka_unit_test(rules_cross_the_plot_or_join_two_amounts),
        cmocka_unit_test(constants_are_px_of_the_plot),
        cmocka_unit_test(texts_say_their_field),
        cmocka_unit_test(properties_of_other_marks_are_refused),
        cmocka_unit_test(colours_pile_up_unless_set_side_by_side),
        cmocka_unit_test(normalized_piles_fill_the_axis),
        cmocka_unit_test(piles_follow_the_orders_given),
        cmocka_unit_test(numbers_leave_the_scale_to_the_unit),
        cmocka_unit_test(numbers_leave_the_scale_to_the_title),
        cmocka_unit_test(lines_have_their_names_at_their_ends),
        cmocka_unit_test(cells_fill_bands_in_colours_of_amounts),
        cmocka_unit_test(rects_span_two_places),
        cmocka_unit_test(arcs_are_parts_of_a_circle),
        cmocka_unit_test(arcs_in_rong_have_names_at_their_slices),
        cmocka_unit_test(facets_repeat_the_chart),
        cmocka_unit_test(too_many_facets_are_refused),
        cmocka_unit_test(looks_of_points_have_legends),
        cmocka_unit_test(points_take_sizes_opacities_and_shapes),
        cmocka_unit_test(endless_legends_are_cut_and_said),
        cmocka_unit_test(labels_stand_beside_their_points),
        cmocka_unit_test(lines_join_places_and_break_at_gaps),
        cmocka_unit_test(areas_pile_up),
        cmocka_unit_test(lines_do_not_stretch_to_zero_across),
    };
    return cmocka_run_group_tests(tests, open_fixture, close_fixture);
}
