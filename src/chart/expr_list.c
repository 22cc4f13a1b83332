// Functions of expressions: lists, and what lists share with texts.
#include "base/sort.h"
#include "chart/expr_functions.h"

#include <math.h>

#define DEFINE(id)                                                   \
    struct expr_value expr_function_##id(const struct expr_run *run, \
                                         const struct expr_value *args, size_t count)

enum { SEQUENCE_LIMIT = 100000 };

static struct expr_value list_of(const struct expr_value *items, size_t count) {
    return (struct expr_value){.kind = EXPR_ARRAY, .items = items, .count = count};
}

static struct expr_value pair(const struct expr_run *run, double first, double second) {
    struct expr_value *items = ARENA_ARRAY(run->arena, 2, struct expr_value);
    items[0] = expr_number(first);
    items[1] = expr_number(second);
    return list_of(items, 2);
}

static void find_extent(const struct expr_run *run, struct expr_value list, double out[2]) {
    out[0] = INFINITY;
    out[1] = -INFINITY;
    for (size_t i = 0; i < list.count; i++) {
        double number =
            list.items[i].kind <= EXPR_NULL ? NAN : expr_to_number(run->arena, list.items[i]);
        out[0] = fmin(out[0], number);
        out[1] = fmax(out[1], number);
    }
}

DEFINE(extent) {
    (void)count;
    double found[2];
    find_extent(run, args[0], found);
    return found[0] <= found[1] ? pair(run, found[0], found[1]) : list_of(NULL, 0);
}

DEFINE(span) {
    (void)run, (void)count;
    const struct expr_value *list = &args[0];
    return expr_number(list->kind == EXPR_ARRAY && list->count
                           ? expr_to_number(run->arena, list->items[list->count - 1]) -
                                 expr_to_number(run->arena, list->items[0])
                           : 0);
}

DEFINE(clamp_range) {
    (void)count;
    if (args[0].kind != EXPR_ARRAY || args[0].count != 2) {
        return EXPR_NOTHING;
    }
    double low = expr_to_number(run->arena, args[0].items[0]);
    double high = expr_to_number(run->arena, args[0].items[1]);
    double least = expr_to_number(run->arena, args[1]), most = expr_to_number(run->arena, args[2]);
    double width = fabs(high - low), start = fmin(low, high);
    if (width >= most - least) {
        return pair(run, least, most);
    }
    start = fmin(fmax(start, least), most - width);
    return pair(run, start, start + width);
}

DEFINE(inrange) {
    if (args[1].kind != EXPR_ARRAY || args[1].count < 2) {
        return expr_bool(false);
    }
    double number = expr_to_number(run->arena, args[0]);
    double a = expr_to_number(run->arena, args[1].items[0]);
    double b = expr_to_number(run->arena, args[1].items[args[1].count - 1]);
    double low = fmin(a, b), high = fmax(a, b);
    bool with_low = count < 3 || expr_to_bool(args[2]),
         with_high = count < 4 || expr_to_bool(args[3]);
    return expr_bool((with_low ? number >= low : number > low) &&
                     (with_high ? number <= high : number < high));
}

DEFINE(length) {
    (void)run, (void)count;
    return args[0].kind == EXPR_STRING  ? expr_number((double)expr_length(args[0].string))
           : args[0].kind == EXPR_ARRAY ? expr_number((double)args[0].count)
                                        : EXPR_NOTHING;
}

DEFINE(peek) {
    (void)run, (void)count;
    return args[0].kind == EXPR_ARRAY && args[0].count ? args[0].items[args[0].count - 1]
                                                       : EXPR_NOTHING;
}

static struct expr_value place_in_text(struct str text, struct str part, bool last) {
    size_t found = SIZE_MAX, at = str_find(text, part, 0);
    while (at != SIZE_MAX) {
        found = at;
        at = last && at < text.len ? str_find(text, part, at + 1) : SIZE_MAX;
    }
    return expr_number(found == SIZE_MAX ? -1 : (double)expr_length(str_slice(text, 0, found)));
}

static struct expr_value place_of(const struct expr_run *run, const struct expr_value *args,
                                  bool last) {
    double found = -1;
    if (args[0].kind != EXPR_ARRAY) {
        return place_in_text(expr_to_string(run->arena, args[0]),
                             expr_to_string(run->arena, args[1]), last);
    }
    for (size_t i = 0; i < args[0].count && (last || found < 0); i++) {
        found = expr_same(args[0].items[i], args[1]) ? (double)i : found;
    }
    return expr_number(found);
}

DEFINE(indexof) {
    (void)count;
    return place_of(run, args, false);
}

DEFINE(lastindexof) {
    (void)count;
    return place_of(run, args, true);
}

DEFINE(join) {
    struct buf out = BUF_INIT(run->arena);
    struct str mark = count > 1 ? expr_to_string(run->arena, args[1]) : STR(",");
    for (size_t i = 0; args[0].kind == EXPR_ARRAY && i < args[0].count; i++) {
        if (i) {
            buf_add_str(&out, mark);
        }
        if (args[0].items[i].kind > EXPR_NULL) {
            buf_add_str(&out, expr_to_string(run->arena, args[0].items[i]));
        }
    }
    struct expr_value value = expr_string(str_copy(run->arena, out.len ? buf_str(&out) : STR("")));
    buf_done(&out);
    return value;
}

DEFINE(pluck) {
    (void)count;
    struct str name = expr_to_string(run->arena, args[1]);
    size_t n = args[0].kind == EXPR_ARRAY ? args[0].count : 0;
    struct expr_value *items = ARENA_ARRAY(run->arena, n, struct expr_value);
    for (size_t i = 0; i < n; i++) {
        struct expr_value object = args[0].items[i];
        for (size_t k = 0; object.kind == EXPR_OBJECT && k < object.count; k++) {
            items[i] = str_equal(object.keys[k], name) ? object.items[k] : items[i];
        }
    }
    return list_of(items, n);
}

DEFINE(merge) {
    size_t most = 0, n = 0;
    for (size_t i = 0; i < count; i++) {
        most += args[i].kind == EXPR_OBJECT ? args[i].count : 0;
    }
    struct expr_value *items = ARENA_ARRAY(run->arena, most, struct expr_value);
    struct str *keys = ARENA_ARRAY(run->arena, most, struct str);
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; args[i].kind == EXPR_OBJECT && k < args[i].count; k++) {
            size_t at = 0;
            while (at < n && !str_equal(keys[at], args[i].keys[k])) {
                at++;
            }
            keys[at] = args[i].keys[k];
            items[at] = args[i].items[k];
            n += at == n;
        }
    }
    return (struct expr_value){.kind = EXPR_OBJECT, .items = items, .keys = keys, .count = n};
}

DEFINE(reverse) {
    (void)count;
    size_t n = args[0].kind == EXPR_ARRAY ? args[0].count : 0;
    struct expr_value *items = ARENA_ARRAY(run->arena, n, struct expr_value);
    for (size_t i = 0; i < n; i++) {
        items[i] = args[0].items[n - 1 - i];
    }
    return list_of(items, n);
}

DEFINE(sequence) {
    double start = count > 1 ? expr_to_number(run->arena, args[0]) : 0;
    double stop = count ? expr_to_number(run->arena, args[count > 1]) : 0;
    double step = count > 2 ? expr_to_number(run->arena, args[2]) : 1;
    double length = fmax(0, ceil((stop - start) / step));
    size_t n = length < SEQUENCE_LIMIT    ? (size_t)length
               : length >= SEQUENCE_LIMIT ? SEQUENCE_LIMIT
                                          : 0;
    struct expr_value *items = ARENA_ARRAY(run->arena, n, struct expr_value);
    for (size_t i = 0; i < n; i++) {
        items[i] = expr_number(start + (double)i * step);
    }
    return list_of(items, n);
}

// A place that counts from the end when it is negative.
static size_t bound(const struct expr_run *run, struct expr_value value, size_t length) {
    double number = trunc(expr_to_number(run->arena, value));
    number = number < 0 ? fmax(0, number + (double)length) : number;
    return number < (double)length ? (size_t)number : isnan(number) ? 0 : length;
}

DEFINE(slice) {
    bool list = args[0].kind == EXPR_ARRAY;
    struct str text = list ? STR_NONE : expr_to_string(run->arena, args[0]);
    size_t length = list ? args[0].count : expr_length(text);
    size_t from = count > 1 ? bound(run, args[1], length) : 0;
    size_t to = count > 2 ? bound(run, args[2], length) : length;
    if (list) {
        return list_of(args[0].items + from, from < to ? to - from : 0);
    }
    return expr_string(from < to ? expr_slice(text, from, to) : STR(""));
}

static int compare_items(const void *a, const void *b, const void *context) {
    const struct expr_run *run = context;
    int order =
        expr_compare(run->arena, *(const struct expr_value *)a, *(const struct expr_value *)b);
    return order == 2 ? 0 : order;
}

DEFINE(sort) {
    (void)count;
    size_t n = args[0].kind == EXPR_ARRAY ? args[0].count : 0;
    struct expr_value *items = ARENA_ARRAY(run->arena, n, struct expr_value);
    for (size_t i = 0; i < n; i++) {
        items[i] = args[0].items[i];
    }
    if (n) {
        sort_stable(run->arena, items, n, sizeof *items, compare_items, run);
    }
    return list_of(items, n);
}
