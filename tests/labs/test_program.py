"""A story as a program that runs and gives its numbers."""

from __future__ import annotations

import numpy as np
import pytest

from convviz.labs.program import program, source_of
from convviz.scene.scene import Canvas, FilePicture, Region, Scene, replace
from tests.views.stories import layered, picture, story_of


@pytest.mark.parametrize(
    "scene",
    [
        layered(),
        layered(
            stride=(2, 1), padding=(0, 1, 2, 0), dilation=(1, 2), bias=(3.0,), flip=True, activation="relu"
        ),
        replace(layered(mix="sum"), channel="all"),
    ],
)
def test_the_numpy_program_computes_the_output(scene: Scene, capsys) -> None:
    story = story_of(scene, picture(9, 8, 3 if scene.channel == "all" else 1))
    names: dict[str, object] = {}
    exec(program(story, "NumPy"), names)
    expected = story.operation.reference(story.spec, *story.operands)
    np.testing.assert_allclose(names["y"], expected, rtol=1e-5, atol=1e-4)
    assert capsys.readouterr().out.strip()


def test_the_last_line_prints_the_region_on_the_stage() -> None:
    story = story_of(Scene(region=Region(1, 2, 3, 4)))
    assert program(story, "NumPy").splitlines()[-1] == "print(y[0, 1:4, 2:6])"


def test_where_the_picture_comes_from_is_kept() -> None:
    sample = source_of(story_of())
    assert (sample.sample, sample.path, sample.crop) == ("camera", None, None)
    file = source_of(story_of(Scene(picture=FilePicture("/a/b.png"), crop=Region(1, 2, 3, 40))))
    assert (file.sample, file.path, file.crop) == (None, "/a/b.png", (1, 0, 3, 7))
    canvas = source_of(story_of(Scene(picture=Canvas(7, 7, bytes(49)))))
    assert (canvas.sample, canvas.path) == (None, None)
