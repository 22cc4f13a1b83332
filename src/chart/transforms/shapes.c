// What transforms may say: one table for checks, schema and reference.
#include "chart/shapes.h"
#include "base/i18n.h"
#include "chart/transforms/transform.h"
#include "chart/transforms/window.h"

#define WORDS(list) .words = (list), .word_count = sizeof(list) / sizeof *(list)
#define FIELDS(list) .fields = (list), .field_count = sizeof(list) / sizeof *(list)
#define OPTIONS(list) .options = (list), .option_count = sizeof(list) / sizeof *(list)

static const struct shape names_shape = {
    .kind = SHAPE_ARRAY, .item = &shape_string, .least = 1, .most = 1000};
static const struct shape null_shape = {.kind = SHAPE_NULL};
static const struct shape *const as_options[] = {&shape_string, &names_shape};
static const struct shape as_shape = {.kind = SHAPE_EITHER, OPTIONS(as_options)};

static const struct shape aggregate_word_shape = {
    .kind = SHAPE_WORD, .words = aggregate_words, .word_count = AGGREGATE_NONE};
static const struct field summary_fields[] = {
    {"op", &aggregate_word_shape, true, N_("How the rows are brought together.")},
    {"field", &shape_string, false, N_("The column; count needs none.")},
    {"as", &shape_string, false, N_("The name of the new column.")},
};
static const struct shape summary_shape = {
    .kind = SHAPE_OBJECT, .name = "summary", FIELDS(summary_fields)};
static const struct shape summaries_shape = {
    .kind = SHAPE_ARRAY, .item = &summary_shape, .least = 1, .most = 100};

static const char *const window_op_words[] = {
#define WINDOW(id, name) name,
#include "chart/transforms/window.def"
#undef WINDOW
#define AGGREGATE(id, name) name,
#include "chart/aggregate.def"
#undef AGGREGATE
};
static const struct shape window_word_shape = {.kind = SHAPE_WORD, WORDS(window_op_words)};
static const struct field window_fields[] = {
    {"op", &window_word_shape, true, N_("What is told of each row.")},
    {"field", &shape_string, false, N_("The column that the operation reads.")},
    {"param", &shape_number, false, N_("Of ntile, lag, lead and nth_value (default 1).")},
    {"as", &shape_string, false, N_("The name of the new column.")},
};
static const struct shape window_field_shape = {
    .kind = SHAPE_OBJECT, .name = "windowField", FIELDS(window_fields)};
static const struct shape window_shape = {
    .kind = SHAPE_ARRAY, .item = &window_field_shape, .least = 1, .most = 100};

static const char *const order_words[] = {"ascending", "descending"};
static const struct shape order_shape = {.kind = SHAPE_WORD, WORDS(order_words)};
static const struct field sort_fields[] = {
    {"field", &shape_string, true, N_("The column to sort by.")},
    {"order", &order_shape, false, N_("ascending (default) or descending.")},
};
static const struct shape sort_field_shape = {
    .kind = SHAPE_OBJECT, .name = "sortField", FIELDS(sort_fields)};
static const struct shape sort_shape = {
    .kind = SHAPE_ARRAY, .item = &sort_field_shape, .least = 1, .most = 20};

static const struct shape *const frame_end_options[] = {&shape_number, &null_shape};
static const struct shape frame_end_shape = {.kind = SHAPE_EITHER, OPTIONS(frame_end_options)};
static const struct shape frame_shape = {
    .kind = SHAPE_ARRAY, .item = &frame_end_shape, .least = 2, .most = 2};

static const char *const offset_words[] = {"zero", "normalize", "center"};
static const struct shape offset_shape = {.kind = SHAPE_WORD, WORDS(offset_words)};

static const struct field from_fields[] = {
    {"data", &data_shape, true, N_("The other table.")},
    {"key", &shape_string, true, N_("Its column that is compared.")},
    {"fields", &names_shape, true, N_("Its columns that are taken.")},
};
static const struct shape from_shape = {
    .kind = SHAPE_OBJECT, .name = "lookupData", FIELDS(from_fields)};
static const struct field sequence_fields[] = {
    {"start", &shape_number, false, N_("The first number (default 0).")},
    {"stop", &shape_number, true, N_("The numbers end before this one.")},
    {"step", &shape_number, false, N_("From one to the next (default 1).")},
};
static const struct shape sequence_shape = {
    .kind = SHAPE_OBJECT, .name = "sequence", FIELDS(sequence_fields)};
static const struct shape keys_shape = {
    .kind = SHAPE_ARRAY, .item = &shape_any, .least = 1, .most = 10000};
static const struct shape *const keyvals_options[] = {&keys_shape, &sequence_shape};
static const struct shape keyvals_shape = {.kind = SHAPE_EITHER, OPTIONS(keyvals_options)};
static const char *const method_words[] = {"value", "mean", "median", "min", "max", "linear"};
static const struct shape method_shape = {.kind = SHAPE_WORD, WORDS(method_words)};
static const struct shape row_count_shape = {
    .kind = SHAPE_INTEGER, .minimum = 1, .maximum = 1000000};
static const struct shape step_share_shape = {
    .kind = SHAPE_NUMBER, .minimum = 0.0001, .maximum = 1};
static const struct shape share_number_shape = {.kind = SHAPE_NUMBER, .minimum = 0, .maximum = 1};
static const struct shape shares_shape = {
    .kind = SHAPE_ARRAY, .item = &share_number_shape, .least = 1, .most = 10000};
static const struct shape ends_shape = {
    .kind = SHAPE_ARRAY, .item = &shape_number, .least = 2, .most = 2};

static const struct field transform_fields[] = {
    {"filter", &test_shape, false, N_("Keeps the rows that pass: an expression or a predicate.")},
    {"calculate", &shape_string, false, N_("An expression, into the column `as`.")},
    {"aggregate", &summaries_shape, false, N_("One row for each group of `groupby`.")},
    {"bin", &bin_shape, false, N_("Puts the amounts of `field` into bins.")},
    {"fold", &names_shape, false, N_("These columns become rows of a key and a value.")},
    {"joinaggregate", &summaries_shape, false, N_("What a group has together, in each row.")},
    {"stack", &shape_string, false, N_("Piles the amounts of this column up.")},
    {"timeUnit", &time_unit_shape, false, N_("Cuts the times of `field` to a unit.")},
    {"window", &window_shape, false, N_("Ranks, neighbours and running sums.")},
    {"lookup", &shape_string, false, N_("The column by which columns of another table are found.")},
    {"impute", &shape_string, false, N_("The column that gets rows for absent keys.")},
    {"pivot", &shape_string, false, N_("The column whose values become columns.")},
    {"quantile", &shape_string, false, N_("The column whose quantiles are found.")},
    {"regression", &shape_string, false, N_("The column through which a line is laid.")},
    {"sample", &row_count_shape, false, N_("Refused where rows would be left out at random.")},
    {"from", &from_shape, false, N_("Of lookup: the other table, its key and its columns.")},
    {"default", &shape_any, false, N_("Of lookup: what rows without a partner get.")},
    {"key", &shape_string, false, N_("Of impute: the column whose values each group should have.")},
    {"keyvals", &keyvals_shape, false, N_("Of impute: further values of the key.")},
    {"method", &method_shape, false,
     N_("Of impute: value (default), mean, median, min or max; of regression: linear.")},
    {"value", &shape_any, false, N_("Of impute: the constant (default 0); of pivot: the amounts.")},
    {"op", &aggregate_word_shape, false, N_("Of pivot: how rows are brought together (sum).")},
    {"limit", &row_count_shape, false, N_("Of pivot: at most so many columns.")},
    {"probs", &shares_shape, false, N_("Of quantile: the shares, from 0 to 1.")},
    {"step", &step_share_shape, false, N_("Of quantile: from share to share (default 0.01).")},
    {"on", &shape_string, false, N_("Of regression: the column along which the line runs.")},
    {"extent", &ends_shape, false, N_("Of regression: where the line begins and ends.")},
    {"as", &as_shape, false, N_("The name of the new column, or the names.")},
    {"field", &shape_string, false, N_("The column that bin and timeUnit read.")},
    {"groupby", &names_shape, false, N_("The columns whose values make groups.")},
    {"sort", &sort_shape, false, N_("The order within a group, of stack and window.")},
    {"offset", &offset_shape, false, N_("Of stack: zero (default), normalize or center.")},
    {"frame", &frame_shape, false,
     N_("Of window: rows before and behind, null for all (default [null, 0]).")},
    {"ignorePeers", &shape_bool, false,
     N_("Of window: whether rows that sort alike are taken one by one.")},
};
static const struct shape transform_shape = {.kind = SHAPE_OBJECT,
                                             .name = "transform",
                                             .doc = N_("A step that makes a table of the table."),
                                             FIELDS(transform_fields)};
const struct shape transforms_shape = {
    .kind = SHAPE_ARRAY, .name = "transforms", .item = &transform_shape, .most = 100};
