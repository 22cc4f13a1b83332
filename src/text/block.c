// A request to a block: paragraphs composed, lines placed, glyph runs in px.
#include "text/compose.h"

#include "base/i18n.h"

#include <math.h>

static const double default_pitch = 1.35, em_ascent = 0.88; // em

struct setting {
    struct text_engine *engine;
    struct arena *arena;
    const struct text_request *request;
    const struct shaped *shaped;
    double size; // px
    struct text_line *lines;
    size_t line_count, line_capacity;
    enum text_strain strain;
};

// Positions of one line's clusters: right-to-left stretches are laid out from their right end.
static void place_clusters(const struct unit *units, const struct span *span, double *x,
                           double *advance) {
    size_t count = span->to - span->from;
    double at = 0;
    for (size_t i = 0; i < count; i++) {
        const struct unit *unit = &units[span->from + i];
        advance[i] = unit_advance(unit);
        if (i == 0)
            advance[i] -= span->trim_start;
        if (i + 1 == count)
            advance[i] -= span->trim_end;
        x[i] = at;
        at += advance[i];
    }
    for (size_t i = 0; i < count; i++) {
        if (!units[span->from + i].right_to_left)
            continue;
        size_t end = i;
        for (size_t k = i; k < count; k++) {
            const struct unit *unit = &units[span->from + k];
            if (unit->right_to_left)
                end = k + 1;
            else if (unit->class != CLASS_SPACE)
                break;
        }
        double left = x[i], right = x[end - 1] + advance[end - 1];
        for (size_t k = i; k < end; k++)
            x[k] = left + right - x[k] - advance[k];
        i = end - 1;
    }
}

// A trimmed or squeezed opening mark draws its ink half an em to the left.
static double ink_shift(const struct unit *unit, const struct span *span, bool first) {
    if (unit->halved || (first && span->trim_start > 0))
        return unit->half_shift;
    return 0;
}

static struct scene_run start_run(const struct setting *set, font_id font, size_t glyphs,
                                  size_t bytes) {
    return (struct scene_run){
        .font = font,
        .size = set->size,
        .colour = set->request->style.colour,
        .stretch_x = 1,
        .glyphs = ARENA_ARRAY(set->arena, glyphs, struct scene_glyph),
        .stops = ARENA_ARRAY(set->arena, bytes, double),
    };
}

static void add_cluster(struct scene_run *run, const struct setting *set, const struct unit *unit,
                        const struct text_cluster *cluster, double shift) {
    struct scene_glyph *glyphs = (struct scene_glyph *)run->glyphs;
    double *stops = (double *)run->stops;
    for (size_t g = 0; g < unit->glyph_count; g++) {
        const struct shaped_glyph *glyph = &set->shaped->glyphs[unit->glyph_from + g];
        glyphs[run->glyph_count++] = (struct scene_glyph){
            .id = glyph->id,
            .place = {cluster->x + (glyph->x + shift) * set->size, -glyph->y * set->size}};
    }
    size_t characters = 0, done = 0;
    for (size_t i = 0; i < cluster->text.len; i++)
        characters += ((unsigned char)cluster->text.data[i] & 0xC0) != 0x80;
    for (; done < characters; done++)
        stops[run->stop_count++] =
            cluster->x + cluster->advance * (double)done / (double)characters;
    run->words.len += cluster->text.len;
}

static void grow_ink(struct text_line *line, const struct unit *unit, const struct text_cluster *c,
                     double size) {
    if (unit->ink_right < unit->ink_left)
        return;
    line->ink = rect_union(line->ink,
                           (struct rect){line->x + c->x + c->ink_x, line->y - unit->ink_top * size,
                                         c->ink_width, (unit->ink_top - unit->ink_bottom) * size});
}

static void fill_line(const struct setting *set, const struct span *span, struct text_line *line) {
    size_t count = span->to - span->from, glyphs = 0;
    const struct unit *units = set->shaped->units;
    double *x = ARENA_ARRAY(set->arena, count, double);
    double *advance = ARENA_ARRAY(set->arena, count, double);
    struct text_cluster *clusters = ARENA_ARRAY(set->arena, count, struct text_cluster);
    struct scene_run *runs = NULL;
    size_t run_capacity = 0;
    place_clusters(units, span, x, advance);
    for (size_t i = span->from; i < span->to; i++)
        glyphs += units[i].glyph_count;
    for (size_t i = 0; i < count; i++) {
        const struct unit *unit = &units[span->from + i];
        double shift = ink_shift(unit, span, i == 0);
        uint32_t *ids = ARENA_ARRAY(set->arena, unit->glyph_count, uint32_t);
        for (size_t g = 0; g < unit->glyph_count; g++)
            ids[g] = set->shaped->glyphs[unit->glyph_from + g].id;
        bool ink = unit->ink_right >= unit->ink_left;
        clusters[i] = (struct text_cluster){
            .text = str_slice(set->shaped->words, unit->from, unit->to),
            .x = x[i] * set->size,
            .advance = advance[i] * set->size,
            .ink_x = ink ? (unit->ink_left + shift) * set->size : 0,
            .ink_width = ink ? (unit->ink_right - unit->ink_left) * set->size : 0,
            .font = unit->font,
            .glyphs = ids,
            .glyph_count = unit->glyph_count,
        };
        if (!line->run_count || runs[line->run_count - 1].font.index != unit->font.index) {
            ARENA_RESERVE(set->arena, runs, line->run_count, run_capacity);
            runs[line->run_count] =
                start_run(set, unit->font, glyphs, units[span->to - 1].to - unit->from);
            runs[line->run_count++].words.data = clusters[i].text.data;
        }
        add_cluster(&runs[line->run_count - 1], set, unit, &clusters[i], shift);
        glyphs -= unit->glyph_count;
        grow_ink(line, unit, &clusters[i], set->size);
    }
    line->clusters = clusters;
    line->cluster_count = count;
    line->runs = runs;
}

static void add_line(struct setting *set, const struct fit_text *text, size_t base, size_t from,
                     size_t to, bool first) {
    struct span span = fit_span(text, from, to);
    double pitch = set->request->line_pitch > 0 ? set->request->line_pitch : default_pitch;
    struct text_line line = {
        .x = first ? set->request->indent * set->size : 0,
        .y = (em_ascent + pitch * (double)set->line_count) * set->size,
        .width = span.width * set->size,
    };
    span.from += base;
    span.to += base;
    if (span.from < span.to) {
        const struct unit *units = set->shaped->units;
        line.words = str_slice(set->shaped->words, units[span.from].from, units[span.to - 1].to);
        fill_line(set, &span, &line);
    }
    ARENA_RESERVE(set->arena, set->lines, set->line_count, set->line_capacity);
    set->lines[set->line_count++] = line;
}

static void set_paragraph(struct setting *set, size_t base, size_t count) {
    const struct unit *units = set->shaped->units + base;
    struct fit_text text = fit_measure(set->arena, units, count);
    const struct text_request *request = set->request;
    double width = request->width / set->size;
    bool limited = request->width > 0 || request->width < 0;
    if (!limited || !count || fit_span(&text, 0, count).width + request->indent <= width + 1e-6) {
        add_line(set, &text, base, 0, count, true);
        return;
    }
    if (!set->engine->words)
        set->engine->words = words_open(set->engine->run);
    struct chance *chances;
    size_t chance_count =
        breaks_find(set->arena, set->engine->words, set->shaped->words, units, count, &chances);
    struct fit_options options = {.width = width > 0.01 ? width : 0.01,
                                  .indent = request->indent,
                                  .balance = request->mode == TEXT_BALANCE};
    struct fit_result fit = fit_lines(set->arena, &text, chances, chance_count, &options);
    set->strain = fit.strain > set->strain ? fit.strain : set->strain;
    for (size_t i = 0, from = 0; i < fit.count; from = fit.ends[i], i++)
        add_line(set, &text, base, from, fit.ends[i], i == 0);
}

static void set_paragraphs(struct setting *set) {
    const struct unit *units = set->shaped->units;
    size_t from = 0;
    for (size_t i = 0; i <= set->shaped->count; i++) {
        if (i < set->shaped->count && units[i].character != '\n')
            continue;
        set_paragraph(set, from, i - from);
        from = i + 1;
    }
}

static void compose(struct shaped *shaped) {
    squeeze_marks(shaped->units, shaped->count);
    autospace_units(shaped->units, shaped->count);
}

// One line that is too long: its words up to a good place and an ellipsis; false when it fits.
static bool truncate_words(struct setting *set, struct diag *diag, struct shaped *shaped) {
    const struct text_request *request = set->request;
    double width = request->width / set->size;
    struct fit_text text = fit_measure(set->arena, shaped->units, shaped->count);
    if (!(request->width > 0) || fit_span(&text, 0, shaped->count).width <= width + 1e-6)
        return false;
    struct shaped dots =
        shape_words(set->engine, set->arena, diag, request->place, &request->style, STR("……"));
    struct fit_text dots_text = fit_measure(set->arena, dots.units, dots.count);
    struct chance *chances;
    size_t count = breaks_find(set->arena, set->engine->words, shaped->words, shaped->units,
                               shaped->count, &chances);
    size_t cut = fit_cut(&text, chances, count, width, dots_text.prefix[dots.count]);
    struct str kept = str_slice(shaped->words, 0, cut ? shaped->units[cut - 1].to : 0);
    *shaped = shape_words(set->engine, set->arena, diag, request->place, &request->style,
                          str_printf(set->arena, "%.*s……", STR_ARG(kept)));
    compose(shaped);
    if (!cut)
        set->strain = dots_text.prefix[dots.count] > width ? STRAIN_OVERFLOW : STRAIN_WORD;
    return true;
}

const struct text_block *text_set(struct text_engine *engine, struct arena *arena,
                                  struct diag *diag, const struct text_request *request) {
    struct text_block *block = ARENA_NEW(arena, struct text_block);
    block->style = request->style;
    if (!(request->style.size > 0) || isinf(request->style.size) || isnan(request->width)) {
        diag_error(diag, DIAG_TEXT_SIZE, request->place, STR_NONE, "%s",
                   _("the font size or the width of a text is not a number above 0"));
        return block;
    }
    struct shaped shaped =
        shape_words(engine, arena, diag, request->place, &request->style, request->words);
    compose(&shaped);
    struct setting set = {.engine = engine,
                          .arena = arena,
                          .request = request,
                          .shaped = &shaped,
                          .size = request->style.size};
    struct text_request one_line = *request;
    if (request->mode == TEXT_TRUNCATE) {
        block->truncated = truncate_words(&set, diag, &shaped);
        one_line.width = 0;
        set.request = &one_line;
    }
    set_paragraphs(&set);
    double pitch = request->line_pitch > 0 ? request->line_pitch : default_pitch;
    for (size_t i = 0; i < set.line_count; i++) {
        double right = set.lines[i].x + set.lines[i].width;
        block->width = right > block->width ? right : block->width;
    }
    block->height = (1 + pitch * (double)(set.line_count - 1)) * set.size;
    block->first_baseline = em_ascent * set.size;
    block->lines = set.lines;
    block->line_count = set.line_count;
    block->strain = set.strain;
    block->words = shaped.words;
    return block;
}
