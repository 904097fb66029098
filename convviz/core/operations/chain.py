"""A layer as networks have it: y = pool( f( x ∗ w + b ) ), convolution and pooling one after the other.

Each stage is the operation of its own name; nothing is computed here that is not computed there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import ceil
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core import border
from convviz.core.chain_spec import ChainSpec
from convviz.core.operations.conv2d import Conv2d
from convviz.core.operations.pool2d import Pool2d, PoolTrace, pool_shape
from convviz.core.sizes import Cost, Shape, conv_shape
from convviz.core.trace import Cell, Step, Trace
from convviz.i18n import Message

Array = NDArray[Any]

CONV, POOL = Conv2d(), Pool2d()
MOST_BETWEEN = 1 << 24
"""Numbers between the stages at a time, 64 MB as float32, and as many of what the first reads for them.

Of a larger map, some rows are made after the others.
"""


class Chain:
    """Convolution of (C, H, W) with weight (O, C/groups, kh, kw) and bias (O,), activated and pooled."""

    id = "chain"
    spec_type: type = ChainSpec

    def output_shape(self, spec: ChainSpec, shape: Shape) -> Shape:
        """(out_channels, height, width): the pooling's formula after the convolution's."""
        return pool_shape(spec.pool, conv_shape(spec.conv, shape))

    def cost(self, spec: ChainSpec, shape: Shape) -> Cost:
        """The convolution's numbers, and the pooling's comparisons or additions, if it pools anything."""
        first = CONV.cost(spec.conv, shape)
        second = POOL.cost(spec.pool, conv_shape(spec.conv, shape))
        operations = second.operations if spec.pool.kernel_size != (1, 1) else 0
        return first._replace(output_cells=second.output_cells, operations=operations)

    def trace(self, spec: ChainSpec, *operands: Array) -> ChainTrace:
        """The pooling's windows one by one, each value with the window it comes from."""
        return ChainTrace(spec, *operands)

    def reference(self, spec: ChainSpec, *operands: Array) -> Array:
        """Both definitions, one after the other."""
        return POOL.reference(spec.pool, CONV.reference(spec.conv, *operands))

    def fast(self, spec: ChainSpec, *operands: Array, out: Array | None = None) -> Array:
        """Both fast ways, one after the other; what lies between them is made in parts where it is large."""
        x, *rest = operands
        channels, _, width = conv_shape(spec.conv, x.shape)
        made = channels * width * spec.pool.stride[0]  # numbers for a row of the output
        read = x.shape[0] * x.shape[2] * spec.stride[0]
        most = max(1, MOST_BETWEEN // max(made, read))
        shape = self.output_shape(spec, x.shape)
        if shape[1] <= most:
            return POOL.fast(spec.pool, CONV.fast(spec.conv, *operands), out=out)
        fits = out is not None and out.shape == shape and out.dtype == np.float32
        y: Array = out if fits and out is not None else np.empty(shape, np.float32)
        for part, rows in _parts(spec, x, shape[1], most):
            plain = replace(spec.conv, padding="valid")
            y[:, part] = POOL.fast(spec.pool, CONV.fast(plain, rows, *rest))
        return y

    def strategy(self, spec: ChainSpec, *operands: Array) -> str:
        """The convolution's plan; pooling always has the same."""
        return CONV.strategy(spec.conv, *operands)

    def why(self, spec: ChainSpec, *operands: Array) -> Message | str:
        """What that plan does."""
        return CONV.why(spec.conv, *operands)

    def sample(self, spec: ChainSpec, rows: Array, cols: Array, *operands: Array) -> Array:
        """The output at rows × cols, of the activated cells that its windows hold."""
        ph, pw = spec.pool.kernel_size
        places = (rows[:, None] * ph + np.arange(ph)).ravel()
        along = (cols[:, None] * pw + np.arange(pw)).ravel()
        activated = CONV.sample(spec.conv, places, along, *operands)
        return POOL.sample(spec.pool, np.arange(len(rows)), np.arange(len(cols)), activated)


def _parts(spec: ChainSpec, x: Array, height: int, most: int) -> Iterator[tuple[slice, Array]]:
    """Rows of the output, `most` at a time, and the rows of the input that they see, padding and all."""
    top, _, left, right = spec.pads
    conv = spec.conv
    cols = border.sources(np.arange(-left, x.shape[2] + right), x.shape[2], conv.padding_mode)
    for n in range(ceil(height / most)):
        part = slice(n * most, min((n + 1) * most, height))
        first = part.start * spec.stride[0] - top
        after = (part.stop - 1) * spec.stride[0] - top + spec.span[0]
        rows = border.sources(np.arange(first, after), x.shape[1], conv.padding_mode)
        yield part, border.read(x, rows, cols, conv.border_value, np.float32)


class ChainTrace(Trace):
    """Random access to the pooling's windows, and from each of their values to the window it comes from."""

    def __init__(self, spec: ChainSpec, *operands: Array) -> None:
        self.spec = spec
        self.conv = CONV.trace(spec.conv, *operands)
        self.shape = pool_shape(spec.pool, self.conv.shape)

    def places(self, cell: Cell) -> tuple[range, range]:
        """The rows and columns of the activated map that one output cell pools."""
        (ph, pw), (_, r, c) = self.spec.pool.kernel_size, cell
        return range(r * ph, (r + 1) * ph), range(c * pw, (c + 1) * pw)

    def inner(self, cell: Cell) -> list[Step]:
        """The convolution's step of each value that an output cell pools, row by row."""
        rows, cols = self.places(cell)
        return [self.conv.at((cell[0], row, col)) for row in rows for col in cols]

    def step(self, index: int, cell: Cell) -> Step:
        """The pooling of one window of activated values, each computed from its own taps."""
        pool, rows, cols = self.spec.pool, *(np.array(places) for places in self.places(cell))
        values = np.array([step.value for step in self.inner(cell)]).reshape(1, len(rows), len(cols))
        return replace(
            PoolTrace(pool, values)[0],
            index=index,
            cell=cell,
            channels=range(cell[0], cell[0] + 1),
            rows=rows,
            cols=cols,
            source_rows=rows,
            source_cols=cols,
        )
