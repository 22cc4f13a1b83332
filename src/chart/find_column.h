// Looking columns up, with a report of those that are not there.
#pragma once

#include "document/table.h"

// The column `name`, which `json` asks for; SIZE_MAX with a report when there is none.
size_t find_column(struct arena *arena, struct diag *diag, const struct table *table,
                   const struct json *json, struct str name);
