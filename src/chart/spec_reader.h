// What the files that read a spec hand to one another.
#pragma once

#include "chart/spec.h"

struct spec_reader {
    struct arena *arena;
    struct diag *diag;
    bool failed; // a fault was reported
};

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
