// The remarks at a figure's foot that follow from the document.
#include "document/remark.h"

#include "base/zh_date.h"

static bool is_open_end(struct str word) {
    return str_is(word, "以上") || str_is(word, "以下"); // exact limits that explain themselves
}

static bool stands_before(const struct str *words, size_t index) {
    for (size_t i = 0; i < index; i++)
        if (str_equal(words[i], words[index]))
            return true;
    return false;
}

// “余”“多”: the words of one meaning, quoted, each once.
static struct str quoted_words(struct arena *arena, const struct str *words, size_t count,
                               enum approx meaning) {
    struct str all = STR_NONE;
    for (size_t i = 0; i < count; i++)
        if (words[i].len && !is_open_end(words[i]) && approx_of(words[i]) == meaning &&
            !stands_before(words, i))
            all = str_printf(arena, "%.*s“%.*s”", STR_ARG(all), STR_ARG(words[i]));
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

struct str remark_approx(struct arena *arena, const struct str *words, size_t count) {
    struct str all = STR_NONE;
    for (int meaning = APPROX_LOWER; meaning <= APPROX_RANGE; meaning++) {
        struct str quoted = quoted_words(arena, words, count, (enum approx)meaning);
        if (quoted.len)
            all = str_printf(arena, "%.*s%s%.*s%s", STR_ARG(all), all.len ? "，" : "",
                             STR_ARG(quoted), meaning_words((enum approx)meaning));
    }
    return all;
}

struct str remark_source(struct arena *arena, const struct source *source) {
    if (!source->name.len || !source->date.len)
        return source->name;
    return str_printf(arena, "%.*s（%.*s）", STR_ARG(source->name),
                      STR_ARG(zh_date_translate(arena, source->date)));
}
