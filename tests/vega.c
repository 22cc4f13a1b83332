// Specifications of Vega-Lite's forms, drawn as Vega draws them.
//
// tests/vega/NAME.json is a specification; NAME.expected has what Vega made of it (make.cjs): the
// size of the plot, then every mark, tick, grid line and text with its place from the plot's corner
// and its colours. Marks must lie within a hundredth of a px, guides, which Vega rounds, within
// half a px. Of texts the point on the baseline at the side of their alignment counts: widths
// depend on fonts.
//
//   vega FOLDER [--print]    with --print what was drawn, in the same form
#include "base/file.h"
#include "base/number.h"
#include "cli/paint.h"
#include "scene/path.h"

#include <glob.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

static const double MARK_TOLERANCE = 0.011, GUIDE_TOLERANCE = 0.51, TEXT_TOLERANCE = 1;

enum { NUMBERS = 5, CASE_LIMIT = 4000 };

// A line of what is drawn. Numbers: two corners of a box; of a text x, y, angle, the share of its
// width at which they are, and the size of its type.
struct entry {
    char kind[24], rest[400]; // colours and words
    double numbers[NUMBERS];
    double advance; // of ours that are texts
    bool matched, text, mark;
};

struct entries {
    struct entry *list;
    size_t count;
};

struct named_role {
    enum scene_role role;
    const char *kind;
    bool text, mark;
};

static const struct named_role roles[] = {
    {ROLE_MARK_RECT, "rect", false, true},
    {ROLE_MARK_RULE, "rule", false, true},
    {ROLE_MARK_LINE, "line", false, true},
    {ROLE_MARK_AREA, "area", false, true},
    {ROLE_MARK_ARC, "arc", false, true},
    {ROLE_MARK_SYMBOL, "symbol", false, true},
    {ROLE_MARK_TEXT, "text", true, true},
    {ROLE_AXIS_GRID, "grid", false, false},
    {ROLE_AXIS_DOMAIN, "domain", false, false},
    {ROLE_AXIS_TICK, "tick", false, false},
    {ROLE_AXIS_LABEL, "axis-label", true, false},
    {ROLE_AXIS_TITLE, "axis-title", true, false},
    {ROLE_LEGEND_SYMBOL, "legend-symbol", false, false},
    {ROLE_LEGEND_LABEL, "legend-label", true, false},
    {ROLE_LEGEND_TITLE, "legend-title", true, false},
};

static const struct named_role *find_role(enum scene_role role) {
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
        if (roles[i].role == role) {
            return &roles[i];
        }
    }
    return NULL;
}

static const struct named_role *find_kind(const char *kind) {
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
        if (!strcmp(roles[i].kind, kind)) {
            return &roles[i];
        }
    }
    return NULL;
}

// ---- what is expected

static void read_line(char *line, struct entries *entries) {
    struct entry *entry = &entries->list[entries->count++];
    int used = 0, more = 0;
    sscanf(line, "%23s%n", entry->kind, &used);
    const struct named_role *role = find_kind(entry->kind);
    entry->text = role && role->text;
    bool legend = !strncmp(entry->kind, "legend-", 7);
    entry->mark = role ? role->mark : !legend;
    if (!strcmp(entry->kind, "legend-band")) { // ours have one role for whatever has a colour
        snprintf(entry->kind, sizeof entry->kind, "legend-symbol");
    }
    for (size_t i = 0; i < (entry->text ? 5 : 4); i++) {
        if (sscanf(line + used, " %lf%n", &entry->numbers[i], &more) != 1) {
            break;
        }
        used += more;
    }
    snprintf(entry->rest, sizeof entry->rest, "%s", line + used + (line[used] == ' '));
}

static struct entries read_expected(struct arena *arena, struct str path) {
    struct diag unheard;
    struct str text = STR_NONE;
    diag_init(&unheard, arena);
    file_read(arena, &unheard, (struct diag_place){.file = path}, path, FILE_LIMIT, &text);
    struct entries entries = {ARENA_ARRAY(arena, CASE_LIMIT, struct entry), 0};
    char *rest = arena_alloc(arena, text.len + 1), *end;
    memcpy(rest, text.data, text.len);
    for (; *rest && entries.count < CASE_LIMIT; rest = end + 1) {
        end = rest + strcspn(rest, "\n");
        bool last = !*end;
        *end = '\0';
        read_line(rest, &entries);
        if (last) {
            break;
        }
    }
    return entries;
}

// ---- what is drawn

static void add_colour(char *out, size_t size, struct colour colour, double opacity, bool none) {
    unsigned alpha = (unsigned)lround(colour.a * opacity);
    if (none) {
        snprintf(out, size, "none");
    } else if (alpha == 255) {
        snprintf(out, size, "#%02x%02x%02x", colour.r, colour.g, colour.b);
    } else {
        snprintf(out, size, "#%02x%02x%02x%02x", colour.r, colour.g, colour.b, alpha);
    }
}

static void add_paint(char *out, size_t size, const struct paint *paint, double opacity) {
    if (paint->kind == PAINT_LINEAR || paint->kind == PAINT_RADIAL) {
        snprintf(out, size, "gradient");
    } else {
        add_colour(out, size, paint->colour, opacity, paint->kind == PAINT_NONE);
    }
}

static void take_path(const struct scene_path *path, struct entry *entry) {
    struct rect box = path_bounds(&path->path);
    char fill[16], stroke[16];
    memcpy(entry->numbers, (double[]){box.x, box.y, rect_right(box), rect_bottom(box)},
           4 * sizeof(double));
    add_paint(fill, sizeof fill, &path->fill, path->opacity);
    add_paint(stroke, sizeof stroke, &path->stroke.paint, path->opacity);
    if (path->fill.kind == PAINT_LINEAR) {
        snprintf(entry->kind, sizeof entry->kind, "legend-gradient");
    }
    if (entry->mark || !strncmp(entry->kind, "legend-", 7)) {
        snprintf(entry->rest, sizeof entry->rest, "%s %s", fill, stroke);
    }
}

static void take_text(const struct scene_text *text, struct entry *entry) {
    char colour[16];
    const struct scene_run *run = text->runs;
    add_colour(colour, sizeof colour, run->colour, 1, false);
    memcpy(entry->numbers,
           (double[]){text->origin.x, text->origin.y, text->angle_deg, 0, run->size},
           sizeof entry->numbers);
    entry->advance = text->advance;
    snprintf(entry->rest, sizeof entry->rest, "%s %.*s", colour, STR_ARG(text->words));
}

static struct entries take_scene(struct arena *arena, const struct scene *scene,
                                 struct rect *frame) {
    struct entries entries = {ARENA_ARRAY(arena, scene->count, struct entry), 0};
    for (size_t i = 0; i < scene->count; i++) {
        const struct scene_item *item = &scene->items[i];
        const struct named_role *role = find_role(item->role);
        if (item->role == ROLE_FRAME && item->kind == SCENE_PATH && frame->width <= 0) {
            *frame = path_bounds(&item->path.path);
        }
        if (!role || (item->kind != SCENE_PATH && item->kind != SCENE_TEXT)) {
            continue;
        }
        struct entry *entry = &entries.list[entries.count++];
        snprintf(entry->kind, sizeof entry->kind, "%s", role->kind);
        entry->text = role->text;
        entry->mark = role->mark;
        if (item->kind == SCENE_PATH) {
            take_path(&item->path, entry);
        } else {
            take_text(&item->text, entry);
        }
    }
    return entries;
}

static struct entries draw(struct arena *arena, struct diag *diag, struct str path,
                           struct rect *frame) {
    const struct document_options options = {.language = STR("zh-Hans")};
    const struct document *document =
        document_load(arena, diag, path, figure_document_shape(), &options);
    struct plan plan = {.documents = &document, .document_count = document != NULL};
    struct painter painter = {.run = arena, .diag = diag, .plan = &plan};
    struct entries entries = {0};
    if (!document || !painter_open(&painter)) {
        return entries;
    }
    painter_prepare(&painter);
    struct plan_item item = {.document = document, .figure = document->figures};
    struct scene_list pages;
    const struct page_findings *findings;
    if (painter_layout(&painter, arena, &item, &pages, &findings)) {
        entries = take_scene(arena, &pages.scenes[0], frame);
    }
    painter_close(&painter);
    return entries;
}

// ---- comparing

// The corner of all marks together.
static struct point corner_of(const struct entries *entries) {
    struct point corner = {INFINITY, INFINITY};
    for (size_t i = 0; i < entries->count; i++) {
        const struct entry *entry = &entries->list[i];
        if (entry->mark && !entry->text && find_kind(entry->kind)) {
            corner.x = fmin(corner.x, entry->numbers[0]);
            corner.y = fmin(corner.y, entry->numbers[1]);
        }
    }
    return corner;
}

// The plot's corner in our picture; without a frame (of pies) the marks tell it.
static struct point find_origin(const struct entries *expected, const struct entries *drawn,
                                const struct rect *frame) {
    if (frame->width > 0) {
        return (struct point){frame->x - 0.5, frame->y - 0.5};
    }
    struct point theirs = corner_of(expected), ours = corner_of(drawn);
    return isfinite(theirs.x) && isfinite(ours.x)
               ? (struct point){ours.x - theirs.x, ours.y - theirs.y}
               : (struct point){0, 0};
}

static double far_apart(const struct entry *expected, const struct entry *drawn,
                        struct point origin) {
    double x = drawn->numbers[0] - origin.x, y = drawn->numbers[1] - origin.y;
    if (expected->text) {
        double along = expected->numbers[3] * drawn->advance;
        double angle = drawn->numbers[2] * 3.14159265358979323846 / 180;
        x += along * cos(angle);
        y += along * sin(angle);
        double turned = fmod(fabs(expected->numbers[2] - drawn->numbers[2]), 360);
        double dx = fabs(x - expected->numbers[0]), dy = fabs(y - expected->numbers[1]);
        if (!strcmp(expected->kind, "axis-title")) { // how far it stands off depends on the labels
            *(drawn->numbers[2] != 0 ? &dx : &dy) = 0;
        }
        return fmax(fmax(dx, dy), turned);
    }
    double right = drawn->numbers[2] - origin.x, bottom = drawn->numbers[3] - origin.y;
    return fmax(fmax(fabs(x - expected->numbers[0]), fabs(y - expected->numbers[1])),
                fmax(fabs(right - expected->numbers[2]), fabs(bottom - expected->numbers[3])));
}

static double tolerance_of(const struct entry *entry) {
    return entry->text ? TEXT_TOLERANCE : entry->mark ? MARK_TOLERANCE : GUIDE_TOLERANCE;
}

static struct entry *find_nearest(const struct entry *expected, struct entries *drawn,
                                  struct point origin, double *distance) {
    struct entry *best = NULL;
    *distance = INFINITY;
    for (size_t i = 0; i < drawn->count; i++) {
        struct entry *entry = &drawn->list[i];
        if (entry->matched || strcmp(entry->kind, expected->kind) ||
            strcmp(entry->rest, expected->rest)) {
            continue;
        }
        double apart = far_apart(expected, entry, origin);
        if (apart < *distance) {
            best = entry;
            *distance = apart;
        }
    }
    return best;
}

static void print_entry(const char *lead, const struct entry *entry, struct point origin) {
    printf("%s%s %.2f %.2f ", lead, entry->kind, entry->numbers[0] - origin.x,
           entry->numbers[1] - origin.y);
    struct point shift = entry->text ? (struct point){0, 0} : origin;
    printf("%.2f %.2f", entry->numbers[2] - shift.x, entry->numbers[3] - shift.y);
    printf(" %s\n", entry->rest);
}

// Each expected line has its own drawn one; returns how many have none, or are too many.
static size_t compare(struct entries *expected, struct entries *drawn, const struct rect *frame) {
    struct point origin = find_origin(expected, drawn, frame), here = {0, 0};
    size_t faults = 0;
    for (size_t i = 0; i < expected->count; i++) {
        struct entry *entry = &expected->list[i];
        double distance;
        if (!strcmp(entry->kind, "plot")) {
            bool differs = frame->width > 0 && (fabs(frame->width - entry->numbers[0]) > 0.01 ||
                                                fabs(frame->height - entry->numbers[1]) > 0.01);
            if (differs) {
                printf("  plot %g × %g instead of %g × %g\n", frame->width, frame->height,
                       entry->numbers[0], entry->numbers[1]);
                faults++;
            }
            continue;
        }
        struct entry *nearest = find_nearest(entry, drawn, origin, &distance);
        if (nearest && distance <= tolerance_of(entry)) {
            nearest->matched = true;
            continue;
        }
        print_entry("  - ", entry, here);
        faults++;
    }
    for (size_t i = 0; i < drawn->count; i++) {
        if (!drawn->list[i].matched) {
            print_entry("  + ", &drawn->list[i], origin);
            faults++;
        }
    }
    return faults;
}

static bool run_case(struct str path) {
    struct arena arena;
    struct diag diag;
    struct rect frame = {0};
    arena_init(&arena, NULL, NULL);
    diag_init(&diag, &arena);
    struct entries drawn = draw(&arena, &diag, path, &frame);
    struct str folder = path_folder(path), stem = path_stem(path);
    struct entries expected = read_expected(
        &arena, str_printf(&arena, "%.*s/%.*s.expected", STR_ARG(folder), STR_ARG(stem)));
    printf("%.*s\n", STR_ARG(stem));
    struct buf out = BUF_INIT(&arena);
    diag_print(&diag, (struct diag_print_options){.form = DIAG_FORM_TEXT}, &out);
    printf("%.*s", (int)out.len, out.data);
    buf_done(&out);
    bool drawable = drawn.count > 0 && expected.count > 0;
    size_t faults = drawable ? compare(&expected, &drawn, &frame) : 1;
    arena_done(&arena);
    return faults == 0;
}

int main(int argc, char **argv) {
    if (argc < 2) {
        return 2;
    }
    char pattern[4096];
    glob_t found;
    size_t failed = 0;
    snprintf(pattern, sizeof pattern, "%s/*.json", argv[1]);
    if (glob(argc > 2 ? argv[2] : pattern, 0, NULL, &found)) {
        return 2;
    }
    for (size_t i = 0; i < found.gl_pathc; i++) {
        bool fine = run_case(str_from(found.gl_pathv[i]));
        printf("  %s\n", fine ? "ok" : "FAILED");
        failed += !fine;
    }
    printf("%zu cases, %zu failed\n", found.gl_pathc, failed);
    globfree(&found);
    return failed > 0;
}
