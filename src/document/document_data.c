// The rows that a figure's "data" names.
#include "document/document.h"

#include "base/i18n.h"

static const struct table *find_dataset(struct arena *arena, const struct document *document,
                                        struct diag *diag, const struct json *name) {
    struct str *names = ARENA_ARRAY(arena, document->dataset_count, struct str);
    for (size_t i = 0; i < document->dataset_count; i++) {
        names[i] = document->datasets[i].name;
        if (str_equal(names[i], name->string))
            return document->datasets[i].table; // NULL: its own fault was reported when loading
    }
    diag_error(diag, DIAG_NO_SUCH_DATA, json_place(arena, name),
               diag_hint_nearest(diag, name->string, names, document->dataset_count),
               _("the document has no dataset “%.*s”"), STR_ARG(name->string));
    return NULL;
}

bool document_has_one_origin(const struct document *document, struct diag *diag,
                             const struct json *data) {
    static const char *const origins[] = {"metrics", "values", "url", "name"};
    // Vega-Lite lets inline rows and files have a name.
    size_t count = sizeof origins / sizeof *origins - (document->vega_lite ? 1 : 0);
    const char *first = NULL;
    for (size_t i = 0; i < count; i++) {
        const struct json *one = json_get(data, origins[i]);
        if (one && first) {
            diag_error(diag, DIAG_CONFLICT, json_place(document->arena, one),
                       str_from(_("take one of them out")), _("rows come from \"%s\" or \"%s\""),
                       first, origins[i]);
            return false;
        }
        first = one ? origins[i] : first;
    }
    const struct json *encoding = json_get(data, "encoding");
    if (!encoding || json_get(data, "url"))
        return true;
    diag_error(diag, DIAG_CONFLICT, json_place(document->arena, encoding), STR_NONE,
               _("only a file has an encoding, and \"url\" names none"));
    return false;
}

const struct table *document_data_table(struct arena *arena, const struct document *document,
                                        struct diag *diag, const struct json *data,
                                        const struct json *from) {
    const struct json *part;
    if (data && !document_has_one_origin(document, diag, data))
        return NULL;
    if ((part = json_get(data, "metrics")))
        return document_metric_table(arena, document, diag, part);
    if ((part = json_get(data, "values")))
        return table_read_json(arena, diag, part);
    if (json_get(data, "url"))
        return document_file_table(arena, document, diag, data);
    if ((part = json_get(data, "name")))
        return find_dataset(arena, document, diag, part);
    diag_error(diag, DIAG_NO_SUCH_DATA, json_place(arena, data ? data : from),
               STR("add \"data\" with metrics, values, name or url"), _("the figure has no data"));
    return NULL;
}
