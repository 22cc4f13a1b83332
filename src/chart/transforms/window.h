// The operations of windows.
#pragma once

enum window_op {
#define WINDOW(id, name) WINDOW_##id,
#include "chart/transforms/window.def"
#undef WINDOW
    WINDOW_NONE,
};

extern const char *const window_words[]; // WINDOW_NONE of them, then NULL
