// The token `logo` of a style: reading it, its file included, and printing it.
#pragma once

#include "style/style.h"

// Lays the keys of `value`, which fits the token's shape, over the logo. False when its file cannot
// be read, or when something to draw is missing; reported then.
bool style_logo_read(struct arena *arena, struct diag *diag, struct style_logo *logo,
                     const struct json *value);

// Appends the logo as a style file writes it.
void style_logo_print(struct buf *out, const struct style_logo *logo);
