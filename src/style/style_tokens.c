// The table of tokens and the shape of a style file.
#include "style/style_tokens.h"

#include "base/i18n.h"

#include <stddef.h>

static const char *const anchor_words[] = {"start", "middle", "end", NULL};
static const char *const orient_words[] = {"top", "bottom", NULL};
static const char *const numbers_words[] = {"zh", "d3", "plain", NULL};
static const char *const grouping_words[] = {"none", "commas", "spaces", NULL}; // enum zh_grouping
static const char *const unit_form_words[] = {"subtitle", "above", "axis", NULL};
static const char *const motif_words[] = {"none", "hibiscus", "waves", NULL};
static const char *const numerals_words[] = {"none", "digits", "han", "formal", NULL};

static const char *const legend_orient_words[] = {"top", "right", NULL};
#define WORDS(list) .words = (list), .word_count = sizeof(list) / sizeof *(list)-1
#define FIELDS(list) .fields = (list), .field_count = sizeof(list) / sizeof *(list)

static const struct shape anchor_shape = {.kind = SHAPE_WORD, WORDS(anchor_words)};
static const struct shape orient_shape = {.kind = SHAPE_WORD, WORDS(orient_words)};
static const struct shape numbers_shape = {.kind = SHAPE_WORD, WORDS(numbers_words)};
static const struct shape grouping_shape = {.kind = SHAPE_WORD, WORDS(grouping_words)};
static const struct shape motif_shape = {.kind = SHAPE_WORD, WORDS(motif_words)};
static const struct shape numerals_shape = {.kind = SHAPE_WORD, WORDS(numerals_words)};
static const struct shape unit_form_shape = {.kind = SHAPE_WORD, WORDS(unit_form_words)};
static const struct shape legend_orient_shape = {.kind = SHAPE_WORD, WORDS(legend_orient_words)};
static const struct shape length_shape = {.kind = SHAPE_LENGTH, .minimum = 0, .maximum = 100000};
static const struct shape angle_shape = {.kind = SHAPE_NUMBER, .minimum = -360, .maximum = 360};
static const struct shape share_shape = {.kind = SHAPE_NUMBER, .minimum = 0, .maximum = 1};
static const struct shape size_shape = {.kind = SHAPE_LENGTH, .minimum = 1, .maximum = 2000};
static const struct shape area_shape = {.kind = SHAPE_NUMBER, .minimum = 0, .maximum = 1e9};
static const struct shape em_shape = {.kind = SHAPE_NUMBER, .minimum = 1, .maximum = 2000};
static const struct shape pitch_shape = {.kind = SHAPE_NUMBER, .minimum = 0.5, .maximum = 5};
static const struct shape palette_shape = {
    .kind = SHAPE_ARRAY, .item = &shape_colour, .least = 1, .most = STYLE_PALETTE_LIMIT};

static const struct field font_fields[] = {
    {"family", &shape_string, false,
     N_("Families in order of preference, the Chinese one first; or font files, by paths from the "
        "folder of the file that names them.")},
    {"latin", &shape_string, false, N_("Family, or font file, of Latin letters and digits only.")},
};
static const struct shape font_shape = {
    .kind = SHAPE_OBJECT, .name = "styleFont", FIELDS(font_fields)};

static const struct field fonts_fields[] = {
    {"title", &font_shape, false, N_("Titles.")},
    {"heading", &font_shape, false, N_("Headings inside a picture.")},
    {"body", &font_shape, false, N_("Labels and running text.")},
    {"figures", &font_shape, false, N_("Large numbers.")},
};
static const struct shape fonts_shape = {
    .kind = SHAPE_OBJECT, .name = "styleFonts", FIELDS(fonts_fields)};

static const struct field text_fields[] = {
    {"size", &size_shape, false, N_("Size in px.")},
    {"pitch", &pitch_shape, false, N_("From baseline to baseline, in em.")},
    {"bold", &shape_bool, false, N_("Bold instead of regular.")},
    {"color", &shape_colour, false, N_("Colour of the text.")},
};
static const struct shape text_token_shape = {
    .kind = SHAPE_OBJECT, .name = "styleText", FIELDS(text_fields)};

static const char *const logo_side_words[] = {"foot", "top", NULL}; // enum logo_side
static const struct shape logo_side_shape = {.kind = SHAPE_WORD, WORDS(logo_side_words)};
static const struct shape unit_shape = {.kind = SHAPE_NUMBER, .minimum = 0.001, .maximum = 100000};
static const struct shape box_shape = {
    .kind = SHAPE_ARRAY, .item = &unit_shape, .least = 2, .most = 2};
static const struct field logo_path_fields[] = {
    {"path", &shape_string, true, N_("Its outline, as the d of an SVG path.")},
    {"color", &shape_colour, false, N_("Its colour; the style's accent when left out.")},
};
static const struct shape logo_path_shape = {
    .kind = SHAPE_OBJECT, .name = "styleLogoPath", FIELDS(logo_path_fields)};
static const struct shape logo_paths_shape = {
    .kind = SHAPE_ARRAY, .item = &logo_path_shape, .least = 1, .most = 200};
static const struct field logo_fields[] = {
    {"file", &shape_string, false,
     N_("A PNG file, by its path from the folder of the file that names it.")},
    {"paths", &logo_paths_shape, false, N_("In place of a file: filled shapes, the first lowest.")},
    {"box", &box_shape, false, N_("Width and height of what the shapes are drawn on.")},
    {"height", &length_shape, false, N_("Height in px; 0 draws none. 56 when left out.")},
    {"side", &logo_side_shape, false,
     N_("At the right end of the foot (foot, the default) or of the title (top).")},
    {"alt", &shape_string, false, N_("What it is, for screen readers.")},
};
static const struct shape logo_shape = {
    .kind = SHAPE_OBJECT, .name = "styleLogo", FIELDS(logo_fields)};

static const struct field style_fields[] = {
    {"extends", &shape_string, false,
     N_("The style that this one starts from: a packaged name or a file beside this one.")},
#define TOKEN(key, kind, member, shape, doc) {#key, &shape, false, doc},
#include "style/style_tokens.def"
#undef TOKEN
};

const struct shape style_shape = {.kind = SHAPE_OBJECT,
                                  .name = "style",
                                  .doc = N_("The look of pictures: colours, fonts, sizes, gaps."),
                                  FIELDS(style_fields)};

const struct style_token style_tokens[] = {
#define TOKEN(key, kind, member, shape, doc) \
    {#key, TOKEN_##kind, offsetof(struct style, member), &shape},
#include "style/style_tokens.def"
#undef TOKEN
};

const size_t style_token_count = sizeof style_tokens / sizeof *style_tokens;

const struct style_token *style_token_find(struct str name) {
    for (size_t i = 0; i < style_token_count; i++) {
        if (str_is(name, style_tokens[i].name)) {
            return &style_tokens[i];
        }
    }
    return NULL;
}
