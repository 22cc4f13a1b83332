// Words of approximation and where they may stand in a printed number.
#include "base/zh_approx.h"

#include "base/utf8.h"
#include "base/zh_numeral.h"

#include <math.h>

// Longer words first, so that 超过 is not read as 超.
static const struct zh_approx_word words[] = {
    {STR_INIT("将近"), APPROX_UPPER, ZH_WORD_BEFORE},
    {STR_INIT("接近"), APPROX_UPPER, ZH_WORD_BEFORE},
    {STR_INIT("不足"), APPROX_UPPER, ZH_WORD_BEFORE},
    {STR_INIT("不到"), APPROX_UPPER, ZH_WORD_BEFORE},
    {STR_INIT("至多"), APPROX_UPPER, ZH_WORD_BEFORE},
    {STR_INIT("最多"), APPROX_UPPER, ZH_WORD_BEFORE},
    {STR_INIT("超过"), APPROX_LOWER, ZH_WORD_BEFORE},
    {STR_INIT("超出"), APPROX_LOWER, ZH_WORD_BEFORE},
    {STR_INIT("突破"), APPROX_LOWER, ZH_WORD_BEFORE},
    {STR_INIT("至少"), APPROX_LOWER, ZH_WORD_BEFORE},
    {STR_INIT("大约"), APPROX_ABOUT, ZH_WORD_BEFORE},
    {STR_INIT("近"), APPROX_UPPER, ZH_WORD_BEFORE},
    {STR_INIT("超"), APPROX_LOWER, ZH_WORD_BEFORE},
    {STR_INIT("逾"), APPROX_LOWER, ZH_WORD_BEFORE},
    {STR_INIT("约"), APPROX_ABOUT, ZH_WORD_BEFORE},
    {STR_INIT("上"), APPROX_LOWER, ZH_WORD_BEFORE_MAGNITUDE},
    {STR_INIT("数"), APPROX_RANGE, ZH_WORD_BEFORE_MAGNITUDE},
    {STR_INIT("几"), APPROX_RANGE, ZH_WORD_BEFORE_MAGNITUDE},
    {STR_INIT("余"), APPROX_LOWER, ZH_WORD_INSIDE},
    {STR_INIT("多"), APPROX_LOWER, ZH_WORD_INSIDE | ZH_WORD_BEHIND},
    {STR_INIT("来"), APPROX_ABOUT, ZH_WORD_INSIDE},
    {STR_INIT("几"), APPROX_LOWER, ZH_WORD_INSIDE},
    {STR_INIT("以上"), APPROX_LOWER, ZH_WORD_BEHIND},
    {STR_INIT("以下"), APPROX_UPPER, ZH_WORD_BEHIND},
    {STR_INIT("以内"), APPROX_UPPER, ZH_WORD_BEHIND},
    {STR_INIT("左右"), APPROX_ABOUT, ZH_WORD_BEHIND},
    {STR_INIT("上下"), APPROX_ABOUT, ZH_WORD_BEHIND},
};

enum { WORD_COUNT = sizeof words / sizeof *words };

bool zh_approx_is_one_of(struct str set, uint32_t c) {
    for (size_t at = 0; at < set.len;)
        if (utf8_next(set, &at) == c)
            return true;
    return false;
}

enum approx approx_of(struct str word) {
    for (size_t i = 0; i < WORD_COUNT; i++)
        if (str_equal(words[i].text, word))
            return words[i].meaning;
    return APPROX_NONE;
}

enum approx_place approx_place_of(struct str word, double value) {
    unsigned positions = 0;
    for (size_t i = 0; i < WORD_COUNT; i++)
        if (str_equal(words[i].text, word))
            positions |= words[i].positions;
    if (positions & ZH_WORD_INSIDE) {
        double size = fabs(value), scale = size >= 1e8 ? 1e8 : size >= 1e4 ? 1e4 : 1;
        bool round = fmod(size / scale, 10) == 0;
        return scale > 1 && !round ? APPROX_AFTER_SCALE : APPROX_INSIDE;
    }
    return positions & ZH_WORD_BEHIND ? APPROX_AFTER_UNIT : APPROX_BEFORE;
}

// 最近, 附近, 签约, 节约 … end in a character that is no word of approximation there.
static bool is_part_of_word(struct str text, size_t at, struct str word) {
    if (at == 0)
        return false;
    uint32_t previous = utf8_previous(text, &at);
    if (str_is(word, "近"))
        return zh_approx_is_one_of(STR("最附邻靠临亲远相"), previous);
    if (str_is(word, "约"))
        return zh_approx_is_one_of(STR("签节条公合预集制契违履邀解"), previous);
    if (str_is(word, "超"))
        return zh_approx_is_one_of(STR("英中赶高"), previous);
    if (str_is(word, "上"))
        return zh_approx_is_one_of(STR("以网线马晚早路会手"), previous);
    return str_is(word, "数") &&
           zh_approx_is_one_of(STR("人户件次个总倍指分基系参岁天年度函点多少"), previous);
}

// 多 of 多样, 来 of 来自 are no words of approximation.
static bool begins_other_word(struct str text, size_t behind, struct str word) {
    uint32_t after = zh_numeral_peek(text, behind, NULL);
    if (str_is(word, "多"))
        return zh_approx_is_one_of(STR("样元媒边功层"), after);
    return str_is(word, "来") && !zh_approx_is_one_of(STR("个人岁年天家位名次块里斤万亿"), after);
}

const struct zh_approx_word *zh_approx_at(struct str text, size_t at, unsigned positions) {
    for (size_t i = 0; i < WORD_COUNT; i++)
        if (words[i].positions & positions &&
            str_starts(str_slice(text, at, text.len), words[i].text))
            return begins_other_word(text, at + words[i].text.len, words[i].text) ? NULL
                                                                                  : &words[i];
    return NULL;
}

const struct zh_approx_word *zh_approx_before(struct str text, size_t at, unsigned positions) {
    for (size_t i = 0; i < WORD_COUNT; i++) {
        struct str word = words[i].text;
        if (words[i].positions & positions && at >= word.len &&
            str_ends(str_slice(text, 0, at), word) && !is_part_of_word(text, at - word.len, word))
            return &words[i];
    }
    return NULL;
}

const struct zh_approx_word *zh_approx_behind_unit(struct str text, size_t at, size_t *end) {
    struct str rest = str_slice(text, at, text.len);
    for (size_t i = 0; i < WORD_COUNT; i++) {
        struct str word = words[i].text;
        bool alone_allowed = words[i].positions == ZH_WORD_BEHIND; // 100以上, but no 多 alone
        if (words[i].positions & ZH_WORD_BEHIND && str_ends(rest, word) &&
            (alone_allowed || rest.len > word.len)) {
            *end = text.len - word.len;
            return &words[i];
        }
    }
    return NULL;
}

void zh_approx_set(struct zh_number *out, struct str text, size_t at,
                   const struct zh_approx_word *word, enum approx_place place) {
    out->word = str_slice(text, at, at + word->text.len);
    out->approx = word->meaning;
    out->place = place;
}
