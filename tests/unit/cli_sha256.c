// SHA-256 against the examples that NIST publishes with FIPS 180-4.
#include "unit.h"

#include "cli/sha256.h"

static void gives_the_published_digests(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena, NULL, NULL);
    assert_true(str_is(sha256_text(&arena, STR("abc")),
                       "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    assert_true(str_is(sha256_text(&arena, STR_NONE),
                       "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    assert_true(
        str_is(sha256_text(&arena, STR("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")),
               "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"));
    char *million = arena_alloc(&arena, 1000000);
    for (size_t i = 0; i < 1000000; i++)
        million[i] = 'a';
    assert_true(str_is(sha256_text(&arena, (struct str){million, 1000000}),
                       "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"));
    arena_done(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(gives_the_published_digests)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
