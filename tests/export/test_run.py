"""What an export refuses, and that a file is there whole or not at all."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import pytest

from convviz.core.errors import ImageError, Refusal
from convviz.export import EXPORTERS
from convviz.export.run import check, export, exporter_of
from tests.export.footage import Fake

BY_ID = {row.id: row for row in EXPORTERS}


def test_rows_have_different_names_and_endings() -> None:
    for values in ([row.id for row in EXPORTERS], [row.title for row in EXPORTERS]):
        assert len(set(values)) == len(values)
    assert len({row.ending for row in EXPORTERS}) == len(EXPORTERS)


@pytest.mark.parametrize(
    ("path", "format"),
    [("a.gif", "gif"), ("a.b.MP4", "mp4"), ("x/frames", "frames"), ("a.svg", "svg"), ("x.png", "png")],
)
def test_the_ending_says_the_format(path: str, format: str) -> None:
    assert exporter_of(path).id == format


def test_an_unknown_ending_is_refused_with_the_known_ones() -> None:
    with pytest.raises(Refusal) as caught:
        exporter_of("film.avi")
    assert str(caught.value) == (
        "film.avi cannot be exported: its name must end in one of "
        ".mp4, .gif, .apng, .webp, .png, .svg, .pdf, or in nothing for a folder of pictures."
    )


@pytest.mark.parametrize(
    ("row", "size", "fps", "sentence"),
    [
        ("gif", (239, 500), 10, "A picture may have 240 to 4096 pixels on a side, not 239 × 500."),
        ("svg", (500, 4097), 10, "A picture may have 240 to 4096 pixels on a side, not 500 × 4097."),
        ("gif", (500, 500), 51, "GIF animation shows 1 to 50 frames per second, not 51."),
        ("webp", (500, 500), 0, "WebP animation shows 1 to 60 frames per second, not 0."),
    ],
)
def test_impossible_wishes_are_refused(row: str, size: tuple[int, int], fps: int, sentence: str) -> None:
    with pytest.raises(Refusal) as caught:
        check(BY_ID[row], size, fps)
    assert str(caught.value) == sentence


def test_odd_sizes_are_refused_where_they_do_not_fit() -> None:
    if not BY_ID["mp4"].installed:
        pytest.skip("av is not installed")
    with pytest.raises(Refusal, match="needs an even width and height, not 641 × 480"):
        check(BY_ID["mp4"], (641, 480), 30)
    check(BY_ID["gif"], (641, 481), 30)


def test_a_picture_has_no_rate() -> None:
    with pytest.raises(Refusal) as caught:
        check(BY_ID["gif"], (640, 480), 0)
    assert caught.value.code == "export_fps"
    check(BY_ID["png"], (640, 480), 0)  # and is not refused


def test_a_missing_package_is_named_with_what_there_is_instead(monkeypatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "av", None)
    with pytest.raises(Refusal) as caught:
        export(Fake(), tmp_path / "film.mp4", BY_ID["mp4"])
    assert str(caught.value) == (
        "MP4 film (H.264) needs the extra “video”: pip install 'convviz[video]'. Without it there are "
        ".gif, .apng, .webp."
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("row", EXPORTERS, ids=lambda row: row.id)
def test_a_missing_folder_is_a_sentence(row, tmp_path: Path) -> None:
    if not row.installed:
        pytest.skip(f"{row.module} is not installed")
    with pytest.raises(ImageError, match=r"There is no folder .*none\."):
        export(Fake(), tmp_path / "none" / f"film{row.ending}", row)


@pytest.mark.parametrize("row", [row for row in EXPORTERS if not row.folder], ids=lambda row: row.id)
def test_a_full_disk_leaves_the_old_file(row, tmp_path: Path, monkeypatch) -> None:
    if not row.installed:
        pytest.skip(f"{row.module} is not installed")
    path = tmp_path / f"film{row.ending}"
    path.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ImageError, match="the disk is full"):
        export(Fake(count=2), path, row)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
