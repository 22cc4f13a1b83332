// Reading the words of --only.
#include "cli/only.h"

#include "base/number.h"

static bool is_about(struct str word, struct str id) {
    struct str rest = str_slice(word, id.len, word.len);
    return str_starts(word, id) && (!rest.len || rest.data[0] == '.' || rest.data[0] == '-');
}

bool only_names_figure(const struct only *only, struct str id) {
    for (size_t i = 0; i < only->count; i++)
        if (is_about(only->words[i], id))
            return true;
    return only->count == 0;
}

static const size_t names_other = SIZE_MAX;

// The page that a word names behind a name, 0 for all of them; names_other: it means something
// else.
static size_t page_named(struct str word, struct str name, bool paged) {
    enum { MOST = 1000000 };
    double page = 0;
    if (str_equal(word, name))
        return 0;
    struct str rest = str_slice(word, name.len, word.len);
    bool numbered = paged && str_starts(word, name) && str_starts(rest, STR("-p")) &&
                    number_parse(str_slice(rest, 2, rest.len), &page);
    return numbered && page >= 1 && page < MOST ? (size_t)page : names_other;
}

bool only_wants(struct only *only, struct str id, struct str name, bool paged, size_t *page) {
    bool wanted = only->count == 0;
    *page = 0;
    for (size_t i = 0; i < only->count; i++) {
        size_t named = page_named(only->words[i], id, paged);
        if (named == names_other)
            named = page_named(only->words[i], name, paged);
        if (named == names_other)
            continue;
        *page = wanted && *page != named ? 0 : named; // two of its pages: all of them
        wanted = only->found[i] = true;
    }
    return wanted;
}

void only_excuse(struct only *only, struct str id) {
    for (size_t i = 0; i < only->count; i++)
        if (is_about(only->words[i], id))
            only->found[i] = true;
}
