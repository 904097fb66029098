"""What a person types into a field, read as values; and values, written as the field shows them.

Readers take one number or several, apart by commas, blanks, × or x. They refuse with a sentence that names
what was typed.
"""

from __future__ import annotations

import re
from fractions import Fraction

from convviz.core.errors import SpecError
from convviz.core.kernel import Parameter
from convviz.core.kernel_text import number, quoted, shown
from convviz.core.spec import MAX_KERNEL, Pads, Pair
from convviz.i18n import msg, tr

Padding = Pads | str
"""Cells per side, or one of NAMES."""
NAMES = ("same", "same-tf", "valid")
"""As many output cells as input cells; as many as strides, TensorFlow's SAME; none."""

MOST = 999
"""The largest stride, dilation and padding that can be typed; more would only be a slip of the finger."""

_APART = re.compile(r"\s*[,;×xX]\s*|\s+")
_REMARK = re.compile(r"\s*\(.*\)?\s*$")  # of "same (1)"


def read_number(name: str, text: str, least: float = -1e9, most: float = 1e9) -> float:
    """A number such as 0.5, −2 or 1/9.

    Raises: KernelError for what is none; SpecError("outside_range").
    """
    value = number(text)
    if not least <= value <= most:
        raise SpecError(
            "outside_range", name=msg(name), least=shown(least), most=shown(most), value=shown(value)
        )
    return value


def read_whole(name: str, text: str, least: int, most: int) -> int:
    """A whole number from least to most.

    Raises: KernelError for what is no number; SpecError("whole_number_text" or "outside_range").
    """
    value = number(text)
    if not value.is_integer():
        raise SpecError("whole_number_text", name=msg(name), word=quoted(text))
    if not least <= value <= most:
        raise SpecError("outside_range", name=msg(name), least=least, most=most, value=int(value))
    return int(value)


def read_pair(name: str, text: str, least: int = 1, most: int = MOST) -> Pair:
    """Rows and columns: "2" is (2, 2), "1, 2" is (1, 2).

    Raises: what read_whole raises, and SpecError("pair_text") for more or fewer numbers.
    """
    words = _words(text)
    if len(words) not in (1, 2):
        raise SpecError("pair_text", name=msg(name), text=quoted(text))
    numbers = [read_whole(name, word, least, most) for word in words]
    return (numbers[0], numbers[-1])


def read_factors(name: str, text: str, least: float, most: float) -> tuple[float, float]:
    """Two numbers, for rows and columns: "2" is (2, 2), "1/3, 0.5" is (1/3, 0.5).

    Raises: what read_number raises, and SpecError("numbers_text") for more or fewer numbers.
    """
    words = _words(text)
    if len(words) not in (1, 2):
        raise SpecError("numbers_text", name=msg(name), text=quoted(text))
    numbers = [read_number(name, word, least, most) for word in words]
    return (numbers[0], numbers[-1])


def read_size(text: str) -> Pair:
    """A kernel's height and width: "3", "3x3" or "3 × 5", from 1 to 63."""
    return read_pair("Kernel size", text, 1, MAX_KERNEL)


def read_padding(text: str) -> Padding:
    """One of NAMES, or cells: one number for all sides, rows and columns, or top, bottom, left, right.

    What stands in brackets is a remark: "same (1)" is same.

    Raises: what read_whole raises, and SpecError("padding_text").
    """
    word = _REMARK.sub("", text.strip()).casefold()
    for choice in NAMES:
        if word in (choice, tr(choice).casefold()):
            return choice
    words = _words(text)
    if len(words) not in (1, 2, 4) or not any(letter.isdigit() for letter in text):
        raise SpecError("padding_text", text=quoted(text))
    cells = [read_whole("Padding", word, 0, MOST) for word in words]
    if len(cells) == 4:
        return (cells[0], cells[1], cells[2], cells[3])
    return (cells[0], cells[0], cells[-1], cells[-1])


def read_parameter(parameter: Parameter, text: str) -> float:
    """A value of a kernel's parameter, with or without its unit: "45" or "45°".

    Raises: KernelError for what is no number or out of the parameter's range.
    """
    return parameter.checked(number(text.strip().removesuffix(parameter.unit)))


def read_cell(text: str, height: int, width: int) -> tuple[int, int]:
    """The row and column of one of height × width cells: "3, 4".

    Raises: SpecError("cell_text" or "cell_outside"), which names the rows and columns there are.
    """
    words = _words(text)
    if len(words) != 2 or not all(re.fullmatch(r"[-−+]?\d{1,9}", word) for word in words):
        raise SpecError("cell_text", text=quoted(text))
    row, col = (int(word.replace("−", "-")) for word in words)
    if not (0 <= row < height and 0 <= col < width):
        raise SpecError("cell_outside", row=row, col=col, last_row=height - 1, last_col=width - 1)
    return row, col


def pair_text(pair: Pair) -> str:
    """(1, 2) as "1, 2"."""
    return f"{pair[0]}, {pair[1]}"


def factors_text(factors: tuple[float, float]) -> str:
    """(1.5, 0.333…) as "1.5, 1/3": short, and read back as the same numbers."""
    return ", ".join(_factor_text(float(factor)) for factor in factors)


def _factor_text(value: float) -> str:
    simple = Fraction(value).limit_denominator(99)
    texts = (shown(value), f"{simple.numerator}/{simple.denominator}", repr(value))
    return next(text for text in texts if number(text) == value)


def size_text(size: Pair) -> str:
    """(3, 5) as "3 × 5"."""
    return f"{size[0]} × {size[1]}"


def padding_text(padding: Padding, pads: Pads) -> str:
    """The padding as it was chosen; "same" and "same-tf" tell the cells they come to: same (1)."""
    if isinstance(padding, str):
        told = msg("{word} ({cells})", word=msg(padding), cells=pads_text(pads))
        return tr(padding) if padding == "valid" else tr(told)
    return pads_text(padding)


def pads_text(pads: Pads) -> str:
    """Cells per side, as few numbers as say it: "1", "1, 2", or "top, bottom, left, right"."""
    top, bottom, left, right = pads
    if top == bottom == left == right:
        return str(top)
    if top == bottom and left == right:
        return pair_text((top, left))
    return ", ".join(str(cells) for cells in pads)


def stepped(text: str, by: int, cursor: int | None) -> str | None:
    """The text with the number at the cursor made `by` larger, all its numbers where the cursor is None.

    None when there is no number to step: in "same", or in a fraction.
    """
    if "/" in text or "(" in text:
        return None
    found = list(re.finditer(r"[-−]?\d+(?:\.\d+)?", text))
    if not found:
        return None
    if cursor is not None:
        found = [min(found, key=lambda n: max(n.start() - cursor, cursor - n.end(), 0))]
    for n in reversed(found):
        text = text[: n.start()] + _step(n[0], by) + text[n.end() :]
    return text


def _step(word: str, by: int) -> str:
    decimals = len(word.partition(".")[2])
    value = float(word.replace("−", "-")) + by
    return f"{value + 0:.{decimals}f}".replace("-", "−")


def _words(text: str) -> list[str]:
    return [word for word in _APART.split(text.strip()) if word]
