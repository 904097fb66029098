"""How a pooling's padding is written and read."""

from __future__ import annotations

import re

from convviz.core.errors import SpecError
from convviz.core.kernel_text import number
from convviz.core.same_padding import SAME_TF, SameTf
from convviz.core.spec import Pair
from convviz.i18n import msg, tr

MOST = 999


def read_padding(text: str) -> Pair | SameTf:
    """TensorFlow's SAME by its name, or cells on each side: one number, or rows and columns.

    Raises: KernelError or SpecError for anything else.
    """
    if text.strip().casefold() in (SAME_TF, tr(SAME_TF).casefold()):
        return SAME_TF
    words = [part for part in re.split(r"[\s,;]+", text.strip()) if part]
    if len(words) not in (1, 2) or not any(letter.isdigit() for letter in text):
        raise SpecError("pool_padding_text", text=text.strip())
    cells = [number(part) for part in words]
    for value in cells:
        if not (value.is_integer() and 0 <= value <= MOST):
            raise SpecError("outside_range", name=msg("Padding"), least=0, most=MOST, value=f"{value:g}")
    return (int(cells[0]), int(cells[-1]))


def padding_text(padding: Pair | SameTf) -> str:
    """The padding as it was chosen."""
    return tr(padding) if isinstance(padding, str) else ", ".join(map(str, padding))
