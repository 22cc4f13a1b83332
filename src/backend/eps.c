// EPS by Cairo. Its header carries the time of writing in the local zone, which Cairo lets nobody
// set: that one comment line is replaced.
#include "backend/vector.h"

#include <cairo-ps.h>
#include <time.h>

// The date as the header has it, in UTC whatever the locale.
static void add_date(struct buf *out, long long seconds) {
    static const char days[][4] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static const char months[][4] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    time_t time = (time_t)seconds;
    struct tm utc;
    if (!gmtime_r(&time, &utc)) {
        time = 0;
        gmtime_r(&time, &utc);
    }
    buf_printf(out, "%s %s %2d %02d:%02d:%02d %d", days[utc.tm_wday], months[utc.tm_mon],
               utc.tm_mday, utc.tm_hour, utc.tm_min, utc.tm_sec, utc.tm_year + 1900);
}

// Where the header's date begins and ends. The header ends with %%EndComments, before any of the
// picture's own bytes; SIZE_MAX when it has no date.
static size_t find_date(struct str bytes, size_t *end) {
    struct str key = STR("\n%%CreationDate: ");
    struct str header = str_slice(bytes, 0, str_find(bytes, STR("\n%%EndComments"), 0));
    size_t at = str_find(header, key, 0);
    if (at == SIZE_MAX)
        return SIZE_MAX;
    at += key.len;
    *end = str_find(bytes, STR("\n"), at);
    return at;
}

static void write_dated(struct file_output *out, struct str bytes, long long creation_time) {
    size_t end = 0, start = find_date(bytes, &end);
    if (start == SIZE_MAX) {
        file_write(out, bytes.data, bytes.len);
        return;
    }
    struct buf date = BUF_INIT(out->arena);
    add_date(&date, creation_time);
    file_write(out, bytes.data, start);
    file_write(out, date.data, date.len);
    file_write(out, bytes.data + end, bytes.len - end);
    buf_done(&date);
}

static bool write_eps(const struct scene *scene, struct text_engine *text,
                      const struct backend_options *options, struct diag *diag,
                      struct file_output *out) {
    if (!vector_check_size(scene, options, diag))
        return false;
    struct buf bytes = BUF_INIT(out->arena);
    cairo_surface_t *surface = cairo_ps_surface_create_for_stream(
        vector_write_bytes, &bytes, scene->width * VECTOR_POINTS_A_PX,
        scene->height * VECTOR_POINTS_A_PX);
    cairo_ps_surface_set_eps(surface, 1);
    cairo_status_t status = vector_draw_page(surface, scene, text, options, diag);
    bool drawn = vector_finish(surface, status, options, diag);
    if (drawn)
        write_dated(out, buf_str(&bytes), options->creation_time);
    buf_done(&bytes);
    return drawn;
}

const struct backend backend_eps = {.name = "eps", .write = write_eps};
