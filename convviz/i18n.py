"""Text as data: a message is written in English where it arises and translated where it is shown.

Nothing here knows Qt. The application hands in the lookup (a QTranslator's) with `use`, and every
`tr` after that speaks the new language; a Message kept from before does too.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Lookup = Callable[[str], str]


@dataclass(frozen=True)
class Message:
    """A sentence in English with named places, and the values that belong in them."""

    source: str
    values: tuple[tuple[str, object], ...] = ()

    def __str__(self) -> str:
        return _fill(self.source, self.values)


def msg(source: str, /, **values: object) -> Message:
    """A message from its English text: msg("{n} taps", n=9)."""
    return Message(source, tuple(values.items()))


def tr(text: str | Message) -> str:
    """The text in the language of the moment; numbers get a true minus sign."""
    if isinstance(text, str):
        return _lookup(text)
    return _fill(_lookup(text.source), tuple((name, _shown(value)) for name, value in text.values))


def use(lookup: Lookup) -> None:
    """Speaks another language from now on; `use(str)` returns to English."""
    global _lookup
    _lookup = lookup


def _fill(source: str, values: tuple[tuple[str, object], ...]) -> str:
    return source.format(**dict(values)) if values else source


def _shown(value: object) -> object:
    if isinstance(value, Message):
        return tr(value)
    if isinstance(value, int | float) and not isinstance(value, bool) and value < 0:
        return f"−{abs(value)}"
    return value


_lookup: Lookup = str
