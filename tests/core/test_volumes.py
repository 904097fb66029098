"""Files of several pictures are read as stacks, whole or not at all."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
import pytest
from PIL import Image as Pillow

from convviz.core import volumes
from convviz.core.errors import ImageError
from convviz.core.formats.arrays import MAX_SLICES
from convviz.core.images import decode, read_header
from convviz.core.samples import SAMPLES, load_sample, load_slices
from convviz.core.volumes import Volume, decode_slices, open_slices, sample_slices
from tests.core.formats.makers import RGB, RGB16, by_opencv, saved, tiff

RNG = np.random.default_rng(3)
FRAMES = RNG.integers(0, 256, (4, 16, 24), np.uint8)
MOVING = {"GIF": {}, "PNG": {}, "WebP": {"lossless": True, "exact": True}, "TIFF": {}}


def written(kind: str, frames: np.ndarray = FRAMES, **more: object) -> bytes:
    first, *rest = (Pillow.fromarray(frame) for frame in frames)
    return saved(first, kind, save_all=True, append_images=rest, **{**MOVING[kind], **more})


def read(data: bytes, channel: str = "luma") -> Volume:
    return decode_slices(data, "stack", read_header(data, "stack"), channel)


def refusal(data: bytes) -> str:
    with pytest.raises(ImageError) as refused:
        read(data)
    return str(refused.value)


@pytest.mark.parametrize("kind", MOVING)
def test_every_frame_is_a_slice(kind: str) -> None:
    volume = read(written(kind))
    np.testing.assert_array_equal(volume.planes, FRAMES)
    assert (volume.name, volume.white) == ("stack", 255.0)
    pages_ = read_header(written(kind), "stack").format.pages(written(kind))
    assert len([*pages_.read]) == pages_.count == len(FRAMES)
    assert not volume.planes.flags.writeable
    first = decode(written(kind), "first").pixels.reshape(16, 24, -1)[..., 0]
    np.testing.assert_array_equal(first, FRAMES[0])


@pytest.mark.parametrize("kind", MOVING)
def test_colours_are_read_by_channel_and_all_of_them_as_luma(kind: str) -> None:
    frames = RNG.integers(0, 256, (3, 16, 24, 3), np.uint8) // 51 * 51
    data = written(kind, frames)
    lumas = [decode(saved(Pillow.fromarray(frame), "PNG"), "one").plane("luma")[0] for frame in frames]
    assert np.abs(read(data).planes.astype(int) - lumas).max() <= 1
    np.testing.assert_array_equal(read(data, "all").planes, read(data).planes)
    np.testing.assert_array_equal(read(data, "g").planes, frames[..., 1])


def test_frames_that_hold_only_what_changes_are_seen_whole() -> None:
    """Disposal 1 leaves what was drawn, 2 clears it, 3 puts back what was there before."""
    paper = Pillow.new("RGBA", (12, 8), (255, 255, 255, 255))
    ink = [Pillow.new("RGBA", (12, 8), (0, 0, 0, 0)) for _ in range(3)]
    for n, picture in enumerate(ink):
        picture.paste((0, 0, 0, 255), (4 * n, 0, 4 * n + 4, 8))
    for disposal, dark in ((1, [0, 4, 8, 12]), (3, [0, 4, 4, 4])):
        data = saved(
            paper, "GIF", save_all=True, append_images=ink, disposal=[1, disposal, disposal, disposal]
        )
        planes = read(data).planes
        assert [(plane < 9).sum() // 8 for plane in planes] == dark


def test_an_apngs_other_picture_is_no_slice() -> None:
    first, *rest = (Pillow.fromarray(frame) for frame in FRAMES)
    data = saved(first, "PNG", save_all=True, append_images=rest, default_image=True)
    np.testing.assert_array_equal(read(data).planes, FRAMES[1:])


def test_of_deep_colour_png_the_first_picture_is_all() -> None:
    data = by_opencv(".png", RGB16)
    np.testing.assert_array_equal(read(data, "r").planes, RGB16[None, ..., 0])
    assert refusal(data[:-8]) == "stack is cut off or damaged: it cannot be decoded as PNG."


# --- TIFF


def pages(*files: bytes) -> bytes:
    """TIFF files of one page, as makers.tiff writes them, as one: the offsets in each are moved."""
    whole = b""
    ends: list[int] = []
    for file in files:
        at = len(whole)
        data = bytearray(file)
        (places,) = struct.unpack_from("<I", data, 4)
        (count,) = struct.unpack_from("<H", data, places)
        sizes = {3: 2, 4: 4}
        for entry in range(places + 2, places + 2 + 12 * count, 12):
            tag, kind, many = struct.unpack_from("<HHI", data, entry)
            if tag == 273 or sizes[kind] * many > 4:
                (value,) = struct.unpack_from("<I", data, entry + 8)
                struct.pack_into("<I", data, entry + 8, value + at)
        if ends:
            merged = bytearray(whole)
            struct.pack_into("<I", merged, ends[-1], places + at)
            whole = bytes(merged)
        ends.append(at + places + 2 + 12 * count)
        whole += bytes(data)
    return whole


@pytest.mark.parametrize("dtype", [np.uint16, np.float32, np.uint8])
def test_deep_pages_keep_their_depth(dtype: type) -> None:
    stack = (RNG.random((3, 5, 7)) * 200).astype(dtype)
    volume = read(pages(*[tiff(page, 1) for page in stack]))
    np.testing.assert_array_equal(volume.planes, stack)
    assert volume.planes.dtype == dtype


def test_deep_colour_is_read_page_by_page() -> None:
    data = pages(tiff(RGB16, 2), tiff(RGB16[::-1], 2, deflate=True))
    np.testing.assert_array_equal(read(data, "b").planes, np.stack([RGB16, RGB16[::-1]])[..., 2])


def test_pages_that_opencv_does_not_know_are_read_too() -> None:
    stack = RNG.integers(0, 256, (2, 16, 16, 2), np.uint8)
    stack[..., 1] = 255
    data = pages(*[tiff(page, 1, extra={338: 2}) for page in stack])  # grey with alpha
    np.testing.assert_array_equal(read(data).planes, stack[..., 0])


def test_pages_of_other_depths_meet_at_the_deeper() -> None:
    a, b = np.full((2, 2), 7, np.uint8), np.full((2, 2), 0.5, np.float32)
    volume = read(pages(tiff(a, 1), tiff(b, 1)))
    assert volume.planes.dtype == np.float32
    assert volume.planes[:, 0, 0].tolist() == [7, 0.5]


def test_big_tiffs_of_either_byte_order() -> None:
    data = written("TIFF", big_tiff=True)
    assert data[2] == 43
    np.testing.assert_array_equal(read(data).planes, FRAMES)
    small = b"MM\0*" + struct.pack(">IH", 8, 9)
    entries = ((256, 1, 1), (257, 1, 1), (258, 1, 8), (259, 1, 1), (262, 1, 1), (277, 1, 1), (278, 1, 1))
    for first in (0, 1):
        start = 8 if not first else 8 + 2 + 12 * 9 + 4
        small = small if not first else small + struct.pack(">H", 9)
        for tag, many, number in entries:
            small += struct.pack(">HHIHH", tag, 3, many, number, 0)
        after = start + 2 + 12 * 9 + 4
        place = 8 + 2 * (2 + 12 * 9 + 4) + first
        small += struct.pack(">HHII", 273, 4, 1, place) + struct.pack(">HHIHH", 279, 3, 1, 1, 0)
        small += struct.pack(">I", 0 if first else after)
    np.testing.assert_array_equal(read(small + bytes([10, 20])).planes.ravel(), [10, 20])


def test_smaller_copies_of_a_page_are_no_slices() -> None:
    large, small = RNG.integers(0, 256, (8, 8), np.uint8), np.zeros((4, 4), np.uint8)
    np.testing.assert_array_equal(
        read(pages(tiff(large, 1), tiff(small, 1, extra={254: 1}))).planes, large[None]
    )
    nothing = pages(tiff(small, 1, extra={254: 1}))
    assert refusal(nothing) == "stack is cut off or damaged: it cannot be decoded as TIFF."


def test_pages_that_go_round_in_a_circle_are_refused() -> None:
    data = bytearray(pages(tiff(FRAMES[0], 1), tiff(FRAMES[1], 1)))
    (first,) = struct.unpack_from("<I", data, 4)
    one = len(tiff(FRAMES[0], 1))
    second = one + first
    struct.pack_into("<I", data, second + 2 + 12 * struct.unpack_from("<H", data, second)[0], first)
    assert refusal(bytes(data)) == "stack is cut off or damaged: it cannot be decoded as TIFF."


# --- what is refused


@pytest.mark.parametrize("kind", MOVING)
@pytest.mark.parametrize("share", [0.3, 0.55, 0.8, 0.99])
def test_what_is_cut_off_is_refused(kind: str, share: float) -> None:
    data = written(kind)
    cut = data[: int(len(data) * share)]
    assert refusal(cut) == f"stack is cut off or damaged: it cannot be decoded as {kind}."


def blocks(data: bytes) -> list[int]:
    """Where each frame of a GIF of `written` begins, its control extension first, and where the last ends."""
    return [at for at in range(len(data)) if data[at : at + 3] == b"!\xf9\x04"] + [len(data) - 1]


def test_a_gif_may_lack_its_trailer_and_have_stray_bytes_between_its_blocks() -> None:
    data = written("GIF")
    assert data[-1:] == b";"
    np.testing.assert_array_equal(read(data[:-1]).planes, FRAMES)
    second = blocks(data)[1]
    for stray in (b"\0", b"\x99\0\x99"):
        np.testing.assert_array_equal(read(data[:second] + stray + data[second:]).planes, FRAMES)
        np.testing.assert_array_equal(read(data[:-1] + stray).planes, FRAMES)
    promise = data[second : second + 8]
    np.testing.assert_array_equal(read(data[:-1] + promise + b";").planes, FRAMES)


def test_a_gif_cut_off_within_a_frame_or_before_one_that_is_announced_is_refused() -> None:
    data = written("GIF")
    start, stop = blocks(data)[-2:]
    for end in (start + 1, start + 2, start + 5, start + 8, start + 9, start + 20, stop - 1):
        assert "cut off or damaged" in refusal(data[:end]), end
    np.testing.assert_array_equal(read(data[:start]).planes, FRAMES[:-1])  # as if it never was


def test_slices_of_other_sizes_are_refused() -> None:
    data = pages(tiff(FRAMES[0], 1), tiff(FRAMES[1, :9], 1))
    assert refusal(data) == "Slice 1 of stack has 24 × 9 pixels, but the first has 24 × 16."


def test_numbers_that_are_none_are_refused() -> None:
    page = np.ones((2, 2), np.float32)
    data = pages(tiff(page, 1), tiff(page * np.nan, 1))
    assert refusal(data) == "stack holds 4 values that are not finite numbers."


@pytest.mark.parametrize("kind", ["GIF", "TIFF"])
def test_too_many_slices_are_refused_before_they_are_decoded(
    kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    frames = RNG.integers(0, 256, (MAX_SLICES + 3, 2, 2), np.uint8)
    monkeypatch.setattr(volumes, "_images", None)
    assert refusal(written(kind, frames)) == (
        f"stack has {MAX_SLICES + 1} slices of 2 × 2 pixels or more; at most {MAX_SLICES} slices with 200 "
        "million pixels in all are opened."
    )


def test_too_many_pixels_in_all_are_refused_before_they_are_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(volumes, "_images", None)
    head = bytearray(written("GIF"))
    head[6:10] = struct.pack("<HH", 9000, 9000)
    assert refusal(bytes(head)) == (
        f"stack has 4 slices of 9000 × 9000 pixels or more; at most {MAX_SLICES} slices with 200 "
        "million pixels in all are opened."
    )


# --- single pictures, files, samples


def test_a_single_picture_is_one_slice_or_its_channels() -> None:
    data = saved(Pillow.fromarray(RGB), "PNG")
    np.testing.assert_array_equal(read(data, "all").planes, RGB.transpose(2, 0, 1))
    assert read(data).planes.shape == (1, 6, 9)
    plain = b"P5 2 1 255\n\x01\x02"
    assert read(plain).planes.tolist() == [[[1, 2]]]


def test_a_file_is_read_by_its_path(tmp_path: Path) -> None:
    (tmp_path / "clip.gif").write_bytes(written("GIF"))
    np.testing.assert_array_equal(open_slices(tmp_path / "clip.gif").planes, FRAMES)
    with pytest.raises(ImageError, match="There is no file"):
        open_slices(tmp_path / "none.gif")


def test_samples_are_stacks_or_pictures() -> None:
    stacks = [sample.id for sample in SAMPLES if sample.kind == "stack"]
    assert stacks == ["ball", "head"]
    for name in stacks:
        volume = sample_slices(name)
        assert volume.name == load_sample(name).name
        np.testing.assert_array_equal(volume.planes[0], load_sample(name).pixels)
        assert volume.planes.nbytes < 1_000_000
    assert load_slices("camera") is None
    assert sample_slices("camera").planes.shape == (1, 512, 512)
    assert sample_slices("astronaut", "all").planes.shape == (3, 512, 512)


def test_in_the_clip_only_the_ball_and_its_shadow_move() -> None:
    clip = sample_slices("ball").planes.astype(int)
    moved = np.abs(clip[7] - clip[6]) > 0
    assert 0.01 < moved.mean() < 0.08
    assert [int(frame[:80].argmax()) % 128 > 0 for frame in clip] == [True] * len(clip)


def test_the_heads_middle_has_its_ventricles() -> None:
    head = sample_slices("head").planes
    assert head[12, 64, 64 - 14] == 0  # in the left one
    assert head[12, 64, 64] == 51  # 0.2 of white between them
    assert head[:, 0, 0].max() == 0
