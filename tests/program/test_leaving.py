"""A program that was closed lets go of everything, so that another can be started in its place."""

from __future__ import annotations

import gc
import weakref

from PySide6.QtWidgets import QApplication

from convviz.app import Program
from convviz.state.settings import SettingsFile


def _run(qapp, qtbot, settings: SettingsFile) -> list[weakref.ref]:
    """Starts a program, uses it and leaves it. Returns: what it consisted of, if anything still holds it."""
    program = Program(qapp, None, settings)
    program.start()
    session = program.session
    qtbot.waitUntil(lambda: session.result is not None and program.jobs.idle(), timeout=15_000)
    program.desk.do("sizes")
    parts = (session, program.desk, program.store, program.preferences, program.window)
    held = [weakref.ref(each) for each in (*parts, session.result, session.story)]
    program.leave()
    return held


def test_a_closed_program_leaves_no_picture_and_no_widget(qapp, qtbot, tmp_path) -> None:
    before = set(QApplication.allWidgets())
    held = _run(qapp, qtbot, SettingsFile(tmp_path / "settings.json"))
    gc.collect()
    assert [ref() for ref in held if ref() is not None] == []
    assert set(QApplication.allWidgets()) <= before
