from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import numpy as np
import pytest
from PIL import Image as Pillow

from convviz.core import saving
from convviz.core.errors import ImageError
from convviz.core.images import open_image
from convviz.core.saving import (
    SAVING_SHOWN,
    SAVING_VALUES,
    save_shown,
    save_values,
    whole,
    whole_folder,
    write_whole,
)
from tests.core.formats.makers import GREY, RGB

LOSSLESS = [ending for ending in SAVING_SHOWN if ending not in (".jpg", ".jpeg")]
FLOATS = np.random.default_rng(5).normal(0, 100, (3, 6, 9)).astype(np.float32)


def refused(code: str, path: Path | str, data: bytes = b"new") -> str:
    """The sentence with which writing is refused."""
    with pytest.raises(ImageError) as caught:
        write_whole(path, data)
    assert caught.value.code == code
    return str(caught.value)


def fail(number: int):
    def failing(*_, **__):
        raise OSError(number, os.strerror(number))

    return failing


# --- pictures ---


@pytest.mark.parametrize("ending", LOSSLESS)
@pytest.mark.parametrize("pixels", [GREY, RGB], ids=["grey", "rgb"])
def test_shown_picture_comes_back(ending: str, pixels: np.ndarray, tmp_path: Path) -> None:
    path = tmp_path / f"shown{ending.upper()}"
    save_shown(path, pixels)
    expected = np.dstack([GREY] * 3) if ending == ".webp" and pixels is GREY else pixels
    np.testing.assert_array_equal(open_image(path).pixels, expected)


@pytest.mark.parametrize("ending", [".jpg", ".jpeg"])
def test_shown_picture_comes_back_nearly_from_jpeg(ending: str, tmp_path: Path) -> None:
    flat = np.full((16, 16, 3), (200, 30, 60), np.uint8)
    save_shown(tmp_path / f"x{ending}", flat)
    assert np.abs(open_image(tmp_path / f"x{ending}").pixels.astype(int) - flat).max() <= 3


@pytest.mark.parametrize(
    "pixels", [RGB[:, ::-1], RGB[::2, ::2], GREY.T], ids=["mirrored", "every second", "turned"]
)
def test_views_are_saved_as_they_look(pixels: np.ndarray, tmp_path: Path) -> None:
    save_shown(tmp_path / "x.png", pixels)
    np.testing.assert_array_equal(open_image(tmp_path / "x.png").pixels, pixels)


@pytest.mark.parametrize(
    "array", [FLOATS[0], FLOATS[:1], FLOATS, FLOATS[:2]], ids=["HW", "1HW", "3HW", "2HW"]
)
def test_true_values_come_back_from_npy(array: np.ndarray, tmp_path: Path) -> None:
    save_values(tmp_path / "x.npy", array)
    back = np.load(tmp_path / "x.npy")
    assert back.dtype == np.float32
    np.testing.assert_array_equal(back, array)


@pytest.mark.parametrize("ending", [".tif", ".tiff"])
def test_true_values_come_back_from_tiff(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"x{ending}"
    for grey in (FLOATS[0], FLOATS[:1]):
        save_values(path, grey)
        np.testing.assert_array_equal(open_image(path).pixels, FLOATS[0])
    save_values(path, FLOATS)
    np.testing.assert_array_equal(open_image(path).pixels, FLOATS.transpose(1, 2, 0))


def test_other_numbers_of_planes_become_pages(tmp_path: Path) -> None:
    path = tmp_path / "maps.tif"
    planes = np.concatenate([FLOATS, FLOATS])[:5]
    save_values(path, planes)
    with Pillow.open(path) as image:
        assert image.n_frames == 5
        for page, plane in enumerate(planes):
            image.seek(page)
            np.testing.assert_array_equal(np.asarray(image), plane)
    np.testing.assert_array_equal(open_image(path).pixels, planes[0])


@pytest.mark.parametrize("name", ["x", "x.gif", "x.png.txt", ".png"])
def test_unknown_ending_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(ImageError, match=r"must end in one of \.png, \.tif, "):
        save_shown(tmp_path / name, GREY)
    with pytest.raises(ImageError, match=r"must end in one of \.npy, \.tif, \.tiff\."):
        save_values(tmp_path / name, FLOATS)
    assert not list(tmp_path.iterdir())


def test_endings_for_dialogs() -> None:
    assert {".png", ".tif", ".tiff"} <= set(SAVING_SHOWN)
    assert SAVING_VALUES == (".npy", ".tif", ".tiff")


@pytest.mark.parametrize(("ending", "limit"), [(".webp", 16383), (".jpg", 65500), (".png", 1_000_000)])
def test_limits_of_formats_are_named(ending: str, limit: int, tmp_path: Path, capfd) -> None:
    save_shown(tmp_path / f"most{ending}", np.zeros((1, limit), np.uint8))
    with pytest.raises(ImageError, match=rf"1 × {limit + 1} pixels are more than the {limit} on a side"):
        save_shown(tmp_path / f"more{ending}", np.zeros((1, limit + 1), np.uint8))
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("pages", [1, 2])
def test_what_cannot_be_encoded_is_refused(pages: int, tmp_path: Path, monkeypatch) -> None:
    def full(*_):
        raise saving.cv2.error("Insufficient memory")

    monkeypatch.setattr(saving.cv2, "imencode", lambda *_: (False, np.zeros(0, np.uint8)))
    monkeypatch.setattr(saving.cv2, "imencodemulti", full)
    with pytest.raises(ImageError, match=r"x\.tif was not written: it cannot be encoded as \.tif\."):
        save_values(tmp_path / "x.tif", FLOATS[:pages])


# --- whole or not at all ---


def test_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    write_whole(tmp_path / "new", b"data")
    assert (tmp_path / "new").read_bytes() == b"data"
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_old_file_is_replaced_and_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "old"
    path.write_bytes(b"a longer text than the new one")
    path.chmod(0o640)
    write_whole(str(path), b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert [file.name for file in tmp_path.iterdir()] == ["old"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    (folder / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to(folder / "real")
    write_whole(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (folder / "real").read_bytes() == b"new"


@pytest.mark.parametrize("moment", ["write", "fsync", "replace"])
@pytest.mark.parametrize(("number", "code"), [(errno.ENOSPC, "save_disk_full"), (errno.EIO, "save_failed")])
def test_whatever_fails_the_old_file_stays_and_nothing_else(
    moment: str, number: int, code: str, tmp_path: Path, monkeypatch
) -> None:
    path = tmp_path / "old.png"
    path.write_bytes(b"old")
    if moment == "write":
        monkeypatch.setattr(Path, "open", lambda part, *_: part.touch() or fail(number)())
    elif moment == "fsync":
        monkeypatch.setattr(os, "fsync", fail(number))
    else:
        monkeypatch.setattr(Path, "replace", fail(number))
    sentence = refused(code, path)
    reason = "the disk is full" if number == errno.ENOSPC else os.strerror(number)
    assert sentence == f"{path} was not written: {reason}."
    monkeypatch.undo()
    assert path.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["old.png"]


def test_a_full_disk_refuses_a_picture(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(os, "fsync", fail(errno.ENOSPC))
    with pytest.raises(ImageError, match="the disk is full"):
        save_shown(tmp_path / "x.png", RGB)
    with pytest.raises(ImageError, match="the disk is full"):
        save_values(tmp_path / "x.npy", FLOATS)
    assert not list(tmp_path.iterdir())


def test_an_interruption_leaves_nothing_behind(tmp_path: Path) -> None:
    def interrupted() -> None:
        with whole(tmp_path / "x") as file:
            file.write(b"half of it")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert not list(tmp_path.iterdir())


def test_missing_folder(tmp_path: Path) -> None:
    folder = tmp_path / "none"
    assert refused("save_no_folder", folder / "x.png") == f"There is no folder {folder}."


def test_below_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("text")
    refused("save_no_folder", tmp_path / "file" / "x.png")
    assert (tmp_path / "file").read_text() == "text"


def test_target_is_a_folder(tmp_path: Path) -> None:
    assert refused("save_folder", tmp_path) == f"{tmp_path} is a folder; give the file a name."


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="there are no devices here")
def test_a_device_is_left_alone() -> None:
    refused("save_not_a_file", "/dev/null")
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


def test_unwritable_folder(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(Path, "open", fail(errno.EACCES))
    path = tmp_path / "x.png"
    assert refused("save_failed", path) == f"{path} was not written: Permission denied."


def test_a_protected_file_is_not_replaced(tmp_path: Path, monkeypatch) -> None:
    path = tmp_path / "protected"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write everything
    refused("save_failed", path)
    assert path.read_bytes() == b"old"


def test_zero_character_in_the_path() -> None:
    assert "was not written" in refused("save_failed", "zero\0character.png")


def test_error_without_an_explanation(tmp_path: Path, monkeypatch) -> None:
    def vanish(*_):
        raise OSError("the drive is gone")

    monkeypatch.setattr(os, "fsync", vanish)
    assert refused("save_failed", tmp_path / "x").endswith("was not written: the drive is gone.")


# --- folders ---


def fill(path: Path | str, *names: str) -> None:
    with whole_folder(path) as folder:
        for name in names:
            (folder / name).write_bytes(b"new")


@pytest.mark.parametrize("there", [False, True])
def test_a_folder_is_there_when_all_of_it_is(there: bool, tmp_path: Path) -> None:
    path = tmp_path / "frames"
    if there:
        path.mkdir()
    fill(path, "0.png", "1.png")
    assert sorted(file.name for file in path.iterdir()) == ["0.png", "1.png"]
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_interrupted_leaves_nothing_behind(tmp_path: Path) -> None:
    def interrupted() -> None:
        with whole_folder(tmp_path / "frames") as folder:
            (folder / "0.png").write_bytes(b"half of it")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("kind", ["file", "folder"])
def test_what_is_in_a_folders_place_stays(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "frames"
    if kind == "folder":
        path.mkdir()
        (path / "mine.txt").write_text("old")
    else:
        path.write_text("old")
    with pytest.raises(ImageError) as caught:
        fill(path, "0.png")
    assert str(caught.value) == f"There is something at {path} already; name a folder that is new or empty."
    assert [file.read_text() for file in tmp_path.rglob("*") if file.is_file()] == ["old"]


def test_a_folder_in_no_folder(tmp_path: Path) -> None:
    with pytest.raises(ImageError, match=r"There is no folder .*none\."):
        fill(tmp_path / "none" / "frames", "0.png")


def test_zero_character_in_a_folders_path() -> None:
    with pytest.raises(ImageError, match="was not written"):
        fill("frames\0", "0.png")


def test_a_full_disk_refuses_a_folder(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(Path, "write_bytes", fail(errno.ENOSPC))
    with pytest.raises(ImageError, match="the disk is full"):
        fill(tmp_path / "frames", "0.png")
    assert not list(tmp_path.iterdir())
