"""A dilated kernel with its gaps filled with zeros, in one call of filter2D, which leaves zeros out."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Any

from numpy.typing import NDArray

from convviz.core.fast import costs, filter2d
from convviz.core.fast.layer import Layer, Strategy
from convviz.core.fast.sums import spread
from convviz.core.spec import MAX_KERNEL, ConvSpec
from convviz.i18n import Message, msg

Array = NDArray[Any]


def _suits(layer: Layer) -> bool:
    spec, (tall, wide) = layer.spec, layer.spec.span
    dilated = spec.stride == (1, 1) and spec.dilation != (1, 1)
    alone = layer.filters.shape[1] == 1
    return dilated and alone and tall * wide <= costs.DIRECT_TAPS and max(tall, wide) <= MAX_KERNEL


@lru_cache(maxsize=16)
def _dense(spec: ConvSpec) -> ConvSpec:
    """The spec of the stuffed kernel. Kept, since to check one takes 10 µs."""
    return replace(spec, kernel_size=spec.span, dilation=(1, 1), padding=spec.pads, flip=False)


def _run(layer: Layer, out: Array) -> None:
    filters = spread(layer.filters, layer.spec.dilation)
    filter2d.run(Layer(_dense(layer.spec), layer.x, filters, layer.shape, layer.scratch), out)


def _cost(layer: Layer) -> float:
    each = costs.filtered(layer.taps)
    if layer.x[0].size <= costs.NEAR:
        each = costs.FILTER_NEAR + layer.taps * costs.FILTER_TAP_NEAR
    return float(layer.planes * (3 * costs.CALL + layer.x[0].size * each))


def _why(layer: Layer) -> Message:
    (kh, kw), (tall, wide) = layer.spec.kernel_size, layer.spec.span
    return msg(
        "{kh}×{kw} with gaps of zeros, {tall}×{wide}: one call of OpenCV's filter2D",
        kh=kh,
        kw=kw,
        tall=tall,
        wide=wide,
    )


STRATEGY = Strategy("OpenCV filter2D, gaps filled", _suits, _run, _cost, _why)
