// tushuo styles: the packaged styles with their descriptions, or one style with every key.
#include "base/i18n.h"
#include "cli/cli.h"
#include "style/style.h"

static const struct style *load(struct cli *cli, struct str name) {
    return style_load(cli->arena, cli->diag, cli_place(), name, STR_NONE, NULL);
}

static void list_styles(struct cli *cli, struct buf *out) {
    const struct str *names;
    size_t count = style_list(cli->arena, &names);
    for (size_t i = 0; i < count; i++) {
        const struct style *style = load(cli, names[i]);
        if (style)
            buf_printf(out, "%-10.*s %.*s\n", STR_ARG(names[i]), STR_ARG(style->description));
    }
}

void styles_run(struct cli *cli) {
    if (cli->options.operand_count > 1) {
        buf_add_text(cli->faults, _("styles takes one name or file\n"));
        return;
    }
    struct buf out = BUF_INIT(cli->arena);
    const struct style *style =
        cli->options.operand_count ? load(cli, cli->options.operands[0]) : NULL;
    if (style)
        style_print(&out, style);
    else if (!cli->options.operand_count)
        list_styles(cli, &out);
    cli_print(cli, buf_str(&out));
    buf_done(&out);
}
