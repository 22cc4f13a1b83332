// Loading a document: its shape, its metrics and tables, its figures' texts.
#include "document/document.h"

#include "base/file.h"
#include "base/i18n.h"
#include "base/zh_date.h"
#include "document/encoding.h"
#include "document/figure_id.h"
#include "document/name_index.h"
#include "document/relation.h"

struct loader {
    struct arena *arena;
    struct diag *diag;
    struct document *document;
};

bool document_allows_path(const struct document *document, struct diag *diag,
                          struct diag_place from, struct str path, struct str *full) {
    *full = path_join(document->arena, document->folder, path);
    if (str_find(path, STR("://"), 0) != SIZE_MAX) {
        diag_error(diag, DIAG_OUTSIDE_PATH, from,
                   str_from(_("fetch it into the document's folder")),
                   _("\"%.*s\" is an address, and tushuo reads files only"), STR_ARG(path));
        return false;
    }
    if (document->allow_outside || path_is_below(document->arena, *full, document->folder))
        return true;
    diag_error(diag, DIAG_OUTSIDE_PATH, from,
               str_from(_("move it below, or allow it with --allow-outside")),
               _("\"%.*s\" is outside the document's folder"), STR_ARG(path));
    return false;
}

// --- the report's own text

static void read_source_text(struct loader *l, const struct json *path) {
    struct source *source = &l->document->source;
    struct diag_place from = json_place(l->arena, path);
    struct str full, bytes;
    source->path = path->string;
    if (!document_allows_path(l->document, l->diag, from, path->string, &full) ||
        !file_read(l->arena, l->diag, from, full, FILE_LIMIT, &bytes))
        return;
    source->text = encoding_skip_mark(bytes);
    enum encoding encoding = encoding_guess(l->arena, source->text);
    bool fine = encoding == ENCODING_IS_UTF8 ||
                (encoding == ENCODING_IS_GB18030 &&
                 encoding_from_gb18030(l->arena, source->text, &source->text));
    if (fine && str_trim(source->text).len)
        return;
    if (fine)
        diag_error(l->diag, DIAG_SOURCE_TEXT, from, STR_NONE,
                   _("the source text \"%.*s\" is empty"), STR_ARG(path->string));
    else
        diag_error(l->diag, DIAG_ENCODING, from, str_from(_("save it as UTF-8")),
                   _("the source text \"%.*s\" is neither sound UTF-8 nor sound GB18030"),
                   STR_ARG(path->string));
    source->text = STR_NONE;
}

static void read_date(struct loader *l, const struct json *date) {
    struct zh_date read;
    l->document->source.date = json_string(date, STR_NONE);
    if (!date || date->kind != JSON_STRING || zh_date_parse(date->string, &read))
        return;
    diag_error(l->diag, DIAG_BAD_DATE, json_place(l->arena, date),
               str_from(_("write it as 2023-02-18, 2023-02 or 2023")), _("\"%.*s\" is no date"),
               STR_ARG(date->string));
}

static void read_source(struct loader *l, const struct json *json) {
    struct source *source = &l->document->source;
    source->name = document_text(l->document, l->diag, json_get(json, "name"));
    read_date(l, json_get(json, "date"));
    source->url = json_string(json_get(json, "url"), STR_NONE);
    const struct json *path = json_get(json, "text");
    if (path && path->kind == JSON_STRING)
        read_source_text(l, path);
}

// --- datasets

static enum table_encoding encoding_of(const struct json *data) {
    struct str word = json_string(json_get(data, "encoding"), STR_NONE);
    return str_is(word, "gb18030") ? ENCODING_GB18030
           : str_is(word, "utf-8") ? ENCODING_UTF8
                                   : ENCODING_DETECT;
}

const struct table *document_file_table(struct arena *arena, const struct document *document,
                                        struct diag *diag, const struct json *data) {
    const struct json *url = json_get(data, "url");
    struct str full;
    if (url->kind != JSON_STRING) // reported by its shape
        return NULL;
    struct diag_place from = json_place(arena, url);
    return document_allows_path(document, diag, from, url->string, &full)
               ? table_read_file(arena, diag, from, full, encoding_of(data))
               : NULL;
}

static const struct table *read_dataset(struct loader *l, const struct json *json) {
    const struct json *part;
    if (json->kind == JSON_ARRAY)
        return table_read_json(l->arena, l->diag, json);
    if (!document_has_one_origin(l->document, l->diag, json))
        return NULL;
    if ((part = json_get(json, "values"))) // not an array: reported by its shape
        return part->kind == JSON_ARRAY ? table_read_json(l->arena, l->diag, part) : NULL;
    if ((part = json_get(json, "metrics")))
        return document_metric_table(l->arena, l->document, l->diag, part);
    if (json_get(json, "url"))
        return document_file_table(l->arena, l->document, l->diag, json);
    diag_error(l->diag, DIAG_MISSING_FIELD, json_place(l->arena, json),
               str_from(_("give the rows as values, url or metrics")),
               _("the dataset has no rows"));
    return NULL;
}

static void read_datasets(struct loader *l, const struct json *json) {
    if (!json || json->kind != JSON_OBJECT)
        return;
    struct dataset *datasets = ARENA_ARRAY(l->arena, json->count, struct dataset);
    for (const struct json *member = json->first; member; member = member->next)
        datasets[member->index] = (struct dataset){member->key, read_dataset(l, member)};
    l->document->datasets = datasets;
    l->document->dataset_count = json->count;
}

// --- figures

static const struct str *read_texts(struct loader *l, const struct json *value, size_t *count) {
    *count = 0;
    if (!value)
        return NULL;
    bool several = value->kind == JSON_ARRAY;
    struct str *texts = ARENA_ARRAY(l->arena, several ? value->count : 1, struct str);
    if (!several)
        texts[(*count)++] = document_text(l->document, l->diag, value);
    for (const struct json *one = several ? value->first : NULL; one; one = one->next)
        texts[(*count)++] = document_text(l->document, l->diag, one);
    return texts;
}

static void read_figure_texts(struct loader *l, struct figure_request *figure) {
    const struct json *json = figure->json;
#define TEXT(key) document_text(l->document, l->diag, json_get(json, key))
    figure->number = TEXT("number");
    figure->title = TEXT("title");
    figure->subtitle = TEXT("subtitle");
    figure->unit_note = TEXT("unitNote");
    figure->credit = TEXT("credit");
    figure->alt = TEXT("alt");
#undef TEXT
    figure->notes = read_texts(l, json_get(json, "notes"), &figure->note_count);
    figure->sources = read_texts(l, json_get(json, "sources"), &figure->source_count);
}

// Reports an id that cannot name a file, or that another figure has.
static bool check_id(struct loader *l, const struct json *id, struct name_index *ids,
                     const struct json *const *figures) {
    const char *fault = figure_id_fault(id->string);
    if (fault) {
        diag_error(l->diag, DIAG_BAD_ID, json_place(l->arena, id), STR_NONE, "%s", fault);
        return false;
    }
    size_t before = ids->count;
    size_t first = name_index_add(ids, figure_id_fold(l->arena, id->string));
    if (ids->count > before)
        return true;
    struct diag_place twin = json_place(l->arena, json_get(figures[first], "id"));
    diag_error(
        l->diag, DIAG_DUPLICATE_ID, json_place(l->arena, id),
        str_printf(l->arena, _("it stands first at line %u, column %u"), twin.line, twin.column),
        _("two figures have the id \"%.*s\""), STR_ARG(id->string));
    return false;
}

static void read_figures(struct loader *l, const struct json *json) {
    if (!json || json->kind != JSON_ARRAY)
        return;
    struct document *document = l->document;
    struct figure_request *figures = ARENA_ARRAY(l->arena, json->count, struct figure_request);
    const struct json **sound = ARENA_ARRAY(l->arena, json->count, const struct json *);
    struct name_index ids = {.arena = l->arena};
    for (const struct json *one = json->first; one; one = one->next) {
        const struct json *id = json_get(one, "id");
        if (!id || id->kind != JSON_STRING) // reported by its shape
            continue;
        if (!check_id(l, id, &ids, sound))
            continue;
        sound[document->figure_count] = one;
        struct figure_request *figure = &figures[document->figure_count++];
        *figure = (struct figure_request){.id = id->string, .json = one};
        read_figure_texts(l, figure);
    }
    document->figures = figures;
}

// --- Vega-Lite

static bool is_vega_lite(const struct json *root) {
    struct str schema = json_string(json_get(root, "$schema"), STR_NONE);
    return str_find(schema, STR("vega-lite"), 0) != SIZE_MAX;
}

static const struct field *find_field(const struct shape *shape, const char *name) {
    for (size_t i = 0; i < shape->field_count; i++)
        if (str_is(str_from(name), shape->fields[i].name))
            return &shape->fields[i];
    return NULL;
}

// Keys of our figures that Vega-Lite does not have.
static bool is_own_key(const char *name) {
    static const char *const own[] = {"id",    "number",  "title",  "subtitle", "unitNote",
                                      "notes", "sources", "credit", "alt",      "size",
                                      "sizes", "style",   "mixed",  "highlight"};
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        if (str_is(str_from(name), own[i]))
            return true;
    return false;
}

// The shape of a Vega-Lite document: a figure's content with Vega-Lite's own keys around it.
static const struct shape *vega_lite_shape(struct loader *l, const struct shape *document) {
    static const struct field around[] = {
        {"$schema", &shape_string, true, NULL}, {"title", &shape_string, false, NULL},
        {"name", &shape_string, false, NULL},   {"description", &shape_string, false, NULL},
        {"datasets", &shape_any, false, NULL},
    };
    enum { AROUND = sizeof around / sizeof *around };
    const struct field *figures = find_field(document, "figures");
    const struct shape *figure = figures ? figures->shape->item : NULL;
    struct shape *shape = ARENA_NEW(l->arena, struct shape);
    size_t count = figure ? figure->field_count : 0;
    struct field *fields = ARENA_ARRAY(l->arena, count + AROUND, struct field);
    *shape = (struct shape){.kind = SHAPE_OBJECT, .fields = fields};
    for (size_t i = 0; i < AROUND; i++)
        fields[shape->field_count++] = around[i];
    for (size_t i = 0; i < count; i++)
        if (!is_own_key(figure->fields[i].name))
            fields[shape->field_count++] = figure->fields[i];
    return shape;
}

// The whole document is one figure, named by its file.
static void read_vega_lite(struct loader *l) {
    struct document *document = l->document;
    struct figure_request *figure = ARENA_NEW(l->arena, struct figure_request);
    struct str id = path_stem(document->path);
    if (figure_id_fault(id))
        id = STR("figure");
    *figure = (struct figure_request){
        .id = id,
        .title = document_text(document, l->diag, json_get(document->json, "title")),
        .alt = document_text(document, l->diag, json_get(document->json, "description")),
        .json = document->json};
    read_datasets(l, json_get(document->json, "datasets"));
    document->figures = figure;
    document->figure_count = 1;
}

// --- the whole

static void read_parts(struct loader *l, const struct document_options *options) {
    struct document *document = l->document;
    const struct json *root = document->json;
    const struct metric_options metric_options = {document->folder, document->language,
                                                  options->allow_outside};
    document->metric_count = metric_read(l->arena, l->diag, json_get(root, "metrics"),
                                         &metric_options, &document->metrics);
    document->relation_count =
        relation_read(l->arena, l->diag, json_get(root, "relations"), document->metrics,
                      document->metric_count, &document->relations);
    document->title = document_text(document, l->diag, json_get(root, "title"));
    read_source(l, json_get(root, "source"));
    read_datasets(l, json_get(root, "datasets"));
    read_figures(l, json_get(root, "figures"));
}

static const struct json *read_root(struct loader *l, struct str path) {
    struct str bytes;
    if (!file_read(l->arena, l->diag, (struct diag_place){.file = path}, path, FILE_LIMIT, &bytes))
        return NULL;
    const struct json *root = json_parse(l->arena, l->diag, path, bytes);
    if (!root || root->kind == JSON_OBJECT)
        return root;
    diag_error(l->diag, DIAG_WRONG_TYPE, json_place(l->arena, root), STR_NONE,
               _("expected an object: a document begins with “{”"));
    return NULL;
}

// --lang, else the document's own, else zh-Hans.
static struct str choose_language(const struct json *root, const struct document_options *options) {
    struct str own = json_string(json_get(root, "language"), STR("zh-Hans"));
    return options->language.len ? options->language : own;
}

const struct document *document_load(struct arena *arena, struct diag *diag, struct str path,
                                     const struct shape *shape,
                                     const struct document_options *options) {
    struct document *document = ARENA_NEW(arena, struct document);
    struct loader loader = {arena, diag, document};
    document->json = read_root(&loader, path);
    if (!document->json)
        return NULL;
    document->arena = arena;
    document->path = str_copy(arena, path);
    document->folder = str_is(path, "-") ? STR_NONE : str_copy(arena, path_folder(path));
    document->language = choose_language(document->json, options);
    document->allow_outside = options->allow_outside;
    document->style_name = options->style.len
                               ? options->style
                               : json_string(json_get(document->json, "style"), STR_NONE);
    document->vega_lite = is_vega_lite(document->json);
    if (document->vega_lite) {
        shape_check(arena, diag, document->json, vega_lite_shape(&loader, shape));
        read_vega_lite(&loader);
    } else {
        shape_check(arena, diag, document->json, shape);
        read_parts(&loader, options);
    }
    return document;
}
