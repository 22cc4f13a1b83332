// Names of regions as people write them: 阿坝藏族羌族自治州, 阿坝州, 阿坝, 513200.
#pragma once

#include "map/geo.h"

enum region_name_fit {
    REGION_NAME_NO,
    REGION_NAME_SHORT, // a short form: 阿坝州, 阿坝
    REGION_NAME_FULL,
};

// Short forms leave out the kind (市, 县, 自治州) and the nationalities; a kind that is written
// must be the region's own, so that 阿坝州 is not 阿坝县.
enum region_name_fit region_name_fits(struct str name, struct str written);

// The name without kind and nationalities: 阿坝; the whole name where one character would remain.
struct str region_name_core(struct str name);

// As maps write it where the whole has no room: 阿坝藏族羌族自治州 → 阿坝州, 成都市 → 成都,
// 广西壮族自治区 → 广西.
struct str region_name_short(struct arena *arena, struct str name);

// Words for a message: the nearest names, or the regions that `written` could mean.
struct str region_name_hint(struct arena *arena, struct diag *diag, const struct geo *geo,
                            struct str written);

enum { REGION_NONE = -1, REGION_SEVERAL = -2 };

// Index of the feature that `written` means: by name, adcode, id, any property, or short form.
long region_name_find(const struct geo *geo, struct str written);
