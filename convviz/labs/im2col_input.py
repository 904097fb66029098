"""The input of im2col: its pixels, and how often each of them has been copied, as heat too."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

import convviz.labs.parts as parts
from convviz.core import im2col
from convviz.core.im2col import Windows
from convviz.figure import lettering
from convviz.figure.figure import Array, Grid, Mark, Scale
from convviz.figure.lettering import Labels
from convviz.labs.conv_grids import CORNER_SHARE, OVER_CELL, OVER_SHARE, input_grid
from convviz.labs.im2col_board import is_toeplitz
from convviz.labs.story import Story
from convviz.labs.window import View
from convviz.scene.scene import Im2colLayer, Region

CORNER_MARGIN = 3.0
"""Between a text in a corner and its cell's edge, as it is painted."""


def is_heat(story: Story) -> bool:
    """Whether a story shows how often pixels are copied."""
    layer = story.scene.layer
    return isinstance(layer, Im2colLayer) and layer.heat


def heated(view: View, n: int, x: float, y: float, cell: float) -> Grid:
    """The n-th channel that is read, each pixel with its count; that alone where heat is asked for."""
    grid = input_grid(view, n, x, y, cell)
    if is_toeplitz(view.story) and not is_heat(view.story):
        return grid  # where nothing is copied
    counts = copied(view, view.area)
    if not is_heat(view.story):
        over = _counters(grid, counts)
        return replace(grid, over=over, corners=_beside(grid) if over else grid.corners)
    marks = grid.marks & ~np.uint8(Mark.COPY | Mark.TAP | Mark.UNREAD)
    labels = parts.labels(counts, cell)
    if labels:
        paper = (marks & Mark.GHOST > 0).tolist()
        labels = tuple(
            tuple("" if ghost else text for ghost, text in zip(*row, strict=True))
            for row in zip(paper, labels, strict=True)
        )
    scale = Scale("heat", 0.0, max(float(area_counts(view.story, view.area).max()), 1.0))
    return replace(grid, values=counts, scale=scale, marks=marks, labels=labels, corners=None)


def _counters(grid: Grid, counts: Array) -> list[list[str]] | None:
    """How often each pixel has been copied, as small numbers above those of the pixels; none for 0."""
    if grid.labels is None or grid.cell < OVER_CELL:
        return None
    over = [[f"{count:.0f}×" if count else "" for count in row] for row in counts.tolist()]
    return over if lettering.number_size(over, grid.cell, OVER_SHARE) else None


def _beside(grid: Grid) -> Labels | None:
    """The weights in the corners, where these have room beside numbers that stand lower than usual."""
    if not grid.labels or not grid.corners:
        return None
    shares = ((grid.labels, 0.4), (grid.corners, CORNER_SHARE))
    number, corner = (
        lettering.MONO_ADVANCE * lettering.longest(texts) * lettering.number_size(texts, grid.cell, share)
        for texts, share in shares
    )
    return grid.corners if corner + CORNER_MARGIN <= (grid.cell - number) / 2 else None


def area_counts(story: Story, area: Region, windows: Windows | None = None) -> Array:
    """How often some windows' columns, or all, hold each cell of an area, float64; 0 in the padding."""
    axes = [
        np.pad(counts, (max(-first, 0), max(last - counts.size, 0)))[max(first, 0) :][: last - first]
        for counts, first, last in zip(
            im2col.copy_counts(story.spec, story.x.shape, windows),
            (area.top, area.left),
            (area.bottom, area.right),
            strict=True,
        )
    ]
    counts: Array = np.outer(*axes).astype(np.float64)
    return counts


def copied(view: View, area: Region) -> Array:
    """How often the windows that have been lifted so far hold each cell of an area, float64."""
    rows, rest = (area_counts(view.story, area, block) for block in lifted(view))
    return rows + rest


def copies_so_far(view: View) -> int:
    """How many pixels those windows' columns hold, of all channels."""
    spec, shape = view.story.spec, view.story.x.shape
    counts = (im2col.copy_counts(spec, shape, block) for block in lifted(view))
    return sum(shape[0] * int(rows.sum()) * int(cols.sum()) for rows, cols in counts)


def lifted(view: View) -> tuple[Windows, Windows]:
    """The windows whose pixels have been copied, in the animation's order: whole rows, and part of one."""
    story, moment, region = view.story, view.moment, view.region
    if story.scene.scope == "image":
        region = Region(0, 0, *story.shape[1:])
    rows, rest = divmod(moment.step + (moment.reached("lift") >= 1), region.width)
    here = region.top + rows
    return (
        (range(region.top, here), range(region.left, region.right)),
        (range(here, here + 1), range(region.left, region.left + rest)),
    )
