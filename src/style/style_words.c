// Words of a style in a language.
#include "style/style.h"

static struct str first_part(struct str tag) {
    return str_slice(tag, 0, str_find(tag, STR("-"), 0));
}

struct str style_words(const struct json *words, struct str language) {
    if (!words || words->kind == JSON_STRING) {
        return json_string(words, STR_NONE);
    }
    const struct json *near = NULL;
    for (const struct json *member = words->first; member; member = member->next) {
        if (str_equal(member->key, language)) {
            return member->string;
        }
        if (!near && str_equal(first_part(member->key), first_part(language))) {
            near = member;
        }
    }
    const struct json *english = json_get(words, "en");
    return json_string(near ? near : english ? english : words->first, STR_NONE);
}
