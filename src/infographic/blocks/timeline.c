// timeline: events on an axis of months that is to scale.
//
// A date without a day is a stretch of the axis as long as its month, not a point in it. Words
// stand beside the axis (below it where there is room for columns), moved apart where they would
// meet, with a leader from each date.
#include "base/i18n.h"
#include "base/punctuation.h"
#include "base/zh_date.h"
#include "infographic/block.h"
#include "scene/path.h"

#include <math.h>

static const struct field item_fields[] = {
    {"date", &shape_string, true, N_("When: 2022-05-14, 2022-05 or 2022.")},
    {"title", &shape_text, true, N_("What happened.")},
    {"text", &shape_text, false, N_("More about it: where, who.")},
};
static const struct shape item_shape = {
    .kind = SHAPE_OBJECT,
    .name = "timelineItem",
    .doc = N_("An event of a timeline."),
    .fields = item_fields,
    .field_count = sizeof item_fields / sizeof *item_fields,
};
const struct shape block_shape_timeline = {
    .kind = SHAPE_ARRAY, .item = &item_shape, .least = 1, .most = 40};

struct event {
    struct zh_date date;
    struct str title_words, text_words;
    const struct text_block *date_text, *title, *text;
    double from, to; // months on the axis, from its start
    double size;     // px of the words along the axis
    double height;   // px of the words
    double start;    // px of the words from the axis's start
};

struct timeline {
    struct event *events;
    size_t count;
    int first, months; // months since year 0; length of the axis
    bool one_year, across;
    const struct text_block **ticks; // of each month, or of each year
    double length;                   // px of the axis
    double tick_width;
};

enum { MONTHS = 12, LONGEST_DAYS = 31, MOST_MONTHS = 12 * 60 };

// Designed px.
static const double least_column = 330, column_gap = 40, month_down = 46, event_gap = 40;
static const double line = 4, dot = 13, tick = 10, tick_gap = 28, words_gap = 72, title_gap = 8;

static bool read_date(const struct block_context *context, const struct json *value,
                      struct event *event) {
    struct diag *diag = context->info->diag;
    if (zh_date_parse(value->string, &event->date) && !event->date.quarter && event->date.year > 0)
        return true;
    diag_error(diag, DIAG_BLOCK, json_place(context->info->arena, value),
               STR("write 2022-05-14, 2022-05 or 2022"), _("“%.*s” is no date of a timeline"),
               STR_ARG(value->string));
    return false;
}

// Months since year 0 at which the date begins and ends; a day is its middle.
static void find_span(struct event *event) {
    const struct zh_date *date = &event->date;
    event->from = date->year * (double)MONTHS + (date->month ? date->month - 1 : 0);
    event->to = event->from + (date->month ? 1 : MONTHS);
    if (date->day)
        event->from = event->to = event->from + (date->day - 0.5) / LONGEST_DAYS;
}

static bool find_axis(const struct block_context *context, struct timeline *timeline,
                      const struct json *value) {
    int first = timeline->events[0].date.year, last = first;
    for (size_t i = 0; i < timeline->count; i++) {
        struct event *event = &timeline->events[i];
        first = event->date.year < first ? event->date.year : first;
        last = event->date.year > last ? event->date.year : last;
        find_span(event);
    }
    timeline->one_year = first == last;
    timeline->first = first * MONTHS;
    timeline->months = (last - first + 1) * MONTHS;
    for (size_t i = 0; i < timeline->count; i++) {
        timeline->events[i].from -= timeline->first;
        timeline->events[i].to -= timeline->first;
    }
    if (timeline->months <= MOST_MONTHS)
        return true;
    diag_error(context->info->diag, DIAG_BLOCK, json_place(context->info->arena, value), STR_NONE,
               _("a timeline spans at most %d years"), MOST_MONTHS / MONTHS);
    return false;
}

static struct str date_words(const struct block_context *context, const struct timeline *timeline,
                             struct zh_date date) {
    struct buf out = BUF_INIT(context->info->arena);
    bool in_year = timeline->one_year && date.month;
    if (!language_is_chinese(context->info->document->language))
        zh_date_write_english(&out, date, !in_year);
    else if (in_year)
        zh_date_write_in_year(&out, date);
    else
        zh_date_write(&out, date);
    struct str words = str_copy(context->info->arena, buf_str(&out));
    buf_done(&out);
    return words;
}

static void *read(const struct block_context *context, const struct json *value) {
    struct timeline *timeline = ARENA_NEW(context->info->arena, struct timeline);
    bool sound = true;
    timeline->events = ARENA_ARRAY(context->info->arena, value->count, struct event);
    for (const struct json *item = value->first; item; item = item->next) {
        // Kept in the order of time; events of one day stay as written.
        struct event event = {.title_words = block_words(context, item, "title"),
                              .text_words = block_words(context, item, "text")};
        sound = read_date(context, json_get(item, "date"), &event) && sound;
        find_span(&event);
        size_t at = timeline->count++;
        for (; at && timeline->events[at - 1].from > event.from; at--)
            timeline->events[at] = timeline->events[at - 1];
        timeline->events[at] = event;
    }
    if (!sound || !find_axis(context, timeline, value))
        return NULL;
    for (size_t i = 0; i < timeline->count; i++)
        block_tell_pair(context, date_words(context, timeline, timeline->events[i].date),
                        timeline->events[i].title_words);
    return timeline;
}

static const struct text_block *set(const struct block_context *context, enum look_text type,
                                    struct str words, double width) {
    return block_set_text(context,
                          &(struct block_text_request){
                              .type = type, .words = words, .width = width, .mode = TEXT_BALANCE});
}

static void set_event(const struct block_context *context, const struct timeline *timeline,
                      struct event *event, double width) {
    event->date_text = block_set_text(
        context, &(struct block_text_request){.type = LOOK_KICKER,
                                              .words = date_words(context, timeline, event->date),
                                              .width = width,
                                              .has_colour = true,
                                              .colour = context->tone->accent});
    event->title = set(context, LOOK_LABEL, event->title_words, width);
    event->text = set(context, LOOK_NOTE, event->text_words, width);
    event->height =
        block_height(event->date_text) + block_px(context, title_gap) + block_height(event->title);
    event->height += event->text ? block_px(context, title_gap) + event->text->height : 0;
}

static struct str month_words(struct arena *arena, bool chinese, int month) {
    return chinese ? str_printf(arena, "%d月", month)
                   : str_slice(str_from(zh_date_english_month(month)), 0, 3);
}

// One label for each month of a year, else one for each year.
static void set_ticks(const struct block_context *context, struct timeline *timeline) {
    struct arena *arena = context->info->arena;
    int count = timeline->one_year ? MONTHS : timeline->months / MONTHS;
    bool chinese = language_is_chinese(context->info->document->language);
    timeline->ticks = ARENA_ARRAY(arena, count, const struct text_block *);
    timeline->tick_width = 0;
    for (int i = 0; i < count; i++) {
        int year = timeline->first / MONTHS + i;
        struct str words = timeline->one_year ? month_words(arena, chinese, i + 1)
                                              : str_printf(arena, chinese ? "%d年" : "%d", year);
        timeline->ticks[i] = set(context, LOOK_NOTE, words, 0);
        timeline->tick_width = fmax(timeline->tick_width, timeline->ticks[i]->width);
    }
}

static double position(const struct timeline *timeline, double months) {
    return timeline->length * months / timeline->months;
}

// Moves the words apart along the axis: each as near to its date as those before it allow, then
// back from the end of `room`.
static void spread(struct timeline *timeline, double room, double gap, double lead) {
    double end = 0;
    for (size_t i = 0; i < timeline->count; i++) {
        struct event *event = &timeline->events[i];
        double middle = position(timeline, (event->from + event->to) / 2);
        event->start = fmax(middle - lead, end);
        end = event->start + event->size + gap;
    }
    double limit = room;
    for (size_t i = timeline->count; i-- > 0;) {
        struct event *event = &timeline->events[i];
        event->start = fmax(fmin(event->start, limit - event->size), 0);
        limit = event->start - gap;
    }
}

static double measure_across(const struct block_context *context, struct timeline *timeline,
                             double width) {
    double gap = block_px(context, column_gap), highest = 0;
    double column = (width - gap * (double)(timeline->count - 1)) / (double)timeline->count;
    double most = block_px(context, 1.5 * least_column);
    timeline->length = width;
    for (size_t i = 0; i < timeline->count; i++) {
        struct event *event = &timeline->events[i];
        set_event(context, timeline, event, fmin(column, most));
        event->size = fmax(block_width(event->date_text),
                           fmax(block_width(event->title), block_width(event->text)));
        highest = fmax(highest, event->height);
    }
    spread(timeline, width, gap, 0);
    return block_height(timeline->ticks[0]) + block_px(context, tick_gap + words_gap) + highest;
}

static double words_left(const struct block_context *context, const struct timeline *timeline) {
    return timeline->tick_width + block_px(context, tick_gap + words_gap);
}

static double measure_down(const struct block_context *context, struct timeline *timeline,
                           double width) {
    double gap = block_px(context, event_gap), needed = 0;
    double per_month =
        timeline->one_year ? block_px(context, month_down) : block_px(context, month_down) / 6;
    for (size_t i = 0; i < timeline->count; i++) {
        struct event *event = &timeline->events[i];
        set_event(context, timeline, event, width - words_left(context, timeline));
        event->size = event->height;
        needed += event->height + (i ? gap : 0);
    }
    timeline->length = fmax(timeline->months * per_month, needed);
    spread(timeline, timeline->length, gap, timeline->events[0].date_text->height / 2);
    return timeline->length;
}

static double measure(const struct block_context *context, void *data, double width) {
    struct timeline *timeline = data;
    double gap = block_px(context, column_gap);
    double column = (width - gap * (double)(timeline->count - 1)) / (double)timeline->count;
    set_ticks(context, timeline);
    timeline->across = column >= block_px(context, least_column) && timeline->one_year;
    return timeline->across ? measure_across(context, timeline, width)
                            : measure_down(context, timeline, width);
}

// A point of the axis and one beside it, whichever way the axis runs.
static struct point on_axis(const struct timeline *timeline, struct point start, double along,
                            double beside) {
    return timeline->across ? (struct point){start.x + along, start.y + beside}
                            : (struct point){start.x + beside, start.y + along};
}

static void draw_date(const struct block_context *context, const struct timeline *timeline,
                      const struct event *event, struct scene *scene, struct point start) {
    struct colour accent = context->tone->accent;
    if (event->to > event->from) {
        scene_add_line(scene, ROLE_ORNAMENT,
                       on_axis(timeline, start, position(timeline, event->from), 0),
                       on_axis(timeline, start, position(timeline, event->to), 0),
                       block_px(context, 2 * dot), accent);
        return;
    }
    struct path_builder path = PATH_BUILDER(scene->arena);
    path_circle(&path, on_axis(timeline, start, position(timeline, event->from), 0),
                block_px(context, dot));
    scene_add_path(
        scene, ROLE_ORNAMENT, OWNER_NONE,
        (struct scene_path){.path = path_done(&path), .fill = paint_solid(accent), .opacity = 1});
}

static void draw_words(const struct block_context *context, const struct event *event,
                       struct scene *scene, struct point corner) {
    double y = corner.y;
    y += block_put(scene, ROLE_HEADING, event->date_text, corner.x, y);
    y += block_px(context, title_gap);
    y += block_put(scene, ROLE_BODY, event->title, corner.x, y) + block_px(context, title_gap);
    block_put(scene, ROLE_BODY, event->text, corner.x, y);
}

// From the date to the words, aslant where they had to move: dates and words stand in one order, so
// that leaders never cross.
static void draw_leader(const struct block_context *context, const struct timeline *timeline,
                        const struct event *event, struct scene *scene, struct point start) {
    double at = position(timeline, (event->from + event->to) / 2);
    double to =
        event->start + (timeline->across ? block_px(context, dot) : event->date_text->height / 2);
    double near = block_px(context, 1.6 * dot), far = block_px(context, words_gap - 12);
    double stub = (far - near) / 5, width = block_px(context, line / 2);
    struct colour colour = context->tone->context;
    struct point bends[] = {
        on_axis(timeline, start, at, near), on_axis(timeline, start, at, near + stub),
        on_axis(timeline, start, to, far - stub), on_axis(timeline, start, to, far)};
    for (size_t i = 0; i < 3; i++)
        scene_add_line(scene, ROLE_ORNAMENT, bends[i], bends[i + 1], width, colour);
}

static void draw_ticks(const struct block_context *context, const struct timeline *timeline,
                       struct scene *scene, struct point start) {
    int count = timeline->one_year ? MONTHS : timeline->months / MONTHS;
    for (int i = 0; i < count; i++) {
        double at = timeline->length * i / count, middle = timeline->length * (i + 0.5) / count;
        scene_add_line(scene, ROLE_AXIS_TICK, on_axis(timeline, start, at, 0),
                       on_axis(timeline, start, at, -block_px(context, tick)),
                       block_px(context, line / 2), context->tone->context);
        struct text_placement place = {
            .at = on_axis(timeline, start, middle, -block_px(context, tick_gap)),
            .align = timeline->across ? ALIGN_CENTRE : ALIGN_END,
            .baseline = timeline->across ? BASELINE_BOTTOM : BASELINE_MIDDLE};
        text_place(scene, ROLE_AXIS_LABEL, OWNER_NONE, timeline->ticks[i], &place);
    }
}

static void draw(const struct block_context *context, const void *data, struct scene *scene,
                 struct rect box) {
    const struct timeline *timeline = data;
    double offset = timeline->across
                        ? block_height(timeline->ticks[0]) + block_px(context, tick_gap)
                        : timeline->tick_width + block_px(context, tick_gap);
    struct point start = timeline->across ? (struct point){box.x, box.y + offset}
                                          : (struct point){box.x + offset, box.y};
    scene_add_line(scene, ROLE_AXIS_DOMAIN, start, on_axis(timeline, start, timeline->length, 0),
                   block_px(context, line), context->tone->context);
    draw_ticks(context, timeline, scene, start);
    for (size_t i = 0; i < timeline->count; i++) {
        const struct event *event = &timeline->events[i];
        draw_date(context, timeline, event, scene, start);
        draw_leader(context, timeline, event, scene, start);
        draw_words(context, event, scene,
                   on_axis(timeline, start, event->start, block_px(context, words_gap)));
    }
}

const struct block_kind block_kind_timeline = {
    .name = "timeline", .read = read, .measure = measure, .draw = draw};
