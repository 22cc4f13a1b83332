// Telling PNG from JPEG, decoding PNG, and what every picture must keep to.
#include "infographic/image_file.h"

#include "base/i18n.h"
#include "infographic/image_jpeg.h"

#include <png.h>

bool image_report(struct diag *diag, struct diag_place place, const char *what, const char *hint) {
    diag_error(diag, DIAG_IMAGE, place, str_from(hint), "%s", what);
    return false;
}

bool image_check_size(struct diag *diag, struct diag_place place, size_t width, size_t height) {
    if (width && height && width <= IMAGE_SIDE_LIMIT && height <= IMAGE_SIDE_LIMIT &&
        width * height <= IMAGE_PIXEL_LIMIT)
        return true;
    diag_error(diag, DIAG_IMAGE, place,
               str_from(_("make it smaller: a phone shows 1080 px across")),
               _("the picture has %zu × %zu pixels; at most %d on a side and %d in all are read"),
               width, height, IMAGE_SIDE_LIMIT, IMAGE_PIXEL_LIMIT);
    return false;
}

static bool decode_png(struct arena *arena, struct diag *diag, struct diag_place place,
                       struct str bytes, struct scene_image *out) {
    png_image png = {.version = PNG_IMAGE_VERSION};
    if (!png_image_begin_read_from_memory(&png, bytes.data, bytes.len))
        return image_report(diag, place, _("the PNG file is damaged"), _("save it anew"));
    if (!image_check_size(diag, place, png.width, png.height)) {
        png_image_free(&png);
        return false;
    }
    png.format = PNG_FORMAT_RGBA;
    uint8_t *pixels = arena_alloc_array(arena, png.height, (size_t)png.width * 4);
    out->width = png.width;
    out->height = png.height;
    out->rgba = pixels;
    out->media_type = "image/png";
    if (png_image_finish_read(&png, NULL, pixels, 0, NULL))
        return true;
    png_image_free(&png);
    return image_report(diag, place, _("the PNG file is damaged or cut short"), _("save it anew"));
}

bool image_file_decode(struct arena *arena, struct diag *diag, struct diag_place place,
                       struct str bytes, struct scene_image *out) {
    *out = (struct scene_image){.encoded = bytes};
    if (str_starts(bytes, STR("\x89PNG\r\n\x1a\n")))
        return decode_png(arena, diag, place, bytes, out);
    if (str_starts(bytes, STR("\xFF\xD8\xFF")))
        return image_decode_jpeg(arena, diag, place, bytes, out);
    return image_report(diag, place, _("the file is neither PNG nor JPEG"),
                        _("save the picture as PNG or JPEG"));
}
