"""A stride: only what the outputs read is filtered, as phases of every s-th cell; see core.fast.bands."""

from __future__ import annotations

import numpy as np

from convviz.core.fast import bands, costs
from convviz.core.fast.layer import BAND, Layer, Strategy, per_axis
from convviz.i18n import Message, msg


def _suits(layer: Layer) -> bool:
    return layer.spec.stride != (1, 1)


def _phases(layer: Layer) -> int:
    """How many pairs of phases the window reads."""
    rows, cols = (
        bands.phases(k, s, d)
        for k, s, d in zip(layer.spec.kernel_size, layer.spec.stride, layer.spec.dilation, strict=True)
    )
    return len(rows) * len(cols)


def _cost(layer: Layer) -> float:
    count = _phases(layer)
    (sh, sw), cells = layer.spec.stride, layer.plane_cells
    near = layer.x[0].size <= costs.NEAR
    one_pass = costs.PASS_NEAR if near else costs.PASS
    cell, tap = (costs.FILTER_NEAR, costs.FILTER_TAP_NEAR) if near else (costs.FILTER, costs.FILTER_TAP)
    if min(layer.plane_cells, BAND // (sh * sw * layer.filters.shape[1])) < bands.DIVIDED:
        tap = costs.ROWS_TAP  # a phase is too small for OpenCV's threads
    dealt = (
        layer.x.size
        * (costs.SPLIT_NEAR if near else costs.SPLIT)
        * min(1, count / (sh * sw) * (sw if sw > 1 else 0))
    )
    if layer.x.dtype != np.float32:
        dealt += costs.PASS * layer.x.size * count / (sh * sw)
    # A phase of a few taps adds them in place; others are filtered into a plane of their own and added.
    filtered = layer.taps > 3 * count
    each = count * (cell + one_pass) + layer.taps * tap
    if not filtered:
        each = layer.taps * one_pass
    # Dealt out row by row, filtered with what is left over at the edge, added: a dozen calls a phase. About
    # as many around them all: by this number the choice is right at 1024², where calls are half of the time.
    return dealt + layer.planes * ((14 + 12 * count) * costs.CALL + cells * each)


def _why(layer: Layer) -> Message:
    (kh, kw), (sh, sw) = layer.spec.kernel_size, layer.spec.stride
    return msg(
        "{kh}×{kw} at stride {stride}: OpenCV's filter2D on {n} of {all} phases of the input",
        kh=kh,
        kw=kw,
        stride=per_axis(layer.spec.stride),
        n=_phases(layer),
        all=sh * sw,
    )


STRATEGY = Strategy("OpenCV filter2D, every s-th cell", _suits, bands.run, _cost, _why)
