// Collects up to 256 colours and turns pixels into indexes.
#include "backend/png_palette.h"

#include <assert.h>

int png_palette_add(struct png_palette *palette, uint32_t colour) {
    uint32_t slot = (colour * 2654435761u) >> 22; // Knuth's multiplier; the top ten bits
    while (palette->slots[slot]) {
        int index = palette->slots[slot] - 1;
        if (palette->colours[index] == colour)
            return index;
        slot = (slot + 1) % PNG_PALETTE_SLOTS;
    }
    if (palette->count == PNG_PALETTE_LIMIT)
        return -1;
    palette->colours[palette->count] = colour;
    palette->slots[slot] = (uint16_t)++palette->count;
    return (int)palette->count - 1;
}

bool png_palette_index_row(struct png_palette *palette, const uint32_t *pixels, unsigned width,
                           uint32_t force_alpha, uint8_t *indexes) {
    uint32_t last = 0;
    int index = -1;
    for (unsigned x = 0; x < width; x++) {
        uint32_t colour = pixels[x] | force_alpha;
        if (colour != last || index < 0) {
            index = png_palette_add(palette, colour);
            if (index < 0)
                return false;
            last = colour;
        }
        indexes[x] = (uint8_t)index;
    }
    return true;
}

unsigned png_palette_bits(const struct png_palette *palette) {
    return palette->count <= 2 ? 1 : palette->count <= 4 ? 2 : palette->count <= 16 ? 4 : 8;
}

void png_palette_pack_row(uint8_t *packed, const uint8_t *indexes, unsigned width, unsigned bits) {
    assert(bits >= 1 && bits <= 8);
    unsigned each = 8 / bits;
    assert(each > 0);
    for (unsigned x = 0; x < width; x += each) {
        unsigned byte = 0;
        for (unsigned i = 0; i < each; i++)
            byte = byte << bits | (x + i < width ? indexes[x + i] : 0u);
        packed[x / each] = (uint8_t)byte;
    }
}

void png_unpremultiply(uint32_t colour, uint8_t rgba[4]) {
    unsigned a = colour >> 24;
    for (int i = 0; i < 3; i++) {
        unsigned c = colour >> (16 - 8 * i) & 255;
        rgba[i] = (uint8_t)(a == 255 ? c : a == 0 ? 0 : (c * 255 + a / 2) / a);
    }
    rgba[3] = (uint8_t)a;
}

void png_palette_get(const struct png_palette *palette, unsigned index, uint8_t rgba[4]) {
    uint32_t colour = palette->colours[index];
    if (!palette->straight) {
        png_unpremultiply(colour, rgba);
        return;
    }
    for (int i = 0; i < 4; i++)
        rgba[i] = (uint8_t)(colour >> (8 * i));
}
