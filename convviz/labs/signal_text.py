"""How a signal's kernel, padding, bits and generators are written and read."""

from __future__ import annotations

import re
from fractions import Fraction
from math import lcm

from convviz.core.errors import KernelError, SpecError
from convviz.core.kernel_text import number, parse, quoted
from convviz.core.spec import Pads
from convviz.i18n import listed, msg, tr
from convviz.scene.signal import MAX_BITS, MAX_GENERATOR_BITS, MAX_GENERATORS, Bits

Weights = tuple[float, ...]
Padding = Pads | str

KERNELS: dict[str, Weights] = {
    "difference": (-1.0, 0.0, 1.0),
    "smoothing": (0.25, 0.5, 0.25),
    "box 5": (0.2,) * 5,
    "Laplacian": (1.0, -2.0, 1.0),
    "Gaussian": (1 / 16, 4 / 16, 6 / 16, 4 / 16, 1 / 16),
    "echo": (1.0, 0.0, 0.0, 0.5),
}
NAMES = ("same", "same-tf", "valid", "full")
MOST = 999
LARGEST_DIVISOR = 4096
"""Weights whose common divisor is larger are written as decimals."""

_DIVIDED = re.compile(r"\[(.*)\]\s*(?:/\s*(.+))?")


def read_weights(text: str) -> Weights:
    """A kernel by its name, or its numbers: "1, 2, 1", "1/4 1/2 1/4", "[1 2 1]/4".

    Raises: KernelError for what is no row of numbers.
    """
    for name, weights in KERNELS.items():
        if text.strip().casefold() in (name.casefold(), tr(name).casefold()):
            return weights
    divided = _DIVIDED.fullmatch(text.strip())
    rows = parse(divided[1] if divided else text)
    if len(rows) > 1:
        raise KernelError("kernel_one_row", rows=len(rows))
    by = number(divided[2]) if divided and divided[2] else 1.0
    if by == 0:
        raise KernelError("kernel_number_over_zero", word=text.strip())
    return tuple(weight / by for weight in rows[0])


def weights_text(weights: Weights) -> str:
    """As few signs as say it: "−1, 0, 1", or "[1 2 1]/4"; `read_weights` reads the same numbers."""
    exact = [Fraction(weight).limit_denominator(LARGEST_DIVISOR) for weight in weights]
    by = lcm(*(part.denominator for part in exact))
    if by > LARGEST_DIVISOR or any(float(p) != w for p, w in zip(exact, weights, strict=True)):
        return ", ".join(_signed(repr(weight)) for weight in weights)
    whole = [_signed(str(int(part * by))) for part in exact]
    return ", ".join(whole) if by == 1 else f"[{' '.join(whole)}]/{by}"


def kernel_name(weights: Weights) -> str:
    """What a kernel of the table is called, in English; "" for others."""
    return next((name for name, known in KERNELS.items() if known == weights), "")


def read_padding(text: str) -> Padding:
    """Same, valid, full, or cells: one number for both ends, or before and after.

    Raises: KernelError or SpecError for anything else.
    """
    word = text.strip().casefold()
    for name in NAMES:
        if word in (name, tr(name).casefold()):
            return name
    words = [part for part in re.split(r"[\s,;]+", text.strip()) if part]
    if len(words) not in (1, 2) or not any(letter.isdigit() for letter in text):
        raise SpecError("signal_padding_text", text=quoted(text))
    cells = [number(part) for part in words]
    for value in cells:
        if not (value.is_integer() and 0 <= value <= MOST):
            raise SpecError("outside_range", name=msg("Padding"), least=0, most=MOST, value=f"{value:g}")
    return (0, 0, int(cells[0]), int(cells[-1]))


def padding_text(padding: Padding) -> str:
    """The padding as it was chosen."""
    if isinstance(padding, str):
        return tr(padding)
    _, _, before, after = padding
    return str(before) if before == after else f"{before}, {after}"


def read_step(name: str, text: str) -> int:
    """A stride or a dilation: a whole number from 1.

    Raises: KernelError or SpecError.
    """
    value = number(text)
    if not (value.is_integer() and 1 <= value <= MOST):
        raise SpecError("outside_range", name=msg(name), least=1, most=MOST, value=f"{value:g}")
    return int(value)


def read_bits(text: str) -> Bits:
    """A sequence such as 1011, blanks or commas in it or not.

    Raises: SpecError.
    """
    bits = re.sub(r"[\s,]", "", text)
    if not re.fullmatch("[01]+", bits):
        raise SpecError("bits_text", name=msg("The input"), example="1011", text=quoted(text))
    if len(bits) > MAX_BITS:
        raise SpecError("too_many", name="bits", value=len(bits), most=MAX_BITS)
    return tuple(map(int, bits))


def read_generators(text: str) -> tuple[Bits, ...]:
    """Generator sequences of one length: "111, 101".

    Raises: SpecError.
    """
    words = [word for word in re.split(r"[\s,;]+", text.strip()) if word]
    if not words or not all(re.fullmatch("[01]+", word) for word in words):
        raise SpecError("bits_text", name=msg("Generators"), example="111, 101", text=quoted(text))
    for name, count, most in (
        ("generators", len(words), MAX_GENERATORS),
        ("generator", max(map(len, words)), MAX_GENERATOR_BITS),
    ):
        if count > most:
            raise SpecError("too_many", name=name, value=count, most=most)
    lengths = sorted({len(word) for word in words})
    if len(lengths) > 1:
        raise SpecError("generators_differ", lengths=listed(lengths))
    return tuple(tuple(map(int, word)) for word in words)


def bits_text(bits: Bits) -> str:
    """(1, 0, 1, 1) as "1011"."""
    return "".join(map(str, bits))


def generators_text(generators: tuple[Bits, ...]) -> str:
    """((1, 1, 1), (1, 0, 1)) as "111, 101"."""
    return ", ".join(map(bits_text, generators))


def _signed(text: str) -> str:
    return text.replace("-", "−")
