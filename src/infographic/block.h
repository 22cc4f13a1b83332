// Blocks: the parts of an infographic, from top to bottom.
//
// A block is one file in blocks/, one line in blocks.def and one documented example. Its life:
// `read` makes the kind's own record of the JSON value, once; `measure` sets its texts for a width
// and says how high it is then (it may be asked again for another width); `draw` puts what was
// measured last into a box of that width and at least that height.
#pragma once

#include "infographic/infographic.h"
#include "infographic/look.h"

enum { BLOCK_COLUMNS = 12, BLOCK_ROW_DEPTH = 3 };

// What blocks tell the whole picture while they are read.
struct block_gather {
    struct buf alt;             // what the picture says, for those who cannot see it
    const struct metric **used; // metrics shown, each once
    size_t used_count, used_capacity;
    bool *seen; // by index of the document's metric
    size_t section_count;
    bool has_banner, has_footer;
    double tightest; // least factor by which numbers were made smaller for want of width
};

// Whether the picture is one figure among others: title block above, notes and source below.
static inline bool block_gather_framed(const struct block_gather *gather) {
    return !gather->has_banner && !gather->has_footer;
}

struct block_context {
    const struct infographic_context *info;
    const struct figure_request *request;
    const struct look *look;
    const struct tone *tone; // of the panel that the block stands on
    struct block_gather *gather;
    unsigned depth; // rows around the block
};

// The look of a picture of this width whose blocks are drawn `zoom` times as large.
struct look block_look(const struct infographic_context *info, double width, double zoom);

enum block_place {
    BLOCK_INSIDE, // between the margins
    BLOCK_BLEEDS, // over the whole width of the picture
};

// How much of a block a page takes.
struct block_cut {
    double height;    // px
    unsigned numbers; // 0: any
    bool reflows;     // the parts may be set at another width than the block was measured for
};

struct block_kind {
    const char *name;
    enum block_place place;
    bool opens_section;  // a panel begins with it, of the tone that its key `panel` names
    bool keeps_next;     // a heading: never the last on a page
    double gap_after;    // designed px to the next block; 0: the usual gap
    double gap_before;   // designed px that it wants at least, except under a heading
    enum tone_kind tone; // of a block that bleeds
    // NULL when a fault was reported.
    void *(*read)(const struct block_context *context, const struct json *value);
    double (*measure)(const struct block_context *context, void *data, double width);
    void (*draw)(const struct block_context *context, const void *data, struct scene *scene,
                 struct rect box);
    // Parts what was measured last at one of its rows: `part` is what a page takes, `rest` what is
    // left, each to be measured and drawn as usual. False when no row fits or nothing is left;
    // NULL: the block is never parted.
    bool (*split)(const struct block_context *context, const void *data, struct block_cut cut,
                  void **part, void **rest);
    // Numbers that it shows; NULL: the metrics that its JSON names.
    unsigned (*count_numbers)(const void *data);
};

extern const char *const block_tone_words[]; // of enum tone_kind
extern const struct shape block_item_shape;  // one block of a list

struct block {
    const struct block_kind *kind;
    const struct json *json; // the kind's value
    void *data;
    unsigned span;         // columns of a row; 0: not given
    enum tone_kind tone;   // of its panel
    bool has_tone;         // the author chose it
    bool continues;        // a further part of the block before it
    double height;         // as measured
    size_t told, told_end; // its part of the alternative text
};

// Reads an array of blocks; false when a fault was reported (the others are read all the same).
bool block_read_list(const struct block_context *context, const struct json *array,
                     struct block **out, size_t *count);

// A banner of the figure's title and subtitle, for pictures that have none.
struct block block_banner_of_title(const struct block_context *context);

// ---- texts

struct block_text_request {
    enum look_text type;
    struct str words; // empty: no text
    double width;     // px (height of a column when vertical); 0: no limit
    bool vertical;    // in columns from right to left
    enum text_mode mode;
    bool has_colour;
    struct colour colour; // instead of the tone's
    double scale;         // of the type's size; 0: 1
    double indent;        // em, of the first line of a paragraph
};

// Sets the words; NULL when there are none.
const struct text_block *block_set_text(const struct block_context *context,
                                        const struct block_text_request *request);

// As block_set_text, made smaller in steps until the words take at most `lines` lines and no word
// is parted; down to `least` of the size.
const struct text_block *block_fit_text(const struct block_context *context,
                                        struct block_text_request request, size_t lines,
                                        double least);

double block_height(const struct text_block *block); // 0 for NULL
double block_width(const struct text_block *block);

// Puts a text at (x, y), its top left corner; returns its height.
double block_put(struct scene *scene, enum scene_role role, const struct text_block *text, double x,
                 double y);
// As block_put, aligned to x.
double block_put_aligned(struct scene *scene, enum scene_role role, const struct text_block *text,
                         struct point at, enum text_align align);

// A text field of the block's value, resolved; STR_NONE when absent.
struct str block_words(const struct block_context *context, const struct json *value,
                       const char *key);

// How many of the rows fit `room` px, `gap` px apart.
size_t block_rows_that_fit(const double *heights, size_t count, double gap, double room);

// ---- shapes

void block_fill(struct scene *scene, enum scene_role role, struct rect rect, double corner,
                struct colour colour);
double block_px(const struct block_context *context, double designed);

// Adds words to the picture's alternative text.
void block_tell(const struct block_context *context, struct str words);
// What a name has: 活动300余场次, Events: 300.
void block_tell_pair(const struct block_context *context, struct str name, struct str words);
