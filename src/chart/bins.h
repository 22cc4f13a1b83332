// Bins of amounts, as Vega chooses them.
#pragma once

#include "document/table.h"

struct bin_spec {
    double most;       // bins at most (maxbins)
    double step;       // NAN: chosen
    double least_step; // minstep
    double base;       // of the steps' decades
    double divide[2];  // what a step may be divided by
    double extent[2];  // NAN: of the data
    double anchor;     // an edge that must be; NAN: none
    bool nice;
    const struct json *steps; // to choose from, or NULL
};

struct bins {
    double start, stop, step;
};

// `bin` is true or an object of parameters; `most` the count when it says none.
struct bin_spec bins_read(const struct json *bin, double most);

struct bins bins_make(const struct bin_spec *spec, double least, double most);

// Fills in what `extent` leaves open from the amounts.
void bins_span(struct bin_spec *spec, const struct value *amounts, size_t count);

// Where each amount's bin begins and ends; null outside the bins.
void bins_fill(const struct bins *bins, const struct value *amounts, size_t count,
               struct value *starts, struct value *ends);

// The lower edge of the amount's bin; infinite outside the bins.
double bins_floor(const struct bins *bins, double amount);
