"""The pictures of a lesson: a lesson and its photos move together."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PIL import Image as PILImage

from convviz.scene import lesson_file, lesson_pictures
from convviz.scene.codec import CodecError, Place
from convviz.scene.embedded import MAX_EMBEDDED, Embedded
from convviz.scene.lesson import Lesson, Page, Words
from convviz.scene.lesson_file import decode_lesson, encode_lesson, read_lesson, read_lesson_file
from convviz.scene.lesson_pictures import found_pictures, lost_path, packed_pictures
from convviz.scene.scene import FilePicture, Scene, replace
from convviz.scene.scene_files import PictureLost, checksum


def lesson(*paths: Path | None) -> Lesson:
    """Pages on photos, or on the picture that scenes begin with."""
    scenes = (Scene(picture=FilePicture(str(path))) if path else Scene() for path in paths)
    return Lesson("mine", Words("Mine"), Words(), tuple(Page(Words("P"), Words(), scene) for scene in scenes))


def saved(made: Lesson, folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / "mine.lesson"
    path.write_bytes(encode_lesson(packed_pictures(made, folder)))
    return path


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "home" / "small.png"
    path.parent.mkdir()
    PILImage.new("L", (20, 10), 77).save(path)
    return path


@pytest.fixture
def large(tmp_path: Path, small: Path) -> Path:
    path = small.with_name("large.bmp")
    PILImage.new("RGB", (1300, 1200), (200, 100, 0)).save(path)
    assert path.stat().st_size > MAX_EMBEDDED
    return path


def test_small_pictures_are_in_the_file_once_however_many_pages_are_on_them(small: Path) -> None:
    made = lesson(small, None, small, small)
    path, data = saved(made, small.parent), small.read_bytes()
    content = json.loads(path.read_bytes())
    assert (content["convviz"], list(content["pictures"])) == (2, ["small.png"])
    small.unlink()
    pages = read_lesson(path).pages
    assert [page.scene.picture for page in pages] == [
        Embedded("small.png", data),
        Scene().picture,
        *[Embedded("small.png", data)] * 2,
    ]
    assert {(page.held, page.place) for page in pages} == {("", None)}


def test_pictures_of_one_name_are_told_apart(small: Path) -> None:
    held = [Scene(picture=Embedded("photo.png", data)) for data in (b"one", b"two", b"one", b"three")]
    made = Lesson("x", Words(), Words(), tuple(Page(Words(), Words(), scene) for scene in held))
    assert list(json.loads(encode_lesson(made))["pictures"]) == ["photo.png", "photo.png 2", "photo.png 3"]
    assert decode_lesson(encode_lesson(made)) == made


def test_a_lesson_and_its_photo_move_together(large: Path, tmp_path: Path) -> None:
    path = saved(lesson(large, large, None), large.parent)
    assert path.stat().st_size < 10_000
    assert read_lesson_file(path).pages[0].place == Place("large.bmp", checksum(large))
    elsewhere = tmp_path / "class"
    large.parent.rename(elsewhere)
    pages = read_lesson(elsewhere / "mine.lesson").pages
    assert [page.scene.picture for page in pages[:2]] == [FilePicture(str(elsewhere / "large.bmp"))] * 2


def test_a_picture_that_moved_alone_is_asked_for_once(large: Path, tmp_path: Path) -> None:
    path = saved(lesson(large, None, large), tmp_path / "lessons")
    moved, wrong = large.rename(tmp_path / "moved.bmp"), tmp_path / "wrong.bmp"
    PILImage.new("RGB", (1300, 1200)).save(wrong)
    with pytest.raises(PictureLost) as lost:
        read_lesson(path)
    assert lost.value.code == "picture_moved"
    name = lost_path(lost.value)
    assert name == str(large)
    with pytest.raises(PictureLost) as lost:
        read_lesson(path, {name: (str(wrong), False)})
    assert (lost.value.code, lost_path(lost.value)) == ("picture_changed", name)
    for answer in ((str(moved), False), (str(wrong), True)):
        pages = read_lesson(path, {name: answer}).pages
        assert [page.scene.picture for page in pages] == [
            FilePicture(answer[0]),
            Scene().picture,
            FilePicture(answer[0]),
        ]


def test_a_picture_that_a_lesson_names_by_hand_is_looked_for_beside_it(small: Path) -> None:
    named = lesson(Path("somewhere") / "small.png")
    assert json.loads(encode_lesson(named))["convviz"] == 1, "older programs can read it"
    assert found_pictures(named, small.parent).pages[0].scene.picture == FilePicture(str(small))
    with pytest.raises(PictureLost):
        found_pictures(named, small.parent.parent)


def test_only_so_much_is_held(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = small.with_name("other.png")
    PILImage.new("L", (20, 11), 99).save(other)
    monkeypatch.setattr(lesson_pictures, "MOST_HELD", small.stat().st_size + 10)
    pictures = [page.scene.picture for page in packed_pictures(lesson(small, other), small.parent).pages]
    assert [type(picture) for picture in pictures] == [Embedded, FilePicture]


def test_a_picture_that_is_named_but_not_there_is_refused() -> None:
    content = json.loads(encode_lesson(lesson(None)))
    content["lesson"]["pages"][0]["held"] = "photo.png"
    with pytest.raises(CodecError) as refused:
        decode_lesson(json.dumps(content).encode())
    assert str(refused.value) == "The lesson has a page on the picture “photo.png”, but does not hold it."


def test_a_picture_that_is_not_there_does_not_keep_the_lesson_from_being_saved(tmp_path: Path) -> None:
    made = lesson(tmp_path / "nothing.png")
    packed = packed_pictures(made, tmp_path)
    assert [page.scene for page in packed.pages] == [page.scene for page in made.pages]
    with pytest.raises(PictureLost):
        found_pictures(packed, tmp_path)


def test_pictures_that_are_in_the_lesson_already_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    PILImage.new("L", (20, 20), 9).save(tmp_path / "a.png")
    size = (tmp_path / "a.png").stat().st_size
    monkeypatch.setattr(lesson_pictures, "MOST_HELD", size + 10)
    (held,) = packed_pictures(lesson(tmp_path / "a.png"), tmp_path).pages
    assert isinstance(held.scene.picture, Embedded)
    PILImage.new("L", (20, 20), 8).save(tmp_path / "b.png")
    both = replace(lesson(tmp_path / "b.png"), pages=(held, *lesson(tmp_path / "b.png").pages))
    assert isinstance(packed_pictures(both, tmp_path).pages[1].scene.picture, FilePicture)


def test_a_lesson_too_large_to_be_read_again_is_not_written(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lesson_file, "MAX_BYTES", 200)
    with pytest.raises(CodecError) as refused:
        encode_lesson(packed_pictures(lesson(small), small.parent))
    assert refused.value.code == "lesson_too_large"


def test_a_scene_without_a_file_has_lost_none() -> None:
    from convviz.scene.codec import VERSION, SceneFile

    assert lost_path(PictureLost("picture_moved", SceneFile(VERSION, Scene()), Path("x"))) == ""
