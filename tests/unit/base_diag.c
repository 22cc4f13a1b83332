// Diagnostics: folding, counting, the three printed forms, the nearest name.
#include "unit.h"

#include "base/diag.h"

#include <string.h>

static struct arena arena;
static struct diag diag;
static struct buf out;

static int start(void **state) {
    (void)state;
    arena_init(&arena, NULL, NULL);
    diag_init(&diag, &arena);
    out = BUF_INIT(&arena);
    return 0;
}

static int finish(void **state) {
    (void)state;
    buf_done(&out);
    arena_done(&arena);
    return 0;
}

static const char *printed(enum diag_form form, bool colour, size_t limit) {
    buf_clear(&out);
    diag_print(&diag, (struct diag_print_options){form, colour, limit}, &out);
    return out.data ? out.data : "";
}

static struct diag_place at(unsigned line, unsigned column) {
    return (struct diag_place){STR("a.json"), line, column, STR("/figures/2/encoding/x")};
}

static void counts_and_folds(void **state) {
    (void)state;
    for (int i = 0; i < 3; i++)
        diag_error(&diag, DIAG_UNKNOWN_FIELD, at(3, 4), STR_NONE, "no field \"%s\"", "lable");
    assert_int_equal(diag.count, 1);
    assert_int_equal(diag.errors, 1);
    assert_int_equal(diag.worst_status, 1);
    diag_error(&diag, DIAG_UNKNOWN_FIELD, at(3, 5), STR_NONE, "no field \"%s\"", "lable");
    diag_error(&diag, DIAG_UNKNOWN_FIELD, at(3, 4), STR_NONE, "no field \"%s\"", "lebal");
    diag_error(&diag, DIAG_SYNTAX, at(3, 4), STR_NONE, "no field \"%s\"", "lable");
    diag_warning(&diag, DIAG_NO_MEMORY, at(3, 4), STR_NONE, "little");
    assert_int_equal(diag.count, 5);
    assert_int_equal(diag.errors, 4);
    assert_int_equal(diag.warnings, 1);
    assert_int_equal(diag.worst_status, 1); // a warning has no status
    diag_error(&diag, DIAG_NO_MEMORY, at(0, 0), STR_NONE, "none");
    assert_int_equal(diag.worst_status, 3);
}

static void texts_are_copied(void **state) {
    (void)state;
    char name[] = "b.json", hint[] = "advice";
    diag_error(&diag, DIAG_SYNTAX, (struct diag_place){.file = str_from(name)}, str_from(hint),
               "%s", name);
    memset(name, 'x', sizeof name - 1);
    memset(hint, 'x', sizeof hint - 1);
    assert_string_equal(printed(DIAG_FORM_TEXT, false, 0),
                        "b.json: error[syntax]: b.json; advice\n");
}

static void very_many_are_kept_to_the_limit(void **state) {
    (void)state;
    for (unsigned round = 0; round < 2; round++)
        for (unsigned i = 0; i < DIAG_ENTRY_LIMIT; i++)
            diag_warning(&diag, DIAG_SYNTAX, at(i + 1, 1), STR_NONE, "x");
    assert_int_equal(diag.count, DIAG_ENTRY_LIMIT);
    assert_int_equal(diag.dropped, 0);
    diag_error(&diag, DIAG_SYNTAX, at(1, 2), STR_NONE, "one more");
    assert_int_equal(diag.dropped, 1);
    assert_int_equal(diag.errors, 1);
    assert_int_equal(diag.worst_status, 1);
    assert_string_equal(
        printed(DIAG_FORM_JSON, false, 1),
        "{\"severity\":\"warning\",\"code\":\"syntax\",\"file\":\"a.json\",\"line\":"
        "1,\"column\":1,\"pointer\":\"/figures/2/encoding/x\",\"message\":\"x\"}\n"
        "{\"more\":10000}\n");
}

static void prints_text(void **state) {
    (void)state;
    assert_string_equal(printed(DIAG_FORM_TEXT, false, 0), "");
    diag_error(&diag, DIAG_UNKNOWN_FIELD, at(3, 4), STR("did you mean \"label\"?"),
               "no field \"lable\"");
    diag_warning(&diag, DIAG_SYNTAX, (struct diag_place){.line = 7}, STR_NONE, "odd");
    assert_string_equal(printed(DIAG_FORM_TEXT, false, 0),
                        "a.json:3:4: error[unknown-field]: /figures/2/encoding/x: no field "
                        "\"lable\"; did you mean \"label\"?\n"
                        "tushuo:7: warning[syntax]: odd\n");
    assert_string_equal(printed(DIAG_FORM_TEXT, true, 1),
                        "\033[1ma.json:3:4: \033[1;31merror[unknown-field]:\033[0m "
                        "/figures/2/encoding/x: no field \"lable\"; did you mean \"label\"?\n"
                        "tushuo: 1 more messages are not shown\n");
}

static void a_terminal_gets_no_commands_of_the_input(void **state) {
    (void)state;
    struct diag_place place = {.file = STR("a\033[2J\n.json")};
    diag_error(&diag, DIAG_SYNTAX, place, STR_NONE, "%s", "x\r\ny\x7f\xc2\x9b\xe2\x80\xae\xff汉");
    assert_string_equal(printed(DIAG_FORM_TEXT, false, 0),
                        "a\\u001b[2J\\u000a.json: error[syntax]: "
                        "x\\u000d\\u000ay\\u007f\\u009b\\u202e\xef\xbf\xbd汉\n");
}

static void prints_json(void **state) {
    (void)state;
    diag_add(&diag, DIAG_NOTE, DIAG_SYNTAX, (struct diag_place){0}, STR("line\nbreak"),
             "say \"%s\"", "汉");
    assert_string_equal(printed(DIAG_FORM_JSON, true, 0),
                        "{\"severity\":\"note\",\"code\":\"syntax\",\"message\":\"say "
                        "\\\"汉\\\"\",\"hint\":\"line\\nbreak\"}\n");
}

static void prints_annotations(void **state) {
    (void)state;
    struct diag_place place = {STR("a,b:100%.json"), 3, 4, STR_NONE};
    diag_error(&diag, DIAG_SYNTAX, place, STR("50%, or: so"), "two\nlines");
    diag_add(&diag, DIAG_NOTE, DIAG_SYNTAX, (struct diag_place){0}, STR_NONE, "n");
    assert_string_equal(
        printed(DIAG_FORM_GITHUB, false, 0),
        "::error file=a%2Cb%3A100%25.json,line=3,col=4,title=syntax::two\\u000alines;"
        " 50%25, or: so\n"
        "::notice title=syntax::n\n");
}

static void codes_have_names_and_explanations(void **state) {
    (void)state;
    for (int i = 0; i < DIAG_CODE_COUNT; i++) {
        enum diag_code code = (enum diag_code)i, found;
        assert_true(diag_code_find(str_from(diag_code_name(code)), &found));
        assert_int_equal(found, code); // so no name stands twice
        assert_true(strlen(diag_code_explanation(code)) > 20);
        const char *name = diag_code_name(code);
        assert_int_equal(strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-"), strlen(name));
    }
    enum diag_code unused;
    assert_false(diag_code_find(STR("no such code"), &unused));
}

static void hints_at_the_nearest_name(void **state) {
    (void)state;
    const struct str words[] = {STR("value"),  STR("label"), STR("title"), STR("锦江区"),
                                STR("青羊区"), STR("id"),    STR("ids")};
    static const struct {
        const char *word, *nearest; // NULL: none is near
    } cases[] = {
        {"lable", "label"},   {"labels", "label"}, {"Label", "label"}, {"xyz", NULL},
        {"锦红区", "锦江区"}, {"青羊", "青羊区"},  {"", NULL},         {"ix", NULL},
        {"idd", "id"},        {"tilte", "title"},  {"tlie", NULL},     {"ids ", "ids"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str hint =
            diag_hint_nearest(&diag, str_from(cases[i].word), words, sizeof words / sizeof *words);
        if (!cases[i].nearest) {
            assert_int_equal(hint.len, 0);
            continue;
        }
        struct str want = str_printf(&arena, "did you mean \"%s\"?", cases[i].nearest);
        assert_true(str_equal(hint, want));
    }
}

static void a_long_word_has_no_hint(void **state) {
    (void)state;
    char word[65 * 3];
    for (size_t i = 0; i < sizeof word; i++)
        word[i] = "汉"[i % 3];
    struct str longest = {word, 64 * 3}, longer = {word, sizeof word};
    assert_true(diag_hint_nearest(&diag, longest, &longest, 1).len > 0);
    assert_int_equal(diag_hint_nearest(&diag, longer, &longer, 1).len, 0);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, start, finish)

int main(void) {
    const struct CMUnitTest tests[] = {
        CASE(counts_and_folds),
        CASE(texts_are_copied),
        CASE(very_many_are_kept_to_the_limit),
        CASE(prints_text),
        CASE(a_terminal_gets_no_commands_of_the_input),
        CASE(prints_json),
        CASE(prints_annotations),
        CASE(codes_have_names_and_explanations),
        CASE(hints_at_the_nearest_name),
        CASE(a_long_word_has_no_hint),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
