// Digits typed by hand in text fields: numbers of the report belong in metrics ({id}), so that a
// text cannot say another number than the source.
#pragma once

#include "document/document.h"

// Reports (as warnings) every digit typed into a text field of the document's figures that is not
// part of a full date, a year, 图n or 表n, an ordinal (第二十届) or an entry of the document's
// `allow` list. Vega-Lite documents are not checked.
void typed_digits_check(struct arena *arena, struct diag *diag, const struct document *document);
