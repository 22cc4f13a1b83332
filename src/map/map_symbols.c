// From "symbols" to amounts at places, and their legend.
#include "map/map_symbols.h"

#include "base/i18n.h"
#include "map/fill_words.h"
#include "map/map_words.h"
#include "map/symbol_rows.h"

#include <math.h>

static const double LARGEST_SHARE = 0.06; // radius by the shorter side of the map
static const double BAR_SHARE = 0.13;     // height of the highest bar by the same
static const double BAR_WIDTH_EM = 0.36;  // of the label's size

static const char *const kind_words[] = {
    [SYMBOL_CIRCLE] = "circle", [SYMBOL_PIE] = "pie", [SYMBOL_BAR] = "bar"};

static enum symbol_kind kind_of(const struct json *json) {
    const struct json *type = json_get(json, "type");
    for (int i = 0; type && i < 3; i++) {
        if (str_is(type->string, kind_words[i])) {
            return (enum symbol_kind)i;
        }
    }
    return SYMBOL_CIRCLE;
}

double map_symbol_extent(const struct map_symbols *symbols, const struct map_symbol *symbol) {
    double sum = 0, most = 0;
    for (size_t i = 0; i < symbols->field_count; i++) {
        double amount = isnan(symbol->amounts[i]) ? 0 : symbol->amounts[i];
        sum += amount;
        most = fmax(most, amount);
    }
    return symbols->kind == SYMBOL_BAR ? most : sum;
}

// Circles have one field, pies and bars several.
static bool check_fields(const struct map *map, const struct json *json, enum symbol_kind kind) {
    bool one = json_get(json, "field"), several = json_get(json, "fields");
    if (kind == SYMBOL_CIRCLE ? one && !several : several && !one) {
        return true;
    }
    diag_error(map->guide.diag, DIAG_MISSING_FIELD, json_place(map->guide.arena, json), STR_NONE,
               _("circles have one \"field\", pies and bars have \"fields\""));
    return false;
}

bool map_symbols_read(struct map *map, struct map_symbols *symbols) {
    const struct json *json = json_get(map->json, "symbols");
    if (!json) {
        return true;
    }
    symbols->kind = kind_of(json);
    if (!check_fields(map, json, symbols->kind) || !symbol_rows_read(map, json, symbols)) {
        return false;
    }
    for (size_t i = 0; i < symbols->count; i++) {
        symbols->largest = fmax(symbols->largest, map_symbol_extent(symbols, &symbols->items[i]));
    }
    if (!(symbols->largest > 0)) {
        diag_error(map->guide.diag, DIAG_EMPTY_DATA, json_place(map->guide.arena, json), STR_NONE,
                   _("no region of the map has a value"));
        return false;
    }
    fill_choose_scale(map, &symbols->words, symbols->largest);
    bool named = json_get(json, "title") || json_get(json, "field");
    symbols->words.title = named ? fill_title(map, &symbols->words, json) : STR_NONE;
    return true;
}

// ---- size and legend

struct writer {
    struct arena *arena;
    const struct fill *words;
};

static struct str write_amount(void *context, double value) {
    const struct writer *writer = context;
    return fill_amount(writer->arena, writer->words, value);
}

void map_symbols_set(const struct map *map, struct map_symbols *symbols) {
    if (!symbols->field_count) {
        return;
    }
    double side = fmin(map->area.width, map->area.height);
    symbols->size = (struct symbol_size){
        .circle = symbol_scale_make(symbols->largest, LARGEST_SHARE * side),
        .most = symbols->largest,
        .height = BAR_SHARE * side,
        .bar_width = BAR_WIDTH_EM * map->style->label.size,
    };
    struct writer writer = {map->guide.arena, &symbols->words};
    struct symbol_key_words words = {
        .title = symbols->words.title,
        .parts = symbols->fields,
        .part_count = symbols->kind == SYMBOL_CIRCLE ? 0 : symbols->field_count,
        .write = write_amount,
        .context = &writer,
    };
    symbols->key = symbol_key_set(&map->guide, symbols->kind, &symbols->size, &words);
    symbols->legend_box = (struct rect){0, 0, symbols->key.width, symbols->key.height};
}

// ---- words

struct str map_symbols_datum(const struct map *map, const struct map_symbols *symbols,
                             const struct map_symbol *symbol) {
    struct arena *arena = map->guide.arena;
    const struct map_words *say = map_words_of(map->guide.language);
    struct str words = str_printf(arena, "%.*s%s", STR_ARG(symbol->name), say->marks->colon);
    for (size_t i = 0, count = 0; i < symbols->field_count; i++) {
        if (isnan(symbol->amounts[i])) {
            continue;
        }
        struct str amount = fill_amount(arena, &symbols->words, symbol->amounts[i]);
        struct str part = symbols->kind == SYMBOL_CIRCLE
                              ? STR_NONE
                              : str_printf(arena, "%.*s ", STR_ARG(symbols->fields[i]));
        words = str_printf(arena, "%.*s%s%.*s%.*s", STR_ARG(words),
                           count++ ? say->marks->comma : "", STR_ARG(part), STR_ARG(amount));
    }
    return words;
}

struct str map_symbols_describe(const struct map *map, const struct map_symbols *symbols) {
    const struct map_words *say = map_words_of(map->guide.language);
    const char *const starts[] = {
        [SYMBOL_CIRCLE] = say->circles, [SYMBOL_PIE] = say->pies, [SYMBOL_BAR] = say->bars};
    if (!symbols->field_count) {
        return STR_NONE;
    }
    struct buf out = BUF_INIT(map->guide.arena);
    struct str title = symbols->words.title.len ? symbols->words.title : str_from(say->amounts);
    buf_printf(&out, "%s%.*s", starts[symbols->kind], STR_ARG(title));
    for (size_t i = 0; i < symbols->count; i++) {
        buf_printf(&out, "%s%.*s", i ? say->marks->semicolon : say->marks->colon,
                   STR_ARG(map_symbols_datum(map, symbols, &symbols->items[i])));
    }
    buf_add_text(&out, say->marks->stop);
    struct str copy = str_copy(map->guide.arena, buf_str(&out));
    buf_done(&out);
    return copy;
}
