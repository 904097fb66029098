"""The start page: tiles in rows that fill it, by mouse and by keys, and what leaving it gives back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QMainWindow, QPushButton, QWidget

from convviz.core.errors import Refusal
from convviz.paint.theme import load
from convviz.state.jobs import Jobs
from convviz.views.previews import SIZE, Previews, of_example, of_file, of_sample
from convviz.views.start_page import LEAST, Section, StartPage, Tile


def red() -> QImage:
    image = QImage(SIZE, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    return image


def none() -> QImage:
    raise Refusal("scene_missing", path="/gone.convviz")


@pytest.fixture
def window(qtbot):
    window = QMainWindow()
    window.setCentralWidget(QWidget())
    window.resize(1280, 720)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    yield window
    window.close()


@pytest.fixture
def jobs(qtbot):
    jobs = Jobs()
    yield jobs
    jobs.stop()


@pytest.fixture
def page(qtbot, window, jobs) -> StartPage:
    sections = [
        Section("Unsaved", [Tile("lost", "a", "A", "about A", none)], discard="Discard"),
        Section("Nothing", []),
        Section("Many", [Tile("example", str(n), f"Number {n}", "", red) for n in range(9)]),
    ]
    page = StartPage(window, sections, Previews(jobs, load("light")))
    qtbot.waitUntil(jobs.idle)
    return page


def tile(page: StartPage, key: str):
    return page._tiles[key]  # noqa: SLF001


def test_it_covers_the_window_and_gives_it_back(qtbot, window, page) -> None:
    below, left = window.centralWidget(), []
    page.left.connect(lambda: left.append(1))
    assert not below.isVisible()
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert below.isVisible()
    assert not page.isVisible()
    assert left == [1]


def test_tiles_fill_the_width_at_every_size(qtbot, window, page) -> None:
    for width in (900, 1280, 1600, 1920):
        window.resize(width, 800)
        qtbot.wait(20)
        boxes = [tile(page, f"example:{n}") for n in range(9)]
        assert min(box.width() for box in boxes) >= LEAST
        rights = [box.mapTo(window, box.rect().topRight()).x() for box in boxes]
        assert max(rights) <= page.width()
        assert max(rights) > page.width() - 60 - len(boxes)
        assert page.width() == window.width()


def test_a_tile_shows_its_preview_or_why_there_is_none(page) -> None:
    shown = tile(page, "example:3").grab().toImage()
    assert shown.pixelColor(100, 60) == QColor("red")
    lost = tile(page, "lost:a")
    assert lost.accessibleDescription() == "There is no file /gone.convviz."
    assert lost.toolTip() == "about A"


def test_the_first_tile_has_the_focus_and_arrows_go_to_its_neighbours(qtbot, window, page) -> None:
    qtbot.waitUntil(lambda: window.focusWidget() is tile(page, "lost:a"))
    places = {
        Qt.Key.Key_Down: "example:0",
        Qt.Key.Key_Right: "example:1",
        Qt.Key.Key_Left: "example:0",
        Qt.Key.Key_Up: "lost:a",
    }
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Up):
        qtbot.keyClick(window.focusWidget(), key)
        assert window.focusWidget() is tile(page, places[key])


def test_down_from_a_long_row_ends_in_the_last_of_a_short_one(qtbot, window, page) -> None:
    tile(page, "example:7").setFocus()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Down)
    assert window.focusWidget() is tile(page, "example:8")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_keys_choose(qtbot, page, key) -> None:
    chosen = []
    page.chosen.connect(lambda *what: chosen.append(what))
    qtbot.keyClick(tile(page, "example:4"), key)
    assert chosen == [("example", "4")]
    assert not page.isVisible()


def test_a_click_chooses(qtbot, page) -> None:
    chosen = []
    page.chosen.connect(lambda *what: chosen.append(what))
    qtbot.mouseClick(tile(page, "lost:a"), Qt.MouseButton.LeftButton)
    assert chosen == [("lost", "a")]


def test_buttons_ask_for_menu_entries(qtbot, page) -> None:
    chosen = []
    page.chosen.connect(lambda *what: chosen.append(what))
    button = next(b for b in page.findChildren(QPushButton) if b.text() == "Open a scene…")
    assert button.toolTip() == "Open a scene… (Ctrl+Shift+O)"
    button.click()
    assert chosen == [("act", "open-scene")]


def test_a_section_can_be_discarded(qtbot, window, page) -> None:
    discarded = []
    page.discarded.connect(lambda: discarded.append(1))
    next(b for b in page.findChildren(QPushButton) if b.text() == "Discard").click()
    assert discarded == [1]
    assert not tile(page, "lost:a").isVisible()
    assert window.focusWidget() is tile(page, "example:0")


def test_previews_are_those_of_what_they_are_for(qtbot, jobs, tmp_path) -> None:
    previews, made, failed = Previews(jobs, load("dark")), {}, []
    previews.ready.connect(made.__setitem__)
    previews.failed.connect(lambda key, reason: failed.append((key, str(reason))))
    previews.ask("gone", of_file(str(tmp_path / "gone.convviz")))
    previews.ask("example", of_example("no-padding"))
    previews.ask("sample", of_sample("camera"))
    previews.ask("drawn", of_sample("impulse"))
    qtbot.waitUntil(lambda: len(made) == 3)
    assert failed == [("gone", f"There is no file {tmp_path / 'gone.convviz'}.")]
    assert {image.size() for image in made.values()} == {SIZE}
    assert made["example"].pixelColor(2, 2) == load("dark").color("card")
    assert made["drawn"].pixelColor(SIZE.width() // 2, SIZE.height() // 2).red() == 255


def test_a_page_that_is_left_makes_no_more_previews(qtbot, jobs) -> None:
    previews, made = Previews(jobs, load("light")), []
    previews.ready.connect(lambda key, image: made.append(key))
    for n in range(5):
        previews.ask(str(n), red)
    previews.stop()
    qtbot.waitUntil(jobs.idle)
    assert made == []
