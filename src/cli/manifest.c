// The manifest: entries made while drawing, one file for each folder.
#include "cli/manifest.h"

#include "base/i18n.h"
#include "base/json_out.h"
#include "base/number.h"
#include "cli/digest.h"
#include "config.h"
#include "text/font.h"

#include <unistd.h>

// Each face that the scene's glyphs come from, once, in order of first use.
static size_t used_fonts(struct arena *arena, const struct scene *scene, font_id **out) {
    font_id *fonts = NULL;
    size_t count = 0, capacity = 0;
    for (size_t i = 0; i < scene->count; i++) {
        const struct scene_item *item = &scene->items[i];
        if (item->kind != SCENE_TEXT)
            continue;
        for (size_t j = 0; j < item->text.run_count; j++) {
            size_t k = 0;
            while (k < count && fonts[k].index != item->text.runs[j].font.index)
                k++;
            if (k < count)
                continue;
            ARENA_RESERVE(arena, fonts, count, capacity);
            fonts[count++] = item->text.runs[j].font;
        }
    }
    *out = fonts;
    return count;
}

static void add_fonts(struct painter *painter, const struct scene *scene, struct buf *out) {
    font_id *fonts;
    size_t count = used_fonts(scene->arena, scene, &fonts);
    buf_add_text(out, "[");
    for (size_t i = 0; i < count; i++) {
        const struct font_info *info = font_get_info(painter->text, fonts[i]);
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

static void add_member(struct buf *out, const char *name, struct str value) {
    buf_printf(out, ",\n      \"%s\": ", name);
    buf_add_json_string(out, value);
}

static void add_number_member(struct buf *out, const char *name, double value) {
    buf_printf(out, ",\n      \"%s\": ", name);
    buf_add_number(out, value, 2);
}

struct str manifest_entry(struct painter *painter, const struct plan_item *item,
                          const struct scene *scene) {
    struct buf out = BUF_INIT(painter->run);
    struct arena *arena = scene->arena;
    buf_add_text(&out, "{\n      \"figure\": ");
    buf_add_json_string(&out, item->figure->id);
    add_member(&out, "document", digest_relative_path(arena, item->document->path, item->folder));
    buf_add_text(&out, ",\n      \"files\": [");
    for (size_t i = 0; i < painter->plan->format_count; i++) {
        buf_add_text(&out, i ? ", " : "");
        buf_add_json_string(&out,
                            plan_file_name(arena, painter->plan, item, painter->plan->formats[i]));
    }
    buf_add_char(&out, ']');
    add_number_member(&out, "width", scene->width);
    add_number_member(&out, "height", scene->height);
    add_member(&out, "alt", scene->description);
    add_member(&out, "specification", digest_json(arena, item->figure->json));
    add_member(&out, "rows", digest_rows(arena, item->document, item->figure));
    const struct style *style =
        painter_style(painter, item->document, json_get(item->figure->json, "style"));
    add_member(&out, "style", style->name);
    add_member(&out, "styleFiles", digest_style(arena, style->name, item->document->folder));
    buf_add_text(&out, ",\n      \"fonts\": ");
    add_fonts(painter, scene, &out);
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
            for (size_t j = 0; j < plan->format_count; j++)
                if (str_equal(json_string(file, STR_NONE),
                              plan_file_name(cli->arena, plan, &plan->items[i], plan->formats[j])))
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
