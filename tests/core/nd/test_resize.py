"""Bands of a picture, resized one after the other, are the picture resized at once."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from convviz.core.nd import resize

FLAGS = {"bilinear": cv2.INTER_LINEAR, "bicubic": cv2.INTER_CUBIC}


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16, np.float64])
@given(
    mode=st.sampled_from(sorted(FLAGS)),
    rows=st.integers(1, 60),
    scale=st.sampled_from(((1, 1), (2, 1), (1, 2), (4, 1), (1, 4), (3, 1), (1, 3), (3, 2))),
)
def test_bands_are_the_whole(dtype: Any, mode: str, rows: int, scale: tuple[int, int]) -> None:
    up, down = scale
    x = np.random.default_rng(rows).integers(0, 255, (rows * down, 7)).astype(dtype)
    expected = cv2.resize(x.astype(np.float32), (11, rows * up), interpolation=FLAGS[mode])
    out = np.empty(expected.shape, np.float32)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(resize, "WHOLE", 0)
        patch.setattr(resize, "BAND", 20)  # three rows or so
        resize.by_opencv(x, mode, out)
    np.testing.assert_allclose(out, expected, rtol=1e-5, atol=1e-3)


def test_bands_overlap_by_what_is_read_beyond_them() -> None:
    assert list(resize.bands(8, 4, resize.BAND // 4)) == [(0, 4, 0, 6), (4, 8, 2, 8)]
    assert list(resize.bands(9, 6, resize.BAND)) == [(0, 3, 0, 6), (3, 6, 0, 9), (6, 9, 3, 9)]
    assert list(resize.bands(5, 10, 1)) == [(0, 5, 0, 5)]


def test_what_opencv_reads_as_it_is_needs_no_bands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resize, "WHOLE", 1 << 20)
    large, out = np.empty((4001, 4000), np.float32), np.empty((3000, 4000), np.float32)
    assert resize.in_bands(large, out)  # float32, row by row
    assert not resize.in_bands(large[:, ::-1], out)  # whose bands would be all of it
    assert resize.in_bands(large[:4000, ::-1], out)
