// SVG path data: shortest form, rounding without drift, shapes recognised.
#include "unit.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>

#include "backend/svg_write.h"

static struct arena arena;
static struct path_builder builder;
static struct buf out;

static const struct svg_grid px = {.decimals = 2, .scale_y = 1};
static const struct svg_grid font_units = {.decimals = 0, .scale_y = -1};

static int start(void **state) {
    (void)state;
    arena_init(&arena, NULL, NULL);
    builder = PATH_BUILDER(&arena);
    out = BUF_INIT(&arena);
    return 0;
}

static int stop(void **state) {
    (void)state;
    buf_done(&out);
    arena_done(&arena);
    return 0;
}

static void assert_data(struct svg_grid grid, const char *expected) {
    struct path path = path_done(&builder);
    buf_clear(&out);
    svg_add_path_data(&out, &path, grid);
    assert_string_equal(out.data, expected);
}

static void the_shorter_of_relative_and_absolute(void **state) {
    (void)state;
    path_move(&builder, 100, 100);
    path_line(&builder, 101, 102);
    path_line(&builder, 102, 104);
    path_line(&builder, 0, 0);
    path_line(&builder, 0, 300.25);
    path_line(&builder, -7.5, 300.25);
    path_close(&builder);
    assert_data(px, "M100 100l1 2 1 2L0 0v300.25h-7.5z");
}

static void rounding_does_not_add_up(void **state) {
    (void)state;
    path_move(&builder, 0, 0);
    for (int i = 1; i <= 4; i++)
        path_line(&builder, i * 0.0033, i);
    assert_data(px, "M0 0v1l.01 1v1 1");
    path_move(&builder, -0.001, -0.0049);
    path_line(&builder, 1e300, -1e300);
    assert_data(px, "M0 0l100000000000-100000000000");
}

static void outlines_are_whole_units_upside_down(void **state) {
    (void)state;
    path_move(&builder, 10, 700);
    path_line(&builder, 500, 700);
    path_curve(&builder, (struct point){500, 600.4}, (struct point){400, 500},
               (struct point){300, 500});
    path_line(&builder, 10, 700);
    path_close(&builder);
    path_move(&builder, 20, 20);
    path_line(&builder, 30, 20);
    path_close(&builder);
    assert_data(font_units, "M10-700h490c0 100-100 200-200 200zm10 680h10z");
}

static void a_degenerate_line_still_draws_its_dot(void **state) {
    (void)state;
    path_move(&builder, 5, 5);
    path_line(&builder, 5, 5);
    path_close(&builder);
    assert_data(px, "M5 5h0z");
    struct path nothing = path_done(&builder);
    buf_clear(&out);
    svg_add_path_data(&out, &nothing, px);
    assert_int_equal(out.len, 0);
}

static void rectangles_and_circles_are_known(void **state) {
    (void)state;
    struct rect rect;
    double radius;
    path_rect(&builder, (struct rect){1.004, 2, 3.004, 4});
    struct path path = path_done(&builder);
    assert_true(svg_path_is_rect(&path, &rect));
    assert_true(rect.x == 1 && rect.y == 2 && rect.height == 4);
    assert_true(rect_right(rect) == 4.01); // the edge is rounded, not the width
    assert_false(svg_path_is_circle(&path, &radius));
    path_circle(&builder, (struct point){0, 0}, 0.5);
    path = path_done(&builder);
    assert_true(svg_path_is_circle(&path, &radius));
    assert_true(radius == 0.5);
    assert_false(svg_path_is_rect(&path, &rect));
    path_circle(&builder, (struct point){0.1, 0}, 0.5);
    path = path_done(&builder);
    assert_false(svg_path_is_circle(&path, &radius));
    path_move(&builder, 0, 0);
    path_line(&builder, 4, 1);
    path_line(&builder, 4, 4);
    path_line(&builder, 0, 4);
    path_close(&builder);
    path = path_done(&builder);
    assert_false(svg_path_is_rect(&path, &rect));
}

// Reads path data back: as many numbers as the command needs, a letter only where it changes.
struct reader {
    const char *at;
    char command;
    struct point current, start;
};

static double next_number(struct reader *reader) {
    char *end;
    while (*reader->at == ' ')
        reader->at++;
    double value = strtod(reader->at, &end);
    assert_ptr_not_equal(reader->at, end);
    reader->at = end;
    return value;
}

static double next_along(struct reader *reader, double from) {
    bool relative = reader->command >= 'a';
    return next_number(reader) + (relative ? from : 0);
}

// The verb read, with its points in `p`.
static enum path_verb read_verb(struct reader *reader, struct point p[3]) {
    if (isalpha((unsigned char)*reader->at))
        reader->command = *reader->at++;
    struct point from = reader->current;
    int command = tolower((unsigned char)reader->command);
    int points = command == 'c' ? 3 : 1;
    if (command == 'z') {
        reader->current = reader->start;
        return PATH_CLOSE;
    }
    for (int i = 0; i < points; i++) {
        p[i].x = command == 'v' ? from.x : next_along(reader, from.x);
        p[i].y = command == 'h' ? from.y : next_along(reader, from.y);
    }
    reader->current = p[points - 1];
    if (command == 'm')
        reader->start = p[0];
    return command == 'm' ? PATH_MOVE : command == 'c' ? PATH_CURVE : PATH_LINE;
}

static double random_coordinate(unsigned *seed) {
    static const double sizes[] = {1, 10, 1000, 100000};
    *seed = *seed * 1664525 + 1013904223;
    double size = sizes[*seed >> 28 & 3], value = (double)(*seed >> 8 & 0xFFFF) / 65536 - 0.5;
    return *seed >> 30 ? value * size : 0; // now and then on an axis
}

static void what_was_written_reads_back(void **state) {
    (void)state;
    unsigned seed = 1;
    for (int round = 0; round < 200; round++) {
        for (int i = 0; i < 20; i++) {
            struct point p[3];
            for (int k = 0; k < 3; k++)
                p[k] = (struct point){random_coordinate(&seed), random_coordinate(&seed)};
            if (i == 0 || i == 12) // behind a closed part a move or a line
                path_move(&builder, p[0].x, p[0].y);
            else if (i % 6 == 5)
                path_close(&builder);
            else if (i % 2)
                path_line(&builder, p[0].x, p[0].y);
            else
                path_curve(&builder, p[0], p[1], p[2]);
        }
        struct path path = path_done(&builder);
        buf_clear(&out);
        svg_add_path_data(&out, &path, px);
        struct reader reader = {.at = out.data};
        const struct point *expected = path.points;
        for (size_t i = 0; i < path.verb_count; i++) {
            struct point p[3];
            enum path_verb verb = read_verb(&reader, p);
            assert_int_equal(verb, path.verbs[i]);
            for (int k = 0; k < (verb == PATH_CLOSE ? 0 : verb == PATH_CURVE ? 3 : 1); k++) {
                assert_true(fabs(p[k].x - expected->x) < 0.00501);
                assert_true(fabs(p[k].y - expected++->y) < 0.00501);
            }
        }
        assert_int_equal(*reader.at, '\0');
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_shorter_of_relative_and_absolute),
        cmocka_unit_test(rounding_does_not_add_up),
        cmocka_unit_test(outlines_are_whole_units_upside_down),
        cmocka_unit_test(a_degenerate_line_still_draws_its_dot),
        cmocka_unit_test(what_was_written_reads_back),
        cmocka_unit_test(rectangles_and_circles_are_known),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
