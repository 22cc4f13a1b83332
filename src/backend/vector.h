// What PDF and EPS have in common: a scene on a Cairo surface of one page, its bytes in memory.
#pragma once

#include "backend/backend.h"

#include <cairo.h>

// A px is 1/96 in, a point 1/72 in.
#define VECTOR_POINTS_A_PX 0.75

// The page side in points; 200 in is the most that PDF viewers show (PDF 1.7, annex C).
enum { VECTOR_SIDE_LIMIT = 14400 };

// Reports and returns false when the scene is too large for one page.
bool vector_check_size(const struct scene *scene, const struct backend_options *options,
                       struct diag *diag);

// For cairo_*_surface_create_for_stream: appends to a struct buf.
cairo_status_t vector_write_bytes(void *buf, const unsigned char *data, unsigned len);

// Draws paper and scene as the surface's next page. The status is for vector_finish.
cairo_status_t vector_draw_page(cairo_surface_t *surface, const struct scene *scene,
                                struct text_engine *text, const struct backend_options *options,
                                struct diag *diag);

// Finishes and destroys the surface. Reports and returns false when Cairo failed at it or had
// failed before, by the status of its pages.
bool vector_finish(cairo_surface_t *surface, cairo_status_t status,
                   const struct backend_options *options, struct diag *diag);
