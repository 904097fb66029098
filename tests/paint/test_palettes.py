"""Colours that mean different things look different to everybody, in every theme."""

from __future__ import annotations

from functools import cache
from itertools import combinations, pairwise

import numpy as np
import pytest

from convviz.core.colour_vision import DEFICIENCIES, seen
from convviz.core.lens import DIVERGING
from convviz.figure.figure import Curve, Graph, Outline, Size, Wires
from convviz.labs import lab_of as lab_of_scene
from convviz.labs.lab import Look
from convviz.labs.story import tell
from convviz.paint.cells import RAMPS
from convviz.paint.heat import VIRIDIS
from convviz.paint.theme import THEMES, load
from tests.colours import difference, lab_of
from tests.labs.scenes import CASES

LEAST = 15.0
"""ΔE00 of two colours that are told apart at a glance; 1 is just noticeable side by side."""
APART = (
    ("window", "output"), ("window", "lit"), ("output", "lit"),
    ("window", "accent"), ("output", "accent"), ("window", "curve"),
    ("window", "text"), ("output", "text"), ("lit", "text"),
    ("positive", "negative"), ("weight_positive", "weight_negative"), ("good", "bad"),
)  # fmt: skip
LINES = (Outline, Curve, Wires, Graph)
"""Items of a figure that are told apart by nothing but their colour."""
QUIET = {"border", "ghost_border", "muted", "empty_border", "strip_text", "text"}
"""Roles of what is but a frame."""
SAME = {("curve", "output")}
"""A graph of the output has the output's colour."""
ENDS = ((33, 102, 172), (178, 24, 43), (1, 102, 94), (140, 81, 10))
"""The strongest colours of cells, on which a cell that is pointed at is outlined."""
EYES = (None, *DEFICIENCIES)


def looked_at(rgb: tuple[int, int, int], eyes: str | None) -> tuple[float, float, float]:
    return lab_of(rgb if eyes is None else tuple(seen(np.array(rgb), eyes).tolist()))


def apart(one: tuple[int, int, int], other: tuple[int, int, int], eyes: str | None) -> float:
    return difference(looked_at(one, eyes), looked_at(other, eyes))


def rgb(theme: str, role: str) -> tuple[int, int, int]:
    return tuple(bytes.fromhex(load(theme).hex(role)[1:]))


@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize("theme", THEMES)
def test_roles_are_told_apart(theme: str, eyes: str | None) -> None:
    found = {pair: apart(rgb(theme, pair[0]), rgb(theme, pair[1]), eyes) for pair in APART}
    assert {pair: round(e, 1) for pair, e in found.items() if e < LEAST} == {}


@cache
def drawn_together() -> frozenset[tuple[str, str]]:
    """Pairs of roles that some lab draws as lines on one stage, "lit" of what is pointed at too."""
    pairs: set[tuple[str, str]] = set()
    for scene, source in CASES.values():
        lab = lab_of_scene(scene)
        story = tell(scene, source, lab)
        moment = story.timeline.at(story.timeline.steps // 2 + 0.49)
        items = lab.draw(story, moment, Look(Size(1002.0, 492.0))).items
        roles = {item.role for item in items if isinstance(item, LINES)} - QUIET
        pairs |= {*combinations(sorted({*roles, "lit"}), 2)}
    return frozenset(pairs - SAME)


@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize("theme", THEMES)
def test_what_is_drawn_together_is_told_apart(theme: str, eyes: str | None) -> None:
    assert {("weight_positive", "window"), ("lit", "negative"), ("accent", "lit")} <= drawn_together()
    found = {pair: apart(rgb(theme, pair[0]), rgb(theme, pair[1]), eyes) for pair in drawn_together()}
    found |= {("lit", str(end)): apart(rgb(theme, "lit"), end, eyes) for end in ENDS}
    assert {pair: round(e, 1) for pair, e in found.items() if e < LEAST} == {}


@pytest.mark.parametrize("eyes", EYES)
def test_the_heat_of_a_map_grows_to_every_eye(eyes: str | None) -> None:
    steps = [tuple(VIRIDIS[n].tolist()) for n in range(0, 256, 51)]
    assert min(apart(a, b, eyes) for a, b in pairwise(steps)) >= LEAST / 2
    lightness = [looked_at(step, eyes)[0] for step in steps]
    assert lightness == sorted(lightness)


@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize(
    "ramp", [DIVERGING, RAMPS["signed"], RAMPS["weight"]], ids=["lens", "signed", "weight"]
)
def test_the_signs_of_values_are_told_apart_from_a_fifth_of_the_scale_on(
    ramp: np.ndarray, eyes: str | None
) -> None:
    middle = len(ramp) // 2
    for share in (0.2, 0.5, 1.0):
        ends = [tuple(ramp[middle + round(sign * share * middle)].tolist()) for sign in (-1, 1)]
        white = tuple(ramp[middle].tolist())
        assert apart(ends[0], ends[1], eyes) >= LEAST * share
        assert min(apart(end, white, eyes) for end in ends) >= LEAST * share / 2


def test_the_measure_is_the_published_one() -> None:
    # Source: Sharma, Wu & Dalal 2005, table 1, pairs 1, 7, 17, 25 and 34.
    pairs = (
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, 0.0, 0.0), (50.0, -1.0, 2.0), 2.3669),
        ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    )
    for one, other, expected in pairs:
        assert difference(one, other) == pytest.approx(expected, abs=5e-5)
