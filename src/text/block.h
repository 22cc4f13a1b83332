// The composer's entry for words whose looks are known.
#pragma once

#include "text/look.h"
#include "text/text.h"

// As text_set, but the words are `marked`'s; the request's are not read.
const struct text_block *block_set(struct text_engine *engine, struct arena *arena,
                                   struct diag *diag, const struct text_request *request,
                                   const struct marked *marked);
