// PDF by Cairo: vectors, words that can be copied, a creation date that does not move.
#include "backend/vector.h"

#include <cairo-pdf.h>
#include <time.h>

static void set_metadata(cairo_surface_t *surface, cairo_pdf_metadata_t key, struct str value,
                         struct arena *arena) {
    if (value.len)
        cairo_pdf_surface_set_metadata(surface, key, str_terminate(arena, value));
}

// Cairo takes ISO 8601; without a date it would write the current one.
static void set_date(cairo_surface_t *surface, long long seconds) {
    time_t time = (time_t)seconds;
    struct tm utc;
    char text[32];
    if (!gmtime_r(&time, &utc) || utc.tm_year < -1900 || utc.tm_year > 9999 - 1900) {
        time = 0;
        gmtime_r(&time, &utc);
    }
    strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, text);
}

static bool write_pages(const struct scene_list *pages, struct text_engine *text,
                        const struct backend_options *options, struct diag *diag,
                        struct file_output *out) {
    const struct scene *first = &pages->scenes[0];
    for (size_t i = 0; i < pages->count; i++)
        if (!vector_check_size(&pages->scenes[i], options, diag))
            return false;
    struct buf bytes = BUF_INIT(out->arena);
    cairo_surface_t *surface =
        cairo_pdf_surface_create_for_stream(vector_write_bytes, &bytes, 1, 1);
    set_metadata(surface, CAIRO_PDF_METADATA_TITLE, first->title, out->arena);
    set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, first->description, out->arena);
    set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, STR("tushuo"), out->arena);
    set_date(surface, options->creation_time);
    cairo_status_t status = CAIRO_STATUS_SUCCESS;
    for (size_t i = 0; i < pages->count && status == CAIRO_STATUS_SUCCESS; i++) {
        const struct scene *page = &pages->scenes[i];
        cairo_pdf_surface_set_size(surface, page->width * VECTOR_POINTS_A_PX,
                                   page->height * VECTOR_POINTS_A_PX);
        status = vector_draw_page(surface, page, text, options, diag);
    }
    bool drawn = vector_finish(surface, status, options, diag);
    if (drawn)
        file_write(out, bytes.data, bytes.len);
    buf_done(&bytes);
    return drawn;
}

static bool write_pdf(const struct scene *scene, struct text_engine *text,
                      const struct backend_options *options, struct diag *diag,
                      struct file_output *out) {
    struct scene page = *scene;
    struct scene_list pages = {&page, 1};
    return write_pages(&pages, text, options, diag, out);
}

const struct backend backend_pdf = {.name = "pdf", .write = write_pdf, .write_pages = write_pages};
