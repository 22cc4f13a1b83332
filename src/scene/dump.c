// A scene as text, for tests: no output syntax in the way of a small diff.
#include "scene/dump.h"

#include "base/json_out.h"
#include "base/number.h"

static const char *role_name(enum scene_role role) {
    static const char *const names[] = {
#define ROLE(id, class_name) #id,
#include "scene/scene_roles.def"
#undef ROLE
    };
    return names[role];
}

static void add_number(struct buf *out, double value) {
    buf_add_char(out, ' ');
    buf_add_number(out, value, 2);
}

static void add_point(struct buf *out, struct point p) {
    add_number(out, p.x);
    buf_add_char(out, ',');
    buf_add_number(out, p.y, 2);
}

static void add_rect(struct buf *out, const char *name, struct rect r) {
    buf_printf(out, " %s", name);
    add_point(out, (struct point){r.x, r.y});
    add_number(out, r.width);
    buf_add_text(out, "×");
    buf_add_number(out, r.height, 2);
}

static void add_words(struct buf *out, const char *name, struct str words) {
    if (!words.len)
        return;
    buf_printf(out, " %s=", name);
    buf_add_json_string(out, words);
}

static void add_colour(struct buf *out, struct colour colour) {
    buf_add_char(out, ' ');
    buf_add_colour(out, colour);
    if (colour.a != 255)
        buf_printf(out, "/%u", colour.a);
}

static void add_paint(struct buf *out, const char *name, const struct paint *paint) {
    if (paint->kind == PAINT_NONE)
        return;
    buf_printf(out, " %s", name);
    if (paint->kind == PAINT_SOLID) {
        add_colour(out, paint->colour);
        return;
    }
    buf_add_text(out, paint->kind == PAINT_LINEAR ? " linear" : " radial");
    add_point(out, paint->from);
    if (paint->kind == PAINT_LINEAR)
        add_point(out, paint->to);
    else
        add_number(out, paint->radius);
    for (size_t i = 0; i < paint->stop_count; i++) {
        add_number(out, paint->stops[i].offset);
        add_colour(out, paint->stops[i].colour);
    }
}

static void add_path(struct buf *out, const struct path *path) {
    static const char letters[] = "MLCZ";
    const struct point *p = path->points;
    for (size_t i = 0; i < path->verb_count; i++) {
        buf_printf(out, " %c", letters[path->verbs[i]]);
        size_t points = path->verbs[i] == PATH_CLOSE ? 0 : path->verbs[i] == PATH_CURVE ? 3 : 1;
        for (; points; points--)
            add_point(out, *p++);
    }
}

static void add_stroke(struct buf *out, const struct stroke *stroke) {
    static const char *const caps[] = {"", " round-cap", " square-cap"};
    static const char *const joins[] = {"", " round-join", " bevel-join"};
    if (stroke->paint.kind == PAINT_NONE)
        return;
    add_paint(out, "stroke", &stroke->paint);
    add_number(out, stroke->width);
    buf_printf(out, "%s%s", caps[stroke->cap], joins[stroke->join]);
    for (size_t i = 0; i < stroke->dash_count; i++) {
        buf_add_text(out, i ? "" : " dash");
        add_number(out, stroke->dashes[i]);
    }
}

static void add_opacity(struct buf *out, double opacity) {
    if (opacity == 1)
        return;
    buf_add_text(out, " opacity");
    add_number(out, opacity);
}

static void dump_group(const struct scene_group *group, struct buf *out) {
    add_opacity(out, group->opacity);
    if (group->clipped)
        add_rect(out, "clip", group->clip);
}

static void dump_path(const struct scene_path *path, struct buf *out) {
    add_paint(out, "fill", &path->fill);
    if (path->even_odd)
        buf_add_text(out, " even-odd");
    add_stroke(out, &path->stroke);
    add_opacity(out, path->opacity);
    buf_add_text(out, " d");
    add_path(out, &path->path);
}

static void dump_points(const struct scene_points *points, struct buf *out) {
    buf_add_text(out, " shape");
    add_path(out, &points->shape);
    for (size_t i = 0; i < points->count; i++) {
        buf_add_text(out, " at");
        add_point(out, points->places[i]);
        add_number(out, points->sizes[i]);
        add_colour(out, points->colours[i]);
        if (points->labels)
            add_words(out, "label", points->labels[i]);
    }
}

static void dump_run(const struct scene_run *run, struct buf *out) {
    buf_add_text(out, " run");
    add_number(out, run->size);
    add_colour(out, run->colour);
    if (run->turn_deg != 0) {
        buf_add_text(out, " turn");
        add_number(out, run->turn_deg);
    }
    if (run->stretch_x != 1) {
        buf_add_text(out, " stretch");
        add_number(out, run->stretch_x);
    }
    add_words(out, "of", run->words);
    for (size_t i = 0; i < run->glyph_count; i++)
        add_point(out, run->glyphs[i].place);
}

static void dump_text(const struct scene_text *text, struct buf *out) {
    add_words(out, "words", text->words);
    buf_add_text(out, " at");
    add_point(out, text->origin);
    if (text->vertical)
        buf_add_text(out, " vertical");
    if (text->angle_deg != 0) {
        buf_add_text(out, " angle");
        add_number(out, text->angle_deg);
    }
    buf_add_text(out, " advance");
    add_number(out, text->advance);
    add_rect(out, "ink", text->ink);
    if (text->halo_width > 0) {
        buf_add_text(out, " halo");
        add_number(out, text->halo_width);
        add_colour(out, text->halo);
    }
    for (size_t i = 0; i < text->run_count; i++)
        dump_run(&text->runs[i], out);
}

static void dump_image(const struct scene_image *image, struct buf *out) {
    add_rect(out, "at", image->place);
    buf_printf(out, " %u×%u pixels", image->width, image->height);
}

static void dump_item(const struct scene_item *item, struct buf *out) {
    static const char *const kinds[] = {"group", "path", "points", "text", "image"};
    buf_printf(out, "%s %s", kinds[item->kind], role_name(item->role));
    if (item->owner != OWNER_NONE)
        buf_printf(out, " owner %u", item->owner);
    if (item->kind != SCENE_TEXT || !str_equal(item->label, item->text.words))
        add_words(out, "label", item->label);
    switch (item->kind) {
    case SCENE_GROUP:
        dump_group(&item->group, out);
        break;
    case SCENE_PATH:
        dump_path(&item->path, out);
        break;
    case SCENE_POINTS:
        dump_points(&item->points, out);
        break;
    case SCENE_TEXT:
        dump_text(&item->text, out);
        break;
    case SCENE_IMAGE:
        dump_image(&item->image, out);
        break;
    }
    buf_add_char(out, '\n');
}

static void dump_head(const struct scene *scene, struct buf *out) {
    buf_add_text(out, "scene");
    add_number(out, scene->width);
    buf_add_text(out, "×");
    buf_add_number(out, scene->height, 2);
    buf_add_text(out, " paper");
    add_colour(out, scene->paper);
    add_words(out, "id", scene->id);
    add_words(out, "language", scene->language);
    add_words(out, "title", scene->title);
    add_words(out, "description", scene->description);
    buf_add_char(out, '\n');
}

void scene_dump(const struct scene *scene, struct buf *out) {
    size_t ends[sizeof scene->open / sizeof *scene->open], depth = 0;
    dump_head(scene, out);
    for (size_t i = 0; i < scene->count; i++) {
        while (depth && ends[depth - 1] == i)
            depth--;
        for (size_t level = 0; level <= depth; level++)
            buf_add_text(out, "  ");
        dump_item(&scene->items[i], out);
        if (scene->items[i].kind == SCENE_GROUP)
            ends[depth++] = scene->items[i].group.end;
    }
}
