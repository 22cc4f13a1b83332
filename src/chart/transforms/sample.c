// sample: refused, since the rows would differ each time, unless all of them stay.
#include "base/i18n.h"
#include "chart/transforms/transform.h"

static const struct table *apply(const struct transform_run *run, const struct table *table,
                                 const struct json *json) {
    const struct json *size = json_get(json, "sample");
    if ((double)table->row_count <= size->number) {
        return table;
    }
    diag_error(run->diag, DIAG_UNSUPPORTED, json_place(run->arena, size),
               STR("filter the rows, or draw them all"),
               _("a random sample would give another picture each time"));
    return NULL;
}

const struct transform transform_sample = {"sample", apply};
