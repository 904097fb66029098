"""The input of im2col: its pixels, or as heat how often each of them is copied."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

import convviz.labs.parts as parts
from convviz.core import im2col
from convviz.figure.figure import Array, Grid, Mark, Scale
from convviz.labs.conv_grids import input_grid
from convviz.labs.story import Story
from convviz.labs.window import View
from convviz.scene.scene import Im2colLayer, Region


def is_heat(story: Story) -> bool:
    """Whether a story shows how often pixels are copied."""
    layer = story.scene.layer
    return isinstance(layer, Im2colLayer) and layer.heat


def heated(view: View, n: int, x: float, y: float, cell: float) -> Grid:
    """The n-th channel that is read; with its counts instead of its values when heat is asked for."""
    grid = input_grid(view, n, x, y, cell)
    if not is_heat(view.story):
        return grid
    counts = area_counts(view.story, view.area)
    marks = grid.marks & ~np.uint8(Mark.COPY | Mark.TAP | Mark.UNREAD)
    labels = parts.labels(counts, cell)
    if labels:
        paper = (marks & Mark.GHOST > 0).tolist()
        labels = tuple(
            tuple("" if ghost else text for ghost, text in zip(*row, strict=True))
            for row in zip(paper, labels, strict=True)
        )
    scale = Scale("heat", 0.0, max(float(counts.max()), 1.0))
    return replace(grid, values=counts, scale=scale, marks=marks, labels=labels, corners=None)


def area_counts(story: Story, area: Region) -> Array:
    """How often the whole output's columns hold each cell of an area, float64; 0 in the padding."""
    axes = [
        np.pad(counts, (max(-first, 0), max(last - counts.size, 0)))[max(first, 0) :][: last - first]
        for counts, first, last in zip(
            im2col.copy_counts(story.spec, story.x.shape),
            (area.top, area.left),
            (area.bottom, area.right),
            strict=True,
        )
    ]
    counts: Array = np.outer(*axes).astype(np.float64)
    return counts
