// Fuzz target: reading the small markup. Spans and readings are in order and inside the words.
#include "fuzz.h"

#include "text/markup.h"
#include "text/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena arena;
    arena_init(&arena, NULL, NULL);
    struct diag diag;
    diag_init(&diag, &arena);
    struct str words = {(const char *)data, size};
    struct marked marked = markup_read(&(struct markup_job){.arena = &arena, .diag = &diag}, words);
    assert(marked.words.len <= size);
    for (size_t i = 0, from = 0; i < marked.span_count; from = marked.spans[i].to, i++) {
        assert(marked.spans[i].to > from && marked.spans[i].look->scale > 0);
        assert(i + 1 < marked.span_count || marked.spans[i].to == marked.words.len);
    }
    for (size_t i = 0, from = 0; i < marked.reading_count; from = marked.readings[i].to, i++) {
        const struct text_reading *reading = &marked.readings[i];
        assert(reading->from >= from && reading->to > reading->from && reading->words.len > 0);
        assert(reading->to <= marked.words.len);
    }
    assert(str_equal(text_plain(&arena, words), marked.words));
    arena_done(&arena);
    return 0;
}
