"""Where an output cell falls, what it reads there and how much of each."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given

from convviz.core.errors import SpecError
from convviz.core.resize_spec import ResizeSpec
from tests.core.strategies import ResizeCase, resize_cases


@pytest.mark.parametrize(
    ("choices", "sentence"),
    [
        ({"mode": "box"}, "mode must be one of nearest, nearest-exact, bilinear, bicubic, area, not 'box'."),
        (
            {"mode": "area", "align_corners": True},
            "align_corners is for bilinear, bicubic only, not for mode area.",
        ),
        ({"scale": (0, 2)}, "scale must be above 0, not 0."),
        ({"scale": (2.0, -1.5)}, "scale must be above 0, not -1.5."),
        ({"scale": (float("nan"), 2.0)}, "scale must be a finite number, not nan."),
        (
            {"mode": "nearest", "align_corners": True},
            "align_corners is for bilinear, bicubic only, not for mode nearest.",
        ),
    ],
)
def test_what_describes_no_layer_is_refused(choices: dict[str, Any], sentence: str) -> None:
    with pytest.raises(SpecError) as refusal:
        ResizeSpec(**choices)
    assert str(refusal.value) == sentence


def test_a_picture_of_which_nothing_is_left_is_refused() -> None:
    with pytest.raises(SpecError, match=r"2 cells scaled by 0\.25 are no cells"):
        ResizeSpec(scale=(2.0, 0.25)).output_size((2, 2))


def test_twice_as_large_falls_on_quarters() -> None:
    rows, _ = ResizeSpec().resampled((4, 4))
    assert rows.places.tolist() == [-0.25, 0.25, 0.75, 1.25, 1.75, 2.25, 2.75, 3.25]
    assert rows.first.tolist() == [-1, 0, 0, 1, 1, 2, 2, 3]
    assert rows.weights[:2].tolist() == [[0.25, 0.75], [0.75, 0.25]]
    assert (rows.origin, rows.step) == (0, 0.5)
    assert rows.extent == range(-1, 5)


def test_bicubic_weighs_four_by_keys() -> None:
    rows, _ = ResizeSpec("bicubic").resampled((4, 4))
    # t = 1/4: the weights of OpenCV and PyTorch, a = −0.75, in 256ths.
    assert (rows.weights[1] * 256).tolist() == [-27, 225, 67, -9]
    assert rows.cells([1]).tolist() == [[-1, 0, 1, 2]]


def test_nearest_looks_at_where_a_cell_begins_and_exact_at_its_centre() -> None:
    begins, _ = ResizeSpec("nearest", (0.5, 0.5)).resampled((8, 8))
    centre, _ = ResizeSpec("nearest-exact", (0.5, 0.5)).resampled((8, 8))
    assert begins.cells(slice(None)).ravel().tolist() == [0, 2, 4, 6]
    assert centre.cells(slice(None)).ravel().tolist() == [1, 3, 5, 7]
    assert (begins.places + 0.5).tolist() == [0, 2, 4, 6]
    assert (centre.places + 0.5).tolist() == [1, 3, 5, 7]


def test_aligned_corners_stay() -> None:
    rows, cols = ResizeSpec(scale=(2.5, 0.25), align_corners=True).resampled((4, 7))
    assert rows.places[[0, -1]].tolist() == [0, 3]
    assert rows.origin == pytest.approx(0.5 - rows.step / 2)
    assert cols.places.tolist() == [0]
    assert (cols.origin, cols.step) == (0, 1)


def test_an_axis_that_keeps_its_size_is_copied() -> None:
    rows, _ = ResizeSpec(scale=(1.1, 1.0)).resampled((5, 5))
    assert rows.places.tolist() == [0, 1, 2, 3, 4]
    assert rows.step == 1


def test_a_place_that_rounding_moves_off_a_centre_lies_on_it() -> None:
    rows, _ = ResizeSpec(scale=(3.0, 3.0)).resampled((200, 200))
    assert rows.places[1::3].tolist() == list(range(200))
    assert rows.weights[1::3].tolist() == [[1, 0]] * 200


def test_what_is_seen_with_cells_is_where_they_lie_too() -> None:
    rows, _ = ResizeSpec("nearest", (0.25, 0.25)).resampled((40, 40))
    assert rows.seen(2, 4) == (8, 16)
    aligned, _ = ResizeSpec(scale=(0.25, 0.25), align_corners=True).resampled((40, 40))
    assert aligned.seen(0, 10) == (0, 41)


def test_area_reads_all_that_it_touches() -> None:
    rows, cols = ResizeSpec("area", (0.6, 2.0)).resampled((5, 3))
    assert [rows.window(n)[0].tolist() for n in range(3)] == [[0, 1], [1, 2, 3], [3, 4]]
    assert rows.weights.tolist() == [[0.5, 0.5, 0], [1 / 3] * 3, [0.5, 0.5, 0]]
    assert rows.cells([0]).tolist() == [[0, 1, 1]]  # as many places for all: the last once more
    assert (rows.taps, rows.step, rows.extent) == (3, pytest.approx(5 / 3), range(5))
    assert rows.places.tolist() == pytest.approx([1 / 3, 2, 11 / 3])
    assert (cols.taps, cols.first.tolist()) == (1, [0, 0, 1, 1, 2, 2])
    assert rows.read().all()


@given(resize_cases())
def test_the_weights_of_a_place_add_up_to_one(case: ResizeCase) -> None:
    for axis in case.spec.resampled(case.x.shape[1:]):
        np.testing.assert_allclose(axis.weights.sum(1), 1, rtol=1e-9)
        assert axis.weights.shape == (axis.scaling.o, axis.taps)


@given(resize_cases())
def test_the_middle_of_what_is_read_is_the_place(case: ResizeCase) -> None:
    if case.spec.mode in ("bilinear", "bicubic"):
        for axis in case.spec.resampled(case.x.shape[1:]):
            mean = (axis.weights * axis.cells(slice(None))).sum(1)
            if axis.taps == 2:
                np.testing.assert_allclose(mean, axis.places, atol=1e-9)
            assert (np.abs(mean - axis.places) < 0.2).all()


@given(resize_cases())
def test_needed_are_the_fewest_cells(case: ResizeCase) -> None:
    rows, _ = case.spec.resampled(case.x.shape[1:])
    factor = case.spec.scale[0]
    for windows in (1, 3, 10):
        needed = rows.needed(windows)
        assert int(needed * factor) >= windows
        assert needed == 1 or int((needed - 1) * factor) < windows
