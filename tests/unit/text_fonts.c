// Families to faces: lists, aliases, Latin faces, files by path, licences, and what is missing.
#include "unit.h"

#include "backend/backend.h"
#include "base/file.h"
#include "text/font.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct fixture {
    struct arena arena;
    struct diag diag;
    struct text_engine *engine;
    char folder[64];
};

static int open_engine(void **state) {
    static struct fixture fixture;
    arena_init(&fixture.arena, NULL, NULL);
    diag_init(&fixture.diag, &fixture.arena);
    fixture.engine = text_open(&fixture.arena, &fixture.diag, NULL);
    strcpy(fixture.folder, "/tmp/tushuo-fonts-XXXXXX");
    *state = &fixture;
    return fixture.engine && mkdtemp(fixture.folder) ? 0 : -1;
}

static int close_engine(void **state) {
    struct fixture *fixture = *state;
    static const char *const names[] = {"plain.otf", "closed.otf", "broken.ttf"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        unlink(str_printf(&fixture->arena, "%s/%s", fixture->folder, names[i]).data);
    rmdir(fixture->folder);
    text_close(fixture->engine);
    arena_done(&fixture->arena);
    return 0;
}

static const struct text_block *set(struct fixture *f, struct str fonts, const char *latin,
                                    const char *words) {
    struct text_request request = {.words = str_from(words),
                                   .style = {.fonts = fonts, .latin = str_from(latin), .size = 20}};
    return text_set(f->engine, &f->arena, &f->diag, &request);
}

static const struct text_block *set_column(struct fixture *f, struct str fonts, const char *words) {
    struct text_request request = {
        .words = str_from(words), .vertical = true, .style = {.fonts = fonts, .size = 20}};
    return text_set(f->engine, &f->arena, &f->diag, &request);
}

static struct str family_of(struct fixture *f, const struct text_block *block, size_t cluster) {
    return font_get_info(f->engine, block->lines[0].clusters[cluster].font)->family;
}

static void the_latin_face_serves_letters_and_digits_only(void **state) {
    struct fixture *f = *state;
    const struct text_block *block = set(f, STR("sans"), "DejaVu Serif", "甲“A1”—…·％+乙");
    assert_int_equal(block->lines[0].cluster_count, 11);
    for (size_t i = 0; i < 11; i++) {
        bool latin = i == 2 || i == 3;
        assert_true(str_is(family_of(f, block, i), latin ? "DejaVu Serif" : "Noto Sans CJK SC"));
        assert_within(block->lines[0].clusters[i].y, 0, 0); // one baseline
    }
    // a Latin face before the Chinese one in the list means the same
    block = set(f, STR("DejaVu Serif, Noto Sans CJK SC"), NULL, "甲“A1”");
    assert_true(str_is(family_of(f, block, 1), "Noto Sans CJK SC"));
    assert_true(str_is(family_of(f, block, 2), "DejaVu Serif"));
    assert_int_equal(f->diag.count, 0);
}

static void figures_are_tabular(void **state) {
    static const char *const latin[] = {NULL, "DejaVu Serif", "DejaVu Sans"};
    for (size_t i = 0; i < sizeof latin / sizeof *latin; i++) {
        const struct text_block *block = set(*state, STR("sans"), latin[i], "0123456789");
        for (size_t k = 1; k < 10; k++)
            assert_within(block->lines[0].clusters[k].advance, block->lines[0].clusters[0].advance,
                          1e-6);
    }
}

static void other_names_mean_the_same_face(void **state) {
    static const char *const names[][2] = {
        {"思源黑体", "Noto Sans CJK SC"},           {"Source Han Sans SC", "Noto Sans CJK SC"},
        {"source han sans cn", "Noto Sans CJK SC"}, {"'思源宋体'", "Noto Serif CJK SC"},
        {"sans-serif", "Noto Sans CJK SC"},         {"serif", "Noto Serif CJK SC"},
        {"思源黑體", "Noto Sans CJK TC"},
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        assert_true(
            str_is(family_of(f, set(f, str_from(names[i][0]), NULL, "甲"), 0), names[i][1]));
    assert_int_equal(f->diag.count, 0);
}

// What is not installed names where it is to be had.
static void missing_fonts_name_their_package(void **state) {
    static const char *const cases[][2] = {
        {"霞鹜文楷", "fonts-lxgw-wenkai"},          {"LXGW WenKai", "fonts-lxgw-wenkai"},
        {"WenQuanYi Zen Hei", "fonts-wqy-zenhei"},  {"Source Han Sans K", "fonts-noto-cjk"},
        {"方正小标宋简体", "is sold by its maker"}, {"No Such Face", "its file"},
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t before = f->diag.count;
        const struct text_block *block = set(f, str_from(cases[i][0]), NULL, "甲");
        if (f->diag.count == before) // installed here
            continue;
        const struct diag_entry *entry = &f->diag.entries[before];
        assert_int_equal(entry->code, DIAG_FONT_MISSING);
        if (str_find(entry->hint, str_from(cases[i][1]), 0) == SIZE_MAX)
            fail_msg("%s: %.*s", cases[i][0], STR_ARG(entry->hint));
        assert_true(block->width > 0);
    }
    assert_true(f->diag.count > 0);
}

static const char sample[] = "的甲乙，。、；“”（）《》！？·";

// A font file of some glyphs (的 makes it a Chinese one), without layout tables and so without
// halt; `type`: OS/2 fsType.
static struct str write_font(struct fixture *f, const char *name, uint8_t type) {
    const struct text_block *block = set(f, STR("Noto Sans CJK SC"), NULL, sample);
    const struct text_line *line = &block->lines[0];
    uint32_t glyphs[32];
    for (size_t i = 0; i < line->cluster_count; i++)
        glyphs[i] = line->clusters[i].glyphs[0];
    struct buf bytes = BUF_INIT(&f->arena);
    assert_true(font_subset(f->engine, &f->diag, line->clusters[0].font, glyphs,
                            line->cluster_count, &bytes));
    for (size_t i = 12; i + 16 < bytes.len; i += 16) // the table directory
        if (!memcmp(bytes.data + i, "OS/2", 4)) {
            const unsigned char *entry = (unsigned char *)bytes.data + i;
            bytes.data[(entry[10] << 8 | entry[11]) + 9] = (char)type;
            break;
        }
    struct str path = str_printf(&f->arena, "%s/%s", f->folder, name);
    assert_true(file_write_whole(&f->arena, &f->diag, path, buf_str(&bytes)));
    buf_done(&bytes);
    return path;
}

static void a_file_is_named_by_its_path(void **state) {
    struct fixture *f = *state;
    size_t before = f->diag.count;
    struct str path = write_font(f, "plain.otf", 0);
    const struct text_block *block = set(f, path, NULL, "甲乙");
    assert_int_equal(f->diag.count, before);
    const struct font_info *info = font_get_info(f->engine, block->lines[0].clusters[0].font);
    assert_true(str_equal(info->file, path));
    assert_true(info->may_embed && info->may_subset);
    struct str absent = str_printf(&f->arena, "%s/broken.ttf", f->folder);
    set(f, absent, NULL, "甲");
    assert_int_equal(f->diag.entries[f->diag.count - 1].code, DIAG_FONT_MISSING);
    assert_true(file_write_whole(&f->arena, &f->diag, absent, STR("no font")));
    struct str list = str_printf(&f->arena, "%.*s, sans", STR_ARG(absent));
    set(f, list, NULL, "甲");
    assert_int_equal(f->diag.entries[f->diag.count - 1].code, DIAG_FONT_MISSING);
    assert_int_equal(f->diag.entries[f->diag.count - 1].severity, DIAG_WARNING);
}

// The blank half of a mark is found by its ink, so that squeeze is the same to a hundredth of an
// em.
static void faces_without_halt_are_squeezed_by_ink(void **state) {
    struct fixture *f = *state;
    struct str path = write_font(f, "plain.otf", 0);
    static const char *const words[] = {"甲，“乙”", "（甲）。", "《甲》《乙》", "甲！？",
                                        "甲、“乙”；"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        double by_halt = set(f, STR("Noto Sans CJK SC"), NULL, words[i])->width / 20;
        assert_within(set(f, path, NULL, words[i])->width / 20, by_halt, 0.01);
    }
    static const char *const columns[] = {"甲，、乙", "甲。，", "甲！？", "甲乙"};
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        double by_vhal = set_column(f, STR("Noto Sans CJK SC"), columns[i])->height / 20;
        assert_within(set_column(f, path, columns[i])->height / 20, by_vhal, 0.01);
    }
    // no vertical forms: brackets lie, as they must
    const struct text_line *column = &set_column(f, path, "（甲）")->lines[0];
    assert_int_equal(column->clusters[0].orientation, TEXT_SIDEWAYS);
    assert_int_equal(column->clusters[1].orientation, TEXT_UPRIGHT);
    // trimmed, an opening mark's ink starts near the edge
    const struct text_line *line = &set(f, path, NULL, "（甲）")->lines[0];
    assert_true(line->clusters[0].ink_x < 0.25 * 20);
}

// Noto Serif's · has a third of an em, WenKai's “ ” too.
static void narrow_marks_take_their_width(void **state) {
    struct fixture *f = *state;
    assert_within(set(f, STR("Noto Serif CJK SC"), NULL, "甲·乙")->width / 20, 2.5, 0.001);
    const struct text_line *line = &set(f, STR("Noto Serif CJK SC"), NULL, "甲·乙")->lines[0];
    const struct text_cluster *dot = &line->clusters[1];
    assert_within(dot->ink_x + dot->ink_width / 2, dot->advance / 2, 0.05 * 20);
    struct text_request request = {
        .words = STR("甲·乙"),
        .style = {.fonts = STR("serif"), .size = 20, .language = STR("zh-Hant-TW")}};
    assert_within(text_set(f->engine, &f->arena, &f->diag, &request)->width / 20, 3, 0.001);
}

static void licences_are_honoured(void **state) {
    struct fixture *f = *state;
    struct str path = write_font(f, "closed.otf", 2);
    const struct text_block *block = set(f, path, NULL, "甲");
    const struct text_cluster *cluster = &block->lines[0].clusters[0];
    assert_true(str_equal(font_get_info(f->engine, cluster->font)->file, path));
    assert_false(font_get_info(f->engine, cluster->font)->may_embed);
    struct buf bytes = BUF_INIT(&f->arena);
    assert_false(font_subset(f->engine, &f->diag, cluster->font, cluster->glyphs, 1, &bytes));
    assert_int_equal(f->diag.entries[f->diag.count - 1].code, DIAG_FONT_LICENCE);
    assert_true(f->diag.entries[f->diag.count - 1].hint.len > 0);
    buf_done(&bytes);
}

// Cairo would embed it: its words are outlines, and that is said once.
static void a_closed_font_is_not_in_the_pdf(void **state) {
    struct fixture *f = *state;
    struct str path = write_font(f, "closed.otf", 2);
    const struct text_block *block = set(f, path, NULL, "甲乙，甲");
    struct scene scene;
    scene_init(&scene, &f->arena, STR("fig"), 100, 40);
    text_place(&scene, ROLE_TITLE, OWNER_NONE, block, &(struct text_placement){.at = {5, 5}});
    text_place(&scene, ROLE_TITLE, OWNER_NONE, block, &(struct text_placement){.at = {5, 20}});
    struct file_output file;
    struct str bytes, name = str_printf(&f->arena, "%s/broken.ttf", f->folder);
    struct backend_options options = {.scale = 1};
    size_t before = f->diag.count;
    assert_true(file_create(&file, &f->arena, &f->diag, name));
    assert_true(backend_find(STR("pdf"))->write(&scene, f->engine, &options, &f->diag, &file));
    assert_true(file_commit(&file, &f->diag));
    assert_int_equal(f->diag.count, before + 1);
    assert_int_equal(f->diag.entries[before].code, DIAG_FONT_LICENCE);
    assert_true(file_read(&f->arena, &f->diag, (struct diag_place){0}, name, FILE_LIMIT, &bytes));
    assert_true(bytes.len > 500);
    assert_true(str_find(bytes, STR("/FontFile"), 0) == SIZE_MAX);
}

static void a_missing_glyph_says_all(void **state) {
    struct fixture *f = *state;
    set(f, STR("sans, DejaVu Sans"), NULL, "成都\U000E1234市");
    const struct diag_entry *entry = &f->diag.entries[f->diag.count - 1];
    assert_int_equal(entry->code, DIAG_NO_GLYPH);
    assert_int_equal(entry->severity, DIAG_ERROR);
    const char *const parts[] = {"U+E1234", "成都", "sans, DejaVu Sans"};
    for (size_t i = 0; i < 3; i++)
        assert_true(str_find(entry->message, str_from(parts[i]), 0) != SIZE_MAX);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_latin_face_serves_letters_and_digits_only),
        cmocka_unit_test(figures_are_tabular),
        cmocka_unit_test(other_names_mean_the_same_face),
        cmocka_unit_test(missing_fonts_name_their_package),
        cmocka_unit_test(a_file_is_named_by_its_path),
        cmocka_unit_test(faces_without_halt_are_squeezed_by_ink),
        cmocka_unit_test(narrow_marks_take_their_width),
        cmocka_unit_test(licences_are_honoured),
        cmocka_unit_test(a_closed_font_is_not_in_the_pdf),
        cmocka_unit_test(a_missing_glyph_says_all),
    };
    return cmocka_run_group_tests(tests, open_engine, close_engine);
}
