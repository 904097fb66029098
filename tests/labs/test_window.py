"""What the stage shows at a moment, cell by cell, judged against the trace."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from convviz.core.along import Strided
from convviz.core.errors import SpecError
from convviz.figure.figure import Array, Mark, Spot
from convviz.labs.story import Story
from convviz.labs.window import View, read_places, spanned
from convviz.scene.scene import Region
from tests.labs.scenes import COLOUR, GREY, SMALL, TINY, at, drawn, scene, story

END = 1e9


def marked(view: View, flag: int, output: bool = False) -> set[tuple[int, int]]:
    """The cells with that mark, by their index in the input or in the output."""
    marks, corner = (view.output_marks, view.region) if output else (view.input_marks, view.area)
    return {(int(r) + corner.top, int(c) + corner.left) for r, c in np.argwhere(marks & flag)}


def phase(told: Story, name: str, part: float = 0.5, step: int = 0) -> float:
    """The t at a part of a phase of a step."""
    starts, order = (*told.timeline.starts, 1.0), told.timeline.order
    n = order.index(name)
    return step + starts[n] + (starts[n + 1] - starts[n]) * part


# --- the step in play


def test_taps_are_shaded_once_the_window_has_come() -> None:
    told = story(scene(dilation=(2, 2), padding="valid"))
    assert not marked(at(told, phase(told, "slide", step=1)), Mark.TAP)
    comb = {(r, c) for r in (0, 2, 4) for c in (1, 3, 5)}
    assert marked(at(told, phase(told, "lift", step=1)), Mark.TAP) == comb


def test_the_window_slides_from_the_cell_before() -> None:
    told = story(scene(padding="valid", stride=(1, 2)))
    assert at(told, phase(told, "slide", 0.0, step=1)).window == (0, 0)
    assert 0 < at(told, phase(told, "slide", 0.5, step=1)).window[1] < 2
    assert at(told, phase(told, "lift", 0.0, step=1)).window == (0, 2)
    assert at(told, 0.0).window == (0, 0)


def test_taps_are_dealt_with_one_after_another() -> None:
    told = story(scene())
    assert at(told, phase(told, "lift")).done("multiply") == 0
    assert at(told, phase(told, "multiply", 0.5)).done("multiply") == 4
    assert at(told, phase(told, "add", 0.5)).done("multiply") == 9
    assert at(told, phase(told, "multiply", 0.5)).tapped == (0, 1, 1)
    assert at(told, phase(told, "write")).tapped is None


def test_of_several_channels_each_tap_is_known() -> None:
    told = story(scene(mix="sum"), COLOUR)
    view = at(told, phase(told, "add", 0.5))
    assert view.tapped == (1, 1, 1)
    assert view.tapped_number == 13


def test_output_cells_are_empty_until_they_are_written() -> None:
    told = story(scene(region=Region(0, 0, 3, 3), padding="valid"))
    assert len(marked(at(told, 4.0), Mark.EMPTY, output=True)) == 5
    assert len(marked(at(told, phase(told, "write", 0.9, step=4)), Mark.EMPTY, output=True)) == 4
    assert not marked(at(told, END), Mark.EMPTY, output=True)


# --- the pointer


def test_an_output_cell_shows_how_it_was_made() -> None:
    told = story(scene(region=Region(0, 0, 8, 8)))
    view = at(told, 40.0, Spot("output", 2, 3))
    assert view.asked
    assert view.step.cell == (0, 2, 3)
    assert marked(view, Mark.TAP) == {(r, c) for r in (1, 2, 3) for c in (2, 3, 4)}


def test_a_cell_that_is_not_reached_yet_keeps_its_secret() -> None:
    told = story(scene(region=Region(0, 0, 8, 8)))
    view = at(told, 40.0, Spot("output", 7, 7))
    assert not view.asked
    assert view.step.cell == (0, 5, 0)


@given(st.data())
def test_an_input_cell_lights_every_output_that_reads_it(data: st.DataObject) -> None:
    """Judged by the trace: whose taps read that cell, directly or as a copy in the padding."""
    mode = data.draw(st.sampled_from(["zeros", "reflect", "replicate", "circular"]))
    pads = data.draw(st.tuples(*[st.integers(0, 2)] * 4))
    stride = data.draw(st.tuples(*[st.integers(1, 4)] * 2))
    told = story(
        scene(drawn(3, 2), padding=pads, padding_mode=mode, stride=stride, region=Region(0, 0, 20, 20))
    )
    row, col = data.draw(st.integers(0, 7)), data.draw(st.integers(0, 7))
    readers = {step.cell[1:] for step in told.trace for tap in step.taps if tap.source == (0, row, col)}
    view = at(told, END, Spot("input", row, col))
    assert marked(view, Mark.LIT, output=True) == readers
    inside = view.area.holds(row, col)
    assert not inside or ((row, col) in marked(view, Mark.UNREAD)) == (not readers)


@given(st.data())
def test_cells_of_the_padding_point_at_what_they_copy(data: st.DataObject) -> None:
    mode = data.draw(st.sampled_from(["zeros", "reflect", "replicate", "circular"]))
    told = story(scene(padding=(2, 2, 2, 2), padding_mode=mode, region=Region(0, 0, 20, 20)))
    row, col = data.draw(st.integers(-2, 9)), data.draw(st.integers(-2, 9))
    view = at(told, END, Spot("input", row, col))
    ghost = not (0 <= row < 8 and 0 <= col < 8)
    assert ((row, col) in marked(view, Mark.GHOST)) == ghost
    tap = next(tap for step in told.trace for tap in step.taps if (tap.row, tap.col) == (row, col))
    assert view.copied == (tap.source[1:] if ghost and tap.source else None)
    assert ((row, col) in marked(view, Mark.COPY)) == (ghost and tap.source is not None)
    assert view.input_values[0, row + 2, col + 2] == tap.value
    assert set(view.lit_inputs(0)) == {(row, col)} | ({view.copied} if view.copied else set())


@pytest.mark.parametrize("grid", ["kernel", "products", "patch"])
def test_a_weight_and_its_product_light_the_input_they_meet(grid: str) -> None:
    told = story(scene(padding="valid", dilation=(2, 1)))
    view = at(told, END, Spot(grid, 2, 1))
    assert view.tapped == (0, 2, 1)
    row, col = int(view.step.rows[2]), int(view.step.cols[1])
    assert view.lit_inputs(0) == [(row, col)]


def test_a_weight_lights_its_own_channel() -> None:
    view = at(story(scene(mix="sum"), COLOUR), END, Spot("kernel", 0, 0, 2))
    assert view.lit_inputs(2)
    assert not view.lit_inputs(0)


def test_a_pointer_left_over_from_another_scene_does_no_harm() -> None:
    view = at(story(scene()), END, Spot("kernel", 30, 30, 7))
    assert view.tapped == (0, 2, 2)
    for spot in (Spot("input", 99, 99), Spot("output", 99, 99)):
        view = at(story(scene()), END, spot)
        assert not view.asked
        assert view.copied is None
        assert view.lit_inputs(0) == []


# --- the area


def test_the_area_is_what_the_windows_span() -> None:
    told = story(scene(region=Region(100, 100, 3, 4)), GREY)
    assert spanned(told, told.region(0)) == Region(99, 99, 5, 6)


def test_the_area_ends_where_the_padding_does_so_that_left_over_cells_are_seen() -> None:
    told = story(scene(padding="valid", stride=(3, 3)))
    view = at(told, END)
    assert view.area == Region(0, 0, 8, 8)
    assert marked(view, Mark.UNREAD) == {(r, c) for r in range(8) for c in range(8) if r > 5 or c > 5}


def test_stride_and_dilation_leave_cells_unread() -> None:
    wide = at(story(scene(padding="valid", stride=(4, 4))), END)
    assert {cell for cell in marked(wide, Mark.UNREAD) if max(cell) <= 6} == {
        (r, c) for r in range(7) for c in range(7) if 3 in (r, c)
    }
    comb = at(story(scene(padding="valid", stride=(2, 2), dilation=(2, 2))), END)
    assert (1, 0) in marked(comb, Mark.UNREAD)
    assert (2, 2) not in marked(comb, Mark.UNREAD)


def test_a_part_of_the_output_does_not_make_its_neighbours_unread() -> None:
    told = story(scene(dilation=(2, 2), padding="valid", region=Region(10, 10, 1, 1)), GREY)
    assert not marked(at(told, END), Mark.UNREAD)


@given(
    st.integers(1, 12),
    st.integers(1, 4),
    st.integers(1, 4),
    st.integers(1, 3),
    st.integers(0, 3),
    st.integers(0, 3),
)
def test_read_places_are_where_taps_fall(n: int, k: int, s: int, d: int, before: int, after: int) -> None:
    out = (n + before + after - d * (k - 1) - 1) // s + 1
    if out < 1 or before > n or after > n:
        return
    read = read_places(Strided(n, out, k, s, d, before, after), "circular")
    places = {o * s + i * d - before for o in range(out) for i in range(k)}
    expected = places | {place % n for place in places}
    assert {int(place) - before for place in np.flatnonzero(read)} == expected


def test_an_input_narrower_than_the_window_is_all_seen() -> None:
    view = at(story(scene(drawn(5, 5), padding=(4, 4, 4, 4)), TINY), END)
    assert view.area.holds(0, 0)
    with pytest.raises(SpecError, match="spans 5 cells"):
        story(scene(drawn(5, 5), padding="valid"), TINY)


def test_the_values_of_a_deep_picture_are_its_own() -> None:
    values: Array = at(story(scene(padding="valid")), END).input_values[0]
    assert np.array_equal(values, SMALL.planes[0])
