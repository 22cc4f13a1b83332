// The document's allow list: words whose digits are names and no statistics (助企30条, 12345).
#include "document/allow.h"

#include "base/zh_numeral.h"
#include "document/folded.h"

static bool is_digit_at(const struct folded *folded, size_t index) {
    return index < folded->count && zh_numeral_is_digit(folded->chars[index]);
}

// 5名 allowed is not 15名 allowed.
static bool cuts_number(const struct folded *whole, size_t start, size_t end) {
    bool head = start > 0 && is_digit_at(whole, start) && is_digit_at(whole, start - 1);
    return head || (end > 0 && is_digit_at(whole, end) && is_digit_at(whole, end - 1));
}

size_t allow_find(struct arena *arena, const struct document *document, struct str text,
                  const struct allow_span **out) {
    struct allow_span *spans = NULL;
    size_t count = 0, capacity = 0;
    struct folded whole = folded_make(arena, text);
    const struct json *allow = document->json ? json_get(document->json, "allow") : NULL;
    for (const struct json *entry = allow ? allow->first : NULL; entry; entry = entry->next) {
        struct folded part = folded_make(arena, json_string(entry, STR_NONE));
        size_t i = 0;
        while ((i = folded_find(&whole, &part, i)) != SIZE_MAX) {
            size_t end = i + part.count;
            if (!cuts_number(&whole, i, end)) {
                ARENA_RESERVE(arena, spans, count, capacity);
                spans[count++] =
                    (struct allow_span){whole.at[i], folded_end(&whole, text, end) - whole.at[i]};
            }
            i++;
        }
    }
    *out = spans;
    return count;
}

bool allow_covers(const struct allow_span *spans, size_t count, size_t at) {
    for (size_t i = 0; i < count; i++)
        if (at >= spans[i].at && at < spans[i].at + spans[i].len)
            return true;
    return false;
}
