"""The choices of a convolution of a stack of slices: a volume, or a clip whose slices are its frames."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Literal

import msgspec

from convviz.core.errors import SpecError
from convviz.core.same_padding import SAME_TF
from convviz.core.spec import Pair
from convviz.core.spec_3d import Margins, Triple, conv3d_spec
from convviz.scene.checks import MAX_DISTANCE, check_amount, check_most, check_rows
from convviz.scene.kernel import ONES, Drawn, Kernel, Rows
from convviz.scene.layer import Kernelled


class VolumeLayer(Kernelled, frozen=True, tag="conv3d"):
    """A 3-D convolution's choices, in PyTorch's terms; triples are slices, rows, columns.

    Attributes:
        filters: as a ConvLayer's: one filter, of a kernel for all slices of the window or one for each.
        depth: what each slice's kernel is multiplied by; there are as many slices as numbers.
        padding: before and after along each axis, or by name; "same-tf" is TensorFlow's SAME.
        flip: whether the kernel is turned round along all three axes.
    """

    reads_slices: ClassVar[bool] = True

    filters: tuple[tuple[Kernel, ...], ...] = ((ONES,),)
    depth: tuple[float, ...] = (-1.0, 0.0, 1.0)
    bias: float = 0.0
    stride: Triple = (1, 1, 1)
    padding: Margins | Literal["valid", "same", "same-tf"] = "same"
    dilation: Triple = (1, 1, 1)
    padding_mode: str = "zeros"
    padding_value: float = 0.0
    flip: bool = False

    def __post_init__(self) -> None:
        check_rows((self.depth,))
        count = sum(map(len, self.filters))
        if len(self.filters) != 1 or count not in (1, len(self.depth)):
            raise SpecError("slice_kernels", count=count, slices=len(self.depth))
        for name in ("bias", "padding_value"):
            check_amount(name, getattr(self, name))
        conv3d_spec(
            (len(self.depth), 1, 1),
            self.stride,
            "valid" if self.padding == SAME_TF else self.padding,
            self.dilation,
            padding_mode=self.padding_mode,
            padding_value=self.padding_value,
        )
        padding = () if isinstance(self.padding, str) else self.padding
        for name, cells in (("stride", self.stride), ("dilation", self.dilation), ("padding", padding)):
            for number in cells:
                check_most(name, number, MAX_DISTANCE)

    @property
    def step(self) -> Pair:
        """Input cells from one output cell to the next, within a slice."""
        return self.stride[1:]

    def slice_kernels(self, rows_of: Callable[[Kernel], Rows]) -> tuple[Rows, ...]:
        """The weights of each slice of the window; `rows_of` looks up a kernel's."""
        kernels = self.filters[0] * (len(self.depth) if len(self.filters[0]) == 1 else 1)
        return tuple(
            tuple(tuple(weight * times for weight in row) for row in rows_of(kernel))
            for kernel, times in zip(kernels, self.depth, strict=True)
        )

    def drawn(self, rows_of: Callable[[Kernel], Rows]) -> VolumeLayer:
        """The same weights as a kernel of its own for each slice, so that one alone can be changed."""
        kernels = tuple(Drawn(rows) for rows in self.slice_kernels(rows_of))
        return msgspec.structs.replace(self, filters=(kernels,), depth=(1.0,) * len(self.depth))
