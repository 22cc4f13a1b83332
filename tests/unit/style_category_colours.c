// Colours of categories: dealt out once for all figures of a document.
#include "unit.h"

#include "style/category_colours.h"

static struct style style_of_three(void) {
    struct style style = {.palette_count = 3, .context = {9, 9, 9, 255}};
    for (size_t i = 0; i < 3; i++) {
        style.palette[i] = (struct colour){(uint8_t)(i + 1), 0, 0, 255};
    }
    return style;
}

// The red of each word of `words`, as digits: the palette's first colour is 1, grey is 9.
static void expect(struct arena *arena, const struct category_colours *colours, const char *words,
                   const char *reds) {
    const struct style style = style_of_three();
    for (size_t i = 0; words[i]; i++) {
        struct str word =
            words[i] == '*' ? STR("其他") : str_copy(arena, (struct str){words + i, 1});
        unsigned red = category_colours_find(colours, &style, word).r;
        if (red != (unsigned)(reds[i] - '0')) {
            fail_msg("%c is %u, not %c", words[i], red, reds[i]);
        }
    }
}

// Each text is a figure, each letter a category; * is 其他.
static const struct category_colours *deal(struct arena *arena, const char *fixed,
                                           const char *const *figures, size_t count) {
    struct category_list *lists = ARENA_ARRAY(arena, count, struct category_list);
    for (size_t f = 0; f < count; f++) {
        struct str letters = str_from(figures[f]);
        struct str *words = ARENA_ARRAY(arena, letters.len, struct str);
        for (size_t i = 0; i < letters.len; i++) {
            words[i] = letters.data[i] == '*' ? STR("其他") : str_slice(letters, i, i + 1);
        }
        lists[f] = (struct category_list){words, letters.len};
    }
    struct diag diag;
    diag_init(&diag, arena);
    const struct json *object =
        fixed ? json_parse(arena, &diag, STR("fixed"), str_from(fixed)) : NULL;
    const struct style style = style_of_three();
    return category_colours_make(arena, object, &style, lists, count);
}

static void in_order_of_appearance(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena, NULL, NULL);
    static const char *const figures[] = {"ba", "*c", "cb"};
    expect(&arena, deal(&arena, NULL, figures, 3), "ba*cz", "12939");
    arena_done(&arena);
}

static void fixed_colours_are_taken(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena, NULL, NULL);
    static const char *const figures[] = {"abc", "*"};
    // a has the palette's second colour, so b and c have the others; 其他 may be fixed too.
    expect(&arena, deal(&arena, "{\"a\": \"#020000\", \"其他\": \"#070000\"}", figures, 2), "abc*",
           "2137");
    arena_done(&arena);
}

// d shares a figure with a and b, so it takes c's colour; e shares one with d alone.
static void colours_repeat_where_no_figure_shows_both(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena, NULL, NULL);
    static const char *const figures[] = {"abc", "dab", "ed"};
    expect(&arena, deal(&arena, NULL, figures, 3), "abcde", "12331");
    static const char *const crowded[] = {"abcdefg"};
    expect(&arena, deal(&arena, NULL, crowded, 1), "abcdefg", "1231231");
    arena_done(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(in_order_of_appearance),
        cmocka_unit_test(fixed_colours_are_taken),
        cmocka_unit_test(colours_repeat_where_no_figure_shows_both),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
