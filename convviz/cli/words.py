"""What stands on a command line: parsers, and how a word is read as a number, a pair, a padding."""

from __future__ import annotations

import argparse
import shlex
from collections.abc import Callable, Iterable
from math import isfinite
from typing import Any, Literal, NoReturn

from convviz.cli.help import Layout, worded
from convviz.core.errors import Refusal
from convviz.core.spec import LARGEST_AMOUNT, Pads, Pair
from convviz.core.typed import folded
from convviz.i18n import Message, listed, msg, tr

# Their tables stand in images.py and lens.py, which import NumPy; a test holds them to be the same.
CHANNELS = ("luma", "r", "g", "b", "all")
LENSES = ("signed", "absolute", "clamp", "offset", "stretch")


class Misused(Exception):
    """Arguments that say nothing that can be done. Attributes: message, a sentence."""

    def __init__(self, message: Message) -> None:
        self.message = message
        super().__init__(str(message))


class Unreadable(argparse.ArgumentTypeError):
    """A word that is not what an option takes; argparse reports it in the language of the moment."""

    def __init__(self, source: str, /, **values: object) -> None:
        super().__init__(tr(msg(source, **values)))


class Parser(argparse.ArgumentParser):
    """Raises what is wrong, instead of printing the usage and leaving. What is given no type is a `name`."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.register("type", None, name)

    def parse_args(self, args: Any = None, namespace: Any = None) -> Any:
        """As usual; words that it has no place for are quoted where they must be, an empty one as ''."""
        options, left = self.parse_known_args(args, namespace)
        if left:
            self.error(msg("unrecognized arguments: {words}", words=shlex.join(left)))
        return options

    def error(self, message: str | Message) -> NoReturn:
        said = worded(message) if isinstance(message, str) else message
        raise Misused(msg("{said} (try “{prog} --help”)", said=said, prog=self.prog))

    def given(self, words: list[str]) -> dict[str, str]:
        """The options that stand on a command line, as they are written there, by where their value goes."""
        flags = {flag: action.dest for action in self._actions for flag in action.option_strings}
        return {dest: flag for flag, dest in flags.items() if any(_is_flag(word, flag) for word in words)}


def _is_flag(word: str, flag: str) -> bool:
    """Whether a word is a flag, its value behind it or not: --fps, --fps=10, -o, -oa.png."""
    long = flag.startswith("--")
    return word == flag or word.startswith(f"{flag}=" if long else flag)


def refuse_unused(what: Message, given: dict[str, str], unused: Iterable[str]) -> None:
    """Refuses options that would have no effect on what is asked for.

    Raises: Refusal("options_unused").
    """
    found = [given[name] for name in unused if name in given]
    if found:
        raise Refusal("options_unused", what=what, options=listed(found))


def parser(
    prog: str, description: str | Message, epilog: str | Message = "", *, speaks: bool = True
) -> Parser:
    """A parser whose texts keep their lines, and whose options are written in full; most have --lang."""
    made = Parser(
        prog=prog,
        description=tr(description),
        epilog=tr(epilog),
        formatter_class=Layout,
        allow_abbrev=False,
    )
    if speaks:
        made.add_argument("--lang", metavar="CODE", help="the language: en or zh_CN (the system's)")
    return made


def name(text: str) -> str:
    """The name of a file or of something else."""
    if not text:
        raise Unreadable("must be a name, not {text!r}", text=text)
    return text


FROM_TO = "must be from {least} to {most}, not {value}"
ONE_OR_MORE = "a whole number or {n} with commas between them"


def whole_numbers(text: str, counts: tuple[int, ...], form: str | Message) -> tuple[int, ...]:
    """Whole numbers with commas between them, as many as one of `counts`."""
    try:
        numbers = tuple(int(part) for part in folded(text).replace("−", "-").split(","))
    except ValueError:
        numbers = ()
    if len(numbers) not in counts:
        raise Unreadable(
            "must be {form}, not {text!r}", form=msg(form) if isinstance(form, str) else form, text=text
        )
    return numbers


def whole(text: str) -> int:
    """One whole number."""
    return whole_numbers(text, (1,), "a whole number")[0]


def pair(text: str) -> Pair:
    """Two whole numbers, or one that stands for both."""
    numbers = whole_numbers(text, (1, 2), "a whole number or rows,columns")
    return numbers[0], numbers[-1]


def for_axes(count: int) -> Callable[[str], tuple[int, ...]]:
    """Reads one whole number for each axis, or one that stands for all."""
    if count == 2:
        return pair

    def read(text: str) -> tuple[int, ...]:
        cells = whole_numbers(text, (1, count), msg(ONE_OR_MORE, n=count))
        return cells if len(cells) == count else cells * count

    return read


def whole_row(text: str) -> tuple[int, ...]:
    """As many whole numbers as there are, with commas between them."""
    return whole_numbers(text, (text.count(",") + 1,), "whole numbers with commas between them")


def place(text: str) -> Pair:
    """A row and a column."""
    row, col = whole_numbers(text, (2,), "row,column")
    return row, col


def box(text: str) -> tuple[int, int, int, int]:
    """A rectangle of cells."""
    top, left, height, width = whole_numbers(text, (4,), "top,left,height,width")
    return top, left, height, width


Word = Literal["same", "same-tf", "valid"]
_WORDS: dict[str, Word] = {"same": "same", "same-tf": "same-tf", "valid": "valid"}


def padding(text: str) -> Pads | Word:
    """Cells on each side, or a name for them."""
    if text in _WORDS:
        return _WORDS[text]
    form = "same, same-tf, valid, a whole number, rows,columns or top,bottom,left,right"
    numbers = whole_numbers(text, (1, 2, 4), form)
    if len(numbers) == 4:
        return numbers
    return numbers[0], numbers[0], numbers[-1], numbers[-1]


def finite(text: str) -> float:
    """One number that is one."""
    try:
        value = float(folded(text).replace("−", "-"))
    except ValueError:
        raise Unreadable("must be a number, not {text!r}", text=text) from None
    if not isfinite(value):
        raise Unreadable("must be a finite number, not {text}", text=text)
    return value


def amount(text: str) -> float:
    """One number, small enough for what is summed with it."""
    value = finite(text)
    if abs(value) > LARGEST_AMOUNT:
        from convviz.core.kernel_text import shown

        raise Unreadable(FROM_TO, least=shown(-LARGEST_AMOUNT), most=shown(LARGEST_AMOUNT), value=text)
    return value


def numbers(text: str) -> tuple[float, ...]:
    """As many numbers as there are, with commas between them."""
    return tuple(map(finite, folded(text).split(",")))


def factors(least: float, most: float) -> Callable[[str], tuple[float, float]]:
    """Reads two numbers from least to most, or one that stands for both."""

    def read(text: str) -> tuple[float, float]:
        values = numbers(text)
        if len(values) > 2:
            raise Unreadable("must be a number or rows,columns, not {text!r}", text=text)
        for value in values:
            if not least <= value <= most:
                raise Unreadable(FROM_TO, least=f"{least:g}", most=f"{most:g}", value=f"{value:g}")
        return values[0], values[-1]

    return read


def from_to(least: int, most: int) -> Callable[[str], int]:
    """Reads a whole number from least to most."""

    def read(text: str) -> int:
        value = whole(text)
        if not least <= value <= most:
            raise Unreadable(FROM_TO, least=least, most=most, value=value)
        return value

    return read
