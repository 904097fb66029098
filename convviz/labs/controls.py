"""A lab's parameters as data: what can be chosen, what it is called, and what it means.

A row's `name` is a choice of the scene's layer. How a row looks and is typed into is the views' business.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from convviz.i18n import Message

if TYPE_CHECKING:
    from convviz.labs.story import Story

Shown = Callable[[Any], bool]


def always(layer: Any) -> bool:
    """For rows that every layer of a lab has."""
    return True


@dataclass(frozen=True)
class Pair:
    """Two whole numbers, rows and columns; one typed number stands for both."""

    name: str
    label: str
    tip: str
    least: int = 1
    shown: Shown = always


@dataclass(frozen=True)
class Factors:
    """Two numbers from least to most, rows and columns; one typed number stands for both."""

    name: str
    label: str
    tip: str
    least: float
    most: float
    shown: Shown = always


@dataclass(frozen=True)
class Pick:
    """One of several values, each with its name.

    `checked`: a value with which there is no computation on the picture is not offered.
    """

    name: str
    label: str
    tip: str
    options: tuple[tuple[Any, str], ...]
    shown: Shown = always
    checked: bool = False


@dataclass(frozen=True)
class Offer:
    """One of several values, those that a story leaves to choose from; `value` is the one in use."""

    name: str
    label: str
    tip: str
    options: Callable[[Story], tuple[tuple[Any, str | Message], ...]]
    value: Callable[[Story], Any]
    shown: Shown = always


@dataclass(frozen=True)
class Whole:
    """A whole number."""

    name: str
    label: str
    tip: str
    least: int
    most: int
    shown: Shown = always


@dataclass(frozen=True)
class Number:
    """Any number."""

    name: str
    label: str
    tip: str
    shown: Shown = always


@dataclass(frozen=True)
class Typed:
    """Anything that is written as text: `read` refuses what cannot be read, `write` writes what is chosen.

    `options` are texts that a layer offers to be picked instead of typed, where they are possible.
    """

    name: str
    label: str
    tip: str
    read: Callable[[str], Any]
    write: Callable[[Any], str]
    options: Callable[[Any], tuple[str, ...]]
    shown: Shown = always


@dataclass(frozen=True)
class Place:
    """A whole number of the scene instead of the layer, from 0 to what a story has `most`: where one looks.

    `change` is what choosing another number makes of the scene: {choice: value}.
    """

    name: str
    label: str
    tip: str
    value: Callable[[Story], int]
    most: Callable[[Story], int]
    change: Callable[[Story, int], dict[str, object]]
    shown: Shown = always


Control = Pair | Factors | Pick | Offer | Whole | Number | Typed | Place
Part = str | Control
"""A row of a panel, or by name a whole group of rows that the views have: "kernel", "layer", "filters",
"channel", "show", "tools"."""
