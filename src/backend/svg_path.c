// Path data: relative or absolute coordinates, whichever is shorter, on a decimal grid.
#include "backend/svg_write.h"

#include <math.h>
#include <string.h>

// One command has at most 6 numbers of 16 characters and a separator each.
enum { COMMAND_SIZE = 128 };

struct grid_point {
    long long x, y;
};

struct data_writer {
    struct buf *out;
    struct svg_grid grid;
    struct grid_point at, start; // the current point and that of the subpath
    char command;                // the last one written; 0: none, it must be repeated
};

static struct grid_point to_grid(const struct data_writer *data, struct point p) {
    return (struct grid_point){svg_to_grid(p.x, data->grid.decimals),
                               svg_to_grid(p.y * data->grid.scale_y, data->grid.decimals)};
}

// `command` with its numbers; the letter is left out where it repeats, a space where the sign parts
// the numbers.
static size_t format(const struct data_writer *data, char command, const long long *numbers,
                     size_t count, char *text) {
    char *at = text;
    bool parted = data->command != command;
    if (parted)
        *at++ = command;
    for (size_t i = 0; i < count; i++) {
        if (!parted && numbers[i] >= 0)
            *at++ = ' ';
        at = svg_write_grid(at, numbers[i], data->grid.decimals);
        parted = false;
    }
    return (size_t)(at - text);
}

static char upper(char command) {
    return (char)(command - 'a' + 'A');
}

// `relative` are offsets from `origin`, x and y in turn beginning at `axis` (0: x; 1: y).
static void add_command(struct data_writer *data, char command, const long long *relative,
                        size_t count, size_t axis) {
    char *best = buf_reserve(data->out, COMMAND_SIZE);
    size_t len = format(data, command, relative, count, best);
    if (data->grid.decimals) {
        char other[COMMAND_SIZE];
        long long absolute[6];
        for (size_t i = 0; i < count; i++)
            absolute[i] = relative[i] + ((i + axis) % 2 ? data->at.y : data->at.x);
        size_t other_len = format(data, upper(command), absolute, count, other);
        if (other_len < len) {
            memcpy(best, other, other_len);
            len = other_len;
            command = upper(command);
        }
    }
    best[len] = '\0';
    data->out->len += len;
    data->command = command;
}

static void add_move(struct data_writer *data, struct grid_point to, bool first) {
    data->command = 0; // numbers after those of a move would be lines
    if (first) {
        char text[COMMAND_SIZE];
        buf_add(data->out, text, format(data, 'M', (long long[]){to.x, to.y}, 2, text));
    } else {
        add_command(data, 'm', (long long[]){to.x - data->at.x, to.y - data->at.y}, 2, 0);
    }
    data->command = 0;
    data->at = data->start = to;
}

static void add_line(struct data_writer *data, struct grid_point to) {
    long long dx = to.x - data->at.x, dy = to.y - data->at.y;
    if (dy == 0)
        add_command(data, 'h', &dx, 1, 0);
    else if (dx == 0)
        add_command(data, 'v', &dy, 1, 1);
    else
        add_command(data, 'l', (long long[]){dx, dy}, 2, 0);
    data->at = to;
}

static void add_curve(struct data_writer *data, const struct point p[3]) {
    long long numbers[6];
    struct grid_point to = data->at;
    for (size_t i = 0; i < 3; i++) {
        to = to_grid(data, p[i]);
        numbers[2 * i] = to.x - data->at.x;
        numbers[2 * i + 1] = to.y - data->at.y;
    }
    add_command(data, 'c', numbers, 6, 0);
    data->at = to;
}

static void add_close(struct data_writer *data) {
    buf_add_char(data->out, 'z');
    data->command = 0;
    data->at = data->start;
}

static bool is_same(struct grid_point a, struct grid_point b) {
    return a.x == b.x && a.y == b.y;
}

void svg_add_path_data(struct buf *out, const struct path *path, struct svg_grid grid) {
    struct data_writer data = {.out = out, .grid = grid};
    const struct point *p = path->points;
    for (size_t i = 0; i < path->verb_count; i++) {
        bool closes = i + 1 < path->verb_count && path->verbs[i + 1] == PATH_CLOSE;
        bool drawn = i && path->verbs[i - 1] != PATH_MOVE; // the subpath has a line already
        struct grid_point to;
        switch (path->verbs[i]) {
        case PATH_MOVE:
            add_move(&data, to_grid(&data, *p++), i == 0);
            break;
        case PATH_LINE:
            to = to_grid(&data, *p++);
            // Closing draws the last line itself, and joins it.
            if (!(closes && drawn && is_same(to, data.start)))
                add_line(&data, to);
            break;
        case PATH_CURVE:
            add_curve(&data, p);
            p += 3;
            break;
        case PATH_CLOSE:
            add_close(&data);
            break;
        }
    }
}

bool svg_path_is_rect(const struct path *path, struct rect *out) {
    static const uint8_t verbs[] = {PATH_MOVE, PATH_LINE, PATH_LINE, PATH_LINE, PATH_CLOSE};
    if (path->verb_count != sizeof verbs || memcmp(path->verbs, verbs, sizeof verbs) != 0)
        return false;
    const struct point *p = path->points;
    if (p[0].y != p[1].y || p[1].x != p[2].x || p[2].y != p[3].y || p[3].x != p[0].x ||
        p[1].x < p[0].x || p[2].y < p[1].y)
        return false;
    // Both edges are rounded, not edge and size: neighbours keep touching.
    double x = nearbyint(p[0].x * 100) / 100, y = nearbyint(p[0].y * 100) / 100;
    *out =
        (struct rect){x, y, nearbyint(p[2].x * 100) / 100 - x, nearbyint(p[2].y * 100) / 100 - y};
    return true;
}

bool svg_path_is_circle(const struct path *path, double *radius) {
    static const uint8_t verbs[] = {PATH_MOVE,  PATH_CURVE, PATH_CURVE,
                                    PATH_CURVE, PATH_CURVE, PATH_CLOSE};
    if (path->verb_count != sizeof verbs || memcmp(path->verbs, verbs, sizeof verbs) != 0)
        return false;
    double r = path->points[0].x, handle = 4.0 / 3 * (sqrt(2) - 1) * r, near = 1e-6 * fabs(r);
    const struct point expected[] = {{r, 0},        {r, handle},  {handle, r},  {0, r},
                                     {-handle, r},  {-r, handle}, {-r, 0},      {-r, -handle},
                                     {-handle, -r}, {0, -r},      {handle, -r}, {r, -handle},
                                     {r, 0}};
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++)
        if (fabs(path->points[i].x - expected[i].x) > near ||
            fabs(path->points[i].y - expected[i].y) > near)
            return false;
    *radius = r;
    return r > 0;
}
