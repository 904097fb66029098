"""3 × 3 on many channels by Winograd's filtering F(2×2, 3×3): 16 products for 4 outputs in place of 36.

A tile of 4 × 4 input cells makes 2 × 2 outputs: Y = Aᵀ[(G g Gᵀ) ⊙ (Bᵀ d B)]A. Summed over the channels, the
product ⊙ is a matrix product for each of a tile's 16 cells. (Lavin and Gray, Fast Algorithms for
Convolutional Neural Networks, 2016.)

The cells are dealt out by even and odd rows and columns, so that all tiles are transformed at once: a step
of one tile is one cell in every plane, and the planes of all channels lie one behind the other. What reaches
past a plane's last row or column is the next plane's, and lands in places that are not read.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core.fast import costs, crew
from convviz.core.fast.layer import Layer, Part, Strategy
from convviz.core.fast.product import product
from convviz.core.fast.scratch import Scratch
from convviz.i18n import Message, msg

Array = NDArray[Any]

G = np.array([[1, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
"""What makes 4 weights of 3."""
BLOCK = 1 << 20
"""Cells of transformed input made at a time: 4 MB."""
SHARED = 1 << 16
"""Cells of products, from which on threads share them."""


def _suits(layer: Layer) -> bool:
    spec, (outs, ins) = layer.spec, layer.filters.shape[:2]
    dense = spec.kernel_size == (3, 3) and spec.stride == spec.dilation == (1, 1)
    # The halves of G round what is whole.
    return dense and ins > 1 and outs > spec.groups and not layer.exact


def _run(layer: Layer, out: Array) -> None:
    spec = layer.spec
    ins, outs = layer.filters.shape[1], spec.out_channels // spec.groups
    weights = layer.scratch.array("weights", (16, spec.out_channels * ins))
    taps = np.ascontiguousarray(layer.weights.reshape(-1, 9).T)
    product([(np.kron(G, G).astype(np.float32), taps)], weights, layer.scratch)
    filters = weights.reshape(16, spec.out_channels, ins)

    for part in _parts(layer, ins):
        for first in range(0, spec.out_channels, outs):
            tiles, across = _transformed(layer, layer.inputs(first), part, layer.scratch)
            mine = slice(first, first + outs)
            sums = layer.scratch.array("products", (16, outs, tiles.shape[2]))
            _multiply(filters[:, mine], tiles, sums, layer.scratch)
            _restore(sums.reshape(4, 4, outs, -1, across), out[mine, *part.place], layer.scratch)


def _multiply(filters: Array, tiles: Array, sums: Array, scratch: Scratch) -> None:
    """The sixteen products, shared among threads.

    The transforms are not: of their many short calls, threads wait for each other before and after each.
    """

    def work(some: slice, mine: Scratch) -> None:
        product([(filters[some], tiles[some])], sums[some], mine)

    each = -(-16 // crew.size()) if sums.size > SHARED else 16
    crew.share([slice(first, first + each) for first in range(0, 16, each)], work, scratch)


def _parts(layer: Layer, ins: int) -> list[Part]:
    """Parts of an even number of rows and columns, except the last: whole tiles, as many as fill a block."""
    _, height, width = layer.shape
    wide = min(width, max(2, BLOCK // (16 * ins) // 4 * 2))
    most = max(1, BLOCK // (16 * ins * (wide // 2 + 1)) - 1)
    tall = 2 * min(most, -(-height // 2))
    return [
        Part(top, left, min(tall, height - top), min(wide, width - left))
        for top in range(0, height, tall)
        for left in range(0, width, wide)
    ]


def _transformed(layer: Layer, inputs: range, part: Part, scratch: Scratch) -> tuple[Array, int]:
    """Bᵀ d B of every tile: (16, channels, tiles), and how many tiles a row has, with one too many."""
    rows, cols = layer.reach(part)
    down, across = (len(rows) + 1) // 2, (len(cols) + 1) // 2
    count = len(inputs) * down * across
    dealt = scratch.array("dealt out", (2, 2, count + across + 1))
    dealt[:, :, count:] = 0
    for p, q in np.ndindex(2, 2):
        tall, wide = rows[p::2], cols[q::2]
        plane = dealt[p, q, :count].reshape(len(inputs), down, across)
        layer.copy(layer.x[inputs.start : inputs.stop], tall, wide, plane[:, : len(tall), : len(wide)])
        plane[:, len(tall) :] = 0
        plane[:, :, len(wide) :] = 0
    by_column = scratch.array("by column", (4, 2, count + across))
    _spread(dealt[:, 0], dealt[:, 1], 1, by_column)
    tiles = scratch.array("tiles", (4, 4, count))
    _spread(by_column[:, 0], by_column[:, 1], across, tiles)
    return tiles.reshape(16, len(inputs), down * across), across


def _spread(even: Array, odd: Array, step: int, out: Array) -> None:
    """Bᵀ of the four cells even, odd and the same one tile further on."""
    after, beyond = even[..., step:], odd[..., step:]
    even, odd = even[..., :-step], odd[..., :-step]
    np.subtract(even, after, out=out[0])
    np.add(odd, after, out=out[1])
    np.subtract(after, odd, out=out[2])
    np.subtract(odd, beyond, out=out[3])


def _restore(sums: Array, out: Array, scratch: Scratch) -> None:
    """Aᵀ of rows and of columns, and the 2 × 2 outputs of each tile in their places."""
    shape = sums.shape[2:]
    rows = scratch.array("rows", (2, 4, *shape))
    _gather(sums, rows)
    cells = scratch.array("outputs", (2, 2, *shape))
    _gather(rows.swapaxes(0, 1), cells)
    for b, a in np.ndindex(2, 2):
        target = out[:, a::2, b::2]
        np.copyto(target, cells[b, a, :, : target.shape[1], : target.shape[2]])


def _gather(four: Array, out: Array) -> None:
    """Aᵀ of four products."""
    np.add(four[1], four[2], out=out[0])
    np.add(out[0], four[0], out=out[0])
    np.subtract(four[1], four[2], out=out[1])
    np.subtract(out[1], four[3], out=out[1])


def _cost(layer: Layer) -> float:
    spec, (outs, ins) = layer.spec, layer.filters.shape[:2]
    tiles = layer.plane_cells / 4
    per_tile: float = costs.WINOGRAD * (spec.in_channels + spec.out_channels) + 16 * costs.MAC * outs * ins
    return 40 * costs.CALL + tiles * per_tile + 16 * costs.PASS * float(outs * ins)


def _why(layer: Layer) -> Message:
    return msg(
        "3×3 on {ins} channels to {outs}: Winograd's F(2×2, 3×3), 16 products for 4 outputs in place of 36",
        ins=layer.spec.in_channels,
        outs=layer.spec.out_channels,
    )


STRATEGY = Strategy("Winograd", _suits, _run, _cost, _why)
