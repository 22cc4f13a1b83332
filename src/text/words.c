// The lexicon: which breaks part a Chinese word.
//
// A list of our own inside the program instead of ICU's iterator: ICU's data file is 31 MB, and on
// chart labels its words needed a list of ours anyway (typography.md section 5). The cheapest
// reading of a run of Han is found by dynamic programming; then a lone suffix joins the word before
// it and two lone neighbours join.
#include "text/compose.h"

#include "base/utf8.h"

enum { WORD_CAPACITY = 16384, WORD_CHARACTERS = 8 };

struct word_list {
    uint64_t hashes[WORD_CAPACITY]; // 0: free
    size_t count;
};

static const char *const word_lines[] = {
#define WORDS(line) line,
#include "text/words.def"
#undef WORDS
};

static size_t slot_of(const struct word_list *list, uint64_t hash) {
    size_t at = hash & (WORD_CAPACITY - 1);
    while (list->hashes[at] && list->hashes[at] != hash)
        at = (at + 1) & (WORD_CAPACITY - 1);
    return at;
}

static void add_line(struct word_list *list, struct str line) {
    for (size_t from = 0; from < line.len;) {
        size_t end = str_find(line, STR(" "), from);
        end = end == SIZE_MAX ? line.len : end;
        if (end > from && 2 * list->count < WORD_CAPACITY) {
            uint64_t hash = str_hash(str_slice(line, from, end)) | 1;
            list->hashes[slot_of(list, hash)] = hash;
            list->count++;
        }
        from = end + 1;
    }
}

struct word_list *words_open(struct arena *arena) {
    struct word_list *list = ARENA_NEW(arena, struct word_list);
    for (size_t i = 0; i < sizeof word_lines / sizeof *word_lines; i++)
        add_line(list, str_from(word_lines[i]));
    return list;
}

static bool has_word(const struct word_list *list, struct str word) {
    uint64_t hash = str_hash(word) | 1;
    return list->hashes[slot_of(list, hash)] == hash;
}

static bool in_set(uint32_t character, const char *set) {
    struct str s = str_from(set);
    for (size_t at = 0; at < s.len;)
        if (utf8_next(s, &at) == character)
            return true;
    return false;
}

// Characters that end a word and rarely stand alone.
static bool is_suffix(uint32_t character) {
    return in_set(character, "率值量性化区带人数额度员者家业界级型式力感法权费税款项物品机器站所"
                             "院校厂局部厅署署县市省镇村队团组会室馆店园期年月日们学术论观");
}

// Small words that belong to neither neighbour.
static bool is_particle(uint32_t character) {
    return in_set(character, "的和与在是了等及或为以并而且对将从到由被把向于又也都就还很更最其之按"
                             "较比达超约近共各每至");
}

struct word_bounds {
    size_t from, to; // units
};

struct reading {
    double cost;
    size_t before;
};

// The cheapest cut of units [from, to) into words: a word costs 1, a lone character 1.6.
static void read_run(const struct word_list *list, struct arena *arena, struct str text,
                     const struct unit *units, size_t from, size_t to, bool *starts) {
    size_t n = to - from;
    struct reading *best = ARENA_ARRAY(arena, n + 1, struct reading);
    for (size_t i = 1; i <= n; i++) {
        best[i] = (struct reading){best[i - 1].cost + 1.6, i - 1};
        for (size_t len = 2; len <= WORD_CHARACTERS && len <= i; len++) {
            struct str word = str_slice(text, units[from + i - len].from, units[from + i - 1].to);
            // among equals the longer last word: 的 binds less than a word's end
            if (best[i - len].cost + 1 <= best[i].cost && has_word(list, word))
                best[i] = (struct reading){best[i - len].cost + 1, i - len};
        }
    }
    for (size_t i = n; i > 0; i = best[i].before)
        starts[from + best[i].before] = true;
    starts[to] = true;
}

// A long word of two listed words may part at their seam, if it must part at all.
static void mark_seams(const struct word_list *list, struct str text, const struct unit *units,
                       const struct word_bounds *word, uint8_t *places) {
    for (size_t i = word->from + 1; i < word->to; i++) {
        struct str head = str_slice(text, units[word->from].from, units[i - 1].to);
        struct str tail = str_slice(text, units[i].from, units[word->to - 1].to);
        bool seam = i - word->from >= 2 && word->to - i >= 2 && has_word(list, head) &&
                    has_word(list, tail);
        places[i] = seam ? WORD_SEAM : WORD_INSIDE;
    }
}

static bool is_lone(const bool *starts, size_t i, size_t to) {
    return starts[i] && (i + 1 == to || starts[i + 1]);
}

// The two repairs of typography.md section 5.
static void join_lone(const struct unit *units, size_t from, size_t to, bool *starts) {
    for (size_t i = from + 1; i < to; i++)
        if (is_lone(starts, i, to) && is_suffix(units[i].character) &&
            !is_particle(units[i - 1].character))
            starts[i] = false;
    for (size_t i = from + 1; i < to; i++) {
        if (is_lone(starts, i, to) && is_lone(starts, i - 1, to) &&
            !is_particle(units[i].character) && !is_particle(units[i - 1].character))
            starts[i] = false;
    }
}

void words_mark(const struct word_list *list, struct arena *arena, struct str text,
                const struct unit *units, size_t count, const bool *skip, uint8_t *places) {
    bool *starts = ARENA_ARRAY(arena, count + 1, bool);
    for (size_t from = 0; from < count;) {
        size_t to = from;
        while (to < count && units[to].class == CLASS_HAN && !skip[to])
            to++;
        if (to == from) {
            from++;
            continue;
        }
        read_run(list, arena, text, units, from, to, starts);
        join_lone(units, from, to, starts);
        for (struct word_bounds word = {from, from}; word.to < to; word.from = word.to) {
            do
                word.to++;
            while (word.to < to && !starts[word.to]);
            mark_seams(list, text, units, &word, places);
        }
        from = to;
    }
}
