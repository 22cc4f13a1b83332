// Decoding JPEG with libjpeg-turbo; its errors come back through a jump.
#include "infographic/image_jpeg.h"

#include "base/i18n.h"

#include <setjmp.h>
#include <stdio.h>

#include <jerror.h>
#include <jpeglib.h>

struct jpeg_trouble {
    struct jpeg_error_mgr manager; // first: libjpeg knows only this part
    jmp_buf back;
    bool cut_short;
};

static void leave(j_common_ptr common) {
    longjmp(((struct jpeg_trouble *)(void *)common->err)->back, 1);
}

// libjpeg fills up what is missing with grey and only warns.
static void hear(j_common_ptr common, int level) {
    struct jpeg_trouble *trouble = (struct jpeg_trouble *)(void *)common->err;
    int code = common->err->msg_code;
    if (level < 0 && (code == JWRN_JPEG_EOF || code == JWRN_HIT_MARKER))
        trouble->cut_short = true;
}

static unsigned read_u16(const uint8_t *at, bool little) {
    return little ? (unsigned)(at[0] | at[1] << 8) : (unsigned)(at[0] << 8 | at[1]);
}

// Exif 2.3, 4.6: the tag 0x0112 of the first directory behind "Exif\0\0"; 1 is upright.
static bool is_turned(const uint8_t *data, size_t len) {
    enum { HEAD = 14, ENTRY = 12, ORIENTATION = 0x0112 };
    if (len < HEAD + 2 ||
        !str_equal((struct str){(const char *)data, 6}, (struct str){"Exif\0", 6}))
        return false;
    bool little = data[6] == 'I';
    size_t at = 6 + (little ? data[10] | data[11] << 8 : data[12] << 8 | data[13]);
    if (at + 2 > len)
        return false;
    unsigned count = read_u16(data + at, little);
    for (at += 2; count && at + ENTRY <= len; at += ENTRY, count--)
        if (read_u16(data + at, little) == ORIENTATION)
            return read_u16(data + at + 8, little) != 1;
    return false;
}

static bool has_turned_marker(const struct jpeg_decompress_struct *jpeg) {
    for (const struct jpeg_marker_struct *marker = jpeg->marker_list; marker; marker = marker->next)
        if (marker->marker == JPEG_APP0 + 1 && is_turned(marker->data, marker->data_length))
            return true;
    return false;
}

static bool check_head(const struct jpeg_decompress_struct *jpeg, struct diag *diag,
                       struct diag_place place) {
    if (!image_check_size(diag, place, jpeg->image_width, jpeg->image_height))
        return false;
    if (jpeg->jpeg_color_space == JCS_CMYK || jpeg->jpeg_color_space == JCS_YCCK)
        return image_report(diag, place, _("the JPEG file has CMYK colours"),
                            _("save it with RGB colours"));
    if (has_turned_marker(jpeg))
        return image_report(diag, place, _("the photo is stored turned (Exif orientation)"),
                            _("turn it upright in an image program and save it"));
    return true;
}

static void read_rows(struct jpeg_decompress_struct *jpeg, uint8_t *pixels) {
    jpeg->out_color_space = JCS_EXT_RGBA;
    jpeg_start_decompress(jpeg);
    while (jpeg->output_scanline < jpeg->output_height) {
        JSAMPROW row = pixels + (size_t)jpeg->output_scanline * jpeg->output_width * 4;
        jpeg_read_scanlines(jpeg, &row, 1);
    }
    jpeg_finish_decompress(jpeg);
}

// All between the jumps: false when the file is damaged, and nothing was reported of it.
static bool read_file(struct jpeg_decompress_struct *jpeg, struct jpeg_trouble *trouble,
                      struct arena *arena, struct diag *diag, struct diag_place place,
                      struct scene_image *out) {
    if (setjmp(trouble->back)) {
        image_report(diag, place, _("the JPEG file is damaged"), _("save it anew"));
        return false;
    }
    jpeg_save_markers(jpeg, JPEG_APP0 + 1, 0xFFFF);
    jpeg_read_header(jpeg, TRUE);
    if (!check_head(jpeg, diag, place))
        return false;
    out->width = jpeg->image_width;
    out->height = jpeg->image_height;
    uint8_t *pixels = arena_alloc_array(arena, out->height, (size_t)out->width * 4);
    out->rgba = pixels;
    read_rows(jpeg, pixels);
    if (trouble->cut_short)
        image_report(diag, place, _("the JPEG file is cut short"), _("copy or save it anew"));
    return !trouble->cut_short;
}

bool image_decode_jpeg(struct arena *arena, struct diag *diag, struct diag_place place,
                       struct str bytes, struct scene_image *out) {
    struct jpeg_trouble trouble = {0};
    struct jpeg_decompress_struct jpeg = {.err = jpeg_std_error(&trouble.manager)};
    trouble.manager.error_exit = leave;
    trouble.manager.emit_message = hear;
    jpeg_create_decompress(&jpeg);
    jpeg_mem_src(&jpeg, (const unsigned char *)bytes.data, bytes.len);
    out->media_type = "image/jpeg";
    bool fine = read_file(&jpeg, &trouble, arena, diag, place, out);
    jpeg_destroy_decompress(&jpeg);
    return fine;
}
