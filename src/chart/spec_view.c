// Reading a spec: the tree of its views, down to the layers of each chart.
#include "chart/spec_reader.h"

#include "base/i18n.h"
#include "chart/expand.h"
#include "chart/repeat.h"

#include <math.h>

static bool fail(struct spec_reader *reader) {
    reader->failed = true;
    return false;
}

// Data of its own is another table, which the steps and the facets of the outer one do not know.
static struct inherited inherit(const struct inherited *outer, const struct json *json,
                                bool layered) {
    struct inherited own = *outer;
    const struct json *data = json_get(json, "data"), *encoding = json_get(json, "encoding");
    const struct json *transform = json_get(json, "transform"), *mixed = json_get(json, "mixed");
    if (data) {
        own.data = data;
        own.transform_count = 0;
        own.facet = layered ? NULL : own.facet;
    }
    own.mixed = mixed ? mixed : own.mixed;
    if (transform) {
        own.transforms[own.transform_count++] = transform;
    }
    if (encoding) {
        own.encodings[own.encoding_count++] = encoding;
    }
    return own;
}

// ---- what stands in a view

static const char *const contents[] = {"mark",    "layer",   "facet", "repeat",
                                       "hconcat", "vconcat", "concat"};
enum { CONTENTS = sizeof contents / sizeof *contents };

// The key of the view's one content; NULL when a fault was reported.
static const char *find_content(struct spec_reader *reader, const struct json *json) {
    const char *found = NULL;
    for (size_t i = 0; i < CONTENTS; i++) {
        const struct json *one = json_get(json, contents[i]);
        if (one && found) {
            diag_error(reader->diag, DIAG_CONFLICT, json_key_place(reader->arena, one), STR_NONE,
                       _("a chart has either “%s” or “%s”"), found, contents[i]);
            return NULL;
        }
        found = one ? contents[i] : found;
    }
    bool repeats = found && (str_is(STR("facet"), found) || str_is(STR("repeat"), found));
    if (repeats != (json_get(json, "spec") != NULL)) {
        diag_error(reader->diag, DIAG_MISSING_FIELD, json_place(reader->arena, json),
                   STR("\"facet\" says the field, \"spec\" the chart that is repeated"),
                   _("“facet” or “repeat” goes together with “spec”"));
        return NULL;
    }
    if (!found) {
        diag_error(reader->diag, DIAG_MISSING_FIELD, json_place(reader->arena, json),
                   STR("add \"mark\": \"bar\""), _("a chart needs a “mark”"));
    }
    return found;
}

// A selection that is made from the beginning would change what is drawn.
static bool check_parameters(struct spec_reader *reader, const struct json *parameters) {
    for (const struct json *one = parameters ? parameters->first : NULL; one; one = one->next) {
        const struct json *value = json_get(one, "value");
        if (json_get(one, "select") && value && value->kind != JSON_NULL) {
            diag_error(reader->diag, DIAG_UNSUPPORTED, json_key_place(reader->arena, value),
                       STR("write the test in the condition"),
                       _("a selection from the beginning is not supported"));
            return fail(reader);
        }
    }
    return true;
}

// ---- charts

// The chart's, or that of its first layer that has one.
static struct extent_spec read_extent(const struct json *chart, const char *key) {
    const struct json *json = json_get(chart, key), *layer = json_get(chart, "layer");
    struct extent_spec extent = {0};
    for (const struct json *one = layer ? layer->first : NULL; one && !json; one = one->next) {
        extent = extent.px > 0 || extent.step > 0 ? extent : read_extent(one, key);
    }
    return !json ? extent
                 : (struct extent_spec){
                       .px = json && json->kind == JSON_NUMBER ? json->number : 0,
                       .step = json_number(json_get(json, "step"), 0),
                   };
}

static size_t count_units(const struct json *json) {
    const struct json *layer = json_get(json, "layer");
    size_t count = layer ? 0 : 1;
    for (const struct json *one = layer ? layer->first : NULL; one; one = one->next) {
        count += count_units(one);
    }
    return count;
}

static bool read_layers(struct spec_reader *reader, const struct inherited *outer,
                        const struct json *json, size_t depth, struct chart_spec *spec) {
    const char *content = find_content(reader, json);
    if (!content || depth > SPEC_DEPTH_LIMIT ||
        !check_parameters(reader, json_get(json, "params"))) {
        return fail(reader);
    }
    if (str_is(STR("mark"), content)) {
        struct unit_spec *unit = &spec->units[spec->unit_count++];
        unit->layer = reader->layer;
        spec_read_unit(reader, outer, json, unit);
        return true;
    }
    if (!str_is(STR("layer"), content)) {
        diag_error(reader->diag, DIAG_UNSUPPORTED,
                   json_key_place(reader->arena, json_get(json, content)),
                   STR("layers and the charts of a facet are marks, or layers of marks"),
                   _("“%s” cannot stand here"), content);
        return fail(reader);
    }
    for (const struct json *one = json_get(json, "layer")->first; one; one = one->next) {
        struct inherited own = inherit(outer, one, true);
        reader->layer = depth ? reader->layer : one->index;
        if (!read_layers(reader, &own, one, depth + 1, spec)) {
            return false;
        }
    }
    return true;
}

// The picture's size and the plot's would contradict each other.
static bool check_size(struct spec_reader *reader, const struct json *root,
                       const struct json *json) {
    const struct json *size =
        json_get(root, "size") ? json_get(root, "size") : json_get(root, "sizes");
    const struct json *extent =
        json_get(json, "width") ? json_get(json, "width") : json_get(json, "height");
    if (size && extent) {
        diag_error(reader->diag, DIAG_CONFLICT, json_key_place(reader->arena, extent),
                   STR("keep one of them"),
                   _("“width” and “height” are the plot's size, “size” the picture's"));
        return fail(reader);
    }
    return true;
}

// `json` has the layers or the mark.
static bool read_chart(struct spec_reader *reader, const struct inherited *own,
                       const struct json *json, struct view_spec *view) {
    struct chart_spec *spec = ARENA_NEW(reader->arena, struct chart_spec);
    size_t count = count_units(json);
    if (count > SPEC_UNIT_LIMIT) {
        diag_error(reader->diag, DIAG_LIMIT, json_place(reader->arena, json), STR_NONE,
                   _("%zu layers are more than a chart can have (%d)"), count, SPEC_UNIT_LIMIT);
        return fail(reader);
    }
    spec->width = read_extent(json, "width");
    spec->height = read_extent(json, "height");
    const struct json *projection = json_get(json, "projection");
    spec->projection = projection ? projection : own->projection;
    spec->units = ARENA_ARRAY(reader->arena, count, struct unit_spec);
    view->chart = spec;
    return read_layers(reader, own, json, 0, spec) && !reader->failed;
}

static bool read_facet(struct spec_reader *reader, const struct inherited *own,
                       const struct json *json, struct view_spec *view) {
    const struct json *spec = json_get(json, "spec");
    struct inherited inner = inherit(own, spec, false);
    inner.facet = json;
    inner.projection = json_get(json, "projection");
    return read_chart(reader, &inner, spec, view);
}

// ---- lists

// A pair of words, numbers or switches: one for both, or by column and row.
static const struct json *part_of(const struct json *pair, bool row) {
    return pair && pair->kind == JSON_OBJECT ? json_get(pair, row ? "row" : "column") : pair;
}

static enum view_align read_align(const struct json *word) {
    struct str align = json_string(word, STR("each"));
    return str_is(align, "none")  ? VIEW_ALIGN_NONE
           : str_is(align, "all") ? VIEW_ALIGN_ALL
                                  : VIEW_ALIGN_EACH;
}

static void read_arrangement(const struct json *json, struct view_spec *view) {
    for (int row = 0; row < 2; row++) {
        view->spacing[row] = json_number(part_of(json_get(json, "spacing"), row), NAN);
        view->align[row] = read_align(part_of(json_get(json, "align"), row));
        view->center[row] = json_bool(part_of(json_get(json, "center"), row), false);
    }
    view->flush = str_is(json_string(json_get(json, "bounds"), STR_NONE), "flush");
}

static void read_resolve(const struct json *json, enum choice choices[CHANNEL_COUNT]) {
    for (const struct json *word = json ? json->first : NULL; word; word = word->next) {
        enum channel channel = channel_find(word->key);
        if (channel < CHANNEL_COUNT) {
            choices[channel] = str_is(word->string, "shared") ? CHOICE_YES : CHOICE_NO;
        }
    }
}

bool spec_count_views(struct spec_reader *reader, const struct json *json, size_t count) {
    reader->views += count;
    if (reader->views <= SPEC_VIEW_LIMIT) {
        return true;
    }
    diag_error(reader->diag, DIAG_LIMIT, json_key_place(reader->arena, json),
               STR("make several figures of them"),
               _("%zu charts are more than a picture can hold (%d)"), reader->views,
               SPEC_VIEW_LIMIT);
    return fail(reader);
}

// Keys that mean something only where a chart, or lines of views, are.
static bool check_list(struct spec_reader *reader, const struct json *json, const char *content) {
    static const char *const keys[] = {"width", "height", "columns", "projection"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        const struct json *key = json_get(json, keys[i]);
        bool meant = str_is(STR("columns"), keys[i]) && str_is(STR("concat"), content);
        if (key && !meant) {
            diag_error(reader->diag, DIAG_UNSUPPORTED, json_key_place(reader->arena, key),
                       STR("width, height and projection belong to the charts in the list, columns "
                           "to concat"),
                       _("“%s” does not go with “%s”"), keys[i], content);
            return fail(reader);
        }
    }
    return true;
}

static bool read_view(struct spec_reader *reader, const struct inherited *outer,
                      const struct json *written, struct view_spec *view);

static bool read_list(struct spec_reader *reader, const struct inherited *own,
                      const struct json *json, const char *content, struct view_spec *view) {
    const struct json *views = json_get(json, content);
    bool across = str_is(STR("hconcat"), content), down = str_is(STR("vconcat"), content);
    double columns = json_number(json_get(json, "columns"), (double)views->count);
    view->columns = across ? views->count : down ? 1 : (size_t)fmin(columns, (double)views->count);
    view->views = ARENA_ARRAY(reader->arena, views->count, struct view_spec);
    bool sound = check_list(reader, json, content) && spec_count_views(reader, views, views->count);
    for (const struct json *one = views->first; one && sound; one = one->next) {
        sound = read_view(reader, own, one, &view->views[view->view_count++]);
    }
    return sound;
}

static bool read_content(struct spec_reader *reader, const struct inherited *own,
                         const struct json *json, const char *content, struct view_spec *view) {
    if (str_is(STR("repeat"), content)) {
        const struct json *list = repeat_write_out(reader, json);
        return list && read_view(reader, own, list, view);
    }
    if (str_is(STR("facet"), content)) {
        return read_facet(reader, own, json, view);
    }
    return str_is(STR("mark"), content) || str_is(STR("layer"), content)
               ? read_chart(reader, own, json, view)
               : read_list(reader, own, json, content, view);
}

static bool read_view(struct spec_reader *reader, const struct inherited *outer,
                      const struct json *written, struct view_spec *view) {
    const struct json *json = expand_metrics(reader->arena, reader->diag, written);
    const char *content = json ? find_content(reader, json) : NULL;
    if (!content) {
        return fail(reader);
    }
    if (reader->depth >= SPEC_DEPTH_LIMIT) {
        diag_error(reader->diag, DIAG_LIMIT, json_place(reader->arena, json),
                   STR("say the same with fewer lists"),
                   _("charts stand in one another more than %d deep"), SPEC_DEPTH_LIMIT);
        return fail(reader);
    }
    if (!check_parameters(reader, json_get(json, "params"))) {
        return false;
    }
    view->json = json;
    read_arrangement(json, view);
    read_resolve(json_get(json_get(json, "resolve"), "scale"), view->resolve.scale);
    read_resolve(json_get(json_get(json, "resolve"), "axis"), view->resolve.axis);
    read_resolve(json_get(json_get(json, "resolve"), "legend"), view->resolve.legend);
    bool repeats = str_is(STR("repeat"), content); // its list inherits what stands beside it
    struct inherited own = repeats ? *outer : inherit(outer, json, false);
    reader->depth += !repeats;
    bool sound = read_content(reader, &own, json, content, view);
    reader->depth -= !repeats;
    return sound;
}

const struct view_spec *spec_read(struct arena *arena, struct diag *diag, const struct json *json,
                                  bool vega_lite) {
    struct spec_reader reader = {.arena = arena, .diag = diag, .names_fields = !vega_lite};
    struct inherited none = {0};
    struct view_spec *view = ARENA_NEW(arena, struct view_spec);
    if (!read_view(&reader, &none, json, view) || reader.failed) {
        return NULL;
    }
    const struct json *inner = json_get(json, "facet") ? json_get(json, "spec") : json;
    return !view->chart || check_size(&reader, json, inner) ? view : NULL;
}
