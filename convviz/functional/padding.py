"""torch.nn.functional.pad: cells added around an array, or taken away."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite, prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core import border
from convviz.core.errors import SpecError
from convviz.core.nd.boxes import boxes
from convviz.core.sizes import check_border
from convviz.core.spec import check_choice
from convviz.functional.arguments import COMPUTED, Array, plain
from convviz.i18n import listed

PAD_MODES = ("constant", "reflect", "replicate", "circular")


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
    cells = [np.arange(n) for n in x.shape]
    for axis, (before, after) in enumerate(pairs, 1):
        cells[-axis] = _copied(x.shape[-axis], before, after, mode)
    padded = np.empty([len(copied) for copied in cells], x.dtype)
    for box in boxes(padded.shape, prod):
        padded[box] = x[np.ix_(*(copied[part] for copied, part in zip(cells, box, strict=True)))]
    return padded


def _pairs(pad: Sequence[int]) -> list[tuple[int, int]]:
    """(before, after) of each padded dimension, the last dimension first."""
    if not isinstance(pad, tuple | list) or len(pad) % 2:
        raise SpecError("pad_not_pairs", value=pad)
    numbers = [plain(number) for number in pad]
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
        raise SpecError("type_not_computed", dtype=x.dtype, allowed=listed(COMPUTED))
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
