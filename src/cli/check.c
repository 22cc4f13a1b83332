// tushuo check: documents, their numbers against the source, their layout. Draws nothing.
#include "base/i18n.h"
#include "base/json_out.h"
#include "cli/findings.h"
#include "cli/paint.h"
#include "document/lint.h"
#include "document/proof.h"
#include "document/typed_digits.h"

static void check_proof(struct cli *cli, const struct document *document) {
    const struct proof_sheet *sheet = proof_check(cli->arena, cli->diag, document);
    if (!cli->options.given[OPTION_PROOF])
        return;
    struct buf page = BUF_INIT(cli->arena);
    proof_write_html(&page, document, sheet);
    struct str path = cli->options.values[OPTION_PROOF];
    if (str_is(path, "-"))
        cli_print(cli, buf_str(&page));
    else
        file_write_whole(cli->arena, cli->diag, path, buf_str(&page));
    buf_done(&page);
}

static void check_document(struct cli *cli, const struct document *document) {
    check_proof(cli, document);
    typed_digits_check(cli->arena, cli->diag, document);
    lint_check(cli->arena, cli->diag, document);
}

// One object a page: document, figure, size, findings.
static void add_layout(struct buf *out, const struct plan_item *item, const struct scene *scene,
                       size_t page, const struct page_findings *findings) {
    buf_add_text(out, out->len ? ",\n  {\"document\": " : "[\n  {\"document\": ");
    buf_add_json_string(out, item->document->path);
    buf_add_text(out, ", \"figure\": ");
    buf_add_json_string(out, item->figure->id);
    if (page)
        buf_printf(out, ", \"page\": %zu", page);
    buf_add_text(out, ", \"width\": ");
    buf_add_json_number(out, scene->width);
    buf_add_text(out, ", \"height\": ");
    buf_add_json_number(out, scene->height);
    buf_add_text(out, ", \"findings\": ");
    findings_write(out, findings->list, findings->count);
    buf_add_char(out, '}');
}

static void check_layouts(struct cli *cli, const struct plan *plan) {
    struct painter painter = {.run = cli->arena,
                              .diag = cli->diag,
                              .plan = plan,
                              .style_override = cli->options.values[OPTION_STYLE]};
    painter_prepare(&painter);
    if (!painter_open(&painter))
        return;
    struct arena arena;
    arena_init(&arena, cli->arena->oom, cli->arena->oom_context);
    struct buf out = BUF_INIT(cli->arena);
    for (size_t i = 0; i < plan->count; i++) {
        const struct page_findings *findings;
        struct scene_list pages;
        bool sound = painter_layout(&painter, &arena, &plan->items[i], &pages, &findings);
        for (size_t p = 0; sound && p < pages.count; p++)
            add_layout(&out, &plan->items[i], &pages.scenes[p], pages.count > 1 ? p + 1 : 0,
                       &findings[p]);
        arena_reset(&arena);
    }
    buf_add_text(&out, out.len ? "\n]\n" : "[]\n");
    if (cli->options.given[OPTION_LAYOUT])
        cli_print(cli, buf_str(&out));
    buf_done(&out);
    arena_done(&arena);
    painter_close(&painter);
}

void check_run(struct cli *cli) {
    struct plan plan;
    if (cli->options.given[OPTION_PROOF] && cli->options.operand_count > 1)
        buf_add_text(cli->faults, _("--proof writes the sheet of one document\n"));
    if (cli->options.given[OPTION_LAYOUT] && str_is(cli->options.values[OPTION_PROOF], "-"))
        buf_add_text(cli->faults, _("--layout and --proof - both write to standard output\n"));
    bool planned = plan_make(cli, &plan);
    if (cli->faults->len)
        return;
    for (size_t i = 0; i < plan.document_count; i++)
        check_document(cli, plan.documents[i]);
    if (planned && plan.count)
        check_layouts(cli, &plan);
}
