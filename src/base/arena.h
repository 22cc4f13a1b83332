// Arenas: memory that is given back all at once.
//
// A run has two arenas: one for the run (styles, tables, requests, fonts) and one for the figure
// (spec, layout, scene), reset after each figure. What lives in an arena is never freed singly.
// Running out of memory calls the arena's handler, which must not return; no caller checks.
#pragma once

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

// Called when `wanted` bytes cannot be had. It must not return (longjmp or exit).
typedef void arena_oom_fn(size_t wanted, void *context);

struct arena_block;

struct arena {
    struct arena_block *blocks; // newest first
    size_t used;                // bytes handed out since init or reset
    arena_oom_fn *oom;
    void *oom_context;
};

// `oom` may be NULL: the default prints nothing and aborts.
void arena_init(struct arena *arena, arena_oom_fn *oom, void *context);

// Frees everything handed out; the arena can be used again.
void arena_reset(struct arena *arena);

void arena_done(struct arena *arena);

// Zeroed memory aligned for any type. Never NULL; size 0 gives a valid pointer to nothing.
void *arena_alloc(struct arena *arena, size_t size);

// As arena_alloc for `count` elements; an overflow of the product is an out of memory.
void *arena_alloc_array(struct arena *arena, size_t count, size_t size);

// A copy of `size` bytes of `old` in an allocation of `new_size` (the rest zeroed).
void *arena_grow(struct arena *arena, const void *old, size_t size, size_t new_size);

#define ARENA_NEW(arena, type) ((type *)arena_alloc((arena), sizeof(type)))
#define ARENA_ARRAY(arena, count, type) ((type *)arena_alloc_array((arena), (count), sizeof(type)))

// Makes room for one more element in an arena array: `items` (a pointer lvalue), its `count` and
// `capacity` (size_t lvalues). Appends with: ARENA_RESERVE(a, v, n, cap); v[n++] = x;
#define ARENA_RESERVE(arena, items, count, capacity)                          \
    do {                                                                      \
        if ((count) == (capacity)) {                                          \
            size_t reserve_new = (capacity) ? 2 * (capacity) : 8;             \
            (items) = arena_grow((arena), (items), (count) * sizeof *(items), \
                                 reserve_new * sizeof *(items));              \
            (capacity) = reserve_new;                                         \
        }                                                                     \
    } while (0)
