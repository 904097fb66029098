#!/bin/sh
# sh run.sh [arguments]        starts ConvViz: its window, or one of its commands (try --help)
# sh run.sh test [arguments]   runs its tests with pytest, without a screen
#
# The first run installs what is missing: Debian packages if it may (root, apt-get), Python packages into
# .venv beside this file. Once nothing is missing, nothing is fetched. PYTHON=… names the Python to use.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
venv=$root/.venv

# What Qt and OpenCV load from the system, and the Debian package that holds it.
libraries='
libGL.so.1              libgl1
libEGL.so.1             libegl1
libgthread-2.0.so.0     libglib2.0-0
libdbus-1.so.3          libdbus-1-3
libfontconfig.so.1      libfontconfig1
libxkbcommon.so.0       libxkbcommon0
libxkbcommon-x11.so.0   libxkbcommon-x11-0
libX11-xcb.so.1         libx11-xcb1
libxcb-cursor.so.0      libxcb-cursor0
libxcb-icccm.so.4       libxcb-icccm4
libxcb-image.so.0       libxcb-image0
libxcb-keysyms.so.1     libxcb-keysyms1
libxcb-randr.so.0       libxcb-randr0
libxcb-render-util.so.0 libxcb-render-util0
libxcb-shape.so.0       libxcb-shape0
libxcb-sync.so.1        libxcb-sync1
libxcb-util.so.1        libxcb-util1
libxcb-xfixes.so.0      libxcb-xfixes0
libxcb-xkb.so.1         libxcb-xkb1
'

main() {
    what='run'
    if [ "${1-}" = test ]; then
        what='test'
        shift
    fi
    provide_packages
    provide_venv
    if [ "$what" = run ]; then
        exec "$venv/bin/python" -P -m convviz "$@"
    fi
    QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen}
    export QT_QPA_PLATFORM
    cd -- "$root"
    exec "$venv/bin/python" -m pytest -n auto --dist worksteal "$@" # every core; -n 0 undoes it
}

say() {
    printf 'run.sh: %s\n' "$*" >&2
}

has() {
    command -v "$1" >/dev/null 2>&1
}

# --- what the system must hold ---

provide_packages() {
    packages=$(missing_packages | tr '\n' ' ')
    packages=${packages% }
    [ -n "$packages" ] || return 0
    if [ "$(id -u)" = 0 ] && has apt-get; then
        say "installing $packages"
        # shellcheck disable=SC2086  # a list of words
        apt_install $packages && return 0
    fi
    if ! has apt-get; then
        say "missing, by their Debian names: $packages; please install them with this system's package manager"
    elif [ "$(id -u)" = 0 ]; then
        say "please type: apt-get install $packages"
    elif has sudo; then
        say "some packages are missing, please type: sudo apt-get install $packages"
    else
        say "some packages are missing, please type: su -c 'apt-get install $packages'"
    fi
}

apt_install() {
    set -- --quiet --assume-yes --no-install-recommends -o DPkg::Lock::Timeout=300 install "$@"
    if ! log=$(export DEBIAN_FRONTEND=noninteractive && exec 2>&1 </dev/null &&
        { apt-get --quiet update || true; } && apt-get "$@"); then
        printf '%s\n' "$log" >&2
        return 1
    fi
}

missing_packages() {
    [ "$(uname -s)" = Linux ] || return 0
    venv_works || missing_python
    missing_libraries
    missing_fonts
    if [ "$what" = test ]; then
        has Xvfb || echo xvfb
        has xauth || echo xauth
        has xdotool || echo xdotool
        has pdftoppm || echo poppler-utils
    fi
}

missing_python() {
    if ! has python3; then
        printf '%s\n' python3 python3-venv
    elif ! find_python >/dev/null && is_recent python3; then
        echo python3-venv
    fi
}

missing_libraries() {
    known=$(PATH=$PATH:/usr/sbin:/sbin ldconfig -p 2>/dev/null) || return 0 # a system without this list
    echo "$libraries" | while read -r library package; do
        case $known in
            *"$library "*) ;;
            *) echo "$package" ;;
        esac
    done
}

missing_fonts() {
    if ! has fc-list; then
        printf '%s\n' fontconfig fonts-dejavu-core fonts-wqy-microhei
        return
    fi
    [ -n "$(fc-list)" ] || echo fonts-dejavu-core
    [ -n "$(fc-list :lang=zh)" ] || echo fonts-wqy-microhei
}

# --- Python and its packages ---

is_recent() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

find_python() {
    for candidate in ${PYTHON:+"$PYTHON"} python3 python3.14 python3.13 python3.12 python3.11; do
        if is_recent "$candidate" && "$candidate" -c 'import ensurepip, venv' 2>/dev/null; then
            echo "$candidate"
            return
        fi
    done
    return 1
}

# An installation that was cut short leaves the file `unfinished`; one that was completed is written down in
# `installed` with what it was made from, so that a moved checkout or a changed pyproject.toml is noticed.
venv_works() {
    [ ! -e "$venv/unfinished" ] && "$venv/bin/python" -c 'import pip' 2>/dev/null
}

is_installed() {
    venv_works && grep -qxF "$what $made_from" "$venv/installed" 2>/dev/null
}

provide_venv() {
    made_from="$(cksum <"$root/pyproject.toml") $root"
    is_installed && return
    exec 9>"$root/.venv.lock" # two first runs at once: the second waits and finds all done
    if has flock; then flock 9; fi
    is_installed || install_venv
    exec 9>&-
}

install_venv() {
    if ! venv_works; then
        if ! python=$(find_python); then
            case " $packages " in *' python3-venv '*) exit 1 ;; esac # said already
            say "no Python 3.11 or newer that can make a virtual environment; PYTHON=/path/to/python3 names one"
            exit 1
        fi
        say "making $venv"
        rm -rf "$venv"
        mkdir "$venv"
        : >"$venv/unfinished"
        "$python" -m venv "$venv" || exit 1
    fi
    say 'installing Python packages'
    : >"$venv/unfinished"
    case $what in run) extras= ;; test) extras='[dev]' ;; esac
    if ! (cd -- "$root" && "$venv/bin/python" -m pip install --quiet --disable-pip-version-check \
        --editable ".$extras") >&2; then
        say 'Python packages could not be installed; the reason is above'
        exit 1
    fi
    printf '%s\n' "run $made_from" "$what $made_from" >"$venv/installed"
    rm "$venv/unfinished"
}

main "$@"
