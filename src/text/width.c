// The width of one line, remembered by words and style: what layouts ask most.
#include "text/compose.h"

enum { WIDTH_ENTRIES = 65536, WIDTH_WORDS = 256 };

static uint64_t key_hash(const struct font_stack *stack, struct str language, struct str words) {
    uint64_t hash = str_hash(words) ^ (uint64_t)(uintptr_t)stack;
    return hash * 31 + str_hash(language);
}

static struct width_entry *find(struct width_entry *entries, size_t capacity,
                                const struct width_entry *key) {
    size_t at = key->hash & (capacity - 1);
    while (entries[at].words.data &&
           !(entries[at].hash == key->hash && entries[at].stack == key->stack &&
             str_equal(entries[at].words, key->words) &&
             str_equal(entries[at].language, key->language)))
        at = (at + 1) & (capacity - 1);
    return &entries[at];
}

static void grow(struct text_engine *engine) {
    size_t old_capacity = engine->width_capacity;
    struct width_entry *old = engine->widths;
    engine->width_capacity = old_capacity ? 4 * old_capacity : 256;
    engine->widths = ARENA_ARRAY(engine->run, engine->width_capacity, struct width_entry);
    for (size_t i = 0; i < old_capacity; i++)
        if (old[i].words.data)
            *find(engine->widths, engine->width_capacity, &old[i]) = old[i];
}

static double measure(struct text_engine *engine, struct arena *arena, struct diag *diag,
                      const struct text_style *style, struct str words) {
    bool known;
    const struct language *language = language_find(style->language, &known);
    struct shape_job job = {
        .engine = engine, .arena = arena, .diag = diag, .style = style, .language = language};
    struct shaped shaped = shape_words(&job, words);
    squeeze_marks(shaped.units, shaped.count);
    autospace_units(shaped.units, shaped.count, language);
    double widest = 0;
    struct fit_text text = fit_measure(arena, shaped.units, shaped.count);
    for (size_t i = 0, from = 0; i <= shaped.count; i++) {
        if (i < shaped.count && shaped.units[i].character != '\n')
            continue;
        double width = fit_span(&text, from, i).width;
        widest = width > widest ? width : widest;
        from = i + 1;
    }
    return widest;
}

double text_width(struct text_engine *engine, struct arena *arena, struct diag *diag,
                  const struct text_style *style, struct str words) {
    const struct font_stack *stack = fonts_resolve(engine, diag, (struct diag_place){0}, style);
    if (!stack || !words.len)
        return 0;
    if (words.len > WIDTH_WORDS)
        return style->size * measure(engine, arena, diag, style, words);
    if (2 * engine->width_count >= engine->width_capacity && engine->width_capacity < WIDTH_ENTRIES)
        grow(engine);
    struct width_entry key = {.hash = key_hash(stack, style->language, words),
                              .words = words,
                              .stack = stack,
                              .language = style->language};
    struct width_entry *entry = find(engine->widths, engine->width_capacity, &key);
    if (entry->words.data)
        return style->size * entry->width;
    double width = measure(engine, arena, diag, style, words);
    if (2 * engine->width_count < engine->width_capacity) {
        *entry = key;
        entry->words = str_copy(engine->run, words);
        entry->language = str_copy(engine->run, style->language);
        entry->width = width;
        engine->width_count++;
    }
    return style->size * width;
}
