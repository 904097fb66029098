"""Equations of numbers in prose, worked out: what a lesson writes on the board must be true."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
EQUATION = re.compile(rf"(?:{NUMBER}|[+−·×/²√()⌊⌋⌈⌉ ])+(?:=(?:{NUMBER}|[+−·×/²√()⌊⌋⌈⌉ ])+)+")
FUNCTIONS = {"root": math.sqrt, "floor": math.floor, "ceil": math.ceil}
SIGNS = {
    "−": "-",
    "·": "*",
    "×": "*",
    "²": "**2",
    "√": "root",
    "⌊": "floor(",
    "⌋": ")",
    "⌈": "ceil(",
    "⌉": ")",
    ",": "",
}


def equations(text: str) -> Iterator[tuple[str, list[str]]]:
    """Every equation of a text, and those of its sides that are made of numbers alone.

    Example: "so s · 2 + 1 = 2 · (3 − 1) + 1 = 5 rows" has the sides "2 · (3 − 1) + 1" and "5".
    """
    for found in EQUATION.finditer(text):
        parts = [part.strip() for part in found[0].split("=")]
        before, after = text[: found.start()].rstrip()[-1:], text[found.end() :][:1]
        if parts[0].startswith("−") and (before.isalnum() or before in ")]"):
            parts[0] = ""  # the rest of a side that begins with a name
        if after.isascii() and after.isalpha() and not found[0].endswith(" "):
            parts[-1] = ""  # 2p
        sides = [part for part in parts if worth(part) is not None]
        if len(sides) > 1:
            yield found[0].strip(), sides


def worth(side: str) -> float | None:
    """What numbers and signs amount to; None where they are no whole expression."""
    if not re.fullmatch(r"[(√⌊⌈−]*\d.*", side) or re.search(r"\d [(√⌊⌈\d]", side):
        return None
    python = "".join(SIGNS.get(sign, sign) for sign in re.sub(r"(?<=\d)\(", "·(", side))
    python = re.sub(r"root(\d+(?:\.\d+)?)", r"root(\1)", python)
    try:
        return float(eval(python, FUNCTIONS))
    except SyntaxError:
        return None


def tolerance(sides: list[str]) -> float:
    """Half of the last decimal that is written; none for whole numbers."""
    decimals = [len(side.partition(".")[2]) for side in sides if re.fullmatch(r"−?[\d,]+\.\d+", side)]
    return 0.5 * 10.0 ** -min(decimals) if decimals else 1e-9
