// Relations between metrics, recomputed with the rounding that the printed digits allow.
#include "document/relation.h"

#include "base/i18n.h"
#include "base/number.h"

#include <math.h>

static const char *const kind_words[] = {"sum", "share", "difference", "growth"};

enum { KIND_COUNT = sizeof kind_words / sizeof *kind_words };

static const struct shape shape_kind = {
    .kind = SHAPE_WORD, .words = kind_words, .word_count = KIND_COUNT};
static const struct shape shape_parts = {.kind = SHAPE_ARRAY, .item = &shape_string, .least = 2};

static const struct field relation_fields[] = {
    {"kind", &shape_kind, true,
     N_("sum: all parts added; difference: first − second; share: first ÷ second; growth: first ÷ "
        "second − 1.")},
    {"result", &shape_string, true, N_("The id of the metric that the parts must give.")},
    {"parts", &shape_parts, true, N_("The ids of the parts, in order.")},
    {"tolerance", &shape_number, false,
     N_("How far the result may be off, in its base unit, beyond what the printed digits leave "
        "open. Default 0.")},
};

static const struct shape shape_relation = {
    .kind = SHAPE_OBJECT,
    .name = "relation",
    .doc = N_("An equation between metrics that check recomputes."),
    .fields = relation_fields,
    .field_count = sizeof relation_fields / sizeof *relation_fields,
};

const struct shape shape_relations = {.kind = SHAPE_ARRAY, .item = &shape_relation};

struct reader {
    struct arena *arena;
    struct diag *diag;
    const struct metric *metrics;
    size_t count;
};

static const struct metric *resolve(const struct reader *reader, const struct json *value) {
    struct str id = json_string(value, STR_NONE);
    const struct metric *metric = metric_find(reader->metrics, reader->count, id);
    if (metric || !value || value->kind != JSON_STRING)
        return metric;
    struct str *ids = ARENA_ARRAY(reader->arena, reader->count, struct str);
    for (size_t i = 0; i < reader->count; i++)
        ids[i] = reader->metrics[i].id;
    diag_error(reader->diag, DIAG_RELATION, json_place(reader->arena, value),
               diag_hint_nearest(reader->diag, id, ids, reader->count),
               _("there is no metric “%.*s”"), STR_ARG(id));
    return NULL;
}

static bool read_kind(const struct json *value, enum relation_kind *out) {
    struct str word = json_string(value, STR_NONE);
    for (int i = 0; i < KIND_COUNT; i++)
        if (str_is(word, kind_words[i])) {
            *out = (enum relation_kind)i;
            return true;
        }
    return false; // the shape check has reported it
}

static bool read_parts(const struct reader *reader, const struct json *parts,
                       struct relation *relation) {
    size_t count = parts && parts->kind == JSON_ARRAY ? parts->count : 0;
    bool fits = relation->kind == RELATION_SUM ? count >= 2 : count == 2;
    if (!fits) {
        diag_error(reader->diag, DIAG_RELATION,
                   json_place(reader->arena, parts ? parts : relation->origin), STR_NONE,
                   _("%s needs %s parts, not %zu"), kind_words[relation->kind],
                   relation->kind == RELATION_SUM ? _("two or more") : _("two"), count);
        return false;
    }
    const struct metric **metrics = ARENA_ARRAY(reader->arena, count, const struct metric *);
    bool fine = true;
    for (const struct json *part = parts->first; part; part = part->next) {
        metrics[part->index] = resolve(reader, part);
        fine = fine && metrics[part->index];
    }
    relation->parts = metrics;
    relation->part_count = count;
    return fine;
}

size_t relation_read(struct arena *arena, struct diag *diag, const struct json *value,
                     const struct metric *metrics, size_t metric_count,
                     const struct relation **out) {
    struct reader reader = {arena, diag, metrics, metric_count};
    struct relation *relations = NULL;
    size_t count = 0, capacity = 0;
    bool array = value && value->kind == JSON_ARRAY;
    for (const struct json *item = array ? value->first : NULL; item; item = item->next) {
        struct relation relation = {.origin = item};
        if (item->kind != JSON_OBJECT || !read_kind(json_get(item, "kind"), &relation.kind))
            continue;
        relation.result = resolve(&reader, json_get(item, "result"));
        bool parts = read_parts(&reader, json_get(item, "parts"), &relation);
        if (!relation.result || !parts)
            continue;
        ARENA_RESERVE(arena, relations, count, capacity);
        relations[count++] = relation;
    }
    *out = relations;
    return count;
}

// What a printed number may truly be.
struct interval {
    double low, high;
};

static struct interval interval_of(const struct metric *metric) {
    const struct zh_number *number = &metric->number;
    double half = zh_number_tolerance(number);
    struct interval range = {number->value - half, number->value + half};
    if (number->approx == APPROX_ABOUT || number->approx == APPROX_RANGE)
        return (struct interval){-INFINITY, INFINITY};
    if (number->approx == APPROX_LOWER)
        range.high = INFINITY;
    if (number->approx == APPROX_UPPER)
        range.low = number->value > 0 ? 0 : -INFINITY;
    return range;
}

static struct interval add(struct interval a, struct interval b) {
    return (struct interval){a.low + b.low, a.high + b.high};
}

static struct interval subtract(struct interval a, struct interval b) {
    return (struct interval){a.low - b.high, a.high - b.low};
}

// All quotients; everything when the divisor may be 0.
static struct interval divide(struct interval a, struct interval b) {
    if (b.low <= 0 && b.high >= 0)
        return (struct interval){-INFINITY, INFINITY};
    const double ends[] = {a.low / b.low, a.low / b.high, a.high / b.low, a.high / b.high};
    struct interval range = {INFINITY, -INFINITY};
    for (int i = 0; i < 4; i++) {
        if (isnan(ends[i])) // ∞ ÷ ∞
            return (struct interval){-INFINITY, INFINITY};
        range.low = fmin(range.low, ends[i]);
        range.high = fmax(range.high, ends[i]);
    }
    return range;
}

static struct interval recompute(const struct relation *relation) {
    struct interval first = interval_of(relation->parts[0]);
    struct interval second = interval_of(relation->parts[1]);
    const struct interval one = {1, 1};
    switch (relation->kind) {
    case RELATION_SUM:
        for (size_t i = 1; i < relation->part_count; i++)
            first = add(first, interval_of(relation->parts[i]));
        return first;
    case RELATION_SHARE:
        return divide(first, second);
    case RELATION_DIFFERENCE:
        return subtract(first, second);
    case RELATION_GROWTH:
        return subtract(divide(first, second), one);
    }
    return first;
}

// What the values themselves give, written like the result, for the message.
static struct str exact_result(struct arena *arena, const struct relation *relation) {
    const struct metric *const *parts = relation->parts;
    double value = parts[0]->number.value, second = parts[1]->number.value;
    if (relation->kind == RELATION_DIFFERENCE)
        value -= second;
    if (relation->kind == RELATION_SHARE || relation->kind == RELATION_GROWTH)
        value = value / second - (relation->kind == RELATION_GROWTH);
    for (size_t i = 1; relation->kind == RELATION_SUM && i < relation->part_count; i++)
        value += parts[i]->number.value;
    struct zh_number number = {.value = value, .scale = 1, .unit = relation->result->number.unit};
    struct buf buf = BUF_INIT(arena);
    zh_number_write(&buf, &number, relation->result->number.decimals + 2);
    struct str text = str_copy(arena, buf_str(&buf));
    buf_done(&buf);
    return text;
}

void relation_check(struct diag *diag, const struct relation *relations, size_t count) {
    for (size_t i = 0; i < count; i++) {
        const struct relation *relation = &relations[i];
        struct interval got = recompute(relation), said = interval_of(relation->result);
        double extra = json_number(json_get(relation->origin, "tolerance"), 0);
        extra += 1e-12 * fabs(relation->result->number.value); // of the arithmetic itself
        if (got.low <= said.high + extra && got.high >= said.low - extra)
            continue;
        struct str exact = exact_result(diag->arena, relation);
        diag_error(diag, DIAG_RELATION_WRONG, json_place(diag->arena, relation->origin), STR_NONE,
                   _("the %s of its parts is %.*s, but “%.*s” says %.*s"),
                   kind_words[relation->kind], STR_ARG(exact), STR_ARG(relation->result->id),
                   STR_ARG(relation->result->text));
    }
}
