"""What a class sees of every lab: nothing drawn is below 20 points on a screen of 1920 × 1080."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFont, QImage, QPainter

from convviz import assets, i18n
from convviz.figure import lettering
from convviz.figure.figure import Figure, Text
from convviz.labs import lab_of
from convviz.labs.pictures import read_source
from convviz.labs.story import tell
from convviz.motion.timeline import Moment
from convviz.paint import cells, fonts, painter
from convviz.paint.painter import fitted
from convviz.paint.theme import load
from convviz.scene.lesson_file import built_in
from convviz.scene.scene import Scene
from convviz.views.stage import Stage
from tests.contracts.test_labs import complaints
from tests.labs.scenes import CASES

POINTS, INCH = 20, 96
LEAST = POINTS / 72 * INCH
"""26.7 pixels."""
PAGE = 230
"""Pixels that the longest page of the lessons takes above the stage."""
pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def stage(qtbot: object) -> Iterator[Stage]:
    made = Stage(load("light"), in_class=True)
    made.resize(1920, 1080)
    yield made
    made.deleteLater()


@pytest.fixture
def sizes(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The pixel sizes of the fonts that are painted with, as they come."""
    used: list[int] = []

    def noted(font: QFont) -> QFont:
        used.append(font.pixelSize())
        return font

    for module in (painter, cells):
        monkeypatch.setattr(module, "mono", lambda *args: noted(fonts.mono(*args)))
    monkeypatch.setattr(painter, "sans", lambda *args: noted(fonts.sans(*args)))
    return used


def moments(case: str) -> Iterator[Moment]:
    """The middle of the additions in the middle, and the end."""
    story = tell(*CASES[case], lab_of(CASES[case][0]))
    for t in (story.timeline.steps // 2 + 0.49, float(story.timeline.steps)):
        yield story.timeline.at(t)


def shown(stage: Stage, case: str, moment: Moment) -> Figure:
    lab = lab_of(CASES[case][0])
    stage.show_story(tell(*CASES[case], lab), lab, moment)
    figure = stage.figure
    assert figure is not None
    return figure


@pytest.mark.parametrize("case", CASES)
def test_everything_drawn_can_be_read_and_fits(case: str, stage: Stage, sizes: list[int]) -> None:
    for moment in moments(case):
        _check(stage, shown(stage, case, moment), sizes)


def _check(stage: Stage, figure: Figure, sizes: list[int]) -> None:
    brush = QPainter(image := QImage(stage.width(), stage.height(), QImage.Format.Format_RGB32))
    stage.paint_on(brush)
    brush.end()
    assert sizes
    assert not image.isNull()
    assert min(sizes) * stage.projection.scale >= LEAST - 1e-6
    with lettering.at_least(figure.least):
        assert not list(complaints(figure))
        texts = [fitted(item)[0] for item in figure.items if isinstance(item, Text)]
    cut = [text for text in texts if text.endswith("…") and len(text) > 1 and not text.startswith(" =")]
    assert not cut, "what is said is said whole; a sum that goes on ends in dots"


@pytest.fixture
def chinese() -> Iterator[None]:
    i18n.speak("zh_CN", assets.path("i18n"))
    yield
    i18n.use(str)


@pytest.mark.parametrize("case", list(CASES)[::4])
def test_so_it_does_in_chinese(case: str, chinese: None, stage: Stage, sizes: list[int]) -> None:
    (middle, _) = moments(case)
    _check(stage, shown(stage, case, middle), sizes)


def pages() -> list[tuple[str, Scene]]:
    """The first page of each kind of layer in the lessons."""
    found: dict[str, tuple[str, Scene]] = {}
    for entry in built_in():
        for number, page in enumerate(entry.load().pages, start=1):
            found.setdefault(type(page.scene.layer).__name__, (f"{entry.id} {number}", page.scene))
    return list(found.values())


@pytest.mark.parametrize(("_", "scene"), pages())
def test_below_a_lessons_page_it_is_as_large(_: str, scene: Scene, stage: Stage, sizes: list[int]) -> None:
    """So much of the screen's height as a page with its question takes leaves the text its size."""
    stage.resize(1920, 1080 - PAGE)
    stage.set_taken(PAGE)
    lab = lab_of(scene)
    story = tell(scene, read_source(scene), lab)
    stage.show_story(story, lab, story.timeline.at(story.timeline.steps // 2 + 0.49))
    assert stage.figure is not None
    _check(stage, stage.figure, sizes)


def test_numbers_give_way_to_colours_where_they_do_not_fit(stage: Stage) -> None:
    (moment, _) = moments("nine")
    assert all(grid.labels for grid in shown(stage, "nine", moment).grids("input"))
    (moment, _) = moments("64 × 64")
    assert not any(grid.labels for grid in shown(stage, "64 × 64", moment).grids("input"))


@pytest.mark.parametrize("zoom", [0.5, 1.0, 1.25, 2.0])
def test_no_zoom_makes_text_too_small(stage: Stage, sizes: list[int], zoom: float) -> None:
    stage.set_zoom(zoom)
    (moment, _) = moments("reflect")
    figure = shown(stage, "reflect", moment)
    stage.grab()
    assert min(sizes) * stage.projection.scale >= LEAST - 1e-6
    with lettering.at_least(figure.least):
        assert not list(complaints(figure))
