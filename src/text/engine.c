// Opening and closing the text engine.
#include "text/engine.h"
#include "base/i18n.h"

#include <cairo.h>

struct text_engine *text_open(struct arena *run, struct diag *diag,
                              const struct text_options *options) {
    FcConfig *config = FcInitLoadConfigAndFonts();
    if (config && options && options->fonts_folder.len)
        FcConfigAppFontAddDir(config, (const FcChar8 *)str_terminate(run, options->fonts_folder));
    FcFontSet *system = config ? FcConfigGetFonts(config, FcSetSystem) : NULL;
    FcFontSet *own = config ? FcConfigGetFonts(config, FcSetApplication) : NULL;
    if ((!system || !system->nfont) && (!own || !own->nfont)) {
        if (config)
            FcConfigDestroy(config);
        diag_error(diag, DIAG_NO_FONTS, (struct diag_place){0},
                   str_from(_("install the Debian package fonts-noto-cjk")), "%s",
                   _("no fonts are installed"));
        return NULL;
    }
    struct text_engine *engine = ARENA_NEW(run, struct text_engine);
    engine->run = run;
    engine->config = config;
    engine->buffer = hb_buffer_create();
    return engine;
}

void text_close(struct text_engine *engine) {
    if (!engine)
        return;
    for (size_t i = 0; i < engine->face_count; i++) {
        hb_font_destroy(engine->faces[i]->shape);
        if (engine->faces[i]->cairo)
            cairo_font_face_destroy(engine->faces[i]->cairo);
    }
    hb_buffer_destroy(engine->buffer);
    FcConfigDestroy(engine->config);
}
