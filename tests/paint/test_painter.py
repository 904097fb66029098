"""What painting makes of a figure, judged by its pixels."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage, QPainter

from convviz.figure.figure import (
    Box,
    Curve,
    Figure,
    Grid,
    Item,
    Mark,
    Outline,
    Panel,
    Scale,
    Size,
    Text,
    marks_like,
)  # fmt: skip
from convviz.i18n import msg
from convviz.paint import cells
from convviz.paint.cells import ramp_colors
from convviz.paint.fonts import metrics
from convviz.paint.painter import fitted, levelled, paint
from convviz.paint.theme import THEMES, Theme, load
from tests.paint.test_theme import contrast

pytestmark = pytest.mark.usefixtures("qapp")
LIGHT = load("light")
Pixels = NDArray[np.uint8]
CELL = 40


def pixels(*items: Item, theme: Theme = LIGHT, size: tuple[int, int] = (200, 120)) -> Pixels:
    """(rows, columns, 3) of the painted items on the theme's card."""
    image = QImage(*size, QImage.Format.Format_RGB888)
    image.fill(theme.color("card"))
    painter = QPainter(image)
    paint(Figure(Size(*size), items, msg("x")), painter, theme)
    painter.end()
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(size[1], image.bytesPerLine())
    return rows[:, : size[0] * 3].reshape(size[1], size[0], 3).copy()


def grid(values: Any, marks: Any = None, role: str = "image", name: str = "input", **more: Any) -> Grid:
    values = np.array(values, float)
    marks = marks_like(values) if marks is None else np.array(marks, np.uint8)
    low = -1.0 if role in ("signed", "weight") else 0.0
    return Grid(name, 0, 0, CELL, values, Scale(role, low, 1.0), marks, **more)


def center(image: Pixels, row: int, col: int) -> tuple[int, ...]:
    """The colour of a cell a little off its centre, where no number stands."""
    return tuple(image[row * CELL + 8, col * CELL + 8].tolist())


def rgb(role: str, theme: Theme = LIGHT) -> tuple[int, ...]:
    return cells.rgb(theme, role)


# --- cells


def test_an_image_is_grey_from_black_to_white() -> None:
    image = pixels(grid([[0, 0.5, 1]]))
    assert [center(image, 0, c) for c in range(3)] == [(0, 0, 0), (128, 128, 128), (255, 255, 255)]


def test_heat_goes_from_violet_to_yellow() -> None:
    image = pixels(grid([[0, 1]], role="heat"))
    assert tuple(image[CELL // 4, CELL // 4][:3]) == (0x44, 0x01, 0x54)
    assert tuple(image[CELL // 4, CELL + CELL // 4][:3]) == (0xFD, 0xE7, 0x25)


@pytest.mark.parametrize("role", ["signed", "weight"])
@pytest.mark.parametrize("theme", THEMES)
def test_zero_is_always_white_and_the_signs_differ(role: str, theme: str) -> None:
    image = pixels(grid([[-1, 0, 1]], role=role), theme=load(theme))
    low, zero, high = (center(image, 0, c) for c in range(3))
    assert zero == (255, 255, 255)
    assert low[2] > low[0], "blue or teal"
    assert high[0] > high[2], "red or brown"


def test_absolute_values_are_grey_without_their_sign() -> None:
    image = pixels(grid([[-1, 0, 1]], role="absolute"))
    assert center(image, 0, 0) == center(image, 0, 2) == (255, 255, 255)
    assert center(image, 0, 1) == (0, 0, 0)


def test_values_beyond_the_scale_and_beyond_numbers_have_a_colour() -> None:
    image = pixels(grid([[-9, 9, np.nan, np.inf]], role="image"))
    assert [center(image, 0, c)[0] for c in range(4)] == [0, 255, 0, 255]


@pytest.mark.parametrize(("low", "high"), [(0, np.inf), (-np.inf, np.inf), (-np.inf, 0), (-1e308, 1e308)])
def test_cells_have_a_colour_on_a_scale_that_reaches_beyond_numbers(low: float, high: float) -> None:
    scale = Scale("image", low, high)
    colors = ramp_colors(np.array([[-np.inf, -9.0, 0.0, np.nan, 1e308, np.inf]]), scale, load("light"))
    assert colors.shape == (1, 6, 3)


def test_taps_are_shaded() -> None:
    image = pixels(grid([[0.5, 0.5]], [[0, Mark.TAP]]))
    red, _, blue = center(image, 0, 1)
    assert center(image, 0, 0) == (128, 128, 128)
    assert red > 140
    assert blue < 110


def test_empty_cells_are_blank_whatever_their_value() -> None:
    image = pixels(grid([[0.3, 0.9]], [[Mark.EMPTY] * 2], labels=[["0.3", "0.9"]]))
    assert set(map(tuple, image[5:35, 5:35].reshape(-1, 3).tolist())) == {rgb("empty")}
    assert center(image, 0, 1) == rgb("empty")


def test_padding_is_paper_and_where_it_copies_a_pixel_the_pixel_shows_through() -> None:
    image = pixels(grid([[0, 0, 0]], [[Mark.GHOST, Mark.GHOST | Mark.COPY, 0]]))
    plain, copied, inside = (center(image, 0, c)[0] for c in range(3))
    assert plain == 255
    assert inside == 0 < copied < 255


def test_lines_round_padding_are_dashed_and_those_in_the_picture_are_not() -> None:
    ghost = np.full((3, 4), Mark.GHOST, np.uint8)
    ghost[1:, 2:] = 0
    image = pixels(grid(np.zeros((3, 4)), ghost))
    top = image[0, 2 : 2 * CELL]
    assert {rgb("ghost_border"), rgb("ghost")} <= set(map(tuple, top.tolist()))
    between = image[2 * CELL, 2 * CELL + 2 : 4 * CELL - 2]
    assert set(map(tuple, between.tolist())) == {rgb("grid")}


@pytest.mark.parametrize("grey", [0.0, 0.25, 0.5, 0.75, 1.0])
@pytest.mark.parametrize("theme", THEMES)
def test_hatching_is_seen_on_every_grey(grey: float, theme: str) -> None:
    image = pixels(grid([[grey, grey]], [[Mark.UNREAD, 0]]), theme=load(theme))
    hatched = image[3 : CELL - 3, 3 : CELL - 3].reshape(-1, 3)
    levels = [QColor(*level) for level in {tuple(pixel) for pixel in hatched.tolist()}]
    plain = QColor(*center(image, 0, 1))
    assert max(contrast(level, plain) for level in levels) >= 2.3
    assert len({tuple(p) for p in image[3 : CELL - 3, CELL + 3 : 2 * CELL - 3].reshape(-1, 3).tolist()}) == 1


def test_small_cells_that_are_never_read_fade_instead() -> None:
    small = Grid(
        "input", 0, 0, 4, np.ones((2, 2)), Scale("image"), np.array([[Mark.UNREAD, 0]] * 2, np.uint8)
    )
    image = pixels(small)
    faded, read = image[:8, :4].reshape(-1, 3), image[:8, 4:8].reshape(-1, 3)
    assert (read == 255).all()
    assert (faded == faded[0]).all()
    assert faded[0, 0] < 200


def test_clamped_cells_have_a_corner_and_lit_ones_a_frame() -> None:
    image = pixels(grid([[1, 1, 1]], [[Mark.CLAMPED, Mark.LIT, 0]]))
    assert tuple(image[2, CELL - 3].tolist()) == rgb("lit")
    assert tuple(image[CELL - 3, 3].tolist()) == (255, 255, 255)
    assert tuple(image[CELL // 2, CELL + 2].tolist()) == rgb("lit")
    assert center(image, 0, 1) not in ((255, 255, 255), rgb("lit"))


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("value", [0.0, 0.3, 0.6, 1.0])
def test_what_is_pointed_at_stands_out_on_every_cell(name: str, value: float) -> None:
    image = pixels(grid([[value, value]], [[Mark.LIT, Mark.CLAMPED]]), theme=load(name))
    plain = QColor(*pixels(grid([[value]]), theme=load(name))[20, 20].tolist())
    assert contrast(QColor(*image[CELL // 2, 2].tolist()), plain) >= 2.5
    assert contrast(QColor(*image[2, 2 * CELL - 3].tolist()), plain) >= 2.5


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("role", ["input", "output"])
@pytest.mark.parametrize("value", [0.0, 1.0])
def test_cells_as_dark_or_as_bright_as_the_lines_are_still_apart(name: str, role: str, value: float) -> None:
    image = pixels(grid([[value] * 2] * 2, name=role), theme=load(name))
    cell = QColor(*image[20, 20].tolist())
    across, down = (QColor(*line.tolist()) for line in (image[CELL, 20], image[20, CELL]))
    assert min(contrast(across, cell), contrast(down, cell)) >= 1.3


@pytest.mark.parametrize("name", THEMES)
def test_all_lines_between_the_cells_of_a_grid_are_alike(name: str) -> None:
    image = pixels(grid([[0, 0, 1, 0.3], [0, 0, 1, 0.3]]), theme=load(name))
    across = image[CELL, 2 : 4 * CELL - 2]
    assert set(map(tuple, across.tolist())) == {rgb("grid", load(name))}


@pytest.mark.parametrize("name", THEMES)
def test_a_picture_has_an_edge_towards_its_padding_and_its_ground(name: str) -> None:
    marks = np.zeros((3, 3), np.uint8)
    marks[0] = Mark.GHOST
    image, theme = pixels(grid(np.zeros((3, 3)), marks), theme=load(name)), load(name)
    edge = {rgb("ghost_border", theme)}
    assert set(map(tuple, image[CELL, : 3 * CELL].tolist())) == edge
    assert set(map(tuple, image[CELL : 3 * CELL, 0].tolist())) == edge
    assert contrast(theme.color("ghost_border"), QColor("black")) >= 1.9 or name == "print"
    assert contrast(theme.color("ghost_border"), theme.color("card")) >= 1.9


@pytest.mark.parametrize("name", THEMES)
def test_sums_so_far_are_dotted(name: str) -> None:
    image = pixels(grid([[0.5, 0.5]], [[Mark.PARTIAL, 0]], name="output"), theme=load(name))
    dotted = {tuple(pixel) for pixel in image[3 : CELL - 3, 3 : CELL - 3].reshape(-1, 3).tolist()}
    whole = {tuple(p) for p in image[3 : CELL - 3, CELL + 3 : 2 * CELL - 3].reshape(-1, 3).tolist()}
    assert len(dotted) > 1 == len(whole)


def test_a_zero_is_not_muted_on_a_tint() -> None:
    drawn = grid([[0.0, 0.0]], [[Mark.LIT, 0]], role="plain", labels=[["0", "0"]])
    image = pixels(drawn)
    assert ink(image, 0, 0) == rgb("text")
    assert ink(image, 0, 1) == rgb("muted")


def test_hatching_leaves_numbers_alone() -> None:
    image = pixels(grid([[0.3, 0.3]], [[Mark.UNREAD] * 2], labels=[["8", ""]]))
    plain = tuple(image[CELL // 2, 4].tolist())
    around = image[CELL // 2 - 4 : CELL // 2 + 4, 3:9].reshape(-1, 3)
    assert set(map(tuple, around.tolist())) == {plain}
    assert any(tuple(pixel) != plain for pixel in image[3:8, 3 : CELL - 3].reshape(-1, 3).tolist())


@pytest.mark.parametrize("cell", [22, CELL])
@pytest.mark.parametrize("name", THEMES)
def test_cells_with_numbers_fade_too_where_they_are_never_read(name: str, cell: int) -> None:
    theme = load(name)
    drawn = replace(grid([[0.45, 0.45]], [[Mark.UNREAD, 0]], labels=[["8", "8"]]), cell=float(cell))
    image, middle = pixels(drawn, theme=theme), cell // 2
    unread, read = (QColor(*image[middle, x].tolist()) for x in (2, cell + 2))
    assert contrast(unread, read) >= 1.4
    assert contrast(unread, theme.color("ghost")) < contrast(read, theme.color("ghost"))
    beside = image[middle - 6 : middle + 6, 2:5].reshape(-1, 3)
    assert {tuple(p) for p in beside.tolist()} == {unread.getRgb()[:3]}


# --- numbers


def test_a_number_stands_where_its_grid_says() -> None:
    downs = np.array([[0.5, 0.25, 0.75]])
    image = pixels(grid(np.ones((1, 3)), labels=[["8", "8", "8"]], downs=downs))
    for col, down in enumerate(downs[0]):
        cell = image[3 : CELL - 3, col * CELL + 3 : (col + 1) * CELL - 3].reshape(CELL - 6, -1)
        dark = np.flatnonzero(cell.min(axis=1) < 128) + 3
        assert dark.mean() == pytest.approx(down * CELL, abs=1.0)


def ink(image: Pixels, row: int, col: int, margin: int = 4) -> tuple[int, ...]:
    """The colour in a cell that differs most from its ground."""
    cell = image[
        row * CELL + margin : (row + 1) * CELL - margin, col * CELL + margin : (col + 1) * CELL - margin
    ]
    flat = cell.reshape(-1, 3).astype(int)
    return tuple(flat[np.abs(flat - flat[0]).sum(1).argmax()].tolist())


@pytest.mark.parametrize("grey", np.linspace(0, 1, 21))
@pytest.mark.parametrize("mark", [0, Mark.TAP, Mark.GHOST | Mark.COPY, Mark.GHOST, Mark.TAP | Mark.GHOST])
@pytest.mark.parametrize("theme", THEMES)
def test_numbers_can_be_read_on_every_cell(theme: str, mark: int, grey: float) -> None:
    image = pixels(grid([[grey]], [[mark]], labels=[["888"]]), theme=load(theme))
    assert contrast(QColor(*ink(image, 0, 0)), QColor(*center(image, 0, 0))) >= 3.0


@pytest.mark.parametrize("grey", np.linspace(0, 1, 21))
@pytest.mark.parametrize("theme", THEMES)
def test_weights_in_the_corners_of_taps_can_be_read(theme: str, grey: float) -> None:
    drawn = grid([[grey]], [[Mark.TAP]], labels=[[""]], corners=[["88"]])
    image = pixels(replace(drawn, cell=100.0), theme=load(theme), size=(100, 100))
    ground = QColor(*image[20, 20].tolist())
    levels = {tuple(pixel) for pixel in image[60:95, 60:95].reshape(-1, 3).tolist()}
    assert max(contrast(QColor(*level), ground) for level in levels) >= 4.5


GROUNDS = (
    Mark.NONE, Mark.TAP, Mark.LIT, Mark.TAP | Mark.LIT, Mark.PARTIAL, Mark.PARTIAL | Mark.LIT, Mark.CLAMPED,
    Mark.GHOST, Mark.GHOST | Mark.COPY, Mark.GHOST | Mark.TAP, Mark.GHOST | Mark.COPY | Mark.TAP,
    Mark.GHOST | Mark.LIT, Mark.GHOST | Mark.TAP | Mark.LIT,
)  # fmt: skip
NUMBERED = [
    *product(("image", "absolute", "signed", "weight", "heat"), GROUNDS),
    *product(["plain"], (Mark.NONE, Mark.LIT)),
]
"""The ramps of cells with numbers, and what such cells may be; products are at most pointed at."""


@pytest.mark.parametrize(("role", "mark"), NUMBERED)
@pytest.mark.parametrize("name", THEMES)
def test_numbers_can_be_read_in_every_cell(name: str, role: str, mark: int) -> None:
    values = np.linspace(-1 if role in ("signed", "weight", "plain") else 0, 1, 15).reshape(3, 5)
    drawn = grid(values, np.full(values.shape, mark), role, labels=[["8"] * 5] * 3)
    image = pixels(drawn, theme=load(name))
    for row, col in np.ndindex(values.shape):
        number = QColor(*ink(image, row, col, 10))
        assert contrast(number, QColor(*image[row * CELL + 20, col * CELL + 7].tolist())) >= 4.5


def test_numbers_stay_within_their_cells() -> None:
    for text in ("8", "−131070", "0.0625"):
        image = pixels(grid([[1, 1, 1]], labels=[["", text, ""]]))
        for col in (0, 2):
            assert ink(image, 0, col, 1) == (255, 255, 255)
        assert ink(image, 0, 1) != (255, 255, 255)


def test_products_are_coloured_by_their_sign() -> None:
    values = grid([[-5, 0, 5]], role="plain", name="products", labels=[["−5", "0", "5"]])
    image = pixels(values)
    assert center(image, 0, 0) == rgb("window_fill")
    (red, _, blue), (red_2, _, blue_2) = ink(image, 0, 0), ink(image, 0, 2)
    assert blue > red
    assert red_2 > blue_2


def test_factors_stand_above_and_weights_in_the_corner() -> None:
    above = pixels(grid([[1.0]], labels=[["8"]], over=[["4×2"]]))
    below = pixels(grid([[1.0]], labels=[["8"]], corners=[["−1"]]))
    assert (above[3:12, 3:37] != 255).any()
    assert not (below[3:12, 3:37] != 255).any()
    assert (below[29:38, 24:38] != 255).any()
    assert not (below[31:38, 3:20] != 255).any()


def test_what_stands_above_a_number_is_dark_on_bright_cells_and_bright_on_dark_ones() -> None:
    image = pixels(grid([[1.0, 0.0]], labels=[["8", "0"]], over=[["3×", "4×"]]))
    bright, dark = image[3:12, 3:37], image[3:12, 43:77]
    assert bright.min() < 100
    assert dark.max() > 150


# --- text


def test_text_that_fits_is_left_alone() -> None:
    assert fitted(Text(0, 0, msg("{n} taps", n=9), room=200)) == ("9 taps", 13.0)
    assert fitted(Text(0, 0, "as long as it likes to be, without a room")) == (
        "as long as it likes to be, without a room", 13.0,
    )  # fmt: skip


def test_text_shrinks_then_says_less_then_ends_in_an_ellipsis() -> None:
    long, short = "a rather long heading", "short"
    width = metrics(13, monospace=False).horizontalAdvance(long)
    words, size = fitted(Text(0, 0, long, room=width * 0.9, least=9, shorter=(short,)))
    assert words == long
    assert 9 <= size < 13
    assert fitted(Text(0, 0, long, room=width * 0.4, least=9, shorter=(short,)))[0] == short
    words, size = fitted(Text(0, 0, long, room=width * 0.4, least=9))
    assert words.endswith("…")
    assert metrics(size, monospace=False).horizontalAdvance(words) <= width * 0.4


@pytest.mark.parametrize(
    ("align", "left", "right"), [("left", 100, 200), ("center", 50, 150), ("right", 0, 100)]
)
def test_text_is_aligned(align: str, left: int, right: int) -> None:
    image = pixels(Text(100, 60, "wide text", align=align))
    columns = np.flatnonzero((image != 255).any((0, 2)))
    assert left - 2 <= columns[0]
    assert columns[-1] <= right + 2


def test_text_is_centred_on_its_line() -> None:
    rows = np.flatnonzero((pixels(Text(10, 60, "HEH")) != 255).any((1, 2)))
    assert abs((rows[0] + rows[-1]) / 2 - 60) <= 2


# --- the other items


def test_outlines_and_panels_have_the_colour_of_their_role() -> None:
    image = pixels(Panel(Box(20, 20, 100, 60), "strip"), Outline(Box(50, 40, 40, 20), "output", 4.0))
    assert tuple(image[30, 30].tolist()) == rgb("strip")
    assert tuple(image[50, 50].tolist()) == rgb("output")
    assert tuple(image[50, 70].tolist()) == rgb("strip")


def test_a_dashed_outline_has_gaps() -> None:
    row = pixels(Outline(Box(10, 20, 150, 60), "window", 2.0, dashed=True))[20, 15:155]
    assert 0.1 < (row == 255).all(1).mean() < 0.8


def test_a_curve_grows() -> None:
    def painted(progress: float) -> int:
        curve = Curve((10, 10), (190, 100), "output", progress, dotted=False)
        return int((pixels(curve) != 255).any(2).sum())

    assert painted(0) < painted(0.5) < painted(1.0)


def test_texts_of_one_row_are_as_large_as_the_smallest_of_them() -> None:
    wide, narrow = (Text(0, 0, "Products", size=17, room=room, least=11, row="a") for room in (200.0, 70.0))
    other = Text(0, 0, "Products", size=17, room=200.0, least=11)
    sizes = [fitted(text)[1] for text in (wide, narrow, other)]
    assert sizes[1] < sizes[0] == sizes[2] == 17
    assert [fitted(text)[1] for text in levelled((wide, narrow, other))] == [sizes[1], sizes[1], 17]


def test_an_upright_curve_goes_straight_down_where_it_passes_cells() -> None:
    curve = Curve((20, 10), (100, 190), "output", dotted=False, upright=True, straight=(0, 60))
    there = (pixels(curve) != 255).any(2)
    assert there[132:188, 100].all()
    assert not there[134:, :97].any()


def test_a_curve_goes_straight_where_it_passes_cells() -> None:
    curve = Curve((10, 20), (190, 100), "output", dotted=False, straight=(50, 60))
    there = (pixels(curve) != 255).any(2)
    assert there[20, 12:58].all()
    assert not there[24:, :58].any()
    assert there[100, 132:188].all()
    assert not there[:97, 134:].any()
