from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PROBE = """
import os, sys
from PySide6.QtWidgets import QApplication
from convviz.app import Program
app = QApplication([])
program = Program(app)
def say():
    late = ("numpy", "cv2", "pyqtgraph", "PIL", "convviz.scene.scene", "convviz.core", "convviz.labs")
    print("loaded:", *(name for name in late if name in sys.modules))
    sys.stdout.flush()
    os._exit(0)
program.window.painted.connect(say)
program.start()
app.exec()
"""


def test_the_first_paint_waits_for_no_numbers() -> None:
    """What is imported before the window is first painted is what it takes to paint an empty one."""
    root = Path(__file__).parents[2]
    run = subprocess.run(
        [sys.executable, "-c", PROBE], capture_output=True, text=True, cwd=root, timeout=60, check=True
    )
    assert run.stdout.split() == ["loaded:"]
