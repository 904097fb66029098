from __future__ import annotations

import errno
import os
import subprocess
import sys
import threading
import warnings
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image as Pillow

from convviz.core import images
from convviz.core.errors import ImageError
from convviz.core.images import (
    CHANNELS,
    MAX_PIXELS,
    OPENING,
    Image,
    decode,
    decoding,
    from_rgb,
    glimpse,
    open_image,
    read_header,
)
from tests.core.formats.makers import GREY, RGB, RGB16, by_opencv, chunk, saved, tiff

EIGHT = ("PNG", "JPEG", "TIFF", "WebP", "BMP", "GIF", "AVIF", "PPM")


def refused(code: str, path: Path | str) -> str:
    """The sentence with which a file is refused."""
    with pytest.raises(ImageError) as caught:
        open_image(path)
    assert caught.value.code == code
    return str(caught.value)


# --- Image ---


def test_pixels_are_contiguous_and_cannot_be_written() -> None:
    image = Image(RGB[:, ::-1], "x")
    assert image.pixels.flags.c_contiguous
    with pytest.raises(ValueError, match="read-only"):
        image.pixels[0, 0] = 0
    assert RGB.flags.writeable  # the caller's own array stays as it was


def test_shape_is_height_then_width() -> None:
    image = Image(RGB, "x")
    assert (image.height, image.width, image.shape, image.colour) == (6, 9, (6, 9), True)
    assert not Image(GREY, "x").colour


def test_images_are_compared_by_identity() -> None:
    image = Image(RGB, "x")
    same = image
    assert image == same
    assert image != Image(RGB, "x")
    assert len({image, same}) == 1


@pytest.mark.parametrize(
    ("pixels", "depth", "white"),
    [
        (GREY, "8-bit", 255.0),
        (RGB16, "16-bit", 65535.0),
        (np.array([[0.1, 0.5]], np.float32), "float", 1.0),
        (np.array([[-3.0, 2.5]], np.float32), "float", 2.5),
        (np.array([[-3.0, -1.0]], np.float32), "float", 1.0),
    ],
)
def test_depth_and_white(pixels: np.ndarray, depth: str, white: float) -> None:
    image = Image(pixels, "x")
    assert (image.depth, image.white) == (depth, white)


@pytest.mark.parametrize("pixels", [RGB, RGB16, RGB.astype(np.float32) / 255])
def test_planes_of_colour(pixels: np.ndarray) -> None:
    image = Image(pixels, "x")
    for index, channel in enumerate("rgb"):
        np.testing.assert_array_equal(image.plane(channel), pixels[None, ..., index])
    np.testing.assert_array_equal(image.plane("all"), pixels.transpose(2, 0, 1))
    luma = pixels @ np.array([0.299, 0.587, 0.114])  # ITU-R BT.601
    # OpenCV's whole numbers have 14 bits behind the point: at 16-bit white that is off by up to 1.
    tolerance = {"uint8": 0.51, "uint16": 1.5, "float32": 1e-6}[pixels.dtype.name]
    assert np.abs(image.plane("luma")[0] - luma).max() <= tolerance
    for channel in CHANNELS:
        plane = image.plane(channel)
        assert plane.dtype == pixels.dtype
        assert plane.flags.c_contiguous
        assert not plane.flags.writeable


@pytest.mark.parametrize("channel", CHANNELS)
def test_grey_gives_its_one_plane_for_every_channel(channel: str) -> None:
    np.testing.assert_array_equal(Image(GREY, "x").plane(channel), GREY[None])


def test_unknown_channel_is_refused() -> None:
    with pytest.raises(ImageError, match=r"There is no channel “k”; use one of luma, r, g, b, all\."):
        Image(RGB, "x").plane("k")


@pytest.mark.parametrize("size", [(1, 1), (1, 40), (40, 1)])
def test_thin_pictures(size: tuple[int, int]) -> None:
    pixels = np.arange(size[0] * size[1] * 3, dtype=np.uint8).reshape(*size, 3)
    image = decode(saved(Pillow.fromarray(pixels), "PNG"), "x")
    np.testing.assert_array_equal(image.plane("all"), pixels.transpose(2, 0, 1))


# --- opening ---


@pytest.mark.parametrize("kind", [*EIGHT, "TGA"])
def test_a_file_is_opened_by_what_it_holds_and_not_by_its_name(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "photo.dat"
    path.write_bytes(saved(Pillow.fromarray(RGB), kind))
    image = open_image(str(path))
    assert image.name == "photo.dat"
    assert image.shape == (6, 9)


def test_endings_for_dialogs() -> None:
    assert {".png", ".jpg", ".tif", ".webp", ".bmp", ".gif", ".avif", ".pgm", ".ppm", ".tga"} <= set(OPENING)


def test_a_photo_of_twelve_megapixels_is_copied_out_whole(tmp_path: Path) -> None:
    rows, columns = np.indices((3000, 4000)) // 40
    photo = np.dstack([rows * 3 % 256, columns * 2 % 256, (rows + columns) % 256]).astype(np.uint8)
    path = tmp_path / "photo.bmp"
    path.write_bytes(saved(Pillow.fromarray(photo), "BMP"))
    np.testing.assert_array_equal(open_image(path).pixels, photo)


def large_jpeg(path: Path, orientation: int = 1) -> Path:
    """A photo as large as needs a glimpse, dark on its stored left, bright on its right."""
    exif = Pillow.Exif()
    exif[0x0112] = orientation
    ramp = np.tile(np.arange(2500) // 10, (1601, 1)).astype(np.uint8)
    Pillow.fromarray(ramp).save(path, exif=exif)
    return path


@pytest.mark.parametrize(("orientation", "shape"), [(1, (1601, 2500)), (3, (1601, 2500)), (6, (2500, 1601))])
def test_a_large_jpeg_is_glimpsed_an_eighth_as_large(
    tmp_path: Path, orientation: int, shape: tuple[int, int]
) -> None:
    path = large_jpeg(tmp_path / "photo.jpg", orientation)
    seen, whole = glimpse(path), open_image(path)
    assert seen is not None
    assert (seen.height, seen.width) == whole.shape == shape
    assert seen.image.shape == (-(-shape[0] // 8), -(-shape[1] // 8))
    np.testing.assert_allclose(seen.image.pixels[:200, :200], whole.pixels[4:1600:8, 4:1600:8], atol=2)


def test_nothing_is_glimpsed_where_reading_is_quick_or_there_is_no_quicker_way(tmp_path: Path) -> None:
    Pillow.fromarray(GREY).save(tmp_path / "small.jpg")
    Pillow.fromarray(np.zeros((2000, 2000), np.uint8)).save(tmp_path / "large.png")
    assert glimpse(tmp_path / "small.jpg") is None
    assert glimpse(tmp_path / "large.png") is None


def test_what_is_damaged_is_no_glimpse(tmp_path: Path) -> None:
    path = large_jpeg(tmp_path / "photo.jpg")
    path.write_bytes(path.read_bytes()[:2000])
    with pytest.raises(ImageError):
        glimpse(path)


def test_from_rgb_copies_and_lays_alpha_on_white() -> None:
    given_array = RGB.copy()
    image = from_rgb(given_array, "Pasted")
    given_array[:] = 0
    np.testing.assert_array_equal(image.pixels, RGB)
    clear = np.dstack([RGB, np.zeros((6, 9), np.uint8)])
    assert (from_rgb(clear, "Pasted").pixels == 255).all()
    opaque = np.dstack([RGB, np.full((6, 9), 255, np.uint8)])
    np.testing.assert_array_equal(from_rgb(opaque, "Pasted").pixels, RGB)


def test_pasted_picture_too_large_is_refused() -> None:
    vast = np.broadcast_to(np.uint8(0), (20001, 10000, 3))
    with pytest.raises(ImageError, match="10000 × 20001 pixels"):
        from_rgb(vast, "Pasted")


# --- refusing ---


def test_missing(tmp_path: Path) -> None:
    path = tmp_path / "none.png"
    assert refused("image_missing", path) == f"There is no file {path}."
    refused("image_missing", "zero\0character.png")


def test_below_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("text")
    assert refused("image_unreadable", tmp_path / "file" / "x.png").endswith(
        "cannot be read: Not a directory."
    )


def test_folder(tmp_path: Path) -> None:
    assert refused("image_folder", tmp_path) == f"{tmp_path.name} is a folder, not a picture."


def test_empty(tmp_path: Path) -> None:
    path = tmp_path / "empty.png"
    path.touch()
    assert refused("image_empty", path) == "empty.png is an empty file."
    with pytest.raises(ImageError, match="is an empty file"):
        decode(b"", "pasted")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    path = tmp_path / "pipe.png"
    os.mkfifo(path)
    assert refused("image_not_a_file", path) == "pipe.png is a device or a pipe, not a picture file."


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there are no devices here")
def test_a_device_is_refused() -> None:
    refused("image_not_a_file", "/dev/zero")


def test_no_permission(tmp_path: Path, monkeypatch) -> None:
    path = tmp_path / "secret.png"
    path.write_bytes(saved(Pillow.fromarray(RGB), "PNG"))

    def deny(*_, **__):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "open", deny)
    assert refused("image_unreadable", path) == f"{path} cannot be read: Permission denied."


def test_broken_disk_without_an_explanation(tmp_path: Path, monkeypatch) -> None:
    def fail(*_, **__):
        raise OSError("the drive is gone")

    with monkeypatch.context() as broken:
        broken.setattr(Path, "stat", fail)
        assert refused("image_unreadable", tmp_path / "x.png").endswith("cannot be read: the drive is gone.")


def test_file_of_too_many_bytes(tmp_path: Path, monkeypatch) -> None:
    path = tmp_path / "long.png"
    path.write_bytes(saved(Pillow.fromarray(RGB), "PNG"))
    monkeypatch.setattr(images, "MAX_BYTES", 20)
    size = path.stat().st_size
    assert refused("image_file_too_large", path) == f"long.png holds {size} bytes; at most 20 are read."


@pytest.mark.parametrize(
    "data",
    [
        b"hello, this is a text\n",
        b"%PDF-1.7 ...",
        b"\x7fELF" + bytes(200),
        bytes(300),
        b"<svg/>",
        b"P",
        b"\xff\xd8",
    ],
)
def test_what_is_no_picture_is_said_to_be_none(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "notes.png"
    path.write_bytes(data)
    assert refused("image_unknown", path) == (
        "notes.png is not a picture of a kind that can be opened "
        "(PNG, JPEG, TIFF, WebP, BMP, GIF, AVIF, Netpbm, TGA)."
    )


@pytest.mark.parametrize("kind", [*EIGHT, "TGA"])
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_cut_off(kind: str, share: float, tmp_path: Path, capfd) -> None:
    whole = saved(Pillow.effect_noise((64, 48), 90).convert("RGB"), kind)
    path = tmp_path / "cut.dat"
    path.write_bytes(whole[: max(130, int(len(whole) * share))])
    name = {"PPM": "Netpbm"}.get(kind, kind)
    assert refused("image_damaged", path) == f"cut.dat is cut off or damaged: it cannot be decoded as {name}."
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("progressive", [False, True])
@pytest.mark.parametrize("missing", [2, 20, 400])
def test_jpeg_without_its_end(progressive: bool, missing: int, capfd) -> None:
    # Always the same noise: of one picture in fourteen, the last cell is whole even where no end is marked.
    noise = np.random.default_rng(0).integers(0, 256, (48, 64), np.uint8)
    whole = saved(Pillow.fromarray(noise), "JPEG", progressive=progressive)
    with pytest.raises(ImageError, match="cut off or damaged"):
        decode(whole[:-missing], "x.jpg")
    assert capfd.readouterr() == ("", "")


def test_jpeg_with_more_behind_its_end_is_whole() -> None:
    whole = saved(Pillow.fromarray(RGB), "JPEG")
    assert decode(whole + b"a phone's video" * 99, "x.jpg").shape == (6, 9)


def test_damaged_inside_says_nothing_on_stderr(capfd) -> None:
    for kind in EIGHT:
        whole = bytearray(saved(Pillow.effect_noise((64, 48), 90).convert("RGB"), kind))
        for at in range(len(whole) // 3, len(whole) - 20, 97):
            whole[at] ^= 0x5A
        try:
            decode(bytes(whole), kind)
        except ImageError as error:
            assert error.code == "image_damaged"  # noqa: PT017
    assert capfd.readouterr() == ("", "")


def png_header(width: int, height: int) -> bytes:
    size = width.to_bytes(4) + height.to_bytes(4)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size + bytes([8, 2, 0, 0, 0]))


def test_header_that_declares_more_than_there_is(tmp_path: Path) -> None:
    path = tmp_path / "liar.png"
    path.write_bytes(png_header(10_000, 20_000) + chunk(b"IDAT", b"x\x9cc\0\0\0\1\0\1") + chunk(b"IEND", b""))
    refused("image_damaged", path)


@pytest.mark.parametrize(
    "data",
    [
        png_header(100_000, 100_000),
        png_header(10_000, 20_001),
        b"P5 20001 10000 255\n",
        b"BM"
        + bytes(12)
        + (40).to_bytes(4, "little")
        + (30000).to_bytes(4, "little") * 2
        + b"\1\0\x18\0"
        + bytes(24),
        tiff(GREY, 1).replace((9).to_bytes(4, "little"), (1 << 30).to_bytes(4, "little")),
    ],
)
def test_too_large_is_refused_before_decoding(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "vast.dat"
    path.write_bytes(data.ljust(200, b"\0"))
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # Pillow's own warning of large pictures is not wanted
        assert refused("image_too_large", path).endswith("pixels; at most 200 million pixels are opened.")


def test_two_hundred_megapixels_pass_the_header() -> None:
    header = read_header(png_header(10_000, 20_000) + bytes(40), "x.png")
    assert header.width * header.height == MAX_PIXELS


def test_values_that_are_no_numbers_are_counted() -> None:
    values = np.ones((6, 9), np.float32)
    values[0, :2], values[3, 3] = np.nan, np.inf
    with pytest.raises(ImageError, match=r"x\.tif holds 3 values that are not finite numbers\."):
        decode(by_opencv(".tiff", values), "x.tif")


@pytest.mark.parametrize("value", [2e24, -3.4028234663852886e38])
def test_numbers_that_could_not_be_summed_are_refused(value: float) -> None:
    values = np.ones((6, 9), np.float32)
    decode(by_opencv(".tiff", values * np.float32(9e23)), "x.tif")
    values[4, 5] = value
    with pytest.raises(ImageError) as caught:
        decode(by_opencv(".tiff", values), "x.tif")
    assert caught.value.code == "image_beyond"
    told = "−3.403e38" if value < 0 else "2e24"
    assert str(caught.value) == f"x.tif holds the number {told}; more than 1e24 cannot be summed."


def test_too_little_memory(monkeypatch) -> None:
    def exhausted(*_):
        raise MemoryError

    monkeypatch.setattr(np, "empty", exhausted)
    with pytest.raises(ImageError, match=r"There is not enough memory to open x\.bmp\."):
        decode(saved(Pillow.fromarray(RGB), "BMP"), "x.bmp")


def test_a_file_that_shrinks_while_it_is_read_is_refused(tmp_path: Path, monkeypatch) -> None:
    path = tmp_path / "shrinking.bmp"
    whole = saved(Pillow.effect_noise((512, 512), 90), "BMP")
    path.write_bytes(whole)
    looked_at = images.read_header

    def shrink(*arguments):
        header = looked_at(*arguments)
        path.write_bytes(whole[:100])
        return header

    monkeypatch.setattr(images, "read_header", shrink)
    refused("image_damaged", path)


@given(data=st.binary(max_size=300))
def test_no_bytes_do_anything_but_open_or_be_refused(data: bytes) -> None:
    for start in (b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\0", b"GIF89a", b"BM", b"P5 ", b"P2 "):
        try:
            assert decode(start + data, "x").pixels.size
        except ImageError as error:
            assert str(error)  # noqa: PT017


def test_warnings_are_silent_until_the_last_of_two_decoders_has_left() -> None:
    filters = list(warnings.filters)
    first, second = decoding("one.png", "PNG"), decoding("two.png", "PNG")
    with warnings.catch_warnings(record=True) as shown:
        warnings.simplefilter("always")
        first.__enter__()
        second.__enter__()
        first.__exit__(None, None, None)
        warnings.warn("of the second", stacklevel=1)
        assert not shown
        second.__exit__(None, None, None)
        warnings.warn("of nobody", stacklevel=1)
        assert [str(one.message) for one in shown] == ["of nobody"]
    assert list(warnings.filters) == filters


def test_files_are_opened_at_once_from_several_threads() -> None:
    data = [saved(Pillow.fromarray(RGB), kind) for kind in ("PNG", "BMP")] * 8
    seen: list[Image] = []
    threads = [threading.Thread(target=lambda one=one: seen.append(decode(one, "x"))) for one in data]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(seen) == 16
    assert all((image.pixels == RGB).all() for image in seen)


def test_a_damaged_tiff_prints_nothing_in_a_process_of_its_own(tmp_path: Path) -> None:
    """Libraries write to the file descriptor, past Python; only a fresh process shows all of it."""
    path = tmp_path / "cut.tif"
    whole = saved(Pillow.effect_noise((64, 48), 90), "TIFF", compression="tiff_lzw")
    path.write_bytes(whole[: len(whole) // 2])
    program = (
        "import sys; from convviz.core.images import open_image, ImageError\n"
        "try: open_image(sys.argv[1])\n"
        "except ImageError as error: print(error.code)"
    )
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program, str(path)], capture_output=True, text=True, check=True
    )
    assert (done.stdout, done.stderr) == ("image_damaged\n", "")
