// A scene as SVG: the document, its groups and its shapes.
#include "backend/svg.h"

#include "backend/svg_write.h"

static const struct svg_grid px_grid = {.decimals = 2, .scale_y = 1};
static const struct svg_grid unit_grid = {.decimals = 4, .scale_y = 1};

static void add_class(struct buf *out, const char *class_name) {
    if (class_name)
        buf_printf(out, " class=\"%s\"", class_name);
}

static void add_symbol_label(struct buf *out, struct str label) {
    if (!label.len)
        return;
    buf_add_text(out, " role=\"graphics-symbol\"");
    svg_add_attribute(out, "aria-label", label);
}

static void add_opacity(struct buf *out, double opacity) {
    if (opacity == 1)
        return;
    buf_add_text(out, " opacity=\"");
    svg_add_number(out, opacity, 3);
    buf_add_char(out, '"');
}

static void add_rect_sides(struct buf *out, struct rect rect) {
    svg_add_px(out, "x", rect.x);
    svg_add_px(out, "y", rect.y);
    svg_add_px(out, "width", rect.width);
    svg_add_px(out, "height", rect.height);
}

static void add_path(struct svg_writer *writer, const struct scene_item *item,
                     const char *class_name) {
    struct buf *out = &writer->body;
    const struct scene_path *path = &item->path;
    struct rect rect;
    bool is_rect = svg_path_is_rect(&path->path, &rect);
    buf_add_text(out, is_rect ? "<rect" : "<path");
    add_class(out, class_name);
    add_symbol_label(out, item->label);
    svg_add_fill(writer, &path->fill);
    if (path->even_odd)
        buf_add_text(out, " fill-rule=\"evenodd\"");
    svg_add_stroke(writer, &path->stroke);
    add_opacity(out, path->opacity);
    if (is_rect) {
        add_rect_sides(out, rect);
    } else {
        buf_add_text(out, " d=\"");
        svg_add_path_data(out, &path->path, px_grid);
        buf_add_char(out, '"');
    }
    buf_add_text(out, "/>\n");
}

static void add_circle(struct svg_writer *writer, struct point centre, double radius) {
    svg_add_px(&writer->body, "cx", centre.x);
    svg_add_px(&writer->body, "cy", centre.y);
    svg_add_px(&writer->body, "r", radius);
}

static void add_shape_use(struct svg_writer *writer, uint32_t shape, struct point place,
                          double size) {
    struct buf *out = &writer->body;
    buf_add_text(out, " xlink:href=\"#");
    svg_add_id(writer, out, 's', shape);
    buf_add_text(out, "\" transform=\"translate(");
    svg_add_number(out, place.x, 2);
    buf_add_char(out, ' ');
    svg_add_number(out, place.y, 2);
    buf_add_text(out, ")scale(");
    svg_add_number(out, size, 3);
    buf_add_text(out, ")\"");
}

static uint32_t define_shape(struct svg_writer *writer, const struct path *shape) {
    struct buf rest = BUF_INIT(writer->arena);
    buf_add_text(&rest, " d=\"");
    svg_add_path_data(&rest, shape, unit_grid);
    buf_add_text(&rest, "\"/>");
    uint32_t number = svg_define(writer, 's', "path", buf_str(&rest));
    buf_done(&rest);
    return number;
}

static void add_points(struct svg_writer *writer, const struct scene_item *item,
                       const char *class_name) {
    struct buf *out = &writer->body;
    const struct scene_points *points = &item->points;
    double radius;
    bool round = svg_path_is_circle(&points->shape, &radius);
    uint32_t shape = round ? 0 : define_shape(writer, &points->shape);
    bool grouped = class_name || item->label.len;
    if (grouped) {
        buf_add_text(out, "<g");
        add_class(out, class_name);
        buf_add_text(out, item->label.len ? " role=\"graphics-object\"" : "");
        svg_add_attribute(out, "aria-label", item->label);
        buf_add_text(out, ">\n");
    }
    for (size_t i = 0; i < points->count; i++) {
        buf_add_text(out, round ? "<circle" : "<use");
        if (points->labels)
            add_symbol_label(out, points->labels[i]);
        svg_add_colour(out, "fill", points->colours[i]);
        if (round)
            add_circle(writer, points->places[i], radius * points->sizes[i]);
        else
            add_shape_use(writer, shape, points->places[i], points->sizes[i]);
        buf_add_text(out, "/>\n");
    }
    if (grouped)
        buf_add_text(out, "</g>\n");
}

static void add_item(struct svg_writer *writer, const struct scene_item *item,
                     const char *class_name) {
    switch (item->kind) {
    case SCENE_PATH:
        add_path(writer, item, class_name);
        break;
    case SCENE_POINTS:
        add_points(writer, item, class_name);
        break;
    case SCENE_TEXT:
        svg_add_text(writer, &item->text, class_name);
        break;
    case SCENE_IMAGE:
        svg_add_image(writer, &item->image, class_name, item->label);
        break;
    case SCENE_GROUP:
        break; // has items of its own: add_group
    }
}

// Neighbours of one role share one named group, as in Vega's pictures; the group around them serves
// when it has the role (`parent`; ROLE_COUNT: none).
static size_t add_neighbours(struct svg_writer *writer, size_t from, size_t to,
                             enum scene_role parent) {
    const struct scene_item *items = writer->scene->items;
    const char *class_name = scene_role_class(items[from].role);
    size_t end = from + 1;
    while (end < to && items[end].kind != SCENE_GROUP && items[end].role == items[from].role)
        end++;
    bool grouped = end > from + 1 && items[from].role != parent;
    bool named = grouped || items[from].role == parent;
    if (grouped)
        buf_printf(&writer->body, "<g class=\"%s\">\n", class_name);
    for (size_t i = from; i < end; i++)
        add_item(writer, &items[i], named ? NULL : class_name);
    if (grouped)
        buf_add_text(&writer->body, "</g>\n");
    return end;
}

static void add_clip(struct svg_writer *writer, struct rect clip) {
    struct buf rest = BUF_INIT(writer->arena);
    buf_add_text(&rest, "><rect");
    add_rect_sides(&rest, clip);
    buf_add_text(&rest, "/></clipPath>");
    buf_add_text(&writer->body, " clip-path=\"url(#");
    svg_add_id(writer, &writer->body, 'c', svg_define(writer, 'c', "clipPath", buf_str(&rest)));
    buf_add_text(&writer->body, ")\"");
    buf_done(&rest);
}

// True when the group is one text of several lines, whose words are the group's label.
static bool is_text_group(const struct scene *scene, size_t index) {
    const struct scene_item *group = &scene->items[index];
    for (size_t i = index + 1; i < group->group.end; i++)
        if (scene->items[i].kind != SCENE_TEXT)
            return false;
    return group->label.len && group->group.end > index + 1;
}

static void open_group(struct svg_writer *writer, size_t index) {
    struct buf *out = &writer->body;
    const struct scene_item *item = &writer->scene->items[index];
    buf_add_text(out, "<g");
    add_class(out, scene_role_class(item->role));
    if (item->label.len)
        buf_add_text(out, is_text_group(writer->scene, index) ? " role=\"img\""
                                                              : " role=\"graphics-object\"");
    svg_add_attribute(out, "aria-label", item->label);
    add_opacity(out, item->group.opacity);
    if (item->group.clipped)
        add_clip(writer, item->group.clip);
    buf_add_text(out, ">\n");
}

// Depth is bounded by the scene's own limit on groups.
static void add_range(struct svg_writer *writer, size_t from, size_t to, enum scene_role parent) {
    const struct scene_item *items = writer->scene->items;
    for (size_t i = from; i < to;) {
        if (items[i].kind != SCENE_GROUP) {
            i = add_neighbours(writer, i, to, parent);
            continue;
        }
        size_t end = items[i].group.end;
        if (end == i + 1) { // an empty group is nothing to see or to edit
            i = end;
            continue;
        }
        open_group(writer, i);
        writer->labelled = is_text_group(writer->scene, i);
        add_range(writer, i + 1, end, items[i].role);
        writer->labelled = false;
        buf_add_text(&writer->body, "</g>\n");
        i = end;
    }
}

static void add_paper(struct svg_writer *writer, const struct backend_options *options) {
    const struct scene *scene = writer->scene;
    if (options->transparent || scene->paper.a == 0)
        return;
    buf_printf(&writer->body, "<rect class=\"%s\"", scene_role_class(ROLE_PAPER));
    svg_add_px(&writer->body, "width", scene->width);
    svg_add_px(&writer->body, "height", scene->height);
    svg_add_colour(&writer->body, "fill", scene->paper);
    buf_add_text(&writer->body, "/>\n");
}

static void add_heading(const struct svg_writer *writer, struct buf *out, const char *name,
                        struct str text) {
    if (!text.len)
        return;
    buf_printf(out, "<%s id=\"", name);
    buf_add_str(out, writer->prefix);
    buf_printf(out, "-%s\">", name);
    svg_add_escaped(out, text);
    buf_printf(out, "</%s>\n", name);
}

static void add_labelled_by(const struct svg_writer *writer, struct buf *out) {
    const struct scene *scene = writer->scene;
    if (!scene->title.len && !scene->description.len)
        return;
    buf_add_text(out, " aria-labelledby=\"");
    if (scene->title.len) {
        buf_add_str(out, writer->prefix);
        buf_add_text(out, "-title");
    }
    if (scene->description.len) {
        buf_add_text(out, scene->title.len ? " " : "");
        buf_add_str(out, writer->prefix);
        buf_add_text(out, "-desc");
    }
    buf_add_char(out, '"');
}

static void add_head(const struct svg_writer *writer, struct buf *out) {
    const struct scene *scene = writer->scene;
    buf_add_text(out, "<svg xmlns=\"http://www.w3.org/2000/svg\""
                      " xmlns:xlink=\"http://www.w3.org/1999/xlink\"");
    svg_add_px(out, "width", scene->width);
    svg_add_px(out, "height", scene->height);
    buf_add_text(out, " viewBox=\"0 0 ");
    svg_add_number(out, scene->width, 2);
    buf_add_char(out, ' ');
    svg_add_number(out, scene->height, 2);
    buf_add_text(out, "\" role=\"graphics-document\"");
    add_labelled_by(writer, out);
    svg_add_attribute(out, "xml:lang", scene->language);
    buf_add_text(out, ">\n");
    add_heading(writer, out, "title", scene->title);
    add_heading(writer, out, "desc", scene->description);
}

bool svg_write_scene(const struct scene *scene, struct text_engine *text,
                     const struct backend_options *options, struct diag *diag, struct arena *arena,
                     struct buf *out) {
    struct svg_writer writer = {.scene = scene,
                                .text = text,
                                .diag = diag,
                                .mode = options->svg_text,
                                .arena = arena,
                                .prefix = svg_id_prefix(arena, scene->id),
                                .defs = BUF_INIT(arena),
                                .body = BUF_INIT(arena)};
    add_paper(&writer, options);
    add_range(&writer, 0, scene->count, ROLE_COUNT);
    bool ok = svg_add_faces(&writer, &writer.defs);
    add_head(&writer, out);
    if (writer.defs.len) {
        buf_add_text(out, "<defs>\n");
        buf_add_str(out, buf_str(&writer.defs));
        buf_add_text(out, "</defs>\n");
    }
    buf_add_str(out, buf_str(&writer.body));
    buf_add_text(out, "</svg>\n");
    buf_done(&writer.defs);
    buf_done(&writer.body);
    return ok;
}

static bool write_file(const struct scene *scene, struct text_engine *text,
                       const struct backend_options *options, struct diag *diag,
                       struct file_output *out) {
    struct buf file = BUF_INIT(out->arena);
    bool ok = svg_write_scene(scene, text, options, diag, out->arena, &file);
    if (ok)
        file_write(out, file.data, file.len);
    buf_done(&file);
    return ok;
}

const struct backend backend_svg = {.name = "svg", .write = write_file};
