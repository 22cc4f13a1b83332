// SVG's escaping, ids, numbers and shared definitions.
#include "unit.h"

#include <string.h>

#include "backend/svg_write.h"

static struct arena arena;
static struct buf out;

static int start(void **state) {
    (void)state;
    arena_init(&arena, NULL, NULL);
    out = BUF_INIT(&arena);
    return 0;
}

static int stop(void **state) {
    (void)state;
    buf_done(&out);
    arena_done(&arena);
    return 0;
}

static void assert_escaped(struct str text, const char *expected) {
    buf_clear(&out);
    svg_add_escaped(&out, text);
    assert_string_equal(out.data, expected);
}

static void markup_is_escaped(void **state) {
    (void)state;
    assert_escaped(STR("<&>\"'"), "&lt;&amp;&gt;&quot;&#39;");
    assert_escaped(STR("产值\t5.38亿元\n"), "产值&#9;5.38亿元&#10;");
    assert_escaped(STR("]]><!--"), "]]&gt;&lt;!--");
}

static void what_xml_forbids_is_replaced(void **state) {
    (void)state;
    assert_escaped(STR("a\0b\x01\x1F\x7F"), "a\uFFFDb\uFFFD\uFFFD\x7F");
    assert_escaped(STR("\xEF\xBF\xBE!\xEF\xBF\xBF"), "\uFFFD!\uFFFD"); // U+FFFE, U+FFFF
    assert_escaped(STR("\xFF\xED\xA0\x80"), "\uFFFD\uFFFD\uFFFD\uFFFD");
    assert_escaped(STR("\U0001F600"), "\U0001F600");
}

static void assert_prefix(struct str id, const char *expected) {
    struct str prefix = svg_id_prefix(&arena, id);
    assert_int_equal(prefix.len, strlen(expected));
    assert_memory_equal(prefix.data, expected, prefix.len);
}

static void an_id_becomes_a_name(void **state) {
    (void)state;
    assert_prefix(STR("theme-events.2"), "theme-events.2");
    assert_prefix(STR("2022"), "_2022");
    assert_prefix(STR(""), "_");
    assert_prefix(STR("a b\"/"), "a_20b_22_2f");
    assert_prefix(STR("图"), "__e5_9b_be");
}

static void assert_number(double value, int decimals, const char *expected) {
    buf_clear(&out);
    svg_add_number(&out, value, decimals);
    assert_string_equal(out.data, expected);
}

static void numbers_are_short(void **state) {
    (void)state;
    assert_number(0, 2, "0");
    assert_number(-0.004, 2, "0");
    assert_number(0.5, 2, ".5");
    assert_number(-0.05, 2, "-.05");
    assert_number(100, 2, "100");
    assert_number(12.345, 1, "12.3");
    assert_number(0.016, 7, ".016");
    assert_number(120, 0, "120");
    assert_number(1e300, 2, "100000000000");
}

// The test vectors of RFC 4648, section 10.
static void base64_is_padded(void **state) {
    (void)state;
    static const char *const words[][2] = {{"", ""},
                                           {"f", "Zg=="},
                                           {"fo", "Zm8="},
                                           {"foo", "Zm9v"},
                                           {"foob", "Zm9vYg=="},
                                           {"fooba", "Zm9vYmE="},
                                           {"foobar", "Zm9vYmFy"}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        buf_clear(&out);
        buf_add_char(&out, '>');
        svg_add_base64(&out, str_from(words[i][0]));
        assert_string_equal(out.data + 1, words[i][1]);
    }
}

static void a_definition_is_written_once(void **state) {
    (void)state;
    struct svg_writer writer = {
        .arena = &arena, .prefix = STR("f"), .defs = BUF_INIT(&arena), .body = BUF_INIT(&arena)};
    assert_int_equal(svg_define(&writer, 'c', "clipPath", STR("/>")), 0);
    assert_int_equal(svg_define(&writer, 'c', "clipPath", STR(" x=\"1\"/>")), 1);
    assert_int_equal(svg_define(&writer, 'c', "clipPath", STR("/>")), 0);
    assert_string_equal(writer.defs.data,
                        "<clipPath id=\"f-c0\"/>\n<clipPath id=\"f-c1\" x=\"1\"/>\n");
    buf_done(&writer.defs);
}

static void a_map_keeps_every_key(void **state) {
    (void)state;
    struct svg_map map = {0};
    for (uint32_t i = 0; i < 5000; i++) {
        uint32_t *value = svg_map_at(&map, &arena, (uint64_t)i << 32 | (i * 7));
        assert_int_equal(*value, 0);
        *value = i + 1;
    }
    for (uint32_t i = 0; i < 5000; i++)
        assert_int_equal(*svg_map_at(&map, &arena, (uint64_t)i << 32 | (i * 7)), i + 1);
    assert_int_equal(map.count, 5000);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(markup_is_escaped),     cmocka_unit_test(what_xml_forbids_is_replaced),
        cmocka_unit_test(an_id_becomes_a_name),  cmocka_unit_test(numbers_are_short),
        cmocka_unit_test(base64_is_padded),      cmocka_unit_test(a_definition_is_written_once),
        cmocka_unit_test(a_map_keeps_every_key),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
