// The rows that a figure gets from the document's metrics.
#include "base/i18n.h"
#include "document/document.h"
#include "document/name_index.h"

enum metric_column {
    COLUMN_ID,
    COLUMN_LABEL,
    COLUMN_VALUE,
    COLUMN_UNIT,
    COLUMN_APPROX,
    COLUMN_MEASURE,
    COLUMN_GROUP,
    COLUMN_PERIOD,
    COLUMN_QUOTE,
    COLUMN_TEXT,
    COLUMN_SHORT,
    COLUMN_COUNT,
};

static const char *const column_names[COLUMN_COUNT] = {
    "id",    "label",  "value", "unit", "approx", "measure",
    "group", "period", "quote", "text", "short",
};

struct selection {
    const struct metric **metrics;
    size_t count, capacity;
    bool fine;
};

static void add(struct arena *arena, struct selection *s, const struct metric *metric) {
    ARENA_RESERVE(arena, s->metrics, s->count, s->capacity);
    s->metrics[s->count++] = metric;
}

static void select_ids(struct arena *arena, const struct document *document, struct diag *diag,
                       const struct json *ids, struct selection *s) {
    struct name_index seen = {.arena = arena};
    for (const struct json *id = ids->first; id; id = id->next) {
        struct str name = json_string(id, STR_NONE);
        const struct metric *metric = document_find_metric(document, name);
        size_t before = seen.count;
        name_index_add(&seen, name);
        if (metric && seen.count > before) {
            add(arena, s, metric);
            continue;
        }
        s->fine = false;
        if (metric)
            diag_error(diag, DIAG_DUPLICATE_ID, json_place(arena, id), STR_NONE,
                       _("the metric \"%.*s\" is named twice"), STR_ARG(name));
        else
            diag_error(diag, DIAG_UNKNOWN_METRIC, json_place(arena, id),
                       document_hint_metric(document, diag, name),
                       _("the document has no metric \"%.*s\""), STR_ARG(name));
    }
}

static struct str hint_group(const struct document *document, struct diag *diag, struct str group) {
    struct name_index groups = {.arena = document->arena};
    for (size_t i = 0; i < document->metric_count; i++)
        if (document->metrics[i].group.len)
            name_index_add(&groups, document->metrics[i].group);
    return diag_hint_nearest(diag, group, groups.names, groups.count);
}

static void select_group(struct arena *arena, const struct document *document, struct diag *diag,
                         const struct json *group, struct selection *s) {
    for (size_t i = 0; i < document->metric_count; i++)
        if (str_equal(document->metrics[i].group, group->string))
            add(arena, s, &document->metrics[i]);
    if (s->count)
        return;
    diag_error(diag, DIAG_UNKNOWN_METRIC, json_place(arena, group),
               hint_group(document, diag, group->string), _("no metric has the group \"%.*s\""),
               STR_ARG(group->string));
    s->fine = false;
}

static struct value text_value(struct str text) {
    return text.len ? (struct value){.kind = VALUE_STRING, .string = text}
                    : (struct value){.kind = VALUE_NULL};
}

static struct value cell_of(const struct metric *metric, enum metric_column column) {
    switch (column) {
    case COLUMN_ID:
        return text_value(metric->id);
    case COLUMN_LABEL:
        return text_value(metric->label);
    case COLUMN_VALUE:
        return (struct value){.kind = VALUE_NUMBER, .number = metric->number.value};
    case COLUMN_UNIT:
        return text_value(metric->number.unit);
    case COLUMN_APPROX:
        return text_value(metric->number.word);
    case COLUMN_MEASURE:
        return text_value(metric->measure);
    case COLUMN_GROUP:
        return text_value(metric->group);
    case COLUMN_PERIOD:
        return text_value(metric->period);
    case COLUMN_QUOTE:
        return text_value(metric->quote);
    case COLUMN_TEXT:
        return text_value(metric->text);
    case COLUMN_SHORT:
        return text_value(metric->label_short);
    case COLUMN_COUNT:
        break;
    }
    return (struct value){.kind = VALUE_NULL};
}

static struct diag_place place_row(struct arena *arena, const struct table *table, size_t row,
                                   size_t column) {
    (void)arena, (void)column;
    const struct metric *const *metrics = table->origin;
    return metrics[row]->place;
}

static const struct table *build(struct arena *arena, const struct selection *s) {
    struct column *columns = ARENA_ARRAY(arena, COLUMN_COUNT, struct column);
    for (int i = 0; i < COLUMN_COUNT; i++) {
        struct value *values = ARENA_ARRAY(arena, s->count, struct value);
        for (size_t row = 0; row < s->count; row++)
            values[row] = cell_of(s->metrics[row], (enum metric_column)i);
        columns[i] = (struct column){str_from(column_names[i]), values};
    }
    struct table *table = ARENA_NEW(arena, struct table);
    *table = (struct table){.name = STR("metrics"),
                            .columns = columns,
                            .column_count = COLUMN_COUNT,
                            .row_count = s->count,
                            .place = place_row,
                            .origin = s->metrics};
    return table;
}

const struct table *document_metric_table(struct arena *arena, const struct document *document,
                                          struct diag *diag, const struct json *selector) {
    struct selection selection = {.fine = true};
    const struct json *group = json_get(selector, "group");
    if (selector->kind == JSON_ARRAY)
        select_ids(arena, document, diag, selector, &selection);
    else if (group && group->kind == JSON_STRING)
        select_group(arena, document, diag, group, &selection);
    if (!selection.fine)
        return NULL;
    if (!selection.count) {
        diag_error(diag, DIAG_EMPTY_DATA, json_place(arena, selector), STR_NONE,
                   _("no metric is named here"));
        return NULL;
    }
    return build(arena, &selection);
}
