// From blocks to finished pictures.
#include "infographic/infographic.h"

#include "base/i18n.h"
#include "infographic/gather.h"
#include "infographic/pages.h"

const char *const page_form_words[PAGES_COUNT] = {
#define PAGE_FORM(id, word) word,
#include "infographic/page_forms.def"
#undef PAGE_FORM
};

static pages_lay_out *const forms[PAGES_COUNT] = {
#define PAGE_FORM(id, word) pages_lay_out_##id,
#include "infographic/page_forms.def"
#undef PAGE_FORM
};

// Sections alternate between a tinted panel and the paper; what bleeds has its own ground.
static void assign_tones(struct block *blocks, size_t count) {
    enum tone_kind tone = TONE_PAPER;
    for (size_t i = 0; i < count; i++) {
        if (blocks[i].kind->opens_section && blocks[i].has_tone)
            tone = blocks[i].tone;
        else if (blocks[i].kind->opens_section)
            tone = tone == TONE_PAPER ? TONE_TINT : TONE_PAPER;
        blocks[i].tone = blocks[i].kind->place == BLOCK_BLEEDS ? blocks[i].kind->tone : tone;
    }
}

static bool lay_out(const struct block_context *context, struct block *blocks, size_t count,
                    struct scene_list *pages) {
    const struct infographic_context *info = context->info;
    size_t errors = info->diag->reported[DIAG_ERROR];
    assign_tones(blocks, count);
    return forms[info->form](context, blocks, count, pages) &&
           info->diag->reported[DIAG_ERROR] == errors;
}

// The figure's blocks, or those of the figure that it names; NULL with a report.
static const struct json *find_blocks(const struct block_context *context) {
    const struct infographic_context *info = context->info;
    const struct json *blocks = json_get(context->request->json, "blocks");
    if (blocks->kind == JSON_ARRAY)
        return blocks;
    for (size_t i = 0; i < info->document->figure_count; i++) {
        const struct figure_request *figure = &info->document->figures[i];
        const struct json *list = json_get(figure->json, "blocks");
        if (str_equal(figure->id, blocks->string) && list && list->kind == JSON_ARRAY)
            return list;
    }
    diag_error(info->diag, DIAG_BLOCK, json_place(info->arena, blocks), STR_NONE,
               _("the document has no figure “%.*s” with a list of blocks"),
               STR_ARG(blocks->string));
    return NULL;
}

// Four characters of running text are the least that a column can be.
static bool has_room(const struct block_context *context) {
    const struct infographic_context *info = context->info;
    const struct look *look = context->look;
    if (look->width - 2 * look->margin >= 4 * look->types[LOOK_BODY].size)
        return true;
    diag_error(info->diag, DIAG_LAYOUT, json_place(info->arena, context->request->json),
               str_from(_("make the picture wider")),
               _("a picture %.0f px wide has no room between margins of %.0f px"), look->width,
               look->margin);
    return false;
}

bool infographic_draw(const struct infographic_context *info, const struct figure_request *request,
                      struct scene_list *pages) {
    const struct style *style = info->style;
    double width = info->width > 0 ? info->width : style->width > 0 ? style->width : 1080;
    struct look look = block_look(info, width, 1);
    struct block_gather gather = {
        .alt = BUF_INIT(info->arena),
        .seen = ARENA_ARRAY(info->arena, info->document->metric_count, bool),
    };
    struct block_context context = {
        .info = info,
        .request = request,
        .look = &look,
        .tone = &look.tones[TONE_PAPER],
        .gather = &gather,
    };
    struct block *blocks;
    size_t count;
    const struct json *list = has_room(&context) ? find_blocks(&context) : NULL;
    gather_metrics(&context, request->json);
    if (list && list->parent != request->json)
        gather_metrics(&context, list);
    bool drawn = list && block_read_list(&context, list, &blocks, &count) &&
                 lay_out(&context, blocks, count, pages);
    buf_done(&gather.alt);
    return drawn;
}
