// Diagnostics: what is wrong with the input or the environment, and where.
//
// Every stage reports into one collector and goes on; the command prints it at the end. A
// programmer's error is an assert and running out of memory is the arena's handler: neither comes
// here.
#pragma once

#include "base/str.h"

enum diag_severity { DIAG_NOTE, DIAG_WARNING, DIAG_ERROR };

// Stable codes, one line each in diag_codes.def: id, printed name, exit status, explanation.
enum diag_code {
#define CODE(id, name, status, explanation) DIAG_##id,
#include "base/diag_codes.def"
#undef CODE
    DIAG_CODE_COUNT
};

// A place in an input. Lines and columns count from 1 (columns in characters); 0 means unknown.
// `pointer` is a JSON Pointer (RFC 6901); in tables "row 3, column 数值"; in boundary files
// "feature 12". Parts that do not apply are STR_NONE.
struct diag_place {
    struct str file;
    unsigned line, column;
    struct str pointer;
};

struct diag_entry {
    enum diag_severity severity;
    enum diag_code code;
    struct diag_place place;
    struct str message; // translated, one sentence without a final stop
    struct str hint;    // advice ("did you mean …?"), or STR_NONE
};

enum { DIAG_ENTRY_LIMIT = 10 * 1000 };

struct diag {
    struct arena *arena; // keeps every text; outlives the collector's users
    struct diag_entry *entries;
    size_t count, capacity;
    size_t dropped;                  // reported after DIAG_ENTRY_LIMIT others: counted, not kept
    size_t *slots;                   // hash table of the entries: index + 1, 0 is free
    size_t slot_count;               // a power of two, or 0
    size_t errors, warnings;         // reported so far, folded repeats not counted
    size_t reported[DIAG_ERROR + 1]; // by severity, folded repeats counted too
    int worst_status;                // greatest exit status of the errors: 0, 1 or 3
};

void diag_init(struct diag *diag, struct arena *arena);

// Adds an entry; every text is copied. A repeat (same code, place and message) is folded.
void diag_add(struct diag *diag, enum diag_severity severity, enum diag_code code,
              struct diag_place place, struct str hint, const char *format, ...)
    __attribute__((format(printf, 6, 7)));

// Counts reports again that were made before: what they are about is used once more.
void diag_repeat(struct diag *diag, enum diag_severity severity, size_t count);

#define diag_error(diag, code, place, hint, ...) \
    diag_add((diag), DIAG_ERROR, (code), (place), (hint), __VA_ARGS__)
#define diag_warning(diag, code, place, hint, ...) \
    diag_add((diag), DIAG_WARNING, (code), (place), (hint), __VA_ARGS__)

const char *diag_code_name(enum diag_code code);        // "unknown-field"
const char *diag_code_explanation(enum diag_code code); // translated paragraph
bool diag_code_find(struct str name, enum diag_code *out);

enum diag_form { DIAG_FORM_TEXT, DIAG_FORM_JSON, DIAG_FORM_GITHUB };

struct diag_print_options {
    enum diag_form form;
    bool colour;  // ANSI colours in the text form
    size_t limit; // entries printed; the rest is counted in one line. 0: all
};

// Appends one line for each entry, in order of report:
// file:line:column: error[unknown-field]: /figures/2: message; hint
// Control characters in names and messages are shown as \u001b, never sent to a terminal.
// JSON lines are objects with the members severity, code, file, line, column, pointer, message and
// hint, unknown ones left out; the last line {"more": n} counts what the limit held back.
void diag_print(const struct diag *diag, struct diag_print_options options, struct buf *out);

// The best hint for a word that is not among `words`: STR "did you mean \"label\"?" in the arena,
// or STR_NONE when none is near (Damerau-Levenshtein distance by characters, at most a third of the
// longer one's length; words above 64 characters have no hint). The first of equals wins.
struct str diag_hint_nearest(struct diag *diag, struct str word, const struct str *words,
                             size_t count);
