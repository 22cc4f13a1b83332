// Writing a repetition out, by the rules of Vega-Lite's normalisation of repeat.
#include "chart/repeat.h"

#include "base/i18n.h"
#include "document/json_build.h"

// What {"repeat": name} stands for; NULL: another repetition's, or nobody's.
enum { LIST, ROW, COLUMN, LAYER, NAMES };
static const char *const names[] = {"repeat", "row", "column", "layer"};
struct fields {
    const struct json *of[NAMES];
};

static const struct json *find_field(const struct fields *fields, const struct json *value) {
    struct str name = json_string(json_get(value, "repeat"), STR_NONE);
    for (size_t i = 0; i < NAMES && value->count == 1; i++) {
        if (str_is(name, names[i])) {
            return fields->of[i];
        }
    }
    return NULL;
}

// An inner repetition has its own meaning for the names that it uses.
static struct fields without_inner(const struct fields *fields, const struct json *repeat) {
    struct fields left = *fields;
    if (repeat->kind == JSON_ARRAY) {
        left.of[LIST] = NULL;
    }
    for (size_t i = ROW; i < NAMES; i++) {
        left.of[i] = json_get(repeat, names[i]) ? NULL : left.of[i];
    }
    return left;
}

static struct json *put_fields(struct arena *arena, const struct json *value,
                               const struct fields *fields) {
    const struct json *field = find_field(fields, value);
    if (field) {
        struct json *copy = json_build_copy(arena, field);
        copy->key = value->key;
        return copy;
    }
    struct json *copy = json_build_copy(arena, value);
    if (str_is(value->key, "data")) {
        return copy; // rows are no fields
    }
    const struct json *inner = json_get(value, "spec") ? json_get(value, "repeat") : NULL;
    struct fields left = inner ? without_inner(fields, inner) : *fields;
    copy->first = NULL;
    copy->count = 0;
    for (const struct json *child = value->first; child; child = child->next) {
        json_build_add(copy, put_fields(arena, child, &left));
    }
    return copy;
}

// The repetition's members but its own two, and data that the repeated chart replaces.
static struct json *keep_rest(struct arena *arena, const struct json *json) {
    struct json *rest = json_build_new(arena, JSON_OBJECT, json);
    for (const struct json *member = json->first; member; member = member->next) {
        bool moved = str_is(member->key, "data") && json_get(json_get(json, "spec"), "data");
        if (!moved && !str_is(member->key, "repeat") && !str_is(member->key, "spec")) {
            json_build_add(rest, json_build_copy(arena, member));
        }
    }
    return rest;
}

static const struct json *write_layers(struct spec_reader *reader, const struct json *json) {
    struct arena *arena = reader->arena;
    const struct json *spec = json_get(json, "spec");
    const struct json *list = json_get(json_get(json, "repeat"), "layer");
    struct json *out = keep_rest(arena, json), *layers = json_build_new(arena, JSON_ARRAY, list);
    for (const struct json *field = list->first; field; field = field->next) {
        json_build_add(layers, put_fields(arena, spec, &(struct fields){.of = {[LAYER] = field}}));
    }
    json_build_set(out, "layer", layers);
    return out;
}

// {"repeat": {row, column, layer}} is a list of charts whose layers repeat.
static const struct json *split_layers(struct arena *arena, const struct json *json) {
    const struct json *repeat = json_get(json, "repeat"), *spec = json_get(json, "spec");
    struct json *outer = json_build_new(arena, JSON_OBJECT, repeat);
    struct json *inner = json_build_new(arena, JSON_OBJECT, repeat);
    for (const struct json *part = repeat->first; part; part = part->next) {
        bool layer = str_is(part->key, "layer");
        json_build_add(layer ? inner : outer, json_build_copy(arena, part));
    }
    struct json *chart = json_build_new(arena, JSON_OBJECT, spec), *out = keep_rest(arena, json);
    json_build_set(chart, "repeat", inner);
    json_build_set(chart, "spec", json_build_copy(arena, spec));
    json_build_set(out, "repeat", outer);
    json_build_set(out, "spec", chart);
    return out;
}

static size_t count_of(const struct json *list) {
    return list ? list->count : 1;
}

// The rows are read once, for all charts.
static const struct json *without_data(struct arena *arena, const struct json *spec) {
    struct json *rest = json_build_new(arena, JSON_OBJECT, spec);
    for (const struct json *member = spec->first; member; member = member->next) {
        if (!str_is(member->key, "data")) {
            json_build_add(rest, json_build_copy(arena, member));
        }
    }
    return rest;
}

static void add_title(struct arena *arena, struct json *owner, const struct json *field) {
    if (!json_get(owner, "title")) {
        json_build_set(owner, "title", json_build_copy(arena, field));
    }
}

// The chart's title says which field of a list it has, the axes' titles those of rows and columns.
static void name_fields(struct arena *arena, const struct json *spec, struct json *view,
                        const struct fields *fields) {
    if (fields->of[LIST]) {
        add_title(arena, view, fields->of[LIST]);
        return;
    }
    const struct json *written = json_get(spec, "encoding"), *encoding = json_get(view, "encoding");
    for (const struct json *channel = written ? written->first : NULL; channel;
         channel = channel->next) {
        const struct json *field = json_get(channel, "field");
        field = field ? find_field(fields, field) : NULL;
        if (field) {
            add_title(arena, (struct json *)json_get_str(encoding, channel->key), field);
        }
    }
}

// Vega-Lite's order: lists, then rows, then columns the fastest.
static void add_charts(struct spec_reader *reader, const struct json *json, struct json *views) {
    const struct json *repeat = json_get(json, "repeat");
    const struct json *spec = without_data(reader->arena, json_get(json, "spec"));
    const struct json *list = repeat->kind == JSON_ARRAY ? repeat : NULL;
    const struct json *rows = json_get(repeat, "row"), *columns = json_get(repeat, "column");
    for (size_t i = 0; i < count_of(list); i++) {
        for (size_t r = 0; r < count_of(rows); r++) {
            for (size_t c = 0; c < count_of(columns); c++) {
                struct fields fields = {.of = {[LIST] = json_at(list, i),
                                               [ROW] = json_at(rows, r),
                                               [COLUMN] = json_at(columns, c)}};
                struct json *view = put_fields(reader->arena, spec, &fields);
                if (reader->names_fields) {
                    name_fields(reader->arena, spec, view, &fields);
                }
                json_build_add(views, view);
            }
        }
    }
}

static void set_number(struct arena *arena, struct json *object, const char *key, double number) {
    struct json *value = json_build_new(arena, JSON_NUMBER, object);
    value->number = number;
    json_build_set(object, key, value);
}

static const struct json *write_list(struct spec_reader *reader, const struct json *json) {
    struct arena *arena = reader->arena;
    const struct json *repeat = json_get(json, "repeat"), *columns = json_get(json, "columns");
    size_t count = count_of(json_get(repeat, "row")) * count_of(json_get(repeat, "column"));
    count *= repeat->kind == JSON_ARRAY ? repeat->count : 1;
    if (columns && repeat->kind != JSON_ARRAY) {
        diag_error(reader->diag, DIAG_CONFLICT, json_key_place(arena, columns),
                   STR("\"column\" says how many stand side by side"),
                   _("“%s” does not go with “%s”"), "columns", "repeat");
        return NULL;
    }
    if (count > SPEC_VIEW_LIMIT && !spec_count_views(reader, repeat, count)) {
        return NULL; // before they are made
    }
    struct json *out = keep_rest(arena, json);
    if (repeat->kind != JSON_ARRAY) {
        set_number(arena, out, "columns", (double)count_of(json_get(repeat, "column")));
    }
    if (!json_get(json, "align")) {
        struct json *all = json_build_new(arena, JSON_STRING, out);
        all->string = STR("all");
        json_build_set(out, "align", all);
    }
    const struct json *data = json_get(json_get(json, "spec"), "data");
    if (data) {
        json_build_add(out, json_build_copy(arena, data));
    }
    struct json *views = json_build_new(arena, JSON_ARRAY, repeat);
    add_charts(reader, json, views);
    json_build_set(out, "concat", views);
    return out;
}

const struct json *repeat_write_out(struct spec_reader *reader, const struct json *json) {
    const struct json *repeat = json_get(json, "repeat"), *layer = json_get(repeat, "layer");
    if (layer && repeat->count > 1) {
        json = split_layers(reader->arena, json);
        layer = NULL;
    }
    return layer ? write_layers(reader, json) : write_list(reader, json);
}
