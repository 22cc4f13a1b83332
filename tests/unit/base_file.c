// Files: what cannot be read or written is reported, and a target is whole or untouched.
#include "unit.h"

#include "base/file.h"

#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

static struct arena arena;
static struct diag diag;
static char root[64];

static int start(void **state) {
    (void)state;
    arena_init(&arena, NULL, NULL);
    diag_init(&diag, &arena);
    strcpy(root, "/tmp/tushuo-file-XXXXXX");
    return !mkdtemp(root) || chdir(root) != 0;
}

// Removes the folder's content, one level of folders deep.
static void empty_folder(const char *path) {
    DIR *folder = opendir(path);
    if (!folder)
        return;
    for (struct dirent *entry = readdir(folder); entry; entry = readdir(folder)) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        struct str name = path_join(&arena, str_from(path), str_from(entry->d_name));
        if (remove(name.data) != 0) {
            empty_folder(name.data);
            remove(name.data);
        }
    }
    closedir(folder);
}

static int finish(void **state) {
    (void)state;
    empty_folder(root);
    arena_done(&arena);
    return chdir("/") || rmdir(root);
}

static size_t count_entries(const char *path) {
    size_t count = 0;
    DIR *folder = opendir(path);
    assert_non_null(folder);
    while (readdir(folder))
        count++;
    closedir(folder);
    return count - 2; // without . and ..
}

static struct str read_back(const char *path) {
    struct str text = STR_NONE;
    assert_true(
        file_read(&arena, &diag, (struct diag_place){0}, str_from(path), FILE_LIMIT, &text));
    return text;
}

static bool write_text(const char *path, const char *text) {
    return file_write_whole(&arena, &diag, str_from(path), str_from(text));
}

static void writes_and_reads_back(void **state) {
    (void)state;
    assert_true(write_text("a.txt", "一"));
    assert_true(str_is(read_back("a.txt"), "一"));
    assert_true(write_text("a.txt", ""));
    assert_int_equal(read_back("a.txt").len, 0);
    assert_true(write_text("new/deep/b.txt", "二"));
    assert_true(str_is(read_back("new/deep/b.txt"), "二"));
    assert_int_equal(count_entries("."), 2);
    assert_int_equal(count_entries("new/deep"), 1);
    assert_int_equal(diag.count, 0);
}

static void a_file_made_follows_the_umask(void **state) {
    (void)state;
    mode_t old = umask(022);
    assert_true(write_text("a.txt", "x"));
    umask(old);
    struct stat status;
    assert_int_equal(stat("a.txt", &status), 0);
    assert_int_equal(status.st_mode & 0777, 0644);
}

static void nothing_shows_before_commit(void **state) {
    (void)state;
    assert_true(write_text("a.txt", "old"));
    struct file_output file, other;
    assert_true(file_create(&file, &arena, &diag, STR("a.txt")));
    assert_true(file_create(&other, &arena, &diag, STR("b.txt"))); // another temporary name
    file_write(&file, "new", 3);
    assert_true(str_is(read_back("a.txt"), "old"));
    file_discard(&file);
    assert_true(str_is(read_back("a.txt"), "old"));
    file_write(&other, "b", 1);
    assert_true(file_commit(&other, &diag));
    file_discard(&other); // nothing
    assert_true(str_is(read_back("b.txt"), "b"));
    assert_int_equal(count_entries("."), 2);
}

static void assert_reported(enum diag_code code, const char *file) {
    assert_int_equal(diag.count, 1);
    assert_int_equal(diag.entries[0].code, code);
    assert_true(str_is(diag.entries[0].place.file, file));
    assert_int_equal(diag.worst_status, code == DIAG_FILE_TOO_LARGE ? 1 : 3);
}

static void what_cannot_be_read_is_reported_where_it_was_named(void **state) {
    (void)state;
    struct str text;
    struct diag_place from = {STR("doc.json"), 3, 9, STR("/source/text")};
    assert_false(file_read(&arena, &diag, from, STR("none.txt"), FILE_LIMIT, &text));
    assert_reported(DIAG_UNREADABLE_FILE, "doc.json");
    assert_int_equal(diag.entries[0].place.line, 3);
    assert_true(str_starts(diag.entries[0].message, STR("none.txt cannot be read: ")));
}

static void folders_and_odd_names_are_not_read(void **state) {
    (void)state;
    struct str text;
    const struct str names[] = {STR("."), STR(""), {"a\0b", 3}};
    assert_true(write_text("a", "x"));
    for (size_t i = 0; i < 3; i++)
        assert_false(file_read(&arena, &diag, (struct diag_place){0}, names[i], FILE_LIMIT, &text));
    assert_int_equal(diag.errors, 3);
}

static void the_limit_is_exact(void **state) {
    (void)state;
    struct str text;
    assert_true(write_text("a.txt", "12345"));
    assert_true(file_read(&arena, &diag, (struct diag_place){0}, STR("a.txt"), 5, &text));
    assert_int_equal(text.len, 5);
    assert_false(file_read(&arena, &diag, (struct diag_place){0}, STR("a.txt"), 4, &text));
    assert_reported(DIAG_FILE_TOO_LARGE, "a.txt");
    // A device tells no size and has no end.
    assert_false(file_read(&arena, &diag, (struct diag_place){0}, STR("/dev/zero"), 200000, &text));
    assert_int_equal(diag.errors, 2);
}

static void a_pipe_is_read_to_its_end(void **state) {
    (void)state;
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    if (child == 0) {
        for (int i = 0; i < 20000; i++)
            if (dprintf(ends[1], "%05d", i) != 5)
                _exit(1);
        _exit(0);
    }
    close(ends[1]);
    int saved = dup(STDIN_FILENO);
    dup2(ends[0], STDIN_FILENO);
    close(ends[0]);
    struct str text = read_back("-");
    dup2(saved, STDIN_FILENO);
    close(saved);
    assert_int_equal(text.len, 100000);
    assert_true(str_is(str_slice(text, 99995, 100000), "19999"));
}

static void an_unreadable_file_is_reported(void **state) {
    (void)state;
    assert_true(write_text("a.txt", "x"));
    assert_int_equal(chmod("a.txt", 0), 0);
    struct str text;
    uid_t me = geteuid();
    if (me == 0)
        assert_int_equal(seteuid(65534), 0); // root may read everything
    bool was_read = file_read(&arena, &diag, (struct diag_place){0}, STR("a.txt"), 9, &text);
    if (me == 0)
        assert_int_equal(seteuid(0), 0);
    assert_false(was_read);
    assert_reported(DIAG_UNREADABLE_FILE, "a.txt");
}

static void a_folder_that_is_a_file_is_reported(void **state) {
    (void)state;
    assert_true(write_text("out", "x"));
    assert_false(write_text("out/a.svg", "y"));
    assert_reported(DIAG_UNWRITABLE_FILE, "out/a.svg");
    assert_false(write_text("out/deep/a.svg", "y"));
    assert_true(str_is(read_back("out"), "x"));
    assert_int_equal(count_entries("."), 1);
}

static void a_file_that_is_a_folder_is_reported(void **state) {
    (void)state;
    assert_int_equal(mkdir("a.svg", 0777), 0);
    assert_false(write_text("a.svg", "y"));
    assert_reported(DIAG_UNWRITABLE_FILE, "a.svg");
    assert_false(write_text("", "y"));
    assert_int_equal(diag.errors, 2);
    assert_int_equal(count_entries("."), 1);
}

static void a_failed_create_leaves_nothing_to_do(void **state) {
    (void)state;
    assert_int_equal(mkdir("a.svg", 0777), 0);
    struct file_output file;
    assert_false(file_create(&file, &arena, &diag, STR("a.svg")));
    file_write(&file, "x", 1);
    assert_false(file_commit(&file, &diag));
    file_discard(&file);
    assert_int_equal(diag.errors, 1); // reported once
}

static void a_full_device_is_reported(void **state) {
    (void)state;
    assert_false(write_text("/dev/full", "x"));
    assert_reported(DIAG_UNWRITABLE_FILE, "/dev/full");
    struct stat status;
    assert_int_equal(stat("/dev/full", &status), 0);
    assert_true(S_ISCHR(status.st_mode)); // and is still one
}

// A limit on the size of files fails like a full disk: in the middle of the writing.
static void a_full_disk_leaves_the_old_file(void **state) {
    (void)state;
    assert_true(write_text("a.svg", "old"));
    struct rlimit old, small;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &old), 0);
    small = old;
    small.rlim_cur = 100 * 1000;
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    struct file_output file;
    bool created = file_create(&file, &arena, &diag, STR("a.svg"));
    char block[4096];
    memset(block, 'x', sizeof block);
    for (int i = 0; i < 100; i++)
        file_write(&file, block, sizeof block);
    bool committed = file_commit(&file, &diag);
    setrlimit(RLIMIT_FSIZE, &old);
    signal(SIGXFSZ, SIG_DFL);
    assert_true(created);
    assert_false(committed);
    assert_reported(DIAG_UNWRITABLE_FILE, "a.svg");
    assert_true(str_is(read_back("a.svg"), "old"));
    assert_int_equal(count_entries("."), 1);
}

static void finds_data_where_it_is_stated(void **state) {
    (void)state;
    assert_int_equal(mkdir("styles", 0777), 0);
    setenv("TUSHUO_DATA", root, 1);
    struct str found = file_find_data(&arena, "styles");
    assert_true(str_equal(found, path_join(&arena, str_from(root), STR("styles"))));
    // What is not there is looked for in the source tree, where this test runs from.
    assert_true(str_ends(file_find_data(&arena, "src"), STR("/src")));
    unsetenv("TUSHUO_DATA");
    assert_true(str_ends(file_find_data(&arena, "src"), STR("/src")));
    assert_int_equal(file_find_data(&arena, "no-such-folder").len, 0);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, start, finish)

int main(void) {
    const struct CMUnitTest tests[] = {
        CASE(writes_and_reads_back),
        CASE(a_file_made_follows_the_umask),
        CASE(nothing_shows_before_commit),
        CASE(what_cannot_be_read_is_reported_where_it_was_named),
        CASE(folders_and_odd_names_are_not_read),
        CASE(the_limit_is_exact),
        CASE(a_pipe_is_read_to_its_end),
        CASE(an_unreadable_file_is_reported),
        CASE(a_folder_that_is_a_file_is_reported),
        CASE(a_file_that_is_a_folder_is_reported),
        CASE(a_failed_create_leaves_nothing_to_do),
        CASE(a_full_device_is_reported),
        CASE(a_full_disk_leaves_the_old_file),
        CASE(finds_data_where_it_is_stated),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
