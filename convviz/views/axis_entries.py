"""What is typed for one, two or three axes at once: one number for all of them, or one for each."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any, TypeVar

from convviz.core.errors import SpecError
from convviz.core.kernel_text import number, quoted
from convviz.core.same_padding import SAME_TF
from convviz.core.stacks import Padding
from convviz.i18n import msg, tr
from convviz.labs.calculator import number as factor_text
from convviz.labs.calculator import sides
from convviz.views.entries import read_whole

MOST_FACTOR = 999
_APART = re.compile(r"\s*[,;×xX]\s*|\s+")
_PLUS = re.compile(r"\s*\+\s*")
_REMARK = re.compile(r"\s*\(.*\)?\s*$")  # of "same (32 × 32)"

T = TypeVar("T")
Wanted = str | tuple[int, ...]


def read_axes(name: str, text: str, axes: int, least: int, most: int) -> tuple[int, ...]:
    """Whole numbers from least to most: "3" is (3, 3) along two axes, "3, 5" is (3, 5).

    Raises: SpecError("axes_text"), and what entries.read_whole raises.
    """
    return _each(name, text, axes, lambda word: read_whole(name, word, least, most))


def read_sides(text: str, axes: int, most: int) -> Padding:
    """Padding per axis: "1", or "1 + 2" where it differs before and after; or TensorFlow's SAME, by its name.

    Raises: SpecError("axes_text"), and what entries.read_whole raises.
    """

    def both(word: str) -> tuple[int, int]:
        before, _, after = word.partition("+")
        cells = [read_whole("Padding", part, 0, most) for part in (before, after or before)]
        return cells[0], cells[1]

    if text.strip().casefold() in (SAME_TF, tr(SAME_TF).casefold()):
        return SAME_TF
    return _each("Padding", _PLUS.sub("+", text), axes, both)


def read_factors(text: str, axes: int) -> tuple[Fraction, ...]:
    """Factors above 0: "2", "1.5", "7/3".

    Raises: SpecError("axes_text" or "outside_range"); KernelError for what is no number.
    """

    def factor(word: str) -> Fraction:
        value = number(word)
        exact = Fraction(word) if re.fullmatch(r"\d+(\.\d+|/\d+)?", word) else Fraction(value)
        if not 0 < exact <= MOST_FACTOR:
            raise SpecError(
                "outside_range", name=msg("Factor"), least=msg("above 0"), most=MOST_FACTOR, value=word
            )
        return exact

    return _each("Factor", text, axes, factor)


def read_wanted(text: str, axes: int, most: int) -> Wanted:
    """The output wanted: same, half, double, or numbers. What stands in brackets is a remark.

    Raises: what read_axes raises.
    """
    word = _REMARK.sub("", text.strip()).casefold()
    for choice in ("same", "half", "double"):
        if word in (choice, tr(choice).casefold()):
            return choice
    return read_axes("Output", text, axes, 1, most)


def _each(name: str, text: str, axes: int, read: Callable[[str], T]) -> tuple[T, ...]:
    words = [word for word in _APART.split(text.strip()) if word]
    if len(words) not in (1, axes):
        raise SpecError("axes_text", name=msg(name), axes=axes, text=quoted(text))
    values = tuple(read(word) for word in words)
    return values * axes if len(values) < axes else values


def list_text(values: Sequence[Any]) -> str:
    """(1, 2) as "1, 2"."""
    return ", ".join(map(str, values))


def cells_text(values: Sequence[int]) -> str:
    """(3, 32, 32) as "3 × 32 × 32"."""
    return " × ".join(f"{value:,}" if value > 99_999 else str(value) for value in values)


def sides_text(padding: Padding) -> str:
    """Padding per axis: "1, 1" or "1 + 2, 1 + 2", or its name."""
    if isinstance(padding, str):
        return tr(padding)
    return ", ".join(sides(*cells) for cells in padding)


def factors_text(factors: Sequence[Fraction]) -> str:
    """Factors per axis: "2, 1.5"."""
    return ", ".join(map(factor_text, factors))


def short(text: str) -> str:
    """One number for all axes where they are alike: "3" for "3, 3", "5" for "5 × 5"."""
    words = re.split(r", | × ", text)
    return words[0] if len(set(words)) == 1 else text
