// A JSON file's bytes: their encoding, and where each of them stands.
#include "document/json_scan.h"

#include "base/i18n.h"
#include "document/encoding.h"

#include <string.h>

static size_t count_characters(struct str text) {
    size_t count = 0;
    for (size_t i = 0; i < text.len; i++)
        count += ((unsigned char)text.data[i] & 0xC0) != 0x80;
    return count;
}

static void find_lines(struct arena *arena, struct json_file *file) {
    const char *data = file->text.data, *end = data + file->text.len;
    size_t count = 1;
    for (const char *p = data; (p = memchr(p, '\n', (size_t)(end - p))); p++)
        count++;
    size_t *starts = ARENA_ARRAY(arena, count, size_t);
    size_t line = 1;
    for (const char *p = data; (p = memchr(p, '\n', (size_t)(end - p)));)
        starts[line++] = (size_t)(++p - data);
    file->line_starts = starts;
    file->line_count = count;
    size_t blocks = file->text.len / JSON_BLOCK + 1, before = 0;
    size_t *characters = ARENA_ARRAY(arena, blocks, size_t);
    for (size_t i = 0; i < blocks; i++) {
        characters[i] = before;
        before += count_characters(str_slice(file->text, i * JSON_BLOCK, (i + 1) * JSON_BLOCK));
    }
    file->block_characters = characters;
}

const struct json_file *json_file_open(struct arena *arena, struct diag *diag, struct str path,
                                       struct str bytes) {
    struct diag_place start = {.file = path, .line = 1, .column = 1};
    switch (encoding_guess(arena, bytes)) {
    case ENCODING_IS_UTF16:
        diag_error(diag, DIAG_ENCODING, start, str_from(_("save it as UTF-8")),
                   _("the file is in UTF-16; JSON is UTF-8"));
        return NULL;
    case ENCODING_IS_GB18030:
        diag_error(diag, DIAG_ENCODING, start, str_from(_("save it as UTF-8")),
                   _("the file is in GB18030 (GBK); JSON is UTF-8"));
        return NULL;
    case ENCODING_IS_BINARY:
        diag_error(diag, DIAG_ENCODING, start, STR_NONE, _("the file is no text"));
        return NULL;
    case ENCODING_IS_UTF8:
    case ENCODING_IS_DAMAGED: // the scanner names the bytes
        break;
    }
    struct json_file *file = ARENA_NEW(arena, struct json_file);
    file->path = str_copy(arena, path);
    file->text = encoding_skip_mark(bytes);
    if (!file->text.data)
        file->text = STR("");
    find_lines(arena, file);
    return file;
}

// Characters before `offset`.
static size_t characters_before(const struct json_file *file, size_t offset) {
    size_t block = offset / JSON_BLOCK;
    return file->block_characters[block] +
           count_characters(str_slice(file->text, block * JSON_BLOCK, offset));
}

struct diag_place json_file_place(const struct json_file *file, size_t offset, struct str pointer) {
    size_t low = 0, high = file->line_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (file->line_starts[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    size_t column =
        characters_before(file, offset) - characters_before(file, file->line_starts[low]);
    return (struct diag_place){file->path, (unsigned)low + 1, (unsigned)column + 1, pointer};
}
