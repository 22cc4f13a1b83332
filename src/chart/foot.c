// Notes that the data asks for: words of approximation explained, caveats, the document's source.
#include "chart/foot.h"

#include "base/punctuation.h"
#include "document/remark.h"

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

static void collect_approximate(const struct plot *plot, struct word_set *words) {
    for (size_t u = 0; u < plot->unit_count; u++) {
        const struct table *table = plot->units[u].table;
        size_t column = table_find_column(table, STR("approx"));
        bool metrics = json_get(plot->units[u].spec->data, "metrics") != NULL;
        for (size_t i = 0; metrics && column != SIZE_MAX && i < table->row_count; i++) {
            word_set_add(words, table->columns[column].values[i].string);
        }
    }
}

static void note_approximate(struct plot *const *plots, size_t count, struct notes *notes) {
    struct word_set words = WORD_SET(notes->arena);
    for (size_t i = 0; i < count; i++) {
        collect_approximate(plots[i], &words);
    }
    struct str all =
        remark_approx(notes->arena, plots[0]->guide.language, words.words, words.count);
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
    if (texts->source_count || !source->name.len || plot->context->embedded) {
        return;
    }
    struct str *own = ARENA_NEW(plot->guide.arena, struct str);
    *own = remark_source(plot->guide.arena, plot->context->document);
    texts->sources = own;
    texts->source_count = 1;
}

static struct diag_place place_of(const struct plot *plot, const struct figure_request *request,
                                  const char *key) {
    const struct json *text = json_get(request->json, key);
    return text ? json_place(plot->guide.arena, text) : plot->guide.place;
}

struct frame_texts foot_texts(struct plot *const *plots, size_t count,
                              const struct figure_request *request) {
    const struct plot *plot = plots[0];
    struct notes notes = {.arena = plot->guide.arena};
    for (size_t i = 0; i < request->note_count; i++) {
        add_note(&notes, request->notes[i]);
    }
    for (size_t i = 0; i < count; i++) {
        note_caveats(plots[i], &notes);
    }
    if (!plot->context->embedded) {
        note_approximate(plots, count, &notes);
    }
    struct frame_texts texts = {
        .number = plot->context->embedded ? STR_NONE : request->number,
        .title = request->title,
        .subtitle = request->subtitle,
        .credit = request->credit,
        .notes = notes.items,
        .note_count = notes.count,
        .sources = request->sources,
        .source_count = request->source_count,
        .title_place = place_of(plot, request, "title"),
        .subtitle_place = place_of(plot, request, "subtitle"),
        .notes_place = place_of(plot, request, "notes"),
    };
    use_document_source(plot, &texts);
    return texts;
}

void foot_say_unit(const struct guide_context *guide, struct str note, struct frame_texts *texts) {
    const char *bracketed = punctuation_of(guide->language)->bracketed;
    if (note.len) {
        texts->subtitle = texts->subtitle.len ? str_printf(guide->arena, bracketed,
                                                           STR_ARG(texts->subtitle), STR_ARG(note))
                                              : note;
    }
}
