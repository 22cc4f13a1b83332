// Classes of characters for line breaking, squeeze and spacing (CLREQ, sections on prohibition
// rules and adjustment; UAX #14 for what is not Chinese).
#pragma once

#include <stdbool.h>
#include <stdint.h>

enum char_class {
    CLASS_HAN,    // ideographs, kana, hangul, emoji: breaks on both sides
    CLASS_OPEN,   // （《“‘ … and ( [ {
    CLASS_CLOSE,  // ）》”’ … and ) ] }
    CLASS_PAUSE,  // 、，；：
    CLASS_STOP,   // 。．
    CLASS_EXCLAM, // ！？
    CLASS_MIDDLE, // · ・ ‧
    CLASS_DASH,   // — ⸺
    CLASS_ELLIPSIS,
    CLASS_CONNECT, // ～ – ~
    CLASS_SOLIDUS, // / ／
    CLASS_LATIN,
    CLASS_DIGIT,
    CLASS_SPACE,
    CLASS_POSTFIX,    // % ％ ‰ ℃ ° ′ ″
    CLASS_PREFIX,     // ￥ $ £ € № #
    CLASS_LATIN_MARK, // , . ; : ! ?
    CLASS_HYPHEN,
    CLASS_PLUS,
    CLASS_OPERATOR, // × ÷ = ± − < >
    CLASS_NO_START, // 々 ー and small kana
    CLASS_GLUE,     // U+2060, U+00A0: no break on either side
    CLASS_CHANCE,   // U+200B: a break the author allows
};

enum char_class class_of(uint32_t character);

bool class_is_closing(enum char_class class); // ends a phrase: brackets, pauses, stops, ！？

// Full-width marks whose blank half may go; the face says whether it has one.
bool class_is_adjustable(uint32_t character);
