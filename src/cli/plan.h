// What a run will draw: every picture with its size and its file's name, before anything is drawn.
#pragma once

#include "backend/backend.h"
#include "cli/cli.h"
#include "cli/sizes.h"
#include "document/document.h"

// One layout of one figure; each format of the run is a file of it.
struct plan_item {
    const struct document *document;
    const struct figure_request *figure;
    struct picture_size size;
    struct str folder; // where the run writes: -o, or out beside the document
    struct str stem; // "chengdu-2022/events.en.square": below the folder, without scale and format
    bool paged;      // the figure may become several pages, which are known when it is drawn
    size_t page;     // the one wanted, from 1; 0: all
    const struct backend *const *formats; // of its files
    size_t format_count;
};

struct plan {
    const struct document *const *documents; // those that could be loaded
    size_t document_count;
    const struct plan_item *items;
    size_t count;
    const struct backend *const *formats; // of items that name none
    size_t format_count;
    double scale; // of PNG
    bool to_stdout;
};

// Loads the documents and lays the run out. False when nothing can be done: faults of usage are in
// cli->faults, names that collide in cli->diag.
bool plan_make(struct cli *cli, struct plan *out);

// "events@2x.png" with its folders, relative to item->folder; of page 3 "events@2x-p03.png". Page
// 0: of a picture without pages, or the file that holds all of them.
struct str plan_file_name(struct arena *arena, const struct plan *plan,
                          const struct plan_item *item, const struct backend *format, size_t page);

// A file of an item, and what stands in it.
struct plan_file {
    struct str name;
    const struct backend *format;
    size_t first, count; // pages, from 0
};

// The files of an item that was drawn in so many pages: those of each format in order. Returns
// their number.
size_t plan_files(struct arena *arena, const struct plan *plan, const struct plan_item *item,
                  size_t pages, const struct plan_file **out);
