// Where the plot stands in the picture, between title block and foot.
#include "chart/grid.h"
#include "chart/layout_parts.h"

#include <math.h>

static double block_width(const struct text_block *block) {
    return block ? block->width : 0;
}

static double head_width(const struct frame *frame) {
    return fmax(block_width(frame->title), block_width(frame->subtitle)) +
           (frame->logo_in_head ? frame->logo_room : 0);
}

static double frame_width(const struct frame *frame) {
    double foot = fmax(block_width(frame->notes), block_width(frame->sources));
    return fmax(head_width(frame), foot + (frame->logo_in_foot ? frame->logo_room : 0));
}

// Of the height that a fixed frame leaves free: the part that goes above the plot. A little less
// than half, so that the eye takes the plot to be in the middle.
static double free_share(const struct layout *layout, double used) {
    static const double ABOVE = 0.4;
    return layout->fill_height ? ABOVE * fmax(0, layout->height - used) : 0;
}

// A picture that follows its plot is as wide as a title that is centred over it.
static void make_room_for_title(const struct plot *plot, struct layout *layout) {
    double cells = grid_whole(plot, (struct rect){0, 0, plot->x.size, plot->y.size}).width;
    double title = head_width(&layout->frame) / 2 - cells / 2;
    if (!layout->fill_width && plot->style->title_anchor == TITLE_MIDDLE) {
        layout->left = fmax(layout->left, ceil(title));
        layout->right = fmax(layout->right, ceil(title));
    }
}

void layout_place_picture(struct plot *plot, struct layout *layout) {
    double margin = plot->style->margin;
    make_room_for_title(plot, layout);
    plot->area = (struct rect){margin + layout->left, margin + layout->top + plot->grid.header,
                               plot->x.size, plot->y.size};
    plot->whole = grid_whole(plot, plot->area);
    double shift = floor(free_share(layout, rect_bottom(plot->whole) + layout->bottom + margin));
    plot->area.y += shift;
    plot->whole.y += shift;
    double bottom = rect_bottom(plot->whole) + layout->bottom + margin;
    double right = rect_right(plot->whole) + layout->beyond + layout->right + margin;
    if (plot->box) {
        layout->width = right;
    } else if (!layout->fill_width) {
        layout->width = fmax(right, frame_width(&layout->frame) + 2 * margin);
    }
    bool given = layout->fill_height && !plot->box;
    layout->height = given ? layout->height : bottom;
    layout->head =
        (struct rect){margin, margin, layout->width - 2 * margin, layout->frame.head_height};
    if (plot->style->title_orient == TITLE_BOTTOM) {
        layout->head.y = rect_bottom(plot->whole) + axis_extent(&plot->guide, &layout->x) +
                         plot->style->title_gap;
    }
    if (!layout->fill_width) { // Vega-Lite's titles stand over the plot, not over its axes
        layout->head.x = plot->whole.x;
        layout->head.width = plot->whole.width;
    }
    layout->foot = (struct rect){margin, layout->height - margin - layout->frame.foot_height,
                                 layout->width - 2 * margin, layout->frame.foot_height};
}

void layout_set_frame(struct plot *plot, struct layout *layout, const struct frame_texts *texts) {
    double width = layout->fill_width ? layout->width - 2 * plot->style->margin : 0;
    layout->frame = frame_set(&plot->guide, texts, width);
    double head = layout->frame.head_height, foot = layout->frame.foot_height;
    bool below = plot->style->title_orient == TITLE_BOTTOM;
    head += head > 0 ? plot->style->title_gap : 0;
    layout->top = below ? 0 : ceil(head);
    layout->bottom = (foot > 0 ? foot + plot->style->foot_gap : 0) + (below ? head : 0);
}

// The line over the plot: the unit at its right end, the title of a left axis at its left.
void layout_make_room_over(struct plot *plot, struct layout *layout) {
    const struct text_block *unit = layout->frame.unit;
    double height = unit ? unit->height + plot->style->axis_label_gap : 0;
    layout->over = ceil(fmax(height, axis_extent_over(&plot->guide, &layout->y)));
    bool numbered =
        !plot->y.discrete && layout_axis_shown(plot, &plot->y) && !layout_has_no_axes(plot);
    if (numbered) { // half of the topmost number, where the title stands so near
        double half = ceil(plot->style->axis_label.size * 0.6);
        layout->over = fmax(layout->over, half - plot->style->title_gap);
    }
    layout->top += layout->over;
}
