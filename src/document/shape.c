// Checking a JSON value against a shape: everything that does not fit, in one run.
#include "document/shape.h"

#include "base/colour.h"
#include "base/i18n.h"
#include "base/length.h"
#include "base/number.h"
#include "document/language.h"
#include "document/shape_fit.h"

#include <assert.h>
#include <math.h>

enum {
    HINT_LIMIT = 200,  // errors after which nearest names are no longer searched
    LISTED_FIELDS = 12 // a short shape's fields are all named where none is near
};

const struct shape shape_any = {.kind = SHAPE_ANY};
const struct shape shape_string = {.kind = SHAPE_STRING};
const struct shape shape_number = {.kind = SHAPE_NUMBER};
const struct shape shape_integer = {.kind = SHAPE_INTEGER};
const struct shape shape_bool = {.kind = SHAPE_BOOL};
const struct shape shape_colour = {.kind = SHAPE_COLOUR};
const struct shape shape_language = {.kind = SHAPE_LANGUAGE};
const struct shape shape_text = {.kind = SHAPE_TEXT};

struct check {
    struct arena *arena;
    struct diag *diag;
    bool fits;
};

static void check_value(struct check *c, const struct json *value, const struct shape *shape);

static void report_kind(struct check *c, const struct json *value, const struct shape *shape) {
    struct buf expected = BUF_INIT(c->arena);
    size_t count = 0;
    shape_add_expected(&expected, shape, &count);
    diag_error(c->diag, DIAG_WRONG_TYPE, json_place(c->arena, value), STR_NONE,
               _("expected %.*s, found %s"), STR_ARG(buf_str(&expected)),
               shape_value_name(value->kind));
    buf_done(&expected);
    c->fits = false;
}

static struct str nearest(struct check *c, struct str word, const struct str *words, size_t count) {
    return c->diag->errors > HINT_LIMIT ? STR_NONE : diag_hint_nearest(c->diag, word, words, count);
}

static struct str list_fields(struct check *c, const struct str *names, size_t count) {
    struct buf list = BUF_INIT(c->arena);
    for (size_t i = 0; i < count; i++)
        buf_printf(&list, "%s%.*s", i ? ", " : "", STR_ARG(names[i]));
    struct str hint = str_printf(c->diag->arena, _("known here: %.*s"), STR_ARG(buf_str(&list)));
    buf_done(&list);
    return hint;
}

static void report_unknown(struct check *c, const struct json *member, const struct shape *shape) {
    size_t count = shape->field_count;
    struct str *names = ARENA_ARRAY(c->arena, count, struct str);
    for (size_t i = 0; i < count; i++)
        names[i] = str_from(shape->fields[i].name);
    struct str hint = nearest(c, member->key, names, count);
    if (!hint.len && count && count <= LISTED_FIELDS && c->diag->errors <= HINT_LIMIT)
        hint = list_fields(c, names, count);
    diag_error(c->diag, DIAG_UNKNOWN_FIELD, json_key_place(c->arena, member), hint,
               _("no field \"%.*s\""), STR_ARG(member->key));
    c->fits = false;
}

static void check_object(struct check *c, const struct json *value, const struct shape *shape) {
    for (const struct json *member = value->first; member; member = member->next) {
        const struct field *field = shape_find_field(shape, member->key);
        if (field)
            check_value(c, member, field->shape);
        else
            report_unknown(c, member, shape);
    }
    for (size_t i = 0; i < shape->field_count; i++) {
        const struct field *field = &shape->fields[i];
        if (!field->required || json_get(value, field->name))
            continue;
        diag_error(c->diag, DIAG_MISSING_FIELD, json_place(c->arena, value), STR_NONE,
                   _("the field \"%s\" is missing"), field->name);
        c->fits = false;
    }
}

static void check_array(struct check *c, const struct json *value, const struct shape *shape) {
    if (value->count < shape->least || (shape->most && value->count > shape->most)) {
        struct diag_place place = json_place(c->arena, value);
        if (value->count < shape->least)
            diag_error(c->diag, DIAG_OUT_OF_RANGE, place, STR_NONE,
                       _("expected at least %zu elements, found %zu"), shape->least, value->count);
        else
            diag_error(c->diag, DIAG_OUT_OF_RANGE, place, STR_NONE,
                       _("expected at most %zu elements, found %zu"), shape->most, value->count);
        c->fits = false;
    }
    if (shape->item)
        for (const struct json *element = value->first; element; element = element->next)
            check_value(c, element, shape->item);
}

static void check_limits(struct check *c, const struct json *value, double number,
                         const struct shape *shape) {
    if (shape->minimum >= shape->maximum ||
        (number >= shape->minimum && number <= shape->maximum)) {
        return;
    }
    bool below = number < shape->minimum;
    struct str limit = number_print_shortest(c->arena, below ? shape->minimum : shape->maximum);
    struct str found = number_print_shortest(c->arena, number);
    diag_error(c->diag, DIAG_OUT_OF_RANGE, json_place(c->arena, value), STR_NONE,
               below ? _("expected at least %.*s, found %.*s")
                     : _("expected at most %.*s, found %.*s"),
               STR_ARG(limit), STR_ARG(found));
    c->fits = false;
}

static void check_number(struct check *c, const struct json *value, const struct shape *shape) {
    double number = value->number;
    struct diag_place place = json_place(c->arena, value);
    if (shape->kind == SHAPE_INTEGER && number != floor(number)) {
        diag_error(c->diag, DIAG_WRONG_TYPE, place, STR_NONE,
                   _("expected a whole number, found %.*s"),
                   STR_ARG(number_print_shortest(c->arena, number)));
        c->fits = false;
    }
    check_limits(c, value, number, shape);
}

static void check_length(struct check *c, const struct json *value, const struct shape *shape) {
    double px = value->number;
    if (value->kind == JSON_STRING && !length_parse(value->string, &px)) {
        diag_error(c->diag, DIAG_BAD_LENGTH, json_place(c->arena, value),
                   str_from(_("write a number of px, or \"85mm\", \"2cm\", \"6in\", \"10.5pt\"")),
                   _("\"%.*s\" is no length"), STR_ARG(value->string));
        c->fits = false;
        return;
    }
    check_limits(c, value, px, shape);
}

static struct str list_words(struct check *c, const struct shape *shape) {
    struct buf out = BUF_INIT(c->arena);
    buf_add_text(&out, _("the words are: "));
    for (size_t i = 0; i < shape->word_count; i++)
        buf_printf(&out, "%s%s", i ? ", " : "", shape->words[i]);
    struct str list = str_copy(c->arena, buf_str(&out));
    buf_done(&out);
    return list;
}

static void check_word(struct check *c, const struct json *value, const struct shape *shape) {
    if (shape_has_word(value->string, shape))
        return;
    struct str *words = ARENA_ARRAY(c->arena, shape->word_count, struct str);
    for (size_t i = 0; i < shape->word_count; i++)
        words[i] = str_from(shape->words[i]);
    struct str hint = nearest(c, value->string, words, shape->word_count);
    if (!hint.len && shape->word_count <= 12)
        hint = list_words(c, shape);
    diag_error(c->diag, DIAG_UNKNOWN_WORD, json_place(c->arena, value), hint,
               _("\"%.*s\" is not one of the words of this field"), STR_ARG(value->string));
    c->fits = false;
}

static void check_text(struct check *c, const struct json *value) {
    if (value->kind == JSON_STRING)
        return;
    for (const struct json *member = value->first; member; member = member->next) {
        if (member->kind != JSON_STRING)
            report_kind(c, member, &shape_string);
        if (language_is_tag(member->key))
            continue;
        diag_error(c->diag, DIAG_BAD_LANGUAGE, json_key_place(c->arena, member), STR_NONE,
                   _("\"%.*s\" is no language tag"), STR_ARG(member->key));
        c->fits = false;
    }
}

static void check_either(struct check *c, const struct json *value, const struct shape *shape) {
    const struct shape *best = NULL;
    size_t least = SIZE_MAX;
    for (size_t i = 0; i < shape->option_count && least; i++) {
        if (!shape_kind_fits(value, shape->options[i]))
            continue;
        size_t score = shape_misfit(value, shape->options[i], 2);
        if (score < least) {
            best = shape->options[i];
            least = score;
        }
    }
    assert(best); // a kind of value that no option takes was reported before
    check_value(c, value, best);
}

static void check_colour(struct check *c, const struct json *value) {
    struct colour colour;
    if (colour_parse(value->string, &colour))
        return;
    diag_error(c->diag, DIAG_BAD_COLOUR, json_place(c->arena, value),
               str_from(_("write #rrggbb or an English name")), _("\"%.*s\" is no colour"),
               STR_ARG(value->string));
    c->fits = false;
}

static void check_language(struct check *c, const struct json *value) {
    if (language_is_tag(value->string))
        return;
    diag_error(c->diag, DIAG_BAD_LANGUAGE, json_place(c->arena, value), STR_NONE,
               _("\"%.*s\" is no language tag"), STR_ARG(value->string));
    c->fits = false;
}

static void check_value(struct check *c, const struct json *value, const struct shape *shape) {
    if (!shape_kind_fits(value, shape)) {
        report_kind(c, value, shape);
        return;
    }
    switch (shape->kind) {
    case SHAPE_OBJECT:
        check_object(c, value, shape);
        break;
    case SHAPE_ARRAY:
        check_array(c, value, shape);
        break;
    case SHAPE_MAP:
        for (const struct json *member = value->first; member && shape->item; member = member->next)
            check_value(c, member, shape->item);
        break;
    case SHAPE_EITHER:
        check_either(c, value, shape);
        break;
    case SHAPE_NUMBER:
    case SHAPE_INTEGER:
        check_number(c, value, shape);
        break;
    case SHAPE_LENGTH:
        check_length(c, value, shape);
        break;
    case SHAPE_WORD:
        check_word(c, value, shape);
        break;
    case SHAPE_TEXT:
        check_text(c, value);
        break;
    case SHAPE_COLOUR:
        check_colour(c, value);
        break;
    case SHAPE_LANGUAGE:
        check_language(c, value);
        break;
    case SHAPE_ANY:
    case SHAPE_STRING:
    case SHAPE_BOOL:
    case SHAPE_NULL:
        break;
    }
}

bool shape_check(struct arena *arena, struct diag *diag, const struct json *value,
                 const struct shape *shape) {
    struct check check = {arena, diag, true};
    check_value(&check, value, shape);
    return check.fits;
}
