// A printed number in two sizes: large digits, small words around them.
#include "base/utf8.h"
#include "text/block.h"
#include "text/classes.h"

enum { NUMBER_SPANS = 64 };

static bool is_digit(uint32_t c) {
    return (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19);
}

static bool is_han_numeral(uint32_t c) {
    struct str s = STR("〇零一二两三四五六七八九十百千万亿");
    for (size_t at = 0; at < s.len;)
        if (utf8_next(s, &at) == c)
            return true;
    return false;
}

// Marks that belong to a number where digits stand on both sides; signs, where digits follow.
static bool joins_digits(uint32_t c) {
    return c == '.' || c == ',' || c == '-' || c == '/' || c == ':' || c == 0x2236 || c == 0x2013 ||
           c == 0x2014 || c == 0xFF5E || c == '~' || c == '+';
}

static bool is_sign(uint32_t c) {
    return c == '+' || c == '-' || c == 0x2212 || c == 0xB1;
}

struct number_reader {
    struct str printed;
    bool in_han; // no digits: Han numerals are large
};

static bool is_large(const struct number_reader *reader, size_t at) {
    size_t next = at, before = at;
    uint32_t c = utf8_next(reader->printed, &next);
    if (is_digit(c) || (reader->in_han && is_han_numeral(c)))
        return true;
    if (next >= reader->printed.len || !is_digit(utf8_next(reader->printed, &next)))
        return false;
    bool after_digit = at > 0 && is_digit(utf8_previous(reader->printed, &before));
    return is_sign(c) || (joins_digits(c) && after_digit);
}

static bool has_digits(struct str s) {
    for (size_t at = 0; at < s.len;)
        if (is_digit(utf8_next(s, &at)))
            return true;
    return false;
}

const struct text_block *text_set_number(struct text_engine *engine, struct arena *arena,
                                         struct diag *diag, const struct text_number *number) {
    struct number_reader reader = {number->printed, !has_digits(number->printed)};
    struct text_look *looks = ARENA_ARRAY(arena, 2, struct text_look);
    looks[0] = looks[1] = LOOK_PLAIN;
    looks[0].scale = number->unit_scale > 0 ? number->unit_scale : 0.5;
    looks[0].weight = number->unit_regular ? WEIGHT_REGULAR : WEIGHT_OF_TEXT;
    looks[0].coloured = number->unit_colour.a > 0;
    looks[0].colour = number->unit_colour;
    struct text_span *spans = ARENA_ARRAY(arena, NUMBER_SPANS, struct text_span);
    size_t count = 0;
    for (size_t at = 0; at < number->printed.len;) {
        const struct text_look *look = &looks[is_large(&reader, at)];
        utf8_next(number->printed, &at);
        if (count && (spans[count - 1].look == look || count == NUMBER_SPANS))
            spans[count - 1].to = at;
        else
            spans[count++] = (struct text_span){at, look};
    }
    struct text_request request = {.style = number->style, .place = number->place};
    struct marked marked = {.words = number->printed, .spans = spans, .span_count = count};
    return block_set(engine, arena, diag, &request, &marked);
}

static bool ends_digits(const struct text_line *line, size_t i) {
    size_t at = 0;
    if (i >= line->cluster_count)
        return true;
    return !is_digit(utf8_next(line->clusters[i].text, &at));
}

double text_decimal_place(const struct text_block *block) {
    if (!block->line_count)
        return 0;
    const struct text_line *line = &block->lines[0];
    double end = line->width;
    bool found = false;
    for (size_t i = 0; i < line->cluster_count; i++) {
        const struct text_cluster *cluster = &line->clusters[i];
        if (str_is(cluster->text, ".") && found && !ends_digits(line, i + 1))
            return cluster->x;
        if (ends_digits(line, i))
            continue;
        found = true;
        end = cluster->x + cluster->advance;
    }
    return end;
}
