// The language of messages.
#pragma once

#include "base/str.h"

// Sets LC_MESSAGES (nothing else, so that no number or sort order depends on the locale) from the
// environment and finds the catalogues. Chinese is spoken even where no Chinese locale is
// generated, as in most containers.
void locale_start(struct arena *arena);
