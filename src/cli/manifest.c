// The manifest: entries made while drawing, one file for each folder.
#include "cli/manifest.h"

#include "base/i18n.h"
#include "base/json_out.h"
#include "base/number.h"
#include "cli/digest.h"
#include "config.h"
#include "text/font.h"

#include <unistd.h>

struct used_fonts {
    font_id *fonts;
    size_t count, capacity;
};

// Adds each face that the scene's glyphs come from, once, in order of first use.
static void note_fonts(struct used_fonts *used, const struct scene *scene) {
    for (size_t i = 0; i < scene->count; i++) {
        const struct scene_item *item = &scene->items[i];
        if (item->kind != SCENE_TEXT)
            continue;
        for (size_t j = 0; j < item->text.run_count; j++) {
            size_t k = 0;
            while (k < used->count && used->fonts[k].index != item->text.runs[j].font.index)
                k++;
            if (k < used->count)
                continue;
            ARENA_RESERVE(scene->arena, used->fonts, used->count, used->capacity);
            used->fonts[used->count++] = item->text.runs[j].font;
        }
    }
}

static void add_fonts(struct painter *painter, const struct scene_list *pages, struct buf *out) {
    struct used_fonts used = {0};
    const struct scene *scene = pages->scenes;
    for (size_t i = 0; i < pages->count; i++)
        note_fonts(&used, &pages->scenes[i]);
    buf_add_text(out, "[");
    for (size_t i = 0; i < used.count; i++) {
        const struct font_info *info = font_get_info(painter->text, used.fonts[i]);
        buf_add_text(out, i ? ", {\"family\": " : "{\"family\": ");
        buf_add_json_string(out, info->family);
        buf_add_text(out, ", \"style\": ");
        buf_add_json_string(out, info->style);
        buf_add_text(out, ", \"tables\": ");
        buf_add_json_string(out, digest_font(scene->arena, info->file, info->face_index));
        buf_add_char(out, '}');
    }
    buf_add_char(out, ']');
}

// Of each picture file that the figure shows, when it shows any.
static void add_images(const struct scene_list *pages, struct buf *out) {
    size_t count = 0;
    for (size_t page = 0; page < pages->count; page++)
        for (size_t i = 0; i < pages->scenes[page].count; i++) {
            const struct scene_item *item = &pages->scenes[page].items[i];
            if (item->kind != SCENE_IMAGE || !item->image.encoded.len)
                continue;
            buf_add_text(out, count++ ? ", " : ",\n      \"images\": [");
            buf_add_json_string(out, digest_text(pages->scenes->arena, item->image.encoded));
        }
    if (count)
        buf_add_char(out, ']');
}

static void add_member(struct buf *out, const char *name, struct str value) {
    buf_printf(out, ",\n      \"%s\": ", name);
    buf_add_json_string(out, value);
}

static void add_number_member(struct buf *out, const char *name, double value) {
    buf_printf(out, ",\n      \"%s\": ", name);
    buf_add_number(out, value, 2);
}

struct str manifest_entry(struct painter *painter, const struct plan_item *item,
                          const struct scene_list *pages, const struct picture *picture) {
    struct buf out = BUF_INIT(painter->run);
    struct arena *arena = pages->scenes->arena;
    buf_add_text(&out, "{\n      \"figure\": ");
    buf_add_json_string(&out, item->figure->id);
    add_member(&out, "document", digest_relative_path(arena, item->document->path, item->folder));
    buf_add_text(&out, ",\n      \"files\": [");
    const struct plan_file *files;
    size_t count = plan_files(arena, painter->plan, item, pages->count, &files);
    for (size_t i = 0; i < count; i++) {
        buf_add_text(&out, i ? ", " : "");
        buf_add_json_string(&out, files[i].name);
    }
    buf_add_char(&out, ']');
    if (pages->count > 1)
        add_number_member(&out, "pages", (double)pages->count);
    add_number_member(&out, "width", picture->width);
    add_number_member(&out, "height", picture->height);
    add_member(&out, "alt", picture->alt);
    add_member(&out, "specification", digest_json(arena, item->figure->json));
    add_member(&out, "rows", digest_rows(arena, item->document, item->figure));
    const struct style *style =
        painter_style(painter, item->document, json_get(item->figure->json, "style"));
    add_member(&out, "style", style->name);
    add_member(&out, "styleFiles", digest_style(arena, style->name, item->document->folder));
    add_images(pages, &out);
    buf_add_text(&out, ",\n      \"fonts\": ");
    add_fonts(painter, pages, &out);
    buf_add_text(&out, "\n    }");
    struct str entry = str_copy(painter->run, buf_str(&out));
    buf_done(&out);
    return entry;
}

struct entries {
    struct buf text;
    size_t count;
};

static void add_entry(struct entries *entries, struct str entry) {
    buf_add_text(&entries->text, entries->count++ ? ",\n    " : "\n    ");
    buf_add_str(&entries->text, entry);
}

// True when this run wrote, or another entry of it names, one of the old entry's files.
static bool is_replaced(struct cli *cli, const struct plan *plan, const struct picture *pictures,
                        struct str folder, const struct json *old) {
    const struct json *files = json_get(old, "files");
    for (const struct json *file = files ? files->first : NULL; file; file = file->next)
        for (size_t i = 0; i < plan->count; i++) {
            if (!pictures[i].drawn || !str_equal(plan->items[i].folder, folder))
                continue;
            const struct plan_file *own;
            size_t count = plan_files(cli->arena, plan, &plan->items[i], pictures[i].pages, &own);
            for (size_t j = 0; j < count; j++)
                if (str_equal(json_string(file, STR_NONE), own[j].name))
                    return true;
        }
    return false;
}

static bool has_files(struct cli *cli, struct str folder, const struct json *old) {
    const struct json *files = json_get(old, "files");
    if (!files || files->kind != JSON_ARRAY || !files->count)
        return false;
    for (const struct json *file = files->first; file; file = file->next) {
        struct str path = path_join(cli->arena, folder, json_string(file, STR_NONE));
        if (access(str_terminate(cli->arena, path), F_OK) != 0)
            return false;
    }
    return true;
}

// Pictures of an earlier run that are still there and that this run did not draw. A manifest that
// cannot be read is simply written anew.
static void keep_old(struct cli *cli, const struct plan *plan, const struct picture *pictures,
                     struct str folder, struct entries *entries) {
    struct diag unheard;
    diag_init(&unheard, cli->arena);
    struct str path = path_join(cli->arena, folder, STR("manifest.json")), text;
    if (access(str_terminate(cli->arena, path), R_OK) != 0 ||
        !file_read(cli->arena, &unheard, cli_place(), path, FILE_LIMIT, &text))
        return;
    const struct json *old = json_get(json_parse(cli->arena, &unheard, path, text), "pictures");
    if (!old || old->kind != JSON_ARRAY)
        return;
    for (const struct json *entry = old->first; entry; entry = entry->next)
        if (has_files(cli, folder, entry) && !is_replaced(cli, plan, pictures, folder, entry)) {
            struct str written = {entry->file->text.data + entry->offset,
                                  entry->end - entry->offset};
            add_entry(entries, written);
        }
}

static void write_folder(struct cli *cli, const struct plan *plan, const struct picture *pictures,
                         struct str folder) {
    struct entries entries = {.text = BUF_INIT(cli->arena)};
    buf_add_text(&entries.text,
                 "{\n  \"program\": \"tushuo " TUSHUO_VERSION "\",\n  \"pictures\": [");
    for (size_t i = 0; i < plan->count; i++)
        if (pictures[i].drawn && str_equal(plan->items[i].folder, folder))
            add_entry(&entries, pictures[i].entry);
    size_t drawn = entries.count;
    keep_old(cli, plan, pictures, folder, &entries);
    buf_add_text(&entries.text, "\n  ]\n}\n");
    if (drawn)
        file_write_whole(cli->arena, cli->diag, path_join(cli->arena, folder, STR("manifest.json")),
                         buf_str(&entries.text));
    buf_done(&entries.text);
}

void manifest_write(struct cli *cli, const struct plan *plan, const struct picture *pictures) {
    for (size_t i = 0; i < plan->count; i++) {
        size_t j = 0;
        while (j < i && !str_equal(plan->items[j].folder, plan->items[i].folder))
            j++;
        if (j == i)
            write_folder(cli, plan, pictures, plan->items[i].folder);
    }
}
