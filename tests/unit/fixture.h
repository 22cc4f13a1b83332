// What most tests share: an arena and the reports of a run.
#pragma once

#include "unit.h"

#include "base/diag.h"

struct fixture {
    struct arena arena;
    struct diag diag;
};

static inline int open_fixture(void **state) {
    static struct fixture fixture;
    arena_init(&fixture.arena, NULL, NULL);
    diag_init(&fixture.diag, &fixture.arena);
    *state = &fixture;
    return 0;
}

static inline int close_fixture(void **state) {
    struct fixture *fixture = *state;
    arena_done(&fixture->arena);
    return 0;
}
