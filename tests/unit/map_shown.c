// What is shown on maps: pins, flows and symbols, each where it belongs and clear of the rest.
#include "map_fixture.h"

#include "map/fill_colours.h"
#include "map/leader.h"

#include <math.h>
#include <stdio.h>

#define SHOWN(keys) \
    "{\"map\": {\"base\": \"sichuan\", \"approval\": \"示意图\", \"labels\": false, " keys "}}"

static void check_clean(struct fixture *f, const struct scene *scene) {
    const struct finding *findings;
    assert_int_equal(scene_check(&f->arena, scene, (struct check_limits){0}, &findings), 0);
    assert_int_equal(f->diag.warnings, 0);
}

static const struct scene_item *find_words(const struct scene *scene, const char *words) {
    for (size_t i = 0; i < scene->count; i++) {
        if (scene->items[i].kind == SCENE_TEXT && str_is(scene->items[i].text.words, words)) {
            return &scene->items[i];
        }
    }
    fail_msg("nothing says %s", words);
    return NULL;
}

// ---- pins

// A pin beside the western border: its words go where no dark line runs under them.
static void words_of_pins_keep_off_dark_lines(void **state) {
    struct fixture *f = *state;
    struct scene scene;
    assert_true(
        draw(f,
             SHOWN("\"pins\": [{\"at\": [99.3, 30.5], \"label\": \"甘孜藏族自治州白玉县\"}, "
                   "{\"at\": [99.3, 30.0], \"label\": \"甘孜藏族自治州巴塘县\"}]"),
             1600, 900, &scene));
    check_clean(f, &scene);
    struct rect words[] = {find_words(&scene, "甘孜藏族自治州白玉县")->text.ink,
                           find_words(&scene, "甘孜藏族自治州巴塘县")->text.ink};
    size_t seen = 0;
    for (size_t i = 0; i < scene.count; i++) {
        const struct scene_item *item = &scene.items[i];
        bool outline = item->role == ROLE_BORDER && item->kind == SCENE_PATH &&
                       item->path.stroke.paint.colour.r < 128;
        seen += outline;
        for (size_t k = 0; outline && k < item->path.path.point_count; k++) {
            struct point at = item->path.path.points[k];
            for (int w = 0; w < 2; w++) {
                assert_false(at.x > words[w].x && at.x < rect_right(words[w]) &&
                             at.y > words[w].y && at.y < rect_bottom(words[w]));
            }
        }
    }
    assert_true(seen > 0);
}

// More pins than there is room for at their dots: the others' words stand farther off with a line.
static void words_without_room_stand_farther_off_with_a_line(void **state) {
    struct fixture *f = *state;
    struct scene scene;
    assert_true(draw(f,
                     SHOWN("\"pins\": ["
                           "{\"at\": [103.8, 30.6], \"label\": \"一号志愿服务队驻地所在社区\"}, "
                           "{\"at\": [104.1, 30.6], \"label\": \"二号志愿服务队驻地所在社区\"}, "
                           "{\"at\": [104.4, 30.6], \"label\": \"三号志愿服务队驻地所在社区\"}, "
                           "{\"at\": [104.1, 30.9], \"label\": \"四号志愿服务队驻地所在社区\"}, "
                           "{\"at\": [104.1, 30.3], \"label\": \"五号志愿服务队驻地所在社区\"}]"),
                     1600, 900, &scene));
    check_clean(f, &scene);
    assert_int_equal(count_role(&scene, ROLE_MARK_LABEL), 5);
    assert_true(str_find(scene.description, STR("标注：一号志愿服务队驻地所在社区；二号"), 0) !=
                SIZE_MAX);
    assert_true(count_role(&scene, ROLE_LEADER) >= 1);
}

static void leaders_know_what_they_cross(void **state) {
    (void)state;
    struct rect box = {100, 100, 40, 20};
    struct leader line = leader_to((struct point){50, 110}, box, 5);
    assert_true(line.to.x == 95 && line.to.y == 110);
    assert_true(leader_enters((struct leader){{50, 110}, {150, 110}}, box));
    assert_false(leader_enters((struct leader){{50, 90}, {150, 90}}, box));
    assert_true(
        leaders_cross((struct leader){{0, 0}, {10, 10}}, (struct leader){{0, 10}, {10, 0}}));
    assert_false(
        leaders_cross((struct leader){{0, 0}, {10, 10}}, (struct leader){{5, 0}, {15, 10}}));
}

// ---- flows

static const char *const rows =
    "\"data\": {\"values\": [{\"a\": \"成都\", \"b\": \"达州\", \"v\": 60}, "
    "{\"a\": \"成都\", \"b\": \"宜宾\", \"v\": 30}, "
    "{\"a\": \"成都\", \"b\": \"甘孜\", \"v\": 0}, "
    "{\"a\": \"成都\", \"b\": \"攀枝花\", \"v\": 6}]}";

static const struct scene_item *find_flow(const struct scene *scene, const char *label) {
    for (size_t i = 0; i < scene->count; i++) {
        if (scene->items[i].role == ROLE_MARK_SHAPE && str_is(scene->items[i].label, label)) {
            return &scene->items[i];
        }
    }
    fail_msg("no flow is labelled %s", label);
    return NULL;
}

// Where the shaft meets the head the outline has two pairs of corners; the inner pair is as wide as
// the value says. The head's corners follow the left edge and go before the right one.
static double shaft_width(const struct path *path) {
    size_t head = (path->point_count - 1 - 4) / 2; // of the left edge's last point
    struct point left = path->points[head], right = path->points[head + 4];
    return hypot(left.x - right.x, left.y - right.y);
}

static void flows_are_as_wide_as_their_values(void **state) {
    struct fixture *f = *state;
    struct scene scene;
    char figure[2000];
    snprintf(figure, sizeof figure,
             "{%s, \"map\": {\"base\": \"sichuan\", \"approval\": \"示意图\", \"labels\": false, "
             "\"flows\": {\"from\": \"a\", \"to\": \"b\", \"field\": \"v\", \"title\": \"人次\", "
             "\"unit\": \"万\", \"labels\": \"end\"}}}",
             rows);
    assert_true(draw(f, figure, 1600, 900, &scene));
    check_clean(f, &scene);
    assert_int_equal(count_role(&scene, ROLE_MARK_SHAPE), 3); // none for the value of zero
    double wide = shaft_width(&find_flow(&scene, "成都市→达州市：60")->path.path);
    double half = shaft_width(&find_flow(&scene, "成都市→宜宾市：30")->path.path);
    double thin = shaft_width(&find_flow(&scene, "成都市→攀枝花市：6")->path.path);
    assert_true(fabs(half / wide - 0.5) < 0.02 && fabs(thin / wide - 0.1) < 0.02);
    find_words(&scene, "人次（万）");
    find_words(&scene, "达州 60");
    assert_true(str_find(scene.description, STR("箭头的宽度表示人次（万）：成都→达州：60"), 0) !=
                SIZE_MAX);
}

static double least_distance(const struct path *a, const struct path *b, struct point origin,
                             double away) {
    double least = INFINITY;
    for (size_t i = 0; i < a->point_count; i++) {
        for (size_t j = 0; j < b->point_count; j++) {
            struct point p = a->points[i], q = b->points[j];
            if (hypot(p.x - origin.x, p.y - origin.y) > away) {
                least = fmin(least, hypot(p.x - q.x, p.y - q.y));
            }
        }
    }
    return least;
}

// One behind the other and back again: away from Chengdu no two lie on each other.
static void flows_fan_out(void **state) {
    struct fixture *f = *state;
    struct scene scene;
    assert_true(draw(
        f,
        SHOWN("\"flows\": [{\"from\": \"成都\", \"to\": \"资阳\"}, "
              "{\"from\": \"成都\", \"to\": \"内江\"}, {\"from\": \"成都\", \"to\": \"泸州\"}, "
              "{\"from\": \"泸州\", \"to\": \"成都\"}]"),
        1600, 900, &scene));
    check_clean(f, &scene);
    static const char *const names[] = {"成都市→资阳市", "成都市→内江市", "成都市→泸州市",
                                        "泸州市→成都市"};
    struct rect dot = {0};
    for (size_t i = 0; i < scene.count && dot.width == 0; i++) {
        dot =
            scene.items[i].role == ROLE_MARK_SYMBOL ? path_bounds(&scene.items[i].path.path) : dot;
    }
    struct point origin = {dot.x + dot.width / 2, dot.y + dot.height / 2};
    for (size_t i = 0; i < 4; i++) {
        for (size_t j = i + 1; j < 3; j++) { // the way back ends among the others' beginnings
            assert_true(least_distance(&find_flow(&scene, names[i])->path.path,
                                       &find_flow(&scene, names[j])->path.path, origin, 45) > 1);
        }
    }
    const struct path *there = &find_flow(&scene, names[2])->path.path;
    const struct path *back = &find_flow(&scene, names[3])->path.path;
    assert_true(fabs(path_bounds(there).x - path_bounds(back).x) +
                    fabs(rect_right(path_bounds(there)) - rect_right(path_bounds(back))) >
                10);
}

// A great circle over the far meridian is drawn in two parts, the second with the head.
static void great_circles_are_cut_with_the_sphere(void **state) {
    struct fixture *f = *state;
    struct scene scene;
    assert_true(
        draw(f,
             "{\"map\": {\"base\": \"world\", \"approval\": \"示意图\", \"flows\": {\"curve\": "
             "\"greatCircle\", \"items\": [{\"from\": [104, 30.7], \"to\": [-118, 34]}]}}}",
             1600, 900, &scene));
    assert_int_equal(count_role(&scene, ROLE_MARK_SHAPE), 2);
    double middle = scene.width / 2;
    size_t left = 0, right = 0;
    for (size_t i = 0; i < scene.count; i++) {
        if (scene.items[i].role == ROLE_MARK_SHAPE) {
            struct rect box = path_bounds(&scene.items[i].path.path);
            left += rect_right(box) < middle;
            right += box.x > middle;
        }
    }
    assert_true(left == 1 && right == 1);
}

static const struct {
    const char *flows;
    enum diag_code code;
    const char *said;
} flow_faults[] = {
    {"[{\"from\": \"成都\", \"to\": \"达州\", \"value\": 5}, {\"from\": \"成都\", \"to\": "
     "\"宜宾\"}]",
     DIAG_MISSING_FIELD, "no value"},
    {"[{\"from\": \"成都\", \"to\": \"达州\", \"value\": -5}]", DIAG_OUT_OF_RANGE,
     "width below zero"},
    {"[{\"from\": \"成都\", \"to\": \"达州\", \"value\": 0}]", DIAG_EMPTY_DATA, "above zero"},
    {"{\"from\": \"a\", \"to\": \"c\"}", DIAG_NO_SUCH_COLUMN, "c"},
    {"{\"from\": \"a\"}", DIAG_MISSING_FIELD, "either"},
    {"{\"from\": \"a\", \"to\": \"b\", \"field\": \"b\"}", DIAG_NOT_A_NUMBER, "达州"},
    {"{\"from\": \"a\", \"to\": \"w\"}", DIAG_NO_SUCH_REGION, "无处"},
};

static void faults_of_flows_are_named(void **state) {
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof flow_faults / sizeof *flow_faults; i++) {
        struct scene scene;
        char figure[1000];
        snprintf(figure, sizeof figure,
                 "{\"data\": {\"values\": [{\"a\": \"成都\", \"b\": \"达州\", \"w\": \"无处\"}]}, "
                 "\"map\": {\"base\": \"sichuan\", \"approval\": \"示意图\", \"flows\": %s}}",
                 flow_faults[i].flows);
        if (draw(f, figure, 1600, 900, &scene)) {
            fail_msg("drawn in spite of a fault: %s", figure);
        }
        check_said(f, flow_faults[i].code, flow_faults[i].said);
    }
}

// ---- graticule, tiles and circles

static const struct scene_item *find_role(const struct scene *scene, enum scene_role role) {
    for (size_t i = 0; i < scene->count; i++) {
        if (scene->items[i].role == role && scene->items[i].kind != SCENE_GROUP) {
            return &scene->items[i];
        }
    }
    fail_msg("nothing has the role %s", scene_role_class(role));
    return NULL;
}

// On a plate carrée lines are straight: as many as there are steps, each from end to end.
static void the_graticule_is_of_round_degrees(void **state) {
    struct fixture *f = *state;
    struct scene scene;
    assert_true(draw(
        f,
        SHOWN(
            "\"projection\": \"equirectangular\", \"graticule\": {\"step\": 5, \"labels\": true}"),
        1600, 900, &scene));
    check_clean(f, &scene);
    const struct path *lines = &find_role(&scene, ROLE_AXIS_GRID)->path.path;
    size_t upright = 0, level = 0;
    for (size_t i = 0, at = 0; i < lines->verb_count; i++, at++) {
        if (lines->verbs[i] == PATH_LINE) {
            struct point a = lines->points[at - 1], b = lines->points[at];
            assert_true(fabs(a.x - b.x) < 0.1 || fabs(a.y - b.y) < 0.1);
            upright += fabs(a.x - b.x) < 0.1;
            level += fabs(a.y - b.y) < 0.1;
        }
    }
    assert_int_equal(upright, 4);
    assert_int_equal(level, 1); // 95 to 110 east, 25 to 35 north, cut by the area
    find_words(&scene, "100°E");
    find_words(&scene, "30°N");
    assert_true(draw(f,
                     "{\"map\": {\"base\": \"world\", \"approval\": \"示意图\", \"labels\": false, "
                     "\"projection\": {\"type\": \"orthographic\", \"center\": [104, 31]}, "
                     "\"graticule\": true}}",
                     900, 900, &scene));
    const struct path *globe = &find_role(&scene, ROLE_AXIS_GRID)->path.path;
    struct rect box = path_bounds(globe);
    struct point middle = {box.x + box.width / 2, box.y + box.height / 2};
    for (size_t i = 0; i < globe->point_count; i++) { // nothing from behind the horizon
        assert_true(hypot(globe->points[i].x - middle.x, globe->points[i].y - middle.y) <
                    0.505 * fmax(box.width, box.height));
    }
}

static void every_region_has_its_tile(void **state) {
    struct fixture *f = *state;
    static const struct {
        const char *layout;
        size_t count;
    } layouts[] = {{"sichuan", 21}, {"chengdu", 20}, {"china", 34}};
    for (size_t i = 0; i < 3; i++) {
        struct scene scene;
        char figure[300];
        snprintf(figure, sizeof figure,
                 "{\"map\": {\"base\": {\"tiles\": \"%s\"}, \"approval\": \"示意图\"}}",
                 layouts[i].layout);
        assert_true(draw(f, figure, 1600, 900, &scene));
        check_clean(f, &scene);
        assert_int_equal(count_role(&scene, ROLE_REGION), layouts[i].count);
        assert_true(count_role(&scene, ROLE_MARK_LABEL) >= layouts[i].count);
        double side = 0;
        for (size_t k = 0; k < scene.count; k++) {
            if (scene.items[k].role == ROLE_REGION) {
                struct rect box = path_bounds(&scene.items[k].path.path);
                side = side > 0 ? side : box.width;
                assert_true(fabs(box.width - side) < 1e-6 && fabs(box.height - side) < 1e-6);
            }
        }
    }
}

static void tiles_print_values(void **state) {
    struct fixture *f = *state;
    struct scene scene;
    assert_true(
        draw(f,
             "{\"data\": {\"values\": [{\"name\": \"成都\", \"v\": 25000}, {\"name\": \"广西\", "
             "\"v\": 1}]}, \"map\": {\"base\": {\"tiles\": \"china\"}, \"approval\": \"示意图\", "
             "\"fill\": {\"field\": \"v\", \"values\": true}}}",
             1600, 900, &scene) == false); // 成都 is no province
    check_said(f, DIAG_NO_SUCH_REGION, "成都");
    assert_true(
        draw(f,
             "{\"data\": {\"values\": [{\"name\": \"四川\", \"v\": 25000}, {\"name\": \"广西\", "
             "\"v\": 10000}]}, \"map\": {\"base\": {\"tiles\": \"china\"}, \"approval\": "
             "\"示意图\", \"fill\": {\"field\": \"v\", \"values\": true}}}",
             1600, 900, &scene));
    find_words(&scene, "2.5");
    find_words(&scene, "广西");
    find_words(&scene, "v（万）");
}

static void circles_stand_apart(void **state) {
    struct fixture *f = *state;
    static const char *const bases[] = {"sichuan", "chengdu", "chongqing", "sichuan-counties"};
    for (size_t i = 0; i < 4; i++) {
        struct scene scene;
        char figure[300];
        snprintf(
            figure, sizeof figure,
            "{\"map\": {\"base\": {\"circles\": \"%s\"}, \"approval\": \"示意图\", \"labels\": "
            "false}}",
            bases[i]);
        assert_true(draw(f, figure, 1600, 900, &scene));
        struct rect boxes[200];
        size_t count = 0;
        for (size_t k = 0; k < scene.count; k++) {
            if (scene.items[k].role == ROLE_REGION) {
                boxes[count++] = path_bounds(&scene.items[k].path.path);
            }
        }
        assert_true(count >= 20);
        for (size_t a = 0; a < count; a++) {
            for (size_t b = a + 1; b < count; b++) {
                assert_true(hypot(boxes[a].x - boxes[b].x, boxes[a].y - boxes[b].y) >
                            0.99 * boxes[a].width);
            }
        }
    }
}

static const struct {
    const char *map;
    enum diag_code code;
    const char *said;
} plane_faults[] = {
    {"{\"base\": {\"tiles\": \"sichun\"}}", DIAG_UNKNOWN_WORD, "sichuan"},
    {"{\"base\": {\"tiles\": \"sichuan\", \"circles\": \"sichuan\"}}", DIAG_MISSING_FIELD,
     "one of"},
    {"{\"base\": {\"tiles\": \"none.csv\"}}", DIAG_UNREADABLE_FILE, "none.csv"},
    {"{\"base\": {\"tiles\": \"sichuan\"}, \"scaleBar\": true}", DIAG_OUT_OF_RANGE, "scaleBar"},
    {"{\"base\": {\"tiles\": \"sichuan\"}, \"pins\": [{\"at\": [104, 30]}]}", DIAG_NO_SUCH_REGION,
     "own regions"},
};

static void faults_of_tiles_are_named(void **state) {
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof plane_faults / sizeof *plane_faults; i++) {
        struct scene scene;
        char figure[500];
        snprintf(figure, sizeof figure, "{\"map\": %s}", plane_faults[i].map);
        if (draw(f, figure, 1600, 900, &scene)) {
            fail_msg("drawn in spite of a fault: %s", figure);
        }
        check_said(f, plane_faults[i].code, plane_faults[i].said);
    }
}

// ---- symbols and insets

#define PARTS                                                                                      \
    "\"data\": {\"values\": [{\"name\": \"成都\", \"a\": 30, \"b\": 10, \"lon\": 104, \"lat\": " \
    "30.6}, {\"name\": \"德阳\", \"a\": 0, \"b\": 20, \"lon\": 104.05, \"lat\": 30.62}, "        \
    "{\"name\": \"眉山\", \"a\": 5, \"b\": null, \"lon\": 104, \"lat\": 30.58}]}, "

static void slices_are_shares_of_true_areas(void **state) {
    struct fixture *f = *state;
    struct scene scene;
    assert_true(draw(f,
                     "{" PARTS "\"map\": {\"base\": \"sichuan\", \"approval\": \"示意图\", "
                     "\"symbols\": {\"type\": \"pie\", \"fields\": [\"a\", \"b\"], \"title\": "
                     "\"数量\"}}}",
                     1600, 900, &scene));
    check_clean(f, &scene);
    assert_int_equal(count_role(&scene, ROLE_MARK_SYMBOL), 4); // two slices, one, one
    find_words(&scene, "a");
    find_words(&scene, "b");
    double widths[4];
    for (size_t i = 0, seen = 0; i < scene.count; i++) {
        if (scene.items[i].role == ROLE_MARK_SYMBOL) {
            widths[seen++] = path_bounds(&scene.items[i].path.path).width;
        }
    }
    // Of 成都 three quarters, from twelve o'clock, are as wide as the pie; 德阳 has half its sum
    // and 眉山 an eighth.
    assert_true(fabs(widths[2] * widths[2] / (widths[0] * widths[0]) - 0.5) < 1e-3);
    assert_true(fabs(widths[3] * widths[3] / (widths[0] * widths[0]) - 0.125) < 1e-3);
    assert_true(fabs(widths[1] - widths[0] / 2) < 0.01); // a quarter: one radius
    assert_true(str_find(scene.description,
                         STR("成都市：a 30，b 10；德阳市：a 0，b 20；眉山市：a 5"), 0) != SIZE_MAX);
}

static void bars_are_as_high_as_their_values(void **state) {
    struct fixture *f = *state;
    struct scene scene;
    assert_true(draw(f,
                     "{" PARTS "\"map\": {\"base\": \"sichuan\", \"approval\": \"示意图\", "
                     "\"labels\": true, \"symbols\": {\"type\": \"bar\", \"fields\": [\"a\", "
                     "\"b\"]}}}",
                     1600, 900, &scene));
    check_clean(f, &scene);
    double heights[4];
    size_t seen = 0;
    for (size_t i = 0; i < scene.count; i++) {
        if (scene.items[i].role == ROLE_MARK_SYMBOL) {
            assert_true(seen < 4); // none of zero, none of a missing value
            heights[seen++] = path_bounds(&scene.items[i].path.path).height;
        }
    }
    assert_int_equal(seen, 4);
    static const double values[] = {30, 10, 20, 5};
    for (size_t i = 1; i < 4; i++) {
        assert_true(fabs(heights[i] / heights[0] - values[i] / values[0]) < 1e-6);
    }
}

// Three pies in almost one place move apart; those that moved keep a line to where they belong.
static void pies_never_lie_on_each_other(void **state) {
    struct fixture *f = *state;
    struct scene scene;
    assert_true(draw(f,
                     "{" PARTS "\"map\": {\"base\": \"chengdu\", \"approval\": \"示意图\", "
                     "\"labels\": false, \"symbols\": {\"type\": \"pie\", \"fields\": [\"a\", "
                     "\"b\"], \"longitude\": \"lon\", \"latitude\": \"lat\", \"region\": "
                     "\"name\"}}}",
                     1600, 900, &scene));
    check_clean(f, &scene);
    find_words(&scene, "德阳");
    struct rect pies[3];
    size_t count = 0;
    for (size_t i = 0; i + 1 < scene.count; i++) {
        const struct scene_item *item = &scene.items[i];
        if (item->kind == SCENE_GROUP && item->role == ROLE_MARK &&
            scene.items[i + 1].role == ROLE_MARK_SYMBOL) {
            assert_true(count < 3);
            pies[count++] = scene_item_bounds(&scene, i);
        }
    }
    assert_int_equal(count, 3);
    for (size_t i = 0; i < 3; i++) {
        for (size_t j = i + 1; j < 3; j++) {
            assert_false(rect_overlaps(pies[i], pies[j]));
        }
    }
    assert_true(count_role(&scene, ROLE_LEADER) >= 1);
}

static const struct {
    const char *symbols;
    enum diag_code code;
    const char *said;
} symbol_faults[] = {
    {"{\"type\": \"pie\", \"field\": \"a\"}", DIAG_MISSING_FIELD, "pies and bars"},
    {"{\"type\": \"bar\", \"fields\": [\"a\", \"a\"]}", DIAG_DUPLICATE_ID, "stands twice"},
    {"{\"type\": \"bar\", \"fields\": [\"a\", \"c\"]}", DIAG_NO_SUCH_COLUMN, "“c”"},
    {"{\"field\": \"a\", \"longitude\": \"lon\"}", DIAG_MISSING_FIELD, "go together"},
    {"{\"field\": \"a\", \"longitude\": \"lon\", \"latitude\": \"far\"}", DIAG_OUT_OF_RANGE,
     "no place on the earth"},
    {"{\"field\": \"a\", \"longitude\": \"lat\", \"latitude\": \"lat\"}", DIAG_OUT_OF_RANGE,
     "outside the map"},
    {"{\"field\": \"neg\", \"longitude\": \"lon\", \"latitude\": \"lat\"}", DIAG_OUT_OF_RANGE,
     "below zero"},
    {"{\"field\": \"name\", \"longitude\": \"lon\", \"latitude\": \"lat\"}", DIAG_NOT_A_NUMBER,
     "成都"},
};

static void faults_of_symbols_are_named(void **state) {
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof symbol_faults / sizeof *symbol_faults; i++) {
        struct scene scene;
        char figure[1000];
        snprintf(figure, sizeof figure,
                 "{\"data\": {\"values\": [{\"name\": \"成都\", \"a\": 1, \"lon\": 104, \"lat\": "
                 "30.6, \"far\": 100, \"neg\": -1}]}, \"map\": {\"base\": \"sichuan\", "
                 "\"approval\": \"示意图\", \"symbols\": %s}}",
                 symbol_faults[i].symbols);
        if (draw(f, figure, 1600, 900, &scene)) {
            fail_msg("drawn in spite of a fault: %s", figure);
        }
        check_said(f, symbol_faults[i].code, symbol_faults[i].said);
    }
}

// A map without the legend of its sizes or colours would say nothing: room is made for all three.
static void no_frame_loses_a_legend(void **state) {
    struct fixture *f = *state;
    static const double frames[][2] = {{1600, 900}, {1080, 0}, {800, 800}, {600, 1100}, {700, 0}};
    for (size_t i = 0; i < sizeof frames / sizeof *frames; i++) {
        struct scene scene;
        assert_true(
            draw(f,
                 "{" PARTS "\"map\": {\"base\": \"sichuan\", \"approval\": \"示意图\", "
                 "\"labels\": false, \"fill\": {\"field\": \"a\", \"title\": \"颜色\"}, "
                 "\"symbols\": {\"type\": \"pie\", \"fields\": [\"a\", \"b\"], \"title\": "
                 "\"大小\"}, \"flows\": {\"title\": \"宽度\", \"items\": [{\"from\": \"成都\", "
                 "\"to\": \"达州\", \"value\": 5}]}}}",
                 frames[i][0], frames[i][1], &scene));
        static const char *const titles[] = {"颜色", "大小", "宽度"};
        for (int k = 0; k < 3; k++) {
            struct rect words = find_words(&scene, titles[k])->text.box;
            assert_true(words.x >= 0 && rect_right(words) <= scene.width && words.y >= 0 &&
                        rect_bottom(words) <= scene.height);
        }
        const struct finding *findings;
        assert_int_equal(scene_check(&f->arena, &scene, (struct check_limits){0}, &findings), 0);
        assert_int_equal(f->diag.warnings, 0);
    }
}

static size_t count_boxes(const struct scene *scene) {
    size_t count = 0;
    for (size_t i = 0; i < scene->count; i++) {
        const struct scene_item *item = &scene->items[i];
        count += item->role == ROLE_BORDER && item->kind == SCENE_PATH &&
                 item->path.path.point_count == 4 && item->path.fill.kind == PAINT_NONE;
    }
    return count;
}

static void insets_say_where_they_lie(void **state) {
    struct fixture *f = *state;
    struct scene scene;
    assert_true(draw(f,
                     SHOWN("\"insets\": [{\"base\": \"chengdu\", \"link\": true, \"scaleBar\": "
                           "true, \"width\": 0.25}]"),
                     1600, 900, &scene));
    check_clean(f, &scene);
    assert_int_equal(count_boxes(&scene), 1);
    assert_int_equal(count_role(&scene, ROLE_LEADER), 2);
    find_words(&scene, "100千米");
    assert_true(draw(f,
                     SHOWN("\"insets\": [{\"base\": \"eurasia\", \"extent\": [65, 0, 150, 58], "
                           "\"link\": true}]"),
                     1600, 900, &scene));
    check_clean(f, &scene);
    assert_int_equal(count_boxes(&scene), 1);
    assert_int_equal(count_role(&scene, ROLE_LEADER), 0);
    assert_false(draw(f,
                      SHOWN("\"insets\": [{\"base\": \"eurasia\", \"extent\": [150, 0, 65, 58]}]"),
                      1600, 900, &scene));
    check_said(f, DIAG_OUT_OF_RANGE, "[west, south, east, north]");
}

// ---- colours and names on tiles

// In every style, that of black print too, five classes have five colours that are told apart.
// Where no corner is free the map grows smaller, or leaves a strip; a picture without room says so.
static void insets_and_legends_find_room_in_every_frame(void **state) {
    struct fixture *f = *state;
    static const double frames[][2] = {{1600, 900}, {1080, 1080}, {1080, 0}, {800, 900}, {500, 0}};
    static const char *const figure =
        "{" PARTS "\"map\": {\"base\": \"sichuan\", \"approval\": \"示意图\", \"labels\": false, "
        "\"fill\": {\"field\": \"a\", \"title\": \"颜色\"}, "
        "\"insets\": [{\"base\": \"chengdu\", \"title\": \"成都\", \"width\": 0.3}, "
        "{\"base\": \"eurasia\", \"title\": \"亚洲\"}]}}";
    struct scene scene;
    for (size_t i = 0; i < sizeof frames / sizeof *frames; i++) {
        assert_true(draw(f, figure, frames[i][0], frames[i][1], &scene));
        check_clean(f, &scene);
        find_words(&scene, "成都");
        find_words(&scene, "亚洲");
        find_words(&scene, "颜色");
    }
    assert_false(draw(f, figure, 700, 380, &scene));
    check_said(f, DIAG_LAYOUT, "do not both have room");
}

static void no_two_classes_look_alike(void **state) {
    struct fixture *f = *state;
    static const char *const styles[] = {"rong", "red", "journal", "dark", "vega"};
    for (size_t i = 0; i < sizeof styles / sizeof *styles; i++) {
        const struct style *style = style_load(&f->arena, &f->diag, (struct diag_place){0},
                                               str_from(styles[i]), STR("."), NULL);
        struct ramp ramp = {.style = style};
        for (int k = 1; k < 5; k++) {
            double apart = fabs(colour_lightness(ramp_colour(&ramp, k / 4.0)) -
                                colour_lightness(ramp_colour(&ramp, (k - 1) / 4.0)));
            if (apart < 4) {
                fail_msg("%s: classes %d and %d are %.1f apart", styles[i], k - 1, k, apart);
            }
        }
    }
}

// In small tiles names go down to 阿坝 and smaller type, and are left to a line rather than reach
// into the next tile.
static void names_stay_in_their_tiles(void **state) {
    struct fixture *f = *state;
    static const double widths[] = {1600, 700, 480, 360};
    for (size_t i = 0; i < sizeof widths / sizeof *widths; i++) {
        struct scene scene;
        assert_true(draw(f,
                         "{" PARTS "\"map\": {\"base\": {\"tiles\": \"sichuan\"}, \"approval\": "
                         "\"示意图\", \"fill\": {\"field\": \"a\", \"values\": true}}}",
                         widths[i], 0, &scene));
        for (size_t t = 0; t < scene.count; t++) {
            const struct scene_item *text = &scene.items[t];
            struct point middle = {text->text.ink.x + text->text.ink.width / 2,
                                   text->text.ink.y + text->text.ink.height / 2};
            for (size_t k = 0;
                 text->kind == SCENE_TEXT && text->role == ROLE_MARK_LABEL && k < scene.count;
                 k++) {
                if (scene.items[k].role != ROLE_REGION) {
                    continue;
                }
                struct rect tile = path_bounds(&scene.items[k].path.path);
                if (middle.x > tile.x && middle.x < rect_right(tile) && middle.y > tile.y &&
                    middle.y < rect_bottom(tile)) {
                    assert_true(text->text.ink.x > tile.x - 1 &&
                                rect_right(text->text.ink) < rect_right(tile) + 1);
                }
            }
        }
    }
}

#define MAP_TEST(name) cmocka_unit_test_setup_teardown(name, open_fixture, close_fixture)

int main(void) {
    const struct CMUnitTest tests[] = {
        MAP_TEST(words_of_pins_keep_off_dark_lines),
        MAP_TEST(words_without_room_stand_farther_off_with_a_line),
        cmocka_unit_test(leaders_know_what_they_cross),
        MAP_TEST(flows_are_as_wide_as_their_values),
        MAP_TEST(flows_fan_out),
        MAP_TEST(great_circles_are_cut_with_the_sphere),
        MAP_TEST(faults_of_flows_are_named),
        MAP_TEST(the_graticule_is_of_round_degrees),
        MAP_TEST(every_region_has_its_tile),
        MAP_TEST(tiles_print_values),
        MAP_TEST(circles_stand_apart),
        MAP_TEST(faults_of_tiles_are_named),
        MAP_TEST(slices_are_shares_of_true_areas),
        MAP_TEST(bars_are_as_high_as_their_values),
        MAP_TEST(pies_never_lie_on_each_other),
        MAP_TEST(faults_of_symbols_are_named),
        MAP_TEST(no_frame_loses_a_legend),
        MAP_TEST(insets_say_where_they_lie),
        MAP_TEST(insets_and_legends_find_room_in_every_frame),
        MAP_TEST(no_two_classes_look_alike),
        MAP_TEST(names_stay_in_their_tiles),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
