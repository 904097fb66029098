"""Text as data: a message is written in English where it arises and translated where it is shown.

Nothing here knows Qt, so that the command line is translated by the same files: a language is a folder with
a `convviz.ts`, which Qt Linguist edits. After `speak` (or `use`, for a lookup of one's own) every `tr` is in
the new language, that of a Message kept from before too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

Lookup = Callable[[str], str]
ENGLISH = "en"
TEXTS = "convviz.ts"
LIST = "{one}, {next}"
"""Two values of a list; Chinese has 、 between them. A comma alone may be mathematics."""
LARGE = "6 million 9 billion"
"""The words for large numbers, each after its power of ten; Chinese counts by 万, 10⁴, and 亿, 10⁸."""
WORDED = 10**6
"""The least count that is put into words."""


@dataclass(frozen=True)
class Message:
    """A sentence in English with named places, and the values that belong in them."""

    source: str
    values: tuple[tuple[str, object], ...] = ()

    def __str__(self) -> str:
        return _fill(self.source, self.values)


class Listed(NamedTuple):
    """Several values in a sentence, with between them what the language has between those of a list."""

    items: tuple[object, ...]

    def __str__(self) -> str:
        return _between(LIST).join(map(str, self.items))


class Large(NamedTuple):
    """A count in a sentence; three digits of a large one, and the word of the language for its size."""

    number: int

    def __str__(self) -> str:
        return _in_words(self.number, LARGE)


def listed(items: Iterable[object]) -> Listed:
    """Values as a list for a message: msg("dilations {all}", all=listed((1, 2, 4)))."""
    return Listed(tuple(items))


def msg(source: str, /, **values: object) -> Message:
    """A message from its English text: msg("{n} taps", n=9)."""
    return Message(source, tuple(values.items()))


def tr(text: str | Message) -> str:
    """The text in the language of the moment; numbers get a true minus sign."""
    if isinstance(text, str):
        return _spoken()[0](text)
    source, values = _spoken()[0](text.source), tuple((name, _shown(value)) for name, value in text.values)
    return _fill(source, values)


def plain(text: str) -> str:
    """A menu's text as a name or a title, in the language of the moment: without mnemonic and ellipsis.

    Chinese has the mnemonic in brackets, as in "文件(&F)".
    """
    return re.sub(r"\(&.\)|&", "", tr(text)).removesuffix("…")


def use(lookup: Lookup, language: str = ENGLISH) -> None:
    """Speaks another language from now on; `use(str)` returns to English."""
    global _lookup, _language
    _lookup, _language = lookup, language


def language() -> str:
    """The code of the language of the moment: "en", "zh_CN"."""
    return _spoken()[1]


@contextmanager
def spoken(code: str, folder: Path) -> Iterator[None]:
    """Within it this thread speaks a language of a folder, whatever the others speak; "" changes nothing."""
    if not code:
        yield
        return
    before = _here.set(_known(code, folder))
    try:
        yield
    finally:
        _here.reset(before)


def speak(code: str, folder: Path) -> None:
    """Speaks a language of a folder of languages; English where it has no such one, or no such text."""
    use(*_known(code, folder))


def languages(folder: Path) -> tuple[str, ...]:
    """The codes of the languages there are: English, and one for each folder."""
    return (ENGLISH, *sorted(path.parent.name for path in folder.glob(f"*/{TEXTS}")))


def own_name(code: str, folder: Path) -> str:
    """What a language calls itself, which its file says as the translation of "English"."""
    return "English" if code == ENGLISH else translations(folder / code / TEXTS).get("English", code)


def best(wanted: str, folder: Path) -> str:
    """The language there is for a locale's name ("zh-Hans-CN", "zh_CN.UTF-8"): at least its first part."""
    first = wanted.replace("-", "_").split("_")[0].split(".")[0].lower()
    return next((code for code in languages(folder) if code.split("_")[0] == first), ENGLISH)


@cache
def translations(path: Path) -> dict[str, str]:
    """The finished translations of a .ts file, by their English sources."""
    found = {}
    from xml.etree import ElementTree as ET  # English needs none

    for message in ET.parse(path).iter("message"):
        translation = message.find("translation")
        if translation is not None and translation.get("type") is None and translation.text:
            found[message.findtext("source", "")] = translation.text
    return found


def _fill(source: str, values: tuple[tuple[str, object], ...]) -> str:
    """A text with its values; one without any may be a name that somebody gave, with whatever braces."""
    if not values:
        return source
    return _set(source, dict(values)) if _in_chinese(source) else source.format(**dict(values))


def _set(source: str, values: dict[str, object]) -> str:
    """A Chinese text with its values: a space beside a Latin one, "stride 至少", none beside "步幅至少"."""
    text = ""
    for literal, name, form, how in _pieces(source):
        text = _joint(text, literal)
        if name is not None:
            value = f"{{0!{how}}}".format(values[name]) if how else values[name]
            text = _joint(text, format(value, form or ""))
    return text


@cache
def _pieces(source: str) -> tuple[tuple[str, str | None, str | None, str | None], ...]:
    """A text as what stands before each place for a value, and the place: name, form, conversion."""
    from string import Formatter  # English needs none

    return tuple(Formatter().parse(source))


def _joint(before: str, after: str) -> str:
    """Two pieces of a Chinese text, one after the other."""
    if not before or not after:
        return before + after
    ends, begins = before[-1], after[0]
    if (ends == " ") != (begins == " "):  # a space on one side: it goes where both are Chinese
        ended, begun = before.removesuffix(" "), after.removeprefix(" ")
        return ended + begun if _chinese(ended[-1:]) and _chinese(begun[:1]) else before + after
    mixed = (_chinese(ends) and _spaced(begins)) or (_chinese(begins) and _spaced(ends))
    return f"{before} {after}" if mixed else before + after


@cache
def _in_chinese(source: str) -> bool:
    return any(map(_chinese, source))


def _chinese(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


def _spaced(character: str) -> bool:
    """Whether Chinese writes a space between it and its own characters: Latin, a digit, Greek."""
    return (character.isascii() and character.isalnum()) or "\u0370" <= character <= "\u03ff"


def _shown(value: object) -> object:
    if isinstance(value, Message):
        return tr(value)
    if isinstance(value, Listed):
        return _between(tr(LIST)).join(str(_shown(item)) for item in value.items)
    if isinstance(value, Large):
        return _in_words(value.number, tr(LARGE))
    if isinstance(value, int | float) and not isinstance(value, bool) and value < 0:
        return f"−{abs(value)}"
    return value


def _in_words(count: int, words: str) -> str:
    """A count by the largest of the words that it holds one of: 26,214,500 is 26.2 million, 2620 万."""
    if count < WORDED:
        return f"{count:,}"
    powers, rounded = words.split(), float(f"{count:.3g}")
    power, word = max(
        (int(power), word)
        for power, word in zip(powers[::2], powers[1::2], strict=True)
        if 10 ** int(power) <= rounded
    )
    value = rounded / 10**power
    return f"{value:,.0f} {word}" if value >= 10**4 else f"{value:g} {word}"


def _between(pair: str) -> str:
    """What stands between two values of a list."""
    return pair.format(one="", next="")


def _known(code: str, folder: Path) -> tuple[Lookup, str]:
    texts = translations(folder / code / TEXTS) if code in languages(folder)[1:] else {}
    return (lambda source: texts.get(source, source)), code if texts else ENGLISH


def _spoken() -> tuple[Lookup, str]:
    return _here.get() or (_lookup, _language)


_lookup: Lookup = str
_language = ENGLISH
_here: ContextVar[tuple[Lookup, str] | None] = ContextVar("language of a thread", default=None)
