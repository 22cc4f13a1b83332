// tushuo typeset: the text of standard input set in lines, as JSON or a picture.
#include "base/i18n.h"
#include "cli/cli.h"
#include "cli/output.h"
#include "cli/typeset_json.h"
#include "document/language.h"

#include <math.h>

enum { MOST_PX = 100000, MOST_COLUMNS = 20 };

enum typeset_format { FORMAT_JSON, FORMAT_SVG, FORMAT_PNG, FORMAT_PDF, FORMAT_EPS, FORMAT_COUNT };

static const char *const formats[FORMAT_COUNT] = {"json", "svg", "png", "pdf", "eps"};

struct typeset {
    struct text_request request;
    struct backend_options picture;
    size_t format;
};

static void read_font(struct cli *cli, struct text_style *style) {
    const struct options *options = &cli->options;
    *style = (struct text_style){
        .fonts = STR("Noto Sans CJK SC"),
        .latin = options->values[OPTION_LATIN],
        .bold = options->given[OPTION_BOLD],
        .size = 16,
        .colour = {0, 0, 0, 255},
        .language = STR("zh-Hans"),
    };
    if (options->given[OPTION_FONT])
        style->fonts = options->values[OPTION_FONT];
    if (options->given[OPTION_LANG])
        style->language = options->values[OPTION_LANG];
    if (!language_is_tag(style->language))
        buf_add_text(cli->faults, _("--lang: this is no language tag\n"));
    options_number(options, OPTION_FONT_SIZE, 1, 10000, &style->size, cli->faults);
}

static void read_request(struct cli *cli, struct text_request *request) {
    static const char *const modes[] = {"wrap", "balance", "truncate", "justify"}; // enum text_mode
    const struct options *options = &cli->options;
    size_t mode = TEXT_WRAP;
    double columns = 1;
    *request = (struct text_request){
        .markup = options->given[OPTION_MARKUP],
        .vertical = options->given[OPTION_VERTICAL],
        .hanging = options->given[OPTION_HANGING],
    };
    read_font(cli, &request->style);
    options_number(options, OPTION_WIDTH, 0, MOST_PX, &request->width, cli->faults);
    options_number(options, OPTION_INDENT, 0, 100, &request->indent, cli->faults);
    options_number(options, OPTION_COLUMNS, 1, MOST_COLUMNS, &columns, cli->faults);
    request->columns = (unsigned)columns;
    options_number(options, OPTION_LINE_PITCH, 0.5, 10, &request->line_pitch, cli->faults);
    options_word(options, OPTION_MODE, modes, 4, &mode, cli->diag, cli->faults);
    request->mode = (enum text_mode)mode;
}

static bool read_options(struct cli *cli, struct typeset *out) {
    const struct options *options = &cli->options;
    size_t svg_text = SVG_TEXT_OUTLINES;
    read_request(cli, &out->request);
    options_word(options, OPTION_FORMAT, formats, FORMAT_COUNT, &out->format, cli->diag,
                 cli->faults);
    options_word(options, OPTION_SVG_TEXT, output_svg_texts, 4, &svg_text, cli->diag, cli->faults);
    out->picture = (struct backend_options){.transparent = options->given[OPTION_TRANSPARENT],
                                            .svg_text = (enum svg_text)svg_text,
                                            .creation_time = output_date(STR_NONE)};
    options_scale(options, &out->picture.scale, cli->faults);
    if (options->operand_count > 1)
        buf_add_text(cli->faults, _("typeset takes one file at most\n"));
    return cli->faults->len == 0;
}

// The block's em boxes, and the ink that reaches beyond them: descenders, marks that hang.
static struct rect picture_box(const struct text_block *block) {
    struct rect box = {0, 0, block->width, block->height};
    for (size_t i = 0; i < block->line_count; i++)
        if (block->lines[i].run_count)
            box = rect_union(box, block->lines[i].ink);
    double x = floor(box.x), y = floor(box.y);
    return (struct rect){x, y, fmax(ceil(rect_right(box)) - x, 1),
                         fmax(ceil(rect_bottom(box)) - y, 1)};
}

static void write_picture(struct cli *cli, struct buf *out, struct text_engine *engine,
                          const struct typeset *typeset, const struct text_block *block) {
    struct scene scene;
    struct rect box = picture_box(block);
    scene_init(&scene, cli->arena, STR("text"), box.width, box.height);
    scene.title = block->words;
    scene.language = block->style.language;
    scene.paper = (struct colour){255, 255, 255, typeset->picture.transparent ? 0 : 255};
    text_place(&scene, ROLE_MARK_TEXT, OWNER_NONE, block,
               &(struct text_placement){.at = {-box.x, -box.y}});
    const struct backend *backend = backend_find(str_from(formats[typeset->format]));
    output_picture(backend, &(struct scene_list){&scene, 1}, engine, &typeset->picture, cli->diag,
                   out);
}

void typeset_run(struct cli *cli) {
    struct typeset typeset = {0};
    if (!read_options(cli, &typeset))
        return;
    struct str path = cli->options.operand_count ? cli->options.operands[0] : STR("-"), words;
    if (!file_read(cli->arena, cli->diag, cli_place(), path, FILE_LIMIT, &words))
        return;
    if (str_ends(words, STR("\n")))
        words.len--;
    struct text_engine *engine = text_open(cli->arena, cli->diag, &(struct text_options){0});
    if (!engine)
        return;
    typeset.request.words = words;
    typeset.request.place = (struct diag_place){.file = path, .line = 1, .column = 1};
    typeset.picture.place = typeset.request.place;
    const struct text_block *block = text_set(engine, cli->arena, cli->diag, &typeset.request);
    struct buf out = BUF_INIT(cli->arena);
    if (typeset.format == FORMAT_JSON)
        typeset_write_json(&out, engine, block);
    else
        write_picture(cli, &out, engine, &typeset, block);
    cli_print(cli, buf_str(&out));
    buf_done(&out);
    text_close(engine);
}
