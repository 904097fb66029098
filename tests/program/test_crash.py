"""The program is killed while it keeps the work: the next start has it, whole, and offers it back."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from convviz.scene.work import decode_work
from convviz.state.my_lesson import MyLesson
from convviz.state.workspace import Workspace
from tests.program.conftest import WAIT

ROOT = Path(__file__).parents[2]
BUSY = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from convviz.app import Program
from convviz.scene.lesson import Words
from convviz.state.settings import SettingsFile

app = QApplication([])
program = Program(app, None, SettingsFile(Path(sys.argv[1]) / "settings.json"))
program.autosave._timer.setInterval(0)
biases = iter(range(1, 10**6))

def change():
    program.commands.set_bias(float(next(biases)), "drag")
    program.player.seek(3.5)
    if program.workspace.folder.joinpath("work.convviz").exists():
        print("kept", flush=True)

timer = QTimer()
timer.timeout.connect(change)
program.session.story_changed.connect(lambda _: timer.isActive() or timer.start(1))
program.start()
app.exec()
"""

WRITING = """
mine, words = program.teaching.mine, iter(range(1, 10**6))
mine._soon.setInterval(0)

def change():
    if not mine.pages:
        program.desk.do("add-page")
    mine.edit(0, "text", text=Words("A word. " * (next(words) % 400 + 1)))
    if (program.preferences.folder / "my-lesson.lesson").exists():
        print("kept", flush=True)
"""
LESSON = BUSY[: BUSY.index("program.autosave")] + WRITING + BUSY[BUSY.index("\ntimer =") :]


def killed(folder: Path, after: int, busy: str = BUSY) -> None:
    """Runs the program, which keeps changing things, and kills it after it has kept them some times."""
    words = [sys.executable, "-c", busy, str(folder)]
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, env=os.environ.copy()) as program:
        assert program.stdout is not None
        for _ in range(after):
            assert program.stdout.readline() == b"kept\n"
        program.send_signal(signal.SIGKILL)
    assert program.returncode == -signal.SIGKILL


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
@pytest.mark.parametrize("after", [1, 7, 60])
def test_killed_work_is_whole_and_offered_back(start, tmp_path: Path, after: int) -> None:
    folder = tmp_path / "settings"
    killed(folder, after)
    kept = decode_work((folder / "work" / "1" / "work.convviz").read_bytes())
    (bias,) = kept.file.scene.layer.bias
    assert bias >= 1
    assert not kept.ended
    person = start()
    program = person.program
    assert person.scene.layer.bias == (0.0,), "it begins afresh, whatever it was that ended it"
    page = program.scenes.page
    assert page is not None
    tile = page.focusWidget()
    assert tile.accessibleName() == "Untitled"
    person.qtbot.keyClick(tile, "\r")
    person.qtbot.waitUntil(lambda: person.scene == kept.file.scene, timeout=WAIT)
    person.settle()
    assert program.player.t == kept.file.t
    assert program.workspace.lost() == []
    assert not list((folder / "work" / "1").glob(".*.part"))


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_killed_work_waits_until_it_is_discarded(start, tmp_path: Path) -> None:
    folder = tmp_path / "settings"
    killed(folder, 3)
    first = start()
    first.qtbot.keyClick(first.program.scenes.page, "\x1b")
    first.settle()
    first.window.close()
    second = start()
    assert second.program.scenes.page is None
    assert "unsaved work" in second.notice
    second.desk.do("start-page")
    page = second.program.scenes.page
    discard = next(b for b in page.findChildren(QPushButton) if b.text() == "Discard unsaved work")
    discard.click()
    page.leave()
    second.window.close()
    assert Workspace(folder / "work").lost() == []


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_lesson_of_ones_own_that_was_killed_while_it_was_kept_is_whole(tmp_path: Path) -> None:
    killed(tmp_path, 40, LESSON)
    mine = MyLesson(tmp_path / "my-lesson.lesson")
    assert len(mine.pages) == 1
    assert mine.pages[0].text.en.startswith("A word. ")
    assert not (tmp_path / "my-lesson-2.lesson").exists(), "it was damaged"
