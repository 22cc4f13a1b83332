// Reading numbers with their words.
#include "infographic/statistic.h"

#include "base/i18n.h"
#include "base/punctuation.h"

const struct field statistic_fields[STATISTIC_FIELD_COUNT] = {STATISTIC_FIELDS};

const struct metric *statistic_metric(const struct block_context *context, const struct json *id) {
    const struct infographic_context *info = context->info;
    const struct metric *metric = document_find_metric(info->document, id->string);
    if (!metric)
        diag_error(info->diag, DIAG_UNKNOWN_METRIC, json_place(info->arena, id),
                   document_hint_metric(info->document, info->diag, id->string),
                   _("no metric has the id \"%.*s\""), STR_ARG(id->string));
    return metric;
}

bool statistic_read(const struct block_context *context, const struct json *value,
                    struct statistic *out) {
    const struct json *id = value->kind == JSON_STRING ? value : json_get(value, "metric");
    *out = (struct statistic){
        .number = block_words(context, value, "number"),
        .label = block_words(context, value, "label"),
        .note = block_words(context, value, "note"),
        .highlight = json_bool(json_get(value, "highlight"), false),
    };
    if (id && !(out->metric = statistic_metric(context, id)))
        return false;
    if (out->metric) {
        struct str label = out->metric->label_short;
        out->number = out->number.len ? out->number : out->metric->text;
        out->label = out->label.len ? out->label : label.len ? label : out->metric->label;
    }
    if (!out->number.len) {
        diag_error(context->info->diag, DIAG_MISSING_FIELD, json_place(context->info->arena, value),
                   STR("add \"metric\" or \"number\""), "%s", _("the item has no number"));
        return false;
    }
    block_tell_pair(context, out->label, out->number);
    return true;
}

bool statistic_read_list(const struct block_context *context, const struct json *array,
                         struct statistic **out, size_t *count) {
    bool sound = true;
    *out = ARENA_ARRAY(context->info->arena, array->count, struct statistic);
    *count = 0;
    for (const struct json *item = array->first; item; item = item->next)
        sound = statistic_read(context, item, &(*out)[(*count)++]) && sound;
    return sound;
}

static bool says(struct str words, struct str part) {
    return str_find(words, part, 0) != SIZE_MAX;
}

struct str statistic_caveats(const struct block_context *context, const struct statistic *items,
                             size_t count) {
    struct arena *arena = context->info->arena;
    struct str language = context->info->document->language, all = STR_NONE;
    const struct punctuation *marks = punctuation_of(language);
    for (size_t i = 0; i < count && !block_gather_framed(context->gather); i++) {
        struct str caveat = items[i].metric ? items[i].metric->caveat : STR_NONE;
        if (caveat.len && !says(all, caveat))
            all = str_printf(arena, "%.*s%s%.*s", STR_ARG(all), all.len ? marks->semicolon : "",
                             STR_ARG(caveat));
    }
    struct str prefix = style_words(context->look->style->note_prefix, language);
    struct str stop = str_trim(str_from(marks->stop));
    return all.len ? str_printf(arena, "%.*s%.*s%.*s", STR_ARG(prefix), STR_ARG(all), STR_ARG(stop))
                   : STR_NONE;
}
