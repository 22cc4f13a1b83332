// tushuo schema: the JSON Schema of documents, made of the tables that check them.
#include "base/i18n.h"
#include "cli/cli.h"
#include "figure/figure.h"

void schema_run(struct cli *cli) {
    if (cli->options.operand_count) {
        buf_add_text(cli->faults, _("schema takes no file\n"));
        return;
    }
    struct buf out = BUF_INIT(cli->arena);
    shape_write_schema(&out, figure_document_shape(), "tushuo.schema.json",
                       "tushuo: a document of figures");
    cli_print(cli, buf_str(&out));
    buf_done(&out);
}
