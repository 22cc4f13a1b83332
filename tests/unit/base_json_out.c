// Writing JSON: every character that must be escaped, and numbers JSON cannot hold.
#include "unit.h"

#include "base/json_out.h"

#include <math.h>

static void strings_are_escaped(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena, NULL, NULL);
    struct buf buf = BUF_INIT(&arena);
    buf_add_json_string(&buf, STR("a\"\\/\b\f\n\r\t\x01\x1f\x7f汉𠮷\xff!"));
    assert_string_equal(buf.data,
                        "\"a\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f\x7f汉𠮷\xef\xbf\xbd!\"");
    buf_clear(&buf);
    buf_add_json_string(&buf, (struct str){"\0x", 2});
    assert_string_equal(buf.data, "\"\\u0000x\"");
    buf_clear(&buf);
    buf_add_json_string(&buf, STR_NONE);
    assert_string_equal(buf.data, "\"\"");
    buf_done(&buf);
    arena_done(&arena);
}

static void numbers_that_json_lacks_are_null(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena, NULL, NULL);
    struct buf buf = BUF_INIT(&arena);
    buf_add_json_number(&buf, 0.1);
    buf_add_char(&buf, ' ');
    buf_add_json_number(&buf, NAN);
    buf_add_char(&buf, ' ');
    buf_add_json_number(&buf, -INFINITY);
    assert_string_equal(buf.data, "0.1 null null");
    buf_done(&buf);
    arena_done(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(strings_are_escaped),
        cmocka_unit_test(numbers_that_json_lacks_are_null),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
