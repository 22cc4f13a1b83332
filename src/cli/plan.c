// From the command line and the documents to the list of pictures.
#include "cli/plan.h"

#include "base/i18n.h"
#include "base/sort.h"
#include "cli/only.h"
#include "document/language.h"
#include "figure/figure.h"

struct format_list {
    const struct backend **formats;
    size_t count;
};

// Adds the format of this name, once; NULL when there is none.
static const struct backend *add_format(struct format_list *list, struct str name) {
    const struct backend *format = backend_find(name);
    bool twice = false;
    for (size_t i = 0; i < list->count; i++)
        twice = twice || list->formats[i] == format;
    if (format && !twice)
        list->formats[list->count++] = format;
    return format;
}

static size_t format_names(struct arena *arena, struct str **out) {
    const struct backend *const *known;
    size_t count = backend_list(&known);
    *out = ARENA_ARRAY(arena, count, struct str);
    for (size_t i = 0; i < count; i++)
        (*out)[i] = str_from(known[i]->name);
    return count;
}

static bool read_formats(struct cli *cli, struct plan *out) {
    const struct options *options = &cli->options;
    struct str given = options->given[OPTION_FORMAT] ? options->values[OPTION_FORMAT] : STR("svg");
    const struct str *words;
    struct str *names;
    size_t count = options_split(cli->arena, given, &words),
           known = format_names(cli->arena, &names);
    struct format_list list = {ARENA_ARRAY(cli->arena, count, const struct backend *), 0};
    for (size_t i = 0; i < count; i++)
        if (!add_format(&list, words[i]))
            options_fault_name(cli->faults, cli->diag, _("--format: unknown format “%.*s”"),
                               words[i], names, known);
    if (!count)
        buf_add_text(cli->faults, _("--format names no format\n"));
    out->formats = list.formats;
    out->format_count = list.count;
    return cli->faults->len == 0;
}

// The formats that a size of the document names.
static struct format_list size_formats(struct cli *cli, const struct json *words) {
    struct format_list list = {ARENA_ARRAY(cli->arena, words->count, const struct backend *), 0};
    struct str *names;
    size_t known = format_names(cli->arena, &names);
    for (const struct json *word = words->first; word; word = word->next)
        if (!add_format(&list, word->string))
            diag_error(cli->diag, DIAG_UNKNOWN_WORD, json_place(cli->arena, word),
                       diag_hint_nearest(cli->diag, word->string, names, known),
                       _("there is no format “%.*s”"), STR_ARG(word->string));
    return list;
}

static void load_documents(struct cli *cli, struct plan *out) {
    const struct options *options = &cli->options;
    struct document_options document_options = {
        .language = options->given[OPTION_LANG] ? options->values[OPTION_LANG] : STR_NONE,
        .allow_outside = options->given[OPTION_ALLOW_OUTSIDE],
        .style = options->given[OPTION_STYLE] ? options->values[OPTION_STYLE] : STR_NONE,
    };
    const struct document **documents =
        ARENA_ARRAY(cli->arena, options->operand_count, const struct document *);
    for (size_t i = 0; i < options->operand_count; i++) {
        const struct document *document = document_load(cli->arena, cli->diag, options->operands[i],
                                                        figure_document_shape(), &document_options);
        if (document)
            documents[out->document_count++] = document;
    }
    out->documents = documents;
}

struct planner {
    struct cli *cli;
    struct plan *plan;
    struct plan_item *items;
    size_t capacity;
    struct only only;
    bool several; // documents
    bool resized; // --size
    struct picture_size size;
};

static void add_item(struct planner *planner, const struct document *document,
                     const struct figure_request *figure, struct picture_size size) {
    struct arena *arena = planner->cli->arena;
    const struct options *options = &planner->cli->options;
    struct str folder = options->given[OPTION_OUTPUT]
                            ? options->values[OPTION_OUTPUT]
                            : path_join(arena, document->folder, STR("out"));
    struct str name =
        str_is(document->path, "-") ? STR("standard-input") : path_stem(document->path);
    struct buf stem = BUF_INIT(arena);
    if (planner->several)
        buf_printf(&stem, "%.*s/", STR_ARG(name));
    buf_add_str(&stem, figure->id);
    if (options->given[OPTION_LANG])
        buf_printf(&stem, ".%.*s", STR_ARG(options->values[OPTION_LANG]));
    if (size.name.len)
        buf_printf(&stem, ".%.*s", STR_ARG(size.name));
    struct plan *plan = planner->plan;
    struct plan_item item = {.document = document,
                             .figure = figure,
                             .size = size,
                             .folder = folder,
                             .stem = str_copy(arena, buf_str(&stem)),
                             .formats = planner->plan->formats,
                             .format_count = planner->plan->format_count,
                             .paged = size.form != PAGES_ONE && figure_has_pages(figure)};
    buf_done(&stem);
    struct str picture =
        planner->several ? str_slice(item.stem, name.len + 1, item.stem.len) : item.stem;
    if (!only_wants(&planner->only, figure->id, picture, item.paged, &item.page))
        return;
    if (size.formats) {
        struct format_list own = size_formats(planner->cli, size.formats);
        item.formats = own.formats;
        item.format_count = own.count;
    }
    ARENA_RESERVE(arena, planner->items, plan->count, planner->capacity);
    planner->items[plan->count++] = item;
}

// False when a fault was reported: its figure will not be drawn.
static bool read_figure_size(struct planner *planner, const struct figure_request *figure,
                             const struct json *value, struct picture_size *out) {
    if (size_read(planner->cli->arena, value, out))
        return true;
    struct diag *diag = planner->cli->diag;
    const struct str *names;
    size_t count = size_names(planner->cli->arena, &names);
    struct str word = json_string(value, STR_NONE);
    only_excuse(&planner->only, figure->id);
    diag_error(diag, DIAG_SIZE, json_place(planner->cli->arena, value),
               diag_hint_nearest(diag, word, names, count), _("this is no size of a picture"));
    *out = (struct picture_size){0};
    return false;
}

// A figure's own size has no part in the name; each of its `sizes` has.
static void add_figure(struct planner *planner, const struct document *document,
                       const struct figure_request *figure) {
    struct picture_size size = {0};
    if (planner->resized) {
        add_item(planner, document, figure, planner->size);
        return;
    }
    const struct json *sizes = json_get(figure->json, "sizes");
    if (sizes && sizes->kind == JSON_ARRAY && sizes->count) {
        for (const struct json *one = sizes->first; one; one = one->next)
            if (read_figure_size(planner, figure, one, &size))
                add_item(planner, document, figure, size);
        return;
    }
    const struct json *own = json_get(figure->json, "size");
    if (own)
        read_figure_size(planner, figure, own, &size);
    size.name = STR_NONE;
    add_item(planner, document, figure, size);
}

static void fault_unknown_ids(struct planner *planner) {
    struct cli *cli = planner->cli;
    size_t count = 0, capacity = 0;
    struct str *ids = NULL;
    for (size_t i = 0; i < planner->plan->document_count; i++)
        for (size_t j = 0; j < planner->plan->documents[i]->figure_count; j++) {
            ARENA_RESERVE(cli->arena, ids, count, capacity);
            ids[count++] = planner->plan->documents[i]->figures[j].id;
        }
    for (size_t i = 0; i < planner->only.count; i++)
        if (!planner->only.found[i])
            diag_error(cli->diag, DIAG_UNKNOWN_FIGURE, cli_place(),
                       diag_hint_nearest(cli->diag, planner->only.words[i], ids, count),
                       _("--only: no figure “%.*s”"), STR_ARG(planner->only.words[i]));
}

static int compare_items(const void *a, const void *b, const void *context) {
    (void)context;
    const struct plan_item *x = *(const struct plan_item *const *)a,
                           *y = *(const struct plan_item *const *)b;
    int folders = str_compare(x->folder, y->folder);
    return folders ? folders : str_compare(x->stem, y->stem);
}

static bool names_differ(struct cli *cli, const struct plan *plan) {
    const struct plan_item **sorted =
        ARENA_ARRAY(cli->arena, plan->count, const struct plan_item *);
    for (size_t i = 0; i < plan->count; i++)
        sorted[i] = &plan->items[i];
    sort_stable(cli->arena, sorted, plan->count, sizeof *sorted, compare_items, NULL);
    bool differ = true;
    for (size_t i = 1; i < plan->count; i++)
        if (compare_items(&sorted[i - 1], &sorted[i], NULL) == 0) {
            differ = false;
            diag_error(cli->diag, DIAG_NAME_COLLISION,
                       json_place(cli->arena, sorted[i]->figure->json), STR_NONE,
                       _("two pictures would be written as %.*s"), STR_ARG(sorted[i]->stem));
        }
    return differ;
}

static bool read_size(struct cli *cli, struct planner *planner) {
    planner->resized = cli->options.given[OPTION_SIZE];
    if (!planner->resized || size_parse(cli->options.values[OPTION_SIZE], &planner->size))
        return true;
    const struct str *names;
    size_t count = size_names(cli->arena, &names);
    options_fault_name(cli->faults, cli->diag,
                       _("--size: “%.*s” is no preset and not of the form 1600x900"),
                       cli->options.values[OPTION_SIZE], names, count);
    return false;
}

static bool check_usage(struct cli *cli, struct plan *plan, struct planner *planner) {
    if (!cli->options.operand_count)
        buf_add_text(cli->faults, _("no document is named\n"));
    if (cli->options.given[OPTION_LANG] && !language_is_tag(cli->options.values[OPTION_LANG]))
        buf_add_text(cli->faults, _("--lang: this is no language tag\n"));
    read_formats(cli, plan);
    options_scale(&cli->options, &plan->scale, cli->faults);
    read_size(cli, planner);
    return cli->faults->len == 0;
}

bool plan_make(struct cli *cli, struct plan *out) {
    *out = (struct plan){.to_stdout = str_is(cli->options.values[OPTION_OUTPUT], "-")};
    struct planner planner = {.cli = cli, .plan = out};
    if (!check_usage(cli, out, &planner))
        return false;
    load_documents(cli, out);
    planner.several = cli->options.operand_count > 1;
    struct only *only = &planner.only;
    only->count = options_split(cli->arena, cli->options.values[OPTION_ONLY], &only->words);
    only->found = ARENA_ARRAY(cli->arena, only->count, bool);
    for (size_t i = 0; i < out->document_count; i++)
        for (size_t j = 0; j < out->documents[i]->figure_count; j++)
            if (only_names_figure(only, out->documents[i]->figures[j].id))
                add_figure(&planner, out->documents[i], &out->documents[i]->figures[j]);
    out->items = planner.items;
    if (out->document_count)
        fault_unknown_ids(&planner);
    size_t files = 0;
    for (size_t i = 0; i < out->count; i++)
        files += out->items[i].format_count;
    if (out->to_stdout && files > 1) {
        buf_add_text(cli->faults, _("-o - can write one picture in one format; use --only\n"));
        return false;
    }
    return names_differ(cli, out);
}
