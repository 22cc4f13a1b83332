// What setting text costs once the faces are open: a label, a paragraph, very long texts.
//
//   text        prints milliseconds and memory
#include "text/text.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

struct bench {
    struct arena run, scratch;
    struct diag diag;
    struct text_engine *engine;
};

static double now_ms(void) {
    return (double)clock() * 1000 / CLOCKS_PER_SEC;
}

static const struct text_block *set(struct bench *bench, struct str words, double width,
                                    enum text_mode mode) {
    struct text_request request = {
        .words = words,
        .markup = true,
        .style = {.fonts = STR("Noto Sans CJK SC"), .size = 16},
        .width = width,
        .mode = mode,
    };
    return text_set(bench->engine, &bench->scratch, &bench->diag, &request);
}

static void report(struct bench *bench, const char *name, struct str words, double width,
                   enum text_mode mode) {
    size_t times = words.len > 10000 ? 1 : 2000;
    arena_reset(&bench->scratch);
    set(bench, words, width, mode); // its glyphs are known from here on
    double start = now_ms();
    size_t used = 0;
    for (size_t i = 0; i < times; i++) {
        arena_reset(&bench->scratch);
        set(bench, words, width, mode);
        used = bench->scratch.used;
    }
    double ms = (now_ms() - start) / (double)times;
    printf("%-34s %9.4f ms %8.0f ns/byte %6.0f bytes/byte\n", name, ms,
           ms * 1e6 / (double)words.len, (double)used / (double)words.len);
}

static struct str repeat(struct arena *arena, const char *part, size_t bytes) {
    size_t len = strlen(part), count = bytes / len;
    char *all = arena_alloc(arena, count * len);
    for (size_t i = 0; i < count; i++)
        memcpy(all + i * len, part, len);
    return (struct str){all, count * len};
}

static const char sentence[] =
    "深入开展“矢志不渝跟党走 携手奋进新时代”“喜迎二十大 同心跟党走”等主题教育活动300余场次，组织"
    "召开市县两级专题协商调研座谈会等100余次，推动13条整改措施落地见效；实现产值5.38亿元，增长12.5%"
    "。";

int main(void) {
    struct bench bench;
    arena_init(&bench.run, NULL, NULL);
    arena_init(&bench.scratch, NULL, NULL);
    diag_init(&bench.diag, &bench.run);
    bench.engine = text_open(&bench.run, &bench.diag, NULL);
    if (!bench.engine)
        return 1;
    struct str paragraph = repeat(&bench.run, sentence, 440 * 3);
    report(&bench, "label of ten characters", STR("主题教育活动300余场"), 0, TEXT_WRAP);
    report(&bench, "label with markup", STR("**主题**教育[活动|accent]300余场"), 0, TEXT_WRAP);
    report(&bench, "title of two lines", STR("主题教育活动300余场次，所列四类中场次最多"), 200,
           TEXT_BALANCE);
    report(&bench, "paragraph of 440 characters", paragraph, 640, TEXT_WRAP);
    report(&bench, "the same, justified", paragraph, 640, TEXT_JUSTIFY);
    for (size_t kilobytes = 64; kilobytes <= 1024; kilobytes *= 4) {
        char name[64];
        snprintf(name, sizeof name, "%zu KB of prose", kilobytes);
        report(&bench, name, repeat(&bench.run, sentence, kilobytes * 1024), 640, TEXT_WRAP);
        snprintf(name, sizeof name, "%zu KB, justified", kilobytes);
        report(&bench, name, repeat(&bench.run, sentence, kilobytes * 1024), 640, TEXT_JUSTIFY);
    }
    report(&bench, "100,000 commas", repeat(&bench.run, "，", 300000), 640, TEXT_WRAP);
    report(&bench, "100,000 opening marks", repeat(&bench.run, "（", 300000), 640, TEXT_WRAP);
    report(&bench, "100,000 opening brackets of markup", repeat(&bench.run, "[", 100000), 640,
           TEXT_WRAP);
    report(&bench, "100,000 letters without a space", repeat(&bench.run, "a", 100000), 640,
           TEXT_WRAP);
    report(&bench, "100,000 digits", repeat(&bench.run, "1", 100000), 640, TEXT_WRAP);
    report(&bench, "100,000 readings", repeat(&bench.run, "{汉|hàn}", 1000000), 640, TEXT_WRAP);
    report(&bench, "100,000 Hebrew letters", repeat(&bench.run, "ש", 200000), 640, TEXT_WRAP);
    text_close(bench.engine);
    arena_done(&bench.scratch);
    arena_done(&bench.run);
    return 0;
}
