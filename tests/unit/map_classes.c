// Classes: exact natural breaks, limits that are round and leave no value out.
#include "unit.h"

#include "base/sort.h"
#include "map/classes.h"

#include <math.h>

static uint64_t seed = 7;

static double draw_number(void) {
    seed = seed * 6364136223846793005ULL + 1442695040888963407ULL;
    return (double)(seed >> 11) / 9007199254740992.0;
}

static int compare(const void *a, const void *b, const void *context) {
    (void)context;
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double squares(const double *values, size_t from, size_t to) {
    double mean = 0, sum = 0;
    for (size_t i = from; i < to; i++) {
        mean += values[i] / (double)(to - from);
    }
    for (size_t i = from; i < to; i++) {
        sum += (values[i] - mean) * (values[i] - mean);
    }
    return sum;
}

// The least sum of squares over all divisions, by trying every one.
static double try_all(const double *values, size_t from, size_t count, size_t classes) {
    if (classes == 1) {
        return squares(values, from, count);
    }
    double least = INFINITY;
    for (size_t end = from + 1; end + classes - 1 <= count; end++) {
        least = fmin(least, squares(values, from, end) + try_all(values, end, count, classes - 1));
    }
    return least;
}

static void jenks_is_exact(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena, NULL, NULL);
    for (size_t round = 0; round < 60; round++) {
        double values[14];
        size_t count = 8 + round % 7, classes = 2 + round % 4;
        for (size_t i = 0; i < count; i++) {
            values[i] = floor(exp(6 * draw_number()));
        }
        sort_stable(&arena, values, count, sizeof *values, compare, NULL);
        size_t ends[8], from = 0;
        classes_jenks(&arena, values, count, classes, ends);
        double found = 0;
        for (size_t i = 0; i < classes; i++) {
            found += ends[i] > from ? squares(values, from, ends[i]) : 0;
            from = ends[i];
        }
        assert_int_equal(from, count);
        assert_true(found <= try_all(values, 0, count, classes) + 1e-6);
    }
    arena_done(&arena);
}

// Every value lies in the class that counts it, and every limit between two values.
static void check_classes(const struct classes *classes, const double *values, size_t count) {
    size_t members = 0;
    assert_true(classes->count >= 1);
    assert_true(classes->limits[0] <= values[0]);
    assert_true(classes->limits[classes->count] >= values[count - 1]);
    for (size_t i = 0; i < classes->count; i++) {
        // The last class may be a single number, since it holds both its limits.
        assert_true(classes->limits[i] < classes->limits[i + 1] ||
                    (i + 1 == classes->count && classes->limits[i] == classes->limits[i + 1]));
        members += classes->members[i];
    }
    assert_int_equal(members, count);
}

static void no_method_loses_a_value(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena, NULL, NULL);
    for (size_t round = 0; round < 300; round++) {
        double values[40], scale = pow(10, floor(12 * draw_number()) - 6);
        size_t count = 1 + round % 40;
        for (size_t i = 0; i < count; i++) {
            values[i] = (draw_number() - (round % 3 ? 0 : 0.5)) * scale;
            values[i] = round % 5 ? values[i] : floor(values[i]); // many equal ones
        }
        sort_stable(&arena, values, count, sizeof *values, compare, NULL);
        for (int method = CLASSES_EQUAL; method < CLASSES_MANUAL; method++) {
            struct classes classes =
                classes_make(&arena, values, count, (enum class_method)method, 2 + round % 7);
            check_classes(&classes, values, count);
        }
    }
    arena_done(&arena);
}

static void limits_are_round(void **state) {
    (void)state;
    assert_true(classes_roundest(1.2, 7.9, 4.4) == 5);
    assert_true(classes_roundest(555.5, 2126.8, 1340) == 1000);
    assert_true(classes_roundest(0.21, 0.34, 0.28) == 0.3);
    assert_true(classes_roundest(4, 5, 4.5) == 5); // the lower end is left out
    assert_true(classes_roundest(-3, 5, 1) == 0);
    assert_true(classes_roundest(-7.9, -1.2, -4.4) == -5);
    assert_true(classes_roundest(12.34, 12.35, 12.345) == 12.35);
}

static void classes_are_half_open(void **state) {
    (void)state;
    const double values[] = {1, 2, 3, 4, 5}, limits[] = {1, 3, 5};
    struct classes classes = classes_from_limits(values, 5, limits, 3);
    assert_int_equal(classes_find(&classes, 3), 1);
    assert_int_equal(classes_find(&classes, 2.999), 0);
    assert_int_equal(classes_find(&classes, 5), 1); // the last holds its upper limit
    assert_int_equal(classes_find(&classes, 5.1), SIZE_MAX);
    assert_int_equal(classes_find(&classes, 0.9), SIZE_MAX);
    assert_int_equal(classes.members[0], 2);
    assert_true(classes.whole);
}

static void equal_values_stay_together(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena, NULL, NULL);
    const double values[] = {1, 2, 2, 2, 2, 2, 2, 3}, same[] = {4, 4, 4};
    struct classes quantiles = classes_make(&arena, values, 8, CLASSES_QUANTILE, 4);
    check_classes(&quantiles, values, 8);
    assert_true(quantiles.count < 4);
    struct classes one = classes_make(&arena, same, 3, CLASSES_JENKS, 5);
    assert_int_equal(one.count, 1);
    assert_int_equal(one.members[0], 3);
    assert_true(one.least[0] == 4 && one.most[0] == 4);
    arena_done(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(jenks_is_exact),
        cmocka_unit_test(no_method_loses_a_value),
        cmocka_unit_test(limits_are_round),
        cmocka_unit_test(classes_are_half_open),
        cmocka_unit_test(equal_values_stay_together),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
