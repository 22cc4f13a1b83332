# The Debian packages that tushuo is built and tested with, and how to see that each is there.
# Read by run.sh and test.sh.

run_packages='gcc libc6-dev meson ninja-build pkg-config libcairo2-dev libharfbuzz-dev libfreetype-dev
libfontconfig-dev libfribidi-dev libjansson-dev libdeflate-dev libmd-dev libpng-dev
libjpeg62-turbo-dev libqrencode-dev zlib1g-dev gettext fonts-noto-cjk
fonts-materialdesignicons-webfont'
test_packages='libcmocka-dev python3 python3-pil python3-numpy librsvg2-bin poppler-utils
libxml2-utils ghostscript chromium libpango1.0-dev zbar-tools'
all_packages='clang clang-format clang-tidy cppcheck valgrind libc6-dbg'

has_module() {
    pkg-config --exists "$1"
}

has_command() {
    command -v "$1"
}

# True when what the package is needed for is there, wherever it came from.
has_package() {
    case $1 in
    libc6-dev) echo '#include <stdio.h>' | cc -E - ;;
    gcc) has_command gcc ;;
    ninja-build) has_command ninja ;;
    libcairo2-dev) has_module cairo-ft ;;
    libpango1.0-dev) has_module pangocairo ;;
    libharfbuzz-dev) has_module harfbuzz-subset ;;
    libfreetype-dev) has_module freetype2 ;;
    libfontconfig-dev) has_module fontconfig ;;
    libfribidi-dev) has_module fribidi ;;
    zlib1g-dev) has_module zlib ;;
    libjansson-dev) has_module jansson ;;
    libdeflate-dev) has_module libdeflate ;;
    libmd-dev) has_module libmd ;;
    libpng-dev) has_module libpng ;;
    libjpeg62-turbo-dev) has_module libjpeg ;;
    libqrencode-dev) has_module libqrencode ;;
    zbar-tools) has_command zbarimg ;;
    libcmocka-dev) has_module cmocka ;;
    gettext) has_command msgfmt ;;
    fonts-noto-cjk) fc-list 'Noto Sans CJK SC' | grep -q . && fc-list 'Noto Serif CJK SC' | grep -q . ;;
    fonts-materialdesignicons-webfont) fc-list 'Material Design Icons' | grep -q . ;;
    python3) has_command /usr/bin/python3 ;;
    python3-pil) /usr/bin/python3 -c 'import PIL' ;;
    python3-numpy) /usr/bin/python3 -c 'import numpy' ;;
    librsvg2-bin) has_command rsvg-convert ;;
    poppler-utils) has_command pdftotext ;;
    libxml2-utils) has_command xmllint ;;
    ghostscript) has_command gs ;;
    clang-tidy) has_command run-clang-tidy ;;
    libc6-dbg) test -d /usr/lib/debug/.build-id ;;
    *) has_command "$1" ;;
    esac >/dev/null 2>&1
}

# Installs those of the packages that are missing; stops with status 3 where that cannot be done.
require_packages() {
    missing=
    for package in "$@"; do
        has_package "$package" || missing="$missing $package"
    done
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
        printf 'These packages are missing; install them as root:\n  apt-get install --no-install-recommends%s\n' "$missing" >&2
        exit 3
    fi
    echo "Installing:$missing" >&2
    export DEBIAN_FRONTEND=noninteractive
    # shellcheck disable=SC2086
    if ! apt-get -qq update || ! apt-get -qq install -y --no-install-recommends $missing >&2; then
        printf 'These packages could not be installed:%s\n' "$missing" >&2
        exit 3
    fi
}
