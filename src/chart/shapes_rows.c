// Tests of rows, units of times, bins: what channels and transforms may say of values.
#include "chart/shapes_parts.h"

#include "base/i18n.h"

static const struct shape tests_shape = {
    .kind = SHAPE_ARRAY, .item = &test_shape, .least = 1, .most = 1000};
static const struct field predicate_fields[] = {
    {"field", &shape_string, false, N_("The field that is tested.")},
    {"timeUnit", &time_unit_shape, false, N_("Cuts its times to a unit before the test.")},
    {"equal", &shape_any, false, N_("The field equals this.")},
    {"oneOf", &values_shape, false, N_("The field is one of these.")},
    {"range", &values_shape, false, N_("The field lies from the first to the second; null: open.")},
    {"valid", &shape_bool, false, N_("Whether the field has a value.")},
    {"lt", &shape_any, false, N_("The field is less than this.")},
    {"lte", &shape_any, false, N_("The field is at most this.")},
    {"gt", &shape_any, false, N_("The field is greater than this.")},
    {"gte", &shape_any, false, N_("The field is at least this.")},
    {"and", &tests_shape, false, N_("All of these tests pass.")},
    {"or", &tests_shape, false, N_("One of these tests passes.")},
    {"not", &test_shape, false, N_("This test does not pass.")},
    {"param", &shape_string, false,
     N_("A parameter by which readers select: in a picture nothing is selected, and all pass.")},
    {"empty", &shape_bool, false, N_("Whether all pass while nothing is selected (default true).")},
};
static const struct shape predicate_shape = {
    .kind = SHAPE_OBJECT, .name = "predicate", FIELDS(predicate_fields)};
static const struct shape *const test_options[] = {&shape_string, &predicate_shape};
const struct shape test_shape = {.kind = SHAPE_EITHER, .name = "test", OPTIONS(test_options)};

static const struct shape step_number_shape = {
    .kind = SHAPE_NUMBER, .minimum = 1, .maximum = 100000};
static const struct field time_unit_fields[] = {
    {"unit", &shape_string, true, N_("year, quarter, month, date, day, hours and so on, joined.")},
    {"step", &step_number_shape, false, N_("So many of the smallest part together.")},
};
static const struct shape time_unit_object_shape = {
    .kind = SHAPE_OBJECT, .name = "timeUnitObject", FIELDS(time_unit_fields)};
static const struct shape *const time_unit_options[] = {&shape_string, &time_unit_object_shape};
const struct shape time_unit_shape = {
    .kind = SHAPE_EITHER, .name = "timeUnit", OPTIONS(time_unit_options)};

static const struct shape numbers_shape = {
    .kind = SHAPE_ARRAY, .item = &shape_number, .least = 1, .most = 1000};
static const struct shape pair_shape = {
    .kind = SHAPE_ARRAY, .item = &shape_number, .least = 2, .most = 2};
static const struct field bin_fields[] = {
    {"maxbins", &step_number_shape, false, N_("At most so many bins (default 10).")},
    {"step", &positive_shape, false, N_("The width of a bin.")},
    {"steps", &numbers_shape, false, N_("Widths to choose from.")},
    {"minstep", &positive_shape, false, N_("The least width.")},
    {"base", &base_shape, false, N_("Base of the widths' decades (default 10).")},
    {"divide", &pair_shape, false, N_("What a width may be divided by (default [5, 2]).")},
    {"extent", &pair_shape, false, N_("[least, greatest] in place of the data's.")},
    {"anchor", &shape_number, false, N_("An edge that one bin must have.")},
    {"nice", &shape_bool, false, N_("Whether the edges are round (default true).")},
};
const struct shape bin_object_shape = {
    .kind = SHAPE_OBJECT, .name = "binParameters", FIELDS(bin_fields)};
static const struct shape *const bin_options[] = {&shape_bool, &bin_object_shape};
const struct shape bin_shape = {.kind = SHAPE_EITHER, .name = "bin", OPTIONS(bin_options)};
