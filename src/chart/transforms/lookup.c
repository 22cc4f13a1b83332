// lookup: columns of another table, found by a key.
#include "base/i18n.h"
#include "chart/group.h"
#include "chart/transforms/transform.h"

// The keys of the other table; of equal ones the last row counts, as in Vega.
struct keys {
    const struct value *values;
    size_t count, slot_count;
    size_t *slots; // row + 1, 0: free
};

static size_t slot_of(const struct keys *keys, struct value key) {
    size_t slot = group_hash(key) & (keys->slot_count - 1);
    while (keys->slots[slot] && group_compare(keys->values[keys->slots[slot] - 1], key)) {
        slot = (slot + 1) & (keys->slot_count - 1);
    }
    return slot;
}

static struct keys index_keys(struct arena *arena, const struct value *values, size_t count) {
    struct keys keys = {.values = values, .count = count, .slot_count = 16};
    while (keys.slot_count < 2 * count) {
        keys.slot_count *= 2;
    }
    keys.slots = ARENA_ARRAY(arena, keys.slot_count, size_t);
    for (size_t i = 0; i < count; i++) {
        keys.slots[slot_of(&keys, values[i])] = i + 1;
    }
    return keys;
}

// What rows without a partner get.
static struct value otherwise_of(const struct json *json) {
    if (json && json->kind == JSON_STRING) {
        return (struct value){.kind = VALUE_STRING, .string = json->string};
    }
    if (json && json->kind == JSON_BOOL) {
        return (struct value){.kind = VALUE_BOOL, .number = json->boolean};
    }
    return json && json->kind == JSON_NUMBER
               ? (struct value){.kind = VALUE_NUMBER, .number = json->number}
               : (struct value){.kind = VALUE_NULL};
}

static const struct table *apply(const struct transform_run *run, const struct table *table,
                                 const struct json *json) {
    const struct json *name = json_get(json, "lookup"), *from = json_get(json, "from");
    if (!from) {
        diag_error(run->diag, DIAG_MISSING_FIELD, json_place(run->arena, json),
                   STR("add \"from\": {\"data\": …, \"key\": …, \"fields\": […]}"),
                   _("the field “%s” is missing"), "from");
        return NULL;
    }
    const struct json *key = json_get(from, "key"), *fields = json_get(from, "fields");
    const struct table *other = run->find_data(run->context, json_get(from, "data"), from);
    const struct value *own = transform_column(run, table, name, name->string);
    const struct value *theirs = other ? transform_column(run, other, key, key->string) : NULL;
    size_t count;
    const struct value **columns = theirs ? transform_columns(run, other, fields, &count) : NULL;
    if (!own || !columns) {
        return NULL;
    }
    struct keys keys = index_keys(run->arena, theirs, other->row_count);
    struct value otherwise = otherwise_of(json_get(json, "default"));
    struct table *result = derived_rows(run->arena, table, NULL, table->row_count, count);
    const struct json *field = fields->first;
    for (size_t i = 0; i < count; i++, field = field->next) {
        struct value *values = ARENA_ARRAY(run->arena, table->row_count, struct value);
        for (size_t row = 0; row < table->row_count; row++) {
            size_t found = keys.slots[slot_of(&keys, own[row])];
            values[row] = found ? columns[i][found - 1] : otherwise;
        }
        derived_set(result, transform_name(json, i, field->string), values);
    }
    return result;
}

const struct transform transform_lookup = {"lookup", apply};
