// A font file cut down to the glyphs of a picture.
#include "base/i18n.h"
#include "text/engine.h"

#include <hb-subset.h>

bool font_subset(struct text_engine *engine, struct diag *diag, font_id font,
                 const uint32_t *glyphs, size_t glyph_count, struct buf *out) {
    hb_font_t *shape = face_shape(engine, font);
    const struct font_info *info = font_get_info(engine, font);
    if (!info->may_subset) {
        diag_error(diag, DIAG_FONT_LICENCE, (struct diag_place){.file = info->file},
                   str_from(_("use outlines instead of embedded text, or another font")),
                   _("the font “%.*s” forbids embedding a part of it"), STR_ARG(info->family));
        return false;
    }
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input)
        return false;
    hb_set_t *wanted = hb_subset_input_glyph_set(input);
    for (size_t i = 0; i < glyph_count; i++)
        hb_set_add(wanted, glyphs[i]);
    // Placement is ours, so the layout tables are not needed.
    hb_set_t *dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
    hb_set_add(dropped, HB_TAG('G', 'S', 'U', 'B'));
    hb_set_add(dropped, HB_TAG('G', 'P', 'O', 'S'));
    hb_set_add(dropped, HB_TAG('G', 'D', 'E', 'F'));
    hb_set_add(dropped, HB_TAG('B', 'A', 'S', 'E'));
    hb_face_t *face = hb_subset_or_fail(hb_font_get_face(shape), input);
    hb_subset_input_destroy(input);
    if (!face) {
        diag_error(diag, DIAG_FONT_BROKEN, (struct diag_place){.file = info->file}, STR_NONE,
                   _("the font “%.*s” cannot be cut down"), STR_ARG(info->family));
        return false;
    }
    hb_blob_t *blob = hb_face_reference_blob(face);
    unsigned len;
    const char *data = hb_blob_get_data(blob, &len);
    buf_add(out, data, len);
    hb_blob_destroy(blob);
    hb_face_destroy(face);
    return true;
}
