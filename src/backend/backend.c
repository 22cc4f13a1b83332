// The registry of backends.
#include "backend/backend.h"

#define BACKEND(name) extern const struct backend backend_##name;
#include "backend/backends.def"
#undef BACKEND

static const struct backend *const backends[] = {
#define BACKEND(name) &backend_##name,
#include "backend/backends.def"
#undef BACKEND
};

const struct backend *backend_find(struct str name) {
    for (size_t i = 0; i < sizeof backends / sizeof *backends; i++)
        if (str_is(name, backends[i]->name))
            return backends[i];
    return NULL;
}

size_t backend_list(const struct backend *const **out) {
    *out = backends;
    return sizeof backends / sizeof *backends;
}
