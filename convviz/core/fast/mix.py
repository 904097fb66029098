"""1 × 1 kernels on many channels: every pixel's channels times a matrix, straight into the output."""

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

BLOCK = 1 << 19
"""Cells of the input read at a time: 2 MB, so that the products find them in the cache."""


def _suits(layer: Layer) -> bool:
    return layer.spec.kernel_size == (1, 1) and layer.planes > layer.spec.groups


def _run(layer: Layer, out: Array) -> None:
    spec, (sh, sw) = layer.spec, layer.spec.stride
    ins, outs = layer.filters.shape[1], spec.out_channels // spec.groups
    weights = layer.weights[:, :, 0, 0]

    def work(block: tuple[int, Part], scratch: Scratch) -> None:
        first, part = block
        mine = slice(first, first + outs)
        pixels = layer.on(scratch).cells(part, layer.inputs(first), np.float32)[:, ::sh, ::sw]
        pixels = pixels.reshape(ins, -1)  # a view, unless a stride or a border's side is in the way
        target = out[mine, *part.place].reshape(outs, -1)
        product(weights[mine], pixels[None], target[None], scratch)
        if not np.shares_memory(target, out):
            out[mine, *part.place] = target.reshape(outs, part.rows, part.cols)

    parts = list(layer.parts(ins, BLOCK))
    crew.share([(o, part) for part in parts for o in range(0, spec.out_channels, outs)], work, layer.scratch)


def _cost(layer: Layer) -> float:
    spec, cells = layer.spec, layer.plane_cells
    outs, ins = spec.out_channels, spec.in_channels
    per_cell = costs.MIX * (outs + ins) + costs.MAC / costs.CORES * outs * ins / spec.groups
    return spec.groups * 2 * costs.CALL + cells * per_cell


def _why(layer: Layer) -> Message:
    outs, ins = layer.filters.shape[:2]
    return msg("1×1 on {ins} channels: every pixel times a matrix of {outs} × {ins}", ins=ins, outs=outs)


STRATEGY = Strategy("channel mix", _suits, _run, _cost, _why)
