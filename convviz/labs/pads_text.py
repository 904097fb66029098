"""How the padding of a pooling or a transposed convolution is written and read."""

from __future__ import annotations

import re

from convviz.core.errors import SpecError
from convviz.core.kernel_text import number, quoted
from convviz.core.same_padding import SAME_TF, SameTf
from convviz.core.spec import Pair
from convviz.i18n import msg, tr

MOST = 999
"""The largest number that can be typed."""


def read_padding(text: str) -> Pair | SameTf:
    """TensorFlow's SAME by name, or cells: one number for all sides, or one for rows and one for columns.

    Raises: KernelError or SpecError for anything else.
    """
    if text.strip().casefold() in (SAME_TF, tr(SAME_TF).casefold()):
        return SAME_TF
    words = [word for word in re.split(r"[\s,;]+", text.strip()) if word]
    if len(words) not in (1, 2) or not any(letter.isdigit() for letter in text):
        raise SpecError("pads_text", text=quoted(text))
    cells = [number(word) for word in words]
    for value in cells:
        if not (value.is_integer() and 0 <= value <= MOST):
            raise SpecError("outside_range", name=msg("Padding"), least=0, most=MOST, value=f"{value:g}")
    return (int(cells[0]), int(cells[-1]))


def padding_text(padding: Pair | SameTf) -> str:
    """The padding as it was chosen."""
    return tr(padding) if isinstance(padding, str) else f"{padding[0]}, {padding[1]}"
