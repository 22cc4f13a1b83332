// tushuo fonts: which font files answer what the styles ask for, and the icons that there are.
#include "base/i18n.h"
#include "cli/cli.h"
#include "style/style.h"
#include "text/font.h"
#include "text/icons.h"

struct asked_font {
    const char *role;
    const struct style_font *font;
    bool bold;
};

static const char *licence_words(const struct font_info *info) {
    return info->may_subset  ? ""
           : info->may_embed ? _("  (may be embedded as a whole only)")
                             : _("  (must not be embedded)");
}

// One line for each face that sets the sample: role, family, style, file.
static void list_faces(struct cli *cli, struct text_engine *engine, struct asked_font asked,
                       struct buf *out) {
    struct text_request request = {
        .words = STR("图说，2022 Aa"),
        .style = {.fonts = asked.font->family,
                  .latin = asked.font->latin,
                  .bold = asked.bold,
                  .size = 16},
        .place = cli_place(),
    };
    const struct text_block *block = text_set(engine, cli->arena, cli->diag, &request);
    struct str previous = STR_NONE;
    for (size_t i = 0; i < block->line_count; i++)
        for (size_t j = 0; j < block->lines[i].run_count; j++) {
            const struct font_info *info = font_get_info(engine, block->lines[i].runs[j].font);
            struct str line = str_printf(
                cli->arena, "  %-8s %.*s %.*s  %.*s:%d%s\n", asked.role, STR_ARG(info->family),
                STR_ARG(info->style), STR_ARG(info->file), info->face_index, licence_words(info));
            if (!str_equal(line, previous))
                buf_add_str(out, line);
            previous = line;
        }
}

static void list_style(struct cli *cli, struct text_engine *engine, struct str name,
                       struct buf *out) {
    const struct style *style =
        style_load(cli->arena, cli->diag, cli_place(), name, STR_NONE, NULL);
    if (!style)
        return;
    buf_printf(out, "%.*s\n", STR_ARG(name));
    const struct asked_font asked[] = {{"title", &style->title_font, style->title.bold},
                                       {"heading", &style->heading_font, true},
                                       {"body", &style->body_font, false},
                                       {"figures", &style->figures_font, style->value.bold}};
    for (size_t i = 0; i < sizeof asked / sizeof *asked; i++)
        list_faces(cli, engine, asked[i], out);
}

// A name in a line, behind a tab its Chinese names.
static void list_icons(struct cli *cli, struct text_engine *engine, struct buf *out) {
    struct str *names;
    size_t count;
    if (!icon_list(engine, cli->arena, cli->diag, cli_place(), &names, &count))
        return;
    for (size_t i = 0; i < count; i++) {
        struct str chinese = icon_chinese_names(cli->arena, names[i]);
        buf_printf(out, "%.*s%s%.*s\n", STR_ARG(names[i]), chinese.len ? "\t" : "",
                   STR_ARG(chinese));
    }
}

static void list_styles(struct cli *cli, struct text_engine *engine, struct buf *out) {
    const struct str *names;
    size_t count = style_list(cli->arena, &names);
    for (size_t i = 0; i < count; i++)
        list_style(cli, engine, names[i], out);
}

void fonts_run(struct cli *cli) {
    if (cli->options.operand_count) {
        buf_add_text(cli->faults, _("fonts takes no file\n"));
        return;
    }
    struct text_engine *engine = text_open(cli->arena, cli->diag, &(struct text_options){0});
    if (!engine)
        return;
    struct buf out = BUF_INIT(cli->arena);
    if (cli->options.given[OPTION_ICONS])
        list_icons(cli, engine, &out);
    else
        list_styles(cli, engine, &out);
    cli_print(cli, buf_str(&out));
    buf_done(&out);
    text_close(engine);
}
