// Opened faces: shaping fonts straight from the file, ink boxes and halved marks.
//
// HarfBuzz reads the mapped file itself: a first bold face costs 0.3 ms so, against 20 ms through
// Pango and FreeType, and a face is only opened when a text needs it.
#include "text/engine.h"

#include <hb-ot.h>

static struct text_face *face_at(const struct text_engine *engine, font_id font) {
    return engine->faces[font.index];
}

// OS/2 fsType, OpenType 1.9: bit 1 alone forbids embedding, bit 8 subsetting, bit 9 outlines.
static void read_permissions(hb_face_t *face, struct font_info *info) {
    hb_blob_t *table = hb_face_reference_table(face, HB_TAG('O', 'S', '/', '2'));
    unsigned len;
    const uint8_t *data = (const uint8_t *)hb_blob_get_data(table, &len);
    unsigned type = len >= 10 ? (unsigned)(data[8] << 8 | data[9]) : 0;
    hb_blob_destroy(table);
    info->may_embed = (type & 0xF) != 2 && !(type & 0x200);
    info->may_subset = info->may_embed && !(type & 0x100);
}

hb_font_t *face_shape(struct text_engine *engine, font_id font) {
    struct text_face *face = face_at(engine, font);
    if (face->shape)
        return face->shape;
    hb_blob_t *blob = hb_blob_create_from_file(str_terminate(engine->run, face->info.file));
    hb_face_t *opened = hb_face_create(blob, (unsigned)face->info.face_index);
    hb_blob_destroy(blob);
    face->shape = hb_font_create(opened);
    face->info.units_per_em = (int)hb_face_get_upem(opened);
    read_permissions(opened, &face->info);
    hb_face_destroy(opened);
    return face->shape;
}

bool face_has(struct text_engine *engine, font_id font, uint32_t character) {
    hb_codepoint_t glyph;
    return hb_font_get_nominal_glyph(face_shape(engine, font), character, &glyph);
}

double face_units(const struct text_engine *engine, font_id font) {
    return face_at(engine, font)->info.units_per_em;
}

// Where a glyph is looked for first (Knuth's multiplicative hash).
static size_t slot_of(const struct text_face *face, uint32_t glyph) {
    uint32_t hash = glyph * UINT32_C(2654435761);
    return hash & (face->slot_capacity - 1);
}

static void slots_grow(struct text_engine *engine, struct text_face *face) {
    size_t old_capacity = face->slot_capacity;
    struct glyph_slot *old = face->slots;
    face->slot_capacity = old_capacity ? 4 * old_capacity : 256;
    face->slots = ARENA_ARRAY(engine->run, face->slot_capacity, struct glyph_slot);
    for (size_t i = 0; i < old_capacity; i++) {
        if (!old[i].used)
            continue;
        size_t at = slot_of(face, old[i].glyph);
        while (face->slots[at].used)
            at = (at + 1) & (face->slot_capacity - 1);
        face->slots[at] = old[i];
    }
}

struct glyph_slot *face_slot(struct text_engine *engine, font_id font, uint32_t glyph) {
    struct text_face *face = face_at(engine, font);
    if (2 * face->slot_count >= face->slot_capacity)
        slots_grow(engine, face);
    size_t at = slot_of(face, glyph);
    while (face->slots[at].used && face->slots[at].glyph != glyph)
        at = (at + 1) & (face->slot_capacity - 1);
    struct glyph_slot *slot = &face->slots[at];
    if (!slot->used) {
        slot->used = true;
        slot->glyph = glyph;
        face->slot_count++;
    }
    return slot;
}

hb_glyph_extents_t face_ink(struct text_engine *engine, font_id font, uint32_t glyph) {
    struct glyph_slot *slot = face_slot(engine, font, glyph);
    if (!slot->has_ink) {
        slot->has_ink = true;
        hb_font_get_glyph_extents(face_shape(engine, font), glyph, &slot->ink);
    }
    return slot->ink;
}

// Mean middle of the ink of some characters; `otherwise` when the face has none of them.
static double mean_centre(struct text_engine *engine, font_id font, const uint32_t *characters,
                          size_t count, double otherwise) {
    double sum = 0, em = face_units(engine, font);
    size_t found = 0;
    for (size_t i = 0; i < count; i++) {
        hb_codepoint_t glyph;
        if (!hb_font_get_nominal_glyph(face_shape(engine, font), characters[i], &glyph))
            continue;
        hb_glyph_extents_t ink = face_ink(engine, font, glyph);
        sum += (ink.y_bearing + ink.height / 2.0) / em;
        found++;
    }
    return found ? sum / (double)found : otherwise;
}

struct face_centres face_centres(struct text_engine *engine, font_id font) {
    static const uint32_t han[] = {0x56FD, 0x4E2D, 0x7684, 0x5E74, 0x4E1A, 0x6D3B}; // 国中的年业活
    static const uint32_t digits[] = {'1', '4', '7'}; // flat feet: no overshoot
    const double em_box = 0.380, capitals = 0.3665, near = 0.01;
    struct text_face *face = face_at(engine, font);
    if (!face->has_centres) {
        face->has_centres = true;
        double middle = mean_centre(engine, font, han, sizeof han / sizeof *han, em_box);
        bool agrees = middle > em_box - near && middle < em_box + near;
        face->centres = (struct face_centres){
            .han = agrees ? em_box : middle,
            .digits = mean_centre(engine, font, digits, sizeof digits / sizeof *digits, capitals)};
    }
    return face->centres;
}

static hb_glyph_position_t shape_mark(struct text_engine *engine, font_id font, uint32_t character,
                                      const char *language, const hb_feature_t *feature,
                                      hb_codepoint_t *glyph) {
    hb_buffer_t *buffer = hb_buffer_create();
    hb_buffer_add(buffer, character, 0);
    hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
    hb_buffer_set_direction(buffer, feature && feature->tag == HB_TAG('v', 'h', 'a', 'l')
                                        ? HB_DIRECTION_TTB
                                        : HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, HB_SCRIPT_HAN);
    hb_buffer_set_language(buffer, hb_language_from_string(language, -1));
    hb_shape(face_shape(engine, font), buffer, feature, feature ? 1 : 0);
    unsigned count;
    hb_glyph_position_t position = {0};
    const hb_glyph_position_t *positions = hb_buffer_get_glyph_positions(buffer, &count);
    if (count) {
        position = positions[0];
        *glyph = hb_buffer_get_glyph_infos(buffer, &count)[0].codepoint;
    }
    hb_buffer_destroy(buffer);
    return position;
}

static struct half_form half_across(struct text_engine *engine, font_id font, uint32_t character,
                                    const char *language) {
    hb_feature_t halt = {HB_TAG('h', 'a', 'l', 't'), 1, 0, (unsigned)-1};
    hb_codepoint_t glyph = 0;
    hb_glyph_position_t plain = shape_mark(engine, font, character, language, NULL, &glyph);
    hb_glyph_position_t half = shape_mark(engine, font, character, language, &halt, &glyph);
    struct half_form form = {.advance = half.x_advance, .shift = half.x_offset - plain.x_offset};
    int em = face_at(engine, font)->info.units_per_em;
    if (half.x_advance < plain.x_advance || plain.x_advance <= em / 2)
        return form;
    hb_glyph_extents_t ink = face_ink(engine, font, glyph);
    int before = ink.x_bearing, after = plain.x_advance - ink.x_bearing - ink.width;
    int blank = before > after ? before : after;
    blank = blank < 0 ? 0 : blank > em / 2 ? em / 2 : blank;
    form.advance = plain.x_advance - blank;
    form.shift = before > after ? -blank : 0;
    return form;
}

static struct half_form half_down(struct text_engine *engine, font_id font, uint32_t character,
                                  const char *language) {
    hb_feature_t vhal = {HB_TAG('v', 'h', 'a', 'l'), 1, 0, (unsigned)-1};
    hb_feature_t none = {HB_TAG('v', 'h', 'a', 'l'), 0, 0, (unsigned)-1};
    hb_codepoint_t glyph = 0;
    hb_glyph_position_t plain = shape_mark(engine, font, character, language, &none, &glyph);
    hb_glyph_position_t half = shape_mark(engine, font, character, language, &vhal, &glyph);
    struct half_form form = {.advance = -half.y_advance, .shift = plain.y_offset - half.y_offset};
    int em = face_at(engine, font)->info.units_per_em, advance = -plain.y_advance;
    if (form.advance < advance || advance <= em / 2)
        return form;
    // no vhal: by the blank above or below the ink; a mark in the middle of its square keeps it
    hb_glyph_extents_t ink = face_ink(engine, font, glyph);
    int before = -plain.y_offset - ink.y_bearing, after = advance - before + ink.height;
    int blank = before > after ? before : after;
    if (ink.height >= 0 || blank < em * 35 / 100)
        return form;
    blank = blank > em / 2 ? em / 2 : blank;
    form.advance = advance - blank;
    form.shift = before > after ? -blank : 0;
    return form;
}

struct half_form face_half(struct text_engine *engine, font_id font, uint32_t character,
                           struct half_kind kind) {
    struct text_face *face = face_at(engine, font);
    for (size_t i = 0; i < face->half_count; i++) {
        const struct half_form *known = &face->halves[i];
        if (known->character == character && known->vertical == kind.vertical &&
            known->language == kind.language)
            return *known;
    }
    struct half_form form = kind.vertical ? half_down(engine, font, character, kind.language)
                                          : half_across(engine, font, character, kind.language);
    form.character = character;
    form.vertical = kind.vertical;
    form.language = kind.language;
    if (face->half_count < HALF_MARKS)
        face->halves[face->half_count++] = form;
    return form;
}

bool face_turns(struct text_engine *engine, font_id font, uint32_t character,
                const char *language) {
    struct text_face *face = face_at(engine, font);
    for (size_t i = 0; i < face->turned_count; i++)
        if (face->turned[i].character == character)
            return face->turned[i].lies;
    hb_feature_t down = {HB_TAG('v', 'h', 'a', 'l'), 0, 0, (unsigned)-1}; // asks for columns
    hb_codepoint_t across_glyph = 0, down_glyph = 0;
    shape_mark(engine, font, character, language, NULL, &across_glyph);
    shape_mark(engine, font, character, language, &down, &down_glyph);
    struct turned_mark mark = {character, across_glyph == down_glyph};
    if (face->turned_count < TURNED_MARKS)
        face->turned[face->turned_count++] = mark;
    return mark.lies;
}
