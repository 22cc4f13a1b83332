// Itemising by face and script, then one HarfBuzz run each.
//
// Not Pango: its first bold face costs 20 ms, it shifts runs by BASE data (no common baseline) and
// its breaks cannot be used for Chinese. Our items are simple: a character takes the first face of
// the list that has it; ASCII letters and digits the Latin face when there is one.
#include "text/items.h"
#include "text/marks.h"
#include "text/readings.h"
#include "text/vertical.h"

static hb_script_t script_of(hb_unicode_funcs_t *unicode, const struct text_engine *engine,
                             const struct item_char *item) {
    // One script in a Chinese face, so that digits look the same wherever they stand.
    hb_script_t script = hb_unicode_script(unicode, item->character);
    if (hb_script_get_horizontal_direction(script) == HB_DIRECTION_RTL)
        return script;
    if (engine->faces[item->font.index]->chinese)
        return HB_SCRIPT_HAN;
    return script;
}

static bool is_neutral(hb_script_t script) {
    return script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED;
}

// End of the run that starts at `from`: one face, one script; neutral characters join any.
static size_t run_end(const struct text_engine *engine, hb_unicode_funcs_t *unicode,
                      const struct itemised *text, size_t from, hb_script_t *script) {
    *script = script_of(unicode, engine, &text->chars[from]);
    size_t end = from + 1;
    for (; end < text->count && text->chars[end].character != '\n'; end++) {
        const struct item_char *item = &text->chars[end];
        if (item->font.index != text->chars[from].font.index ||
            item->orientation != text->chars[from].orientation ||
            (text->levels && text->levels[end] != text->levels[from]) ||
            item->reading != text->chars[from].reading ||
            !look_equal(item->look, text->chars[from].look))
            break;
        hb_script_t next = script_of(unicode, engine, item);
        if (next == *script || item->joins || is_neutral(next))
            continue;
        if (!is_neutral(*script))
            break;
        *script = next;
    }
    return end;
}

static bool is_latin_letter(const struct itemised *text, size_t i) {
    uint32_t c = text->chars[i].character;
    return class_of(c) == CLASS_LATIN && c != '\n';
}

// ’ between two Latin letters is an apostrophe (CLREQ, mixed text): narrow.
static bool is_apostrophe(const struct itemised *text, size_t i) {
    return text->chars[i].character == 0x2019 && i > 0 && i + 1 < text->count &&
           is_latin_letter(text, i - 1) && is_latin_letter(text, i + 1);
}

// Marks that are narrow in Latin text; a Chinese face has them wide.
static bool is_narrow(const struct language *language, const struct itemised *text, size_t i) {
    uint32_t c = text->chars[i].character;
    return is_apostrophe(text, i) || (language->narrow_quotes && c >= 0x2018 && c <= 0x201D);
}

// What a shaped glyph takes, along the line and across it.
struct laid_glyph {
    double along, across, advance;
    double ink_from, ink_to, ink_low, ink_high;
};

static struct laid_glyph lay_across(double em, const hb_glyph_position_t *position,
                                    const hb_glyph_extents_t *ink, double shift) {
    double x = position->x_offset / em, y = position->y_offset / em + shift;
    double left = x + ink->x_bearing / em, top = y + ink->y_bearing / em;
    return (struct laid_glyph){.along = x,
                               .across = y,
                               .advance = position->x_advance / em,
                               .ink_from = left,
                               .ink_to = left + ink->width / em,
                               .ink_low = top + ink->height / em,
                               .ink_high = top};
}

static struct laid_glyph lay_down(double em, const hb_glyph_position_t *position,
                                  const hb_glyph_extents_t *ink) {
    double x = position->x_offset / em, y = -position->y_offset / em;
    double top = y - ink->y_bearing / em, left = x + ink->x_bearing / em;
    return (struct laid_glyph){.along = y,
                               .across = x,
                               .advance = -position->y_advance / em,
                               .ink_from = top,
                               .ink_to = top - ink->height / em,
                               .ink_low = left,
                               .ink_high = left + ink->width / em};
}

static void grow_ink(struct unit *unit, const struct laid_glyph *laid) {
    bool first = unit->ink_right < unit->ink_left;
    double from = unit->advance + laid->ink_from, to = unit->advance + laid->ink_to;
    unit->ink_left = first || from < unit->ink_left ? from : unit->ink_left;
    unit->ink_right = first || to > unit->ink_right ? to : unit->ink_right;
    unit->ink_top = first || laid->ink_high > unit->ink_top ? laid->ink_high : unit->ink_top;
    unit->ink_bottom = first || laid->ink_low < unit->ink_bottom ? laid->ink_low : unit->ink_bottom;
}

static void add_glyph(struct text_engine *engine, struct arena *arena, struct shaped *shaped,
                      struct unit *unit, const hb_glyph_info_t *info,
                      const hb_glyph_position_t *position) {
    // Turned letters: the centre of capitals on the column's axis.
    const double cap_centre = 0.3665;
    double em = face_units(engine, unit->font);
    hb_glyph_extents_t ink = face_ink(engine, unit->font, info->codepoint);
    struct laid_glyph laid =
        position->y_advance
            ? lay_down(em, position, &ink)
            : lay_across(em, position, &ink, unit->orientation == TEXT_SIDEWAYS ? -cap_centre : 0);
    if (ink.width)
        grow_ink(unit, &laid);
    ARENA_RESERVE(arena, shaped->glyphs, shaped->glyph_count, shaped->glyph_capacity);
    shaped->glyphs[shaped->glyph_count++] = (struct shaped_glyph){
        .id = info->codepoint, .x = unit->advance + laid.along, .y = laid.across};
    unit->glyph_count++;
    unit->advance += laid.advance;
    unit->own += hb_font_get_glyph_h_advance(face_shape(engine, unit->font), info->codepoint) / em;
}

// Makes the units of one shaped run, in logical order.
static void collect(const struct shape_job *job, const struct itemised *text, size_t end,
                    struct shaped *shaped) {
    struct text_engine *engine = job->engine;
    unsigned count;
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(engine->buffer, &count);
    const hb_glyph_position_t *places = hb_buffer_get_glyph_positions(engine->buffer, &count);
    hb_direction_t direction = hb_buffer_get_direction(engine->buffer);
    bool backward = direction == HB_DIRECTION_RTL;
    for (unsigned done = 0; done < count;) {
        unsigned stop = backward ? count - done : done + 1, first = backward ? stop - 1 : done;
        uint32_t cluster = infos[first].cluster;
        while (backward && first > 0 && infos[first - 1].cluster == cluster)
            first--;
        while (!backward && stop < count && infos[stop].cluster == cluster)
            stop++;
        done += stop - first;
        unsigned next = backward ? first : stop;
        bool more = backward ? next > 0 : next < count;
        size_t last = (more ? infos[backward ? next - 1 : next].cluster : end) - 1;
        struct unit *unit = &shaped->units[shaped->count++];
        *unit = (struct unit){
            .from = text->chars[cluster].from,
            .to = text->chars[last].to,
            .character = text->chars[cluster].character,
            .class = (uint8_t)language_class(job->language, text->chars[cluster].character),
            .level = text->levels ? text->levels[cluster] : 0,
            .orientation = (uint8_t)text->chars[cluster].orientation,
            .stretch = 1,
            .look = text->chars[cluster].look,
            .reading = text->chars[cluster].reading,
            .font = text->chars[cluster].font,
            .glyph_from = (uint32_t)shaped->glyph_count,
            .ink_right = -1};
        if (is_apostrophe(text, cluster))
            unit->class = CLASS_LATIN;
        for (unsigned i = first; i < stop; i++)
            add_glyph(engine, job->arena, shaped, unit, &infos[i], &places[i]);
        marks_finish_unit(job, shaped, unit, direction == HB_DIRECTION_TTB);
    }
}

struct run {
    size_t from, end;
    hb_script_t script;
};

static void set_properties(hb_buffer_t *buffer, const struct shape_job *job,
                           const struct itemised *text, const struct run *run) {
    bool backward = text->levels && (text->levels[run->from] & 1);
    hb_direction_t direction = backward ? HB_DIRECTION_RTL : HB_DIRECTION_LTR;
    if (job->vertical && text->chars[run->from].orientation == TEXT_UPRIGHT)
        direction = HB_DIRECTION_TTB;
    hb_buffer_set_direction(buffer, direction);
    hb_buffer_set_script(buffer, run->script);
    struct str language =
        job->style->language.len ? job->style->language : str_from(job->language->tag);
    hb_buffer_set_language(buffer, hb_language_from_string(language.data, (int)language.len));
}

// Brings a run in em of its own size to the text's, at its height. In columns a glyph's middle lies
// on the axis, so that it stays there.
static void scale_units(struct shaped *shaped, size_t first, const struct text_look *look) {
    double scale = look->scale, rise = look->rise;
    for (size_t i = first; i < shaped->count; i++) {
        struct unit *unit = &shaped->units[i];
        for (size_t g = 0; g < unit->glyph_count; g++) {
            struct shaped_glyph *glyph = &shaped->glyphs[unit->glyph_from + g];
            glyph->x *= scale;
            glyph->y = glyph->y * scale + rise;
        }
        unit->advance *= scale, unit->own *= scale, unit->half *= scale, unit->half_shift *= scale;
        unit->ink_left *= scale, unit->ink_right *= scale;
        unit->ink_top = unit->ink_top * scale + rise;
        unit->ink_bottom = unit->ink_bottom * scale + rise;
    }
}

static void shape_run(const struct shape_job *job, const struct itemised *text,
                      const struct run *run, struct shaped *shaped) {
    hb_buffer_t *buffer = job->engine->buffer;
    hb_buffer_clear_contents(buffer);
    hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
    hb_buffer_add_codepoints(buffer, text->codes, (int)text->count, (unsigned)run->from,
                             (int)(run->end - run->from));
    set_properties(buffer, job, text, run);
    size_t feature_count = 2;
    for (size_t i = run->from; i < run->end; i++)
        feature_count += is_narrow(job->language, text, i);
    hb_feature_t *features = ARENA_ARRAY(job->arena, feature_count, hb_feature_t);
    // digits of one width and height, whatever the face thinks: columns of numbers stand in line
    features[0] = (hb_feature_t){HB_TAG('t', 'n', 'u', 'm'), 1, 0, (unsigned)-1};
    features[1] = (hb_feature_t){HB_TAG('l', 'n', 'u', 'm'), 1, 0, (unsigned)-1};
    feature_count = 2;
    for (size_t i = run->from; i < run->end; i++)
        if (is_narrow(job->language, text, i))
            features[feature_count++] =
                (hb_feature_t){HB_TAG('p', 'w', 'i', 'd'), 1, (unsigned)i, (unsigned)i + 1};
    hb_shape(face_shape(job->engine, text->chars[run->from].font), buffer, features,
             (unsigned)feature_count);
    size_t first = shaped->count;
    collect(job, text, run->end, shaped);
    if (text->chars[run->from].orientation == TEXT_COMBINED)
        vertical_combine(shaped, first);
    const struct text_look *look = text->chars[run->from].look;
    if (look->scale != 1 || look->rise != 0)
        scale_units(shaped, first, look);
}

// Straight double quotes open and close in turn within a paragraph.
static void resolve_straight_quotes(struct shaped *shaped) {
    bool open = false;
    for (size_t i = 0; i < shaped->count; i++) {
        struct unit *unit = &shaped->units[i];
        if (unit->character == '\n')
            open = false;
        if (unit->character != '"')
            continue;
        unit->class = open ? CLASS_CLOSE : CLASS_OPEN;
        open = !open;
    }
}

static void orient(const struct shape_job *job, struct itemised *text) {
    enum text_orientation *found = ARENA_ARRAY(job->arena, text->count, enum text_orientation);
    vertical_orient(text->codes, text->count, found);
    for (size_t i = 0; i < text->count; i++) {
        struct item_char *item = &text->chars[i];
        item->orientation = found[i];
        if (found[i] == TEXT_UPRIGHT && marks_are_turned(item->character) &&
            face_turns(job->engine, item->font, item->character, job->language->tag))
            item->orientation = TEXT_SIDEWAYS;
    }
}

static void add_line_feed(struct shaped *shaped, const struct item_char *item) {
    shaped->units[shaped->count++] = (struct unit){.from = item->from,
                                                   .to = item->to,
                                                   .character = '\n',
                                                   .class = CLASS_SPACE,
                                                   .look = item->look,
                                                   .ink_right = -1};
}

struct shaped shape_words(const struct shape_job *job, struct str words) {
    struct shaped shaped = {.stack = fonts_resolve(job->engine, job->diag, job->place, job->style),
                            .language = job->language};
    if (!shaped.stack || !words.len)
        return shaped;
    hb_unicode_funcs_t *unicode = hb_unicode_funcs_get_default();
    struct itemised text = items_make(job, shaped.stack, words, &shaped.words);
    if (job->vertical)
        orient(job, &text);
    shaped.mixed = text.levels != NULL;
    shaped.units = ARENA_ARRAY(job->arena, text.count, struct unit);
    shaped.glyph_capacity = text.count; // nearly always right: no doubling
    shaped.glyphs = ARENA_ARRAY(job->arena, text.count, struct shaped_glyph);
    struct run run = {0};
    for (; run.from < text.count; run.from = run.end) {
        if (text.chars[run.from].character == '\n') {
            run.end = run.from + 1;
            add_line_feed(&shaped, &text.chars[run.from]);
            continue;
        }
        run.end = run_end(job->engine, unicode, &text, run.from, &run.script);
        shape_run(job, &text, &run, &shaped);
    }
    resolve_straight_quotes(&shaped);
    readings_shape(job, &shaped);
    return shaped;
}
