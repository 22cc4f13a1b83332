// Views within a picture of given width.
//
// What stands around a plot (axes, labels, legends, titles) is known only when the plot's size is,
// and the other way round. So the charts are laid out a few times: by shares of the width; then
// with what the first found around them; then at the heights of their lines; at last for good.
#include "base/i18n.h"
#include "base/punctuation.h"
#include "chart/compose.h"
#include "chart/foot.h"

#include <math.h>

// Em of the labels between what stands around neighbouring plots.
static const double GAP[2] = {2.2, 2.2};
// A plot that is narrower or lower than this many em shows nothing.
static const double LEAST_EM = 4;
// The least height of a plot without bars across, em.
static const double LEAST_HEIGHT = 6;
// How many columns are as wide as a plot of amounts, and how far columns change its width.
static const double COLUMNS = 8, NARROW = 0.6, WIDE = 1.6;
// Vega-Lite's width of a plot, in which given widths are counted.
static const double GIVEN_UNIT = 200;

enum pass { PASS_FIRST, PASS_SHARES, PASS_HEIGHTS, PASS_FINAL };

struct filling {
    struct views *views;
    const struct style *style;
    enum pass pass;
    struct diag *silent; // of all passes but the last
    bool sound;
};

// ---- one chart

// A copy that a pass may change.
static struct plot *copy_plot(const struct plot *plot, struct diag *silent) {
    struct plot *copy = ARENA_NEW(plot->guide.arena, struct plot);
    *copy = *plot;
    copy->guide.diag = silent;
    copy->units = ARENA_ARRAY(plot->guide.arena, plot->unit_count, struct plot_unit);
    for (size_t i = 0; i < plot->unit_count; i++) {
        copy->units[i] = plot->units[i];
    }
    return copy;
}

// What the style says of the unit: behind the view's title, or at the plot.
static struct frame_texts chart_texts(struct plot *plot, struct view *view) {
    struct frame_texts texts = {0};
    plot_say_unit(plot, view->unit_note, &texts);
    if (texts.subtitle.len && view->title.len) {
        const char *bracketed = punctuation_of(plot->guide.language)->bracketed;
        view->title =
            str_printf(plot->guide.arena, bracketed, STR_ARG(view->title), STR_ARG(texts.subtitle));
    } else if (texts.subtitle.len) {
        view->title = texts.subtitle;
    }
    texts.subtitle = STR_NONE;
    return texts;
}

static void lay_chart(struct filling *filling, struct view *view) {
    bool final = filling->pass == PASS_FINAL;
    struct plot *plot = final ? view->plot : copy_plot(view->plot, filling->silent);
    struct view_box *box = ARENA_NEW(plot->guide.arena, struct view_box);
    *box = (struct view_box){
        .width = view->inner.width,
        .height = filling->pass >= PASS_HEIGHTS ? view->inner.height : 0,
        .around = view->insets.left + view->insets.right,
    };
    plot->box = box;
    struct view scratch = *view;
    struct frame_texts texts = chart_texts(plot, filling->pass == PASS_FIRST ? view : &scratch);
    struct layout *layout = ARENA_NEW(plot->guide.arena, struct layout);
    if (!layout_make(plot, layout, &texts)) {
        filling->sound = filling->sound && !final;
        return;
    }
    if (filling->pass < PASS_HEIGHTS) {
        view->natural_height = rect_bottom(plot->whole) - plot->area.y;
        view->least_height =
            layout->least_height > 0
                ? layout->least_height
                : fmin(view->natural_height, LEAST_HEIGHT * plot->style->label.size);
    }
    view->layout = layout;
    compose_set_guides(view, plot, box->width + box->around);
    view->insets = (struct insets){
        .left = plot->area.x,
        .right = layout->width - rect_right(plot->whole),
        .top = plot->area.y + compose_head_height(view, filling->style),
        .bottom = layout->height - rect_bottom(plot->whole),
    };
}

// ---- lines and columns of a list

struct lanes {
    size_t count;
    double *before, *after; // px around the plots of each
    double *length;         // px of the plots
    double gap;
};

static size_t line_count(const struct view *list) {
    return list->overlaid ? 1 : (list->count + list->columns - 1) / list->columns;
}

// Views that lie over one another stand in one line of one column.
static size_t lane_of(const struct view *list, size_t i, bool down) {
    return list->overlaid ? 0 : down ? i / list->columns : i % list->columns;
}

static struct lanes find_lanes(const struct filling *filling, const struct view *list, bool down) {
    struct arena *arena = filling->views->context->arena;
    size_t count = down ? line_count(list) : list->columns;
    struct lanes lanes = {
        .count = count,
        .before = ARENA_ARRAY(arena, count, double),
        .after = ARENA_ARRAY(arena, count, double),
        .length = ARENA_ARRAY(arena, count, double),
        .gap = isfinite(list->spec->spacing[down]) ? list->spec->spacing[down]
                                                   : GAP[down] * filling->style->label.size,
    };
    for (size_t i = 0; i < list->count; i++) {
        const struct insets *own = &list->views[i].insets;
        size_t lane = lane_of(list, i, down);
        lanes.before[lane] = fmax(lanes.before[lane], down ? own->top : own->left);
        lanes.after[lane] = fmax(lanes.after[lane], down ? own->bottom : own->right);
    }
    return lanes;
}

// Px between the plots of neighbours.
static double between(const struct lanes *lanes, size_t lane) {
    return lane ? lanes->after[lane - 1] + lanes->gap + lanes->before[lane] : 0;
}

static double between_all(const struct lanes *lanes) {
    double sum = 0;
    for (size_t i = 0; i < lanes->count; i++) {
        sum += between(lanes, i);
    }
    return sum;
}

static double chart_weight(const struct plot *plot) {
    if (plot->spec->width.px > 0) {
        return plot->spec->width.px / GIVEN_UNIT;
    }
    double columns = (double)plot->x.words.count * fmax(1, (double)plot->offsets.count);
    return plot->x.banded && plot->x.spec ? fmin(WIDE, fmax(NARROW, columns / COLUMNS)) : 1;
}

static double weight_of(const struct view *view) {
    if (view->plot) {
        return chart_weight(view->plot);
    }
    double sum = 0; // of overlaid views too: they are one column
    for (size_t c = 0; c < view->columns; c++) {
        double most = 0;
        for (size_t i = c; i < view->count; i += view->columns) {
            most = fmax(most, weight_of(&view->views[i]));
        }
        sum += most;
    }
    return sum;
}

static void share_width(const struct view *list, double width, struct lanes *columns) {
    double all = weight_of(list), free = width - between_all(columns);
    for (size_t i = 0; i < list->count; i++) {
        double *own = &columns->length[i % list->columns];
        *own = fmax(*own, weight_of(&list->views[i]) / all * free);
    }
}

// The heights of the lines, natural or least, and of the list.
static double sum_heights(const struct view *list, struct lanes *lines, bool least) {
    double sum = between_all(lines);
    for (size_t line = 0; line < lines->count; line++) {
        double most = 0;
        for (size_t i = 0; i < list->count; i++) {
            const struct view *view = &list->views[i];
            double height = least ? view->least_height : view->natural_height;
            most = lane_of(list, i, true) == line ? fmax(most, height) : most;
        }
        lines->length[line] = most;
        sum += most;
    }
    return sum;
}

// Lines grow alike; when there is too little, they shrink towards their least heights.
static void share_height(const struct filling *filling, const struct view *list, double height,
                         struct lanes *lines) {
    struct lanes least = find_lanes(filling, list, true);
    double fixed = between_all(lines), natural = sum_heights(list, lines, false) - fixed;
    double needed = sum_heights(list, &least, true) - fixed, free = height - fixed;
    for (size_t i = 0; i < lines->count; i++) {
        double own = lines->length[i], low = least.length[i];
        lines->length[i] = free >= natural ? own * free / natural
                           : free >= needed
                               ? low + (own - low) * (free - needed) / (natural - needed)
                               : low * fmax(0, free) / needed; // bars then complain
    }
}

static void check_room(struct filling *filling, const struct view *view) {
    double least = LEAST_EM * filling->style->label.size;
    bool narrow = view->inner.width < least;
    if (filling->pass != PASS_FINAL || !filling->sound ||
        (!narrow && view->inner.height >= least)) {
        return;
    }
    diag_error(filling->views->context->diag, DIAG_LAYOUT,
               json_place(filling->views->context->arena, view->spec->json),
               STR("make the picture larger, or put fewer charts into a line"),
               narrow ? _("the charts beside this one leave it no width")
                      : _("the charts above and below this one leave it no height"));
    filling->sound = false;
}

// ---- the tree

static void arrange(struct filling *filling, struct view *view, struct rect inner,
                    struct point edge) {
    view->inner = inner;
    view->edge = edge;
    if (view->plot) {
        check_room(filling, view);
        return;
    }
    if (view->overlaid) {
        edge.y += compose_head_height(view, filling->style);
        for (size_t i = 0; i < view->count; i++) {
            arrange(filling, &view->views[i], inner, edge);
        }
        return;
    }
    struct lanes columns = find_lanes(filling, view, false);
    struct lanes lines = find_lanes(filling, view, true);
    share_width(view, inner.width, &columns);
    share_height(filling, view, inner.height, &lines);
    struct point at = {inner.x, inner.y}, corner = edge;
    corner.y += compose_head_height(view, filling->style);
    for (size_t i = 0; i < view->count; i++) {
        size_t column = i % view->columns, line = i / view->columns;
        if (column == 0) {
            at.x = inner.x;
            at.y += between(&lines, line) + (line ? lines.length[line - 1] : 0);
        } else {
            at.x += columns.length[column - 1] + between(&columns, column);
        }
        struct point own = {column ? at.x - columns.before[column] : corner.x,
                            line ? at.y - lines.before[line] : corner.y};
        struct rect box = {at.x, at.y, columns.length[column], lines.length[line]};
        arrange(filling, &view->views[i], box, own);
    }
}

static void lay_view(struct filling *filling, struct view *view) {
    if (view->plot) {
        lay_chart(filling, view);
        return;
    }
    for (size_t i = 0; i < view->count; i++) {
        lay_view(filling, &view->views[i]);
    }
    compose_set_guides(view, filling->views->plots[0],
                       view->inner.width + view->insets.left + view->insets.right);
    struct lanes columns = find_lanes(filling, view, false);
    struct lanes lines = find_lanes(filling, view, true);
    view->insets = (struct insets){
        .left = columns.before[0],
        .right = columns.after[columns.count - 1] + compose_legend_width(view, filling->style),
        .top = lines.before[0] + compose_head_height(view, filling->style),
        .bottom = lines.after[lines.count - 1],
    };
    if (filling->pass < PASS_HEIGHTS) {
        view->natural_height = sum_heights(view, &lines, false);
        view->least_height = sum_heights(view, &lines, true);
    }
}

bool compose_fill(struct views *views, struct rect *content, bool fill_height) {
    struct diag *silent = ARENA_NEW(views->context->arena, struct diag);
    diag_init(silent, views->context->arena);
    struct filling filling = {views, views->plots[0]->style, PASS_FIRST, silent, true};
    struct view *root = &views->root;
    for (; filling.pass <= PASS_FINAL && filling.sound; filling.pass++) {
        struct insets insets = root->insets;
        struct rect inner = {content->x + insets.left, content->y + insets.top,
                             content->width - insets.left - insets.right, root->natural_height};
        if (fill_height && filling.pass >= PASS_HEIGHTS) {
            inner.height = content->height - insets.top - insets.bottom;
        }
        arrange(&filling, root, inner, (struct point){content->x, content->y});
        if (filling.sound) {
            lay_view(&filling, root);
        }
    }
    if (!fill_height) {
        content->height = root->insets.top + root->inner.height + root->insets.bottom;
    }
    return filling.sound;
}
