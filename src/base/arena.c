// Arenas: memory that is given back all at once.
#include "base/arena.h"

#include <stdlib.h>
#include <string.h>

enum { BLOCK_SIZE = 64 * 1024, ALIGNMENT = 16 };

struct arena_block {
    struct arena_block *next;
    size_t used, size; // of the bytes that follow the header
    _Alignas(ALIGNMENT) unsigned char bytes[];
};

static void abort_run(size_t wanted, void *context) {
    (void)wanted;
    (void)context;
    abort();
}

void arena_init(struct arena *arena, arena_oom_fn *oom, void *context) {
    *arena = (struct arena){.oom = oom ? oom : abort_run, .oom_context = context};
}

void arena_reset(struct arena *arena) {
    struct arena_block *block = arena->blocks;
    while (block) {
        struct arena_block *next = block->next;
        free(block);
        block = next;
    }
    arena->blocks = NULL;
    arena->used = 0;
}

void arena_done(struct arena *arena) {
    arena_reset(arena);
}

static struct arena_block *add_block(struct arena *arena, size_t size) {
    size_t room = size > BLOCK_SIZE / 4 ? size : BLOCK_SIZE;
    struct arena_block *block = calloc(1, sizeof *block + room);
    if (!block) {
        arena->oom(size, arena->oom_context);
        abort(); // the handler's contract: it does not return
    }
    block->size = room;
    // A block made for one big thing goes behind the newest, whose rest stays in use.
    if (room == size && arena->blocks) {
        block->next = arena->blocks->next;
        arena->blocks->next = block;
    } else {
        block->next = arena->blocks;
        arena->blocks = block;
    }
    return block;
}

void *arena_alloc(struct arena *arena, size_t size) {
    if (size > SIZE_MAX / 2) {
        arena->oom(size, arena->oom_context);
        abort();
    }
    size_t rounded = (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
    struct arena_block *block = arena->blocks;
    if (!block || block->size - block->used < rounded)
        block = add_block(arena, rounded);
    void *memory = block->bytes + block->used;
    block->used += rounded;
    arena->used += rounded;
    return memory;
}

void *arena_alloc_array(struct arena *arena, size_t count, size_t size) {
    if (size && count > SIZE_MAX / 2 / size) {
        arena->oom(SIZE_MAX, arena->oom_context);
        abort();
    }
    return arena_alloc(arena, count * size);
}

void *arena_grow(struct arena *arena, const void *old, size_t size, size_t new_size) {
    void *memory = arena_alloc(arena, new_size);
    if (size)
        memcpy(memory, old, size);
    return memory;
}
