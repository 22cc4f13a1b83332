// Fuzz target: the lint of texts and the dates and ordinals among their numbers.
#include "fuzz.h"

#include "base/utf8.h"
#include "base/zh_context.h"
#include "document/lint.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena arena;
    arena_init(&arena, NULL, NULL);
    struct str text = {(const char *)data, size};
    const struct lint_finding *findings;
    size_t count = lint_text(&arena, text, &findings), behind = 0;
    for (size_t i = 0; i < count; i++) {
        assert(findings[i].at >= behind && findings[i].len <= text.len - findings[i].at);
        behind = findings[i].at + findings[i].len;
    }
    struct str proposed = lint_propose(&arena, text, findings, count);
    if (utf8_find_invalid(text) == SIZE_MAX)
        assert(utf8_find_invalid(proposed) == SIZE_MAX);
    for (size_t at = 0; at < size; at += 1 + size / 1000)
        if (data[at] >= '0' && data[at] <= '9')
            zh_context_is_name(text, at);
    arena_done(&arena);
    return 0;
}
