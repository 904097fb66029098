"""What the sizes calculator holds: a stack of layers, the one looked at, the output wanted."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Literal

import msgspec

from convviz.core.errors import SpecError
from convviz.core.solve_sizes import MOST
from convviz.core.spec import check_positive
from convviz.core.stacks import PER_AXIS, Stack, StackLayer, layer_of_kind
from convviz.i18n import listed
from convviz.scene.checks import MAX_DISTANCE, check_most

MAX_LAYERS = 64
"""Layers of a stack; the largest network that comes with the program has 21."""
MAX_NAME = 24
"""Characters of a layer's name."""
MAX_FACTOR, FINEST = 999, 10**6
"""The largest factor of upsampling, and the largest denominator of one: enough for six decimals."""
FIRST = Stack(3, (32, 32), (layer_of_kind("conv", 2, kernel=5, filters=10, name="layer 1"),))
Word = Literal["same", "half", "double"]


class Sums(msgspec.Struct, frozen=True):
    """What the calculator shows. Layers that do not fit it shows as that; numbers past all sense are refused.

    Attributes:
        stack: the layers and their input.
        selected: the layer that is looked at.
        wanted: its output, for the questions asked backwards: numbers, or a word for them.
        each: bytes that a number takes in memory.
    """

    stack: Stack = FIRST
    selected: int = 0
    wanted: Word | tuple[int, ...] = "same"
    each: Literal[1, 2, 4, 8] = 4

    def __post_init__(self) -> None:
        layers, size = self.stack.layers, self.stack.size
        check_most("layers", len(layers), MAX_LAYERS)
        for name, number in (("channels", self.stack.channels), *(("size", cells) for cells in size)):
            check_most(name, number, MAX_DISTANCE)
        for layer in layers:
            _check_layer(layer)
        if not 0 <= self.selected < len(layers):
            raise SpecError(
                "out_of_range", name="selected", value=self.selected, least=0, most=len(layers) - 1
            )
        if not isinstance(self.wanted, str):
            self._check_wanted(self.wanted)

    def _check_wanted(self, wanted: tuple[int, ...]) -> None:
        if len(wanted) != len(self.stack.size):
            raise SpecError("axes_differ", most=3, lengths=listed((len(self.stack.size), len(wanted))))
        for cells in wanted:
            check_positive("wanted", cells)
            check_most("wanted", cells, MAX_DISTANCE)

    @property
    def layer(self) -> StackLayer:
        """The layer that is looked at."""
        return self.stack.layers[self.selected]


def _check_layer(layer: StackLayer) -> None:
    check_most("length", len(layer.name), MAX_NAME)
    for name in ("filters", "groups"):
        check_most(name, getattr(layer, name), MAX_DISTANCE)
    for name in PER_AXIS:
        values = getattr(layer, name)
        if isinstance(values, str):
            continue
        most = {"kernel": MOST, "factor": MAX_FACTOR}.get(name, MAX_DISTANCE)
        for value in values:
            for number in value if isinstance(value, tuple) else (value,):
                check_most(name, number, most)
    for factor in layer.factor:
        check_most("factor", factor.denominator, FINEST)


# --- factors in a file


def factor_text(value: object) -> str:
    """A factor as a file has it: "2", "7/3".

    Raises: TypeError for anything else, which nothing in a scene is.
    """
    if not isinstance(value, Fraction):
        raise TypeError(value)
    return str(value)


def read_factor(kind: type, text: object) -> Fraction:
    """A factor from a file.

    Raises: SpecError("not_a_factor") for what is not two whole numbers, or one, of few digits.
    """
    found = re.fullmatch(r"(\d{1,10})(?:/(\d{1,7}))?", text, re.ASCII) if isinstance(text, str) else None
    if found is None or not int(found[2] or 1):
        raise SpecError("not_a_factor", value=text)
    return Fraction(int(found[1]), int(found[2] or 1))
