// tushuo render: the figures of documents as files.
#include "base/i18n.h"
#include "cli/gallery.h"
#include "cli/manifest.h"
#include "cli/output.h"
#include "cli/shards.h"

#include <unistd.h>

static bool read_options(struct cli *cli, struct backend_options *out, size_t *jobs) {
    static const char *const kinds[] = {"lossless", "fast"};
    size_t kind = 0, svg_text = SVG_TEXT_OUTLINES;
    double count = 1;
    options_word(&cli->options, OPTION_PNG, kinds, 2, &kind, cli->diag, cli->faults);
    options_word(&cli->options, OPTION_SVG_TEXT, output_svg_texts, 4, &svg_text, cli->diag,
                 cli->faults);
    options_number(&cli->options, OPTION_JOBS, 0, 256, &count, cli->faults);
    *out = (struct backend_options){.transparent = cli->options.given[OPTION_TRANSPARENT],
                                    .png_fast = kind == 1,
                                    .svg_text = (enum svg_text)svg_text};
    *jobs = (size_t)count;
    if (*jobs == 0) {
        long processors = sysconf(_SC_NPROCESSORS_ONLN);
        *jobs = processors > 0 ? (size_t)processors : 1;
    }
    return cli->faults->len == 0;
}

static void expand_item(struct painter *painter, const struct plan_item *item, struct buf *out) {
    const struct figure_kind *kind = figure_kind_of(item->figure);
    const struct style *style =
        painter_style(painter, item->document, json_get(item->figure->json, "style"));
    struct figure_context context = {
        .run = painter->run,
        .arena = painter->run,
        .diag = painter->diag,
        .document = item->document,
        .style = style,
        .text = painter->text,
        .width = item->size.width,
        .height = item->size.height,
        .size_name = item->size.name,
    };
    if (!kind || !kind->expand)
        json_write(out, item->figure->json, 0);
    else if (style)
        kind->expand(&context, item->figure, out);
}

// One figure: its specification. Several: an array of them.
static void expand_all(struct cli *cli, struct painter *painter) {
    struct buf out = BUF_INIT(cli->arena), one = BUF_INIT(cli->arena);
    size_t count = 0;
    bool several = painter->plan->count > 1;
    if (!painter_open(painter))
        return;
    for (size_t i = 0; i < painter->plan->count; i++) {
        buf_clear(&one);
        expand_item(painter, &painter->plan->items[i], &one);
        struct str text = str_trim(buf_str(&one));
        if (!text.len)
            continue;
        buf_add_text(&out, !several ? "" : count ? ",\n" : "[\n");
        buf_add_str(&out, text);
        count++;
    }
    buf_add_text(&out, !several ? "\n" : count ? "\n]\n" : "[]\n");
    painter_close(painter);
    cli_print(cli, buf_str(&out));
    buf_done(&one);
    buf_done(&out);
}

void render_run(struct cli *cli) {
    struct plan plan;
    struct painter painter = {
        .run = cli->arena,
        .diag = cli->diag,
        .plan = &plan,
        .strict = cli->options.given[OPTION_STRICT],
        .style_override = cli->options.values[OPTION_STYLE],
    };
    size_t jobs = 1;
    bool usable = read_options(cli, &painter.options, &jobs);
    if (!plan_make(cli, &plan) || !usable || !plan.count)
        return;
    painter.options.scale = plan.scale;
    if (cli->options.given[OPTION_EXPAND]) {
        expand_all(cli, &painter);
        return;
    }
    painter_prepare(&painter);
    struct picture *pictures = ARENA_ARRAY(cli->arena, plan.count, struct picture);
    shards_draw(&painter, plan.to_stdout ? 1 : jobs, pictures);
    if (plan.to_stdout)
        return;
    manifest_write(cli, &plan, pictures);
    if (cli->options.given[OPTION_GALLERY])
        gallery_write(cli, &plan, pictures);
}
