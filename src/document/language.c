// Choosing a text by its language.
#include "document/language.h"

#include "base/i18n.h"

bool language_is_tag(struct str tag) {
    size_t run = 0;
    for (size_t i = 0; i < tag.len; i++) {
        char c = tag.data[i];
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (c == '-' && run)
            run = 0;
        else if ((letter || (c >= '0' && c <= '9' && i > 1)) && run < 8)
            run++;
        else
            return false;
    }
    return tag.len >= 2 && run > 0;
}

static bool is_near(struct str tag, struct str wanted) {
    size_t dash = str_find(tag, STR("-"), 0), wanted_dash = str_find(wanted, STR("-"), 0);
    struct str base = str_slice(tag, 0, dash), wanted_base = str_slice(wanted, 0, wanted_dash);
    return str_equal(base, wanted_base) && (dash == SIZE_MAX || wanted_dash == SIZE_MAX);
}

const struct json *language_choose(struct arena *arena, struct diag *diag, const struct json *value,
                                   struct str language) {
    const struct json *near = NULL;
    for (const struct json *member = value->first; member; member = member->next) {
        if (str_equal(member->key, language))
            return member;
        if (!near && is_near(member->key, language))
            near = member;
    }
    if (near || !value->first)
        return near;
    diag_warning(diag, DIAG_MISSING_TRANSLATION, json_place(arena, value), STR_NONE,
                 _("no text for the language \"%.*s\"; \"%.*s\" is taken"), STR_ARG(language),
                 STR_ARG(value->first->key));
    return value->first;
}
