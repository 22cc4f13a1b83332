// What the parts of the SVG writer share: the file being written, ids, escaping, numbers.
#pragma once

#include "backend/backend.h"
#include "text/font.h"

// Keys that have a number already. Open addressing.
struct svg_map {
    uint64_t *keys;
    uint32_t *values; // number plus 1; 0: the place is empty
    size_t count, capacity;
};

struct svg_writer {
    const struct scene *scene;
    struct text_engine *text;
    struct diag *diag;
    enum svg_text mode;
    struct arena *arena;      // scratch
    struct str prefix;        // of every id: the figure's, made a valid XML name
    struct buf defs, body;    // written at the same time; the file is head, defs, body
    struct svg_map glyphs;    // key: font and glyph
    struct svg_map resources; // key: hash of a definition's text
    struct str *resource_texts;
    size_t resource_count, resource_capacity;
    uint32_t glyph_count;
    bool labelled;          // inside a group whose label has the words of the texts in it
    struct svg_face *faces; // of embedded fonts
    size_t face_count, face_capacity;
};

// The value of `key`, 0 when it is new: then the caller stores its number plus 1.
uint32_t *svg_map_at(struct svg_map *map, struct arena *arena, uint64_t key);

// Text with <&>"' escaped and characters that XML 1.0 (2.2) forbids replaced by U+FFFD.
void svg_add_escaped(struct buf *out, struct str text);
// ` name="text"`, escaped; nothing when the text is empty.
void svg_add_attribute(struct buf *out, const char *name, struct str text);

// The figure's id as a prefix: ASCII letters, digits, "-", "." and "_" stay, any other byte becomes
// "_" and two hex digits, and one that no name can begin with gets a "_" in front.
struct str svg_id_prefix(struct arena *arena, struct str id);

// PREFIX-LETTERn, as it stands in id="…" and behind "#".
void svg_add_id(const struct svg_writer *writer, struct buf *out, char letter, uint32_t number);

// Enters a definition once: the element `<name id="…"` + rest. `letter` begins its id.
uint32_t svg_define(struct svg_writer *writer, char letter, const char *name, struct str rest);

// ---- numbers ----

// At most `decimals`, without a leading or trailing zero: ".016". Clamped to ±1e13.
void svg_add_number(struct buf *out, double value, int decimals);
// ` name="px"`, in hundredths.
void svg_add_px(struct buf *out, const char *name, double px);
// The same number on the grid of 10^-decimals, and the text of a number on it; `at` has room for 24
// bytes, its end is returned.
long long svg_to_grid(double value, int decimals);
char *svg_write_grid(char *at, long long value, int decimals);

// ---- parts ----

// What the coordinates of path data are rounded to.
struct svg_grid {
    int decimals;   // 2 for px, 0 for font units
    double scale_y; // -1 for font outlines, whose y goes upwards
};

void svg_add_path_data(struct buf *out, const struct path *path, struct svg_grid grid);
// The rectangle when the path is one with sides along the axes.
bool svg_path_is_rect(const struct path *path, struct rect *out);
// True for path_circle around (0, 0); *radius is its radius.
bool svg_path_is_circle(const struct path *path, double *radius);

// Attributes fill, fill-opacity and fill-rule; stroke and its kin.
void svg_add_fill(struct svg_writer *writer, const struct paint *fill);
void svg_add_stroke(struct svg_writer *writer, const struct stroke *stroke);
// ` name="#rrggbb"` and, where not opaque, ` name-opacity=".5"`.
void svg_add_colour(struct buf *out, const char *name, struct colour colour);

// Text. `class_name` may be NULL, when the group around has it.
void svg_add_text(struct svg_writer *writer, const struct scene_text *text, const char *class_name);
// ` class="…"` and the words: what the outermost element of a text begins with.
void svg_add_text_head(struct svg_writer *writer, const struct scene_text *text,
                       const char *class_name);
// ` transform="translate(…)rotate(…)`, not closed: from the text's own px to the picture's.
void svg_add_origin(struct svg_writer *writer, const struct scene_text *text);
// As <text> with a position for each character; horizontal lines only.
void svg_add_live_text(struct svg_writer *writer, const struct scene_text *text,
                       const char *class_name);
// A run as references to shared outlines, in px from the text's origin.
void svg_add_outline_run(struct svg_writer *writer, const struct scene_run *run);

// Fonts of the embed mode: the family name of an embedded font, and the rules that embed all of
// them. False when one cannot be had (reported).
struct str svg_face_family(struct svg_writer *writer, const struct scene_run *run);

// The face's weight in CSS, by the words of its style.
int svg_face_weight(const struct font_info *info);
bool svg_add_faces(struct svg_writer *writer, struct buf *out);

// `class_name` and `label` as for texts.
void svg_add_image(struct svg_writer *writer, const struct scene_image *image,
                   const char *class_name, struct str label);
void svg_add_base64(struct buf *out, struct str bytes);
