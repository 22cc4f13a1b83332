// tushuo styles: the packaged styles with their descriptions.
#include "base/i18n.h"
#include "cli/cli.h"
#include "style/style.h"

void styles_run(struct cli *cli) {
    if (cli->options.operand_count) {
        buf_add_text(cli->faults, _("styles takes no file\n"));
        return;
    }
    const struct str *names;
    size_t count = style_list(cli->arena, &names);
    struct buf out = BUF_INIT(cli->arena);
    for (size_t i = 0; i < count; i++) {
        const struct style *style =
            style_load(cli->arena, cli->diag, cli_place(), names[i], STR_NONE, NULL);
        if (style)
            buf_printf(&out, "%-10.*s %.*s\n", STR_ARG(names[i]), STR_ARG(style->description));
    }
    cli_print(cli, buf_str(&out));
    buf_done(&out);
}
