"""filter2D at every cell, the kernel's gaps filled with zeros; the stride keeps every s-th result.

It computes s² times too much, and of small kernels and pictures is the quickest all the same: it is one call,
and dealing a picture out to phases takes as long as filtering it.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core.fast import costs, filter2d
from convviz.core.fast.layer import Layer, Strategy, per_axis
from convviz.core.fast.sums import spread
from convviz.core.spec import MAX_KERNEL, ConvSpec
from convviz.i18n import Message, msg

Array = NDArray[Any]

MOST = 1 << 22
"""Cells of a plane that is filtered whole: 16 MB of results, most of which are dropped."""


def _suits(layer: Layer) -> bool:
    spec, (tall, wide) = layer.spec, layer.spec.span
    if filter2d.plain(layer) or layer.filters.shape[1] > 1:
        return False
    small = spec.stride == (1, 1) or layer.x[0].size <= MOST
    return small and tall * wide <= costs.DIRECT_TAPS and max(tall, wide) <= MAX_KERNEL


def _whole(layer: Layer) -> Layer:
    """The same layer at stride 1 and dilation 1."""
    spec = layer.spec
    filters = spread(layer.filters, spec.dilation)
    sizes = zip(layer.x.shape[1:], (spec.pads[:2], spec.pads[2:]), spec.span, strict=True)
    rows, cols = (n + sum(pads) - (span - 1) for n, pads, span in sizes)
    return Layer(_dense(spec), layer.x, filters, (layer.shape[0], rows, cols), layer.scratch)


@lru_cache(maxsize=16)
def _dense(spec: ConvSpec) -> ConvSpec:
    """The spec of the stuffed kernel at every cell. Kept, since to check one takes 10 µs."""
    return replace(spec, kernel_size=spec.span, stride=(1, 1), dilation=(1, 1), padding=spec.pads, flip=False)


@lru_cache(maxsize=16)
def _single(spec: ConvSpec) -> ConvSpec:
    return replace(spec, in_channels=1, out_channels=1, groups=1)


def _run(layer: Layer, out: Array) -> None:
    whole, (sh, sw) = _whole(layer), layer.spec.stride
    if (sh, sw) == (1, 1):
        filter2d.run(whole, out)
        return
    for o, sums in enumerate(out):
        every = layer.scratch.array("every", (1, *whole.shape[1:]))
        inputs = layer.inputs(o)
        one = replace(
            whole,
            spec=_single(whole.spec),
            x=layer.x[inputs.start : inputs.stop],
            filters=whole.filters[o : o + 1],
            shape=every.shape,
        )
        filter2d.run(one, every)
        np.copyto(sums, every[0, ::sh, ::sw][: sums.shape[0], : sums.shape[1]])


def _cost(layer: Layer) -> float:
    gathered = costs.GATHER if layer.spec.stride[1] < 4 else costs.SCATTERED
    kept = 0.0 if layer.spec.stride == (1, 1) else layer.plane_cells * gathered
    each = costs.filtered(layer.taps)
    if layer.x[0].size <= costs.NEAR:
        each = costs.FILTER_NEAR + layer.taps * costs.FILTER_TAP_NEAR
    if layer.x.dtype != np.float32:
        each += costs.PASS
    return layer.planes * float(3 * costs.CALL + layer.x[0].size * each + kept)


def _why(layer: Layer) -> Message:
    (kh, kw), (tall, wide) = layer.spec.kernel_size, layer.spec.span
    if layer.spec.stride == (1, 1):
        return msg(
            "{kh}×{kw} with gaps of zeros, {tall}×{wide}: one call of OpenCV's filter2D",
            kh=kh,
            kw=kw,
            tall=tall,
            wide=wide,
        )
    return msg(
        "{kh}×{kw} over {tall}×{wide} cells: OpenCV's filter2D at stride 1, sliced by {stride}",
        kh=kh,
        kw=kw,
        tall=tall,
        wide=wide,
        stride=per_axis(layer.spec.stride),
    )


STRATEGY = Strategy("OpenCV filter2D, then sliced", _suits, _run, _cost, _why)
