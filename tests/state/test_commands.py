"""What a person does to the scene, where it takes time: the newest wish wins."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from convviz.core.saving import save_shown
from convviz.scene.scene import Canvas, FilePicture
from convviz.state.commands import Commands
from convviz.state.player import Player
from tests.state.conftest import SCENE, Program


@pytest.fixture
def commands(program: Program) -> Commands:
    return Commands(program.session, Player())


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    paths = [str(tmp_path / f"{n}.png") for n in range(3)]
    for n, path in enumerate(paths):
        save_shown(path, np.full((20, 30), n, np.uint8))
    return paths


def test_of_pictures_opened_in_a_hurry_the_last_is_shown_and_the_others_never(
    program: Program, commands: Commands, files: list[str]
) -> None:
    for path in files:
        commands.open_file(path)
    program.settle()
    assert [new.picture for _, new in program.changes] == [FilePicture(files[-1])]
    program.store.undo()
    assert program.store.scene == SCENE


def test_a_canvas_made_while_a_file_is_read_is_not_replaced_by_it(
    program: Program, commands: Commands, files: list[str]
) -> None:
    commands.open_file(files[0])
    commands.new_canvas(4, 5)
    program.settle()
    assert program.store.scene.picture == Canvas(4, 5, bytes(20))
    assert len(program.changes) == 1


def test_a_choice_made_while_a_picture_is_read_keeps_the_picture(
    program: Program, commands: Commands, files: list[str]
) -> None:
    commands.open_file(files[0])
    program.store.set(show="stretch")
    program.settle()
    assert program.store.scene.picture == FilePicture(files[0])
    assert program.store.scene.show == "stretch"
