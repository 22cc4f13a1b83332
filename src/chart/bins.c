// Choosing bins: a power of the base, divided while there may be more of them.
#include "chart/bins.h"

#include <math.h>

struct bin_spec bins_read(const struct json *bin, double most) {
    const struct json *divide = json_get(bin, "divide"), *extent = json_get(bin, "extent");
    return (struct bin_spec){
        .most = json_number(json_get(bin, "maxbins"), most),
        .step = json_number(json_get(bin, "step"), NAN),
        .least_step = json_number(json_get(bin, "minstep"), 0),
        .base = json_number(json_get(bin, "base"), 10),
        .divide = {json_number(json_at(divide, 0), 5), json_number(json_at(divide, 1), 2)},
        .extent = {json_number(json_at(extent, 0), NAN), json_number(json_at(extent, 1), NAN)},
        .anchor = json_number(json_get(bin, "anchor"), NAN),
        .nice = json_bool(json_get(bin, "nice"), true),
        .steps = json_get(bin, "steps"),
    };
}

static double listed_step(const struct json *steps, double wanted) {
    double step = NAN;
    for (const struct json *s = steps->first; s; s = s->next) {
        if (isnan(step) || s->number < wanted) {
            step = s->number;
        } else {
            break;
        }
    }
    return step;
}

static double choose_step(const struct bin_spec *spec, double span) {
    double logarithm = log(spec->base), level = ceil(log(spec->most) / logarithm);
    double step =
        fmax(spec->least_step, pow(spec->base, floor(log(span) / logarithm + 0.5) - level));
    while (ceil(span / step) > spec->most) {
        step *= spec->base;
    }
    for (size_t i = 0; i < 2; i++) {
        double finer = step / spec->divide[i];
        if (finer >= spec->least_step && span / finer <= spec->most) {
            step = finer;
        }
    }
    return step;
}

struct bins bins_make(const struct bin_spec *spec, double least, double most) {
    double span = most > least ? most - least : fabs(least) > 0 ? fabs(least) : 1;
    double step = !isnan(spec->step) ? spec->step
                  : spec->steps      ? listed_step(spec->steps, span / spec->most)
                                     : choose_step(spec, span);
    double exponent = log(step), logarithm = log(spec->base);
    double precision = exponent >= 0 ? 0 : trunc(-exponent / logarithm) + 1;
    double dust = pow(spec->base, -precision - 1);
    if (spec->nice) {
        double edge = floor(least / step + dust) * step;
        least = least < edge ? edge - step : edge;
        most = ceil(most / step) * step;
    }
    struct bins bins = {least, most == least ? least + step : most, step};
    if (!isnan(spec->anchor)) {
        double shift =
            spec->anchor - (bins.start + step * floor((spec->anchor - bins.start) / step));
        bins.start += shift;
        bins.stop += shift;
    }
    return bins;
}

double bins_floor(const struct bins *bins, double amount) {
    static const double DUST = 1e-14;
    if (amount < bins->start || amount > bins->stop) {
        return amount < bins->start ? -INFINITY : INFINITY;
    }
    double within = fmax(bins->start, fmin(amount, bins->stop - bins->step));
    return bins->start + bins->step * floor(DUST + (within - bins->start) / bins->step);
}

void bins_span(struct bin_spec *spec, const struct value *amounts, size_t count) {
    double low = INFINITY, high = -INFINITY;
    for (size_t i = 0; i < count; i++) {
        if (amounts[i].kind == VALUE_NUMBER) {
            low = fmin(low, amounts[i].number);
            high = fmax(high, amounts[i].number);
        }
    }
    spec->extent[0] = isnan(spec->extent[0]) ? low : spec->extent[0];
    spec->extent[1] = isnan(spec->extent[1]) ? high : spec->extent[1];
}

void bins_fill(const struct bins *bins, const struct value *amounts, size_t count,
               struct value *starts, struct value *ends) {
    for (size_t i = 0; i < count; i++) {
        double start =
            amounts[i].kind == VALUE_NUMBER ? bins_floor(bins, amounts[i].number) : INFINITY;
        if (isfinite(start)) {
            starts[i] = (struct value){.kind = VALUE_NUMBER, .number = start};
            ends[i] = (struct value){.kind = VALUE_NUMBER, .number = start + bins->step};
        }
    }
}
