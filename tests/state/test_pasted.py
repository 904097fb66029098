"""Pasted pictures are kept as files, the newest of them."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QStandardPaths

from convviz.core.errors import ImageError
from convviz.core.images import open_image
from convviz.scene.scene import FilePicture
from convviz.state.pasted import KEPT, default_folder, keep_pasted

OPAQUE = np.random.default_rng(1).integers(0, 256, (5, 7, 4), np.uint8)
OPAQUE[..., 3] = 255


def paste(grey: int, folder: Path) -> Path:
    """Pastes one grey pixel."""
    return Path(keep_pasted(bytes([grey, grey, grey, 255]), 1, 1, folder).path)


def test_a_pasted_picture_is_there_again(tmp_path: Path) -> None:
    picture = keep_pasted(OPAQUE.tobytes(), 5, 7, tmp_path / "data" / "pasted")
    assert Path(picture.path).parent == tmp_path / "data" / "pasted"
    assert np.array_equal(open_image(picture.path).pixels, OPAQUE[..., :3])


def test_it_is_named_by_what_is_in_it(tmp_path: Path) -> None:
    picture = keep_pasted(OPAQUE.tobytes(), 5, 7, tmp_path)
    assert len(Path(picture.path).stem) == 16
    assert keep_pasted(OPAQUE.tobytes(), 5, 7, tmp_path) == picture
    assert keep_pasted(OPAQUE.tobytes(), 7, 5, tmp_path) != picture
    assert len(list(tmp_path.iterdir())) == 2


def test_transparency_is_laid_on_white(tmp_path: Path) -> None:
    picture = keep_pasted(bytes([10, 20, 30, 0, 10, 20, 30, 255]), 1, 2, tmp_path)
    assert open_image(picture.path).pixels.tolist() == [[[255, 255, 255], [10, 20, 30]]]


def test_only_the_newest_stay(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("not a picture")
    paths = []
    for n in range(KEPT + 5):
        paths.append(paste(n, tmp_path))
        os.utime(paths[-1], (n, n))
    assert {path for path in paths if path.exists()} == set(paths[-KEPT:])
    assert (tmp_path / "notes.txt").exists()


def test_a_picture_pasted_again_is_new_again(tmp_path: Path) -> None:
    first = paste(0, tmp_path)
    os.utime(first, (0, 0))
    for n in range(1, KEPT):
        os.utime(paste(n, tmp_path), (n, n))
    assert paste(0, tmp_path) == first
    paste(200, tmp_path)
    assert first.exists()


def test_the_picture_just_pasted_stays_whatever_the_clock_says(tmp_path: Path) -> None:
    future = 2**32
    for n in range(KEPT):
        os.utime(paste(n, tmp_path), (future, future))
    assert paste(99, tmp_path).exists()
    assert len(list(tmp_path.iterdir())) == KEPT


def test_it_is_kept_where_the_system_keeps_a_programs_data() -> None:
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)
    assert default_folder() == Path(folder) / "pasted"
    picture = keep_pasted(bytes(4), 1, 1)
    assert isinstance(picture, FilePicture)
    assert Path(picture.path).parent == default_folder()


@pytest.mark.parametrize(("height", "width"), [(1, 2), (0, 0), (-1, -1)])
def test_bytes_that_are_no_picture_are_refused(tmp_path: Path, height: int, width: int) -> None:
    with pytest.raises(ImageError) as refused:
        keep_pasted(bytes(4), height, width, tmp_path)
    assert str(refused.value) == f"A pasted picture of {height} × {width} pixels does not have 4 bytes."
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ImageError, match="was not written"):
        keep_pasted(bytes(4), 1, 1, tmp_path / "file")
    with pytest.raises(ImageError, match="was not written"):
        keep_pasted(bytes(4), 1, 1, tmp_path / "file" / "pasted")
