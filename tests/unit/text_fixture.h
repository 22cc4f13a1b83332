// What tests of the text engine share: an engine with its arena and reports.
#pragma once

#include "unit.h"

#include "text/text.h"

#include <math.h>

struct fixture {
    struct arena arena;
    struct diag diag;
    struct text_engine *engine;
};

#define assert_near(a, b, within) assert_true(fabs((a) - (b)) <= (within))

static inline int open_engine(void **state) {
    static struct fixture fixture;
    arena_init(&fixture.arena, NULL, NULL);
    diag_init(&fixture.diag, &fixture.arena);
    fixture.engine = text_open(&fixture.arena, &fixture.diag, NULL);
    *state = &fixture;
    return fixture.engine ? 0 : -1;
}

static inline int close_engine(void **state) {
    struct fixture *fixture = *state;
    text_close(fixture->engine);
    arena_done(&fixture->arena);
    return 0;
}
