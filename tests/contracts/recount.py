"""Every answer counted once more by brute force: on the reference's output, the trace's taps, arrays' sizes.

The reference is the definition in plain numpy; nothing here is what the answers are computed with.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy as np

from convviz.labs.story import Story
from convviz.scene.lesson import Question
from convviz.scene.scene import DilatedLayer

Array = np.ndarray[Any, Any]


@lru_cache(maxsize=4)
def output(story: Story) -> Array:
    """The whole output, (C, H, W)."""
    return story.operation.reference(story.spec, *story.operands)


def stage(story: Story) -> Array:
    """The output cells on the stage."""
    region = story.region(0)
    return output(story)[story.output, region.top : region.bottom, region.left : region.right]


def where(story: Story, right: Array) -> set[tuple[int, int]]:
    """The places of cells of the stage, in the output."""
    region = story.region(0)
    return {(int(r) + region.top, int(c) + region.left) for r, c in np.argwhere(right)}


def windows(story: Story) -> list[list[tuple[int, int] | None]]:
    """For every output cell of one channel, what each tap of one input channel reads: a cell, or padding."""
    found = []
    for row, col in np.ndindex(*output(story).shape[1:]):
        taps = list(story.trace.at((story.output, row, col)).taps)
        found.append([tap.source and tap.source[1:] for tap in taps if tap.channel == taps[0].channel])
    return found


def poisoned(story: Story) -> int:
    """Rows from the first to the last that can spoil an output cell: where NaN goes in, NaN comes out."""
    x, *rest = story.operands
    seen = []
    for row in range(x.shape[1]):
        bad = x.astype(np.float64)
        bad[:, row] = np.nan
        with np.errstate(invalid="ignore"):
            y = story.operation.reference(story.spec, bad, *rest)
        if np.isnan(y[0, 0, 0]):
            seen.append(row)
    return seen[-1] - seen[0] + 1


def paths(rates: tuple[int, ...], taps: int = 3) -> set[int]:
    """The cells along an axis that one cell on top of stacked layers sees."""
    seen = {0}
    for rate in rates:
        seen = {cell + rate * tap for cell in seen for tap in range(taps)}
    return seen


def field(story: Story) -> int:
    """The rows that an output cell sees."""
    layer = story.scene.layer
    if isinstance(layer, DilatedLayer):
        seen = paths(layer.stack, story.spec.kernel_size[0])
        return max(seen) - min(seen) + 1
    return poisoned(story)


def matrix(story: Story) -> Array:
    """The windows as columns: times the filters they must be the output."""
    spec, (x, weight, bias) = story.spec, story.operands
    top, bottom, left, right = spec.padding if isinstance(spec.padding, tuple) else (0, 0, 0, 0)
    padded = np.pad(x.astype(np.float64), ((0, 0), (top, bottom), (left, right)))
    views = np.lib.stride_tricks.sliding_window_view(padded, spec.kernel_size, axis=(1, 2))
    views = views[:, :: spec.stride[0], :: spec.stride[1]].transpose(0, 3, 4, 1, 2)
    columns = views.reshape(weight[0].size, -1)
    products = (weight.reshape(len(weight), -1) @ columns + bias[:, None]).reshape(output(story).shape)
    np.testing.assert_allclose(products, output(story), rtol=1e-5, atol=1e-2)
    return columns


def learned(story: Story) -> int:
    """The numbers in the arrays of weights and biases."""
    return sum(array.size for array in story.operands[1:])


def overlaps(story: Story, cell: tuple[int, int]) -> float:
    """Stamps of ones, set by cells of 1."""
    x, weight, bias = story.operands
    ones = story.operation.reference(story.spec, np.ones_like(x), np.ones_like(weight), np.zeros_like(bias))
    return ones[0][cell]


Recount = Callable[[Story, Question], Any]
RECOUNTS: dict[str, Recount] = {
    "value": lambda s, q: output(s)[s.output][q.cell],
    "magnitude": lambda s, q: np.sqrt((output(s)[:, q.cell[0], q.cell[1]] ** 2).sum()),
    "largest": lambda s, q: where(s, stage(s) == stage(s).max()),
    "smallest": lambda s, q: where(s, stage(s) == stage(s).min()),
    "strongest": lambda s, q: where(s, abs(stage(s)) == abs(stage(s)).max()),
    "zeros": lambda s, q: (stage(s) == 0).sum(),
    "negative": lambda s, q: (stage(s) < 0).sum(),
    "rows": lambda s, q: output(s).shape[1],
    "columns": lambda s, q: output(s).shape[2],
    "channels": lambda s, q: output(s).shape[0],
    "cells": lambda s, q: output(s).size,
    "outside": lambda s, q: windows(s)[q.cell[0] * output(s).shape[2] + q.cell[1]].count(None),
    "unread": lambda s, q: s.x[0].size - len({cell for taps in windows(s) for cell in taps} - {None}),
    "readers": lambda s, q: sum(q.cell in taps for taps in windows(s)),
    "copies": lambda s, q: sum(taps.count(q.cell) for taps in windows(s)),
    "overlaps": lambda s, q: overlaps(s, q.cell),
    "taps": lambda s, q: sum(1 for _ in s.trace[0].taps),
    "parameters": lambda s, q: learned(s),
    "weights": lambda s, q: s.operands[1].size,
    "macs": lambda s, q: output(s).size * sum(1 for _ in s.trace[0].taps),
    "weights_sum": lambda s, q: s.operands[1][s.output].sum(),
    "receptive_field": lambda s, q: field(s),
    "matrix_rows": lambda s, q: matrix(s).shape[0],
    "matrix_columns": lambda s, q: matrix(s).shape[1],
    "matrix_cells": lambda s, q: matrix(s).size,
}
"""One for each row of ANSWERS; of those that are answered with a click, the set of cells that are right."""
