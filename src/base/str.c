// The two string types: `str` borrows bytes, `buf` owns bytes that grow.
#include "base/str.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct str str_from(const char *terminated) {
    return terminated ? (struct str){terminated, strlen(terminated)} : STR_NONE;
}

bool str_equal(struct str a, struct str b) {
    return a.len == b.len && (a.len == 0 || memcmp(a.data, b.data, a.len) == 0);
}

bool str_is(struct str a, const char *terminated) {
    return str_equal(a, str_from(terminated));
}

int str_compare(struct str a, struct str b) {
    size_t common = a.len < b.len ? a.len : b.len;
    int order = common ? memcmp(a.data, b.data, common) : 0;
    if (order)
        return order;
    return (a.len > b.len) - (a.len < b.len);
}

bool str_starts(struct str s, struct str prefix) {
    return s.len >= prefix.len && str_equal(str_slice(s, 0, prefix.len), prefix);
}

bool str_ends(struct str s, struct str suffix) {
    return s.len >= suffix.len && str_equal(str_slice(s, s.len - suffix.len, s.len), suffix);
}

size_t str_find(struct str s, struct str needle, size_t from) {
    if (needle.len == 0)
        return from <= s.len ? from : SIZE_MAX;
    while (from < s.len && s.len - from >= needle.len) {
        const char *hit = memchr(s.data + from, needle.data[0], s.len - from - needle.len + 1);
        if (!hit)
            return SIZE_MAX;
        if (memcmp(hit, needle.data, needle.len) == 0)
            return (size_t)(hit - s.data);
        from = (size_t)(hit - s.data) + 1;
    }
    return SIZE_MAX;
}

struct str str_slice(struct str s, size_t from, size_t to) {
    if (to > s.len)
        to = s.len;
    if (from > to)
        from = to;
    return s.data ? (struct str){s.data + from, to - from} : STR_NONE;
}

static bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

struct str str_trim(struct str s) {
    size_t from = 0, to = s.len;
    while (from < to && is_space(s.data[from]))
        from++;
    while (to > from && is_space(s.data[to - 1]))
        to--;
    return str_slice(s, from, to);
}

uint64_t str_hash(struct str s) {
    uint64_t hash = 14695981039346656037u;
    for (size_t i = 0; i < s.len; i++)
        hash = (hash ^ (unsigned char)s.data[i]) * 1099511628211u;
    return hash;
}

struct str str_copy(struct arena *arena, struct str s) {
    char *copy = arena_alloc(arena, s.len + 1);
    if (s.len)
        memcpy(copy, s.data, s.len);
    return (struct str){copy, s.len};
}

const char *str_terminate(struct arena *arena, struct str s) {
    return str_copy(arena, s).data;
}

struct str str_vprintf(struct arena *arena, const char *format, va_list args) {
    va_list again;
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, again);
    va_end(again);
    if (len < 0)
        return STR_NONE;
    char *text = arena_alloc(arena, (size_t)len + 1);
    vsnprintf(text, (size_t)len + 1, format, args);
    return (struct str){text, (size_t)len};
}

struct str str_printf(struct arena *arena, const char *format, ...) {
    va_list args;
    va_start(args, format);
    struct str text = str_vprintf(arena, format, args);
    va_end(args);
    return text;
}

void buf_done(struct buf *buf) {
    free(buf->data);
    *buf = BUF_INIT(buf->arena);
}

void buf_clear(struct buf *buf) {
    buf->len = 0;
}

char *buf_reserve(struct buf *buf, size_t len) {
    if (buf->data && buf->capacity - buf->len > len)
        return buf->data + buf->len;
    size_t capacity = buf->capacity ? buf->capacity : 256;
    while (capacity - buf->len <= len && capacity < SIZE_MAX / 4)
        capacity *= 2;
    char *grown = capacity - buf->len > len ? realloc(buf->data, capacity) : NULL;
    if (!grown) {
        buf->arena->oom(len, buf->arena->oom_context);
        abort(); // the handler's contract: it does not return
    }
    buf->data = grown;
    buf->capacity = capacity;
    return buf->data + buf->len;
}

void buf_add(struct buf *buf, const void *data, size_t len) {
    char *end = buf_reserve(buf, len);
    if (len)
        memcpy(end, data, len);
    end[len] = '\0';
    buf->len += len;
}

void buf_add_char(struct buf *buf, char c) {
    buf_add(buf, &c, 1);
}

void buf_add_str(struct buf *buf, struct str s) {
    buf_add(buf, s.data, s.len);
}

void buf_add_text(struct buf *buf, const char *terminated) {
    buf_add(buf, terminated, strlen(terminated));
}

void buf_printf(struct buf *buf, const char *format, ...) {
    va_list args;
    va_start(args, format);
    int len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (len < 0)
        return;
    char *end = buf_reserve(buf, (size_t)len);
    va_start(args, format);
    vsnprintf(end, (size_t)len + 1, format, args);
    va_end(args);
    buf->len += (size_t)len;
}

struct str buf_str(const struct buf *buf) {
    return (struct str){buf->data, buf->len};
}
