// Numbers that are names: dates, years, times, ordinals, numbers of figures and tables.
#pragma once

#include "base/str.h"

// Whether the digits at `at` (any digit of them) belong to a date (2022年5月14日, 2023-02-18,
// 2022-2025年), a year, a time (12:30), an ordinal (第20届) or a figure's or table's number (图1,
// 表2-8). A bare 2022 before a mark is a year, 2022名 is not.
bool zh_context_is_name(struct str text, size_t at);
