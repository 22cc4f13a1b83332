// What tests of charts share: drawing a figure's JSON and looking into its scene.
#pragma once

#include "text_fixture.h"

#include "chart/chart.h"
#include "scene/check.h"

#include <math.h>

// Draws the figure, its own "style" object laid over the style's, in a frame of `frameWidth` and
// `frameHeight` px if it has them; false when it was refused (the reports are in the fixture).
static inline bool draw(struct fixture *fixture, const char *style, const char *figure,
                        struct scene *scene) {
    fixture->diag.count = fixture->diag.errors = 0;
    *scene = (struct scene){0};
    const struct json *json =
        json_parse(&fixture->arena, &fixture->diag, STR("figure.json"), str_from(figure));
    assert_non_null(json);
    struct document document = {.arena = &fixture->arena,
                                .folder = STR("."),
                                .language = json_string(json_get(json, "language"), STR("zh-Hans")),
                                .json = json};
    struct figure_request request = {
        .id = STR("f"),
        .title = json_string(json_get(json, "title"), STR_NONE),
        .subtitle = json_string(json_get(json, "subtitle"), STR_NONE),
        .unit_note = json_string(json_get(json, "unitNote"), STR_NONE),
        .json = json,
    };
    struct chart_context context = {
        .arena = &fixture->arena,
        .diag = &fixture->diag,
        .document = &document,
        .style = style_load(&fixture->arena, &fixture->diag, (struct diag_place){0},
                            str_from(style), STR("."), json_get(json, "style")),
        .text = fixture->text,
        .width = json_number(json_get(json, "frameWidth"), 0),
        .height = json_number(json_get(json, "frameHeight"), 0),
    };
    assert_non_null(context.style);
    return chart_draw(&context, &request, scene);
}

static inline void assert_near(double found, double expected) {
    if (!(fabs(found - expected) <= 0.01)) {
        fail_msg("%.3f instead of %.3f", found, expected);
    }
}

static inline size_t find_role(const struct scene *scene, enum scene_role role, size_t nth) {
    for (size_t i = 0; i < scene->count; i++) {
        if (scene->items[i].role == role && scene->items[i].kind != SCENE_GROUP && nth-- == 0) {
            return i;
        }
    }
    fail_msg("the scene has too few items of role %s", scene_role_class(role));
    return SIZE_MAX;
}

static inline size_t count_role(const struct scene *scene, enum scene_role role) {
    size_t count = 0;
    for (size_t i = 0; i < scene->count; i++) {
        count += scene->items[i].role == role && scene->items[i].kind != SCENE_GROUP;
    }
    return count;
}

static inline void check_bar(const struct scene *scene, size_t nth, struct rect expected) {
    struct rect bar = scene_item_bounds(scene, find_role(scene, ROLE_MARK_RECT, nth));
    assert_near(bar.x, expected.x);
    assert_near(bar.y, expected.y);
    assert_near(bar.width, expected.width);
    assert_near(bar.height, expected.height);
}

static inline void check_words(const struct scene *scene, enum scene_role role, size_t nth,
                               const char *words) {
    struct str found = scene->items[find_role(scene, role, nth)].text.words;
    if (!str_is(found, words)) {
        fail_msg("“%.*s” instead of “%s”", STR_ARG(found), words);
    }
}

static inline void check_error(const struct fixture *fixture, enum diag_code code) {
    for (size_t i = 0; i < fixture->diag.count; i++) {
        if (fixture->diag.entries[i].code == code) {
            return;
        }
    }
    fail_msg("no report of %s", diag_code_name(code));
}

// Bars of b for each a: upwards, and across.
#define COLUMNS                                                         \
    "\"encoding\": {\"x\": {\"field\": \"a\", \"type\": \"nominal\"}, " \
    "\"y\": {\"field\": \"b\", \"type\": \"quantitative\"}}"
#define ROWS                                                            \
    "\"encoding\": {\"y\": {\"field\": \"a\", \"type\": \"nominal\"}, " \
    "\"x\": {\"field\": \"b\", \"type\": \"quantitative\"}}"
