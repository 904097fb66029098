"""Work is kept whole, in a folder of each running program's own, and set aside when it was cut off."""

from __future__ import annotations

from pathlib import Path

import pytest

from convviz.scene.codec import VERSION, CodecError, SceneFile
from convviz.scene.scene import Canvas, FilePicture, Scene
from convviz.scene.work import Work
from convviz.state.workspace import FOLDERS, KEPT, Workspace


def work(n: int, ended: bool = False) -> Work:
    scene = Scene(picture=Canvas(1, 1, bytes([n])))
    return Work(SceneFile(VERSION, scene, float(n)), "/lessons/a.convviz", True, ended)


def plain(kept: Work | None) -> tuple[float | None, bool] | None:
    return kept and (kept.file.t, kept.ended)


def test_there_is_nothing_at_first(tmp_path: Path) -> None:
    space = Workspace(tmp_path / "work")
    assert (space.before, space.lost()) == (None, [])


def test_work_that_ended_is_there_at_the_next_start(tmp_path: Path) -> None:
    space = Workspace(tmp_path)
    assert space.keep(work(1)) is None
    assert space.keep(work(2, ended=True)) is None
    space.leave()
    again = Workspace(tmp_path)
    assert again.before == work(2, ended=True)
    assert again.lost() == []


def test_work_that_was_cut_off_is_set_aside_until_it_is_given_up(tmp_path: Path) -> None:
    space = Workspace(tmp_path)
    space.keep(work(1))
    space.leave()
    for _ in range(2):
        again = Workspace(tmp_path)
        assert again.before is None
        (lost,) = again.lost()
        assert again.read_lost(lost) == work(1)
        again.leave()
    again.give_up(lost)
    again.give_up(lost)
    assert again.lost() == []


def test_the_newest_lost_work_comes_first_and_the_oldest_are_forgotten(tmp_path: Path) -> None:
    for n in range(KEPT + 3):
        space = Workspace(tmp_path)
        space.keep(work(n))
        space.leave()
    space = Workspace(tmp_path)
    found = [space.read_lost(path).file.t for path in space.lost()]
    assert found == [float(KEPT + 2 - n) for n in range(KEPT)]


def test_two_programs_do_not_share_their_work(tmp_path: Path) -> None:
    first, second = Workspace(tmp_path), Workspace(tmp_path)
    first.keep(work(1))
    second.keep(work(2))
    third = Workspace(tmp_path)
    assert (third.before, third.lost()) == (None, [])
    for space in (first, second, third):
        space.leave()
    one, two = Workspace(tmp_path), Workspace(tmp_path)
    found = [space.read_lost(path).file.t for space in (one, two) for path in space.lost()]
    assert found == [1.0, 2.0]


def test_work_that_waits_is_found_whichever_folder_it_is_in(tmp_path: Path) -> None:
    first, second = Workspace(tmp_path), Workspace(tmp_path)
    first.keep(work(1, ended=True))
    second.keep(work(2))
    first.leave()
    second.leave()
    again = Workspace(tmp_path)
    assert [again.read_lost(path) for path in again.lost()] == [work(2)]


def test_remains_of_a_writing_that_was_cut_off_are_cleared_away(tmp_path: Path) -> None:
    space = Workspace(tmp_path)
    space.keep(work(1, ended=True))
    assert space.folder is not None
    part = space.folder / ".0123456789abcdef.part"
    part.write_bytes(b"{")
    space.leave()
    assert Workspace(tmp_path).before == work(1, ended=True)
    assert not part.exists()


@pytest.mark.parametrize("data", [b"", b"{", b'{"file": {"convviz": 9}}', b'{"file": 1, "path": 2}'])
def test_a_damaged_file_is_no_work(tmp_path: Path, data: bytes) -> None:
    space = Workspace(tmp_path)
    assert space.folder is not None
    (space.folder / "work.convviz").write_bytes(data)
    (space.folder / "lost-1.convviz").write_bytes(data)
    space.leave()
    again = Workspace(tmp_path)
    assert again.before is None
    with pytest.raises(CodecError):
        again.read_lost(again.lost()[0])


def test_work_that_is_left_is_set_aside_beside_the_present_one(tmp_path: Path) -> None:
    space = Workspace(tmp_path)
    space.keep(work(1))
    space.lose(work(2))
    assert [space.read_lost(path) for path in space.lost()] == [work(2)]
    space.leave()
    again = Workspace(tmp_path)
    assert [again.read_lost(path) for path in again.lost()] == [work(1), work(2)]


def test_where_nothing_can_be_written_it_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    space = Workspace(tmp_path / "file" / "work")
    assert str(space.keep(work(1))).startswith("Your work cannot be kept: ")
    space.lose(work(1))
    assert space.lost() == []
    space.leave()


def test_what_no_file_can_hold_is_said(tmp_path: Path) -> None:
    space = Workspace(tmp_path)
    bad = Work(SceneFile(VERSION, Scene(picture=FilePicture("/\udcff.jpg"))))
    assert "cannot be written in a ConvViz file" in str(space.keep(bad))
    space.lose(bad)
    assert space.lost() == []


def test_more_programs_than_folders_run_all_the_same(tmp_path: Path) -> None:
    spaces = [Workspace(tmp_path) for _ in range(FOLDERS + 1)]
    assert spaces[-1].folder is None
    assert spaces[-1].keep(work(1)) is not None
