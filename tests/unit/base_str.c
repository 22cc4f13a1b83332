// The two string types: comparing, searching, cutting, growing.
#include "unit.h"

#include "base/str.h"

#include <string.h>

static struct arena arena;

static int start(void **state) {
    (void)state;
    arena_init(&arena, NULL, NULL);
    return 0;
}

static int finish(void **state) {
    (void)state;
    arena_done(&arena);
    return 0;
}

static void compares(void **state) {
    (void)state;
    assert_true(str_equal(STR_NONE, STR("")));
    assert_true(str_equal(STR("汉"), str_from("汉")));
    assert_false(str_equal(STR("a"), STR("ab")));
    assert_true(str_is(STR("ab"), "ab"));
    assert_true(str_is(STR_NONE, NULL));
    assert_true(str_compare(STR("a"), STR("ab")) < 0);
    assert_true(str_compare(STR("b"), STR("ab")) > 0);
    assert_int_equal(str_compare(STR_NONE, STR("")), 0);
    assert_true(str_compare(STR("z"), STR("汉")) < 0); // bytes have no sign
    assert_true(str_starts(STR("abc"), STR("ab")) && !str_starts(STR("a"), STR("ab")));
    assert_true(str_ends(STR("abc"), STR("bc")) && !str_ends(STR("c"), STR("bc")));
    assert_true(str_starts(STR_NONE, STR_NONE) && str_ends(STR("a"), STR("")));
    assert_true(str_hash(STR("ab")) != str_hash(STR("ba")));
}

static void finds(void **state) {
    (void)state;
    assert_int_equal(str_find(STR("aabab"), STR("ab"), 0), 1);
    assert_int_equal(str_find(STR("aabab"), STR("ab"), 2), 3);
    assert_int_equal(str_find(STR("aabab"), STR("ab"), 4), SIZE_MAX);
    assert_int_equal(str_find(STR("ab"), STR("abc"), 0), SIZE_MAX);
    assert_int_equal(str_find(STR("ab"), STR(""), 2), 2);
    assert_int_equal(str_find(STR("ab"), STR(""), 3), SIZE_MAX);
    assert_int_equal(str_find(STR_NONE, STR("a"), 0), SIZE_MAX);
    assert_int_equal(str_find(STR("ab"), STR("b"), 100), SIZE_MAX);
}

static void cuts(void **state) {
    (void)state;
    assert_true(str_is(str_slice(STR("abcd"), 1, 3), "bc"));
    assert_true(str_is(str_slice(STR("abcd"), 2, 99), "cd"));
    assert_int_equal(str_slice(STR("abcd"), 3, 1).len, 0);
    assert_int_equal(str_slice(STR_NONE, 0, 5).len, 0);
    assert_true(str_is(str_trim(STR(" \t a b\r\n")), "a b"));
    assert_int_equal(str_trim(STR("  ")).len, 0);
    struct str copy = str_copy(&arena, str_slice(STR("abcd"), 1, 3));
    assert_string_equal(copy.data, "bc");
    assert_string_equal(str_terminate(&arena, STR_NONE), "");
    assert_true(str_is(str_printf(&arena, "%s %d", "x", 7), "x 7"));
}

static void a_buffer_grows_and_stays_terminated(void **state) {
    (void)state;
    struct buf buf = BUF_INIT(&arena);
    for (int i = 0; i < 3000; i++) {
        buf_printf(&buf, "%04d", i);
        assert_int_equal(strlen(buf.data), buf.len);
    }
    assert_int_equal(buf.len, 12000);
    assert_true(str_is(str_slice(buf_str(&buf), 11996, 12000), "2999"));
    buf_clear(&buf);
    buf_add_str(&buf, STR_NONE);
    assert_string_equal(buf.data, "");
    buf_add_char(&buf, 'x');
    buf_add_text(&buf, "yz");
    assert_string_equal(buf.data, "xyz");
    memcpy(buf_reserve(&buf, 5000), "!", 2);
    buf.len++;
    assert_string_equal(buf.data, "xyz!");
    buf_done(&buf);
    assert_null(buf.data);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(compares),
        cmocka_unit_test(finds),
        cmocka_unit_test(cuts),
        cmocka_unit_test(a_buffer_grows_and_stays_terminated),
    };
    return cmocka_run_group_tests(tests, start, finish);
}
