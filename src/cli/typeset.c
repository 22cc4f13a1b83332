// tushuo typeset: the text of standard input set in lines, as JSON or SVG.
#include "base/i18n.h"
#include "base/json_out.h"
#include "base/number.h"
#include "cli/cli.h"
#include "cli/output.h"
#include "text/font.h"

enum { DECIMALS = 4, MOST_PX = 100000 };

static void member(struct buf *out, const char *name, double value) {
    buf_printf(out, "\"%s\": ", name);
    buf_add_number(out, value, DECIMALS);
}

static void write_glyphs(struct buf *out, const struct text_cluster *cluster) {
    buf_add_text(out, "\"glyphs\": [");
    for (size_t i = 0; i < cluster->glyph_count; i++)
        buf_printf(out, "%s%lu", i ? ", " : "", (unsigned long)cluster->glyphs[i]);
    buf_add_char(out, ']');
}

static void write_cluster(struct buf *out, const struct text_engine *engine,
                          const struct text_cluster *cluster) {
    static const char *const orientations[] = {"upright", "sideways", "combined"};
    buf_add_text(out, "{\"text\": ");
    buf_add_json_string(out, cluster->text);
    const struct {
        const char *name;
        double value;
    } numbers[] = {{"x", cluster->x},
                   {"y", cluster->y},
                   {"advance", cluster->advance},
                   {"ink_x", cluster->ink_x},
                   {"ink_width", cluster->ink_width}};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        buf_add_text(out, ", ");
        member(out, numbers[i].name, numbers[i].value);
    }
    buf_add_text(out, ", \"font\": ");
    buf_add_json_string(out, font_get_info(engine, cluster->font)->family);
    buf_add_text(out, ", ");
    write_glyphs(out, cluster);
    buf_printf(out, ", \"orientation\": \"%s\"}", orientations[cluster->orientation]);
}

static void write_line(struct buf *out, const struct text_engine *engine,
                       const struct text_line *line) {
    buf_add_text(out, "{\"text\": ");
    buf_add_json_string(out, line->words);
    buf_add_text(out, ", ");
    member(out, "x", line->x);
    buf_add_text(out, ", ");
    member(out, "y", line->y);
    buf_add_text(out, ", ");
    member(out, "width", line->width);
    buf_add_text(out, ", \"clusters\": [");
    for (size_t i = 0; i < line->cluster_count; i++) {
        buf_add_text(out, i ? ",\n    " : "\n    ");
        write_cluster(out, engine, &line->clusters[i]);
    }
    buf_add_text(out, "]}");
}

static void write_json(struct buf *out, const struct text_engine *engine,
                       const struct text_block *block) {
    buf_add_char(out, '{');
    member(out, "width", block->width);
    buf_add_text(out, ", ");
    member(out, "height", block->height);
    buf_add_text(out, ", \"lines\": [");
    for (size_t i = 0; i < block->line_count; i++) {
        buf_add_text(out, i ? ",\n  " : "\n  ");
        write_line(out, engine, &block->lines[i]);
    }
    buf_add_text(out, "]}\n");
}

static void write_svg(struct cli *cli, struct buf *out, struct text_engine *engine,
                      const struct text_block *block, enum svg_text svg_text) {
    struct scene scene;
    scene_init(&scene, cli->arena, STR("text"), block->width > 1 ? block->width : 1,
               block->height > 1 ? block->height : 1);
    scene.title = block->words;
    scene.language = block->style.language;
    text_place(&scene, ROLE_MARK_TEXT, OWNER_NONE, block, &(struct text_placement){0});
    struct backend_options options = {.scale = 1, .svg_text = svg_text};
    output_picture(backend_find(STR("svg")), &scene, engine, &options, cli->diag, out);
}

struct typeset {
    struct text_request request;
    size_t format, svg_text;
};

static bool read_options(struct cli *cli, struct typeset *out) {
    static const char *const modes[] = {"wrap", "balance", "truncate", "justify"}; // enum text_mode
    static const char *const formats[] = {"json", "svg"};
    const struct options *options = &cli->options;
    struct text_request *request = &out->request;
    struct buf *faults = cli->faults;
    size_t mode = TEXT_WRAP;
    *request = (struct text_request){
        .style = {.fonts = STR("Noto Sans CJK SC"), .size = 16, .colour = {0, 0, 0, 255}},
        .vertical = options->given[OPTION_VERTICAL],
    };
    if (options->given[OPTION_FONT])
        request->style.fonts = options->values[OPTION_FONT];
    request->style.language =
        options->given[OPTION_LANG] ? options->values[OPTION_LANG] : STR("zh-Hans");
    options_number(options, OPTION_FONT_SIZE, 1, 10000, &request->style.size, faults);
    options_number(options, OPTION_WIDTH, 0, MOST_PX, &request->width, faults);
    options_word(options, OPTION_MODE, modes, 4, &mode, cli->diag, faults);
    options_word(options, OPTION_FORMAT, formats, 2, &out->format, cli->diag, faults);
    options_word(options, OPTION_SVG_TEXT, output_svg_texts, 4, &out->svg_text, cli->diag, faults);
    if (options->operand_count > 1)
        buf_add_text(faults, _("typeset takes one file at most\n"));
    request->mode = (enum text_mode)mode;
    return faults->len == 0;
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
    const struct text_block *block = text_set(engine, cli->arena, cli->diag, &typeset.request);
    struct buf out = BUF_INIT(cli->arena);
    if (typeset.format == 0)
        write_json(&out, engine, block);
    else
        write_svg(cli, &out, engine, block, (enum svg_text)typeset.svg_text);
    cli_print(cli, buf_str(&out));
    buf_done(&out);
    text_close(engine);
}
