// Chinese of Taiwan.
#include "text/zh_hant.h"

static const char *const also[] = {"zh-hant", "zh-tw", NULL};
static const struct class_change classes[] = {{0, CLASS_HAN}};

const struct language language_zh_hant_tw = {
    .tag = "zh-Hant-TW",
    .also = also,
    .sans = "Noto Sans CJK TC",
    .serif = "Noto Serif CJK TC",
    .monospace = "Noto Sans Mono CJK TC",
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
