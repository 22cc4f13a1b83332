// A scene as text, for tests: one line an item, two decimals, indented by group.
#pragma once

#include "scene/scene.h"

void scene_dump(const struct scene *scene, struct buf *out);
