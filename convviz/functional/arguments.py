"""How every function here reads its arguments: one number or one per axis, one image or a batch of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core.errors import SpecError
from convviz.core.spec import check_positive
from convviz.i18n import listed

Array = NDArray[Any]
Size = int | Sequence[int]
"""One number for every axis alike, or one for each: (rows, columns), (slices, rows, columns)."""

COMPUTED = (
    *("uint8", "int8", "int16", "int32", "int64"),
    *("float16", "float32", "float64", "complex64", "complex128"),
)
"""The number types PyTorch convolves, mirrors and repeats. Whole numbers that grow too large wrap around."""

FLOATS = ("float32", "float64")
"""The number types of everything else."""


def plain(number: Any) -> Any:
    """A NumPy integer as Python's; anything else is left for the check that follows to judge."""
    return int(number) if isinstance(number, np.integer) else number


def numbers(name: str, value: Any, axes: int) -> tuple[int, ...]:
    """One value for each axis, not yet checked, from one number or a sequence of one or of `axes`."""
    listed = tuple(value) if isinstance(value, tuple | list) else (value,)
    if len(listed) not in (1, axes):
        if axes == 2:
            raise SpecError("not_a_pair", name=name, value=value)
        raise SpecError("not_one_per_axis", name=name, n=axes, value=value)
    return tuple(plain(number) for number in (listed * axes if len(listed) == 1 else listed))


def positive(name: str, value: Any, axes: int) -> tuple[int, ...]:
    """Whole numbers of at least 1, one for each axis."""
    read = numbers(name, value, axes)
    for number in read:
        check_positive(name, number)
    return read


def not_negative(name: str, value: Any, axes: int) -> tuple[int, ...]:
    """Whole numbers of at least 0, one for each axis."""
    read = numbers(name, value, axes)
    for number in read:
        check_not_negative(name, number)
    return read


def check_not_negative(name: str, value: object) -> None:
    """Refuses what is not a whole number of at least 0."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise SpecError("not_integer", name=name, value=value)
    if value < 0:
        raise SpecError("negative", name=name, value=value)


def as_batch(x: Array, axes: int) -> Array:
    """(N, channels, …) of an input that is a batch or one item of it."""
    if x.ndim not in (axes + 1, axes + 2):
        if axes == 2:
            raise SpecError("not_images", shape=x.shape)
        raise SpecError("wrong_dimensions", least=axes + 1, most=axes + 2, shape=x.shape)
    return x if x.ndim == axes + 2 else x[None]


def stacks(x: Array, y: Array, axes: int) -> Iterator[tuple[Array, Array]]:
    """Input and output as planes (P, …), in pairs: all of a batch at once, unless that would be a copy.

    x and y are of shape (channels, …) or (N, channels, …), and y is a whole array.
    """
    if x.ndim == axes + 1:
        yield x, y
    elif x.flags.c_contiguous:
        planes = x.shape[0] * x.shape[1]
        yield x.reshape(planes, *x.shape[2:]), y.reshape(planes, *y.shape[2:])
    else:
        yield from zip(x, y, strict=True)


def check_cells(x: Array, batch: Array) -> None:
    """Refuses an input without channels or cells; only a batch may be empty."""
    if 0 in batch.shape[1:]:
        raise SpecError("no_cells", shape=x.shape)


def check_cells_but_first(x: Array) -> None:
    """Refuses an input without cells; the first axis, batch or channels, may be empty."""
    if 0 in x.shape[1:]:
        raise SpecError("no_cells", shape=x.shape)


def check_not_single(axes: int, **sizes: Any) -> None:
    """Refuses a sequence of one number for several axes, as some of PyTorch's functions do."""
    for name, value in sizes.items():
        if axes > 1 and isinstance(value, tuple | list) and len(value) == 1:
            raise SpecError("not_one_per_axis", name=name, n=axes, value=value)


def check_type(x: Array, allowed: tuple[str, ...] = FLOATS) -> None:
    """Refuses numbers of a type that is not computed."""
    if x.dtype.name not in allowed:
        raise SpecError("type_not_computed", dtype=x.dtype, allowed=listed(allowed))


def check_same_type(x: Array, **others: Array | None) -> None:
    """Refuses other arrays of another type than the input's."""
    for name, other in others.items():
        if other is not None and other.dtype != x.dtype:
            raise SpecError("types_differ", name=name, dtype=other.dtype, expected=x.dtype)


def floats(value: Any) -> Array:
    """An array of float32 or float64, or a SpecError."""
    x = np.asarray(value)
    check_type(x)
    return x
