// Which encoding a text file is in, and its text as UTF-8.
//
// Office programs in China write UTF-8 with or without a byte order mark, GB18030 (of which GBK and
// GB2312 are subsets) and, for "Unicode text", UTF-16.
#pragma once

#include "base/str.h"

enum encoding {
    ENCODING_IS_UTF8,    // all of it valid
    ENCODING_IS_GB18030, // not UTF-8, and sound as GB18030
    ENCODING_IS_UTF16,   // by its byte order mark or its pattern of NULs
    ENCODING_IS_DAMAGED, // UTF-8 with single bytes that are not
    ENCODING_IS_BINARY,  // no text
};

// Reads all of `bytes`, in linear time.
enum encoding encoding_guess(struct arena *arena, struct str bytes);

// `bytes` without a UTF-8 byte order mark.
struct str encoding_skip_mark(struct str bytes);

// The text as UTF-8. False when it is not sound GB18030.
bool encoding_from_gb18030(struct arena *arena, struct str bytes, struct str *out);

// "GB18030": for messages. Not translated.
const char *encoding_name(enum encoding encoding);
