// The tree of views, and what their charts share.
#include "chart/view.h"

#include "base/i18n.h"
#include "chart/data.h"

#include <stdlib.h>
#include <string.h>

// ---- the tree

static struct plot *make_plot(const struct views *views, const struct view *view) {
    const struct chart_context *context = views->context;
    struct plot *plot = ARENA_NEW(context->arena, struct plot);
    *plot = (struct plot){
        .context = context,
        .guide =
            {
                .arena = context->arena,
                .diag = context->diag,
                .style = context->style,
                .text = context->text,
                .language = context->document->language,
                .markup = !context->document->vega_lite,
                .place = json_place(context->arena, view->spec->json),
            },
        .style = context->style,
        .spec = view->spec->chart,
        .title = view->title,
        .unit_note = view->unit_note,
    };
    return plot;
}

static void make_view(struct views *views, const struct view_spec *spec, struct view *view) {
    const struct chart_context *context = views->context;
    struct arena *arena = context->arena;
    view->spec = spec;
    view->title = document_text(context->document, context->diag, json_get(spec->json, "title"));
    view->unit_note =
        document_text(context->document, context->diag, json_get(spec->json, "unitNote"));
    if (spec->chart) {
        view->plot = make_plot(views, view);
        views->plots[views->plot_count++] = view->plot;
        return;
    }
    view->columns = spec->columns;
    view->count = spec->view_count;
    view->views = ARENA_ARRAY(arena, view->count, struct view);
    for (size_t i = 0; i < view->count; i++) {
        make_view(views, &spec->views[i], &view->views[i]);
    }
}

void views_make(struct views *views, const struct chart_context *context,
                const struct figure_request *request, const struct view_spec *spec) {
    *views = (struct views){.context = context, .request = request};
    views->plots = ARENA_ARRAY(context->arena, SPEC_VIEW_LIMIT + 1, struct plot *);
    make_view(views, spec, &views->root);
}

// ---- who shares a scale

// The charts that have one scale for a channel.
struct sharing {
    const struct views *views;
    enum channel channel;
    size_t *group_of; // of each plot
    size_t groups;
    struct view **lists; // of each group: the list that shares it, or NULL
    size_t seen;
};

// Vega-Lite's default: facets and layers share all, lists what has a legend, not the places.
static bool shares(const struct view *list, enum channel channel) {
    enum choice choice = list->spec->resolve.scale[channel];
    bool place = channel == CHANNEL_X || channel == CHANNEL_Y;
    bool apart = place && !list->overlaid && !list->faceted;
    return choice == CHOICE_DEFAULT ? !apart : choice == CHOICE_YES;
}

static size_t new_group(struct sharing *sharing, struct view *list) {
    sharing->lists[sharing->groups] = list;
    return sharing->groups++;
}

static void assign(struct sharing *sharing, struct view *view, size_t group) {
    if (view->plot) {
        group = group == SIZE_MAX ? new_group(sharing, NULL) : group;
        sharing->group_of[sharing->seen++] = group;
        return;
    }
    if (!shares(view, sharing->channel)) {
        group = SIZE_MAX;
    } else if (group == SIZE_MAX) {
        group = new_group(sharing, view);
    }
    for (size_t i = 0; i < view->count; i++) {
        assign(sharing, &view->views[i], group);
    }
}

static struct sharing find_sharing(struct views *views, enum channel channel) {
    struct arena *arena = views->context->arena;
    size_t most = 2 * views->plot_count + 1;
    struct sharing sharing = {
        .views = views,
        .channel = channel,
        .group_of = ARENA_ARRAY(arena, most, size_t),
        .lists = ARENA_ARRAY(arena, most, struct view *),
    };
    assign(&sharing, &views->root, SIZE_MAX);
    return sharing;
}

// The plots of a group that have the channel; returns how many there are.
static size_t list_members(const struct sharing *sharing, size_t group, struct plot **members) {
    size_t count = 0;
    for (size_t i = 0; i < sharing->views->plot_count; i++) {
        struct plot *plot = sharing->views->plots[i];
        if (sharing->group_of[i] == group && plot_first_spec(plot, sharing->channel)) {
            members[count++] = plot;
        }
    }
    return count;
}

// One plot with the units of all, over which their scale is made.
static struct plot pool(struct plot *const *members, size_t count) {
    struct plot pooled = *members[0];
    pooled.unit_count = 0;
    for (size_t i = 0; i < count; i++) {
        pooled.unit_count += members[i]->unit_count;
    }
    pooled.units = ARENA_ARRAY(pooled.guide.arena, pooled.unit_count, struct plot_unit);
    for (size_t i = 0, at = 0; i < count; at += members[i++]->unit_count) {
        memcpy(pooled.units + at, members[i]->units, members[i]->unit_count * sizeof *pooled.units);
    }
    return pooled;
}

static bool is_continuous(const struct channel_spec *spec) {
    return spec->type == TYPE_QUANTITATIVE || spec->type == TYPE_TEMPORAL;
}

// Amounts and names, or amounts and times, have no scale in common.
static bool check_types(const struct sharing *sharing, struct plot *const *members, size_t count) {
    const struct channel_spec *first = plot_first_spec(members[0], sharing->channel);
    for (size_t i = 1; i < count; i++) {
        const struct channel_spec *spec = plot_first_spec(members[i], sharing->channel);
        bool alike = is_continuous(spec) ? spec->type == first->type : !is_continuous(first);
        if (!alike) {
            const char *name = channel_name(sharing->channel);
            struct diag_place place = json_place(members[i]->guide.arena, spec->json);
            diag_error(members[i]->guide.diag, DIAG_CONFLICT, place,
                       str_printf(members[i]->guide.arena,
                                  "add \"resolve\": {\"scale\": {\"%s\": \"independent\"}}", name),
                       _("charts that share the scale of “%s” have different types"), name);
            return false;
        }
    }
    return true;
}

// ---- colours, shapes, sizes

static void collect(struct plot *plot, enum channel channel) {
    if (channel == CHANNEL_SHAPE) {
        plot_collect_shapes(plot);
    } else if (channel == CHANNEL_SIZE) {
        plot_collect_sizes(plot);
    } else {
        plot_collect_opacities(plot);
    }
}

static void take_scale(struct plot *plot, enum channel channel, const struct plot *pooled) {
    if (channel == CHANNEL_COLOR) {
        plot->colours = pooled->colours;
        plot->colour_spec = pooled->colour_spec;
        plot->ramp = pooled->ramp;
        plot->scheme = pooled->scheme;
    } else if (channel == CHANNEL_SHAPE) {
        plot->shapes = pooled->shapes;
        plot->shape_spec = pooled->shape_spec;
    } else if (channel == CHANNEL_SIZE) {
        plot->size_spec = pooled->size_spec;
        memcpy(plot->size_domain, pooled->size_domain, sizeof plot->size_domain);
    } else {
        memcpy(plot->opacity_domain, pooled->opacity_domain, sizeof plot->opacity_domain);
    }
}

// One scale, and one legend, for what the charts of a group have in common.
static bool share_looks(const struct sharing *sharing, size_t group) {
    struct plot **members =
        ARENA_ARRAY(sharing->views->context->arena, sharing->views->plot_count, struct plot *);
    size_t count = list_members(sharing, group, members);
    enum channel channel = sharing->channel;
    if (!count || !check_types(sharing, members, count)) {
        return !count;
    }
    struct plot pooled = pool(members, count);
    if (channel != CHANNEL_COLOR) {
        collect(&pooled, channel);
    } else if (!plot_collect_colours(&pooled)) {
        return false;
    }
    struct view *list = sharing->lists[group];
    bool follows = sharing->views->context->style->width <= 0; // Vega-Lite's one place for legends
    bool apart = list && (count > 1 || follows) && list->spec->resolve.legend[channel] != CHOICE_NO;
    for (size_t i = 0; i < count; i++) {
        take_scale(members[i], channel, &pooled);
        members[i]->legend_apart[channel] = apart;
    }
    if (apart) {
        list->legend_of[channel] = members[0];
    }
    return true;
}

bool views_read(struct views *views) {
    bool sound = true;
    for (size_t i = 0; i < views->plot_count; i++) {
        sound = plot_read_units(views->plots[i]) && sound;
    }
    sound = sound && views_split(views);
    static const enum channel looks[] = {CHANNEL_COLOR, CHANNEL_SHAPE, CHANNEL_SIZE,
                                         CHANNEL_OPACITY};
    for (size_t i = 0; i < sizeof looks / sizeof *looks && sound; i++) {
        struct sharing sharing = find_sharing(views, looks[i]);
        for (size_t group = 0; group < sharing.groups && sound; group++) {
            sound = share_looks(&sharing, group);
        }
    }
    for (size_t i = 0; i < views->plot_count && sound; i++) { // piles follow their colours
        struct plot *plot = views->plots[i];
        for (size_t u = 0; u < plot->unit_count; u++) {
            sound = plot_stack(plot, &plot->units[u]) && sound;
        }
        sound = sound && plot_check_places(plot) && data_check_units(plot);
    }
    return sound;
}

// ---- places

static bool share_axis(const struct sharing *sharing, size_t group) {
    enum channel channel = sharing->channel;
    struct plot **members =
        ARENA_ARRAY(sharing->views->context->arena, sharing->views->plot_count, struct plot *);
    size_t count = list_members(sharing, group, members);
    if (count < 2) {
        return !count || plot_make_axis(members[0], channel);
    }
    if (!check_types(sharing, members, count)) {
        return false;
    }
    struct plot pooled = pool(members, count);
    bool sound = plot_make_axis(&pooled, channel);
    for (size_t i = 0; i < count; i++) {
        plot_take_axis(members[i], channel, channel == CHANNEL_X ? &pooled.x : &pooled.y);
    }
    return sound;
}

static bool share_axes(struct views *views, enum channel channel) {
    struct sharing sharing = find_sharing(views, channel);
    bool sound = true;
    for (size_t i = 0; i < views->plot_count; i++) {
        if (!plot_first_spec(views->plots[i], channel)) {
            sound = plot_make_axis(views->plots[i], channel) && sound;
        }
    }
    for (size_t group = 0; group < sharing.groups && sound; group++) {
        sound = share_axis(&sharing, group);
    }
    return sound;
}

struct category_list views_categories(const struct views *views) {
    struct word_set *words = ARENA_NEW(views->context->arena, struct word_set);
    *words = WORD_SET(views->context->arena);
    for (size_t i = 0; i < views->plot_count; i++) {
        const struct plot *plot = views->plots[i];
        bool own = plot->scheme != NULL;
        for (size_t k = 0; k < plot->colours.count && !own; k++) {
            word_set_add(words, plot->colours.words[k]);
        }
    }
    return (struct category_list){words->words, words->count};
}

// Those of the document, or of this figure where it is drawn alone: the same rule for both.
static const struct category_colours *find_colours(const struct views *views) {
    const struct chart_context *context = views->context;
    if (context->colours || context->document->vega_lite) {
        return context->colours;
    }
    struct category_list figure = views_categories(views);
    return category_colours_make(context->arena, json_get(context->document->json, "colors"),
                                 context->style, &figure, 1);
}

bool views_make_scales(struct views *views) {
    if (!share_axes(views, CHANNEL_X) || !share_axes(views, CHANNEL_Y)) {
        return false;
    }
    const struct category_colours *colours = find_colours(views);
    bool sound = true;
    for (size_t i = 0; i < views->plot_count; i++) {
        struct plot *plot = views->plots[i];
        plot_make_offsets(plot);
        plot->category_colours = colours;
        sound = plot_colour_marks(plot) && plot_read_numbers(plot) && sound;
    }
    return sound;
}
