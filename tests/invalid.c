// Documents and tables that are wrong: each case's diagnostics, line by line.
//
// tests/invalid/NAME.json (or .csv, .tsv) is a case, NAME.expected what is said of it: the text
// form of the diagnostics, the case's folder left out. With TUSHUO_UPDATE set the expectations are
// written instead of compared; look at them before committing.
#include "base/file.h"
#include "document/lint.h"
#include "document/proof.h"
#include "document/typed_digits.h"
#include "figure/figure.h"

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>

static void load(struct arena *arena, struct diag *diag, struct str path) {
    if (!str_is(path_extension(path), "json")) {
        table_read_file(arena, diag, (struct diag_place){.file = path}, path, ENCODING_DETECT);
        return;
    }
    const struct document_options options = {.language = STR("zh-Hans")};
    const struct document *document =
        document_load(arena, diag, path, figure_document_shape(), &options);
    if (!document)
        return;
    proof_check(arena, diag, document);
    typed_digits_check(arena, diag, document);
    lint_check(arena, diag, document);
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

static bool run_case(struct str path) {
    struct arena arena;
    arena_init(&arena, NULL, NULL);
    struct diag diag;
    diag_init(&diag, &arena);
    load(&arena, &diag, path);
    struct buf out = BUF_INIT(&arena);
    diag_print(&diag, (struct diag_print_options){.form = DIAG_FORM_TEXT}, &out);
    struct str folder = str_printf(&arena, "%.*s/", STR_ARG(path_folder(path)));
    struct str found = without(&arena, buf_str(&out), folder);
    buf_done(&out);
    struct str stem =
        str_printf(&arena, "%.*s%.*s.expected", STR_ARG(folder), STR_ARG(path_stem(path)));
    struct str expected = STR_NONE;
    bool fine;
    if (getenv("TUSHUO_UPDATE"))
        fine = file_write_whole(&arena, &diag, stem, found);
    else
        fine = file_read(&arena, &diag, (struct diag_place){.file = stem}, stem, FILE_LIMIT,
                         &expected) &&
               found.len && str_equal(found, expected);
    if (!fine)
        printf("%.*s\n--- expected\n%.*s--- found\n%.*s", STR_ARG(path), STR_ARG(expected),
               STR_ARG(found));
    arena_done(&arena);
    return fine;
}

// Runs the cases of one kind; returns how many failed.
static size_t run_kind(const char *folder, const char *kind, size_t *count) {
    char pattern[4096];
    snprintf(pattern, sizeof pattern, "%s/*.%s", folder, kind);
    glob_t found;
    size_t failed = 0;
    if (!glob(pattern, 0, NULL, &found)) {
        for (size_t i = 0; i < found.gl_pathc; i++)
            failed += !run_case(str_from(found.gl_pathv[i]));
        *count += found.gl_pathc;
        globfree(&found);
    }
    return failed;
}

int main(int argc, char **argv) {
    if (argc != 2)
        return 2;
    size_t count = 0, failed = 0;
    static const char *const kinds[] = {"json", "csv", "tsv"};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        failed += run_kind(argv[1], kinds[i], &count);
    printf("%zu cases, %zu failed\n", count, failed);
    return failed || !count;
}
