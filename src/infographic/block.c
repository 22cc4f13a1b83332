// The registry of blocks, and reading a list of them.
#include "infographic/block.h"

#include "base/i18n.h"

#define BLOCK(name, doc)                              \
    extern const struct block_kind block_kind_##name; \
    extern const struct shape block_shape_##name;
#include "infographic/blocks.def"
#undef BLOCK

static const struct block_kind *const kinds[] = {
#define BLOCK(name, doc) &block_kind_##name,
#include "infographic/blocks.def"
#undef BLOCK
};

static const struct shape span_shape = {
    .kind = SHAPE_INTEGER, .minimum = 1, .maximum = BLOCK_COLUMNS};
static const struct field block_fields[] = {
    {"span", &span_shape, false, N_("Columns of twelve that the block takes in a row.")},
#define BLOCK(name, doc) {#name, &block_shape_##name, false, doc},
#include "infographic/blocks.def"
#undef BLOCK
};
const struct shape block_item_shape = {
    .kind = SHAPE_OBJECT,
    .name = "block",
    .doc = N_("A part of an infographic: an object with the key of its kind."),
    .fields = block_fields,
    .field_count = sizeof block_fields / sizeof *block_fields,
};
static const struct shape block_list_shape = {
    .kind = SHAPE_ARRAY, .item = &block_item_shape, .least = 1, .most = 2000};
static const struct shape *const blocks_options[] = {&block_list_shape, &shape_string};
const struct shape blocks_shape = {
    .kind = SHAPE_EITHER, .options = blocks_options, .option_count = 2};

static const struct block_kind *find_kind(struct str name) {
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        // NOLINTNEXTLINE(clang-analyzer-core.NullDereference): addresses of objects are never NULL
        if (str_is(name, kinds[i]->name))
            return kinds[i];
    return NULL;
}

const char *const block_tone_words[] = {"paper", "tint", "fill"};

// The panel that a section asks for.
static void read_tone(struct block *block) {
    const struct json *panel = json_get(block->json, "panel");
    for (unsigned i = 0; panel && i < TONE_COUNT; i++)
        if (str_is(panel->string, block_tone_words[i])) {
            block->tone = (enum tone_kind)i;
            block->has_tone = true;
        }
}

static bool report(const struct block_context *context, const struct json *object) {
    diag_error(context->info->diag, DIAG_BLOCK, json_place(context->info->arena, object),
               STR("write each block as an object of its own: {\"heading\": …}, {\"cards\": …}"),
               "%s", _("a block has exactly one kind"));
    return false;
}

static bool read_block(const struct block_context *context, const struct json *object,
                       struct block *out) {
    *out = (struct block){.span = (unsigned)json_number(json_get(object, "span"), 0)};
    for (const struct json *member = object->first; member; member = member->next) {
        const struct block_kind *kind = find_kind(member->key);
        if (!kind)
            continue;
        if (out->kind)
            return report(context, object);
        out->kind = kind;
        out->json = member;
    }
    if (!out->kind)
        return report(context, object);
    if (out->kind->opens_section)
        read_tone(out);
    out->told = context->gather->alt.len;
    out->data = out->kind->read(context, out->json);
    out->told_end = context->gather->alt.len;
    return out->data != NULL;
}

bool block_read_list(const struct block_context *context, const struct json *array,
                     struct block **out, size_t *count) {
    bool sound = true;
    *out = ARENA_ARRAY(context->info->arena, array->count, struct block);
    *count = 0;
    for (const struct json *item = array->first; item; item = item->next) {
        if (read_block(context, item, &(*out)[*count]))
            ++*count;
        else
            sound = false;
    }
    return sound;
}

size_t block_rows_that_fit(const double *heights, size_t count, double gap, double room) {
    double height = 0;
    for (size_t i = 0; i < count; i++) {
        height += heights[i] + (i ? gap : 0);
        if (height > room + 0.01)
            return i;
    }
    return count;
}

struct look block_look(const struct infographic_context *info, double width, double zoom) {
    struct look look;
    look_make(&look, info->style, width, info->least_text, zoom);
    if (info->embedded)
        look.margin = info->style->margin; // the picture around it has a margin
    return look;
}
