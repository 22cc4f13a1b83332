// Total-fit line breaking: among all ways to end the lines, the one with the least cost.
//
// Edge trimming is part of a line's width, so it is known before breaking: deciding breaks first
// and trimming after gives other lines (typography.md section 4). Costs in the units of that page,
// section 3: raggedness 900 · (slack / width)², a lone character on the last line 30,000.
#include "text/compose.h"

#include <math.h>

enum { FIT_WINDOW = 160, BALANCE_CHANCES = 1500, BALANCE_LINES = 24 };

// In a justified line the slack opens gaps: an em of it in a line of sixteen costs 100, so that two
// em rather part a word (250) than be seen.
static const double justified_cost = 25600;
static const double ragged_cost = 900, orphan_cost = 30000, cohesion_cost = 60000,
                    latin_word_cost = 2e6, overflow_cost = 1e9, tolerance = 1e-6;

struct fit_text fit_measure(struct arena *arena, const struct unit *units, size_t count) {
    double *prefix = ARENA_ARRAY(arena, count + 1, double);
    for (size_t i = 0; i < count; i++)
        prefix[i + 1] = prefix[i] + unit_advance(&units[i]);
    return (struct fit_text){.units = units, .prefix = prefix, .count = count};
}

static bool is_blank(const struct unit *unit) {
    return unit->class == CLASS_SPACE || unit->class == CLASS_CHANCE;
}

struct span fit_span(const struct fit_text *text, size_t from, size_t to) {
    struct span span = {.from = from, .to = to};
    while (span.to > span.from && is_blank(&text->units[span.to - 1]))
        span.to--;
    // An author's blank at the start of a paragraph is an indent and stays.
    while (from > 0 && span.from < span.to && is_blank(&text->units[span.from]))
        span.from++;
    if (span.from == span.to)
        return span;
    const struct unit *first = &text->units[span.from], *last = &text->units[span.to - 1];
    span.trim_end = last->gap;
    if (first->class == CLASS_OPEN && !first->halved)
        span.trim_start = first->advance - first->half;
    if (class_is_closing((enum char_class)last->class) && !last->halved)
        span.trim_end += last->advance - last->half;
    if (text->hanging && (last->class == CLASS_PAUSE || last->class == CLASS_STOP))
        span.trim_end = last->gap + (last->halved ? last->half : last->advance);
    span.width = text->prefix[span.to] - text->prefix[span.from] - span.trim_start - span.trim_end;
    return span;
}

double fit_shrink(const struct fit_text *text, const struct span *span) {
    if (!text->shrink || span->to < span->from + 3)
        return 0;
    return text->shrink[span->to - 1] - text->shrink[span->from + 1];
}

struct fit_problem {
    const struct fit_text *text;
    const struct chance *chances; // chances[0] is the start (at 0), the last the end
    size_t count;
    const struct fit_options *options;
    double target; // em, for balance; 0: fill the width
};

static double line_limit(const struct fit_problem *problem, size_t from) {
    double width = problem->options->width;
    return from == 0 ? width - problem->options->indent : width;
}

static size_t letters(const struct fit_text *text, const struct span *span) {
    size_t count = 0;
    for (size_t i = span->from; i < span->to && count < 2; i++)
        count += text->units[i].class == CLASS_HAN || text->units[i].class == CLASS_LATIN ||
                 text->units[i].class == CLASS_DIGIT;
    return count;
}

static double break_cost(const struct chance *chance) {
    double cost = chance->penalty;
    if (chance->tier == BREAK_COHESION)
        cost += cohesion_cost;
    if (chance->tier == BREAK_WORD)
        cost += latin_word_cost;
    return cost;
}

// Cost of the line between two chances; *fits tells whether it is within the width.
static double line_cost(const struct fit_problem *problem, size_t from, size_t to, bool *fits) {
    struct span span = fit_span(problem->text, problem->chances[from].at, problem->chances[to].at);
    double limit = line_limit(problem, from), slack = limit - span.width;
    bool last = to + 1 == problem->count;
    double cost = last ? 0 : break_cost(&problem->chances[to]);
    double shrink = slack < 0 ? fit_shrink(problem->text, &span) : 0;
    *fits = slack >= -shrink - tolerance;
    if (!*fits)
        return cost - (slack + shrink) * overflow_cost;
    bool squeezed = slack < -tolerance;
    if (problem->target > 0) {
        double ragged = (span.width - problem->target) / limit;
        cost += ragged_cost * ragged * ragged;
    } else if (!last || squeezed) {
        double weight = problem->options->justify ? justified_cost : ragged_cost;
        cost += weight * (slack / limit) * (slack / limit);
    }
    if (last && from > 0 && letters(problem->text, &span) < 2)
        cost += orphan_cost;
    return cost;
}

// The farthest chance whose line from `from` fits, at least the next one; advances with `from`.
static size_t reach(const struct fit_problem *problem, size_t from, size_t known) {
    size_t to = known > from ? known : from + 1;
    while (to + 1 < problem->count) {
        struct span span =
            fit_span(problem->text, problem->chances[from].at, problem->chances[to + 1].at);
        double least = span.width - fit_shrink(problem->text, &span);
        if (least > line_limit(problem, from) + tolerance)
            break;
        to++;
    }
    return to;
}

// As reach, but looks two chances on: a trimmed mark may make the longer line the one that fits.
static size_t window_end(const struct fit_problem *problem, size_t from, size_t known) {
    size_t end = reach(problem, from, known), next = end + 2;
    for (; next < problem->count; next++) {
        struct span span =
            fit_span(problem->text, problem->chances[from].at, problem->chances[next].at);
        double least = span.width - fit_shrink(problem->text, &span);
        if (least > line_limit(problem, from) + 2)
            break;
        if (least <= line_limit(problem, from) + tolerance)
            end = next;
    }
    return end;
}

struct node {
    double cost;
    size_t before; // chance where its line starts
    size_t lines;
};

static void relax(const struct fit_problem *problem, struct node *nodes, size_t from, size_t end,
                  bool by_lines) {
    size_t start = end - from > FIT_WINDOW ? end - FIT_WINDOW : from + 1;
    for (size_t to = start; to <= end; to++) {
        bool fits;
        double cost = nodes[from].cost + line_cost(problem, from, to, &fits);
        size_t lines = nodes[from].lines + 1;
        if (by_lines) // strain first, then the number of lines, then looks
            cost += 10000;
        if (cost < nodes[to].cost - 1e-9)
            nodes[to] = (struct node){.cost = cost, .before = from, .lines = lines};
    }
}

static struct node *best_nodes(struct arena *arena, const struct fit_problem *problem,
                               bool by_lines) {
    struct node *nodes = ARENA_ARRAY(arena, problem->count, struct node);
    for (size_t i = 1; i < problem->count; i++)
        nodes[i].cost = INFINITY;
    size_t end = 1;
    for (size_t from = 0; from + 1 < problem->count; from++) {
        end = reach(problem, from, end);
        if (nodes[from].cost < INFINITY)
            relax(problem, nodes, from, window_end(problem, from, end), by_lines);
    }
    return nodes;
}

// The cheapest way with exactly `lines` lines: one row of nodes for each line.
static size_t *balanced(struct arena *arena, struct fit_problem *problem, size_t lines) {
    size_t n = problem->count;
    problem->target = fit_span(problem->text, 0, problem->text->count).width / (double)lines;
    struct node *rows = ARENA_ARRAY(arena, (lines + 1) * n, struct node);
    for (size_t i = 1; i < (lines + 1) * n; i++)
        rows[i].cost = INFINITY;
    for (size_t line = 0; line < lines; line++) {
        for (size_t from = 0; from + 1 < n; from++) {
            struct node *here = &rows[line * n + from], *next = &rows[(line + 1) * n];
            if (here->cost == INFINITY)
                continue;
            size_t end = window_end(problem, from, from + 1);
            for (size_t to = from + 1; to <= end; to++) {
                bool fits;
                double cost = here->cost + line_cost(problem, from, to, &fits);
                if (cost < next[to].cost - 1e-9)
                    next[to] = (struct node){.cost = cost, .before = from};
            }
        }
    }
    if (rows[lines * n + n - 1].cost == INFINITY)
        return NULL;
    size_t *ends = ARENA_ARRAY(arena, lines, size_t);
    for (size_t line = lines, at = n - 1; line > 0; line--) {
        ends[line - 1] = at;
        at = rows[line * n + at].before;
    }
    return ends;
}

static enum text_strain line_strain(const struct fit_problem *problem, size_t from, size_t to) {
    bool fits;
    line_cost(problem, from, to, &fits);
    if (!fits)
        return STRAIN_OVERFLOW;
    if (to + 1 == problem->count)
        return STRAIN_NONE;
    const struct chance *chance = &problem->chances[to];
    if (chance->tier == BREAK_WORD || chance->in_word)
        return STRAIN_WORD;
    return chance->tier == BREAK_COHESION ? STRAIN_COHESION : STRAIN_NONE;
}

struct fit_result fit_lines(struct arena *arena, const struct fit_text *text,
                            const struct chance *chances, size_t chance_count,
                            const struct fit_options *options) {
    struct chance *all = ARENA_ARRAY(arena, chance_count + 1, struct chance);
    for (size_t i = 0; i < chance_count; i++)
        all[i + 1] = chances[i];
    struct fit_problem problem = {
        .text = text, .chances = all, .count = chance_count + 1, .options = options};
    struct node *nodes = best_nodes(arena, &problem, options->balance);
    size_t lines = nodes[chance_count].lines;
    size_t *ends = NULL;
    if (options->balance && lines > 1 && lines <= BALANCE_LINES && chance_count <= BALANCE_CHANCES)
        ends = balanced(arena, &problem, lines);
    if (!ends) {
        ends = ARENA_ARRAY(arena, lines, size_t);
        for (size_t at = chance_count, i = lines; i > 0; at = nodes[at].before)
            ends[--i] = at;
    }
    struct fit_result result = {.ends = ends, .count = lines};
    for (size_t i = 0, from = 0; i < lines; from = ends[i], i++) {
        enum text_strain strain = line_strain(&problem, from, ends[i]);
        result.strain = strain > result.strain ? strain : result.strain;
    }
    for (size_t i = 0; i < lines; i++)
        ends[i] = all[ends[i]].at;
    return result;
}

size_t fit_cut(const struct fit_text *text, const struct chance *chances, size_t chance_count,
               double width, double ellipsis) {
    size_t cut = 0;
    for (size_t i = 0; i < chance_count; i++) {
        if (chances[i].tier != BREAK_FREE || chances[i].at == text->count)
            continue;
        struct span span = fit_span(text, 0, chances[i].at);
        size_t end = span.to;
        while (end > 0 &&
               (text->units[end - 1].class == CLASS_PAUSE || is_blank(&text->units[end - 1])))
            end--;
        if (text->prefix[end] + ellipsis - span.trim_start <= width + tolerance)
            cut = end;
    }
    return cut;
}
