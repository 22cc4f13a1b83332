// Reading a spec: JSON that fits its shape into a typed record.
#include "chart/spec_reader.h"

#include "base/i18n.h"
#include "chart/mark.h"

static const char *const channel_names[] = {
#define CHANNEL(id, name, positional) name,
#include "chart/channels.def"
#undef CHANNEL
};

const char *channel_name(enum channel channel) {
    return channel_names[channel];
}

enum channel channel_find(struct str name) {
    unsigned i = 0;
    while (i < CHANNEL_COUNT && !str_is(name, channel_names[i])) {
        i++;
    }
    return (enum channel)i;
}

unsigned spec_find_word(struct str word, const char *const *words, unsigned count) {
    unsigned i = 0;
    while (i < count && !str_is(word, words[i])) {
        i++;
    }
    return i;
}

// fill, and stroke of marks that are nothing else, are the one colour that a mark has.
static enum channel channel_of_key(struct spec_reader *reader, const struct json *member,
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
    return channel_find(member->key);
}

static void read_encoding(struct spec_reader *reader, const struct json *encoding,
                          struct unit_spec *unit) {
    for (const struct json *member = encoding ? encoding->first : NULL; member;
         member = member->next) {
        enum channel channel = channel_of_key(reader, member, unit);
        if (channel < CHANNEL_COUNT) {
            unit->channels[channel] = (struct channel_spec){0};
            spec_read_channel(reader, member, &unit->channels[channel]);
        }
    }
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

static void read_facet_channel(struct spec_reader *reader, const struct json *json,
                               struct channel_spec *channel) {
    if (json) {
        *channel = (struct channel_spec){0};
        spec_read_channel(reader, json, channel);
    }
}

// The operator `facet` is the channels facet, row and column of every layer that draws its rows.
static void read_facet(struct spec_reader *reader, const struct json *root,
                       struct unit_spec *unit) {
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
static void check_channels(struct spec_reader *reader, const struct unit_spec *unit) {
    const struct mark *mark = unit->mark.mark;
    static const enum channel special[] = {CHANNEL_SIZE, CHANNEL_SHAPE, CHANNEL_THETA,
                                           CHANNEL_RADIUS};
    for (size_t i = 0; i < sizeof special / sizeof *special; i++) {
        const struct channel_spec *channel = &unit->channels[special[i]];
        if (channel->given && !(i < 2 ? mark->symbols : mark->polar)) {
            diag_error(reader->diag, DIAG_UNSUPPORTED, json_key_place(reader->arena, channel->json),
                       i < 2 ? STR("use it with points") : STR("use it with arcs"),
                       _("the mark “%s” does not draw the channel “%s”"), mark->name,
                       channel_name(special[i]));
            reader->failed = true;
        }
    }
}

static void read_unit(struct spec_reader *reader, const struct json *root, const struct json *json,
                      struct unit_spec *unit) {
    unit->json = json;
    for (unsigned i = 0; i < CHANNEL_COUNT; i++) {
        unit->channels[i].aggregate = AGGREGATE_NONE;
    }
    const struct json *parent = json->parent ? json->parent->parent : NULL;
    const struct json *shared = parent && json_get(parent, "layer") == json->parent ? parent : NULL;
    spec_read_mark(reader, json_get(json, "mark"), &unit->mark);
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

static void read_units(struct spec_reader *reader, const struct json *root,
                       struct chart_spec *spec) {
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

static bool check_content(struct spec_reader *reader, const struct json *root) {
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
    struct spec_reader reader = {arena, diag, false};
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
