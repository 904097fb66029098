from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from convviz import assets, i18n
from convviz.i18n import tr
from tests.program.conftest import Person

GREEK = "el"


@pytest.fixture
def greek(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A language of capitals: a text that does not go through its file is seen."""
    folder = tmp_path / "i18n"
    (folder / GREEK).mkdir(parents=True)
    (folder / GREEK / i18n.TEXTS).write_text(
        "<TS><context>"
        "<message><source>English</source><translation>Ελληνικά</translation></message>"
        "<message><source>Parameters</source><translation>Παράμετροι</translation></message>"
        "<message><source>Lan&amp;guage</source><translation>Γλ&amp;ώσσα</translation></message>"
        "</context></TS>",
        encoding="utf-8",
    )
    path = assets.path
    monkeypatch.setattr(assets, "path", lambda *parts: folder if parts == ("i18n",) else path(*parts))
    yield
    i18n.use(str)


def titles(person: Person) -> list[str]:
    return [action.text() for action in person.window.findChildren(type(person.window.actions_by_id["undo"]))]


def test_another_language_is_spoken_at_once_and_nothing_else_changes(greek: None, person: Person) -> None:
    person.settle()
    person.program.player.go(11)
    person.program.desk.inspector.show_tab(2)
    scene, story = person.scene, person.story
    stage = person.grab()
    person.program.window.chosen.emit("language", GREEK)
    person.qtbot.waitUntil(
        lambda: tr("Parameters") == "Παράμετροι" and person.window.stage is not person.stage
    )
    person.settle()
    assert person.program.desk.parameters.isVisible()
    assert "Γλ&ώσσα" in titles(person)
    assert (person.scene, person.story, person.cell()) == (scene, story, story.cell(11)[1:])
    assert person.program.desk.inspector.tab == 2
    assert person.window.stage.isVisible()
    assert person.grab(person.window.stage) == stage


def test_what_was_in_the_window_before_is_gone(greek: None, person: Person) -> None:
    person.settle()
    gone: list[str] = []
    for widget in (person.stage, person.program.desk.gallery, person.program.desk.whole):
        widget.destroyed.connect(lambda *_: gone.append("gone"))
    person.program.window.chosen.emit("language", GREEK)
    person.qtbot.waitUntil(lambda: len(gone) == 3)
    person.settle()
    QApplication.processEvents()
    person.program.commands.pick_kernel("sharpen")
    person.settle()
    assert not person.notice
