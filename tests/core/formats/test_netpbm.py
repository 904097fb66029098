from __future__ import annotations

import io

import numpy as np
import pytest

from convviz.core.errors import ImageError
from convviz.core.formats import netpbm
from convviz.core.images import decode


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"P1\n# a comment\n3 2\n1 0 1\n# more\n010", [[0, 255, 0], [255, 0, 255]]),
        (b"P4 10 2\n\x80\x40\x01\x80", [[0] + [255] * 8 + [0], [255] * 7 + [0] * 2 + [255]]),
        (b"P2\n2 2\n255\n0 1\n254 255\n", [[0, 1], [254, 255]]),
        (b"P2 3 1 # comment\n15\n0 5 15", [[0, 85, 255]]),
        (b"P5 3 1 3\n\x00\x01\x03", [[0, 85, 255]]),
        (b"P5 2 1 100\n\x64\xff", [[255, 255]]),  # above maxval is as white as white
        (b"P3 1 1 255 1 2 3", [[[1, 2, 3]]]),
        (b"P6\n1 1\n255\n\x01\x02\x03 and what comes after is not looked at", [[[1, 2, 3]]]),
    ],
)
def test_eight_bits(data: bytes, expected: list) -> None:
    pixels = decode(data, "x").pixels
    assert pixels.dtype == np.uint8
    np.testing.assert_array_equal(pixels, expected)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"P5 2 1 65535\n\x12\x34\xff\xff", [[0x1234, 65535]]),
        (b"P5 2 1 1023\n\x03\xff\x00\x01", [[65535, 64]]),
        (b"P2 2 1 65535\n4660 65535", [[0x1234, 65535]]),
        (b"P6 1 1 65535\n\x12\x34\x00\x01\xff\xff", [[[0x1234, 1, 65535]]]),
        (b"P3 1 1 1023 1023 1 0", [[[65535, 64, 0]]]),
    ],
)
def test_sixteen_bits(data: bytes, expected: list) -> None:
    pixels = decode(data, "x").pixels
    assert pixels.dtype == np.uint16
    np.testing.assert_array_equal(pixels, expected)


@pytest.mark.parametrize(("scale", "order"), [(b"-1.0", "<f4"), (b"1.0", ">f4")])
def test_floats_are_stored_from_the_bottom_up(scale: bytes, order: str) -> None:
    stored = np.array([[1.5, -2.0], [0.25, 4.0]], order)
    pixels = decode(b"Pf\n2 2\n" + scale + b"\n" + stored.tobytes(), "x").pixels
    assert pixels.dtype == np.float32
    np.testing.assert_array_equal(pixels, [[0.25, 4.0], [1.5, -2.0]])


@pytest.mark.parametrize(
    "data",
    [
        b"P5 2 2 255\nabc",
        b"P6 2 2 255\nabcdefghijk",
        b"P4 9 2\nabc",
        b"P1 2 2\n101",
        b"P2 2 2 255\n1 2 3",
        b"P2 2 1 255\n1 -2",
        b"P2 2 1 255\n1 two",
        b"P2 2 1 0\n1 2",
        b"P2 2 1 65536\n1 2",
        b"P5 0 4 255\n",
        b"P5 4 0 255\n",
        b"P5 hello",
        b"P5 14000 14000 255\nfar too little",
        b"Pf 2 2 -1.0\nabc",
        b"Pf 2 2 +-\nabcdefghijklmnop",
    ],
)
def test_refused(data: bytes) -> None:
    with pytest.raises(ImageError, match=r"x\.pgm is cut off or damaged: it cannot be decoded as Netpbm\."):
        decode(data, "x.pgm")


def test_size_is_read_without_the_raster() -> None:
    assert netpbm.size(io.BytesIO(b"P6 # comment\n40 30\n255\n")) == (40, 30)
