"""How help is laid out, and what argparse has to say, in the language of the moment.

Help is translated when it is shown, so parsers are written in English. Chinese characters are twice as wide
as others on a terminal, and lines break between any two of them.
"""

from __future__ import annotations

import argparse
import re
import textwrap
from collections.abc import Iterable
from typing import Any
from unicodedata import east_asian_width

from convviz.i18n import Message, msg, tr

CLOSING, OPENING = "，。；：、！？）”…", "（“"
WIDE = "\u2e80-\u9fff\uff00-\uffef，。；：、（）“”"
PIECES = rf"\s+|[{OPENING}]*(?:[{WIDE}]|[^\s{WIDE}]+)[{CLOSING}]*"
"""What a line is never broken in: a space, a character of Chinese with what closes it, a word."""

SAID = (
    "argument {argument}: {reason}",
    "the following arguments are required: {names}",
    "expected one argument",
    "expected at least one argument",
    "ignored explicit argument {text}",
    "invalid choice: {text} (choose from {choices})",
    "not allowed with argument {other}",
)
"""What argparse finds wrong with arguments."""
HEADINGS = (
    "usage: ",
    "positional arguments",
    "options",
    "show this help message and exit",
    "show program's version number and exit",
)
"""What argparse writes into help by itself."""


class Said(str):
    """A help text that is in the language of the moment already, because values were put into it."""


def columns(text: str) -> int:
    """The width of a text on a terminal."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def padded(text: str, width: int) -> str:
    """The text, with spaces up to a width on a terminal."""
    return text + " " * (width - columns(text))


def wrapped(text: str, width: int) -> list[str]:
    """The lines of a text on a terminal; --kernel-size stays in one piece."""
    if columns(text) == len(text):
        return textwrap.wrap(text, width, break_on_hyphens=False)
    lines = [""]
    for piece in re.findall(PIECES, text):
        if columns(lines[-1] + piece.rstrip()) > width and lines[-1]:
            lines.append("")
        lines[-1] += piece if lines[-1] else piece.lstrip()
    return [line.rstrip() for line in lines]


def worded(message: str) -> Message:
    """What argparse says, as one of SAID with its values; what it says within that, likewise."""
    for source in SAID:
        pattern = re.sub(r"\\{(\w+)\\}", r"(?P<\1>.+?)", re.escape(source))
        if found := re.fullmatch(pattern, message, re.DOTALL):
            values: dict[str, object] = found.groupdict()
            if "reason" in values:
                values["reason"] = worded(str(values["reason"]))
            return msg(source, **values)
    return msg("{message}", message=message)


class Layout(argparse.RawDescriptionHelpFormatter):
    """Translates headings and the help of every argument."""

    def __init__(self, *arguments: Any, **settings: Any) -> None:
        super().__init__(*arguments, **settings)
        self._headings: dict[str, str] = {}

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, tr("usage: ") if prefix is None else prefix)

    def start_section(self, heading: str | None) -> None:
        super().start_section(tr(heading) if heading else heading)
        self._headings[heading or ""] = tr(heading or "")

    def format_help(self) -> str:
        """The headings' colons, which argparse adds, are as wide as the heading's characters."""
        text = super().format_help()
        for heading, shown in self._headings.items():
            if shown != heading:
                text = text.replace(f"\n{shown}:\n", f"\n{shown}：\n")
        return text

    def _get_help_string(self, action: argparse.Action) -> str | None:
        return action.help if not action.help or isinstance(action.help, Said) else tr(action.help)

    def _split_lines(self, text: str, width: int) -> list[str]:
        return wrapped(text, width)
