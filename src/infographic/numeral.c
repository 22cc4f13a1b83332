// Han numerals and digits before headings.
#include "infographic/numeral.h"

// Below a hundred by the rule of 十: 十二, 二十, 二十一. Beyond that plain digits are read better.
static struct str write_han(struct arena *arena, const char *const *digits, size_t number) {
    size_t tens = number / 10, ones = number % 10;
    if (!tens)
        return str_from(digits[ones]);
    return str_printf(arena, "%s%s%s", tens > 1 ? digits[tens] : "", digits[10],
                      ones ? digits[ones] : "");
}

struct str numeral_write(struct arena *arena, enum style_numerals form, size_t number) {
    static const char *const plain[] = {"〇", "一", "二", "三", "四", "五",
                                        "六", "七", "八", "九", "十"};
    static const char *const formal[] = {"零", "壹", "贰", "叁", "肆", "伍",
                                         "陆", "柒", "捌", "玖", "拾"};
    if (form == NUMERALS_NONE)
        return STR_NONE;
    if (form == NUMERALS_DIGITS || number >= 100)
        return str_printf(arena, "%02zu", number);
    return write_han(arena, form == NUMERALS_FORMAL ? formal : plain, number);
}
