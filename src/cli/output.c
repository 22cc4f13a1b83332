// Pictures into memory, and the date that they carry.
#include "cli/output.h"

#include "base/zh_date.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

const char *const output_svg_texts[4] = {"outlines", "paths", "text", "embed"};

bool output_pages(const struct backend *backend, const struct scene_list *pages,
                  struct text_engine *text, const struct backend_options *options,
                  struct diag *diag, struct file_output *out) {
    if (backend->write_pages)
        return backend->write_pages(pages, text, options, diag, out);
    assert(pages->count == 1);
    return backend->write(pages->scenes, text, options, diag, out);
}

bool output_picture(const struct backend *backend, const struct scene_list *pages,
                    struct text_engine *text, const struct backend_options *options,
                    struct diag *diag, struct buf *out) {
    char *bytes = NULL;
    size_t len = 0;
    FILE *stream = open_memstream(&bytes, &len);
    if (!stream) {
        out->arena->oom(1, out->arena->oom_context);
        return false;
    }
    struct file_output file = {.stream = stream, .arena = out->arena};
    bool done = output_pages(backend, pages, text, options, diag, &file);
    bool complete = fclose(stream) == 0 && !file.error;
    if (done && complete)
        buf_add(out, bytes, len);
    free(bytes);
    return done && complete;
}

// Days from 1970-01-01 in the Gregorian calendar: years counted from March, so that the leap day
// comes last.
static long long days_from_date(long long year, long long month, long long day) {
    if (month <= 2)
        year--;
    long long era = (year >= 0 ? year : year - 399) / 400, in_era = year - era * 400;
    long long day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    long long day_of_era = in_era * 365 + in_era / 4 - in_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

long long output_date(struct str date) {
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    if (epoch && *epoch) {
        char *end = NULL;
        long long seconds = strtoll(epoch, &end, 10);
        if (*end == 0 && seconds >= 0)
            return seconds;
    }
    struct zh_date day; // a date that cannot be read was reported when the document was loaded
    if (!zh_date_parse(date, &day) || day.year < 1970)
        return 0;
    return days_from_date(day.year, day.month ? day.month : 1, day.day ? day.day : 1) * 86400;
}
