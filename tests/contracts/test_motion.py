"""Every lab with reduced motion: nothing glides, in no phase, and nothing that is told is left out."""

from __future__ import annotations

import pytest

from convviz.figure.figure import Figure, Grid, Outline, Size
from convviz.labs import LABS, lab_of
from convviz.labs.lab import Lab, Look
from convviz.labs.story import Story, tell
from convviz.motion.timeline import GLIDING, Moment
from tests.labs.scenes import CASES

LOOK = Look(Size(1100, 560))
SAMPLES = 40
every_lab = pytest.mark.parametrize("lab", LABS, ids=lambda lab: lab.title)


def _story(lab: Lab) -> Story:
    """The first scene that the lab is tested with."""
    scene, source = next(case for case in CASES.values() if lab_of(case[0]) is lab)
    return tell(scene, source, lab)


def _places(figure: Figure) -> tuple[object, ...]:
    """Where everything lies that could move: grids, and frames around cells."""
    grids = [(i.name, round(i.x, 2), round(i.y, 2)) for i in figure.items if isinstance(i, Grid)]
    frames = [(i.role, round(i.box.x, 2), round(i.box.y, 2)) for i in figure.items if isinstance(i, Outline)]
    return (*grids, *frames)


def _moments(story: Story, phase: str) -> list[Moment]:
    return [Moment(1, phase, n / SAMPLES, story.timeline.order) for n in range(SAMPLES)]


def _seen(lab: Lab, story: Story, moments: list[Moment]) -> int:
    """In how many different places things are seen."""
    return len({_places(lab.draw(story, moment, LOOK)) for moment in moments})


@every_lab
def test_nothing_glides(lab: Lab) -> None:
    """Frames go from tap to tap: places change as often as there are taps, not with every picture."""
    story = _story(lab)
    for phase in story.timeline.order:
        settled = [moment.settled for moment in _moments(story, phase)]
        if phase in GLIDING:
            assert len(set(settled)) == 1
        else:
            assert _seen(lab, story, settled) <= SAMPLES // 2, phase


def test_without_it_things_do_glide() -> None:
    story = _story(LABS[0])
    for phase in ("slide", "lift"):
        assert _seen(LABS[0], story, _moments(story, phase)) > SAMPLES // 2
