// UTF-8: every length, every kind of fault, both directions.
#include "unit.h"

#include "base/utf8.h"

static void encodes_and_decodes_every_length(void **state) {
    (void)state;
    const uint32_t characters[] = {0,     'A',    0x7F,   0x80,    0x7FF,
                                   0x800, 0x6C49, 0xFFFD, 0x10000, 0x10FFFF};
    for (size_t i = 0; i < sizeof characters / sizeof *characters; i++) {
        char bytes[4];
        struct str s = {bytes, utf8_encode(characters[i], bytes)};
        size_t at = 0, end = s.len;
        assert_int_equal(utf8_next(s, &at), characters[i]);
        assert_int_equal(at, s.len);
        assert_int_equal(utf8_previous(s, &end), characters[i]);
        assert_int_equal(end, 0);
    }
}

static void finds_what_is_not_utf8(void **state) {
    (void)state;
    assert_int_equal(utf8_find_invalid(STR("汉字")), SIZE_MAX);
    assert_int_equal(utf8_find_invalid(STR("a\xC0\x80")), 1);        // overlong
    assert_int_equal(utf8_find_invalid(STR("\xED\xA0\x80")), 0);     // surrogate
    assert_int_equal(utf8_find_invalid(STR("ab\xE6\xB1")), 2);       // cut short
    assert_int_equal(utf8_find_invalid(STR("\xF4\x90\x80\x80")), 0); // above 10FFFF
}

static void an_invalid_byte_costs_one_step(void **state) {
    (void)state;
    size_t at = 0;
    struct str s = STR("\xFF"
                       "A");
    assert_int_equal(utf8_next(s, &at), UTF8_INVALID);
    assert_int_equal(utf8_next(s, &at), 'A');
    assert_int_equal(utf8_count(STR("5.38亿元")), 6);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(encodes_and_decodes_every_length),
        cmocka_unit_test(finds_what_is_not_utf8),
        cmocka_unit_test(an_invalid_byte_costs_one_step),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
