// What the files that read a spec hand to one another.
#pragma once

#include "chart/spec.h"

// Views, a facet's own chart and layers, all in one another.
enum { SPEC_LEVELS = 2 * SPEC_DEPTH_LIMIT + 2 };

struct spec_reader {
    struct arena *arena;
    struct diag *diag;
    bool names_fields;   // titles say which field a repeated chart has (Vega-Lite: only axes do)
    bool failed;         // a fault was reported
    size_t layer;        // of the chart's own list
    size_t views, depth; // of the views read so far; of the one being read
};

// What a view takes over from those around it.
struct inherited {
    const struct json *data, *mixed;
    const struct json *facet; // has the keys facet and columns; NULL: not repeated
    const struct json *transforms[SPEC_LEVELS], *encodings[SPEC_LEVELS]; // outer ones first
    size_t transform_count, encoding_count;
    const struct json *projection; // of a facet, for its charts
};

// spec_view.c reads the views; this one of their units, which stands in all of `outer`.
void spec_read_unit(struct spec_reader *reader, const struct inherited *outer,
                    const struct json *json, struct unit_spec *unit);

// Counts further views of the list at `json`; false, with a report, when they are too many.
bool spec_count_views(struct spec_reader *reader, const struct json *json, size_t count);

// The index of a word in a list of `count`; `count` when it is none of them.
unsigned spec_find_word(struct str word, const char *const *words, unsigned count);

enum channel channel_find(struct str name); // CHANNEL_COUNT when there is none

// The format of `owner`: an axis, a channel or a label.
struct format_spec spec_read_format(struct spec_reader *reader, const struct json *owner,
                                    bool timed);

// A channel's object; its key names the channel.
void spec_read_channel(struct spec_reader *reader, const struct json *json,
                       struct channel_spec *channel);

// spec_mark.c: a word, or an object with properties that the mark has.
void spec_read_mark(struct spec_reader *reader, const struct json *json, struct mark_spec *mark);
