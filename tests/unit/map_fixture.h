// Drawing a map from a figure's JSON, and looking into its scene.
#pragma once

#include "text_fixture.h"

#include "map/map.h"
#include "scene/check.h"

static inline bool draw_in(struct fixture *f, const char *language, const char *figure,
                           double width, double height, struct scene *scene) {
    f->diag.count = f->diag.errors = f->diag.warnings = 0;
    const struct json *json = json_parse(&f->arena, &f->diag, STR("f.json"), str_from(figure));
    assert_non_null(json);
    assert_true(shape_check(&f->arena, &f->diag, json_get(json, "map"), &map_shape));
    struct document document = {
        .arena = &f->arena, .folder = STR("."), .language = str_from(language), .json = json};
    struct figure_request request = {.id = STR("f"), .title = STR("标题"), .json = json};
    struct map_context context = {.arena = &f->arena,
                                  .diag = &f->diag,
                                  .document = &document,
                                  .style = style_load(&f->arena, &f->diag, (struct diag_place){0},
                                                      STR("rong"), STR("."), NULL),
                                  .text = f->text,
                                  .width = width,
                                  .height = height};
    return map_draw(&context, &request, scene);
}

static inline bool draw(struct fixture *f, const char *figure, double width, double height,
                        struct scene *scene) {
    return draw_in(f, "zh-Hans", figure, width, height, scene);
}

static inline size_t count_role(const struct scene *scene, enum scene_role role) {
    size_t count = 0;
    for (size_t i = 0; i < scene->count; i++) {
        count += scene->items[i].role == role && scene->items[i].kind != SCENE_GROUP;
    }
    return count;
}

static inline const struct scene_item *find_label(const struct scene *scene, const char *start) {
    for (size_t i = 0; i < scene->count; i++) {
        if (scene->items[i].role == ROLE_REGION &&
            str_starts(scene->items[i].label, str_from(start))) {
            return &scene->items[i];
        }
    }
    fail_msg("no region is labelled %s", start);
    return NULL;
}

static inline bool has_words(const struct scene *scene, const char *words) {
    for (size_t i = 0; i < scene->count; i++) {
        if (scene->items[i].kind == SCENE_TEXT && str_is(scene->items[i].text.words, words)) {
            return true;
        }
    }
    return false;
}

static inline void check_said(const struct fixture *f, enum diag_code code, const char *part) {
    for (size_t i = 0; i < f->diag.count; i++) {
        const struct diag_entry *entry = &f->diag.entries[i];
        if (entry->code == code && (str_find(entry->message, str_from(part), 0) != SIZE_MAX ||
                                    str_find(entry->hint, str_from(part), 0) != SIZE_MAX)) {
            return;
        }
    }
    fail_msg("nothing of %s with “%s” was said", diag_code_name(code), part);
}

#define DATA(rows) "\"data\": {\"values\": [" rows "]}"
#define MAP(keys) "\"map\": {\"base\": \"sichuan\", \"approval\": \"示意图\", " keys "}"
