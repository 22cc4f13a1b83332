// Inside of the scanner: tokens, slips of the keyboard named as such, and the list of faults.
//
// Only json_scan.c, json_lex.c and json_lex_string.c include this.
#pragma once

#include "base/utf8.h"
#include "document/json_scan.h"

enum token_kind {
    TOKEN_END,
    TOKEN_OBJECT_OPEN,
    TOKEN_OBJECT_CLOSE,
    TOKEN_ARRAY_OPEN,
    TOKEN_ARRAY_CLOSE,
    TOKEN_COLON,
    TOKEN_COMMA,
    TOKEN_STRING,
    TOKEN_NUMBER,
    TOKEN_LITERAL,
    TOKEN_BAD, // was reported
};

struct token {
    enum token_kind kind;
    size_t offset, end;
    struct str string; // decoded
    double number;
    enum json_kind literal;
    bool truth;
};

struct scan_fault {
    size_t offset;
    enum diag_code code;
    struct str message, hint, pointer;
};

struct scan_key {
    struct str key;
    uint64_t hash;
    size_t offset;
};

// One open array or object.
struct scan_frame {
    enum json_kind kind;
    size_t offset;    // of its bracket
    size_t index;     // of the element being read
    size_t key_start; // its first key in scanner.keys
    bool in_member;   // the last key is of the value being read
};

struct scanner {
    struct arena *arena;
    const struct json_file *file;
    const struct json_events *events;
    struct str text;
    size_t at; // behind `next`
    struct token next;
    struct scan_frame frames[JSON_DEPTH_LIMIT];
    size_t depth;
    struct scan_key *keys; // of the open objects
    size_t key_count, key_capacity;
    size_t node_count;
    struct scan_fault *faults;
    size_t fault_count, fault_capacity;
    unsigned mute; // > 0: faults are not recorded
    bool stopped;
};

void lex_next(struct scanner *scanner); // reads scanner->next

// Reads the string whose opening quote `quote` ends at `start`; it may be any of the quotes that
// people type, and ends at its pair or at an ASCII quote.
void lex_string(struct scanner *scanner, uint32_t quote, size_t start);

char lex_ascii_of(uint32_t c); // the ASCII mark that an input method's character stands for, or 0
void lex_report_slip(struct scanner *scanner, size_t at, uint32_t found, char meant);
void lex_report_control(struct scanner *scanner, size_t at, unsigned char c);

// Records a fault at `offset` with the pointer of the place being read.
void scan_report(struct scanner *scanner, enum diag_code code, size_t offset, struct str hint,
                 const char *format, ...) __attribute__((format(printf, 5, 6)));

// The byte at `at`; 0 behind the end.
static inline unsigned char lex_byte(const struct scanner *s, size_t at) {
    return at < s->text.len ? (unsigned char)s->text.data[at] : 0;
}

static inline bool lex_is_space(unsigned char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static inline bool lex_is_digit(unsigned char c) {
    return c >= '0' && c <= '9';
}

// The character at `at`, and where it ends; 0 behind the end of the text.
static inline uint32_t lex_character(const struct scanner *s, size_t at, size_t *end) {
    *end = at;
    return at < s->text.len ? utf8_next(s->text, end) : 0;
}
