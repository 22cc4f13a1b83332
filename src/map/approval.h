// What the law asks of maps that are shown to the public in China.
#pragma once

#include "document/document.h"

// Warns at `at` unless the figure's words say 审图号 or 示意图; `hint` is where to say it.
void approval_check(struct diag *diag, struct arena *arena, const struct figure_request *request,
                    const struct json *at, struct str hint);
