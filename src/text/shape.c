// Itemising by face and script, then one HarfBuzz run each.
//
// Not Pango: its first bold face costs 20 ms, it shifts runs by BASE data (no common baseline) and
// its breaks cannot be used for Chinese. Our items are simple: a character takes the first face of
// the list that has it; ASCII letters and digits the Latin face when there is one.
#include "text/shape.h"

#include "base/i18n.h"
#include "base/utf8.h"

struct item_char {
    uint32_t character;
    uint32_t from, to; // bytes of the cleaned words
    font_id font;
    bool joins; // belongs to the cluster before it
};

struct itemised {
    struct item_char *chars;
    uint32_t *codes; // the same characters, as HarfBuzz wants them
    size_t count;
};

// Combining marks, joiners, selectors and emoji modifiers stay with what they follow.
static bool is_extending(hb_unicode_funcs_t *unicode, uint32_t c) {
    if (c < 0x300)
        return false;
    if (c == 0x200C || c == 0x200D || (c >= 0xFE00 && c <= 0xFE0F) ||
        (c >= 0x1F3FB && c <= 0x1F3FF) || (c >= 0xE0020 && c <= 0xE01EF))
        return true;
    hb_unicode_general_category_t category = hb_unicode_general_category(unicode, c);
    return category == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK ||
           category == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK ||
           category == HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK;
}

static bool is_ignorable(uint32_t c) {
    return c == 0x00AD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || (c >= 0xFE00 && c <= 0xFE0F) ||
           (c >= 0xE0000 && c <= 0xE0FFF);
}

static bool is_control(uint32_t c) {
    return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0);
}

static bool is_ascii_word(uint32_t c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static bool find_face(struct text_engine *engine, const struct font_stack *stack, uint32_t c,
                      font_id *out) {
    if (stack->has_latin && is_ascii_word(c) && face_has(engine, stack->latin_face, c)) {
        *out = stack->latin_face;
        return true;
    }
    for (size_t i = 0; i < stack->face_count; i++) {
        if (is_ignorable(c) || c == '\t' || face_has(engine, stack->faces[i], c)) {
            *out = stack->faces[i];
            return true;
        }
    }
    return false;
}

static void report_glyph(struct diag *diag, struct diag_place place, const struct font_stack *stack,
                         uint32_t c, struct str words) {
    char bytes[4];
    struct str shown = {bytes, utf8_encode(c, bytes)};
    struct str excerpt = words;
    if (excerpt.len > 60) {
        size_t end = 60;
        while (end > 0 && ((unsigned char)words.data[end] & 0xC0) == 0x80)
            end--;
        excerpt.len = end;
    }
    diag_error(diag, DIAG_NO_GLYPH, place, str_from(_("add a font that has it to the font list")),
               _("no glyph for “%.*s” (U+%04X) in “%.*s”; fonts: %.*s"), STR_ARG(shown), c,
               STR_ARG(excerpt), STR_ARG(stack->fonts));
}

static void report_bytes(struct diag *diag, struct diag_place place, bool invalid, bool control) {
    if (invalid)
        diag_error(diag, DIAG_TEXT_ENCODING, place, str_from(_("save the text as UTF-8")), "%s",
                   _("the text has bytes that are not UTF-8; they are left out"));
    if (control)
        diag_warning(diag, DIAG_CONTROL_CHARACTER, place, STR_NONE, "%s",
                     _("the text has control characters; they are left out"));
}

struct cleaning {
    struct text_engine *engine;
    struct arena *arena;
    struct diag *diag;
    struct diag_place place;
    const struct font_stack *stack;
    hb_unicode_funcs_t *unicode;
};

// Keeps what can be set; fills chars, codes and the cleaned words.
static struct itemised clean(const struct cleaning *to, struct str words, struct str *cleaned) {
    struct itemised out = {.chars = ARENA_ARRAY(to->arena, words.len, struct item_char),
                           .codes = ARENA_ARRAY(to->arena, words.len, uint32_t)};
    // An invalid byte is dropped, so the cleaned words never grow.
    char *bytes = arena_alloc(to->arena, words.len + 4);
    size_t used = 0;
    bool invalid = false, control = false;
    for (size_t at = 0; at < words.len;) {
        size_t start = at;
        uint32_t c = utf8_next(words, &at);
        if (c == UTF8_INVALID && !(at - start == 3 && (unsigned char)words.data[start] == 0xEF)) {
            invalid = true;
            continue;
        }
        if (is_control(c)) {
            control = control || c != '\r';
            continue;
        }
        struct item_char *item = &out.chars[out.count];
        *item = (struct item_char){.character = c, .from = (uint32_t)used};
        bool after = out.count > 0 && item[-1].character != '\n';
        bool joined = after && (item[-1].character == 0x200D || is_extending(to->unicode, c));
        item->joins = joined;
        if (joined && (is_ignorable(c) || face_has(to->engine, item[-1].font, c)))
            item->font = item[-1].font;
        else if (c != '\n' && !find_face(to->engine, to->stack, c, &item->font)) {
            report_glyph(to->diag, to->place, to->stack, c, words);
            continue;
        }
        used += utf8_encode(c, bytes + used);
        item->to = (uint32_t)used;
        out.codes[out.count++] = c == '\t' ? ' ' : c;
    }
    report_bytes(to->diag, to->place, invalid, control);
    *cleaned = (struct str){bytes, used};
    return out;
}

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
        if (item->font.index != text->chars[from].font.index)
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

static void add_glyph(struct text_engine *engine, struct arena *arena, struct shaped *shaped,
                      struct unit *unit, const hb_glyph_info_t *info,
                      const hb_glyph_position_t *position) {
    double em = face_units(engine, unit->font);
    double x = unit->advance + position->x_offset / em, y = position->y_offset / em;
    hb_glyph_extents_t ink = face_ink(engine, unit->font, info->codepoint);
    if (ink.width) {
        double left = x + ink.x_bearing / em, right = left + ink.width / em;
        double top = y + ink.y_bearing / em, bottom = top + ink.height / em;
        bool first = unit->ink_right < unit->ink_left;
        unit->ink_left = first || left < unit->ink_left ? left : unit->ink_left;
        unit->ink_right = first || right > unit->ink_right ? right : unit->ink_right;
        unit->ink_top = first || top > unit->ink_top ? top : unit->ink_top;
        unit->ink_bottom = first || bottom < unit->ink_bottom ? bottom : unit->ink_bottom;
    }
    ARENA_RESERVE(arena, shaped->glyphs, shaped->glyph_count, shaped->glyph_capacity);
    shaped->glyphs[shaped->glyph_count++] =
        (struct shaped_glyph){.id = info->codepoint, .x = x, .y = y};
    unit->glyph_count++;
    unit->advance += position->x_advance / em;
}

static void finish_unit(struct text_engine *engine, struct unit *unit) {
    unit->half = unit->advance;
    if (!class_is_adjustable(unit->character) || unit->advance < 0.9)
        return;
    double em = face_units(engine, unit->font);
    struct half_form form = face_half(engine, unit->font, unit->character, false);
    unit->half = form.advance / em;
    unit->half_shift = form.shift / em;
}

// Makes the units of one shaped run, in logical order.
static void collect(struct text_engine *engine, struct arena *arena, const struct itemised *text,
                    size_t end, struct shaped *shaped) {
    unsigned count;
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(engine->buffer, &count);
    const hb_glyph_position_t *places = hb_buffer_get_glyph_positions(engine->buffer, &count);
    bool backward = HB_DIRECTION_IS_BACKWARD(hb_buffer_get_direction(engine->buffer));
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
        *unit = (struct unit){.from = text->chars[cluster].from,
                              .to = text->chars[last].to,
                              .character = text->chars[cluster].character,
                              .class = (uint8_t)class_of(text->chars[cluster].character),
                              .right_to_left = backward,
                              .font = text->chars[cluster].font,
                              .glyph_from = (uint32_t)shaped->glyph_count,
                              .ink_right = -1};
        if (is_apostrophe(text, cluster))
            unit->class = CLASS_LATIN;
        for (unsigned i = first; i < stop; i++)
            add_glyph(engine, arena, shaped, unit, &infos[i], &places[i]);
        finish_unit(engine, unit);
    }
}

static void shape_run(struct text_engine *engine, struct arena *arena, const struct itemised *text,
                      size_t from, size_t end, hb_script_t script, const char *language,
                      struct shaped *shaped) {
    hb_buffer_t *buffer = engine->buffer;
    hb_buffer_clear_contents(buffer);
    hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
    hb_buffer_add_codepoints(buffer, text->codes, (int)text->count, (unsigned)from,
                             (int)(end - from));
    hb_direction_t direction = hb_script_get_horizontal_direction(script);
    hb_buffer_set_direction(buffer, direction == HB_DIRECTION_RTL ? direction : HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, script);
    hb_buffer_set_language(buffer, hb_language_from_string(language, -1));
    size_t feature_count = 0;
    for (size_t i = from; i < end; i++)
        feature_count += is_apostrophe(text, i);
    hb_feature_t *features = ARENA_ARRAY(arena, feature_count, hb_feature_t);
    feature_count = 0;
    for (size_t i = from; i < end; i++)
        if (is_apostrophe(text, i))
            features[feature_count++] =
                (hb_feature_t){HB_TAG('p', 'w', 'i', 'd'), 1, (unsigned)i, (unsigned)i + 1};
    hb_shape(face_shape(engine, text->chars[from].font), buffer, features, (unsigned)feature_count);
    collect(engine, arena, text, end, shaped);
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

struct shaped shape_words(struct text_engine *engine, struct arena *arena, struct diag *diag,
                          struct diag_place place, const struct text_style *style,
                          struct str words) {
    struct shaped shaped = {.stack = fonts_resolve(engine, diag, place, style)};
    if (!shaped.stack || !words.len)
        return shaped;
    struct cleaning cleaning = {.engine = engine,
                                .arena = arena,
                                .diag = diag,
                                .place = place,
                                .stack = shaped.stack,
                                .unicode = hb_unicode_funcs_get_default()};
    struct itemised text = clean(&cleaning, words, &shaped.words);
    shaped.units = ARENA_ARRAY(arena, text.count, struct unit);
    const char *language = style->language.len ? str_terminate(arena, style->language) : "zh-Hans";
    for (size_t from = 0; from < text.count;) {
        if (text.chars[from].character == '\n') {
            shaped.units[shaped.count++] = (struct unit){.from = text.chars[from].from,
                                                         .to = text.chars[from].to,
                                                         .character = '\n',
                                                         .class = CLASS_SPACE,
                                                         .ink_right = -1};
            from++;
            continue;
        }
        hb_script_t script;
        size_t end = run_end(engine, cleaning.unicode, &text, from, &script);
        shape_run(engine, arena, &text, from, end, script, language, &shaped);
        from = end;
    }
    resolve_straight_quotes(&shaped);
    return shaped;
}
