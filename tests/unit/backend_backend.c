// The registry: every backend of backends.def is there once, under its extension.
#include "unit.h"

#include "backend/backend.h"

static void every_backend_is_found_by_name(void **state) {
    (void)state;
    const struct backend *const *list;
    size_t count = backend_list(&list);
    assert_true(count >= 4);
    for (size_t i = 0; i < count; i++) {
        assert_ptr_equal(backend_find(str_from(list[i]->name)), list[i]);
        assert_non_null(list[i]->write);
    }
    assert_non_null(backend_find(STR("svg")));
}

static void other_names_are_not_found(void **state) {
    (void)state;
    assert_null(backend_find(STR("sv")));
    assert_null(backend_find(STR("SVG ")));
    assert_null(backend_find(STR_NONE));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_backend_is_found_by_name),
        cmocka_unit_test(other_names_are_not_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
