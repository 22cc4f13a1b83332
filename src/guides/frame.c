// Title block and foot.
#include "guides/frame.h"

#include "base/punctuation.h"
#include "guides/logo.h"

#include <math.h>

// About 22 Han characters read well in one line (26 leave room for digits and marks).
enum { TITLE_LINE_EM = 26 };

static const struct text_block *set_text(const struct guide_context *context,
                                         const struct style_text *look, struct str words,
                                         double width, enum text_mode mode) {
    if (!words.len) {
        return NULL;
    }
    const struct style *style = context->style;
    struct text_request request = {
        .words = words,
        .markup = context->markup,
        .style = guide_text_style(context, look,
                                  look == &style->title ? &style->title_font : &style->body_font),
        .width = width,
        .mode = mode,
        .line_pitch = look->pitch,
        .hanging = true,
        .place = context->place,
    };
    return text_set(context->text, context->arena, context->diag, &request);
}

static struct str title_words(const struct guide_context *context,
                              const struct frame_texts *texts) {
    if (!texts->number.len) {
        return texts->title;
    }
    // One em between number and title (GB/T 7713.1 figures: 图1　图题).
    return str_printf(context->arena, "%.*s\xE3\x80\x80%.*s", STR_ARG(texts->number),
                      STR_ARG(texts->title));
}

static bool ends_sentence(struct str note) {
    return str_ends(note, STR("。")) || str_ends(note, STR("！")) || str_ends(note, STR("？")) ||
           str_ends(note, STR(".")) || str_ends(note, STR("。）"));
}

// 注：… or 注：1. … 2. …, each with its final stop, `between` them.
static struct str note_words(const struct guide_context *context, const struct frame_texts *texts,
                             const char *between) {
    struct str all = style_words(context->style->note_prefix, context->language);
    struct str stop = str_trim(str_from(punctuation_of(context->language)->stop));
    for (size_t i = 0; i < texts->note_count; i++) {
        struct str note = str_trim(texts->notes[i]);
        struct str end = ends_sentence(note) ? STR_NONE : stop;
        all = texts->note_count > 1
                  ? str_printf(context->arena, "%.*s%s%zu. %.*s%.*s", STR_ARG(all),
                               i ? between : "", i + 1, STR_ARG(note), STR_ARG(end))
                  : str_printf(context->arena, "%.*s%.*s%.*s", STR_ARG(all), STR_ARG(note),
                               STR_ARG(end));
    }
    return texts->note_count ? all : STR_NONE;
}

// For messages about one of the texts.
static struct guide_context at_place(const struct guide_context *context, struct diag_place place) {
    struct guide_context copy = *context;
    if (place.file.len) {
        copy.place = place;
    }
    return copy;
}

// A title that needs more than two lines is set one size smaller.
static const struct text_block *set_title(const struct guide_context *context, struct str words,
                                          double width) {
    static const double SIZE_STEP = 0.86;
    const struct style_text *look = &context->style->title;
    const struct text_block *block = set_text(context, look, words, width, TEXT_BALANCE);
    if (!block || block->line_count <= 2) {
        return block;
    }
    struct style *style = ARENA_NEW(context->arena, struct style);
    *style = *context->style;
    style->title.size *= SIZE_STEP;
    struct guide_context smaller = *context;
    smaller.style = style;
    return set_text(&smaller, &style->title, words, width, TEXT_BALANCE);
}

// Several notes run on in one line; where they need more, each begins its own.
static const struct text_block *set_notes(const struct guide_context *context,
                                          const struct frame_texts *texts, double width) {
    const struct style_text *look = &context->style->foot;
    const char *run_on = language_is_chinese(context->language) ? "" : " ";
    const struct text_block *block =
        set_text(context, look, note_words(context, texts, run_on), width, TEXT_WRAP);
    return block && block->line_count > 1 && texts->note_count > 1
               ? set_text(context, look, note_words(context, texts, "\n　　"), width, TEXT_WRAP)
               : block;
}

static struct str source_words(const struct guide_context *context,
                               const struct frame_texts *texts) {
    const struct style *style = context->style;
    const struct punctuation *marks = punctuation_of(context->language);
    struct str all = STR_NONE;
    for (size_t i = 0; i < texts->source_count; i++) {
        struct str lead =
            i ? str_from(marks->semicolon) : style_words(style->source_prefix, context->language);
        all = str_printf(context->arena, "%.*s%.*s%.*s", STR_ARG(all), STR_ARG(lead),
                         STR_ARG(texts->sources[i]));
    }
    if (texts->credit.len) {
        struct str lead = style_words(style->credit_prefix, context->language);
        all = str_printf(context->arena, "%.*s%s%.*s%.*s", STR_ARG(all), all.len ? marks->gap : "",
                         STR_ARG(lead), STR_ARG(texts->credit));
    }
    return all;
}

static double block_height(const struct text_block *block) {
    return block ? block->height : 0;
}

// From one line's em box to the next block's, so that blocks of the foot keep one line pitch.
static double foot_gap(const struct guide_context *context) {
    return context->style->foot.size * (context->style->foot.pitch - 1);
}

// Where the logo stands: beside a title when it wants to and there is one, else in the foot.
static struct frame place_logo(const struct style *style, const struct frame_texts *texts) {
    bool any = style_has_logo(&style->logo);
    bool top = any && style->logo.side == LOGO_TOP && texts->title.len;
    return (struct frame){.logo_in_head = top,
                          .logo_in_foot = any && !top,
                          .logo_room = any ? logo_width(style) + style->margin / 2 : 0};
}

// What the logo leaves of `width` px for texts beside it; on both sides of centred ones.
static double beside_logo(const struct frame *frame, bool here, bool centred, double width) {
    double taken = here ? frame->logo_room * (centred ? 2 : 1) : 0;
    return width > 0 ? fmax(1, width - taken) : width;
}

static double texts_height(const struct guide_context *context, const struct frame *frame) {
    return block_height(frame->notes) + block_height(frame->sources) +
           (frame->notes && frame->sources ? foot_gap(context) : 0);
}

struct frame frame_set(const struct guide_context *context, const struct frame_texts *texts,
                       double width) {
    const struct style *style = context->style;
    struct frame frame = place_logo(style, texts);
    bool centred = style->title_anchor == TITLE_MIDDLE;
    double head = beside_logo(&frame, frame.logo_in_head, centred, width);
    double foot = beside_logo(&frame, frame.logo_in_foot, false, width);
    double line = TITLE_LINE_EM * style->title.size;
    struct guide_context title = at_place(context, texts->title_place);
    struct guide_context subtitle = at_place(context, texts->subtitle_place);
    struct guide_context notes = at_place(context, texts->notes_place);
    frame.title = set_title(&title, title_words(context, texts), fmin(head, line));
    frame.subtitle = set_text(&subtitle, &style->subtitle, texts->subtitle, head, TEXT_WRAP);
    frame.notes = set_notes(&notes, texts, foot);
    frame.unit = set_text(context, &style->axis_label, texts->unit, 0, TEXT_WRAP);
    frame.sources = set_text(context, &style->foot, source_words(context, texts), foot, TEXT_WRAP);
    frame.head_height = fmax(block_height(frame.title) + block_height(frame.subtitle) +
                                 (frame.title && frame.subtitle ? style->title_line_gap : 0),
                             frame.logo_in_head ? logo_height(style) : 0);
    frame.foot_height =
        fmax(texts_height(context, &frame), frame.logo_in_foot ? logo_height(style) : 0);
    return frame;
}

struct frame frame_head(const struct frame *frame) {
    struct frame head = *frame;
    head.notes = head.sources = NULL;
    head.foot_height = 0;
    head.logo_in_foot = false;
    head.logo_room = head.logo_in_head ? head.logo_room : 0;
    return head;
}

struct frame frame_foot(const struct frame *frame) {
    struct frame foot = *frame;
    foot.title = foot.subtitle = foot.unit = NULL;
    foot.head_height = 0;
    foot.logo_in_head = false;
    foot.logo_room = foot.logo_in_foot ? foot.logo_room : 0;
    return foot;
}

static enum text_align anchor_align(enum title_anchor anchor) {
    return anchor == TITLE_START ? ALIGN_START : anchor == TITLE_MIDDLE ? ALIGN_CENTRE : ALIGN_END;
}

static double place_block(struct scene *scene, enum scene_role role, const struct text_block *block,
                          struct rect box, enum text_align align) {
    if (!block) {
        return 0;
    }
    double share = align == ALIGN_START ? 0 : align == ALIGN_CENTRE ? 0.5 : 1;
    struct text_placement placement = {
        .at = {box.x + share * box.width, box.y}, .align = align, .baseline = BASELINE_TOP};
    text_place(scene, role, OWNER_NONE, block, &placement);
    return block->height;
}

void frame_draw_unit(struct scene *scene, const struct frame *frame, struct point corner) {
    if (frame->unit) {
        struct text_placement place = {
            .at = corner, .align = ALIGN_END, .baseline = BASELINE_BOTTOM};
        text_place(scene, ROLE_AXIS_TITLE, OWNER_NONE, frame->unit, &place);
    }
}

// At the right end: beside the title's first line, or on the last line of the foot.
static void draw_logo(const struct guide_context *context, struct scene *scene,
                      const struct frame *frame, struct rect head, struct rect foot) {
    const struct style *style = context->style;
    struct point corner = {rect_right(head) - logo_width(style), head.y};
    if (frame->logo_in_foot) {
        corner = (struct point){rect_right(foot) - logo_width(style),
                                foot.y + frame->foot_height - logo_height(style)};
    }
    logo_draw(context, scene, corner);
}

void frame_draw(const struct guide_context *context, struct scene *scene, const struct frame *frame,
                struct rect head, struct rect foot) {
    enum text_align align = anchor_align(context->style->title_anchor);
    if (frame->logo_room > 0) {
        draw_logo(context, scene, frame, head, foot);
    }
    double used = place_block(scene, ROLE_TITLE_TEXT, frame->title, head, align);
    head.y += used + (used > 0 ? context->style->title_line_gap : 0);
    place_block(scene, ROLE_SUBTITLE, frame->subtitle, head, align);
    foot.y += frame->foot_height - texts_height(context, frame);
    used = place_block(scene, ROLE_FOOT, frame->notes, foot, ALIGN_START);
    foot.y += used + (used > 0 ? foot_gap(context) : 0);
    place_block(scene, ROLE_FOOT, frame->sources, foot, ALIGN_START);
}
