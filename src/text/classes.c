// The class table: marks one by one, scripts by range.
#include "text/classes.h"

#include <stddef.h>

struct mark_class {
    uint16_t character;
    uint8_t class;
};

// Sorted by code point.
static const struct mark_class marks[] = {
    {0x0009, CLASS_SPACE},      {0x0020, CLASS_SPACE},      {0x0021, CLASS_LATIN_MARK},
    {0x0023, CLASS_PREFIX},     {0x0024, CLASS_PREFIX},     {0x0025, CLASS_POSTFIX},
    {0x0028, CLASS_OPEN},       {0x0029, CLASS_CLOSE},      {0x002B, CLASS_PLUS},
    {0x002C, CLASS_LATIN_MARK}, {0x002D, CLASS_HYPHEN},     {0x002E, CLASS_LATIN_MARK},
    {0x002F, CLASS_SOLIDUS},    {0x003A, CLASS_LATIN_MARK}, {0x003B, CLASS_LATIN_MARK},
    {0x003C, CLASS_OPERATOR},   {0x003D, CLASS_OPERATOR},   {0x003E, CLASS_OPERATOR},
    {0x003F, CLASS_LATIN_MARK}, {0x005B, CLASS_OPEN},       {0x005D, CLASS_CLOSE},
    {0x007B, CLASS_OPEN},       {0x007D, CLASS_CLOSE},      {0x007E, CLASS_CONNECT},
    {0x00A0, CLASS_GLUE},       {0x00A2, CLASS_POSTFIX},    {0x00A3, CLASS_PREFIX},
    {0x00A5, CLASS_PREFIX},     {0x00AB, CLASS_OPEN},       {0x00B0, CLASS_POSTFIX},
    {0x00B1, CLASS_OPERATOR},   {0x00B7, CLASS_MIDDLE},     {0x00BB, CLASS_CLOSE},
    {0x00D7, CLASS_OPERATOR},   {0x00F7, CLASS_OPERATOR},   {0x2010, CLASS_HYPHEN},
    {0x2011, CLASS_GLUE},       {0x2013, CLASS_CONNECT},    {0x2014, CLASS_DASH},
    {0x2015, CLASS_DASH},       {0x2018, CLASS_OPEN},       {0x2019, CLASS_CLOSE},
    {0x201C, CLASS_OPEN},       {0x201D, CLASS_CLOSE},      {0x2022, CLASS_MIDDLE},
    {0x2025, CLASS_ELLIPSIS},   {0x2026, CLASS_ELLIPSIS},   {0x2027, CLASS_MIDDLE},
    {0x202F, CLASS_GLUE},       {0x2030, CLASS_POSTFIX},    {0x2031, CLASS_POSTFIX},
    {0x2032, CLASS_POSTFIX},    {0x2033, CLASS_POSTFIX},    {0x2039, CLASS_OPEN},
    {0x203A, CLASS_CLOSE},      {0x203C, CLASS_EXCLAM},     {0x2047, CLASS_EXCLAM},
    {0x2048, CLASS_EXCLAM},     {0x2049, CLASS_EXCLAM},     {0x2060, CLASS_GLUE},
    {0x20AC, CLASS_PREFIX},     {0x2103, CLASS_POSTFIX},    {0x2109, CLASS_POSTFIX},
    {0x2116, CLASS_PREFIX},     {0x2212, CLASS_OPERATOR},   {0x223C, CLASS_CONNECT},
    {0x2248, CLASS_OPERATOR},   {0x2260, CLASS_OPERATOR},   {0x2264, CLASS_OPERATOR},
    {0x2265, CLASS_OPERATOR},   {0x22EF, CLASS_ELLIPSIS},   {0x27E8, CLASS_OPEN},
    {0x27E9, CLASS_CLOSE},      {0x2E3A, CLASS_DASH},       {0x2E3B, CLASS_DASH},
    {0x3000, CLASS_SPACE},      {0x3001, CLASS_PAUSE},      {0x3002, CLASS_STOP},
    {0x3005, CLASS_NO_START},   {0x3008, CLASS_OPEN},       {0x3009, CLASS_CLOSE},
    {0x300A, CLASS_OPEN},       {0x300B, CLASS_CLOSE},      {0x300C, CLASS_OPEN},
    {0x300D, CLASS_CLOSE},      {0x300E, CLASS_OPEN},       {0x300F, CLASS_CLOSE},
    {0x3010, CLASS_OPEN},       {0x3011, CLASS_CLOSE},      {0x3014, CLASS_OPEN},
    {0x3015, CLASS_CLOSE},      {0x3016, CLASS_OPEN},       {0x3017, CLASS_CLOSE},
    {0x3018, CLASS_OPEN},       {0x3019, CLASS_CLOSE},      {0x301A, CLASS_OPEN},
    {0x301B, CLASS_CLOSE},      {0x301C, CLASS_CONNECT},    {0x301D, CLASS_OPEN},
    {0x301E, CLASS_CLOSE},      {0x301F, CLASS_CLOSE},      {0x303B, CLASS_NO_START},
    {0x3041, CLASS_NO_START},   {0x3043, CLASS_NO_START},   {0x3045, CLASS_NO_START},
    {0x3047, CLASS_NO_START},   {0x3049, CLASS_NO_START},   {0x3063, CLASS_NO_START},
    {0x3083, CLASS_NO_START},   {0x3085, CLASS_NO_START},   {0x3087, CLASS_NO_START},
    {0x309D, CLASS_NO_START},   {0x309E, CLASS_NO_START},   {0x30A1, CLASS_NO_START},
    {0x30A3, CLASS_NO_START},   {0x30A5, CLASS_NO_START},   {0x30A7, CLASS_NO_START},
    {0x30A9, CLASS_NO_START},   {0x30C3, CLASS_NO_START},   {0x30E3, CLASS_NO_START},
    {0x30E5, CLASS_NO_START},   {0x30E7, CLASS_NO_START},   {0x30FB, CLASS_MIDDLE},
    {0x30FC, CLASS_NO_START},   {0x30FD, CLASS_NO_START},   {0x30FE, CLASS_NO_START},
    {0xFE30, CLASS_ELLIPSIS},   {0xFEFF, CLASS_GLUE},       {0xFF01, CLASS_EXCLAM},
    {0xFF03, CLASS_PREFIX},     {0xFF04, CLASS_PREFIX},     {0xFF05, CLASS_POSTFIX},
    {0xFF08, CLASS_OPEN},       {0xFF09, CLASS_CLOSE},      {0xFF0B, CLASS_PLUS},
    {0xFF0C, CLASS_PAUSE},      {0xFF0D, CLASS_HYPHEN},     {0xFF0E, CLASS_STOP},
    {0xFF0F, CLASS_SOLIDUS},    {0xFF1A, CLASS_PAUSE},      {0xFF1B, CLASS_PAUSE},
    {0xFF1C, CLASS_OPERATOR},   {0xFF1D, CLASS_OPERATOR},   {0xFF1E, CLASS_OPERATOR},
    {0xFF1F, CLASS_EXCLAM},     {0xFF3B, CLASS_OPEN},       {0xFF3D, CLASS_CLOSE},
    {0xFF5B, CLASS_OPEN},       {0xFF5D, CLASS_CLOSE},      {0xFF5E, CLASS_CONNECT},
    {0xFF5F, CLASS_OPEN},       {0xFF60, CLASS_CLOSE},      {0xFF61, CLASS_STOP},
    {0xFF62, CLASS_OPEN},       {0xFF63, CLASS_CLOSE},      {0xFF64, CLASS_PAUSE},
    {0xFF65, CLASS_MIDDLE},     {0xFFE0, CLASS_POSTFIX},    {0xFFE1, CLASS_PREFIX},
    {0xFFE5, CLASS_PREFIX},
};

// Characters that stand alone like ideographs (UAX #14 classes ID, H2, H3, EB).
static bool is_ideographic(uint32_t c) {
    return (c >= 0x1100 && c <= 0x11FF) || (c >= 0x2460 && c <= 0x2BFF) ||
           (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xA960 && c <= 0xA97F) ||
           (c >= 0xAC00 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFAFF) ||
           (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFFEF) ||
           (c >= 0x16FE0 && c <= 0x18DFF) || (c >= 0x1AFF0 && c <= 0x1B2FF) ||
           (c >= 0x1F000 && c <= 0x1FAFF) || c >= 0x20000;
}

enum char_class class_of(uint32_t character) {
    if ((character >= '0' && character <= '9') || (character >= 0xFF10 && character <= 0xFF19))
        return CLASS_DIGIT;
    if (character >= 0x2000 && character <= 0x200A)
        return CLASS_SPACE;
    if (character == 0x200B)
        return CLASS_CHANCE;
    size_t low = 0, high = sizeof marks / sizeof *marks;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (marks[middle].character < character)
            low = middle + 1;
        else
            high = middle;
    }
    if (low < sizeof marks / sizeof *marks && marks[low].character == character)
        return (enum char_class)marks[low].class;
    return is_ideographic(character) ? CLASS_HAN : CLASS_LATIN;
}

bool class_is_closing(enum char_class class) {
    return class == CLASS_CLOSE || class == CLASS_PAUSE || class == CLASS_STOP ||
           class == CLASS_EXCLAM;
}

bool class_is_adjustable(uint32_t character) {
    enum char_class class = class_of(character);
    if (character < 0xB7)
        return false;
    return class == CLASS_OPEN || class == CLASS_MIDDLE || class_is_closing(class);
}
