// The floor: the least that Pango and Cairo need for a bar chart of eight Chinese categories.
//
//   floor DIR N      writes DIR/floor-0.svg … DIR/floor-(N-1).svg
//
// It draws the words and bars of bench.py's document at fixed places: no document is read, nothing
// is measured against anything else, checked or written twice. What tushuo takes beyond this is
// the price of its own work.
#include <pango/pangocairo.h>

#include <cairo-svg.h>
#include <stdio.h>
#include <stdlib.h>

enum { WIDTH = 1600, HEIGHT = 900, BARS = 8 };

struct bar {
    const char *label, *value;
    double share; // of the longest
};

// As in bench.py.
static const struct bar bars[BARS] = {
    {"主题教育活动", "300余场次", 300.0 / 300}, {"参观考察活动", "210场次", 210.0 / 300},
    {"理论宣讲报告会", "168场次", 168.0 / 300}, {"专题研讨座谈会", "140余场次", 140.0 / 300},
    {"民族团结进步宣传", "96场次", 96.0 / 300}, {"港澳台侨交流活动", "60余场次", 60.0 / 300},
    {"新阶层人士联谊会", "45场次", 45.0 / 300}, {"同心品牌服务活动", "28场次", 28.0 / 300},
};

struct pen {
    cairo_t *cr;
    PangoLayout *layout;
};

static void draw_text(const struct pen *pen, const char *words, double x, double y, double size,
                      int bold) {
    PangoFontDescription *font = pango_font_description_from_string("Noto Sans CJK SC");
    pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
    pango_font_description_set_weight(font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(pen->layout, font);
    pango_layout_set_text(pen->layout, words, -1);
    cairo_set_source_rgb(pen->cr, 0.13, 0.13, 0.15);
    cairo_move_to(pen->cr, x, y);
    pango_cairo_show_layout(pen->cr, pen->layout);
    pango_font_description_free(font);
}

static void draw_bar(const struct pen *pen, const struct bar *bar, int index) {
    enum { LEFT = 260, LONGEST = 1150, PITCH = 84, THICKNESS = 50 };
    double y = 150 + PITCH * index, length = LONGEST * bar->share;
    cairo_set_source_rgb(pen->cr, 0.7, 0.15, 0.12);
    cairo_rectangle(pen->cr, LEFT, y, length, THICKNESS);
    cairo_fill(pen->cr);
    draw_text(pen, bar->label, 40, y + 8, 24, 0);
    draw_text(pen, bar->value, LEFT + length + 10, y + 8, 24, 1);
}

static int draw_chart(const char *folder, int index) {
    char path[4096], title[256];
    snprintf(path, sizeof path, "%s/floor-%d.svg", folder, index);
    snprintf(title, sizeof title, "第%d图：主题教育活动300余场次，所列八类中场次最多", index + 1);
    cairo_surface_t *surface = cairo_svg_surface_create(path, WIDTH, HEIGHT);
    cairo_t *cr = cairo_create(surface);
    struct pen pen = {cr, pango_cairo_create_layout(cr)};
    cairo_set_source_rgb(cr, 1, 1, 1);
    cairo_paint(cr);
    draw_text(&pen, title, 40, 30, 40, 1);
    draw_text(&pen, "2022年（单位：场次）", 40, 95, 22, 0);
    for (int i = 0; i < BARS; i++)
        draw_bar(&pen, &bars[i], i);
    draw_text(&pen, "注：1. 各类活动可能交叉，不相加。2. “余”表示实际数略多于所列数。", 40, 840, 20,
              0);
    g_object_unref(pen.layout);
    cairo_destroy(cr);
    cairo_surface_finish(surface);
    cairo_status_t status = cairo_surface_status(surface);
    cairo_surface_destroy(surface);
    return status != CAIRO_STATUS_SUCCESS;
}

int main(int argc, char **argv) {
    if (argc != 3) {
        fputs("usage: floor DIR N\n", stderr);
        return 2;
    }
    int faults = 0;
    for (int i = 0; i < atoi(argv[2]); i++)
        faults += draw_chart(argv[1], i);
    return faults ? 3 : 0;
}
