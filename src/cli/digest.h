// Digests for the manifest: SHA-256 in hexadecimal of what a picture was made from.
#pragma once

#include "document/document.h"

// Of bytes as they are.
struct str digest_text(struct arena *arena, struct str bytes);

// Of the value written anew, so that indentation does not count.
struct str digest_json(struct arena *arena, const struct json *value);

// Of the rows that the figure names as its data: metrics, a dataset of the document, a file or
// values in place. Of nothing when it has none.
struct str digest_rows(struct arena *arena, const struct document *document,
                       const struct figure_request *figure);

// Of the style's file and of all that it extends.
struct str digest_style(struct arena *arena, struct str name, struct str folder);

// Of the face's table directory, which holds a checksum of every table: it tells font files apart
// without reading their megabytes (OpenType 1.9, "Organization of an OpenType Font").
struct str digest_font(struct arena *arena, struct str path, int face_index);

// `path` as seen from `folder`; both may be relative to the working folder.
struct str digest_relative_path(struct arena *arena, struct str path, struct str folder);
