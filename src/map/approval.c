// The review number of a map: 地图管理条例, article 15 and following.
#include "map/approval.h"

#include "base/i18n.h"

static bool is_said(struct str words) {
    static const struct str forms[] = {STR_INIT("示意图"), STR_INIT("审图号"),
                                       STR_INIT("Schematic map"), STR_INIT("schematic map")};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        if (str_find(words, forms[i], 0) != SIZE_MAX) {
            return true;
        }
    }
    return false;
}

void approval_check(struct diag *diag, struct arena *arena, const struct figure_request *request,
                    const struct json *at, struct str hint) {
    bool said = is_said(request->title) || is_said(request->subtitle);
    for (size_t i = 0; i < request->note_count; i++) {
        said = said || is_said(request->notes[i]);
    }
    if (!said) {
        diag_warning(diag, DIAG_MAP_APPROVAL, json_place(arena, at), hint,
                     _("the map has no review number"));
    }
}
