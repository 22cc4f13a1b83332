// Expressions against Vega's own results, and what is refused.
#include "unit.h"

#include "base/json_out.h"
#include "chart/expr_value.h"
#include "table.h"

#include <math.h>

static struct arena arena;
static struct diag diag;
static const struct table *rows;

static void add_row(char **fields, size_t count, size_t line) {
    static struct buf all;
    assert_int_equal(count, 1);
    all.arena = &arena;
    buf_add_text(&all, line == 1 ? "[" : ",");
    buf_add_text(&all, fields[0]);
    if (line == 5) {
        buf_add_text(&all, "]");
        const struct json *json =
            json_parse(&arena, &diag, STR("rows.json"), str_copy(&arena, buf_str(&all)));
        rows = table_read_json(&arena, &diag, json);
        buf_done(&all);
    }
}

static const struct expr *parse(const char *text) {
    const struct json *json = json_parse(&arena, &diag, STR("expr.json"), STR("[\"\"]"));
    return expr_parse(&arena, &diag, json->first, str_copy(&arena, str_from(text)));
}

static bool is_near(double found, double expected) {
    return found == expected || (isnan(found) && isnan(expected)) ||
           fabs(found - expected) <= 1e-12 * fabs(expected);
}

// Whether the value is what Vega wrote down: numbers that JSON has not are texts there.
static bool is_same(struct expr_value value, const struct json *expected) {
    switch (expected->kind) {
    case JSON_NULL:
        return value.kind <= EXPR_NULL;
    case JSON_BOOL:
        return value.kind == EXPR_BOOL && (value.number != 0) == expected->boolean;
    case JSON_NUMBER:
        return (value.kind == EXPR_NUMBER || value.kind == EXPR_DATE) &&
               is_near(value.number, expected->number);
    case JSON_STRING:
        if (value.kind == EXPR_NUMBER) {
            return str_equal(expr_to_string(&arena, value), expected->string);
        }
        return value.kind == EXPR_STRING && str_equal(value.string, expected->string);
    default:
        break;
    }
    if (value.count != expected->count) {
        return false;
    }
    size_t i = 0;
    for (const struct json *item = expected->first; item; item = item->next, i++) {
        if (!is_same(value.items[i], item) ||
            (value.kind == EXPR_OBJECT && !str_equal(value.keys[i], item->key))) {
            return false;
        }
    }
    return value.kind == EXPR_ARRAY || value.kind == EXPR_OBJECT;
}

static size_t wrong;

static void check_line(char **fields, size_t count, size_t line) {
    assert_int_equal(count, 3);
    const struct expr *expr = parse(fields[0]);
    if (!expr) {
        fail_msg("expressions.tsv:%zu: “%s” is refused: %.*s", line, fields[0],
                 STR_ARG(diag.entries[diag.count - 1].message));
    }
    assert_true(expr_check_fields(expr, &arena, &diag, rows));
    struct expr_run run = expr_bind(&arena, expr, rows, false);
    struct expr_value value = expr_evaluate(&run, strtoul(fields[1], NULL, 10));
    struct str text = str_printf(&arena, "[%s]", fields[2]);
    const struct json *expected = json_parse(&arena, &diag, STR("expected.json"), text);
    if (!is_same(value, expected->first)) {
        print_error("expressions.tsv:%zu: “%s” of row %s is “%.*s”, not %s\n", line, fields[0],
                    fields[1], STR_ARG(expr_to_string(&arena, value)), fields[2]);
        wrong++;
    }
}

static void expressions_are_those_of_vega(void **state) {
    (void)state;
    assert_true(table_each("expressions", check_line) > 3000);
    assert_int_equal(wrong, 0);
}

static void names_of_months_follow_the_language(void **state) {
    (void)state;
    struct expr_run run =
        expr_bind(&arena, parse("monthFormat(4) + dayAbbrevFormat(1)"), rows, true);
    assert_true(str_is(expr_evaluate(&run, 0).string, "五月周一"));
}

// The text, and the place and words of its fault.
static void check_fault(const char *text, const char *words) {
    diag.count = 0;
    if (parse(text) || diag.count != 1) {
        fail_msg("“%s” is read", text);
    }
    assert_int_equal(diag.entries[0].code, DIAG_EXPRESSION);
    if (str_find(diag.entries[0].message, str_from(words), 0) == SIZE_MAX) {
        fail_msg("“%s”: %.*s", text, STR_ARG(diag.entries[0].message));
    }
}

static void faults_say_where(void **state) {
    (void)state;
    check_fault("", "character 1: it ends too early");
    check_fault("1 +", "character 4: it ends too early");
    check_fault("(1", "character 3: “)” is missing");
    check_fault("1 2", "character 3: “2” cannot stand here");
    check_fault("datum.值 = 1", "character 9: “=” cannot stand here");
    check_fault("‘a’", "nothing has the name");
    check_fault("flor(1)", "there is no function “flor”");
    check_fault("round(1, 2)", "takes 1 to 1 arguments, not 2");
    check_fault("random()", "every drawing a different one");
    check_fault("now()", "every drawing a different one");
    check_fault("'abc", "the quote is not closed");
    check_fault("'\\u12'", "an escape is not known");
    check_fault("1e", "is no number");
    check_fault("12abc", "is no number");
    check_fault("test(/(a/, 'a')", "regular expression");
    check_fault("!test(/(?=a)/, 'a')", "regular expression");
    check_fault("value > 3", "nothing has the name “value”");
    check_fault("datum.", "it ends too early");
    check_fault("a => 1", "nothing has the name");
}

static void size_is_limited(void **state) {
    (void)state;
    struct buf deep = BUF_INIT(&arena);
    for (size_t i = 0; i < 5000; i++) {
        buf_add_char(&deep, '(');
    }
    check_fault(deep.data, "nested deeper than");
    buf_clear(&deep);
    for (size_t i = 0; i < 5000; i++) {
        buf_add_char(&deep, '!');
    }
    check_fault(deep.data, "nested deeper than");
    buf_clear(&deep);
    for (size_t i = 0; i < 4000; i++) {
        buf_add_text(&deep, i ? "+1" : "1");
    }
    check_fault(deep.data, "too many operators");
    for (size_t i = 0; i < 10000; i++) {
        buf_add_text(&deep, "+1");
    }
    check_fault(deep.data, "longer than");
    buf_done(&deep);
}

// A pattern that would take years ends, and finds nothing.
static void patterns_end(void **state) {
    (void)state;
    struct expr_run run = expr_bind(
        &arena, parse("test(/^(a|a|aa)*b$/, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa')"),
        rows, true);
    assert_true(expr_evaluate(&run, 0).number == 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(expressions_are_those_of_vega),
        cmocka_unit_test(names_of_months_follow_the_language),
        cmocka_unit_test(faults_say_where),
        cmocka_unit_test(size_is_limited),
        cmocka_unit_test(patterns_end),
    };
    arena_init(&arena, NULL, NULL);
    diag_init(&diag, &arena);
    table_each("expressions-rows", add_row);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_done(&arena);
    return failed;
}
