// What a choropleth says in words: limits of classes, values, the legend's title.
#pragma once

#include "map/fill.h"

// How all amounts of the map are printed, from the largest: 万 from 1万 on where the document is in
// Chinese.
void fill_choose_scale(const struct map *map, struct fill *fill, double largest);

struct str fill_amount(struct arena *arena, const struct fill *fill, double value);
struct str fill_class_words(struct arena *arena, const struct fill *fill, size_t index);
struct str fill_value_words(struct arena *arena, const struct fill *fill,
                            const struct value *value);

// 常住人口（万人）: what the colours mean, with the unit said once.
struct str fill_title(const struct map *map, const struct fill *fill, const struct json *json);
