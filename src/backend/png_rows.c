// PNG chunks, rows and their compression.
#include "backend/png_rows.h"

#include "backend/png_merge.h"
#include "backend/png_palette.h"

#include <assert.h>
#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

enum { LEVEL_WHOLE = 2, LEVEL_STREAMED = 1, CHUNK_SIZE = 1024 * 1024 };

struct png_rows {
    struct arena *arena;
    struct file_output *out;
    struct png_form form;
    bool indexed;  // so far; false for good once a colour too many has come
    bool streamed; // rows go through `stream` in pieces
    bool headed;   // signature and header are written
    struct png_palette palette;
    unsigned bits;     // of an index
    struct buf rows;   // filter byte and samples of each row, not yet compressed
    struct buf packed; // compressed, not yet written
    z_stream stream;
};

struct png_rows *png_rows_new(struct arena *arena, struct file_output *out, struct png_form form) {
    struct png_rows *rows = calloc(1, sizeof *rows);
    if (!rows) {
        arena->oom(sizeof *rows, arena->oom_context);
        abort(); // the handler does not return
    }
    rows->arena = arena;
    rows->out = out;
    rows->form = form;
    rows->indexed = true;
    rows->bits = 8;
    rows->rows = BUF_INIT(arena);
    rows->packed = BUF_INIT(arena);
    return rows;
}

void png_rows_free(struct png_rows *rows) {
    if (rows->streamed)
        deflateEnd(&rows->stream);
    buf_done(&rows->rows);
    buf_done(&rows->packed);
    free(rows);
}

static void put32(uint8_t bytes[4], uint32_t value) {
    for (int i = 0; i < 4; i++)
        bytes[i] = (uint8_t)(value >> (24 - 8 * i));
}

static void write_chunk(struct png_rows *rows, const char type[5], const void *data, size_t len) {
    uint8_t head[8], tail[4];
    put32(head, (uint32_t)len);
    memcpy(head + 4, type, 4);
    uint32_t crc = libdeflate_crc32(0, head + 4, 4);
    file_write(rows->out, head, sizeof head);
    if (len) { // libdeflate takes no data for a wish to start anew
        crc = libdeflate_crc32(crc, data, len);
        file_write(rows->out, data, len);
    }
    put32(tail, crc);
    file_write(rows->out, tail, sizeof tail);
}

static void write_palette(struct png_rows *rows) {
    uint8_t colours[3 * PNG_PALETTE_LIMIT] = {0}, alphas[PNG_PALETTE_LIMIT], rgba[4];
    unsigned translucent = 0; // entries up to the last one that is
    for (unsigned i = 0; i < rows->palette.count; i++) {
        png_palette_get(&rows->palette, i, rgba);
        memcpy(colours + (size_t)3 * i, rgba, 3);
        alphas[i] = rgba[3];
        if (rgba[3] < 255)
            translucent = i + 1;
    }
    write_chunk(rows, "PLTE", colours, 3 * (size_t)rows->palette.count);
    if (translucent)
        write_chunk(rows, "tRNS", alphas, translucent);
}

static void write_head(struct png_rows *rows) {
    static const uint8_t signature[] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    enum { TYPE_RGB = 2, TYPE_PALETTE = 3, TYPE_RGBA = 6 };
    uint8_t header[13] = {0}, physical[9] = {0}, perceptual = 0;
    put32(header, rows->form.width);
    put32(header + 4, rows->form.height);
    header[8] = (uint8_t)rows->bits;
    header[9] = rows->indexed ? TYPE_PALETTE : rows->form.alpha ? TYPE_RGBA : TYPE_RGB;
    put32(physical, rows->form.pixels_a_metre);
    put32(physical + 4, rows->form.pixels_a_metre);
    physical[8] = 1; // the unit is the metre
    file_write(rows->out, signature, sizeof signature);
    write_chunk(rows, "IHDR", header, sizeof header);
    write_chunk(rows, "sRGB", &perceptual, 1);
    write_chunk(rows, "pHYs", physical, sizeof physical);
    if (rows->indexed)
        write_palette(rows);
    rows->headed = true;
}

static size_t row_size(const struct png_rows *rows) {
    size_t sample = rows->indexed ? 1 : rows->form.alpha ? 4 : 3;
    return 1 + sample * rows->form.width;
}

static uint8_t *write_colour(const struct png_rows *rows, uint32_t colour, uint8_t *to) {
    if (rows->form.alpha) {
        png_unpremultiply(colour, to);
        return to + 4;
    }
    to[0] = (uint8_t)(colour >> 16);
    to[1] = (uint8_t)(colour >> 8);
    to[2] = (uint8_t)colour;
    return to + 3;
}

// The palette is full: the rows kept so far become RGB or RGBA.
static void leave_palette(struct png_rows *rows) {
    size_t old_size = row_size(rows), count = rows->rows.len / old_size;
    struct buf old = rows->rows;
    rows->indexed = false;
    rows->rows = BUF_INIT(rows->arena);
    uint8_t *to = (uint8_t *)buf_reserve(&rows->rows, count * row_size(rows));
    for (size_t y = 0; y < count; y++) {
        const uint8_t *row = (const uint8_t *)old.data + y * old_size;
        *to++ = 0;
        for (unsigned x = 0; x < rows->form.width; x++)
            to = write_colour(rows, rows->palette.colours[row[1 + x]], to);
    }
    rows->rows.len = count * row_size(rows);
    buf_done(&old);
}

// Compresses what is in `rows`; what comes out is written at once unless the palette must stand
// before it in the file and is not complete yet.
static bool stream_rows(struct png_rows *rows, int flush) {
    if (!rows->streamed) {
        if (deflateInit(&rows->stream, LEVEL_STREAMED) != Z_OK)
            return false;
        rows->streamed = true;
    }
    rows->stream.next_in = (Bytef *)(void *)rows->rows.data;
    rows->stream.avail_in = (uInt)rows->rows.len;
    do {
        rows->stream.next_out = (Bytef *)(void *)buf_reserve(&rows->packed, CHUNK_SIZE);
        rows->stream.avail_out = CHUNK_SIZE;
        if (deflate(&rows->stream, flush) == Z_STREAM_ERROR)
            return false;
        rows->packed.len += CHUNK_SIZE - rows->stream.avail_out;
        if (!rows->indexed) {
            if (!rows->headed)
                write_head(rows);
            write_chunk(rows, "IDAT", rows->packed.data, rows->packed.len);
            buf_clear(&rows->packed);
        }
    } while (!rows->stream.avail_out);
    buf_clear(&rows->rows);
    return true;
}

static bool add_indexed_row(struct png_rows *rows, const uint8_t *pixels, const uint8_t *above,
                            uint8_t *to) {
    size_t width = rows->form.width;
    *to = 0; // filter: none
    if (above && memcmp(pixels, above, 4 * width) == 0) {
        memcpy(to + 1, to - width, width);
        return true;
    }
    return png_palette_index_row(&rows->palette, (const uint32_t *)(const void *)pixels,
                                 rows->form.width, rows->form.alpha ? 0 : 0xff000000u, to + 1);
}

static void add_colour_row(struct png_rows *rows, const uint8_t *pixels, uint8_t *to) {
    const uint32_t *colours = (const uint32_t *)(const void *)pixels;
    *to++ = 0;
    for (unsigned x = 0; x < rows->form.width; x++)
        to = write_colour(rows, colours[x], to);
}

bool png_rows_add(struct png_rows *rows, const uint8_t *pixels, size_t stride, unsigned count) {
    const uint8_t *above = NULL;
    for (unsigned y = 0; y < count; y++, above = pixels, pixels += stride) {
        if (rows->rows.len > rows->form.whole_limit && !stream_rows(rows, Z_NO_FLUSH))
            return false;
        if (!rows->rows.len)
            above = NULL;
        uint8_t *to = (uint8_t *)buf_reserve(&rows->rows, row_size(rows));
        if (rows->indexed && !add_indexed_row(rows, pixels, above, to)) {
            if (rows->streamed)
                return false;
            leave_palette(rows);
            to = (uint8_t *)buf_reserve(&rows->rows, row_size(rows));
        }
        if (!rows->indexed)
            add_colour_row(rows, pixels, to);
        rows->rows.len += row_size(rows);
    }
    return true;
}

void png_rows_restart(struct png_rows *rows) {
    assert(!rows->headed);
    if (rows->streamed)
        deflateEnd(&rows->stream);
    rows->stream = (z_stream){0};
    rows->streamed = false;
    rows->indexed = false;
    buf_clear(&rows->rows);
    buf_clear(&rows->packed);
}

// Indexes of a byte each become as narrow as the palette allows.
static void narrow_indexes(struct png_rows *rows) {
    rows->bits = png_palette_bits(&rows->palette);
    if (rows->bits == 8)
        return;
    size_t old_size = row_size(rows), count = rows->rows.len / old_size;
    size_t size = 1 + ((size_t)rows->form.width * rows->bits + 7) / 8;
    uint8_t *data = (uint8_t *)rows->rows.data;
    for (size_t y = 0; y < count; y++) {
        data[y * size] = 0;
        png_palette_pack_row(data + y * size + 1, data + y * old_size + 1, rows->form.width,
                             rows->bits);
    }
    rows->rows.len = count * size;
}

static bool finish_whole(struct png_rows *rows) {
    if (!rows->indexed && rows->form.merge &&
        png_merge_colours(&rows->rows, rows->form.width, rows->form.alpha, &rows->palette))
        rows->indexed = true;
    if (rows->indexed)
        narrow_indexes(rows);
    struct libdeflate_compressor *compressor = libdeflate_alloc_compressor(LEVEL_WHOLE);
    if (!compressor)
        return false;
    size_t bound = libdeflate_zlib_compress_bound(compressor, rows->rows.len);
    char *to = buf_reserve(&rows->packed, bound);
    rows->packed.len =
        libdeflate_zlib_compress(compressor, rows->rows.data, rows->rows.len, to, bound);
    libdeflate_free_compressor(compressor);
    return rows->packed.len > 0;
}

bool png_rows_finish(struct png_rows *rows) {
    bool finished = rows->streamed ? stream_rows(rows, Z_FINISH) : finish_whole(rows);
    if (!finished)
        return false;
    if (!rows->headed)
        write_head(rows);
    if (rows->packed.len)
        write_chunk(rows, "IDAT", rows->packed.data, rows->packed.len);
    write_chunk(rows, "IEND", NULL, 0);
    return true;
}
