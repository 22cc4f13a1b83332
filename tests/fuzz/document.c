// Fuzz target: a document's JSON, its check against the shape of documents, and writing it back.
#include "fuzz.h"

#include "base/utf8.h"
#include "document/json.h"
#include "figure/figure.h"

// Every value lies inside the text and inside its parent, in order.
static void check_tree(const struct json *value, size_t from, size_t to) {
    assert(value->offset >= from && value->offset < value->end && value->end <= to);
    assert(utf8_find_invalid(value->string) == SIZE_MAX);
    size_t count = 0, at = value->offset;
    for (const struct json *child = value->first; child; child = child->next) {
        assert(child->parent == value && child->index == count);
        assert(utf8_find_invalid(child->key) == SIZE_MAX);
        check_tree(child, at, value->end);
        at = child->end;
        count++;
    }
    assert(value->count == count);
}

static void check_same(const struct json *a, const struct json *b) {
    assert(a->kind == b->kind && a->boolean == b->boolean && a->count == b->count);
    assert(a->number == b->number && str_equal(a->string, b->string) && str_equal(a->key, b->key));
    for (a = a->first, b = b->first; a; a = a->next, b = b->next)
        check_same(a, b);
}

// What is written is read as the same tree.
static void check_written(struct arena *arena, const struct json *root) {
    struct diag diag;
    diag_init(&diag, arena);
    struct buf buf = BUF_INIT(arena);
    json_write(&buf, root, 0);
    const struct json *again = json_parse(arena, &diag, STR("again.json"), buf_str(&buf));
    assert(again && diag.count == 0);
    check_same(root, again);
    buf_done(&buf);
}

static void print_all(const struct diag *diag, struct arena *arena) {
    struct buf buf = BUF_INIT(arena);
    for (int form = DIAG_FORM_TEXT; form <= DIAG_FORM_GITHUB; form++)
        diag_print(diag, (struct diag_print_options){.form = (enum diag_form)form}, &buf);
    assert(utf8_find_invalid(buf_str(&buf)) == SIZE_MAX);
    buf_done(&buf);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena arena;
    arena_init(&arena, NULL, NULL);
    struct diag diag;
    diag_init(&diag, &arena);
    struct str text = {(const char *)data, size};
    const struct json *root = json_parse(&arena, &diag, STR("input.json"), text);
    assert((root == NULL) == (diag.errors > 0));
    if (root) {
        check_tree(root, 0, size);
        check_written(&arena, root);
        bool fits = shape_check(&arena, &diag, root, figure_document_shape());
        assert(fits == (diag.errors == 0));
    }
    print_all(&diag, &arena);
    arena_done(&arena);
    return 0;
}
