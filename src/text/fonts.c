// Families to faces: fontconfig's list of installed files, our aliases, the Chinese face first.
//
// We read fontconfig's list and choose ourselves instead of asking for a match: a match never
// fails, so it would put a foreign face in silence where a family is missing, and it depends on
// the locale (family "sans" gives Japanese forms unless LANG is Chinese).
#include "base/i18n.h"
#include "text/engine.h"
#include "text/language.h"

#include <string.h>

static bool same_name(struct str a, struct str b) {
    if (a.len != b.len)
        return false;
    for (size_t i = 0; i < a.len; i++) {
        char x = a.data[i], y = b.data[i];
        x = x >= 'A' && x <= 'Z' ? (char)(x + 32) : x;
        y = y >= 'A' && y <= 'Z' ? (char)(y + 32) : y;
        if (x != y)
            return false;
    }
    return true;
}

static struct str pattern_text(FcPattern *pattern, const char *key, int n) {
    FcChar8 *text = NULL;
    if (FcPatternGetString(pattern, key, n, &text) != FcResultMatch)
        return STR_NONE;
    return str_from((const char *)text);
}

static int pattern_number(FcPattern *pattern, const char *key, int otherwise) {
    int value;
    return FcPatternGetInteger(pattern, key, 0, &value) == FcResultMatch ? value : otherwise;
}

static bool pattern_has_family(FcPattern *pattern, struct str family) {
    for (int n = 0;; n++) {
        struct str name = pattern_text(pattern, FC_FAMILY, n);
        if (!name.data)
            return false;
        if (same_name(name, family))
            return true;
    }
}

// How far a face is from the wanted one: slant first, then width, then weight.
static long pattern_distance(FcPattern *pattern, bool bold) {
    int wanted = bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR;
    int weight = pattern_number(pattern, FC_WEIGHT, FC_WEIGHT_REGULAR) - wanted;
    int width = pattern_number(pattern, FC_WIDTH, FC_WIDTH_NORMAL) - FC_WIDTH_NORMAL;
    long slant = pattern_number(pattern, FC_SLANT, FC_SLANT_ROMAN);
    return slant * 1000000 + (width < 0 ? -width : width) * 1000L + (weight < 0 ? -weight : weight);
}

// Files with equal distance are told apart by path and index, so that the order of fontconfig's
// caches does not matter.
static bool pattern_before(FcPattern *a, FcPattern *b) {
    int order = str_compare(pattern_text(a, FC_FILE, 0), pattern_text(b, FC_FILE, 0));
    return order < 0 ||
           (order == 0 && pattern_number(a, FC_INDEX, 0) < pattern_number(b, FC_INDEX, 0));
}

// Named instances of variable fonts carry the instance in the index's upper half: not used.
static bool pattern_usable(FcPattern *pattern) {
    FcBool scalable;
    return FcPatternGetBool(pattern, FC_SCALABLE, 0, &scalable) == FcResultMatch && scalable &&
           (pattern_number(pattern, FC_INDEX, 0) >> 16) == 0 &&
           pattern_text(pattern, FC_FILE, 0).data;
}

static FcPattern *find_in_set(FcFontSet *set, struct str family, bool bold, FcPattern *best) {
    for (int i = 0; set && i < set->nfont; i++) {
        FcPattern *each = set->fonts[i];
        if (!pattern_has_family(each, family) || !pattern_usable(each))
            continue;
        long d = best ? pattern_distance(each, bold) - pattern_distance(best, bold) : -1;
        if (d < 0 || (d == 0 && pattern_before(each, best)))
            best = each;
    }
    return best;
}

static FcPattern *find_family(struct text_engine *engine, struct str family, bool bold) {
    FcPattern *best =
        find_in_set(FcConfigGetFonts(engine->config, FcSetApplication), family, bold, NULL);
    return best ? best
                : find_in_set(FcConfigGetFonts(engine->config, FcSetSystem), family, bold, NULL);
}

// Generic names are the families of the text's language, so that the look never hangs on the
// machine's locale.
static struct str generic_family(const struct language *language, struct str name) {
    if (same_name(name, STR("sans")) || same_name(name, STR("sans-serif")) ||
        same_name(name, STR("system-ui")))
        return str_from(language->sans);
    if (same_name(name, STR("serif")))
        return str_from(language->serif);
    return same_name(name, STR("monospace")) ? str_from(language->monospace) : name;
}

static FcPattern *find_alias(struct text_engine *engine, const struct font_stack *stack,
                             struct str asked) {
    static const char *const aliases[][2] = {
#define ALIAS(name, family) {name, family},
#include "text/aliases.def"
#undef ALIAS
    };
    struct str name = generic_family(stack->language, asked);
    for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++) {
        if (!same_name(name, str_from(aliases[i][0])))
            continue;
        FcPattern *found = find_family(engine, str_from(aliases[i][1]), stack->bold);
        if (found)
            return found;
    }
    return find_family(engine, name, stack->bold);
}

static font_id face_of(struct text_engine *engine, FcPattern *pattern) {
    struct str file = pattern_text(pattern, FC_FILE, 0);
    int index = pattern_number(pattern, FC_INDEX, 0);
    for (size_t i = 0; i < engine->face_count; i++) {
        const struct font_info *info = &engine->faces[i]->info;
        if (info->face_index == index && str_equal(info->file, file))
            return (font_id){(uint16_t)i};
    }
    struct text_face *face = ARENA_NEW(engine->run, struct text_face);
    face->info = (struct font_info){
        .family = str_copy(engine->run, pattern_text(pattern, FC_FAMILY, 0)),
        .style = str_copy(engine->run, pattern_text(pattern, FC_STYLE, 0)),
        .file = str_copy(engine->run, file),
        .face_index = index,
    };
    FcCharSet *characters;
    face->chinese = FcPatternGetCharSet(pattern, FC_CHARSET, 0, &characters) == FcResultMatch &&
                    FcCharSetHasChar(characters, 0x7684);
    ARENA_RESERVE(engine->run, engine->faces, engine->face_count, engine->face_capacity);
    engine->faces[engine->face_count] = face;
    return (font_id){(uint16_t)engine->face_count++};
}

static bool names_file(struct str name) {
    static const char *const ends[] = {".otf", ".ttf", ".otc", ".ttc"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends && name.len > 4; i++)
        if (same_name(str_slice(name, name.len - 4, name.len), str_from(ends[i])))
            return true;
    return false;
}

// The first face of a font file; false when it cannot be read as one.
static bool open_file(struct text_engine *engine, struct str path, font_id *out) {
    int count;
    FcPattern *pattern =
        FcFreeTypeQuery((const FcChar8 *)str_terminate(engine->run, path), 0, NULL, &count);
    if (!pattern)
        return false;
    *out = face_of(engine, pattern);
    FcPatternDestroy(pattern);
    return true;
}

// The face of a family, or of a font file when the name is a path; false when there is none.
static bool find_face(struct text_engine *engine, const struct font_stack *stack, struct str name,
                      font_id *out) {
    if (names_file(name))
        return open_file(engine, name, out);
    FcPattern *pattern = find_alias(engine, stack, name);
    if (pattern)
        *out = face_of(engine, pattern);
    return pattern != NULL;
}

bool fonts_find_family(struct text_engine *engine, struct str family, font_id *out) {
    FcPattern *pattern = find_family(engine, family, false);
    if (pattern)
        *out = face_of(engine, pattern);
    return pattern != NULL;
}

// Where a family is to be had.
static struct str find_advice(struct diag *diag, struct str family) {
    static const char *const packages[][2] = {
#define PACKAGE(part, package) {part, package},
#include "text/font_packages.def"
#undef PACKAGE
    };
    if (names_file(family))
        return str_from(_("check the path: it is taken from the folder of the file that names it"));
    for (size_t i = 0; i < sizeof packages / sizeof *packages; i++) {
        if (str_find(family, str_from(packages[i][0]), 0) == SIZE_MAX)
            continue;
        if (!packages[i][1][0])
            return str_from(
                _("it is sold by its maker: name its file in the style, or take 思源宋体 "
                  "or 思源黑体 (Debian package fonts-noto-cjk)"));
        return str_printf(diag->arena, _("install the Debian package %s"), packages[i][1]);
    }
    return str_from(_("install the font, name its file in the style, or name another (Noto Sans "
                      "CJK SC is in the Debian package fonts-noto-cjk)"));
}

// A list names alternatives: when another family of it is there, a missing one is a warning.
void fonts_report_missing(struct diag *diag, enum diag_severity severity, struct diag_place place,
                          struct str family) {
    diag_add(diag, severity, DIAG_FONT_MISSING, place, find_advice(diag, family),
             names_file(family) ? _("the font file “%.*s” cannot be read")
                                : _("the font “%.*s” is not installed"),
             STR_ARG(family));
}

// "A, 'B C'" → the next family without quotes; moves *at.
static struct str next_family(struct str list, size_t *at) {
    size_t end = str_find(list, STR(","), *at);
    end = end == SIZE_MAX ? list.len : end;
    struct str name = str_trim(str_slice(list, *at, end));
    *at = end + 1;
    if (name.len >= 2 && (name.data[0] == '"' || name.data[0] == '\'') &&
        name.data[name.len - 1] == name.data[0])
        name = str_slice(name, 1, name.len - 1);
    return name;
}

static void add_face(struct font_stack *stack, font_id face) {
    for (size_t i = 0; i < stack->face_count; i++)
        if (stack->faces[i].index == face.index)
            return;
    if (stack->face_count < STACK_FACES)
        stack->faces[stack->face_count++] = face;
}

// The first Chinese face goes to the front: marks like “ ” — … · must come from it (GB/T
// 15834-2011 5.1.3). Latin faces named before it serve ASCII letters and digits.
static void put_chinese_first(struct text_engine *engine, struct font_stack *stack) {
    size_t chinese = 0;
    while (chinese < stack->face_count && !engine->faces[stack->faces[chinese].index]->chinese)
        chinese++;
    if (chinese == stack->face_count) {
        if (stack->face_count == STACK_FACES ||
            !find_face(engine, stack, STR("sans"), &stack->faces[stack->face_count]))
            return;
        stack->face_count++;
    }
    if (chinese == 0)
        return;
    if (!stack->has_latin) {
        stack->has_latin = true;
        stack->latin_face = stack->faces[0];
    }
    font_id first = stack->faces[chinese];
    memmove(stack->faces + 1, stack->faces, chinese * sizeof *stack->faces);
    stack->faces[0] = first;
}

static struct font_stack *build_stack(struct text_engine *engine, struct diag *diag,
                                      struct diag_place place, const struct text_style *style) {
    bool known;
    const struct language *language = language_find(style->language, &known);
    struct font_stack *stack = ARENA_NEW(engine->run, struct font_stack);
    *stack = (struct font_stack){.fonts = str_copy(engine->run, style->fonts),
                                 .latin = str_copy(engine->run, style->latin),
                                 .bold = style->bold,
                                 .language = language};
    if (style->latin.len) {
        stack->has_latin = find_face(engine, stack, str_trim(style->latin), &stack->latin_face);
        if (!stack->has_latin)
            fonts_report_missing(diag, DIAG_ERROR, place, style->latin);
    }
    struct str missing[STACK_FACES];
    size_t missing_count = 0;
    for (size_t at = 0; at < style->fonts.len;) {
        struct str family = next_family(style->fonts, &at);
        font_id face;
        if (family.len && find_face(engine, stack, family, &face))
            add_face(stack, face);
        else if (family.len && missing_count < STACK_FACES)
            missing[missing_count++] = family;
    }
    for (size_t i = 0; i < missing_count; i++)
        fonts_report_missing(diag, stack->face_count ? DIAG_WARNING : DIAG_ERROR, place,
                             missing[i]);
    put_chinese_first(engine, stack);
    if (!stack->face_count)
        fonts_report_missing(diag, DIAG_ERROR, place, STR("Noto Sans CJK SC"));
    return stack;
}

const struct font_stack *fonts_resolve(struct text_engine *engine, struct diag *diag,
                                       struct diag_place place, const struct text_style *style) {
    bool known;
    const struct language *language = language_find(style->language, &known);
    for (size_t i = 0; i < engine->stack_count; i++) {
        const struct font_stack *each = engine->stacks[i];
        if (each->bold == style->bold && each->language == language &&
            str_equal(each->fonts, style->fonts) && str_equal(each->latin, style->latin))
            return each->face_count ? each : NULL;
    }
    struct font_stack *stack = build_stack(engine, diag, place, style);
    ARENA_RESERVE(engine->run, engine->stacks, engine->stack_count, engine->stack_capacity);
    engine->stacks[engine->stack_count++] = stack;
    return stack->face_count ? stack : NULL;
}
