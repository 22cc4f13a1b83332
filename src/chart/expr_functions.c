// The table of functions.
#include "chart/expr_functions.h"

static const struct expr_known_function functions[] = {
#define FUNCTION(name, least, most, id) {#name, least, most, expr_function_##id},
#include "chart/expr_functions.def"
#undef FUNCTION
};
enum { FUNCTION_COUNT = sizeof functions / sizeof *functions };

const struct expr_known_function *expr_function_find(struct str name) {
    for (size_t i = 0; i < FUNCTION_COUNT; i++) {
        if (str_is(name, functions[i].name)) {
            return &functions[i];
        }
    }
    return NULL;
}

const struct str *expr_function_names(struct arena *arena, size_t *count) {
    struct str *names = ARENA_ARRAY(arena, FUNCTION_COUNT + 1, struct str);
    for (size_t i = 0; i < FUNCTION_COUNT; i++) {
        names[i] = str_from(functions[i].name);
    }
    names[FUNCTION_COUNT] = STR("if");
    *count = FUNCTION_COUNT + 1;
    return names;
}
