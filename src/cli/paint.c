// One picture from its request to its files.
#include "cli/paint.h"

#include "backend/glyph_masks.h"
#include "base/i18n.h"
#include "base/number.h"
#include "cli/category_pass.h"
#include "cli/findings.h"
#include "cli/manifest.h"
#include "cli/output.h"
#include "map/base_cache.h"

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

static struct page_findings check_page(struct painter *painter, struct arena *arena,
                                       const struct plan_item *item, const struct scene *scene,
                                       const struct style *style) {
    enum { LARGE_TEXT_PX = 24 }; // WCAG 2.1: 18 pt
    struct check_limits limits = {.large_text_px = LARGE_TEXT_PX};
    struct page_findings found;
    if (style->check_contrast) {
        limits.min_text_px = item->size.least_text <= 0 && style->least_text > 0
                                 ? style->least_text
                                 : size_least_text(&item->size, scene->width);
        limits.contrast_small = 4.5;
        limits.contrast_large = 3;
    }
    found.count = scene_check(arena, scene, limits, &found.list);
    findings_report(painter->diag, json_place(painter->run, item->figure->json), found.list,
                    found.count);
    return found;
}

static bool has_page(struct painter *painter, const struct plan_item *item, size_t count) {
    if (item->page <= count)
        return true;
    diag_error(painter->diag, DIAG_UNKNOWN_FIGURE, json_place(painter->run, item->figure->json),
               STR_NONE, _("--only: the picture has %zu pages, none of the number %zu"), count,
               item->page);
    return false;
}

static bool draw_pages(struct painter *painter, struct arena *arena, const struct plan_item *item,
                       const struct style *style, struct scene_list *pages) {
    struct figure_context context = {
        .run = painter->run,
        .arena = arena,
        .diag = painter->diag,
        .document = item->document,
        .style = style,
        .text = painter->text,
        .width = item->size.width,
        .height = item->size.height,
        .form = item->size.form,
        .size_name = item->size.name,
        .colours = colours_of(painter, item->document),
        .bases = painter->bases,
        .least_text = least_text(item, style),
    };
    size_t errors = painter->diag->reported[DIAG_ERROR];
    if (!figure_draw_pages(&context, item->figure, pages) ||
        painter->diag->reported[DIAG_ERROR] > errors || !has_page(painter, item, pages->count))
        return false;
    for (size_t i = 0; i < pages->count; i++)
        if (!fits(painter, item, pages->scenes[i].width, pages->scenes[i].height))
            return false;
    return true;
}

bool painter_layout(struct painter *painter, struct arena *arena, const struct plan_item *item,
                    struct scene_list *pages, const struct page_findings **findings) {
    if (painter_has_error(painter, item->figure))
        return false;
    const struct style *style =
        painter_style(painter, item->document, json_get(item->figure->json, "style"));
    if (!style || !fits(painter, item, item->size.width, item->size.height))
        return false;
    struct style_reading reading = {item->size.label, item->size.space, item->size.least_text};
    style = style_scale(arena, style, reading);
    if (!draw_pages(painter, arena, item, style, pages))
        return false;
    struct page_findings *found = ARENA_ARRAY(arena, pages->count, struct page_findings);
    for (size_t i = 0; i < pages->count; i++)
        if (!item->page || item->page == i + 1)
            found[i] = check_page(painter, arena, item, &pages->scenes[i], style);
    *findings = found;
    return true;
}

static bool write_stdout(struct painter *painter, const struct backend *format,
                         const struct scene_list *pages) {
    struct buf out = BUF_INIT(painter->run);
    bool done =
        output_picture(format, pages, painter->text, &painter->options, painter->diag, &out);
    if (done && (fwrite(out.data, 1, out.len, stdout) != out.len || fflush(stdout) != 0)) {
        diag_error(painter->diag, DIAG_STDOUT, cli_place(), STR_NONE, "%s",
                   _("standard output cannot be written"));
        done = false;
    }
    buf_done(&out);
    return done;
}

static bool write_file(struct painter *painter, struct arena *arena, struct str path,
                       const struct backend *format, const struct scene_list *pages) {
    struct file_output file;
    if (!file_create(&file, arena, painter->diag, path))
        return false;
    if (!output_pages(format, pages, painter->text, &painter->options, painter->diag, &file)) {
        file_discard(&file);
        return false;
    }
    return file_commit(&file, painter->diag);
}

// Standard output takes one file, and how many a picture has is known only now.
static bool fits_stdout(struct painter *painter, const struct plan_item *item, size_t files,
                        size_t pages) {
    if (files == 1)
        return true;
    diag_error(painter->diag, DIAG_STDOUT, json_place(painter->run, item->figure->json),
               str_from(_("write PDF, or one page with --only")),
               _("-o - can write one file, and this picture has %zu pages"), pages);
    return false;
}

// What all pages say, or the one that is wanted.
static struct str pages_alt(struct arena *arena, const struct scene_list *pages, size_t page) {
    struct buf out = BUF_INIT(arena);
    for (size_t i = 0; i < pages->count; i++) {
        if (page && page != i + 1)
            continue;
        if (out.len)
            buf_add_char(&out, '\n');
        buf_add_str(&out, pages->scenes[i].description);
    }
    struct str alt = str_copy(arena, buf_str(&out));
    buf_done(&out);
    return alt;
}

static bool write_files(struct painter *painter, struct arena *arena, const struct plan_item *item,
                        const struct scene_list *pages) {
    const struct plan_file *files;
    size_t count = plan_files(arena, painter->plan, item, pages->count, &files);
    bool to_stdout = painter->plan->to_stdout, written = true;
    if (to_stdout && !fits_stdout(painter, item, count, pages->count))
        return false;
    painter->options.creation_time = output_date(item->document->source.date);
    painter->options.place = json_place(arena, item->figure->json);
    for (size_t i = 0; i < count; i++) {
        struct scene_list part = {&pages->scenes[files[i].first], files[i].count};
        bool done = to_stdout
                        ? write_stdout(painter, files[i].format, &part)
                        : write_file(painter, arena, path_join(arena, item->folder, files[i].name),
                                     files[i].format, &part);
        written = written && done;
    }
    return written;
}

struct picture painter_draw(struct painter *painter, struct arena *arena,
                            const struct plan_item *item) {
    size_t warnings = painter->diag->reported[DIAG_WARNING];
    struct scene_list pages;
    const struct page_findings *findings;
    struct picture picture = {0};
    if (!painter_layout(painter, arena, item, &pages, &findings) ||
        (painter->strict && painter->diag->reported[DIAG_WARNING] > warnings))
        return picture;
    const struct scene *first = &pages.scenes[item->page ? item->page - 1 : 0];
    picture.drawn = write_files(painter, arena, item, &pages);
    picture.pages = pages.count;
    picture.width = first->width;
    picture.height = first->height;
    picture.alt = pages_alt(painter->run, &pages, item->page);
    if (picture.drawn && !painter->plan->to_stdout)
        picture.entry = manifest_entry(painter, item, &pages, &picture);
    return picture;
}
