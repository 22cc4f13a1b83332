// Metrics: read from the document, from a JSON file or from a table, each checked in itself.
#include "document/metric.h"

#include "base/file.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/utf8.h"
#include "document/language.h"
#include "document/table.h"

#include <math.h>

enum { ID_LIMIT = 100, WRITTEN_DECIMALS = 4 };

enum metric_field {
    FIELD_ID,
    FIELD_LABEL,
    FIELD_SHORT,
    FIELD_PRINTED,
    FIELD_VALUE,
    FIELD_UNIT,
    FIELD_APPROX,
    FIELD_MEASURE,
    FIELD_CAVEAT,
    FIELD_GROUP,
    FIELD_PERIOD,
    FIELD_QUOTE,
    FIELD_COUNT,
};

static const struct field metric_fields[] = {
    [FIELD_ID] = {"id", &shape_string, true,
                  N_("Names the metric in texts ({id}) and data; unique, at most 100 bytes.")},
    [FIELD_LABEL] = {"label", &shape_text, true, N_("What the number is, as a figure labels it.")},
    [FIELD_SHORT] = {"short", &shape_text, false,
                     N_("A shorter label, taken where the label does not fit.")},
    [FIELD_PRINTED] = {"printed", &shape_string, false,
                       N_("The number as the report prints it: 300余场次, 5.38亿元, 约12%. Value, "
                          "word of approximation and unit are read from it.")},
    [FIELD_VALUE] = {"value", &shape_number, false,
                     N_("The number in `unit`, where no printed form is given.")},
    [FIELD_UNIT] = {"unit", &shape_string, false, N_("The unit: 个, 亿元, %.")},
    [FIELD_APPROX] = {"approx", &shape_string, false,
                      N_("A word of approximation: 余 多 约 近 超 以上 左右 and the like.")},
    [FIELD_MEASURE] = {"measure", &shape_text, false,
                       N_("What is counted (口径). Metrics of different measure do not share an "
                          "axis unless the figure says so.")},
    [FIELD_CAVEAT] = {"caveat", &shape_text, false,
                      N_("A note that every figure using the metric prints.")},
    [FIELD_GROUP] = {"group", &shape_string, false,
                     N_("The group that data can ask for: {\"group\": …}.")},
    [FIELD_PERIOD] = {"period", &shape_string, false,
                      N_("The period that the number is of: 2022.")},
    [FIELD_QUOTE] = {"quote", &shape_string, false,
                     N_("The words of the source text that state the number, with the number in "
                        "square brackets where there are several.")},
};

static const struct shape shape_metric = {
    .kind = SHAPE_OBJECT,
    .name = "metric",
    .doc = N_("One statistic of the report, with its proof."),
    .fields = metric_fields,
    .field_count = FIELD_COUNT,
};

static const struct shape shape_metric_array = {.kind = SHAPE_ARRAY, .item = &shape_metric};

static const struct shape *const metrics_options[] = {&shape_metric_array, &shape_string};

const struct shape shape_metrics = {
    .kind = SHAPE_EITHER,
    .name = "metrics",
    .doc = N_("The statistics of the report: written here, or the path of a JSON or CSV file."),
    .options = metrics_options,
    .option_count = sizeof metrics_options / sizeof *metrics_options,
};

// One metric as written, whether in JSON or in a row of a table.
struct raw {
    struct str texts[FIELD_COUNT];
    double value;
    bool has_value;
    const struct json *json;
    const struct table *table;
    size_t row, columns[FIELD_COUNT]; // SIZE_MAX: no such column
};

struct reader {
    struct arena *arena;
    struct diag *diag;
    const struct metric_options *options;
    struct metric *metrics;
    size_t count, capacity;
    struct diag_place from; // where the table was named
};

static struct diag_place field_place(const struct reader *reader, const struct raw *raw,
                                     enum metric_field field) {
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

static bool check_id(const struct reader *reader, const struct raw *raw, struct metric *metric) {
    struct diag_place place = field_place(reader, raw, FIELD_ID);
    metric->id = raw->texts[FIELD_ID];
    const struct json *id = raw->json ? json_get(raw->json, "id") : NULL;
    if (raw->json && (!id || id->kind != JSON_STRING)) // reported by its shape
        return false;
    if (!is_plain_id(metric->id)) {
        diag_error(reader->diag, DIAG_METRIC_ID, place, STR_NONE,
                   _("“%.*s” cannot be the id of a metric"), STR_ARG(metric->id));
        return false;
    }
    const struct metric *other = metric_find(reader->metrics, reader->count, metric->id);
    if (!other)
        return true;
    diag_error(reader->diag, DIAG_METRIC_ID, place, STR_NONE,
               _("the id “%.*s” is given twice; line %u has it first"), STR_ARG(metric->id),
               other->place.line);
    return false;
}

static bool check_word(const struct reader *reader, const struct raw *raw) {
    struct str word = raw->texts[FIELD_APPROX];
    if (!word.len || approx_of(word) != APPROX_NONE)
        return true;
    diag_error(reader->diag, DIAG_METRIC_NUMBER, field_place(reader, raw, FIELD_APPROX),
               STR("one of 余 多 近 约 超 逾 不足 以上 以下 左右"),
               _("“%.*s” is no word of approximation"), STR_ARG(word));
    return false;
}

static bool read_printed(const struct reader *reader, const struct raw *raw, struct str printed,
                         struct zh_number *out) {
    size_t at;
    if (zh_number_parse(printed, out, &at))
        return true;
    struct str rest = str_slice(printed, at, printed.len);
    struct str hint = STR("as in 300余场次, 5.38亿元, 约12%, 三张");
    struct diag_place place = field_place(reader, raw, FIELD_PRINTED);
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

static void disagree(const struct reader *reader, const struct raw *raw, enum metric_field field,
                     struct str printed) {
    diag_error(reader->diag, DIAG_METRIC_DISAGREES, field_place(reader, raw, field), STR_NONE,
               _("“%s” does not agree with the printed form “%.*s”"), metric_fields[field].name,
               STR_ARG(printed));
}

// Compares value, unit and word, where they are given too, with the printed form.
static bool check_agreement(const struct reader *reader, const struct raw *raw,
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

static bool take_printed(const struct reader *reader, const struct raw *raw,
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

static bool take_value(const struct reader *reader, const struct raw *raw, struct metric *metric) {
    if (!raw->has_value || !isfinite(raw->value)) {
        diag_error(reader->diag, DIAG_METRIC_NUMBER, field_place(reader, raw, FIELD_VALUE),
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

static void add_metric(struct reader *reader, const struct raw *raw) {
    struct metric metric = {
        .label = raw->texts[FIELD_LABEL],
        .label_short = raw->texts[FIELD_SHORT],
        .measure = raw->texts[FIELD_MEASURE],
        .caveat = raw->texts[FIELD_CAVEAT],
        .group = raw->texts[FIELD_GROUP],
        .period = raw->texts[FIELD_PERIOD],
        .quote = raw->texts[FIELD_QUOTE],
        .origin = raw->json,
        .place = field_place(reader, raw, FIELD_ID),
    };
    bool id = check_id(reader, raw, &metric), word = check_word(reader, raw);
    bool number = raw->texts[FIELD_PRINTED].len ? take_printed(reader, raw, &metric)
                                                : take_value(reader, raw, &metric);
    if (!id || !word || !number)
        return;
    ARENA_RESERVE(reader->arena, reader->metrics, reader->count, reader->capacity);
    reader->metrics[reader->count++] = metric;
}

static struct str choose_language(const struct reader *reader, const struct json *value) {
    if (value && value->kind == JSON_OBJECT)
        value = language_choose(reader->arena, reader->diag, value, reader->options->language);
    return json_string(value, STR_NONE);
}

static void read_array(struct reader *reader, const struct json *array) {
    for (const struct json *item = array->first; item; item = item->next) {
        struct raw raw = {.json = item};
        if (item->kind != JSON_OBJECT)
            continue; // the shape check has reported it
        for (int field = 0; field < FIELD_COUNT; field++)
            raw.texts[field] = choose_language(reader, json_get(item, metric_fields[field].name));
        const struct json *value = json_get(item, "value");
        raw.has_value = value && value->kind == JSON_NUMBER;
        raw.value = json_number(value, 0);
        add_metric(reader, &raw);
    }
}

struct column_head {
    struct str text;
    enum metric_field field;
};

static const struct column_head heads[] = {
    {STR_INIT("编号"), FIELD_ID},      {STR_INIT("代码"), FIELD_ID},
    {STR_INIT("名称"), FIELD_LABEL},   {STR_INIT("指标"), FIELD_LABEL},
    {STR_INIT("简称"), FIELD_SHORT},   {STR_INIT("数值"), FIELD_VALUE},
    {STR_INIT("原数"), FIELD_PRINTED}, {STR_INIT("单位"), FIELD_UNIT},
    {STR_INIT("约数"), FIELD_APPROX},  {STR_INIT("口径"), FIELD_MEASURE},
    {STR_INIT("说明"), FIELD_CAVEAT},  {STR_INIT("备注"), FIELD_CAVEAT},
    {STR_INIT("分组"), FIELD_GROUP},   {STR_INIT("时期"), FIELD_PERIOD},
    {STR_INIT("原文"), FIELD_QUOTE},   {STR_INIT("引文"), FIELD_QUOTE},
};

enum { HEAD_COUNT = sizeof heads / sizeof *heads };

static bool find_head(struct str name, enum metric_field *out) {
    for (int field = 0; field < FIELD_COUNT; field++)
        if (str_is(name, metric_fields[field].name)) {
            *out = (enum metric_field)field;
            return true;
        }
    for (size_t i = 0; i < HEAD_COUNT; i++)
        if (str_equal(name, heads[i].text)) {
            *out = heads[i].field;
            return true;
        }
    return false;
}

static void report_head(const struct reader *reader, struct str name) {
    struct str known[HEAD_COUNT + FIELD_COUNT];
    for (size_t i = 0; i < HEAD_COUNT; i++)
        known[i] = heads[i].text;
    for (size_t i = 0; i < FIELD_COUNT; i++)
        known[HEAD_COUNT + i] = str_from(metric_fields[i].name);
    diag_error(reader->diag, DIAG_UNKNOWN_FIELD, reader->from,
               diag_hint_nearest(reader->diag, name, known, HEAD_COUNT + FIELD_COUNT),
               _("a table of metrics has no column “%.*s”"), STR_ARG(name));
}

static bool map_columns(const struct reader *reader, const struct table *table,
                        size_t columns[FIELD_COUNT]) {
    bool fine = true;
    for (int field = 0; field < FIELD_COUNT; field++)
        columns[field] = SIZE_MAX;
    for (size_t i = 0; i < table->column_count; i++) {
        enum metric_field field;
        if (find_head(table->columns[i].name, &field))
            columns[field] = i;
        else {
            report_head(reader, table->columns[i].name);
            fine = false;
        }
    }
    bool number = columns[FIELD_VALUE] != SIZE_MAX || columns[FIELD_PRINTED] != SIZE_MAX;
    if (columns[FIELD_ID] != SIZE_MAX && columns[FIELD_LABEL] != SIZE_MAX && number)
        return fine;
    diag_error(reader->diag, DIAG_METRIC_TABLE, reader->from, STR_NONE,
               _("the table of metrics needs the columns 编号, 名称 and 数值"));
    return false;
}

static struct str cell_text(const struct reader *reader, const struct value *value) {
    if (value->kind == VALUE_NUMBER)
        return number_print_shortest(reader->arena, value->number);
    return value->kind == VALUE_STRING ? value->string : STR_NONE;
}

static void read_row(struct reader *reader, struct raw *raw) {
    for (int field = 0; field < FIELD_COUNT; field++) {
        size_t column = raw->columns[field];
        raw->texts[field] = STR_NONE;
        if (column == SIZE_MAX)
            continue;
        const struct value *value = &raw->table->columns[column].values[raw->row];
        raw->texts[field] = str_trim(cell_text(reader, value));
        if (field == FIELD_VALUE && value->kind == VALUE_NUMBER) {
            raw->has_value = true;
            raw->value = value->number;
        }
    }
    // A column 数值 of printed forms (300余场次) is no column of numbers.
    if (!raw->has_value && !raw->texts[FIELD_PRINTED].len)
        raw->texts[FIELD_PRINTED] = raw->texts[FIELD_VALUE];
    add_metric(reader, raw);
}

static void read_table(struct reader *reader, const struct table *table) {
    struct raw raw = {.table = table};
    if (!map_columns(reader, table, raw.columns))
        return;
    for (raw.row = 0; raw.row < table->row_count; raw.row++) {
        raw.has_value = false;
        read_row(reader, &raw);
    }
}

static void read_json_file(struct reader *reader, struct str path) {
    struct str text;
    if (!file_read(reader->arena, reader->diag, reader->from, path, FILE_LIMIT, &text))
        return;
    const struct json *root = json_parse(reader->arena, reader->diag, path, text);
    if (root && shape_check(reader->arena, reader->diag, root, &shape_metric_array))
        read_array(reader, root);
}

static void read_file(struct reader *reader, const struct json *value) {
    struct str path = path_join(reader->arena, reader->options->folder, value->string);
    reader->from = json_place(reader->arena, value);
    if (!reader->options->allow_outside &&
        !path_is_below(reader->arena, path, reader->options->folder)) {
        diag_error(reader->diag, DIAG_OUTSIDE_PATH, reader->from,
                   STR("move it below, or allow it with --allow-outside"),
                   _("“%.*s” is outside the document's folder"), STR_ARG(value->string));
        return;
    }
    if (str_is(path_extension(path), "json")) {
        read_json_file(reader, path);
        return;
    }
    const struct table *table =
        table_read_file(reader->arena, reader->diag, reader->from, path, ENCODING_DETECT);
    if (table)
        read_table(reader, table);
}

size_t metric_read(struct arena *arena, struct diag *diag, const struct json *value,
                   const struct metric_options *options, const struct metric **out) {
    struct reader reader = {.arena = arena, .diag = diag, .options = options};
    if (value && value->kind == JSON_ARRAY)
        read_array(&reader, value);
    else if (value && value->kind == JSON_STRING)
        read_file(&reader, value);
    *out = reader.metrics;
    return reader.count;
}

const struct metric *metric_find(const struct metric *metrics, size_t count, struct str id) {
    for (size_t i = 0; i < count; i++)
        if (str_equal(metrics[i].id, id))
            return &metrics[i];
    return NULL;
}
