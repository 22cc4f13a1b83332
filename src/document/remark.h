// What figures say of their numbers by themselves: where they come from, what 余 and 约 mean.
#pragma once

#include "document/document.h"

// 蓉城同心（2023年2月18日）, in the document's language; STR_NONE when it names no source.
struct str remark_source(struct arena *arena, const struct document *document);

// “余”“多”表示实际数略多于所列数，“约”表示所列数为约数. `words` may repeat themselves; STR_NONE
// when none of them is a word of approximation.
struct str remark_approx(struct arena *arena, struct str language, const struct str *words,
                         size_t count);
