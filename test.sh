#!/bin/sh
# Builds tushuo with sanitizers in build-test/ and runs all tests; the last line is
# "N passed, N failed".
#   --all            also: format, clang, valgrind, clang-tidy, cppcheck, fuzzing
#   --without NAME   leave out a package, a test or a suite of tests (may be repeated)
# A test that cannot run counts as failed unless it is named with --without.
set -u
cd "$(dirname "$0")" || exit 3
. .ci/packages.sh

all=no
without=' '
while [ $# -gt 0 ]; do
    case $1 in
    --all) all=yes ;;
    --without)
        [ $# -gt 1 ] || { echo 'test.sh: --without needs a name' >&2; exit 2; }
        without="$without$2 "
        shift
        ;;
    *) echo "usage: ./test.sh [--all] [--without NAME]..." >&2; exit 2 ;;
    esac
    shift
done
export TUSHUO_WITHOUT="$without"

left_out() {
    case $without in *" $1 "*) return 0 ;; esac
    return 1
}

wanted=
[ $all = no ] || test_packages="$test_packages $all_packages"
for package in $run_packages $test_packages; do
    left_out "$package" || wanted="$wanted $package"
done
# shellcheck disable=SC2086
require_packages $wanted

passed=0
failed=0
count() {
    if [ "$2" = 0 ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED: $1"
    fi
}

# One step that is no meson test: a name and its command.
step() {
    name=$1
    shift
    left_out "$name" && return
    echo "== $name"
    "$@"
    count "$name" $?
}

# Adds the results of meson's log; a test that did not run is a failed one.
count_log() {
    eval "$(/usr/bin/python3 - "$1" <<'PYTHON'
import json, sys
results = []
try:
    with open(sys.argv[1], encoding="utf-8") as log:
        results = [json.loads(line) for line in log]
except OSError:
    results = [{"name": "the test log", "result": "ERROR"}]
bad = [r["name"] for r in results if r["result"] not in ("OK", "EXPECTEDFAIL")]
for name in bad:
    print("FAILED: " + name, file=sys.stderr)
print("more_passed=%d more_failed=%d" % (len(results) - len(bad), len(bad)))
PYTHON
    )"
    passed=$((passed + more_passed))
    failed=$((failed + more_failed))
}

# meson_tests FOLDER ARGUMENT...: runs the tests of a build folder that are not left out.
meson_tests() {
    folder=$1
    shift
    tests=
    [ "$without" = ' ' ] || for test in $(meson test -C "$folder" --list --no-rebuild 2>/dev/null | grep -v '^ninja:' | sed 's/.* \/ //'); do
        left_out "$test" || tests="$tests $test"
    done
    suites=
    for name in $without; do
        suites="$suites --no-suite $name"
    done
    rm -f "$folder/meson-logs/testlog.json"
    # shellcheck disable=SC2086
    meson test -C "$folder" --no-rebuild --print-errorlogs $suites "$@" $tests
    count_log "$folder/meson-logs/testlog.json"
}

# build FOLDER ARGUMENT...: sets a build folder up and builds; the outcome counts as a test.
build() {
    folder=$1
    shift
    [ -f "$folder/build.ninja" ] || meson setup "$folder" "$@" >/dev/null || return 1
    ninja -C "$folder"
}

sanitizers='-Db_sanitize=address,undefined -Doptimization=1 -Ddebug=true'
export ASAN_OPTIONS="${ASAN_OPTIONS:-fast_unwind_on_malloc=0:strict_string_checks=1:detect_stack_use_after_return=1}"
export UBSAN_OPTIONS="${UBSAN_OPTIONS:-halt_on_error=1:print_stacktrace=1}"
export LSAN_OPTIONS="${LSAN_OPTIONS:-suppressions=$PWD/tests/leaks.supp:print_suppressions=0}"

for package in $run_packages; do
    if command -v dpkg-query >/dev/null 2>&1; then
        dpkg-query -W -f '${Package} ${Version}\n' "$package" 2>/dev/null
    fi
done
# shellcheck disable=SC2086
CC=gcc step build build build-test $sanitizers
meson_tests build-test

sources() {
    git ls-files 'src/*.[ch]' 'tests/*.[ch]' 2>/dev/null || find src tests -name '*.[ch]'
}

check_format() {
    sources | xargs clang-format --dry-run -Werror
}

# ignoredReturnValue is mistaken in compound literals: return (struct point){cos(x), y}.
check_cppcheck() {
    cppcheck -q --std=c11 --enable=warning,performance,portability --inline-suppr \
        --suppress=missingIncludeSystem --suppress=ignoredReturnValue --error-exitcode=1 -D_GNU_SOURCE -Isrc -Ibuild-test src
}

check_tidy() {
    run-clang-tidy -quiet -p build-clang "$PWD/src/" 2>/dev/null
}

valgrind_command="valgrind -q --error-exitcode=99 --leak-check=full --errors-for-leak-kinds=definite \
    --suppressions=$PWD/tests/valgrind.supp"

# The command line as people call it, with good and with bad documents: their own status, not 99.
check_valgrind_renders() {
    folder=$(mktemp -d) || return 1
    outcome=0
    # shellcheck disable=SC2086
    for arguments in "render data/chengdu-2022.json -o $folder -f svg,png,pdf,eps --gallery" \
        "render data/chengdu-2022.json -o $folder -j 2 --svg-text=embed --style journal" \
        "check data/chengdu-2022.json --proof $folder/proof.html" "typeset README.zh-CN.md --width 400" \
        "schema" "styles" "fonts" "render tests/drawn/magnitudes.json -o $folder" \
        "render tests/drawn/no-data.json -o $folder" "render tests/drawn/odd-texts.json -o $folder" \
        "check tests/invalid/not-json.json"; do
        $valgrind_command build-valgrind/tushuo $arguments >/dev/null 2>"$folder/said"
        status=$?
        if [ $status -gt 3 ]; then
            echo "valgrind: tushuo $arguments: status $status"
            cat "$folder/said"
            outcome=1
        fi
    done
    rm -rf "$folder"
    return $outcome
}

# Every fuzz target for a minute each, from its seeds.
check_fuzzers() {
    CC=clang build build-fuzz -Dfuzzing=true -Db_sanitize=address,undefined -Db_lundef=false || return 1
    status=1
    for target in build-fuzz/tests/fuzz/fuzz_*; do
        [ -x "$target" ] && [ -f "$target" ] || continue
        name=${target##*/fuzz_}
        mkdir -p "build-fuzz/corpus/$name"
        "$target" -max_total_time=60 -timeout=10 "build-fuzz/corpus/$name" "tests/fuzz/seeds/$name" || return 1
        status=0
    done
    return $status
}

if [ $all = yes ]; then
    step format check_format
    # shellcheck disable=SC2086
    CC=clang step clang build build-clang $sanitizers -Db_lundef=false
    meson_tests build-clang
    step long-maps /usr/bin/python3 tests/long_maps.py build-clang/tushuo "$PWD" --all
    step valgrind-build build build-valgrind -Dbuildtype=debugoptimized
    meson_tests build-valgrind --suite unit --timeout-multiplier 20 \
        --wrapper "$valgrind_command"
    step valgrind-renders check_valgrind_renders
    step clang-tidy check_tidy
    step cppcheck check_cppcheck
    step fuzzers check_fuzzers
fi

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
