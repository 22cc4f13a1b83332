// Inside of the scanner: tokens, slips of the keyboard named as such, and the list of faults.
//
// Only json_scan.c and json_lex.c include this.
#pragma once

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

// Records a fault at `offset` with the pointer of the place being read.
void scan_report(struct scanner *scanner, enum diag_code code, size_t offset, struct str hint,
                 const char *format, ...) __attribute__((format(printf, 5, 6)));
