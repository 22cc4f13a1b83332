// Numbers of a choropleth as its legend prints them.
#include "map/fill_words.h"

#include "base/punctuation.h"
#include "base/zh_format.h"

#include <math.h>

enum { DECIMALS = 6 };

void fill_choose_scale(const struct map *map, struct fill *fill, double largest) {
    fill->latin = !language_is_chinese(map->guide.language);
    fill->scale = fill->latin ? 1 : zh_format_scale(largest, DECIMALS);
}

struct str fill_amount(struct arena *arena, const struct fill *fill, double value) {
    struct buf out = BUF_INIT(arena);
    struct zh_format format = {.scale = 1, .decimals = DECIMALS, .latin = fill->latin};
    zh_format_number(&out, value / fill->scale, &format);
    struct str words = str_copy(arena, buf_str(&out));
    buf_done(&out);
    return words;
}

struct str fill_class_words(struct arena *arena, const struct fill *fill, size_t index) {
    const struct classes *classes = &fill->classes;
    if (classes->members[index] && classes->least[index] == classes->most[index]) {
        return fill_amount(arena, fill, classes->least[index]); // one value is no range
    }
    struct buf out = BUF_INIT(arena);
    struct zh_format format = {.scale = 1, .decimals = DECIMALS, .latin = fill->latin};
    struct zh_class one = {.low = classes->limits[index] / fill->scale,
                           .high = classes->limits[index + 1] / fill->scale,
                           .last = index + 1 == classes->count,
                           .whole = classes->whole && fill->scale <= 1};
    zh_format_class(&out, &one, &format);
    struct str words = str_copy(arena, buf_str(&out));
    buf_done(&out);
    return words;
}

struct str fill_value_words(struct arena *arena, const struct fill *fill,
                            const struct value *value) {
    return value->kind == VALUE_STRING ? value->string : fill_amount(arena, fill, value->number);
}

struct str fill_title(const struct map *map, const struct fill *fill, const struct json *json) {
    struct arena *arena = map->guide.arena;
    const struct document *document = map->context->document;
    struct str title = document_text(document, map->guide.diag, json_get(json, "title"));
    struct str unit = document_text(document, map->guide.diag, json_get(json, "unit"));
    const char *word = fill->kind == FILL_CATEGORIES ? "" : zh_format_scale_word(fill->scale);
    unit = str_printf(arena, "%s%.*s", word, STR_ARG(unit));
    if (!title.len) {
        title = json_get(json, "field")->string;
    }
    const char *bracketed = punctuation_of(map->guide.language)->bracketed;
    return unit.len ? str_printf(arena, bracketed, STR_ARG(title), STR_ARG(unit)) : title;
}
