// The remarks at a figure's foot that follow from the document.
#include "document/remark.h"

#include "base/punctuation.h"
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

static const char *meaning_words(enum approx meaning, bool chinese) {
    switch (meaning) {
    case APPROX_LOWER:
        return chinese ? "表示实际数略多于所列数" : " means slightly more than the number given";
    case APPROX_UPPER:
        return chinese ? "表示实际数略少于所列数" : " means slightly less than the number given";
    case APPROX_ABOUT:
        return chinese ? "表示所列数为约数" : " means about the number given";
    case APPROX_RANGE:
        return chinese ? "表示概数" : " means an estimate";
    default:
        return NULL;
    }
}

struct str remark_approx(struct arena *arena, struct str language, const struct str *words,
                         size_t count) {
    const struct punctuation *marks = punctuation_of(language);
    bool chinese = language_is_chinese(language);
    struct str all = STR_NONE;
    for (int meaning = APPROX_LOWER; meaning <= APPROX_RANGE; meaning++) {
        struct str quoted = quoted_words(arena, words, count, (enum approx)meaning);
        if (quoted.len)
            all = str_printf(arena, "%.*s%s%.*s%s", STR_ARG(all), all.len ? marks->comma : "",
                             STR_ARG(quoted), meaning_words((enum approx)meaning, chinese));
    }
    return all;
}

static struct str date_words(struct arena *arena, struct str language, struct str date) {
    struct zh_date read;
    if (language_is_chinese(language) || !zh_date_parse(date, &read))
        return zh_date_translate(arena, date);
    struct buf out = BUF_INIT(arena);
    zh_date_write_english(&out, read, true);
    struct str words = str_copy(arena, buf_str(&out));
    buf_done(&out);
    return words;
}

struct str remark_source(struct arena *arena, const struct document *document) {
    const struct source *source = &document->source;
    if (!source->name.len || !source->date.len)
        return source->name;
    return str_printf(arena, punctuation_of(document->language)->bracketed, STR_ARG(source->name),
                      STR_ARG(date_words(arena, document->language, source->date)));
}
