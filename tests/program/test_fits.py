"""In every language no text is cut off at 1280 × 720, and each of its characters has a glyph."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from convviz import assets, i18n
from convviz.labs import LABS
from convviz.paint.fonts import mono, sans
from convviz.scene.lesson_file import built_in
from convviz.views.dialogs import CanvasDialog
from convviz.views.language import speak
from tests import fits, texts
from tests.program.conftest import Person

CODES = i18n.languages(assets.path("i18n"))
WINDOWS = ("sizes", "export", "keys", "about", "vocabulary", "tour", "my-lesson", "start-page", "speaker")
"""Entries of the menus that open something to read."""
NO_FONT = (
    "No font of this machine draws {characters}. The program is tested in Chinese too: "
    "install a Chinese font, such as the package fonts-wqy-microhei."
)


@pytest.fixture(params=CODES)
def speaker(request: pytest.FixtureRequest, start: Callable[..., Person]) -> Iterator[Person]:
    """Someone at a window of 1280 × 720 in one of the languages."""
    person = start()
    code, stage = request.param, person.window.stage
    if code != i18n.language():
        person.window.chosen.emit("language", code)
        person.qtbot.waitUntil(lambda: person.window.stage is not stage)
        person.settle()
    assert i18n.language() == code
    yield person
    speak(QApplication.instance(), i18n.ENGLISH)


def settle(person: Person) -> None:
    """Lets the window come to rest: stories, layouts, what is worked out a moment later."""
    person.settle()
    person.qtbot.wait(80)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)


def windows() -> list[QWidget]:
    return [window for window in QApplication.topLevelWidgets() if window.isVisible() and window.isWindow()]


def test_every_lab_fits(speaker: Person) -> None:
    found: set[str] = set()
    for n, lab in enumerate(LABS):
        speaker.window.toolbar.operation.activated.emit(n)
        settle(speaker)
        speaker.program.player.go(speaker.story.timeline.steps // 2 + 0.6)
        for tab, button in enumerate(speaker.desk.inspector.buttons.buttons):
            if not button.isHidden():
                speaker.desk.inspector.show_tab(tab)
                settle(speaker)
                found |= {f"{lab.title}: {words}" for words in fits.complaints(speaker.window)}
    speaker.window.actions_by_id["whole-view"].trigger()
    settle(speaker)
    found |= set(fits.complaints(speaker.window))
    assert sorted(found) == []


@pytest.mark.parametrize("name", WINDOWS)
def test_every_window_fits(speaker: Person, name: str) -> None:
    speaker.window.actions_by_id[name].trigger()
    speaker.qtbot.wait(300)
    shown = windows()
    assert sorted({words for window in shown for words in fits.complaints(window)}) == []
    for window in shown:
        assert window.width() <= 1280, window.windowTitle()
        if window is not speaker.window:
            window.close()


def test_the_sizes_of_every_layer_fit(speaker: Person) -> None:
    speaker.window.actions_by_id["sizes"].trigger()
    speaker.qtbot.wait(200)
    (window,) = (window for window in windows() if window is not speaker.window)
    kinds = next(box for box in window.findChildren(QComboBox) if box.count() > 4 and box.isVisible())
    found: set[str] = set()
    for n in range(kinds.count()):
        kinds.setCurrentIndex(n)
        kinds.activated.emit(n)
        speaker.qtbot.wait(60)
        found |= {f"{kinds.itemText(n)}: {words}" for words in fits.complaints(window)}
    window.close()
    assert sorted(found) == []


def test_the_first_pages_of_a_lesson_fit(speaker: Person) -> None:
    """With all that is around them; what the other pages say is read in test_lessons_played.py."""
    found: set[str] = set()
    for entry in built_in()[::5]:
        speaker.window.chosen.emit("lessons", str(entry.path))
        for n, page in enumerate(entry.load().pages[:3]):
            settle(speaker)
            assert speaker.desk.lessons.panel.title.text() == page.title.own(i18n.language())
            found |= {f"{entry.id} {n + 1}: {words}" for words in fits.complaints(speaker.window)}
            speaker.window.actions_by_id["next-page"].trigger()
    assert sorted(found) == []


def test_the_menus_fit(speaker: Person) -> None:
    bar = speaker.window.menuBar()
    actions: list[QAction] = bar.actions()
    assert bar.actionGeometry(actions[-1]).right() < bar.width()
    for action in actions:
        menu = action.menu()
        assert menu.sizeHint().width() <= 1280
        assert menu.sizeHint().height() <= 720


def test_a_new_canvas_fits(speaker: Person) -> None:
    dialog = CanvasDialog()
    speaker.qtbot.addWidget(dialog)
    dialog.show()
    assert list(fits.complaints(dialog)) == []


@pytest.mark.parametrize("code", CODES)
def test_every_character_has_a_glyph(qapp: QApplication, code: str) -> None:
    words = [*i18n.translations(assets.path("i18n") / code / i18n.TEXTS).values()] if code != "en" else []
    words += [own for entry in built_in() for own in texts.written(entry.load(), code)]
    words += [*texts.said(), *texts.tabled()] if code == "en" else []
    assert len(words) > 1000
    missing = fits.glyphless(
        words, (qapp.font(), sans(12), sans(12, bold=True), mono(12), mono(12, bold=True))
    )
    assert not missing, NO_FONT.format(characters="".join(sorted(missing)))
