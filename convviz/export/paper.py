"""What is put on paper, as data: sentences, drawings and blanks that flow over pages."""

from __future__ import annotations

from dataclasses import dataclass

from convviz.figure.figure import Figure
from convviz.i18n import Message, tr

BLANK = "______"
"""Where something is to be filled in."""


@dataclass(frozen=True)
class Paragraph:
    """Text that breaks into lines.

    Attributes:
        size: of its letters in pixels of 1/96 inch. before, after: the space above and below it.
        mono: for formulas. keep: whether it stays on one page with what follows it.
    """

    text: str | Message
    size: float = 13.0
    bold: bool = False
    role: str = "text"
    before: float = 0.0
    after: float = 6.0
    mono: bool = False

    @property
    def said(self) -> str:
        """What it says in the language of the moment; what is no message stands as it was written."""
        return tr(self.text) if isinstance(self.text, Message) else self.text

    keep: bool = False


@dataclass(frozen=True, eq=False)
class Drawing:
    """A figure as wide as the paper, down to `height` of its own pixels."""

    figure: Figure
    height: float
    after: float = 10.0
    keep: bool = False


@dataclass(frozen=True)
class NewPage:
    """What follows begins on another page."""


Block = Paragraph | Drawing | NewPage


def headline(text: str | Message) -> Paragraph:
    """The title of a paper."""
    return Paragraph(text, 22.0, True, after=10.0, keep=True)


def heading(text: str | Message) -> Paragraph:
    """The title of a part."""
    return Paragraph(text, 15.0, True, before=10.0, keep=True)
