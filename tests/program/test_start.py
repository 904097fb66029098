from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROBE = """
import os, sys
from PySide6.QtWidgets import QApplication
from convviz.views.main_window import MainWindow
def say():
    print("loaded:", *(name for name in LATE if name in sys.modules))
    sys.stdout.flush()
    os._exit(0)
shown = MainWindow.show
def show(window):
    window.painted.connect(say)
    shown(window)
MainWindow.show = show
"""
PROGRAM = """
from convviz.app import Program
app = QApplication([])
program = Program(app)
program.start()
app.exec()
"""
COMMAND = """
from runpy import run_module
sys.argv = ["convviz"]
run_module("convviz", run_name="__main__", alter_sys=True)
"""
LATE = (
    "numpy",
    "cv2",
    "pyqtgraph",
    "PIL",
    "convviz.scene.scene",
    "convviz.labs",
    "convviz.core.images",
    "convviz.core.thumbnails",
    "convviz.state.settings",
    "convviz.state.session",
    "convviz.views.desk",
    "convviz.views.gallery",
    "convviz.views.whole_image",
)


@pytest.mark.parametrize(
    ("begin", "late"), [(PROGRAM, (*LATE, "convviz.core")), (COMMAND, LATE)], ids=["program", "command"]
)
def test_the_first_paint_waits_for_nothing_that_it_does_not_show(
    begin: str, late: tuple[str, ...], tmp_path: Path
) -> None:
    """What is imported before the window is first painted is what it takes to paint an empty one."""
    root = Path(__file__).parents[2]
    run = subprocess.run(
        [sys.executable, "-c", f"LATE = {late}\n{PROBE}{begin}"],
        capture_output=True,
        text=True,
        cwd=root,
        env={**os.environ, "XDG_CONFIG_HOME": str(tmp_path)},
        timeout=60,
        check=True,
    )
    assert run.stdout.split() == ["loaded:"]
