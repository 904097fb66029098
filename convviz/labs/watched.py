"""A stage for who only watches it: on the class's screen, in a film, on paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from convviz.figure.figure import Figure, Item, Text
from convviz.i18n import Message
from convviz.labs.conv_words import TYPE_OR_PAINT

TAIL = " · type or paint"
"""The same invitation at the end of a line."""


def watched(figure: Figure) -> Figure:
    """The figure less what only invites to click or to type: who watches can do neither."""
    return replace(figure, items=tuple(_watched(figure.items)))


def _watched(items: tuple[Item, ...]) -> Iterator[Item]:
    for item in items:
        if not isinstance(item, Text):
            yield item
        elif item.text not in TYPE_OR_PAINT:
            yield replace(item, text=_plain(item.text), shorter=tuple(map(_plain, item.shorter)))


def _plain(text: str | Message) -> str | Message:
    return replace(text, source=text.source.removesuffix(TAIL)) if isinstance(text, Message) else text
