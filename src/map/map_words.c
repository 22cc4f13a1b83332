// The words of maps in Chinese and in English.
#include "map/map_words.h"

#include "base/punctuation.h"

static const struct map_words chinese = {
    .marks = &punctuation_chinese,
    .no_data = "无数据",
    .members = "%.*s（%zu个）",
    .north = "北",
    .metres = "米",
    .far = "千米",
    .map = "地图",
    .filled = "分级统计地图",
    .schema = "示意地图",
    .regions = "共%zu个区域",
    .highlighted = "突出显示",
    .pins = "标注：",
    .circles = "圆的面积表示",
    .pies = "饼图的面积表示",
    .bars = "小柱的高度表示",
    .flows = "箭头",
    .widths = "箭头的宽度表示",
    .amounts = "数值",
};

static const struct map_words english = {
    .marks = &punctuation_latin,
    .no_data = "No data",
    .members = "%.*s (%zu)",
    .north = "N",
    .metres = " m",
    .far = " km",
    .map = "Map",
    .filled = "Choropleth map",
    .schema = "Schematic map",
    .regions = "%zu regions",
    .highlighted = "Highlighted: ",
    .pins = "Marked: ",
    .circles = "Areas of circles: ",
    .pies = "Areas of pies: ",
    .bars = "Heights of bars: ",
    .flows = "Arrows",
    .widths = "Widths of arrows: ",
    .amounts = "amounts",
};

const struct map_words *map_words_of(struct str language) {
    return language_is_chinese(language) ? &chinese : &english;
}
