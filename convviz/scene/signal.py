"""The choices of a convolution along one axis: a row of the picture as a signal, or a code of typed bits."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Literal

import msgspec

from convviz.core.errors import SpecError
from convviz.core.same_padding import SAME_TF
from convviz.core.spec import Pads, Pair, check_positive
from convviz.core.spec_1d import Conv1dSpec
from convviz.i18n import listed
from convviz.scene.checks import MAX_DISTANCE, check_amount, check_most, check_rows
from convviz.scene.layer import LayerChoices

MAX_BITS, MAX_GENERATORS, MAX_GENERATOR_BITS = 64, 4, 16
"""A code is made to be looked at whole."""

Bits = tuple[int, ...]


class SignalLayer(LayerChoices, frozen=True, tag="conv1d"):
    """A 1-D convolution's choices. Pairs and padding are those of a window one row high.

    Attributes:
        coding: whether typed bits are convolved modulo 2, instead of a row of the picture.
        weights: the kernel, not flipped. flip: whether it is laid on flipped, as in y(n) = Σ x(n − k) g(k).
        stride, dilation: (1, columns).
        padding: (0, 0, before, after), or by name; "same-tf" is TensorFlow's SAME, "full" is every place
            where the kernel meets the signal.
        bits, generators: the code's input and its generator sequences, all of one length. Codes are always
            full convolutions with stride 1.
    """

    one_row: ClassVar[bool] = True

    coding: bool = False
    weights: tuple[float, ...] = (-1.0, 0.0, 1.0)
    flip: bool = True
    stride: Pair = (1, 1)
    padding: Pads | Literal["same", "same-tf", "valid", "full"] = "same"
    dilation: Pair = (1, 1)
    padding_mode: str = "zeros"
    padding_value: float = 0.0
    bits: Bits = (1, 0, 1, 1)
    generators: tuple[Bits, ...] = ((1, 1, 1), (1, 0, 1))

    def __post_init__(self) -> None:
        check_amount("padding_value", self.padding_value)
        check_rows((self.weights,))
        Conv1dSpec(
            stride=self.stride,
            padding="valid" if self.padding == "full" or self.padding == SAME_TF else self.padding,
            dilation=self.dilation,
            padding_mode=self.padding_mode,
            padding_value=self.padding_value,
        )
        padding = () if isinstance(self.padding, str) else self.padding
        for name, cells in (("stride", self.stride), ("dilation", self.dilation), ("padding", padding)):
            for number in cells:
                check_most(name, number, MAX_DISTANCE)
        _check_bits("bits", self.bits, MAX_BITS)
        check_positive("generators", len(self.generators))
        check_most("generators", len(self.generators), MAX_GENERATORS)
        for generator in self.generators:
            _check_bits("generator", generator, MAX_GENERATOR_BITS)
        lengths = sorted({len(generator) for generator in self.generators})
        if len(lengths) > 1:
            raise SpecError("generators_differ", lengths=listed(lengths))

    @property
    def white(self) -> float | None:
        """The brightest of typed bits is 1."""
        return 1.0 if self.coding else None

    def painted(self, which: int, cells: Iterable[tuple[int, int]], value: float) -> SignalLayer:
        """With weights of the kernel, or of one of the generators, given a value.

        Raises: SpecError where a generator would have another number than 0 or 1.
        """
        cols = [col for _, col in cells]
        if not self.coding:
            weights = tuple(value if n in cols else w for n, w in enumerate(self.weights))
            return msgspec.structs.replace(self, weights=weights)
        if value not in (0, 1):
            raise SpecError("not_binary", value=value)
        chosen = tuple(int(value) if n in cols else bit for n, bit in enumerate(self.generators[which]))
        generators = (*self.generators[:which], chosen, *self.generators[which + 1 :])
        return msgspec.structs.replace(self, generators=generators)


def _check_bits(name: str, bits: Bits, most: int) -> None:
    check_positive(name, len(bits))
    check_most(name, len(bits), most)
    for bit in bits:
        if bit not in (0, 1):
            raise SpecError("not_binary", value=bit)
