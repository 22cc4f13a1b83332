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

static bool write_pdf(const struct scene *scene, struct text_engine *text,
                      const struct backend_options *options, struct diag *diag,
                      struct file_output *out) {
    if (!vector_check_size(scene, options, diag))
        return false;
    struct buf bytes = BUF_INIT(out->arena);
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(
        vector_write_bytes, &bytes, scene->width * VECTOR_POINTS_A_PX,
        scene->height * VECTOR_POINTS_A_PX);
    set_metadata(surface, CAIRO_PDF_METADATA_TITLE, scene->title, out->arena);
    set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, scene->description, out->arena);
    set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, STR("tushuo"), out->arena);
    set_date(surface, options->creation_time);
    bool drawn = vector_draw_page(surface, scene, text, options, diag);
    if (drawn)
        file_write(out, bytes.data, bytes.len);
    buf_done(&bytes);
    return drawn;
}

const struct backend backend_pdf = {"pdf", write_pdf};
