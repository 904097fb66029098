"""A large picture is averaged in pieces, to the numbers that OpenCV makes of it in one call."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from convviz.core.averages import averaged
from convviz.core.cv import cv2
from convviz.core.wanted import Overtaken, while_wanted

SIZES = {
    "parted": ((2999, 1203), (777, 613)),
    "hardly smaller": ((1499, 1803), (1250, 1799)),
    "whole rows, parted columns": ((2000, 1500), (500, 613)),
    "whole cells": ((2000, 1500), (500, 300)),
    "fewer columns": ((1501, 2000), (1501, 613)),
    "fewer rows": ((3001, 800), (613, 800)),
    "a single pixel": ((9000, 400), (1, 1)),
    "at once": ((300, 200), (77, 61)),
}


def picture(shape: tuple[int, int], dtype: Any) -> np.ndarray:
    """A part of a wider one, as a view of it is; of numbers with a sign where the type has one."""
    tall, wide = shape
    least = 0 if np.dtype(dtype).kind == "u" else -100
    cells = np.random.default_rng(0).random((2, tall, wide + 2)) * 255 + least
    return cells.astype(dtype)[:, :, 1:-1]


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16, np.float32, np.float64])
@pytest.mark.parametrize("name", SIZES)
def test_averages_are_those_of_one_call(name: str, dtype: Any) -> None:
    shape, size = SIZES[name]
    x = picture(shape, dtype)
    found = averaged(x, size)
    expected = np.stack([cv2.resize(plane, size[::-1], interpolation=cv2.INTER_AREA) for plane in x])
    assert found.dtype == dtype
    assert found.shape == (2, *size)
    away = np.abs(found.astype(np.float64) - expected)
    if np.dtype(dtype).kind == "u":  # what lies within the last bits of a half may be rounded otherwise
        assert away.max() <= 1
        assert np.count_nonzero(away) < 1e-3 * away.size
    else:
        assert away.max() < 2e-4


def test_blocks_of_whole_cells_are_the_same_to_the_last_bit() -> None:
    x = picture((4000, 1200), np.float32)
    assert np.array_equal(
        averaged(x, (1000, 240))[1], cv2.resize(x[1], (240, 1000), interpolation=cv2.INTER_AREA)
    )


def test_what_is_no_number_stays_in_the_pixel_it_falls_on() -> None:
    x = np.ones((1, 3000, 1000), np.float32)
    x[0, 1000, 500] = np.nan
    found = averaged(x, (301, 101))
    assert np.argwhere(~np.isfinite(found)).tolist() == [[0, 100, 50]]


def test_averages_that_are_overtaken_end_at_the_next_piece() -> None:
    asked = []

    def wanted() -> bool:
        asked.append(True)
        return len(asked) < 3

    with while_wanted(wanted), pytest.raises(Overtaken):
        averaged(picture((3000, 1000), np.uint8), (301, 101))
    assert len(asked) == 3
