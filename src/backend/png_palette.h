// An exact palette: the colours of a picture in order of first appearance, while they are few.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { PNG_PALETTE_LIMIT = 256, PNG_PALETTE_SLOTS = 1024 };

struct png_palette {
    uint32_t colours[PNG_PALETTE_LIMIT]; // as Cairo keeps them: alpha-premultiplied ARGB
    unsigned count;
    bool straight; // colours are not premultiplied; red is the lowest byte, alpha the highest
    uint16_t slots[PNG_PALETTE_SLOTS]; // index + 1 of a colour, by hash; 0: free
};

// Index of the colour, added when new; -1 when the palette is full.
int png_palette_add(struct png_palette *palette, uint32_t colour);

// Writes `width` indexes. False when the palette is full.
bool png_palette_index_row(struct png_palette *palette, const uint32_t *pixels, unsigned width,
                           uint32_t force_alpha, uint8_t *indexes);

unsigned png_palette_bits(const struct png_palette *palette); // 1, 2, 4 or 8

// Packs `width` indexes of a byte each into `bits` each, the leftmost highest; in place is allowed.
void png_palette_pack_row(uint8_t *packed, const uint8_t *indexes, unsigned width, unsigned bits);

// Entry of the palette as red, green, blue, alpha of 0 to 255.
void png_palette_get(const struct png_palette *palette, unsigned index, uint8_t rgba[4]);

// Colour times alpha undone: red, green, blue, alpha of 0 to 255.
void png_unpremultiply(uint32_t colour, uint8_t rgba[4]);
