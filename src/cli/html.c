// Escaping words for HTML and for references in it.
#include "cli/html.h"

void buf_add_html(struct buf *out, struct str text) {
    for (size_t i = 0; i < text.len; i++)
        switch (text.data[i]) {
        case '<':
            buf_add_text(out, "&lt;");
            break;
        case '>':
            buf_add_text(out, "&gt;");
            break;
        case '&':
            buf_add_text(out, "&amp;");
            break;
        case '"':
            buf_add_text(out, "&quot;");
            break;
        default:
            buf_add_char(out, text.data[i]);
        }
}

void buf_add_reference(struct buf *out, struct str path) {
    for (size_t i = 0; i < path.len; i++) {
        unsigned char c = (unsigned char)path.data[i];
        bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                     c == '-' || c == '_' || c == '.' || c == '/' || c == '@';
        if (plain)
            buf_add_char(out, (char)c);
        else
            buf_printf(out, "%%%02X", c);
    }
}

void buf_add_element(struct buf *out, const char *open, struct str text, const char *close) {
    if (!text.len)
        return;
    buf_add_text(out, open);
    buf_add_html(out, text);
    buf_add_text(out, close);
}
