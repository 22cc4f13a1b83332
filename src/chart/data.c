// Finding a chart's rows.
#include "chart/data.h"

#include "base/file.h"
#include "base/i18n.h"
#include "chart/places.h"

// A table is read by its file's name; a format that says otherwise would be ignored in silence.
static bool check_format(const struct chart_context *context, const struct json *data) {
    const struct json *format = json_get(data, "format"), *url = json_get(data, "url");
    struct str type = json_string(json_get(format, "type"), STR_NONE);
    if (!format ||
        (format->count == 1 && url && type.len && str_equal(path_extension(url->string), type))) {
        return true;
    }
    diag_error(context->diag, DIAG_CONFLICT, json_key_place(context->arena, format),
               str_from(_("leave it out, or name the file .csv, .tsv or .json")),
               _("tables are read by the file's name"));
    return false;
}

const struct table *data_find(const struct chart_context *context, const struct json *data,
                              const struct json *from) {
    if (context->places && data && context->places->reads(data)) {
        return context->places->read(context->places->bridge, data);
    }
    if (data && !check_format(context, data)) {
        return NULL;
    }
    return document_data_table(context->arena, context->document, context->diag, data, from);
}

static bool is_allowed(const struct plot_unit *unit, const char *what) {
    const struct json *mixed = unit->spec->mixed;
    for (const struct json *word = mixed ? mixed->first : NULL; word; word = word->next) {
        if (str_is(word->string, what)) {
            return true;
        }
    }
    return false;
}

static bool check_column(const struct plot *plot, const struct plot_unit *unit, const char *name) {
    size_t column = table_find_column(unit->table, str_from(name));
    if (column == SIZE_MAX || is_allowed(unit, name)) {
        return true;
    }
    const struct value *values = unit->table->columns[column].values;
    struct str first = STR_NONE;
    for (size_t i = 0; i < unit->table->row_count; i++) {
        if (values[i].kind != VALUE_STRING || !values[i].string.len) {
            continue;
        }
        if (first.len && !str_equal(first, values[i].string)) {
            diag_error(
                plot->guide.diag, DIAG_MIXED_UNITS, json_place(plot->guide.arena, unit->spec->data),
                str_printf(plot->guide.arena, "draw them apart, or add \"mixed\": [\"%s\"]", name),
                _("“%.*s” and “%.*s” stand on one axis, and differ in %s"), STR_ARG(first),
                STR_ARG(values[i].string), name);
            return false;
        }
        first = values[i].string;
    }
    return true;
}

// Two metrics of one name would lie over one another on an axis of names.
static bool check_names(const struct plot *plot, const struct plot_unit *unit) {
    const struct channel_spec *names = &unit->spec->channels[plot_band_channel(unit)];
    const struct value *words = unit->rows.values[plot_band_channel(unit)];
    struct word_set seen = WORD_SET(plot->guide.arena);
    for (size_t i = 0; words && names->aggregate == AGGREGATE_NONE &&
                       str_is(names->field, "label") && i < unit->rows.count;
         i++) {
        if (word_set_add(&seen, words[i].string) < i) {
            diag_error(
                plot->guide.diag, DIAG_CONFLICT, json_place(plot->guide.arena, unit->spec->data),
                STR("give one of them another label"),
                _("two metrics of the figure have the label “%.*s”"), STR_ARG(words[i].string));
            return false;
        }
    }
    return true;
}

bool data_check_units(const struct plot *plot) {
    bool sound = true;
    for (size_t i = 0; i < plot->unit_count; i++) {
        const struct plot_unit *unit = &plot->units[i];
        if (json_get(unit->spec->data, "metrics")) {
            sound = check_column(plot, unit, "unit") && sound;
            sound = check_column(plot, unit, "measure") && sound;
            sound = check_names(plot, unit) && sound;
        }
    }
    return sound;
}
