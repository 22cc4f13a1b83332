// PNG files: their size, and whether they are whole.
#include "unit.h"

#include "base/png_info.h"

#include <string.h>

// Three pixels by two, grey.
static const char small[] =
    "\x89\x50\x4E\x47\x0D\x0A\x1A\x0A\x00\x00\x00\x0D\x49\x48\x44\x52\x00\x00"
    "\x00\x03\x00\x00\x00\x02\x08\x00\x00\x00\x00\xB8\x1F\x39\xC6\x00\x00\x00"
    "\x0B\x49\x44\x41\x54\x78\x9C\x63\x60\x80\x00\x00\x00\x08\x00\x01\xB7\x58"
    "\x73\x95\x00\x00\x00\x00\x49\x45\x4E\x44\xAE\x42\x60\x82";

static bool read_bytes(const char *bytes, size_t length, unsigned *width, unsigned *height) {
    return png_info_read((struct str){bytes, length}, width, height);
}

static void a_whole_file_tells_its_size(void **state) {
    (void)state;
    unsigned width = 0, height = 0;
    assert_true(read_bytes(small, sizeof small - 1, &width, &height));
    assert_int_equal(width, 3);
    assert_int_equal(height, 2);
}

static void a_file_cut_anywhere_is_none(void **state) {
    (void)state;
    unsigned width, height;
    for (size_t length = 0; length < sizeof small - 1; length++) {
        assert_false(read_bytes(small, length, &width, &height));
    }
}

static void a_changed_byte_is_found(void **state) {
    (void)state;
    unsigned width, height;
    for (size_t at = 0; at < sizeof small - 1; at++) {
        char copy[sizeof small];
        memcpy(copy, small, sizeof small);
        copy[at] = (char)(copy[at] ^ 4);
        assert_false(read_bytes(copy, sizeof small - 1, &width, &height));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_whole_file_tells_its_size),
        cmocka_unit_test(a_file_cut_anywhere_is_none),
        cmocka_unit_test(a_changed_byte_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
