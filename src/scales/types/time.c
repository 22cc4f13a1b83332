// The time scale: linear in ms, with ticks on calendar steps as d3-scale chooses them.
#include "base/calendar.h"
#include "scales/types/types.h"

#include <math.h>

static const double YEAR_MS = 365 * 864e5;

struct candidate {
    struct time_step step;
    double length; // ms, as d3 reckons it: a month has 30 days
};

static const struct candidate candidates[] = {
    {{TIME_SECOND, 1}, 1e3},       {{TIME_SECOND, 5}, 5e3},       {{TIME_SECOND, 15}, 15e3},
    {{TIME_SECOND, 30}, 30e3},     {{TIME_MINUTE, 1}, 60e3},      {{TIME_MINUTE, 5}, 300e3},
    {{TIME_MINUTE, 15}, 900e3},    {{TIME_MINUTE, 30}, 1800e3},   {{TIME_HOUR, 1}, 36e5},
    {{TIME_HOUR, 3}, 108e5},       {{TIME_HOUR, 6}, 216e5},       {{TIME_HOUR, 12}, 432e5},
    {{TIME_DAY, 1}, 864e5},        {{TIME_DAY, 2}, 2 * 864e5},    {{TIME_WEEK, 1}, 7 * 864e5},
    {{TIME_MONTH, 1}, 30 * 864e5}, {{TIME_MONTH, 3}, 90 * 864e5}, {{TIME_YEAR, 1}, 365 * 864e5},
};
enum { CANDIDATE_COUNT = sizeof candidates / sizeof *candidates };

static double step_of(double start, double stop, double count) {
    double increment = ticks_increment(start, stop, count);
    return increment < 0 ? -1 / increment : increment;
}

static struct time_step choose_step(double start, double stop, double count) {
    double target = fabs(stop - start) / count;
    size_t i = 0;
    while (i < CANDIDATE_COUNT && candidates[i].length <= target) {
        i++;
    }
    if (i == CANDIDATE_COUNT) {
        double years = step_of(start / YEAR_MS, stop / YEAR_MS, count);
        return (struct time_step){TIME_YEAR, fmax(1, floor(years))};
    }
    if (i == 0) {
        return (struct time_step){TIME_MS, fmax(1, step_of(start, stop, count))};
    }
    bool shorter = target / candidates[i - 1].length < candidates[i].length / target;
    return candidates[shorter ? i - 1 : i].step;
}

static size_t make_ticks(struct arena *arena, const struct scale *scale, double count,
                         double **out) {
    double low = fmin(scale->domain[0], scale->domain[1]);
    double high = fmax(scale->domain[0], scale->domain[1]);
    size_t n = 0, capacity = 0;
    *out = ARENA_NEW(arena, double);
    if (!(count > 0) || !(fabs(low) <= CALENDAR_LIMIT) || !(fabs(high) <= CALENDAR_LIMIT)) {
        return 0;
    }
    if (low == high) {
        **out = low;
        return 1;
    }
    struct time_step step = choose_step(low, high, count);
    double *ticks = NULL;
    for (double at = time_step_ceil(step, low); at <= high && n < TICKS_LIMIT;
         at = time_step_next(step, at)) {
        ARENA_RESERVE(arena, ticks, n, capacity);
        ticks[n++] = at;
    }
    for (size_t i = 0; scale->domain[1] < scale->domain[0] && i < n / 2; i++) {
        double tick = ticks[i];
        ticks[i] = ticks[n - 1 - i];
        ticks[n - 1 - i] = tick;
    }
    *out = n ? ticks : *out;
    return n;
}

static void make_nice(struct scale *scale, double count) {
    bool falling = scale->domain[1] < scale->domain[0];
    struct time_step step = choose_step(scale->domain[falling], scale->domain[!falling], count);
    scale->domain[falling] = time_step_floor(step, scale->domain[falling]);
    scale->domain[!falling] = time_step_ceil(step, scale->domain[!falling]);
}

const struct scale_type scale_time = {
    .name = "time", .bend = scale_bend_not, .ticks = make_ticks, .nice = make_nice};

// Times in a document have no zone: utc is the same scale by its other name.
const struct scale_type scale_utc = {
    .name = "utc", .bend = scale_bend_not, .ticks = make_ticks, .nice = make_nice};
