// Runs one command and prints what it reported.
#include "cli/cli.h"

#include "base/i18n.h"
#include "cli/locale.h"
#include "config.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { ENTRIES_PRINTED = 100 };

static command_run *const runs[] = {
    [COMMAND_RENDER] = render_run, [COMMAND_CHECK] = check_run,   [COMMAND_TYPESET] = typeset_run,
    [COMMAND_SCHEMA] = schema_run, [COMMAND_STYLES] = styles_run, [COMMAND_FONTS] = fonts_run,
    [COMMAND_COLORS] = colors_run, [COMMAND_NEW] = new_run,       [COMMAND_EXPLAIN] = explain_run,
};

_Noreturn static void no_memory(size_t wanted, void *context) {
    (void)context;
    fprintf(stderr, _("tushuo: error[no-memory]: no memory for %zu bytes\n"), wanted);
    _Exit(STATUS_ENVIRONMENT);
}

struct diag_place cli_place(void) {
    return (struct diag_place){.file = STR("tushuo")};
}

void cli_print(struct cli *cli, struct str text) {
    if (!text.len || (fwrite(text.data, 1, text.len, stdout) == text.len && fflush(stdout) == 0))
        return;
    diag_error(cli->diag, DIAG_STDOUT, cli_place(), STR_NONE,
               _("standard output cannot be written: %s"), strerror(errno));
}

static void print_faults(struct cli *cli) {
    const char *name = options_command_name(cli->options.command);
    struct str faults = buf_str(cli->faults);
    for (size_t from = 0; from < faults.len;) {
        size_t to = str_find(faults, STR("\n"), from);
        to = to == SIZE_MAX ? faults.len : to;
        fprintf(stderr, "tushuo%s%s: %.*s\n", *name ? " " : "", name,
                STR_ARG(str_slice(faults, from, to)));
        from = to + 1;
    }
    fprintf(stderr, _("Try “tushuo%s%s --help”.\n"), *name ? " " : "", name);
}

static void print_messages(const struct cli *cli, enum diag_form form) {
    const char *no_colour = getenv("NO_COLOR");
    struct diag_print_options options = {
        .form = form,
        .colour = isatty(STDERR_FILENO) && !(no_colour && *no_colour),
        .limit = ENTRIES_PRINTED,
    };
    struct buf out = BUF_INIT(cli->arena);
    diag_print(cli->diag, options, &out);
    if (out.len)
        fwrite(out.data, 1, out.len, stderr);
    buf_done(&out);
}

// What --strict finds is an error of the document, whoever reported it.
static void be_strict(struct diag *diag) {
    for (size_t i = 0; i < diag->count; i++)
        if (diag->entries[i].severity == DIAG_WARNING)
            diag->entries[i].severity = DIAG_ERROR;
    if (diag->warnings && diag->worst_status < STATUS_DOCUMENT)
        diag->worst_status = STATUS_DOCUMENT;
    diag->errors += diag->warnings;
    diag->warnings = 0;
}

static int run_command(struct cli *cli) {
    static const char *const forms[] = {"text", "json", "github"}; // as enum diag_form
    size_t form = DIAG_FORM_TEXT;
    options_word(&cli->options, OPTION_MESSAGES, forms, 3, &form, cli->diag, cli->faults);
    if (!cli->faults->len)
        runs[cli->options.command](cli);
    if (cli->faults->len) {
        print_faults(cli);
        return STATUS_USAGE;
    }
    if (cli->options.given[OPTION_STRICT])
        be_strict(cli->diag);
    print_messages(cli, (enum diag_form)form);
    return cli->diag->worst_status;
}

static int run(struct cli *cli, int argc, char **argv) {
    struct options *options = &cli->options;
    bool understood = options_parse(argc, argv, cli->diag, options, cli->faults);
    if (!understood || (options->command == COMMAND_COUNT && !options->help && !options->version &&
                        !options->manual)) {
        if (understood)
            buf_add_text(cli->faults, _("no command is given\n"));
        print_faults(cli);
        return STATUS_USAGE;
    }
    if (!options->help && !options->version && !options->manual)
        return run_command(cli);
    struct buf out = BUF_INIT(cli->arena);
    if (options->version)
        buf_add_text(&out, "tushuo " TUSHUO_VERSION "\n");
    else if (options->manual)
        options_manual(&out);
    else
        options_help(&out, options->command);
    cli_print(cli, buf_str(&out));
    buf_done(&out);
    print_messages(cli, DIAG_FORM_TEXT);
    return cli->diag->worst_status;
}

int cli_main(int argc, char **argv) {
    // A limit on the size of files (ulimit -f) is reported as a full disk is; it does not kill.
    signal(SIGXFSZ, SIG_IGN);
    struct arena arena;
    arena_init(&arena, no_memory, NULL);
    locale_start(&arena);
    struct diag diag;
    diag_init(&diag, &arena);
    struct buf faults = BUF_INIT(&arena);
    struct cli cli = {.arena = &arena, .diag = &diag, .faults = &faults};
    int status = run(&cli, argc, argv);
    buf_done(&faults);
    arena_done(&arena);
    return status;
}
