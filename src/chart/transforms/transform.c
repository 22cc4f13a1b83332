// Choosing and checking transforms, and their common parts.
#include "chart/transforms/transform.h"

#include "base/i18n.h"
#include "base/sort.h"
#include "chart/find_column.h"
#include "chart/group.h"

#include <string.h>

static const struct known {
    const struct transform *transform;
    const char *keys;
} known[] = {
#define TRANSFORM(name, keys) {&transform_##name, keys},
#include "chart/transforms/transforms.def"
#undef TRANSFORM
};
enum { KNOWN_COUNT = sizeof known / sizeof *known };

static const struct known *find(const struct transform_run *run, const struct json *json) {
    // stack has a key `sort` and window too, so the name is what counts.
    for (size_t i = 0; i < KNOWN_COUNT; i++) {
        if (json_get(json, known[i].transform->name)) {
            return &known[i];
        }
    }
    diag_error(run->diag, DIAG_MISSING_FIELD, json_place(run->arena, json),
               STR("write for instance {\"filter\": \"datum.value > 0\"}"),
               _("the transform says not what it does"));
    return NULL;
}

static bool has_word(const char *list, struct str word) {
    size_t len = strlen(list);
    for (size_t at = 0; at < len;) {
        size_t end = at + strcspn(list + at, " ");
        if (word.len == end - at && !memcmp(list + at, word.data, word.len)) {
            return true;
        }
        at = end + 1;
    }
    return false;
}

static bool check_keys(const struct transform_run *run, const struct known *one,
                       const struct json *json) {
    bool sound = true;
    for (const struct json *key = json->first; key; key = key->next) {
        if (!str_is(key->key, one->transform->name) && !has_word(one->keys, key->key)) {
            diag_error(run->diag, DIAG_UNKNOWN_FIELD, json_key_place(run->arena, key), STR_NONE,
                       _("the transform “%s” has no key “%.*s”"), one->transform->name,
                       STR_ARG(key->key));
            sound = false;
        }
    }
    return sound;
}

const struct table *transforms_apply(const struct transform_run *run, const struct table *table,
                                     const struct json *list) {
    for (const struct json *json = list ? list->first : NULL; json && table; json = json->next) {
        const struct known *one = find(run, json);
        bool sound = one && check_keys(run, one, json);
        table = sound ? one->transform->apply(run, table, json) : NULL;
    }
    return table;
}

struct str transform_name(const struct json *json, size_t index, struct str otherwise) {
    const struct json *as = json_get(json, "as");
    const struct json *name = as && as->kind == JSON_ARRAY ? json_at(as, index)
                              : index == 0                 ? as
                                                           : NULL;
    return json_string(name, otherwise);
}

const struct value *transform_column(const struct transform_run *run, const struct table *table,
                                     const struct json *json, struct str name) {
    size_t column = find_column(run->arena, run->diag, table, json, name);
    return column == SIZE_MAX ? NULL : table->columns[column].values;
}

const struct value **transform_columns(const struct transform_run *run, const struct table *table,
                                       const struct json *list, size_t *count) {
    *count = 0;
    const struct value **columns =
        ARENA_ARRAY(run->arena, list ? list->count : 0, const struct value *);
    for (const struct json *name = list ? list->first : NULL; name; name = name->next) {
        columns[*count] = transform_column(run, table, name, name->string);
        if (!columns[(*count)++]) {
            return NULL;
        }
    }
    return columns;
}

void transform_keep_groups(const struct transform_run *run, const struct table *table,
                           const struct json *groupby, const size_t *rows, struct table *result) {
    for (const struct json *one = groupby ? groupby->first : NULL; one; one = one->next) {
        const struct value *column = transform_column(run, table, one, one->string);
        struct value *values = ARENA_ARRAY(run->arena, result->row_count, struct value);
        for (size_t row = 0; row < result->row_count; row++) {
            values[row] = column[rows[row]];
        }
        derived_set(result, one->string, values);
    }
}

struct ordering {
    const struct table *table;
    const struct json *sort;
};

static int compare_rows(const void *a, const void *b, const void *context) {
    const struct ordering *ordering = context;
    size_t x = *(const size_t *)a, y = *(const size_t *)b;
    for (const struct json *key = ordering->sort->first; key; key = key->next) {
        size_t column =
            table_find_column(ordering->table, json_string(json_get(key, "field"), STR_NONE));
        const struct value *values = ordering->table->columns[column].values;
        int order = group_compare(values[x], values[y]);
        if (order) {
            struct str word = json_string(json_get(key, "order"), STR_NONE);
            return str_is(word, "descending") ? -order : order;
        }
    }
    return 0;
}

bool transform_are_peers(const struct table *table, const struct json *sort, size_t a, size_t b) {
    const struct ordering ordering = {table, sort};
    return sort && sort->count && compare_rows(&a, &b, &ordering) == 0;
}

size_t *transform_order(const struct transform_run *run, const struct table *table,
                        const struct json *sort) {
    size_t *order = ARENA_ARRAY(run->arena, table->row_count, size_t);
    for (size_t i = 0; i < table->row_count; i++) {
        order[i] = i;
    }
    for (const struct json *key = sort ? sort->first : NULL; key; key = key->next) {
        struct str field = json_string(json_get(key, "field"), STR_NONE);
        if (!transform_column(run, table, key, field)) {
            return NULL;
        }
    }
    if (sort && table->row_count) {
        const struct ordering ordering = {table, sort};
        sort_stable(run->arena, order, table->row_count, sizeof *order, compare_rows, &ordering);
    }
    return order;
}
