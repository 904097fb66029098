"""What the numbers of a scene must be; each refusal names the one that is not."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite

from convviz.core.errors import KernelError, SpecError
from convviz.core.kernel_text import shown
from convviz.core.spec import LARGEST_AMOUNT, MAX_KERNEL

MAX_DISTANCE = 1 << 20
"""Cells that a stride, a dilation or a padding may count; pictures have fewer."""


def check_finite(name: str, value: float) -> None:
    """Refuses NaN and infinities."""
    if not isfinite(value):
        raise SpecError("not_finite", name=name, value=value)


def check_amount(name: str, value: float) -> None:
    """Refuses what is no number, and what is larger than LARGEST_AMOUNT."""
    check_finite(name, value)
    if abs(value) > LARGEST_AMOUNT:
        least, most = shown(-LARGEST_AMOUNT), shown(LARGEST_AMOUNT)
        raise SpecError("outside_range", name=name, least=least, most=most, value=_said(value))


def _said(value: float) -> str:
    return shown(value) if isfinite(value) else str(value)


def check_most(name: str, value: int, most: int) -> None:
    """Refuses a number above `most`."""
    if value > most:
        raise SpecError("too_many", name=name, value=value, most=most)


def check_rows(rows: Sequence[Sequence[float]]) -> None:
    """Refuses what is no kernel: no numbers, rows of several lengths, too many cells, weights too large.

    Raises: KernelError.
    """
    if not rows or not rows[0]:
        raise KernelError("kernel_empty")
    height, width = len(rows), len(rows[0])
    if max(height, width) > MAX_KERNEL:
        raise KernelError("kernel_too_large", kh=height, kw=width, most=MAX_KERNEL)
    for n, row in enumerate(rows):
        if len(row) != width:
            raise KernelError("kernel_ragged", row=n, length=len(row), first=width)
        for col, weight in enumerate(row):
            if not abs(weight) <= LARGEST_AMOUNT:  # which refuses NaN too
                most = shown(LARGEST_AMOUNT)
                raise KernelError("kernel_weight", row=n, col=col, most=most, value=_said(weight))
