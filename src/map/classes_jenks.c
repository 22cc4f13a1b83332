// Fisher's exact classes: dynamic programming over distinct values, n log n for each class.
//
// The best start of the last class never moves left as more values are added, so each row of the
// table is found by divide and conquer (as in Ckmeans.1d.dp, Song and Zhong 2020).
#include "map/classes.h"

#include <math.h>
#include <stdint.h>

struct table {
    const double *sums, *squares, *weights; // prefix sums over the distinct values
    const double *before;                   // costs with one class less
    double *costs;
    uint32_t *starts; // of the last class
};

// Sum of squares around the mean of the distinct values [from, to).
static double cost(const struct table *t, size_t from, size_t to) {
    double weight = t->weights[to] - t->weights[from], sum = t->sums[to] - t->sums[from];
    return fmax(0, t->squares[to] - t->squares[from] - sum * sum / weight);
}

// Costs of the first `i` values for low <= i < high, their last class starting in [first, last].
static void fill(const struct table *t, size_t low, size_t high, size_t first, size_t last) {
    if (low >= high) {
        return;
    }
    size_t middle = low + (high - low) / 2, best = first;
    double least = INFINITY;
    for (size_t start = first; start <= last && start < middle; start++) {
        double all = t->before[start] + cost(t, start, middle);
        if (all < least) {
            least = all;
            best = start;
        }
    }
    t->costs[middle] = least;
    t->starts[middle] = (uint32_t)best;
    fill(t, low, middle, first, best);
    fill(t, middle + 1, high, best, last);
}

// Prefix sums of the distinct values, less their middle one so that squares stay small. Returns how
// many there are; `firsts` are their indexes in `values`.
static size_t sum_up(struct arena *arena, const double *values, size_t count, struct table *t,
                     size_t **firsts) {
    double *sums = ARENA_ARRAY(arena, count + 1, double);
    double *squares = ARENA_ARRAY(arena, count + 1, double);
    double *weights = ARENA_ARRAY(arena, count + 1, double);
    *firsts = ARENA_ARRAY(arena, count + 1, size_t);
    size_t distinct = 0;
    double shift = values[count / 2];
    for (size_t i = 0; i < count; distinct++) {
        size_t next = i;
        while (next < count && values[next] == values[i]) {
            next++;
        }
        double weight = (double)(next - i), value = values[i] - shift;
        weights[distinct + 1] = weights[distinct] + weight;
        sums[distinct + 1] = sums[distinct] + weight * value;
        squares[distinct + 1] = squares[distinct] + weight * value * value;
        (*firsts)[distinct] = i;
        i = next;
    }
    (*firsts)[distinct] = count;
    t->sums = sums;
    t->squares = squares;
    t->weights = weights;
    return distinct;
}

void classes_jenks(struct arena *arena, const double *values, size_t count, size_t classes,
                   size_t *ends) {
    struct table t;
    size_t *firsts, distinct = sum_up(arena, values, count, &t, &firsts);
    size_t used = classes < distinct ? classes : distinct;
    double *rows[2] = {ARENA_ARRAY(arena, distinct + 1, double),
                       ARENA_ARRAY(arena, distinct + 1, double)};
    uint32_t **starts = ARENA_ARRAY(arena, used + 1, uint32_t *);
    for (size_t i = 0; i <= distinct; i++) {
        rows[0][i] = i ? cost(&t, 0, i) : INFINITY;
    }
    for (size_t k = 2; k <= used; k++) {
        starts[k] = ARENA_ARRAY(arena, distinct + 1, uint32_t);
        t.before = rows[k % 2];
        t.costs = rows[(k + 1) % 2];
        t.starts = starts[k];
        t.costs[0] = INFINITY;
        fill(&t, 1, distinct + 1, 1, distinct - 1);
    }
    size_t end = distinct;
    for (size_t k = used; k-- > 0;) {
        ends[k] = firsts[end];
        end = k ? starts[k + 1][end] : 0;
    }
    for (size_t k = used; k < classes; k++) {
        ends[k] = count;
    }
}
