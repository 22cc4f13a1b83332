// Cleaning and itemising: what can be set, character by character.
#include "text/items.h"

#include "base/i18n.h"
#include "base/utf8.h"

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

// Spaces of a stated width: HarfBuzz makes them of the face's plain space.
static bool is_sized_space(uint32_t c) {
    return (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F;
}

static bool find_face(struct text_engine *engine, const struct font_stack *stack, uint32_t c,
                      font_id *out) {
    if (stack->has_latin && is_ascii_word(c) && face_has(engine, stack->latin_face, c)) {
        *out = stack->latin_face;
        return true;
    }
    for (size_t i = 0; i < stack->face_count; i++) {
        uint32_t wanted = is_sized_space(c) ? ' ' : c;
        if (is_ignorable(c) || c == '\t' || face_has(engine, stack->faces[i], wanted)) {
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
                     _("the text has control characters, or more than 30 marks on one character; "
                       "they are left out"));
}

enum { MOST_MARKS = 30 }; // on one character, as in Unicode's stream-safe form (UAX #15)

// Where the reader of the words is.
struct cleaner {
    const struct shape_job *job;
    struct str words;
    const struct font_stack *plain, *bold; // bold: NULL until a look asks for it
    hb_unicode_funcs_t *unicode;
    size_t span;    // of the job's spans
    size_t reading; // … readings
    size_t marks;   // on the last character
    bool dropped;   // no face has the last character
    bool invalid, control;
    char *bytes; // the cleaned words
    size_t used;
};

static const struct text_look plain_look = {.scale = 1};

static const struct text_look *look_at(struct cleaner *cleaner, size_t byte) {
    const struct marked *marked = cleaner->job->marked;
    if (!marked || !marked->span_count)
        return &plain_look;
    while (cleaner->span + 1 < marked->span_count && byte >= marked->spans[cleaner->span].to)
        cleaner->span++;
    return marked->spans[cleaner->span].look;
}

static uint32_t reading_at(struct cleaner *cleaner, size_t byte) {
    const struct marked *marked = cleaner->job->marked;
    if (!marked)
        return 0;
    while (cleaner->reading < marked->reading_count &&
           byte >= marked->readings[cleaner->reading].to)
        cleaner->reading++;
    bool inside =
        cleaner->reading < marked->reading_count && byte >= marked->readings[cleaner->reading].from;
    return inside ? (uint32_t)cleaner->reading + 1 : 0;
}

static const struct font_stack *stack_for(struct cleaner *cleaner, const struct text_look *look) {
    const struct shape_job *job = cleaner->job;
    bool bold = look->weight == WEIGHT_OF_TEXT ? job->style->bold : look->weight == WEIGHT_BOLD;
    if (bold == job->style->bold)
        return cleaner->plain;
    if (!cleaner->bold) {
        struct text_style style = *job->style;
        style.bold = bold;
        cleaner->bold = fonts_resolve(job->engine, job->diag, job->place, &style);
    }
    return cleaner->bold ? cleaner->bold : cleaner->plain;
}

static bool face_has_cluster(struct text_engine *engine, font_id font, const struct item_char *base,
                             const struct item_char *mark) {
    for (const struct item_char *each = base; each <= mark; each++)
        if (!is_ignorable(each->character) && !face_has(engine, font, each->character))
            return false;
    return true;
}

// A mark shares the face of what it stands on: that one when it has the mark, or both in one
// character; else the first face of the list that has all of the cluster, for all of it.
static bool find_joined_face(struct cleaner *cleaner, const struct font_stack *stack,
                             struct item_char *item) {
    struct text_engine *engine = cleaner->job->engine;
    struct item_char *base = item - 1;
    hb_codepoint_t both;
    while (base->joins)
        base--;
    item->font = base->font;
    if (is_ignorable(item->character) || face_has(engine, base->font, item->character) ||
        (hb_unicode_compose(cleaner->unicode, base->character, item->character, &both) &&
         face_has(engine, base->font, both)))
        return true;
    for (size_t i = 0; i < stack->face_count; i++) {
        if (!face_has_cluster(engine, stack->faces[i], base, item))
            continue;
        for (; base <= item; base++)
            base->font = stack->faces[i];
        return true;
    }
    return find_face(engine, stack, item->character, &item->font);
}

// Gives the character its face; false when it is left out.
static bool take(struct cleaner *cleaner, struct item_char *item, bool first) {
    const struct shape_job *job = cleaner->job;
    uint32_t c = item->character;
    bool after = !first && item[-1].character != '\n', extends = is_extending(cleaner->unicode, c);
    item->joins = after && (item[-1].character == 0x200D || extends);
    cleaner->marks = item->joins ? cleaner->marks + 1 : 0;
    if (cleaner->marks > MOST_MARKS) {
        cleaner->control = true;
        return false;
    }
    if (extends && cleaner->dropped) // what it stands on is reported
        return false;
    const struct font_stack *stack = stack_for(cleaner, item->look);
    bool found = c == '\n' || (item->joins ? find_joined_face(cleaner, stack, item)
                                           : find_face(job->engine, stack, c, &item->font));
    cleaner->dropped = !found;
    if (!found)
        report_glyph(job->diag, job->place, stack, c, cleaner->words);
    return found;
}

struct itemised items_make(const struct shape_job *job, const struct font_stack *stack,
                           struct str words, struct str *cleaned) {
    struct itemised out = {.chars = ARENA_ARRAY(job->arena, words.len, struct item_char),
                           .codes = ARENA_ARRAY(job->arena, words.len, uint32_t)};
    struct cleaner cleaner = {.job = job,
                              .words = words,
                              .plain = stack,
                              .unicode = hb_unicode_funcs_get_default(),
                              // an invalid byte is dropped, so the words never grow
                              .bytes = arena_alloc(job->arena, words.len + 4)};
    for (size_t at = 0; at < words.len;) {
        size_t start = at;
        uint32_t c = utf8_next(words, &at);
        if (c == UTF8_INVALID && !(at - start == 3 && (unsigned char)words.data[start] == 0xEF)) {
            cleaner.invalid = true;
            continue;
        }
        if (is_control(c)) {
            cleaner.control = cleaner.control || c != '\r';
            continue;
        }
        struct item_char *item = &out.chars[out.count];
        *item = (struct item_char){.character = c,
                                   .from = (uint32_t)cleaner.used,
                                   .look = look_at(&cleaner, start),
                                   .reading = reading_at(&cleaner, start)};
        if (!take(&cleaner, item, out.count == 0))
            continue;
        cleaner.used += utf8_encode(c, cleaner.bytes + cleaner.used);
        item->to = (uint32_t)cleaner.used;
        out.codes[out.count++] = c == '\t' ? ' ' : c;
    }
    report_bytes(job->diag, job->place, cleaner.invalid, cleaner.control);
    out.levels = bidi_levels(job->arena, out.codes, out.count);
    *cleaned = (struct str){cleaner.bytes, cleaner.used};
    return out;
}
