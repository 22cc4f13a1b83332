// One line: units of a span to placed clusters and glyph runs, in px.
#include "text/line.h"

#include "text/bidi.h"
#include "text/readings.h"

#include <math.h>

struct placed {
    double *along, *advance; // em, by unit of the span
    size_t count;
};

// Places what is right-to-left by rule L2 of UAX #9.
static void reorder(struct arena *arena, const struct unit *units, struct placed *placed) {
    uint8_t *levels = ARENA_ARRAY(arena, placed->count, uint8_t);
    size_t *order = ARENA_ARRAY(arena, placed->count, size_t);
    for (size_t i = 0; i < placed->count; i++)
        levels[i] = units[i].level;
    bidi_order(levels, placed->count, order);
    double at = 0;
    for (size_t i = 0; i < placed->count; i++) {
        placed->along[order[i]] = at;
        at += placed->advance[order[i]];
    }
}

static struct placed place_units(const struct line_job *job, const struct unit *units,
                                 const struct span *span, const double *extra) {
    size_t count = span->to - span->from;
    struct placed placed = {.along = ARENA_ARRAY(job->arena, count, double),
                            .advance = ARENA_ARRAY(job->arena, count, double),
                            .count = count};
    double at = 0;
    for (size_t i = 0; i < count; i++) {
        placed.advance[i] = unit_advance(&units[i]) + (extra ? extra[i] : 0);
        if (i == 0)
            placed.advance[i] -= span->trim_start;
        if (i + 1 == count)
            placed.advance[i] -= span->trim_end;
        placed.along[i] = at;
        at += placed.advance[i];
    }
    if (job->shaped->mixed)
        reorder(job->arena, units, &placed);
    return placed;
}

// A trimmed or squeezed opening mark draws its ink half an em nearer to the line's start.
static double ink_shift(const struct unit *unit, const struct span *span, bool first) {
    return unit->halved || (first && span->trim_start > 0) ? unit->half_shift : 0;
}

static struct text_cluster make_cluster(const struct line_job *job, const struct unit *unit,
                                        double along, double advance, double shift) {
    uint32_t *ids = ARENA_ARRAY(job->arena, unit->glyph_count, uint32_t);
    for (size_t g = 0; g < unit->glyph_count; g++)
        ids[g] = job->shaped->glyphs[unit->glyph_from + g].id;
    bool ink = unit->ink_right >= unit->ink_left;
    return (struct text_cluster){
        .text = str_slice(job->shaped->words, unit->from, unit->to),
        .x = job->vertical ? 0 : along * job->size,
        .y = job->vertical ? along * job->size : 0,
        .advance = advance * job->size,
        .ink_x = ink ? (unit->ink_left + shift) * job->size : 0,
        .ink_width = ink ? (unit->ink_right - unit->ink_left) * job->size : 0,
        .font = unit->font,
        .glyphs = ids,
        .glyph_count = unit->glyph_count,
        .orientation = (enum text_orientation)unit->orientation,
    };
}

// The runs of a line as they grow; all share one array of glyphs and one of pieces.
struct run_builder {
    struct arena *arena;
    struct scene_run *runs;
    size_t count, capacity;
    struct scene_glyph *glyphs;
    struct scene_piece *pieces;
    size_t glyph_count, piece_count;
    double pen; // px along the line where the next glyph stands if nothing moves it
    const struct unit *last;
};

static bool continues(const struct run_builder *builder, const struct unit *unit) {
    const struct unit *last = builder->last;
    return last && last->font.index == unit->font.index && last->orientation == unit->orientation &&
           last->stretch == unit->stretch && look_equal(last->look, unit->look) &&
           last->level == unit->level;
}

static struct scene_run *run_for(struct run_builder *builder, const struct line_job *job,
                                 const struct unit *unit, const struct text_cluster *cluster) {
    bool same = continues(builder, unit);
    builder->last = unit;
    if (same)
        return &builder->runs[builder->count - 1];
    ARENA_RESERVE(builder->arena, builder->runs, builder->count, builder->capacity);
    struct scene_run *run = &builder->runs[builder->count++];
    *run = (struct scene_run){
        .font = unit->font,
        .size = job->size * unit->look->scale,
        .colour = unit->look->coloured ? unit->look->colour : job->colour,
        .turn_deg = unit->orientation == TEXT_SIDEWAYS ? 90 : 0,
        .stretch_x = unit->stretch,
        .right_to_left = unit->level & 1,
        .glyphs = builder->glyphs + builder->glyph_count,
        .words = {cluster->text.data, 0},
        .pieces = builder->pieces + builder->piece_count,
    };
    return run;
}

// Begins a piece of the run unless the unit stands where the one before leaves the pen.
static void add_piece(struct run_builder *builder, const struct line_job *job,
                      const struct unit *unit, struct scene_run *run, double along) {
    const double near = 0.005; // px: what is written has two decimals
    const struct shaped_glyph *first = &job->shaped->glyphs[unit->glyph_from];
    if (unit->glyph_count)
        along += first->x * job->size;
    bool moved = fabs(along - builder->pen) > near;
    if (!run->piece_count || moved || unit->level & 1 || job->vertical) {
        double across = unit->glyph_count ? first->y * job->size : 0;
        builder->pieces[builder->piece_count++] =
            (struct scene_piece){.from = run->words.len,
                                 .place = job->vertical ? (struct point){across, along}
                                                        : (struct point){along, -across}};
        run->piece_count++;
    }
    builder->pen = along + unit->own * job->size;
}

static void add_to_run(struct run_builder *builder, const struct line_job *job,
                       const struct unit *unit, const struct text_cluster *cluster, double shift) {
    struct scene_run *run = run_for(builder, job, unit, cluster);
    double start = job->vertical ? cluster->y : cluster->x;
    for (size_t g = 0; g < unit->glyph_count; g++) {
        const struct shaped_glyph *glyph = &job->shaped->glyphs[unit->glyph_from + g];
        double along = start + (glyph->x + shift) * job->size, across = glyph->y * job->size;
        struct point place =
            job->vertical ? (struct point){across, along} : (struct point){along, -across};
        builder->glyphs[builder->glyph_count++] =
            (struct scene_glyph){.id = glyph->id, .place = place};
    }
    run->glyph_count += unit->glyph_count;
    add_piece(builder, job, unit, run, start + shift * job->size);
    run->words.len += cluster->text.len;
}

static void grow_ink(const struct line_job *job, struct text_line *line, const struct unit *unit,
                     const struct text_cluster *cluster) {
    if (unit->ink_right < unit->ink_left)
        return;
    double low = unit->ink_bottom * job->size, high = unit->ink_top * job->size;
    struct rect ink = {line->x + cluster->x + cluster->ink_x, line->y - high, cluster->ink_width,
                       high - low};
    if (job->vertical)
        ink = (struct rect){line->x + low, line->y + cluster->y + cluster->ink_x, high - low,
                            cluster->ink_width};
    line->ink = rect_union(line->ink, ink);
}

struct overhang line_overhang(const struct unit *units, const struct span *span,
                              const struct language *language, bool vertical) {
    double above = vertical ? 0.5 : EM_ASCENT, below = 1 - above; // of an em box
    struct overhang need = {0, 0};
    for (size_t i = span->from; i < span->to; i++) {
        const struct text_look *look = units[i].look;
        struct overhang more = readings_overhang(&units[i], language, vertical);
        double over = above * (look->scale - 1) + look->rise + more.over;
        double under = below * (look->scale - 1) - look->rise + more.under;
        need.over = over > need.over ? over : need.over;
        need.under = under > need.under ? under : need.under;
    }
    return need;
}

static void add_beside(const struct line_job *job, const struct beside *beside,
                       struct run_builder *builder, struct text_line *line) {
    for (size_t i = 0; i < beside->count; i++) {
        ARENA_RESERVE(job->arena, builder->runs, builder->count, builder->capacity);
        builder->runs[builder->count++] = beside->runs[i];
    }
    struct rect ink = beside->ink;
    ink.x += line->x, ink.y += line->y;
    if (beside->has_ink)
        line->ink = rect_union(line->ink, ink);
}

void line_fill(const struct line_job *job, const struct span *span, const double *extra,
               struct text_line *line) {
    size_t count = span->to - span->from, glyphs = 0;
    const struct unit *units = job->shaped->units + span->from;
    struct placed placed = place_units(job, units, span, extra);
    struct text_cluster *clusters = ARENA_ARRAY(job->arena, count, struct text_cluster);
    line->words = str_slice(job->shaped->words, units[0].from, units[count - 1].to);
    for (size_t i = 0; i < count; i++)
        glyphs += units[i].glyph_count;
    struct run_builder builder = {.arena = job->arena,
                                  .glyphs = ARENA_ARRAY(job->arena, glyphs, struct scene_glyph),
                                  .pieces = ARENA_ARRAY(job->arena, count, struct scene_piece)};
    double width = 0;
    for (size_t i = 0; i < count; i++) {
        double shift = ink_shift(&units[i], span, i == 0);
        clusters[i] = make_cluster(job, &units[i], placed.along[i], placed.advance[i], shift);
        add_to_run(&builder, job, &units[i], &clusters[i], shift);
        grow_ink(job, line, &units[i], &clusters[i]);
        width += placed.advance[i];
    }
    struct beside beside = readings_place(job, span, placed.along, placed.advance);
    add_beside(job, &beside, &builder, line);
    line->width = width * job->size;
    line->clusters = clusters;
    line->cluster_count = count;
    line->runs = builder.runs;
    line->run_count = builder.count;
}
