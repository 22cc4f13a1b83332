// Tables: finding columns, numbers in texts, reading by the file's kind.
#include "document/table.h"

#include "base/file.h"
#include "base/i18n.h"

#include <strings.h>

size_t table_find_column(const struct table *table, struct str name) {
    for (size_t i = 0; i < table->column_count; i++)
        if (str_equal(table->columns[i].name, name))
            return i;
    return SIZE_MAX;
}

static bool is_extension(struct str extension, const char *name) {
    struct str wanted = str_from(name);
    return extension.len == wanted.len && !strncasecmp(extension.data, name, wanted.len);
}

const struct table *table_read_file(struct arena *arena, struct diag *diag, struct diag_place from,
                                    struct str path, enum table_encoding encoding) {
    struct str extension = path_extension(path), bytes;
    bool csv = is_extension(extension, "csv"), tsv = is_extension(extension, "tsv");
    if (!csv && !tsv && !is_extension(extension, "json")) {
        diag_error(diag, DIAG_TABLE_KIND, from, STR_NONE,
                   _("the file \"%.*s\" is none of .csv, .tsv and .json"), STR_ARG(path));
        return NULL;
    }
    if (!file_read(arena, diag, from, path, FILE_LIMIT, &bytes))
        return NULL;
    if (csv || tsv)
        return table_read_delimited(arena, diag, path, bytes, csv ? ',' : '\t', encoding);
    const struct json *root = json_parse(arena, diag, path, bytes);
    return root ? table_read_json(arena, diag, root) : NULL;
}
