"""torch.nn.functional's convolutions and transposed convolutions."""

from __future__ import annotations

import sys
from math import prod
from typing import Any

import numpy as np

from convviz.core.errors import SpecError
from convviz.core.nd.boxes import boxes
from convviz.core.nd.convolve import convolve, transpose
from convviz.core.operations import conv2d as operation
from convviz.core.same_padding import SAME_TF, in_cells, same_sides
from convviz.core.sizes import conv_shape, output_size
from convviz.core.spec import ConvSpec, check_choice, check_positive
from convviz.core.transposed_sizes import transposed_size
from convviz.functional import arguments
from convviz.functional.arguments import COMPUTED, Array, Size, as_batch, numbers, plain
from convviz.i18n import listed

WEIGHTS = {1: "taps", 2: "rows, columns", 3: "slices, rows, columns"}
"""What the last axes of a weight are."""

PADDINGS = ("same", SAME_TF, "valid")
"""The names of paddings: PyTorch's two, and TensorFlow's SAME, the one thing here that is not its."""


MOST_TAPS = 1 << 22
"""Taps of a window that the fast path lays out whole, some copies of them; a larger one is read in parts."""


def conv1d(
    input: Array,
    weight: Array,
    bias: Array | None = None,
    stride: Size = 1,
    padding: Size | str = 0,
    dilation: Size = 1,
    groups: int = 1,
) -> Array:
    """Cross-correlates rows with filters: (N, channels, W) or (channels, W); otherwise as conv2d."""
    return _convolution(1, input, weight, bias, stride, padding, dilation, groups)


def conv2d(
    input: Array,
    weight: Array,
    bias: Array | None = None,
    stride: Size = 1,
    padding: Size | str = 0,
    dilation: Size = 1,
    groups: int = 1,
) -> Array:
    """Cross-correlates images with filters, as torch.nn.functional.conv2d.

    Args:
        input: (N, channels, H, W), or (channels, H, W) for one image; N may be 0.
        weight: (O, channels / groups, kh, kw), of the input's dtype.
        bias: (O,), of the input's dtype.
        stride: at least 1; one number, or (rows, columns).
        padding: zeros on each side; one number, or (rows, columns), or "valid" (none), or "same" (as many
            output as input cells, an odd total putting the extra cell after; stride 1 only). Beyond PyTorch,
            "same-tf" is TensorFlow's SAME: ⌈cells / stride⌉ come out at any stride, whatever the dilation.
        dilation: steps from one tap to the next; like stride.
        groups: independent blocks that the channels are split into.

    Returns:
        (N, O, H', W') or (O, H', W') of the input's dtype. float32 takes the fast path.

    Raises:
        SpecError: for shapes that do not fit, numbers that describe no layer, mixed or other dtypes, and,
            unlike PyTorch, for an input without channels.
    """
    x, weight = np.asarray(input), np.asarray(weight)
    bias = None if bias is None else np.asarray(bias)
    _check_types(x, weight, bias)
    batch = as_batch(x, 2)
    spec = _layer(batch.shape[2:], weight, stride, padding, dilation, groups)
    y = np.empty((len(batch), *conv_shape(spec, batch.shape[1:])), x.dtype)
    bias = operation.checked_bias(spec, bias, x.dtype)
    quick = x.dtype == np.float32 and weight[0, 0].size <= MOST_TAPS and _finite(weight)
    with np.errstate(all="ignore"):  # sums too large for the type become infinite or wrap, as PyTorch's do
        for image, sums in zip(batch, y, strict=True):
            _convolve(spec, image, weight, bias, sums, quick)
    return y if x.ndim == 4 else y[0]


def conv3d(
    input: Array,
    weight: Array,
    bias: Array | None = None,
    stride: Size = 1,
    padding: Size | str = 0,
    dilation: Size = 1,
    groups: int = 1,
) -> Array:
    """Cross-correlates volumes with filters: (N, channels, D, H, W) or without the N; otherwise as conv2d."""
    return _convolution(3, input, weight, bias, stride, padding, dilation, groups)


def conv_transpose1d(
    input: Array,
    weight: Array,
    bias: Array | None = None,
    stride: Size = 1,
    padding: Size = 0,
    output_padding: Size = 0,
    groups: int = 1,
    dilation: Size = 1,
) -> Array:
    """Transposed convolution of rows: (N, channels, W) or (channels, W); otherwise as conv_transpose2d."""
    return _transposed(1, input, weight, bias, stride, padding, output_padding, groups, dilation)


def conv_transpose2d(
    input: Array,
    weight: Array,
    bias: Array | None = None,
    stride: Size = 1,
    padding: Size = 0,
    output_padding: Size = 0,
    groups: int = 1,
    dilation: Size = 1,
) -> Array:
    """Stamps each cell times its filter into the output, as torch.nn.functional.conv_transpose2d.

    Args:
        input: (N, channels, H, W), or (channels, H, W) for one image; float32 or float64; N may be 0.
        weight: (channels, O / groups, kh, kw), of the input's dtype: that of the convolution it transposes.
        bias: (O,), of the input's dtype.
        stride: from one stamp to the next.
        padding: cells cut off on each side.
        output_padding: cells added after the last; less than stride or dilation.
        groups: as in conv2d.
        dilation: as in conv2d.

    Returns:
        (N, O, H', W') or (O, H', W') of the input's dtype, H' by sizes.transposed_size.

    Raises:
        SpecError: for shapes that do not fit, an output without cells, mixed or other dtypes.
    """
    return _transposed(2, input, weight, bias, stride, padding, output_padding, groups, dilation)


def conv_transpose3d(
    input: Array,
    weight: Array,
    bias: Array | None = None,
    stride: Size = 1,
    padding: Size = 0,
    output_padding: Size = 0,
    groups: int = 1,
    dilation: Size = 1,
) -> Array:
    """Transposed convolution of volumes: (N, channels, D, H, W) or without the N; as conv_transpose2d."""
    return _transposed(3, input, weight, bias, stride, padding, output_padding, groups, dilation)


# --- conv2d, by the layer of the program


class _Layer(ConvSpec):
    """A layer as PyTorch takes it: with kernels of any size."""

    largest_kernel = largest_span = sys.maxsize


def _check_types(x: Array, weight: Array, bias: Array | None) -> None:
    arguments.check_type(x, COMPUTED)
    arguments.check_same_type(x, weight=weight, bias=bias)


def _layer(
    size: tuple[int, ...],
    weight: Array,
    stride: Size,
    padding: Size | str,
    dilation: Size,
    groups: int,
) -> ConvSpec:
    if weight.ndim != 4:
        raise SpecError(
            "weight_shape", shape=weight.shape, expected="(filters, channels / groups, rows, columns)"
        )
    groups = plain(groups)
    check_positive("groups", groups)
    steps, gaps = (
        arguments.positive(name, value, 2) for name, value in (("stride", stride), ("dilation", dilation))
    )
    sides: Any = in_cells(_sides(padding), size, weight.shape[2:], steps, gaps)
    return _Layer(
        kernel_size=weight.shape[2:],
        stride=steps,  # type: ignore[arg-type]  # two of them
        padding=sides,  # a wrong one is the spec's to refuse
        dilation=gaps,  # type: ignore[arg-type]
        in_channels=weight.shape[1] * groups,
        out_channels=weight.shape[0],
        groups=groups,
    )


def _sides(padding: Size | str) -> Any:
    if isinstance(padding, str):
        check_choice("padding", padding, PADDINGS)
        return padding
    rows, columns = numbers("padding", padding, 2)
    return (rows, rows, columns, columns)


def _convolve(spec: ConvSpec, x: Array, weight: Array, bias: Array, out: Array, quick: bool) -> None:
    """One image (C, H, W) into `out` (O, H', W'); `quick` where numbers and weights suit the fast path."""
    if quick and _finite(x):  # the fast path skips zero weights, but 0 × ∞ is no number
        operation.Conv2d().fast(spec, x, weight, bias, out=out)
    else:
        dtype = np.float32 if x.dtype == np.float16 else x.dtype
        filters, before = weight.astype(dtype, copy=False), spec.pads[::2]
        convolve(x, filters, bias.astype(dtype), spec.stride, before, spec.dilation, spec.groups, out)


def _finite(x: Array) -> bool:
    """Whether every number is one; box by box, for the answers of a whole image are a quarter of it."""
    return all(bool(np.isfinite(x[box]).all()) for box in boxes(x.shape, prod))


# --- one and three axes


def _convolution(
    axes: int,
    input: Array,
    weight: Array,
    bias: Array | None,
    stride: Size,
    padding: Size | str,
    dilation: Size,
    groups: int,
) -> Array:
    x, weight = np.asarray(input), np.asarray(weight)
    bias = None if bias is None else np.asarray(bias)
    _check_types(x, weight, bias)
    batch, groups = as_batch(x, axes), plain(groups)
    _check_weight(weight, axes, groups, of="filters, channels / groups")
    if batch.shape[1] != weight.shape[1] * groups:
        raise SpecError("channels_differ", expected=weight.shape[1] * groups, channels=batch.shape[1])
    if len(weight) % groups:
        raise SpecError("groups_do_not_divide", channels=len(weight), groups=groups)
    arguments.check_cells(x, batch)
    steps, gaps = (
        arguments.positive(name, value, axes) for name, value in (("stride", stride), ("dilation", dilation))
    )
    pads = _pads(padding, batch.shape[2:], weight.shape[2:], steps, gaps)
    shape = [
        output_size(i, k, s, p, d)
        for i, k, s, p, d in zip(batch.shape[2:], weight.shape[2:], steps, pads, gaps, strict=True)
    ]
    y = np.empty((len(batch), len(weight), *shape), x.dtype)
    dtype = np.float32 if x.dtype == np.float16 else x.dtype
    filters, offsets = weight.astype(dtype, copy=False), _offsets(bias, len(weight)).astype(dtype)
    before = tuple(first for first, _ in pads)
    with np.errstate(all="ignore"):  # sums too large for the type become infinite or wrap, as PyTorch's do
        for image, sums in zip(batch, y, strict=True):
            convolve(image, filters, offsets, steps, before, gaps, groups, sums)
    return y if batch is x else y[0]


def _check_weight(weight: Array, axes: int, groups: int, of: str) -> None:
    check_positive("groups", groups)
    if weight.ndim != axes + 2 or 0 in weight.shape:
        raise SpecError("weight_shape", shape=weight.shape, expected=f"({of}, {WEIGHTS[axes]})")


def _pads(
    padding: Size | str,
    size: tuple[int, ...],
    kernel: tuple[int, ...],
    stride: tuple[int, ...],
    dilation: tuple[int, ...],
) -> list[tuple[int, int]]:
    """(before, after) of each axis; an odd total puts the extra cell after, as both libraries do."""
    if not isinstance(padding, str):
        return [(cells, cells) for cells in arguments.not_negative("padding", padding, len(kernel))]
    check_choice("padding", padding, PADDINGS)
    if padding == "valid":
        return [(0, 0)] * len(kernel)
    if padding == "same" and set(stride) != {1}:
        raise SpecError("same_needs_every_stride_1", stride=listed(stride))
    return same_sides(size, kernel, stride, dilation)  # with stride 1 both are the same


def _offsets(bias: Array | None, filters: int) -> Array:
    if bias is None:
        return np.zeros(filters)
    if bias.shape != (filters,):
        raise SpecError("bias_shape", shape=bias.shape, expected=filters)
    return bias


def _transposed(
    axes: int,
    input: Array,
    weight: Array,
    bias: Array | None,
    stride: Size,
    padding: Size,
    output_padding: Size,
    groups: int,
    dilation: Size,
) -> Array:
    x, weight = arguments.floats(input), np.asarray(weight)
    bias = None if bias is None else np.asarray(bias)
    arguments.check_same_type(x, weight=weight, bias=bias)
    batch, groups = as_batch(x, axes), plain(groups)
    _check_weight(weight, axes, groups, of="channels, filters / groups")
    if len(weight) != batch.shape[1]:
        raise SpecError("channels_differ", expected=len(weight), channels=batch.shape[1])
    if len(weight) % groups:
        raise SpecError("groups_do_not_divide", channels=len(weight), groups=groups)
    arguments.check_cells(x, batch)
    steps, gaps = (
        arguments.positive(name, value, axes) for name, value in (("stride", stride), ("dilation", dilation))
    )
    cut, added = (
        arguments.not_negative(name, value, axes)
        for name, value in (("padding", padding), ("output_padding", output_padding))
    )
    sizes = zip(batch.shape[2:], weight.shape[2:], steps, cut, added, gaps, strict=True)
    shape = [transposed_size(*size) for size in sizes]
    offsets = _offsets(bias, weight.shape[1] * groups).astype(x.dtype)
    y = np.zeros((len(batch), len(offsets), *shape), x.dtype)
    with np.errstate(all="ignore"):
        for image, sums in zip(batch, y, strict=True):
            transpose(image, weight, steps, cut, gaps, groups, sums)
        y += offsets.reshape(-1, *[1] * axes)
    return y if batch is x else y[0]
