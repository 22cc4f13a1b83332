// What tests that set text share: a text engine with its arena and reports.
#pragma once

#include "unit.h"

#include "text/text.h"

struct fixture {
    struct arena arena;
    struct diag diag;
    struct text_engine *text;
};

static inline int open_fixture(void **state) {
    static struct fixture fixture;
    arena_init(&fixture.arena, NULL, NULL);
    diag_init(&fixture.diag, &fixture.arena);
    fixture.text = text_open(&fixture.arena, &fixture.diag, NULL);
    *state = &fixture;
    return fixture.text ? 0 : -1;
}

static inline int close_fixture(void **state) {
    struct fixture *fixture = *state;
    text_close(fixture->text);
    arena_done(&fixture->arena);
    return 0;
}
