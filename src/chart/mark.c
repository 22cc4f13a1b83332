// The registry of marks.
#include "chart/mark.h"

static const struct mark *const marks[] = {
#define MARK(name) &mark_##name,
#include "chart/marks.def"
#undef MARK
};

const struct mark *mark_find(struct str name) {
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        if (str_is(name, marks[i]->name)) {
            return marks[i];
        }
    }
    return NULL;
}
