// The shape of a whole document: its own keys, a figure's common keys, and the contents' keys.
#include "base/i18n.h"
#include "chart/shapes.h"
#include "document/metric.h"
#include "document/relation.h"
#include "figure/figure.h"
#include "infographic/infographic.h"
#include "map/map.h"

#define FIELDS(list) .fields = (list), .field_count = sizeof(list) / sizeof *(list)
#define OPTIONS(list) .options = (list), .option_count = sizeof(list) / sizeof *(list)

static const struct shape strings_shape = {.kind = SHAPE_ARRAY, .item = &shape_string};
static const struct shape texts_shape = {.kind = SHAPE_ARRAY, .item = &shape_text};
static const struct shape *const text_list_options[] = {&shape_text, &texts_shape};
static const struct shape text_list_shape = {.kind = SHAPE_EITHER, OPTIONS(text_list_options)};
static const struct shape *const style_options[] = {&shape_string, &style_shape};
static const struct shape style_choice_shape = {.kind = SHAPE_EITHER, OPTIONS(style_options)};

static const struct shape width_shape = {.kind = SHAPE_LENGTH, .minimum = 1, .maximum = 65535};
static const struct shape side_shape = {.kind = SHAPE_LENGTH, .minimum = 0, .maximum = 65535};
static const struct shape label_shape = {.kind = SHAPE_LENGTH, .minimum = 1, .maximum = 2000};
static const struct shape pages_shape = {
    .kind = SHAPE_WORD, .words = page_form_words, .word_count = PAGES_COUNT};
static const struct shape formats_shape = {.kind = SHAPE_ARRAY, .item = &shape_string, .least = 1};
static const struct field size_fields[] = {
    {"preset", &shape_string, false, N_("A preset, in place of width and height.")},
    {"formats", &formats_shape, false,
     N_("What this size is written as, as [\"pdf\"], in place of what the command line asks for.")},
    {"width", &width_shape, false, N_("Width of the picture: px, or a length as \"170mm\".")},
    {"height", &side_shape, false, N_("Height of the picture; by its content when left out.")},
    {"labels", &label_shape, false,
     N_("Size of the category labels, as \"8pt\"; all other texts and gaps keep their proportion. "
        "The style's own sizes when left out.")},
    {"pages", &pages_shape, false,
     N_("How an infographic is dealt out to pages of this size: one (the default), slices (one "
        "long "
        "picture cut between sections into pieces of at most this height), sheets (pages to be "
        "read one after another, as full as blocks allow), slides (a cover, then each section "
        "under its title, with type as large as fits) or cover (the banner alone).")},
};
static const struct shape size_object_shape = {
    .kind = SHAPE_OBJECT, .name = "size", FIELDS(size_fields)};
static const struct shape *const size_options[] = {&shape_string, &size_object_shape};
static const struct shape size_shape = {.kind = SHAPE_EITHER, OPTIONS(size_options)};
static const struct shape sizes_shape = {.kind = SHAPE_ARRAY, .item = &size_shape, .least = 1};

static const struct field figure_fields[] = {
    {"id", &shape_string, true, N_("Names the output files; unique in the document.")},
    {"number", &shape_text, false, N_("The figure's number, as 图1.")},
    {"title", &shape_text, false, N_("The finding, in one sentence without a final stop.")},
    {"subtitle", &shape_text, false, N_("What is measured, where, when.")},
    {"unitNote", &shape_text, false, N_("The unit, as 单位：亿元; the style decides its place.")},
    {"notes", &text_list_shape, false, N_("Notes at the foot.")},
    {"sources", &text_list_shape, false, N_("Sources at the foot; the document's when left out.")},
    {"credit", &shape_text, false, N_("Who drew the figure.")},
    {"alt", &shape_text, false, N_("Alternative text; written from the data when left out.")},
    {"size", &size_shape, false, N_("Size of the picture: a preset or width and height in px.")},
    {"sizes", &sizes_shape, false, N_("Several sizes, each laid out anew.")},
    {"style", &style_choice_shape, false, N_("The figure's style: a name, or overrides.")},
#define FIELD(name, shape, required, doc) {name, &shape, required, doc},
#include "chart/chart_fields.def"
#include "infographic/infographic_fields.def"
#include "map/map_fields.def"
#undef FIELD
};
static const struct shape figure_shape = {
    .kind = SHAPE_OBJECT, .name = "figure", .doc = N_("One picture."), FIELDS(figure_fields)};
static const struct shape figures_shape = {.kind = SHAPE_ARRAY, .item = &figure_shape};

static const struct field source_fields[] = {
    {"name", &shape_text, false, N_("Who published the report.")},
    {"date", &shape_string, false, N_("When, as 2023-02-18.")},
    {"url", &shape_string, false, N_("Where it can be read.")},
    {"text", &shape_string, false, N_("Path of the report's text, which proves the metrics.")},
};
static const struct shape source_shape = {
    .kind = SHAPE_OBJECT, .name = "source", FIELDS(source_fields)};

static const struct shape rows_shape = {.kind = SHAPE_ARRAY, .item = &shape_any};
static const struct shape *const dataset_options[] = {&data_shape, &rows_shape};
static const struct shape dataset_shape = {.kind = SHAPE_EITHER, OPTIONS(dataset_options)};
static const struct shape datasets_shape = {.kind = SHAPE_MAP, .item = &dataset_shape};

static const struct shape colours_shape = {.kind = SHAPE_MAP, .item = &shape_colour};

static const struct field document_fields[] = {
    {"$schema", &shape_string, false, N_("The schema that editors read.")},
    {"title", &shape_text, false, N_("The report's title.")},
    {"source", &source_shape, false, N_("The report that the numbers come from.")},
    {"style", &style_choice_shape, false, N_("The style of all figures: a name, or overrides.")},
    {"colors", &colours_shape, false,
     N_("Colours by name of a category, in all figures; the others take the style's palette.")},
    {"language", &shape_language, false,
     N_("The language of the figures, as zh-Hans (the default) or en; --lang overrides it.")},
    {"allow", &strings_shape, false, N_("Words with digits that texts may hold as they are.")},
    {"metrics", &shape_metrics, false, N_("The single statistics of the report.")},
    {"relations", &shape_relations, false, N_("How metrics follow from one another.")},
    {"datasets", &datasets_shape, false, N_("Named tables: rows, or {\"url\": path}.")},
    {"figures", &figures_shape, false, N_("The pictures to draw.")},
};
static const struct shape document_shape = {.kind = SHAPE_OBJECT,
                                            .name = "document",
                                            .doc = N_("A report's statistics and figures."),
                                            FIELDS(document_fields)};

const struct shape *figure_document_shape(void) {
    return &document_shape;
}
