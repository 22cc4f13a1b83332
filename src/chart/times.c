// Reading and cutting columns of times.
#include "chart/times.h"

#include "base/calendar.h"
#include "base/i18n.h"
#include "base/time_parse.h"
#include "chart/find_column.h"

#include <math.h>

enum { FIRST_YEAR = 1000, LAST_YEAR = 9999, FAULT_LIMIT = 20 };

bool times_read_unit(struct arena *arena, struct diag *diag, const struct json *json,
                     struct time_units *out) {
    const struct json *word = json->kind == JSON_OBJECT ? json_get(json, "unit") : json;
    struct str name = json_string(word, STR_NONE);
    if (!time_units_parse(name, out)) {
        diag_error(diag, DIAG_UNKNOWN_WORD, json_place(arena, json),
                   STR("for instance year, yearmonth, quarter, month, date, day, hours"),
                   _("there is no time unit “%.*s”"), STR_ARG(name));
        return false;
    }
    out->step = json_number(json_get(json, "step"), 1);
    return true;
}

static bool read_time(struct value value, double *out) {
    if (value.kind == VALUE_STRING) {
        return time_parse(value.string, out);
    }
    *out = value.number;
    if (value.kind == VALUE_NUMBER && *out == floor(*out) && *out >= FIRST_YEAR &&
        *out <= LAST_YEAR) { // 2022 is the year, not two seconds after 1970
        *out = calendar_time((struct civil){.year = (int)*out, .day = 1});
    }
    return value.kind == VALUE_NUMBER && fabs(*out) <= CALENDAR_LIMIT;
}

static void report(struct arena *arena, struct diag *diag, const struct table *table,
                   const struct json *json, size_t row, size_t column) {
    struct value value = table->columns[column].values[row];
    struct diag_place place =
        table->place ? table->place(arena, table, row, column) : json_place(arena, json);
    struct str word = value.kind == VALUE_STRING ? value.string : STR("true");
    diag_error(diag, DIAG_NOT_A_DATE, place,
               STR("write 2022-05-14, 2022年5月14日, 2022-05 or 2022"),
               _("“%.*s” is no date, and “%.*s” is drawn as times"), STR_ARG(word),
               STR_ARG(table->columns[column].name));
}

const struct value *times_of_column(struct arena *arena, struct diag *diag,
                                    const struct table *table, const struct json *json,
                                    struct str field) {
    size_t column = find_column(arena, diag, table, json, field), faults = 0;
    if (column == SIZE_MAX) {
        return NULL;
    }
    const struct value *values = table->columns[column].values;
    struct value *times = ARENA_ARRAY(arena, table->row_count, struct value);
    for (size_t row = 0; row < table->row_count && faults < FAULT_LIMIT; row++) {
        double time;
        if (values[row].kind == VALUE_NULL) {
            continue;
        }
        if (read_time(values[row], &time)) {
            times[row] = (struct value){.kind = VALUE_NUMBER, .number = time};
        } else {
            report(arena, diag, table, json, row, column);
            faults++;
        }
    }
    return faults ? NULL : times;
}

void times_cut(struct time_units units, const struct value *times, size_t count,
               struct value *starts, struct value *ends) {
    for (size_t i = 0; i < count; i++) {
        if (times[i].kind != VALUE_NUMBER) {
            continue;
        }
        double start = time_units_floor(units, times[i].number);
        starts[i] = (struct value){.kind = VALUE_NUMBER, .number = start};
        ends[i] = (struct value){.kind = VALUE_NUMBER, .number = time_units_end(units, start)};
    }
}

static int month_of(const struct json *json) {
    static const char *const months[] = {"jan", "feb", "mar", "apr", "may", "jun",
                                         "jul", "aug", "sep", "oct", "nov", "dec"};
    struct str name = json_string(json, STR_NONE);
    for (int i = 0; name.len >= 3 && i < 12; i++) {
        if ((name.data[0] | 32) == months[i][0] && (name.data[1] | 32) == months[i][1] &&
            (name.data[2] | 32) == months[i][2]) {
            return i;
        }
    }
    return (int)json_number(json, 1) - 1;
}

bool times_of_json(const struct json *json, double *out) {
    struct value value = {.kind = json->kind == JSON_STRING ? VALUE_STRING : VALUE_NUMBER,
                          .number = json->number,
                          .string = json->string};
    if (json->kind == JSON_STRING || json->kind == JSON_NUMBER) {
        return read_time(value, out);
    }
    const struct json *quarter = json_get(json, "quarter");
    *out = calendar_time((struct civil){
        .year = (int)json_number(json_get(json, "year"), 2012),
        .month = quarter ? (int)quarter->number * 3 - 3 : month_of(json_get(json, "month")),
        .day = (int)json_number(json_get(json, "date"), 1),
        .hour = (int)json_number(json_get(json, "hours"), 0),
        .minute = (int)json_number(json_get(json, "minutes"), 0),
        .second = (int)json_number(json_get(json, "seconds"), 0),
        .ms = (int)json_number(json_get(json, "milliseconds"), 0),
    });
    return json->kind == JSON_OBJECT;
}
