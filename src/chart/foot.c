// Notes that the data asks for: words of approximation explained, caveats, the document's source.
#include "chart/foot.h"

#include "base/i18n.h"
#include "base/zh_date.h"
#include "base/zh_number.h"

struct notes {
    struct arena *arena;
    struct str *items;
    size_t count, capacity;
};

static void add_note(struct notes *notes, struct str note) {
    for (size_t i = 0; i < notes->count; i++) {
        if (str_equal(notes->items[i], note)) {
            return;
        }
    }
    ARENA_RESERVE(notes->arena, notes->items, notes->count, notes->capacity);
    notes->items[notes->count++] = note;
}

static bool is_open_end(struct str word) {
    return str_is(word, "以上") || str_is(word, "以下"); // exact limits that explain themselves
}

static void add_word(struct word_set *words, struct str word) {
    if (word.len && !is_open_end(word)) {
        word_set_add(words, word);
    }
}

// “余”“多”: the words of one meaning, quoted.
static struct str quoted_words(struct arena *arena, const struct word_set *words,
                               enum approx meaning) {
    struct str all = STR_NONE;
    for (size_t i = 0; i < words->count; i++) {
        if (approx_of(words->words[i]) == meaning) {
            all = str_printf(arena, "%.*s“%.*s”", STR_ARG(all), STR_ARG(words->words[i]));
        }
    }
    return all;
}

static const char *meaning_words(enum approx meaning) {
    switch (meaning) {
    case APPROX_LOWER:
        return "表示实际数略多于所列数";
    case APPROX_UPPER:
        return "表示实际数略少于所列数";
    case APPROX_ABOUT:
        return "表示所列数为约数";
    case APPROX_RANGE:
        return "表示概数";
    default:
        return NULL;
    }
}

static void note_approximate(const struct plot *plot, struct notes *notes) {
    struct word_set words = WORD_SET(notes->arena);
    for (size_t u = 0; u < plot->unit_count; u++) {
        const struct table *table = plot->units[u].table;
        size_t column = table_find_column(table, STR("approx"));
        bool metrics = json_get(plot->units[u].spec->data, "metrics") != NULL;
        for (size_t i = 0; metrics && column != SIZE_MAX && i < table->row_count; i++) {
            add_word(&words, table->columns[column].values[i].string);
        }
    }
    struct str all = STR_NONE;
    for (int meaning = APPROX_LOWER; meaning <= APPROX_RANGE; meaning++) {
        struct str quoted = quoted_words(notes->arena, &words, (enum approx)meaning);
        if (quoted.len) {
            all = str_printf(notes->arena, "%.*s%s%.*s%s", STR_ARG(all), all.len ? "，" : "",
                             STR_ARG(quoted), meaning_words((enum approx)meaning));
        }
    }
    if (all.len) {
        add_note(notes, all);
    }
}

static void note_caveats(const struct plot *plot, struct notes *notes) {
    for (size_t u = 0; u < plot->unit_count; u++) {
        const struct table *table = plot->units[u].table;
        size_t column = table_find_column(table, STR("id"));
        bool metrics = json_get(plot->units[u].spec->data, "metrics") != NULL;
        for (size_t i = 0; metrics && column != SIZE_MAX && i < table->row_count; i++) {
            struct str id = table->columns[column].values[i].string;
            const struct metric *metric = document_find_metric(plot->context->document, id);
            if (metric && metric->caveat.len) {
                add_note(notes, metric->caveat);
            }
        }
    }
}

static void use_document_source(const struct plot *plot, struct frame_texts *texts) {
    const struct source *source = &plot->context->document->source;
    if (texts->source_count || !source->name.len) {
        return;
    }
    struct arena *arena = plot->guide.arena;
    struct str *own = ARENA_NEW(arena, struct str);
    *own = source->date.len ? str_printf(arena, "%.*s（%.*s）", STR_ARG(source->name),
                                         STR_ARG(zh_date_translate(arena, source->date)))
                            : source->name;
    texts->sources = own;
    texts->source_count = 1;
}

struct frame_texts foot_texts(const struct plot *plot, const struct figure_request *request) {
    struct notes notes = {.arena = plot->guide.arena};
    for (size_t i = 0; i < request->note_count; i++) {
        add_note(&notes, request->notes[i]);
    }
    note_caveats(plot, &notes);
    note_approximate(plot, &notes);
    struct frame_texts texts = {
        .number = request->number,
        .title = request->title,
        .subtitle = request->subtitle,
        .credit = request->credit,
        .notes = notes.items,
        .note_count = notes.count,
        .sources = request->sources,
        .source_count = request->source_count,
    };
    use_document_source(plot, &texts);
    return texts;
}
