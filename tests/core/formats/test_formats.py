from __future__ import annotations

import numpy as np
import pytest
from PIL import Image as Pillow

from convviz.core.formats import FORMATS, told
from convviz.core.formats.arrays import upright
from convviz.core.images import decode
from tests.core.formats.makers import GREY, RGB, RGB16, by_opencv, exif, saved, tiff

# What is to be seen of stored pixels, by EXIF orientation: plain transposes and reversals.
SEEN = {
    1: lambda p: p,
    2: lambda p: p[:, ::-1],
    3: lambda p: p[::-1, ::-1],
    4: lambda p: p[::-1],
    5: lambda p: p.swapaxes(0, 1),
    6: lambda p: p[::-1].swapaxes(0, 1),
    7: lambda p: p[::-1, ::-1].swapaxes(0, 1),
    8: lambda p: p[:, ::-1].swapaxes(0, 1),
}
# Large flat patches of clear colours come through JPEG and AVIF nearly as they were.
PATCHES = np.zeros((32, 48, 3), np.uint8)
PATCHES[:16, :16], PATCHES[:16, 16:], PATCHES[16:, :16], PATCHES[16:, 16:] = (
    255,
    (200, 30, 30),
    60,
    (0, 90, 220),
)

KEEPING_EXIF = {
    "JPEG": {"quality": 100, "subsampling": 0},
    "PNG": {},
    "WebP": {"lossless": True},
    "TIFF": {},
    "AVIF": {"quality": 100, "subsampling": "4:4:4"},
}


@pytest.mark.parametrize("kind", KEEPING_EXIF)
@pytest.mark.parametrize("orientation", SEEN)
def test_orientation_is_obeyed_once(kind: str, orientation: int) -> None:
    data = saved(Pillow.fromarray(PATCHES), kind, exif=exif(orientation), **KEEPING_EXIF[kind])
    seen = decode(data, "turned").pixels.astype(int)
    expected = SEEN[orientation](PATCHES).astype(int)
    assert seen.shape == expected.shape
    assert np.abs(seen - expected).mean() < 3


@pytest.mark.parametrize("compression", [None, "tiff_lzw", "tiff_adobe_deflate", "zstd", "jpeg"])
@pytest.mark.parametrize("orientation", SEEN)
def test_orientation_of_compressed_tiff(compression: str | None, orientation: int) -> None:
    data = saved(Pillow.fromarray(PATCHES), "TIFF", exif=exif(orientation), compression=compression)
    seen = decode(data, "turned").pixels.astype(int)
    assert seen.shape == SEEN[orientation](PATCHES).shape
    assert np.abs(seen - SEEN[orientation](PATCHES)).mean() < 4


@pytest.mark.parametrize("values", [RGB16, RGB16[..., 0], RGB16.astype(np.float32) / 65535])
@pytest.mark.parametrize("orientation", SEEN)
def test_orientation_of_deep_tiff(values: np.ndarray, orientation: int) -> None:
    data = tiff(values, 2 if values.ndim == 3 else 1, extra={274: orientation})
    np.testing.assert_array_equal(decode(data, "deep").pixels, SEEN[orientation](values))


@pytest.mark.parametrize("orientation", SEEN)
def test_orientation_of_grey_tiff_with_alpha(orientation: int) -> None:
    layers = Pillow.merge("LA", [Pillow.fromarray(GREY), Pillow.new("L", (9, 6), 255)])
    data = saved(layers, "TIFF", exif=exif(orientation))
    np.testing.assert_array_equal(decode(data, "la").pixels, SEEN[orientation](GREY))


@pytest.mark.parametrize("unknown", [0, 9, "6", None, (6,)])
def test_orientation_that_means_nothing_changes_nothing(unknown: object) -> None:
    assert upright(RGB, unknown) is RGB


LOSSLESS = [
    ("PNG", {}),
    ("TIFF", {}),
    ("TIFF", {"compression": "tiff_lzw"}),
    ("WebP", {"lossless": True}),
    ("BMP", {}),
    ("PPM", {}),
    ("TGA", {}),
    ("TGA", {"compression": "tga_rle"}),
]


@pytest.mark.parametrize(("kind", "options"), LOSSLESS)
def test_rgb_comes_back_as_it_was(kind: str, options: dict) -> None:
    pixels = decode(saved(Pillow.fromarray(RGB), kind, **options), "x").pixels
    assert pixels.dtype == np.uint8
    np.testing.assert_array_equal(pixels, RGB)


@pytest.mark.parametrize(("kind", "options"), [row for row in LOSSLESS if row[0] != "WebP"] + [("GIF", {})])
def test_grey_comes_back_grey(kind: str, options: dict) -> None:
    np.testing.assert_array_equal(decode(saved(Pillow.fromarray(GREY), kind, **options), "x").pixels, GREY)


@pytest.mark.parametrize("kind", ["JPEG", "AVIF"])
def test_lossy_formats_come_back_nearly(kind: str) -> None:
    pixels = decode(saved(Pillow.fromarray(PATCHES), kind, quality=95), "x").pixels.astype(int)
    assert np.abs(pixels - PATCHES).mean() < 4


@pytest.mark.parametrize("kind", ["PNG", "TIFF", "WebP", "TGA"])
@pytest.mark.parametrize("grey", [False, True])
def test_alpha_is_laid_on_white(kind: str, grey: bool) -> None:
    alpha = np.linspace(0, 255, GREY.size).astype(np.uint8).reshape(GREY.shape)
    ink = GREY if grey else RGB
    image = Pillow.fromarray(ink)
    image.putalpha(Pillow.fromarray(alpha))
    options = {"lossless": True, "exact": True} if kind == "WebP" else {}
    pixels = decode(saved(image, kind, **options), "x").pixels
    share = alpha / 255 if grey else alpha[..., None] / 255
    expected = ink * share + 255 * (1 - share)
    if grey and kind == "WebP":  # which has no grey
        expected = np.dstack([expected] * 3)
    # libtiff rounds after multiplying and we round after adding
    assert np.abs(pixels - expected).max() <= (1.0 if kind == "TIFF" else 0.5)


@pytest.mark.parametrize("kind", ["PNG", "GIF", "TIFF", "BMP", "TGA"])
def test_palette_is_looked_up(kind: str) -> None:
    image = Pillow.fromarray(PATCHES).quantize(4)
    pixels = decode(saved(image, kind), "x").pixels
    np.testing.assert_array_equal(pixels, np.asarray(image.convert("RGB")))


@pytest.mark.parametrize("kind", ["PNG", "GIF"])
def test_clear_palette_entry_is_white(kind: str) -> None:
    image = Pillow.fromarray(PATCHES).quantize(4)
    first = image.getpixel((0, 31))
    pixels = decode(saved(image, kind, transparency=first), "x").pixels
    assert (pixels[31, 0] == 255).all()
    assert tuple(pixels[31, 40]) == image.convert("RGB").getpixel((40, 31))


@pytest.mark.parametrize("kind", ["PNG", "TIFF", "BMP", "PPM"])
def test_one_bit_is_black_and_white(kind: str) -> None:
    bits = GREY > 128
    pixels = decode(saved(Pillow.fromarray(bits), kind), "x").pixels
    np.testing.assert_array_equal(pixels, np.where(bits, 255, 0))


def test_first_frame_of_an_animation() -> None:
    frames = [Pillow.new("RGB", (8, 8), colour) for colour in ("red", "blue")]
    for kind in ("GIF", "WebP", "PNG", "TIFF"):
        options = {"lossless": True} if kind == "WebP" else {}
        data = saved(frames[0], kind, save_all=True, append_images=frames[1:], **options)
        assert tuple(decode(data, kind).pixels[0, 0]) == (255, 0, 0)


@pytest.mark.parametrize("ending", [".png", ".tiff", ".ppm"])
def test_sixteen_bit_colour_stays_sixteen_bit(ending: str) -> None:
    image = decode(by_opencv(ending, RGB16), "x")
    assert image.depth == "16-bit"
    np.testing.assert_array_equal(image.pixels, RGB16)


@pytest.mark.parametrize("ending", [".png", ".tiff", ".pgm"])
def test_sixteen_bit_grey_stays_sixteen_bit(ending: str) -> None:
    image = decode(by_opencv(ending, RGB16[..., 0]), "x")
    assert image.pixels.dtype == np.uint16
    np.testing.assert_array_equal(image.pixels, RGB16[..., 0])


@pytest.mark.parametrize("shape", [(6, 9), (6, 9, 3)])
@pytest.mark.parametrize("ending", [".tiff", ".pfm"])
def test_floats_stay_floats(ending: str, shape: tuple[int, ...]) -> None:
    values = np.random.default_rng(1).normal(0, 3, shape).astype(np.float32)
    image = decode(by_opencv(ending, values), "x")
    assert image.depth == "float"
    np.testing.assert_array_equal(image.pixels, values)


def test_adobe_cmyk_jpeg_is_turned_round() -> None:
    colours = {"white": (0, 0, 0, 0), "cyan": (255, 0, 0, 0), "black": (0, 0, 0, 255)}
    expected = {"white": (255, 255, 255), "cyan": (0, 255, 255), "black": (0, 0, 0)}
    for name, ink in colours.items():
        data = saved(Pillow.new("CMYK", (16, 16), ink), "JPEG", quality=100)
        assert b"Adobe" in data
        assert np.abs(decode(data, name).pixels[8, 8].astype(int) - expected[name]).max() <= 2


def test_cmyk_jpeg_without_adobe_marker_is_taken_as_it_is() -> None:
    data = saved(Pillow.new("CMYK", (16, 16), (255, 255, 255, 0)), "JPEG", quality=100)
    at = data.index(b"\xff\xee")  # the marker Adobe, with its length after it
    length = int.from_bytes(data[at + 2 : at + 4])
    plain = data[:at] + data[at + 2 + length :]
    # Stored upside down the ink (255, 255, 255, 0) is (0, 0, 0, 255): all black, and no colours.
    assert decode(plain, "plain").pixels[8, 8].max() <= 2
    assert decode(saved(Pillow.new("CMYK", (16, 16), (0, 0, 0, 0)), "TIFF"), "t").pixels.min() == 255


def test_every_format_is_told_by_its_own_signature() -> None:
    files = {
        row.name: saved(Pillow.fromarray(RGB), {"Netpbm": "PPM"}.get(row.name, row.name)) for row in FORMATS
    }
    assert {name: told(data).name for name, data in files.items()} == {name: name for name in files}
    assert told(b"") is None
