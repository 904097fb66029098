"""Maxima of whole numbers, compared as they are."""

from __future__ import annotations

import numpy as np

from convviz.core.nd import pool
from convviz.core.nd.windows import Adaptive, Sliding


def test_maxima_of_bytes_are_those_of_floats() -> None:
    x = np.random.default_rng(0).integers(0, 256, (2, 5, 7), np.uint8)
    shares = [Adaptive(5, 3), Adaptive(7, 2)]
    y, expected = np.empty((2, 3, 2), np.float32), np.empty((2, 3, 2), np.float32)
    pool.maxima(x, shares, y)
    pool.maxima(x.astype(np.float32), shares, expected)
    np.testing.assert_array_equal(y, expected)
    assert y[0, 1, 0] == x[0, 1:4, :4].max()


def test_a_window_of_padding_only_is_minus_infinite_for_bytes_too() -> None:
    """Of one cell with padding 1, two taps 3 apart read the cells −1 and 2, and neither is there."""
    y = np.empty((1, 1), np.float32)
    pool.maxima(np.array([[9]], np.uint8), [Sliding(1, 1, 2, 1, 1, 3)], y)
    assert y.tolist() == [[-np.inf]]
