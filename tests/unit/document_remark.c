// What figures say of their numbers, in Chinese and in English.
#include "fixture.h"

#include "document/remark.h"

static void check_source(struct fixture *f, const char *language, const char *date,
                         const char *expected) {
    const struct document document = {.language = str_from(language),
                                      .source = {.name = STR("Office"), .date = str_from(date)}};
    struct str words = remark_source(&f->arena, &document);
    if (!str_is(words, expected)) {
        fail_msg("%.*s instead of %s", STR_ARG(words), expected);
    }
}

static void sources_have_their_date(void **state) {
    check_source(*state, "zh-Hans", "2023-02-18", "Office（2023年2月18日）");
    check_source(*state, "", "2023-02", "Office（2023年2月）");
    check_source(*state, "en", "2023-02-18", "Office (18 February 2023)");
    check_source(*state, "en", "2023-02", "Office (February 2023)");
    check_source(*state, "en-GB", "2023-Q1", "Office (Q1 2023)");
    check_source(*state, "fr", "2023", "Office (2023)");
    check_source(*state, "en", "", "Office");
}

static void words_of_approximation_are_explained(void **state) {
    struct fixture *f = *state;
    const struct str words[] = {STR("余"), STR("约"), STR("余"), STR("以上")};
    struct str chinese = remark_approx(&f->arena, STR("zh"), words, 4);
    assert_true(str_is(chinese, "“余”表示实际数略多于所列数，“约”表示所列数为约数"));
    struct str english = remark_approx(&f->arena, STR("en"), words, 4);
    assert_true(str_is(english, "“余” means slightly more than the number given, “约” means about "
                                "the number given"));
    assert_int_equal(remark_approx(&f->arena, STR("en"), words + 3, 1).len, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(sources_have_their_date, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(words_of_approximation_are_explained, open_fixture,
                                        close_fixture),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
