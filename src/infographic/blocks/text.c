// text: paragraphs, justified; several begin two characters in (CLREQ 3.2.3).
#include "base/i18n.h"
#include "infographic/block.h"

static const struct shape texts_shape = {.kind = SHAPE_ARRAY, .item = &shape_text, .least = 1};
static const struct shape *const options[] = {&shape_text, &texts_shape};
const struct shape block_shape_text = {
    .kind = SHAPE_EITHER, .options = options, .option_count = sizeof options / sizeof *options};

enum { LINE_EM = 42 }; // longer lines lose the eye on its way back

struct paragraphs {
    struct str *words;
    size_t count;
    double indent; // em
    const struct text_block **texts;
    size_t first_line, end_line; // of all lines those that are shown, when the block is parted
    bool continues;              // the first paragraph began in another part: no indent
};

// Between the em boxes of two paragraphs, whose indents part them: the lines keep their pitch.
static double paragraph_gap(const struct block_context *context) {
    const struct look_type *type = &context->look->types[LOOK_BODY];
    return (type->pitch - 1) * type->size;
}

static void *read(const struct block_context *context, const struct json *value) {
    const struct infographic_context *info = context->info;
    struct paragraphs *data = ARENA_NEW(info->arena, struct paragraphs);
    bool many = value->kind == JSON_ARRAY;
    data->count = many ? value->count : 1;
    data->words = ARENA_ARRAY(info->arena, data->count, struct str);
    data->texts = ARENA_ARRAY(info->arena, data->count, const struct text_block *);
    const struct json *item = many ? value->first : value;
    bool several = data->count > 1;
    for (size_t i = 0; i < data->count; i++, item = item->next) {
        data->words[i] = document_text(info->document, info->diag, item);
        block_tell(context, data->words[i]);
        several = several || str_find(data->words[i], STR("\n"), 0) != SIZE_MAX;
    }
    data->indent = several ? 2 : 0;
    data->end_line = SIZE_MAX;
    return data;
}

// The lines of a text from `first` up to `end` as a text of their own; NULL when there are none.
static const struct text_block *lines_of(struct arena *arena, const struct text_block *text,
                                         size_t first, size_t end) {
    end = end < text->line_count ? end : text->line_count;
    if (first >= end)
        return NULL;
    if (end - first == text->line_count)
        return text;
    struct text_block *part = ARENA_NEW(arena, struct text_block);
    struct text_line *lines = ARENA_ARRAY(arena, end - first, struct text_line);
    double up = text->lines[first].y - text->lines[0].y;
    *part = *text;
    for (size_t i = first; i < end; i++) {
        lines[i - first] = text->lines[i];
        lines[i - first].y -= up;
        lines[i - first].ink.y -= up;
    }
    part->height -= up + text->lines[text->line_count - 1].y - text->lines[end - 1].y;
    part->lines = lines;
    part->line_count = end - first;
    return part;
}

static double measure(const struct block_context *context, void *data, double width) {
    struct paragraphs *all = data;
    double longest = LINE_EM * context->look->types[LOOK_BODY].size, height = 0;
    size_t line = 0;
    for (size_t i = 0; i < all->count; i++) {
        const struct text_block *text = block_set_text(
            context,
            &(struct block_text_request){.type = LOOK_BODY,
                                         .words = all->words[i],
                                         .width = width < longest ? width : longest,
                                         .mode = TEXT_JUSTIFY,
                                         .indent = i || !all->continues ? all->indent : 0});
        size_t lines = text ? text->line_count : 0;
        size_t from = all->first_line > line ? all->first_line - line : 0;
        size_t end = all->end_line > line ? all->end_line - line : 0;
        all->texts[i] = text ? lines_of(context->info->arena, text, from, end) : NULL;
        if (all->texts[i])
            height += all->texts[i]->height + (height > 0 ? paragraph_gap(context) : 0);
        line += lines;
    }
    return height;
}

static void draw(const struct block_context *context, const void *data, struct scene *scene,
                 struct rect box) {
    const struct paragraphs *all = data;
    double y = box.y;
    for (size_t i = 0; i < all->count; i++)
        if (all->texts[i])
            y += block_put(scene, ROLE_BODY, all->texts[i], box.x, y) + paragraph_gap(context);
}

static struct paragraphs *part_of(const struct block_context *context, const struct paragraphs *all,
                                  size_t first, size_t end) {
    struct paragraphs *part = ARENA_NEW(context->info->arena, struct paragraphs);
    *part = *all;
    part->texts = ARENA_ARRAY(context->info->arena, all->count, const struct text_block *);
    part->first_line = first;
    part->end_line = end;
    return part;
}

struct lines_fit {
    size_t lines, count;     // that fit; of the block
    size_t paragraph, bytes; // where the first that does not fit begins: bytes of its paragraph
};

static struct lines_fit fit_lines(const struct block_context *context, const struct paragraphs *all,
                                  double height) {
    struct lines_fit fit = {.paragraph = all->count};
    double y = 0;
    for (size_t i = 0; i < all->count; i++) {
        const struct text_block *text = all->texts[i];
        size_t bytes = 0;
        for (size_t l = 0; text && l < text->line_count; l++, fit.count++) {
            bool fits = y + text->lines[l].y + (1 - EM_ASCENT) * text->style.size <= height;
            fit.lines += fits;
            if (!fits && fit.paragraph == all->count) {
                fit.paragraph = i;
                fit.bytes = bytes;
            }
            bytes += text->lines[l].words.len;
        }
        y += text ? text->height + paragraph_gap(context) : 0;
    }
    return fit;
}

// Behind the last sentence that ends before `end` bytes; 0 when none does.
static size_t sentence_end(struct str words, size_t end) {
    static const char *const stops[] = {"。", "！", "？", "；"};
    size_t last = 0;
    for (size_t i = 0; i < sizeof stops / sizeof *stops; i++)
        for (size_t at = 0; (at = str_find(words, str_from(stops[i]), at)) != SIZE_MAX;) {
            at += str_from(stops[i]).len;
            if (str_starts(str_slice(words, at, words.len), STR("”")))
                at += STR("”").len;
            last = at <= end && at > last ? at : last;
        }
    return last;
}

// Whole sentences, so that each part can be set at any width.
static bool split_sentences(const struct block_context *context, const struct paragraphs *all,
                            struct lines_fit fit, void **part, void **rest) {
    size_t at = fit.paragraph, cut = at < all->count ? sentence_end(all->words[at], fit.bytes) : 0;
    if (at >= all->count || (!at && !cut))
        return false;
    struct paragraphs *first = part_of(context, all, 0, SIZE_MAX),
                      *second = part_of(context, all, 0, SIZE_MAX);
    first->count = at + (cut > 0);
    second->count = all->count - at;
    first->words = ARENA_ARRAY(context->info->arena, all->count, struct str);
    second->words = ARENA_ARRAY(context->info->arena, all->count, struct str);
    for (size_t i = 0; i < first->count; i++)
        first->words[i] = all->words[i];
    for (size_t i = at; i < all->count; i++)
        second->words[i - at] = all->words[i];
    if (cut) {
        first->words[at] = str_slice(all->words[at], 0, cut);
        second->words[0] = str_slice(all->words[at], cut, all->words[at].len);
        second->continues = true;
    }
    *part = first;
    *rest = second;
    return true;
}

// Neither part is less than two lines.
static bool split(const struct block_context *context, const void *data, struct block_cut cut,
                  void **part, void **rest) {
    enum { LEAST_LINES = 2 };
    const struct paragraphs *all = data;
    struct lines_fit fit = fit_lines(context, all, cut.height);
    if (cut.reflows)
        return split_sentences(context, all, fit, part, rest);
    size_t lines = fit.lines;
    if (lines + LEAST_LINES > fit.count && lines < fit.count)
        lines = fit.count > LEAST_LINES ? fit.count - LEAST_LINES : 0;
    if (lines < LEAST_LINES || lines >= fit.count)
        return false;
    *part = part_of(context, all, all->first_line, all->first_line + lines);
    *rest = part_of(context, all, all->first_line + lines, all->end_line);
    return true;
}

const struct block_kind block_kind_text = {.name = "text",
                                           .gap_after = 48,
                                           .read = read,
                                           .measure = measure,
                                           .draw = draw,
                                           .split = split};
