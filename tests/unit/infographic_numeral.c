// Numerals of sections.
#include "unit.h"

#include "infographic/numeral.h"

static void check(struct arena *arena, enum style_numerals form, size_t number,
                  const char *expected) {
    assert_true(str_is(numeral_write(arena, form, number), expected));
}

static void writes_each_form(void **state) {
    struct arena arena;
    (void)state;
    arena_init(&arena, NULL, NULL);
    check(&arena, NUMERALS_FORMAL, 1, "壹");
    check(&arena, NUMERALS_FORMAL, 3, "叁");
    check(&arena, NUMERALS_HAN, 10, "十");
    check(&arena, NUMERALS_HAN, 12, "十二");
    check(&arena, NUMERALS_HAN, 20, "二十");
    check(&arena, NUMERALS_FORMAL, 21, "贰拾壹");
    check(&arena, NUMERALS_HAN, 99, "九十九");
    check(&arena, NUMERALS_HAN, 100, "100");
    check(&arena, NUMERALS_DIGITS, 7, "07");
    assert_int_equal(numeral_write(&arena, NUMERALS_NONE, 1).len, 0);
    arena_done(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(writes_each_form)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
