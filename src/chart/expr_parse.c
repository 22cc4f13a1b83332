// Parsing expressions: one pass over the text, operators by their precedence.
#include "base/i18n.h"
#include "base/utf8.h"
#include "chart/expr_lex.h"

#include <math.h>

static const struct expr_node *parse_choice(struct expr_parser *parser);

static struct expr_node *new_node(struct expr_parser *parser, enum expr_op op) {
    struct expr_node *node = ARENA_NEW(parser->arena, struct expr_node);
    node->op = op;
    return node;
}

static const struct expr_node *constant(struct expr_parser *parser, struct expr_value value) {
    struct expr_node *node = new_node(parser, OP_CONSTANT);
    node->value = value;
    return node;
}

static const struct expr_node *with_parts(struct expr_parser *parser, enum expr_op op,
                                          const struct expr_node *first,
                                          const struct expr_node *second,
                                          const struct expr_node *third) {
    struct expr_node *node = new_node(parser, op);
    const struct expr_node **parts = ARENA_ARRAY(parser->arena, 3, const struct expr_node *);
    parts[0] = first;
    parts[1] = second;
    parts[2] = third;
    node->parts = parts;
    node->count = third ? 3 : second ? 2 : 1;
    return node;
}

// A list up to `close`, whose opening mark is read.
static const struct expr_node *parse_list(struct expr_parser *parser, struct expr_node *node,
                                          const char *close) {
    const struct expr_node **parts =
        ARENA_ARRAY(parser->arena, EXPR_ARGUMENT_LIMIT, const struct expr_node *);
    node->parts = parts;
    while (!parser->failed && !expr_take(parser, close)) {
        if (node->count && !expr_take(parser, ",")) {
            return expr_fail_expected(parser, close);
        }
        if (node->count == EXPR_ARGUMENT_LIMIT) {
            return expr_fail(
                parser, parser->at, STR_NONE,
                str_printf(parser->arena, _("more than %d elements"), EXPR_ARGUMENT_LIMIT));
        }
        parts[node->count++] = parse_choice(parser);
    }
    return parser->failed ? NULL : node;
}

// {name: value, 'name': value}
static const struct expr_node *parse_object(struct expr_parser *parser) {
    struct expr_node *node = new_node(parser, OP_OBJECT);
    const struct expr_node **parts =
        ARENA_ARRAY(parser->arena, EXPR_ARGUMENT_LIMIT, const struct expr_node *);
    struct str *keys = ARENA_ARRAY(parser->arena, EXPR_ARGUMENT_LIMIT, struct str);
    node->parts = parts;
    node->keys = keys;
    while (!parser->failed && !expr_take(parser, "}")) {
        if ((node->count && !expr_take(parser, ",")) || node->count == EXPR_ARGUMENT_LIMIT) {
            return expr_fail_expected(parser, "}");
        }
        keys[node->count] =
            expr_next_is_text(parser) ? expr_read_text(parser) : expr_take_name(parser);
        if (!keys[node->count].data || !expr_take(parser, ":")) {
            return expr_fail_expected(parser, ":");
        }
        parts[node->count++] = parse_choice(parser);
    }
    return parser->failed ? NULL : node;
}

static const struct expr_node *parse_regexp(struct expr_parser *parser) {
    struct expr_value value = {.kind = EXPR_REGEXP};
    return expr_read_regexp(parser, &value) ? constant(parser, value) : NULL;
}

static const struct {
    const char *name;
    double value;
} constants[] = {
    {"NaN", NAN},
    {"Infinity", INFINITY},
    {"E", 2.718281828459045},
    {"LN10", 2.302585092994046},
    {"LN2", 0.6931471805599453},
    {"LOG10E", 0.4342944819032518},
    {"LOG2E", 1.4426950408889634},
    {"PI", 3.141592653589793},
    {"SQRT1_2", 0.7071067811865476},
    {"SQRT2", 1.4142135623730951},
    {"MIN_VALUE", 5e-324},
    {"MAX_VALUE", 1.7976931348623157e308},
};

static const struct expr_node *unknown_function(struct expr_parser *parser, size_t at,
                                                struct str name) {
    size_t count;
    const struct str *names = expr_function_names(parser->arena, &count);
    static const char *const refused[] = {"random", "now"};
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        if (str_is(name, refused[i])) {
            return expr_fail(parser, at, STR("put the value into the data"),
                             str_printf(parser->arena,
                                        _("“%.*s” would make every drawing a different one"),
                                        STR_ARG(name)));
        }
    }
    return expr_fail(parser, at, diag_hint_nearest(parser->diag, name, names, count),
                     str_printf(parser->arena, _("there is no function “%.*s”"), STR_ARG(name)));
}

static const struct expr_node *parse_call(struct expr_parser *parser, size_t at, struct str name) {
    bool choice = str_is(name, "if");
    const struct expr_known_function *function = expr_function_find(name);
    if (!function && !choice) {
        return unknown_function(parser, at, name);
    }
    struct expr_node *node = new_node(parser, choice ? OP_CHOOSE : OP_CALL);
    node->function = function;
    if (!parse_list(parser, node, ")")) {
        return NULL;
    }
    size_t least = choice ? 3 : function->least, most = choice ? 3 : function->most;
    if (node->count < least || node->count > most) {
        return expr_fail(parser, at, STR_NONE,
                         str_printf(parser->arena, _("“%.*s” takes %zu to %zu arguments, not %zu"),
                                    STR_ARG(name), least, most, node->count));
    }
    return node;
}

static const struct expr_node *parse_word(struct expr_parser *parser) {
    size_t at = parser->at;
    struct str name = expr_take_name(parser);
    if (expr_take(parser, "(")) {
        return parse_call(parser, at, name);
    }
    if (str_is(name, "datum")) {
        return new_node(parser, OP_DATUM);
    }
    if (str_is(name, "true") || str_is(name, "false")) {
        return constant(parser, expr_bool(name.len == 4));
    }
    if (str_is(name, "null") || str_is(name, "undefined")) {
        struct expr_value value = {.kind = str_is(name, "null") ? EXPR_NULL : EXPR_UNDEFINED};
        return constant(parser, value);
    }
    for (size_t i = 0; i < sizeof constants / sizeof *constants; i++) {
        if (str_is(name, constants[i].name)) {
            return constant(parser, expr_number(constants[i].value));
        }
    }
    struct str hint =
        str_printf(parser->arena, _("write datum.%.*s for a field of the row"), STR_ARG(name));
    return expr_fail(parser, at, hint,
                     str_printf(parser->arena, _("nothing has the name “%.*s”"), STR_ARG(name)));
}

static const struct expr_node *parse_primary(struct expr_parser *parser) {
    expr_skip_spaces(parser);
    char next = expr_peek(parser);
    if (expr_next_is_number(parser)) {
        double number;
        return expr_read_number(parser, &number) ? constant(parser, expr_number(number)) : NULL;
    }
    if (expr_next_is_text(parser)) {
        struct str text = expr_read_text(parser);
        return text.data ? constant(parser, expr_string(text)) : NULL;
    }
    if (expr_next_is_name(parser)) {
        return parse_word(parser);
    }
    if (expr_take(parser, "(")) {
        const struct expr_node *node = parse_choice(parser);
        return parser->failed || expr_take(parser, ")") ? node : expr_fail_expected(parser, ")");
    }
    if (expr_take(parser, "[")) {
        return parse_list(parser, new_node(parser, OP_ARRAY), "]");
    }
    if (expr_take(parser, "{")) {
        return parse_object(parser);
    }
    return next == '/' ? parse_regexp(parser) : expr_fail_here(parser);
}

// A field of the row, looked up in the table before the rows are walked.
static const struct expr_node *field_node(struct expr_parser *parser, struct str name) {
    struct expr_node *node = new_node(parser, OP_FIELD);
    while (node->index < parser->field_count && !str_equal(parser->fields[node->index], name)) {
        node->index++;
    }
    if (node->index == parser->field_count) {
        ARENA_RESERVE(parser->arena, parser->fields, parser->field_count, parser->field_capacity);
        parser->fields[parser->field_count++] = name;
    }
    return node;
}

static const struct expr_node *member_node(struct expr_parser *parser,
                                           const struct expr_node *object,
                                           const struct expr_node *key) {
    if (object->op == OP_DATUM && key->op == OP_CONSTANT && key->value.kind == EXPR_STRING) {
        return field_node(parser, key->value.string);
    }
    return with_parts(parser, OP_MEMBER, object, key, NULL);
}

// .name and [key] behind a value.
static const struct expr_node *parse_members(struct expr_parser *parser) {
    const struct expr_node *node = parse_primary(parser);
    while (!parser->failed) {
        if (expr_take(parser, ".")) {
            struct str name = expr_take_name(parser);
            if (!name.len) {
                return expr_fail_here(parser);
            }
            node = member_node(parser, node, constant(parser, expr_string(name)));
        } else if (expr_take(parser, "[")) {
            const struct expr_node *key = parse_choice(parser);
            if (parser->failed || !expr_take(parser, "]")) {
                return expr_fail_expected(parser, "]");
            }
            node = member_node(parser, node, key);
        } else {
            break;
        }
    }
    return node;
}

static const struct expr_node *parse_unary(struct expr_parser *parser) {
    static const struct {
        const char *mark;
        enum expr_op op;
    } marks[] = {{"!", OP_NOT}, {"-", OP_MINUS}, {"+", OP_PLUS}, {"~", OP_INVERT}};
    if (!expr_enter(parser)) {
        return NULL;
    }
    const struct expr_node *node = NULL;
    for (size_t i = 0; i < 4 && !node && !parser->failed; i++) {
        if (expr_take(parser, marks[i].mark)) {
            node = with_parts(parser, marks[i].op, parse_unary(parser), NULL, NULL);
        }
    }
    node = node || parser->failed ? node : parse_members(parser);
    parser->depth--;
    return node;
}

// Longer marks first, so that <= is not < and something.
static const struct operator{
    const char *mark;
    int precedence;
    enum expr_op op;
}
operators[] = {
    {"===", 6, OP_SAME},
    {"!==", 6, OP_NOT_SAME},
    {">>>", 8, OP_SHIFT_UNSIGNED},
    {"==", 6, OP_EQUAL},
    {"!=", 6, OP_NOT_EQUAL},
    {"<=", 7, OP_LESS_EQUAL},
    {">=", 7, OP_GREATER_EQUAL},
    {"<<", 8, OP_SHIFT_LEFT},
    {">>", 8, OP_SHIFT_RIGHT},
    {"||", 1, OP_OR},
    {"&&", 2, OP_AND},
    {"<", 7, OP_LESS},
    {">", 7, OP_GREATER},
    {"+", 9, OP_ADD},
    {"-", 9, OP_SUBTRACT},
    {"*", 10, OP_MULTIPLY},
    {"/", 10, OP_DIVIDE},
    {"%", 10, OP_REMAINDER},
    {"&", 5, OP_BIT_AND},
    {"|", 3, OP_BIT_OR},
    {"^", 4, OP_BIT_XOR},
};

static const struct operator* next_operator(struct expr_parser *parser, int least) {
    for (size_t i = 0; i < sizeof operators / sizeof *operators; i++) {
        if (expr_next_is(parser, operators[i].mark)) {
            return operators[i].precedence >= least ? &operators[i] : NULL;
        }
    }
    return NULL;
}

static const struct expr_node *parse_binary(struct expr_parser *parser, int least) {
    const struct expr_node *left = parse_unary(parser);
    const struct operator* found;
    while (!parser->failed && (found = next_operator(parser, least))) {
        expr_take(parser, found->mark);
        const struct expr_node *right = parse_binary(parser, found->precedence + 1);
        if (parser->failed) {
            return NULL;
        }
        left = with_parts(parser, found->op, left, right, NULL);
        if (++parser->chain > EXPR_CHAIN_LIMIT) {
            return expr_fail(parser, parser->at, STR("split it into several `calculate`s"),
                             str_from(_("the expression has too many operators")));
        }
    }
    return left;
}

static const struct expr_node *parse_choice(struct expr_parser *parser) {
    if (!expr_enter(parser)) {
        return NULL;
    }
    const struct expr_node *test = parse_binary(parser, 1);
    if (!parser->failed && expr_take(parser, "?")) {
        const struct expr_node *yes = parse_choice(parser);
        if (!parser->failed && !expr_take(parser, ":")) {
            return expr_fail_expected(parser, ":");
        }
        const struct expr_node *no = parser->failed ? NULL : parse_choice(parser);
        test = parser->failed ? NULL : with_parts(parser, OP_CHOOSE, test, yes, no);
    }
    parser->depth--;
    return parser->failed ? NULL : test;
}

const struct expr *expr_parse(struct arena *arena, struct diag *diag, const struct json *json,
                              struct str text) {
    struct expr_parser parser = {.arena = arena, .diag = diag, .json = json, .text = text};
    if (text.len > EXPR_LENGTH_LIMIT) {
        expr_fail(
            &parser, 0, STR("split it into several `calculate`s"),
            str_printf(arena, _("the expression is longer than %d bytes"), EXPR_LENGTH_LIMIT));
        return NULL;
    }
    const struct expr_node *root = parse_choice(&parser);
    expr_skip_spaces(&parser);
    if (!parser.failed && parser.at < text.len) {
        expr_fail_here(&parser);
    }
    if (parser.failed) {
        return NULL;
    }
    struct expr *expr = ARENA_NEW(arena, struct expr);
    *expr = (struct expr){root, text, json, parser.fields, parser.field_count};
    return expr;
}
