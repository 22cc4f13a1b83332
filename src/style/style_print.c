// A resolved style written out: every key with its value, as a style file that extends nothing.
#include "base/json_out.h"
#include "style/style_logo.h"
#include "style/style_tokens.h"

static void add_key(struct buf *out, const char *before, const char *key) {
    buf_add_text(out, before);
    buf_add_json_string(out, str_from(key));
    buf_add_text(out, ": ");
}

// "#rrggbb", or "#rrggbbaa" where it is not opaque.
static void add_colour(struct buf *out, struct colour colour) {
    buf_add_char(out, '"');
    buf_add_colour(out, colour);
    if (colour.a < 255) {
        buf_printf(out, "%02x", colour.a);
    }
    buf_add_char(out, '"');
}

static void add_text(struct buf *out, const struct style_text *text) {
    add_key(out, "{", "size");
    buf_add_json_number(out, text->size);
    add_key(out, ", ", "pitch");
    buf_add_json_number(out, text->pitch);
    add_key(out, ", ", "bold");
    buf_add_text(out, text->bold ? "true" : "false");
    add_key(out, ", ", "color");
    add_colour(out, text->colour);
    buf_add_char(out, '}');
}

static void add_font(struct buf *out, const struct style_font *font) {
    add_key(out, "{", "family");
    buf_add_json_string(out, font->family);
    if (font->latin.len) {
        add_key(out, ", ", "latin");
        buf_add_json_string(out, font->latin);
    }
    buf_add_char(out, '}');
}

static void add_fonts(struct buf *out, const struct style *style) {
    add_key(out, "{\n    ", "title");
    add_font(out, &style->title_font);
    add_key(out, ",\n    ", "heading");
    add_font(out, &style->heading_font);
    add_key(out, ",\n    ", "body");
    add_font(out, &style->body_font);
    add_key(out, ",\n    ", "figures");
    add_font(out, &style->figures_font);
    buf_add_text(out, "\n  }");
}

static void add_colours(struct buf *out, const struct colour *colours, size_t count) {
    for (size_t i = 0; i < count; i++) {
        buf_add_text(out, i ? ", " : "[");
        add_colour(out, colours[i]);
    }
    buf_add_char(out, ']');
}

// A string, or texts by language.
static void add_words(struct buf *out, const struct json *words) {
    if (!words || words->kind == JSON_STRING) {
        buf_add_json_string(out, json_string(words, STR_NONE));
        return;
    }
    for (const struct json *member = words->first; member; member = member->next) {
        buf_add_text(out, member == words->first ? "{" : ", ");
        buf_add_json_string(out, member->key);
        buf_add_text(out, ": ");
        buf_add_json_string(out, member->string);
    }
    buf_add_char(out, '}');
}

static void add_value(struct buf *out, const struct style *style, const struct style_token *token) {
    const void *at = (const char *)style + token->offset;
    switch (token->kind) {
    case TOKEN_STRING:
        buf_add_json_string(out, *(const struct str *)at);
        break;
    case TOKEN_WORDS:
        add_words(out, *(const struct json *const *)at);
        break;
    case TOKEN_NUMBER:
    case TOKEN_LENGTH:
    case TOKEN_AREA:
    case TOKEN_SPACE:
    case TOKEN_SIDE:
        buf_add_json_number(out, *(const double *)at);
        break;
    case TOKEN_BOOL:
        buf_add_text(out, *(const bool *)at ? "true" : "false");
        break;
    case TOKEN_COLOUR:
        add_colour(out, *(const struct colour *)at);
        break;
    case TOKEN_TEXT:
        add_text(out, at);
        break;
    case TOKEN_WORD:
        buf_add_json_string(out, str_from(token->shape->words[*(const unsigned *)at]));
        break;
    case TOKEN_FONTS:
        add_fonts(out, style);
        break;
    case TOKEN_PALETTE:
        add_colours(out, style->palette, style->palette_count);
        break;
    case TOKEN_LOGO:
        style_logo_print(out, at);
        break;
    case TOKEN_RAMP: {
        const struct style_ramp *ramp = at;
        add_colours(out, ramp->colours, ramp->count);
        break;
    }
    }
}

void style_print(struct buf *out, const struct style *style) {
    for (size_t i = 0; i < style_token_count; i++) {
        if (style_tokens[i].kind == TOKEN_LOGO && !style_has_logo(&style->logo)) {
            continue;
        }
        add_key(out, i ? ",\n  " : "{\n  ", style_tokens[i].name);
        add_value(out, style, &style_tokens[i]);
    }
    buf_add_text(out, "\n}\n");
}
