"""A figure that can be read from the last row: no text in it is below a size."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from unicodedata import east_asian_width

from convviz.figure import lettering
from convviz.figure.figure import Figure, Item, Text
from convviz.i18n import msg, tr

APART = 0.64
"""Half the way from one line of a wrapped text to the next, in sizes."""
SENTENCE = 24
"""Columns from which on a text is a sentence; what is shorter stays on its line. Chinese takes two each."""


def legible(figure: Figure, least: float) -> Figure:
    """The figure with every text at `least` (pixels) or larger.

    Small texts grow, those that may shrink do so less, and a sentence that has no shorter form and no room
    on its line takes two. Numbers in cells are the lab's: it measures them by `lettering.at_least`.
    """
    items = [grown for item in figure.items for grown in _grown(item, least)]
    return replace(figure, items=tuple(items), least=least)


def _grown(item: Item, least: float) -> Iterator[Item]:
    if not isinstance(item, Text):
        yield item
        return
    smallest = max(item.least or item.size, least)
    text = replace(item, size=max(item.size, least), least=smallest)
    words = tr(text.text)
    crowded = text.room is not None and lettering.width(words, least, text.bold) > text.room
    if not crowded or text.shorter or _columns(words) < SENTENCE:
        yield text
        return
    for line, side in zip(halves(words), (-1, 1), strict=True):
        half = msg("{line}", line=line)  # in the language of the moment already
        yield replace(text, text=half, y=text.y + side * APART * least, size=least, least=least)


def _columns(words: str) -> int:
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in words)


def halves(words: str) -> tuple[str, str]:
    """A text on two lines about equally long, broken between words, or anywhere where there are no blanks."""
    middle = len(words) / 2
    breaks = [n for n, character in enumerate(words) if character == " "]
    if not breaks:
        return words[: round(middle)], words[round(middle) :]
    at = min(breaks, key=lambda n: abs(n - middle))
    return words[:at], words[at + 1 :]
