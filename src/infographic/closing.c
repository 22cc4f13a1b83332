// Notes, sources and credit of an infographic.
#include "infographic/closing.h"

#include "document/remark.h"

static bool has_note(const struct frame_texts *texts, struct str note) {
    for (size_t i = 0; i < texts->note_count; i++)
        if (str_equal(texts->notes[i], note))
            return true;
    return false;
}

static void add_notes(const struct block_context *context, struct frame_texts *texts) {
    struct arena *arena = context->info->arena;
    const struct block_gather *gather = context->gather;
    const struct figure_request *request = context->request;
    struct str *words = ARENA_ARRAY(arena, gather->used_count, struct str);
    for (size_t i = 0; i < gather->used_count; i++)
        words[i] = gather->used[i]->number.word;
    struct str approx =
        remark_approx(arena, context->info->document->language, words, gather->used_count);
    size_t most = request->note_count + gather->used_count + 1;
    struct str *notes = ARENA_ARRAY(arena, most, struct str);
    texts->notes = notes;
    for (size_t i = 0; i < request->note_count; i++)
        notes[texts->note_count++] = request->notes[i];
    for (size_t i = 0; block_gather_framed(gather) && i < gather->used_count; i++) {
        struct str caveat = gather->used[i]->caveat;
        if (caveat.len && !has_note(texts, caveat))
            notes[texts->note_count++] = caveat;
    }
    if (approx.len && !context->info->embedded)
        notes[texts->note_count++] = approx;
}

struct frame_texts closing_texts(const struct block_context *context) {
    const struct figure_request *request = context->request;
    struct frame_texts texts = {.credit = context->info->embedded ? STR_NONE : request->credit,
                                .sources = request->sources,
                                .source_count = request->source_count};
    add_notes(context, &texts);
    if (context->info->embedded)
        texts.source_count = 0;
    else if (!texts.source_count) {
        struct str *own = ARENA_NEW(context->info->arena, struct str);
        *own = remark_source(context->info->arena, context->info->document);
        texts.sources = own;
        texts.source_count = own->len > 0;
    }
    return texts;
}

bool closing_logo_beside_title(const struct block_context *context) {
    return !context->gather->has_banner && context->look->style->logo.side == LOGO_TOP;
}

const struct style *closing_style(const struct block_context *context, bool logo) {
    if (logo)
        return context->look->style;
    struct style *style = ARENA_NEW(context->info->arena, struct style);
    *style = *context->look->style;
    style->logo.height = 0;
    return style;
}

struct guide_context closing_guide(const struct block_context *context, const struct style *style) {
    const struct infographic_context *info = context->info;
    return (struct guide_context){
        .arena = info->arena,
        .diag = info->diag,
        .style = style,
        .text = info->text,
        .language = info->document->language,
        .markup = true,
        .place = json_place(info->arena, context->request->json),
    };
}
