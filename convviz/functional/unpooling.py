"""torch.nn.functional's max unpooling: maxima put back where they were found."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod

import numpy as np

from convviz.core.errors import SpecError
from convviz.core.nd.boxes import boxes, sizes
from convviz.core.pool_sizes import unpool_size
from convviz.functional import arguments
from convviz.functional.arguments import Array, Size


def max_unpool1d(
    input: Array,
    indices: Array,
    kernel_size: Size,
    stride: Size | None = None,
    padding: Size = 0,
    output_size: Sequence[int] | None = None,
) -> Array:
    """Rows unpooled: (N, channels, W) or (channels, W); otherwise as max_unpool2d."""
    return _unpool(1, input, indices, kernel_size, stride, padding, output_size)


def max_unpool2d(
    input: Array,
    indices: Array,
    kernel_size: Size,
    stride: Size | None = None,
    padding: Size = 0,
    output_size: Sequence[int] | None = None,
) -> Array:
    """Puts each number back at its index, zeros elsewhere, as torch.nn.functional.max_unpool2d.

    Args:
        input: (N, channels, H, W), or (channels, H, W) for one image; float32 or float64; N may be 0.
        indices: int64, of the input's shape: what max_pool2d returned. Of equal indices the last one writes.
        kernel_size: of the pooling to be undone.
        stride: of the pooling; the kernel size where it is not given.
        padding: of the pooling.
        output_size: (rows, columns) or the whole shape, where the smallest size that pooling takes to the
            input's is not the one that was pooled; each differs from it by less than the stride.

    Returns:
        (N, channels, H', W') or (channels, H', W') of the input's dtype.

    Raises:
        SpecError: for an index outside the output, indices of another shape or type, and an output_size that
            pooling does not take to the input's.
    """
    return _unpool(2, input, indices, kernel_size, stride, padding, output_size)


def max_unpool3d(
    input: Array,
    indices: Array,
    kernel_size: Size,
    stride: Size | None = None,
    padding: Size = 0,
    output_size: Sequence[int] | None = None,
) -> Array:
    """Volumes unpooled: (N, channels, D, H, W) or without the N; otherwise as max_unpool2d."""
    return _unpool(3, input, indices, kernel_size, stride, padding, output_size)


def _unpool(
    axes: int,
    input: Array,
    indices: Array,
    kernel_size: Size,
    stride: Size | None,
    padding: Size,
    output_size: Sequence[int] | None,
) -> Array:
    x, indices = arguments.floats(input), np.asarray(indices)
    arguments.as_batch(x, axes)
    arguments.check_cells_but_first(x)
    arguments.check_not_single(axes, kernel_size=kernel_size, stride=stride, padding=padding)
    kernel = arguments.positive("kernel_size", kernel_size, axes)
    steps = kernel if stride is None else arguments.positive("stride", stride, axes)
    pads = arguments.not_negative("padding", padding, axes)
    least = [unpool_size(*size) for size in zip(x.shape[-axes:], kernel, steps, pads, strict=True)]
    shape = least if output_size is None else _sizes(output_size, least, steps)
    _check_indices(x, indices, shape)
    lead = x.ndim - axes
    y = np.zeros((*x.shape[:lead], prod(shape)), x.dtype)
    for box in boxes(x.shape, prod):
        # In memory's order, for it is the last of equal indices that is to write.
        places, values = (
            np.ascontiguousarray(array[box]).reshape(*sizes(box)[:lead], -1) for array in (indices, x)
        )
        np.put_along_axis(y[box[:lead]], places, values, -1)
    return y.reshape(*x.shape[:lead], *shape)


def _sizes(output_size: Sequence[int], least: list[int], steps: tuple[int, ...]) -> list[int]:
    axes = len(least)
    if not isinstance(output_size, tuple | list) or len(output_size) not in (axes, axes + 2):
        raise SpecError("not_an_output_size", n=axes, more=axes + 2, value=output_size)
    shape = [arguments.plain(size) for size in output_size[-axes:]]
    for size, smallest, s in zip(shape, least, steps, strict=True):
        arguments.check_not_negative("output_size", size)
        if not smallest - s < size < smallest + s:
            raise SpecError("not_pooled_from", size=size, least=smallest - s + 1, most=smallest + s - 1)
    return shape


def _check_indices(x: Array, indices: Array, shape: list[int]) -> None:
    if indices.dtype != np.int64:
        raise SpecError("indices_type", dtype=indices.dtype)
    if indices.shape != x.shape:
        raise SpecError("indices_shape", shape=indices.shape, expected=x.shape)
    if min(shape) < 1:
        raise SpecError("nothing_unpooled", shape=_words(shape))
    for index in (indices.min(initial=0), indices.max(initial=0)):
        if not 0 <= index < prod(shape):
            raise SpecError("index_outside", index=index, shape=_words(shape), cells=prod(shape))


def _words(shape: list[int]) -> str:
    return " × ".join(map(str, shape))
