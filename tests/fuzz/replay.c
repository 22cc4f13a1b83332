// Replays files through a fuzz target, so that seeds and old crashes are ordinary tests.
//
// Usage: replay_TARGET FOLDER...: every file of the folders, in order of name.
#include "fuzz.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool replay_file(const char *path) {
    FILE *file = fopen(path, "rb");
    if (!file)
        return false;
    size_t len = 0, capacity = 4096;
    uint8_t *data = malloc(capacity);
    while (data) {
        len += fread(data + len, 1, capacity - len, file);
        if (len < capacity)
            break;
        capacity *= 2;
        data = realloc(data, capacity);
    }
    bool read = data && !ferror(file);
    fclose(file);
    if (read) {
        // An allocation of just its size lets the sanitizer see a read beyond the end.
        uint8_t *exact = malloc(len ? len : 1);
        if (exact) {
            memcpy(exact, data, len);
            LLVMFuzzerTestOneInput(exact, len);
        }
        free(exact);
    }
    free(data);
    return read;
}

static int is_visible(const struct dirent *entry) {
    return entry->d_name[0] != '.';
}

// Returns how many files were replayed, -1 when one cannot be read.
static int replay_folder(const char *folder) {
    struct dirent **entries = NULL;
    int count = scandir(folder, &entries, is_visible, alphasort);
    bool read = count >= 0;
    for (int i = 0; i < count; i++) {
        char path[4096];
        snprintf(path, sizeof path, "%s/%s", folder, entries[i]->d_name);
        // Printed before the run: the last line names the file that crashed.
        puts(path);
        fflush(stdout);
        read = replay_file(path) && read;
        free(entries[i]);
    }
    free(entries);
    return read ? count : -1;
}

int main(int argc, char **argv) {
    int total = 0;
    for (int i = 1; i < argc; i++) {
        int count = replay_folder(argv[i]);
        if (count < 0) {
            perror(argv[i]);
            return 1;
        }
        total += count;
    }
    printf("%d files\n", total);
    return total > 0 ? 0 : 1;
}
