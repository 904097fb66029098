from __future__ import annotations

import struct

import numpy as np
import pytest
from PIL import Image as Pillow

from convviz.core.errors import ImageError
from convviz.core.images import decode, read_header
from tests.core.formats.makers import GREY, RGB, RGB16, saved, tiff

FLOAT = np.random.default_rng(3).random((6, 9), np.float32)
UNASSOCIATED, PREMULTIPLIED = {338: 2}, {338: 1}


@pytest.mark.parametrize("deflate", [False, True])
@pytest.mark.parametrize(
    ("values", "dtype"),
    [
        (GREY, np.uint8),
        (RGB, np.uint8),
        (RGB16, np.uint16),
        (RGB16[..., 0], np.uint16),
        (FLOAT, np.float32),
        (np.dstack([FLOAT, FLOAT / 2, FLOAT / 3]), np.float32),
        (FLOAT.astype(np.float64), np.float32),
        (GREY.astype(np.int16), np.uint16),
        (GREY.astype(np.int16) - 100, np.float32),
        (GREY.astype(np.uint32), np.uint16),
        (GREY.astype(np.uint32) * 1000, np.float32),
        (GREY.astype(np.int8), np.float32),
    ],
)
def test_every_kind_of_number_keeps_its_values(values: np.ndarray, dtype: type, deflate: bool) -> None:
    pixels = decode(tiff(values, 2 if values.ndim == 3 else 1, deflate=deflate), "x").pixels
    assert pixels.dtype == dtype
    np.testing.assert_array_equal(pixels, values)


@pytest.mark.parametrize("values", [GREY, RGB16[..., 0]])
def test_white_is_zero_is_turned_round(values: np.ndarray) -> None:
    white = np.iinfo(values.dtype).max
    np.testing.assert_array_equal(decode(tiff(values, 0), "x").pixels, white - values)


def test_alpha_of_sixteen_bits() -> None:
    stored = np.array([[[1000, 2000, 3000, 13107], [9, 8, 7, 65535]]], np.uint16)
    over = decode(tiff(stored, 2, extra=UNASSOCIATED), "x").pixels
    np.testing.assert_array_equal(over, [[[52628, 52828, 53028], [9, 8, 7]]])
    added = decode(tiff(stored, 2, extra=PREMULTIPLIED), "x").pixels
    np.testing.assert_array_equal(added, [[[53428, 54428, 55428], [9, 8, 7]]])


@pytest.mark.parametrize(("extra", "expected"), [(UNASSOCIATED, 224), (PREMULTIPLIED, 255)])
def test_alpha_of_eight_bits(extra: dict[int, int], expected: int) -> None:
    stored = np.array([[[100, 100, 100, 51], [9, 8, 7, 255]]], np.uint8)  # 100 × 0.2 + 255 × 0.8
    np.testing.assert_array_equal(
        decode(tiff(stored, 2, extra=extra), "x").pixels, [[[expected] * 3, [9, 8, 7]]]
    )


def test_alpha_of_floats() -> None:
    stored = np.array([[[0.5, 0.25, 0.0, 0.5], [0.5, 0.25, 0.0, 1.0]]], np.float32)
    over = decode(tiff(stored, 2, extra=UNASSOCIATED), "x").pixels
    np.testing.assert_allclose(over, [[[0.75, 0.625, 0.5], [0.5, 0.25, 0.0]]])


def test_big_tiff() -> None:
    data = saved(Pillow.fromarray(RGB), "TIFF", big_tiff=True)
    assert data[2] == 43
    np.testing.assert_array_equal(decode(data, "x").pixels, RGB)


@pytest.mark.parametrize("mode", ["CMYK", "YCbCr"])
def test_other_colours_become_rgb(mode: str) -> None:
    image = Pillow.fromarray(RGB).convert(mode)
    pixels = decode(saved(image, "TIFF"), "x").pixels.astype(int)
    assert np.abs(pixels - np.asarray(image.convert("RGB"))).max() <= 1


def test_tiles() -> None:
    image = Pillow.fromarray(np.tile(RGB, (6, 4, 1)))
    data = saved(image, "TIFF", tiffinfo={322: 16, 323: 16}, compression="tiff_adobe_deflate")
    np.testing.assert_array_equal(decode(data, "x").pixels, np.asarray(image))


def damaged(data: bytes) -> None:
    with pytest.raises(ImageError, match=r"x\.tif is cut off or damaged: it cannot be decoded as TIFF\."):
        decode(data, "x.tif")


@pytest.mark.parametrize("deflate", [False, True])
def test_cut_off_anywhere_is_refused_quietly(deflate: bool, capfd) -> None:
    whole = tiff(RGB16, 2, deflate=deflate)
    for length in range(8, len(whole), 7):
        damaged(whole[:length])
    assert capfd.readouterr() == ("", "")


def test_strip_beyond_the_end_is_refused() -> None:
    image = saved(Pillow.fromarray(RGB), "TIFF")  # its tags come first, its pixels last
    damaged(image[:-1])


def test_fewer_bytes_than_pixels_are_refused() -> None:
    data = tiff(GREY, 1)
    width = struct.pack("<HHII", 256, 4, 1, 9)
    assert width in data
    damaged(data.replace(width, struct.pack("<HHII", 256, 4, 1, 9000)))


def test_compressed_data_that_are_none_are_refused_quietly(capfd) -> None:
    data = tiff(RGB16, 2, deflate=True)
    damaged(data[:12] + bytes(40) + data[52:])
    assert capfd.readouterr() == ("", "")


def test_depth_that_would_be_lost_is_refused() -> None:
    damaged(tiff(RGB16[..., :2], 1, extra=UNASSOCIATED))  # grey of 16 bits with alpha
    damaged(tiff(np.dstack([RGB16, RGB16[..., 0]]), 5))  # CMYK of 16 bits
    image = Pillow.fromarray(RGB)
    assert decode(saved(image, "TIFF", compression="zstd"), "x").depth == "8-bit"


def test_header_without_pixels() -> None:
    header = read_header(tiff(RGB16, 2), "x.tif")
    assert (header.format.name, header.width, header.height) == ("TIFF", 9, 6)
