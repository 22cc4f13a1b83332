// Counts the colours of a picture and joins those that lie near each other.
#include "backend/png_merge.h"

#include "base/sort.h"

#include <stdlib.h>
#include <string.h>

enum { SLOTS = 16384, COLOUR_LIMIT = 8192, RUN = 3 };

struct tally {
    uint32_t colour; // red, green, blue, alpha from the lowest byte
    uint32_t pixels;
    bool flat, used;
    int index; // in the palette
};

struct census {
    struct tally *slots;
    struct tally *order[COLOUR_LIMIT];
    size_t count;
};

static uint32_t read_colour(const uint8_t *sample, bool alpha) {
    return sample[0] | (uint32_t)sample[1] << 8 | (uint32_t)sample[2] << 16 |
           (alpha ? (uint32_t)sample[3] : 255u) << 24;
}

// NULL when there are too many colours.
static struct tally *find_tally(struct census *census, uint32_t colour) {
    uint32_t slot = (colour * 2654435761u) >> 18; // fourteen bits
    while (census->slots[slot].used && census->slots[slot].colour != colour)
        slot = (slot + 1) % SLOTS;
    struct tally *tally = &census->slots[slot];
    if (!tally->used) {
        if (census->count == COLOUR_LIMIT)
            return NULL;
        *tally = (struct tally){.colour = colour, .used = true, .index = -1};
        census->order[census->count++] = tally;
    }
    return tally;
}

static bool count_row(struct census *census, const uint8_t *row, unsigned width, bool alpha) {
    struct tally *last = NULL;
    unsigned run = 0;
    for (unsigned x = 0; x < width; x++) {
        uint32_t colour = read_colour(row + (size_t)x * (alpha ? 4 : 3), alpha);
        if (!last || last->colour != colour) {
            last = find_tally(census, colour);
            if (!last)
                return false;
            run = 0;
        }
        last->pixels++;
        if (++run == RUN)
            last->flat = true;
    }
    return true;
}

// Flat colours first, then the commonest; the colour itself decides last.
static int compare_tallies(const void *a, const void *b, const void *context) {
    (void)context;
    const struct tally *x = *(struct tally *const *)a, *y = *(struct tally *const *)b;
    if (x->flat != y->flat)
        return x->flat ? -1 : 1;
    if (x->pixels != y->pixels)
        return x->pixels > y->pixels ? -1 : 1;
    return x->colour < y->colour ? -1 : x->colour > y->colour;
}

static bool is_near(uint32_t a, uint32_t b) {
    for (int shift = 0; shift < 32; shift += 8)
        if (abs((int)(a >> shift & 255) - (int)(b >> shift & 255)) > PNG_MERGE_REACH)
            return false;
    return true;
}

// Gives every colour an entry: its own, or that of the first one near it. -1: no room left.
static int assign(struct tally *tally, uint32_t chosen[PNG_PALETTE_LIMIT], int count) {
    for (int i = 0; i < count && !tally->flat; i++)
        if (is_near(chosen[i], tally->colour)) {
            tally->index = i;
            return count;
        }
    if (count == PNG_PALETTE_LIMIT)
        return -1;
    chosen[count] = tally->colour;
    tally->index = count;
    return count + 1;
}

static int choose_palette(struct census *census, struct arena *scratch,
                          uint32_t chosen[PNG_PALETTE_LIMIT]) {
    int count = 0;
    sort_stable(scratch, census->order, census->count, sizeof *census->order, compare_tallies,
                NULL);
    for (size_t i = 0; i < census->count && count >= 0; i++)
        count = assign(census->order[i], chosen, count);
    return count;
}

// In place: an index is never longer than its sample.
static void replace_rows(struct census *census, struct buf *rows, unsigned width, bool alpha) {
    size_t sample = alpha ? 4 : 3, old_size = 1 + sample * width, count = rows->len / old_size;
    uint8_t *data = (uint8_t *)rows->data;
    for (size_t y = 0; y < count; y++) {
        const uint8_t *from = data + y * old_size + 1;
        uint8_t *to = data + y * (1 + (size_t)width);
        *to++ = 0;
        for (unsigned x = 0; x < width; x++)
            to[x] = (uint8_t)find_tally(census, read_colour(from + sample * x, alpha))->index;
    }
    rows->len = count * (1 + (size_t)width);
}

bool png_merge_colours(struct buf *rows, unsigned width, bool alpha, struct png_palette *palette) {
    struct arena scratch;
    arena_init(&scratch, rows->arena->oom, rows->arena->oom_context);
    struct census *census = ARENA_NEW(&scratch, struct census);
    census->slots = ARENA_ARRAY(&scratch, SLOTS, struct tally);
    size_t size = 1 + (alpha ? 4 : 3) * (size_t)width;
    bool fits = true;
    for (size_t at = 0; fits && at < rows->len; at += size)
        fits = count_row(census, (const uint8_t *)rows->data + at + 1, width, alpha);
    uint32_t chosen[PNG_PALETTE_LIMIT];
    int count = fits ? choose_palette(census, &scratch, chosen) : -1;
    if (count > 0) {
        replace_rows(census, rows, width, alpha);
        palette->straight = true;
        palette->count = (unsigned)count;
        memcpy(palette->colours, chosen, (size_t)count * sizeof *chosen);
    }
    arena_done(&scratch);
    return count > 0;
}
