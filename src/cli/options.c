// Reads the command line by the tables of commands and options.
#include "cli/options.h"

#include "base/i18n.h"
#include "base/number.h"

#include <string.h>

#define FOR(command) (1U << COMMAND_##command)
#define FOR_ALL ((1U << COMMAND_COUNT) - 1)

struct command_info {
    const char *name, *arguments, *summary;
};

static const struct command_info commands[] = {
#define COMMAND(id, name, arguments, summary) {name, arguments, summary},
#include "cli/commands.def"
#undef COMMAND
};

struct option_info {
    const char *name;
    char letter;
    const char *argument; // NULL: a switch
    unsigned commands;
    const char *doc;
};

static const struct option_info infos[] = {
#define OPTION(id, name, letter, argument, commands, doc) {name, letter, argument, commands, doc},
#include "cli/options.def"
#undef OPTION
};

const char *options_command_name(enum command_id command) {
    return command < COMMAND_COUNT ? commands[command].name : "";
}

static bool applies(enum option_id id, enum command_id command) {
    return command == COMMAND_COUNT ? id == OPTION_HELP : (infos[id].commands >> command & 1) != 0;
}

void options_fault_name(struct buf *faults, struct diag *diag, const char *message, struct str word,
                        const struct str *words, size_t count) {
    struct str hint = diag_hint_nearest(diag, word, words, count);
    buf_printf(faults, message, STR_ARG(word));
    if (hint.len)
        buf_printf(faults, "; %.*s", STR_ARG(hint));
    buf_add_char(faults, '\n');
}

static void fault_option(struct options *options, struct diag *diag, struct buf *faults,
                         struct str word) {
    struct str names[OPTION_COUNT];
    size_t count = 0;
    for (size_t i = 0; i < OPTION_COUNT; i++)
        if (applies((enum option_id)i, options->command))
            names[count++] = str_printf(diag->arena, "--%s", infos[i].name);
    for (size_t i = 0; i < OPTION_COUNT; i++)
        if (word.len > 2 && str_is(str_slice(word, 2, word.len), infos[i].name)) {
            buf_printf(faults, _("%.*s is no option of %s\n"), STR_ARG(word),
                       options->command == COMMAND_COUNT ? "tushuo"
                                                         : commands[options->command].name);
            return;
        }
    options_fault_name(faults, diag, _("unknown option %.*s"), word, names, count);
}

static bool fault_command(struct options *options, struct diag *diag, struct buf *faults,
                          struct str word) {
    struct str names[COMMAND_COUNT];
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        names[i] = str_from(commands[i].name);
        if (str_equal(names[i], word)) {
            options->command = (enum command_id)i;
            return true;
        }
    }
    options_fault_name(faults, diag, _("unknown command %.*s"), word, names, COMMAND_COUNT);
    return false;
}

struct reader {
    int argc, at;
    char **argv;
    struct diag *diag;
    struct options *out;
    struct buf *faults;
    struct str *operands;
};

static void take(struct reader *reader, enum option_id id, struct str value) {
    struct options *out = reader->out;
    if (id == OPTION_ONLY && out->given[id])
        value =
            str_printf(reader->diag->arena, "%.*s,%.*s", STR_ARG(out->values[id]), STR_ARG(value));
    out->given[id] = true;
    out->values[id] = value;
    if (id == OPTION_HELP)
        out->help = true;
}

// `value`: what stands behind "=" or a letter; data NULL when nothing does.
static void read_option(struct reader *reader, enum option_id id, struct str word,
                        struct str value) {
    if (!infos[id].argument) {
        if (value.data)
            buf_printf(reader->faults, _("%.*s takes no value\n"), STR_ARG(word));
        else
            take(reader, id, STR_NONE);
        return;
    }
    if (!value.data) {
        if (reader->at >= reader->argc) {
            buf_printf(reader->faults, _("%.*s needs a value: %s\n"), STR_ARG(word),
                       _(infos[id].argument));
            return;
        }
        value = str_from(reader->argv[reader->at++]);
    }
    take(reader, id, value);
}

static void read_long(struct reader *reader, struct str word) {
    size_t equals = str_find(word, STR("="), 0);
    struct str name = str_slice(word, 0, equals);
    struct str value =
        equals == SIZE_MAX ? STR_NONE : (struct str){word.data + equals + 1, word.len - equals - 1};
    if (reader->out->command == COMMAND_COUNT && str_is(name, "--version")) {
        reader->out->version = true;
        return;
    }
    if (reader->out->command == COMMAND_COUNT && str_is(name, "--manual")) {
        reader->out->manual = true;
        return;
    }
    for (size_t i = 0; i < OPTION_COUNT; i++)
        if (applies((enum option_id)i, reader->out->command) &&
            str_is(str_slice(name, 2, name.len), infos[i].name)) {
            read_option(reader, (enum option_id)i, name, value);
            return;
        }
    fault_option(reader->out, reader->diag, reader->faults, name);
}

// One or several letters: -j4, -h.
static void read_letters(struct reader *reader, struct str word) {
    for (size_t at = 1; at < word.len; at++) {
        size_t i = 0;
        while (i < OPTION_COUNT && !(infos[i].letter == word.data[at] &&
                                     applies((enum option_id)i, reader->out->command)))
            i++;
        if (i == OPTION_COUNT) {
            fault_option(reader->out, reader->diag, reader->faults, word);
            return;
        }
        char spelled[] = {'-', word.data[at], 0};
        struct str rest = str_slice(word, at + 1, word.len);
        if (infos[i].argument) {
            read_option(reader, (enum option_id)i, str_copy(reader->diag->arena, str_from(spelled)),
                        rest.len ? rest : STR_NONE);
            return;
        }
        take(reader, (enum option_id)i, STR_NONE);
    }
}

static void read_word(struct reader *reader, struct str word, bool plain) {
    struct options *out = reader->out;
    if (!plain && str_starts(word, STR("--")))
        read_long(reader, word);
    else if (!plain && word.len > 1 && word.data[0] == '-')
        read_letters(reader, word);
    else if (out->command == COMMAND_COUNT) {
        if (!fault_command(out, reader->diag, reader->faults, word))
            reader->at = reader->argc; // nothing behind it can be understood
    } else
        reader->operands[out->operand_count++] = word;
}

bool options_parse(int argc, char **argv, struct diag *diag, struct options *out,
                   struct buf *faults) {
    struct reader reader = {.argc = argc, .at = 1, .argv = argv, .diag = diag, .faults = faults};
    *out = (struct options){.command = COMMAND_COUNT};
    reader.out = out;
    reader.operands = ARENA_ARRAY(diag->arena, (size_t)argc + 1, struct str);
    out->operands = reader.operands;
    bool plain = false;
    while (reader.at < reader.argc && !out->version && !out->manual) {
        struct str word = str_from(argv[reader.at++]);
        if (!plain && str_is(word, "--"))
            plain = true;
        else
            read_word(&reader, word, plain);
    }
    return faults->len == 0;
}

bool options_number(const struct options *options, enum option_id id, double least, double most,
                    double *out, struct buf *faults) {
    if (!options->given[id])
        return true;
    double value = 0;
    if (number_parse(options->values[id], &value) && value >= least && value <= most) {
        *out = value;
        return true;
    }
    buf_printf(faults, _("--%s: “%.*s” is not a number from "), infos[id].name,
               STR_ARG(options->values[id]));
    buf_add_number_shortest(faults, least);
    buf_add_text(faults, _(" to "));
    buf_add_number_shortest(faults, most);
    buf_add_char(faults, '\n');
    return false;
}

bool options_word(const struct options *options, enum option_id id, const char *const *words,
                  size_t count, size_t *out, struct diag *diag, struct buf *faults) {
    if (!options->given[id])
        return true;
    struct str *names = ARENA_ARRAY(diag->arena, count, struct str);
    for (size_t i = 0; i < count; i++) {
        names[i] = str_from(words[i]);
        if (str_equal(names[i], options->values[id])) {
            *out = i;
            return true;
        }
    }
    buf_printf(faults, "--%s: ", infos[id].name);
    options_fault_name(faults, diag, _("unknown value “%.*s”"), options->values[id], names, count);
    return false;
}

bool options_scale(const struct options *options, double *scale, struct buf *faults) {
    const double px_per_inch = 96;
    double dpi = px_per_inch;
    *scale = 1;
    bool twice = options->given[OPTION_SCALE] && options->given[OPTION_DPI];
    if (twice)
        buf_add_text(faults, _("--scale and --dpi say the same; give one of them\n"));
    bool read = options_number(options, OPTION_SCALE, 0.1, 16, scale, faults) &&
                options_number(options, OPTION_DPI, 10, 1536, &dpi, faults);
    if (options->given[OPTION_DPI])
        *scale = dpi / px_per_inch;
    return read && !twice;
}

size_t options_split(struct arena *arena, struct str list, const struct str **out) {
    struct str *parts = ARENA_ARRAY(arena, list.len + 1, struct str);
    size_t count = 0;
    for (size_t from = 0; from <= list.len;) {
        size_t to = str_find(list, STR(","), from);
        if (to == SIZE_MAX)
            to = list.len;
        struct str part = str_trim(str_slice(list, from, to));
        if (part.len)
            parts[count++] = part;
        from = to + 1;
    }
    *out = parts;
    return count;
}

static void help_option(struct buf *out, const struct option_info *info) {
    struct buf head = BUF_INIT(out->arena);
    if (info->letter)
        buf_printf(&head, "-%c, ", info->letter);
    buf_printf(&head, "--%s", info->name);
    if (info->argument)
        buf_printf(&head, " %s", _(info->argument));
    buf_printf(out, "  %s\n      %s\n", head.data, _(info->doc));
    buf_done(&head);
}

static void help_program(struct buf *out) {
    buf_add_text(out, _("usage: tushuo COMMAND [OPTION...] [FILE...]\n\n"
                        "Draws the figures of a report from one JSON document.\n\nCommands:\n"));
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        buf_printf(out, "  %-9s %s\n", commands[i].name, _(commands[i].summary));
    buf_add_text(out, _("\n“tushuo COMMAND --help” lists a command's options.\n"
                        "  --version   print the version\n"
                        "  --manual    print the manual page (for man)\n\n"
                        "Exit status: 0 all fine; 1 the document, its data or a figure has a "
                        "fault;\n2 wrong usage; 3 the environment (a file, a font, memory).\n"));
}

void options_help(struct buf *out, enum command_id command) {
    if (command == COMMAND_COUNT) {
        help_program(out);
        return;
    }
    const struct command_info *info = &commands[command];
    buf_printf(out, _("usage: tushuo %s [OPTION...] %s\n\n"), info->name,
               *info->arguments ? _(info->arguments) : "");
    buf_printf(out, "%s\n\n", _(info->summary));
    buf_add_text(out, _("Options:\n"));
    for (size_t i = 0; i < OPTION_COUNT; i++)
        if (applies((enum option_id)i, command))
            help_option(out, &infos[i]);
}

// Text for man: hyphens and backslashes mean themselves, and no line begins with a point.
static void man_text(struct buf *out, const char *text) {
    if (*text == '.' || *text == '\'')
        buf_add_text(out, "\\&");
    for (; *text; text++) {
        if (*text == '-' || *text == '\\')
            buf_add_char(out, '\\');
        buf_add_char(out, *text == '\\' ? 'e' : *text);
    }
}

static void man_option(struct buf *out, const struct option_info *info) {
    buf_add_text(out, ".TP\n");
    if (info->letter)
        buf_printf(out, "\\fB\\-%c\\fR, ", info->letter);
    buf_add_text(out, "\\fB\\-\\-");
    man_text(out, info->name);
    buf_add_text(out, "\\fR");
    if (info->argument)
        buf_printf(out, " \\fI%s\\fR", info->argument);
    buf_add_char(out, '\n');
    man_text(out, info->doc);
    buf_add_text(out, ".\n");
}

static void man_command(struct buf *out, enum command_id command) {
    buf_printf(out, ".SS tushuo %s [\\fIOPTION\\fR...] %s\n", commands[command].name,
               commands[command].arguments);
    man_text(out, commands[command].summary);
    buf_add_text(out, ".\n");
    for (size_t i = 0; i < OPTION_COUNT; i++)
        if (applies((enum option_id)i, command) && infos[i].commands != FOR_ALL)
            man_option(out, &infos[i]);
}

// In English whatever the locale, so that the page in docs/ is the same everywhere.
void options_manual(struct buf *out) {
    buf_add_text(out, ".\\\" Written by “tushuo --manual”; do not edit.\n"
                      ".TH TUSHUO 1\n.SH NAME\n"
                      "tushuo \\- draw the figures of a report from one JSON document\n"
                      ".SH SYNOPSIS\n.B tushuo\n\\fICOMMAND\\fR [\\fIOPTION\\fR...] "
                      "[\\fIFILE\\fR...]\n"
                      ".SH DESCRIPTION\n"
                      "tushuo reads a document, the statistics of a report and the figures to draw "
                      "from them, and writes each figure as SVG, PNG, PDF or EPS. The same "
                      "document gives the same bytes. A file named \\- is standard input; "
                      "\\-\\- ends the options.\n"
                      ".SH COMMANDS\n");
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        man_command(out, (enum command_id)i);
    buf_add_text(out, ".SH OPTIONS OF ALL COMMANDS\n");
    for (size_t i = 0; i < OPTION_COUNT; i++)
        if (infos[i].commands == FOR_ALL)
            man_option(out, &infos[i]);
    buf_add_text(
        out,
        ".SH FILES\n.TP\n\\fIDIR\\fR/[\\fIdocument\\fR/]\\fIfigure\\fR[.\\fIlang\\fR]"
        "[.\\fIsize\\fR][@\\fIscale\\fRx].\\fIformat\\fR\n"
        "The pictures. The document part is there when several documents are given.\n"
        ".TP\n\\fIDIR\\fR/manifest.json\nWhat was drawn from what.\n"
        ".SH EXIT STATUS\n.TP\n0\nAll fine.\n.TP\n1\nThe document, its data or a figure has a "
        "fault, or \\-\\-strict found something.\n.TP\n2\nWrong usage.\n.TP\n3\nThe environment: "
        "a file, a font, memory.\n"
        ".SH ENVIRONMENT\n.TP\nNO_COLOR\nWhen set, messages have no colours.\n"
        ".TP\nSOURCE_DATE_EPOCH\nDate written into PDF and EPS, in seconds since 1970. Without "
        "it the date of the document's source, else 1970\\-01\\-01.\n"
        ".TP\nTUSHUO_DATA\nFolder that holds the program's styles and data.\n"
        ".TP\nLC_ALL, LC_MESSAGES, LANG, LANGUAGE\nLanguage of messages: English or Chinese.\n");
}
