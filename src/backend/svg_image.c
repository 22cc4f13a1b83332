// Images inside the SVG, as data URIs.
#include "backend/svg_write.h"

#include <libdeflate.h>
#include <string.h>

void svg_add_base64(struct buf *out, struct str bytes) {
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    char *at = buf_reserve(out, (bytes.len + 2) / 3 * 4);
    char *start = at;
    for (size_t i = 0; i < bytes.len; i += 3) {
        size_t left = bytes.len - i;
        uint32_t group = (uint32_t)(unsigned char)bytes.data[i] << 16;
        if (left > 1)
            group |= (uint32_t)(unsigned char)bytes.data[i + 1] << 8;
        if (left > 2)
            group |= (unsigned char)bytes.data[i + 2];
        for (int shift = 18; shift >= 0; shift -= 6)
            *at++ = digits[group >> shift & 63];
        for (size_t missing = left < 3 ? 3 - left : 0; missing; missing--)
            at[-(ptrdiff_t)missing] = '=';
    }
    *at = '\0';
    out->len += (size_t)(at - start);
}

static void add_u32(struct buf *out, uint32_t value) {
    const unsigned char bytes[] = {(unsigned char)(value >> 24), (unsigned char)(value >> 16),
                                   (unsigned char)(value >> 8), (unsigned char)value};
    buf_add(out, bytes, sizeof bytes);
}

// PNG (third edition), 5.3: length, type, data, CRC of type and data.
static void add_chunk(struct buf *out, const char *type, struct str data) {
    add_u32(out, (uint32_t)data.len);
    size_t start = out->len;
    buf_add(out, type, 4);
    buf_add_str(out, data);
    add_u32(out, libdeflate_crc32(0, out->data + start, out->len - start));
}

// The pixels as a plain RGBA PNG, each row with filter 0.
static void add_png(struct svg_writer *writer, const struct scene_image *image, struct buf *out) {
    size_t stride = (size_t)image->width * 4, rows = (stride + 1) * image->height;
    uint8_t *raw = arena_alloc_array(writer->arena, image->height, stride + 1);
    for (size_t y = 0; y < image->height; y++)
        memcpy(raw + y * (stride + 1) + 1, image->rgba + y * stride, stride);
    struct libdeflate_compressor *compressor = libdeflate_alloc_compressor(6);
    if (!compressor) {
        writer->arena->oom(rows, writer->arena->oom_context);
        return;
    }
    size_t bound = libdeflate_zlib_compress_bound(compressor, rows);
    char *packed = arena_alloc(writer->arena, bound);
    size_t len = libdeflate_zlib_compress(compressor, raw, rows, packed, bound);
    libdeflate_free_compressor(compressor);
    struct buf head = BUF_INIT(writer->arena);
    add_u32(&head, image->width);
    add_u32(&head, image->height);
    buf_add(&head, "\10\6\0\0\0", 5); // 8 bits, RGBA, not interlaced
    buf_add(out, "\x89PNG\r\n\x1a\n", 8);
    add_chunk(out, "IHDR", buf_str(&head));
    add_chunk(out, "IDAT", (struct str){packed, len});
    add_chunk(out, "IEND", STR_NONE);
    buf_done(&head);
}

void svg_add_image(struct svg_writer *writer, const struct scene_image *image,
                   const char *class_name, struct str label) {
    struct buf *out = &writer->body, png = BUF_INIT(writer->arena);
    buf_add_text(out, "<image");
    if (class_name)
        buf_printf(out, " class=\"%s\"", class_name);
    if (label.len)
        buf_add_text(out, " role=\"img\"");
    svg_add_attribute(out, "aria-label", label);
    svg_add_px(out, "x", image->place.x);
    svg_add_px(out, "y", image->place.y);
    svg_add_px(out, "width", image->place.width);
    svg_add_px(out, "height", image->place.height);
    buf_add_text(out, " preserveAspectRatio=\"none\" xlink:href=\"data:");
    bool encoded = image->encoded.len > 0;
    buf_add_text(out, encoded ? image->media_type : "image/png");
    buf_add_text(out, ";base64,");
    if (!encoded)
        add_png(writer, image, &png);
    svg_add_base64(out, encoded ? image->encoded : buf_str(&png));
    buf_add_text(out, "\"/>\n");
    buf_done(&png);
}
