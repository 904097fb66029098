"""Uses the installed program: check.sh starts this with the Python it was installed for.

Each function below whose name starts with check_ is one thing a person does; they run in this order.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np

CONVVIZ = Path(sys.executable).with_name("convviz")
PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".tif")


def check_installed_package_is_used() -> None:
    import convviz

    where = Path(convviz.__file__)
    assert where.is_relative_to(sys.prefix), f"convviz comes from {where}"


def check_both_names_start_it() -> None:
    by_name = said([CONVVIZ, "--help"])
    by_module = said([sys.executable, "-m", "convviz", "--help"])
    assert "apply" in by_name
    assert "kernels" in by_name
    assert by_name == by_module


def check_kernels_are_listed() -> None:
    names = json.dumps(json.loads(said([CONVVIZ, "kernels", "--json"])))
    for name in ("identity", "sobel-x", "gaussian-5x5"):
        assert name in said([CONVVIZ, "kernels"]), f"{name} is not in the list"
        assert f'"{name}"' in names, f"{name} is not in the JSON"


def check_sample_picture_is_filtered() -> None:
    from convviz import assets

    samples = assets.path("images")
    assert samples.is_relative_to(sys.prefix), f"the sample pictures come from {samples}"
    pictures = sorted(path for path in samples.iterdir() if path.suffix in PICTURES)
    assert pictures, "the wheel holds no sample pictures"
    said([CONVVIZ, "apply", pictures[0], "-k", "sobel-x", "-o", "edges.npy"])
    said([CONVVIZ, "apply", pictures[0], "-k", "gaussian-5x5", "-o", "soft.png"])
    edges = np.load("edges.npy")
    assert edges.dtype == np.float32
    assert edges.min() < 0 < edges.max(), "an edge filter finds edges of both signs"
    assert Path("soft.png").stat().st_size > 0


def check_window_opens() -> None:
    code = """
from PySide6.QtWidgets import QApplication
from convviz.app import Program
app = QApplication([])
program = Program(app)
program.start()
while program.session.agreement is None:
    app.processEvents()
assert program.session.agreement.agrees
assert program.window.grab().width() >= 800  # as wide as the screen that is not there
program.window.close()
print("seen")
"""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(Path.cwd())}
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    assert "seen" in done.stdout


def check_mistake_is_told_in_one_line() -> None:
    command = [CONVVIZ, "apply", "no.png", "-k", "sobel-x", "-o", "o.png"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1, done.stderr


def said(command: list[str | Path]) -> str:
    """What a command prints when it succeeds."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command} ended with {done.returncode}:\n{done.stderr}"
    assert done.stderr == "", f"{command} complained:\n{done.stderr}"
    return done.stdout


if __name__ == "__main__":
    for name, check in list(globals().items()):
        if name.startswith("check_"):
            check()
            print(f"wheel: {name.removeprefix('check_').replace('_', ' ')}")
