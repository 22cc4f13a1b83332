// The registry of figures: which kind draws a request.
#include "figure/figure.h"

#include "base/i18n.h"

#define KIND(name) extern const struct figure_kind figure_kind_##name;
#include "figure/figure_kinds.def"
#undef KIND

static const struct figure_kind *const kinds[] = {
#define KIND(name) &figure_kind_##name,
#include "figure/figure_kinds.def"
#undef KIND
};

// Whether the figure has one of the kind's keys, a list of words.
static bool has_key(const struct json *figure, const char *keys) {
    struct str list = str_from(keys);
    for (size_t from = 0; from < list.len;) {
        size_t space = str_find(list, STR(" "), from);
        size_t to = space == SIZE_MAX ? list.len : space;
        if (json_get_str(figure, str_slice(list, from, to))) {
            return true;
        }
        from = to + 1;
    }
    return false;
}

const struct figure_kind *figure_kind_of(const struct figure_request *request) {
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (has_key(request->json, kinds[i]->keys)) {
            return kinds[i];
        }
    }
    return NULL;
}

// NULL with a report when the figure has no content.
static const struct figure_kind *need_kind(const struct figure_context *context,
                                           const struct figure_request *request) {
    const struct figure_kind *kind = figure_kind_of(request);
    if (!kind)
        diag_error(context->diag, DIAG_MISSING_FIELD, json_place(context->arena, request->json),
                   STR("add \"mark\": \"bar\" and \"data\""), _("the figure “%.*s” has no content"),
                   STR_ARG(request->id));
    return kind;
}

// A picture without words above it, as part of a larger one, still has a name for readers'
// machines.
static void name(struct scene *scene) {
    if (!scene->title.len)
        scene->title = scene->description;
}

bool figure_draw(const struct figure_context *context, const struct figure_request *request,
                 struct scene *scene) {
    const struct figure_kind *kind = need_kind(context, request);
    struct figure_context inner = *context;
    inner.request = request;
    if (!kind || !kind->draw(&inner, request, scene))
        return false;
    name(scene);
    return true;
}

bool figure_has_pages(const struct figure_request *request) {
    const struct figure_kind *kind = figure_kind_of(request);
    return kind && kind->draw_pages;
}

bool figure_draw_pages(const struct figure_context *context, const struct figure_request *request,
                       struct scene_list *pages) {
    struct figure_context inner = *context;
    inner.request = request;
    if (figure_has_pages(request))
        return figure_kind_of(request)->draw_pages(&inner, request, pages);
    pages->scenes = ARENA_NEW(context->arena, struct scene);
    pages->count = 1;
    return figure_draw(context, request, pages->scenes);
}
