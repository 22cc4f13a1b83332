// Very long and strange texts: memory in proportion, no hang, nothing but finite places.
#include "unit.h"

#include "text/text.h"

#include <math.h>
#include <string.h>

struct fixture {
    struct arena run, scratch;
    struct diag diag;
    struct text_engine *engine;
};

static int open_engine(void **state) {
    static struct fixture fixture;
    arena_init(&fixture.run, NULL, NULL);
    arena_init(&fixture.scratch, NULL, NULL);
    diag_init(&fixture.diag, &fixture.run);
    fixture.engine = text_open(&fixture.run, &fixture.diag, NULL);
    *state = &fixture;
    return fixture.engine ? 0 : -1;
}

static int close_engine(void **state) {
    struct fixture *fixture = *state;
    text_close(fixture->engine);
    arena_done(&fixture->scratch);
    arena_done(&fixture->run);
    return 0;
}

static struct str repeat(struct arena *arena, const char *part, size_t count) {
    size_t len = strlen(part);
    char *all = arena_alloc(arena, count * len);
    for (size_t i = 0; i < count; i++)
        memcpy(all + i * len, part, len);
    return (struct str){all, count * len};
}

static void check_finite(const struct text_block *block) {
    assert_true(isfinite(block->width) && isfinite(block->height));
    for (size_t i = 0; i < block->line_count; i++)
        assert_true(isfinite(block->lines[i].width) && isfinite(block->lines[i].y));
}

// Bytes of the arena that `count` repetitions of a part take.
static size_t memory_of(struct fixture *f, const char *part, size_t count,
                        struct text_request request) {
    request.words = repeat(&f->run, part, count);
    request.style = (struct text_style){.fonts = STR("sans, DejaVu Sans"), .size = 16};
    request.markup = true;
    arena_reset(&f->scratch);
    check_finite(text_set(f->engine, &f->scratch, &f->diag, &request));
    return f->scratch.used;
}

static void memory_grows_with_the_text(void **state) {
    static const char *const parts[] = {
        "深入开展主题教育活动300余场次，组织召开座谈会等100余次。",
        "，",
        "（",
        "。”",
        "“",
        "……",
        "——",
        "a",
        "1",
        " ",
        "\n",
        "[",
        "**",
        "^",
        "{",
        "\\",
        "{汉|hàn}",
        "[汉|dots]",
        "汉|",
        "]",
        "ש",
        "\u0301",
        "\u200B",
        "\u200D",
        "😀\u200D",
        "\uFEFF",
        "\t",
    };
    const struct text_request requests[] = {
        {.width = 320},
        {.width = 320, .mode = TEXT_JUSTIFY, .columns = 3, .indent = 2},
        {.width = 320, .vertical = true, .mode = TEXT_BALANCE},
        {.width = 320, .mode = TEXT_TRUNCATE},
    };
    enum { COUNT = 250, TIMES = 4 };
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        for (size_t k = 0; k < sizeof requests / sizeof *requests; k++) {
            size_t one = memory_of(f, parts[i], COUNT, requests[k]);
            size_t more = memory_of(f, parts[i], TIMES * COUNT, requests[k]);
            // arrays that grow double, so that some step may double once more
            if (more > 2 * TIMES * one + 65536)
                fail_msg("%s, request %zu: %zu and %zu bytes", parts[i], k, one, more);
        }
}

static void marks_in_a_row_end(void **state) {
    struct fixture *f = *state;
    const char *const parts[] = {"，", "“", "[", "**", "1"};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        memory_of(f, parts[i], 100000, (struct text_request){.width = 160});
}

static void a_megabyte_is_set(void **state) {
    struct fixture *f = *state;
    memory_of(f, "组织召开市县两级专题协商调研座谈会等100余次，", 1024 * 1024 / 64,
              (struct text_request){.width = 640});
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_grows_with_the_text),
        cmocka_unit_test(marks_in_a_row_end),
        cmocka_unit_test(a_megabyte_is_set),
    };
    return cmocka_run_group_tests(tests, open_engine, close_engine);
}
