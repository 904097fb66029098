"""What is kept of one frame for the next is never seen: every pixel is as if all had been painted anew."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QImage, QPainter

from convviz.figure.figure import Figure, Grid, Mark, Spot
from convviz.labs import lab_of
from convviz.labs.lab import Look
from convviz.labs.story import Story, tell
from convviz.paint import kept
from convviz.paint.kept import Kept
from convviz.paint.painter import paint
from convviz.paint.theme import THEMES, Theme, load
from convviz.scene.kernel import Drawn
from tests.labs.scenes import CASES, STAGE, scene

pytestmark = pytest.mark.usefixtures("qapp")
SCALES = {"plain": (1.0, 0.0, 1.0), "zoomed": (1.37, 5.3, 1.0), "fine pixels": (1.0, 7.25, 1.5)}
"""How large a figure is shown, where it begins, and pixels of the device per pixel of Qt's."""


def picture(drawn: Figure, theme: Theme, shown: tuple[float, float, float], kept: Kept | None) -> QImage:
    """A figure on a card, with or without what was kept."""
    scale, left, ratio = shown
    width, height = round((STAGE.w * scale + 20) * ratio), round((STAGE.h * scale + 20) * ratio)
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(theme.color("card"))
    painter = QPainter(image)
    painter.translate(left, left)
    painter.scale(scale, scale)
    paint(drawn, painter, theme, kept)
    painter.end()
    return image


def pixels(image: QImage) -> NDArray[np.uint8]:
    """(rows, columns, 4)."""
    rows = np.frombuffer(image.constBits(), np.uint8)
    return rows.reshape(image.height(), image.width(), 4).copy()


def told(case: str) -> Story:
    return tell(CASES[case][0], CASES[case][1], lab_of(CASES[case][0]))


def frames(story: Story) -> list[Figure]:
    """Moments as they follow in playing, in stepping and in seeking, and a cell that is pointed at."""
    steps = story.timeline.steps
    times = (0.0, 0.3, 1.0, steps / 2 + 0.4, float(steps))
    lab = lab_of(story.scene)
    drawn = [lab.draw(story, story.timeline.at(min(t, steps)), Look(STAGE)) for t in times]
    spots = [Spot(grid.name, *grid.first, grid.channel) for grid in drawn[-1].grids("input")[:1]]
    return drawn + [lab.draw(story, story.timeline.at(0.0), Look(STAGE, spot)) for spot in spots]


@pytest.mark.parametrize("case", CASES)
def test_every_pixel_is_as_if_all_were_painted(case: str) -> None:
    theme, keeps = load("light"), Kept()
    for number, drawn in enumerate(frames(told(case))):
        seen = picture(drawn, theme, SCALES["plain"], keeps)
        anew = picture(drawn, theme, SCALES["plain"], None)
        assert (pixels(seen) == pixels(anew)).all(), f"frame {number}"


@pytest.mark.parametrize("shown", SCALES)
@pytest.mark.parametrize("name", THEMES)
def test_it_holds_at_every_scale_and_in_every_theme(shown: str, name: str) -> None:
    theme, keeps = load(name), Kept()
    for drawn in frames(told("nine")):
        seen = pixels(picture(drawn, theme, SCALES[shown], keeps)).astype(int)
        assert np.abs(seen - pixels(picture(drawn, theme, SCALES[shown], None))).max() == 0


def test_a_number_that_stands_elsewhere_is_painted_anew() -> None:
    keeps, theme = Kept(), load("light")
    (drawn, *_) = frames(told("nine"))
    (source,) = drawn.grids("input")
    apart = np.full(source.values.shape, 0.5)
    apart[2, 1] = 0.25
    for downs in (None, None, apart, np.full(apart.shape, 0.5), apart, None):
        moved = Figure(drawn.size, (replace(source, downs=downs),), drawn.sentence)
        seen = picture(moved, theme, SCALES["plain"], keeps)
        assert (pixels(seen) == pixels(picture(moved, theme, SCALES["plain"], None))).all()


def test_another_theme_in_the_same_places_is_painted_anew() -> None:
    keeps, (drawn, *_) = Kept(), frames(told("nine"))
    for name in ("light", "light", "dark", "dark", "light"):
        seen = picture(drawn, load(name), SCALES["plain"], keeps)
        assert (pixels(seen) == pixels(picture(drawn, load(name), SCALES["plain"], None))).all()


def test_a_frame_paints_only_cells_that_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[int] = []
    paint_cells = kept.paint_cells

    def counted(*args: Any) -> None:
        which = args[4] if len(args) > 4 else None
        size = args[0].values.size
        if size >= kept.FEW:
            written.append(size if which is None else int(which.sum()))
        paint_cells(*args)

    story, keeps, theme = told("nine"), Kept(), load("light")
    lab = lab_of(story.scene)
    steady = [lab.draw(story, story.timeline.at(step), Look(STAGE)) for step in (40.0, 40.0, 40.0, 41.0)]
    for drawn in steady[:2]:
        picture(drawn, theme, SCALES["plain"], keeps)
    monkeypatch.setattr(kept, "paint_cells", counted)
    picture(steady[2], theme, SCALES["plain"], keeps)
    assert sum(written) == 0
    picture(steady[3], theme, SCALES["plain"], keeps)
    sizes = [grid.values.size for grid in steady[3].items if isinstance(grid, Grid)]
    every = sum(size for size in sizes if size >= kept.FEW)
    assert 0 < sum(written) < every / 2


def test_patterns_of_a_few_cells_go_on_in_them_when_zoomed() -> None:
    keeps, theme = Kept(), load("light")
    for drawn in frames(told("one cell of six")):
        for _ in range(3):
            seen = picture(drawn, theme, (2.0, 28.0, 1.0), keeps)
            assert (pixels(seen) == pixels(picture(drawn, theme, (2.0, 28.0, 1.0), None))).all()


@pytest.mark.parametrize("mark", [Mark.UNREAD, Mark.PARTIAL])
@pytest.mark.parametrize("shown", [*SCALES.values(), (2.0, 28.0, 1.0)])
def test_patterns_of_many_cells_go_on_in_them(shown: tuple[float, float, float], mark: int) -> None:
    keeps, theme = Kept(), load("light")
    (drawn, *_) = frames(told("nine"))
    (source,) = drawn.grids("input")
    for number in range(4):
        marks = np.full_like(source.marks, mark)
        marks[0, 0] = Mark.NONE if number == 3 else mark
        hatched = Figure(drawn.size, (replace(source, marks=marks),), drawn.sentence)
        seen = picture(hatched, theme, shown, keeps)
        assert (pixels(seen) == pixels(picture(hatched, theme, shown, None))).all()


def test_a_kernel_is_painted_once_more_and_then_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    painted: list[str] = []
    paint_grid = kept.paint_grid

    def counted(grid: Grid, *args: Any) -> None:
        painted.append(grid.name)
        paint_grid(grid, *args)

    monkeypatch.setattr(kept, "paint_grid", counted)
    keeps, (drawn, *_) = Kept(), frames(told("nine"))
    for times in (1, 2, 2, 2):
        picture(drawn, load("light"), SCALES["plain"], keeps)
        assert painted.count("kernel") == times
    picture(drawn, load("dark"), SCALES["plain"], keeps)
    assert painted.count("kernel") == 3


def test_a_kernel_that_is_edited_changes_texts_of_every_size() -> None:
    weights = (1.0, 0.125, -2.0, 0.123456, 1.0, 1234.0)
    keeps, theme = Kept(), load("light")
    for weight in weights:
        kernel = Drawn(((weight, 0.0, -1.0), (2.0, 0.0, -2.0), (1.0, 0.0, -1.0)))
        edited = scene(kernel, region=CASES["nine"][0].region)
        story = tell(edited, CASES["nine"][1], lab_of(edited))
        drawn = lab_of(edited).draw(story, story.timeline.at(40.0), Look(STAGE))
        seen = picture(drawn, theme, SCALES["plain"], keeps)
        assert (pixels(seen) == pixels(picture(drawn, theme, SCALES["plain"], None))).all()
