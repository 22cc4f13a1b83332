// The scene: a finished picture as a display list with absolute coordinates in px (1/96 in),
// y downwards. Built through scene_add_*, which check their input once; read-only afterwards.
// Backends draw it and decide nothing.
#pragma once

#include "base/colour.h"
#include "base/font_id.h"
#include "base/geometry.h"
#include "base/str.h"

enum scene_kind { SCENE_GROUP, SCENE_PATH, SCENE_POINTS, SCENE_TEXT, SCENE_IMAGE };

// What an item is for: names the SVG classes (Vega's convention) and tells the checker what it may
// touch. One line each in scene_roles.def: id, class.
enum scene_role {
#define ROLE(id, class_name) ROLE_##id,
#include "scene/scene_roles.def"
#undef ROLE
    ROLE_COUNT
};

const char *scene_role_class(enum scene_role role);

enum paint_kind { PAINT_NONE, PAINT_SOLID, PAINT_LINEAR, PAINT_RADIAL };

struct paint_stop {
    double offset; // 0 to 1, rising
    struct colour colour;
};

struct paint {
    enum paint_kind kind;
    struct colour colour;  // of PAINT_SOLID
    struct point from, to; // of PAINT_LINEAR: where the first and last stop lie; of PAINT_RADIAL:
    double radius;         //   the centre is `from`
    const struct paint_stop *stops;
    size_t stop_count;
};

static inline struct paint paint_solid(struct colour colour) {
    return (struct paint){.kind = PAINT_SOLID, .colour = colour};
}

enum path_verb { PATH_MOVE, PATH_LINE, PATH_CURVE, PATH_CLOSE }; // 1, 1, 3 and 0 points

struct path {
    const uint8_t *verbs; // enum path_verb
    size_t verb_count;
    const struct point *points;
    size_t point_count;
};

enum line_cap { CAP_BUTT, CAP_ROUND, CAP_SQUARE };
enum line_join { JOIN_MITER, JOIN_ROUND, JOIN_BEVEL };

struct stroke {
    struct paint paint; // PAINT_NONE: no stroke
    double width;
    enum line_cap cap;
    enum line_join join;
    const double *dashes; // px on, off, on …; NULL: solid
    size_t dash_count;
};

struct scene_group {
    double opacity; // 0 to 1
    bool clipped;
    struct rect clip;
    size_t end; // index behind the group's last item
};

struct scene_path {
    struct path path;
    struct paint fill;
    struct stroke stroke;
    bool even_odd;
    double opacity;
};

// One shape at many places.
struct scene_points {
    struct path shape; // of size 1 around (0, 0)
    const struct point *places;
    const double *sizes;          // px
    const struct colour *colours; // fills
    const struct str *labels;     // aria-labels, or NULL
    size_t count;
};

struct scene_glyph {
    uint32_t id;        // in the font
    struct point place; // of its origin, relative to the text's origin
};

// Words whose glyphs stand one behind the other by the font's own advances, so that a program that
// sets them itself from `place` on puts them where we do.
struct scene_piece {
    size_t from;        // byte of the run's words; the piece ends where the next begins
    struct point place; // of its pen, relative to the text's origin
};

// Glyphs of one font. A cluster of a run is never split over two runs.
struct scene_run {
    font_id font;
    double size; // px
    struct colour colour;
    double turn_deg;    // clockwise turn of each glyph about its origin: 90 for Latin in columns
    double stretch_x;   // 1, or less for squeezed combined digits in columns
    bool right_to_left; // the words run so; glyphs are in logical order of the clusters
    const struct scene_glyph *glyphs;
    size_t glyph_count;
    struct str words; // the source text of the glyphs; empty for emphasis dots and the like
    const struct scene_piece *pieces; // of `words`, for text that stays text
    size_t piece_count;
};

// One line of text (or one column when vertical).
struct scene_text {
    struct str words, language;
    struct point origin; // start of the baseline (columns: top of the central axis)
    double angle_deg;    // clockwise turn of the whole line about its origin
    bool vertical;
    double advance;  // length along the line
    struct rect box; // em box × advance, turned and absolute: what layout reserves
    struct rect ink; // ink, turned and absolute: what the checker compares
    const struct scene_run *runs;
    size_t run_count;
    double halo_width; // px of a stroke behind the glyphs; 0: none
    struct colour halo;
};

struct scene_image {
    struct rect place;
    unsigned width, height; // pixels
    const uint8_t *rgba;    // not premultiplied, rows of width * 4
    struct str encoded;     // the PNG or JPEG file, or STR_NONE
    const char *media_type; // of `encoded`
};

enum { OWNER_NONE = 0 };

struct scene_item {
    enum scene_kind kind;
    enum scene_role role;
    uint32_t owner;   // marks and their own texts share one; OWNER_NONE: nobody's
    struct str label; // aria-label: a mark's datum, a text group's words; may be empty
    union {
        struct scene_group group;
        struct scene_path path;
        struct scene_points points;
        struct scene_text text;
        struct scene_image image;
    };
};

struct scene {
    struct arena *arena;
    struct str id;                 // prefix of every id in an SVG
    struct str title, description; // <title>, <desc>
    struct str language;
    double width, height;
    struct colour paper; // alpha 0: transparent
    struct scene_item *items;
    size_t count, capacity;
    uint32_t owners;             // given out so far
    size_t open[32], open_count; // groups being built
};

// The pages of a figure, in order; mostly one.
struct scene_list {
    struct scene *scenes;
    size_t count;
};

void scene_init(struct scene *scene, struct arena *arena, struct str id, double width,
                double height);
uint32_t scene_new_owner(struct scene *scene);

// Everything added until the matching close belongs to the group. At most 32 deep.
void scene_open_group(struct scene *scene, enum scene_role role, struct str label);
void scene_open_clip(struct scene *scene, enum scene_role role, struct rect clip, double opacity);
void scene_close_group(struct scene *scene);

// Coordinates must be finite: an item with one that is not is a programmer's error. Arrays and
// words are borrowed and must live as long as the scene (its arena is the place for them). The
// returned item may still be given a label; it moves when the next one is added.
struct scene_item *scene_add_path(struct scene *scene, enum scene_role role, uint32_t owner,
                                  struct scene_path path);
struct scene_item *scene_add_rect(struct scene *scene, enum scene_role role, uint32_t owner,
                                  struct rect rect, struct paint fill);
struct scene_item *scene_add_line(struct scene *scene, enum scene_role role, struct point from,
                                  struct point to, double width, struct colour colour);
struct scene_item *scene_add_points(struct scene *scene, enum scene_role role, uint32_t owner,
                                    struct scene_points points);
struct scene_item *scene_add_text(struct scene *scene, enum scene_role role, uint32_t owner,
                                  struct scene_text text);
struct scene_item *scene_add_image(struct scene *scene, enum scene_role role,
                                   struct scene_image image);

// Adds all items of `part`, moved so that its corner lies at `corner`. Words and arrays that need
// not move are shared, so `part` must live as long as the scene.
void scene_append(struct scene *scene, const struct scene *part, struct point corner);

// Tight bounds of an item's ink, strokes included; of a group its items' (clipped).
struct rect scene_item_bounds(const struct scene *scene, size_t index);
