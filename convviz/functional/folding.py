"""torch.nn.functional's unfold and fold: im2col and col2im."""

from __future__ import annotations

from math import prod

import numpy as np

from convviz.core.errors import SpecError
from convviz.core.nd.columns import gather, scatter
from convviz.core.sizes import output_size as windows_along
from convviz.functional import arguments
from convviz.functional.arguments import Array, Size

Pair = tuple[int, ...]


def unfold(input: Array, kernel_size: Size, dilation: Size = 1, padding: Size = 0, stride: Size = 1) -> Array:
    """The windows as columns, as torch.nn.functional.unfold.

    Args:
        input: (N, channels, H, W), or (channels, H, W) for one image; float32 or float64; N may be 0.
        kernel_size: one number, or (rows, columns); so are the others.
        dilation: steps from one tap to the next.
        padding: zeros on each side.
        stride: from one window to the next.

    Returns:
        (N, channels · taps, windows) or without the N, of the input's dtype: the first channel's taps row by
        row, then the next channel's; the windows row by row.

    Raises:
        SpecError: for a window larger than the input, numbers that describe no window, and other dtypes.
    """
    x = arguments.floats(input)
    batch = arguments.as_batch(x, 2)
    arguments.check_cells(x, batch)
    kernel, gaps, pads, steps = _windows(kernel_size, dilation, padding, stride)
    shape = _counts(batch.shape[2:], kernel, gaps, pads, steps)
    channels, taps = batch.shape[1], prod(kernel)
    y = np.zeros((len(batch), channels, taps, *shape), x.dtype)
    box = tuple(slice(0, n) for n in shape)
    for image, columns in zip(batch, y, strict=True):
        gather(image, kernel, steps, pads, gaps, box, columns)
    y = y.reshape(len(batch), channels * taps, prod(shape))
    return y if batch is x else y[0]


def fold(
    input: Array,
    output_size: Size,
    kernel_size: Size,
    dilation: Size = 1,
    padding: Size = 0,
    stride: Size = 1,
) -> Array:
    """Adds columns up where unfold took them from, as torch.nn.functional.fold.

    Args:
        input: (N, channels · taps, windows), or without the N; float32 or float64; N may be 0.
        output_size: of the image that unfold would have taken: one number, or (rows, columns).
        kernel_size: as in unfold.
        dilation: as in unfold.
        padding: as in unfold.
        stride: as in unfold.

    Returns:
        (N, channels, *output_size) or without the N, of the input's dtype.

    Raises:
        SpecError: for columns that are not those of such windows, and as unfold.
    """
    x = arguments.floats(input)
    batch = arguments.as_batch(x, 1)
    arguments.check_cells(x, batch)
    arguments.check_not_single(2, output_size=output_size)
    size = arguments.positive("output_size", output_size, 2)
    kernel, gaps, pads, steps = _windows(kernel_size, dilation, padding, stride)
    shape, taps = _counts(size, kernel, gaps, pads, steps), prod(kernel)
    if batch.shape[1] % taps:
        raise SpecError("not_taps", rows=batch.shape[1], kh=kernel[0], kw=kernel[1])
    if batch.shape[2] != prod(shape):
        raise SpecError("not_windows", columns=batch.shape[2], rows=shape[0], cols=shape[1])
    columns = batch.reshape(len(batch), batch.shape[1] // taps, taps, *shape)
    y = np.zeros((len(batch), columns.shape[1], *size), x.dtype)
    box = tuple(slice(0, n) for n in shape)
    for windows, image in zip(columns, y, strict=True):
        scatter(windows, kernel, steps, pads, gaps, box, image)
    return y if batch is x else y[0]


def _windows(kernel_size: Size, dilation: Size, padding: Size, stride: Size) -> tuple[Pair, Pair, Pair, Pair]:
    """(kernel, dilation, padding, stride), two numbers each."""
    arguments.check_not_single(2, kernel_size=kernel_size, dilation=dilation, padding=padding, stride=stride)
    return (
        arguments.positive("kernel_size", kernel_size, 2),
        arguments.positive("dilation", dilation, 2),
        arguments.not_negative("padding", padding, 2),
        arguments.positive("stride", stride, 2),
    )


def _counts(size: Pair, kernel: Pair, gaps: Pair, pads: Pair, steps: Pair) -> Pair:
    """How many windows there are along each axis."""
    return tuple(
        windows_along(i, k, s, p, d) for i, k, s, p, d in zip(size, kernel, steps, pads, gaps, strict=True)
    )
