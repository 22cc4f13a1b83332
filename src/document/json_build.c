// Values made of values.
#include "document/json_build.h"

// Members are linked by their own `next`, so each is copied to stand in a list of its own.
static void copy_children(struct arena *arena, const struct json *from, struct json *to) {
    to->first = NULL;
    struct json *last = NULL;
    for (const struct json *child = from->first; child; child = child->next) {
        struct json *copy = ARENA_NEW(arena, struct json);
        *copy = *child;
        copy->next = NULL;
        if (last) {
            last->next = copy;
        } else {
            to->first = copy;
        }
        last = copy;
    }
}

struct json *json_build_copy(struct arena *arena, const struct json *value) {
    struct json *copy = ARENA_NEW(arena, struct json);
    *copy = *value;
    copy->next = NULL;
    copy_children(arena, value, copy);
    return copy;
}

struct json *json_build_new(struct arena *arena, enum json_kind kind, const struct json *origin) {
    struct json *value = ARENA_NEW(arena, struct json);
    *value = *origin;
    value->kind = kind;
    value->first = value->next = NULL;
    value->count = 0;
    return value;
}

void json_build_add(struct json *parent, struct json *child) {
    struct json *last = (struct json *)parent->first;
    while (last && last->next) {
        last = (struct json *)last->next;
    }
    if (last) {
        last->next = child;
    } else {
        parent->first = child;
    }
    parent->count++;
}

void json_build_set(struct json *parent, const char *key, struct json *child) {
    child->key = str_from(key);
    json_build_add(parent, child);
}
