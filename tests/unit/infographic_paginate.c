// Page breaks: the cases of tests/paging/*.txt.
//
// A case says what a page takes (height, numbers, repeated, ragged), then its units (`unit HEIGHT`
// with gap=, head=, foot=, cost=, numbers= and forced), then the pages wanted: `pages 1-2 3`.
#include "unit.h"

#include "base/file.h"
#include "config.h"
#include "infographic/paginate.h"

#include <glob.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_UNITS = 64 };

struct paging_case {
    struct page_limits limits;
    struct page_unit units[MOST_UNITS];
    size_t count;
    struct str expected;
};

static double value_of(const char *words, const char *key, double otherwise) {
    const char *at = strstr(words, key);
    return at ? strtod(at + strlen(key), NULL) : otherwise; // also "inf"
}

static void read_unit(struct paging_case *out, const char *words) {
    struct page_unit *unit = &out->units[out->count];
    assert_true(out->count < MOST_UNITS);
    double before = out->count ? unit[-1].bottom : 0;
    unit->top = before + (out->count ? value_of(words, "gap=", 0) : 0);
    unit->bottom = unit->top + strtod(words, NULL);
    unit->head = value_of(words, "head=", 0);
    unit->foot = value_of(words, "foot=", 0);
    unit->cost = value_of(words, "cost=", 0);
    unit->numbers = (unsigned)value_of(words, "numbers=", 0);
    unit->forced = strstr(words, "forced") != NULL;
    out->count++;
}

static void read_line(struct paging_case *out, const char *line) {
    if (strncmp(line, "unit ", 5) == 0)
        read_unit(out, line + 5);
    else if (strncmp(line, "height ", 7) == 0)
        out->limits.height = strtod(line + 7, NULL);
    else if (strncmp(line, "repeated ", 9) == 0)
        out->limits.repeated = strtod(line + 9, NULL);
    else if (strncmp(line, "numbers ", 8) == 0)
        out->limits.most_numbers = (unsigned)strtod(line + 8, NULL);
    else if (strcmp(line, "ragged") == 0)
        out->limits.ragged_last = true;
    else if (strncmp(line, "pages ", 6) == 0)
        out->expected = str_from(line + 6);
    else
        assert_true(*line == 0 || *line == '#');
}

static struct paging_case read_case(struct arena *arena, struct str path) {
    struct paging_case out = {0};
    struct diag diag;
    struct str text;
    diag_init(&diag, arena);
    assert_true(
        file_read(arena, &diag, (struct diag_place){.file = path}, path, FILE_LIMIT, &text));
    for (size_t from = 0; from < text.len;) {
        size_t end = str_find(text, STR("\n"), from);
        end = end == SIZE_MAX ? text.len : end;
        read_line(&out, str_terminate(arena, str_slice(text, from, end)));
        from = end + 1;
    }
    return out;
}

static struct str found_pages(struct arena *arena, const struct paging_case *one) {
    size_t ends[MOST_UNITS], first = 0;
    size_t pages = paginate(arena, one->units, one->count, &one->limits, ends);
    struct buf out = BUF_INIT(arena);
    for (size_t i = 0; i < pages; i++) {
        buf_printf(&out, ends[i] - first > 1 ? "%s%zu-%zu" : "%s%zu", i ? " " : "", first + 1,
                   ends[i]);
        first = ends[i];
    }
    struct str found = str_copy(arena, buf_str(&out));
    buf_done(&out);
    return found;
}

static void cuts_as_the_cases_say(void **state) {
    (void)state;
    glob_t paths;
    size_t failed = 0;
    assert_int_equal(glob(TUSHUO_SOURCE_DIR "/tests/paging/*.txt", 0, NULL, &paths), 0);
    for (size_t i = 0; i < paths.gl_pathc; i++) {
        struct arena arena;
        arena_init(&arena, NULL, NULL);
        struct paging_case one = read_case(&arena, str_from(paths.gl_pathv[i]));
        struct str found = found_pages(&arena, &one);
        if (!one.expected.len || !str_equal(found, one.expected)) {
            printf("%s: pages %.*s, expected %.*s\n", paths.gl_pathv[i], STR_ARG(found),
                   STR_ARG(one.expected));
            failed++;
        }
        arena_done(&arena);
    }
    globfree(&paths);
    assert_int_equal(failed, 0);
}

// Twice the units take about twice the work: many thousands are parted at once.
static void many_units(void **state) {
    (void)state;
    enum { COUNT = 200000, A_PAGE = 5 };
    struct arena arena;
    arena_init(&arena, NULL, NULL);
    struct page_unit *units = ARENA_ARRAY(&arena, COUNT, struct page_unit);
    size_t *ends = ARENA_ARRAY(&arena, COUNT, size_t);
    for (size_t i = 0; i < COUNT; i++)
        units[i] = (struct page_unit){.top = 100.0 * (double)i, .bottom = 100.0 * (double)(i + 1)};
    const struct page_limits limits = {.height = 100 * A_PAGE};
    assert_int_equal(paginate(&arena, units, COUNT, &limits, ends), COUNT / A_PAGE);
    assert_int_equal(ends[COUNT / A_PAGE - 1], COUNT);
    arena_done(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(cuts_as_the_cases_say),
                                       cmocka_unit_test(many_units)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
