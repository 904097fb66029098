"""In every language no text is cut off at 1280 × 720, and each of its characters has a glyph."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image as PILImage
from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QComboBox, QScrollArea, QWidget

from convviz import assets, i18n
from convviz.core.errors import ImageError, SpecError
from convviz.i18n import msg
from convviz.labs import LABS
from convviz.labs.vocabulary import FORMULAS, TERMS
from convviz.paint.fonts import mono, sans
from convviz.scene.lesson_file import built_in
from convviz.views.inspector import EXPLAIN
from tests import fits, texts
from tests.program.boxes import boxes
from tests.program.conftest import CODES, Person
from tests.program.test_everywhere import windows as windows_of

pytestmark = pytest.mark.usefixtures("at_once")
SYMBOLS = "⌊⌋⌈⌉ₕᵥ½∂Σᵀ✓✗↗↑↓←→·×−≤≥≠∞⟂…“”"
"""What formulas, labs and keys write beside words."""
NO_FONT = (
    "No font of this machine draws {characters}. The program is tested in Chinese too: "
    "install a Chinese font, such as the package fonts-wqy-microhei."
)


def settle(person: Person) -> None:
    """Lets the window come to rest: stories, layouts, what is worked out a moment later."""
    person.rest()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)


def unfit(person: Person, window: QWidget) -> set[str]:
    """What of a window does not fit once its layouts have come to rest, which takes them some rounds."""
    for _ in range(5):
        settle(person)
        found = set(fits.complaints(window))
        if not found:
            break
        person.qtbot.wait(20)
    return found


def windows() -> list[QWidget]:
    return [window for window in QApplication.topLevelWidgets() if window.isVisible() and window.isWindow()]


def scrolled(tab: QWidget) -> int:
    """How many pixels of what is in a scroll area have no room in it."""
    area = tab.parentWidget().parentWidget()
    assert isinstance(area, QScrollArea)
    return area.verticalScrollBar().maximum()


def test_every_lab_fits(speaker: Person) -> None:
    found: set[str] = set()
    speaker.program.commands.open_sample("coffee")  # its rows and columns each have a line of their own
    settle(speaker)
    for n, lab in enumerate(LABS):
        speaker.window.toolbar.operation.activated.emit(n)
        settle(speaker)
        needed = speaker.window.whole.minimumSizeHint().height()
        room = speaker.window.centralWidget().height()
        if needed > room:
            found.add(f"{lab.title}: the window needs {needed} pixels and has {room}")
        speaker.program.player.go(speaker.story.timeline.steps // 2 + 0.6)
        for tab, button in enumerate(speaker.desk.inspector.buttons.buttons):
            if not button.isHidden():
                speaker.desk.inspector.show_tab(tab)
                found |= {f"{lab.title}: {words}" for words in unfit(speaker, speaker.window)}
                if tab == EXPLAIN and (more := scrolled(speaker.desk.inspector.explain)):
                    found.add(f"{lab.title}: {more} pixels of the explanation are out of sight")
    speaker.window.actions_by_id["whole-view"].trigger()
    found |= unfit(speaker, speaker.window)
    assert sorted(found) == []


def test_all_essentials_of_a_convolution_are_seen_without_scrolling(speaker: Person) -> None:
    """From the kernel's size to what is shown of the output."""
    speaker.program.commands.open_sample("coffee")
    settle(speaker)
    panel = speaker.desk.parameters
    last, seen = panel.output.show_as, panel.area.viewport()
    assert last.isVisible()
    assert last.mapTo(seen, QPoint(0, last.height())).y() <= seen.height()


def test_every_window_fits(speaker: Person) -> None:
    found: dict[str, set[str]] = {}
    for name, window in windows_of(speaker):
        found[name] = {words for shown in windows() for words in fits.complaints(shown)}
        assert name == "present" or window.width() <= 1280, name
    assert {name: words for name, words in found.items() if words} == {}


@pytest.mark.parametrize("scale", [75, 250])
def test_so_it_does_in_another_size(speaker: Person, scale: int) -> None:
    """Text that is larger has room in its widget, however much of the window has to be scrolled to."""
    speaker.program.preferences.set(scale=scale)
    stage = speaker.window.stage
    speaker.qtbot.waitUntil(lambda: speaker.window.stage is not stage)
    settle(speaker)
    found = {"main": {words for words in fits.complaints(speaker.window) if "pixels" in words}}
    for name, _ in windows_of(speaker):
        shown = [window for window in windows() if window is not speaker.window] or windows()
        found[name] = {words for window in shown for words in fits.complaints(window) if "pixels" in words}
    speaker.program.preferences.set(scale=100)
    stage = speaker.window.stage
    speaker.qtbot.waitUntil(lambda: speaker.window.stage is not stage)
    assert {name: words for name, words in found.items() if words} == {}


def test_what_comes_and_goes_fits(speaker: Person) -> None:
    """The hints of the tour, the box behind the playback bar, notices, the names of the kernels."""
    found: dict[str, set[str]] = {"kernels": set(fits.cut_in_gallery(speaker.desk.gallery))}
    for hint in range(5):
        speaker.program.help.show_tour(hint)
        found[f"hint {hint}"] = unfit(speaker, speaker.program.help.sheet)
    speaker.program.help.sheet.reject()
    speaker.desk.transport.open_box()
    speaker.desk.transport.extras.judged.emit(SpecError("cell_text", text="1; 2; 3").message)
    found["box"] = unfit(speaker, speaker.desk.transport.box)
    speaker.desk.transport.box.hide()
    path = "/home/someone/" + "a/" * 40 + "b.png"
    long = ImageError("save_failed", path=path, reason=msg("Permission denied"))
    speaker.window.say(long.message)
    found["notice"] = unfit(speaker, speaker.window.notice)
    assert {name: words for name, words in found.items() if words} == {}


def test_the_sizes_of_every_layer_fit(speaker: Person) -> None:
    speaker.window.actions_by_id["sizes"].trigger()
    speaker.qtbot.wait(200)
    (window,) = (window for window in windows() if window is not speaker.window)
    kinds = next(box for box in window.findChildren(QComboBox) if box.count() > 4 and box.isVisible())
    found: set[str] = set()
    for n in range(kinds.count()):
        kinds.setCurrentIndex(n)
        kinds.activated.emit(n)
        found |= {f"{kinds.itemText(n)}: {words}" for words in unfit(speaker, window)}
    window.close()
    assert sorted(found) == []


def test_the_first_pages_of_a_lesson_fit(speaker: Person) -> None:
    """With all that is around them; what the other pages say is read in test_lessons_played.py."""
    found: set[str] = set()
    for entry in built_in()[::5]:
        speaker.window.chosen.emit("lessons", str(entry.path))
        for n, page in enumerate(entry.load().pages[:3]):
            speaker.rest()
            assert speaker.desk.lessons.panel.title.text() == page.title.own(i18n.language())
            found |= {f"{entry.id} {n + 1}: {words}" for words in unfit(speaker, speaker.window)}
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


def test_the_boxes_that_ask_something_fit(speaker: Person) -> None:
    found: dict[str, set[str]] = {}
    for name, box in boxes(speaker.window):
        speaker.qtbot.wait(30)
        found[name] = set(fits.complaints(box))
        assert box.width() <= 1280, name
    assert len(found) == 5
    assert {name: words for name, words in found.items() if words} == {}


@pytest.mark.parametrize("code", CODES)
def test_every_character_has_a_glyph(qapp: QApplication, code: str) -> None:
    words = [*i18n.translations(assets.path("i18n") / code / i18n.TEXTS).values()] if code != "en" else []
    words += [own for entry in built_in() for own in texts.written(entry.load(), code)]
    words += [*texts.said(), *texts.tabled()] if code == "en" else []
    words += [*(row.text for row in FORMULAS), *(term.zh for term in TERMS), SYMBOLS]
    assert len(words) > 1000
    missing = fits.glyphless(
        words, (qapp.font(), sans(12), sans(12, bold=True), mono(12), mono(12, bold=True))
    )
    assert not missing, NO_FONT.format(characters="".join(sorted(missing)))


def test_a_picture_that_is_not_square_needs_no_scrolling(person: Person, tmp_path: Path) -> None:
    """Its output size is worked out along both axes, in so many digits that each takes two lines."""
    PILImage.new("L", (1000, 872), 9).save(tmp_path / "wide.png")
    person.open(tmp_path / "wide.png")
    person.qtbot.wait(50)
    assert person.window.centralWidget().verticalScrollBar().maximum() == 0
