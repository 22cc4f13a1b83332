// Metrics: their keys, and reading them from the document or a file.
#include "document/metric.h"

#include "base/file.h"
#include "base/i18n.h"
#include "document/language.h"
#include "document/metric_read.h"

const struct field metric_fields[FIELD_COUNT] = {
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

static struct str choose_language(const struct metric_reader *reader, const struct json *value) {
    if (value && value->kind == JSON_OBJECT)
        value = language_choose(reader->arena, reader->diag, value, reader->options->language);
    return json_string(value, STR_NONE);
}

static void read_array(struct metric_reader *reader, const struct json *array) {
    for (const struct json *item = array->first; item; item = item->next) {
        struct metric_raw raw = {.json = item};
        if (item->kind != JSON_OBJECT)
            continue; // the shape check has reported it
        for (int field = 0; field < FIELD_COUNT; field++)
            raw.texts[field] = choose_language(reader, json_get(item, metric_fields[field].name));
        const struct json *value = json_get(item, "value");
        raw.has_value = value && value->kind == JSON_NUMBER;
        raw.value = json_number(value, 0);
        metric_add(reader, &raw);
    }
}

static void read_json_file(struct metric_reader *reader, struct str path) {
    struct str text;
    if (!file_read(reader->arena, reader->diag, reader->from, path, FILE_LIMIT, &text))
        return;
    const struct json *root = json_parse(reader->arena, reader->diag, path, text);
    if (root && shape_check(reader->arena, reader->diag, root, &shape_metric_array))
        read_array(reader, root);
}

static void read_file(struct metric_reader *reader, const struct json *value) {
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
        metric_read_table(reader, table);
}

size_t metric_read(struct arena *arena, struct diag *diag, const struct json *value,
                   const struct metric_options *options, const struct metric **out) {
    struct metric_reader reader = {
        .arena = arena, .diag = diag, .options = options, .ids = {.arena = arena}};
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
