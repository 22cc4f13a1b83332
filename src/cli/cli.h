// What the commands share: the run's arena, its diagnostics and the options.
#pragma once

#include "cli/options.h"

enum status { STATUS_FINE = 0, STATUS_DOCUMENT = 1, STATUS_USAGE = 2, STATUS_ENVIRONMENT = 3 };

struct cli {
    struct arena *arena; // of the run
    struct diag *diag;
    struct options options;
    struct buf *faults; // of usage
};

// The commands: each does its work, reports into cli->diag or cli->faults, and returns nothing;
// cli_main prints and finds the exit status.
typedef void command_run(struct cli *cli);
command_run render_run, check_run, typeset_run, schema_run, styles_run, fonts_run, explain_run,
    colors_run, new_run;

// The whole program. Returns the exit status.
int cli_main(int argc, char **argv);

// Writes to standard output; a failure is reported (environment).
void cli_print(struct cli *cli, struct str text);

// The place that stands for the command line itself.
struct diag_place cli_place(void);
