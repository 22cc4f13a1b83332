// steps: what was done, one after another; side by side where there is room for it.
#include "base/i18n.h"
#include "infographic/arrow.h"
#include "infographic/icon.h"
#include "infographic/statistic.h"
#include "scene/path.h"

#include <math.h>

static const struct field item_fields[] = {
    {"title", &shape_text, true, N_("The step, in a few words.")},
    {"metric", &shape_string, false, N_("The metric that the step came to.")},
    {"text", &shape_text, false, N_("A sentence.")},
    ICON_FIELD,
};
static const struct shape item_shape = {
    .kind = SHAPE_OBJECT,
    .name = "stepsItem",
    .doc = N_("A step."),
    .fields = item_fields,
    .field_count = sizeof item_fields / sizeof *item_fields,
};
const struct shape block_shape_steps = {
    .kind = SHAPE_ARRAY, .item = &item_shape, .least = 2, .most = 12};

struct step {
    struct statistic item; // without number when the step has none
    struct str title_words, text_words;
    const struct icon *icon; // in place of the step's number
    struct number number;
    const struct text_block *mark, *title, *text;
    double height;
};

struct steps {
    struct step *steps;
    size_t count;
    bool across;
    double width; // of a column
};

// Designed px.
static const double icon_side = 42, disc = 64, across_gap = 36, title_gap = 24, number_gap = 30,
                    text_gap = 22;
static const double least_column = 260, narrow_column = 170, indent = 32, down_gap = 52, line = 3;

static void *read(const struct block_context *context, const struct json *value) {
    struct steps *steps = ARENA_NEW(context->info->arena, struct steps);
    bool sound = true;
    steps->steps = ARENA_ARRAY(context->info->arena, value->count, struct step);
    for (const struct json *item = value->first; item; item = item->next) {
        struct step *step = &steps->steps[steps->count++];
        step->title_words = block_words(context, item, "title");
        step->text_words = block_words(context, item, "text");
        block_tell(context, step->title_words);
        sound = icon_read(context, item, &step->icon) && sound;
        if (json_get(item, "metric"))
            sound = statistic_read(context, item, &step->item) && sound;
    }
    return sound ? steps : NULL;
}

static const struct text_block *set(const struct block_context *context, enum look_text type,
                                    struct str words, double width) {
    return block_set_text(context,
                          &(struct block_text_request){
                              .type = type, .words = words, .width = width, .mode = TEXT_WRAP});
}

static double set_step(const struct block_context *context, const struct steps *steps, size_t index,
                       double size, double width) {
    struct step *step = &steps->steps[index];
    step->mark = block_set_text(
        context,
        &(struct block_text_request){.type = LOOK_KICKER,
                                     .words = str_printf(context->info->arena, "%zu", index + 1),
                                     .has_colour = true,
                                     .colour = context->tone->on_accent});
    step->title = set(context, LOOK_LEAD, step->title_words, width);
    step->text = set(context, LOOK_LABEL, step->text_words, width);
    step->number = (struct number){0};
    if (step->item.number.len)
        step->number = number_set(context, step->item.number, size, context->tone->accent);
    double height = block_height(step->title);
    height += step->number.text ? block_px(context, number_gap) + step->number.height : 0;
    return height + (step->text ? block_px(context, text_gap) + step->text->height : 0);
}

static double fit_size(const struct block_context *context, const struct steps *steps,
                       double width) {
    struct str *numbers = ARENA_ARRAY(context->info->arena, steps->count, struct str);
    size_t count = 0;
    for (size_t i = 0; i < steps->count; i++)
        if (steps->steps[i].item.number.len)
            numbers[count++] = steps->steps[i].item.number;
    double size = context->look->types[LOOK_NUMBER].size;
    return size * number_fit(context, numbers, count, size, width);
}

// The height of the highest step in columns of that width; a negative number when the words do not
// stand well in them.
static double set_across(const struct block_context *context, struct steps *steps, double column) {
    double full = context->look->types[LOOK_NUMBER].size, highest = 0;
    double size = fit_size(context, steps, column);
    bool wide = column >= block_px(context, least_column);
    if (!wide && (column < block_px(context, narrow_column) || size < full))
        return -1;
    for (size_t i = 0; i < steps->count; i++) {
        struct step *step = &steps->steps[i];
        step->height = set_step(context, steps, i, size, column);
        highest = fmax(highest, step->height);
        bool long_title = step->title && step->title->line_count > 2;
        bool long_text = step->text && step->text->line_count > 3;
        if (!wide && (long_title || long_text))
            return -1;
    }
    return highest;
}

static double set_down(const struct block_context *context, struct steps *steps, double width) {
    double side = block_px(context, disc), sum = 0;
    double size = fit_size(context, steps, width);
    for (size_t i = 0; i < steps->count; i++) {
        struct step *step = &steps->steps[i];
        step->height = set_step(context, steps, i, size, width);
        sum += fmax(step->height, side) + (i ? block_px(context, down_gap) : 0);
    }
    return sum;
}

static double measure(const struct block_context *context, void *data, double width) {
    struct steps *steps = data;
    double count = (double)steps->count, side = block_px(context, disc);
    double column = (width - block_px(context, across_gap) * (count - 1)) / count;
    double highest = set_across(context, steps, column);
    steps->across = highest >= 0;
    steps->width = steps->across ? column : width - side - block_px(context, indent);
    return steps->across ? side + block_px(context, title_gap) + highest
                         : set_down(context, steps, steps->width);
}

static void draw_mark(const struct block_context *context, const struct step *step,
                      struct scene *scene, struct point corner) {
    double radius = block_px(context, disc) / 2;
    struct path_builder path = PATH_BUILDER(scene->arena);
    struct point centre = {corner.x + radius, corner.y + radius};
    path_circle(&path, centre, radius);
    scene_add_path(scene, ROLE_PANEL, OWNER_NONE,
                   (struct scene_path){.path = path_done(&path),
                                       .fill = paint_solid(context->tone->accent),
                                       .opacity = 1});
    if (step->icon) {
        double side = block_px(context, icon_side);
        icon_draw(scene, step->icon, (struct point){centre.x - side / 2, centre.y - side / 2}, side,
                  context->tone->on_accent);
        return;
    }
    struct text_placement place = {
        .at = centre, .align = ALIGN_CENTRE, .baseline = BASELINE_MIDDLE};
    text_place(scene, ROLE_HEADING, OWNER_NONE, step->mark, &place);
}

static void draw_words(const struct block_context *context, const struct step *step,
                       struct scene *scene, double x, double y) {
    y += block_put(scene, ROLE_BODY, step->title, x, y);
    if (step->number.text) {
        y += block_px(context, number_gap);
        number_draw(scene, &step->number, (struct point){x, y});
        y += step->number.height;
    }
    block_put(scene, ROLE_BODY, step->text, x, y + block_px(context, text_gap));
}

static void draw_across(const struct block_context *context, const struct steps *steps,
                        struct scene *scene, struct rect box) {
    double side = block_px(context, disc), gap = block_px(context, across_gap);
    for (size_t i = 0; i < steps->count; i++) {
        double x = box.x + (double)i * (steps->width + gap), middle = box.y + side / 2;
        draw_mark(context, &steps->steps[i], scene, (struct point){x, box.y});
        if (i + 1 < steps->count)
            arrow_draw(scene, (struct point){x + side + gap / 2, middle},
                       (struct point){x + steps->width + gap / 2, middle}, block_px(context, line),
                       context->tone->context);
        draw_words(context, &steps->steps[i], scene, x,
                   box.y + side + block_px(context, title_gap));
    }
}

static void draw_down(const struct block_context *context, const struct steps *steps,
                      struct scene *scene, struct rect box) {
    double side = block_px(context, disc), gap = block_px(context, down_gap), y = box.y;
    for (size_t i = 0; i < steps->count; i++) {
        const struct step *step = &steps->steps[i];
        double height = fmax(step->height, side), x = box.x + side / 2;
        draw_mark(context, step, scene, (struct point){box.x, y});
        if (i + 1 < steps->count)
            arrow_draw(scene, (struct point){x, y + side + gap / 4},
                       (struct point){x, y + height + 3 * gap / 4}, block_px(context, line),
                       context->tone->context);
        // The first line's middle is the disc's.
        double first = step->title ? step->title->style.size : side;
        draw_words(context, step, scene, box.x + side + block_px(context, indent),
                   y + fmax((side - first) / 2, 0));
        y += height + gap;
    }
}

static void draw(const struct block_context *context, const void *data, struct scene *scene,
                 struct rect box) {
    const struct steps *steps = data;
    if (steps->across)
        draw_across(context, steps, scene, box);
    else
        draw_down(context, steps, scene, box);
}

const struct block_kind block_kind_steps = {
    .name = "steps", .read = read, .measure = measure, .draw = draw};
