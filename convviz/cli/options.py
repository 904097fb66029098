"""What an operation can be asked on a command line: read off its lab's layer and the rows of its panel.

Every choice of a layer is an option of the same name. Its words are those of the row that the lab's panel
has for it; what the rows of convolution say, which several labs share, stands in WORDS.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from dataclasses import dataclass
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

import msgspec

from convviz.cli import words
from convviz.cli.help import Said
from convviz.core.errors import Refusal
from convviz.core.spec import ACTIVATIONS, PADDING_MODES, Pads
from convviz.i18n import Message, listed, msg, tr
from convviz.labs import controls
from convviz.labs.lab import Lab

Read = Callable[[str], Any]
KERNELS = "filters"
"""The choice that -k makes."""


@dataclass(frozen=True)
class Option:
    """One choice of a layer as an option.

    Attributes:
        name: the choice. form: what is typed after the option, "" for a switch. read: what is typed as the
            choice's value. choices: the words that can be typed, if any others are refused.
        help: what it means. default: what it is without the option, as text.
        control: the panel's row, if it has one.
    """

    name: str
    form: str
    read: Read | None
    choices: tuple[str, ...]
    help: Message
    default: str | Message
    control: controls.Control | None = None

    @property
    def flag(self) -> str:
        """What is typed: --kernel-size for kernel_size; of a place its label, as in --row."""
        place = isinstance(self.control, controls.Place)
        spelled = self.control.label.casefold() if self.control and place else self.name
        return "--" + re.sub(r"\W|_", "-", spelled)

    @property
    def dest(self) -> str:
        """Its name among the options that were read, which no other option has."""
        return f"layer.{self.name}"


WORDS = {
    "stride": "Cells that the window moves by.",
    "padding": "same, same-tf (TensorFlow's), valid, or cells around: one number; rows,columns; "
    "top,bottom,left,right.",
    "dilation": "Cells from one tap to the next.",
    "padding_mode": "What stands where the padding is.",
    "padding_value": "The number in the padding, where its mode is constant.",
    "flip": "Rotate the kernel by 180° first: convolution proper instead of cross-correlation.",
    "bias": "Added to every sum: one number, or one for each filter.",
    "activation": "A function that every sum passes through at last.",
    "negative_slope": "The slope of leaky_relu below 0.",
    "mix": "What becomes of several channels: each filtered by itself, or summed as a layer does.",
}
"""What choices mean that convolution's own rows of the panel are for."""
NAMED = {"padding_mode": PADDING_MODES, "activation": ACTIVATIONS}
"""Choices that are one of a table's names."""


def name_of(lab: Lab) -> str:
    """What a lab's operation is called: its layer's name in a scene file."""
    return str(lab.layer_type.__struct_config__.tag)  # type: ignore[attr-defined]


def has_kernels(lab: Lab) -> bool:
    """Whether kernels can be chosen by -k."""
    return hasattr(lab.default, KERNELS)


def options_of(lab: Lab) -> tuple[Option, ...]:
    """All options of an operation: first the rows of its panel, then what else its layer can be told."""
    types = {field.name: field.type for field in msgspec.structs.fields(lab.layer_type)}
    own = {control.name: control for control in lab.controls if control.name in types}
    others = [name for name in types if name not in own and name != KERNELS and _can_vary(types[name])]
    return (
        *(_of_control(control, lab.default, types[name]) for name, control in own.items()),
        *(_of_type(name, getattr(lab.default, name), types[name]) for name in others),
    )


def places_of(lab: Lab) -> tuple[Option, ...]:
    """Options for where one looks, which the scene has instead of the layer."""
    return tuple(
        Option(control.name, "N", words.whole, (), _told_of(control), "0", control)
        for control in lab.controls
        if isinstance(control, controls.Place)
    )


def add_options(group: argparse._ArgumentGroup, options: tuple[Option, ...]) -> None:
    """Adds options to a parser; only those that are typed are among what it reads."""
    for option in options:
        said = msg("{help} ({default})", help=option.help, default=option.default)
        text = Said(tr(said).replace("%", "%%"))
        common: dict[str, Any] = {"dest": option.dest, "default": argparse.SUPPRESS, "help": text}
        if option.read is None:
            group.add_argument(option.flag, action=argparse.BooleanOptionalAction, **common)
        elif option.choices:
            group.add_argument(option.flag, type=_strict(option), metavar=_listed(option), **common)
        else:
            group.add_argument(option.flag, type=_told(option.read), metavar=option.form, **common)


def chosen(options: argparse.Namespace, known: tuple[Option, ...]) -> dict[Option, Any]:
    """What was typed, by option."""
    typed = vars(options)
    return {option: typed[option.dest] for option in known if option.dest in typed}


# --- by the rows of a panel


def _of_control(control: controls.Control, default: Any, of_type: Any) -> Option:
    name, value = control.name, getattr(default, control.name)
    text = _told_of(control)
    if isinstance(control, controls.Pick):
        return _of_pick(control, value, text)
    if isinstance(control, controls.Typed):
        return Option(name, name.upper(), control.read, (), text, str(control.write(value)), control)
    form, read = _reader(of_type)
    if isinstance(control, controls.Factors):
        read = words.factors(control.least, control.most)
    if isinstance(control, controls.Whole):
        read = words.from_to(control.least, control.most)
    return Option(name, form, read, (), text, written(value), control)


def _told_of(control: controls.Control) -> Message:
    return msg("{label}. {tip}", label=msg(control.label), tip=msg(control.tip))


def _of_pick(control: controls.Pick, value: Any, text: Message) -> Option:
    """One of several values; a switch where they are yes and no."""
    labels = dict(control.options)
    if set(labels) == {True, False}:
        flag = control.name.replace("_", "-")
        plain = (labels[True], labels[False]) == ("yes", "no")
        words_of = {} if plain else {f"--{flag}": labels[True], f"--no-{flag}": labels[False]}
        default = msg(labels[value])
        return Option(control.name, "", None, (), _with_meanings(text, words_of), default, control)
    values = {str(option): option for option in labels}
    differing = {word: labels[option] for word, option in values.items() if labels[option].casefold() != word}
    said = _with_meanings(text, differing)
    return Option(control.name, "WORD", values.__getitem__, tuple(values), said, str(value), control)


def _with_meanings(text: Message, meanings: dict[str, str]) -> Message:
    """The text, and what the words that can be typed are called in the panel."""
    if not meanings:
        return text
    listed: Message | None = None
    for word, meaning in meanings.items():
        one = msg("{word}: {meaning}", word=word, meaning=msg(meaning))
        listed = msg("{before}; {one}", before=listed, one=one) if listed else one
    return msg("{text} {meanings}.", text=text, meanings=listed)


# --- by the type of a choice


def _of_type(name: str, value: Any, of_type: Any) -> Option:
    text = msg(WORDS[name]) if name in WORDS else msg("The layer's {name}.", name=name)
    if of_type is bool:
        return Option(name, "", None, (), text, msg("yes") if value else msg("no"))
    named = {str(word): word for word in NAMED.get(name) or literals(of_type)}
    if named:
        return Option(name, "WORD", named.__getitem__, tuple(named), text, str(value))
    form, read = _reader(of_type)
    return Option(name, form, read, (), text, written(value))


def literals(of_type: Any) -> tuple[Any, ...]:
    """The values of a Literal, none of other types."""
    return get_args(of_type) if get_origin(of_type) is Literal else ()


def _can_vary(of_type: Any) -> bool:
    """Whether there is more than one value."""
    return len(literals(of_type)) != 1


def _reader(of_type: Any) -> tuple[str, Read]:
    """How a value of a type is typed: what it looks like, and what reads it."""
    parts = get_args(of_type)
    if get_origin(of_type) in (Union, UnionType):
        if Pads in parts:
            return "N", words.padding
        return _reader(next(part for part in parts if not literals(part)))
    if set(parts) <= {float, ...} and float in parts:
        return "X[,X …]", words.numbers
    if parts == (int, ...):
        return "N[,N …]", words.whole_row
    if parts and set(parts) == {int}:
        return f"N[{',N' * (len(parts) - 1)}]", words.for_axes(len(parts))
    known: dict[Any, tuple[str, Read]] = {int: ("N", words.whole), float: ("X", words.finite)}
    return known.get(of_type, ("TEXT", str))


def written(value: Any) -> str:
    """A value as it is typed: (2, 2) as "2", (0, 1) as "0,1"."""
    if isinstance(value, tuple):
        texts = [written(part) for part in value]
        return texts[0] if len(set(texts)) == 1 else ",".join(texts)
    return f"{value:g}" if isinstance(value, float) else str(value)


def _told(read: Read) -> Read:
    """Reads as `read` does, and says why not in its words; argparse would say something of its own."""

    def told(text: str) -> Any:
        try:
            return read(text)
        except Refusal as refusal:
            raise argparse.ArgumentTypeError(tr(refusal.message)) from None

    return told


def _strict(option: Option) -> Read:
    """Reads one of an option's words."""

    def strict(text: str) -> Any:
        if text not in option.choices:
            raise words.Unreadable(
                "must be one of {choices}, not {text!r}", choices=listed(option.choices), text=text
            )
        return option.read(text) if option.read else None

    return strict


def _listed(option: Option) -> str:
    return "{" + ",".join(option.choices) + "}"
