// How the columns of a table share its width, and the bars in their cells.
#include "infographic/table.h"

#include "base/i18n.h"
#include "base/zh_number.h"

#include <math.h>

// Designed px.
static const double least_gap = 28, pad = 12;
static const double bar_gap = 16, least_bar = 90, most_bar = 300, bar_height = 22;
static const double least_words = 4;   // em, of a column whose words wrap
static const double most_gap = 8;      // em: the eye loses the row across more
static const double full_share = 0.85; // of the width, from which a table takes all of it

void table_set_cell(const struct block_context *context, const struct table_block *table,
                    size_t row, size_t column, double width) {
    struct cell *cell = table_cell(table, row, column);
    cell->text =
        block_set_text(context, &(struct block_text_request){.type = row ? LOOK_LABEL : LOOK_NOTE,
                                                             .words = cell->words,
                                                             .width = width,
                                                             .mode = row ? TEXT_WRAP : TEXT_BALANCE,
                                                             .scale = row ? table->scale : 1});
}

static void size_column(const struct block_context *context, struct table_block *table, size_t i) {
    struct table_column *column = &table->columns[i];
    double em = context->look->types[LOOK_LABEL].size, cells = 0;
    column->before = column->after = 0;
    for (size_t row = 0; row < table->row_count; row++)
        table_set_cell(context, table, row, i, 0);
    double head = block_width(table_cell(table, 0, i)->text);
    for (size_t row = 1; row < table->row_count; row++) {
        const struct cell *cell = table_cell(table, row, i);
        double width = block_width(cell->text);
        double place = cell->number ? text_decimal_place(cell->text) : width;
        cells = fmax(cells, width);
        column->before = fmax(column->before, place);
        column->after = fmax(column->after, width - place);
    }
    if (column->numeric)
        cells = column->before + column->after;
    if (column->bar)
        cells += block_px(context, bar_gap + least_bar);
    column->natural = fmax(cells, head);
    column->least =
        fmax(column->numeric ? cells : fmin(cells, least_words * em), fmin(head, least_words * em));
}

// Bars take what is left in their cells.
static void place_bar(const struct block_context *context, struct table_column *column,
                      double more) {
    double numbers = column->before + column->after + block_px(context, bar_gap);
    column->bar_x = column->x + numbers;
    column->width += fmin(more, block_px(context, most_bar - least_bar));
    column->bar_width = column->width - numbers;
}

static size_t count_bars(const struct table_block *table) {
    size_t count = 0;
    for (size_t i = 0; i < table->column_count; i++)
        count += table->columns[i].bar;
    return count;
}

// What is left of the room beyond what the columns need: bars take it, else it lies between the
// columns, as long as the eye does not lose the row.
struct spare {
    double bar, gap; // px for each
};

static struct spare share_spare(const struct block_context *context,
                                const struct table_block *table, double spare, double width) {
    size_t bars = count_bars(table), gaps = table->column_count - 1;
    struct spare out = {0};
    if (bars) {
        out.bar = fmin(spare / (double)bars, block_px(context, most_bar - least_bar));
        spare -= out.bar * (double)bars;
    }
    if (!gaps)
        return out;
    double most = most_gap * context->look->types[LOOK_LABEL].size - block_px(context, least_gap);
    double left = spare - most * (double)gaps;
    out.gap = left > (1 - full_share) * width ? most : spare / (double)gaps;
    return out;
}

// Where there is less room than the columns would take, words wrap. False when the columns cannot
// be so narrow.
static bool share_width(const struct block_context *context, struct table_block *table,
                        double width) {
    size_t count = table->column_count;
    double gap = block_px(context, least_gap), edge = block_px(context, pad);
    double room = width - 2 * edge - (double)(count - 1) * gap, natural = 0, least = 0;
    for (size_t i = 0; i < count; i++) {
        size_column(context, table, i);
        natural += table->columns[i].natural;
        least += table->columns[i].least;
    }
    double give = natural > room ? (room - least) / fmax(natural - least, 1) : 1;
    struct spare spare = share_spare(context, table, fmax(room - natural, 0), width);
    gap += spare.gap;
    double x = edge;
    for (size_t i = 0; i < count; i++) {
        struct table_column *column = &table->columns[i];
        column->x = x;
        column->width = column->least + fmax(give, 0) * (column->natural - column->least);
        if (column->bar)
            place_bar(context, column, spare.bar);
        x += column->width + gap;
    }
    table->width = natural < room ? x - gap + edge : width;
    return least <= room;
}

// Smaller text where the columns have no room, down to what can be read.
void table_fit_width(const struct block_context *context, struct table_block *table, double width) {
    static const double step = 0.94;
    double least = context->look->least_text / context->look->types[LOOK_LABEL].size;
    for (table->scale = 1; !share_width(context, table, width); table->scale *= step)
        if (table->scale * step < least) {
            diag_error(context->info->diag, DIAG_LAYOUT,
                       json_place(context->info->arena, table->json),
                       str_from(_("give the table fewer columns, or the numbers shorter units")),
                       _("the table's columns have no room in %.0f px"), width);
            return;
        }
}

// Columns of one unit share their scale, so that their bars may be compared.
static void share_scale(struct table_block *table, size_t index, struct str unit) {
    struct table_column *column = &table->columns[index];
    column->bar = true;
    column->unit = unit;
    for (size_t i = 0; i < table->column_count; i++) {
        struct table_column *other = &table->columns[i];
        if (!other->bar || !str_equal(other->unit, unit))
            continue;
        column->largest = fmax(column->largest, other->largest);
    }
    for (size_t i = 0; i < table->column_count; i++)
        if (table->columns[i].bar && str_equal(table->columns[i].unit, unit))
            table->columns[i].largest = column->largest;
}

bool table_read_bars(const struct block_context *context, struct table_block *table,
                     const struct json *number) {
    size_t index = (size_t)json_number(number, 1) - 1, at;
    struct str unit = STR_NONE;
    bool sound = index < table->column_count && table->columns[index].numeric;
    for (size_t row = 1; sound && row < table->row_count - (table->total ? 1 : 0); row++) {
        struct cell *cell = table_cell(table, row, index);
        struct zh_number found;
        if (!cell->number)
            continue;
        sound = zh_number_parse(text_plain(context->info->arena, cell->words), &found, &at) &&
                found.value >= 0 && (!unit.len || str_equal(unit, found.unit));
        unit = sound ? found.unit : unit;
        cell->amount = sound ? found.value : 0;
        table->columns[index].largest = fmax(table->columns[index].largest, cell->amount);
    }
    if (!sound)
        diag_error(context->info->diag, DIAG_BLOCK, json_place(context->info->arena, number),
                   str_from(_("leave the column out of \"bars\"")), "%s",
                   _("a column with bars has numbers of one unit, none below zero, and is not the "
                     "first"));
    else
        share_scale(table, index, unit);
    return sound;
}

void table_draw_bar(const struct block_context *context, const struct table_block *table,
                    size_t row, size_t i, struct scene *scene, struct point corner) {
    const struct table_column *column = &table->columns[i];
    const struct cell *cell = table_cell(table, row, i);
    double side = block_px(context, bar_height) * table->scale;
    if (!column->bar || !(cell->amount > 0))
        return;
    double middle = corner.y + cell->text->first_baseline - cell->text->centre;
    scene_add_rect(scene, ROLE_MARK_RECT, OWNER_NONE,
                   (struct rect){corner.x + column->bar_x, middle - side / 2,
                                 column->bar_width * cell->amount / column->largest, side},
                   paint_solid(context->tone->accent))
        ->label = cell->words;
}
