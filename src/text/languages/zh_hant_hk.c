// Chinese of Hong Kong and Macau.
#include "text/zh_hant.h"

static const char *const also[] = {"zh-hk", "zh-mo", "zh-hant-mo", NULL};
static const struct class_change classes[] = {{0, CLASS_HAN}};

const struct language language_zh_hant_hk = {
    .tag = "zh-Hant-HK",
    .also = also,
    .sans = "Noto Sans CJK HK",
    .serif = "Noto Serif CJK HK",
    .monospace = "Noto Sans Mono CJK HK",
    .classes = classes,
    .centred_marks = true,
    .wide_phrase_space = true,
    .magnitudes = "十百千萬億兆",
    .more = "餘多幾來",
    .ordinal_digits = "零〇一二三四五六七八九十百千兩幾",
    .measures = zh_hant_measures,
    .measure_characters = zh_hant_measure_characters,
    .ordinal = 0x7B2C, // 第
    .before_number = "約近超達逾",
    .date_units = "年月",
    .particles = "的了等",
};
