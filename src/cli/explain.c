// tushuo explain: what a message's code means, and what to do.
#include "base/i18n.h"
#include "cli/cli.h"

static void list_codes(struct buf *out) {
    for (size_t i = 0; i < DIAG_CODE_COUNT; i++)
        buf_printf(out, "%s\n    %s\n", diag_code_name((enum diag_code)i),
                   diag_code_explanation((enum diag_code)i));
}

static void fault_code(struct cli *cli, struct str word) {
    struct str names[DIAG_CODE_COUNT];
    for (size_t i = 0; i < DIAG_CODE_COUNT; i++)
        names[i] = str_from(diag_code_name((enum diag_code)i));
    options_fault_name(cli->faults, cli->diag, _("unknown code “%.*s”"), word, names,
                       DIAG_CODE_COUNT);
}

void explain_run(struct cli *cli) {
    struct buf out = BUF_INIT(cli->arena);
    for (size_t i = 0; i < cli->options.operand_count; i++) {
        enum diag_code code;
        if (diag_code_find(cli->options.operands[i], &code))
            buf_printf(&out, "%s: %s\n", diag_code_name(code), diag_code_explanation(code));
        else
            fault_code(cli, cli->options.operands[i]);
    }
    if (!cli->options.operand_count)
        list_codes(&out);
    cli_print(cli, buf_str(&out));
    buf_done(&out);
}
