// The colour of each category: the same in all figures of a document.
//
// The document's `colors` fixes some. The others take the colours of the palette in the order in
// which they first appear: figure by figure, in each as its legend lists them. When there are more
// categories than colours, a colour is shared by categories that no figure shows together, as long
// as that can be. 其他 and 其它 are the style's grey and stand last.
#pragma once

#include "document/name_index.h"
#include "style/style.h"

// What one figure tells apart by colour, in the order of its legend.
struct category_list {
    const struct str *words;
    size_t count;
};

struct category_colours {
    const struct json *fixed; // the document's `colors`, or NULL
    struct name_index names;  // the other categories, in order of first appearance
    size_t *slots;            // of each its place in the palette
};

// Everything lives in `arena`; `style` is the one whose palette is dealt out, the document's own.
// Figures in another style take the same places of their own palette.
const struct category_colours *category_colours_make(struct arena *arena, const struct json *fixed,
                                                     const struct style *style,
                                                     const struct category_list *figures,
                                                     size_t figure_count);

// The colour of `word` in a figure of style `style`; the style's grey for an unknown word.
struct colour category_colours_find(const struct category_colours *colours,
                                    const struct style *style, struct str word);

// 其他 and 其它: what is left over.
bool category_is_rest(struct str word);
