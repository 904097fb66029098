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
from convviz.state.workspace import Workspace
from tests.program.conftest import WAIT

ROOT = Path(__file__).parents[2]
BUSY = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from convviz.app import Program
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


def killed(folder: Path, after: int) -> None:
    """Runs the program, which keeps changing things, and kills it after it has kept them some times."""
    words = [sys.executable, "-c", BUSY, str(folder)]
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
