"""Scene files: all that is on screen comes back, a picture is found again, and what is hostile is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convviz.core.errors import ImageError
from convviz.scene import scene_files
from convviz.scene.codec import (
    MAX_BYTES,
    VERSION,
    CodecError,
    Place,
    SceneFile,
    decode_file,
    encode_file,
    encode_scene,
)
from convviz.scene.embedded import MAX_EMBEDDED, Embedded
from convviz.scene.scene import FilePicture, SamplePicture, Scene, replace
from convviz.scene.scene_files import PictureLost, found, found_at, packed, pointed, read_file, read_scene
from convviz.scene.work import MAX_BYTES as MAX_WORK
from convviz.scene.work import Work, decode_work, encode_work
from tests.scene import strategies
from tests.scene.bad_files import BAD

SMALL, LARGE = b"a small picture", bytes(MAX_EMBEDDED + 1)


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A picture too large to be in a scene file."""
    path = tmp_path / "pictures" / "photo.jpg"
    path.parent.mkdir()
    path.write_bytes(LARGE)
    return path


def showing(path: Path | str) -> SceneFile:
    return SceneFile(VERSION, Scene(picture=FilePicture(str(path))), 3.5, "whole", "code", {"en": "Look."})


def saved(file: SceneFile, path: Path) -> Path:
    path.parent.mkdir(exist_ok=True, parents=True)
    path.write_bytes(encode_file(packed(file, path.parent)))
    return path


# --- to a file and back


@given(strategies.scene_files)
def test_all_that_is_on_screen_comes_back(file: SceneFile) -> None:
    again = decode_file(encode_file(file))
    if file.place is None:  # in its oldest version a file that names a picture gets a place to look at
        again = replace(again, place=None)
    assert replace(again, convviz=VERSION) == file


@given(strategies.works)
def test_work_comes_back(work: Work) -> None:
    again = decode_work(encode_work(work))
    place = work.file.place and again.file.place
    assert replace(again, file=replace(again.file, convviz=VERSION, place=place)) == work


def test_a_plain_scene_can_be_read_by_the_first_version() -> None:
    assert json.loads(encode_file(SceneFile(VERSION, Scene())))["convviz"] == 1
    assert json.loads(encode_file(SceneFile(VERSION, Scene(), t=2.0)))["convviz"] == 2
    held = Scene(picture=Embedded("a.png", b"1"))
    assert json.loads(encode_file(SceneFile(VERSION, held)))["convviz"] == 2


def test_what_is_as_ever_is_not_written() -> None:
    assert list(json.loads(encode_file(SceneFile(VERSION, Scene(), t=0.25)))) == ["convviz", "scene", "t"]


@pytest.mark.parametrize("path", ["/home/a/photo.jpg", r"C:\Users\a\photo.jpg", "photo.jpg"])
def test_version_1_named_a_picture_by_its_path_alone(path: str) -> None:
    content = {"convviz": 1, "scene": {"picture": {"type": "file", "path": path}}}
    file = decode_file(json.dumps(content).encode())
    assert file.place == Place("photo.jpg")
    assert file.scene.picture == FilePicture(path)
    assert file.convviz == VERSION


@pytest.mark.parametrize("scene", [7, [], None, {"picture": 7}, {"picture": {"type": "file", "path": 7}}])
def test_what_cannot_be_upgraded_is_refused_as_it_stands(scene: object) -> None:
    with pytest.raises(
        CodecError, match=r"This is not a readable ConvViz file: .* should stand where .* at \$\.scene"
    ):
        decode_file(json.dumps({"convviz": 1, "scene": scene}).encode())


# --- the picture


def test_a_small_picture_is_in_the_file(tmp_path: Path) -> None:
    photo = tmp_path / "photo.png"
    photo.write_bytes(SMALL)
    path = saved(showing(photo), tmp_path / "lesson.convviz")
    photo.unlink()
    again = read_scene(path)
    assert again.scene.picture == Embedded("photo.png", SMALL)
    assert replace(again, scene=Scene()) == replace(showing(photo), scene=Scene())


@pytest.mark.parametrize("size", [MAX_EMBEDDED, MAX_EMBEDDED + 1])
def test_small_is_up_to_four_megabytes(tmp_path: Path, size: int) -> None:
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(bytes(size))
    file = packed(showing(photo), tmp_path)
    assert isinstance(file.scene.picture, Embedded if size == MAX_EMBEDDED else FilePicture)
    assert len(encode_file(file)) < MAX_BYTES


def test_a_picture_in_no_file_needs_no_place(tmp_path: Path) -> None:
    file = SceneFile(VERSION, Scene(picture=SamplePicture("cell")), place=Place("left over"))
    assert packed(file, tmp_path) == replace(file, place=None)
    assert found(file, tmp_path) == file


def test_a_large_picture_is_found_where_it_was(photo: Path, tmp_path: Path) -> None:
    path = saved(showing(photo), tmp_path / "lesson.convviz")
    assert json.loads(path.read_bytes())["place"]["relative"] == "pictures/photo.jpg"
    assert read_scene(path) == showing(photo)


def test_a_scene_and_its_picture_may_move_together(photo: Path, tmp_path: Path) -> None:
    path = saved(showing(photo), tmp_path / "lesson.convviz")
    there = tmp_path / "memory stick"
    (there / "pictures").mkdir(parents=True)
    photo.rename(there / "pictures" / "photo.jpg")
    moved = path.rename(there / "lesson.convviz")
    assert read_scene(moved).scene.picture == FilePicture(str(there / "pictures" / "photo.jpg"))


def test_a_scene_may_move_away_from_its_picture(photo: Path, tmp_path: Path) -> None:
    path = saved(showing(photo), tmp_path / "lesson.convviz")
    (tmp_path / "elsewhere").mkdir()
    assert read_scene(path.rename(tmp_path / "elsewhere" / "lesson.convviz")) == showing(photo)


def test_another_picture_beside_the_scene_is_not_taken_for_it(photo: Path, tmp_path: Path) -> None:
    path = saved(showing(photo), tmp_path / "lesson.convviz")
    there = tmp_path / "there"
    (there / "pictures").mkdir(parents=True)
    (there / "pictures" / "photo.jpg").write_bytes(b"another")
    assert read_scene(path.rename(there / "lesson.convviz")) == showing(photo)


def test_a_picture_that_moved_is_asked_for(photo: Path, tmp_path: Path) -> None:
    path = saved(showing(photo), tmp_path / "lesson.convviz")
    moved = photo.rename(tmp_path / "moved.jpg")
    with pytest.raises(PictureLost) as lost:
        read_scene(path)
    assert str(lost.value) == f"The scene shows the picture photo.jpg, which is not there: {photo}."
    assert found_at(lost.value.file, moved) == showing(moved)


def test_a_picture_that_changed_is_asked_for(photo: Path, tmp_path: Path) -> None:
    path = saved(showing(photo), tmp_path / "lesson.convviz")
    photo.write_bytes(LARGE[:-1] + b"1")
    with pytest.raises(PictureLost) as lost:
        read_scene(path)
    assert str(lost.value) == f"{photo} is not the picture that the scene was saved with."
    assert lost.value.path == photo
    with pytest.raises(PictureLost, match="is not the picture that"):
        found_at(lost.value.file, photo)
    with pytest.raises(PictureLost, match="which is not there"):
        found_at(lost.value.file, tmp_path)
    assert pointed(lost.value.file, photo) == showing(photo)


def test_a_picture_that_cannot_be_read_is_not_taken_for_the_one(
    photo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = packed(showing(photo), tmp_path)

    def refuse(path: Path) -> str:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(scene_files, "checksum", refuse)
    with pytest.raises(PictureLost, match="is not the picture"):
        found(file, tmp_path)
    with pytest.raises(CodecError, match=r"photo.jpg cannot be read: Permission denied\."):
        packed(showing(photo), tmp_path)


def test_a_picture_on_another_drive_has_no_relative_path(
    photo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, start: Path) -> str:
        raise ValueError("path is on mount 'C:', start on mount 'D:'")

    monkeypatch.setattr(scene_files.os.path, "relpath", refuse)
    file = packed(showing(photo), tmp_path)
    assert file.place is not None
    assert file.place.relative == ""
    assert found(file, tmp_path / "any") == showing(photo)


@pytest.mark.parametrize("name", ["gone.png", "folder", "\0", "a" * 5000])
def test_a_picture_that_is_none_is_not_packed(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(CodecError):
        packed(showing(tmp_path / name), tmp_path)


def test_a_picture_beside_the_scene_may_be_named_by_hand(tmp_path: Path) -> None:
    (tmp_path / "photo.png").write_bytes(SMALL)
    path = tmp_path / "lesson.convviz"
    path.write_bytes(b'{"convviz": 2, "scene": {"picture": {"type": "file", "path": "photo.png"}}}')
    assert read_scene(path).scene.picture == FilePicture(str(tmp_path / "photo.png"))


@pytest.mark.parametrize("title", ["", "a" * 256])
def test_a_title_has_some_characters(title: str) -> None:
    with pytest.raises(ImageError, match="1 to 255 characters"):
        Embedded(title, b"1")


# --- what is refused


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_in_one_sentence(tmp_path: Path, name: str) -> None:
    make, says = BAD[name]
    path = tmp_path / "bad.convviz"
    make(path)
    with pytest.raises(CodecError) as refused:
        read_file(path)
    sentence = str(refused.value)
    assert says in sentence
    assert "\n" not in sentence
    assert len(sentence) < 500


def test_a_path_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CodecError, match="There is no file"):
        read_file("a\0b.convviz")
    with pytest.raises(CodecError, match="There is no file"):
        read_file(tmp_path / "no" / "such.convviz")


def test_work_that_is_too_large_is_not_even_read() -> None:
    with pytest.raises(CodecError, match=f"The file has {MAX_WORK + 1} bytes"):
        decode_work(bytes(MAX_WORK + 1))


@given(st.data(), strategies.scene_files)
def test_any_damage_leaves_a_scene_or_is_refused(data: st.DataObject, file: SceneFile) -> None:
    encoded = bytearray(encode_file(file))
    for _ in range(data.draw(st.integers(1, 4))):
        encoded[data.draw(st.integers(0, len(encoded) - 1))] = data.draw(st.integers(0, 255))
    try:
        again = decode_file(bytes(encoded))
    except CodecError:
        return
    assert decode_file(encode_file(again)) == again


def test_a_scene_that_came_with_the_program_is_a_scene_file(tmp_path: Path) -> None:
    path = tmp_path / "plain.convviz"
    path.write_bytes(encode_scene(Scene()))
    assert read_scene(path) == SceneFile(VERSION, Scene())
