// table: rows and columns between three rules (三线表), numbers under each other by their decimal
// points.
#include "infographic/table.h"
#include "base/i18n.h"
#include "base/punctuation.h"

#include <math.h>

enum { MOST_ROWS = 200 };

static const struct shape head_shape = {
    .kind = SHAPE_ARRAY, .item = &shape_text, .least = 1, .most = TABLE_COLUMNS};
static const struct shape rows_shape = {
    .kind = SHAPE_ARRAY, .item = &head_shape, .least = 1, .most = MOST_ROWS};
static const struct shape column_number_shape = {
    .kind = SHAPE_INTEGER, .minimum = 1, .maximum = TABLE_COLUMNS};
static const struct shape bars_shape = {
    .kind = SHAPE_ARRAY, .item = &column_number_shape, .least = 1, .most = TABLE_COLUMNS};
static const struct field fields[] = {
    {"head", &head_shape, true, N_("What stands in each column.")},
    {"rows", &rows_shape, true,
     N_("The rows: a text for each column. A column of numbers, beside the first, is aligned by "
        "the "
        "decimal points; {id} names a metric.")},
    {"total", &shape_bool, false, N_("Whether the last row is a sum, apart by a rule.")},
    {"bars", &bars_shape, false,
     N_("Columns, counted from 1, whose numbers are also bars in their cells, from zero and to "
        "scale.")},
};
const struct shape block_shape_table = {
    .kind = SHAPE_OBJECT,
    .name = "blockTable",
    .fields = fields,
    .field_count = sizeof fields / sizeof *fields,
};

// Designed px; the rules as 1.5 and 0.75 pt of a printed table.
static const double thick = 3, thin = 1.5, head_inset = 16, row_inset = 13;

static bool starts_number(struct str words) {
    static const char *const signs[] = {"-", "+", "−", "±"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (str_starts(words, str_from(signs[i]))) {
            words = str_slice(words, str_from(signs[i]).len, words.len);
            break;
        }
    return words.len && words.data[0] >= '0' && words.data[0] <= '9';
}

// Reads a row's texts, which are also told to those who cannot see them.
static void read_row(const struct block_context *context, struct table_block *table, size_t row,
                     const struct json *texts) {
    const struct infographic_context *info = context->info;
    struct buf said = {0};
    size_t column = 0;
    for (const struct json *text = texts->first; text; text = text->next) {
        struct str words = document_text(info->document, info->diag, text);
        struct str plain = text_plain(info->arena, words);
        *table_cell(table, row, column++) =
            (struct cell){.words = words, .number = starts_number(plain)};
        if (said.len)
            buf_add_text(&said, punctuation_of(context->info->document->language)->comma);
        buf_add_str(&said, plain);
    }
    block_tell(context, buf_str(&said));
    buf_done(&said);
}

// Numbers in every cell that has words; a dash stands for none.
static bool is_numeric(const struct table_block *table, size_t column) {
    size_t numbers = 0;
    for (size_t row = 1; row < table->row_count; row++) {
        const struct cell *cell = table_cell(table, row, column);
        bool none = !cell->words.len || str_is(cell->words, "—") || str_is(cell->words, "…");
        if (!cell->number && !none)
            return false;
        numbers += cell->number;
    }
    return numbers > 0;
}

static void *read(const struct block_context *context, const struct json *value) {
    struct arena *arena = context->info->arena;
    const struct json *head = json_get(value, "head"), *rows = json_get(value, "rows");
    struct table_block *table = ARENA_NEW(arena, struct table_block);
    bool sound = true;
    *table = (struct table_block){.json = value,
                                  .row_count = rows->count + 1,
                                  .column_count = head->count,
                                  .total = json_bool(json_get(value, "total"), false)};
    table->cells = ARENA_ARRAY(arena, table->row_count * table->column_count, struct cell);
    table->heights = ARENA_ARRAY(arena, table->row_count, double);
    read_row(context, table, 0, head);
    size_t count = 1;
    for (const struct json *row = rows->first; row; row = row->next, count++) {
        if (row->count == head->count) {
            read_row(context, table, count, row);
            continue;
        }
        sound = false;
        diag_error(context->info->diag, DIAG_BLOCK, json_place(arena, row),
                   str_from(_("write \"—\" where there is nothing to say")),
                   _("cells in this row: %zu; in the head: %zu"), row->count, head->count);
    }
    for (size_t i = 1; sound && i < head->count; i++)
        table->columns[i].numeric = is_numeric(table, i);
    table->first = 1;
    table->end = table->row_count;
    const struct json *bars = json_get(value, "bars");
    for (const struct json *bar = bars && sound ? bars->first : NULL; bar; bar = bar->next)
        sound = table_read_bars(context, table, bar) && sound;
    return sound ? table : NULL;
}

static bool is_shown(const struct table_block *table, size_t row) {
    return !row || (row >= table->first && row < table->end);
}

static double measure(const struct block_context *context, void *data, double width) {
    struct table_block *table = data;
    double height = 0;
    table_fit_width(context, table, width);
    for (size_t row = 0; row < table->row_count; row++) {
        table->heights[row] = 0;
        for (size_t i = 0; i < table->column_count; i++) {
            const struct table_column *column = &table->columns[i];
            if (block_width(table_cell(table, row, i)->text) > column->width + 0.01)
                table_set_cell(context, table, row, i, column->width);
            table->heights[row] =
                fmax(table->heights[row], block_height(table_cell(table, row, i)->text));
        }
        table->heights[row] += 2 * block_px(context, row ? row_inset : head_inset);
        height += is_shown(table, row) ? table->heights[row] : 0;
    }
    return height;
}

static void draw_rule(const struct block_context *context, struct scene *scene, struct rect box,
                      double y, double designed) {
    double weight = block_px(context, designed);
    block_fill(scene, ROLE_ORNAMENT, (struct rect){box.x, y - weight / 2, box.width, weight}, 0,
               context->tone->ink);
}

static void draw_cell(const struct table_block *table, size_t row, size_t i, struct scene *scene,
                      struct point corner) {
    const struct table_column *column = &table->columns[i];
    const struct cell *cell = table_cell(table, row, i);
    double x = corner.x + column->x, middle = x + column->width / 2;
    if (!column->numeric) {
        block_put(scene, ROLE_BODY, cell->text, x, corner.y);
        return;
    }
    if (!row && column->bar) {
        block_put(scene, ROLE_BODY, cell->text, x, corner.y);
        return;
    }
    if (!row) {
        block_put_aligned(scene, ROLE_BODY, cell->text, (struct point){middle, corner.y},
                          ALIGN_CENTRE);
        return;
    }
    double point = middle - (column->before + column->after) / 2 + column->before;
    if (column->bar)
        point = x + column->before;
    double place = cell->number ? text_decimal_place(cell->text) : block_width(cell->text);
    block_put(scene, ROLE_BODY, cell->text, point - place, corner.y);
}

static void draw(const struct block_context *context, const void *data, struct scene *scene,
                 struct rect box) {
    const struct table_block *table = data;
    box.width = table->width;
    double y = box.y;
    draw_rule(context, scene, box, y, thick);
    for (size_t row = 0; row < table->row_count; row++) {
        if (!is_shown(table, row))
            continue;
        double inset = block_px(context, row ? row_inset : head_inset);
        if (row == table->first || (row + 1 == table->row_count && table->total))
            draw_rule(context, scene, box, y, thin);
        for (size_t i = 0; i < table->column_count; i++) {
            // A short head stands on the line of the longest.
            double slack =
                row ? 0
                    : table->heights[0] - 2 * inset - block_height(table_cell(table, 0, i)->text);
            struct point corner = {box.x, y + inset + slack};
            draw_cell(table, row, i, scene, corner);
            table_draw_bar(context, table, row, i, scene, corner);
        }
        y += table->heights[row];
    }
    draw_rule(context, scene, box, y, thick);
}

static struct table_block *part_of(const struct block_context *context,
                                   const struct table_block *table, size_t first, size_t end) {
    struct table_block *part = ARENA_NEW(context->info->arena, struct table_block);
    *part = *table;
    part->first = first;
    part->end = end;
    return part;
}

// Each part has the head; a sum does not stand alone.
static bool split(const struct block_context *context, const void *data, struct block_cut cut,
                  void **part, void **rest) {
    const struct table_block *table = data;
    size_t count = table->end - table->first;
    size_t fit = block_rows_that_fit(table->heights + table->first, count, 0,
                                     cut.height - table->heights[0]);
    if (table->total && table->end == table->row_count && fit + 1 == count)
        fit--;
    if (fit == 0 || fit >= count)
        return false;
    *part = part_of(context, table, table->first, table->first + fit);
    *rest = part_of(context, table, table->first + fit, table->end);
    return true;
}

const struct block_kind block_kind_table = {
    .name = "table", .read = read, .measure = measure, .draw = draw, .split = split};
