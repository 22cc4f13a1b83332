// Fuzz target: Chinese numbers, read as a whole and found in running text.
#include "fuzz.h"

#include "base/utf8.h"
#include "base/zh_number.h"

#include <math.h>

static bool is_inside(struct str part, struct str whole) {
    return part.len == 0 || (part.data >= whole.data && part.len <= whole.len &&
                             (size_t)(part.data - whole.data) <= whole.len - part.len);
}

static void check_number(const struct zh_number *number, struct str text) {
    assert(number->decimals >= 0 && number->scale > 0);
    assert(is_inside(number->text, text));
    bool percent = str_is(number->unit, "%") || str_is(number->unit, "‰");
    assert(percent || is_inside(number->unit, text));
    assert(zh_number_tolerance(number) >= 0);
    assert(isfinite(number->value) || isnan(number->value)); // NaN: too many digits for a double
}

// What is written can be read, and says the same. (A unit may begin with what reads as a word.)
static void check_written(struct arena *arena, const struct zh_number *number) {
    struct buf buf = BUF_INIT(arena);
    zh_number_write(&buf, number, 2);
    struct zh_number again;
    size_t error_at = 0;
    bool read = zh_number_parse(buf_str(&buf), &again, &error_at);
    if (number->unit.len == 0 && number->word.len == 0) {
        double open = 0.0051 * fmax(fabs(number->value), 1); // two decimals of at least 1
        assert(read && again.approx == APPROX_NONE && again.unit.len == 0);
        assert(fabs(again.value - number->value) <= open);
    }
    assert(utf8_find_invalid(buf_str(&buf)) == SIZE_MAX ||
           utf8_find_invalid(number->unit) != SIZE_MAX);
    buf_done(&buf);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena arena;
    arena_init(&arena, NULL, NULL);
    struct str text = {(const char *)data, size};
    struct zh_number number;
    size_t error_at = 0;
    if (zh_number_parse(text, &number, &error_at)) {
        assert(isfinite(number.value));
        check_number(&number, text);
        check_written(&arena, &number);
    } else {
        assert(error_at <= size);
    }
    size_t at = 0, before = 0;
    while (at < size && zh_number_find(text, &at, &number)) {
        assert(at > before && at <= size);
        before = at;
        check_number(&number, text);
    }
    arena_done(&arena);
    return 0;
}
