// Finding a place by name.
#include "map/map_spot.h"

#include "base/i18n.h"
#include "map/region_name.h"

static bool find_region(const struct map *map, struct str written, struct map_spot *spot) {
    long found = region_name_find(map->subject.geo, written);
    if (found < 0) {
        return false;
    }
    struct map_region *region = &map->regions[found];
    struct pole_polygon polygon = map_region_polygon(map, region);
    if (!polygon.ring_count) {
        return false;
    }
    *spot =
        (struct map_spot){pole_of_circle(map->guide.arena, &polygon, 1).at, region->name, region};
    return true;
}

static const struct geo *load_seats(const struct map *map) {
    struct base_reader bases = map_bases(map);
    return base_load_named(&bases, "places");
}

static bool find_seat(const struct map *map, struct str written, struct map_spot *spot) {
    const struct geo *seats = load_seats(map);
    long found = seats ? region_name_find(seats, written) : REGION_NONE;
    if (found < 0) {
        return false;
    }
    const struct geo_feature *feature = &seats->features[found];
    struct point degrees = seats->points[seats->parts[feature->part_start].start];
    *spot = (struct map_spot){map_place(map, degrees.x, degrees.y), geo_name(feature), NULL};
    return true;
}

static bool check_inside(const struct map *map, const struct map_spot_name *name,
                         const struct map_spot *spot) {
    struct rect area = map->area;
    if (spot->at.x >= area.x && spot->at.x <= rect_right(area) && spot->at.y >= area.y &&
        spot->at.y <= rect_bottom(area)) {
        return true;
    }
    diag_error(map->guide.diag, DIAG_OUT_OF_RANGE, name->place, STR_NONE,
               _("the place “%.*s” lies outside the map"),
               STR_ARG(spot->words.len ? spot->words : STR("[…]")));
    return false;
}

static bool find(const struct map *map, const struct map_spot_name *name, struct map_spot *spot) {
    if (map->plane) {
        if (name->words.len && find_region(map, name->words, spot)) {
            return true;
        }
        diag_error(
            map->guide.diag, DIAG_NO_SUCH_REGION, name->place,
            region_name_hint(map->guide.arena, map->guide.diag, map->subject.geo, name->words),
            _("a map of tiles or circles has only its own regions as places"));
        return false;
    }
    if (!name->words.len) {
        *spot = (struct map_spot){.at = map_place(map, name->degrees.x, name->degrees.y)};
        return true;
    }
    if (find_region(map, name->words, spot) || find_seat(map, name->words, spot)) {
        return true;
    }
    diag_error(map->guide.diag, DIAG_NO_SUCH_REGION, name->place,
               region_name_hint(map->guide.arena, map->guide.diag, map->subject.geo, name->words),
               _("there is no place “%.*s”; name a region or write [longitude, latitude]"),
               STR_ARG(name->words));
    return false;
}

struct map_spot_name map_spot_name_of(const struct map *map, const struct json *json) {
    struct map_spot_name name = {.place = json_place(map->guide.arena, json)};
    if (json->kind == JSON_ARRAY) {
        name.degrees = (struct point){json_at(json, 0)->number, json_at(json, 1)->number};
    } else {
        name.words = json->string;
    }
    return name;
}

bool map_spot_locate(const struct map *map, const struct map_spot_name *name,
                     struct map_spot *spot) {
    return find(map, name, spot) && check_inside(map, name, spot);
}

bool map_spot_find(const struct map *map, const struct json *json, struct map_spot *spot) {
    struct map_spot_name name = map_spot_name_of(map, json);
    return map_spot_locate(map, &name, spot);
}
