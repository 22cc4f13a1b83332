// A picture of several charts: title block, common legends, charts, foot.
#include "chart/compose.h"

#include "chart/alt.h"
#include "chart/foot.h"
#include "chart/plot_draw.h"

#include <math.h>

// Titles of views beside the labels that they stand over.
static const double TITLE_SIZE = 1.12;
// Em of the labels between a view's title and its plot.
static const double TITLE_GAP = 0.9;

// ---- titles and legends of views

static struct style_text title_look(const struct style *style) {
    struct style_text look = style->label;
    look.size *= TITLE_SIZE;
    look.bold = true;
    return look;
}

void compose_set_guides(struct view *view, const struct plot *any, double width) {
    struct guide_context guide = any->guide;
    if (view->title.len) {
        struct style_text *look = ARENA_NEW(guide.arena, struct style_text);
        *look = any->style->width > 0 ? title_look(any->style) : any->style->title;
        view->title_block = guide_set_title(&guide, look, view->title, width);
    }
    view->guides = NULL;
    for (unsigned channel = 0; channel < CHANNEL_COUNT; channel++) {
        if (view->legend_of[channel]) {
            view->guides = view->guides ? view->guides : ARENA_NEW(guide.arena, struct layout);
            layout_add_legend(view->legend_of[channel], (enum channel)channel, view->guides, width);
        }
    }
}

static bool legend_at_right(const struct style *style) {
    return style->legend_orient != LEGEND_TOP;
}

// Any chart that has one of the list's legends.
static const struct plot *legend_plot(const struct view *view) {
    unsigned channel = 0;
    while (!view->legend_of[channel]) {
        channel++;
    }
    return view->legend_of[channel];
}

static struct point legend_extent(const struct view *view) {
    return view->guides ? layout_legend_extent(legend_plot(view), view->guides)
                        : (struct point){0, 0};
}

static double title_height(const struct view *view, const struct style *style) {
    return view->title_block ? ceil(view->title_block->height + TITLE_GAP * style->label.size) : 0;
}

double compose_head_height(const struct view *view, const struct style *style) {
    double legend = legend_at_right(style) ? 0 : legend_extent(view).y;
    return title_height(view, style) + (legend > 0 ? ceil(legend + style->legend_gap) : 0);
}

double compose_legend_width(const struct view *view, const struct style *style) {
    if (!legend_at_right(style) || legend_extent(view).y <= 0) {
        return 0;
    }
    return style->legend_gap + legend_extent(view).x;
}

static void draw_title(struct scene *scene, const struct view *view) {
    struct text_placement place = {
        .at = view->edge, .align = ALIGN_START, .baseline = BASELINE_TOP};
    text_place(scene, ROLE_HEADING, OWNER_NONE, view->title_block, &place);
}

static void draw_legend(struct scene *scene, const struct view *view, const struct style *style) {
    struct plot plot = *legend_plot(view);
    plot.scene = scene;
    struct point corner = {view->edge.x, view->edge.y + title_height(view, style)};
    if (legend_at_right(style)) { // behind what stands at the right of the last plots
        double away = view->insets.right - compose_legend_width(view, style) + style->legend_gap;
        corner.x = rect_right(view->inner) + away;
    }
    layout_draw_legends(&plot, view->guides, corner);
}

// ---- drawing

void compose_draw_chart(const struct views *views, struct view *view) {
    struct plot *plot = view->plot;
    struct scene *part = ARENA_NEW(views->context->arena, struct scene);
    scene_init(part, views->context->arena, views->request->id, ceil(view->layout->width),
               ceil(view->layout->height));
    part->paper = plot->style->paper;
    part->language = plot->guide.language;
    view->scene = plot->scene = part;
    plot_draw(plot, view->layout);
}

static void draw_chart(const struct views *views, struct scene *scene, struct view *view) {
    if (!view->scene) {
        compose_draw_chart(views, view);
    }
    struct point corner = {view->inner.x - view->plot->area.x, view->inner.y - view->plot->area.y};
    scene_append(scene, view->scene, corner);
}

// Of charts that lie over another: behind its marks.
static void draw_grids(const struct views *views, struct scene *scene, const struct view *list) {
    for (size_t i = 1; list->overlaid && i < list->count; i++) {
        const struct view *view = &list->views[i];
        const struct plot *plot = view->plot;
        struct scene part;
        scene_init(&part, scene->arena, views->request->id, ceil(view->layout->width),
                   ceil(view->layout->height));
        axis_draw_grid(&plot->guide, &part, &view->layout->y, plot->area);
        struct point corner = {view->inner.x - plot->area.x, view->inner.y - plot->area.y};
        scene_append(scene, &part, corner);
    }
}

static void draw_view(const struct views *views, struct scene *scene, struct view *view,
                      const struct style *style) {
    scene_open_group(scene, ROLE_VIEW, view->title);
    if (view->title_block) {
        draw_title(scene, view);
    }
    if (view->guides) {
        draw_legend(scene, view, style);
    }
    if (view->plot) {
        draw_chart(views, scene, view);
    }
    draw_grids(views, scene, view);
    for (size_t i = 0; i < view->count; i++) {
        draw_view(views, scene, &view->views[i], style);
    }
    scene_close_group(scene);
}

// ---- the picture

struct picture {
    struct guide_context guide;
    const struct style *style; // of the frame
    struct frame frame;
    struct rect content, head, foot;
    double width, height; // height 0: by the content
    bool fills;
};

// Charts in a list have no margin of their own, and smaller titles than the picture. A style whose
// pictures follow their plots has one size of titles, as Vega-Lite.
static void set_part_style(struct views *views) {
    struct style *style = ARENA_NEW(views->context->arena, struct style);
    *style = *views->context->style;
    style->margin = 0;
    style->logo = (struct style_logo){0};
    style->title_orient = TITLE_TOP;
    if (style->width > 0) {
        style->title = title_look(style);
        style->title_font = style->body_font;
        style->title_gap = TITLE_GAP * style->label.size;
    }
    for (size_t i = 0; i < views->plot_count; i++) {
        views->plots[i]->style = views->plots[i]->guide.style = style;
    }
}

// The picture has a given width unless its style, or a chart of it, says how large plots are.
static bool has_given_width(const struct views *views) {
    for (size_t i = 0; i < views->plot_count && views->context->width <= 0; i++) {
        if (!layout_fills_picture(views->plots[i])) {
            return false;
        }
    }
    return views->context->width > 0 || views->context->style->width > 0;
}

static void set_frame(const struct views *views, struct picture *picture,
                      const struct frame_texts *texts) {
    const struct style *style = picture->style;
    const struct chart_context *context = views->context;
    picture->fills = has_given_width(views);
    if (picture->fills) {
        picture->width = context->width > 0 ? context->width : style->width;
        picture->height = context->width > 0 ? context->height : style->height;
    }
    double width = picture->fills ? picture->width - 2 * style->margin : 0;
    picture->frame = frame_set(&picture->guide, texts, width);
    double head = picture->frame.head_height, foot = picture->frame.foot_height;
    head += head > 0 ? style->title_gap : 0;
    bool below = style->title_orient == TITLE_BOTTOM;
    double top = below ? 0 : ceil(head);
    double bottom = (foot > 0 ? foot + style->foot_gap : 0) + (below ? head : 0);
    picture->content = (struct rect){style->margin, style->margin + top, width, 0};
    if (picture->height > 0) {
        picture->content.height = picture->height - 2 * style->margin - top - bottom;
    }
    picture->head = (struct rect){style->margin, style->margin, width, bottom};
}

// Once the content has its size.
static void place_frame(struct picture *picture) {
    const struct style *style = picture->style;
    double margin = style->margin, end = rect_bottom(picture->content);
    double below = picture->head.height; // px between the content and the margin
    if (!picture->fills) {
        const struct frame *frame = &picture->frame;
        double title = frame->title ? frame->title->width : 0;
        picture->width = fmax(picture->content.width, title) + 2 * margin;
    }
    if (picture->height <= 0) {
        picture->height = end + below + margin;
    }
    double width = picture->width - 2 * margin;
    double head = picture->frame.head_height, foot = picture->frame.foot_height;
    picture->foot = (struct rect){margin, picture->height - margin - foot, width, foot};
    picture->head = (struct rect){margin, margin, width, head};
    if (style->title_orient == TITLE_BOTTOM) {
        picture->head.y = end + style->title_gap;
    }
}

static void start_scene(const struct views *views, const struct picture *picture,
                        struct scene *scene) {
    const struct figure_request *request = views->request;
    struct arena *arena = views->context->arena;
    bool markup = picture->guide.markup;
    scene_init(scene, arena, request->id, ceil(picture->width), ceil(picture->height));
    scene->paper = picture->style->paper;
    scene->language = picture->guide.language;
    scene->title = markup ? text_plain(arena, request->title) : request->title;
    scene->description = !request->alt.len
                             ? alt_write_several(views->plots, views->plot_count, request)
                         : markup ? text_plain(arena, request->alt)
                                  : request->alt;
}

bool compose_draw(struct views *views, struct scene *scene) {
    struct style *frame = ARENA_NEW(views->context->arena, struct style);
    *frame = *views->context->style;
    if (frame->width <= 0) {
        frame->title_anchor = TITLE_START; // Vega-Lite's of composed views
    }
    struct picture picture = {.guide = views->plots[0]->guide, .style = frame};
    picture.guide.style = frame;
    picture.guide.place = json_place(views->context->arena, views->request->json);
    for (size_t i = 0; i < views->plot_count; i++) {
        struct plot *plot = views->plots[i];
        struct str note = plot->unit_note.len ? plot->unit_note : views->request->unit_note;
        plot->unit_scaled = plot_unit_has_scale(plot, note, views->request->subtitle);
        plot_label_marks(plot);
    }
    struct frame_texts texts = foot_texts(views->plots, views->plot_count, views->request);
    foot_say_unit(&picture.guide, views->request->unit_note, &texts);
    set_frame(views, &picture, &texts);
    set_part_style(views);
    views->root.title = STR_NONE; // the picture's own
    bool sound = picture.fills ? compose_fill(views, &picture.content, picture.height > 0)
                               : compose_follow(views, &picture.content);
    if (!sound) {
        return false;
    }
    place_frame(&picture);
    start_scene(views, &picture, scene);
    draw_view(views, scene, &views->root, views->plots[0]->style);
    frame_draw(&picture.guide, scene, &picture.frame, picture.head, picture.foot);
    return true;
}
