"""The class's screen, by key and pointer."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from convviz.figure import lettering
from convviz.figure.figure import Grid, Text
from convviz.i18n import msg
from convviz.labs import lab_of
from convviz.labs.story import Source
from convviz.paint.cells import text_sizes
from convviz.paint.theme import load
from convviz.scene.scene import Region
from convviz.views.keys import listed_in_class
from convviz.views.keys_sheet import KeysSheet
from convviz.views.presenter import Presenter
from convviz.views.style import dress
from tests.labs.scenes import SMALL, scene, story

PLAIN, SHIFT, CONTROL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


@pytest.fixture
def presenter(qtbot: QtBot) -> Presenter:
    made = Presenter(load("light"))
    qtbot.addWidget(made)
    told = story(scene(), SMALL)
    made.stage.show_story(told, lab_of(told.scene), told.timeline.at(9.0))
    made.resize(1280, 720)
    made.show()
    return made


def written(presenter: Presenter) -> list[QWidget]:
    """What there is to read on it beside the stage."""
    return [
        widget
        for kind in (QLabel, QAbstractButton, QLineEdit)
        for widget in presenter.findChildren(kind)
        if widget.isVisible() and (widget.text() or isinstance(widget, QLineEdit))
    ]


@pytest.mark.parametrize(("size", "scale"), [((1920, 1080), 75), ((1280, 720), 100), ((1920, 1080), 250)])
def test_nothing_written_on_it_is_below_20_points(
    presenter: Presenter, qapp: QApplication, size: tuple[int, int], scale: int
) -> None:
    dress(qapp, load("light"), scale)
    presenter.resize(*size)
    presenter.say(msg("That is no number."))
    KeysSheet(presenter, listed_in_class()).lay()
    presenter.page.show()
    presenter.page.question.field.show()
    least = 20 / 72 * 96 * size[1] / 1080
    assert len(written(presenter)) > 5
    for widget in written(presenter):
        assert QFontInfo(widget.font()).pixelSize() >= least, widget


@pytest.mark.parametrize("size", [(1280, 720), (1600, 1000), (1920, 1080)])
def test_products_stand_below_their_factors(presenter: Presenter, size: tuple[int, int]) -> None:
    told = story(scene(region=Region(4, 4, 7, 7)), Source("grey", np.full((1, 20, 20), 155, np.uint8), 255.0))
    presenter.stage.show_story(told, lab_of(told.scene), told.timeline.at(9.9))
    presenter.resize(*size)
    assert presenter.stage.figure is not None
    products = next(item for item in presenter.stage.figure.items if getattr(item, "name", "") == "products")
    assert isinstance(products, Grid)
    assert products.over
    assert products.over[1][0] == "155×−2"
    with lettering.at_least(presenter.stage.figure.least):
        letters = text_sizes(products)[2] * presenter.stage.projection.scale
    assert letters >= 20 / 72 * 96 * min(size[0] / 1920, size[1] / 1080)


@pytest.mark.parametrize("size", [(1280, 720), (1600, 1000), (1920, 1080)])
def test_all_its_keys_are_seen_at_once(presenter: Presenter, qtbot: QtBot, size: tuple[int, int]) -> None:
    presenter.resize(*size)
    sheet = KeysSheet(presenter, listed_in_class())
    sheet.lay()
    qtbot.wait(20)
    area = sheet.first()
    assert isinstance(area, QScrollArea)
    assert area.verticalScrollBar().maximum() == area.horizontalScrollBar().maximum() == 0


def test_the_keys_have_the_room_they_need_when_the_screen_becomes_larger(
    presenter: Presenter, qtbot: QtBot
) -> None:
    sheet = KeysSheet(presenter, listed_in_class())
    sheet.lay()
    area = sheet.first()
    assert isinstance(area, QScrollArea)
    for size in ((1600, 1000), (1920, 1080), (1280, 720)):
        presenter.resize(*size)
        qtbot.wait(20)
        table = area.widget().findChild(QLabel)
        wanted = table.heightForWidth(table.width()) if table.wordWrap() else table.sizeHint().height()
        assert table.height() == wanted
        assert table.width() >= table.minimumSizeHint().width()
        assert area.verticalScrollBar().maximum() == area.horizontalScrollBar().maximum() == 0


def test_a_screen_too_small_for_all_keys_scrolls_them_down(presenter: Presenter, qtbot: QtBot) -> None:
    presenter.resize(640, 360)
    sheet = KeysSheet(presenter, listed_in_class())
    sheet.lay()
    qtbot.wait(20)
    area = sheet.first()
    assert isinstance(area, QScrollArea)
    assert area.verticalScrollBar().maximum() > 0 == area.horizontalScrollBar().maximum()


def test_it_invites_nobody_to_click(presenter: Presenter) -> None:
    assert presenter.stage.figure is not None
    texts = [str(item.text) for item in presenter.stage.figure.items if isinstance(item, Text)]
    assert "Kernel" in texts
    assert not any("type" in text for text in texts)


def test_while_a_picture_is_read_that_can_be_read_too(qtbot: QtBot) -> None:
    waiting = Presenter(load("light"))
    qtbot.addWidget(waiting)
    waiting.resize(1920, 1080)
    waiting.show()
    seen = waiting.grab().toImage()
    rows = {y for y in range(1080) for x in range(800, 1120, 2) if seen.pixelColor(x, y).lightness() < 200}
    assert max(rows) - min(rows) > 20, "from the top of its letters to their foot"


def test_the_stage_fills_it_and_there_are_no_controls(presenter: Presenter) -> None:
    assert presenter.stage.size() == presenter.size()
    assert presenter.glass.size() == presenter.size()
    assert not presenter.notice.isVisible()
    assert presenter.stage.projection.scale == pytest.approx(720 / 445.5)


@pytest.mark.parametrize(
    ("key", "modifier", "name"),
    [
        (Qt.Key.Key_PageDown, PLAIN, "advance"),
        (Qt.Key.Key_PageUp, PLAIN, "retreat"),
        (Qt.Key.Key_Right, PLAIN, "forward"),
        (Qt.Key.Key_Left, SHIFT, "previous-phase"),
        (Qt.Key.Key_Space, PLAIN, "play"),
        (Qt.Key.Key_Escape, PLAIN, "leave"),
        (Qt.Key.Key_Plus, CONTROL, "zoom-in"),
        (Qt.Key.Key_Plus, CONTROL | SHIFT, "zoom-in"),
        (Qt.Key.Key_Plus, CONTROL | Qt.KeyboardModifier.KeypadModifier, "zoom-in"),
        (Qt.Key.Key_Minus, CONTROL, "zoom-out"),
        (Qt.Key.Key_0, CONTROL, "zoom-usual"),
        (Qt.Key.Key_Question, SHIFT, "keys"),
        (Qt.Key.Key_Minus, PLAIN, "slower"),
    ],
)
def test_keys_ask(
    presenter: Presenter, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier, name: str
) -> None:
    asked: list[str] = []
    presenter.asked.connect(asked.append)
    qtbot.keyClick(presenter.stage, key, modifier)
    assert asked == [name]


def test_other_keys_ask_for_nothing(presenter: Presenter, qtbot: QtBot) -> None:
    asked: list[str] = []
    presenter.asked.connect(asked.append)
    for key, modifier in ((Qt.Key.Key_F5, PLAIN), (Qt.Key.Key_Z, PLAIN), (Qt.Key.Key_B, SHIFT)):
        qtbot.keyClick(presenter.stage, key, modifier)
    assert not asked
    assert not presenter.glass.blank


@pytest.mark.parametrize("key", [Qt.Key.Key_B, Qt.Key.Key_Period])
def test_the_screen_is_blanked_and_shown_again(presenter: Presenter, qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClick(presenter.stage, key)
    assert presenter.grab().toImage().pixelColor(640, 360).name() == "#000000"
    qtbot.keyClick(presenter.stage, key)
    assert not presenter.glass.blank


def test_going_on_shows_a_blank_screen_again(presenter: Presenter, qtbot: QtBot) -> None:
    qtbot.keyClick(presenter.stage, Qt.Key.Key_B)
    qtbot.keyClick(presenter.stage, Qt.Key.Key_PageDown)
    assert not presenter.glass.blank


def test_spotlight_and_magnifier_by_key(presenter: Presenter, qtbot: QtBot) -> None:
    qtbot.keyClick(presenter.stage, Qt.Key.Key_S)
    assert presenter.glass.spotlight
    qtbot.keyClick(presenter.stage, Qt.Key.Key_S)
    assert not presenter.glass.spotlight
    followed = []
    for _ in range(3):
        qtbot.keyClick(presenter.stage, Qt.Key.Key_M)
        followed.append(presenter.glass.magnifier)
    assert followed == ["window", "pointer", ""]


def test_the_spotlight_goes_with_the_pointer(presenter: Presenter, qtbot: QtBot) -> None:
    qtbot.keyClick(presenter.stage, Qt.Key.Key_S)
    qtbot.mouseMove(presenter.stage, QPoint(150, 200))
    left = presenter.grab().toImage()
    qtbot.mouseMove(presenter.stage, QPoint(1000, 500))
    right = presenter.grab().toImage()
    assert left.pixelColor(30, 200).lightness() > right.pixelColor(30, 200).lightness()


def test_a_pointer_that_rests_is_hidden_until_it_moves(presenter: Presenter, qtbot: QtBot) -> None:
    qtbot.mouseMove(presenter.stage, QPoint(200, 200))
    assert presenter.resting.isActive()
    presenter.resting.timeout.emit()
    assert presenter.stage.cursor().shape() == Qt.CursorShape.BlankCursor
    qtbot.mouseMove(presenter.stage, QPoint(210, 200))
    assert presenter.stage.cursor().shape() != Qt.CursorShape.BlankCursor


def test_what_is_refused_is_said_on_it(presenter: Presenter) -> None:
    presenter.stage.refused.emit(msg("That is no number."))
    assert presenter.notice.isVisible()
    assert presenter.notice.text == "That is no number."
    assert presenter.rect().contains(presenter.notice.geometry())


def test_another_theme(presenter: Presenter) -> None:
    before = presenter.grab().toImage()
    presenter.set_theme(load("print"))
    assert presenter.grab().toImage() != before


def test_closing_it_says_so(presenter: Presenter, qtbot: QtBot) -> None:
    with qtbot.waitSignal(presenter.left):
        presenter.close()
