"""A page of a lesson dragged to another place with a real mouse: the offscreen platform drags nothing."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from tests.test_real_window import Screen, pytestmark, screen

__all__ = ["pytestmark", "screen"]
ROOT = Path(__file__).parents[1]
EDITOR = """
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QApplication
from convviz.scene.scene import Scene
from convviz.state.my_lesson import MyLesson
from convviz.views.lesson_editor import LessonEditor

app = QApplication([])
mine, editor = MyLesson(), LessonEditor()
for _ in range(3):
    mine.add(Scene(), 0.0, "step")
editor.order_requested.connect(mine.reorder)
mine.changed.connect(lambda: print([page.title.en for page in mine.pages], flush=True))
editor.show_lesson(mine, 0)
editor.move(0, 0)
editor.show()

def tell():
    boxes = [editor.list.visualItemRect(editor.list.item(n)) for n in (0, 2)]
    places = (boxes[0].center(), boxes[1].center() + QPoint(0, boxes[1].height() // 2 - 2))
    print(*(n for place in places for n in editor.list.viewport().mapToGlobal(place).toTuple()), flush=True)

QTimer.singleShot(500, tell)
QTimer.singleShot(30_000, app.quit)
app.exec()
"""


def test_a_page_is_dragged_below_the_last(screen: Screen) -> None:
    env = {**os.environ, "DISPLAY": screen.name, "QT_QPA_PLATFORM": "xcb"}
    words = [sys.executable, "-c", EDITOR]
    with subprocess.Popen(words, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True) as running:
        try:
            assert running.stdout is not None
            x, y, to_x, to_y = map(int, running.stdout.readline().split())
            screen.tool("mousemove", str(x), str(y), "mousedown", "1")
            for n in range(1, 6):
                time.sleep(0.1)
                screen.tool("mousemove", str(x + (to_x - x) * n // 5), str(y + (to_y - y) * n // 5))
            time.sleep(0.3)
            screen.tool("mouseup", "1")
            assert running.stdout.readline() == "['Page 2', 'Page 3', 'Page 1']\n"
        finally:
            running.kill()
