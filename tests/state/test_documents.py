"""Which scene file is open, and what opening another and saving do."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image as PILImage

from convviz.core.errors import Refusal
from convviz.labs.pictures import read_source
from convviz.scene.codec import MAX_NOTES, VERSION, Pin, SceneFile, Seen, encode_file
from convviz.scene.embedded import MAX_EMBEDDED, Embedded
from convviz.scene.scene import FilePicture, Scene, replace
from convviz.scene.scene_files import packed, read_scene
from convviz.scene.volume import VolumeLayer
from convviz.scene.work import Work
from convviz.state.documents import Documents, Looks
from convviz.state.player import Player
from tests.scene.bad_files import BAD, LATER
from tests.state.conftest import SCENE


class Desk:
    """Documents of a running program, and all that they said."""

    def __init__(self, program) -> None:
        self.program, self.player = program, Player()
        program.session.story_changed.connect(lambda story: self.player.set_timeline(story.timeline))
        self.player.set_timeline(program.session.story.timeline)
        self.documents = Documents(program.session, self.player)
        self.said, self.lost, self.opened, self.looks, self.dropped = [], [], [], [], []
        self.documents.said.connect(lambda message: self.said.append(str(message)))
        self.documents.picture_lost.connect(lambda lost, path: self.lost.append((lost, path)))
        self.documents.opened.connect(self.opened.append)
        self.documents.look_requested.connect(lambda looks: self.looks.append((looks.view, looks.tab)))
        self.documents.dropped.connect(self.dropped.append)

    @property
    def scene(self) -> Scene:
        return self.program.store.scene

    def open(self, path: Path) -> None:
        self.documents.open(str(path))
        self.program.settle()

    def save(self, path: Path) -> None:
        self.documents.save(str(path))
        self.program.settle()


@pytest.fixture
def desk(program) -> Desk:
    return Desk(program)


def written(path: Path, file: SceneFile) -> Path:
    path.write_bytes(encode_file(file))
    return path


OTHER = replace(SCENE, show="stretch")


def test_what_was_saved_is_opened(desk: Desk, tmp_path: Path) -> None:
    desk.player.go(4)
    desk.documents.looked_at(view="whole", tab="code")
    desk.save(tmp_path / "a.convviz")
    assert desk.said == ["Saved the scene a.convviz."]
    desk.program.store.set(show="absolute")
    desk.player.go(0)
    desk.documents.looked_at(view="step", tab="cost")
    desk.open(tmp_path / "a.convviz")
    assert desk.scene == SCENE
    assert desk.player.moment.step == 4
    assert desk.looks == [("whole", "code")]
    assert (desk.documents.looks.view, desk.documents.looks.tab) == ("whole", "code")
    assert desk.opened == [str(tmp_path / "a.convviz")] * 2


def test_a_scene_without_a_position_begins_at_its_first_step(desk: Desk, tmp_path: Path) -> None:
    desk.player.go(5)
    desk.open(written(tmp_path / "a.convviz", SceneFile(VERSION, OTHER)))
    assert (desk.scene, desk.player.moment.step) == (OTHER, 0)


def test_notes_are_kept(desk: Desk, tmp_path: Path) -> None:
    desk.open(written(tmp_path / "a.convviz", SceneFile(VERSION, OTHER, notes={"en": "Look."})))
    desk.save(tmp_path / "b.convviz")
    assert read_scene(tmp_path / "b.convviz").notes == {"en": "Look."}


def test_notes_are_written_in_each_language_and_saved(desk: Desk, tmp_path: Path) -> None:
    documents, path = desk.documents, tmp_path / "a.convviz"
    desk.open(written(path, SceneFile(VERSION, OTHER)))
    documents.write_notes("en", "Look here.")
    assert (documents.modified, documents.notes_in("zh_CN")) == (True, "Look here.")
    documents.write_notes("zh_CN", "看这里。")
    assert (documents.own_notes("zh_CN"), documents.notes_in("en")) == ("看这里。", "Look here.")
    with pytest.raises(Refusal):
        documents.write_notes("en", "x" * MAX_NOTES)
    desk.save(path)
    assert not documents.modified
    assert read_scene(path).notes == {"en": "Look here.", "zh_CN": "看这里。"}
    documents.write_notes("en", "")
    assert documents.present().notes == {"zh_CN": "看这里。"}
    assert documents.work().file.notes == {"zh_CN": "看这里。"}, "and kept while the program runs"


def test_notes_go_and_come_with_an_opening_that_is_undone(desk: Desk, tmp_path: Path) -> None:
    desk.documents.write_notes("en", "Before.")
    desk.open(written(tmp_path / "a.convviz", SceneFile(VERSION, OTHER, notes={"en": "After."})))
    desk.documents.write_notes("en", "After all.")
    desk.program.store.undo()
    assert desk.documents.notes_in("en") == "Before."
    desk.program.store.redo()
    assert desk.documents.notes_in("en") == "After all."


def test_how_it_is_looked_at_is_part_of_it(desk: Desk, tmp_path: Path) -> None:
    looks = {"zoom": 125, "seen": Seen(1.5, -2.25, 30.0, 40.125), "pinned": Pin("input", 3, -1, 2)}
    desk.documents.looked_at(**looks)
    desk.save(tmp_path / "a.convviz")
    desk.documents.looked_at(zoom=100, seen=None, pinned=None)
    desk.open(tmp_path / "a.convviz")
    assert desk.documents.looks == Looks(**looks)
    assert not desk.documents.modified


def test_a_scene_is_modified_when_it_is_not_as_in_its_file(desk: Desk, tmp_path: Path) -> None:
    documents, store = desk.documents, desk.program.store
    assert (documents.name, documents.modified) == ("", False)
    store.set(show="absolute")
    assert not documents.modified, "it has no file"
    desk.save(tmp_path / "a.convviz")
    assert (documents.name, documents.modified) == ("a", False)
    store.set(show="stretch")
    assert documents.modified
    store.undo()
    assert not documents.modified
    desk.player.go(3)
    assert not documents.modified, "that is where one looks"


def test_undo_takes_the_document_with_it(desk: Desk, tmp_path: Path) -> None:
    desk.save(tmp_path / "a.convviz")
    desk.open(written(tmp_path / "b.convviz", SceneFile(VERSION, OTHER)))
    names = [desk.documents.name]
    for step in (desk.program.store.undo, desk.program.store.redo):
        step()
        names.append(desk.documents.name)
        assert not desk.documents.modified
    assert names == ["b", "a", "b"]


def test_changes_that_were_not_saved_are_set_aside(desk: Desk, tmp_path: Path) -> None:
    desk.save(tmp_path / "a.convviz")
    desk.documents.begin(OTHER)
    assert desk.dropped == []
    desk.program.store.undo()
    desk.program.store.set(show="absolute")
    desk.documents.begin(OTHER)
    assert desk.documents.path is None
    (work,) = desk.dropped
    assert (work.file.scene.show, work.path, work.modified) == ("absolute", str(tmp_path / "a.convviz"), True)


@pytest.mark.parametrize("name", [*BAD, *LATER])
def test_what_cannot_be_opened_leaves_everything_as_it_was(desk: Desk, tmp_path: Path, name: str) -> None:
    desk.save(tmp_path / "mine.convviz")
    desk.said.clear()
    desk.player.seek(3.5)
    make, says = (BAD | LATER)[name]
    make(tmp_path / "bad.convviz")
    before = desk.documents.work()
    desk.open(tmp_path / "bad.convviz")
    (sentence,) = desk.said + desk.program.refused
    assert says in sentence
    assert desk.documents.work() == before
    assert desk.opened == [str(tmp_path / "mine.convviz")]


def test_what_cannot_be_saved_leaves_the_file_as_it_was(desk: Desk, tmp_path: Path) -> None:
    desk.save(tmp_path / "no" / "such" / "folder.convviz")
    assert desk.said == [f"There is no folder {tmp_path / 'no' / 'such'}."]
    assert desk.documents.path is None


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "photo.bmp"
    PILImage.new("RGB", (1300, 1200), (9, 99, 199)).save(path)
    assert path.stat().st_size > MAX_EMBEDDED
    return path


def test_a_moved_picture_is_asked_for(desk: Desk, photo: Path, tmp_path: Path) -> None:
    scene = replace(OTHER, picture=FilePicture(str(photo)))
    path = written(tmp_path / "a.convviz", packed(SceneFile(VERSION, scene, 2.0), tmp_path))
    moved = photo.rename(tmp_path / "moved.bmp")
    desk.open(path)
    assert desk.scene == SCENE
    (lost, name), wrong = desk.lost.pop(), tmp_path / "wrong.bmp"
    PILImage.new("RGB", (1300, 1200), (9, 99, 198)).save(wrong)
    desk.documents.open_with(lost, name, str(wrong))
    desk.program.settle()
    assert desk.scene == SCENE
    (lost, name) = desk.lost.pop()
    assert lost.code == "picture_changed"
    desk.documents.open_with(lost, name, str(moved))
    desk.program.settle()
    assert desk.scene == replace(scene, picture=FilePicture(str(moved)))
    assert (desk.documents.path, desk.player.t) == (path, 2.0)
    desk.documents.open_with(lost, name, str(wrong), anyway=True)
    desk.program.settle()
    assert desk.scene.picture == FilePicture(str(wrong))


def test_of_two_files_asked_for_the_newest_is_opened(desk: Desk, tmp_path: Path) -> None:
    desk.documents.open(str(written(tmp_path / "a.convviz", SceneFile(VERSION, OTHER))))
    desk.documents.open(str(written(tmp_path / "b.convviz", SceneFile(VERSION, replace(OTHER, speed=4.0)))))
    desk.program.settle()
    assert (desk.documents.name, desk.scene.speed) == ("b", 4.0)
    assert len(desk.opened) == 1


def test_lost_work_is_brought_back_with_its_file(desk: Desk, tmp_path: Path) -> None:
    done: list[int] = []
    path = str(tmp_path / "a.convviz")
    work = Work(SceneFile(VERSION, OTHER, 3.0, "whole", "cost"), path, modified=True)
    desk.documents.recover(work, lambda: done.append(1))
    desk.program.settle()
    assert replace(desk.documents.work(), file=work.file) == work
    assert replace(desk.documents.present(), scene=work.file.scene) == work.file
    assert done == [1]


def test_the_same_scene_again_is_at_its_position(desk: Desk, tmp_path: Path) -> None:
    path = written(tmp_path / "a.convviz", SceneFile(VERSION, SCENE, 2.0))
    desk.open(path)
    assert (desk.player.t, desk.documents.path) == (2.0, path)


def test_a_held_picture_is_shown(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "small.png"
    PILImage.new("L", (20, 10), 77).save(path)
    desk.program.store.set(picture=FilePicture(str(path)))
    desk.program.settle()
    desk.save(tmp_path / "a.convviz")
    assert not desk.documents.modified
    data = path.read_bytes()
    path.unlink()
    desk.open(tmp_path / "a.convviz")
    assert desk.scene.picture == Embedded("small.png", data)
    story = desk.program.session.story
    assert (story.source.title, story.source.planes.shape) == ("small.png", (1, 10, 20))
    assert (story.source.planes == 77).all()


def test_all_slices_of_a_held_stack_are_there(tmp_path: Path) -> None:
    path = tmp_path / "stack.tif"
    pages = [PILImage.new("L", (6, 5), n * 40) for n in range(4)]
    pages[0].save(path, save_all=True, append_images=pages[1:])
    named = Scene(picture=FilePicture(str(path)), layer=VolumeLayer())
    held = packed(SceneFile(VERSION, named), tmp_path).scene
    assert isinstance(held.picture, Embedded)
    one, other = read_source(named), read_source(held)
    assert other.planes.shape == (4, 5, 6)
    assert (one.planes == other.planes).all()
    assert (one.title, one.white) == (other.title, other.white)


def test_a_document_that_is_opened_twice_is_not_left_for_another(desk: Desk, tmp_path: Path) -> None:
    a = written(tmp_path / "a.convviz", SceneFile(VERSION, SCENE, notes={"en": "A"}))
    b = written(tmp_path / "b.convviz", SceneFile(VERSION, OTHER, notes={"en": "B"}))
    for path in (a, b, a):
        desk.open(path)
    desk.program.store.undo()
    assert (desk.scene, desk.documents.path, desk.documents.notes_in("en")) == (OTHER, b, "B")
    assert not desk.documents.modified
    desk.program.store.redo()
    assert (desk.scene, desk.documents.path, desk.documents.notes_in("en")) == (SCENE, a, "A")


def test_a_redone_opening_is_the_document_that_was_saved_last(desk: Desk, tmp_path: Path) -> None:
    desk.open(written(tmp_path / "a.convviz", SceneFile(VERSION, OTHER)))
    desk.documents.write_notes("en", "Said since.")
    desk.save(tmp_path / "c.convviz")
    desk.program.store.undo()
    desk.program.store.redo()
    assert (desk.documents.path, desk.documents.modified) == (tmp_path / "c.convviz", False)


def test_what_is_saved_late_is_not_the_document_that_was_opened_meanwhile(desk: Desk, tmp_path: Path) -> None:
    b = written(tmp_path / "b.convviz", SceneFile(VERSION, OTHER))
    desk.documents.save(str(tmp_path / "a.convviz"))
    desk.documents._enter(read_scene(b), b, modified=False)  # noqa: SLF001  (before the saving has ended)
    desk.program.settle()
    assert desk.documents.path == b
    assert (tmp_path / "a.convviz").exists()
