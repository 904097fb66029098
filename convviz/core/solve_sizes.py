"""Size formulas turned round: which padding, stride, window, dilation or input gives the output wanted?

Along an axis the output grows, or shrinks, steadily with each letter of its formula, so what gives o cells
is one run of neighbouring values, and its ends are found by halving.

Source: Dumoulin & Visin, arXiv 1603.07285, relationships 13 to 15, solved for each of their letters:
⌊x / s⌋ + 1 = o exactly when s(o − 1) ≤ x < s·o, with x = i + 2p − d(k − 1) − 1.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from fractions import Fraction
from typing import Any

from convviz.core.errors import SpecError
from convviz.core.layer_sizes import KINDS, Axis, Cells
from convviz.core.transposed_sizes import transposed_size

MOST = 999
"""The largest window, stride, padding and dilation looked for."""
MOST_CELLS = 999_999
"""The largest input looked for."""

LETTERS = {"kernel": "k", "stride": "s", "padding": "p", "dilation": "d", "extra": "e", "input": "i"}
"""Questions that can be asked, by the choice they are about, and the formula's letter."""


def solutions(kind: str, axis: Axis, i: int, o: int, choice: str) -> range:
    """The values of one choice that make o cells of i, all others as they are; empty when none does.

    Args:
        kind: a key of layer_sizes.KINDS.
        axis: the layer along the axis.
        i: cells that go in.
        o: cells wanted.
        choice: a key of LETTERS. A convolution's padding counts the cells of both sides together; `input`
            asks for i.

    Example: solutions("conv", Axis(k=3), 7, 7, "padding") == range(2, 3): one cell on each side.
    """
    low, high = _domain(kind, axis, i, choice)
    values = range(low, high + 1)
    sign = 1 if LETTERS[choice] in KINDS[kind].grows else -1

    def size(value: int) -> int:
        return sign * _size_with(kind, axis, i, choice, value)

    first = bisect_left(values, sign * o, key=size)
    return values[first : bisect_left(values, sign * o + 1, lo=first, key=size)]


def _domain(kind: str, axis: Axis, i: int, choice: str) -> tuple[int, int]:
    """What may be tried: a pooling's padding is at most half of its window.

    In ceil mode a window larger than its input hangs over the end, if the stride is more than what it lacks.
    """
    pools = "pool" in kind
    if choice == "input":
        return 1, MOST_CELLS
    if choice == "extra":
        return 0, max(axis.s, axis.d) - 1
    if choice == "padding":
        return 0, axis.k // 2 if pools else MOST * 2 if kind == "conv" else MOST
    if choice == "kernel" and pools:
        return max(1, 0 if axis.same_tf else 2 * max(axis.before, axis.after)), MOST
    if choice == "stride" and axis.ceil:
        return max(1, axis.span - i - axis.before - axis.after + 1), MOST
    return 1, MOST


def _size_with(kind: str, axis: Axis, i: int, choice: str, value: int) -> int:
    """The size with another value of one choice, 0 where there is none."""
    if choice == "input":
        i = value
    else:
        axis = with_value(kind, axis, choice, value)
    try:
        return KINDS[kind].size(axis, i)
    except SpecError:
        return 0


def with_value(kind: str, axis: Axis, choice: str, value: int) -> Axis:
    """The axis with another value of a choice, as `solutions` counts it.

    Of an odd number of padding cells, the one too many comes after, as with PyTorch's 'same'.
    """
    if choice == "padding":
        before, after = (value // 2, value - value // 2) if kind == "conv" else (value, value)
        return replace(axis, before=before, after=after, same_tf=False)
    if choice == "extra":  # which SAME leaves no choice of
        axis = replace(axis, same_tf=False)
    changes: dict[str, Any] = {"extra" if choice == "extra" else LETTERS[choice]: value}
    return replace(axis, **changes)


def padding_with_extra(axis: Axis, i: int, o: int) -> Cells | None:
    """The least padding and output_padding that together make o of i cells by transposed convolution.

    Even where neither does alone: they change the size by −2 and by 1.

    Source: Dumoulin & Visin, relationship 14.
    Example: padding_with_extra(Axis(k=3, s=2), 5, 10) == (1, 1)
    """
    most = max(axis.s, axis.d) - 1
    over = transposed_size(i, axis.k, axis.s, d=axis.d) - o
    padding = max(0, -(-over // 2))
    extra = 2 * padding - over
    return (padding, extra) if extra <= most else None


def simplest(values: range, kind: str, choice: str) -> int | None:
    """The value to choose of several: the smallest; of paddings the smallest that is even on both sides."""
    if choice == "padding" and kind == "conv":
        return next((value for value in values[:2] if value % 2 == 0), values[0] if values else None)
    return values[0] if values else None


def exact_strides(axis: Axis, i: int) -> tuple[int, ...]:
    """The strides of a window that reach the end of the padded input: no cell is left over there.

    They divide i + 2p − d(k − 1) − 1. Where a single window fills the input, every stride does: then (1,).

    Source: Dumoulin & Visin, relationship 13 against 14: "i + 2p − k a multiple of s".
    Example: exact_strides(Axis(k=3), 9) == (1, 2, 3, 6)
    """
    room = i + axis.before + axis.after - axis.span
    if room <= 0:
        return (1,) if room == 0 else ()
    return tuple(s for s in range(1, min(room, MOST) + 1) if room % s == 0)


def left_over(axis: Axis, i: int) -> int:
    """Cells at the end of the padded input, padding included, that no window of a fitting layer reaches."""
    return (i + axis.before + axis.after - axis.span) % axis.s


def factors(i: int, o: int) -> tuple[Fraction, Fraction]:
    """The upsampling factors that make o cells of i: from the first to just below the second.

    Source: ⌊i · f⌋ = o exactly when o / i ≤ f < (o + 1) / i.
    Example: factors(3, 6) == (Fraction(2), Fraction(7, 3))
    """
    return Fraction(o, i), Fraction(o + 1, i)
