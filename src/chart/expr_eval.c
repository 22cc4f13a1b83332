// Evaluating expressions for rows.
#include "base/i18n.h"
#include "chart/expr_node.h"

#include <math.h>

static struct expr_value evaluate(const struct expr_run *run, const struct expr_node *node);

static struct expr_value cell_value(struct value value) {
    switch (value.kind) {
    case VALUE_NUMBER:
        return expr_number(value.number);
    case VALUE_STRING:
        return expr_string(value.string);
    case VALUE_BOOL:
        return expr_bool(value.number != 0);
    case VALUE_NULL:
        break;
    }
    return (struct expr_value){.kind = EXPR_NULL};
}

static struct expr_value row_object(const struct expr_run *run) {
    size_t count = run->table->column_count;
    struct expr_value *items = ARENA_ARRAY(run->arena, count, struct expr_value);
    struct str *keys = ARENA_ARRAY(run->arena, count, struct str);
    for (size_t i = 0; i < count; i++) {
        keys[i] = run->table->columns[i].name;
        items[i] = cell_value(run->table->columns[i].values[run->row]);
    }
    return (struct expr_value){.kind = EXPR_OBJECT, .items = items, .keys = keys, .count = count};
}

static struct expr_value list_of(const struct expr_run *run, const struct expr_node *node) {
    struct expr_value *items = ARENA_ARRAY(run->arena, node->count, struct expr_value);
    for (size_t i = 0; i < node->count; i++) {
        items[i] = evaluate(run, node->parts[i]);
    }
    return (struct expr_value){.kind = node->op == OP_OBJECT ? EXPR_OBJECT : EXPR_ARRAY,
                               .items = items,
                               .keys = node->keys,
                               .count = node->count};
}

static struct expr_value find_member(const struct expr_run *run, const struct expr_node *node) {
    struct expr_value object = evaluate(run, node->parts[0]);
    struct expr_value key = evaluate(run, node->parts[1]);
    struct str name = expr_to_string(run->arena, key);
    if (object.kind == EXPR_OBJECT) {
        for (size_t i = 0; i < object.count; i++) {
            if (str_equal(object.keys[i], name)) {
                return object.items[i];
            }
        }
        return EXPR_NOTHING;
    }
    if (str_is(name, "length") && object.kind == EXPR_STRING) {
        return expr_number((double)expr_length(object.string));
    }
    if (str_is(name, "length") && object.kind == EXPR_ARRAY) {
        return expr_number((double)object.count);
    }
    double index = expr_to_number(run->arena, key);
    if (!(index >= 0) || index != floor(index) || index > 1e9) {
        return EXPR_NOTHING;
    }
    if (object.kind == EXPR_STRING && index < (double)expr_length(object.string)) {
        return expr_string(expr_slice(object.string, (size_t)index, (size_t)index + 1));
    }
    return object.kind == EXPR_ARRAY && index < (double)object.count ? object.items[(size_t)index]
                                                                     : EXPR_NOTHING;
}

static struct expr_value call(const struct expr_run *run, const struct expr_node *node) {
    struct expr_value args[EXPR_ARGUMENT_LIMIT];
    for (size_t i = 0; i < node->count; i++) {
        args[i] = evaluate(run, node->parts[i]);
    }
    return node->function->call(run, args, node->count);
}

// ECMAScript's ToInt32, as bits.
static uint32_t to_bits(double number) {
    return isfinite(number) ? (uint32_t)(int64_t)fmod(trunc(number), 4294967296.0) : 0;
}

static double from_bits(uint32_t bits) {
    return (double)(int32_t)bits;
}

static struct expr_value add(struct arena *arena, struct expr_value a, struct expr_value b) {
    bool texts = a.kind >= EXPR_STRING || b.kind >= EXPR_STRING;
    if (!texts) {
        return expr_number(expr_to_number(arena, a) + expr_to_number(arena, b));
    }
    struct str x = expr_to_string(arena, a), y = expr_to_string(arena, b);
    return expr_string(str_printf(arena, "%.*s%.*s", STR_ARG(x), STR_ARG(y)));
}

static double calculate(enum expr_op op, double x, double y) {
    uint32_t a = to_bits(x), b = to_bits(y);
    switch (op) {
    case OP_SUBTRACT:
        return x - y;
    case OP_MULTIPLY:
        return x * y;
    case OP_DIVIDE:
        return x / y;
    case OP_REMAINDER:
        return fmod(x, y);
    case OP_BIT_AND:
        return from_bits(a & b);
    case OP_BIT_OR:
        return from_bits(a | b);
    case OP_BIT_XOR:
        return from_bits(a ^ b);
    case OP_SHIFT_LEFT:
        return from_bits(a << (b & 31));
    case OP_SHIFT_UNSIGNED:
        return a >> (b & 31);
    default: { // to the right, the sign kept
        uint32_t shifted = a >> (b & 31);
        return from_bits((a & 0x80000000u) && (b & 31) ? shifted | ~(0xFFFFFFFFu >> (b & 31))
                                                       : shifted);
    }
    }
}

static struct expr_value apply(const struct expr_run *run, enum expr_op op, struct expr_value a,
                               struct expr_value b) {
    struct arena *arena = run->arena;
    int order;
    switch (op) {
    case OP_ADD:
        return add(arena, a, b);
    case OP_SAME:
    case OP_NOT_SAME:
        return expr_bool(expr_same(a, b) == (op == OP_SAME));
    case OP_EQUAL:
    case OP_NOT_EQUAL:
        return expr_bool(expr_equal(arena, a, b) == (op == OP_EQUAL));
    case OP_LESS:
    case OP_LESS_EQUAL:
        order = expr_compare(arena, a, b);
        return expr_bool(order == -1 || (order == 0 && op == OP_LESS_EQUAL));
    case OP_GREATER:
    case OP_GREATER_EQUAL:
        order = expr_compare(arena, a, b);
        return expr_bool(order == 1 || (order == 0 && op == OP_GREATER_EQUAL));
    default:
        return expr_number(calculate(op, expr_to_number(arena, a), expr_to_number(arena, b)));
    }
}

static struct expr_value unary(const struct expr_run *run, const struct expr_node *node) {
    struct expr_value operand = evaluate(run, node->parts[0]);
    double number = expr_to_number(run->arena, operand);
    switch (node->op) {
    case OP_NOT:
        return expr_bool(!expr_to_bool(operand));
    case OP_MINUS:
        return expr_number(-number);
    case OP_PLUS:
        return expr_number(number);
    default:
        return expr_number(from_bits(~to_bits(number)));
    }
}

static struct expr_value evaluate(const struct expr_run *run, const struct expr_node *node) {
    struct expr_value first;
    switch (node->op) {
    case OP_CONSTANT:
        return node->value;
    case OP_FIELD: {
        size_t column = run->columns[node->index];
        return column == SIZE_MAX ? EXPR_NOTHING
                                  : cell_value(run->table->columns[column].values[run->row]);
    }
    case OP_DATUM:
        return row_object(run);
    case OP_ARRAY:
    case OP_OBJECT:
        return list_of(run, node);
    case OP_MEMBER:
        return find_member(run, node);
    case OP_CALL:
        return call(run, node);
    case OP_CHOOSE:
        return evaluate(run, node->parts[expr_to_bool(evaluate(run, node->parts[0])) ? 1 : 2]);
    case OP_AND:
    case OP_OR:
        first = evaluate(run, node->parts[0]);
        return expr_to_bool(first) == (node->op == OP_OR) ? first : evaluate(run, node->parts[1]);
    case OP_NOT:
    case OP_MINUS:
    case OP_PLUS:
    case OP_INVERT:
        return unary(run, node);
    default:
        first = evaluate(run, node->parts[0]);
        return apply(run, node->op, first, evaluate(run, node->parts[1]));
    }
}

bool expr_check_fields(const struct expr *expr, struct arena *arena, struct diag *diag,
                       const struct table *table) {
    bool sound = true;
    struct str *names = ARENA_ARRAY(arena, table->column_count, struct str);
    for (size_t i = 0; i < table->column_count; i++) {
        names[i] = table->columns[i].name;
    }
    for (size_t i = 0; i < expr->field_count; i++) {
        if (table_find_column(table, expr->fields[i]) == SIZE_MAX) {
            diag_error(diag, DIAG_NO_SUCH_COLUMN, json_place(arena, expr->json),
                       diag_hint_nearest(diag, expr->fields[i], names, table->column_count),
                       _("the data has no column “%.*s”"), STR_ARG(expr->fields[i]));
            sound = false;
        }
    }
    return sound;
}

struct expr_run expr_bind(struct arena *arena, const struct expr *expr, const struct table *table,
                          bool chinese) {
    size_t *columns = ARENA_ARRAY(arena, expr->field_count, size_t);
    for (size_t i = 0; i < expr->field_count; i++) {
        columns[i] = table_find_column(table, expr->fields[i]);
    }
    return (struct expr_run){arena, expr, table, columns, chinese, 0};
}

struct expr_value expr_evaluate(struct expr_run *run, size_t row) {
    run->row = row;
    return evaluate(run, run->expr->root);
}

struct value expr_value_of_row(struct expr_run *run, size_t row) {
    struct expr_value value = expr_evaluate(run, row);
    switch (value.kind) {
    case EXPR_UNDEFINED:
    case EXPR_NULL:
        return (struct value){.kind = VALUE_NULL};
    case EXPR_BOOL:
        return (struct value){.kind = VALUE_BOOL, .number = value.number};
    case EXPR_NUMBER:
    case EXPR_DATE: // no amount: a missing one
        return isfinite(value.number) ? (struct value){.kind = VALUE_NUMBER, .number = value.number}
                                      : (struct value){.kind = VALUE_NULL};
    default:
        return (struct value){.kind = VALUE_STRING, .string = expr_to_string(run->arena, value)};
    }
}

bool expr_is_true(struct expr_run *run, size_t row) {
    return expr_to_bool(expr_evaluate(run, row));
}
