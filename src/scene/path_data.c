// Reading path data: commands, numbers, and the elliptical arcs.
#include "scene/path_data.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { NUMBER_MOST = 64, ARGUMENTS_MOST = 7 };
static const double PI = 3.14159265358979323846;
static const double FARTHEST = 1e6; // of any coordinate

struct reader {
    struct path_builder *builder;
    struct str text;
    size_t at;
    struct point here, start,
        handle; // the pen, the subpath's start, the last curve's second handle
    char last;  // the command before, in capitals; 0: none
};

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static char peek(const struct reader *reader) {
    return reader->at < reader->text.len ? reader->text.data[reader->at] : 0;
}

static void skip_blanks(struct reader *reader) {
    while (is_blank(peek(reader))) {
        reader->at++;
    }
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static size_t digits_at(struct str text, size_t at) {
    size_t end = at;
    while (end < text.len && is_digit(text.data[end])) {
        end++;
    }
    return end - at;
}

// Where the number that starts at the reader's place ends; the place itself when there is none.
static size_t number_end(const struct reader *reader) {
    struct str text = reader->text;
    size_t at = reader->at;
    if (at < text.len && (text.data[at] == '-' || text.data[at] == '+')) {
        at++;
    }
    size_t whole = digits_at(text, at), part = 0;
    at += whole;
    if (at < text.len && text.data[at] == '.') {
        part = digits_at(text, at + 1);
        at += part || whole ? 1 + part : 0;
    }
    if (!whole && !part) {
        return reader->at;
    }
    if (at < text.len && (text.data[at] == 'e' || text.data[at] == 'E')) {
        size_t sign = at + 1 < text.len && (text.data[at + 1] == '-' || text.data[at + 1] == '+');
        size_t power = digits_at(text, at + 1 + sign);
        at += power ? 1 + sign + power : 0;
    }
    return at;
}

static bool read_number(struct reader *reader, double *out) {
    char digits[NUMBER_MOST + 1];
    skip_blanks(reader);
    size_t end = number_end(reader), length = end - reader->at;
    if (!length || length > NUMBER_MOST) {
        return false;
    }
    memcpy(digits, reader->text.data + reader->at, length);
    digits[length] = 0;
    *out = strtod(digits, NULL);
    if (!(fabs(*out) <= FARTHEST)) {
        return false;
    }
    reader->at = end;
    skip_blanks(reader);
    return true;
}

// The flags of an arc need nothing between them: "a1 1 0 01 5 5".
static bool read_flag(struct reader *reader, double *out) {
    skip_blanks(reader);
    char c = peek(reader);
    if (c != '0' && c != '1') {
        return false;
    }
    *out = c - '0';
    reader->at++;
    skip_blanks(reader);
    return true;
}

static bool read_arguments(struct reader *reader, char command, size_t count, double *out) {
    for (size_t i = 0; i < count; i++) {
        if (i && peek(reader) == ',') {
            reader->at++;
        }
        bool flag = command == 'A' && (i == 3 || i == 4);
        if (!(flag ? read_flag(reader, &out[i]) : read_number(reader, &out[i]))) {
            return false;
        }
    }
    return true;
}

static struct point mirrored(const struct reader *reader, const char *curves) {
    if (!reader->last || !strchr(curves, reader->last)) {
        return reader->here;
    }
    return (struct point){2 * reader->here.x - reader->handle.x,
                          2 * reader->here.y - reader->handle.y};
}

static void add_curve(struct reader *reader, struct point first, struct point second,
                      struct point to) {
    path_curve(reader->builder, first, second, to);
    reader->handle = second;
    reader->here = to;
}

// A quadratic curve with one handle, as a cubic one. The handle is kept for a T that follows.
static void add_quadratic(struct reader *reader, struct point handle, struct point to) {
    struct point from = reader->here;
    struct point first = {from.x + 2.0 / 3 * (handle.x - from.x),
                          from.y + 2.0 / 3 * (handle.y - from.y)};
    struct point second = {to.x + 2.0 / 3 * (handle.x - to.x), to.y + 2.0 / 3 * (handle.y - to.y)};
    add_curve(reader, first, second, to);
    reader->handle = handle;
}

static double angle_of(double x, double y) {
    return atan2(y, x);
}

// An ellipse turned by `turn`: the point at an angle of it, and the direction there.
struct ellipse {
    struct point centre;
    double rx, ry, cosine, sine;
};

static struct point on_ellipse(const struct ellipse *e, double x, double y) {
    return (struct point){e->centre.x + e->cosine * e->rx * x - e->sine * e->ry * y,
                          e->centre.y + e->sine * e->rx * x + e->cosine * e->ry * y};
}

// A piece of at most a quarter, as one curve: handles at 4/3 tan(turn / 4).
static void add_piece(struct reader *reader, const struct ellipse *e, double from, double turn) {
    double k = 4.0 / 3 * tan(turn / 4), to = from + turn;
    struct point first = on_ellipse(e, cos(from) - k * sin(from), sin(from) + k * cos(from));
    struct point second = on_ellipse(e, cos(to) + k * sin(to), sin(to) - k * cos(to));
    add_curve(reader, first, second, on_ellipse(e, cos(to), sin(to)));
}

// From end points to centre: SVG 1.1, appendix F.6.5 and F.6.6.
static void add_arc(struct reader *reader, const double *a, struct point to) {
    struct point from = reader->here;
    double rx = fabs(a[0]), ry = fabs(a[1]), turn = a[2] * PI / 180;
    if (rx == 0 || ry == 0 || (from.x == to.x && from.y == to.y)) {
        path_line(reader->builder, to.x, to.y);
        reader->here = to;
        return;
    }
    struct ellipse e = {.cosine = cos(turn), .sine = sin(turn)};
    double dx = (from.x - to.x) / 2, dy = (from.y - to.y) / 2;
    double x = e.cosine * dx + e.sine * dy, y = -e.sine * dx + e.cosine * dy;
    double grow = sqrt(fmax(1, x * x / (rx * rx) + y * y / (ry * ry)));
    e.rx = rx * grow;
    e.ry = ry * grow;
    double sum = e.rx * e.rx * y * y + e.ry * e.ry * x * x;
    double share = sqrt(fmax(0, e.rx * e.rx * e.ry * e.ry / sum - 1));
    share = a[3] == a[4] ? -share : share;
    double cx = share * e.rx * y / e.ry, cy = -share * e.ry * x / e.rx;
    e.centre = (struct point){e.cosine * cx - e.sine * cy + (from.x + to.x) / 2,
                              e.sine * cx + e.cosine * cy + (from.y + to.y) / 2};
    double start = angle_of((x - cx) / e.rx, (y - cy) / e.ry);
    double sweep = angle_of((-x - cx) / e.rx, (-y - cy) / e.ry) - start;
    sweep += a[4] > 0 && sweep < 0 ? 2 * PI : !(a[4] > 0) && sweep > 0 ? -2 * PI : 0;
    int pieces = (int)ceil(fabs(sweep) / (PI / 2) - 1e-9);
    for (int i = 0; i < pieces; i++) {
        add_piece(reader, &e, start + i * sweep / pieces, sweep / pieces);
    }
    reader->here = to;
}

static void move_to(struct reader *reader, struct point to) {
    path_move(reader->builder, to.x, to.y);
    reader->here = reader->start = to;
}

static void line_to(struct reader *reader, struct point to) {
    path_line(reader->builder, to.x, to.y);
    reader->here = to;
}

static void close_path(struct reader *reader) {
    path_close(reader->builder);
    reader->here = reader->start;
}

// Draws one command, its coordinates absolute.
static void draw(struct reader *reader, char command, const double *a, const struct point *p) {
    switch (command) {
    case 'M':
        move_to(reader, p[0]);
        break;
    case 'L':
        line_to(reader, p[0]);
        break;
    case 'H':
        line_to(reader, (struct point){p[0].x, reader->here.y});
        break;
    case 'V':
        line_to(reader, (struct point){reader->here.x, p[0].y});
        break;
    case 'C':
        add_curve(reader, p[0], p[1], p[2]);
        break;
    case 'S':
        add_curve(reader, mirrored(reader, "CS"), p[0], p[1]);
        break;
    case 'Q':
        add_quadratic(reader, p[0], p[1]);
        break;
    case 'T':
        add_quadratic(reader, mirrored(reader, "QT"), p[0]);
        break;
    case 'A':
        add_arc(reader, a, p[0]);
        break;
    default:
        close_path(reader);
    }
}

static size_t argument_count(char command) {
    static const char commands[] = "MLHVCSQTAZ";
    static const size_t counts[] = {2, 2, 1, 1, 6, 4, 4, 2, 7, 0};
    return counts[strchr(commands, command) - commands];
}

// The arguments as absolute points: of H and V in x or y of the first, of A its end.
static void place_points(const struct reader *reader, char command, bool relative, const double *a,
                         struct point *out) {
    struct point base = relative ? reader->here : (struct point){0, 0};
    size_t from = command == 'A' ? 5 : 0, count = argument_count(command);
    if (command == 'H' || command == 'V') {
        out[0] = (struct point){base.x + a[0], base.y + a[0]};
        return;
    }
    for (size_t i = 0; from + 2 * i + 1 < count; i++) {
        out[i] = (struct point){base.x + a[from + 2 * i], base.y + a[from + 2 * i + 1]};
    }
}

// A subpath that goes on behind z starts where the last one did.
static void start_anew(struct reader *reader, char command) {
    if (reader->last == 'Z' && command != 'M' && command != 'Z') {
        path_move(reader->builder, reader->start.x, reader->start.y);
    }
}

// One command with all the arguments that follow it.
static bool read_command(struct reader *reader) {
    char letter = peek(reader), command = (char)(letter & ~0x20);
    if (!command || !strchr("MLHVCSQTAZ", command) || (!reader->last && command != 'M')) {
        return false;
    }
    reader->at++;
    bool relative = letter != command, more;
    do {
        double a[ARGUMENTS_MOST] = {0};
        struct point points[3] = {{0, 0}};
        if (!read_arguments(reader, command, argument_count(command), a)) {
            return false;
        }
        place_points(reader, command, relative, a, points);
        start_anew(reader, command);
        draw(reader, command, a, points);
        reader->last = command;
        command = command == 'M' ? 'L' : command; // further places of M are lines
        skip_blanks(reader);
        if (peek(reader) == ',') {
            reader->at++;
            skip_blanks(reader);
        }
        more = command != 'Z' && number_end(reader) > reader->at;
    } while (more);
    return true;
}

bool path_data_read(struct path_builder *builder, struct str text, size_t *at) {
    struct reader reader = {.builder = builder, .text = text};
    skip_blanks(&reader);
    while (reader.at < text.len) {
        bool read = read_command(&reader);
        *at = reader.at;
        if (!read) {
            return false;
        }
        skip_blanks(&reader);
    }
    *at = reader.at;
    return reader.last != 0;
}
