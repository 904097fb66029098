"""What holds in every window there is: no text bypasses its translation, and Tab shows where it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QMenu,
    QWidget,
)

from convviz import i18n
from convviz.core.stack_presets import STACKS
from convviz.figure.figure import Text
from convviz.i18n import plain, tr
from convviz.labs import LABS
from convviz.scene.lesson_file import built_in
from convviz.views.actions import MENUS, PRESENTING, keys_of
from convviz.views.language import speak
from convviz.views.tips import ACT, native
from tests import texts
from tests.program.conftest import Person
from tests.program.test_spoken import check

WINDOWS = (
    "sizes",
    "export",
    "keys",
    "about",
    "vocabulary",
    "tour",
    "my-lesson",
    "start-page",
    "speaker",
    "present",
)
OPEN, CLOSE = "⟦", "⟧"
ALLOWED = {*texts.NAMES.split(), "ConvViz", "English", "png", "jpg", "svg", "pdf", "gif", "luma"} | {
    *("Ctrl", "Shift", "Alt", "Space", "Home", "End", "Return", "Enter", "Esc", "Ins", "Del", "Tab"),
    *("PgUp", "PgDown", "filter", "conv", "conv2d", "pool", "nn", "functional", "KB", "MB", "GB"),
}
"""Words that are the same in every language: names, keys, endings."""


TITLES = {entry.load().title.en for entry in built_in()}
SOURCES = {stack.source for stack in STACKS.values()} | {stack.title for stack in STACKS.values()}
"""What stays as it is: titles of lessons, which have their own Chinese, and citations."""


def marked(text: str) -> str:
    """A language in which every text is in brackets: one that is not has bypassed its translation."""
    if text == i18n.LARGE:  # a table of powers of ten and their words
        return re.sub(r"[a-z]+", rf"{OPEN}\g<0>{CLOSE}", text)
    return f"{OPEN}{text}{CLOSE}" if texts.is_language(text) else text


def bare(text: str) -> list[str]:
    """The words of a text that are in no brackets."""
    for own in (*TITLES, *SOURCES):
        text = text.replace(own, "")
    depth, outside = 0, []
    for character in re.sub(r"<[^>]*>|&(?=\w)", "", text):
        depth += (character == OPEN) - (character == CLOSE)
        outside.append(character if not depth else " ")
    words = re.findall(r"[A-Za-z]{2,}", "".join(outside))
    return [word for word in words if word not in ALLOWED]


@pytest.fixture
def marking(person: Person) -> Iterator[Person]:
    """The program in a language of brackets."""
    i18n.use(marked)
    person.desk.rebuild()
    person.settle()
    yield person
    i18n.use(str)


def shown() -> list[QWidget]:
    return [window for window in QApplication.topLevelWidgets() if window.isVisible() and window.isWindow()]


def said(widget: QWidget) -> Iterator[str]:
    """All that a widget says."""
    yield from (widget.windowTitle() if widget.isWindow() else "", widget.toolTip())
    yield from (widget.accessibleName(), widget.accessibleDescription())
    if isinstance(widget, QLabel | QAbstractButton) and not isinstance(widget.parent(), QDialogButtonBox):
        yield widget.text()
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(n) for n in range(widget.count()))
    elif isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QMenu):
        yield from (action.text() for action in widget.actions())


def bypassing(person: Person) -> set[str]:
    """What is said anywhere at the moment without having been translated."""
    widgets = [w for window in shown() for w in (window, *window.findChildren(QWidget)) if w.isVisible()]
    widgets += [person.window.menu(name) for name, _, _ in MENUS]
    found = {text for widget in widgets for text in said(widget) if bare(text)}
    stage = person.window.stage
    if stage.figure is not None:
        found |= {
            tr(item.text) for item in stage.figure.items if isinstance(item, Text) and bare(tr(item.text))
        }
        found |= {sentence for sentence in (stage.spoken_value(),) if bare(sentence)}
    return found


def test_no_text_of_a_lab_bypasses_its_translation(marking: Person) -> None:
    found: dict[str, set[str]] = {}
    for n, lab in enumerate(LABS):
        marking.program.commands.choose_operation(n)
        marking.settle()
        marking.program.player.go(marking.story.timeline.steps // 2 + 0.6)
        found[lab.title] = bypassing(marking)
    assert {title: texts for title, texts in found.items() if texts} == {}


def test_no_text_of_a_window_bypasses_its_translation(marking: Person) -> None:
    found: dict[str, set[str]] = {}
    for name in (*WINDOWS, "present"):
        marking.desk.do(name)
        marking.qtbot.wait(60)
        found[name] = bypassing(marking)
        for window in shown():
            if window is not marking.window:
                window.close()
        marking.key(Qt.Key.Key_Escape)
    assert {name: texts for name, texts in found.items() if texts} == {}


def windows(person: Person) -> Iterator[tuple[str, QWidget]]:
    """Each window and sheet, open in turn."""
    for name in (*WINDOWS, "present"):
        before = set(shown())
        person.window.activateWindow()
        person.qtbot.waitUntil(person.window.isActiveWindow)
        person.desk.do(name)
        person.qtbot.wait(60)
        sheet = {"start-page": person.program.scenes.page}.get(name) or person.program.help.sheet
        yield name, next((window for window in shown() if window not in before), sheet or person.window)
        if name == "present":
            person.desk.presenting.leave()
        for window in shown():
            if window is not person.window:
                window.close()
        if person.program.scenes.page is not None:
            person.program.scenes.page.leave()
        if person.program.help.sheet is not None:
            person.program.help.sheet.reject()


def test_every_window_says_in_chinese_what_everything_in_it_is(person: Person) -> None:
    """Names and values are Chinese, beside what is a name in every language."""
    person.window.chosen.emit("language", "zh_CN")
    person.qtbot.waitUntil(lambda: i18n.language() == "zh_CN")
    person.settle()
    english: dict[str, set[str]] = {}
    try:
        for name, window in chain([("main", person.window)], windows(person)):
            found = check(window, least=0)
            texts = {text for one in found for text in (one.name, one.value) if one.kind != "QPlainTextEdit"}
            english[name] = {text for text in texts if bare(text) and not re.search("[\u4e00-\u9fff]", text)}
    finally:
        speak(QApplication.instance(), i18n.ENGLISH)
    assert {name: texts for name, texts in english.items() if texts} == {}


def test_tab_goes_round_every_window_and_shows_where_it_is(person: Person) -> None:
    unseen: dict[str, list[str]] = {}
    for name, window in windows(person):
        if name == "present":
            continue  # keys of a presentation are its own
        met: list[QWidget] = []
        for _ in range(60):
            focus = QApplication.focusWidget()
            if focus is None or focus in met:
                break
            met.append(focus)
            person.qtbot.keyClick(focus, Qt.Key.Key_Tab)
        assert met, name
        within = [widget for widget in met if widget is not window and window.isAncestorOf(widget)]
        unseen[name] = [repr(widget) for widget in within if not _sees_focus(widget)]
    assert {name: widgets for name, widgets in unseen.items() if widgets} == {}


def _sees_focus(widget: QWidget) -> bool:
    """Whether it, or what is around it, looks otherwise than without the keyboard."""
    window = widget.window()
    place = widget.mapTo(window, widget.rect().topLeft())
    around = widget.rect().translated(place).adjusted(-4, -4, 4, 4)
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    with_focus = (window.grab(around).toImage(), widget.grab().toImage())  # one may be scrolled away
    widget.clearFocus()
    without = (window.grab(around).toImage(), widget.grab().toImage())
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    return with_focus != without


NAMED_OTHERWISE = {"region-only": "Play: Region", "open": "Open image…"}
"""Entries of the menus whose button has another name, one example each."""


def test_every_control_that_has_a_key_names_it(person: Person) -> None:
    """Whatever does the work of an entry of the menus: it says so, or it has the entry's name."""
    person.desk.lessons.open(built_in()[0].path)
    person.settle()
    person.desk.do("speaker")
    own = {entry.id: entry for _, _, entries in MENUS for entry in entries if entry.shortcut}
    called = {plain(entry.text): name for name, entry in own.items()}
    acting: dict[str, set[str]] = {}
    for widget in (w for window in shown() for w in window.findChildren(QWidget)):
        act = widget.property(ACT)
        if act is None and isinstance(widget, QAbstractButton) and widget.window() is person.window:
            act = called.get(widget.accessibleName().removesuffix("…"))
        if act and keys_of(act):
            acting.setdefault(act, set()).add(widget.accessibleName())
            assert f"({native(keys_of(act)[0])})" in widget.toolTip(), widget.accessibleName()
    for act, name in NAMED_OTHERWISE.items():
        assert name in acting[act]
    assert {"play", "first", "last", "loop", "go", "search", "back", "forward", "watch", "reveal"} <= set(
        acting
    )
    speaker = person.desk.presenting.speaker
    for name, button in speaker.buttons.items():
        assert f"({native(keys_of(name, in_class=True)[0])})" in button.toolTip()
    assert {entry.id for entry in PRESENTING} - {"text"} <= set(speaker.buttons)
    speaker.close()
    assert all(QKeySequence(key).toString() for entry in own.values() for key in entry.shortcut.split("|"))
