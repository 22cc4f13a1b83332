// Dates and periods: read as ISO 8601 writes them, written as Chinese reports print them.
//
// GB/T 15835-2011: years in full, 2022年5月14日 without zeros; GB/T 15834-2011 4.13.3: — joins the
// ends of a period, which share what they have in common (2022—2025年, 2022年1—11月).
#pragma once

#include "base/str.h"

struct zh_date {
    int year, quarter, month, day; // 0: not said; a quarter excludes month and day
};

// Reads all of `text`: 2022, 2022-Q1, 2022-05, 2022-05-14 (also with / or . between). False when
// it is none, or a day that the calendar does not have.
bool zh_date_parse(struct str text, struct zh_date *out);

// 2022年, 2022年一季度, 2022年5月, 2022年5月14日.
void zh_date_write(struct buf *buf, struct zh_date date);

// Without the year: 一季度, 5月, 5月14日. Nothing for a year alone.
void zh_date_write_in_year(struct buf *buf, struct zh_date date);

// In English: 14 May 2022, May 2022, Q1 2022, 2022; without the year where that is said elsewhere.
void zh_date_write_english(struct buf *buf, struct zh_date date, bool with_year);

// January; `month` from 1.
const char *zh_date_english_month(int month);

// 2022—2025年, 2022年一至三季度, 2022年1—11月, 2022年5月14日—16日.
void zh_date_write_period(struct buf *buf, struct zh_date from, struct zh_date to);

// A date or a period (two dates with -- between, as ISO 8601 writes intervals in file names) in
// Chinese; any other text as it stands.
struct str zh_date_translate(struct arena *arena, struct str text);
