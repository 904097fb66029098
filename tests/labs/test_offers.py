"""What lists may offer: borders and paddings that the sizes of a layer and its picture allow."""

from __future__ import annotations

import numpy as np
import pytest

from convviz.core.errors import Refusal
from convviz.core.spec import PADDING_MODES
from convviz.labs import lab_of
from convviz.labs.offers import allows_border, allows_padding, possible
from convviz.labs.story import Source, Story, tell
from convviz.scene.scene import Scene, replace
from tests.labs.scenes import TINY, chained, dilated, drawn, grouped, scene, signal, story, unrolled

WIDE = {"padding": (2, 2, 3, 3)}
"""More than 2 × 3 cells can mirror; as much as they can repeat in a circle."""
FOUR = Source("four", np.arange(16, dtype=np.uint8).reshape(1, 4, 4), 255.0)


@pytest.mark.parametrize(
    ("of", "borders"),
    [
        (scene(**WIDE), ["zeros", "constant", "replicate", "circular"]),
        (scene(padding=(3, 3, 3, 3)), ["zeros", "constant", "replicate"]),
        (scene(), list(PADDING_MODES)),
        (grouped(maps=4, groups=1, **WIDE), ["zeros", "constant", "replicate", "circular"]),
        (dilated(dilation=(2, 2)), ["zeros", "constant", "replicate", "circular"]),
        (chained(padding=(3, 3, 3, 3)), ["zeros", "constant", "replicate"]),
        (unrolled(**WIDE), ["zeros", "constant", "replicate", "circular"]),
        (signal(weights=(1.0,) * 4, padding="full"), ["zeros", "constant", "replicate", "circular"]),
    ],
)
def test_borders_are_those_that_are_not_refused(of: Scene, borders: list[str]) -> None:
    told = story(of, TINY)
    assert [mode for mode in PADDING_MODES if allows_border(told, mode)] == borders
    assert [mode for mode in PADDING_MODES if possible(told, "padding_mode", mode)] == borders


@pytest.mark.parametrize(
    ("of", "names"),
    [
        (scene(), ["same", "same-tf", "valid"]),
        (scene(stride=(2, 1), padding="valid"), ["same-tf", "valid"]),
        (scene(drawn(5, 5)), ["same", "same-tf"]),
        (scene(drawn(5, 9), padding_mode="circular"), ["same", "same-tf"]),
        (chained(drawn(4, 4)), ["same", "same-tf"]),  # of one cell that is left no block of 2 × 2 is pooled
    ],
)
def test_paddings_are_those_that_are_not_refused(of: Scene, names: list[str]) -> None:
    told = story(of, FOUR)
    assert [name for name in ("same", "same-tf", "valid") if allows_padding(told, name)] == names
    assert [name for name in ("same", "same-tf", "valid") if is_told(told, name)] == names


def is_told(told: Story, name: str) -> bool:
    """Whether there is a story with a padding, for which the lab itself is asked."""
    try:
        tell(
            replace(told.scene, layer=replace(told.scene.layer, padding=name)),
            told.source,
            lab_of(told.scene),
        )
    except Refusal:
        return False
    return True
