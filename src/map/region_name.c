// Matching names of regions.
#include "map/region_name.h"

#include "base/i18n.h"
#include "base/utf8.h"

// Kinds of divisions, the longer before those they end with.
static const struct str kinds[] = {
    STR_INIT("特别行政区"), STR_INIT("自治区"), STR_INIT("自治州"), STR_INIT("自治县"),
    STR_INIT("自治旗"),     STR_INIT("地区"),   STR_INIT("林区"),   STR_INIT("新区"),
    STR_INIT("省"),         STR_INIT("市"),     STR_INIT("盟"),     STR_INIT("州"),
    STR_INIT("县"),         STR_INIT("区"),     STR_INIT("旗"),
};

// Nationalities in names of autonomous divisions.
static const struct str nationalities[] = {
    STR_INIT("藏族"),   STR_INIT("羌族"),   STR_INIT("彝族"),     STR_INIT("回族"),
    STR_INIT("壮族"),   STR_INIT("苗族"),   STR_INIT("侗族"),     STR_INIT("瑶族"),
    STR_INIT("土家族"), STR_INIT("布依族"), STR_INIT("维吾尔"),   STR_INIT("维吾尔族"),
    STR_INIT("蒙古族"), STR_INIT("蒙古"),   STR_INIT("哈萨克族"), STR_INIT("哈萨克"),
    STR_INIT("朝鲜族"), STR_INIT("满族"),   STR_INIT("白族"),     STR_INIT("傣族"),
    STR_INIT("景颇族"), STR_INIT("傈僳族"), STR_INIT("哈尼族"),   STR_INIT("柯尔克孜"),
    STR_INIT("黎族"),   STR_INIT("畲族"),   STR_INIT("土族"),     STR_INIT("撒拉族"),
    STR_INIT("东乡族"), STR_INIT("保安族"), STR_INIT("裕固族"),   STR_INIT("仡佬族"),
    STR_INIT("水族"),   STR_INIT("佤族"),   STR_INIT("拉祜族"),   STR_INIT("纳西族"),
    STR_INIT("普米族"), STR_INIT("怒族"),   STR_INIT("独龙族"),   STR_INIT("毛南族"),
    STR_INIT("仫佬族"), STR_INIT("锡伯"),   STR_INIT("达斡尔族"), STR_INIT("鄂温克族"),
    STR_INIT("鄂伦春"), STR_INIT("塔吉克"), STR_INIT("布朗族"),   STR_INIT("各族"),
};

static size_t characters(struct str s) {
    size_t count = 0;
    for (size_t at = 0; at < s.len; count++) {
        utf8_next(s, &at);
    }
    return count;
}

// Takes one ending of the list off, where two characters remain.
static bool strip(struct str *name, const struct str *endings, size_t count) {
    for (size_t i = 0; i < count; i++) {
        struct str rest = {name->data, name->len - endings[i].len};
        if (name->len > endings[i].len && str_ends(*name, endings[i]) && characters(rest) >= 2) {
            *name = rest;
            return true;
        }
    }
    return false;
}

struct str region_name_core(struct str name) {
    strip(&name, kinds, sizeof kinds / sizeof *kinds);
    while (strip(&name, nationalities, sizeof nationalities / sizeof *nationalities)) {
    }
    return name;
}

// The last character of the kind: 州 of 自治州; empty when there is none.
static struct str kind_of(struct str name) {
    struct str core = name;
    if (!strip(&core, kinds, sizeof kinds / sizeof *kinds)) {
        return STR_NONE;
    }
    size_t han = sizeof "州" - 1;
    return str_slice(name, name.len - han, name.len);
}

enum region_name_fit region_name_fits(struct str name, struct str written) {
    if (str_equal(name, written)) {
        return REGION_NAME_FULL;
    }
    if (!written.len || !str_equal(region_name_core(name), region_name_core(written))) {
        return REGION_NAME_NO;
    }
    struct str kind = kind_of(written);
    return !kind.len || str_equal(kind, kind_of(name)) ? REGION_NAME_SHORT : REGION_NAME_NO;
}

static bool has_value(const struct geo_feature *feature, struct str value) {
    for (size_t i = 0; i < feature->property_count; i++) {
        if (str_equal(feature->properties[i].value, value)) {
            return true;
        }
    }
    return str_equal(feature->id, value);
}

static bool is_called(const struct geo_feature *feature, struct str written) {
    return str_equal(geo_name(feature), written);
}

static bool has_code(const struct geo_feature *feature, struct str written) {
    return str_equal(geo_property(feature, "adcode"), written) || str_equal(feature->id, written);
}

static bool is_short(const struct geo_feature *feature, struct str written) {
    return region_name_fits(geo_name(feature), written) == REGION_NAME_SHORT;
}

long region_name_find(const struct geo *geo, struct str written) {
    static bool (*const ways[])(const struct geo_feature *, struct str) = {is_called, has_code,
                                                                           is_short, has_value};
    for (size_t way = 0; written.len && way < sizeof ways / sizeof *ways; way++) {
        long found = REGION_NONE;
        for (size_t i = 0; i < geo->feature_count; i++) {
            if (ways[way](&geo->features[i], written)) {
                found = found == REGION_NONE ? (long)i : REGION_SEVERAL;
            }
        }
        if (found != REGION_NONE) {
            return found;
        }
    }
    return REGION_NONE;
}

struct str region_name_hint(struct arena *arena, struct diag *diag, const struct geo *geo,
                            struct str written) {
    struct str *names = ARENA_ARRAY(arena, geo->feature_count, struct str), several = STR_NONE;
    struct str core = region_name_core(written);
    size_t count = 0;
    for (size_t i = 0; i < geo->feature_count; i++) {
        names[i] = geo_name(&geo->features[i]);
        bool close =
            str_equal(names[i], written) || (core.len && str_find(names[i], core, 0) != SIZE_MAX);
        if (close && count++ < 5) {
            struct str code = geo_property(&geo->features[i], "adcode");
            several = str_printf(arena, "%.*s%s%.*s", STR_ARG(several), several.len ? "、" : "",
                                 STR_ARG(names[i]));
            several = code.len
                          ? str_printf(arena, _("%.*s (%.*s)"), STR_ARG(several), STR_ARG(code))
                          : several;
        }
    }
    if (several.len) {
        return str_printf(arena, _("it could be %.*s; write the name or the adcode"),
                          STR_ARG(several));
    }
    return diag_hint_nearest(diag, written, names, geo->feature_count);
}

struct str region_name_short(struct arena *arena, struct str name) {
    struct str core = region_name_core(name);
    if (!str_starts(name, core) || name.len == core.len) {
        return core;
    }
    bool autonomous = str_find(name, STR("自治"), 0) != SIZE_MAX && !str_ends(name, STR("自治区"));
    struct str kind = str_slice(name, name.len - STR("州").len, name.len);
    return autonomous ? str_printf(arena, "%.*s%.*s", STR_ARG(core), STR_ARG(kind)) : core;
}
