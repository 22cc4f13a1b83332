// Balanced columns: as many lines in each, and no widow at a head.
#include "text/columns.h"

static double em_before(const struct columns_job *job, const struct text_line *line) {
    return (job->vertical ? 0.5 : EM_ASCENT) * job->size + line->over;
}

static double em_after(const struct columns_job *job, const struct text_line *line) {
    return (job->vertical ? 0.5 : 1 - EM_ASCENT) * job->size + line->under;
}

// Where the column that starts at `from` ends when `left` columns share the rest.
static size_t column_end(const struct columns_job *job, size_t from, unsigned left) {
    size_t rest = job->count - from, end = from + (rest + left - 1) / left;
    if (end >= job->count)
        return job->count;
    const struct column_line *next = &job->lines[end];
    bool widow = next->ends && !next->starts;
    return widow && end + 1 < job->count ? end + 1 : end;
}

// How far line `i` is from the block's start, across the lines.
static double depth(const struct columns_job *job, size_t i) {
    return job->vertical ? -job->lines[i].line.x : job->lines[i].line.y;
}

double columns_arrange(const struct columns_job *job) {
    double deepest = 0;
    size_t from = 0;
    for (unsigned column = 0; column < job->columns && from < job->count; column++) {
        size_t end = column_end(job, from, job->columns - column);
        double up = depth(job, from) - em_before(job, &job->lines[from].line);
        double along = column * (job->measure + job->gap);
        for (; from < end; from++) {
            struct text_line *line = &job->lines[from].line;
            double bottom = depth(job, from) - up + em_after(job, line);
            double x = job->vertical ? up : along, y = job->vertical ? along : -up;
            line->x += x, line->y += y;
            line->ink.x += x, line->ink.y += y;
            deepest = bottom > deepest ? bottom : deepest;
        }
    }
    return deepest;
}
