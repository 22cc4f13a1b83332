// The two string types: `str` borrows bytes, `buf` owns bytes that grow.
//
// Both hold UTF-8 unless a comment says otherwise. A str is not terminated by NUL.
#pragma once

#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>

struct str {
    const char *data;
    size_t len;
};

#define STR(literal) ((struct str){"" literal, sizeof(literal) - 1})
// In constant tables, where C11 wants no compound literal.
#define STR_INIT(literal) \
    { "" literal, sizeof(literal) - 1 }
#define STR_NONE ((struct str){0})
// For printf's "%.*s".
#define STR_ARG(s) (int)(s).len, (s).data

struct str str_from(const char *terminated); // borrows; NULL gives STR_NONE
bool str_equal(struct str a, struct str b);
bool str_is(struct str a, const char *terminated);
int str_compare(struct str a, struct str b); // by bytes, that is by code point
bool str_starts(struct str s, struct str prefix);
bool str_ends(struct str s, struct str suffix);
// Offset of the first `needle` at or after `from`, or SIZE_MAX.
size_t str_find(struct str s, struct str needle, size_t from);
struct str str_slice(struct str s, size_t from, size_t to); // [from, to), clamped
struct str str_trim(struct str s);                          // without ASCII space at the ends
uint64_t str_hash(struct str s);                            // FNV-1a; same in every run

// Copies into the arena, with a NUL behind the last byte.
struct str str_copy(struct arena *arena, struct str s);
const char *str_terminate(struct arena *arena, struct str s);
struct str str_printf(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
struct str str_vprintf(struct arena *arena, const char *format, va_list args)
    __attribute__((format(printf, 2, 0)));

// Grows in an arena-independent allocation; init with BUF_INIT(oom handler's arena), free with
// buf_done. `arena` is only asked for its out of memory handler.
struct buf {
    char *data; // NUL behind the last byte once anything was added
    size_t len, capacity;
    struct arena *arena;
};

#define BUF_INIT(arena_pointer) ((struct buf){.arena = (arena_pointer)})

void buf_done(struct buf *buf);
void buf_clear(struct buf *buf); // keeps the allocation
void buf_add(struct buf *buf, const void *data, size_t len);
void buf_add_char(struct buf *buf, char c);
void buf_add_str(struct buf *buf, struct str s);
void buf_add_text(struct buf *buf, const char *terminated);
void buf_printf(struct buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));
// Room for `len` more bytes; returns where they go. Add what was written to buf->len.
char *buf_reserve(struct buf *buf, size_t len);
struct str buf_str(const struct buf *buf); // borrowed until the next change
