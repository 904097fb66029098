"""The unpooling lab: what its stage shows and says."""

from __future__ import annotations

import numpy as np
import pytest

from convviz import functional
from convviz.figure.figure import Curve, Figure, Mark, Outline, Size, Spot, Text
from convviz.i18n import tr
from convviz.labs import lab_of
from convviz.labs.offers import possible
from convviz.labs.story import Source, Story
from convviz.labs.unpool_view import look
from convviz.scene.scene import Region, Scene
from convviz.scene.unpool import UnpoolLayer
from tests.labs.scenes import GREY, SMALL, figure, story, unpooled

EIGHT = Region(0, 0, 8, 8)
PEAK = np.zeros((1, 5, 5), np.uint8)
PEAK[0, 2, 2] = 9
OVERLAPPING = unpooled(Region(0, 0, 5, 5), kernel_size=(3, 3), stride=(1, 1))


def peaked() -> Story:
    """Nine windows that all remember one cell."""
    return story(OVERLAPPING, Source("peak", PEAK, 255.0))


def said(told: Story, cell: tuple[int, int]) -> str:
    step = told.step_of(*cell)
    assert step is not None
    return tr(lab_of(told.scene).explain(told, told.timeline.at(told.timeline.finished(step))))


def words(drawn: Figure) -> str:
    return " ".join(tr(item.text) for item in drawn.items if isinstance(item, Text))


def lit(drawn: Figure, name: str) -> list[list[int]]:
    (grid,) = drawn.grids(name)
    return (np.argwhere(grid.marks & Mark.LIT) + grid.first).tolist()


def end(told: Story) -> float:
    return float(told.timeline.steps)


def test_the_stage_is_max_pool2d_and_max_unpool2d() -> None:
    told = story(unpooled(EIGHT))
    drawn, x = figure(told, end(told)), SMALL.planes.astype(np.float32)
    maxima, indices = functional.max_pool2d(x, 2, return_indices=True)
    (pooled,), (output,) = drawn.grids("pooled"), drawn.grids("output")
    np.testing.assert_array_equal(pooled.values, maxima[0])
    np.testing.assert_array_equal(output.values, functional.max_unpool2d(maxima, indices, 2)[0])
    large = figure(story(unpooled(Region(0, 0, 4, 4))), 0.0).grids("pooled")[0]
    assert [[int(text) for text in row] for row in large.over or ()] == indices[0, :2, :2].tolist()


def test_each_cell_says_which_window_remembers_it() -> None:
    told = story(unpooled(EIGHT))
    row, col = np.unravel_index(int(SMALL.planes[0, :2, :2].argmax()), (2, 2))
    index, y = row * 8 + col, SMALL.planes[0, row, col]
    assert (
        f"Row {row}, column {col} is number {index}; pooled cell 0, 0 remembers it, and its maximum {y}"
        in (said(told, (int(row), int(col))))
    )
    assert f"is number {(1 - row) * 8 + col}; the window that holds it remembers {index}, so it stays 0." in (
        said(told, (int(1 - row), int(col)))
    )
    assert "4 × 4 maxima come back to 8 × 8 cells" in said(told, (0, 0))


def test_of_several_windows_the_last_stays() -> None:
    told = peaked()
    assert "9 pooled cells remember it. Each writes over the one before: 9 of the last, 2, 2, stays" in (
        said(told, (2, 2))
    )
    assert "none of the 6 windows that hold it remembers that" in said(told, (1, 2))
    assert "The windows overlap, so one cell may be remembered by several" in said(told, (0, 0))
    cell = told.step_of(2, 2)
    assert cell is not None
    drawn = figure(told, told.timeline.finished(cell))
    assert lit(drawn, "pooled") == [[2, 2]]
    assert lit(drawn, "input") == [[2, 2]]


def test_gaps_and_what_lies_beyond_the_last_window_stay_0() -> None:
    told = story(unpooled(EIGHT, stride=(3, 3)))
    assert "No window holds row 2, column 0: nothing was pooled there, and it stays 0." in said(told, (2, 0))
    assert "The windows leave gaps" in said(told, (0, 0))
    assert "–" in words(figure(told, told.timeline.finished(2)))
    (source,) = figure(told, 0.0).grids("input")
    assert (source.marks[2] & Mark.UNREAD).all()


def test_the_formula_compares_the_indices_one_by_one() -> None:
    told = peaked()
    step = told.step_of(2, 2)
    assert step is not None
    start, stop = told.timeline.starts[1:3]
    half = words(figure(told, step + (start + stop) / 2, size=Size(1472, 620)))
    assert "2·5 + 2 = 12:" in half
    assert half.count("12 = 12") == 4
    assert half.count("12 ? 12") == 5
    assert words(figure(told, told.timeline.finished(step))).endswith("→ y[2,2] =  9")


def test_a_pooled_cell_shows_where_its_maximum_goes() -> None:
    told = story(unpooled(EIGHT))
    row, col = divmod(int(SMALL.planes[0, 4:6, 6:8].argmax()), 2)
    asked = figure(told, end(told), Spot("pooled", 2, 3))
    assert lit(asked, "input") == lit(asked, "output") == [[4 + row, 6 + col]]
    assert lit(asked, "pooled") == [[2, 3]]
    y = SMALL.planes[0, 4:6, 6:8].max()
    assert tr(asked.sentence) == (
        f"Pooled cell 2, 3 is {y}, found at index {(4 + row) * 8 + 6 + col} = {4 + row} · 8 + {6 + col}: it "
        f"goes back to row {4 + row}, column {6 + col}."
    )
    assert [item for item in asked.items if isinstance(item, Curve)]
    off = story(unpooled(Region(0, 0, 1, 8), kernel_size=(8, 1), stride=(8, 1)))
    names = [off.trace.at((0, int(r), c)).value for c in range(8) for r in [SMALL.planes[0, :, c].argmax()]]
    assert names == SMALL.planes[0].max(0).tolist()
    col = next(c for c in range(8) if SMALL.planes[0, :, c].argmax())
    elsewhere = figure(off, end(off), Spot("pooled", 0, col))
    assert not [item for item in elsewhere.items if isinstance(item, Curve)]
    assert not lit(elsewhere, "output")


def test_a_cell_of_the_picture_shows_the_windows_that_hold_it() -> None:
    told = peaked()
    asked = figure(told, end(told), Spot("input", 2, 2))
    assert len(lit(asked, "pooled")) == 9
    assert lit(asked, "output") == [[2, 2]]
    assert "column 2: 9; it wins in 9 of them. Its index is 12." in tr(asked.sentence)
    padded = story(unpooled(EIGHT, kernel_size=(3, 3), padding=(1, 1)))
    assert tr(figure(padded, end(padded), Spot("input", -1, 0)).sentence) == (
        "Row −1, column 0 lies outside the input."
    )


def test_an_output_cell_shows_how_it_was_filled() -> None:
    told = peaked()
    asked = figure(told, end(told), Spot("output", 2, 2))
    assert lit(asked, "pooled") == [[2, 2]]
    view = look(told, told.timeline.at(end(told)), Spot("output", 2, 2))
    assert view.asked
    assert view.writers == [(r, c) for r in range(3) for c in range(3)]
    assert view.window_span == (3, 3)


def outlined(told: Story, t: float, spot: Spot | None = None) -> int:
    """Windows, on the picture and as cells of the maxima, that are framed; the legend's frame is none."""
    items = figure(told, t, spot).items
    return sum(isinstance(item, Outline) and item.role == "window" for item in items) - 1


def test_of_many_windows_only_the_one_in_play_is_outlined() -> None:
    told = story(unpooled(Region(100, 100, 7, 7), kernel_size=(5, 5), stride=(1, 1)), GREY)
    start, stop = told.timeline.starts[1:3]
    assert outlined(told, start + (stop - start) / 3) == 2
    few = peaked()
    step = few.step_of(2, 2)
    assert step is not None
    assert outlined(few, few.timeline.finished(step)) == 2 * 9


def test_the_windows_of_a_cell_that_is_pointed_at_are_outlined_and_no_others() -> None:
    told = story(unpooled(EIGHT))
    for t in (0.0, end(told)):
        assert outlined(told, t, Spot("input", 1, 5)) == 2
        frames = [item for item in figure(told, t, Spot("input", 1, 5)).items if isinstance(item, Outline)]
        (source,) = figure(told, t).grids("input")
        assert source.cell_box(0, 4, 2, 2) in [frame.box for frame in frames if frame.role == "window"]


def test_windows_may_overlap_along_one_axis_and_leave_gaps_along_the_other() -> None:
    told = story(unpooled(EIGHT, kernel_size=(3, 1), stride=(1, 2)))
    words_ = said(told, (0, 0))
    assert "overlap" in words_
    assert "gaps" in words_


@pytest.mark.parametrize(
    ("size", "source", "lines"),
    [
        (EIGHT, SMALL, ["n = ⌊(i + 2p − k) / s⌋ + 1: 4 × 4", "= (4 − 1)·2 − 2·0 + 2 = 8"]),
        (
            Region(0, 0, 9, 7),
            Source("odd", np.zeros((1, 9, 8), np.uint8), 255.0),
            ["n = ⌊(i + 2p − k) / s⌋ + 1: 4 × 4", "= (4 − 1)·2 − 2·0 + 2 = 8", "output_size: 9 × 8"],
        ),
    ],
)
def test_the_size_is_worked_out(size: Region, source: Source, lines: list[str]) -> None:
    told = story(unpooled(size), source)
    assert [tr(line) for line in lab_of(told.scene).size_formula(told)] == ["o = (n − 1)·s − 2p + k", *lines]


def test_what_the_size_would_be_without_output_size() -> None:
    odd = Source("odd", np.zeros((1, 9, 8), np.uint8), 255.0)
    told = story(unpooled(), odd)
    assert "Without output_size it would be 8 × 8, from which the pooling makes 4 × 4, too." in said(
        told, (0, 0)
    )
    assert possible(told, "output_size", "least")
    assert not possible(
        story(unpooled(), Source("odd", odd.planes.transpose(0, 2, 1), 255.0)), "output_size", "least"
    )


def test_it_opens_on_whole_windows() -> None:
    opened = lab_of(unpooled()).opening(Scene(layer=UnpoolLayer(), region=Region(101, 200, 7, 8)))  # type: ignore[attr-defined]
    assert opened.region == Region(100, 200, 6, 6)
    assert UnpoolLayer(stride=(3, 3)).step == (1, 1)


def test_there_is_no_kernel_to_point_at() -> None:
    told = story(unpooled())
    with pytest.raises(LookupError):
        lab_of(told.scene).kernel_cell(told, Spot("kernel", 0, 0))


def test_a_maximum_goes_from_its_own_cell_into_the_one_it_is_written_to() -> None:
    told = story(unpooled(EIGHT))
    for row, col in ((0, 0), (1, 2), (3, 3)):
        inside = SMALL.planes[0, 2 * row : 2 * row + 2, 2 * col : 2 * col + 2]
        down, along = np.unravel_index(int(inside.argmax()), (2, 2))
        place = (2 * row + int(down), 2 * col + int(along))
        step = told.step_of(*place)
        assert step is not None
        drawn = figure(told, told.timeline.finished(step))
        (pooled,), (output,) = drawn.grids("pooled"), drawn.grids("output")
        start, end = pooled.cell_box(row, col), output.cell_box(*place)
        (way,) = [item for item in drawn.items if isinstance(item, Curve)]
        assert way.start == (start.right + 3, start.center[1] if col == 3 else start.bottom)
        assert way.end == (end.x - 3, end.bottom if place[1] else end.center[1])
        assert way.straight == (pooled.box.right - start.right, end.x - output.x)
