"""Editing kernels and canvases cell by cell."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convviz.core import painting
from convviz.core.errors import KernelError, SpecError
from convviz.core.spec import ConvSpec
from tests.scene.strategies import rows

NINE = ((1.0, 2.0, 3.0), (4.0, 5.0, 6.0), (7.0, 8.0, 9.0))
places = st.tuples(st.integers(-40, 40), st.integers(-40, 40))


def test_painted_cells_change_and_others_do_not() -> None:
    painted = painting.with_cells(NINE, [(0, 1), (2, 2), (0, 1)], -1.0)
    assert painted == ((1.0, -1.0, 3.0), (4.0, 5.0, 6.0), (7.0, 8.0, -1.0))


def test_cells_outside_are_left_out() -> None:
    assert painting.with_cells(NINE, [(-1, 0), (0, 3), (9, 9)], 0.0) == NINE


@pytest.mark.parametrize(
    ("size", "result"),
    [
        ((3, 3), NINE),
        ((1, 1), ((5.0,),)),
        ((3, 5), ((0, 1, 2, 3, 0), (0, 4, 5, 6, 0), (0, 7, 8, 9, 0))),
        ((2, 2), ((5.0, 6.0), (8.0, 9.0))),
        ((3, 4), ((1, 2, 3, 0), (4, 5, 6, 0), (7, 8, 9, 0))),
    ],
)
def test_a_resized_kernel_keeps_its_centre(size: tuple[int, int], result: painting.Rows) -> None:
    assert painting.resized(NINE, *size) == result


@given(rows(), st.integers(1, 9), st.integers(1, 9))
def test_the_cell_on_the_output_cell_stays_there(kernel: painting.Rows, height: int, width: int) -> None:
    def centre(of: painting.Rows) -> float:
        top, _, left, _ = ConvSpec((len(of), len(of[0])), padding="same").pads
        return of[top][left]

    assert centre(painting.resized(kernel, height, width)) == centre(kernel)


@given(rows(), st.integers(0, 4), st.integers(0, 4))
def test_growing_is_undone_by_shrinking(kernel: painting.Rows, down: int, across: int) -> None:
    height, width = len(kernel), len(kernel[0])
    assert painting.resized(painting.resized(kernel, height + down, width + across), height, width) == kernel


def test_a_kernel_is_not_resized_to_nothing_nor_without_end() -> None:
    with pytest.raises(SpecError, match="height must be at least 1, not 0"):
        painting.resized(NINE, 0, 3)
    with pytest.raises(SpecError, match="width must be at least 1, not -1"):
        painting.resized(NINE, 3, -1)
    with pytest.raises(KernelError, match="A kernel of 64 × 3 is too large: at most 63 × 63"):
        painting.resized(NINE, 64, 3)


def test_turns_and_mirrors() -> None:
    assert painting.rotated(((1, 2, 3), (4, 5, 6))) == ((4, 1), (5, 2), (6, 3))
    assert painting.transposed(((1, 2, 3), (4, 5, 6))) == ((1, 4), (2, 5), (3, 6))
    assert painting.flipped(((1, 2), (3, 4))) == ((2, 1), (4, 3))
    assert painting.flipped(((1, 2), (3, 4)), vertically=True) == ((3, 4), (1, 2))


@given(rows())
def test_turning_and_mirroring_come_back(kernel: painting.Rows) -> None:
    half = painting.rotated(painting.rotated(kernel))
    assert half == painting.flipped(painting.flipped(kernel), vertically=True)
    assert painting.rotated(painting.rotated(half)) == kernel
    assert painting.transposed(painting.transposed(kernel)) == kernel
    assert painting.rotated(kernel) == painting.flipped(painting.transposed(kernel))


def test_a_normalised_kernel_adds_up_to_1() -> None:
    assert painting.normalised(((1.0, 2.0), (1.0, 0.0))) == ((0.25, 0.5), (0.25, 0.0))
    assert painting.normalised(((-2.0,),)) == ((1.0,),)


@pytest.mark.parametrize("kernel", [((1.0, -1.0),), ((0.0,),), ((0.1, 0.2, -0.3),)])
def test_a_sum_of_0_cannot_be_divided_by(kernel: painting.Rows) -> None:
    with pytest.raises(KernelError) as refused:
        painting.normalised(kernel)
    assert str(refused.value) == "The weights add up to 0; there is nothing to divide by."


def test_a_cleared_kernel_is_all_zeros() -> None:
    assert painting.cleared(((1.0, 2.0), (3.0, 4.0))) == ((0.0, 0.0), (0.0, 0.0))


def test_painted_pixels_change_and_others_do_not() -> None:
    assert painting.with_pixels(b"\1\2\3\4\5\6", 3, [(0, 2), (1, 0)], 255) == b"\1\2\xff\xff\5\6"
    assert painting.with_pixels(b"\1\2\3\4", 2, [(0, 2), (2, 0), (-1, 0), (0, -1)], 9) == b"\1\2\3\4"


@pytest.mark.parametrize("grey", [-1, 256])
def test_a_grey_fits_into_a_byte(grey: int) -> None:
    with pytest.raises(SpecError, match=f"grey must be from 0 to 255, not {grey}"):
        painting.with_pixels(b"\0", 1, [(0, 0)], grey)


@given(places, places)
def test_a_line_leaves_no_gap(start: painting.Place, end: painting.Place) -> None:
    cells = painting.line_cells(start, end)
    assert (cells[0], cells[-1]) == (start, end)
    down, across = end[0] - start[0], end[1] - start[1]
    assert len(cells) == max(abs(down), abs(across)) + 1
    for n, (row, col) in enumerate(cells):
        share = n / max(1, len(cells) - 1)
        assert abs(row - (start[0] + share * down)) <= 0.5 + 1e-9
        assert abs(col - (start[1] + share * across)) <= 0.5 + 1e-9
    assert all(max(abs(a - c), abs(b - d)) == 1 for (a, b), (c, d) in pairwise(cells))


def test_a_line_as_on_paper() -> None:
    assert painting.line_cells((0, 0), (2, 4)) == ((0, 0), (1, 1), (1, 2), (2, 3), (2, 4))
    assert painting.line_cells((0, 0), (-2, -4)) == ((0, 0), (-1, -1), (-1, -2), (-2, -3), (-2, -4))
