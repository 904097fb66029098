"""How many cells come out, and what a layer costs. Every formula says where it comes from.

Sources: Dumoulin & Visin, "A guide to convolution arithmetic for deep learning", arXiv 1603.07285;
Araujo, Norris & Sim, "Computing receptive fields of convolutional neural networks", Distill 2019.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from convviz.core.errors import SpecError
from convviz.core.spec import ConvSpec

Shape = tuple[int, int, int]
"""(channels, height, width)."""


def output_size(i: int, k: int, s: int = 1, p: int | tuple[int, int] = 0, d: int = 1) -> int:
    """Cells that a window of k taps, d apart, moved by s, finds along an axis of i cells.

    p is the padding on each side, or (before, after) where they differ.

    Source: Dumoulin & Visin, relationship 15: ⌊(i + 2p − d(k − 1) − 1) / s⌋ + 1.
    Raises: SpecError("window_larger_than_input") with i, k, p, d.
    Example: output_size(7, 3, s=2, p=1) == 4
    """
    before, after = (p, p) if isinstance(p, int) else p
    room = i + before + after - d * (k - 1) - 1
    if room < 0:
        raise SpecError(
            "window_larger_than_input",
            k=k,
            d=d,
            span=d * (k - 1) + 1,
            i=i,
            p=before + after,
            padded=i + before + after,
        )
    return room // s + 1


def conv_shape(spec: ConvSpec, shape: Shape) -> Shape:
    """(out_channels, height, width) that the layer makes of an input of `shape`.

    Raises: SpecError when the input has other channels or no cells, is smaller than the window, or is too
        small to be mirrored or repeated as far as the padding reaches.
    """
    channels, height, width = shape
    if channels != spec.in_channels:
        raise SpecError("channels_differ", expected=spec.in_channels, channels=channels)
    if height == 0 or width == 0:
        raise SpecError("no_cells", shape=shape)
    top, bottom, left, right = spec.pads
    check_border(spec.padding_mode, height, (top, bottom))
    check_border(spec.padding_mode, width, (left, right))
    (kh, kw), (sh, sw), (dh, dw) = spec.kernel_size, spec.stride, spec.dilation
    return (
        spec.out_channels,
        output_size(height, kh, sh, (top, bottom), dh),
        output_size(width, kw, sw, (left, right), dw),
    )


def check_border(mode: str, i: int, p: tuple[int, int]) -> None:
    """Refuses padding that reads past the image's far side, as PyTorch does.

    Reflection does not repeat the edge cell, so it has i − 1 cells to give; a circle has i.

    Raises: SpecError("reflect_too_wide" or "circular_too_wide").
    """
    widest = max(p)
    if mode == "reflect" and widest >= i:
        raise SpecError("reflect_too_wide", p=widest, i=i)
    if mode == "circular" and widest > i:
        raise SpecError("circular_too_wide", p=widest, i=i)


class Cost(NamedTuple):
    """What one layer costs on one input: numbers of things, not bytes or seconds."""

    weights: int
    biases: int
    macs: int
    """Multiply-accumulates. The bias addition is not counted; some tools count it."""
    output_cells: int
    operations: int = 0
    """Comparisons of a maximum and additions of a mean. They multiply nothing, so they are no MACs."""

    @property
    def parameters(self) -> int:
        """Learned numbers: weights and biases."""
        return self.weights + self.biases


def conv_cost(spec: ConvSpec, shape: Shape, bias: bool = True) -> Cost:
    """Parameters and multiply-accumulates of a convolution layer on an input of `shape`.

    Example: ten 5×5×3 filters have 750 weights and 10 biases (CS231n, "Convolutional Networks").
    """
    out, height, width = conv_shape(spec, shape)
    _, per_group, kh, kw = spec.weight_shape
    taps = per_group * kh * kw
    cells = out * height * width
    return Cost(weights=out * taps, biases=out if bias else 0, macs=cells * taps, output_cells=cells)


class ReceptiveField(NamedTuple):
    """Which input cells one output cell sees along an axis.

    `size` of them, moving by `jump` from one output cell to the next, the first output cell's starting at
    index `start` (negative: in the padding).
    """

    size: int = 1
    jump: int = 1
    start: int = 0


def receptive_field(layers: Iterable[tuple[int, int, int, int]]) -> ReceptiveField:
    """The field of the last of stacked layers, each given as (k, s, p, d) along one axis.

    Source: Araujo et al., equations 1 to 3: size += d(k − 1)·jump; start −= p·jump; jump ·= s.
    Example: two 3×3 layers of stride 1 see 5 cells.
    """
    field = ReceptiveField()
    for k, s, p, d in layers:
        field = ReceptiveField(
            size=field.size + d * (k - 1) * field.jump,
            jump=field.jump * s,
            start=field.start - p * field.jump,
        )
    return field
