#!/usr/bin/env bash
# Builds the wheel and uses it as a person would: in an environment of its own, far from the checkout.
#   bash tests/wheel/check.sh PYTHON
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
checkout=$(cd "$here/../.." && pwd)
python=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/dist" "$work/elsewhere"

(cd "$checkout" && "$python" -m hatchling build --target wheel --directory "$work/dist")
"$python" -m venv "$work/venv"
"$work/venv/bin/python" -m pip install --quiet --disable-pip-version-check "$work"/dist/convviz-*.whl

cd "$work/elsewhere"
export QT_QPA_PLATFORM=offscreen XDG_CONFIG_HOME=$work/config XDG_DATA_HOME=$work/data XDG_CACHE_HOME=$work/cache
"$work/venv/bin/python" -I "$here/check.py"
