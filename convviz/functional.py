"""The public NumPy API: names, argument order and meaning of torch.nn.functional, version 2.13.

    >>> import numpy as np
    >>> from convviz import functional as F
    >>> photo, sobel = np.ones((1, 5, 5), np.float32), np.ones((1, 1, 3, 3), np.float32)
    >>> F.conv2d(photo, sobel, padding="same").shape
    (1, 5, 5)

What PyTorch refuses is refused here as a SpecError, which is a ValueError, naming the numbers.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from math import isfinite
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core import border
from convviz.core.errors import SpecError
from convviz.core.operations import conv2d as operation
from convviz.core.sizes import check_border, conv_shape
from convviz.core.spec import ConvSpec, Pads, check_choice, check_positive

Array = NDArray[Any]
Size = int | Sequence[int]
"""One number for rows and columns alike, or (rows, columns)."""

COMPUTED = (
    *("uint8", "int8", "int16", "int32", "int64"),
    *("float16", "float32", "float64", "complex64", "complex128"),
)
"""The number types PyTorch convolves, mirrors and repeats. Whole numbers that grow too large wrap around."""

PAD_MODES = ("constant", "reflect", "replicate", "circular")


class _Layer(ConvSpec):
    """A layer as PyTorch takes it: with kernels of any size."""

    largest_kernel = sys.maxsize


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
            output as input cells, an odd total putting the extra cell after; stride 1 only).
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
    if x.ndim not in (3, 4):
        raise SpecError("not_images", shape=x.shape)
    batch = x if x.ndim == 4 else x[None]
    spec = _layer(weight, stride, padding, dilation, groups)
    y = np.empty((len(batch), *conv_shape(spec, batch.shape[1:])), x.dtype)
    bias = operation.checked_bias(spec, bias, x.dtype)
    with np.errstate(all="ignore"):  # sums too large for the type become infinite or wrap, as PyTorch's do
        for image, sums in zip(batch, y, strict=True):
            _convolve(spec, image, weight, bias, sums)
    return y if x.ndim == 4 else y[0]


def pad(input: Array, pad: Sequence[int], mode: str = "constant", value: float | None = None) -> Array:
    """Adds cells around an array, as torch.nn.functional.pad.

    Args:
        input: of any dimensions and dtype for "constant". The other modes pad the last one of 2 or 3
            dimensions, two of 3 or 4, or three of 4 or 5; "reflect" and "replicate" only the COMPUTED dtypes.
        pad: (before, after) of the last dimension, then of the one before it, and so on:
            (left, right, top, bottom). Negative numbers take cells away.
        mode: "constant", "reflect" (without repeating the edge), "replicate" or "circular".
        value: what "constant" writes, 0 unless given. Other modes take none.

    Returns:
        A new array of the input's dtype.

    Raises:
        SpecError: for a pad that does not fit the array, reflect padding not narrower than the image,
            circular padding wider than it (or than what negative numbers leave of it; PyTorch then reads
            unset memory), and a value that the dtype cannot hold.
    """
    x, pairs = np.asarray(input), _pairs(pad)
    check_choice("mode", mode, PAD_MODES)
    if len(pairs) > x.ndim:
        raise SpecError("pad_too_long", n=2 * len(pairs), dims=x.ndim, most=2 * x.ndim)
    if mode == "constant":
        return _pad_constant(x, pairs, _held(0 if value is None else value, x.dtype))
    if value is not None and value != 0:
        raise SpecError("value_not_taken", mode=mode, value=value)
    _check_padded(x, pairs, mode)
    for axis, (before, after) in enumerate(pairs, 1):
        x = x.take(_copied(x.shape[-axis], before, after, mode), -axis)
    return x


# --- conv2d


def _check_types(x: Array, weight: Array, bias: Array | None) -> None:
    if x.dtype.name not in COMPUTED:
        raise SpecError("type_not_computed", dtype=x.dtype, allowed=", ".join(COMPUTED))
    for name, other in (("weight", weight), ("bias", bias)):
        if other is not None and other.dtype != x.dtype:
            raise SpecError("types_differ", name=name, dtype=other.dtype, expected=x.dtype)


def _layer(weight: Array, stride: Size, padding: Size | str, dilation: Size, groups: int) -> ConvSpec:
    if weight.ndim != 4:
        raise SpecError(
            "weight_shape", shape=weight.shape, expected="(filters, channels / groups, rows, columns)"
        )
    groups = _plain(groups)
    check_positive("groups", groups)
    return _Layer(
        kernel_size=weight.shape[2:],
        stride=_rows_columns("stride", stride),
        padding=_sides(padding),  # type: ignore[arg-type]  # a wrong name is the spec's to refuse
        dilation=_rows_columns("dilation", dilation),
        in_channels=weight.shape[1] * groups,
        out_channels=weight.shape[0],
        groups=groups,
    )


def _sides(padding: Size | str) -> Pads | str:
    if isinstance(padding, str):
        check_choice("padding", padding, ("same", "valid"))
        return padding
    rows, columns = _rows_columns("padding", padding)
    return (rows, rows, columns, columns)


def _rows_columns(name: str, value: Size) -> tuple[int, int]:
    numbers = tuple(value) if isinstance(value, tuple | list) else (value,)
    if len(numbers) not in (1, 2):
        raise SpecError("not_a_pair", name=name, value=value)
    return (_plain(numbers[0]), _plain(numbers[-1]))


def _plain(number: Any) -> Any:
    """A NumPy integer as Python's; anything else is left for the spec to judge."""
    return int(number) if isinstance(number, np.integer) else number


def _convolve(spec: ConvSpec, x: Array, weight: Array, bias: Array, out: Array) -> None:
    """One image (C, H, W) into `out` (O, H', W')."""
    finite = x.dtype == np.float32 and bool(np.isfinite(x).all() and np.isfinite(weight).all())
    if finite:  # the fast path skips zero weights, but 0 × ∞ is no number
        operation.Conv2d().fast(spec, x, weight, bias, out=out)
    else:
        dtype = np.float32 if x.dtype == np.float16 else x.dtype
        out[...] = operation.window_sums(spec, x, weight, bias, dtype)


# --- pad


def _pairs(pad: Sequence[int]) -> list[tuple[int, int]]:
    """(before, after) of each padded dimension, the last dimension first."""
    if not isinstance(pad, tuple | list) or len(pad) % 2:
        raise SpecError("pad_not_pairs", value=pad)
    numbers = [_plain(number) for number in pad]
    for number in numbers:
        if not isinstance(number, int) or isinstance(number, bool):
            raise SpecError("not_integer", name="pad", value=number)
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def _check_padded(x: Array, pairs: list[tuple[int, int]], mode: str) -> None:
    """Refuses the dimensions, sizes and dtypes for which PyTorch does not mirror or repeat."""
    axes = len(pairs)
    if axes not in (1, 2, 3) or x.ndim - axes not in (1, 2):
        raise SpecError("pad_dimensions", mode=mode, n=2 * axes, dims=x.ndim)
    if mode == "circular":
        return
    if x.dtype.name not in COMPUTED:
        raise SpecError("type_not_computed", dtype=x.dtype, allowed=", ".join(COMPUTED))
    if 0 in (x.shape if x.ndim == axes + 1 else x.shape[1:]):
        raise SpecError("no_cells", shape=x.shape)
    sizes = [x.shape[-axis] + sum(pair) for axis, pair in enumerate(pairs, 1)]
    if min(sizes) < 0 or max(sizes) == 0:
        raise SpecError("nothing_left", pad=pairs, shape=x.shape)


def _held(value: Any, dtype: np.dtype[Any]) -> Any:
    """The value as the dtype holds it: fractions of whole numbers cut off, or a SpecError."""
    if not isinstance(value, int | float | np.integer | np.floating):
        raise SpecError("not_number", name="value", value=value)
    whole = dtype.kind in "iu"
    if whole:
        limits = np.iinfo(dtype)
        fits = isfinite(value) and limits.min <= value <= limits.max
    else:
        fits = dtype.kind == "b" or not isfinite(value) or abs(float(value)) <= np.finfo(dtype).max.item()
    if not fits:
        raise SpecError("value_does_not_fit", value=value, dtype=dtype)
    return dtype.type(int(value) if whole else value)


def _pad_constant(x: Array, pairs: list[tuple[int, int]], value: Any) -> Array:
    shape, target, source = [], [], []
    for n, (before, after) in zip(x.shape, [(0, 0)] * (x.ndim - len(pairs)) + pairs[::-1], strict=True):
        kept, start = _kept(n, before, after), max(before, 0)
        shape.append(start + len(kept) + max(after, 0))
        target.append(slice(start, start + len(kept)))
        source.append(slice(kept.start, kept.stop))
    padded = np.full(shape, value, x.dtype)
    padded[tuple(target)] = x[tuple(source)]
    return padded


def _kept(n: int, before: int, after: int) -> range:
    """The cells of an axis of n that negative padding leaves."""
    start, stop = max(-before, 0), n + min(after, 0)
    if start > stop:
        raise SpecError("nothing_left", pad=(before, after), shape=(n,))
    return range(start, stop)


def _copied(n: int, before: int, after: int, mode: str) -> NDArray[np.intp]:
    """The cell of an axis of n that each cell of the padded axis copies."""
    kept = range(n)
    if mode == "circular":  # what negative padding takes away is gone before the rest is repeated
        kept = _kept(n, before, after)
        before, after = max(before, 0), max(after, 0)
    check_border(mode, len(kept), (before, after))
    return kept.start + border.sources(np.arange(-before, len(kept) + after), len(kept), mode)
