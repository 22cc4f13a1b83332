// hierarchy: what is part of what, as a tree; its first branches side by side where there is room.
#include "base/i18n.h"
#include "infographic/statistic.h"

#include <math.h>

enum { MOST_DEPTH = 4, MOST_NODES = 80, MOST_ACROSS = 5 };

extern const struct shape block_shape_hierarchy;
static const struct shape children_shape = {
    .kind = SHAPE_ARRAY, .item = &block_shape_hierarchy, .least = 1, .most = 20};
static const struct field fields[] = {
    {"title", &shape_text, true, N_("What stands at this place of the tree.")},
    {"metric", &shape_string, false, N_("The metric whose number stands behind the title.")},
    {"note", &shape_text, false, N_("A remark in small type.")},
    {"children", &children_shape, false, N_("Its parts: objects with the same keys.")},
};
const struct shape block_shape_hierarchy = {
    .kind = SHAPE_OBJECT,
    .name = "blockHierarchy",
    .doc = N_("A node of a tree."),
    .fields = fields,
    .field_count = sizeof fields / sizeof *fields,
};

struct node {
    struct str title_words, note_words;
    struct statistic item; // without number when it has none
    struct node *children;
    size_t child_count;
    const struct text_block *title, *note;
    struct number number;
    double own; // px of its words
    double all; // with everything below it
};

struct hierarchy {
    struct node root;
    size_t nodes;
    bool across;
    double column; // px of a branch, side by side
};

// Designed px.
static const double indent = 52, rail = 18, line = 3, below_gap = 24, number_gap = 16, note_gap = 6;
static const double least_column = 210, column_gap = 28, trunk = 36, inset_x = 22, inset_y = 20;

static bool read_node(const struct block_context *context, const struct json *value,
                      struct hierarchy *tree, struct node *node, unsigned depth) {
    const struct json *children = json_get(value, "children");
    node->title_words = block_words(context, value, "title");
    node->note_words = block_words(context, value, "note");
    block_tell(context, node->title_words);
    if (++tree->nodes > MOST_NODES || depth > MOST_DEPTH) {
        diag_error(context->info->diag, DIAG_BLOCK, json_place(context->info->arena, value),
                   str_from(_("leave out what is furthest down, or make two trees")),
                   _("a tree has at most %d levels and %d nodes"), MOST_DEPTH, MOST_NODES);
        return false;
    }
    if (json_get(value, "metric") && !statistic_read(context, value, &node->item))
        return false;
    bool sound = true;
    node->child_count = children ? children->count : 0;
    node->children = ARENA_ARRAY(context->info->arena, node->child_count, struct node);
    size_t i = 0;
    for (const struct json *child = children ? children->first : NULL; child && sound;
         child = child->next, i++)
        sound = read_node(context, child, tree, &node->children[i], depth + 1);
    return sound;
}

static void *read(const struct block_context *context, const struct json *value) {
    struct hierarchy *tree = ARENA_NEW(context->info->arena, struct hierarchy);
    return read_node(context, value, tree, &tree->root, 1) ? tree : NULL;
}

static const struct text_block *set(const struct block_context *context, enum look_text type,
                                    struct str words, double width, struct colour colour) {
    return block_set_text(context, &(struct block_text_request){.type = type,
                                                                .words = words,
                                                                .width = width,
                                                                .mode = TEXT_BALANCE,
                                                                .has_colour = true,
                                                                .colour = colour});
}

// Sets a node's own words: the number behind the title where both fit one line, else below it.
static void set_node(const struct block_context *context, struct node *node, enum look_text type,
                     double width, struct colour ink, struct colour accent) {
    node->number = (struct number){0};
    node->title = set(context, type, node->title_words, width, ink);
    node->note = set(context, LOOK_NOTE, node->note_words, width,
                     colour_equal(ink, context->tone->ink) ? context->tone->muted : ink);
    node->own = block_height(node->title);
    if (node->item.number.len) {
        double size = context->look->types[LOOK_FIGURE].size;
        size *= number_fit(context, &node->item.number, 1, size, width);
        node->number = number_set(context, node->item.number, size, accent);
        node->own += block_px(context, number_gap) + node->number.height;
    }
    node->own += node->note ? node->note->height + block_px(context, note_gap) : 0;
}

static enum look_text type_at(unsigned depth) {
    return depth == 1 ? LOOK_FINDING : depth == 2 ? LOOK_LEAD : LOOK_LABEL;
}

// A node and what is below it, each level indented.
static double set_tree(const struct block_context *context, struct node *node, unsigned depth,
                       double width) {
    set_node(context, node, type_at(depth), width, context->tone->ink, context->tone->accent);
    node->all = node->own;
    for (size_t i = 0; i < node->child_count; i++)
        node->all += block_px(context, below_gap) + set_tree(context, &node->children[i], depth + 1,
                                                             width - block_px(context, indent));
    return node->all;
}

// The branch's head stands on a card of its own.
static void set_branch(const struct block_context *context, struct node *node, double width) {
    double inner = width - 2 * block_px(context, inset_x);
    set_node(context, node, LOOK_LEAD, inner, context->tone->ink, context->tone->on_card);
    node->own += 2 * block_px(context, inset_y);
    node->all = node->own;
    for (size_t i = 0; i < node->child_count; i++)
        node->all += block_px(context, below_gap) +
                     set_tree(context, &node->children[i], 3, width - block_px(context, indent));
}

// The branches' heads are as high as the highest.
static double level_heads(struct node *root) {
    double head = 0, highest = 0;
    for (size_t i = 0; i < root->child_count; i++)
        head = fmax(head, root->children[i].own);
    for (size_t i = 0; i < root->child_count; i++) {
        struct node *child = &root->children[i];
        child->all += head - child->own;
        child->own = head;
        highest = fmax(highest, child->all);
    }
    return highest;
}

static double measure_across(const struct block_context *context, struct hierarchy *tree,
                             double width) {
    struct node *root = &tree->root;
    set_node(context, root, LOOK_FINDING, width - 2 * block_px(context, inset_x),
             context->tone->on_accent, context->tone->on_accent);
    root->own += 2 * block_px(context, inset_y);
    for (size_t i = 0; i < root->child_count; i++)
        set_branch(context, &root->children[i], tree->column);
    return root->own + 2 * block_px(context, trunk) + level_heads(root);
}

static double measure(const struct block_context *context, void *data, double width) {
    struct hierarchy *tree = data;
    double branches = (double)tree->root.child_count;
    tree->column = (width - block_px(context, column_gap) * (branches - 1)) / fmax(branches, 1);
    tree->across =
        branches >= 2 && branches <= MOST_ACROSS && tree->column >= block_px(context, least_column);
    return tree->across ? measure_across(context, tree, width)
                        : set_tree(context, &tree->root, 1, width);
}

static void draw_words(const struct block_context *context, const struct node *node,
                       struct scene *scene, struct point at) {
    at.y += block_put(scene, ROLE_HEADING, node->title, at.x, at.y);
    if (node->number.text) {
        at.y += block_px(context, number_gap);
        number_draw(scene, &node->number, at);
        at.y += node->number.height;
    }
    block_put(scene, ROLE_BODY, node->note, at.x, at.y + block_px(context, note_gap));
}

static void draw_line(const struct block_context *context, struct scene *scene, double x0,
                      double y0, double x1, double y1) {
    double half = block_px(context, line) / 2;
    block_fill(scene, ROLE_ORNAMENT,
               (struct rect){fmin(x0, x1) - half, fmin(y0, y1) - half, fabs(x1 - x0) + 2 * half,
                             fabs(y1 - y0) + 2 * half},
               0, context->tone->context);
}

static void draw_tree(const struct block_context *context, const struct node *node,
                      struct scene *scene, struct point at);

// The children below `top`, on a rail that ends at the last one.
static void draw_children(const struct block_context *context, const struct node *node,
                          struct scene *scene, struct point at, double top) {
    double x = at.x + block_px(context, rail), y = top, end = top;
    for (size_t i = 0; i < node->child_count; i++) {
        const struct node *child = &node->children[i];
        y += block_px(context, below_gap);
        end = y + (child->title ? child->title->style.size / 2 : 0);
        draw_line(context, scene, x, end, at.x + block_px(context, indent - 12), end);
        draw_tree(context, child, scene, (struct point){at.x + block_px(context, indent), y});
        y += child->all;
    }
    if (node->child_count)
        draw_line(context, scene, x, top + block_px(context, below_gap) / 3, x, end);
}

static void draw_tree(const struct block_context *context, const struct node *node,
                      struct scene *scene, struct point at) {
    draw_words(context, node, scene, at);
    draw_children(context, node, scene, at, at.y + node->own);
}

static void draw_card(const struct block_context *context, const struct node *node,
                      struct scene *scene, struct rect box, struct colour fill) {
    block_fill(scene, ROLE_PANEL, box, context->look->style->card_corner, fill);
    draw_words(
        context, node, scene,
        (struct point){box.x + block_px(context, inset_x), box.y + block_px(context, inset_y)});
}

static void draw_across(const struct block_context *context, const struct hierarchy *tree,
                        struct scene *scene, struct rect box) {
    const struct node *root = &tree->root;
    double step = tree->column + block_px(context, column_gap);
    double bar = box.y + root->own + block_px(context, trunk), top = bar + block_px(context, trunk);
    double first = box.x + tree->column / 2;
    draw_line(context, scene, first, bar, first + step * (double)(root->child_count - 1), bar);
    double middle = box.x + box.width / 2;
    draw_line(context, scene, middle, box.y + root->own, middle, bar);
    draw_card(context, root, scene, (struct rect){box.x, box.y, box.width, root->own},
              context->tone->accent);
    for (size_t i = 0; i < root->child_count; i++) {
        const struct node *child = &root->children[i];
        struct rect card = {box.x + (double)i * step, top, tree->column, child->own};
        draw_line(context, scene, card.x + card.width / 2, bar, card.x + card.width / 2, top);
        draw_card(context, child, scene, card, context->tone->card);
        draw_children(context, child, scene, (struct point){card.x, card.y}, top + child->own);
    }
}

static void draw(const struct block_context *context, const void *data, struct scene *scene,
                 struct rect box) {
    const struct hierarchy *tree = data;
    if (tree->across)
        draw_across(context, tree, scene, box);
    else
        draw_tree(context, &tree->root, scene, (struct point){box.x, box.y});
}

const struct block_kind block_kind_hierarchy = {
    .name = "hierarchy", .read = read, .measure = measure, .draw = draw};
