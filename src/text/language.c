// The registry of languages.
#include "text/language.h"

#define LANGUAGE(name) extern const struct language language_##name;
#include "text/languages.def"
#undef LANGUAGE

static const struct language *const languages[] = {
#define LANGUAGE(name) &language_##name,
#include "text/languages.def"
#undef LANGUAGE
};

enum { LANGUAGE_COUNT = sizeof languages / sizeof *languages };

const struct language *language_at(size_t index) {
    return index < LANGUAGE_COUNT ? languages[index] : NULL;
}

static bool same_tag(struct str tag, const char *other) {
    for (size_t i = 0; i < tag.len; i++) {
        char a = tag.data[i], b = other[i];
        a = a >= 'A' && a <= 'Z' ? (char)(a + 32) : a == '_' ? '-' : a;
        b = b >= 'A' && b <= 'Z' ? (char)(b + 32) : b;
        if (a != b || !b)
            return false;
    }
    return other[tag.len] == 0;
}

static const struct language *find_exactly(struct str tag) {
    for (size_t i = 0; i < LANGUAGE_COUNT; i++) {
        // NOLINTNEXTLINE(clang-analyzer-core.NullDereference): addresses of objects are never NULL
        if (same_tag(tag, languages[i]->tag))
            return languages[i];
        for (const char *const *also = languages[i]->also; *also; also++)
            if (same_tag(tag, *also))
                return languages[i];
    }
    return NULL;
}

const struct language *language_find(struct str tag, bool *known) {
    *known = true;
    if (!tag.len)
        return languages[0];
    while (tag.len) {
        const struct language *found = find_exactly(tag);
        if (found)
            return found;
        while (tag.len && tag.data[tag.len - 1] != '-')
            tag.len--;
        tag.len -= tag.len > 0;
    }
    *known = false;
    return find_exactly(STR("en"));
}

enum char_class language_class(const struct language *language, uint32_t character) {
    for (const struct class_change *change = language->classes; change->character; change++)
        if (change->character == character)
            return change->class;
    return class_of(character);
}
