// Numbers as Chinese reports print them: 3000余万人次, 5.38亿元, 百分之十二, 三张, 100人以上.
//
// GB/T 15835-2011 rules when digits and when Han numerals are used; 万 and 亿 scale a number of
// digits; a word of approximation stands before (近 约 超 逾 不足), inside (3000余万, 30多位) or
// behind (以上, 左右).
#pragma once

#include "base/str.h"

enum approx {
    APPROX_NONE,
    APPROX_LOWER, // 余 多 逾 超 突破 以上: the true value is greater (or equal: 以上)
    APPROX_UPPER, // 近 不足 不到 以下: the true value is smaller
    APPROX_ABOUT, // 约 左右 上下
    APPROX_RANGE, // 数十, 几百: an order of magnitude
};

// Where the word stands: 约300, 3000余万, 3万余, 100人以上.
enum approx_place { APPROX_BEFORE, APPROX_INSIDE, APPROX_AFTER_SCALE, APPROX_AFTER_UNIT };

struct zh_number {
    double value; // in the base unit: 5.38亿 is 538000000; 12% is 0.12 with unit "%"
    int decimals; // printed decimals of the digits, before scaling: 5.38 has 2
    double scale; // 1, 1e4 (万), 1e8 (亿), 1e12 (万亿), 1e3 (千), ... as printed
    enum approx approx;
    enum approx_place place;
    struct str word; // 余; STR_NONE when exact
    struct str unit; // 场次, 元, "%"; may be empty
    bool han;        // printed in Han numerals (三张, 百分之十二)
    struct str text; // the whole printed form, as it stands in the input
};

// What the printed form leaves open, in the base unit: half of its last digit. 5.38亿: 5e5. A
// number written out in full (300场次) leaves nothing open: 0.
double zh_number_tolerance(const struct zh_number *number);

// Reads all of `text` as one printed number with its unit. On failure *error_at is the byte offset
// that could not be read. The parts borrow from `text`.
bool zh_number_parse(struct str text, struct zh_number *out, size_t *error_at);

// Finds the next number in running text at or after *at; moves *at behind it. The unit is not
// known in running text: `unit` then is the longest run of Han that could be one, and a caller
// compares prefixes. Numbers inside a longer number are never found (5名 is not in 1005名).
// A number of more than 15 digits (an identity number) is found with the value NaN.
bool zh_number_find(struct str text, size_t *at, struct zh_number *out);

// Whether `found` (by zh_number_find in `running`) says the same as `wanted`: value, word with its
// meaning, and unit. *end (may be NULL) is then behind the unit and the word after it. 300场次 is
// not 300场, and 100人 is not 100人以上.
bool zh_number_same(struct str running, const struct zh_number *found,
                    const struct zh_number *wanted, size_t *end);

// The unit that the running text after `found` most likely has: the longest known measure word,
// else the first character. For messages.
struct str zh_number_guess_unit(const struct zh_number *found);

// Writes a value as the report would: plain below 1万, else in 万 or 亿 with at most `decimals`
// decimals and no trailing zeros; the word in its place; the unit behind; "%" values times 100.
void zh_number_write(struct buf *buf, const struct zh_number *number, int decimals);

// Where a word of approximation stands by custom: 约300, 3000余万, 3万余, 100人以上.
enum approx_place approx_place_of(struct str word, double value);

// The word's meaning, APPROX_NONE when it is no word of approximation.
enum approx approx_of(struct str word);
