// Chooses the language of messages from LANGUAGE, LC_ALL, LC_MESSAGES and LANG.
#include "cli/locale.h"

#include "base/file.h"
#include "base/i18n.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// The locale's name that the environment asks for (POSIX, section 8.2), "" for none.
static const char *asked(void) {
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *value = getenv(names[i]);
        if (value && *value)
            return value;
    }
    return "";
}

// gettext ignores LANGUAGE in the C locale; C.UTF-8, which glibc has built in, lets it through.
static void speak_chinese(void) {
    const char *set = setlocale(LC_MESSAGES, "");
    if (set && strcmp(set, "C") != 0 && strcmp(set, "POSIX") != 0)
        return;
    if (!setlocale(LC_MESSAGES, "C.UTF-8"))
        return;
    const char *languages = getenv("LANGUAGE");
    if (!languages || !*languages)
        setenv("LANGUAGE", "zh_CN", 1);
}

// Beside the program: po/ in a build folder, ../share/locale where it is installed.
static struct str find_catalogues(struct arena *arena) {
    char program[4096];
    ssize_t len = readlink("/proc/self/exe", program, sizeof program);
    if (len <= 0 || (size_t)len == sizeof program)
        return STR_NONE;
    static const char *const places[] = {"po", "../share/locale"};
    struct str folder = path_folder((struct str){program, (size_t)len});
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        struct str path = path_join(arena, folder, str_from(places[i]));
        struct str catalogue = path_join(arena, path, STR("zh_CN/LC_MESSAGES/" I18N_DOMAIN ".mo"));
        if (access(str_terminate(arena, catalogue), R_OK) == 0)
            return path;
    }
    return STR_NONE;
}

void locale_start(struct arena *arena) {
    if (strncmp(asked(), "zh", 2) == 0)
        speak_chinese();
    else
        setlocale(LC_MESSAGES, "");
    struct str catalogues = find_catalogues(arena);
    if (catalogues.len)
        bindtextdomain(I18N_DOMAIN, str_terminate(arena, catalogues));
    bind_textdomain_codeset(I18N_DOMAIN, "UTF-8");
}
