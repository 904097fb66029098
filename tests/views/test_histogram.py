"""The histogram tells negative from positive values, and names its ends."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from convviz.core.lens import DIVERGING, Statistics, statistics
from convviz.core.viewing import Bar, bars
from convviz.paint.theme import THEMES, Theme, load
from convviz.views import histogram as module
from convviz.views.histogram import Histogram, color_of, limit, number, role_of
from tests.paint.test_theme import contrast


@pytest.fixture
def histogram(qtbot: QtBot) -> Histogram:
    widget = Histogram()
    qtbot.addWidget(widget)
    widget.resize(300, 120)
    return widget


def edges() -> Statistics:
    return statistics(np.linspace(-100, 300, 8000, dtype=np.float32)[None])


def colours(histogram: Histogram, x: int) -> set[str]:
    picture = histogram.grab().toImage()
    return {picture.pixelColor(x + n, y).name() for n in range(5) for y in range(picture.height() - 25)}


@pytest.mark.parametrize("theme", [load(name) for name in THEMES], ids=lambda theme: theme.name)
def test_bars_are_blue_below_0_and_red_above(histogram: Histogram, theme: Theme) -> None:
    histogram.set_theme(theme)
    histogram.show_statistics(edges())
    blue, red = color_of("negative", theme), color_of("positive", theme)
    assert blue.name() in colours(histogram, 30)
    assert red.name() not in colours(histogram, 30)
    assert red.name() in colours(histogram, 200)
    assert blue.name() not in colours(histogram, 200)


@pytest.mark.parametrize("name", THEMES)
def test_bars_have_the_outputs_colours_and_are_seen_on_the_card(name: str) -> None:
    theme, ramp = load(name), [tuple(color) for color in DIVERGING.tolist()]
    for role, half in (("negative", ramp[:255]), ("positive", ramp[256:])):
        color = color_of(role, theme)
        assert (color.red(), color.green(), color.blue()) in half
        assert contrast(color, theme.color("card")) >= 3
    assert color_of("muted", theme) == theme.color("muted")


def test_before_there_are_numbers_nothing_is_drawn(histogram: Histogram) -> None:
    blank = histogram.grab().toImage()
    histogram.show_statistics(edges())
    assert histogram.grab().toImage() != blank
    histogram.show_statistics(None)
    assert histogram.grab().toImage() == blank
    assert histogram.text_at(50) == ""


def test_it_says_what_it_shows(histogram: Histogram) -> None:
    histogram.show_statistics(edges())
    assert histogram.accessibleDescription() == "8,000 values from −100 to 300"


def test_a_constant_output_names_its_value_once(histogram: Histogram) -> None:
    def inked() -> list[int]:
        """Columns in which something is written below the axis."""
        picture = histogram.grab().toImage()
        rows = range(picture.height() - 14, picture.height())
        paper = picture.pixelColor(150, rows[-1])
        return [x for x in range(300) if any(picture.pixelColor(x, y) != paper for y in rows)]

    histogram.show_statistics(statistics(np.array([[[84, 85]]], np.float32)))
    assert min(inked()) < 10
    assert max(inked()) > 290
    histogram.show_statistics(statistics(np.full((1, 40, 40), 84, np.float32)))
    assert min(inked()) < 10
    assert max(inked()) < 30
    assert histogram.accessibleDescription() == "1,600 values, all 84"
    assert histogram.text_at(2) == histogram.text_at(200) == "1,600 values, all 84"


def test_each_bar_is_explained_under_the_pointer(histogram: Histogram, qtbot: QtBot) -> None:
    histogram.show_statistics(edges())
    assert len(histogram.bars) == 64
    assert histogram.text_at(0) == "125 values from −100 to −93.8 · heights are logarithmic"
    assert "to 300" in histogram.text_at(9999)
    place = QPoint(2, 40)
    QApplication.sendEvent(
        histogram, QHelpEvent(QHelpEvent.Type.ToolTip, place, histogram.mapToGlobal(place))
    )
    assert QToolTip.text().startswith("125 values")
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_a_single_value_is_no_more_than_one(histogram: Histogram) -> None:
    histogram.show_statistics(statistics(np.array([[5.0]], np.float32)))
    assert histogram.accessibleDescription() == histogram.text_at(2) == "1 value: 5"
    histogram.show_statistics(statistics(np.array([[0.5, 0.6, 300.5]], np.float32)))
    assert histogram.text_at(9999) == "1 value from 296 to 300 · heights are logarithmic"
    assert histogram.text_at(0) == "2 values from 0.5 to 5.19 · heights are logarithmic"


def test_a_whole_number_that_has_a_bar_is_named_alone(histogram: Histogram) -> None:
    histogram.show_statistics(statistics(np.array([[-1, 0, 0, 0, 1, 1]], np.float32)))
    texts = [histogram.text_at(x) for x in (50, 150, 250)]
    assert texts == [f"Cells with {n} · heights are logarithmic" for n in ("−1: 1", "0: 3", "1: 2")]
    assert [role_of(bar) for bar in histogram.bars] == ["negative", "muted", "positive"]


def test_more_room_makes_more_bars(histogram: Histogram) -> None:
    histogram.show_statistics(edges())
    histogram.resize(1100, 120)
    assert len(histogram.bars) == 256


@pytest.mark.parametrize(
    ("low", "high", "role"),
    [
        (-2, -1, "negative"),
        (-1, 0, "negative"),
        (-1, 1, "muted"),
        (0, 0, "muted"),
        (0, 1, "positive"),
        (3, 4, "positive"),
    ],
)
def test_a_bar_around_0_is_neither(low: float, high: float, role: str) -> None:
    assert role_of(Bar(low, high, 1, 1)) == role


@pytest.mark.parametrize(
    ("value", "text"), [(0, "0"), (-1020, "−1,020"), (0.25, "0.25"), (-3.14159, "−3.14"), (1e-5, "1e−05")]
)
def test_numbers_are_short(value: float, text: str) -> None:
    assert number(value) == text


def test_the_bars_are_counted_once_to_be_painted(
    histogram: Histogram, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are painted with every weight that is drawn; counted anew for each bar, that took 0.1 s."""
    counted: list[int] = []

    def count(of: Statistics, most: int) -> tuple[Bar, ...]:
        counted.append(most)
        return bars(of, most)

    monkeypatch.setattr(module, "bars", count)
    histogram.resize(1200, 140)
    histogram.show_statistics(statistics(np.arange(-9, 200, dtype=np.float32)[None]))
    counted.clear()
    histogram.grab()
    assert len(counted) == 1


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (119.99999, "120"),
        (254.7, "254"),
        (-1020.9, "−1,020"),
        (0.25, "0.25"),
        (-31.46, "−31.5"),
        (99.97, "100"),
    ],
)
def test_an_end_of_an_axis_is_cut_off_and_not_rounded(value: float, said: str) -> None:
    assert limit(value) == said
