// Reading lengths with their unit.
#include "base/length.h"

#include "base/number.h"

bool length_parse(struct str text, double *px) {
    static const struct {
        const char *unit;
        double px;
    } units[] = {{"px", 1}, {"mm", 96 / 25.4}, {"cm", 96 / 2.54}, {"in", 96}, {"pt", 96 / 72.0}};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        double number;
        if (str_ends(text, str_from(units[i].unit)) &&
            number_parse(str_trim(str_slice(text, 0, text.len - 2)), &number)) {
            *px = number * units[i].px;
            return number >= 0;
        }
    }
    return false;
}
