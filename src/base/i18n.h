// Messages in the user's language (gettext, domain "tushuo").
#pragma once

#include <libintl.h>

#define I18N_DOMAIN "tushuo"
#define _(text) dgettext(I18N_DOMAIN, text)
#define N_(text) text // marked for translation where a constant is needed
