// Metrics from the rows of a table, whose heads may be Chinese.
#include "base/i18n.h"
#include "base/number.h"
#include "document/metric_read.h"

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

static void report_head(const struct metric_reader *reader, struct str name) {
    struct str known[HEAD_COUNT + FIELD_COUNT];
    for (size_t i = 0; i < HEAD_COUNT; i++)
        known[i] = heads[i].text;
    for (size_t i = 0; i < FIELD_COUNT; i++)
        known[HEAD_COUNT + i] = str_from(metric_fields[i].name);
    diag_error(reader->diag, DIAG_UNKNOWN_FIELD, reader->from,
               diag_hint_nearest(reader->diag, name, known, HEAD_COUNT + FIELD_COUNT),
               _("a table of metrics has no column “%.*s”"), STR_ARG(name));
}

static bool map_columns(const struct metric_reader *reader, const struct table *table,
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

static struct str cell_text(const struct metric_reader *reader, const struct value *value) {
    if (value->kind == VALUE_NUMBER)
        return number_print_shortest(reader->arena, value->number);
    return value->kind == VALUE_STRING ? value->string : STR_NONE;
}

static void read_row(struct metric_reader *reader, struct metric_raw *raw) {
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
    metric_add(reader, raw);
}

void metric_read_table(struct metric_reader *reader, const struct table *table) {
    struct metric_raw raw = {.table = table};
    if (!map_columns(reader, table, raw.columns))
        return;
    for (raw.row = 0; raw.row < table->row_count; raw.row++) {
        raw.has_value = false;
        read_row(reader, &raw);
    }
}
