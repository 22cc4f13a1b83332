// Maps: boundaries → projection → fills and borders → guides → scene.
#pragma once

#include "document/document.h"
#include "document/name_index.h"
#include "guides/frame.h"
#include "map/base.h"
#include "map/mesh.h"
#include "map/pole.h"
#include "map/projection.h"
#include "style/category_colours.h"

struct map_context {
    struct arena *arena; // of the figure
    struct diag *diag;
    const struct document *document;
    const struct style *style;
    struct text_engine *text;
    double width, height;                   // asked size of the picture in px, 0: the style's
    const struct category_colours *colours; // of the document's figures; NULL: of this one alone
    struct base_cache *bases;               // of the run; NULL: bases are read anew
    bool embedded; // part of a larger picture, which says number and source itself
};

// A region of the subject.
struct map_region {
    const struct geo_feature *feature;
    struct str name;
    struct rect box;      // px around it
    bool filled, no_data; // by a choropleth
    bool highlighted;
    bool named;         // by other words on the map
    struct colour fill; // what it is drawn in
    struct rect symbol; // px of the symbol that stands for it; of width 0: none
    struct str amount;  // printed under its name; may be empty
    struct str datum;   // "成都市：2126.8万人", for readers' machines; may be empty
};

// Boundaries with the same projection as the map.
struct map_layer {
    const struct geo *geo;
    struct mesh mesh;
};

struct border_grid;

enum { MAP_OBSTACLE_LIMIT = 64 };

// A map in the making; whole once map_draw has laid it out, then drawn from bottom to top.
struct map {
    const struct map_context *context;
    struct guide_context guide;
    const struct style *style;
    const struct figure_request *request;
    const struct json *json; // the figure's "map" object
    struct scene *scene;
    bool plane; // of tiles or circles: no places on the ground
    struct projection projection;
    double px_per_metre;
    struct point origin;     // px where the projection's x and y are zero
    struct rect area;        // px that the map may use
    const struct geo *whole; // the subject's boundaries before they were cut
    struct map_layer subject;
    struct map_region *regions; // in the order of the base's features
    size_t region_count;
    struct name_index names;   // of the regions
    bool *repeated;            // by index in `names`: several regions have the name
    struct border_grid *lines; // dark lines drawn so far, that words keep off
    const struct rect *taken;  // px of what the layout has given a place
    size_t taken_count;
    struct rect obstacles[MAP_OBSTACLE_LIMIT]; // px of legends and furniture that labels avoid
    size_t obstacle_count;
};

// Builds the scene of the figure's map; false when a fault was reported.
bool map_draw(const struct map_context *context, const struct figure_request *request,
              struct scene *scene);

// The region's largest polygon in px, for the place of its label. Empty without polygons.
struct pole_polygon map_region_polygon(const struct map *map, const struct map_region *region);

// What bases are read with.
struct base_reader map_bases(const struct map *map);

// Degrees to px.
struct point map_place(const struct map *map, double lon_deg, double lat_deg);
void map_add_obstacle(struct map *map, struct rect rect);

// The region that a string of the document or a cell of a table names, by name, adcode, id, short
// form or any property; NULL with a report at `place`.
struct map_region *map_find_region(const struct map *map, struct diag_place place,
                                   struct str written);

extern const struct shape map_shape;
