// Fill, stroke and gradients as presentation attributes.
#include "backend/svg_write.h"

void svg_add_colour(struct buf *out, const char *name, struct colour colour) {
    buf_printf(out, " %s=\"#%02x%02x%02x\"", name, colour.r, colour.g, colour.b);
    if (colour.a == 255)
        return;
    buf_printf(out, " %s-opacity=\"", name);
    svg_add_number(out, colour.a / 255.0, 3);
    buf_add_char(out, '"');
}

static void add_stops(struct buf *out, const struct paint *paint) {
    for (size_t i = 0; i < paint->stop_count; i++) {
        buf_add_text(out, "<stop offset=\"");
        svg_add_number(out, paint->stops[i].offset, 4);
        struct colour colour = paint->stops[i].colour;
        buf_printf(out, "\" stop-color=\"#%02x%02x%02x\"", colour.r, colour.g, colour.b);
        if (colour.a != 255) {
            buf_add_text(out, " stop-opacity=\"");
            svg_add_number(out, colour.a / 255.0, 3);
            buf_add_char(out, '"');
        }
        buf_add_text(out, "/>");
    }
}

// The gradient's number; its points are px of the picture, whatever it fills.
static uint32_t define_gradient(struct svg_writer *writer, const struct paint *paint) {
    bool linear = paint->kind == PAINT_LINEAR;
    const char *name = linear ? "linearGradient" : "radialGradient";
    struct buf rest = BUF_INIT(writer->arena);
    buf_add_text(&rest, " gradientUnits=\"userSpaceOnUse\"");
    svg_add_px(&rest, linear ? "x1" : "cx", paint->from.x);
    svg_add_px(&rest, linear ? "y1" : "cy", paint->from.y);
    if (linear) {
        svg_add_px(&rest, "x2", paint->to.x);
        svg_add_px(&rest, "y2", paint->to.y);
    } else {
        svg_add_px(&rest, "r", paint->radius);
    }
    buf_add_char(&rest, '>');
    add_stops(&rest, paint);
    buf_printf(&rest, "</%s>", name);
    uint32_t number = svg_define(writer, 'p', name, buf_str(&rest));
    buf_done(&rest);
    return number;
}

static void add_paint(struct svg_writer *writer, const char *name, const struct paint *paint) {
    struct buf *out = &writer->body;
    if (paint->kind == PAINT_NONE) {
        buf_printf(out, " %s=\"none\"", name);
    } else if (paint->kind == PAINT_SOLID) {
        svg_add_colour(out, name, paint->colour);
    } else {
        buf_printf(out, " %s=\"url(#", name);
        svg_add_id(writer, out, 'p', define_gradient(writer, paint));
        buf_add_text(out, ")\"");
    }
}

void svg_add_fill(struct svg_writer *writer, const struct paint *fill) {
    add_paint(writer, "fill", fill);
}

void svg_add_stroke(struct svg_writer *writer, const struct stroke *stroke) {
    static const char *const caps[] = {NULL, "round", "square"};
    static const char *const joins[] = {NULL, "round", "bevel"};
    struct buf *out = &writer->body;
    if (stroke->paint.kind == PAINT_NONE || stroke->width <= 0)
        return;
    add_paint(writer, "stroke", &stroke->paint);
    if (stroke->width != 1)
        svg_add_px(out, "stroke-width", stroke->width);
    if (caps[stroke->cap])
        buf_printf(out, " stroke-linecap=\"%s\"", caps[stroke->cap]);
    if (joins[stroke->join])
        buf_printf(out, " stroke-linejoin=\"%s\"", joins[stroke->join]);
    for (size_t i = 0; i < stroke->dash_count; i++) {
        buf_add_text(out, i ? " " : " stroke-dasharray=\"");
        svg_add_number(out, stroke->dashes[i], 2);
    }
    if (stroke->dash_count)
        buf_add_char(out, '"');
}
