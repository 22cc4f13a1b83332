// Full-width marks for Chinese; for other languages those of English, with their spaces.
#include "base/punctuation.h"

bool language_is_chinese(struct str tag) {
    bool zh = str_starts(tag, STR("zh"));
    return tag.len == 0 || (zh && (tag.len == 2 || tag.data[2] == '-'));
}

const struct punctuation punctuation_chinese = {
    .colon = "：",
    .comma = "，",
    .semicolon = "；",
    .stop = "。",
    .between = "、",
    .bracketed = "%.*s（%.*s）",
    .gap = "　",
    .left_out = "……",
};

const struct punctuation punctuation_latin = {
    .colon = ": ",
    .comma = ", ",
    .semicolon = "; ",
    .stop = ". ",
    .between = ", ",
    .bracketed = "%.*s (%.*s)",
    .gap = "   ",
    .left_out = " … ",
};

const struct punctuation *punctuation_of(struct str language) {
    return language_is_chinese(language) ? &punctuation_chinese : &punctuation_latin;
}
