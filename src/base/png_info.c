// Reading a PNG file's frame: signature, chunks, checksums (ISO/IEC 15948, sections 5 and 11).
#include "base/png_info.h"

#include <string.h>

enum { CHUNK_FRAME = 12 }; // length, type and checksum

static uint32_t big_endian(const char *bytes) {
    const unsigned char *b = (const unsigned char *)bytes;
    return (uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 | (uint32_t)b[2] << 8 | b[3];
}

// CRC-32 of a chunk's type and data, four bits at a time.
static uint32_t checksum(const char *bytes, size_t count) {
    uint32_t table[16], sum = UINT32_MAX;
    for (uint32_t i = 0; i < 16; i++) {
        table[i] = i;
        for (int bit = 0; bit < 4; bit++) {
            table[i] = table[i] >> 1 ^ (table[i] & 1 ? 0xEDB88320u : 0);
        }
    }
    for (size_t i = 0; i < count; i++) {
        sum ^= (unsigned char)bytes[i];
        sum = sum >> 4 ^ table[sum & 15];
        sum = sum >> 4 ^ table[sum & 15];
    }
    return ~sum;
}

// The chunk that starts at `at`: its data, and its type as four characters. False when it is not
// whole.
static bool read_chunk(struct str bytes, size_t at, const char **type, struct str *data) {
    if (bytes.len - at < CHUNK_FRAME) {
        return false;
    }
    uint32_t length = big_endian(bytes.data + at);
    if (length > bytes.len - at - CHUNK_FRAME) {
        return false;
    }
    *type = bytes.data + at + 4;
    *data = (struct str){bytes.data + at + 8, length};
    return checksum(*type, length + 4) == big_endian(data->data + length);
}

static bool is_side(uint32_t px) {
    return px > 0 && px <= PNG_SIDE_LIMIT;
}

bool png_info_read(struct str bytes, unsigned *width, unsigned *height) {
    static const char signature[] = "\x89PNG\r\n\x1a\n";
    size_t at = sizeof signature - 1;
    if (bytes.len < at || memcmp(bytes.data, signature, at) != 0) {
        return false;
    }
    bool first = true, pixels = false;
    const char *type;
    struct str data;
    while (read_chunk(bytes, at, &type, &data)) {
        if (first) {
            if (memcmp(type, "IHDR", 4) != 0 || data.len != 13) {
                return false;
            }
            *width = big_endian(data.data);
            *height = big_endian(data.data + 4);
            first = false;
        }
        pixels = pixels || memcmp(type, "IDAT", 4) == 0;
        at += CHUNK_FRAME + data.len;
        if (memcmp(type, "IEND", 4) == 0) {
            return pixels && is_side(*width) && is_side(*height);
        }
    }
    return false;
}
