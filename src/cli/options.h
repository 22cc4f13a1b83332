// The command line as a table: one source for the parser, --help and the manual page.
#pragma once

#include "base/diag.h"

enum command_id {
#define COMMAND(id, name, arguments, summary) COMMAND_##id,
#include "cli/commands.def"
#undef COMMAND
    COMMAND_COUNT
};

enum option_id {
#define OPTION(id, name, letter, argument, commands, doc) OPTION_##id,
#include "cli/options.def"
#undef OPTION
    OPTION_COUNT
};

struct options {
    enum command_id command; // COMMAND_COUNT: none was named
    bool given[OPTION_COUNT];
    struct str values[OPTION_COUNT]; // as written; a repeated option's last one (--only: joined)
    const struct str *operands;      // files and the like, "-" included
    size_t operand_count;
    bool help, version, manual; // asked for in place of a command's work
};

const char *options_command_name(enum command_id command);

// Reads the arguments behind the program's name. Each fault of usage is added to `faults` as one
// line; false when there was one. Texts live in diag's arena.
bool options_parse(int argc, char **argv, struct diag *diag, struct options *out,
                   struct buf *faults);

// Reading an option's value. `*out` keeps its default when the option was not given; a value that
// does not fit is a fault of usage.
bool options_number(const struct options *options, enum option_id id, double least, double most,
                    double *out, struct buf *faults);
bool options_word(const struct options *options, enum option_id id, const char *const *words,
                  size_t count, size_t *out, struct diag *diag, struct buf *faults);

// Pixels for each px, of --scale or --dpi; 1 when neither was given.
bool options_scale(const struct options *options, double *scale, struct buf *faults);

// The parts of a list that commas separate, blanks trimmed, empty parts left out.
size_t options_split(struct arena *arena, struct str list, const struct str **out);

// Appends the help of a command (COMMAND_COUNT: of the program), or the manual page in man's
// language.
void options_help(struct buf *out, enum command_id command);
void options_manual(struct buf *out);

// Faults of usage about names: "unknown …; did you mean …?".
void options_fault_name(struct buf *faults, struct diag *diag, const char *message, struct str word,
                        const struct str *words, size_t count);
