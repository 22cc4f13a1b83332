// Paths: their parts, joining, and what lies below a folder once links are followed.
#include "unit.h"

#include "base/path.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static struct arena arena;
static char root[] = "/tmp/tushuo-path-XXXXXX";

static int start(void **state) {
    (void)state;
    arena_init(&arena, NULL, NULL);
    if (!mkdtemp(root) || chdir(root) != 0)
        return -1;
    FILE *file = fopen("file", "w");
    if (!file || fclose(file) != 0)
        return -1;
    return mkdir("a", 0777) || mkdir("a/b", 0777) || mkdir("ab", 0777) ||
           symlink("/etc", "a/out") || symlink("../b", "a/b/back") ||
           symlink("/none/x", "a/lost") || symlink("loop", "a/loop");
}

static int finish(void **state) {
    (void)state;
    static const char *const names[] = {"a/loop", "a/lost", "a/b/back", "a/out",
                                        "a/b",    "a",      "ab",       "file"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        remove(names[i]);
    arena_done(&arena);
    return chdir("/") || rmdir(root);
}

static void parts_of_a_path(void **state) {
    (void)state;
    static const struct {
        const char *path, *folder, *name, *stem, *extension;
    } cases[] = {
        {"a/b.json", "a", "b.json", "b", "json"},
        {"b.json", "", "b.json", "b", "json"},
        {"/b", "/", "b", "b", ""},
        {"a//b.JSON", "a", "b.JSON", "b", "JSON"},
        {"a/.rc", "a", ".rc", ".rc", ""},
        {"x.tar.gz", "", "x.tar.gz", "x.tar", "gz"},
        {"a.b/c", "a.b", "c", "c", ""},
        {"c.", "", "c.", "c", ""},
        {"", "", "", "", ""},
        {"//x", "/", "x", "x", ""},
        {"图/表.csv", "图", "表.csv", "表", "csv"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str path = str_from(cases[i].path);
        assert_true(str_is(path_folder(path), cases[i].folder));
        assert_true(str_is(path_name(path), cases[i].name));
        assert_true(str_is(path_stem(path), cases[i].stem));
        assert_true(str_is(path_extension(path), cases[i].extension));
    }
    assert_int_equal(path_folder(STR_NONE).len, 0);
}

static void joins(void **state) {
    (void)state;
    assert_true(str_is(path_join(&arena, STR("a"), STR("b")), "a/b"));
    assert_true(str_is(path_join(&arena, STR("a/"), STR("b")), "a/b"));
    assert_true(str_is(path_join(&arena, STR("/"), STR("b")), "/b"));
    assert_true(str_is(path_join(&arena, STR(""), STR("b")), "b"));
    assert_true(str_is(path_join(&arena, STR("a"), STR("/b")), "/b"));
}

static void below_or_not(void **state) {
    (void)state;
    static const struct {
        const char *path, *folder;
        bool below;
    } cases[] = {
        {"a/b", "a", true},           {"a/none/x.svg", "a", true}, // judged by a
        {"a/none/../x", "a", true},   {"a/none/../../x", "a", false},
        {"a/../file", "a", false},    {"a", "a", false},
        {"a/b/..", "a", false},       {"ab", "a", false}, // a prefix of the name only
        {"file", "", true},           {"../x", "", false},
        {"none/../../x", "", false},  {"/etc/passwd", "a", false},
        {"a/out/passwd", "a", false},                        // through a link
        {"a/b/back/x", "a/b", true},                         // a link to its own folder
        {"a/lost", "a", false},                              // a dangling link could lead anywhere
        {"a/loop/x", "a", false},     {"file/x", "", false}, // a file is no folder
        {"new/x", "new", true},                              // neither exists
        {"anything", "/", true},      {"/", "/", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        bool below = path_is_below(&arena, str_from(cases[i].path), str_from(cases[i].folder));
        if (below != cases[i].below)
            print_error("case %zu: %s below %s\n", i, cases[i].path, cases[i].folder);
        assert_int_equal(below, cases[i].below);
    }
    assert_false(path_is_below(&arena, (struct str){"a/b\0c", 5}, STR("a")));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts_of_a_path),
        cmocka_unit_test(joins),
        cmocka_unit_test(below_or_not),
    };
    return cmocka_run_group_tests(tests, start, finish);
}
