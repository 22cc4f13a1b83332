// Reading a unit: its channels, with those of the views and layers around it.
#include "chart/spec_reader.h"

#include "base/i18n.h"
#include "chart/mark.h"
#include "document/json_build.h"

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

// Whether the mark's colour is that of its outline.
static bool draws_lines(const struct mark_spec *mark) {
    return mark->mark->strokes || (mark->mark->symbols && !mark->filled);
}

// fill, and stroke of marks that are nothing else, are the one colour that a mark has.
static enum channel channel_of_key(struct spec_reader *reader, const struct json *member,
                                   const struct unit_spec *unit) {
    if (str_is(member->key, "fill") ||
        (str_is(member->key, "stroke") && draws_lines(&unit->mark))) {
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

// A constant takes the place of a field with all that is done to it, and the other way round.
static bool replaces(const struct json *own, struct str key) {
    static const char *const of_fields[] = {"field", "aggregate", "bin", "timeUnit", "value"};
    bool datum = json_get(own, "datum") != NULL, found = !datum && str_is(key, "datum");
    for (size_t i = 0; i < sizeof of_fields / sizeof *of_fields && datum; i++) {
        found = found || str_is(key, of_fields[i]);
    }
    return found || (!datum && str_is(key, "value"));
}

// A channel's object with what it leaves open taken from the one around it, as in Vega-Lite.
static const struct json *merge_channel(struct spec_reader *reader, const struct json *outer,
                                        const struct json *own) {
    if (!outer || outer->kind != JSON_OBJECT || own->kind != JSON_OBJECT ||
        !(json_get(own, "field") || json_get(own, "datum") || json_get(own, "aggregate"))) {
        return own;
    }
    struct json *merged = json_build_copy(reader->arena, own);
    for (const struct json *member = outer->first; member; member = member->next) {
        if (!json_get_str(own, member->key) && !replaces(own, member->key)) {
            json_build_add(merged, json_build_copy(reader->arena, member));
        }
    }
    return merged;
}

// A constant stroke of a filled mark is the mark's property.
static bool takes_outline(const struct unit_spec *unit, const struct json *member) {
    return str_is(member->key, "stroke") && json_get(member, "value") && member->count == 1 &&
           unit->mark.mark->outlined && !draws_lines(&unit->mark);
}

// What a channel is before anybody selects: a condition by a parameter holds for all rows, or with
// `empty: false` for none.
static const struct json *begin_state(struct spec_reader *reader, const struct json *channel) {
    const struct json *condition = json_get(channel, "condition");
    if (!json_get(condition, "param")) {
        return channel;
    }
    bool holds = json_bool(json_get(condition, "empty"), true),
         value = json_get(condition, "value");
    struct json *state = json_build_new(reader->arena, JSON_OBJECT, channel);
    for (const struct json *part = holds ? condition->first : NULL; part; part = part->next) {
        if (!str_is(part->key, "param") && !str_is(part->key, "empty")) {
            json_build_add(state, json_build_copy(reader->arena, part));
        }
    }
    for (const struct json *part = channel->first; part && !(holds && value); part = part->next) {
        bool replaced = str_is(part->key, "condition") || (holds && str_is(part->key, "value"));
        if (!replaced && !json_get_str(state, part->key)) {
            json_build_add(state, json_build_copy(reader->arena, part));
        }
    }
    return state;
}

static void read_encoding(struct spec_reader *reader, const struct json *encoding,
                          struct unit_spec *unit) {
    for (const struct json *member = encoding ? encoding->first : NULL; member;
         member = member->next) {
        if (takes_outline(unit, member)) {
            unit->mark.stroke = json_get(member, "value");
            continue;
        }
        enum channel channel = channel_of_key(reader, member, unit);
        if (channel < CHANNEL_COUNT) {
            struct channel_spec *own = &unit->channels[channel];
            const struct json *state = begin_state(reader, member);
            const struct json *merged = merge_channel(reader, own->json, state);
            *own = (struct channel_spec){0};
            spec_read_channel(reader, merged, own);
        }
    }
}

static void read_facet_channel(struct spec_reader *reader, const struct json *json,
                               struct channel_spec *channel) {
    if (json) {
        *channel = (struct channel_spec){0};
        spec_read_channel(reader, json, channel);
    }
}

// The operator `facet` is the channels facet, row and column of every layer that draws its rows.
static void read_facet(struct spec_reader *reader, const struct json *owner,
                       struct unit_spec *unit) {
    const struct json *facet = json_get(owner, "facet");
    struct channel_spec *channels = unit->channels;
    if (json_get(facet, "field")) {
        read_facet_channel(reader, facet, &channels[CHANNEL_FACET]);
        channels[CHANNEL_FACET].columns = json_number(json_get(owner, "columns"), 0);
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

void spec_read_unit(struct spec_reader *reader, const struct inherited *outer,
                    const struct json *json, struct unit_spec *unit) {
    unit->json = json;
    for (unsigned i = 0; i < CHANNEL_COUNT; i++) {
        unit->channels[i].aggregate = AGGREGATE_NONE;
    }
    spec_read_mark(reader, json_get(json, "mark"), &unit->mark);
    for (size_t i = 0; i < outer->encoding_count; i++) {
        read_encoding(reader, outer->encodings[i], unit);
    }
    unit->data = outer->data;
    unit->mixed = outer->mixed;
    read_facet(reader, outer->facet, unit);
    check_channels(reader, unit);
    const struct json **transforms =
        ARENA_ARRAY(reader->arena, outer->transform_count, const struct json *);
    for (size_t i = 0; i < outer->transform_count; i++) {
        transforms[i] = outer->transforms[i];
    }
    unit->transforms = transforms;
    unit->transform_count = outer->transform_count;
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
    if (str_is(word, "ink")) {
        *out = style->ink;
        return true;
    }
    return colour_parse(word, out);
}
