"""What there is one of is said in the singular, whatever the stage shows."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from convviz.figure.figure import Text
from convviz.i18n import tr
from convviz.labs import lab_of
from convviz.labs.story import Source, Story
from convviz.scene.scene import Region, Scene
from tests.labs.scenes import (
    CLIP,
    GREY,
    SMALL,
    alike,
    chained,
    drawn,
    figure,
    grouped,
    pooled,
    stacked,
    story,
)

FEW = Region(1, 1, 2, 2)
ONE = drawn(1, 1)
WRONG = re.compile(
    r"(?<![−·.\d])(?<!× )\b1 (products|values|sums|weights|kernels|channels|maps|cells|taps|slices|windows"
    r"|pixels|rows|columns|filters|groups)\b"
)
"""But “1 × 1 cells” is right."""


def told_by(told: Story) -> Iterator[str]:
    """Everything that is said of a story's first steps, on the stage and beside it."""
    lab = lab_of(told.scene)
    for n in range(8):
        t = n * 0.25 + 0.1
        drawn_ = figure(told, t)
        yield tr(drawn_.sentence)
        yield tr(lab.explain(told, told.timeline.at(t)))
        for item in drawn_.items:
            if isinstance(item, Text):
                yield from (tr(text) for text in (item.text, *item.shorter))


@pytest.mark.parametrize(
    ("scene", "source"),
    [
        (chained(ONE, region=FEW), SMALL),
        (chained(ONE, region=FEW, pool_size=1), SMALL),
        (chained(drawn(2, 2), region=FEW, pool_size=1, bias=(-999.0,)), SMALL),
        (stacked(region=FEW, filters=((ONE,),), depth=(1.0,)), CLIP),
        (stacked(region=FEW, depth=(1.0,)), CLIP),
        (grouped(1, region=FEW, maps=0, **alike(1, ONE)), GREY),
        (grouped(4, region=FEW, **alike(4, drawn(3, 3))), GREY),
        (pooled(region=FEW, kernel_size=(1, 1), stride=(1, 1)), SMALL),
        (pooled(region=FEW, kernel_size=(1, 1), stride=(1, 1), kind="avg"), SMALL),
    ],
)
def test_one_is_singular(scene: Scene, source: Source) -> None:
    wrong = [text for text in told_by(story(scene, source)) if WRONG.search(text) or "largest of 1" in text]
    assert wrong == []


def test_a_sum_of_one_cell_says_whether_it_is_above_0() -> None:
    said = [
        " ".join(told_by(story(chained(ONE, region=FEW, pool_size=1, bias=(bias,)), SMALL)))
        for bias in (600.0, -600.0)
    ]
    assert "The one sum in its block, bias 600 added, is above 0." in said[0]
    assert "The one sum in its block, bias −600 added, is not above 0." in said[1]
