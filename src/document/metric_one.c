// One metric checked in itself: its id, its number, and that what is given twice agrees.
#include "base/i18n.h"
#include "base/number.h"
#include "base/utf8.h"
#include "document/metric_read.h"

#include <math.h>

enum { ID_LIMIT = 100, WRITTEN_DECIMALS = 4 };

struct diag_place metric_field_place(const struct metric_reader *reader,
                                     const struct metric_raw *raw, enum metric_field field) {
    if (raw->json) {
        const struct json *value = json_get(raw->json, metric_fields[field].name);
        return json_place(reader->arena, value ? value : raw->json);
    }
    size_t column = raw->columns[field] == SIZE_MAX ? 0 : raw->columns[field];
    if (!raw->table->place)
        return reader->from;
    return raw->table->place(reader->arena, raw->table, raw->row, column);
}

static bool is_plain_id(struct str id) {
    for (size_t i = 0; i < id.len; i++) {
        unsigned char c = (unsigned char)id.data[i];
        if (c <= ' ' || c == 0x7F || c == '{' || c == '}' || c == ':')
            return false;
    }
    return id.len > 0 && id.len <= ID_LIMIT && utf8_find_invalid(id) == SIZE_MAX;
}

static bool check_id(const struct metric_reader *reader, const struct metric_raw *raw,
                     struct metric *metric) {
    struct diag_place place = metric_field_place(reader, raw, FIELD_ID);
    metric->id = raw->texts[FIELD_ID];
    const struct json *id = raw->json ? json_get(raw->json, "id") : NULL;
    if (raw->json && (!id || id->kind != JSON_STRING)) // reported by its shape
        return false;
    if (!is_plain_id(metric->id)) {
        diag_error(reader->diag, DIAG_METRIC_ID, place, STR_NONE,
                   _("“%.*s” cannot be the id of a metric"), STR_ARG(metric->id));
        return false;
    }
    size_t other = name_index_find(&reader->ids, metric->id);
    if (other == SIZE_MAX)
        return true;
    diag_error(reader->diag, DIAG_METRIC_ID, place, STR_NONE,
               _("the id “%.*s” is given twice; line %u has it first"), STR_ARG(metric->id),
               reader->metrics[other].place.line);
    return false;
}

static bool check_word(const struct metric_reader *reader, const struct metric_raw *raw) {
    struct str word = raw->texts[FIELD_APPROX];
    if (!word.len || approx_of(word) != APPROX_NONE)
        return true;
    diag_error(reader->diag, DIAG_METRIC_NUMBER, metric_field_place(reader, raw, FIELD_APPROX),
               STR("one of 余 多 近 约 超 逾 不足 以上 以下 左右"),
               _("“%.*s” is no word of approximation"), STR_ARG(word));
    return false;
}

static bool read_printed(const struct metric_reader *reader, const struct metric_raw *raw,
                         struct str printed, struct zh_number *out) {
    size_t at;
    if (zh_number_parse(printed, out, &at))
        return true;
    struct str rest = str_slice(printed, at, printed.len);
    struct str hint = STR("as in 300余场次, 5.38亿元, 约12%, 三张");
    struct diag_place place = metric_field_place(reader, raw, FIELD_PRINTED);
    if (rest.len)
        diag_error(reader->diag, DIAG_METRIC_NUMBER, place, hint,
                   _("“%.*s” cannot be read as a printed number from “%.*s” on"), STR_ARG(printed),
                   STR_ARG(rest));
    else
        diag_error(reader->diag, DIAG_METRIC_NUMBER, place, hint,
                   _("“%.*s” cannot be read as a printed number"), STR_ARG(printed));
    return false;
}

// A value in its unit is read as if printed, so that 5.38 of 亿元 is exactly 538000000 元.
static struct zh_number number_of_value(struct arena *arena, double value, struct str unit) {
    struct zh_number number = {.value = value, .scale = 1, .unit = unit};
    struct str digits = number_print_shortest(arena, value);
    struct zh_number read;
    size_t at;
    struct str text = str_printf(arena, "%.*s%.*s", STR_ARG(digits), STR_ARG(unit));
    if (!zh_number_parse(text, &read, &at) || read.word.len)
        return number;
    return read;
}

static void disagree(const struct metric_reader *reader, const struct metric_raw *raw,
                     enum metric_field field, struct str printed) {
    diag_error(reader->diag, DIAG_METRIC_DISAGREES, metric_field_place(reader, raw, field),
               STR_NONE, _("“%s” does not agree with the printed form “%.*s”"),
               metric_fields[field].name, STR_ARG(printed));
}

// Compares value, unit and word, where they are given too, with the printed form.
static bool check_agreement(const struct metric_reader *reader, const struct metric_raw *raw,
                            const struct zh_number *number, struct str printed) {
    bool fine = true;
    struct str unit = raw->texts[FIELD_UNIT], word = raw->texts[FIELD_APPROX];
    struct str base = number_of_value(reader->arena, 1, unit).unit;
    if (unit.len && !str_equal(base, number->unit)) {
        disagree(reader, raw, FIELD_UNIT, printed);
        fine = false;
    }
    struct str counted = unit.len ? unit : number->unit;
    if (raw->has_value &&
        number_of_value(reader->arena, raw->value, counted).value != number->value) {
        disagree(reader, raw, FIELD_VALUE, printed);
        fine = false;
    }
    if (word.len && !str_equal(word, number->word)) {
        disagree(reader, raw, FIELD_APPROX, printed);
        fine = false;
    }
    return fine;
}

static bool take_printed(const struct metric_reader *reader, const struct metric_raw *raw,
                         struct metric *metric) {
    struct str printed = raw->texts[FIELD_PRINTED], unit = raw->texts[FIELD_UNIT];
    if (!read_printed(reader, raw, printed, &metric->number))
        return false;
    if (!metric->number.unit.len && unit.len && metric->number.place != APPROX_AFTER_UNIT) {
        printed = str_printf(reader->arena, "%.*s%.*s", STR_ARG(printed), STR_ARG(unit));
        if (!read_printed(reader, raw, printed, &metric->number))
            return false;
    }
    metric->text = printed;
    metric->printed = true;
    return check_agreement(reader, raw, &metric->number, printed);
}

static bool take_value(const struct metric_reader *reader, const struct metric_raw *raw,
                       struct metric *metric) {
    if (!raw->has_value || !isfinite(raw->value)) {
        diag_error(reader->diag, DIAG_METRIC_NUMBER, metric_field_place(reader, raw, FIELD_VALUE),
                   STR_NONE, _("the metric “%.*s” has no number: give “printed” or “value”"),
                   STR_ARG(metric->id));
        return false;
    }
    struct str word = raw->texts[FIELD_APPROX];
    metric->number = number_of_value(reader->arena, raw->value, raw->texts[FIELD_UNIT]);
    metric->number.word = word;
    metric->number.approx = approx_of(word);
    metric->number.place = approx_place_of(word, metric->number.value);
    struct buf buf = BUF_INIT(reader->arena);
    zh_number_write(&buf, &metric->number, WRITTEN_DECIMALS);
    metric->text = str_copy(reader->arena, buf_str(&buf));
    metric->number.text = metric->text;
    buf_done(&buf);
    return true;
}

void metric_add(struct metric_reader *reader, const struct metric_raw *raw) {
    struct metric metric = {
        .label = raw->texts[FIELD_LABEL],
        .label_short = raw->texts[FIELD_SHORT],
        .measure = raw->texts[FIELD_MEASURE],
        .caveat = raw->texts[FIELD_CAVEAT],
        .group = raw->texts[FIELD_GROUP],
        .period = raw->texts[FIELD_PERIOD],
        .quote = raw->texts[FIELD_QUOTE],
        .origin = raw->json,
        .place = metric_field_place(reader, raw, FIELD_ID),
    };
    bool id = check_id(reader, raw, &metric), word = check_word(reader, raw);
    bool number = raw->texts[FIELD_PRINTED].len ? take_printed(reader, raw, &metric)
                                                : take_value(reader, raw, &metric);
    if (!id || !word || !number)
        return;
    ARENA_RESERVE(reader->arena, reader->metrics, reader->count, reader->capacity);
    name_index_add(&reader->ids, metric.id);
    reader->metrics[reader->count++] = metric;
}
