// row: blocks side by side on twelve columns, as high as the highest; below one another where the
// picture is so narrow that a column would hold few words.
#include "base/i18n.h"
#include "infographic/block.h"

const struct shape block_shape_row = {
    .kind = SHAPE_ARRAY, .name = "blockRow", .item = &block_item_shape, .least = 1, .most = 12};

struct row {
    struct block *blocks;
    size_t count;
    bool stacked;
};

enum { LEAST_COLUMN_EM = 9 };         // of labels
static const double stacked_gap = 32; // designed px

static bool report(const struct block_context *context, const struct json *value, const char *what,
                   const char *hint) {
    diag_error(context->info->diag, DIAG_BLOCK, json_place(context->info->arena, value),
               str_from(hint), "%s", what);
    return false;
}

// Spans are given to all blocks, and make twelve, or to none.
static bool check_spans(const struct block_context *context, struct row *row,
                        const struct json *value) {
    unsigned sum = 0, given = 0;
    for (size_t i = 0; i < row->count; i++) {
        sum += row->blocks[i].span;
        given += row->blocks[i].span > 0;
    }
    if (given && (given < row->count || sum != BLOCK_COLUMNS))
        return report(context, value, _("the spans of a row do not add up to twelve"),
                      _("give every block a span, twelve in all, or none of them"));
    return true;
}

static bool check_blocks(const struct block_context *context, const struct row *row) {
    for (size_t i = 0; i < row->count; i++) {
        const struct block *block = &row->blocks[i];
        if (block->kind->place == BLOCK_BLEEDS || block->kind->opens_section)
            return report(context, block->json, _("this block takes the whole width of a picture"),
                          _("move it out of the row"));
    }
    return true;
}

static void *read(const struct block_context *context, const struct json *value) {
    struct row *row = ARENA_NEW(context->info->arena, struct row);
    struct block_context inside = *context;
    if (++inside.depth > BLOCK_ROW_DEPTH) {
        report(context, value, _("rows are nested too deep"),
               _("three rows inside one another are the most"));
        return NULL;
    }
    bool sound = block_read_list(&inside, value, &row->blocks, &row->count);
    return sound && check_blocks(context, row) && check_spans(context, row, value) ? row : NULL;
}

// Left edge and width of the block at `index`, from the row's left edge.
static struct rect column_of(const struct block_context *context, const struct row *row,
                             size_t index, double width) {
    if (row->stacked)
        return (struct rect){0, 0, width, 0};
    double gutter = context->look->gutter,
           columns = row->blocks[0].span ? BLOCK_COLUMNS : (double)row->count;
    double column = (width - gutter * (columns - 1)) / columns, before = 0;
    for (size_t i = 0; i < index; i++)
        before += row->blocks[i].span ? row->blocks[i].span : 1;
    double span = row->blocks[index].span ? row->blocks[index].span : 1;
    return (struct rect){before * (column + gutter), 0, span * column + (span - 1) * gutter, 0};
}

static bool is_narrow(const struct block_context *context, struct row *row, double width) {
    row->stacked = false;
    for (size_t i = 0; i < row->count; i++)
        if (column_of(context, row, i, width).width <
            LEAST_COLUMN_EM * context->look->types[LOOK_LABEL].size)
            return row->count > 1;
    return false;
}

static double measure(const struct block_context *context, void *data, double width) {
    struct row *row = data;
    double highest = 0, sum = 0;
    row->stacked = is_narrow(context, row, width);
    for (size_t i = 0; i < row->count; i++) {
        struct block *block = &row->blocks[i];
        block->height =
            block->kind->measure(context, block->data, column_of(context, row, i, width).width);
        highest = block->height > highest ? block->height : highest;
        sum += block->height + (i ? block_px(context, stacked_gap) : 0);
    }
    return row->stacked ? sum : highest;
}

static void draw(const struct block_context *context, const void *data, struct scene *scene,
                 struct rect box) {
    const struct row *row = data;
    for (size_t i = 0; i < row->count; i++) {
        struct rect place = column_of(context, row, i, box.width);
        place.x += box.x;
        place.y = box.y;
        place.height = row->stacked ? row->blocks[i].height : box.height;
        row->blocks[i].kind->draw(context, row->blocks[i].data, scene, place);
        box.y += row->stacked ? place.height + block_px(context, stacked_gap) : 0;
    }
}

const struct block_kind block_kind_row = {
    .name = "row", .read = read, .measure = measure, .draw = draw};
