// regression: the straight line of least squares through each group, by its two ends.
#include "base/i18n.h"
#include "chart/transforms/summary.h"

#include <math.h>

struct line {
    double slope, intercept;
    double least, most; // of x
    bool found;
};

// Of pairs without a gap, about their means, which keeps the digits.
static struct line fit(const struct value *x, const struct value *y, const size_t *members,
                       size_t count) {
    double n = 0, mx = 0, my = 0, xx = 0, xy = 0;
    struct line line = {.least = INFINITY, .most = -INFINITY};
    for (size_t i = 0; i < count; i++) {
        struct value u = x[members[i]], v = y[members[i]];
        if (u.kind == VALUE_NUMBER) { // also where its amount is absent, as in Vega
            line.least = fmin(line.least, u.number);
            line.most = fmax(line.most, u.number);
        }
        if (u.kind != VALUE_NUMBER || v.kind != VALUE_NUMBER) {
            continue;
        }
        n++;
        double dx = u.number - mx, dy = v.number - my;
        mx += dx / n;
        my += dy / n;
        xx += dx * (u.number - mx);
        xy += dx * (v.number - my);
    }
    line.found = n > 0 && count > 1;
    line.slope = xx > 0 ? xy / xx : 0;
    line.intercept = my - line.slope * mx;
    return line;
}

static struct value number(double value) {
    return (struct value){.kind = VALUE_NUMBER, .number = value};
}

static const struct table *apply(const struct transform_run *run, const struct table *table,
                                 const struct json *json) {
    const struct json *name = json_get(json, "regression"), *on = json_get(json, "on");
    const struct json *groupby = json_get(json, "groupby"), *extent = json_get(json, "extent");
    struct groups groups;
    if (!on) {
        diag_error(run->diag, DIAG_MISSING_FIELD, json_place(run->arena, json),
                   STR("add \"on\": \"name\""), _("the field “%s” is missing"), "on");
        return NULL;
    }
    struct str method = json_string(json_get(json, "method"), STR("linear"));
    if (!str_is(method, "linear")) {
        diag_error(run->diag, DIAG_UNSUPPORTED, json_place(run->arena, json_get(json, "method")),
                   STR("write linear"), _("the transform “%s” has no method “%.*s”"), "regression",
                   STR_ARG(method));
        return NULL;
    }
    const struct value *y = transform_column(run, table, name, name->string);
    const struct value *x = y ? transform_column(run, table, on, on->string) : NULL;
    if (!x || !summary_groups(run, table, groupby, &groups)) {
        return NULL;
    }
    size_t *origin = ARENA_ARRAY(run->arena, 2 * groups.count, size_t), rows = 0;
    struct value *places = ARENA_ARRAY(run->arena, 2 * groups.count, struct value);
    struct value *amounts = ARENA_ARRAY(run->arena, 2 * groups.count, struct value);
    for (size_t g = 0; g < groups.count; g++) {
        const size_t *members = groups.members + groups.starts[g];
        struct line line = fit(x, y, members, groups.starts[g + 1] - groups.starts[g]);
        for (size_t end = 0; end < 2 && line.found; end++, rows++) {
            double own = end ? line.most : line.least;
            double at = extent ? json_at(extent, end)->number : own;
            origin[rows] = members[0];
            places[rows] = number(at);
            amounts[rows] = number(line.intercept + line.slope * at);
        }
    }
    struct table *result =
        derived_new(run->arena, table, origin, rows, 2 + (groupby ? groupby->count : 0));
    transform_keep_groups(run, table, groupby, origin, result);
    derived_set(result, transform_name(json, 0, on->string), places);
    derived_set(result, transform_name(json, 1, name->string), amounts);
    return result;
}

const struct transform transform_regression = {"regression", apply};
