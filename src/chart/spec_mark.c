// Reading a mark and its properties.
#include "chart/spec_reader.h"

#include "base/i18n.h"
#include "chart/mark.h"
#include "chart/shapes.h"

#include <math.h>

static void read_label(struct spec_reader *reader, struct mark_spec *mark,
                       const struct json *json) {
    struct label_spec *label = &mark->label;
    if (!json || (json->kind == JSON_BOOL && !json->boolean)) {
        return;
    }
    struct str position = json_string(json_get(json, "position"), STR("auto"));
    label->given = true;
    label->format = spec_read_format(reader, json, false);
    label->field = json_string(json_get(json, "field"), STR_NONE);
    label->position =
        (enum label_position)spec_find_word(position, label_position_words, LABEL_RIGHT + 1);
    if (label->position > LABEL_OUTSIDE && mark->mark->from_zero && !mark->mark->joins) {
        diag_error(reader->diag, DIAG_UNSUPPORTED, json_place(reader->arena, json),
                   STR("write inside, outside or auto"),
                   _("labels of bars stand inside or outside their ends"));
        reader->failed = true;
    }
}

static bool has_word(const char *list, struct str word) {
    struct str words = str_from(list);
    for (size_t from = 0; from < words.len;) {
        size_t space = str_find(words, STR(" "), from);
        size_t to = space == SIZE_MAX ? words.len : space;
        if (str_equal(str_slice(words, from, to), word)) {
            return true;
        }
        from = to + 1;
    }
    return false;
}

// A property that another mark has is as unknown as any other.
static void check_properties(struct spec_reader *reader, const struct mark_spec *mark) {
    for (const struct json *member = mark->json->first; member; member = member->next) {
        if (!has_word("type color opacity tooltip", member->key) &&
            !has_word(mark->mark->properties, member->key)) {
            diag_error(reader->diag, DIAG_UNSUPPORTED, json_key_place(reader->arena, member),
                       str_printf(reader->arena, "its properties are color opacity %s",
                                  mark->mark->properties),
                       _("the mark “%s” has no property “%.*s”"), mark->mark->name,
                       STR_ARG(member->key));
            reader->failed = true;
        }
    }
}

// A part that true or an object of properties asks for.
static bool is_on(const struct json *json) {
    return json && (json->kind == JSON_OBJECT || json_bool(json, false));
}

void spec_read_mark(struct spec_reader *reader, const struct json *json, struct mark_spec *mark) {
    const struct json *type = json->kind == JSON_STRING ? json : json_get(json, "type");
    struct str orient = json_string(json_get(json, "orient"), STR_NONE);
    *mark = (struct mark_spec){
        .mark = mark_find(type->string),
        .color = json_get(json, "fill") ? json_get(json, "fill") : json_get(json, "color"),
        .stroke = json_get(json, "stroke"),
        .opacity = json_number(json_get(json, "opacity"), NAN),
        .corner = json_number(json_get(json, "cornerRadius"), NAN),
        .size = json_number(json_get(json, "size"), NAN),
        .thickness = json_number(json_get(json, "thickness"), NAN),
        .stroke_width = json_number(json_get(json, "strokeWidth"), NAN),
        .font_size = json_number(json_get(json, "fontSize"), NAN),
        .dx = json_number(json_get(json, "dx"), 0),
        .dy = json_number(json_get(json, "dy"), 0),
        .dashes = json_get(json, "strokeDash"),
        .text = json_get(json, "text"),
        .align = json_string(json_get(json, "align"), STR_NONE),
        .baseline = json_string(json_get(json, "baseline"), STR_NONE),
        .font_weight = json_string(json_get(json, "fontWeight"), STR_NONE),
        .symbol = symbol_find(json_string(json_get(json, "shape"), STR("circle"))),
        .curve =
            (enum curve)spec_find_word(json_string(json_get(json, "interpolate"), STR("linear")),
                                       curve_words, CURVE_CARDINAL + 1),
        .line = is_on(json_get(json, "line")),
        .points = is_on(json_get(json, "point")),
        .inner_radius = json_number(json_get(json, "innerRadius"), NAN),
        .outer_radius = json_number(json_get(json, "outerRadius"), NAN),
        .point_size = json_number(json_get(json_get(json, "point"), "size"), NAN),
        .filled = json_bool(json_get(json, "filled"), false),
        .has_orient = orient.len > 0,
        .horizontal = str_is(orient, "horizontal"),
        .json = json,
    };
    if (mark->mark->shape) {
        mark->symbol = symbol_find(str_from(mark->mark->shape));
        mark->filled = true;
    }
    read_label(reader, mark, json_get(json, "label"));
    if (json->kind == JSON_OBJECT) {
        check_properties(reader, mark);
    }
}

enum symbol symbol_find(struct str word) {
    return (enum symbol)spec_find_word(word, symbol_words, SYMBOL_COUNT);
}
