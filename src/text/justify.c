// Justified lines: where width goes that is missing or too much.
//
// CLREQ, line adjustment. Reduction: word spaces (to 1/4 em), then brackets and quotes, then
// pauses, then stops give up their blank halves; Han–Latin gaps have their least, 1/8 em, already.
// Expansion: word spaces (to 1/2 em), then Han–Latin gaps (to 1/3 em), then all places between Han
// alike; never inside —— …… nor at connectors, nor in numbers.
#include "text/line.h"

static const double most_space = 0.5, most_gap = 1.0 / 3; // em

enum room { ROOM_NONE, ROOM_SPACE, ROOM_GAP, ROOM_HAN };

static bool takes_room(const struct unit *unit) {
    return unit->class == CLASS_HAN || unit->class == CLASS_NO_START || unit->class == CLASS_OPEN ||
           unit->class == CLASS_MIDDLE || class_is_closing((enum char_class)unit->class);
}

static enum room room_behind(const struct unit *unit) {
    if (unit->class == CLASS_SPACE)
        return ROOM_SPACE;
    if (unit->gap > 0)
        return ROOM_GAP;
    return takes_room(unit) && takes_room(unit + 1) ? ROOM_HAN : ROOM_NONE;
}

// Shares `slack` among the places of a kind, at most `most` each; returns what is left.
static double share(const struct unit *units, size_t count, enum room room, double slack,
                    double *extra) {
    double wanted = 0;
    for (size_t i = 0; i + 1 < count; i++) {
        if (room_behind(&units[i]) != room)
            continue;
        double has = room == ROOM_SPACE ? units[i].advance : units[i].gap;
        double most = room == ROOM_SPACE ? most_space : most_gap;
        wanted += room == ROOM_HAN ? 1 : has < most ? most - has : 0;
    }
    if (wanted <= 0)
        return slack;
    double part = room == ROOM_HAN || wanted > slack ? slack / wanted : 1;
    for (size_t i = 0; i + 1 < count; i++) {
        if (room_behind(&units[i]) != room)
            continue;
        double has = room == ROOM_SPACE ? units[i].advance : units[i].gap;
        double most = room == ROOM_SPACE ? most_space : most_gap;
        extra[i] += part * (room == ROOM_HAN ? 1 : has < most ? most - has : 0);
    }
    return room == ROOM_HAN || wanted > slack ? 0 : slack - wanted;
}

static const double least_space = 0.25; // em

double justify_shrink(const struct unit *unit) {
    if (unit->class == CLASS_SPACE)
        return unit->character == ' ' && unit->gap == 0 && unit->advance > least_space
                   ? unit->advance - least_space
                   : 0;
    bool mark = unit->class == CLASS_OPEN || class_is_closing((enum char_class)unit->class);
    return mark && !unit->halved ? unit->advance - unit->half : 0;
}

enum reduction { REDUCE_SPACES, REDUCE_BRACKETS, REDUCE_PAUSES, REDUCE_STOPS, REDUCTION_COUNT };

static enum reduction reduction_of(const struct unit *unit) {
    switch (unit->class) {
    case CLASS_SPACE:
        return REDUCE_SPACES;
    case CLASS_OPEN:
    case CLASS_CLOSE:
        return REDUCE_BRACKETS;
    case CLASS_PAUSE:
        return REDUCE_PAUSES;
    default:
        return REDUCE_STOPS;
    }
}

// Takes `excess` from the units of a kind alike; returns what is left. The blank of an opening mark
// is before it, so that the unit before gives it up.
static double reduce(const struct unit *units, size_t count, enum reduction kind, double excess,
                     double *extra) {
    double has = 0;
    for (size_t i = 1; i + 1 < count; i++)
        if (reduction_of(&units[i]) == kind)
            has += justify_shrink(&units[i]);
    double part = has > excess ? excess / has : 1;
    for (size_t i = 1; i + 1 < count && has > 0; i++)
        if (reduction_of(&units[i]) == kind)
            extra[units[i].class == CLASS_OPEN ? i - 1 : i] -= part * justify_shrink(&units[i]);
    return has > excess ? 0 : excess - has;
}

const double *justify_line(struct arena *arena, const struct unit *units, const struct span *span,
                           double width) {
    double slack = width - span->width;
    size_t count = span->to - span->from;
    if ((slack <= 1e-9 && slack >= -1e-9) || count < 2)
        return NULL;
    double *extra = ARENA_ARRAY(arena, count, double);
    double excess = -slack;
    for (enum reduction kind = 0; kind < REDUCTION_COUNT && excess > 1e-9; kind++)
        excess = reduce(units + span->from, count, kind, excess, extra);
    for (enum room room = ROOM_SPACE; room <= ROOM_HAN && slack > 1e-9; room++)
        slack = share(units + span->from, count, room, slack, extra);
    return extra;
}
