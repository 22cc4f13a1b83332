// Reading a spec: JSON that fits its shape into a typed record.
#include "chart/spec.h"

#include "base/i18n.h"
#include "chart/mark.h"
#include "chart/shapes.h"
#include "chart/times.h"

#include <math.h>

struct reader {
    struct arena *arena;
    struct diag *diag;
    bool failed;
};

static const char *const channel_names[] = {
#define CHANNEL(id, name, positional) name,
#include "chart/channels.def"
#undef CHANNEL
};

const char *channel_name(enum channel channel) {
    return channel_names[channel];
}

static enum channel find_channel(struct str name) {
    unsigned i = 0;
    while (i < CHANNEL_COUNT && !str_is(name, channel_names[i])) {
        i++;
    }
    return (enum channel)i;
}

static unsigned find_word(struct str word, const char *const *words, unsigned count) {
    unsigned i = 0;
    while (i < count && !str_is(word, words[i])) {
        i++;
    }
    return i;
}

static enum aggregate read_aggregate(const struct json *value) {
    return aggregate_find(json_string(value, STR_NONE));
}

static bool is_null(const struct json *value) {
    return value && value->kind == JSON_NULL;
}

static enum choice read_choice(const struct json *value) {
    return !value || value->kind != JSON_BOOL ? CHOICE_DEFAULT
           : value->boolean                   ? CHOICE_YES
                                              : CHOICE_NO;
}

static struct sort_spec sort_word(struct str word) {
    struct sort_spec sort = {.kind = SORT_ASCENDING, .op = AGGREGATE_NONE};
    if (str_is(word, "descending")) {
        sort.kind = SORT_DESCENDING;
    } else if (!str_is(word, "ascending")) {
        sort.kind = SORT_CHANNEL;
        sort.descending = str_starts(word, STR("-"));
        sort.channel = find_channel(str_slice(word, sort.descending, word.len));
    }
    return sort;
}

static struct sort_spec sort_object(struct reader *reader, const struct json *value) {
    struct sort_spec sort = {.kind = SORT_FIELD, .op = read_aggregate(json_get(value, "op"))};
    struct str order = json_string(json_get(value, "order"), STR_NONE);
    sort.descending = str_is(order, "descending");
    sort.field = json_string(json_get(value, "field"), STR_NONE);
    const struct json *encoding = json_get(value, "encoding");
    if (encoding) {
        sort.kind = SORT_CHANNEL;
        sort.channel = find_channel(encoding->string);
        if (sort.channel == CHANNEL_COUNT) {
            diag_error(reader->diag, DIAG_UNKNOWN_FIELD, json_place(reader->arena, encoding),
                       STR_NONE, _("there is no channel “%.*s”"), STR_ARG(encoding->string));
            reader->failed = true;
        }
    }
    return sort;
}

static struct sort_spec read_sort(struct reader *reader, const struct json *value) {
    if (!value) {
        return (struct sort_spec){.kind = SORT_ASCENDING, .op = AGGREGATE_NONE};
    }
    switch (value->kind) {
    case JSON_STRING:
        return sort_word(value->string);
    case JSON_OBJECT:
        return sort_object(reader, value);
    case JSON_ARRAY:
        return (struct sort_spec){.kind = SORT_VALUES, .values = value, .op = AGGREGATE_NONE};
    default:
        return (struct sort_spec){.kind = SORT_NONE, .op = AGGREGATE_NONE};
    }
}

static void read_title(struct channel_spec *channel, const struct json *title) {
    if (title) {
        channel->has_title = true;
        channel->title = json_string(title, STR_NONE);
    }
}

static struct format_spec read_format(struct reader *reader, const struct json *owner, bool timed) {
    struct format_spec format;
    reader->failed =
        !format_read(reader->arena, reader->diag, owner, timed, &format) || reader->failed;
    return format;
}

static void read_axis(struct reader *reader, struct channel_spec *channel,
                      const struct json *axis) {
    channel->axis = (struct axis_spec){
        .shown = is_null(axis) ? CHOICE_NO
                 : axis        ? CHOICE_YES
                               : CHOICE_DEFAULT,
        .grid = read_choice(json_get(axis, "grid")),
        .labels = read_choice(json_get(axis, "labels")),
        .ticks = read_choice(json_get(axis, "ticks")),
        .domain = read_choice(json_get(axis, "domain")),
        .tick_count = json_number(json_get(axis, "tickCount"), 0),
        .label_angle = json_number(json_get(axis, "labelAngle"), NAN),
        .values = json_get(axis, "values"),
        .format =
            read_format(reader, axis, channel->type == TYPE_TEMPORAL || channel->time_unit.parts),
    };
    read_title(channel, json_get(axis, "title"));
}

// The number that goes with the type of a scale: its base, exponent or constant.
static double read_parameter(const struct json *scale) {
    double base = json_number(json_get(scale, "base"), NAN);
    double exponent = json_number(json_get(scale, "exponent"), NAN);
    return !isnan(base)       ? base
           : !isnan(exponent) ? exponent
                              : json_number(json_get(scale, "constant"), NAN);
}

static struct scale_spec read_scale(const struct json *scale) {
    double padding = json_number(json_get(scale, "padding"), NAN);
    return (struct scale_spec){
        .type = scale_type_find(json_string(json_get(scale, "type"), STR_NONE)),
        .nice_count = json_number(json_get(scale, "nice"), NAN),
        .parameter = read_parameter(scale),
        .domain_min = json_number(json_get(scale, "domainMin"), NAN),
        .domain_max = json_number(json_get(scale, "domainMax"), NAN),
        .reverse = json_bool(json_get(scale, "reverse"), false),
        .clamp = json_bool(json_get(scale, "clamp"), false),
        .nice = read_choice(json_get(scale, "nice")),
        .zero = read_choice(json_get(scale, "zero")),
        .domain = json_get(scale, "domain"),
        .range = json_get(scale, "range"),
        .padding_inner = json_number(json_get(scale, "paddingInner"), padding),
        .padding_outer = json_number(json_get(scale, "paddingOuter"), padding),
    };
}

static enum stack_kind read_stack(const struct json *value) {
    if (!value) {
        return STACK_DEFAULT;
    }
    if (value->kind == JSON_STRING) {
        return str_is(value->string, "normalize") ? STACK_NORMALIZE : STACK_ZERO;
    }
    return value->kind == JSON_BOOL && value->boolean ? STACK_ZERO : STACK_NONE;
}

static bool is_binned(const struct json *bin) {
    return bin && bin->kind != JSON_NULL && (bin->kind != JSON_BOOL || bin->boolean);
}

static void read_bin(struct channel_spec *channel, const struct json *bin) {
    channel->binned = str_is(json_string(bin, STR_NONE), "binned");
    channel->bin = is_binned(bin) && !channel->binned ? bin : NULL;
}

static void read_time_unit(struct reader *reader, struct channel_spec *channel,
                           const struct json *unit) {
    if (unit && !times_read_unit(reader->arena, reader->diag, unit, &channel->time_unit)) {
        reader->failed = true;
    }
}

// Vega-Lite's default: amounts when aggregated, else names (ordinal with an order of its own).
static enum field_type read_type(const struct json *json, enum aggregate aggregate) {
    const struct json *type = json_get(json, "type");
    if (type) {
        return (enum field_type)(TYPE_QUANTITATIVE + find_word(type->string, type_words, 4));
    }
    if (json_get(json, "timeUnit")) {
        return TYPE_TEMPORAL;
    }
    if (aggregate != AGGREGATE_NONE || is_binned(json_get(json, "bin"))) {
        return TYPE_QUANTITATIVE;
    }
    const struct json *datum = json_get(json, "datum");
    return datum && datum->kind == JSON_NUMBER ? TYPE_QUANTITATIVE : TYPE_NOMINAL;
}

static void read_condition(struct channel_spec *channel, const struct json *condition) {
    channel->test = json_get(condition, "test");
    channel->test_value = json_get(condition, "value");
}

static void read_channel(struct reader *reader, const struct json *json,
                         struct channel_spec *channel) {
    channel->given = true;
    channel->json = json;
    channel->field = json_string(json_get(json, "field"), STR_NONE);
    channel->aggregate = read_aggregate(json_get(json, "aggregate"));
    channel->type = read_type(json, channel->aggregate);
    read_bin(channel, json_get(json, "bin"));
    read_time_unit(reader, channel, json_get(json, "timeUnit"));
    channel->value = json_get(json, "value");
    channel->datum = json_get(json, "datum");
    channel->sort = read_sort(reader, json_get(json, "sort"));
    channel->scale = read_scale(json_get(json, "scale"));
    channel->columns = json_number(json_get(json, "columns"), 0);
    channel->stack = read_stack(json_get(json, "stack"));
    bool timed = channel->type == TYPE_TEMPORAL || channel->time_unit.parts;
    channel->format = read_format(reader, json, timed);
    read_axis(reader, channel, json_get(json, "axis"));
    read_title(channel, json_get(json, "title"));
    const struct json *legend = json_get(json, "legend");
    channel->legend = is_null(legend) ? CHOICE_NO : legend ? CHOICE_YES : CHOICE_DEFAULT;
    const struct json *legend_title = json_get(legend, "title");
    channel->has_legend_title = legend_title != NULL;
    channel->legend_title = json_string(legend_title, STR_NONE);
    read_condition(channel, json_get(json, "condition"));
    if (!channel->field.len && channel->aggregate == AGGREGATE_NONE && !channel->value &&
        !channel->datum && !channel->test_value && find_channel(json->key) != CHANNEL_ORDER) {
        diag_error(reader->diag, DIAG_MISSING_FIELD, json_place(reader->arena, json),
                   STR("name a field, a datum or a value"), _("the channel “%s” has no content"),
                   channel_names[find_channel(json->key)]);
        reader->failed = true;
    }
}

// fill, and stroke of marks that are nothing else, are the one colour that a mark has.
static enum channel channel_of_key(struct reader *reader, const struct json *member,
                                   const struct unit_spec *unit) {
    if (str_is(member->key, "fill") ||
        (str_is(member->key, "stroke") && unit->mark.mark->strokes)) {
        return CHANNEL_COLOR;
    }
    if (str_is(member->key, "stroke")) {
        diag_error(reader->diag, DIAG_UNSUPPORTED, json_key_place(reader->arena, member),
                   STR("write \"color\""), _("outlines of the mark “%s” are not supported"),
                   unit->mark.mark->name);
        reader->failed = true;
    }
    return find_channel(member->key);
}

static void read_encoding(struct reader *reader, const struct json *encoding,
                          struct unit_spec *unit) {
    for (const struct json *member = encoding ? encoding->first : NULL; member;
         member = member->next) {
        enum channel channel = channel_of_key(reader, member, unit);
        if (channel < CHANNEL_COUNT) {
            unit->channels[channel] = (struct channel_spec){0};
            read_channel(reader, member, &unit->channels[channel]);
        }
    }
}

static void read_label(struct reader *reader, struct mark_spec *mark, const struct json *json) {
    struct label_spec *label = &mark->label;
    if (!json || (json->kind == JSON_BOOL && !json->boolean)) {
        return;
    }
    struct str position = json_string(json_get(json, "position"), STR("auto"));
    label->given = true;
    label->format = read_format(reader, json, false);
    label->field = json_string(json_get(json, "field"), STR_NONE);
    label->position =
        (enum label_position)find_word(position, label_position_words, LABEL_RIGHT + 1);
    if (label->position > LABEL_OUTSIDE && mark->mark->from_zero && !mark->mark->joins) {
        diag_error(reader->diag, DIAG_UNSUPPORTED, json_place(reader->arena, json),
                   STR("write inside, outside or auto"),
                   _("labels of bars stand inside or outside their ends"));
        reader->failed = true;
    }
}

static bool has_word(const char *list, struct str word) {
    struct str words = str_from(list);
    for (size_t from = 0; from < words.len;) {
        size_t space = str_find(words, STR(" "), from);
        size_t to = space == SIZE_MAX ? words.len : space;
        if (str_equal(str_slice(words, from, to), word)) {
            return true;
        }
        from = to + 1;
    }
    return false;
}

// A property that another mark has is as unknown as any other.
static void check_properties(struct reader *reader, const struct mark_spec *mark) {
    for (const struct json *member = mark->json->first; member; member = member->next) {
        if (!has_word("type color opacity tooltip", member->key) &&
            !has_word(mark->mark->properties, member->key)) {
            diag_error(reader->diag, DIAG_UNSUPPORTED, json_key_place(reader->arena, member),
                       str_printf(reader->arena, "its properties are color opacity %s",
                                  mark->mark->properties),
                       _("the mark “%s” has no property “%.*s”"), mark->mark->name,
                       STR_ARG(member->key));
            reader->failed = true;
        }
    }
}

// A part that true or an object of properties asks for.
static bool is_on(const struct json *json) {
    return json && (json->kind == JSON_OBJECT || json_bool(json, false));
}

static void read_mark(struct reader *reader, const struct json *json, struct mark_spec *mark) {
    const struct json *type = json->kind == JSON_STRING ? json : json_get(json, "type");
    struct str orient = json_string(json_get(json, "orient"), STR_NONE);
    *mark = (struct mark_spec){
        .mark = mark_find(type->string),
        .color = json_get(json, "color"),
        .opacity = json_number(json_get(json, "opacity"), NAN),
        .corner = json_number(json_get(json, "cornerRadius"), NAN),
        .size = json_number(json_get(json, "size"), NAN),
        .thickness = json_number(json_get(json, "thickness"), NAN),
        .stroke_width = json_number(json_get(json, "strokeWidth"), NAN),
        .font_size = json_number(json_get(json, "fontSize"), NAN),
        .dx = json_number(json_get(json, "dx"), 0),
        .dy = json_number(json_get(json, "dy"), 0),
        .dashes = json_get(json, "strokeDash"),
        .text = json_get(json, "text"),
        .align = json_string(json_get(json, "align"), STR_NONE),
        .baseline = json_string(json_get(json, "baseline"), STR_NONE),
        .font_weight = json_string(json_get(json, "fontWeight"), STR_NONE),
        .symbol = symbol_find(json_string(json_get(json, "shape"), STR("circle"))),
        .curve = (enum curve)find_word(json_string(json_get(json, "interpolate"), STR("linear")),
                                       curve_words, CURVE_CARDINAL + 1),
        .line = is_on(json_get(json, "line")),
        .points = is_on(json_get(json, "point")),
        .inner_radius = json_number(json_get(json, "innerRadius"), NAN),
        .outer_radius = json_number(json_get(json, "outerRadius"), NAN),
        .point_size = json_number(json_get(json_get(json, "point"), "size"), NAN),
        .filled = json_bool(json_get(json, "filled"), false),
        .has_orient = orient.len > 0,
        .horizontal = str_is(orient, "horizontal"),
        .json = json,
    };
    read_label(reader, mark, json_get(json, "label"));
    if (json->kind == JSON_OBJECT) {
        check_properties(reader, mark);
    }
}

enum symbol symbol_find(struct str word) {
    return (enum symbol)find_word(word, symbol_words, SYMBOL_COUNT);
}

static struct extent_spec read_extent(const struct json *json) {
    return (struct extent_spec){
        .px = json && json->kind == JSON_NUMBER ? json->number : 0,
        .step = json_number(json_get(json, "step"), 0),
    };
}

// The chart that `facet` repeats for each category; the whole spec when it repeats none.
static const struct json *repeated_spec(const struct json *json) {
    const struct json *spec = json_get(json, "spec");
    return spec ? spec : json;
}

static void read_facet_channel(struct reader *reader, const struct json *json,
                               struct channel_spec *channel) {
    if (json) {
        *channel = (struct channel_spec){0};
        read_channel(reader, json, channel);
    }
}

// The operator `facet` is the channels facet, row and column of every layer that draws its rows.
static void read_facet(struct reader *reader, const struct json *root, struct unit_spec *unit) {
    const struct json *facet = json_get(root, "facet");
    struct channel_spec *channels = unit->channels;
    if (json_get(facet, "field")) {
        read_facet_channel(reader, facet, &channels[CHANNEL_FACET]);
        channels[CHANNEL_FACET].columns = json_number(json_get(root, "columns"), 0);
    } else {
        read_facet_channel(reader, json_get(facet, "row"), &channels[CHANNEL_ROW]);
        read_facet_channel(reader, json_get(facet, "column"), &channels[CHANNEL_COLUMN]);
    }
}

// A channel that the mark does not draw would be ignored in silence.
static void check_channels(struct reader *reader, const struct unit_spec *unit) {
    const struct mark *mark = unit->mark.mark;
    static const enum channel special[] = {CHANNEL_SIZE, CHANNEL_SHAPE, CHANNEL_THETA,
                                           CHANNEL_RADIUS};
    for (size_t i = 0; i < sizeof special / sizeof *special; i++) {
        const struct channel_spec *channel = &unit->channels[special[i]];
        if (channel->given && !(i < 2 ? mark->symbols : mark->polar)) {
            diag_error(reader->diag, DIAG_UNSUPPORTED, json_key_place(reader->arena, channel->json),
                       i < 2 ? STR("use it with points") : STR("use it with arcs"),
                       _("the mark “%s” does not draw the channel “%s”"), mark->name,
                       channel_names[special[i]]);
            reader->failed = true;
        }
    }
}

static void read_unit(struct reader *reader, const struct json *root, const struct json *json,
                      struct unit_spec *unit) {
    unit->json = json;
    for (unsigned i = 0; i < CHANNEL_COUNT; i++) {
        unit->channels[i].aggregate = AGGREGATE_NONE;
    }
    const struct json *parent = json->parent ? json->parent->parent : NULL;
    const struct json *shared = parent && json_get(parent, "layer") == json->parent ? parent : NULL;
    read_mark(reader, json_get(json, "mark"), &unit->mark);
    read_encoding(reader, json_get(shared, "encoding"), unit);
    read_encoding(reader, json_get(json, "encoding"), unit);
    const struct json *own = json_get(json, "data");
    const struct json *outer = json_get(shared, "data") ? shared : root;
    unit->data = own ? own : json_get(outer, "data");
    if (!own || !shared) {
        read_facet(reader, root, unit);
    }
    check_channels(reader, unit);
    unit->transforms[0] =
        own || root == shared || root == json ? NULL : json_get(root, "transform");
    unit->transforms[1] = own ? NULL : json_get(shared, "transform");
    unit->transforms[2] = json_get(json, "transform");
}

static void read_units(struct reader *reader, const struct json *root, struct chart_spec *spec) {
    const struct json *json = repeated_spec(root), *layer = json_get(json, "layer");
    spec->unit_count = layer ? layer->count : 1;
    spec->units = ARENA_ARRAY(reader->arena, spec->unit_count, struct unit_spec);
    if (!layer) {
        read_unit(reader, root, json, &spec->units[0]);
        return;
    }
    size_t i = 0;
    for (const struct json *unit = layer->first; unit; unit = unit->next) {
        read_unit(reader, root, unit, &spec->units[i++]);
    }
}

static bool check_content(struct reader *reader, const struct json *root) {
    const struct json *json = repeated_spec(root), *facet = json_get(root, "facet");
    const struct json *mark = json_get(json, "mark"), *layer = json_get(json, "layer");
    if ((json != root) != (facet != NULL)) {
        diag_error(reader->diag, DIAG_MISSING_FIELD, json_place(reader->arena, root),
                   STR("\"facet\" says the field, \"spec\" the chart that is repeated"),
                   _("“facet” and “spec” go together"));
        return false;
    }
    if (mark && layer) {
        diag_error(reader->diag, DIAG_CONFLICT, json_key_place(reader->arena, layer), STR_NONE,
                   _("a chart has either “mark” or “layer”"));
        return false;
    }
    if (!mark && !layer) {
        diag_error(reader->diag, DIAG_MISSING_FIELD, json_place(reader->arena, json),
                   STR("add \"mark\": \"bar\""), _("a chart needs a “mark”"));
        return false;
    }
    return true;
}

const struct chart_spec *spec_read(struct arena *arena, struct diag *diag,
                                   const struct json *json) {
    struct reader reader = {arena, diag, false};
    if (!check_content(&reader, json)) {
        return NULL;
    }
    struct chart_spec *spec = ARENA_NEW(arena, struct chart_spec);
    spec->json = json;
    const struct json *inner = repeated_spec(json);
    spec->width = read_extent(json_get(inner, "width"));
    spec->height = read_extent(json_get(inner, "height"));
    const struct json *size =
        json_get(json, "size") ? json_get(json, "size") : json_get(json, "sizes");
    const struct json *extent =
        json_get(inner, "width") ? json_get(inner, "width") : json_get(inner, "height");
    if (size && extent) {
        diag_error(diag, DIAG_CONFLICT, json_key_place(arena, extent), STR("keep one of them"),
                   _("“width” and “height” are the plot's size, “size” the picture's"));
        return NULL;
    }
    read_units(&reader, json, spec);
    return reader.failed ? NULL : spec;
}

bool spec_colour(const struct style *style, const struct json *value, struct colour *out) {
    struct str word = json_string(value, STR_NONE);
    if (str_is(word, "accent")) {
        *out = style->accent;
        return true;
    }
    if (str_is(word, "context")) {
        *out = style->context;
        return true;
    }
    return colour_parse(word, out);
}
