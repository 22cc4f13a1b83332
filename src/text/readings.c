// Readings and emphasis dots: room for them, and where they go.
#include "text/readings.h"

// em of the words' size
static const double reading_scale = 0.5, reading_gap = 0.04, dot_gap = 0.04, dot_size = 0.15;
static const double letter_room = 0.1;   // between the Latin readings of neighbours
static const double most_overlap = 0.25; // of a reading over a mark or space beside its words

static bool is_dotted(const struct unit *unit) {
    return unit->look->dotted && (unit->class == CLASS_HAN || unit->class == CLASS_LATIN ||
                                  unit->class == CLASS_DIGIT || unit->class == CLASS_NO_START);
}

// The side of a unit's dot: above or to the right, unless a reading is there.
static bool dot_is_over(const struct unit *unit, const struct language *language, bool vertical) {
    return !unit->reading && (vertical || language->dots_above);
}

struct overhang readings_overhang(const struct unit *unit, const struct language *language,
                                  bool vertical) {
    double scale = unit->look->scale, dot = is_dotted(unit) ? scale * (dot_gap + dot_size) : 0;
    double reading = unit->reading ? scale * (reading_gap + reading_scale) : 0;
    if (dot_is_over(unit, language, vertical))
        return (struct overhang){dot, 0};
    return (struct overhang){reading, dot};
}

// Characters that fill their places; their readings are spread, letters are not.
static bool is_spread(const struct shaped *reading) {
    return reading->count &&
           (reading->units[0].class == CLASS_HAN || reading->units[0].class == CLASS_NO_START);
}

static void find_units(struct shaped *shaped) {
    for (size_t i = 0; i < shaped->count; i++) {
        if (!shaped->units[i].reading)
            continue;
        struct reading *reading = &shaped->readings[shaped->units[i].reading - 1];
        if (!reading->to)
            reading->from = i;
        reading->to = i + 1;
    }
}

// A reading may stand over a mark or a space beside its words, not over other words.
static bool may_overlap(const struct shaped *shaped, size_t i) {
    if (i >= shaped->count || shaped->units[i].reading)
        return false;
    enum char_class class = (enum char_class)shaped->units[i].class;
    return shaped->units[i].character != '\n' && shaped->units[i].advance >= most_overlap &&
           (class == CLASS_SPACE || class == CLASS_OPEN || class_is_closing(class));
}

// Words under a long reading part evenly, half a part at both ends (JLREQ, group ruby).
static void widen(struct shaped *shaped, const struct reading *reading) {
    const struct unit *first = &shaped->units[reading->from];
    double scale = first->look->scale, has = 0;
    double wanted = reading->width * reading_scale * scale;
    wanted += is_spread(&reading->shaped) ? 0 : letter_room * scale;
    for (size_t i = reading->from; i < reading->to; i++)
        has += shaped->units[i].advance;
    if (may_overlap(shaped, reading->from - 1) && may_overlap(shaped, reading->to))
        has += 2 * most_overlap * scale;
    if (wanted <= has)
        return;
    double part = (wanted - has) / (double)(reading->to - reading->from);
    for (size_t i = reading->from; i < reading->to; i++) {
        struct unit *unit = &shaped->units[i];
        for (size_t g = 0; g < unit->glyph_count; g++)
            shaped->glyphs[unit->glyph_from + g].x += part / 2;
        unit->ink_left += part / 2, unit->ink_right += part / 2;
        unit->advance += part;
        unit->half = unit->advance;
    }
}

void readings_shape(const struct shape_job *job, struct shaped *shaped) {
    const struct marked *marked = job->marked;
    if (!marked || !marked->reading_count)
        return;
    shaped->readings = ARENA_ARRAY(job->arena, marked->reading_count, struct reading);
    find_units(shaped);
    struct shape_job own = *job;
    own.marked = NULL;
    for (size_t i = 0; i < marked->reading_count; i++) {
        struct reading *reading = &shaped->readings[i];
        if (!reading->to)
            continue;
        reading->shaped = shape_words(&own, marked->readings[i].words);
        for (size_t u = 0; u < reading->shaped.count; u++)
            reading->width += reading->shaped.units[u].advance;
        widen(shaped, reading);
    }
}

// How glyphs of a run beside the line look, and where their origin is, em.
struct pen {
    const struct line_job *job;
    struct beside *beside;
    struct scene_run look; // of the run; its glyphs are not read
    double along, across, scale;
};

static bool continues(const struct beside *beside, const struct scene_run *look) {
    const struct scene_run *last = beside->count ? &beside->runs[beside->count - 1] : NULL;
    return last && last->font.index == look->font.index && last->size == look->size &&
           last->turn_deg == look->turn_deg && last->stretch_x == look->stretch_x &&
           colour_equal(last->colour, look->colour);
}

static void add_glyph(const struct pen *pen, const struct shaped_glyph *glyph) {
    struct beside *beside = pen->beside;
    struct arena *arena = pen->job->arena;
    if (!continues(beside, &pen->look)) {
        ARENA_RESERVE(arena, beside->runs, beside->count, beside->capacity);
        beside->runs[beside->count++] = pen->look;
        beside->glyphs = NULL;
        beside->glyph_capacity = 0;
    }
    struct scene_run *run = &beside->runs[beside->count - 1];
    double along = (pen->along + glyph->x * pen->scale) * pen->job->size;
    double across = (pen->across + glyph->y * pen->scale) * pen->job->size;
    ARENA_RESERVE(arena, beside->glyphs, run->glyph_count, beside->glyph_capacity);
    beside->glyphs[run->glyph_count++] =
        (struct scene_glyph){glyph->id, pen->job->vertical ? (struct point){across, along}
                                                           : (struct point){along, -across}};
    run->glyphs = beside->glyphs;
}

// Ink from (left, bottom) to (right, top) of the pen's em: along and across.
static void add_ink(const struct pen *pen, double left, double right, double bottom, double top) {
    double size = pen->job->size, scale = pen->scale;
    double from = (pen->along + left * scale) * size, to = (pen->along + right * scale) * size;
    double low = (pen->across + bottom * scale) * size, high = (pen->across + top * scale) * size;
    struct rect ink = pen->job->vertical ? (struct rect){low, from, high - low, to - from}
                                         : (struct rect){from, -high, to - from, high - low};
    struct beside *beside = pen->beside;
    beside->ink = beside->has_ink ? rect_union(beside->ink, ink) : ink;
    beside->has_ink = true;
}

static struct pen make_pen(const struct line_job *job, struct beside *beside,
                           const struct unit *unit, double scale) {
    return (struct pen){.job = job,
                        .beside = beside,
                        .look = {.size = scale * job->size,
                                 .stretch_x = 1,
                                 .colour = unit->look->coloured ? unit->look->colour : job->colour},
                        .scale = scale};
}

struct stretch {
    double from, to; // em along the line
};

// A reading over the place of its words, kept within the line.
static void place_reading(const struct line_job *job, const struct reading *reading,
                          struct stretch words, double line_end, struct beside *beside) {
    const struct unit *base = &job->shaped->units[reading->from];
    double scale = reading_scale * base->look->scale, width = reading->width * scale;
    double room = words.to - words.from - width, part = 0;
    if (room > 0 && is_spread(&reading->shaped))
        part = room / (double)reading->shaped.count;
    double at = words.from + (room - part * (double)(reading->shaped.count - 1)) / 2;
    at = at + width > line_end ? line_end - width : at;
    at = at < 0 ? 0 : at;
    struct pen pen = make_pen(job, beside, base, scale);
    double edge = job->vertical ? 0.5 : EM_ASCENT, foot = job->vertical ? 0.5 : 1 - EM_ASCENT;
    pen.across = base->look->rise + base->look->scale * (edge + reading_gap) + foot * scale;
    for (size_t i = 0; i < reading->shaped.count; i++) {
        const struct unit *unit = &reading->shaped.units[i];
        pen.along = at;
        pen.look.font = unit->font;
        pen.look.turn_deg = unit->orientation == TEXT_SIDEWAYS ? 90 : 0;
        pen.look.stretch_x = unit->stretch;
        for (size_t g = 0; g < unit->glyph_count; g++)
            add_glyph(&pen, &reading->shaped.glyphs[unit->glyph_from + g]);
        if (unit->ink_right >= unit->ink_left)
            add_ink(&pen, unit->ink_left, unit->ink_right, unit->ink_bottom, unit->ink_top);
        at += unit->advance * scale + part;
    }
}

// The dot's glyph: • or, in faces without it, the full stop.
static bool find_dot(const struct line_job *job, font_id *font, hb_codepoint_t *glyph) {
    static const uint32_t dots[] = {0x2022, '.'};
    const struct font_stack *stack = job->shaped->stack;
    for (size_t d = 0; d < sizeof dots / sizeof *dots; d++)
        for (size_t i = 0; i < stack->face_count; i++) {
            *font = stack->faces[i];
            if (hb_font_get_nominal_glyph(face_shape(job->engine, *font), dots[d], glyph))
                return true;
        }
    return false;
}

static void place_dot(const struct line_job *job, const struct unit *unit, double middle,
                      struct beside *beside) {
    font_id font;
    hb_codepoint_t id;
    if (!find_dot(job, &font, &id))
        return;
    double em = face_units(job->engine, font), scale = unit->look->scale;
    hb_glyph_extents_t ink = face_ink(job->engine, font, id);
    if (ink.height >= 0)
        return;
    struct pen pen = make_pen(job, beside, unit, dot_size * scale * em / -ink.height);
    bool over = dot_is_over(unit, job->shaped->language, job->vertical);
    double edge = job->vertical ? 0.5 : over ? EM_ASCENT : 1 - EM_ASCENT;
    double away = edge + dot_gap + dot_size / 2;
    double across = unit->look->rise + scale * (over ? away : -away);
    double x = (ink.x_bearing + ink.width / 2.0) / em, y = (ink.y_bearing + ink.height / 2.0) / em;
    pen.look.font = font;
    // In columns a glyph's origin is across first: x and y change places.
    pen.along = middle - (job->vertical ? -y : x) * pen.scale;
    pen.across = across - (job->vertical ? x : y) * pen.scale;
    add_glyph(&pen, &(struct shaped_glyph){.id = id});
    double half = dot_size * scale / 2 / pen.scale;
    pen.along = middle, pen.across = across;
    add_ink(&pen, -half, half, -half, half);
}

static struct stretch unit_stretch(const struct unit *unit, double along) {
    return (struct stretch){along, along + unit->advance};
}

struct beside readings_place(const struct line_job *job, const struct span *span,
                             const double *along, const double *advance) {
    struct beside beside = {0};
    size_t count = span->to - span->from;
    const struct unit *units = job->shaped->units + span->from;
    double line_end = 0;
    for (size_t i = 0; i < count; i++)
        line_end += advance[i];
    for (size_t i = 0, end; i < count; i = end) {
        struct stretch words = unit_stretch(&units[i], along[i]);
        for (end = i + 1; units[i].reading && end < count && units[end].reading == units[i].reading;
             end++) {
            struct stretch next = unit_stretch(&units[end], along[end]);
            words.from = next.from < words.from ? next.from : words.from;
            words.to = next.to > words.to ? next.to : words.to;
        }
        if (units[i].reading)
            place_reading(job, &job->shaped->readings[units[i].reading - 1], words, line_end,
                          &beside);
    }
    for (size_t i = 0; i < count; i++)
        if (is_dotted(&units[i])) {
            struct stretch cell = unit_stretch(&units[i], along[i]);
            place_dot(job, &units[i], (cell.from + cell.to) / 2, &beside);
        }
    return beside;
}
