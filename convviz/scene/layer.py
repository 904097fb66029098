"""What every layer's choices can be asked, answered as most of them are; a layer says only what differs."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import ClassVar

import msgspec

from convviz.core.spec import Pair
from convviz.scene.kernel import ONES, Kernel, Rows

Number = int | Fraction


class LayerChoices(msgspec.Struct, frozen=True):
    """The choices of an operation.

    Attributes:
        has_filters: whether it has as many filters as one likes, each with its bias, as a ConvLayer.
        mixes: whether there is a choice of what becomes of several channels.
        one_row: whether it works along rows, so that the stage shows a single one.
        reads_slices: whether its input is all slices of a picture, because it works on stacks.
    """

    has_filters: ClassVar[bool] = False
    mixes: ClassVar[bool] = False
    one_row: ClassVar[bool] = False
    reads_slices: ClassVar[bool] = False

    @property
    def step(self) -> tuple[Number, Number]:
        """Input cells from one output cell to the next, (rows, columns): its stride, where it has one."""
        stride: Pair = getattr(self, "stride", (1, 1))
        return stride

    @property
    def white(self) -> float | None:
        """The brightest value of an input that is typed; None where it is read from the picture."""
        return None

    @property
    def input_size(self) -> Pair | None:
        """(rows, columns) of the picture that are its input; None for all of it."""
        return None

    @property
    def corner(self) -> Pair:
        """The row and the column of the picture where an input of some size begins."""
        return (0, 0)

    @property
    def maps(self) -> int:
        """How many feature maps of the picture are its input, see core.feature_maps; 0 is the picture."""
        return 0


class Kernelled(LayerChoices, frozen=True):
    """The choices of a layer with kernels to be picked and drawn.

    Attributes:
        filters: one tuple of kernels per filter.
    """

    filters: tuple[tuple[Kernel, ...], ...] = ((ONES,),)

    def drawn(self, rows_of: Callable[[Kernel], Rows]) -> Kernelled:
        """The same weights, with kernels of which one alone can be changed; `rows_of` looks up a kernel's."""
        return self
