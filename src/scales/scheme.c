// The table of colour schemes.
#include "scales/scheme.h"

#include <assert.h>
#include <string.h>

const struct scheme schemes[] = {
#define SCHEME(name, ramp, hex) {#name, ramp, hex},
#include "scales/schemes.def"
#undef SCHEME
};
const size_t scheme_count = sizeof schemes / sizeof *schemes;

static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool is_name(struct str word, const char *name) {
    for (size_t i = 0; i < word.len; i++) {
        if (lower(word.data[i]) != name[i]) {
            return false;
        }
    }
    return name[word.len] == '\0';
}

const struct scheme *scheme_find(struct str name) {
    for (size_t i = 0; i < scheme_count; i++) {
        if (name.len <= strlen(schemes[i].name) && is_name(name, schemes[i].name)) {
            return &schemes[i];
        }
    }
    return NULL;
}

static uint8_t byte_of(const char *digits) {
    unsigned value = 0;
    for (size_t i = 0; i < 2; i++) {
        char c = digits[i];
        value = value * 16 + (unsigned)(c <= '9' ? c - '0' : c - 'a' + 10);
    }
    return (uint8_t)value;
}

size_t scheme_colours(const struct scheme *scheme, struct colour *out) {
    size_t count = strlen(scheme->hex) / 6;
    assert(count <= SCHEME_COLOURS);
    for (size_t i = 0; i < count; i++) {
        const char *hex = scheme->hex + 6 * i;
        out[i] = (struct colour){byte_of(hex), byte_of(hex + 2), byte_of(hex + 4), 255};
    }
    return count;
}
