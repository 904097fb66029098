"""A lesson of one's own: adding, ordering, editing, undoing, keeping."""

from __future__ import annotations

from pathlib import Path
from threading import current_thread, main_thread

import pytest
from PIL import Image as PILImage
from pytestqt.qtbot import QtBot

from convviz.core.errors import Refusal, SpecError
from convviz.core.saving import write_whole
from convviz.scene.embedded import Embedded
from convviz.scene.lesson import MAX_PAGES, Question, Words
from convviz.scene.lesson_file import read_lesson
from convviz.scene.scene import FilePicture, Scene
from convviz.state import my_lesson
from convviz.state.jobs import Jobs
from convviz.state.my_lesson import MyLesson

pytestmark = pytest.mark.usefixtures("qapp")
SCENES = [Scene(speed=float(n)) for n in (1, 2, 3)]


@pytest.fixture
def mine() -> MyLesson:
    """Three pages, of speeds 1, 2 and 3."""
    mine = MyLesson()
    for scene in SCENES:
        mine.add(scene, 1.5, "step")
    return mine


def speeds(mine: MyLesson) -> list[float]:
    return [page.scene.speed for page in mine.pages]


def test_an_empty_lesson_is_none() -> None:
    mine = MyLesson()
    assert not mine.unsaved
    with pytest.raises(SpecError) as refused:
        _ = mine.lesson
    assert str(refused.value) == "A lesson needs at least one page."


def test_views_become_pages(mine: MyLesson) -> None:
    assert speeds(mine) == [1, 2, 3]
    assert mine.add(Scene(speed=9.0), 4.0, "whole", 1) == 1
    assert speeds(mine) == [1, 9, 2, 3]
    page = mine.pages[1]
    assert (page.at, page.view, page.title.en, page.title.zh) == (4.0, "whole", "Page 4", "第 4 页")
    assert mine.lesson.pages == mine.pages


def test_pages_are_moved_ordered_and_deleted(mine: MyLesson) -> None:
    mine.move(0, 2)
    assert speeds(mine) == [2, 3, 1]
    mine.reorder([2, 0, 1])
    assert speeds(mine) == [1, 2, 3]
    mine.delete(1)
    assert speeds(mine) == [1, 3]


def test_pages_are_edited(mine: MyLesson) -> None:
    question = Question(Words("?"), "rows")
    mine.edit(1, title=Words("Two"), question=question, watch=(0, 4))
    assert (mine.pages[1].title, mine.pages[1].question, mine.pages[1].watch) == (
        Words("Two"),
        question,
        (0, 4),
    )
    with pytest.raises(SpecError):
        mine.edit(1, question=Question(Words("?"), "colour"))
    assert mine.pages[1].question == question


def test_everything_is_undone_and_done_again(mine: MyLesson) -> None:
    states = [(mine.title, mine.pages)]
    for act in (
        lambda: mine.move(0, 1),
        lambda: mine.delete(2),
        lambda: mine.rename(Words("Mine")),
        lambda: mine.edit(0, text=Words("Text")),
    ):
        act()
        states.append((mine.title, mine.pages))
    for before in reversed(states[:-1]):
        mine.undo()
        assert (mine.title, mine.pages) == before
    for after in states[1:]:
        mine.redo()
        assert (mine.title, mine.pages) == after
    assert not mine.can_redo
    mine.redo()
    assert (mine.title, mine.pages) == states[-1]


def test_a_text_that_is_typed_is_undone_as_one(mine: MyLesson) -> None:
    for text in ("A", "Ab", "Abc"):
        mine.edit(0, ("text", 0), text=Words(text))
    mine.edit(0, ("title", 0), title=Words("T"))
    mine.undo()
    assert mine.pages[0].text == Words("Abc")
    mine.undo()
    assert mine.pages[0].text == Words()


def test_what_changes_nothing_is_no_step(mine: MyLesson) -> None:
    heard: list[int] = []
    mine.changed.connect(lambda: heard.append(1))
    mine.rename(Words())
    mine.reorder([0, 1, 2])
    assert heard == []


def test_a_change_after_undo_forgets_what_was_undone(mine: MyLesson) -> None:
    mine.undo()
    assert mine.can_redo
    mine.rename(Words("Other"))
    assert not mine.can_redo


def test_there_may_be_only_so_many_pages(mine: MyLesson) -> None:
    mine.pages = mine.pages[:1] * MAX_PAGES
    with pytest.raises(SpecError):
        mine.add(Scene(), 0.0, "step")
    assert len(mine.pages) == MAX_PAGES


# --- files


def test_it_is_saved_and_opened_again(mine: MyLesson, tmp_path: Path) -> None:
    path = tmp_path / "blur.lesson"
    assert mine.unsaved
    mine.rename(Words("Blur", "模糊"))
    mine.save(path)
    assert not mine.unsaved
    assert read_lesson(path) == mine.lesson
    assert mine.lesson.id == "blur"
    other = MyLesson()
    other.open(path)
    assert (other.title, other.pages, other.path) == (mine.title, mine.pages, path)
    assert not other.can_undo
    other.begin()
    assert (other.pages, other.path, other.unsaved) == ((), None, False)


def test_photos_are_saved_with_it(tmp_path: Path) -> None:
    """A lesson made at home is opened on the class's computer, where its photos were never."""
    photo, path = tmp_path / "photo.png", tmp_path / "a.lesson"
    PILImage.new("L", (9, 9), 7).save(photo)
    mine = MyLesson()
    mine.add(Scene(picture=FilePicture(str(photo))), 0.0, "step")
    mine.save(path)
    assert not mine.unsaved
    data = photo.read_bytes()
    photo.unlink()
    mine.open(path)
    assert mine.pages[0].scene.picture == Embedded("photo.png", data)
    assert not mine.unsaved


def test_what_cannot_be_written_changes_nothing(mine: MyLesson, tmp_path: Path) -> None:
    with pytest.raises(Refusal):
        mine.save(tmp_path / "nowhere" / "a.lesson")
    assert mine.path is None
    assert mine.unsaved
    with pytest.raises(Refusal):
        mine.open(tmp_path / "nothing.lesson")
    assert speeds(mine) == [1, 2, 3]


def test_nothing_is_lost_when_the_program_ends(tmp_path: Path) -> None:
    kept = tmp_path / "settings" / "my-lesson.lesson"
    mine = MyLesson(kept)
    assert not kept.exists()
    mine.add(SCENES[0], 0.0, "step")
    mine.rename(Words("Half done"))
    again = MyLesson(kept)
    assert (again.title, again.pages) == (mine.title, mine.pages)
    assert again.unsaved
    again.save(tmp_path / "done.lesson")
    assert not kept.exists()
    assert MyLesson(kept).pages == ()


def test_a_damaged_copy_is_left_alone(tmp_path: Path) -> None:
    kept = tmp_path / "my-lesson.lesson"
    kept.write_bytes(b"half a les")
    mine = MyLesson(kept)
    mine.add(SCENES[0], 0.0, "step")
    assert kept.read_bytes() == b"half a les"
    assert read_lesson(tmp_path / "my-lesson-2.lesson").pages == mine.pages
    assert MyLesson(kept).pages == mine.pages


@pytest.mark.parametrize("in_the_way", ["a file for a folder", "a folder for a file"])
def test_a_copy_that_cannot_be_kept_is_said(tmp_path: Path, in_the_way: str) -> None:
    kept = tmp_path / "settings" / "my-lesson.lesson"
    mine = MyLesson(kept)
    if in_the_way == "a file for a folder":
        kept.parent.write_text("")
    else:
        kept.mkdir(parents=True)
    said: list[str] = []
    mine.failed.connect(lambda message: said.append(str(message)))
    mine.add(SCENES[0], 0.0, "step")
    assert len(said) == 1
    assert str(kept.parent) in said[0]
    assert len(mine.pages) == 1


def test_keeping_does_not_hold_up_who_types(
    tmp_path: Path, jobs: Jobs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Texts are written a moment later, together, in another thread."""
    kept, threads = tmp_path / "my-lesson.lesson", []
    monkeypatch.setattr(
        my_lesson, "write_whole", lambda *what: threads.append(current_thread()) or write_whole(*what)
    )
    mine = MyLesson(kept, jobs, wait_ms=20)
    mine.add(SCENES[0], 0.0, "step")
    for text in ("A", "Ab", "Abc"):
        mine.edit(0, "text", text=Words(text))
        assert not kept.exists()
    qtbot.waitUntil(kept.exists)
    qtbot.waitUntil(jobs.idle)
    assert MyLesson(kept).pages == mine.pages
    assert len(threads) == 1
    assert threads[0] is not main_thread()
    mine.edit(0, "text", text=Words("Abcd"))
    mine.keep()
    assert MyLesson(kept).pages == mine.pages, "the end of the program waits for nothing"
    mine.keep()
    assert len(threads) == 2
    kept.unlink()
    kept.mkdir()
    said: list[str] = []
    mine.failed.connect(lambda message: said.append(str(message)))
    mine.rename(Words("Other"))
    qtbot.waitUntil(lambda: said != [])
    assert str(kept) in said[0]
    kept.rmdir()
    mine.keep()
    assert MyLesson(kept).title == Words("Other"), "what was not written is tried again"
