// Fuzz target: boundary files. The first byte chooses the projection that the file is drawn in.
#include "fuzz.h"

#include "map/geo_cut.h"
#include "map/mesh.h"

#include <math.h>

static void check_geo(const struct geo *geo) {
    for (size_t i = 0; i < geo->feature_count; i++) {
        const struct geo_feature *feature = &geo->features[i];
        assert(feature->part_start <= feature->part_end && feature->part_end <= geo->part_count);
        for (size_t j = feature->part_start; j < feature->part_end; j++) {
            const struct geo_part *part = &geo->parts[j];
            assert(part->start + part->count <= geo->point_count);
            assert(part->kind != GEO_POLYGON || part->count >= 3);
        }
    }
}

static void check_mesh(struct arena *arena, const struct geo *geo, struct projection *projection) {
    if (!projection_prepare(projection)) {
        return;
    }
    struct mesh mesh = mesh_make(arena, geo_cut(arena, geo, projection));
    for (size_t i = 0; i < mesh.vertex_count; i++) {
        mesh.places[i] = projection_forward(projection, mesh.vertices[i].x, mesh.vertices[i].y);
        assert(isfinite(mesh.places[i].x) && isfinite(mesh.places[i].y));
    }
    mesh_thin(&mesh, 1000);
    for (size_t i = 0; i < mesh.ring_count; i++) {
        struct path_builder ring = PATH_BUILDER(arena);
        mesh_add_ring(&mesh, &mesh.rings[i], &ring);
        path_done(&ring);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const char *const kinds[] = {"albers", "orthographic", "transverseMercator", "mercator",
                                        "azimuthalEqualArea"};
    if (size < 1) {
        return 0;
    }
    struct arena arena;
    arena_init(&arena, NULL, NULL);
    struct diag diag;
    diag_init(&diag, &arena);
    const struct geo *geo =
        geo_read(&arena, &diag, STR("input.json"), (struct str){(const char *)data + 1, size - 1});
    assert(geo || diag.errors > 0);
    if (geo) {
        check_geo(geo);
        geo_check_rings(&diag, geo);
        struct projection projection =
            projection_for_extent(geo->extent, projection_find(str_from(kinds[data[0] % 5])));
        check_mesh(&arena, geo, &projection);
    }
    arena_done(&arena);
    return 0;
}
