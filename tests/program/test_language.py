from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QMessageBox,
    QTreeView,
)

from convviz import assets, i18n
from convviz.i18n import tr
from convviz.views.actions import Entry
from convviz.views.language import speak
from convviz.views.tips import shown_keys
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


MENU_KEYS = ("Right", "Shift+Left", "PgDown")


def test_keys_are_written_in_the_language_of_the_moment(qapp: QApplication) -> None:
    arrows, space = Entry("", "", "Ctrl+Up|Ctrl+Down|Ctrl+Left|Ctrl+Right"), Entry("", "", "Space")
    native = QKeySequence.SequenceFormat.NativeText
    try:
        for code, said in (("en", "Space"), ("zh_CN", "空格"), ("en", "Space")):
            speak(qapp, code)
            assert (shown_keys(arrows), shown_keys(space)) == ("Ctrl+↑ ↓ ← →", said)
            written = [QKeySequence(key).toString(native) for key in MENU_KEYS]
            if sys.platform != "darwin":  # which has signs for Shift and PgDown
                assert written == ["→", "Shift+←", "PgDown"], "as a menu writes them"
    finally:
        speak(qapp, i18n.ENGLISH)


@pytest.mark.parametrize(
    ("locale", "code"),
    [("zh_CN", "zh_CN"), ("zh_TW", "zh_CN"), ("en_GB", "en"), ("de_DE", "en"), ("C", "en")],
)
def test_at_the_first_start_the_language_is_the_systems(
    start: Callable[..., Person], monkeypatch: pytest.MonkeyPatch, locale: str, code: str
) -> None:
    monkeypatch.setattr(QLocale, "system", lambda: QLocale(locale))
    try:
        person = start()
        assert i18n.language() == code
        assert person.program.preferences.settings.language == "system"
        assert person.desk.parameters.isVisible()
    finally:
        speak(QApplication.instance(), i18n.ENGLISH)


def test_qts_own_dialogs_speak_it_too(qapp: QApplication) -> None:
    speak(qapp, "zh_CN")
    try:
        dialog = QFileDialog(None, "", str(assets.path("images")))
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        asked = QMessageBox(QMessageBox.Icon.Question, "", "", QMessageBox.StandardButton.Yes)
        texts = {label.text() for label in dialog.findChildren(QLabel)}
        for buttons in (box, *dialog.findChildren(QDialogButtonBox)):
            texts |= {button.text() for button in buttons.buttons()}
        texts |= {button.text() for button in asked.buttons()}
        columns = dialog.findChild(QTreeView).model()
        texts |= {columns.headerData(n, Qt.Orientation.Horizontal) for n in range(4)}
        english = {text for text in texts if re.search("[A-Za-z]{2}", text)}
        assert {"确定", "取消"} <= texts
        assert english == set()
    finally:
        speak(qapp, i18n.ENGLISH)
