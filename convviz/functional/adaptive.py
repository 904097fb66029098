"""torch.nn.functional's adaptive pooling: as many windows as are asked for, as even as they can be."""

from __future__ import annotations

from collections.abc import Sequence

from convviz.core.errors import SpecError
from convviz.core.nd.windows import Adaptive
from convviz.functional import arguments
from convviz.functional.arguments import Array
from convviz.functional.pooling import Pooled, pooled_averages, pooled_maxima

Sizes = int | None | Sequence[int | None]
"""One size for every axis, or one for each; None in a sequence keeps the input's."""


def adaptive_avg_pool1d(input: Array, output_size: Sizes) -> Array:
    """Means of rows: (N, channels, W) or (channels, W); otherwise as adaptive_avg_pool2d."""
    return _average(1, input, output_size)


def adaptive_avg_pool2d(input: Array, output_size: Sizes) -> Array:
    """The means of output_size windows, as torch.nn.functional.adaptive_avg_pool2d.

    Args:
        input: (N, channels, H, W), or (channels, H, W) for one image; float32 or float64; N may be 0.
        output_size: (rows, columns), or one number for both; None keeps the input's. 0 gives an empty array.

    Returns:
        (N, channels, *output_size) or (channels, *output_size) of the input's dtype. Window n of o over i
        cells is ⌊n·i / o⌋ to ⌈(n + 1)·i / o⌉.

    Raises:
        SpecError: for sizes that are none, other dtypes and an input without channels or cells.
    """
    return _average(2, input, output_size)


def adaptive_avg_pool3d(input: Array, output_size: Sizes) -> Array:
    """Means of volumes: (N, channels, D, H, W) or without the N; otherwise as adaptive_avg_pool2d."""
    return _average(3, input, output_size)


def adaptive_max_pool1d(input: Array, output_size: Sizes, return_indices: bool = False) -> Pooled:
    """Maxima of rows: (N, channels, W) or (channels, W); otherwise as adaptive_max_pool2d."""
    return _maximum(1, input, output_size, return_indices)


def adaptive_max_pool2d(input: Array, output_size: Sizes, return_indices: bool = False) -> Pooled:
    """The maxima of adaptive_avg_pool2d's windows; with return_indices their places too, as max_pool2d."""
    return _maximum(2, input, output_size, return_indices)


def adaptive_max_pool3d(input: Array, output_size: Sizes, return_indices: bool = False) -> Pooled:
    """Maxima of volumes: (N, channels, D, H, W) or without the N; otherwise as adaptive_max_pool2d."""
    return _maximum(3, input, output_size, return_indices)


def _average(axes: int, input: Array, output_size: Sizes) -> Array:
    return pooled_averages(*_read(axes, input, output_size))


def _maximum(axes: int, input: Array, output_size: Sizes, return_indices: bool) -> Pooled:
    return pooled_maxima(*_read(axes, input, output_size), return_indices)


def _read(axes: int, input: Array, output_size: Sizes) -> tuple[Array, list[Adaptive]]:
    """The input, and the windows along each axis."""
    x = arguments.floats(input)
    arguments.as_batch(x, axes)
    arguments.check_cells_but_first(x)
    listed = tuple(output_size) if isinstance(output_size, tuple | list) else (output_size,) * axes
    if len(listed) != axes or output_size is None:
        raise SpecError("not_one_per_axis", name="output_size", n=axes, value=output_size)
    windows = []
    for n, size in zip(x.shape[-axes:], listed, strict=True):
        count = n if size is None and axes > 1 else arguments.plain(size)
        arguments.check_not_negative("output_size", count)
        windows.append(Adaptive(n, count))
    return x, windows
