// What a map shows, in words: its kind and finding, then every region or the extremes.
#include "map/map_alt.h"

#include "map/map_words.h"

enum { ALT_REGIONS = 12 }; // more regions are told by their classes

static void add_regions(const struct map *map, const struct map_words *say, struct buf *out) {
    for (size_t i = 0; i < map->region_count; i++) {
        const struct map_region *region = &map->regions[i];
        buf_printf(out, "%s%.*s", i ? say->marks->semicolon : "",
                   STR_ARG(region->datum.len ? region->datum : region->name));
    }
    buf_add_text(out, say->marks->stop);
}

static void add_members(const struct map *map, const struct map_words *say,
                        const struct fill_entry *entry, struct buf *out) {
    size_t count = 0;
    for (size_t i = 0; i < map->region_count; i++) {
        const struct map_region *region = &map->regions[i];
        if (region->filled && colour_equal(region->fill, entry->colour)) {
            buf_printf(out, "%s%.*s", count++ ? say->marks->between : say->marks->colon,
                       STR_ARG(region->name));
        }
    }
}

static void add_entries(const struct map *map, const struct map_words *say, const struct fill *fill,
                        struct buf *out) {
    for (size_t i = 0; i < fill->entry_count; i++) {
        buf_printf(out, "%s%.*s", i ? say->marks->semicolon : "", STR_ARG(fill->entries[i].words));
        add_members(map, say, &fill->entries[i], out);
    }
    buf_add_text(out, say->marks->stop);
}

static void add_highlights(const struct map *map, const struct map_words *say, struct buf *out) {
    size_t count = 0;
    for (size_t i = 0; i < map->region_count; i++) {
        if (map->regions[i].highlighted) {
            buf_printf(out, "%s%.*s", count++ ? say->marks->between : say->highlighted,
                       STR_ARG(map->regions[i].name));
        }
    }
    buf_add_text(out, count ? say->marks->stop : "");
}

// Pins by their words, one line each.
static void add_pins(const struct map *map, const struct map_words *say, struct buf *out) {
    const struct json *list = json_get(map->json, "pins");
    for (const struct json *pin = list ? list->first : NULL; pin; pin = pin->next) {
        const struct json *label = json_get(pin, "label"), *at = json_get(pin, "at");
        struct str words = document_text(map->context->document, map->guide.diag, label);
        if (!words.len && at->kind == JSON_STRING) {
            words = at->string;
        }
        buf_add_text(out, pin->index ? say->marks->semicolon : say->pins);
        for (size_t i = 0; i < words.len; i++) {
            buf_printf(out, "%c", words.data[i] == '\n' ? ' ' : words.data[i]);
        }
    }
    buf_add_text(out, list ? say->marks->stop : "");
}

struct str map_alt_write(const struct map *map, const struct fill *fill) {
    struct buf out = BUF_INIT(map->guide.arena);
    const struct map_words *say = map_words_of(map->guide.language);
    buf_add_text(&out, map->plane ? say->schema : fill->kind == FILL_NONE ? say->map : say->filled);
    if (map->request->title.len) {
        buf_printf(&out, "%s%.*s", say->marks->colon, STR_ARG(map->request->title));
    }
    buf_add_text(&out, say->marks->stop);
    buf_printf(&out, say->regions, map->region_count);
    if (fill->kind == FILL_NONE) {
        buf_add_text(&out, say->marks->stop);
    } else {
        buf_printf(&out, "%s%.*s%s", say->marks->comma, STR_ARG(fill->title), say->marks->colon);
        if (map->region_count <= ALT_REGIONS || fill->kind == FILL_CONTINUOUS) {
            add_regions(map, say, &out);
        } else {
            add_entries(map, say, fill, &out);
        }
    }
    add_highlights(map, say, &out);
    add_pins(map, say, &out);
    struct str copy = str_copy(map->guide.arena, buf_str(&out));
    buf_done(&out);
    return copy;
}
