// Arenas: zeroed and aligned memory, growth, reset, and the handler that does not return.
#include "unit.h"

#include "base/arena.h"

#include <setjmp.h>
#include <string.h>

static void memory_is_zeroed_aligned_and_apart(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena, NULL, NULL);
    unsigned char *blocks[300];
    for (size_t i = 0; i < 300; i++) {
        size_t size = i * 7 % 1000;
        blocks[i] = arena_alloc(&arena, size);
        assert_int_equal((uintptr_t)blocks[i] % 16, 0);
        for (size_t k = 0; k < size; k++)
            assert_int_equal(blocks[i][k], 0);
        memset(blocks[i], (int)i & 0xFF, size);
    }
    for (size_t i = 0; i < 300; i++)
        for (size_t k = 0; k < i * 7 % 1000; k++)
            assert_int_equal(blocks[i][k], i & 0xFF);
    assert_true(arena.used > 0);
    arena_reset(&arena);
    assert_int_equal(arena.used, 0);
    assert_non_null(arena_alloc(&arena, 0));
    arena_done(&arena);
}

// Something big must not waste the rest of the block in use.
static void small_ones_go_on_after_a_big_one(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena, NULL, NULL);
    char *first = arena_alloc(&arena, 16);
    char *big = arena_alloc(&arena, 1000 * 1000);
    char *second = arena_alloc(&arena, 16);
    memset(big, 1, 1000 * 1000);
    assert_ptr_equal(second, first + 16);
    arena_done(&arena);
}

static void grown_memory_keeps_what_it_held(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena, NULL, NULL);
    size_t *items = NULL, count = 0, capacity = 0;
    for (size_t i = 0; i < 1000; i++) {
        ARENA_RESERVE(&arena, items, count, capacity);
        items[count++] = i;
    }
    for (size_t i = 0; i < 1000; i++)
        assert_int_equal(items[i], i);
    char *grown = arena_grow(&arena, "ab", 2, 5);
    assert_memory_equal(grown, "ab\0\0\0", 5);
    assert_non_null(arena_grow(&arena, NULL, 0, 5));
    arena_done(&arena);
}

static void leave(size_t wanted, void *context) {
    (void)wanted;
    longjmp(*(jmp_buf *)context, 1);
}

static void what_cannot_be_had_calls_the_handler(void **state) {
    (void)state;
    jmp_buf home;
    struct arena arena;
    arena_init(&arena, leave, &home);
    volatile int left = 0;
    if (setjmp(home) == 0)
        arena_alloc(&arena, SIZE_MAX - 10);
    else
        left++;
    if (setjmp(home) == 0)
        arena_alloc_array(&arena, SIZE_MAX / 4, 8);
    else
        left++;
    assert_int_equal(left, 2);
    arena_done(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_is_zeroed_aligned_and_apart),
        cmocka_unit_test(small_ones_go_on_after_a_big_one),
        cmocka_unit_test(grown_memory_keeps_what_it_held),
        cmocka_unit_test(what_cannot_be_had_calls_the_handler),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
