"""Pieces of programs, and numbers and arrays as Python writes them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from numpy.typing import NDArray

from convviz.core.border import NUMPY_MODES

Array = NDArray[Any]


@dataclass(frozen=True)
class Lines:
    """A program, or a piece of one: its imports and its body."""

    imports: tuple[str, ...]
    body: tuple[str, ...]


def number(value: Any) -> str:
    """As few digits as give the same number at the same precision; whole numbers without a point."""
    value = value + 0  # which makes 0 of −0
    return str(int(value)) if abs(value) < 1e16 and value == int(value) else str(value)


def literal(values: Array) -> str:
    """An array as nested lists: one row to a line, the columns aligned; a single row stays on its line."""
    texts = [number(value) for value in values.ravel()]
    width = 0 if values.shape[-1] == values.size else max(map(len, texts))
    return _nested(values.shape, iter([text.rjust(width) for text in texts]), "")


def _nested(shape: tuple[int, ...], texts: Iterator[str], indent: str) -> str:
    if len(shape) == 1:
        return "[" + ", ".join(next(texts) for _ in range(shape[0])) + "]"
    if shape[0] == 1:
        return "[" + _nested(shape[1:], texts, indent) + "]"
    inner = indent + "    "
    parts = [f"{inner}{_nested(shape[1:], texts, inner)},\n" for _ in range(shape[0])]
    return "[\n" + "".join(parts) + indent + "]"


def numpy_mode(padding_mode: str) -> str:
    """The argument of np.pad that says how cells of the image are copied; nothing for a constant."""
    return f', mode="{NUMPY_MODES[padding_mode]}"' if padding_mode in NUMPY_MODES else ""


def torch_mode(padding_mode: str) -> str:
    """The same of torch.nn.functional.pad, whose names are this program's."""
    return f', mode="{padding_mode}"' if padding_mode in NUMPY_MODES else ""


def every(rows: int, cols: int) -> str:
    """A subscript that takes every rows-th row and cols-th column: "::2, ::3", ":, ::3"."""
    return ", ".join(f"::{step}" if step > 1 else ":" for step in (rows, cols))
