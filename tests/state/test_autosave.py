"""Work is kept a moment after every change, and at the end as what was there at the end."""

from __future__ import annotations

from pathlib import Path

import pytest

from convviz.scene.work import decode_work
from convviz.state.autosave import Autosave
from convviz.state.documents import Documents
from convviz.state.player import Player
from convviz.state.workspace import Workspace


class Keeper:
    """A program whose work is kept at once."""

    def __init__(self, program, root: Path) -> None:
        self.program, self.player = program, Player()
        self.player.set_timeline(program.session.story.timeline)
        self.documents = Documents(program.session, self.player)
        self.workspace = Workspace(root)
        self.autosave = Autosave(self.documents, program.session, self.player, self.workspace, wait_ms=0)
        self.said: list[str] = []
        self.autosave.failed.connect(lambda message: self.said.append(str(message)))

    def rest(self) -> None:
        self.program.qtbot.wait(20)
        self.program.settle()

    @property
    def kept(self):
        """What the file holds; None where there is none."""
        assert self.workspace.folder is not None
        path = self.workspace.folder / "work.convviz"
        return decode_work(path.read_bytes()) if path.exists() else None


@pytest.fixture
def keeper(program, tmp_path: Path) -> Keeper:
    keeper = Keeper(program, tmp_path / "work")
    keeper.autosave.begin()
    return keeper


def test_nothing_is_kept_before_something_changes(keeper: Keeper) -> None:
    keeper.rest()
    assert keeper.kept is None


def test_every_change_is_kept(keeper: Keeper) -> None:
    keeper.program.store.set(show="stretch")
    keeper.rest()
    assert keeper.kept.file.scene.show == "stretch"
    keeper.player.seek(3.25)
    keeper.rest()
    assert keeper.kept.file.t == 3.25
    keeper.documents.looked_at(view="whole", tab="code")
    keeper.rest()
    assert (keeper.kept.file.view, keeper.kept.file.tab) == ("whole", "code")
    assert not keeper.kept.ended


def test_a_place_is_kept_when_playing_stops_and_a_change_while_it_plays(keeper: Keeper) -> None:
    keeper.player.play()
    keeper.rest()
    assert keeper.kept is None
    keeper.program.store.set(show="stretch")
    keeper.rest()
    assert keeper.kept.file.scene.show == "stretch"
    keeper.player.pause()
    keeper.rest()
    assert keeper.kept.file.t == keeper.player.t


def test_a_change_that_is_taken_back_is_kept_too(keeper: Keeper) -> None:
    before = keeper.program.store.scene
    keeper.program.store.set(show="stretch")
    keeper.rest()
    keeper.program.store.undo()
    keeper.rest()
    assert keeper.kept.file.scene == before


def test_the_end_is_the_end(keeper: Keeper) -> None:
    keeper.program.store.set(show="stretch")
    keeper.autosave.end()
    assert keeper.kept.ended
    assert keeper.kept.file.scene.show == "stretch"
    keeper.player.seek(1.5)
    keeper.rest()
    keeper.autosave.end()
    assert keeper.kept.file.t != 1.5, "somebody else may have the folder now"
    assert Workspace(keeper.workspace.folder.parent).before == keeper.kept


def test_a_program_that_never_showed_anything_keeps_what_was(program, tmp_path: Path) -> None:
    keeper = Keeper(program, tmp_path)
    keeper.autosave.end()
    assert keeper.kept is None


def test_it_begins_with_the_first_story(program, tmp_path: Path) -> None:
    keeper = Keeper(program, tmp_path)
    story, program.session.story = program.session.story, None
    keeper.autosave.begin()
    keeper.player.seek(2.5)
    program.session.story = story
    program.session.story_changed.emit(story)
    program.session.story_changed.emit(story)
    keeper.rest()
    assert keeper.kept is None
    keeper.player.seek(3.5)
    keeper.rest()
    assert keeper.kept.file.t == 3.5


def test_a_complaint_is_said_once(program, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    keeper = Keeper(program, tmp_path / "file" / "work")
    keeper.autosave.begin()
    for t in (1.5, 2.5):
        keeper.player.seek(t)
        keeper.rest()
    assert len(keeper.said) == 1
    assert "Your work cannot be kept" in keeper.said[0]
