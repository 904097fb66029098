"""torch.nn.functional's max and average pooling."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from convviz.core.errors import SpecError
from convviz.core.nd import pool
from convviz.core.nd.windows import Sliding, Windows
from convviz.core.pool_sizes import pool_size
from convviz.functional import arguments
from convviz.functional.arguments import Array, Size

Pooled = Array | tuple[Array, Array]
"""The maxima, or (maxima, indices)."""


def max_pool1d(
    input: Array,
    kernel_size: Size,
    stride: Size | None = None,
    padding: Size = 0,
    dilation: Size = 1,
    ceil_mode: bool = False,
    return_indices: bool = False,
) -> Pooled:
    """Maxima of rows: (N, channels, W) or (channels, W); otherwise as max_pool2d."""
    return _max_pool(1, input, kernel_size, stride, padding, dilation, ceil_mode, return_indices)


def max_pool2d(
    input: Array,
    kernel_size: Size,
    stride: Size | None = None,
    padding: Size = 0,
    dilation: Size = 1,
    ceil_mode: bool = False,
    return_indices: bool = False,
) -> Pooled:
    """The largest number of each window, as torch.nn.functional.max_pool2d.

    Args:
        input: (N, channels, H, W), or (channels, H, W) for one image; float32 or float64; N may be 0.
        kernel_size: taps; one number, or (rows, columns).
        stride: from one window to the next; the kernel size where it is not given.
        padding: cells of −∞ on each side, at most half of kernel_size.
        dilation: steps from one tap to the next.
        ceil_mode: whether a last window may hang over the end; it may not start in the padding there.
        return_indices: whether to give the winners' places as well.

    Returns:
        (N, channels, H', W') or (channels, H', W') of the input's dtype; with return_indices a pair of it and
        the int64 indices of the winners, each counted row by row in its own plane. Ties go to the first, of
        several NaNs the last wins.

    Raises:
        SpecError: for windows that do not fit, padding of more than half a window, other dtypes, and an input
            without channels or cells.
    """
    return _max_pool(2, input, kernel_size, stride, padding, dilation, ceil_mode, return_indices)


def max_pool3d(
    input: Array,
    kernel_size: Size,
    stride: Size | None = None,
    padding: Size = 0,
    dilation: Size = 1,
    ceil_mode: bool = False,
    return_indices: bool = False,
) -> Pooled:
    """Maxima of volumes: (N, channels, D, H, W) or without the N; otherwise as max_pool2d."""
    return _max_pool(3, input, kernel_size, stride, padding, dilation, ceil_mode, return_indices)


def avg_pool1d(
    input: Array,
    kernel_size: Size,
    stride: Size | None = None,
    padding: Size = 0,
    ceil_mode: bool = False,
    count_include_pad: bool = True,
) -> Array:
    """Means of rows: (N, channels, W) or (channels, W); otherwise as avg_pool2d."""
    return _avg_pool(1, input, kernel_size, stride, padding, ceil_mode, count_include_pad, None)


def avg_pool2d(
    input: Array,
    kernel_size: Size,
    stride: Size | None = None,
    padding: Size = 0,
    ceil_mode: bool = False,
    count_include_pad: bool = True,
    divisor_override: int | None = None,
) -> Array:
    """The mean of each window, as torch.nn.functional.avg_pool2d.

    Args:
        input: (N, channels, H, W), or (channels, H, W) for one image; float32 or float64; N may be 0.
        kernel_size: as in max_pool2d.
        stride: as in max_pool2d.
        padding: cells of 0 on each side, at most half of kernel_size.
        ceil_mode: as in max_pool2d; what hangs over beyond the padding is never counted.
        count_include_pad: whether the padding counts as cells of the mean.
        divisor_override: a whole number to divide each sum by instead.

    Returns:
        (N, channels, H', W') or (channels, H', W') of the input's dtype.

    Raises:
        SpecError: as max_pool2d, and for a divisor of 0; avg_pool3d also for fewer cells than taps.
    """
    return _avg_pool(2, input, kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override)


def avg_pool3d(
    input: Array,
    kernel_size: Size,
    stride: Size | None = None,
    padding: Size = 0,
    ceil_mode: bool = False,
    count_include_pad: bool = True,
    divisor_override: int | None = None,
) -> Array:
    """Means of volumes: (N, channels, D, H, W) or without the N; otherwise as avg_pool2d."""
    return _avg_pool(3, input, kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override)


def _max_pool(
    axes: int,
    input: Array,
    kernel_size: Size,
    stride: Size | None,
    padding: Size,
    dilation: Size,
    ceil_mode: bool,
    return_indices: bool,
) -> Pooled:
    x = _read(input, axes)
    windows = _windows(x, axes, kernel_size, stride, padding, dilation, ceil_mode)
    return pooled_maxima(x, windows, return_indices)


def pooled_maxima(x: Array, windows: Sequence[Windows], return_indices: bool) -> Pooled:
    """The maxima of x (channels, …) or (N, channels, …), and on request where they lie."""
    axes = len(windows)
    y = np.empty((*x.shape[:-axes], *(w.count for w in windows)), x.dtype)
    if not return_indices:
        for planes, out in arguments.stacks(x, y, axes):
            pool.maxima(planes, windows, out)
        return y
    indices = np.empty(y.shape, np.int64)
    where = arguments.stacks(x, indices, axes)
    for (planes, out), (_, places) in zip(arguments.stacks(x, y, axes), where, strict=True):
        pool.winners(planes, windows, out, places)
    return y, indices


def pooled_averages(
    x: Array, windows: Sequence[Windows], padding: bool = True, divisor: int | None = None
) -> Array:
    """The means of x (channels, …) or (N, channels, …): each sum over its cells, or over `divisor`."""
    axes = len(windows)
    y = np.empty((*x.shape[:-axes], *(w.count for w in windows)), x.dtype)
    with np.errstate(all="ignore"):
        for planes, out in arguments.stacks(x, y, axes):
            pool.averages(planes, windows, out, padding, divisor)
    return y


def _avg_pool(
    axes: int,
    input: Array,
    kernel_size: Size,
    stride: Size | None,
    padding: Size,
    ceil_mode: bool,
    count_include_pad: bool,
    divisor_override: int | None,
) -> Array:
    x = _read(input, axes)
    windows = _windows(x, axes, kernel_size, stride, padding, 1, ceil_mode)
    for w in windows:
        if axes == 3 and w.n < w.k:  # torch's pooling of volumes counts no padding here
            raise SpecError("input_smaller_than_window", i=w.n, k=w.k)
    return pooled_averages(x, windows, bool(count_include_pad), _divisor(divisor_override))


def _read(input: Array, axes: int) -> Array:
    x = arguments.floats(input)
    arguments.check_cells(x, arguments.as_batch(x, axes))
    return x


def _windows(
    x: Array,
    axes: int,
    kernel_size: Size,
    stride: Size | None,
    padding: Size,
    dilation: Size,
    ceil_mode: bool,
) -> list[Sliding]:
    kernel = arguments.positive("kernel_size", kernel_size, axes)
    own = stride is None or (isinstance(stride, tuple | list) and not stride)  # as torch takes ()
    steps = kernel if own else arguments.positive("stride", stride, axes)
    pads = arguments.not_negative("padding", padding, axes)
    gaps = arguments.positive("dilation", dilation, axes)
    return [
        Sliding(n, pool_size(n, k, s, p, d, bool(ceil_mode)), k, s, p, d)
        for n, k, s, p, d in zip(x.shape[-axes:], kernel, steps, pads, gaps, strict=True)
    ]


def _divisor(value: Any) -> int | None:
    value = arguments.plain(value)
    if value is None:
        return None
    if not isinstance(value, int) or isinstance(value, bool):
        raise SpecError("not_integer", name="divisor_override", value=value)
    if value == 0:
        raise SpecError("divisor_is_zero")
    return value
