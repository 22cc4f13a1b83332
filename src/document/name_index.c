// Names and the order in which they first came: a hash table with open addressing.
#include "document/name_index.h"

// The slot that holds `name`, or the free one where it belongs.
static size_t find_slot(const struct name_index *index, struct str name) {
    size_t slot = (size_t)str_hash(name) & (index->slot_count - 1);
    while (index->slots[slot] && !str_equal(index->names[index->slots[slot] - 1], name))
        slot = (slot + 1) & (index->slot_count - 1);
    return slot;
}

size_t name_index_find(const struct name_index *index, struct str name) {
    if (!index->slot_count)
        return SIZE_MAX;
    size_t found = index->slots[find_slot(index, name)];
    return found ? found - 1 : SIZE_MAX;
}

static void grow(struct name_index *index) {
    index->slot_count = index->slot_count ? 2 * index->slot_count : 32;
    index->slots = ARENA_ARRAY(index->arena, index->slot_count, size_t);
    for (size_t i = 0; i < index->count; i++)
        index->slots[find_slot(index, index->names[i])] = i + 1;
}

size_t name_index_add(struct name_index *index, struct str name) {
    size_t found = name_index_find(index, name);
    if (found != SIZE_MAX)
        return found;
    if (2 * (index->count + 1) > index->slot_count)
        grow(index);
    ARENA_RESERVE(index->arena, index->names, index->count, index->capacity);
    index->names[index->count++] = name;
    index->slots[find_slot(index, name)] = index->count;
    return index->count - 1;
}
