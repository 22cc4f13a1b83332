// Ids of figures: they name the output files, so they must be names on any system.
#include "document/figure_id.h"

#include "base/i18n.h"
#include "base/utf8.h"

#include <string.h>
#include <strings.h>

// Marks that are no part of a name on Windows (Microsoft, "Naming Files, Paths, and Namespaces").
static const char forbidden[] = "<>:\"|?*/\\";

// Control characters, and marks that cannot be seen or reorder what is seen (Unicode 15, 23.2).
static bool is_hidden(uint32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF;
}

// CON, NUL, COM1 … also with an extension (same source).
static bool is_reserved(struct str id) {
    static const char *const names[] = {"con", "prn", "aux", "nul"};
    size_t point = str_find(id, STR("."), 0);
    struct str stem = str_slice(id, 0, point);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (stem.len == 3 && !strncasecmp(stem.data, names[i], 3))
            return true;
    bool port =
        stem.len == 4 && (!strncasecmp(stem.data, "com", 3) || !strncasecmp(stem.data, "lpt", 3));
    return port && stem.data[3] >= '1' && stem.data[3] <= '9';
}

const char *figure_id_fault(struct str id) {
    if (!id.len)
        return _("an id must not be empty");
    if (id.len > FIGURE_ID_LIMIT)
        return _("an id has at most 100 bytes");
    for (size_t at = 0; at < id.len;) {
        uint32_t c = utf8_next(id, &at);
        if (is_hidden(c))
            return _("an id must not have control or invisible characters");
        if (c < 0x80 && strchr(forbidden, (int)c))
            return _("an id must not have any of < > : \" | ? * / \\");
    }
    char first = id.data[0], last = id.data[id.len - 1];
    if (first == '.' || first == ' ' || first == '-' || last == '.' || last == ' ')
        return _("an id must not begin with a point, a space or a hyphen, nor end with a point or "
                 "a space");
    return is_reserved(id) ? _("this name is kept by Windows for a device") : NULL;
}

struct str figure_id_fold(struct arena *arena, struct str id) {
    char *folded = arena_alloc(arena, id.len + 1);
    for (size_t i = 0; i < id.len; i++)
        folded[i] = id.data[i] >= 'A' && id.data[i] <= 'Z' ? (char)(id.data[i] + 32) : id.data[i];
    return (struct str){folded, id.len};
}
