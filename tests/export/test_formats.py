"""Every moving format, read again and held against the pictures that went in."""

from __future__ import annotations

import struct
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from convviz.export import EXPORTERS, mp4
from convviz.export.exporter import Exporter
from convviz.export.footage import Stopped
from convviz.export.run import export
from tests.export import decoded
from tests.export.footage import COLORS, Fake

BY_ID = {row.id: row for row in EXPORTERS}
MOVING = [row for row in EXPORTERS if row.moving]
EXACT = [BY_ID["apng"], BY_ID["webp"]]


def name(row: Exporter) -> str:
    return row.id


def written(row: Exporter, folder: Path, footage: Fake) -> Path:
    path = folder / f"film{row.ending}"
    export(footage, path, row)
    return path


@pytest.mark.parametrize("row", EXACT, ids=name)
@pytest.mark.parametrize("size", [(322, 242), (321, 241)])
def test_what_loses_nothing_comes_back_to_the_pixel(row: Exporter, size, tmp_path: Path) -> None:
    footage = Fake(size)
    shown = decoded.animation(written(row, tmp_path, footage))
    assert len(shown) == footage.count
    for n, ((pixels, seconds), ticks) in enumerate(zip(shown, footage.lengths, strict=True)):
        assert np.array_equal(pixels, footage.picture(n))
        assert seconds == pytest.approx(ticks / footage.fps)


def test_a_gif_comes_back_with_its_colours(tmp_path: Path) -> None:
    footage = Fake()
    shown = decoded.animation(written(BY_ID["gif"], tmp_path, footage))
    assert len(shown) == footage.count
    for n, ((pixels, seconds), ticks) in enumerate(zip(shown, footage.lengths, strict=True)):
        difference = np.abs(pixels.astype(int) - footage.picture(n))
        assert difference.max() <= 8, "a colour is another than it was"
        assert difference.mean() < 1
        assert seconds == pytest.approx(ticks / footage.fps)


def test_flat_colours_of_a_gif_are_exact(tmp_path: Path) -> None:
    footage = Fake()
    (pixels, _), *_ = decoded.animation(written(BY_ID["gif"], tmp_path, footage))
    for color in (COLORS[0], COLORS[1], COLORS[2]):
        where = (footage.picture(0) == color).all(-1)
        where[:, : footage.size[0] // 8] = False
        assert where.any()
        assert (pixels[where] == color).all()


@pytest.mark.parametrize("row", [BY_ID["gif"], *EXACT], ids=name)
def test_animations_go_round_for_ever(row: Exporter, tmp_path: Path) -> None:
    assert decoded.loops(written(row, tmp_path, Fake())) == 0


@pytest.mark.parametrize("fps", [7, 30, 50])
def test_the_delays_of_a_gif_add_up(fps: int, tmp_path: Path) -> None:
    """Hundredths of a second are too coarse for 1/30: 3 or 4, and together as long as it should be."""
    footage = Fake(fps=fps, count=30)
    shown = decoded.animation(written(BY_ID["gif"], tmp_path, footage))
    assert sum(seconds for _, seconds in shown) == pytest.approx(footage.ticks / fps, abs=0.0051)


@pytest.mark.parametrize("row", [BY_ID["gif"], *EXACT], ids=name)
def test_frames_hold_only_what_changes(row: Exporter, tmp_path: Path) -> None:
    short, long = (written(row, tmp_path, Fake(count=count)).stat().st_size for count in (1, 11))
    assert long < short * 6, "ten more pictures, each a small part of the first"


def test_a_film_comes_back_nearly(tmp_path: Path) -> None:
    pytest.importorskip("av")
    footage = Fake(fps=25)
    shown = decoded.film(written(BY_ID["mp4"], tmp_path, footage))
    assert len(shown) == footage.ticks
    assert {seconds for _, seconds in shown} == {1 / 25}
    for (pixels, _), wanted in zip(shown, footage.shown, strict=True):
        assert np.abs(pixels.astype(int) - wanted).mean() < 3


def test_a_film_says_which_colours_it_has_and_begins_with_its_index(tmp_path: Path) -> None:
    av = pytest.importorskip("av")
    path = written(BY_ID["mp4"], tmp_path, Fake())
    with av.open(str(path)) as container:
        context = container.streams.video[0].codec_context
        assert (context.name, context.pix_fmt, context.colorspace) == ("h264", "yuv420p", mp4.BT709)
    data = path.read_bytes()
    assert 0 < data.index(b"moov") < data.index(b"mdat")


def test_a_folder_has_a_picture_for_every_tick(tmp_path: Path) -> None:
    footage = Fake()
    path = written(BY_ID["frames"], tmp_path, footage)
    assert sorted(file.name for file in path.iterdir())[:2] == ["frame-0000.png", "frame-0001.png"]
    for (pixels, _), wanted in zip(decoded.folder(path), footage.shown, strict=True):
        assert np.array_equal(pixels, wanted)


@pytest.mark.parametrize("row", MOVING, ids=name)
def test_memory_does_not_grow_with_length(row: Exporter, tmp_path: Path) -> None:
    if not row.installed:
        pytest.skip(f"{row.module} is not installed")
    footage = Fake(count=40)
    written(row, tmp_path, footage)
    assert footage.most_alive <= mp4.AHEAD + 4


@pytest.mark.parametrize("row", EXPORTERS, ids=name)
def test_what_is_stopped_leaves_nothing(row: Exporter, tmp_path: Path) -> None:
    if not row.installed:
        pytest.skip(f"{row.module} is not installed")

    def watch(done: int) -> None:
        if done > 5:
            raise Stopped

    path = tmp_path / f"film{row.ending}"
    if row.moving:
        with pytest.raises(Stopped):
            export(Fake(count=20), path, row, watch)
        assert list(tmp_path.iterdir()) == []
    else:
        export(Fake(), path, row, watch)  # one picture is not worth stopping
        assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("row", MOVING, ids=name)
def test_progress_is_told_from_nothing_to_all(row: Exporter, tmp_path: Path) -> None:
    if not row.installed:
        pytest.skip(f"{row.module} is not installed")
    told: list[int] = []
    footage = Fake()
    export(footage, tmp_path / f"film{row.ending}", row, told.append)
    assert told[0] == 0
    assert told[-1] == footage.ticks
    assert told == sorted(told)


def test_a_plain_png_reader_sees_the_first_picture_of_an_apng(tmp_path: Path) -> None:
    from convviz.core.cv import cv2

    footage = Fake()
    data = written(BY_ID["apng"], tmp_path, footage).read_bytes()
    frames = struct.unpack(">I", data[data.index(b"acTL") + 4 :][:4])[0]
    assert frames == footage.count
    first = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR)
    assert np.array_equal(first[..., ::-1], footage.picture(0))


def test_every_library_of_av_is_read_before_it_is_linked(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Linking stops the window while it waits for the disk."""
    files = [tmp_path / name for name in ("av/_core.so", "av/video/frame.so", "av.libs/libavcodec.so.62")]
    for file in files:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(bytes(3 << 20))
    opened: list[Path] = []
    plain = Path.open

    def noted(path: Path, *words: Any, **more: Any) -> Any:
        opened.append(path)
        return plain(path, *words, **more)

    monkeypatch.setattr(Path, "open", noted)
    monkeypatch.delitem(sys.modules, "av", raising=False)
    monkeypatch.setattr(
        mp4, "find_spec", lambda name: SimpleNamespace(origin=str(tmp_path / "av/__init__.py"))
    )
    mp4.read_ahead.__wrapped__()
    assert sorted(opened) == sorted(files)
    monkeypatch.setattr(mp4, "find_spec", lambda name: None)
    mp4.read_ahead.__wrapped__()
