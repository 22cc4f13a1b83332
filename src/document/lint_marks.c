// Rules of the lint on marks of punctuation and quotes.
#include "base/zh_numeral.h"
#include "document/lint_rules.h"

enum { BRACKET_REACH = 400 }; // bytes in which a bracket finds its partner

static size_t skip_run(struct str text, size_t at, struct str mark) {
    while (lint_has(text, at, mark))
        at += mark.len;
    return at;
}

// 标题--副题, and 标题 - 副题 between Han. --strict is an option.
bool lint_dash(struct linter *linter, size_t at, struct lint_finding *out) {
    struct str text = linter->text;
    uint32_t before = lint_char_before(text, at);
    if (lint_has(text, at, STR(" - ")) && lint_is_han(before) &&
        lint_is_han(lint_char(text, at + 3, NULL)))
        return lint_found(out, at, at + 3, STR("——"));
    if (before == '-')
        return false;
    size_t end = skip_run(text, at, STR("-"));
    uint32_t after = lint_char(text, end, NULL);
    bool beside_han =
        lint_is_han(before) || lint_is_han(after) || lint_is_one_of(STR("”》）"), before);
    bool option = before == 0 || before == ' ';
    if (end - at < 2 || !beside_han || (option && lint_is_latin(after)))
        return false;
    return lint_found(out, at, end, STR("——"));
}

// 等..., 等。。。, 等···, and half of one: 等….
bool lint_ellipsis(struct linter *linter, size_t at, struct lint_finding *out) {
    static const char *const marks[] = {".", "。", "·", "…"};
    struct str text = linter->text;
    uint32_t before = lint_char_before(text, at);
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        struct str mark = str_from(marks[i]);
        if (lint_has_before(text, at, mark))
            continue;
        size_t end = skip_run(text, at, mark), count = (end - at) / mark.len;
        bool half = i == 3 && count == 1;
        if ((count < 3 && !half) || (i == 3 && !half))
            continue;
        bool beside_han = lint_is_han(before) || lint_is_han(lint_char(text, end, NULL));
        return (beside_han || i == 1) && lint_found(out, at, end, STR("……"));
    }
    return false;
}

// ，， and 、、: a slip of the finger.
bool lint_doubled(struct linter *linter, size_t at, struct lint_finding *out) {
    static const char *const marks[] = {"，", "、", "；", "：", "。"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        struct str mark = str_from(marks[i]);
        size_t end = skip_run(linter->text, at, mark);
        if (end > at)
            return end > at + mark.len && lint_found(out, at + mark.len, end, STR_NONE);
    }
    return false;
}

// The bracket that closes the one at `at`; SIZE_MAX when none does.
static size_t closing_bracket(struct str text, size_t at) {
    int depth = 0;
    for (size_t i = at; i < text.len && i < at + BRACKET_REACH; i++) {
        depth += text.data[i] == '(';
        depth -= text.data[i] == ')';
        if (depth == 0)
            return i;
    }
    return SIZE_MAX;
}

static bool is_chinese_bracket(struct str text, size_t open, size_t close) {
    bool han =
        lint_is_han(lint_char_before(text, open)) || lint_is_han(lint_char(text, close + 1, NULL));
    for (size_t i = open + 1; i < close && !han;)
        han = lint_is_han(lint_char(text, i, &i));
    return han;
}

// The opening bracket of the closing one at `at`; SIZE_MAX when it has none.
static size_t opening_bracket(struct str text, size_t at) {
    int depth = 0;
    size_t least = at > BRACKET_REACH ? at - BRACKET_REACH : 0;
    for (size_t i = at + 1; i-- > least;) {
        depth += text.data[i] == ')';
        depth -= text.data[i] == '(';
        if (depth == 0)
            return i;
    }
    return SIZE_MAX;
}

static bool fits_bracket(struct str text, size_t at, bool opens) {
    size_t other = opens ? closing_bracket(text, at) : opening_bracket(text, at);
    if (other == SIZE_MAX) // its partner may be full width already
        return opens ? lint_is_han(lint_char_before(text, at)) ||
                           lint_is_han(lint_char(text, at + 1, NULL))
                     : lint_is_han(lint_char_before(text, at));
    return is_chinese_bracket(text, opens ? at : other, opens ? other : at);
}

static bool fits_mark(struct str text, size_t at, char mark) {
    uint32_t before = lint_char_before(text, at), after = lint_char(text, at + 1, NULL);
    bool han_before = lint_is_han(before);
    bool ends_words =
        han_before || lint_is_one_of(STR("%％”’）》"), before) || zh_numeral_is_digit(before);
    bool last = after == 0 && han_before;
    bool opens_next = han_before && lint_is_one_of(STR("“‘《（"), after);
    if (mark == '.' && !han_before)
        return false;
    return ends_words && (lint_is_han(after) || last || opens_next);
}

bool lint_half_width(struct linter *linter, size_t at, struct lint_finding *out) {
    static const char ascii[] = ",;:?!().";
    static const char *const wide[] = {"，", "；", "：", "？", "！", "（", "）", "。"};
    size_t index = 0;
    char c = linter->text.data[at];
    while (ascii[index] && ascii[index] != c)
        index++;
    if (!ascii[index])
        return false;
    bool fits = c == '(' || c == ')' ? fits_bracket(linter->text, at, c == '(')
                                     : fits_mark(linter->text, at, c);
    return fits && lint_found(out, at, at + 1, str_from(wide[index]));
}

// Straight quotes pair up; only those around or beside Han are Chinese quotes.
static bool straight_pair(struct linter *linter, size_t at, size_t *read, struct str mark,
                          size_t *from, size_t *to) {
    struct str text = linter->text;
    bool opens = (*read)++ % 2 == 0;
    size_t other = at;
    if (opens)
        other = str_find(text, mark, at + 1);
    else
        while (other > 0 && text.data[--other] != mark.data[0]) {
        }
    if (other == SIZE_MAX || text.data[other] != mark.data[0])
        return false;
    *from = opens ? at : other, *to = opens ? other : at;
    bool han =
        lint_is_han(lint_char_before(text, *from)) || lint_is_han(lint_char(text, *to + 1, NULL));
    for (size_t i = *from + 1; i < *to && !han;)
        han = lint_is_han(lint_char(text, i, &i));
    return han;
}

bool lint_straight_quotes(struct linter *linter, size_t at, struct lint_finding *out) {
    struct str text = linter->text;
    size_t from, to;
    if (text.data[at] == '"')
        return straight_pair(linter, at, &linter->double_quotes, STR("\""), &from, &to) &&
               lint_found(out, at, at + 1, at == from ? STR("“") : STR("”"));
    // An apostrophe stands between letters.
    bool apostrophe =
        lint_is_latin(lint_char_before(text, at)) && lint_is_latin(lint_char(text, at + 1, NULL));
    if (text.data[at] != '\'' || apostrophe)
        return false;
    return straight_pair(linter, at, &linter->single_quotes, STR("'"), &from, &to) &&
           lint_found(out, at, at + 1, at == from ? STR("‘") : STR("’"));
}

// <通知>: Han only between, so that a formula's signs stay.
bool lint_title_marks(struct linter *linter, size_t at, struct lint_finding *out) {
    struct str text = linter->text;
    if (text.data[at] != '<')
        return false;
    size_t end = at + 1, next = end;
    while (lint_is_han(lint_char(text, end, &next)))
        end = next;
    if (end == at + 1 || lint_char(text, end, NULL) != '>')
        return false;
    return lint_found(out, at, end + 1,
                      str_printf(linter->arena, "《%.*s》", STR_ARG(str_slice(text, at + 1, end))));
}

// 阿凡提•某某: U+2022 and U+30FB for U+00B7.
bool lint_middle_dot(struct linter *linter, size_t at, struct lint_finding *out) {
    size_t next;
    uint32_t c = lint_char(linter->text, at, &next);
    return (c == 0x2022 || c == 0x30FB || c == 0x2027) &&
           lint_is_han(lint_char_before(linter->text, at)) &&
           lint_is_han(lint_char(linter->text, next, NULL)) && lint_found(out, at, next, STR("·"));
}
