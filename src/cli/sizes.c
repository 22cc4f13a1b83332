// Presets and other forms of a picture's size.
#include "cli/sizes.h"

#include "base/number.h"

static const struct {
    const char *name;
    double width, height, least_text, label, space;
    enum page_form form;
} presets[] = {
#define SIZE(name, width, height, least_text, label, space, form) \
    {name, width, height, least_text, label, space, PAGES_##form},
#include "cli/sizes.def"
#undef SIZE
};

enum { PRESET_COUNT = sizeof presets / sizeof *presets };

static bool find_preset(struct str name, struct picture_size *out) {
    for (size_t i = 0; i < PRESET_COUNT; i++)
        if (str_is(name, presets[i].name)) {
            *out = (struct picture_size){
                .name = str_from(presets[i].name),
                .width = presets[i].width,
                .height = presets[i].height,
                .least_text = presets[i].least_text,
                .label = presets[i].label,
                .space = presets[i].space,
                .form = presets[i].form,
            };
            return true;
        }
    return false;
}

bool size_parse(struct str text, struct picture_size *out) {
    if (find_preset(text, out))
        return true;
    size_t cross = str_find(text, STR("x"), 0);
    *out = (struct picture_size){.name = text};
    return cross != SIZE_MAX && number_parse(str_slice(text, 0, cross), &out->width) &&
           number_parse(str_slice(text, cross + 1, text.len), &out->height) && out->width >= 1 &&
           out->height >= 0;
}

static enum page_form read_form(const struct json *word) {
    for (unsigned i = 0; word && i < PAGES_COUNT; i++)
        if (str_is(word->string, page_form_words[i]))
            return (enum page_form)i;
    return PAGES_ONE;
}

bool size_read(struct arena *arena, const struct json *value, struct picture_size *out) {
    if (value->kind == JSON_STRING)
        return size_parse(value->string, out);
    if (value->kind != JSON_OBJECT)
        return false;
    const struct json *preset = json_get(value, "preset");
    if (preset) {
        bool known = find_preset(preset->string, out);
        out->formats = json_get(value, "formats");
        return known && !json_get(value, "width");
    }
    *out = (struct picture_size){.width = json_length(json_get(value, "width"), 0),
                                 .height = json_length(json_get(value, "height"), 0),
                                 .label = json_length(json_get(value, "labels"), 0),
                                 .form = read_form(json_get(value, "pages")),
                                 .formats = json_get(value, "formats")};
    if (!json_get(value, "width"))
        return false;
    out->name = str_printf(arena, "%.*sx%.*s", STR_ARG(number_print(arena, out->width, 2)),
                           STR_ARG(number_print(arena, out->height, 2)));
    return true;
}

size_t size_names(struct arena *arena, const struct str **out) {
    struct str *names = ARENA_ARRAY(arena, PRESET_COUNT, struct str);
    for (size_t i = 0; i < PRESET_COUNT; i++)
        names[i] = str_from(presets[i].name);
    *out = names;
    return PRESET_COUNT;
}

// Without a preset a picture is taken to be seen at its own size, but no wider than a screen of
// 960 pt.
double size_least_text(const struct picture_size *size, double width) {
    enum { SCREEN_PX = 1280 };
    if (size->least_text > 0)
        return size->least_text;
    return 11 * 96 / 72.0 * (width > SCREEN_PX ? width / SCREEN_PX : 1);
}
