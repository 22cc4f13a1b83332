// One picture from its request to its files.
#include "cli/paint.h"

#include "backend/glyph_masks.h"
#include "base/i18n.h"
#include "base/number.h"
#include "cli/category_pass.h"
#include "cli/findings.h"
#include "cli/manifest.h"
#include "cli/output.h"
#include "map/base.h"

#include <stdio.h>

// A style loaded before, by whose it is.
struct style_slot {
    const struct document *document;
    const struct json *own;    // a figure's key `style`, or NULL
    const struct style *style; // NULL: could not be loaded
};

static const struct category_colours *colours_of(const struct painter *painter,
                                                 const struct document *document) {
    for (size_t i = 0; i < painter->plan->document_count; i++)
        if (painter->plan->documents[i] == document)
            return painter->colours[i];
    return NULL;
}

void painter_prepare(struct painter *painter) {
    painter->loaded = painter->diag->count;
    painter->colours = category_pass(painter);
}

bool painter_open(struct painter *painter) {
    painter->text = text_open(painter->run, painter->diag, &(struct text_options){0});
    if (!painter->text)
        return false;
    painter->options.masks = glyph_masks_new(painter->run);
    painter->bases = base_cache_new(painter->run);
    return true;
}

void painter_close(struct painter *painter) {
    if (!painter->text)
        return;
    glyph_masks_free(painter->options.masks);
    text_close(painter->text);
}

// Of the document when `own` is NULL: --style, else its `style`; else what `own` names.
static const struct style *load_style(struct painter *painter, const struct document *document,
                                      const struct json *own) {
    const struct json *given = json_get(document->json, "style");
    struct str name = json_string(own, document->style_name);
    if (painter->style_override.len)
        name = painter->style_override;
    if (!name.len)
        name = document->vega_lite ? STR("vega") : STR("rong");
    bool overrides = !own && given && given->kind == JSON_OBJECT;
    const struct json *from = own ? own : given ? given : document->json;
    return style_load(painter->run, painter->diag, json_place(painter->run, from), name,
                      document->folder, overrides ? given : NULL);
}

const struct style *painter_style(struct painter *painter, const struct document *document,
                                  const struct json *own) {
    struct style_slot slot = {.document = document, .own = own};
    for (size_t i = 0; i < painter->style_count; i++)
        if (painter->styles[i].document == document && painter->styles[i].own == own)
            return painter->styles[i].style;
    if (own && own->kind == JSON_OBJECT) {
        const struct style *base = painter_style(painter, document, NULL);
        slot.style = base ? style_override(painter->run, painter->diag, base, own) : NULL;
    } else {
        slot.style = load_style(painter, document, own);
    }
    ARENA_RESERVE(painter->run, painter->styles, painter->style_count, painter->style_capacity);
    painter->styles[painter->style_count++] = slot;
    return slot.style;
}

bool painter_has_error(const struct painter *painter, const struct figure_request *figure) {
    struct diag_place place = json_place(painter->run, figure->json);
    for (size_t i = 0; i < painter->loaded; i++) {
        const struct diag_entry *entry = &painter->diag->entries[i];
        struct str pointer = entry->place.pointer;
        if (entry->severity == DIAG_ERROR && str_equal(entry->place.file, place.file) &&
            str_starts(pointer, place.pointer) &&
            (pointer.len == place.pointer.len || pointer.data[place.pointer.len] == '/'))
            return true;
    }
    return false;
}

static bool fits(struct painter *painter, const struct plan_item *item, double width,
                 double height) {
    if (width <= SIZE_SIDE_LIMIT && height <= SIZE_SIDE_LIMIT)
        return true;
    struct str w = number_print(painter->run, width, 0), h = number_print(painter->run, height, 0);
    diag_error(painter->diag, DIAG_PICTURE_SIZE, json_place(painter->run, item->figure->json),
               STR_NONE, _("a picture of %.*s × %.*s px is too large; a side has at most %d px"),
               STR_ARG(w), STR_ARG(h), SIZE_SIDE_LIMIT);
    return false;
}

// px of the smallest text that can be read in the picture, whose width may be the style's.
static double least_text(const struct plan_item *item, const struct style *style) {
    return size_least_text(&item->size, item->size.width > 0 ? item->size.width : style->width);
}

static void check_layout(struct painter *painter, struct arena *arena, const struct plan_item *item,
                         const struct scene *scene, const struct style *style,
                         const struct finding **findings, size_t *count) {
    enum { LARGE_TEXT_PX = 24 }; // WCAG 2.1: 18 pt
    struct check_limits limits = {.large_text_px = LARGE_TEXT_PX};
    if (style->check_contrast) {
        limits.min_text_px = item->size.least_text <= 0 && style->least_text > 0
                                 ? style->least_text
                                 : size_least_text(&item->size, scene->width);
        limits.contrast_small = 4.5;
        limits.contrast_large = 3;
    }
    *count = scene_check(arena, scene, limits, findings);
    findings_report(painter->diag, json_place(painter->run, item->figure->json), *findings, *count);
}

const struct scene *painter_layout(struct painter *painter, struct arena *arena,
                                   const struct plan_item *item, const struct finding **findings,
                                   size_t *finding_count) {
    *finding_count = 0;
    if (painter_has_error(painter, item->figure))
        return NULL;
    const struct style *style =
        painter_style(painter, item->document, json_get(item->figure->json, "style"));
    if (!style || !fits(painter, item, item->size.width, item->size.height))
        return NULL;
    struct style_reading reading = {item->size.label, item->size.space, item->size.least_text};
    style = style_scale(arena, style, reading);
    struct figure_context context = {
        .run = painter->run,
        .arena = arena,
        .diag = painter->diag,
        .document = item->document,
        .style = style,
        .text = painter->text,
        .width = item->size.width,
        .height = item->size.height,
        .size_name = item->size.name,
        .colours = colours_of(painter, item->document),
        .bases = painter->bases,
        .least_text = least_text(item, style),
    };
    struct scene *scene = ARENA_NEW(arena, struct scene);
    size_t errors = painter->diag->reported[DIAG_ERROR];
    if (!figure_draw(&context, item->figure, scene) ||
        painter->diag->reported[DIAG_ERROR] > errors ||
        !fits(painter, item, scene->width, scene->height))
        return NULL;
    check_layout(painter, arena, item, scene, style, findings, finding_count);
    return scene;
}

static bool write_stdout(struct painter *painter, const struct backend *format,
                         const struct scene *scene) {
    struct buf out = BUF_INIT(painter->run);
    bool done =
        output_picture(format, scene, painter->text, &painter->options, painter->diag, &out);
    if (done && (fwrite(out.data, 1, out.len, stdout) != out.len || fflush(stdout) != 0)) {
        diag_error(painter->diag, DIAG_STDOUT, cli_place(), STR_NONE, "%s",
                   _("standard output cannot be written"));
        done = false;
    }
    buf_done(&out);
    return done;
}

static bool write_file(struct painter *painter, const struct plan_item *item,
                       const struct backend *format, const struct scene *scene) {
    painter->options.creation_time = output_date(item->document->source.date);
    painter->options.place = json_place(scene->arena, item->figure->json);
    if (painter->plan->to_stdout)
        return write_stdout(painter, format, scene);
    struct str name = plan_file_name(scene->arena, painter->plan, item, format);
    struct file_output file;
    if (!file_create(&file, scene->arena, painter->diag,
                     path_join(scene->arena, item->folder, name)))
        return false;
    if (!format->write(scene, painter->text, &painter->options, painter->diag, &file)) {
        file_discard(&file);
        return false;
    }
    return file_commit(&file, painter->diag);
}

struct picture painter_draw(struct painter *painter, struct arena *arena,
                            const struct plan_item *item) {
    const struct finding *findings;
    size_t finding_count, warnings = painter->diag->reported[DIAG_WARNING];
    struct picture picture = {0};
    const struct scene *scene = painter_layout(painter, arena, item, &findings, &finding_count);
    if (!scene || (painter->strict && painter->diag->reported[DIAG_WARNING] > warnings))
        return picture;
    picture.drawn = true;
    for (size_t i = 0; i < painter->plan->format_count; i++)
        if (!write_file(painter, item, painter->plan->formats[i], scene))
            picture.drawn = false;
    picture.width = scene->width;
    picture.height = scene->height;
    picture.alt = str_copy(painter->run, scene->description);
    if (picture.drawn && !painter->plan->to_stdout)
        picture.entry = manifest_entry(painter, item, scene);
    return picture;
}
