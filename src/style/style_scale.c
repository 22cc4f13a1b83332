// A style at other sizes of type: all of its lengths grow or shrink together.
#include "style/style_tokens.h"

#include <math.h>

static void scale_text(struct style_text *text, double type, double least) {
    text->size = fmax(text->size * type, least);
}

static void scale_token(struct style *style, const struct style_token *token, double type,
                        struct style_reading reading) {
    void *at = (char *)style + token->offset;
    if (token->kind == TOKEN_TEXT) {
        scale_text(at, type, reading.least_text);
    } else if (token->kind == TOKEN_LENGTH) {
        *(double *)at *= type;
    } else if (token->kind == TOKEN_LOGO) {
        ((struct style_logo *)at)->height *= type;
    } else if (token->kind == TOKEN_AREA) {
        *(double *)at *= type * type;
    } else if (token->kind == TOKEN_SPACE) {
        *(double *)at *= type * (reading.space > 0 ? reading.space : 1);
    }
}

const struct style *style_scale(struct arena *arena, const struct style *style,
                                struct style_reading reading) {
    if (reading.label <= 0) {
        return style;
    }
    struct style *scaled = ARENA_NEW(arena, struct style);
    *scaled = *style;
    double type = reading.label / style->label.size;
    for (size_t i = 0; i < style_token_count; i++) {
        scale_token(scaled, &style_tokens[i], type, reading);
    }
    return scaled;
}
