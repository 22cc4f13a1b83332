// Reading tests and testing rows.
#include "chart/predicate.h"

#include "base/i18n.h"
#include "chart/find_column.h"
#include "chart/times.h"

enum { PREDICATE_DEPTH_LIMIT = 50 };

enum predicate_kind { TEST_EXPRESSION, TEST_FIELD, TEST_AND, TEST_OR, TEST_NOT, TEST_PARAMETER };

struct predicate {
    enum predicate_kind kind;
    struct expr_run run;         // of an expression
    const struct value *values;  // of a field
    struct time_units time_unit; // of a field; parts 0: none
    const struct json *json;
    struct predicate **parts; // of and, or, not
    size_t count;
};

struct reader {
    struct arena *arena;
    struct diag *diag;
    const struct table *table;
    bool chinese;
    int depth;
};

static struct predicate *read_test(struct reader *reader, const struct json *json);

static struct predicate *read_expression(struct reader *reader, const struct json *json) {
    const struct expr *expr = expr_parse(reader->arena, reader->diag, json, json->string);
    if (!expr || !expr_check_fields(expr, reader->arena, reader->diag, reader->table)) {
        return NULL;
    }
    struct predicate *test = ARENA_NEW(reader->arena, struct predicate);
    test->kind = TEST_EXPRESSION;
    test->run = expr_bind(reader->arena, expr, reader->table, reader->chinese);
    return test;
}

static struct predicate *read_parts(struct reader *reader, const struct json *json,
                                    enum predicate_kind kind) {
    struct predicate *test = ARENA_NEW(reader->arena, struct predicate);
    const struct json *part = kind == TEST_NOT ? json : json->first;
    test->kind = kind;
    test->parts =
        ARENA_ARRAY(reader->arena, kind == TEST_NOT ? 1 : json->count, struct predicate *);
    for (; part; part = kind == TEST_NOT ? NULL : part->next) {
        struct predicate *read = read_test(reader, part);
        if (!read) {
            return NULL;
        }
        test->parts[test->count++] = read;
    }
    return test;
}

static struct predicate *read_field(struct reader *reader, const struct json *json) {
    size_t column = find_column(reader->arena, reader->diag, reader->table, json,
                                json_string(json_get(json, "field"), STR_NONE));
    const struct json *unit = json_get(json, "timeUnit");
    struct predicate *test = ARENA_NEW(reader->arena, struct predicate);
    if (column == SIZE_MAX) {
        return NULL;
    }
    if (unit && !times_read_unit(reader->arena, reader->diag, unit, &test->time_unit)) {
        return NULL;
    }
    test->kind = TEST_FIELD;
    test->values = reader->table->columns[column].values;
    test->json = json;
    return test;
}

// As the picture begins nothing is selected, which passes every row unless `empty` says otherwise.
static struct predicate *read_parameter(struct reader *reader, const struct json *json) {
    struct predicate *test = ARENA_NEW(reader->arena, struct predicate);
    test->kind = TEST_PARAMETER;
    test->json = json;
    return test;
}

static struct predicate *read_test(struct reader *reader, const struct json *json) {
    const struct json *part;
    struct predicate *test = NULL;
    if (++reader->depth > PREDICATE_DEPTH_LIMIT) {
        diag_error(reader->diag, DIAG_TOO_DEEP, json_place(reader->arena, json), STR_NONE,
                   _("the test is nested deeper than %d"), PREDICATE_DEPTH_LIMIT);
    } else if (json->kind == JSON_STRING) {
        test = read_expression(reader, json);
    } else if ((part = json_get(json, "and"))) {
        test = read_parts(reader, part, TEST_AND);
    } else if ((part = json_get(json, "or"))) {
        test = read_parts(reader, part, TEST_OR);
    } else if ((part = json_get(json, "not"))) {
        test = read_parts(reader, part, TEST_NOT);
    } else if (json_get(json, "param")) {
        test = read_parameter(reader, json);
    } else if (json_get(json, "field")) {
        test = read_field(reader, json);
    } else {
        diag_error(reader->diag, DIAG_MISSING_FIELD, json_place(reader->arena, json),
                   STR("write an expression, or {\"field\": …, \"equal\": …}"),
                   _("a test needs a field"));
    }
    reader->depth--;
    return test;
}

struct predicate *predicate_read(struct arena *arena, struct diag *diag, const struct json *json,
                                 const struct table *table, bool chinese) {
    struct reader reader = {arena, diag, table, chinese, 0};
    return read_test(&reader, json);
}

// ---- testing

// Order of a value and a constant; 2 when they cannot be compared.
static int compare(struct value value, const struct json *constant) {
    double number = constant->number;
    if (constant->kind == JSON_OBJECT) {
        times_of_json(constant, &number);
    }
    if (value.kind == VALUE_NUMBER &&
        (constant->kind == JSON_NUMBER || constant->kind == JSON_OBJECT)) {
        return (value.number > number) - (value.number < number);
    }
    if (value.kind == VALUE_STRING && constant->kind == JSON_STRING) {
        int order = str_compare(value.string, constant->string);
        return (order > 0) - (order < 0);
    }
    if (value.kind == VALUE_BOOL && constant->kind == JSON_BOOL) {
        return (value.number != 0) == constant->boolean ? 0 : 2;
    }
    return value.kind == VALUE_NULL && constant->kind == JSON_NULL ? 0 : 2;
}

static bool is_one_of(struct value value, const struct json *list) {
    for (const struct json *item = list->first; item; item = item->next) {
        if (compare(value, item) == 0) {
            return true;
        }
    }
    return false;
}

// Both ends count; null leaves an end open.
static bool is_within(struct value value, const struct json *range) {
    const struct json *low = json_at(range, 0), *high = json_at(range, 1);
    int from = low && low->kind != JSON_NULL ? compare(value, low) : 1;
    int to = high && high->kind != JSON_NULL ? compare(value, high) : -1;
    return value.kind == VALUE_NUMBER && (from == 0 || from == 1) && (to == 0 || to == -1);
}

static bool field_passes(const struct predicate *test, struct value value) {
    const struct json *json = test->json, *limit;
    if (test->time_unit.parts && value.kind == VALUE_NUMBER) {
        value.number = time_units_floor(test->time_unit, value.number);
    }
    bool passes = true;
    int order;
    if ((limit = json_get(json, "equal"))) {
        passes = passes && compare(value, limit) == 0;
    }
    if ((limit = json_get(json, "oneOf"))) {
        passes = passes && is_one_of(value, limit);
    }
    if ((limit = json_get(json, "range"))) {
        passes = passes && is_within(value, limit);
    }
    if ((limit = json_get(json, "valid"))) {
        passes = passes && (value.kind != VALUE_NULL) == limit->boolean;
    }
    if ((limit = json_get(json, "lt"))) {
        passes = passes && compare(value, limit) == -1;
    }
    if ((limit = json_get(json, "lte"))) {
        order = compare(value, limit);
        passes = passes && (order == -1 || order == 0);
    }
    if ((limit = json_get(json, "gt"))) {
        passes = passes && compare(value, limit) == 1;
    }
    if ((limit = json_get(json, "gte"))) {
        order = compare(value, limit);
        passes = passes && (order == 1 || order == 0);
    }
    return passes;
}

bool predicate_passes(struct predicate *test, size_t row) {
    switch (test->kind) {
    case TEST_EXPRESSION:
        return expr_is_true(&test->run, row);
    case TEST_FIELD:
        return field_passes(test, test->values[row]);
    case TEST_PARAMETER:
        return json_bool(json_get(test->json, "empty"), true);
    case TEST_NOT:
        return !predicate_passes(test->parts[0], row);
    default:
        for (size_t i = 0; i < test->count; i++) {
            if (predicate_passes(test->parts[i], row) == (test->kind == TEST_OR)) {
                return test->kind == TEST_OR;
            }
        }
        return test->kind == TEST_AND;
    }
}
