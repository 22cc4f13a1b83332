// Looks through a figure's JSON for metrics.
#include "infographic/gather.h"

static void note_metric(const struct block_context *context, struct str id) {
    struct block_gather *gather = context->gather;
    const struct document *document = context->info->document;
    const struct metric *metric = document_find_metric(document, id);
    if (!metric || gather->seen[metric - document->metrics])
        return;
    gather->seen[metric - document->metrics] = true;
    ARENA_RESERVE(context->info->arena, gather->used, gather->used_count, gather->used_capacity);
    gather->used[gather->used_count++] = metric;
}

static void note_group(const struct block_context *context, struct str group) {
    const struct document *document = context->info->document;
    for (size_t i = 0; i < document->metric_count; i++)
        if (str_equal(document->metrics[i].group, group))
            note_metric(context, document->metrics[i].id);
}

// {id} and {id:value} in a text.
static void note_inserts(const struct block_context *context, struct str text) {
    size_t from = 0, open;
    while ((open = str_find(text, STR("{"), from)) != SIZE_MAX) {
        size_t close = str_find(text, STR("}"), open);
        if (close == SIZE_MAX)
            return;
        struct str inside = str_slice(text, open + 1, close);
        note_metric(context, str_trim(str_slice(inside, 0, str_find(inside, STR(":"), 0))));
        from = close;
    }
}

// Whether a string under this key is a metric's id.
static bool names_metric(const struct json *value) {
    static const char *const keys[] = {"metric", "metrics", "items", "cards", "chain"};
    const struct json *member =
        value->parent && value->parent->kind == JSON_ARRAY ? value->parent : value;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (str_is(member->key, keys[i]))
            return true;
    return false;
}

void gather_metrics(const struct block_context *context, const struct json *figure) {
    for (const struct json *child = figure->first; child; child = child->next) {
        if (child->kind != JSON_STRING)
            gather_metrics(context, child);
        else if (names_metric(child))
            note_metric(context, child->string);
        else if (str_is(child->key, "group") && str_is(figure->key, "metrics"))
            note_group(context, child->string);
        else
            note_inserts(context, child->string);
    }
}

static const struct json *figure_json(const struct document *document, struct str id) {
    for (size_t i = 0; i < document->figure_count; i++)
        if (str_equal(document->figures[i].id, id))
            return document->figures[i].json;
    return NULL;
}

unsigned gather_count(const struct block_context *context, const struct json *value) {
    const struct document *document = context->info->document;
    struct block_gather own = {.seen =
                                   ARENA_ARRAY(context->info->arena, document->metric_count, bool)};
    struct block_context counting = *context;
    counting.gather = &own;
    if (value->kind == JSON_STRING && str_is(value->key, "figure"))
        value = figure_json(document, value->string);
    if (value && value->kind == JSON_STRING)
        note_inserts(&counting, value->string);
    else if (value)
        gather_metrics(&counting, value);
    return (unsigned)own.used_count;
}
