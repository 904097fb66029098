"""What every operation offers, so that the rest of the program need not know which one it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from numpy.typing import NDArray

from convviz.core.sizes import Cost, Shape
from convviz.i18n import Message

if TYPE_CHECKING:
    from convviz.core.im2col import MatrixSize
    from convviz.core.trace import Trace

Array = NDArray[Any]


class Operation(Protocol):
    """One row of OPERATIONS. `operands` are the input (C, H, W) and whatever else it reads: weight, bias."""

    id: str
    spec_type: type

    def output_shape(self, spec: Any, shape: Shape) -> Shape:
        """The output's shape by formula, or a SpecError saying why there is none."""

    def trace(self, spec: Any, *operands: Array) -> Trace:
        """The same numbers cell by cell, at the cost of the cells that are asked for."""

    def reference(self, spec: Any, *operands: Array) -> Array:
        """The whole output, float32 (C, H, W), in plain numpy: the definition, not the fast way."""

    def fast(self, spec: Any, *operands: Array, out: Array | None = None) -> Array:
        """The whole output, float32 (C, H, W), as fast as the machine can; into `out` when given."""

    def sample(self, spec: Any, rows: NDArray[Any], cols: NDArray[Any], *operands: Array) -> Array:
        """The output at some rows × columns only, float32 (C, len(rows), len(cols)): what a screen shows."""

    def strategy(self, spec: Any, *operands: Array) -> str:
        """What the fast path would do, by name: "OpenCV filter2D"."""

    def why(self, spec: Any, *operands: Array) -> Message | str:
        """The same as a sentence with the numbers that decide: "3×3 at dilation 2: 4 phases of …"."""

    def cost(self, spec: Any, shape: Shape) -> Cost:
        """Parameters and multiply-accumulates on an input of this shape."""


@runtime_checkable
class ByChannel(Protocol):
    """An operation that computes one of its output channels without the others, of which there are many."""

    def sample_channel(
        self, spec: Any, channel: int, rows: NDArray[Any], cols: NDArray[Any], *operands: Array
    ) -> Array:
        """One channel of `sample`, float32 (len(rows), len(cols))."""


@runtime_checkable
class ByColumns(Protocol):
    """An operation that can be computed as a product of matrices whose columns are its windows."""

    def columns(self, spec: Any, shape: Shape) -> MatrixSize:
        """The size of the column matrix that one group's filters multiply."""
