// Infographics, sound and wrong: each case's diagnostics, in every style and several sizes.
//
// tests/infographic/NAME.json is a document; each of its figures is laid out and checked. What is
// said of it must be NAME.expected (the case's folder left out); a case without that file must be
// drawn without a word. With TUSHUO_UPDATE set the expectations are written; look at them before
// committing.
#include "base/file.h"
#include "cli/paint.h"

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>

static void lay_out(struct painter *painter, const struct document *document, struct str style,
                    struct picture_size size) {
    painter->style_override = style;
    for (size_t i = 0; i < document->figure_count; i++) {
        if (!json_get(document->figures[i].json, "blocks"))
            continue;
        struct arena arena;
        arena_init(&arena, NULL, NULL);
        const struct json *own = json_get(document->figures[i].json, "size");
        struct plan_item item = {
            .document = document, .figure = &document->figures[i], .size = size};
        if (own)
            size_read(&arena, own, &item.size);
        const struct page_findings *findings;
        struct scene_list pages;
        painter_layout(painter, &arena, &item, &pages, &findings);
        arena_done(&arena);
    }
}

// Print is what the journals' style is for; Vega-Lite's look is for specifications.
static bool is_meant_for(struct str style, bool print) {
    return !str_is(style, "vega") && (print || !str_is(style, "journal"));
}

static void draw_document(struct arena *arena, struct diag *diag, struct str path) {
    static const char *const sizes[] = {"wechat-figure", "slide-16x9", "wechat", "journal-2col",
                                        "a4"};
    const struct document_options options = {.language = STR("zh-Hans")};
    const struct document *document =
        document_load(arena, diag, path, figure_document_shape(), &options);
    struct plan plan = {.documents = &document, .document_count = document != NULL};
    struct painter painter = {.run = arena, .diag = diag, .plan = &plan};
    if (!document || !painter_open(&painter))
        return;
    painter_prepare(&painter);
    const struct str *styles;
    size_t count = style_list(arena, &styles);
    for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++) {
        struct picture_size size = {0};
        size_parse(str_from(sizes[s]), &size);
        if (size.form == PAGES_ONE)
            size.height = 0; // by content
        for (size_t i = 0; i < count; i++)
            if (is_meant_for(styles[i], s >= 7))
                lay_out(&painter, document, styles[i], size);
    }
    painter_close(&painter);
}

// `text` without any `part`.
static struct str without(struct arena *arena, struct str text, struct str part) {
    struct buf out = BUF_INIT(arena);
    for (size_t at = 0, next; at < text.len; at = next + part.len) {
        next = str_find(text, part, at);
        buf_add_str(&out, str_slice(text, at, next));
        if (next == SIZE_MAX)
            break;
    }
    struct str result = str_copy(arena, buf_str(&out));
    buf_done(&out);
    return result;
}

static struct str expectation(struct arena *arena, struct str path) {
    struct diag unheard;
    struct str text = STR_NONE;
    diag_init(&unheard, arena);
    file_read(arena, &unheard, (struct diag_place){.file = path}, path, FILE_LIMIT, &text);
    return text;
}

static bool run_case(struct str path) {
    struct arena arena;
    struct diag diag;
    arena_init(&arena, NULL, NULL);
    diag_init(&diag, &arena);
    draw_document(&arena, &diag, path);
    struct buf out = BUF_INIT(&arena);
    diag_print(&diag, (struct diag_print_options){.form = DIAG_FORM_TEXT}, &out);
    struct str folder = str_printf(&arena, "%.*s/", STR_ARG(path_folder(path)));
    struct str found = without(&arena, buf_str(&out), folder);
    buf_done(&out);
    struct str stem =
        str_printf(&arena, "%.*s%.*s.expected", STR_ARG(folder), STR_ARG(path_stem(path)));
    if (getenv("TUSHUO_UPDATE") && found.len)
        file_write_whole(&arena, &diag, stem, found);
    struct str expected = expectation(&arena, stem);
    bool fine = str_equal(found, expected);
    if (!fine)
        printf("%.*s\n--- expected\n%.*s--- found\n%.*s", STR_ARG(path), STR_ARG(expected),
               STR_ARG(found));
    arena_done(&arena);
    return fine;
}

int main(int argc, char **argv) {
    if (argc != 2)
        return 2;
    char pattern[4096];
    glob_t found;
    size_t failed = 0;
    snprintf(pattern, sizeof pattern, "%s/*.json", argv[1]);
    if (glob(pattern, 0, NULL, &found))
        return 2;
    for (size_t i = 0; i < found.gl_pathc; i++)
        failed += !run_case(str_from(found.gl_pathv[i]));
    printf("%zu cases, %zu failed\n", found.gl_pathc, failed);
    globfree(&found);
    return failed > 0;
}
