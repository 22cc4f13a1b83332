// table: rows and columns between three rules (三线表), numbers under each other by their decimal
// points.
#include "base/i18n.h"
#include "infographic/block.h"

#include <math.h>

enum { MOST_COLUMNS = 12, MOST_ROWS = 200 };

static const struct shape head_shape = {
    .kind = SHAPE_ARRAY, .item = &shape_text, .least = 1, .most = MOST_COLUMNS};
static const struct shape rows_shape = {
    .kind = SHAPE_ARRAY, .item = &head_shape, .least = 1, .most = MOST_ROWS};
static const struct field fields[] = {
    {"head", &head_shape, true, N_("What stands in each column.")},
    {"rows", &rows_shape, true,
     N_("The rows: a text for each column. A column of numbers, beside the first, is aligned by "
        "the "
        "decimal points; {id} names a metric.")},
    {"total", &shape_bool, false, N_("Whether the last row is a sum, apart by a rule.")},
};
const struct shape block_shape_table = {
    .kind = SHAPE_OBJECT,
    .name = "blockTable",
    .fields = fields,
    .field_count = sizeof fields / sizeof *fields,
};

struct cell {
    struct str words;
    bool number; // begins with a digit, or with a sign and a digit
    const struct text_block *text;
};

struct table_column {
    bool numeric;
    double before, after; // px before and after the decimal points
    double natural;       // px that it would take without wrapping
    double least;         // px that it cannot do without
    double x, width;
};

struct table_block {
    const struct json *json;
    size_t row_count, column_count; // rows with the head, which is row 0
    struct cell *cells;             // by row
    struct table_column columns[MOST_COLUMNS];
    double *heights;   // px, by row
    size_t first, end; // rows that are shown below the head, when the table is parted
    bool total;
    double scale; // of the text
};

// Designed px; the rules as 1.5 and 0.75 pt of a printed table.
static const double thick = 3, thin = 1.5, pad = 12, head_inset = 16, row_inset = 13;
static const double least_gap = 28;
static const double least_words = 4; // em, of a column whose words wrap

static struct cell *cell_at(const struct table_block *table, size_t row, size_t column) {
    return &table->cells[row * table->column_count + column];
}

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
        *cell_at(table, row, column++) =
            (struct cell){.words = words, .number = starts_number(plain)};
        if (said.len)
            buf_add_text(&said, "，");
        buf_add_str(&said, plain);
    }
    block_tell(context, buf_str(&said));
    buf_done(&said);
}

// Numbers in every cell that has words; a dash stands for none.
static bool is_numeric(const struct table_block *table, size_t column) {
    size_t numbers = 0;
    for (size_t row = 1; row < table->row_count; row++) {
        const struct cell *cell = cell_at(table, row, column);
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
    return sound ? table : NULL;
}

static void set_cell(const struct block_context *context, const struct table_block *table,
                     size_t row, size_t column, double width) {
    struct cell *cell = cell_at(table, row, column);
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
        set_cell(context, table, row, i, 0);
    double head = block_width(cell_at(table, 0, i)->text);
    for (size_t row = 1; row < table->row_count; row++) {
        const struct cell *cell = cell_at(table, row, i);
        double width = block_width(cell->text);
        double place = cell->number ? text_decimal_place(cell->text) : width;
        cells = fmax(cells, width);
        column->before = fmax(column->before, place);
        column->after = fmax(column->after, width - place);
    }
    if (column->numeric)
        cells = column->before + column->after;
    column->natural = fmax(cells, head);
    column->least =
        fmax(column->numeric ? cells : fmin(cells, least_words * em), fmin(head, least_words * em));
}

// Room beyond what the columns need is between them; where there is less than they would take,
// words wrap. False when the columns cannot be so narrow.
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
    if (count > 1 && natural < room)
        gap += (room - natural) / (double)(count - 1);
    double x = edge;
    for (size_t i = 0; i < count; i++) {
        struct table_column *column = &table->columns[i];
        column->x = x;
        column->width = column->least + fmax(give, 0) * (column->natural - column->least);
        x += column->width + gap;
    }
    return least <= room;
}

// Smaller text where the columns have no room, down to what can be read.
static void fit_width(const struct block_context *context, struct table_block *table,
                      double width) {
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

static bool is_shown(const struct table_block *table, size_t row) {
    return !row || (row >= table->first && row < table->end);
}

static double measure(const struct block_context *context, void *data, double width) {
    struct table_block *table = data;
    double height = 0;
    fit_width(context, table, width);
    for (size_t row = 0; row < table->row_count; row++) {
        table->heights[row] = 0;
        for (size_t i = 0; i < table->column_count; i++) {
            const struct table_column *column = &table->columns[i];
            if (block_width(cell_at(table, row, i)->text) > column->width + 0.01)
                set_cell(context, table, row, i, column->width);
            table->heights[row] =
                fmax(table->heights[row], block_height(cell_at(table, row, i)->text));
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
    const struct cell *cell = cell_at(table, row, i);
    double x = corner.x + column->x, middle = x + column->width / 2;
    if (!column->numeric) {
        block_put(scene, ROLE_BODY, cell->text, x, corner.y);
        return;
    }
    if (!row) {
        block_put_aligned(scene, ROLE_BODY, cell->text, (struct point){middle, corner.y},
                          ALIGN_CENTRE);
        return;
    }
    double point = middle - (column->before + column->after) / 2 + column->before;
    double place = cell->number ? text_decimal_place(cell->text) : block_width(cell->text);
    block_put(scene, ROLE_BODY, cell->text, point - place, corner.y);
}

static void draw(const struct block_context *context, const void *data, struct scene *scene,
                 struct rect box) {
    const struct table_block *table = data;
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
                row ? 0 : table->heights[0] - 2 * inset - block_height(cell_at(table, 0, i)->text);
            draw_cell(table, row, i, scene, (struct point){box.x, y + inset + slack});
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
