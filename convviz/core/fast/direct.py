"""A filter of OpenCV's straight into the output, plane by plane: no copy of the input, none of the output.

OpenCV filters a plane into one of the same size and makes the borders itself. Where the layer's padding is
the border OpenCV makes and as wide as its kernel reaches, that is the output. Otherwise the output's places
that have a place in the input are filtered, and the frame around what is right of it is made in bands.

Of a dilated kernel, every dh-th row and every dw-th column are a picture of their own, filtered with the
small kernel. OpenCV sees those pictures without any copy: the rows by their stride, dw columns as the
channels of one pixel.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any, NamedTuple

from numpy.typing import NDArray

from convviz.core import wanted
from convviz.core.cv import cv2
from convviz.core.fast.layer import DEPTHS, Layer, Part, frame
from convviz.core.fast.sums import MOST_CHANNELS, pixels
from convviz.core.spec import ConvSpec

Array = NDArray[Any]
Filter = Callable[[Array, Array, tuple[int, int], int], None]
"""(source, destination, anchor (column, row), border): all of OpenCV's filters, their kernel given."""
Rest = Callable[[Layer, int, Part, Array], None]
"""(layer, output channel, part, output plane): the same numbers where OpenCV's border is not the layer's."""

OWN_BORDERS = {"zeros": "BORDER_CONSTANT", "reflect": "BORDER_REFLECT_101", "replicate": "BORDER_REPLICATE"}
"""OpenCV's names of the padding modes that its filters know; by name, as it is loaded when it is used."""


def suits(layer: Layer) -> bool:
    """Whether every output plane is one filter on one input plane, of a depth filtered as it is."""
    spec = layer.spec
    alone = layer.filters.shape[1] == 1 and spec.stride == (1, 1) and spec.dilation[1] <= MOST_CHANNELS
    _, by_row, by_cell = layer.x.strides
    # A mirrored, turned or interleaved picture OpenCV would copy: bands do so a part at a time.
    return (
        alone
        and layer.x.dtype in DEPTHS
        and by_cell == layer.x.itemsize
        and by_row >= by_cell * layer.x.shape[2]
    )


class _Axis(NamedTuple):
    """Along one axis: places of the output that are filtered, and those of them that come out right.

    Attributes:
        anchor: the tap that lies on the cell of the same index in what OpenCV is given.
        shift: from a place in the output to the input cell its anchor reads.
        start, stop: places that are filtered. first, after: those that are right.
    """

    anchor: int
    shift: int
    start: int
    stop: int
    first: int
    after: int


@lru_cache(maxsize=64)
def _axis(spec: ConvSpec, axis: int, n: int, size: int, own: bool) -> _Axis:
    k, d, before = spec.kernel_size[axis], spec.dilation[axis], spec.pads[2 * axis]
    fits = own and before % d == 0 and before // d < k
    anchor = before // d if fits else k // 2
    shift = anchor * d - before
    start, stop = max(0, -shift), min(size, n - shift)
    if axis == 1:  # whole pixels of d channels; without any, nothing is right
        stop = start + max(0, stop - start) // d * d
    # OpenCV mirrors within what it is given: too little of an input mirrors other cells.
    own = own and (spec.padding_mode != "reflect" or stop - start > max(anchor, k - 1 - anchor))
    first = start if own and start + shift == 0 else start + anchor * d
    after = stop if own and stop + shift == n else stop - d * (k - 1 - anchor)
    return _Axis(anchor, shift, start, stop, first, after)


def run(layer: Layer, out: Array, filter_of: Callable[[int], Filter], rest: Rest) -> None:
    """Every output plane by its filter, and the rest by `rest`."""
    spec = layer.spec
    (dh, dw), mode = spec.dilation, spec.padding_mode
    # Of a dilated kernel each phase has its own edge cells: only zeros are the same for all.
    own = mode in OWN_BORDERS and (mode == "zeros" or spec.dilation == (1, 1))
    border = getattr(cv2, OWN_BORDERS[mode] if own else "BORDER_REPLICATE")
    rows, cols = (_axis(spec, axis, layer.x.shape[axis + 1], out.shape[axis + 1], own) for axis in (0, 1))
    whole = Part(0, 0, *out.shape[1:])
    right = Part(rows.first, cols.first, rows.after - rows.first, cols.after - cols.first)
    if min(right.rows, right.cols) < 1:
        for o, sums in enumerate(out):
            rest(layer, o, whole, sums)
        return
    source = layer.x[
        :, rows.start + rows.shift : rows.stop + rows.shift, cols.start + cols.shift : cols.stop + cols.shift
    ]
    target = out[:, rows.start : rows.stop, cols.start : cols.stop]
    anchor, sides = (cols.anchor, rows.anchor), list(frame(whole, right))
    for o, sums in enumerate(out):
        apply, plane = filter_of(o), source[layer.inputs(o).start]
        for phase in wanted.pieces(range(min(dh, plane.shape[0]))):
            apply(pixels(plane[phase::dh], dw), pixels(target[o, phase::dh], dw), anchor, border)
        for side in sides:
            rest(layer, o, side, sums)
