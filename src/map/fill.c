// Values to classes, classes to colours.
#include "map/fill.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/sort.h"
#include "map/fill_colours.h"
#include "map/fill_words.h"
#include "map/map_words.h"
#include "map/region_rows.h"

#include <math.h>

enum { DEFAULT_CLASSES = 5 };

struct filler {
    struct map *map;
    struct fill *fill;
    const struct json *json;
    struct region_rows rows;
    struct ramp ramp;
};

static bool has_texts(const struct filler *f) {
    for (size_t i = 0; i < f->map->region_count; i++) {
        const struct value *value = region_rows_value(&f->rows, i);
        if (value && value->kind == VALUE_STRING) {
            return true;
        }
    }
    return false;
}

static bool has_numbers(const struct filler *f) {
    for (size_t i = 0; i < f->map->region_count; i++) {
        const struct value *value = region_rows_value(&f->rows, i);
        if (value && value->kind != VALUE_STRING) {
            return true;
        }
    }
    return false;
}

// ---- classes

static int compare_numbers(const void *a, const void *b, const void *context) {
    (void)context;
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static size_t sorted_values(const struct filler *f, double **out) {
    struct arena *arena = f->map->guide.arena;
    *out = ARENA_ARRAY(arena, f->map->region_count, double);
    size_t count = 0;
    for (size_t i = 0; i < f->map->region_count; i++) {
        const struct value *value = region_rows_value(&f->rows, i);
        if (value) {
            (*out)[count++] = value->number;
        }
    }
    sort_stable(arena, *out, count, sizeof **out, compare_numbers, NULL);
    return count;
}

static enum class_method method_of(const struct json *classes) {
    const struct json *word =
        classes && classes->kind == JSON_OBJECT ? json_get(classes, "method") : classes;
    for (int i = 0; word && word->kind == JSON_STRING && i < CLASS_METHOD_COUNT; i++) {
        if (str_is(word->string, class_method_words[i])) {
            return (enum class_method)i;
        }
    }
    return json_get(classes, "limits") ? CLASSES_MANUAL : CLASSES_JENKS;
}

static bool read_limits(const struct filler *f, const struct json *classes, double *limits,
                        size_t *count) {
    const struct json *list = json_get(classes, "limits");
    if (!list || list->count < 2 || list->count > CLASS_LIMIT + 1) {
        diag_error(f->map->guide.diag, DIAG_OUT_OF_RANGE,
                   json_place(f->map->guide.arena, list ? list : classes), STR_NONE,
                   _("\"limits\" takes 2 to %d rising numbers"), CLASS_LIMIT + 1);
        return false;
    }
    for (const struct json *item = list->first; item; item = item->next) {
        limits[item->index] = item->number;
        if (item->index && !(item->number > limits[item->index - 1])) {
            diag_error(f->map->guide.diag, DIAG_OUT_OF_RANGE, json_place(f->map->guide.arena, item),
                       STR_NONE, _("the limits of classes must rise"));
            return false;
        }
    }
    *count = list->count;
    return true;
}

// Classes below the middle and from it on, together.
static struct classes join_classes(const struct classes *low, const struct classes *high,
                                   double middle, const double *values, size_t count) {
    double limits[CLASS_LIMIT + 1];
    size_t n = 0;
    for (size_t i = 0; i < low->count; i++) {
        limits[n++] = low->limits[i];
    }
    limits[n++] = middle;
    for (size_t i = 1; i <= high->count && n <= CLASS_LIMIT; i++) {
        limits[n++] = high->limits[i];
    }
    return classes_from_limits(values, count, limits, n);
}

static struct classes make_classes(const struct filler *f, const double *values, size_t count,
                                   enum class_method method, size_t wanted) {
    struct arena *arena = f->map->guide.arena;
    if (!f->fill->diverging) {
        return classes_make(arena, values, count, method, wanted);
    }
    size_t below = 0;
    while (below < count && values[below] < f->fill->middle) {
        below++;
    }
    size_t half = wanted / 2 ? wanted / 2 : 1;
    struct classes low = classes_make(arena, values, below, method, half);
    struct classes high = classes_make(arena, values + below, count - below, method, half);
    return join_classes(&low, &high, f->fill->middle, values, count);
}

// Where class `i` stands on the ramp.
static double ramp_position(const struct fill *fill, size_t i) {
    const struct classes *classes = &fill->classes;
    if (!fill->diverging) {
        return classes->count > 1 ? (double)i / (double)(classes->count - 1) : 0.5;
    }
    size_t below = 0;
    while (below < classes->count && classes->limits[below + 1] <= fill->middle) {
        below++;
    }
    size_t above = classes->count - below;
    double most = (double)(below > above ? below : above);
    return i < below ? 0.5 - 0.5 * (double)(below - i) / most
                     : 0.5 + 0.5 * (double)(i - below + 1) / most;
}

static bool check_inside(const struct filler *f, size_t region, double value) {
    if (classes_find(&f->fill->classes, value) != SIZE_MAX) {
        return true;
    }
    struct str words = number_print_shortest(f->map->guide.arena, value);
    diag_error(f->map->guide.diag, DIAG_OUT_OF_RANGE,
               region_rows_place(&f->rows, f->rows.rows[region] - 1, f->rows.value_column),
               STR("widen \"limits\""), _("the value %.*s of “%.*s” lies in no class"),
               STR_ARG(words), STR_ARG(f->map->regions[region].name));
    return false;
}

static bool fill_classes(struct filler *f, const double *values, size_t count) {
    struct fill *fill = f->fill;
    const struct json *classes = json_get(f->json, "classes");
    enum class_method method = method_of(classes);
    size_t wanted = (size_t)json_number(json_get(classes, "count"), DEFAULT_CLASSES);
    fill->kind = FILL_CLASSES;
    if (method == CLASSES_MANUAL) {
        double limits[CLASS_LIMIT + 1];
        size_t limit_count;
        if (!read_limits(f, classes, limits, &limit_count)) {
            return false;
        }
        fill->classes = classes_from_limits(values, count, limits, limit_count);
    } else {
        fill->classes = make_classes(f, values, count, method, wanted);
    }
    bool sound = true;
    for (size_t i = 0; i < f->map->region_count; i++) {
        const struct value *value = region_rows_value(&f->rows, i);
        if (value && check_inside(f, i, value->number)) {
            size_t one = classes_find(&fill->classes, value->number);
            f->map->regions[i].fill = ramp_colour(&f->ramp, ramp_position(fill, one));
        }
        sound = sound && (!value || classes_find(&fill->classes, value->number) != SIZE_MAX);
    }
    return sound;
}

static void list_classes(struct filler *f) {
    struct fill *fill = f->fill;
    struct arena *arena = f->map->guide.arena;
    size_t count = fill->classes.count;
    bool counts = json_bool(json_get(f->json, "counts"), false);
    fill->entries = ARENA_ARRAY(arena, count, struct fill_entry);
    for (size_t i = count; i-- > 0;) {
        struct str words = fill_class_words(arena, fill, i);
        if (counts) {
            const char *members = map_words_of(f->map->guide.language)->members;
            words = str_printf(arena, members, STR_ARG(words), fill->classes.members[i]);
        }
        fill->entries[fill->entry_count++] =
            (struct fill_entry){words, ramp_colour(&f->ramp, ramp_position(fill, i))};
    }
}

// ---- a ramp without classes

static double ramp_share(const struct fill *fill, double value) {
    double reach = fmax(fill->most - fill->middle, fill->middle - fill->least);
    if (fill->diverging) {
        return reach > 0 ? 0.5 + 0.5 * (value - fill->middle) / reach : 0.5;
    }
    return fill->most > fill->least ? (value - fill->least) / (fill->most - fill->least) : 0.5;
}

static void fill_ramp(struct filler *f, const double *values, size_t count) {
    enum { STOPS = 17 };
    struct fill *fill = f->fill;
    fill->kind = FILL_CONTINUOUS;
    fill->least = values[0];
    fill->most = values[count - 1];
    for (size_t i = 0; i < f->map->region_count; i++) {
        const struct value *value = region_rows_value(&f->rows, i);
        if (value) {
            f->map->regions[i].fill = ramp_colour(&f->ramp, ramp_share(fill, value->number));
        }
    }
    fill->stops = ARENA_ARRAY(f->map->guide.arena, STOPS, struct paint_stop);
    fill->stop_count = STOPS;
    for (size_t i = 0; i < STOPS; i++) {
        double share = (double)i / (STOPS - 1);
        double value = fill->least + (fill->most - fill->least) * share;
        fill->stops[i] = (struct paint_stop){share, ramp_colour(&f->ramp, ramp_share(fill, value))};
    }
}

// ---- categories

static struct colour category_colour(const struct filler *f, struct str word, size_t index) {
    const struct style *style = f->map->style;
    if (f->ramp.own) {
        return f->ramp.own[index % f->ramp.own_count];
    }
    if (f->map->context->colours) {
        return category_colours_find(f->map->context->colours, style, word);
    }
    return style->palette_count ? style->palette[index % style->palette_count] : style->accent;
}

static void fill_categories(struct filler *f) {
    struct fill *fill = f->fill;
    fill->kind = FILL_CATEGORIES;
    fill->entries = ARENA_ARRAY(f->map->guide.arena, f->rows.table->row_count, struct fill_entry);
    for (size_t row = 0; row < f->rows.table->row_count; row++) { // in the order of the table
        struct str word = f->rows.table->columns[f->rows.value_column].values[row].string;
        size_t at = 0;
        while (at < fill->entry_count && !str_equal(fill->entries[at].words, word)) {
            at++;
        }
        if (word.len && at == fill->entry_count) {
            fill->entries[fill->entry_count++] =
                (struct fill_entry){word, category_colour(f, word, at)};
        }
    }
    for (size_t i = 0; i < f->map->region_count; i++) {
        const struct value *value = region_rows_value(&f->rows, i);
        for (size_t at = 0; value && at < fill->entry_count; at++) {
            if (str_equal(fill->entries[at].words, value->string)) {
                f->map->regions[i].fill = fill->entries[at].colour;
            }
        }
    }
}

// ---- the whole

static void mark_regions(struct filler *f) {
    struct arena *arena = f->map->guide.arena;
    const struct map_words *say = map_words_of(f->map->guide.language);
    struct str none = STR_NONE;
    size_t missing = 0;
    for (size_t i = 0; i < f->map->region_count; i++) {
        struct map_region *region = &f->map->regions[i];
        const struct value *value = region_rows_value(&f->rows, i);
        region->filled = value != NULL;
        region->no_data = !value;
        region->datum =
            str_printf(arena, "%.*s%s%.*s", STR_ARG(region->name), say->marks->colon,
                       STR_ARG(value ? fill_value_words(arena, f->fill, value) : f->fill->no_data));
        if (value && json_bool(json_get(f->json, "values"), false)) {
            region->amount = fill_value_words(arena, f->fill, value);
        }
        if (!value && !f->rows.rows[i] && missing++ < 5) {
            none = str_printf(arena, "%.*s%s%.*s", STR_ARG(none), none.len ? "、" : "",
                              STR_ARG(region->name));
        }
        f->fill->has_no_data = f->fill->has_no_data || !value;
    }
    if (missing) {
        diag_add(f->map->guide.diag, DIAG_NOTE, DIAG_NO_SUCH_REGION, f->map->guide.place, STR_NONE,
                 _("%zu regions have no row in the data and are drawn without value: %.*s%s"),
                 missing, STR_ARG(none), missing > 5 ? "……" : "");
    }
}

static void read_colours(struct filler *f) {
    const struct json *list = json_get(f->json, "colors");
    f->ramp = (struct ramp){.style = f->map->style, .diverging = f->fill->diverging};
    if (!list) {
        return;
    }
    struct colour *own = ARENA_ARRAY(f->map->guide.arena, list->count, struct colour);
    for (const struct json *item = list->first; item; item = item->next) {
        colour_parse(item->string, &own[item->index]); // the shape has checked it
    }
    f->ramp.own = own;
    f->ramp.own_count = list->count;
}

static bool give_colours(struct filler *f) {
    double *values;
    if (has_texts(f)) {
        if (has_numbers(f)) {
            diag_error(f->map->guide.diag, DIAG_NOT_A_NUMBER,
                       json_place(f->map->guide.arena, f->json), STR_NONE,
                       _("the column “%.*s” holds texts and numbers"),
                       STR_ARG(f->rows.table->columns[f->rows.value_column].name));
            return false;
        }
        fill_categories(f);
        return true;
    }
    size_t count = sorted_values(f, &values);
    if (!count) {
        diag_error(f->map->guide.diag, DIAG_EMPTY_DATA, json_place(f->map->guide.arena, f->json),
                   STR_NONE, _("no region of the map has a value"));
        return false;
    }
    fill_choose_scale(f->map, f->fill, fmax(fabs(values[0]), fabs(values[count - 1])));
    if (method_of(json_get(f->json, "classes")) == CLASSES_CONTINUOUS) {
        fill_ramp(f, values, count);
        return true;
    }
    if (!fill_classes(f, values, count)) {
        return false;
    }
    list_classes(f);
    return true;
}

bool fill_read(struct map *map, struct fill *fill) {
    struct filler f = {.map = map, .fill = fill, .json = json_get(map->json, "fill")};
    if (!f.json) {
        return true;
    }
    f.rows = (struct region_rows){.map = map, .json = f.json, .field = json_get(f.json, "field")};
    const struct json *middle = json_get(f.json, "middle");
    fill->diverging = middle != NULL;
    fill->middle = json_number(middle, 0);
    fill->shown = json_bool(json_get(f.json, "legend"), true);
    if (!region_rows_open(&f.rows)) {
        return false;
    }
    read_colours(&f);
    const struct document *document = map->context->document;
    fill->no_data = document_text(document, map->guide.diag, json_get(f.json, "noData"));
    if (!fill->no_data.len) {
        fill->no_data = str_from(map_words_of(map->guide.language)->no_data);
    }
    if (!give_colours(&f)) {
        return false;
    }
    fill->title = fill_title(map, fill, f.json);
    mark_regions(&f);
    return true;
}
