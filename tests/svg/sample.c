// Draws one scene that has everything a scene can have, for the tests of the backends:
// sample [-t outlines|paths|text|embed] [-s SCALE] FILE.svg|.png|.pdf|.eps
//
// With -h every string is hostile: markup, quotes, control characters, broken UTF-8.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "backend/backend.h"
#include "scene/path.h"

static const struct colour ink = {34, 34, 34, 255}, white = {255, 255, 255, 255};
static const struct colour blue = {31, 79, 150, 255}, red = {176, 36, 24, 255};
static const struct colour pale = {120, 160, 220, 102};

struct sample {
    struct arena *arena;
    struct diag *diag;
    struct text_engine *text;
    struct scene scene;
    bool hostile;
};

#define HOSTILE "<&>\"' ]]><!-- &#0; \x01\x1F \xFF\xED\xA0\x80 -->"

static struct str words_of(const struct sample *sample, const char *words) {
    return sample->hostile ? (struct str){HOSTILE, sizeof HOSTILE - 1} : str_from(words);
}

static void put_text(struct sample *sample, const char *words, double size, struct colour colour,
                     struct text_placement placement) {
    struct text_request request = {
        .words = words_of(sample, words),
        .markup = true,
        .style = {.fonts = STR("Noto Sans CJK SC"), .size = size, .colour = colour},
        .width = 240,
        .mode = TEXT_BALANCE,
    };
    const struct text_block *block = text_set(sample->text, sample->arena, sample->diag, &request);
    text_place(&sample->scene, ROLE_MARK_LABEL, OWNER_NONE, block, &placement);
}

static void add_bars(struct sample *sample) {
    struct scene *scene = &sample->scene;
    const struct paint_stop stops[] = {{0, blue}, {0.5, red}, {1, pale}};
    struct paint_stop *kept = ARENA_ARRAY(sample->arena, 3, struct paint_stop);
    memcpy(kept, stops, sizeof stops);
    scene_open_group(scene, ROLE_MARK, words_of(sample, "各类活动的场次"));
    for (int i = 0; i < 3; i++) {
        struct rect bar = {40, 70.25 + 24 * i, 300.4 - 80 * i, 18};
        struct paint fill = paint_solid(i ? pale : blue);
        if (i == 2)
            fill = (struct paint){.kind = PAINT_LINEAR,
                                  .from = {40, 0},
                                  .to = {180, 0},
                                  .stops = kept,
                                  .stop_count = 3};
        uint32_t owner = scene_new_owner(scene);
        scene_add_rect(scene, ROLE_MARK_RECT, owner, bar, fill)->label =
            words_of(sample, "主题教育：300余场次");
        put_text(sample, "300余场次", 13, i ? ink : white,
                 (struct text_placement){.at = {46, bar.y + 9}, .baseline = BASELINE_MIDDLE});
    }
    scene_close_group(scene);
}

static void add_shapes(struct sample *sample) {
    struct scene *scene = &sample->scene;
    struct path_builder builder = PATH_BUILDER(sample->arena);
    double *dashes = ARENA_ARRAY(sample->arena, 2, double);
    dashes[0] = 6;
    dashes[1] = 2.5;
    path_move(&builder, 40, 240);
    path_curve(&builder, (struct point){100, 160}, (struct point){160, 300},
               (struct point){220, 200});
    struct scene_path line = {.path = path_done(&builder),
                              .stroke = {.paint = paint_solid(red),
                                         .width = 3,
                                         .cap = CAP_ROUND,
                                         .join = JOIN_ROUND,
                                         .dashes = dashes,
                                         .dash_count = 2},
                              .opacity = 0.8};
    scene_add_path(scene, ROLE_MARK_LINE, scene_new_owner(scene), line);
    path_circle(&builder, (struct point){280, 210}, 30);
    path_circle(&builder, (struct point){280, 210}, 15);
    struct paint_stop *stops = ARENA_ARRAY(sample->arena, 2, struct paint_stop);
    stops[0] = (struct paint_stop){0, white};
    stops[1] = (struct paint_stop){1, blue};
    struct scene_path ring = {.path = path_done(&builder),
                              .fill = {.kind = PAINT_RADIAL,
                                       .from = {280, 210},
                                       .radius = 30,
                                       .stops = stops,
                                       .stop_count = 2},
                              .stroke = {.paint = paint_solid(ink), .width = 1},
                              .even_odd = true,
                              .opacity = 1};
    scene_add_path(scene, ROLE_MARK_ARC, scene_new_owner(scene), ring);
    path_rounded_rect(&builder, (struct rect){330, 185, 50, 50}, (double[]){12, 0, 12, 0});
    struct scene_path card = {.path = path_done(&builder), .fill = paint_solid(pale), .opacity = 1};
    scene_open_clip(scene, ROLE_ORNAMENT, (struct rect){335, 180, 40, 50}, 0.7);
    scene_add_path(scene, ROLE_ORNAMENT, OWNER_NONE, card);
    scene_close_group(scene);
}

static void add_points(struct sample *sample) {
    enum { COUNT = 6 };
    struct point *places = ARENA_ARRAY(sample->arena, COUNT, struct point);
    double *sizes = ARENA_ARRAY(sample->arena, COUNT, double);
    struct colour *colours = ARENA_ARRAY(sample->arena, COUNT, struct colour);
    struct str *labels = ARENA_ARRAY(sample->arena, COUNT, struct str);
    for (int i = 0; i < COUNT; i++) {
        places[i] = (struct point){50.3 + 22 * i, 280 - 3.7 * i};
        sizes[i] = 6 + 2 * i;
        colours[i] = i % 2 ? blue : pale;
        labels[i] = words_of(sample, "点");
    }
    struct path_builder builder = PATH_BUILDER(sample->arena);
    path_circle(&builder, (struct point){0, 0}, 0.5);
    struct scene_points points = {.shape = path_done(&builder),
                                  .places = places,
                                  .sizes = sizes,
                                  .colours = colours,
                                  .labels = labels,
                                  .count = COUNT / 2};
    scene_add_points(&sample->scene, ROLE_MARK_SYMBOL, OWNER_NONE, points);
    path_move(&builder, 0, -0.5);
    path_line(&builder, 0.433, 0.25);
    path_line(&builder, -0.433, 0.25);
    path_close(&builder);
    points = (struct scene_points){.shape = path_done(&builder),
                                   .places = places + COUNT / 2,
                                   .sizes = sizes + COUNT / 2,
                                   .colours = colours + COUNT / 2,
                                   .count = COUNT / 2};
    scene_add_points(&sample->scene, ROLE_MARK_SYMBOL, OWNER_NONE, points);
}

static void add_texts(struct sample *sample) {
    put_text(sample, "“五好”乡镇商会18个，产值5.38亿元", 22, ink,
             (struct text_placement){.at = {20, 12}});
    put_text(sample, "**Population** [人口|dots red]（{万|wàn}人^1^）", 13, red,
             (struct text_placement){.at = {20, 250}, .angle_deg = -90});
    put_text(sample, "有光边的字", 16, white,
             (struct text_placement){.at = {300, 265}, .halo_width = 4, .halo = blue});
    put_text(sample, "斜排12%", 14, ink,
             (struct text_placement){.at = {230, 268}, .angle_deg = 20});
}

static void add_image(struct sample *sample) {
    enum { SIDE = 8 };
    uint8_t *pixels = ARENA_ARRAY(sample->arena, SIDE * SIDE * 4, uint8_t);
    for (int i = 0; i < SIDE * SIDE; i++) {
        pixels[4 * i] = (uint8_t)(i % SIDE * 32);
        pixels[4 * i + 1] = (uint8_t)(i / SIDE * 32);
        pixels[4 * i + 2] = 128;
        pixels[4 * i + 3] = 255;
    }
    struct scene_image image = {
        .place = {392, 288, SIDE, SIDE}, .width = SIDE, .height = SIDE, .rgba = pixels};
    scene_add_image(&sample->scene, ROLE_ORNAMENT, image)->label = words_of(sample, "图标");
}

static void build(struct sample *sample) {
    scene_init(&sample->scene, sample->arena, words_of(sample, "sample"), 400, 300);
    sample->scene.title = words_of(sample, "样张");
    sample->scene.description = words_of(sample, "场景里能有的一切");
    sample->scene.language = STR("zh-Hans");
    scene_open_group(&sample->scene, ROLE_AXIS, STR_NONE); // empty
    scene_close_group(&sample->scene);
    add_bars(sample);
    add_shapes(sample);
    add_points(sample);
    add_texts(sample);
    add_image(sample);
}

static bool read_options(int argc, char **argv, struct sample *sample,
                         struct backend_options *options) {
    static const char *const modes[] = {"outlines", "paths", "text", "embed"};
    for (int c; (c = getopt(argc, argv, "ht:s:")) != -1;) {
        if (c == 'h')
            sample->hostile = true;
        else if (c == 's')
            options->scale = atof(optarg);
        else if (c != 't')
            return false;
        for (size_t i = 0; c == 't' && i < sizeof modes / sizeof *modes; i++)
            if (strcmp(optarg, modes[i]) == 0)
                options->svg_text = (enum svg_text)i;
    }
    return optind + 1 == argc;
}

static bool write_picture(struct sample *sample, const struct backend_options *options,
                          struct str path) {
    const struct backend *backend = backend_find(path_extension(path));
    struct file_output file;
    if (!backend || !file_create(&file, sample->arena, sample->diag, path))
        return false;
    if (backend->write(&sample->scene, sample->text, options, sample->diag, &file))
        return file_commit(&file, sample->diag);
    file_discard(&file);
    return false;
}

int main(int argc, char **argv) {
    struct arena arena;
    struct diag diag;
    struct sample sample = {.arena = &arena, .diag = &diag};
    struct backend_options options = {.scale = 1};
    arena_init(&arena, NULL, NULL);
    diag_init(&diag, &arena);
    bool ok = read_options(argc, argv, &sample, &options);
    if (ok && (sample.text = text_open(&arena, &diag, NULL))) {
        build(&sample);
        ok = write_picture(&sample, &options, str_from(argv[optind]));
        text_close(sample.text);
    }
    struct buf messages = BUF_INIT(&arena);
    diag_print(&diag, (struct diag_print_options){.limit = 20}, &messages);
    if (messages.len && !sample.hostile)
        fputs(messages.data, stderr);
    buf_done(&messages);
    arena_done(&arena);
    return ok ? 0 : 1;
}
