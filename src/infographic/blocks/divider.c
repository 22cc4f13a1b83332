// divider: a line between blocks.
#include "base/i18n.h"
#include "infographic/block.h"

const struct shape block_shape_divider = {.kind = SHAPE_BOOL};

static const double line = 1.5; // designed px

static void *read(const struct block_context *context, const struct json *value) {
    bool *shown = ARENA_NEW(context->info->arena, bool);
    *shown = value->boolean;
    return shown;
}

static double measure(const struct block_context *context, void *data, double width) {
    (void)width;
    return *(bool *)data ? block_px(context, line) : 0;
}

static void draw(const struct block_context *context, const void *data, struct scene *scene,
                 struct rect box) {
    if (*(const bool *)data)
        block_fill(scene, ROLE_ORNAMENT,
                   (struct rect){box.x, box.y, box.width, block_px(context, line)}, 0,
                   context->tone->rule);
}

const struct block_kind block_kind_divider = {
    .name = "divider", .read = read, .measure = measure, .draw = draw};
