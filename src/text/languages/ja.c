// Japanese, as far as labels and titles need it (JLREQ).
#include "text/language.h"

static const char *const also[] = {"ja-jp", NULL};
// ： ； are middle dots (JLREQ cl-05); 々 and kana marks have their classes already.
static const struct class_change classes[] = {
    {0xFF1A, CLASS_MIDDLE}, {0xFF1B, CLASS_MIDDLE}, {0, CLASS_HAN}};
static const char *const measures[] = {"パーセント", "ポイント", "平方キロ", "キロ", "メートル",
                                       "時間",       "年度",     "年間",     "か月", "ヶ月",
                                       "か所",       "ヶ所",     "世帯",     "番目", "億円",
                                       "万円",       "万人",     "千人",     NULL};

const struct language language_ja = {
    .tag = "ja",
    .also = also,
    .sans = "Noto Sans CJK JP",
    .serif = "Noto Serif CJK JP",
    .monospace = "Noto Sans Mono CJK JP",
    .classes = classes,
    .dots_above = true,
    .magnitudes = "十百千万億兆",
    .more = "余数",
    .ordinal_digits = "零〇一二三四五六七八九十百千",
    .measures = measures,
    .measure_characters = "円個年月日週時分秒人名位戸社件項条枚冊本回度倍割点号章節頁階歳代台校軒杯"
                          "匹頭羽着足棟室席票種類級組班隊区市町村県国",
    .ordinal = 0x7B2C, // 第
    .before_number = "約",
    .date_units = "年月",
    // kana go with the word before them: particles and endings
    .particles = "ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでと"
                 "どなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろわをん",
};
