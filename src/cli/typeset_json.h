// A block of set text as JSON: lines and clusters with their places, px.
#pragma once

#include "text/font.h"

void typeset_write_json(struct buf *out, const struct text_engine *engine,
                        const struct text_block *block);
