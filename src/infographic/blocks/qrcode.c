// qrcode: a code that phones read, dark on white with its quiet zone, on whole px.
#include "base/i18n.h"
#include "infographic/block.h"
#include "scene/path.h"

#include <math.h>
#include <qrencode.h>

static const char *const level_words[] = {"low", "medium", "quartile", "high"};
static const QRecLevel levels[] = {QR_ECLEVEL_L, QR_ECLEVEL_M, QR_ECLEVEL_Q, QR_ECLEVEL_H};
static const struct shape level_shape = {.kind = SHAPE_WORD, .words = level_words, .word_count = 4};
static const struct field fields[] = {
    {"text", &shape_string, true, N_("What the code says: an address, mostly.")},
    {"caption", &shape_text, false, N_("What a reader finds there, beside or below the code.")},
    {"correction", &level_shape, false,
     N_("How much of it may be covered: low 7 %, medium 15 % (when left out), quartile 25 %, high "
        "30 %.")},
};
const struct shape block_shape_qrcode = {
    .kind = SHAPE_OBJECT,
    .name = "blockQrcode",
    .fields = fields,
    .field_count = sizeof fields / sizeof *fields,
};

enum { QUIET = 4 }; // modules of white around the code (ISO/IEC 18004, 6.3.8)

struct qrcode {
    const struct json *json;
    struct str text, caption_words;
    const uint8_t *modules; // bit 0: dark
    size_t count;           // modules of a side
    double module;          // px
    bool beside;            // the caption
    const struct text_block *caption;
};

// Designed px.
static const double target = 320, caption_gap = 28, least_caption = 220;
static const double least_module = 2; // px: less cannot be read from a screen

static bool is_ascii(struct str text) {
    for (size_t i = 0; i < text.len; i++)
        if (text.data[i] & 0x80)
            return false;
    return true;
}

// Bytes are ISO 8859-1 unless the code says otherwise (ISO/IEC 18004, 7.3.2): readers guess, and
// sometimes wrongly.
static QRcode *make_code(struct str text, QRecLevel correction) {
    enum { ECI_UTF8 = 26 };
    if (is_ascii(text))
        return QRcode_encodeData((int)text.len, (const unsigned char *)text.data, 0, correction);
    QRinput *input = QRinput_new2(0, correction);
    QRcode *code = NULL;
    if (input && !QRinput_appendECIheader(input, ECI_UTF8) &&
        !QRinput_append(input, QR_MODE_8, (int)text.len, (const unsigned char *)text.data))
        code = QRcode_encodeInput(input);
    QRinput_free(input);
    return code;
}

static bool encode(const struct block_context *context, const struct json *value,
                   struct qrcode *qrcode) {
    struct arena *arena = context->info->arena;
    const struct json *level = json_get(value, "correction");
    QRecLevel correction = QR_ECLEVEL_M;
    for (size_t i = 0; level && i < sizeof levels / sizeof *levels; i++)
        if (str_is(level->string, level_words[i]))
            correction = levels[i];
    QRcode *code = make_code(qrcode->text, correction);
    if (!code) {
        diag_error(context->info->diag, DIAG_BLOCK, json_place(arena, json_get(value, "text")),
                   str_from(_("take a short address, or \"correction\": \"low\"")), "%s",
                   qrcode->text.len ? _("the text is too long for a QR code")
                                    : _("a QR code needs a text"));
        return false;
    }
    qrcode->count = (size_t)code->width;
    qrcode->modules =
        arena_grow(arena, code->data, qrcode->count * qrcode->count, qrcode->count * qrcode->count);
    QRcode_free(code);
    return true;
}

static void *read(const struct block_context *context, const struct json *value) {
    struct qrcode *qrcode = ARENA_NEW(context->info->arena, struct qrcode);
    qrcode->json = value;
    qrcode->text = json_get(value, "text")->string;
    qrcode->caption_words = block_words(context, value, "caption");
    block_tell(context, qrcode->caption_words.len ? qrcode->caption_words : qrcode->text);
    return encode(context, value, qrcode) ? qrcode : NULL;
}

static double side_of(const struct qrcode *qrcode) {
    return (double)(qrcode->count + 2 * (size_t)QUIET) * qrcode->module;
}

static double measure(const struct block_context *context, void *data, double width) {
    struct qrcode *qrcode = data;
    double modules = (double)(qrcode->count + 2 * (size_t)QUIET);
    qrcode->module = fmax(ceil(block_px(context, target) / modules), least_module);
    if (side_of(qrcode) > width)
        qrcode->module = floor(width / modules);
    if (qrcode->module < least_module) {
        diag_error(context->info->diag, DIAG_LAYOUT, json_place(context->info->arena, qrcode->json),
                   str_from(_("take a shorter text, or a wider place")),
                   _("a QR code of %zu modules has no room in %.0f px"), qrcode->count, width);
        qrcode->module = least_module;
    }
    double side = side_of(qrcode), beside = width - side - block_px(context, caption_gap);
    qrcode->beside = beside >= block_px(context, least_caption);
    qrcode->caption = block_set_text(
        context, &(struct block_text_request){.type = LOOK_LABEL,
                                              .words = qrcode->caption_words,
                                              .width = qrcode->beside ? beside : width,
                                              .mode = TEXT_BALANCE});
    double caption = block_height(qrcode->caption);
    if (qrcode->beside)
        return fmax(side, caption) + 1; // the code is moved to a whole px
    return side + 1 + (caption > 0 ? caption + block_px(context, caption_gap) : 0);
}

// The runs of dark modules of each row, as one path, so that no seams show between them.
static struct path dark_path(struct scene *scene, const struct qrcode *qrcode,
                             struct point corner) {
    struct path_builder path = PATH_BUILDER(scene->arena);
    double m = qrcode->module;
    for (size_t row = 0; row < qrcode->count; row++)
        for (size_t from = 0, to; from < qrcode->count; from = to + 1) {
            const uint8_t *line = qrcode->modules + row * qrcode->count;
            for (to = from; to < qrcode->count && line[to] & 1;)
                to++;
            if (to > from)
                path_rect(&path, (struct rect){corner.x + (double)(from + QUIET) * m,
                                               corner.y + (double)(row + QUIET) * m,
                                               (double)(to - from) * m, m});
        }
    return path_done(&path);
}

static void draw(const struct block_context *context, const void *data, struct scene *scene,
                 struct rect box) {
    const struct qrcode *qrcode = data;
    const struct style *style = context->look->style;
    struct point corner = {ceil(box.x), ceil(box.y)};
    double side = side_of(qrcode);
    // Dark on white in every style: many readers know no other way round.
    const struct colour white = {255, 255, 255, 255}, black = {0, 0, 0, 255};
    bool dark_ink = colour_contrast(style->ink, white) >= 7;
    block_fill(scene, ROLE_PANEL, (struct rect){corner.x, corner.y, side, side}, 0, white);
    struct scene_path dark = {.path = dark_path(scene, qrcode, corner),
                              .fill = paint_solid(dark_ink ? style->ink : black),
                              .opacity = 1};
    scene_add_path(scene, ROLE_ORNAMENT, OWNER_NONE, dark)->label = qrcode->text;
    double gap = block_px(context, caption_gap), height = block_height(qrcode->caption);
    if (qrcode->beside)
        block_put(scene, ROLE_BODY, qrcode->caption, corner.x + side + gap,
                  corner.y + (side - height) / 2);
    else
        block_put(scene, ROLE_BODY, qrcode->caption, box.x, corner.y + side + gap);
}

const struct block_kind block_kind_qrcode = {
    .name = "qrcode", .read = read, .measure = measure, .draw = draw};
