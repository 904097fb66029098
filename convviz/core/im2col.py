"""A convolution as matrices: every window a column (im2col), or the filter a sparse matrix (Toeplitz).

With the columns X and a filter as a row w, w · X is the output, row by row; with the Toeplitz matrix T of
the filter, so is T · vec(x). Both hold numbers many times over. Here only those parts are made that a
screen shows; core.fast.gemm multiplies with X and holds at most a block of it.

Source: K. Chellapilla, S. Puri, P. Simard, "High performance convolutional neural networks for document
processing", 2006, section 3.2; V. Dumoulin & F. Visin, arXiv 1603.07285, section 4.1.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from convviz.core import border
from convviz.core.sizes import Shape, conv_shape
from convviz.core.spec import ConvSpec

Array = NDArray[Any]

FLOAT_BYTES = 4

Windows = tuple[range, range]
"""Rows and columns of the output, whose windows are meant."""


class MatrixSize(NamedTuple):
    """Rows and columns of a matrix."""

    rows: int
    columns: int

    @property
    def cells(self) -> int:
        """How many numbers it holds."""
        return self.rows * self.columns

    @property
    def bytes(self) -> int:
        """The memory it takes as float32."""
        return self.cells * FLOAT_BYTES


def columns_size(spec: ConvSpec, shape: Shape) -> MatrixSize:
    """The column matrix that one group's filters multiply: taps of a filter × windows.

    Example: AlexNet's first layer, 11×11×3 filters at stride 4 on 227×227: 363 × 3025.
    """
    _, height, width = conv_shape(spec, shape)
    _, channels, kh, kw = spec.weight_shape
    return MatrixSize(channels * kh * kw, height * width)


def copies(spec: ConvSpec, shape: Shape) -> tuple[int, int]:
    """How many numbers of the column matrices of all groups are pixels, and how many are the padding's value.

    Example: 7×7 pixels, padding 1, under 3×3 taps: 361 and 80, together 441.
    """
    rows, cols = copy_counts(spec, shape)
    pixels = shape[0] * int(rows.sum()) * int(cols.sum())
    return pixels, columns_size(spec, shape).cells * spec.groups - pixels


def toeplitz_size(spec: ConvSpec, shape: Shape) -> MatrixSize:
    """One filter's Toeplitz matrix: windows × pixels of the channels that it reads."""
    _, height, width = conv_shape(spec, shape)
    return MatrixSize(height * width, spec.weight_shape[1] * shape[1] * shape[2])


def copy_counts(spec: ConvSpec, shape: Shape, windows: Windows | None = None) -> tuple[Array, Array]:
    """How often the columns hold each row of pixels, and each column of them: int (H,) and (W,).

    The pixel at (r, c) is in them rows[r] · columns[c] times; copies in the padding count. With `windows`,
    rows and columns of the output, only the columns of those windows are looked at.
    """
    _, height, width = conv_shape(spec, shape)
    out = windows or (range(height), range(width))
    top, _, left, _ = spec.pads
    axes = zip(shape[1:], out, spec.kernel_size, spec.stride, (top, left), spec.dilation, strict=True)
    rows, cols = (_axis_counts(*axis, spec.padding_mode) for axis in axes)
    return rows, cols


@lru_cache(maxsize=16)
def _axis_counts(
    cells: int, out: range, taps: int, stride: int, before: int, dilation: int, mode: str
) -> Array:
    counts = np.zeros(cells, np.int64)
    first = np.arange(out.start, out.stop) * stride - before
    for tap in range(taps):
        sources = border.sources(first + tap * dilation, cells, mode)
        counts += np.bincount(sources[sources != border.CONSTANT], minlength=cells)
    return counts


@dataclass(frozen=True, eq=False)
class Columns:
    """Some rows and columns of the matrix of one filter's windows; arrays are (taps, windows).

    Attributes:
        taps: which rows, as numbers: channel by channel, row by row of the kernel.
        channels: (taps,) the input channel that each of them reads.
        rows, cols: where each cell's number lies in the input, possibly outside it.
        source_rows, source_cols: the row and column it is really read from; border.CONSTANT for none.
        values: the numbers, float64.
    """

    taps: Array
    channels: Array
    rows: Array
    cols: Array
    source_rows: Array
    source_cols: Array
    values: Array

    def reads(self, channel: int, row: int, col: int) -> Array:
        """Where the matrix holds a pixel, directly or as a copy in the padding; or a cell of the padding."""
        here = (self.rows == row) & (self.cols == col)
        here |= (self.source_rows == row) & (self.source_cols == col)
        where: Array = here & (self.channels == channel)[:, None]
        return where


def columns(spec: ConvSpec, x: Array, first: int, taps: Array, windows: Array) -> Columns:
    """Some of the matrix: rows `taps` of the columns of `windows`, an int array (n, 2) of output cells.

    x (C, H, W); `first` is the first channel that the filter reads. Costs len(taps) · n.
    """
    (kh, kw), (sh, sw), (dh, dw) = spec.kernel_size, spec.stride, spec.dilation
    rows = (taps // kw % kh * dh)[:, None] + windows[:, 0] * sh - spec.pads[0]
    cols = (taps % kw * dw)[:, None] + windows[:, 1] * sw - spec.pads[2]
    channels = first + taps // (kh * kw)
    source_rows = border.sources(rows, x.shape[1], spec.padding_mode)
    source_cols = border.sources(cols, x.shape[2], spec.padding_mode)
    values = x[channels[:, None], source_rows, source_cols].astype(np.float64)
    values[(source_rows == border.CONSTANT) | (source_cols == border.CONSTANT)] = spec.border_value
    return Columns(taps, channels, rows, cols, source_rows, source_cols, values)


def toeplitz(part: Columns, weights: Array, pixels: Array) -> tuple[Array, Array]:
    """The rows of T for the windows of `part`, at some pixels.

    Args:
        part: rows of the column matrix, all of them or those of the weights that matter.
        weights: the filter, (C, kh, kw).
        pixels: int (3, m), the channel, row and column of each.

    Returns: T, float64 (windows, m), and how many weights are added up in each of its cells: 0 where T is
        0 whatever the filter is, above 1 where padding copies pixels.
    """
    windows, count = part.rows.shape[1], pixels.shape[1]
    wanted, order = np.unique(_keys(*pixels), return_index=True)
    sources = _keys(part.channels[:, None], part.source_rows, part.source_cols)
    found = np.searchsorted(wanted, sources).clip(0, count - 1)
    read = (part.source_rows != border.CONSTANT) & (part.source_cols != border.CONSTANT)
    read &= wanted[found] == sources
    tap, window = np.nonzero(read)
    into = window * count + order[found[tap, window]]
    sums = np.bincount(into, weights.ravel()[part.taps[tap]], windows * count)
    number = np.bincount(into, minlength=windows * count)
    return sums.reshape(windows, count), number.reshape(windows, count)


def _keys(channels: Array, rows: Array, cols: Array) -> Array:
    """One number for each pixel, in the order in which pixels follow one another."""
    keys: Array = (channels.astype(np.int64) << 42) + (rows << 21) + cols
    return keys
