// quantile: the amounts below which given shares of the rows lie.
#include "base/i18n.h"
#include "base/sort.h"
#include "chart/transforms/summary.h"

#include <math.h>

enum { SHARES_MOST = 10000 };

static int compare_doubles(const void *a, const void *b, const void *context) {
    (void)context;
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

// Those that the author lists, or one in the middle of each step.
static double *list_shares(struct arena *arena, const struct json *json, size_t *count) {
    const struct json *probs = json_get(json, "probs");
    double step = json_number(json_get(json, "step"), 0.01);
    double most = probs ? (double)probs->count : ceil((1 - 1e-14 - step / 2) / step);
    *count = (size_t)fmin(fmax(most, 0), SHARES_MOST);
    double *shares = ARENA_ARRAY(arena, *count, double);
    const struct json *one = probs ? probs->first : NULL;
    for (size_t i = 0; i < *count; i++) {
        shares[i] = one ? one->number : step / 2 + (double)i * step;
        one = one ? one->next : NULL;
    }
    return shares;
}

// Between the two nearest ranks (type 7 of Hyndman and Fan 1996), as d3 has it.
static double quantile_of(const double *sorted, size_t count, double share) {
    double place = share * (double)(count - 1),
           below = fmin(fmax(floor(place), 0), (double)count - 1);
    double low = sorted[(size_t)below], high = sorted[(size_t)fmin(below + 1, (double)count - 1)];
    return low + (high - low) * (place - below);
}

static size_t sort_amounts(struct arena *arena, const struct value *column, const size_t *members,
                           size_t count, double *out) {
    size_t valid = 0;
    for (size_t i = 0; i < count; i++) {
        if (column[members[i]].kind == VALUE_NUMBER) {
            out[valid++] = column[members[i]].number;
        }
    }
    if (valid) {
        sort_stable(arena, out, valid, sizeof *out, compare_doubles, NULL);
    }
    return valid;
}

static const struct table *apply(const struct transform_run *run, const struct table *table,
                                 const struct json *json) {
    const struct json *name = json_get(json, "quantile"), *groupby = json_get(json, "groupby");
    const struct value *amounts = transform_column(run, table, name, name->string);
    struct groups groups;
    size_t shares_count, rows = 0;
    if (!amounts || !summary_groups(run, table, groupby, &groups)) {
        return NULL;
    }
    double *shares = list_shares(run->arena, json, &shares_count);
    size_t most = groups.count * shares_count;
    size_t *origin = ARENA_ARRAY(run->arena, most, size_t);
    struct value *probs = ARENA_ARRAY(run->arena, most, struct value);
    struct value *values = ARENA_ARRAY(run->arena, most, struct value);
    double *sorted = ARENA_ARRAY(run->arena, table->row_count, double);
    for (size_t g = 0; g < groups.count; g++) {
        const size_t *members = groups.members + groups.starts[g];
        size_t count = groups.starts[g + 1] - groups.starts[g];
        size_t valid = sort_amounts(run->arena, amounts, members, count, sorted);
        for (size_t i = 0; i < shares_count && valid; i++, rows++) {
            origin[rows] = members[0];
            probs[rows] = (struct value){.kind = VALUE_NUMBER, .number = shares[i]};
            values[rows] = (struct value){.kind = VALUE_NUMBER,
                                          .number = quantile_of(sorted, valid, shares[i])};
        }
    }
    struct table *result =
        derived_new(run->arena, table, origin, rows, 2 + (groupby ? groupby->count : 0));
    transform_keep_groups(run, table, groupby, origin, result);
    derived_set(result, transform_name(json, 0, STR("prob")), probs);
    derived_set(result, transform_name(json, 1, STR("value")), values);
    return result;
}

const struct transform transform_quantile = {"quantile", apply};
