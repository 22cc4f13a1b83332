// window: ranks, neighbours and running sums within sorted groups.
#include "chart/transforms/window.h"
#include "base/i18n.h"
#include "chart/transforms/summary.h"

#include <math.h>

const char *const window_words[] = {
#define WINDOW(id, name) name,
#include "chart/transforms/window.def"
#undef WINDOW
    NULL,
};

static enum window_op find_op(struct str name) {
    unsigned i = 0;
    while (window_words[i] && !str_is(name, window_words[i])) {
        i++;
    }
    return (enum window_op)i;
}

// One group, in order.
struct window {
    const struct transform_run *run;
    const struct table *table;
    const struct json *sort;
    const size_t *rows;
    size_t count;
    double before, behind; // rows of the frame, INFINITY: all
    bool ignore_peers;
};

struct window_field {
    enum window_op op;
    enum aggregate aggregate; // AGGREGATE_NONE: the op counts
    const struct value *column;
    double parameter;
    struct str name;
};

static struct value number(double value) {
    return (struct value){.kind = VALUE_NUMBER, .number = value};
}

static bool are_peers(const struct window *w, size_t a, size_t b) {
    return transform_are_peers(w->table, w->sort, w->rows[a], w->rows[b]);
}

// The first and the last that sort as row `i` does.
static void find_peers(const struct window *w, size_t i, size_t *first, size_t *last) {
    for (*first = i; *first > 0 && are_peers(w, *first - 1, i);) {
        --*first;
    }
    for (*last = i; *last + 1 < w->count && are_peers(w, *last + 1, i);) {
        ++*last;
    }
}

static void find_frame(const struct window *w, size_t i, size_t *first, size_t *last) {
    *first = w->before >= (double)i ? 0 : i - (size_t)w->before;
    *last = (double)i + w->behind >= (double)w->count - 1 ? w->count - 1 : i + (size_t)w->behind;
    if (!w->ignore_peers) {
        size_t other;
        find_peers(w, *first, first, &other);
        find_peers(w, *last, &other, last);
    }
}

static struct value rank(const struct window *w, const struct window_field *field, size_t i) {
    size_t first, last, dense = 1;
    find_peers(w, i, &first, &last);
    double n = (double)w->count;
    switch (field->op) {
    case WINDOW_ROW_NUMBER:
        return number((double)i + 1);
    case WINDOW_RANK:
        return number((double)first + 1);
    case WINDOW_PERCENT_RANK:
        return number(n > 1 ? (double)first / (n - 1) : 0);
    case WINDOW_CUME_DIST:
        return number((double)(last + 1) / n);
    case WINDOW_NTILE:
        return number(ceil(field->parameter * (double)(last + 1) / n));
    default:
        for (size_t k = 1; k <= first; k++) {
            dense += !are_peers(w, k - 1, k);
        }
        return number((double)dense);
    }
}

static struct value neighbour(const struct window *w, const struct window_field *field, size_t i) {
    size_t first, last;
    find_frame(w, i, &first, &last);
    double at = (double)i;
    switch (field->op) {
    case WINDOW_LAG:
        at -= field->parameter;
        break;
    case WINDOW_LEAD:
        at += field->parameter;
        break;
    case WINDOW_FIRST_VALUE:
        at = (double)first;
        break;
    case WINDOW_LAST_VALUE:
        at = (double)last;
        break;
    default:
        at = (double)first + field->parameter - 1;
        at = at > (double)last ? -1 : at;
    }
    bool within = at >= 0 && at < (double)w->count;
    return within ? field->column[w->rows[(size_t)at]] : (struct value){.kind = VALUE_NULL};
}

static struct value value_at(const struct window *w, const struct window_field *field, size_t i) {
    size_t first, last;
    if (field->aggregate == AGGREGATE_NONE) {
        return field->op < WINDOW_LAG ? rank(w, field, i) : neighbour(w, field, i);
    }
    find_frame(w, i, &first, &last);
    return aggregate_rows(w->run->arena, field->aggregate, field->column, w->rows + first,
                          last + 1 - first);
}

// A running sum or count from the group's first row: one pass, however long the group is.
static bool run_on(const struct window *w, const struct window_field *field, struct value *values) {
    bool sum = field->aggregate == AGGREGATE_SUM, counts = field->aggregate == AGGREGATE_COUNT;
    if ((!sum && !counts) || isfinite(w->before) || w->behind != 0) {
        return false;
    }
    double total = 0;
    bool any = counts; // the sum of nothing is nothing
    for (size_t i = 0, done = 0; i < w->count; i++) {
        any = any || field->column[w->rows[i]].kind == VALUE_NUMBER;
        total += sum ? transform_number(field->column[w->rows[i]], 0) : 1;
        bool ends = w->ignore_peers || i + 1 == w->count || !are_peers(w, i, i + 1);
        for (; ends && done <= i; done++) {
            values[w->rows[done]] = any ? number(total) : (struct value){.kind = VALUE_NULL};
        }
    }
    return true;
}

static bool read_field(const struct transform_run *run, const struct table *table,
                       const struct json *json, struct window_field *out) {
    struct str op = json_string(json_get(json, "op"), STR_NONE);
    struct str name = json_string(json_get(json, "field"), STR_NONE);
    out->op = find_op(op);
    out->aggregate = out->op == WINDOW_NONE ? aggregate_find(op) : AGGREGATE_NONE;
    out->parameter = json_number(json_get(json, "param"), 1);
    struct str otherwise =
        name.len ? str_printf(run->arena, "%.*s_%.*s", STR_ARG(op), STR_ARG(name)) : op;
    out->name = json_string(json_get(json, "as"), otherwise);
    bool needs_field = out->aggregate != AGGREGATE_COUNT && out->op >= WINDOW_LAG;
    if (name.len) {
        out->column = transform_column(run, table, json, name);
        return out->column != NULL;
    }
    if (needs_field) {
        diag_error(run->diag, DIAG_MISSING_FIELD, json_place(run->arena, json),
                   STR("add \"field\": \"name\""), _("“%.*s” needs a field"), STR_ARG(op));
    }
    return !needs_field;
}

static double frame_end(const struct json *frame, size_t index, double otherwise) {
    const struct json *end = json_at(frame, index);
    return !end ? otherwise : end->kind == JSON_NUMBER ? fabs(end->number) : INFINITY;
}

static void fill(struct window *w, const struct groups *groups, const size_t *members,
                 const struct window_field *field, struct value *values) {
    for (size_t g = 0; g < groups->count; g++) {
        w->rows = members + groups->starts[g];
        w->count = groups->starts[g + 1] - groups->starts[g];
        if (run_on(w, field, values)) {
            continue;
        }
        for (size_t i = 0; i < w->count; i++) {
            values[w->rows[i]] = value_at(w, field, i);
        }
    }
}

static const struct table *apply(const struct transform_run *run, const struct table *table,
                                 const struct json *json) {
    struct groups groups;
    const struct json *sort = json_get(json, "sort"), *frame = json_get(json, "frame");
    const struct json *list = json_get(json, "window");
    size_t *order = transform_order(run, table, sort);
    if (!order || !summary_groups(run, table, json_get(json, "groupby"), &groups)) {
        return NULL;
    }
    size_t *members = summary_order(run->arena, &groups, order, table->row_count);
    struct table *result = derived_rows(run->arena, table, NULL, table->row_count, list->count);
    struct window window = {.run = run,
                            .table = table,
                            .sort = sort,
                            .before = frame_end(frame, 0, INFINITY),
                            .behind = frame_end(frame, 1, 0),
                            .ignore_peers = json_bool(json_get(json, "ignorePeers"), false)};
    for (const struct json *one = list->first; one; one = one->next) {
        struct window_field field = {0};
        if (!read_field(run, table, one, &field)) {
            return NULL;
        }
        struct value *values = ARENA_ARRAY(run->arena, table->row_count, struct value);
        fill(&window, &groups, members, &field, values);
        derived_set(result, field.name, values);
    }
    return result;
}

const struct transform transform_window = {"window", apply};
