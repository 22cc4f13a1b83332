// Parts of a whole: what rings, bars of parts and waffles show.
#pragma once

#include "infographic/amounts.h"

enum { SHARES_MOST = 7 }; // parts that can be told apart

#define SHARES_FIELDS                                                                     \
    AMOUNTS_FIELDS{"whole", &shape_string, false,                                         \
                   N_("The metric that the items are parts of; percentages need none.")}, \
        {"rest", &shape_text, false, N_("What the remainder is; without name when left out.")},

struct share {
    struct statistic item; // of the rest only its label
    double part;           // 0 to 1
    struct colour colour;  // set when the block is measured
    bool rest;
    struct number number;
    const struct text_block *label, *note;
    double height; // of its line in the legend
};

struct shares {
    struct share parts[SHARES_MOST + 1]; // the remainder last, when it has a name
    size_t count;
    double remainder; // drawn as ground, named or not
    bool numbered;    // the legend has the parts' numbers; else the picture itself says them
};

// False when a fault was reported: parts that no whole is given for (nothing is ever summed that
// the report does not sum), or that are more than it.
bool shares_read(const struct block_context *context, const struct json *value, struct shares *out);

// Gives each part its colour on the block's tone.
void shares_colour(const struct block_context *context, struct shares *shares);

// The ground on which the parts lie: the remainder's colour.
struct colour shares_ground(const struct block_context *context);

// Sets the legend for a width and returns its height: a line each, square, number, label.
double shares_set_legend(const struct block_context *context, struct shares *shares, double width);

void shares_draw_legend(const struct block_context *context, const struct shares *shares,
                        struct scene *scene, struct point corner);
