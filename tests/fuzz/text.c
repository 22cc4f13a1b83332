// Fuzz target: setting text. The first byte chooses how, the second the width, the rest are words.
#include "fuzz.h"

#include "base/utf8.h"
#include "text/text.h"

#include <math.h>
#include <stdlib.h>

static struct arena run;
static struct diag opening;
static struct text_engine *engine;

static void close_engine(void) {
    text_close(engine);
    arena_done(&run);
}

// Opening the fonts takes longer than a thousand texts.
static void open_engine(void) {
    arena_init(&run, NULL, NULL);
    diag_init(&opening, &run);
    engine = text_open(&run, &opening, NULL);
    assert(engine);
    atexit(close_engine);
}

static void check_cluster(const struct text_cluster *cluster) {
    assert(isfinite(cluster->x) && isfinite(cluster->y) && isfinite(cluster->advance));
    assert(isfinite(cluster->ink_x) && isfinite(cluster->ink_width));
    assert(cluster->glyph_count == 0 || cluster->glyphs);
}

static size_t count_breaks(struct str words) {
    size_t count = 0;
    for (size_t at = 0; at < words.len;) {
        uint32_t c = utf8_next(words, &at);
        count += (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
    }
    return count;
}

static void check_block(const struct text_block *block, const struct text_request *request) {
    assert(block && isfinite(block->width) && isfinite(block->height));
    assert(block->width >= 0 && block->height >= 0);
    size_t length = 0;
    for (size_t i = 0; i < block->line_count; i++) {
        const struct text_line *line = &block->lines[i];
        assert(isfinite(line->x) && isfinite(line->y) && isfinite(line->width));
        length += line->words.len;
        for (size_t j = 0; j < line->cluster_count; j++)
            check_cluster(&line->clusters[j]);
    }
    // Nothing is set twice; the mark of a cut is six bytes, what is not UTF-8 may become three.
    assert(length <= 3 * request->words.len + 6);
    if (request->mode == TEXT_TRUNCATE)
        assert(block->line_count <= 1 + count_breaks(request->words));
    if (request->width > 0 && block->strain != STRAIN_OVERFLOW && !block->truncated)
        assert(block->vertical || block->width <= request->width * 1.01 + 1 || request->hanging);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (!engine)
        open_engine();
    if (size < 2)
        return 0;
    struct arena arena;
    arena_init(&arena, NULL, NULL);
    struct diag diag;
    diag_init(&diag, &arena);
    struct text_request request = {
        .words = {(const char *)data + 2, size - 2},
        .style = {.fonts = STR("Noto Sans CJK SC"), .size = 16, .colour = {0, 0, 0, 255}},
        .mode = (enum text_mode)(data[0] & 3),
        .vertical = data[0] & 4,
        .markup = data[0] & 8,
        .hanging = data[0] & 64,
        .width = data[1] > ' ' ? (data[1] - ' ') * 8 : 0,
    };
    check_block(text_set(engine, &arena, &diag, &request), &request);
    arena_done(&arena);
    return 0;
}
