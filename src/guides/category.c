// The steps by which category labels fit.
#include "guides/category.h"

#include "base/i18n.h"

#include <math.h>

// One type size down in the ladder.
static const double SIZE_STEP = 0.86;
// Em between two names set as columns of text.
static const double COLUMNS_APART = 0.25;

// How far labels may give way: to how many lines, and what may be broken for it.
struct ladder_step {
    size_t lines;
    enum text_strain strain;
};

static bool fits(const struct text_block *block, double width, struct ladder_step step) {
    return block->line_count <= step.lines && block->strain <= step.strain &&
           (width <= 0 || block->width <= width + 0.01);
}

// One line, else balanced lines; NULL when neither fits.
static const struct text_block *set_words(const struct guide_context *context,
                                          const struct style_text *look, struct str words,
                                          double width, struct ladder_step step) {
    const struct text_block *block = guide_set(context, look, words, width, TEXT_BALANCE);
    return fits(block, width, step) ? block : NULL;
}

static void include(struct category_labels *labels, const struct text_block *block) {
    labels->blocks[labels->count++] = block;
    labels->width = fmax(labels->width, block->width);
    labels->height = fmax(labels->height, block->height);
}

static struct category_labels empty_labels(const struct guide_context *context, size_t count) {
    return (struct category_labels){
        .blocks = ARENA_ARRAY(context->arena, count, const struct text_block *), .step = 1};
}

// Sets all labels in one look; false when one of them does not fit.
static bool set_all(const struct guide_context *context, const struct style_text *look,
                    const struct category_request *request, struct ladder_step step,
                    struct category_labels *labels) {
    *labels = empty_labels(context, request->count);
    for (size_t i = 0; i < request->count; i++) {
        const struct text_block *block =
            set_words(context, look, request->words[i], request->width, step);
        if (!block && request->shorts && request->shorts[i].len) {
            block = set_words(context, look, request->shorts[i], request->width, step);
        }
        if (!block) {
            return false;
        }
        include(labels, block);
    }
    return true;
}

// Lines over the bars, balanced; true when none takes more than two.
static bool set_above(const struct guide_context *context, const struct style_text *look,
                      const struct category_request *request, struct category_labels *labels) {
    *labels = empty_labels(context, request->count);
    labels->above = true;
    bool fit = true;
    for (size_t i = 0; i < request->count; i++) {
        const struct text_block *block =
            guide_set(context, look, request->words[i], request->above_width, TEXT_BALANCE);
        fit = fit && block->line_count <= 2 && block->strain < STRAIN_OVERFLOW;
        include(labels, block);
    }
    return fit;
}

static const struct style_text *one_size_down(const struct guide_context *context) {
    struct style_text *smaller = ARENA_NEW(context->arena, struct style_text);
    *smaller = context->style->label;
    smaller->size = fmax(smaller->size * SIZE_STEP, context->style->least_text);
    return smaller;
}

struct category_labels category_set_rows(const struct guide_context *context,
                                         const struct category_request *request) {
    const struct style_text *look = &context->style->label;
    struct category_labels labels;
    static const struct ladder_step two_lines = {2, STRAIN_COHESION};
    if (!set_all(context, look, request, two_lines, &labels) &&
        !set_above(context, look, request, &labels) &&
        !set_above(context, one_size_down(context), request, &labels)) {
        diag_warning(context->diag, DIAG_LAYOUT, context->place,
                     STR("give the long ones a short form, or make the picture wider"), "%s",
                     _("category labels take more than two lines above their bars"));
    }
    return labels;
}

// As columns of text. Where they are wider than their bands, only each `step`th is shown.
static void set_vertical(const struct guide_context *context,
                         const struct category_request *request, struct category_labels *labels) {
    *labels = empty_labels(context, request->count);
    labels->vertical = true;
    const struct style *style = context->style;
    for (size_t i = 0; i < request->count; i++) {
        struct text_request text = {
            .words = request->words[i],
            .style = guide_text_style(context, &style->label, &style->body_font),
            .width = 10 * style->label.size,
            .mode = TEXT_BALANCE,
            .vertical = true,
            .line_pitch = style->label.pitch,
            .place = context->place,
        };
        const struct text_block *block =
            text_set(context->text, context->arena, context->diag, &text);
        include(labels, block);
    }
    double column = labels->width + COLUMNS_APART * style->label.size;
    if (request->pitch > 0 && column > request->pitch) {
        labels->step = (size_t)ceil(column / request->pitch);
    }
}

static bool is_year(struct str word) {
    bool digits = word.len == 7 && str_ends(word, STR("年"));
    for (size_t i = 0; digits && i < 4; i++) {
        digits = word.data[i] >= '0' && word.data[i] <= '9';
    }
    return digits;
}

// 2018年, 2019, 2020: years say 年 once where all of them have no room for it. The first may reach
// into the second's band as far as that leaves it. False for other words, or when they do not fit.
static bool set_years(const struct guide_context *context, const struct style_text *look,
                      const struct category_request *request, struct category_labels *labels) {
    static const struct ladder_step one_line = {1, STRAIN_NONE};
    double apart = 0.3 * look->size, width = request->width;
    *labels = empty_labels(context, request->count);
    for (size_t i = request->count; i-- > 0;) { // the first one last
        struct str word = request->words[i];
        if (!is_year(word)) {
            return false;
        }
        double room =
            i || request->count < 2 ? width : 2 * (request->pitch - apart) - labels->width;
        word = i ? str_slice(word, 0, 4) : word;
        const struct text_block *block =
            set_words(context, look, word, request->pitch > 0 ? room : width, one_line);
        if (!block) {
            return false;
        }
        include(labels, block);
    }
    for (size_t i = 0; i < labels->count / 2; i++) {
        const struct text_block *swapped = labels->blocks[i];
        labels->blocks[i] = labels->blocks[labels->count - 1 - i];
        labels->blocks[labels->count - 1 - i] = swapped;
    }
    return true;
}

struct category_labels category_set_columns(const struct guide_context *context,
                                            const struct category_request *request) {
    static const struct ladder_step gentle = {3, STRAIN_COHESION}, firm = {3, STRAIN_WORD};
    static const struct ladder_step one_line = {1, STRAIN_NONE};
    struct category_labels labels;
    const struct style_text *smaller = one_size_down(context);
    if (is_year(request->count ? request->words[0] : STR_NONE) &&
        !set_all(context, &context->style->label, request, one_line, &labels) &&
        (set_years(context, &context->style->label, request, &labels) ||
         set_years(context, smaller, request, &labels))) {
        return labels;
    }
    if (set_all(context, &context->style->label, request, gentle, &labels) ||
        set_all(context, smaller, request, gentle, &labels) ||
        set_all(context, &context->style->label, request, firm, &labels)) {
        return labels;
    }
    set_vertical(context, request, &labels);
    if (labels.step > 1) {
        diag_warning(context->diag, DIAG_LAYOUT, context->place,
                     STR("draw the bars across, or make the picture wider"),
                     _("%zu category labels do not fit below their columns; one in %zu is shown"),
                     request->count, labels.step);
    }
    return labels;
}
