// Reading styles: a chain of files through `extends`, then overrides, into one flat record.
#include "style/style.h"

#include "base/file.h"
#include "base/i18n.h"
#include "base/sort.h"
#include "style/style_logo.h"
#include "style/style_tokens.h"

#include <dirent.h>

static struct colour parsed_colour(const struct json *value, struct colour otherwise) {
    struct colour colour = otherwise;
    if (value && value->kind == JSON_STRING) {
        colour_parse(value->string, &colour);
    }
    return colour;
}

static void read_text(struct style_text *text, const struct json *value) {
    text->size = json_length(json_get(value, "size"), text->size);
    text->pitch = json_number(json_get(value, "pitch"), text->pitch);
    text->bold = json_bool(json_get(value, "bold"), text->bold);
    text->colour = parsed_colour(json_get(value, "color"), text->colour);
}

static bool names_font_file(struct str family) {
    static const char *const extensions[] = {"otf", "ttf", "otc", "ttc",
                                             "OTF", "TTF", "OTC", "TTC"};
    struct str extension = path_extension(family);
    for (size_t i = 0; i < sizeof extensions / sizeof *extensions; i++) {
        if (str_is(extension, extensions[i])) {
            return true;
        }
    }
    return false;
}

// A list of families; font files in it are named from the folder of the file that names them.
static struct str read_families(struct arena *arena, const struct json *value,
                                struct str otherwise) {
    if (!value || value->kind != JSON_STRING) {
        return otherwise;
    }
    struct str list = value->string, out = STR_NONE, folder = path_folder(value->file->path);
    for (size_t at = 0; at < list.len;) {
        size_t end = str_find(list, STR(","), at);
        end = end == SIZE_MAX ? list.len : end;
        struct str family = str_trim(str_slice(list, at, end));
        if (names_font_file(family)) {
            family = path_join(arena, folder, family);
        }
        out = str_printf(arena, "%.*s%s%.*s", STR_ARG(out), out.len ? ", " : "", STR_ARG(family));
        at = end + 1;
    }
    return out;
}

static void read_font(struct arena *arena, struct style_font *font, const struct json *value) {
    font->family = read_families(arena, json_get(value, "family"), font->family);
    font->latin = read_families(arena, json_get(value, "latin"), font->latin);
}

static void read_fonts(struct arena *arena, struct style *style, const struct json *value) {
    read_font(arena, &style->title_font, json_get(value, "title"));
    read_font(arena, &style->heading_font, json_get(value, "heading"));
    read_font(arena, &style->body_font, json_get(value, "body"));
    read_font(arena, &style->figures_font, json_get(value, "figures"));
}

static void read_palette(struct style *style, const struct json *value) {
    style->palette_count = 0;
    for (const struct json *item = value->first; item; item = item->next) {
        if (style->palette_count < STYLE_PALETTE_LIMIT) {
            style->palette[style->palette_count++] = parsed_colour(item, style->ink);
        }
    }
}

static void read_ramp(struct style_ramp *ramp, const struct json *value) {
    ramp->count = 0;
    for (const struct json *item = value->first; item; item = item->next) {
        if (ramp->count < STYLE_PALETTE_LIMIT) {
            ramp->colours[ramp->count++] = parsed_colour(item, (struct colour){0, 0, 0, 255});
        }
    }
}

static unsigned word_index(const struct json *value, const struct shape *shape) {
    unsigned i = 0;
    while (i < shape->word_count && !str_is(value->string, shape->words[i])) {
        i++;
    }
    return i;
}

static void read_token(struct arena *arena, struct style *style, const struct style_token *token,
                       const struct json *value) {
    void *at = (char *)style + token->offset;
    switch (token->kind) {
    case TOKEN_STRING:
        *(struct str *)at = json_string(value, *(struct str *)at);
        break;
    case TOKEN_WORDS:
        *(const struct json **)at = value;
        break;
    case TOKEN_NUMBER:
    case TOKEN_AREA:
        *(double *)at = json_number(value, *(double *)at);
        break;
    case TOKEN_LENGTH:
    case TOKEN_SPACE:
    case TOKEN_SIDE:
        *(double *)at = json_length(value, *(double *)at);
        break;
    case TOKEN_BOOL:
        *(bool *)at = json_bool(value, *(bool *)at);
        break;
    case TOKEN_COLOUR:
        *(struct colour *)at = parsed_colour(value, *(struct colour *)at);
        break;
    case TOKEN_TEXT:
        read_text(at, value);
        break;
    case TOKEN_WORD:
        *(unsigned *)at = word_index(value, token->shape); // enums have unsigned's size
        break;
    case TOKEN_FONTS:
        read_fonts(arena, style, value);
        break;
    case TOKEN_RAMP:
        read_ramp(at, value);
        break;
    case TOKEN_PALETTE:
        read_palette(style, value);
        break;
    case TOKEN_LOGO: // apply reads it, since it may be at fault
        break;
    }
}

// Lays the tokens of an object that fits style_shape over the record; false when a file that it
// names was at fault.
static bool apply(struct arena *arena, struct diag *diag, struct style *style,
                  const struct json *object) {
    bool sound = true;
    for (const struct json *member = object->first; member; member = member->next) {
        const struct style_token *token = style_token_find(member->key);
        if (token && token->kind == TOKEN_LOGO) {
            sound = style_logo_read(arena, diag, &style->logo, member) && sound;
        } else if (token) {
            read_token(arena, style, token, member);
        }
    }
    return sound;
}

struct loader {
    struct arena *arena;
    struct diag *diag;
    struct diag_place from;
    struct str folder;
};

static bool names_file(struct str name) {
    return str_find(name, STR("/"), 0) != SIZE_MAX || str_ends(name, STR(".json"));
}

static struct str packaged_path(struct arena *arena, struct str name) {
    struct str folder = file_find_data(arena, "styles");
    return path_join(arena, folder, str_printf(arena, "%.*s.json", STR_ARG(name)));
}

static void report_unknown(const struct loader *loader, struct str name) {
    const struct str *names;
    size_t count = style_list(loader->arena, &names);
    diag_error(loader->diag, DIAG_UNKNOWN_STYLE, loader->from,
               diag_hint_nearest(loader->diag, name, names, count), _("there is no style “%.*s”"),
               STR_ARG(name));
}

static bool is_packaged(struct arena *arena, struct str name) {
    const struct str *names;
    size_t count = style_list(arena, &names);
    for (size_t i = 0; i < count; i++) {
        if (str_equal(names[i], name)) {
            return true;
        }
    }
    return false;
}

// Reads the file of `name` and checks it; NULL with a report.
static const struct json *read_style_file(const struct loader *loader, struct str name,
                                          struct str *path) {
    if (names_file(name)) {
        *path = path_join(loader->arena, loader->folder, name);
    } else if (is_packaged(loader->arena, name)) {
        *path = packaged_path(loader->arena, name);
    } else {
        report_unknown(loader, name);
        return NULL;
    }
    struct str bytes;
    if (!file_read(loader->arena, loader->diag, loader->from, *path, FILE_LIMIT, &bytes)) {
        return NULL;
    }
    const struct json *object = json_parse(loader->arena, loader->diag, *path, bytes);
    if (!object || !shape_check(loader->arena, loader->diag, object, &style_shape)) {
        return NULL;
    }
    return object;
}

// Applies the ancestors first. `depth` guards against a circle.
static bool load_chain(const struct loader *loader, struct style *style, struct str name,
                       unsigned depth) {
    if (depth >= STYLE_CHAIN_LIMIT) {
        diag_error(loader->diag, DIAG_STYLE_CHAIN, loader->from, STR_NONE,
                   _("style “%.*s” extends more than %d others, or itself"), STR_ARG(name),
                   STYLE_CHAIN_LIMIT);
        return false;
    }
    struct str path;
    const struct json *object = read_style_file(loader, name, &path);
    if (!object) {
        return false;
    }
    const struct json *extends = json_get(object, "extends");
    if (extends) {
        struct loader above = *loader;
        above.from = json_place(loader->arena, extends);
        above.folder = path_folder(path);
        if (!load_chain(&above, style, extends->string, depth + 1)) {
            return false;
        }
    }
    if (!apply(loader->arena, loader->diag, style, object)) {
        return false;
    }
    if (!json_get(object, "name")) {
        style->name = names_file(name) ? path_stem(name) : name;
    }
    return true;
}

const struct style *style_load(struct arena *arena, struct diag *diag, struct diag_place from,
                               struct str name, struct str folder, const struct json *overrides) {
    struct style *style = ARENA_NEW(arena, struct style);
    struct loader loader = {arena, diag, from, folder};
    if (!load_chain(&loader, style, str_copy(arena, name), 0)) {
        return NULL;
    }
    return overrides ? style_override(arena, diag, style, overrides) : style;
}

const struct style *style_override(struct arena *arena, struct diag *diag, const struct style *base,
                                   const struct json *overrides) {
    if (!shape_check(arena, diag, overrides, &style_shape)) {
        return NULL;
    }
    struct style *style = ARENA_NEW(arena, struct style);
    *style = *base;
    return apply(arena, diag, style, overrides) ? style : NULL;
}

static int compare_names(const void *a, const void *b, const void *context) {
    (void)context;
    return str_compare(*(const struct str *)a, *(const struct str *)b);
}

size_t style_list(struct arena *arena, const struct str **out) {
    struct str *names = NULL;
    size_t count = 0, capacity = 0;
    struct str folder = file_find_data(arena, "styles");
    DIR *dir = folder.len ? opendir(str_terminate(arena, folder)) : NULL;
    for (struct dirent *entry; dir && (entry = readdir(dir));) {
        struct str file = str_from(entry->d_name);
        if (str_ends(file, STR(".json"))) {
            ARENA_RESERVE(arena, names, count, capacity);
            names[count++] = str_copy(arena, path_stem(file));
        }
    }
    if (dir) {
        closedir(dir);
    }
    if (count) {
        sort_stable(arena, names, count, sizeof *names, compare_names, NULL);
    }
    *out = names;
    return count;
}
