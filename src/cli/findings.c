// Findings of the layout checker for people and for programs.
#include "cli/findings.h"

#include "base/i18n.h"
#include "base/json_out.h"
#include "base/number.h"

static const enum diag_code codes[] = {
    [FINDING_TEXT_ON_TEXT] = DIAG_TEXT_ON_TEXT,
    [FINDING_TEXT_ON_MARK] = DIAG_TEXT_ON_MARK,
    [FINDING_TEXT_OFF_CANVAS] = DIAG_TEXT_OFF_CANVAS,
    [FINDING_TEXT_TOO_SMALL] = DIAG_TEXT_TOO_SMALL,
    [FINDING_LOW_CONTRAST] = DIAG_LOW_CONTRAST,
};

// One sentence. The box is part of it, so that two findings about the same words stay two.
static struct str describe(struct arena *arena, const struct finding *finding) {
    struct str text = finding->text, partner = finding->partner;
    struct str measure = number_print(arena, finding->measure, 1);
    struct str limit = number_print(arena, finding->limit, 1);
    switch (finding->kind) {
    case FINDING_TEXT_ON_TEXT:
        return str_printf(arena, _("“%.*s” and “%.*s” overlap by %.*s px²"), STR_ARG(text),
                          STR_ARG(partner), STR_ARG(measure));
    case FINDING_TEXT_ON_MARK:
        return str_printf(arena, _("“%.*s” lies on a mark that is not its own (%.*s), by %.*s px²"),
                          STR_ARG(text), STR_ARG(partner), STR_ARG(measure));
    case FINDING_TEXT_OFF_CANVAS:
        return str_printf(arena, _("“%.*s” reaches beyond the picture's edge"), STR_ARG(text));
    case FINDING_TEXT_TOO_SMALL:
        return str_printf(arena, _("“%.*s” is %.*s px high; %.*s px can be read here"),
                          STR_ARG(text), STR_ARG(measure), STR_ARG(limit));
    case FINDING_LOW_CONTRAST:
        break;
    }
    return str_printf(arena, _("“%.*s” has a contrast of %.*s to 1; it needs %.*s"), STR_ARG(text),
                      STR_ARG(measure), STR_ARG(limit));
}

void findings_report(struct diag *diag, struct diag_place place, const struct finding *findings,
                     size_t count) {
    for (size_t i = 0; i < count; i++) {
        const struct rect *box = &findings[i].box;
        struct str where = str_printf(diag->arena, _("at x %.*s, y %.*s"),
                                      STR_ARG(number_print(diag->arena, box->x, 0)),
                                      STR_ARG(number_print(diag->arena, box->y, 0)));
        struct str message = describe(diag->arena, &findings[i]);
        diag_warning(diag, codes[findings[i].kind], place, where, "%.*s", STR_ARG(message));
    }
}

static void write_member(struct buf *out, const char *name, double value) {
    buf_printf(out, ", \"%s\": ", name);
    buf_add_number(out, value, 2);
}

void findings_write(struct buf *out, const struct finding *findings, size_t count) {
    buf_add_char(out, '[');
    for (size_t i = 0; i < count; i++) {
        const struct finding *finding = &findings[i];
        buf_printf(out, "%s\n    {\"kind\": \"%s\", \"text\": ", i ? "," : "",
                   finding_name(finding->kind));
        buf_add_json_string(out, finding->text);
        if (finding->partner.len) {
            buf_add_text(out, ", \"other\": ");
            buf_add_json_string(out, finding->partner);
        }
        buf_add_text(out, ", \"box\": [");
        const double box[] = {finding->box.x, finding->box.y, finding->box.width,
                              finding->box.height};
        for (size_t j = 0; j < 4; j++) {
            buf_add_text(out, j ? ", " : "");
            buf_add_number(out, box[j], 2);
        }
        buf_add_char(out, ']');
        write_member(out, "measure", finding->measure);
        write_member(out, "limit", finding->limit);
        buf_add_char(out, '}');
    }
    buf_add_text(out, count ? "\n  ]" : "]");
}
