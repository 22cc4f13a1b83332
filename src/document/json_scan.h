// Our JSON scanner: tokens with byte offsets as events, and every fault of syntax in one run.
//
// Boundary files are read straight from the events, documents through json.h. RFC 8259, with
// duplicate keys as faults.
#pragma once

#include "document/json.h"

// Calls come in the order of the file. Any may be NULL. After the first fault there are no more
// calls, and json_scan returns false. Texts are borrowed until the arena given to json_scan goes.
struct json_events {
    void *context;
    void (*on_begin)(void *context, enum json_kind kind, size_t offset); // of an array or object
    void (*on_end)(void *context, enum json_kind kind, size_t end);
    void (*on_key)(void *context, struct str key, size_t offset);
    void (*on_string)(void *context, struct str value, size_t offset, size_t end);
    void (*on_number)(void *context, double value, size_t offset, size_t end);
    void (*on_literal)(void *context, enum json_kind kind, bool value, size_t offset, size_t end);
    // One innermost array of 2 to 4 numbers, in place of on_begin, on_number … and on_end. An array
    // that holds anything else comes as the events above. The fast way for coordinates.
    void (*on_position)(void *context, const double *numbers, size_t count, size_t offset);
};

enum { JSON_FAULT_LIMIT = 1000 }; // then the scan stops

// Takes the bytes of a file: strips the byte order mark, reports a wrong encoding, finds the lines.
// NULL when there is no text to scan.
const struct json_file *json_file_open(struct arena *arena, struct diag *diag, struct str path,
                                       struct str bytes);

struct diag_place json_file_place(const struct json_file *file, size_t offset, struct str pointer);

// True when the file is one JSON text. Faults are reported in the order of their places.
bool json_scan(struct arena *arena, struct diag *diag, const struct json_file *file,
               const struct json_events *events);
