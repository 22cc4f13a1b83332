// SHA-256 of texts, rows, styles and font tables.
#include "cli/digest.h"

#include "base/file.h"
#include "base/number.h"

#include <fcntl.h>
#include <sha2.h>
#include <stdlib.h>
#include <unistd.h>

struct str digest_text(struct arena *arena, struct str bytes) {
    char *digits = arena_alloc(arena, SHA256_DIGEST_STRING_LENGTH);
    SHA256Data((const uint8_t *)(bytes.data ? bytes.data : ""), bytes.len, digits);
    return str_from(digits);
}

struct str digest_json(struct arena *arena, const struct json *value) {
    struct buf text = BUF_INIT(arena);
    json_write(&text, value, 0);
    struct str digest = digest_text(arena, buf_str(&text));
    buf_done(&text);
    return digest;
}

// Cells apart by unit separators, rows by line feeds.
static void add_table(struct buf *out, const struct table *table) {
    for (size_t row = 0; row < table->row_count; row++) {
        for (size_t i = 0; i < table->column_count; i++) {
            const struct value *value = &table->columns[i].values[row];
            if (value->kind == VALUE_STRING)
                buf_add_str(out, value->string);
            else if (value->kind != VALUE_NULL)
                buf_add_number_shortest(out, value->number);
            buf_add_char(out, '\x1F');
        }
        buf_add_char(out, '\n');
    }
}

static const struct table *find_dataset(const struct document *document, struct str name) {
    for (size_t i = 0; i < document->dataset_count; i++)
        if (str_equal(document->datasets[i].name, name))
            return document->datasets[i].table;
    return NULL;
}

struct str digest_rows(struct arena *arena, const struct document *document,
                       const struct figure_request *figure) {
    const struct json *data = json_get(figure->json, "data");
    const struct json *metrics = json_get(data, "metrics"), *values = json_get(data, "values");
    struct buf text = BUF_INIT(arena);
    struct diag unheard; // drawing has reported already
    diag_init(&unheard, arena);
    const struct table *table =
        find_dataset(document, json_string(json_get(data, "name"), STR_NONE));
    struct str url = json_string(json_get(data, "url"), STR_NONE), bytes;
    if (metrics)
        table = document_metric_table(arena, document, &unheard, metrics);
    if (table)
        add_table(&text, table);
    else if (values)
        json_write(&text, values, 0);
    else if (url.len && file_read(arena, &unheard, (struct diag_place){0},
                                  path_join(arena, document->folder, url), FILE_LIMIT, &bytes))
        buf_add_str(&text, bytes);
    struct str digest = digest_text(arena, buf_str(&text));
    buf_done(&text);
    return digest;
}

static struct str find_style(struct arena *arena, struct str name, struct str folder) {
    if (str_find(name, STR("/"), 0) != SIZE_MAX || str_ends(name, STR(".json")))
        return path_join(arena, folder, name);
    return path_join(arena, file_find_data(arena, "styles"),
                     str_printf(arena, "%.*s.json", STR_ARG(name)));
}

struct str digest_style(struct arena *arena, struct str name, struct str folder) {
    enum { MOST = 16 };
    struct buf text = BUF_INIT(arena);
    struct diag unheard;
    diag_init(&unheard, arena);
    for (size_t i = 0; i < MOST && name.len; i++) {
        struct str path = find_style(arena, name, folder), bytes;
        if (!file_read(arena, &unheard, (struct diag_place){0}, path, FILE_LIMIT, &bytes))
            break;
        buf_add_str(&text, bytes);
        name = json_string(json_get(json_parse(arena, &unheard, path, bytes), "extends"), STR_NONE);
        folder = path_folder(path);
    }
    struct str digest = digest_text(arena, buf_str(&text));
    buf_done(&text);
    return digest;
}

static unsigned big_endian(const unsigned char *bytes, size_t count) {
    unsigned value = 0;
    for (size_t i = 0; i < count; i++)
        value = value << 8 | bytes[i];
    return value;
}

// The start of the face's table directory in the file: in collections it is listed in the head.
static bool find_face(int file, int face_index, unsigned *offset) {
    unsigned char head[16];
    *offset = 0;
    if (pread(file, head, 12, 0) != 12)
        return false;
    if (big_endian(head, 4) != 0x74746366) // "ttcf"
        return true;
    if (face_index < 0 || (unsigned)face_index >= big_endian(head + 8, 4))
        return false;
    if (pread(file, head, 4, 12 + 4 * (off_t)face_index) != 4)
        return false;
    *offset = big_endian(head, 4);
    return true;
}

struct str digest_font(struct arena *arena, struct str path, int face_index) {
    enum { HEAD = 12, RECORD = 16 };
    unsigned char head[HEAD];
    unsigned offset;
    struct str digest = STR_NONE;
    int file = open(str_terminate(arena, path), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return digest;
    // The upper half of a face index names an instance of a variable font.
    if (find_face(file, face_index & 0xFFFF, &offset) && pread(file, head, HEAD, offset) == HEAD) {
        size_t len = HEAD + RECORD * (size_t)big_endian(head + 4, 2);
        char *directory = arena_alloc(arena, len);
        if (pread(file, directory, len, offset) == (ssize_t)len)
            digest = digest_text(arena, (struct str){directory, len});
    }
    close(file);
    return digest;
}

static struct str resolve(struct arena *arena, struct str path) {
    char *real = realpath(path.len ? str_terminate(arena, path) : ".", NULL);
    if (!real)
        return path;
    struct str copy = str_copy(arena, str_from(real));
    free(real);
    return copy;
}

struct str digest_relative_path(struct arena *arena, struct str path, struct str folder) {
    if (str_is(path, "-"))
        return path;
    path = resolve(arena, path);
    folder = resolve(arena, folder);
    if (!str_starts(path, STR("/")) || !str_starts(folder, STR("/")))
        return path_name(path);
    size_t same = 0; // the part that both share, up to a slash
    for (size_t i = 0; i <= folder.len && i <= path.len; i++) {
        bool folder_ends = i == folder.len || folder.data[i] == '/';
        if (folder_ends && (i == path.len || path.data[i] == '/'))
            same = i;
        if (i == folder.len || i == path.len || folder.data[i] != path.data[i])
            break;
    }
    struct buf out = BUF_INIT(arena);
    for (size_t i = same; i + 1 < folder.len; i++)
        if (folder.data[i] == '/')
            buf_add_text(&out, "../");
    buf_add_str(&out, str_slice(path, same < path.len ? same + 1 : same, path.len));
    struct str relative = str_copy(arena, buf_str(&out));
    buf_done(&out);
    return relative;
}
