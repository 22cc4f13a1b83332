// Rasterises glyph outlines into A8 masks and keeps them in a hash table.
#include "backend/glyph_masks.h"

#include "backend/cairo.h"
#include "backend/cairo_path.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    LEVELS = 32,                    // steps of coverage
    BYTES_LIMIT = 24 * 1024 * 1024, // of masks kept; then the cache starts anew
    FIRST_CAPACITY = 1024,          // slots; a power of two
};

// Compared and hashed as bytes: no padding inside.
struct mask_key {
    double xx, yx, xy, yy;
    uint32_t glyph;
    uint16_t font;
    uint8_t sub_x, sub_y;
};

struct mask_slot {
    struct mask_key key;
    struct glyph_mask mask; // left and top relative to the whole pixel of the origin
    bool used;
};

struct glyph_masks {
    struct arena *arena;
    struct mask_slot *slots;
    size_t count, capacity, bytes;
};

static void *allocate_slots(struct arena *arena, size_t count) {
    void *slots = calloc(count, sizeof(struct mask_slot));
    if (!slots) {
        arena->oom(count * sizeof(struct mask_slot), arena->oom_context);
        abort(); // the handler does not return
    }
    return slots;
}

struct glyph_masks *glyph_masks_new(struct arena *arena) {
    struct glyph_masks *masks = malloc(sizeof *masks);
    if (!masks) {
        arena->oom(sizeof *masks, arena->oom_context);
        abort();
    }
    *masks = (struct glyph_masks){.arena = arena, .capacity = FIRST_CAPACITY};
    masks->slots = allocate_slots(arena, FIRST_CAPACITY);
    return masks;
}

static void forget_all(struct glyph_masks *masks) {
    for (size_t i = 0; i < masks->capacity; i++)
        if (masks->slots[i].mask.surface)
            cairo_surface_destroy(masks->slots[i].mask.surface);
    memset(masks->slots, 0, masks->capacity * sizeof *masks->slots);
    masks->count = 0;
    masks->bytes = 0;
}

void glyph_masks_free(struct glyph_masks *masks) {
    if (!masks)
        return;
    forget_all(masks);
    free(masks->slots);
    free(masks);
}

static bool same_key(const struct mask_key *a, const struct mask_key *b) {
    return a->glyph == b->glyph && a->font == b->font && a->sub_x == b->sub_x &&
           a->sub_y == b->sub_y && a->xx == b->xx && a->yx == b->yx && a->xy == b->xy &&
           a->yy == b->yy;
}

static struct mask_slot *find_slot(struct mask_slot *slots, size_t capacity,
                                   const struct mask_key *key) {
    uint64_t hash = str_hash((struct str){(const char *)key, sizeof *key});
    size_t at = (size_t)hash & (capacity - 1);
    while (slots[at].used && !same_key(&slots[at].key, key))
        at = (at + 1) & (capacity - 1);
    return &slots[at];
}

static void grow(struct glyph_masks *masks) {
    size_t capacity = masks->capacity * 2;
    struct mask_slot *slots = allocate_slots(masks->arena, capacity);
    for (size_t i = 0; i < masks->capacity; i++)
        if (masks->slots[i].used)
            *find_slot(slots, capacity, &masks->slots[i].key) = masks->slots[i];
    free(masks->slots);
    masks->slots = slots;
    masks->capacity = capacity;
}

struct pixel_box {
    double left, top, right, bottom;
};

// Of the control points, which hold the curves between them.
static struct pixel_box find_box(const struct path *outline, const cairo_matrix_t *matrix) {
    struct pixel_box box = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (size_t i = 0; i < outline->point_count; i++) {
        double x = outline->points[i].x, y = outline->points[i].y;
        cairo_matrix_transform_point(matrix, &x, &y);
        box.left = fmin(box.left, floor(x));
        box.top = fmin(box.top, floor(y));
        box.right = fmax(box.right, ceil(x));
        box.bottom = fmax(box.bottom, ceil(y));
    }
    return box;
}

static void reduce_levels(cairo_surface_t *surface) {
    cairo_surface_flush(surface);
    uint8_t *row = cairo_image_surface_get_data(surface);
    int width = cairo_image_surface_get_width(surface);
    int height = cairo_image_surface_get_height(surface);
    int stride = cairo_image_surface_get_stride(surface);
    for (int y = 0; y < height; y++, row += stride)
        for (int x = 0; x < width; x++) {
            int level = (row[x] * LEVELS + 127) / 255;
            row[x] = (uint8_t)((level * 255 + LEVELS / 2) / LEVELS);
        }
    cairo_surface_mark_dirty(surface);
}

struct glyph_mask glyph_masks_rasterise(const struct path *outline, cairo_matrix_t matrix) {
    if (!outline->point_count)
        return (struct glyph_mask){0};
    struct pixel_box box = find_box(outline, &matrix);
    double width = box.right - box.left, height = box.bottom - box.top;
    if (!(width > 0) || !(height > 0))
        return (struct glyph_mask){0};
    struct glyph_mask mask = {.left = (int)box.left, .top = (int)box.top};
    mask.surface = cairo_image_surface_create(CAIRO_FORMAT_A8, (int)width, (int)height);
    cairo_t *cr = cairo_create(mask.surface);
    matrix.x0 -= box.left;
    matrix.y0 -= box.top;
    cairo_set_matrix(cr, &matrix);
    cairo_append_scene_path(cr, outline);
    cairo_fill(cr);
    cairo_destroy(cr);
    reduce_levels(mask.surface);
    return mask;
}

static struct glyph_mask rasterise(struct text_engine *text, const struct mask_key *key) {
    font_id font = {key->font};
    double em = 1.0 / font_get_info(text, font)->units_per_em;
    cairo_matrix_t matrix;
    cairo_matrix_init(&matrix, key->xx * em, key->yx * em, key->xy * em, key->yy * em,
                      (double)key->sub_x / GLYPH_MASK_STEPS, (double)key->sub_y / GLYPH_MASK_STEPS);
    return glyph_masks_rasterise(font_outline(text, font, key->glyph), matrix);
}

int glyph_masks_split(double at, uint8_t *quarter) {
    double quarters = floor(at * GLYPH_MASK_STEPS + 0.5);
    double whole = floor(quarters / GLYPH_MASK_STEPS);
    *quarter = (uint8_t)(quarters - whole * GLYPH_MASK_STEPS);
    return (int)whole;
}

struct glyph_mask glyph_masks_get(struct glyph_masks *masks, struct text_engine *text, font_id font,
                                  uint32_t glyph, struct glyph_turn turn, struct point at) {
    // Adding 0 makes -0 and 0 one key.
    struct mask_key key = {turn.xx + 0, turn.yx + 0, turn.xy + 0, turn.yy + 0,
                           glyph,       font.index,  0,           0};
    int x = glyph_masks_split(at.x, &key.sub_x), y = glyph_masks_split(at.y, &key.sub_y);
    struct mask_slot *slot = find_slot(masks->slots, masks->capacity, &key);
    if (!slot->used) {
        if (masks->bytes > BYTES_LIMIT)
            forget_all(masks);
        else if (masks->count * 2 >= masks->capacity)
            grow(masks);
        slot = find_slot(masks->slots, masks->capacity, &key);
        *slot = (struct mask_slot){.key = key, .mask = rasterise(text, &key), .used = true};
        masks->count++;
        if (slot->mask.surface)
            masks->bytes += (size_t)cairo_image_surface_get_stride(slot->mask.surface) *
                            (size_t)cairo_image_surface_get_height(slot->mask.surface);
    }
    struct glyph_mask mask = slot->mask;
    mask.left += x;
    mask.top += y;
    return mask;
}
