// A brand's mark in a style: a PNG file, or shapes.
#include "style/style_logo.h"

#include "base/file.h"
#include "base/i18n.h"
#include "base/json_out.h"
#include "base/path.h"
#include "base/png_info.h"

enum { LOGO_BYTES = 4 * 1024 * 1024 };
static const double DEFAULT_HEIGHT = 56; // px

static bool read_file(struct arena *arena, struct diag *diag, struct style_logo *logo,
                      const struct json *value) {
    struct diag_place place = json_place(arena, value);
    unsigned width, height;
    logo->file = path_join(arena, path_folder(value->file->path), value->string);
    if (!file_read(arena, diag, place, logo->file, LOGO_BYTES, &logo->png)) {
        return false;
    }
    if (!png_info_read(logo->png, &width, &height)) {
        diag_error(diag, DIAG_LOGO, place, str_from(_("save the picture anew as PNG")),
                   _("“%.*s” is no whole PNG file of at most %d px a side"), STR_ARG(logo->file),
                   PNG_SIDE_LIMIT);
        return false;
    }
    logo->paths = NULL;
    logo->box_width = width;
    logo->box_height = height;
    return true;
}

static void read_shapes(struct style_logo *logo, const struct json *paths, const struct json *box) {
    if (paths) {
        logo->paths = paths;
        logo->file = logo->png = STR_NONE;
    }
    if (box && logo->paths) {
        logo->box_width = json_number(json_at(box, 0), 0);
        logo->box_height = json_number(json_at(box, 1), 0);
    }
}

bool style_logo_read(struct arena *arena, struct diag *diag, struct style_logo *logo,
                     const struct json *value) {
    const struct json *file = json_get(value, "file"), *paths = json_get(value, "paths");
    const struct json *box = json_get(value, "box");
    bool started = logo->paths || logo->png.len;
    logo->height = json_length(json_get(value, "height"), started ? logo->height : DEFAULT_HEIGHT);
    logo->side = str_is(json_string(json_get(value, "side"), STR_NONE), "top")    ? LOGO_TOP
                 : str_is(json_string(json_get(value, "side"), STR_NONE), "foot") ? LOGO_FOOT
                                                                                  : logo->side;
    logo->alt = json_string(json_get(value, "alt"), logo->alt);
    if (file && !read_file(arena, diag, logo, file)) {
        return false;
    }
    if (!file) {
        read_shapes(logo, paths, box);
    }
    if ((file && paths) || !(logo->box_width > 0) || !(logo->paths || logo->png.len)) {
        diag_error(diag, DIAG_LOGO, json_place(arena, value), STR_NONE, "%s",
                   _("a logo has either \"file\", or \"paths\" with their \"box\""));
        return false;
    }
    return true;
}

static void print_key(struct buf *out, const char *key) {
    buf_add_text(out, ", ");
    buf_add_json_string(out, str_from(key));
    buf_add_text(out, ": ");
}

void style_logo_print(struct buf *out, const struct style_logo *logo) {
    buf_add_text(out, "{\"height\": ");
    buf_add_json_number(out, logo->height);
    print_key(out, "side");
    buf_add_text(out, logo->side == LOGO_TOP ? "\"top\"" : "\"foot\"");
    print_key(out, "alt");
    buf_add_json_string(out, logo->alt);
    if (logo->paths) {
        print_key(out, "box");
        buf_add_char(out, '[');
        buf_add_json_number(out, logo->box_width);
        buf_add_text(out, ", ");
        buf_add_json_number(out, logo->box_height);
        buf_add_char(out, ']');
        print_key(out, "paths");
        json_write(out, logo->paths, 1);
    } else {
        print_key(out, "file");
        buf_add_json_string(out, logo->file);
    }
    buf_add_char(out, '}');
}
