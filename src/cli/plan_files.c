// Names of a plan's files.
#include "base/number.h"
#include "cli/plan.h"

struct str plan_file_name(struct arena *arena, const struct plan *plan,
                          const struct plan_item *item, const struct backend *format, size_t page) {
    struct str scale = STR_NONE, number = STR_NONE;
    if (plan->scale != 1 && str_is(str_from(format->name), "png"))
        scale = str_printf(arena, "@%.*sx", STR_ARG(number_print(arena, plan->scale, 3)));
    if (page)
        number = str_printf(arena, "-p%02zu", page);
    return str_printf(arena, "%.*s%.*s%.*s.%s", STR_ARG(item->stem), STR_ARG(scale),
                      STR_ARG(number), format->name);
}

size_t plan_files(struct arena *arena, const struct plan *plan, const struct plan_item *item,
                  size_t pages, const struct plan_file **out) {
    struct plan_file *files = ARENA_ARRAY(arena, item->format_count * pages, struct plan_file);
    size_t count = 0, first = item->page ? item->page - 1 : 0;
    size_t end = item->page ? item->page : pages;
    for (size_t f = 0; f < item->format_count; f++) {
        const struct backend *format = item->formats[f];
        size_t step = format->write_pages ? end - first : 1;
        for (size_t i = first; i < end && i < pages; i += step) {
            bool numbered = pages > 1 && (step < pages || item->page);
            files[count++] = (struct plan_file){
                plan_file_name(arena, plan, item, format, numbered ? i + 1 : 0), format, i, step};
        }
    }
    *out = files;
    return count;
}
