// Words in HTML.
#pragma once

#include "base/str.h"

void buf_add_html(struct buf *out, struct str text); // escaped for text and for attributes
// A path as a reference: all but unreserved ASCII and slashes as %XX (RFC 3986).
void buf_add_reference(struct buf *out, struct str path);
// `open`, the escaped text, `close`; nothing when the text is empty.
void buf_add_element(struct buf *out, const char *open, struct str text, const char *close);
