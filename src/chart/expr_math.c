// Functions of expressions: kinds of values, conversions, numbers.
#include "chart/expr_functions.h"

#include <math.h>

#define DEFINE(id)                                                   \
    struct expr_value expr_function_##id(const struct expr_run *run, \
                                         const struct expr_value *args, size_t count)

static double number_of(const struct expr_run *run, const struct expr_value *args) {
    return expr_to_number(run->arena, args[0]);
}

#define IS_KIND(id, test)       \
    DEFINE(id) {                \
        (void)run, (void)count; \
        return expr_bool(test); \
    }

IS_KIND(is_array, args[0].kind == EXPR_ARRAY)
IS_KIND(is_boolean, args[0].kind == EXPR_BOOL)
IS_KIND(is_date, args[0].kind == EXPR_DATE)
IS_KIND(is_defined, args[0].kind != EXPR_UNDEFINED)
IS_KIND(is_number, args[0].kind == EXPR_NUMBER)
IS_KIND(is_object, args[0].kind == EXPR_OBJECT || args[0].kind == EXPR_ARRAY)
IS_KIND(is_regexp, args[0].kind == EXPR_REGEXP)
IS_KIND(is_string, args[0].kind == EXPR_STRING)
IS_KIND(is_valid,
        args[0].kind > EXPR_NULL && !(args[0].kind == EXPR_NUMBER && isnan(args[0].number)))
IS_KIND(is_nan, args[0].kind == EXPR_NUMBER && isnan(args[0].number))
IS_KIND(is_finite, args[0].kind == EXPR_NUMBER && isfinite(args[0].number))

static bool is_nothing(struct expr_value value) {
    return value.kind <= EXPR_NULL || (value.kind == EXPR_STRING && !value.string.len);
}

// The conversions of Vega leave null for what is missing.
#define CONVERT(id, result)                                \
    DEFINE(id) {                                           \
        (void)run, (void)count;                            \
        if (is_nothing(args[0]))                           \
            return (struct expr_value){.kind = EXPR_NULL}; \
        return (result);                                   \
    }

CONVERT(to_boolean, expr_bool(args[0].kind == EXPR_STRING
                                  ? !str_is(args[0].string, "false") && !str_is(args[0].string, "0")
                                  : expr_to_bool(args[0])))
CONVERT(to_date, expr_date(expr_to_time(run->arena, args[0])))
CONVERT(to_number, expr_number(number_of(run, args)))
CONVERT(to_string, expr_string(expr_to_string(run->arena, args[0])))

#define OF_NUMBER(id, call)              \
    DEFINE(id) {                         \
        (void)count;                     \
        double x = number_of(run, args); \
        return expr_number(call);        \
    }

OF_NUMBER(abs, fabs(x))
OF_NUMBER(acos, acos(x))
OF_NUMBER(asin, asin(x))
OF_NUMBER(atan, atan(x))
OF_NUMBER(ceil, ceil(x))
OF_NUMBER(cos, cos(x))
OF_NUMBER(exp, exp(x))
OF_NUMBER(floor, floor(x))
OF_NUMBER(log, log(x))
OF_NUMBER(sin, sin(x))
OF_NUMBER(sqrt, sqrt(x))
OF_NUMBER(tan, tan(x))
OF_NUMBER(round, x - floor(x) >= 0.5 ? floor(x) + 1 : floor(x)) // halves go up

DEFINE(atan2) {
    (void)count;
    return expr_number(atan2(number_of(run, args), number_of(run, args + 1)));
}

DEFINE(pow) {
    (void)count;
    double base = number_of(run, args), exponent = number_of(run, args + 1);
    bool undecided = isnan(exponent) || (fabs(base) == 1 && isinf(exponent));
    return expr_number(undecided ? NAN : pow(base, exponent));
}

DEFINE(clamp) {
    (void)count;
    double low = number_of(run, args + 1), high = number_of(run, args + 2);
    return expr_number(fmax(low, fmin(high, number_of(run, args))));
}

DEFINE(hypot) {
    double sum = 0;
    for (size_t i = 0; i < count; i++) {
        double x = number_of(run, args + i);
        sum += x * x;
    }
    return expr_number(sqrt(sum));
}

DEFINE(max) {
    double most = -INFINITY;
    for (size_t i = 0; i < count; i++) {
        double x = number_of(run, args + i);
        most = isnan(x) || isnan(most) ? NAN : fmax(most, x);
    }
    return expr_number(most);
}

DEFINE(min) {
    double least = INFINITY;
    for (size_t i = 0; i < count; i++) {
        double x = number_of(run, args + i);
        least = isnan(x) || isnan(least) ? NAN : fmin(least, x);
    }
    return expr_number(least);
}
