// Diagnostics: what is wrong with the input or the environment, and where.
#include "base/diag.h"

#include "base/i18n.h"

static const struct {
    const char *name, *explanation;
    int status;
} codes[] = {
#define CODE(id, name, status, explanation) {name, explanation, status},
#include "base/diag_codes.def"
#undef CODE
};

void diag_init(struct diag *diag, struct arena *arena) {
    *diag = (struct diag){.arena = arena};
}

static uint64_t entry_hash(const struct diag_entry *entry) {
    uint64_t hash = str_hash(entry->message);
    hash = hash * 31 + str_hash(entry->place.file);
    hash = hash * 31 + str_hash(entry->place.pointer);
    hash = hash * 31 + entry->place.line;
    hash = hash * 31 + entry->place.column;
    hash = hash * 31 + (uint64_t)entry->code * DIAG_CODE_COUNT + (uint64_t)entry->severity;
    return hash ^ hash >> 32;
}

static bool same_entry(const struct diag_entry *a, const struct diag_entry *b) {
    return a->code == b->code && a->severity == b->severity && a->place.line == b->place.line &&
           a->place.column == b->place.column && str_equal(a->place.file, b->place.file) &&
           str_equal(a->place.pointer, b->place.pointer) && str_equal(a->message, b->message);
}

// The slot of an equal entry, or the free one where `entry` belongs.
static size_t *find_slot(struct diag *diag, const struct diag_entry *entry) {
    size_t mask = diag->slot_count - 1, at = (size_t)entry_hash(entry) & mask;
    while (diag->slots[at] && !same_entry(&diag->entries[diag->slots[at] - 1], entry))
        at = (at + 1) & mask;
    return &diag->slots[at];
}

static void grow_slots(struct diag *diag) {
    if (diag->count * 2 < diag->slot_count)
        return;
    diag->slot_count = diag->slot_count ? 2 * diag->slot_count : 64;
    diag->slots = ARENA_ARRAY(diag->arena, diag->slot_count, size_t);
    for (size_t i = 0; i < diag->count; i++)
        *find_slot(diag, &diag->entries[i]) = i + 1;
}

static void count_entry(struct diag *diag, enum diag_severity severity, enum diag_code code) {
    diag->warnings += severity == DIAG_WARNING;
    if (severity != DIAG_ERROR)
        return;
    diag->errors++;
    if (codes[code].status > diag->worst_status)
        diag->worst_status = codes[code].status;
}

void diag_add(struct diag *diag, enum diag_severity severity, enum diag_code code,
              struct diag_place place, struct str hint, const char *format, ...) {
    va_list args;
    va_start(args, format);
    struct str message = str_vprintf(diag->arena, format, args);
    va_end(args);
    struct diag_entry entry = {severity, code, place, message, hint};
    diag->reported[severity]++;
    grow_slots(diag);
    size_t *slot = find_slot(diag, &entry);
    if (*slot)
        return;
    count_entry(diag, severity, code);
    if (diag->count == DIAG_ENTRY_LIMIT) {
        diag->dropped++;
        return;
    }
    entry.place.file = str_copy(diag->arena, place.file);
    entry.place.pointer = str_copy(diag->arena, place.pointer);
    entry.hint = str_copy(diag->arena, hint);
    ARENA_RESERVE(diag->arena, diag->entries, diag->count, diag->capacity);
    diag->entries[diag->count++] = entry;
    *slot = diag->count;
}

void diag_repeat(struct diag *diag, enum diag_severity severity, size_t count) {
    diag->reported[severity] += count;
}

const char *diag_code_name(enum diag_code code) {
    return codes[code].name;
}

const char *diag_code_explanation(enum diag_code code) {
    return _(codes[code].explanation);
}

bool diag_code_find(struct str name, enum diag_code *out) {
    for (int code = 0; code < DIAG_CODE_COUNT; code++) {
        if (!str_is(name, codes[code].name))
            continue;
        *out = (enum diag_code)code;
        return true;
    }
    return false;
}
