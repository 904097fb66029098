"""Spotlight, magnifier and black over the stage, judged by what is seen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QCursor, QImage
from pytestqt.qtbot import QtBot

from convviz.labs import lab_of
from convviz.paint.theme import load
from convviz.views.glass import MAGNIFIERS, Glass
from convviz.views.stage import Stage
from tests.labs.scenes import SMALL, scene, story


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    made = Stage(load("light"))
    qtbot.addWidget(made)
    made.resize(960, 540)
    told = story(scene(), SMALL)
    made.show_story(told, lab_of(told.scene), told.timeline.at(20.9))
    return made


@pytest.fixture
def glass(stage: Stage) -> Glass:
    made = Glass(stage, load("light"))
    made.setGeometry(stage.rect())
    made.show()
    return made


def seen(stage: Stage) -> QImage:
    return stage.grab().toImage()


def brightness(image: QImage, place: QPoint) -> int:
    return image.pixelColor(place).lightness()


def test_clear_glass_hides_nothing(stage: Stage, glass: Glass) -> None:
    clear = seen(stage)
    glass.hide()
    assert seen(stage) == clear


def test_black_is_all_black(stage: Stage, glass: Glass) -> None:
    before = seen(stage)
    glass.show_blank(True)
    black = seen(stage)
    assert {black.pixelColor(x, y).name() for x in range(0, 960, 40) for y in range(0, 540, 30)} == {
        "#000000"
    }
    glass.show_blank(False)
    assert seen(stage) == before


def test_the_spotlight_leaves_a_circle_at_the_pointer_and_goes_with_it(stage: Stage, glass: Glass) -> None:
    here, there = QPoint(300, 250), QPoint(800, 300)
    before = seen(stage)
    glass.show_spotlight(True)
    for lit, dim in ((here, there), (there, here)):
        glass.point(QPointF(lit))
        image = seen(stage)
        assert image.pixelColor(lit) == before.pixelColor(lit)
        assert brightness(image, dim) < 0.5 * brightness(before, dim)


def test_the_spotlight_begins_at_the_window_where_no_pointer_has_been(stage: Stage, glass: Glass) -> None:
    assert stage.figure is not None
    window = QRectF(*stage.projection.on_screen(stage.figure.frame("window"))).center().toPoint()
    before, far = seen(stage), QPoint(25, 20)
    glass.show_spotlight(True)
    image = seen(stage)
    assert image.pixelColor(window) == before.pixelColor(window)
    assert brightness(image, far) < 0.5 * brightness(before, far)


def test_the_spotlight_begins_at_a_pointer_that_has_not_moved(
    stage: Stage, glass: Glass, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = QPoint(800, 300)
    monkeypatch.setattr(QCursor, "pos", lambda: stage.mapToGlobal(here))
    stage.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    before = seen(stage)
    glass.show_spotlight(True)
    image = seen(stage)
    assert image.pixelColor(here) == before.pixelColor(here)
    assert brightness(image, QPoint(300, 250)) < 0.5 * brightness(before, QPoint(300, 250))


@pytest.mark.parametrize("follows", MAGNIFIERS[1:])
def test_the_magnifier_shows_what_it_follows_twice_as_large(stage: Stage, glass: Glass, follows: str) -> None:
    assert stage.figure is not None
    window = QRectF(*stage.projection.on_screen(stage.figure.frame("window")))
    before = seen(stage)
    glass.point(window.center())
    glass.show_magnifier(follows)
    image, centre = seen(stage), glass.centre
    changed = 0
    for dx, dy in ((0, 0), (20, 14), (-25, 5), (12, -18)):
        small = (window.center() + QPointF(dx, dy)).toPoint()
        large = (centre + QPointF(2 * dx, 2 * dy)).toPoint()
        one, other = before.pixelColor(small), image.pixelColor(large)
        assert max(abs(a - b) for a, b in zip(one.getRgb(), other.getRgb(), strict=True)) < 90
        changed += one != before.pixelColor(large)
    assert changed, "it does not show what is there anyway"


def test_the_lens_stays_within_the_stage(stage: Stage, glass: Glass) -> None:
    glass.show_magnifier("pointer")
    glass.point(QPointF(0, 0))
    assert (glass.centre.x(), glass.centre.y()) == pytest.approx((0.32 * 540, 0.32 * 540))
    glass.point(QPointF(960, 540))
    assert glass.centre.x() == pytest.approx(960 - 0.32 * 540)


def test_its_rim_follows_the_theme(stage: Stage, glass: Glass) -> None:
    glass.show_magnifier("window")
    light = seen(stage)
    glass.set_theme(load("dark"))
    assert seen(stage) != light
    assert QColor(load("dark").hex("card")) != QColor(load("light").hex("card"))
