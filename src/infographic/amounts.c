// Reading statistics that share an axis.
#include "infographic/amounts.h"

#include "base/i18n.h"

#include <math.h>

enum { MOST_ITEMS = 60 };

static const struct shape object_shape = {
    .kind = SHAPE_OBJECT,
    .name = "statistic",
    .doc = N_("A number with its words."),
    .fields = statistic_fields,
    .field_count = STATISTIC_FIELD_COUNT,
};
static const struct shape *const options[] = {&shape_string, &object_shape};
static const struct shape item_shape = {
    .kind = SHAPE_EITHER, .options = options, .option_count = sizeof options / sizeof *options};
const struct shape amounts_shape = {
    .kind = SHAPE_ARRAY, .item = &item_shape, .least = 1, .most = MOST_ITEMS};
static const char *const mixed_words[] = {"unit", "measure"};
static const struct shape mixed_word_shape = {
    .kind = SHAPE_WORD, .words = mixed_words, .word_count = 2};
const struct shape amounts_mixed_shape = {
    .kind = SHAPE_ARRAY, .item = &mixed_word_shape, .least = 1, .most = 2};

static bool is_amount(const struct statistic *item) {
    return item->metric && isfinite(item->metric->number.value) && item->metric->number.value >= 0;
}

static bool check_amounts(const struct block_context *context, const struct json *value,
                          const struct statistic *items) {
    bool sound = true;
    size_t i = 0;
    for (const struct json *item = value->first; item; item = item->next, i++)
        if (!is_amount(&items[i])) {
            diag_error(context->info->diag, DIAG_BLOCK, json_place(context->info->arena, item),
                       STR_NONE, "%s",
                       _("only metrics whose number is not below zero are drawn by their size"));
            sound = false;
        }
    return sound;
}

static bool is_allowed(const struct json *mixed, const char *what) {
    for (const struct json *word = mixed ? mixed->first : NULL; word; word = word->next)
        if (str_is(word->string, what))
            return true;
    return false;
}

static struct str property_of(const struct metric *metric, bool unit) {
    return unit ? metric->number.unit : metric->measure;
}

static bool check_same(const struct block_context *context, const struct json *value,
                       const struct statistic *items, size_t count, bool unit) {
    const char *name = mixed_words[!unit];
    struct str first = STR_NONE;
    if (is_allowed(json_get(value, "mixed"), name))
        return true;
    for (size_t i = 0; i < count; i++) {
        struct str found = property_of(items[i].metric, unit);
        if (first.len && found.len && !str_equal(first, found)) {
            struct arena *arena = context->info->arena;
            diag_error(context->info->diag, DIAG_MIXED_UNITS, json_place(arena, value),
                       str_printf(arena, "draw them apart, or add \"mixed\": [\"%s\"]", name),
                       _("“%.*s” and “%.*s” stand on one axis, and differ in %s"), STR_ARG(first),
                       STR_ARG(found), name);
            return false;
        }
        first = found.len ? found : first;
    }
    return true;
}

bool amounts_read(const struct block_context *context, const struct json *value,
                  struct statistic **out, size_t *count) {
    const struct json *items = value->kind == JSON_ARRAY ? value : json_get(value, "items");
    return statistic_read_list(context, items, out, count) && check_amounts(context, items, *out) &&
           check_same(context, value, *out, *count, true) &&
           check_same(context, value, *out, *count, false);
}

bool amounts_have_highlight(const struct statistic *items, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (items[i].highlight)
            return true;
    return false;
}
