// Pictures from files: their pixels, and files that are cut short or damaged anywhere.
#include "fixture.h"

#include "base/file.h"
#include "config.h"
#include "infographic/image_file.h"

#include <string.h>

static struct str load(struct fixture *f, const char *name) {
    struct str bytes,
        path = str_printf(&f->arena, "%s/tests/infographic/images/%s", TUSHUO_SOURCE_DIR, name);
    assert_true(file_read(&f->arena, &f->diag, (struct diag_place){0}, path, FILE_LIMIT, &bytes));
    return bytes;
}

static bool decode(struct fixture *f, struct str bytes, struct scene_image *out) {
    return image_file_decode(&f->arena, &f->diag, (struct diag_place){0}, bytes, out);
}

// The pictures were made with red 4x, green 5y and blue xy at (x, y), modulo 256.
static void pixels_are_those_of_the_file(void **state) {
    static const char *const names[] = {"small.png", "half.png", "small.jpg"};
    struct fixture *f = *state;
    for (size_t i = 0; i < 3; i++) {
        struct scene_image image;
        assert_true(decode(f, load(f, names[i]), &image));
        assert_int_equal(image.width, 64);
        assert_int_equal(image.height, 48);
        const uint8_t *pixel = image.rgba + 4 * ((size_t)10 * 64 + 20);
        int near = i == 2 ? 24 : 0; // JPEG
        assert_in_range(pixel[0], 80 - near, 80 + near);
        assert_in_range(pixel[1], 50 - near, 50 + near);
        assert_in_range(pixel[2], 200 - near, 200 + near);
        assert_int_equal(pixel[3], i == 1 ? 128 : 255);
    }
}

static void grey_is_grey(void **state) {
    static const char *const names[] = {"grey.png", "grey.jpg"};
    struct fixture *f = *state;
    for (size_t i = 0; i < 2; i++) {
        struct scene_image image;
        assert_true(decode(f, load(f, names[i]), &image));
        const uint8_t *pixel = image.rgba + 4 * ((size_t)30 * 64 + 40);
        assert_int_equal(pixel[0], pixel[1]);
        assert_int_equal(pixel[1], pixel[2]);
    }
}

// Nothing of a file's length is trusted: each cut is an error, and said once.
static void every_cut_is_an_error(void **state) {
    static const char *const names[] = {"small.png", "small.jpg"};
    struct fixture *f = *state;
    for (size_t i = 0; i < 2; i++) {
        struct str whole = load(f, names[i]);
        for (size_t len = 0; len + 24 < whole.len; len += 7) {
            struct scene_image image;
            struct diag diag;
            diag_init(&diag, &f->arena);
            struct str part = {memcpy(arena_alloc(&f->arena, len), whole.data, len), len};
            assert_false(image_file_decode(&f->arena, &diag, (struct diag_place){0}, part, &image));
            assert_int_equal(diag.errors, 1);
            assert_int_equal(diag.worst_status, 1);
        }
    }
}

static uint32_t next_random(uint32_t *state) {
    *state = *state * UINT32_C(1664525) + UINT32_C(1013904223);
    return *state >> 8;
}

// Files with wrong bytes are read or refused; the sanitizers watch.
static void wrong_bytes_do_no_harm(void **state) {
    enum { ROUNDS = 400, WRONG = 6 };
    static const char *const names[] = {"small.png", "small.jpg", "turned.jpg", "cmyk.jpg",
                                        "palette.png"};
    struct fixture *f = *state;
    uint32_t seed = 20220218;
    for (size_t round = 0; round < ROUNDS; round++) {
        struct arena arena;
        struct diag diag;
        struct scene_image image;
        arena_init(&arena, NULL, NULL);
        diag_init(&diag, &arena);
        struct str whole = load(f, names[round % 5]);
        char *bytes = memcpy(arena_alloc(&arena, whole.len), whole.data, whole.len);
        for (size_t i = 0; i < WRONG; i++)
            bytes[4 + next_random(&seed) % (whole.len - 4)] = (char)next_random(&seed);
        bool fine = image_file_decode(&arena, &diag, (struct diag_place){0},
                                      (struct str){bytes, whole.len}, &image);
        assert_int_equal(diag.errors, fine ? 0 : 1);
        arena_done(&arena);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pixels_are_those_of_the_file),
        cmocka_unit_test(grey_is_grey),
        cmocka_unit_test(every_cut_is_an_error),
        cmocka_unit_test(wrong_bytes_do_no_harm),
    };
    return cmocka_run_group_tests(tests, open_fixture, close_fixture);
}
