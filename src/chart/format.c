// Reading formats of specs and writing values with them.
#include "chart/format.h"

#include "base/i18n.h"
#include "base/time_format.h"
#include "scales/ticks.h"

#include <math.h>

static bool read_time_format(struct arena *arena, struct diag *diag, const struct json *json) {
    size_t bad;
    if (time_format_check(json->string, &bad)) {
        return true;
    }
    diag_error(diag, DIAG_FORMAT, json_place(arena, json),
               STR("for instance \"%Y-%m-%d\" or \"%Y年%-m月\""),
               _("“%.*s” is no format of times: nothing is known of “%.*s”"), STR_ARG(json->string),
               STR_ARG(str_slice(json->string, bad, json->string.len)));
    return false;
}

bool format_read(struct arena *arena, struct diag *diag, const struct json *owner, bool timed,
                 struct format_spec *out) {
    const struct json *json = json_get(owner, "format");
    size_t bad;
    *out = (struct format_spec){0};
    if (!json) {
        return true;
    }
    struct str type = json_string(json_get(owner, "formatType"), STR_NONE);
    out->json = json;
    out->timed = timed ? !str_is(type, "number") : str_is(type, "time");
    if (out->timed) {
        return read_time_format(arena, diag, json);
    }
    if (number_format_parse(json->string, &out->number, &bad)) {
        return true;
    }
    diag_error(diag, DIAG_FORMAT, json_place(arena, json),
               STR("for instance \",.1f\", \".0%\", \"~s\" \"w\" (万 and 亿) or \"z\" (增长5%)"),
               _("“%.*s” is no format of numbers: “%.*s” cannot stand there"),
               STR_ARG(json->string), STR_ARG(str_slice(json->string, bad, json->string.len)));
    return false;
}

struct str format_write(struct arena *arena, const struct format_spec *format, double value) {
    struct buf out = BUF_INIT(arena);
    number_format_write(&out, &format->number, value);
    struct str copy = str_copy(arena, buf_str(&out));
    buf_done(&out);
    return copy;
}

struct format_spec format_for_ticks(const struct format_spec *format, const struct scale *scale,
                                    double count) {
    struct format_spec result = *format;
    double low = scale->domain[0], high = scale->domain[1];
    if (scale->type != &scale_log) {
        double step = ticks_increment(fmin(low, high), fmax(low, high), count);
        number_format_for_ticks(&result.number, step < 0 ? -1 / step : step,
                                fmax(fabs(low), fabs(high)));
    } else if (result.number.precision < 0) { // each tick with its own figures
        number_format_shorten(&result.number);
    }
    return result;
}
