// Language tags, and texts that are written by language.
#pragma once

#include "document/json.h"

// BCP 47 as far as its form goes: letters, then groups of letters and digits: zh-Hans, en.
bool language_is_tag(struct str tag);

// The text of `value`, an object by language, in `language`; zh serves zh-Hans, and the other way
// round. The first one, with a warning at the value's place, where that is missing; NULL when
// there is none at all.
const struct json *language_choose(struct arena *arena, struct diag *diag, const struct json *value,
                                   struct str language);
