// What a map shows, in words: its kind and finding, then every region or the extremes.
#include "map/map_alt.h"

enum { ALT_REGIONS = 12 }; // more regions are told by their classes

static void add_regions(const struct map *map, struct buf *out) {
    for (size_t i = 0; i < map->region_count; i++) {
        const struct map_region *region = &map->regions[i];
        buf_printf(out, "%s%.*s", i ? "；" : "",
                   STR_ARG(region->datum.len ? region->datum : region->name));
    }
    buf_add_text(out, "。");
}

static void add_members(const struct map *map, const struct fill_entry *entry, struct buf *out) {
    size_t count = 0;
    for (size_t i = 0; i < map->region_count; i++) {
        const struct map_region *region = &map->regions[i];
        if (region->filled && colour_equal(region->fill, entry->colour)) {
            buf_printf(out, "%s%.*s", count++ ? "、" : "：", STR_ARG(region->name));
        }
    }
}

static void add_entries(const struct map *map, const struct fill *fill, struct buf *out) {
    for (size_t i = 0; i < fill->entry_count; i++) {
        buf_printf(out, "%s%.*s", i ? "；" : "", STR_ARG(fill->entries[i].words));
        add_members(map, &fill->entries[i], out);
    }
    buf_add_text(out, "。");
}

static void add_highlights(const struct map *map, struct buf *out) {
    size_t count = 0;
    for (size_t i = 0; i < map->region_count; i++) {
        if (map->regions[i].highlighted) {
            buf_printf(out, "%s%.*s", count++ ? "、" : "突出显示", STR_ARG(map->regions[i].name));
        }
    }
    buf_add_text(out, count ? "。" : "");
}

// Pins by their words, one line each.
static void add_pins(const struct map *map, struct buf *out) {
    const struct json *list = json_get(map->json, "pins");
    for (const struct json *pin = list ? list->first : NULL; pin; pin = pin->next) {
        const struct json *label = json_get(pin, "label"), *at = json_get(pin, "at");
        struct str words = document_text(map->context->document, map->guide.diag, label);
        if (!words.len && at->kind == JSON_STRING) {
            words = at->string;
        }
        buf_add_text(out, pin->index ? "；" : "标注：");
        for (size_t i = 0; i < words.len; i++) {
            buf_printf(out, "%c", words.data[i] == '\n' ? ' ' : words.data[i]);
        }
    }
    buf_add_text(out, list ? "。" : "");
}

struct str map_alt_write(const struct map *map, const struct fill *fill) {
    struct buf out = BUF_INIT(map->guide.arena);
    const char *kind = fill->kind == FILL_NONE ? "地图" : "分级统计地图";
    buf_add_text(&out, map->plane ? "示意地图" : kind);
    if (map->request->title.len) {
        buf_printf(&out, "：%.*s", STR_ARG(map->request->title));
    }
    buf_printf(&out, "。共%zu个区域", map->region_count);
    if (fill->kind == FILL_NONE) {
        buf_add_text(&out, "。");
    } else {
        buf_printf(&out, "，%.*s：", STR_ARG(fill->title));
        if (map->region_count <= ALT_REGIONS || fill->kind == FILL_CONTINUOUS) {
            add_regions(map, &out);
        } else {
            add_entries(map, fill, &out);
        }
    }
    add_highlights(map, &out);
    add_pins(map, &out);
    struct str copy = str_copy(map->guide.arena, buf_str(&out));
    buf_done(&out);
    return copy;
}
