// Regular expressions: compiled to a few instructions, run with a stack of alternatives.
#include "chart/expr_regexp.h"

#include "base/utf8.h"

#include <ctype.h>
#include <string.h>

enum { CODE_LIMIT = 1024, STACK_LIMIT = 8192, STEP_LIMIT = 1000000, NESTING_LIMIT = 30 };

enum step {
    STEP_CHAR,
    STEP_ANY,
    STEP_CLASS,
    STEP_SET,
    STEP_BEGIN,
    STEP_END,
    STEP_EDGE,
    STEP_NO_EDGE,
    STEP_SAVE,
    STEP_JUMP,
    STEP_SPLIT,
    STEP_MATCH
};

struct instruction {
    enum step step;
    uint32_t c;     // character; letter of a class; number of a save
    int x, y;       // relative targets; of a split the preferred one first
    struct str set; // between [ and ]
};

struct program {
    struct instruction code[CODE_LIMIT];
    int count;
    int groups, nesting;
    struct str source;
    size_t at;
    bool failed;
};

static void compile_choice(struct program *p);

static void emit(struct program *p, struct instruction instruction) {
    if (p->count == CODE_LIMIT) {
        p->failed = true;
        return;
    }
    p->code[p->count++] = instruction;
}

// Opens a place for an instruction; what lies behind moves with its relative targets.
static void insert(struct program *p, int at, struct instruction instruction) {
    emit(p, instruction);
    if (!p->failed) {
        memmove(p->code + at + 1, p->code + at, (size_t)(p->count - 1 - at) * sizeof *p->code);
        p->code[at] = instruction;
    }
}

static char peek(const struct program *p) {
    return p->at < p->source.len ? p->source.data[p->at] : '\0';
}

static bool take(struct program *p, const char *mark) {
    if (!str_starts(str_slice(p->source, p->at, p->source.len), str_from(mark))) {
        return false;
    }
    p->at += strlen(mark);
    return true;
}

static void compile_escape(struct program *p) {
    char c = peek(p);
    p->at++;
    static const char from[] = "nrtfv", to[] = "\n\r\t\f\v";
    const char *known = c ? strchr(from, c) : NULL;
    if (c == 'b' || c == 'B') {
        emit(p, (struct instruction){.step = c == 'b' ? STEP_EDGE : STEP_NO_EDGE});
    } else if (c && strchr("dDwWsS", c)) {
        emit(p, (struct instruction){.step = STEP_CLASS, .c = (uint32_t)c});
    } else if (known) {
        emit(p, (struct instruction){.step = STEP_CHAR, .c = (uint32_t)to[known - from]});
    } else if (!c || isalnum((unsigned char)c)) {
        p->failed = true;
    } else {
        p->at--;
        emit(p, (struct instruction){.step = STEP_CHAR, .c = utf8_next(p->source, &p->at)});
    }
}

static void compile_set(struct program *p) {
    size_t start = p->at;
    while (p->at < p->source.len && (peek(p) != ']')) {
        p->at += peek(p) == '\\' ? 2 : 1;
    }
    if (p->at >= p->source.len) {
        p->failed = true;
        return;
    }
    struct str set = str_slice(p->source, start, p->at++);
    emit(p, (struct instruction){.step = STEP_SET, .set = set});
}

static void compile_group(struct program *p) {
    bool captures = !take(p, "?:");
    if ((captures && peek(p) == '?') || ++p->nesting > NESTING_LIMIT) {
        p->failed = true;
        return;
    }
    int group = captures ? ++p->groups : 0;
    captures = captures && group < REGEXP_GROUPS;
    if (captures) {
        emit(p, (struct instruction){.step = STEP_SAVE, .c = (uint32_t)group * 2});
    }
    compile_choice(p);
    if (captures) {
        emit(p, (struct instruction){.step = STEP_SAVE, .c = (uint32_t)group * 2 + 1});
    }
    p->failed = p->failed || !take(p, ")");
    p->nesting--;
}

static void compile_atom(struct program *p) {
    if (take(p, "(")) {
        compile_group(p);
    } else if (take(p, "[")) {
        compile_set(p);
    } else if (take(p, "\\")) {
        compile_escape(p);
    } else if (take(p, ".")) {
        emit(p, (struct instruction){.step = STEP_ANY});
    } else if (take(p, "^")) {
        emit(p, (struct instruction){.step = STEP_BEGIN});
    } else if (take(p, "$")) {
        emit(p, (struct instruction){.step = STEP_END});
    } else if (strchr("*+?{", peek(p))) {
        p->failed = true;
    } else {
        emit(p, (struct instruction){.step = STEP_CHAR, .c = utf8_next(p->source, &p->at)});
    }
}

static int read_count(struct program *p) {
    int count = 0;
    for (; isdigit((unsigned char)peek(p)); p->at++) {
        count = count < CODE_LIMIT ? count * 10 + (peek(p) - '0') : CODE_LIMIT;
    }
    return count;
}

static void repeat(struct program *p, int start, int least, int most) {
    bool lazy = take(p, "?");
    int length = p->count - start;
    struct instruction atom[64];
    if (length > 64 || least > 100 || most > 100 || (most >= 0 && most < least)) {
        p->failed = true;
        return;
    }
    memcpy(atom, p->code + start, (size_t)length * sizeof *atom);
    p->count = start;
    for (int i = 0; i < least || i < most; i++) {
        struct instruction skip = {
            .step = STEP_SPLIT, .x = lazy ? length + 1 : 1, .y = lazy ? 1 : length + 1};
        if (i >= least) {
            emit(p, skip);
        }
        for (int k = 0; k < length; k++) {
            emit(p, atom[k]);
        }
    }
    if (most < 0) {
        int loop = p->count, end = length + 2;
        for (int k = 0; k < length; k++) {
            emit(p, atom[k]);
        }
        insert(p, loop,
               (struct instruction){.step = STEP_SPLIT, .x = lazy ? end : 1, .y = lazy ? 1 : end});
        emit(p, (struct instruction){.step = STEP_JUMP, .x = -(length + 1)});
    }
}

static void compile_repeated(struct program *p) {
    int start = p->count;
    compile_atom(p);
    if (take(p, "*")) {
        repeat(p, start, 0, -1);
    } else if (take(p, "+")) {
        repeat(p, start, 1, -1);
    } else if (take(p, "?")) {
        repeat(p, start, 0, 1);
    } else if (take(p, "{")) {
        int least = read_count(p), most = least;
        if (take(p, ",")) {
            most = isdigit((unsigned char)peek(p)) ? read_count(p) : -1;
        }
        p->failed = p->failed || !take(p, "}");
        repeat(p, start, least, most);
    }
}

static void compile_choice(struct program *p) {
    int start = p->count;
    while (!p->failed && p->at < p->source.len && peek(p) != ')' && peek(p) != '|') {
        compile_repeated(p);
    }
    if (!p->failed && take(p, "|")) {
        int first = p->count - start;
        insert(p, start, (struct instruction){.step = STEP_SPLIT, .x = 1, .y = first + 2});
        int jump = p->count;
        emit(p, (struct instruction){.step = STEP_JUMP});
        compile_choice(p);
        if (!p->failed) {
            p->code[jump].x = p->count - jump;
        }
    }
}

static bool compile(struct program *p, struct str source) {
    p->source = source;
    p->count = p->groups = p->nesting = 0;
    p->at = 0;
    p->failed = false;
    compile_choice(p);
    emit(p, (struct instruction){.step = STEP_MATCH});
    return !p->failed && p->at == source.len;
}

// ---- running

static bool is_word(uint32_t c) {
    return c < 128 && (isalnum((int)c) || c == '_');
}

static bool in_class(uint32_t c, char class) {
    bool found = false;
    switch (tolower((unsigned char)class)) {
    case 'd':
        found = c >= '0' && c <= '9';
        break;
    case 'w':
        found = is_word(c);
        break;
    default:
        found = c == ' ' || (c >= 9 && c <= 13) || c == 0xA0 || c == 0x3000 || c == 0xFEFF;
    }
    return found != (isupper((unsigned char)class) != 0);
}

static uint32_t fold(uint32_t c, bool ignore_case) {
    return ignore_case && c < 128 ? (uint32_t)tolower((int)c) : c;
}

// One character of a set, escapes read; a class of it matches by itself.
static bool set_item(struct str set, size_t *at, uint32_t c, uint32_t *item, bool *matched) {
    static const char from[] = "nrtfv", to[] = "\n\r\t\f\v";
    *item = utf8_next(set, at);
    if (*item != '\\' || *at >= set.len) {
        return true;
    }
    *item = utf8_next(set, at);
    if (*item < 128 && strchr("dDwWsS", (int)*item)) {
        *matched = *matched || in_class(c, (char)*item);
        return false;
    }
    const char *known = *item < 128 ? strchr(from, (int)*item) : NULL;
    *item = known ? (uint32_t)to[known - from] : *item;
    return true;
}

static bool in_set(uint32_t c, struct str set, bool ignore_case) {
    bool negated = set.len && set.data[0] == '^', matched = false;
    for (size_t at = negated; at < set.len;) {
        uint32_t low, high;
        if (!set_item(set, &at, c, &low, &matched)) {
            continue;
        }
        high = low;
        if (at + 1 < set.len && set.data[at] == '-') {
            at++;
            set_item(set, &at, c, &high, &matched);
        }
        uint32_t folded = fold(c, ignore_case);
        matched = matched || (c >= low && c <= high) ||
                  (folded >= fold(low, ignore_case) && folded <= fold(high, ignore_case));
    }
    return matched != negated;
}

struct alternative {
    int pc;
    size_t at;
    int slot; // >= 0: a saved place to restore, `at` its old value
};

struct runner {
    const struct program *program;
    struct str text;
    bool ignore_case;
    size_t saved[2 * REGEXP_GROUPS];
    struct alternative stack[STACK_LIMIT];
    int depth;
    long steps;
};

static bool push(struct runner *r, struct alternative alternative) {
    if (r->depth == STACK_LIMIT) {
        return false;
    }
    r->stack[r->depth++] = alternative;
    return true;
}

static bool at_edge(const struct runner *r, size_t at) {
    bool before = at > 0 && is_word((unsigned char)r->text.data[at - 1]);
    bool behind = at < r->text.len && is_word((unsigned char)r->text.data[at]);
    return before != behind;
}

// Whether the instruction lets the text pass; *at is then behind what it took.
static bool passes(const struct runner *r, const struct instruction *i, size_t *at) {
    switch (i->step) {
    case STEP_BEGIN:
        return *at == 0;
    case STEP_END:
        return *at == r->text.len;
    case STEP_EDGE:
        return at_edge(r, *at);
    case STEP_NO_EDGE:
        return !at_edge(r, *at);
    default:
        break;
    }
    if (*at >= r->text.len) {
        return false;
    }
    uint32_t c = utf8_next(r->text, at);
    switch (i->step) {
    case STEP_CHAR:
        return fold(c, r->ignore_case) == fold(i->c, r->ignore_case);
    case STEP_CLASS:
        return in_class(c, (char)i->c);
    case STEP_SET:
        return in_set(c, i->set, r->ignore_case);
    default:
        return c != '\n' && c != '\r';
    }
}

// Back to the last alternative; false when none is left.
static bool step_back(struct runner *r, int *pc, size_t *at) {
    while (r->depth > 0) {
        struct alternative last = r->stack[--r->depth];
        if (last.slot >= 0) {
            r->saved[last.slot] = last.at;
            continue;
        }
        *pc = last.pc;
        *at = last.at;
        return true;
    }
    return false;
}

static bool run_from(struct runner *r, size_t at) {
    int pc = 0;
    r->depth = 0;
    memset(r->saved, 0xFF, sizeof r->saved);
    r->saved[0] = at;
    while (r->steps++ < STEP_LIMIT) {
        const struct instruction *i = &r->program->code[pc];
        switch (i->step) {
        case STEP_MATCH:
            r->saved[1] = at;
            return true;
        case STEP_JUMP:
            pc += i->x;
            continue;
        case STEP_SPLIT:
            if (!push(r, (struct alternative){pc + i->y, at, -1})) {
                return false;
            }
            pc += i->x;
            continue;
        case STEP_SAVE:
            if (!push(r, (struct alternative){0, r->saved[i->c], (int)i->c})) {
                return false;
            }
            r->saved[i->c] = at;
            pc++;
            continue;
        default:
            break;
        }
        if (passes(r, i, &at)) {
            pc++;
        } else if (!step_back(r, &pc, &at)) {
            return false;
        }
    }
    return false;
}

bool regexp_check(struct str source) {
    struct program program;
    return compile(&program, source);
}

bool regexp_find(struct str source, bool ignore_case, struct str text, size_t from,
                 struct regexp_match *out) {
    struct program program;
    struct runner runner;
    if (!compile(&program, source)) {
        return false;
    }
    runner.program = &program;
    runner.text = text;
    runner.ignore_case = ignore_case;
    runner.steps = 0;
    for (size_t at = from; at <= text.len;) {
        if (run_from(&runner, at)) {
            for (size_t i = 0; i < REGEXP_GROUPS; i++) {
                out->start[i] = runner.saved[2 * i];
                out->end[i] = runner.saved[2 * i + 1];
            }
            return true;
        }
        if (at == text.len) {
            break;
        }
        utf8_next(text, &at);
    }
    return false;
}
