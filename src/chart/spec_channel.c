// Reading a channel of an encoding: field, order, axis, scale, condition.
#include "chart/spec_reader.h"

#include "base/i18n.h"
#include "chart/shapes.h"
#include "chart/times.h"

#include <math.h>

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
        sort.channel = channel_find(str_slice(word, sort.descending, word.len));
    }
    return sort;
}

static struct sort_spec sort_object(struct spec_reader *reader, const struct json *value) {
    struct sort_spec sort = {.kind = SORT_FIELD, .op = read_aggregate(json_get(value, "op"))};
    struct str order = json_string(json_get(value, "order"), STR_NONE);
    sort.descending = str_is(order, "descending");
    sort.field = json_string(json_get(value, "field"), STR_NONE);
    const struct json *encoding = json_get(value, "encoding");
    if (encoding) {
        sort.kind = SORT_CHANNEL;
        sort.channel = channel_find(encoding->string);
        if (sort.channel == CHANNEL_COUNT) {
            diag_error(reader->diag, DIAG_UNKNOWN_FIELD, json_place(reader->arena, encoding),
                       STR_NONE, _("there is no channel “%.*s”"), STR_ARG(encoding->string));
            reader->failed = true;
        }
    }
    return sort;
}

static struct sort_spec read_sort(struct spec_reader *reader, const struct json *value) {
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

struct format_spec spec_read_format(struct spec_reader *reader, const struct json *owner,
                                    bool timed) {
    struct format_spec format;
    reader->failed =
        !format_read(reader->arena, reader->diag, owner, timed, &format) || reader->failed;
    return format;
}

static enum choice read_side(const struct json *orient) {
    return !orient ? CHOICE_DEFAULT : str_is(orient->string, "right") ? CHOICE_YES : CHOICE_NO;
}

static void read_axis(struct spec_reader *reader, struct channel_spec *channel,
                      const struct json *axis) {
    channel->axis = (struct axis_spec){
        .shown = is_null(axis) ? CHOICE_NO
                 : axis        ? CHOICE_YES
                               : CHOICE_DEFAULT,
        .grid = read_choice(json_get(axis, "grid")),
        .labels = read_choice(json_get(axis, "labels")),
        .ticks = read_choice(json_get(axis, "ticks")),
        .domain = read_choice(json_get(axis, "domain")),
        .right = read_side(json_get(axis, "orient")),
        .tick_count = json_number(json_get(axis, "tickCount"), 0),
        .label_angle = json_number(json_get(axis, "labelAngle"), NAN),
        .values = json_get(axis, "values"),
        .format = spec_read_format(reader, axis,
                                   channel->type == TYPE_TEMPORAL || channel->time_unit.parts),
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
    struct str type = json_string(json_get(scale, "type"), STR_NONE);
    struct str blend = json_string(json_get(scale, "interpolate"), STR("hcl")); // Vega-Lite's
    return (struct scale_spec){
        .type = scale_type_find(type),
        .steps = step_type_find(type),
        .points = str_is(type, "point"),
        .identity = is_null(scale),
        .scheme = json_get(scale, "scheme"),
        .blend = (enum blend)spec_find_word(blend, blend_words, BLEND_COUNT),
        .domain_mid = json_number(json_get(scale, "domainMid"), NAN),
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

// Scales of categories, whatever the type of the field.
static bool is_discrete(const struct json *scale) {
    struct str type = json_string(json_get(scale, "type"), STR_NONE);
    return str_is(type, "ordinal") || str_is(type, "band") || str_is(type, "point");
}

static enum stack_kind read_stack(const struct json *value) {
    if (!value) {
        return STACK_DEFAULT;
    }
    if (value->kind == JSON_STRING) {
        return str_is(value->string, "normalize") ? STACK_NORMALIZE
               : str_is(value->string, "center")  ? STACK_CENTER
                                                  : STACK_ZERO;
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

static void read_time_unit(struct spec_reader *reader, struct channel_spec *channel,
                           const struct json *unit) {
    if (unit && !times_read_unit(reader->arena, reader->diag, unit, &channel->time_unit)) {
        reader->failed = true;
    }
}

// Vega-Lite's default: amounts when aggregated, else names (ordinal with an order of its own).
static enum field_type read_type(const struct json *json, enum aggregate aggregate) {
    const struct json *type = json_get(json, "type");
    if (type) {
        return (enum field_type)(TYPE_QUANTITATIVE + spec_find_word(type->string, type_words, 4));
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

static void read_condition(struct spec_reader *reader, struct channel_spec *channel,
                           const struct json *condition) {
    channel->test = json_get(condition, "test");
    channel->test_value = json_get(condition, "value");
    if (condition && (!channel->test || !channel->test_value)) {
        diag_error(reader->diag, DIAG_MISSING_FIELD, json_place(reader->arena, condition),
                   STR("write \"test\" and \"value\", or \"param\""),
                   _("a condition needs a test and a value"));
        reader->failed = true;
    }
}

// What a repetition puts in is a word by now.
static bool check_repeated(struct spec_reader *reader, const struct json *field) {
    const struct json *name = json_get(field, "repeat");
    if (!name) {
        return true;
    }
    diag_error(reader->diag, DIAG_CONFLICT, json_place(reader->arena, field),
               STR("\"repeat\" with \"spec\" says which fields take turns"),
               _("no repetition around this chart gives “%.*s” a field"), STR_ARG(name->string));
    reader->failed = true;
    return false;
}

void spec_read_channel(struct spec_reader *reader, const struct json *json,
                       struct channel_spec *channel) {
    enum channel id = channel_find(json->key);
    channel->given = true;
    channel->positional = id == CHANNEL_X || id == CHANNEL_Y;
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
    if (is_discrete(json_get(json, "scale")) && channel->type != TYPE_NOMINAL) {
        channel->type = TYPE_ORDINAL;
    }
    channel->columns = json_number(json_get(json, "columns"), 0);
    channel->stack = read_stack(json_get(json, "stack"));
    bool timed = channel->type == TYPE_TEMPORAL || channel->time_unit.parts;
    channel->format = spec_read_format(reader, json, timed);
    read_axis(reader, channel, json_get(json, "axis"));
    read_title(channel, json_get(json, "title"));
    const struct json *legend = json_get(json, "legend");
    channel->legend = is_null(legend) ? CHOICE_NO : legend ? CHOICE_YES : CHOICE_DEFAULT;
    const struct json *legend_title = json_get(legend, "title");
    channel->has_legend_title = legend_title != NULL;
    channel->legend_title = json_string(legend_title, STR_NONE);
    read_condition(reader, channel, json_get(json, "condition"));
    if (!check_repeated(reader, json_get(json, "field"))) {
        return;
    }
    if (!channel->field.len && channel->aggregate == AGGREGATE_NONE && !channel->value &&
        !channel->datum && !channel->test_value && channel_find(json->key) != CHANNEL_ORDER) {
        diag_error(reader->diag, DIAG_MISSING_FIELD, json_place(reader->arena, json),
                   STR("name a field, a datum or a value"), _("the channel “%s” has no content"),
                   channel_name(channel_find(json->key)));
        reader->failed = true;
    }
}
