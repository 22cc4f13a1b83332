// section: a numbered heading that opens a panel of its own.
#include "base/i18n.h"
#include "infographic/block.h"
#include "infographic/numeral.h"

static const struct shape panel_shape = {
    .kind = SHAPE_WORD, .words = block_tone_words, .word_count = TONE_COUNT};
static const struct field fields[] = {
    {"title", &shape_text, true, N_("The heading.")},
    {"subtitle", &shape_text, false, N_("A line under it.")},
    {"panel", &panel_shape, false,
     N_("The section's ground: paper, tint or fill (the accent colour); in turns when left out.")},
    {"numbered", &shape_bool, false, N_("Whether it has a numeral; true when left out.")},
    {"vertical", &shape_bool, false,
     N_("Whether the heading stands in a column, in the middle of a picture that is as tall as its "
        "content; slides and sheets have it across.")},
};
static const struct shape object_shape = {
    .kind = SHAPE_OBJECT,
    .name = "blockSection",
    .fields = fields,
    .field_count = sizeof fields / sizeof *fields,
};
static const struct shape *const options[] = {&object_shape, &shape_text};
const struct shape block_shape_section = {
    .kind = SHAPE_EITHER, .options = options, .option_count = sizeof options / sizeof *options};

struct section {
    struct str title_words, subtitle_words;
    struct str numeral_words; // STR_NONE: none
    const struct text_block *title, *subtitle, *numeral;
    bool vertical;
    bool down;   // vertical as measured
    double tile; // px of the numeral's square, or of its column
};

// Designed px.
static const double tile_side = 92, tile_gap = 28, subtitle_gap = 12;
static const double most_column = 640, column_top = 28, column_gap = 30;

// How far a vertical subtitle begins below its title.
static double drop_of(const struct block_context *context) {
    return context->look->types[LOOK_SECTION].size;
}

static void *read(const struct block_context *context, const struct json *value) {
    struct arena *arena = context->info->arena;
    struct section *section = ARENA_NEW(arena, struct section);
    bool whole = json_get(value, "title") != NULL;
    section->title_words = whole
                               ? block_words(context, value, "title")
                               : document_text(context->info->document, context->info->diag, value);
    section->subtitle_words = whole ? block_words(context, value, "subtitle") : STR_NONE;
    if (json_bool(json_get(value, "numbered"), true))
        section->numeral_words =
            numeral_write(arena, context->look->style->numerals, ++context->gather->section_count);
    section->vertical = json_bool(json_get(value, "vertical"), false);
    block_tell(context, section->title_words);
    return section;
}

static double most(double a, double b) {
    return a > b ? a : b;
}

// In columns from right to left: the title under its numeral, the subtitle beside it, lower by a
// character.
static double measure_down(const struct block_context *context, struct section *section) {
    struct block_text_request request = {.type = LOOK_SECTION,
                                         .words = section->title_words,
                                         .width = block_px(context, most_column),
                                         .vertical = true,
                                         .mode = TEXT_BALANCE};
    section->title = block_set_text(context, &request);
    request.type = LOOK_LEAD;
    request.words = section->subtitle_words;
    request.has_colour = true;
    request.colour = context->tone->muted;
    section->subtitle = block_set_text(context, &request);
    section->tile = section->numeral ? block_px(context, tile_side + column_top) : 0;
    double title = section->tile + block_height(section->title);
    double subtitle = section->tile + drop_of(context) + block_height(section->subtitle);
    return most(title, section->subtitle ? subtitle : 0);
}

static double measure(const struct block_context *context, void *data, double width) {
    struct section *section = data;
    section->numeral =
        block_set_text(context, &(struct block_text_request){.type = LOOK_NUMERAL,
                                                             .words = section->numeral_words,
                                                             .has_colour = true,
                                                             .colour = context->tone->on_accent});
    // A long picture's pieces show what it shows.
    bool long_picture = context->info->height <= 0 || context->info->form == PAGES_SLICES;
    section->down = section->vertical && long_picture;
    if (section->down)
        return measure_down(context, section);
    section->tile = section->numeral ? block_px(context, tile_side + tile_gap) : 0;
    double room = width - section->tile;
    section->title = block_fit_text(context,
                                    (struct block_text_request){.type = LOOK_SECTION,
                                                                .words = section->title_words,
                                                                .width = room,
                                                                .mode = TEXT_BALANCE},
                                    2, 0.7);
    section->subtitle =
        block_set_text(context, &(struct block_text_request){.type = LOOK_LEAD,
                                                             .words = section->subtitle_words,
                                                             .width = room,
                                                             .mode = TEXT_BALANCE,
                                                             .has_colour = true,
                                                             .colour = context->tone->muted});
    double height = block_height(section->title);
    if (section->subtitle)
        height += block_px(context, subtitle_gap) + section->subtitle->height;
    double tile = section->numeral ? block_px(context, tile_side) : 0;
    return height > tile ? height : tile;
}

static void draw_numeral(const struct block_context *context, const struct section *section,
                         struct scene *scene, struct rect tile) {
    if (!section->numeral)
        return;
    block_fill(scene, ROLE_PANEL, tile, context->look->style->card_corner, context->tone->accent);
    struct text_placement place = {
        .at = {tile.x + tile.width / 2, tile.y + tile.height / 2},
        .align = ALIGN_CENTRE,
        .baseline = BASELINE_MIDDLE,
    };
    text_place(scene, ROLE_HEADING, OWNER_NONE, section->numeral, &place);
}

static void draw_down(const struct block_context *context, const struct section *section,
                      struct scene *scene, struct rect box) {
    double side = block_px(context, tile_side), middle = box.x + box.width / 2;
    double left = middle - block_width(section->title) / 2, top = box.y + section->tile;
    draw_numeral(context, section, scene, (struct rect){middle - side / 2, box.y, side, side});
    block_put(scene, ROLE_HEADING, section->title, left, top);
    block_put(scene, ROLE_SUBTITLE, section->subtitle,
              left - block_px(context, column_gap) - block_width(section->subtitle),
              top + drop_of(context));
}

static void draw(const struct block_context *context, const void *data, struct scene *scene,
                 struct rect box) {
    const struct section *section = data;
    if (section->down) {
        draw_down(context, section, scene, box);
        return;
    }
    double side = block_px(context, tile_side), x = box.x + section->tile, y = box.y;
    draw_numeral(context, section, scene, (struct rect){box.x, box.y, side, side});
    if (!section->subtitle && section->numeral && section->title->height < side)
        y += (side - section->title->height) / 2;
    y += block_put(scene, ROLE_HEADING, section->title, x, y);
    block_put(scene, ROLE_SUBTITLE, section->subtitle, x, y + block_px(context, subtitle_gap));
}

const struct block_kind block_kind_section = {
    .name = "section",
    .opens_section = true,
    .keeps_next = true,
    .gap_after = 56,
    .read = read,
    .measure = measure,
    .draw = draw,
};
