// A request to a block: paragraphs composed into lines, lines placed under (or beside) each other.
#include "text/block.h"

#include "base/i18n.h"
#include "text/columns.h"
#include "text/line.h"
#include "text/markup.h"

#include <math.h>

static const double default_pitch = 1.35, default_column_gap = 2; // em
static const double least_lead = 0.06; // em between lines that need more than their em boxes

struct setting {
    struct shape_job shaping;
    const struct text_request *request;
    struct shaped shaped;
    double size;  // px
    double limit; // em, 0: none
    double pitch; // em
    struct column_line *lines;
    size_t line_count, line_capacity;
    double first, baseline; // em from the block's start to the first and the last line's baseline,
                            // in columns to their axes from the right
    double under;           // em below the last line's em box
    enum text_strain strain;
};

static void compose(struct shaped *shaped, const struct language *language) {
    squeeze_marks(shaped->units, shaped->count);
    autospace_units(shaped->units, shaped->count, language);
}

// A paragraph: units [base, base + count) of the text.
struct paragraph_units {
    size_t base;
    struct fit_text text;
};

// Moves to the next line's baseline: by the pitch, or by more where larger parts or readings need
// it.
static struct overhang advance_line(struct setting *set, const struct unit *units,
                                    const struct span *span) {
    bool vertical = set->request->vertical;
    struct overhang need = line_overhang(units, span, set->shaping.language, vertical);
    double step = 1 + set->under + need.over, pitch = set->pitch, scale = 1;
    for (size_t i = span->from; i < span->to; i++)
        scale = units[i].look->scale > scale ? units[i].look->scale : scale;
    step += set->under + need.over > 0 ? least_lead : 0;
    if (!set->line_count)
        set->first = set->baseline = (vertical ? 0.5 : EM_ASCENT) + need.over;
    else
        set->baseline += step > pitch * scale ? step : pitch * scale;
    set->under = need.under;
    return need;
}

static void add_line(struct setting *set, const struct paragraph_units *paragraph, size_t from,
                     size_t to) {
    const struct text_request *request = set->request;
    struct span span = fit_span(&paragraph->text, from, to);
    double indent = from == 0 ? request->indent : 0;
    struct overhang need = advance_line(set, paragraph->text.units, &span);
    struct text_line line = {.x = indent * set->size,
                             .y = set->baseline * set->size,
                             .over = need.over * set->size,
                             .under = need.under * set->size};
    if (request->vertical)
        line.x = -set->baseline * set->size, line.y = indent * set->size;
    const double *extra = NULL;
    // the last line is not stretched, but it may be squeezed
    if (request->mode == TEXT_JUSTIFY && set->limit > 0 &&
        (to < paragraph->text.count || span.width > set->limit - indent))
        extra = justify_line(set->shaping.arena, paragraph->text.units, &span, set->limit - indent);
    span.from += paragraph->base;
    span.to += paragraph->base;
    struct line_job job = {.engine = set->shaping.engine,
                           .arena = set->shaping.arena,
                           .shaped = &set->shaped,
                           .size = set->size,
                           .colour = request->style.colour,
                           .vertical = request->vertical};
    if (span.from < span.to)
        line_fill(&job, &span, extra, &line);
    ARENA_RESERVE(job.arena, set->lines, set->line_count, set->line_capacity);
    set->lines[set->line_count++] = (struct column_line){
        .line = line, .starts = from == 0, .ends = to >= paragraph->text.count};
}

static size_t find_chances(struct setting *set, const struct fit_text *text,
                           struct chance **chances) {
    struct text_engine *engine = set->shaping.engine;
    const struct language *language = set->shaping.language;
    if (!engine->words && language->has_lexicon)
        engine->words = words_open(engine->run);
    struct break_options options = {.words = language->has_lexicon ? engine->words : NULL,
                                    .language = language,
                                    .title = set->request->mode == TEXT_BALANCE};
    return breaks_find(set->shaping.arena, set->shaped.words, text->units, text->count, &options,
                       chances);
}

static const double *measure_shrink(struct arena *arena, const struct unit *units, size_t count) {
    double *shrink = ARENA_ARRAY(arena, count + 1, double);
    for (size_t i = 0; i < count; i++)
        shrink[i + 1] = shrink[i] + justify_shrink(&units[i]);
    return shrink;
}

static void set_paragraph(struct setting *set, size_t base, size_t count) {
    struct arena *arena = set->shaping.arena;
    struct paragraph_units paragraph = {
        .base = base, .text = fit_measure(arena, count ? set->shaped.units + base : NULL, count)};
    paragraph.text.hanging = set->request->hanging;
    if (set->request->mode == TEXT_JUSTIFY)
        paragraph.text.shrink = measure_shrink(arena, paragraph.text.units, count);
    double indent = set->request->indent;
    if (set->limit <= 0 || !count ||
        fit_span(&paragraph.text, 0, count).width + indent <= set->limit + 1e-6) {
        add_line(set, &paragraph, 0, count);
        return;
    }
    struct chance *chances;
    size_t chance_count = find_chances(set, &paragraph.text, &chances);
    struct fit_options options = {.width = set->limit,
                                  .indent = indent,
                                  .balance = set->request->mode == TEXT_BALANCE,
                                  .justify = set->request->mode == TEXT_JUSTIFY};
    struct fit_result fit = fit_lines(arena, &paragraph.text, chances, chance_count, &options);
    set->strain = fit.strain > set->strain ? fit.strain : set->strain;
    for (size_t i = 0, from = 0; i < fit.count; from = fit.ends[i], i++)
        add_line(set, &paragraph, from, fit.ends[i]);
}

static void set_paragraphs(struct setting *set) {
    size_t from = 0;
    for (size_t i = 0; i <= set->shaped.count; i++) {
        if (i < set->shaped.count && set->shaped.units[i].character != '\n')
            continue;
        set_paragraph(set, from, i - from);
        from = i + 1;
    }
}

// The first `kept` units of `text` with all of `tail` behind them.
static struct shaped join_shaped(struct arena *arena, const struct shaped *text, size_t kept,
                                 const struct shaped *tail) {
    struct shaped out = {.stack = text->stack,
                         .language = text->language,
                         .mixed = text->mixed,
                         .readings = text->readings,
                         .count = kept + tail->count,
                         .glyph_count = text->glyph_count + tail->glyph_count};
    struct str words = str_slice(text->words, 0, kept ? text->units[kept - 1].to : 0);
    out.words = str_printf(arena, "%.*s%.*s", STR_ARG(words), STR_ARG(tail->words));
    out.units = ARENA_ARRAY(arena, out.count, struct unit);
    out.glyphs = ARENA_ARRAY(arena, out.glyph_count, struct shaped_glyph);
    for (size_t i = 0; i < kept; i++)
        out.units[i] = text->units[i];
    for (size_t i = 0; i < tail->count; i++) {
        struct unit *unit = &out.units[kept + i];
        *unit = tail->units[i];
        unit->from += (uint32_t)words.len, unit->to += (uint32_t)words.len;
        unit->glyph_from += (uint32_t)text->glyph_count;
    }
    for (size_t i = 0; i < out.glyph_count; i++)
        out.glyphs[i] =
            i < text->glyph_count ? text->glyphs[i] : tail->glyphs[i - text->glyph_count];
    return out;
}

// One line that is too long becomes its words up to a good place and an ellipsis; false when it
// fits as it is.
static bool truncate_words(struct setting *set) {
    struct arena *arena = set->shaping.arena;
    struct fit_text text = fit_measure(arena, set->shaped.units, set->shaped.count);
    if (set->limit <= 0 || fit_span(&text, 0, text.count).width <= set->limit + 1e-6)
        return false;
    set->shaping.marked = NULL; // an ellipsis ends the words, marked or not
    struct shaped dots = shape_words(&set->shaping, STR("……"));
    double ellipsis = fit_measure(arena, dots.units, dots.count).prefix[dots.count];
    struct chance *chances;
    size_t count = find_chances(set, &text, &chances);
    size_t cut = fit_cut(&text, chances, count, set->limit, ellipsis);
    set->shaped = join_shaped(arena, &set->shaped, cut, &dots);
    compose(&set->shaped, set->shaping.language);
    if (!cut)
        set->strain = ellipsis > set->limit ? STRAIN_OVERFLOW : STRAIN_WORD;
    return true;
}

static double column_gap(const struct text_request *request) {
    return request->column_gap > 0 ? request->column_gap : default_column_gap;
}

static bool is_figure(const struct unit *unit) {
    uint32_t c = unit->character;
    return unit->class == CLASS_DIGIT || unit->class == CLASS_SPACE || c == '.' || c == ',' ||
           c == '%' || c == '-' || c == '+' || c == 0x2212;
}

// What the eye takes for the middle of one line: of its largest characters, by the digits' ink when
// they are digits only, else by the em box.
static double find_centre(const struct setting *set) {
    const struct unit *units = set->shaped.units, *largest = NULL;
    bool figures = true;
    for (size_t i = 0; i < set->shaped.count; i++)
        if (units[i].class != CLASS_SPACE &&
            (!largest || units[i].look->scale > largest->look->scale))
            largest = &units[i];
    if (!largest)
        return 0;
    for (size_t i = 0; i < set->shaped.count; i++)
        if (units[i].look->scale == largest->look->scale)
            figures = figures && is_figure(&units[i]);
    struct face_centres centres = face_centres(set->shaping.engine, largest->font);
    return (figures ? centres.digits : centres.han) * largest->look->scale * set->size;
}

// Shares the lines among the columns; gives what they take along and across, px.
static double place_columns(struct setting *set, double *along) {
    const struct text_request *request = set->request;
    struct columns_job job = {
        .lines = set->lines,
        .count = set->line_count,
        .columns = request->columns,
        .measure = set->limit * set->size,
        .gap = column_gap(request) * set->size,
        .size = set->size,
        .vertical = request->vertical,
    };
    *along = request->columns * job.measure + (request->columns - 1) * job.gap;
    return columns_arrange(&job);
}

static void finish_block(struct setting *set, struct text_block *block) {
    double longest = 0, em = set->size;
    bool vertical = set->request->vertical;
    for (size_t i = 0; i < set->line_count; i++) {
        const struct text_line *line = &set->lines[i].line;
        double end = (vertical ? line->y : line->x) + line->width;
        longest = end > longest ? end : longest;
    }
    double across = vertical ? set->baseline + 0.5 : set->baseline + 1 - EM_ASCENT;
    across = (across + set->under) * em;
    if (set->request->columns > 1 && set->limit > 0)
        across = place_columns(set, &longest);
    block->width = vertical ? across : longest;
    block->height = vertical ? longest : across;
    block->centre = find_centre(set);
    block->first_baseline = vertical ? 0 : set->first * em;
    struct text_line *lines = ARENA_ARRAY(set->shaping.arena, set->line_count, struct text_line);
    for (size_t i = 0; i < set->line_count; i++) {
        lines[i] = set->lines[i].line;
        lines[i].x += vertical ? across : 0; // the first column is rightmost
        lines[i].ink.x += vertical ? across : 0;
    }
    block->lines = lines;
    block->line_count = set->line_count;
    block->strain = set->strain;
    block->words = set->shaped.words;
}

static bool is_settable(const struct text_request *request) {
    return request->style.size > 0 && isfinite(request->style.size) && isfinite(request->width) &&
           isfinite(request->indent) && isfinite(request->line_pitch) &&
           isfinite(request->column_gap);
}

static void report_language(struct diag *diag, struct diag_place place, struct str tag) {
    struct buf names = BUF_INIT(diag->arena);
    for (size_t i = 0; language_at(i); i++)
        buf_printf(&names, "%s%s", i ? ", " : "", language_at(i)->tag);
    diag_warning(diag, DIAG_TEXT_LANGUAGE, place,
                 str_printf(diag->arena, _("languages with rules: %s"), names.data),
                 _("there are no rules for setting the language “%.*s”; those of English are used"),
                 STR_ARG(tag));
    buf_done(&names);
}

const struct text_block *block_set(struct text_engine *engine, struct arena *arena,
                                   struct diag *diag, const struct text_request *request,
                                   const struct marked *marked) {
    struct text_block *block = ARENA_NEW(arena, struct text_block);
    block->style = request->style;
    block->vertical = request->vertical;
    if (!is_settable(request)) {
        diag_error(diag, DIAG_TEXT_SIZE, request->place, STR_NONE, "%s",
                   _("the font size or the width of a text is not a number above 0"));
        return block;
    }
    bool known;
    const struct language *language = language_find(request->style.language, &known);
    if (!known)
        report_language(diag, request->place, request->style.language);
    double size = request->style.size, limit = request->width / size;
    if (request->columns > 1)
        limit = (limit - (request->columns - 1) * column_gap(request)) / request->columns;
    struct setting set = {
        .shaping = {.engine = engine,
                    .arena = arena,
                    .diag = diag,
                    .place = request->place,
                    .style = &block->style,
                    .language = language,
                    .vertical = request->vertical},
        .request = request,
        .size = size,
        // A layout that has no room left asks for a width below 0: each cluster is a line then.
        .limit = request->width == 0 ? 0
                 : limit > 0.01      ? limit
                                     : 0.01,
        .pitch = request->line_pitch > 0 ? request->line_pitch : default_pitch,
    };
    set.shaping.marked = marked;
    set.shaped = shape_words(&set.shaping, marked->words);
    compose(&set.shaped, set.shaping.language);
    if (request->mode == TEXT_TRUNCATE) {
        block->truncated = truncate_words(&set);
        set.limit = 0;
    }
    set_paragraphs(&set);
    finish_block(&set, block);
    return block;
}

const struct text_block *text_set(struct text_engine *engine, struct arena *arena,
                                  struct diag *diag, const struct text_request *request) {
    struct marked marked = {.words = request->words};
    if (request->markup)
        marked = markup_read(&(struct markup_job){.arena = arena,
                                                  .diag = diag,
                                                  .place = request->place,
                                                  .accent = request->style.accent},
                             request->words);
    return block_set(engine, arena, diag, request, &marked);
}
