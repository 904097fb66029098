"""How a stack's depth, padding, stride and dilation are written and read."""

from __future__ import annotations

import re
from collections.abc import Callable

from convviz.core.errors import SpecError
from convviz.core.kernel_text import number, quoted
from convviz.core.same_padding import SAME_TF
from convviz.core.spec_3d import Margins, Triple
from convviz.i18n import msg, tr
from convviz.labs.signal_text import MOST, Weights, read_weights, weights_text

Padding = Margins | str

PROFILES: dict[str, Weights] = {
    "difference": (-1.0, 0.0, 1.0),
    "mean": (1 / 3, 1 / 3, 1 / 3),
    "smoothing": (1.0, 2.0, 1.0),
    "second difference": (1.0, -2.0, 1.0),
    "one slice": (1.0,),
}
NAMES = ("same", SAME_TF, "valid")


def read_profile(text: str) -> Weights:
    """What each slice is multiplied by: a name of PROFILES, or numbers such as −1, 0, 1 or [1 2 1]/4.

    Raises: KernelError.
    """
    for name, weights in PROFILES.items():
        if text.strip().casefold() in (name, tr(name).casefold()):
            return weights
    return read_weights(text)


profile_text = weights_text


def read_triple(name: str) -> Callable[[str], Triple]:
    """A reader of whole numbers from 1: one for all axes, or slices, rows, columns.

    It raises: KernelError or SpecError.
    """

    def read(text: str) -> Triple:
        words = _words(text)
        if len(words) not in (1, 3):
            raise SpecError("triple_text", name=msg(name), text=quoted(text))
        cells = [_whole(name, word, 1) for word in words]
        return (cells[0], cells[len(words) // 2], cells[-1])

    return read


def triple_text(triple: Triple) -> str:
    """One number where all are alike."""
    return str(triple[0]) if len(set(triple)) == 1 else ", ".join(map(str, triple))


def read_padding(text: str) -> Padding:
    """A name of NAMES, or cells: one number, three for slices, rows, columns, or six, before and after each.

    Raises: KernelError or SpecError.
    """
    word = text.strip().casefold()
    for name in NAMES:
        if word in (name, tr(name).casefold()):
            return name
    words = _words(text)
    if len(words) not in (1, 3, 6) or not any(letter.isdigit() for letter in text):
        raise SpecError("depth_padding_text", text=quoted(text))
    cells = [_whole("Padding", each, 0) for each in words]
    if len(cells) < 6:
        a, b, c = cells[0], cells[len(cells) // 2], cells[-1]
        return (a, a, b, b, c, c)
    return (cells[0], cells[1], cells[2], cells[3], cells[4], cells[5])


def padding_text(padding: Padding) -> str:
    """The padding as it was chosen, in as few numbers as say it."""
    if isinstance(padding, str):
        return tr(padding)
    before, after = padding[::2], padding[1::2]
    if before != after:
        return ", ".join(map(str, padding))
    return triple_text((before[0], before[1], before[2]))


def _words(text: str) -> list[str]:
    return [word for word in re.split(r"[\s,;×]+", text.strip()) if word]


def _whole(name: str, word: str, least: int) -> int:
    value = number(word)
    if not (value.is_integer() and least <= value <= MOST):
        raise SpecError("outside_range", name=msg(name), least=least, most=MOST, value=f"{value:g}")
    return int(value)
