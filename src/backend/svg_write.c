// What the parts of the SVG writer share: escaping, ids, definitions.
#include "backend/svg_write.h"

#include <string.h>

#include "base/utf8.h"

static size_t map_place(const struct svg_map *map, uint64_t key) {
    uint64_t hash = key * 0x9E3779B97F4A7C15u; // Fibonacci hashing
    size_t place = (size_t)(hash >> 32) & (map->capacity - 1);
    while (map->values[place] && map->keys[place] != key)
        place = (place + 1) & (map->capacity - 1);
    return place;
}

static void grow_map(struct svg_map *map, struct arena *arena) {
    struct svg_map old = *map;
    map->capacity = old.capacity ? 2 * old.capacity : 128;
    map->keys = ARENA_ARRAY(arena, map->capacity, uint64_t);
    map->values = ARENA_ARRAY(arena, map->capacity, uint32_t);
    for (size_t i = 0; i < old.capacity; i++) {
        if (!old.values[i])
            continue;
        size_t place = map_place(map, old.keys[i]);
        map->keys[place] = old.keys[i];
        map->values[place] = old.values[i];
    }
}

uint32_t *svg_map_at(struct svg_map *map, struct arena *arena, uint64_t key) {
    if (2 * (map->count + 1) > map->capacity)
        grow_map(map, arena);
    size_t place = map_place(map, key);
    if (!map->values[place]) {
        map->keys[place] = key;
        map->count++;
    }
    return &map->values[place];
}

static const char *entity(uint32_t c) {
    switch (c) {
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '&':
        return "&amp;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return NULL;
    }
}

// XML 1.0 (fifth edition), production 2: Char.
static bool is_xml_char(uint32_t c) {
    return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xD7FF) ||
           (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
}

void svg_add_escaped(struct buf *out, struct str text) {
    for (size_t at = 0; at < text.len;) {
        size_t start = at;
        uint32_t c = utf8_next(text, &at);
        if (entity(c))
            buf_add_text(out, entity(c));
        else if (c == '\t' || c == '\n' || c == '\r') // kept by no attribute otherwise
            buf_printf(out, "&#%u;", c);
        else if (is_xml_char(c) && c != UTF8_INVALID)
            buf_add(out, text.data + start, at - start);
        else
            buf_add_utf8(out, UTF8_INVALID);
    }
}

void svg_add_attribute(struct buf *out, const char *name, struct str text) {
    if (!text.len)
        return;
    buf_add_char(out, ' ');
    buf_add_text(out, name);
    buf_add(out, "=\"", 2);
    svg_add_escaped(out, text);
    buf_add_char(out, '"');
}

static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static bool is_name_char(char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

struct str svg_id_prefix(struct arena *arena, struct str id) {
    static const char hex[] = "0123456789abcdef";
    char *name = arena_alloc(arena, 3 * id.len + 1);
    size_t len = 0;
    if (!id.len || !is_letter(id.data[0]))
        name[len++] = '_';
    for (size_t i = 0; i < id.len; i++) {
        unsigned char c = (unsigned char)id.data[i];
        if (is_name_char(id.data[i])) {
            name[len++] = id.data[i];
        } else {
            name[len++] = '_';
            name[len++] = hex[c >> 4];
            name[len++] = hex[c & 15];
        }
    }
    return (struct str){name, len};
}

void svg_add_id(const struct svg_writer *writer, struct buf *out, char letter, uint32_t number) {
    buf_add_str(out, writer->prefix);
    buf_add_char(out, '-');
    buf_add_char(out, letter);
    svg_add_number(out, number, 0);
}

static uint32_t add_definition(struct svg_writer *writer, char letter, const char *name,
                               struct str rest) {
    uint32_t number = (uint32_t)writer->resource_count;
    ARENA_RESERVE(writer->arena, writer->resource_texts, writer->resource_count,
                  writer->resource_capacity);
    writer->resource_texts[writer->resource_count++] = str_copy(writer->arena, rest);
    buf_add_char(&writer->defs, '<');
    buf_add_text(&writer->defs, name);
    buf_add_text(&writer->defs, " id=\"");
    svg_add_id(writer, &writer->defs, letter, number);
    buf_add_char(&writer->defs, '"');
    buf_add_str(&writer->defs, rest);
    buf_add_char(&writer->defs, '\n');
    return number;
}

uint32_t svg_define(struct svg_writer *writer, char letter, const char *name, struct str rest) {
    uint64_t key = str_hash(rest) + (unsigned char)letter;
    uint32_t *known = svg_map_at(&writer->resources, writer->arena, key);
    if (!*known)
        return (*known = add_definition(writer, letter, name, rest) + 1) - 1;
    if (str_equal(writer->resource_texts[*known - 1], rest))
        return *known - 1;
    return add_definition(writer, letter, name, rest); // two texts of one hash: not shared
}
