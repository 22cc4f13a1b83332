// tushuo new: a document to start from, of a template or for a table.
#include "base/file.h"
#include "base/i18n.h"
#include "base/path.h"
#include "base/sort.h"
#include "cli/cli.h"
#include "cli/digest.h"
#include "cli/new_table.h"

#include <dirent.h>
#include <unistd.h>

static int compare_names(const void *a, const void *b, const void *context) {
    (void)context;
    return str_compare(*(const struct str *)a, *(const struct str *)b);
}

// Names of the templates (data/templates/NAME.json), sorted.
static size_t list_templates(struct arena *arena, struct str folder, struct str **out) {
    size_t count = 0, capacity = 0;
    *out = NULL;
    DIR *dir = folder.len ? opendir(str_terminate(arena, folder)) : NULL;
    for (struct dirent *entry; dir && (entry = readdir(dir));) {
        struct str file = str_from(entry->d_name);
        if (str_ends(file, STR(".json"))) {
            ARENA_RESERVE(arena, *out, count, capacity);
            (*out)[count++] = str_copy(arena, path_stem(file));
        }
    }
    if (dir) {
        closedir(dir);
    }
    if (count) {
        sort_stable(arena, *out, count, sizeof **out, compare_names, NULL);
    }
    return count;
}

static bool take_template(struct cli *cli, struct buf *out) {
    struct str name =
        cli->options.given[OPTION_TEMPLATE] ? cli->options.values[OPTION_TEMPLATE] : STR("bars");
    struct str folder = file_find_data(cli->arena, "data/templates"), *names, text;
    size_t count = list_templates(cli->arena, folder, &names), i = 0;
    while (i < count && !str_equal(names[i], name)) {
        i++;
    }
    if (i == count) {
        options_fault_name(cli->faults, cli->diag, _("--template: no template “%.*s”"), name, names,
                           count);
        return false;
    }
    struct str path =
        path_join(cli->arena, folder, str_printf(cli->arena, "%.*s.json", STR_ARG(name)));
    if (!file_read(cli->arena, cli->diag, cli_place(), path, FILE_LIMIT, &text)) {
        return false;
    }
    buf_add_str(out, text);
    return true;
}

static bool take_table(struct cli *cli, struct str document, struct buf *out) {
    struct str path = cli->options.values[OPTION_FROM];
    struct diag_place place = {.file = path};
    const struct table *table =
        table_read_file(cli->arena, cli->diag, place, path, ENCODING_DETECT);
    struct str url = str_is(document, "-")
                         ? path
                         : digest_relative_path(cli->arena, path, path_folder(document));
    return table && new_table_document(cli->arena, cli->diag, place, table, url, out);
}

static bool is_free(struct cli *cli, struct str path) {
    if (str_is(path, "-") || access(str_terminate(cli->arena, path), F_OK) != 0) {
        return true;
    }
    diag_error(cli->diag, DIAG_FILE_EXISTS, (struct diag_place){.file = path},
               STR("choose another name, or move the file away"),
               _("the file exists and is left as it is"));
    return false;
}

void new_run(struct cli *cli) {
    if (cli->options.operand_count != 1) {
        buf_add_text(cli->faults, _("new takes the name of one document to write\n"));
    }
    if (cli->options.given[OPTION_TEMPLATE] && cli->options.given[OPTION_FROM]) {
        buf_add_text(cli->faults, _("--template and --from both say what to start from\n"));
    }
    if (cli->faults->len) {
        return;
    }
    struct str path = cli->options.operands[0];
    struct buf out = BUF_INIT(cli->arena);
    bool made = is_free(cli, path) && (cli->options.given[OPTION_FROM] ? take_table(cli, path, &out)
                                                                       : take_template(cli, &out));
    if (made && str_is(path, "-")) {
        cli_print(cli, buf_str(&out));
    } else if (made) {
        file_write_whole(cli->arena, cli->diag, path, buf_str(&out));
    }
    buf_done(&out);
}
