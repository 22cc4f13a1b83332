// Chinese of mainland China and Singapore.
#include "text/language.h"

static const char *const also[] = {"zh", "zh-cn", "zh-sg", NULL};
static const struct class_change classes[] = {{0, CLASS_HAN}};
static const char *const measures[] = {
    "个百分点", "百分点", "平方公里", "平方千米", "立方米", "平方米", "千瓦时", "人民币",
    "工作日",   "人次",   "场次",     "批次",     "架次",   "车次",   "班次",   "件次",
    "公里",     "千米",   "厘米",     "毫米",     "公顷",   "公斤",   "千克",   "毫克",
    "小时",     "分钟",   "季度",     "年度",     "月份",   "周年",   "周岁",   "美元",
    "欧元",     "日元",   "英镑",     "港元",     "亿元",   "千瓦",   "兆瓦",   "英里",
    "英寸",     "海里",   "摄氏",     "世纪",     "余个",   "标箱",   NULL,
};

const struct language language_zh_hans = {
    .tag = "zh-Hans",
    .also = also,
    .sans = "Noto Sans CJK SC",
    .serif = "Noto Serif CJK SC",
    .monospace = "Noto Sans Mono CJK SC",
    .classes = classes,
    .half_middle_dot = true,
    .wide_phrase_space = true,
    .has_lexicon = true,
    .magnitudes = "十百千万亿兆",
    .more = "余多几来",
    .ordinal_digits = "零〇一二三四五六七八九十百千两几",
    .measures = measures,
    .measure_characters =
        "个元角分年月日天周时秒季人名位户家场次件项条款只张份篇部本册期届级类种批组队支座栋幢间所处"
        "片块台辆架艘列趟班米吨克斤两亩里升度倍成折点号章节页层楼岁代轮回遍届集套集双对副幅首曲封"
        "艘枚颗粒株棵头匹桩宗起例卷版版字词句段行课门科站路线县市省区镇乡村州国校院厂店室床席票箱袋"
        "瓶杯碗盒桶顶面道根把口具盏丝毫厘瓦伏安卡帧",
    .ordinal = 0x7B2C, // 第
    .before_number = "约近超达逾",
    .date_units = "年月",
    .particles = "的了等",
};
