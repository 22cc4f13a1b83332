#!/bin/sh
# Installs what is missing, builds tushuo in build/ and draws the report's figures into out/.
# Arguments go to "tushuo render": ./run.sh -f svg,png,pdf --gallery
set -eu
cd "$(dirname "$0")"
. .ci/packages.sh
# shellcheck disable=SC2086
require_packages $run_packages
[ -f build/build.ninja ] || meson setup build -Dtests=false >&2
ninja -C build >&2
[ $# -gt 0 ] || set -- -f svg,png
exec build/tushuo render data/chengdu-2022.json -o out "$@"
