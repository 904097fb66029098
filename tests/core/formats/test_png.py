from __future__ import annotations

import os
import subprocess
import sys
import zlib
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
from PIL import Image as Pillow

from convviz.core.errors import ImageError
from convviz.core.formats import png
from convviz.core.images import decode
from tests.core.formats.makers import GREY, RGB, RGB16, by_opencv, chunk, exif, saved

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


def unended(whole: bytes) -> bytes:
    """A file without its end, which stands in a note: as where what was cut off held another picture."""
    return whole[:33] + chunk(b"tEXt", b"another\0" + whole[-12:]) + whole[33:-12]


def test_an_end_that_stands_in_a_note_is_none() -> None:
    with pytest.raises(ImageError, match="cut off or damaged"):
        decode(unended(PNG16), "x.png")
    small = decode(unended(saved(Pillow.fromarray(RGB), "PNG")), "x.png")  # Pillow has found all pixels
    np.testing.assert_array_equal(small.pixels, RGB)


def test_what_opencv_does_not_decode_is_refused(monkeypatch) -> None:
    monkeypatch.setattr(png.cv2, "imdecode", lambda *_: None)
    with pytest.raises(ImageError, match="cut off or damaged"):
        decode(PNG16, "x.png")


# --- small ones of 8 bits, which Pillow is not needed for


def plain(
    *before: bytes,
    rows: bytes = bytes(2 * (1 + 3 * 3)),
    kind: tuple[int, ...] = (8, 2, 0, 0, 0),
    behind: bytes = b"",
) -> bytes:
    """A PNG of 3 × 2 pixels, by default black ones of RGB."""
    header = chunk(b"IHDR", (3).to_bytes(4) + (2).to_bytes(4) + bytes(kind))
    packed = chunk(b"IDAT", zlib.compress(rows))
    return b"\x89PNG\r\n\x1a\n" + header + b"".join(before) + packed + behind + chunk(b"IEND", b"")


LONG_HEADER = plain()[:8] + chunk(b"IHDR", plain()[16:29] + b"!") + plain()[33:]


@pytest.fixture
def pillow(monkeypatch) -> list[bytes]:
    """What is handed to Pillow."""
    handed: list[bytes] = []
    pixels = png._reader.pixels  # noqa: SLF001

    def read(data: bytes) -> np.ndarray:
        handed.append(data)
        return pixels(data)

    monkeypatch.setattr(png._reader, "pixels", read)  # noqa: SLF001
    return handed


@pytest.mark.parametrize("values", [GREY, RGB], ids=["grey", "RGB"])
@pytest.mark.parametrize("by", ["Pillow", "OpenCV"])
def test_a_plain_picture_is_read_without_pillow_to_the_same_pixels(values, by: str, pillow) -> None:
    data = saved(Pillow.fromarray(values), "PNG") if by == "Pillow" else by_opencv(".png", values)
    pixels = decode(data, "x.png").pixels
    assert pillow == []
    assert pixels.dtype == np.uint8
    np.testing.assert_array_equal(pixels, values)
    np.testing.assert_array_equal(png._reader.pixels(data), pixels)  # noqa: SLF001


@pytest.mark.parametrize(
    "data",
    [
        plain(rows=bytes(20), kind=(8, 2, 0, 0, 1)),
        plain(rows=bytes(2 * (1 + 3)), kind=(8, 3, 0, 0, 0)),
        plain(rows=bytes(2 * (1 + 1)), kind=(1, 0, 0, 0, 0)),
        plain(chunk(b"tRNS", bytes(6))),
        plain(chunk(b"eXIf", exif(6).tobytes().removeprefix(b"Exif\0\0"))),
        plain(chunk(b"pHYs", bytes(5))),
        plain(chunk(b"tEXt", b"Author\0somebody")),
        plain(behind=chunk(b"tIME", bytes(7))),
        plain(chunk(b"gAMA", bytes(4))[:-1] + b"!"),
        plain(rows=bytes(19)),
        plain(rows=bytes(21)),
        plain(rows=b"\x05" + bytes(19)),
        plain().replace(zlib.compress(bytes(20)), bytes(len(zlib.compress(bytes(20))))),
        plain(chunk(b"IHDR", bytes(13))),
        LONG_HEADER,
    ],
    ids=[
        *("interlaced", "palette", "one bit", "transparent", "turned", "a note of another length", "text"),
        *("something behind", "a wrong check sum", "a row too short", "a row too long", "no such filter"),
        *("not packed", "two headers"),
        "a longer header",
    ],
)
def test_what_is_not_plain_is_pillows_to_read_or_to_refuse(data: bytes, pillow) -> None:
    with suppress(Exception):
        png.pixels(data)
    assert pillow == [data]


def test_notes_change_nothing_and_a_large_file_is_pillows(monkeypatch, pillow) -> None:
    data = plain(chunk(b"gAMA", (45455).to_bytes(4)), chunk(b"pHYs", bytes(9)))
    np.testing.assert_array_equal(decode(data, "x.png").pixels, np.zeros((2, 3, 3), np.uint8))
    assert pillow == []
    monkeypatch.setattr(png, "_SMALL", len(data) - 1)
    np.testing.assert_array_equal(decode(data, "x.png").pixels, np.zeros((2, 3, 3), np.uint8))
    assert pillow == [data]


def test_to_read_it_pillow_is_not_even_imported(tmp_path) -> None:
    (tmp_path / "x.png").write_bytes(plain())
    program = (
        "import sys; from convviz.core.images import open_image; open_image('x.png'); print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(Path(png.__file__).parents[3])},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert "PIL" not in done.stdout.split()
