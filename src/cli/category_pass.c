// Dealing out the colours of a run's documents before anything is drawn.
#include "cli/category_pass.h"

#include "base/i18n.h"

struct pass {
    struct painter *painter;
    const struct document *document;
    struct arena scratch; // of one figure
    struct diag unheard;  // what is reported again when the figure is drawn
    struct category_list *lists;
};

// Words in the scratch arena are brought over to the run's.
static struct category_list keep(struct arena *run, struct category_list list) {
    struct str *words = ARENA_ARRAY(run, list.count, struct str);
    for (size_t i = 0; i < list.count; i++)
        words[i] = str_copy(run, list.words[i]);
    return (struct category_list){words, list.count};
}

static struct category_list read_figure(struct pass *pass, const struct figure_request *figure) {
    const struct figure_kind *kind = figure_kind_of(figure);
    const struct json *own = json_get(figure->json, "style");
    struct painter *painter = pass->painter;
    if (!kind || !kind->categories || painter_has_error(painter, figure))
        return (struct category_list){0};
    const struct style *style = painter_style(painter, pass->document, own);
    if (!style)
        return (struct category_list){0};
    struct figure_context context = {.run = &pass->scratch,
                                     .arena = &pass->scratch,
                                     .diag = &pass->unheard,
                                     .document = pass->document,
                                     .style = style};
    return keep(painter->run, kind->categories(&context, figure));
}

static bool is_used(const struct pass *pass, struct str name) {
    for (size_t f = 0; f < pass->document->figure_count; f++)
        for (size_t i = 0; i < pass->lists[f].count; i++)
            if (str_equal(pass->lists[f].words[i], name))
                return true;
    return false;
}

static void warn_of_unused(const struct pass *pass, const struct json *fixed) {
    struct painter *painter = pass->painter;
    struct name_index names = {.arena = painter->run};
    for (size_t f = 0; f < pass->document->figure_count; f++)
        for (size_t i = 0; i < pass->lists[f].count; i++)
            name_index_add(&names, pass->lists[f].words[i]);
    for (const struct json *one = fixed ? fixed->first : NULL; one; one = one->next)
        if (!is_used(pass, one->key))
            diag_warning(painter->diag, DIAG_UNUSED_COLOUR, json_key_place(painter->run, one),
                         diag_hint_nearest(painter->diag, one->key, names.names, names.count),
                         _("no figure has a category “%.*s”"), STR_ARG(one->key));
}

static const struct category_colours *read_document(struct painter *painter,
                                                    const struct document *document) {
    const struct json *fixed = json_get(document->json, "colors");
    const struct style *style = document->vega_lite ? NULL : painter_style(painter, document, NULL);
    if (!style || (document->figure_count < 2 && !fixed && !painter->single_figures))
        return NULL; // a figure alone deals out its own
    struct pass pass = {.painter = painter, .document = document};
    pass.lists = ARENA_ARRAY(painter->run, document->figure_count, struct category_list);
    arena_init(&pass.scratch, painter->run->oom, painter->run->oom_context);
    size_t errors = 0;
    for (size_t i = 0; i < document->figure_count; i++) {
        diag_init(&pass.unheard, &pass.scratch);
        pass.lists[i] = read_figure(&pass, &document->figures[i]);
        errors += pass.unheard.errors;
        arena_reset(&pass.scratch);
    }
    arena_done(&pass.scratch);
    if (!errors && !painter->diag->errors)
        warn_of_unused(&pass, fixed);
    return category_colours_make(painter->run, fixed, style, pass.lists, document->figure_count);
}

const struct category_colours *const *category_pass(struct painter *painter) {
    const struct plan *plan = painter->plan;
    const struct category_colours **colours =
        ARENA_ARRAY(painter->run, plan->document_count, const struct category_colours *);
    for (size_t i = 0; i < plan->document_count; i++)
        colours[i] = read_document(painter, plan->documents[i]);
    return colours;
}
