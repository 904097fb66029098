from __future__ import annotations

import zlib

import numpy as np
import pytest

from convviz.core.errors import ImageError
from convviz.core.formats import png
from convviz.core.images import decode
from tests.core.formats.makers import RGB16, by_opencv, chunk, exif

HEADER_END = 33  # the signature and the IHDR chunk
PNG16 = by_opencv(".png", RGB16)


def made(colour_type: int, values: np.ndarray, *before: bytes, after: bytes = b"") -> bytes:
    """A PNG of 16 bits per channel, its rows unfiltered."""
    rows = b"".join(b"\0" + row.astype(">u2").tobytes() for row in values)
    size = values.shape[1].to_bytes(4) + values.shape[0].to_bytes(4)
    header = chunk(b"IHDR", size + bytes([16, colour_type, 0, 0, 0]))
    data = chunk(b"IDAT", zlib.compress(rows))
    return b"\x89PNG\r\n\x1a\n" + header + b"".join(before) + data + after + chunk(b"IEND", b"")


def test_sixteen_bit_grey_with_alpha_is_laid_on_white_at_its_depth() -> None:
    values = np.array([[[1000, 65535], [1000, 0], [1000, 13107]]], np.uint16)
    pixels = decode(made(4, values), "la").pixels
    assert pixels.dtype == np.uint16
    np.testing.assert_array_equal(pixels, [[1000, 65535, 52628]])  # 1000 × 0.2 + 65535 × 0.8


def test_sixteen_bit_colour_with_alpha_is_laid_on_white_at_its_depth() -> None:
    values = np.array([[[1000, 2000, 3000, 65535], [1000, 2000, 3000, 13107]]], np.uint16)
    pixels = decode(made(6, values), "rgba").pixels
    np.testing.assert_array_equal(pixels, [[[1000, 2000, 3000], [52628, 52828, 53028]]])


@pytest.mark.parametrize("behind", [False, True])
def test_orientation_is_found_before_and_behind_deep_pixels(behind: bool) -> None:
    turned = chunk(b"eXIf", exif(6).tobytes().removeprefix(b"Exif\0\0"))
    data = made(2, RGB16, after=turned) if behind else made(2, RGB16, turned)
    np.testing.assert_array_equal(decode(data, "x").pixels, RGB16[::-1].swapaxes(0, 1))


def test_needless_broken_chunks_of_a_deep_picture_are_not_commented_on(capfd) -> None:
    comments = chunk(b"bKGD", b"\0"), chunk(b"gAMA", b"\0\0\0\0"), chunk(b"tIME", b"bad")
    np.testing.assert_array_equal(decode(made(2, RGB16, *comments), "x").pixels, RGB16)
    assert capfd.readouterr() == ("", "")


def test_wrong_check_sum_is_refused_quietly(capfd) -> None:
    at = PNG16.index(b"IDAT")
    length = int.from_bytes(PNG16[at - 4 : at])
    end = at + 4 + length
    broken = PNG16[:end] + bytes(4) + PNG16[end + 4 :]
    with pytest.raises(ImageError, match="cut off or damaged"):
        decode(broken, "x.png")
    assert capfd.readouterr() == ("", "")


def test_missing_end_is_refused() -> None:
    for cut in (1, 8, 12):
        with pytest.raises(ImageError, match="cut off or damaged"):
            decode(PNG16[:-cut], "x.png")


def test_what_opencv_does_not_decode_is_refused(monkeypatch) -> None:
    monkeypatch.setattr(png.cv2, "imdecode", lambda *_: None)
    with pytest.raises(ImageError, match="cut off or damaged"):
        decode(PNG16, "x.png")
