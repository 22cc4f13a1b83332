// Writing numbers, ranges and classes as Chinese reports print them.
//
// GB/T 15835-2011: digits with 万 and 亿 as the only number words behind them, a zero before the
// point, ～ in ranges, % 万 and 亿 at both of their ends. The minus is U+2212, as wide as a digit.
#pragma once

#include "base/str.h"

enum zh_grouping {
    ZH_UNGROUPED,
    ZH_COMMAS, // 12,345: from five digits on; a number of four stays whole
    ZH_SPACES, // 12 345, a quarter of an em (U+2005), as journals of science do
};

struct zh_format {
    double scale;   // 1, 1e4 万, 1e8 亿, 1e12 万亿; 0: by the value, plain below 1万
    int decimals;   // at most
    bool all_zeros; // all the decimals are written: 1.50
    enum zh_grouping grouping;
    bool latin;      // as in English: no 万, commas from 1,000 on, 5 – <10, under 5, 30 or more
    struct str unit; // behind; "%" and "‰" take the value times 100 and 1000
};

// The scale that `largest` is written in: by the size that is printed, so that 9999.6 without
// decimals is 1万. An axis or a column asks once, for its largest number.
double zh_format_scale(double largest, int decimals);

// 万 for 1e4; "" for what is no scale.
const char *zh_format_scale_word(double scale);

// The digits of `value` in the format's scale, without the scale's word and the unit. Not finite:
// nothing is written.
void zh_format_digits(struct buf *buf, double value, const struct zh_format *format);

// 5.38亿元, 12.6%, −3℃.
void zh_format_number(struct buf *buf, double value, const struct zh_format *format);

// 100～150个, but 15%～30% and 13万～17万元; a zero has no scale: 0～5万元.
void zh_format_range(struct buf *buf, double low, double high, const struct zh_format *format);

// 增长5.2%, 下降5.2%, 持平: a change in words. `format` has what an amount of it has.
void zh_format_change(struct buf *buf, double value, const struct zh_format *format);

// Which numbers a class holds. Each class holds its lower limit; all but the last leave out their
// upper one.
struct zh_class {
    double low, high; // low -INFINITY or high INFINITY: open
    bool last;        // holds its upper limit too
    bool whole;       // of whole numbers: 5～9 instead of 5～<10
};

// 5～9, 5～<10, 不足5, 30以上 (以上 includes the number). A class of one whole number is that
// number.
void zh_format_class(struct buf *buf, const struct zh_class *one, const struct zh_format *format);
