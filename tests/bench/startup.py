"""How long programs take to begin: whole processes, by turns with what they could not do without."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import numpy as np
from PIL import Image

from tests.bench.cases import Case, Peer, Row, Trial, Work

AREA = "start-up"

FIRST_PAINT = """
import os, sys
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            os._exit(0)
        return False
"""
EMPTY = (
    FIRST_PAINT
    + """
import numpy, cv2
from PySide6.QtWidgets import QMainWindow
app = QApplication([])
window, watch = QMainWindow(), Watch()
window.installEventFilter(watch)
window.resize(1600, 1000)
window.show()
app.exec()
"""
)
OURS = (
    FIRST_PAINT
    + """
from convviz.app import Program
app = QApplication([])
program, watch = Program(app), Watch()
program.window.stage_card.installEventFilter(watch)
program.start()
app.exec()
"""
)
COMMAND = (
    FIRST_PAINT
    + """
from runpy import run_module
from convviz.views.main_window import MainWindow

watch = Watch()
shown = MainWindow.show

def show(window):
    window.stage_card.installEventFilter(watch)
    shown(window)

MainWindow.show = show
sys.argv = ["convviz"]
run_module("convviz", run_name="__main__", alter_sys=True)
"""
)
"""`python -m convviz` as it is typed, but for the eye on its window."""
IMPORTED = """
import sys
from convviz.cli import main
try:
    main(["--help"])
except SystemExit:
    pass
print(sum(name in sys.modules for name in ("PySide6", "cv2")), file=sys.stderr)
"""


def cases() -> Iterator[Case | Trial]:
    """All of this part."""
    paint = Peer("an empty window, numpy, cv2", lambda: _python("-c", EMPTY))
    yield Case(AREA, "first painted window, Program", lambda: _python("-c", OURS), (paint,), 1.3)
    yield Case(AREA, "first painted window, convviz", lambda: _python("-c", COMMAND), (paint,), 1.3)
    bare = Peer("import numpy, cv2", lambda: _python("-c", "import numpy, cv2"))
    yield Case(AREA, "convviz apply, 64 × 64", _applied, (bare,), 1.25)
    yield Trial(AREA, "convviz --help", _helped, quick=True)


def _environment() -> dict[str, str]:
    """As at the second start on a user's machine: Python has kept what it compiled at the first."""
    home = Path(tempfile.gettempdir()) / "convviz-bench"
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CONFIG_HOME": str(home),
        "PYTHONPYCACHEPREFIX": str(home / "compiled"),
    }


def _python(*words: str) -> Callable[[], object]:
    environment = _environment()

    def work() -> object:
        return subprocess.run([sys.executable, *words], env=environment, capture_output=True, check=True)

    return work


def _applied() -> Work:
    folder = Path(tempfile.gettempdir()) / "convviz-bench"
    folder.mkdir(exist_ok=True)
    picture = folder / "small.png"
    Image.fromarray(np.random.default_rng(0).integers(0, 256, (64, 64), np.uint8)).save(picture)
    words = ("apply", str(picture), "-k", "sobel-x", "-o", str(folder / "out.png"))
    return _python("-m", "convviz", *words)


def _helped(runs: int) -> Iterable[Row]:
    done = subprocess.run([sys.executable, "-c", IMPORTED], capture_output=True, text=True, check=True)
    loaded = int(done.stderr.split()[-1])
    yield Row(AREA, "convviz --help imports of Qt and cv2", "none", loaded, 0, 2.0 if loaded else 0.0, 1.0)
