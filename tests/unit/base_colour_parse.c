// Colours as CSS writes them, and what is none.
#include "unit.h"

#include "base/colour.h"

#include <string.h>

static void reads_every_form(void **state) {
    (void)state;
    static const struct {
        const char *text;
        struct colour colour;
    } cases[] = {
        {"#f80", {0xff, 0x88, 0x00, 255}},
        {"#F80c", {0xff, 0x88, 0x00, 0xcc}},
        {"#c8102E", {0xc8, 0x10, 0x2e, 255}},
        {"#c8102e80", {0xc8, 0x10, 0x2e, 0x80}},
        {" white\n", {255, 255, 255, 255}},
        {"RebeccaPurple", {0x66, 0x33, 0x99, 255}},
        {"aliceblue", {0xf0, 0xf8, 0xff, 255}},
        {"yellowgreen", {0x9a, 0xcd, 0x32, 255}},
        {"lightgoldenrodyellow", {0xfa, 0xfa, 0xd2, 255}},
        {"transparent", {0, 0, 0, 0}},
        {"rgb(1,2,3)", {1, 2, 3, 255}},
        {"rgb( 1 , 2 , 3 )", {1, 2, 3, 255}},
        {"rgba(0,0,0,.5)", {0, 0, 0, 128}},
        {"rgb(1 2 3 / 50%)", {1, 2, 3, 128}},
        {"rgb(1 2 3/0)", {1, 2, 3, 0}},
        {"rgb(100%,50%,0%)", {255, 128, 0, 255}},
        {"rgb(300, -20, 1.6)", {255, 0, 2, 255}},
        {"RGB(+1 2 3)", {1, 2, 3, 255}},
        {"hsl(0,100%,50%)", {255, 0, 0, 255}},
        {"hsl(120deg 100% 25%)", {0, 128, 0, 255}},
        {"hsl(-120, 100%, 50%)", {0, 0, 255, 255}},
        {"hsl(.5turn 100% 50%)", {0, 255, 255, 255}},
        {"hsl(200grad 100% 50%)", {0, 255, 255, 255}},
        {"hsla(60,100%,50%,0.2)", {255, 255, 0, 51}},
        {"hsl(210, 40%, 60%)", {112, 153, 194, 255}}, // 112.2, 153, 193.8
        {"hsl(12, 0%, 50%)", {128, 128, 128, 255}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct colour colour = {9, 9, 9, 9};
        bool read = colour_parse(str_from(cases[i].text), &colour);
        if (!read || !colour_equal(colour, cases[i].colour))
            print_error("%s: %d %d %d %d\n", cases[i].text, colour.r, colour.g, colour.b, colour.a);
        assert_true(read);
        assert_true(colour_equal(colour, cases[i].colour));
    }
}

static void refuses_the_rest(void **state) {
    (void)state;
    static const char *const cases[] = {
        "",
        "#",
        "#ff",
        "#fffff",
        "#ggg",
        "#fffffffff",
        "whit",
        "whites",
        "汉",
        "rgb(1,2)",
        "rgb(1,2,3",
        "rgb(1,2,3,4,5)",
        "rgb(1 2,3)",
        "rgb(1,2 3)",
        "rgb(1,2,3/4)",
        "rgb(1 2 3 4)",
        "rgb(1,,3)",
        "rgb(1.,2,3)",
        "rgb(a,b,c)",
        "rgb(1px,2,3)",
        "hsl(1,2,3)",
        "hsl(1foo 2% 3%)",
        "cmyk(1,2,3)",
        "rgb()",
        "rgb(--1,2,3)",
        "rgb(1 2 3 /)",
        "rgb(1-2-3)",
        "()",
        ")",
        "rgb(1,2,3) x",
        "none",
        "currentcolor",
        "rgb(.,1,2)",
        "rgb(1,2,3,1e)",
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct colour colour = {9, 9, 9, 9};
        if (colour_parse(str_from(cases[i]), &colour))
            print_error("%s was read\n", cases[i]);
        assert_true(colour_equal(colour, (struct colour){9, 9, 9, 9}));
    }
}

static void very_long_texts_are_none(void **state) {
    (void)state;
    char text[5000];
    memset(text, '1', sizeof text);
    memcpy(text, "rgb(1,2,", 8);
    text[sizeof text - 1] = ')';
    struct colour colour;
    assert_false(colour_parse((struct str){text, sizeof text}, &colour));
    assert_false(
        colour_parse(STR("rgb(1,2,1111111111111111111111111111111111111111111111)"), &colour));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_every_form),
        cmocka_unit_test(refuses_the_rest),
        cmocka_unit_test(very_long_texts_are_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
