// Fonts inside the SVG (embed mode): a subset of each as an @font-face rule.
#include "backend/svg_write.h"

struct svg_face {
    font_id font;
    uint32_t *glyphs;
    size_t glyph_count, glyph_capacity;
    struct svg_map seen;
};

static struct svg_face *find_face(struct svg_writer *writer, font_id font) {
    for (size_t i = 0; i < writer->face_count; i++)
        if (writer->faces[i].font.index == font.index)
            return &writer->faces[i];
    ARENA_RESERVE(writer->arena, writer->faces, writer->face_count, writer->face_capacity);
    writer->faces[writer->face_count] = (struct svg_face){.font = font};
    return &writer->faces[writer->face_count++];
}

struct str svg_face_family(struct svg_writer *writer, const struct scene_run *run) {
    struct svg_face *face = find_face(writer, run->font);
    for (size_t i = 0; i < run->glyph_count; i++) {
        uint32_t *known = svg_map_at(&face->seen, writer->arena, run->glyphs[i].id);
        if (*known)
            continue;
        *known = 1;
        ARENA_RESERVE(writer->arena, face->glyphs, face->glyph_count, face->glyph_capacity);
        face->glyphs[face->glyph_count++] = run->glyphs[i].id;
    }
    struct buf name = BUF_INIT(writer->arena);
    svg_add_id(writer, &name, 'f', (uint32_t)(face - writer->faces));
    struct str family = str_copy(writer->arena, buf_str(&name));
    buf_done(&name);
    return family;
}

static bool add_face(struct svg_writer *writer, size_t index, struct buf *out) {
    struct svg_face *face = &writer->faces[index];
    struct buf file = BUF_INIT(writer->arena);
    bool ok =
        font_subset(writer->text, writer->diag, face->font, face->glyphs, face->glyph_count, &file);
    if (ok) {
        buf_add_text(out, "@font-face{font-family:");
        svg_add_id(writer, out, 'f', (uint32_t)index);
        // Said in the rule, so that programs without it find a face of the same weight.
        buf_printf(out, ";font-weight:%d",
                   svg_face_weight(font_get_info(writer->text, face->font)));
        buf_add_text(out, ";src:url(data:font/otf;base64,");
        svg_add_base64(out, buf_str(&file));
        buf_add_text(out, ")}\n");
    }
    buf_done(&file);
    return ok;
}

bool svg_add_faces(struct svg_writer *writer, struct buf *out) {
    bool ok = true;
    if (!writer->face_count)
        return true;
    buf_add_text(out, "<style>\n");
    for (size_t i = 0; i < writer->face_count; i++)
        ok &= add_face(writer, i, out);
    buf_add_text(out, "</style>\n");
    return ok;
}
