"""`convviz sizes`: the sizes calculator, of one layer forwards and backwards, or of a published network."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from convviz.cli.help import Said, columns, padded
from convviz.cli.words import Parser, Unreadable, parser, whole
from convviz.core.errors import Refusal
from convviz.core.same_padding import SAME_TF
from convviz.core.typed import folded
from convviz.i18n import Message, listed, msg, tr

if TYPE_CHECKING:
    from convviz.core.stacks import Padding, Row, StackLayer, Survey

SIZES = """\
Work out what a layer makes of an input of some size: the output's size, parameters, multiply-adds, memory and
receptive field; and which padding, stride … would make another output. Or all of it for a published network.

layers:
{kinds}

networks:
{networks}

examples:
  convviz sizes conv 224 --channels 3 --kernel 7 --stride 2 --padding 3 --filters 64
      the first layer of ResNet, with all numbers put into the formula
  convviz sizes conv 224 --kernel 5 --wanted same
      which padding keeps the size? which strides fit?
  convviz sizes transposed 7,5 --stride 2 --wanted 14,10
      rows and columns that differ
  convviz sizes max_pool 10 --axes 1 --kernel 3 --stride 2 --ceil
      along one axis, rounded up
  convviz sizes vgg-16
      layer by layer

“convviz sizes conv --help” lists the options of a convolution, and so for each.
"""
BYTES = 4
"""Of a float32."""
FACT = 17
"""Columns that the names of facts take."""


def work_out_sizes(words: list[str]) -> int:
    """Prints what the words after “convviz sizes” ask for."""
    from convviz.core.layer_sizes import KINDS
    from convviz.core.stack_presets import STACKS
    from convviz.core.stacks import survey

    first = words[0] if words else ""
    if first in KINDS:
        made = _parser(first)
        options = made.parse_args(words[1:])
        if len(options.size) > 1 and options.axes not in (None, len(options.size)):
            said = msg("{n} sizes do not go with --axes {axes}", n=len(options.size), axes=options.axes)
            made.error(said)
        print("\n".join(_of_layer(first, options)))
        return 0
    if first in STACKS:
        network = parser(
            f"convviz sizes {first}",
            msg("{title} ({source}).\n", title=msg(STACKS[first].title), source=STACKS[first].source),
        )
        network.parse_args(words[1:])
        print("\n".join(_of_network(survey(STACKS[first].make()))))
        return 0
    if not first or first in ("-h", "--help"):
        _overview().parse_args(words)  # which tells what is missing, or helps
    if first.startswith("-"):
        _overview().error(msg("the layer comes before its options, not {first}", first=first))
    from convviz.scene.scene_files import ENDING

    if first.endswith(ENDING):
        about = msg("What the sizes calculator holds in {path}.\n", path=first)
        parser(f"convviz sizes {first}", about).parse_args(words[1:])
        print("\n".join(_of_network(_saved(first))))
        return 0
    raise Refusal("unknown_layer", id=first, named=listed((*KINDS, *STACKS)))


def _saved(path: str) -> Survey:
    """The stack that a scene file holds.

    Raises: Refusal: it holds none, or a layer does not fit.
    """
    from convviz.core.stacks import survey
    from convviz.scene.scene_files import read_file

    sums = read_file(path).scene.sums
    if not sums:
        raise Refusal("no_sums", path=path)
    seen = survey(sums.stack)
    if seen.trouble:
        raise seen.trouble
    return seen


def _of_layer(kind: str, options: argparse.Namespace) -> Iterator[str]:
    from convviz.core.stacks import Stack, layer_of_kind, survey
    from convviz.labs.calculator import remark, size_lines

    size: tuple[int, ...] = options.size
    if len(size) == 1:
        size *= options.axes or 2
    typed = {name: value for name, value in vars(options).items() if name in CHOICES}
    layer = layer_of_kind(kind, len(size), **{name: _axes(value) for name, value in typed.items()})
    seen = survey(Stack(options.channels, size, (layer,)))
    if seen.trouble:
        raise seen.trouble
    (row,) = seen.rows
    yield tr(msg("input {size}", size=_times(row.before)))
    yield from (f"  {tr(line)}" for line in size_lines(layer, row.before, row.after))
    yield tr(msg("output {size}", size=_times(row.after)))
    yield tr(remark(layer, row.before, row.after))
    yield ""
    yield from _costs(row)
    if options.wanted is not None:
        yield ""
        yield from _backwards(layer, size, options.wanted)


def _costs(row: Row) -> Iterator[str]:
    from math import prod

    from convviz.labs.amounts import grouped, size

    cost = row.cost
    learned = msg("weights {weights}, biases {biases}", **_grouped(weights=cost.weights, biases=cost.biases))
    facts: list[tuple[Message, str | Message]] = [
        (msg("parameters"), msg("{n}: {learned}", n=grouped(cost.parameters), learned=learned)),
        (msg("multiply-adds"), grouped(cost.macs)),
    ]
    if cost.operations:  # comparisons or additions, without a product
        facts.append((msg("operations"), grouped(cost.operations)))
    numbers = {"input": prod(row.before), "output": prod(row.after), "weights": cost.parameters}
    memory = {name: size(count * BYTES) for name, count in numbers.items()}
    facts.append((msg("as float32"), msg("input {input}, output {output}, weights {weights}", **memory)))
    places = {
        "sees": _times(tuple(field.size for field in row.fields)),
        "jumps": ", ".join(str(field.jump) for field in row.fields),
        "starts": ", ".join(tr("none") if field.start is None else str(field.start) for field in row.fields),
    }
    said = {name: text.replace("-", "−") for name, text in places.items()}
    facts.append((msg("receptive field"), msg("{sees}, jump {jumps}, start {starts}", **said)))
    for name, fact in facts:
        yield f"{padded(tr(name), FACT)}{tr(fact)}"


def _grouped(**counts: int) -> dict[str, str]:
    from convviz.labs.amounts import grouped

    return {name: grouped(count) for name, count in counts.items()}


def _backwards(layer: StackLayer, size: tuple[int, ...], wanted: str | tuple[int, ...]) -> Iterator[str]:
    from convviz.labs.calculator import condition
    from convviz.labs.calculator_answers import QUESTIONS, answers, wanted_size

    if isinstance(wanted, tuple) and len(wanted) == 1:
        wanted *= len(size)
    output = wanted_size(wanted, size)
    yield tr(msg("for an output of {size}: {condition}", size=_times(output), condition=condition(layer)))
    for answer in answers(layer, size, output):
        yield f"  {padded(tr(QUESTIONS[answer.question][0]), FACT - 2)} {tr(answer.text)}"


def _of_network(seen: Survey) -> Iterator[str]:
    from convviz.core.layer_sizes import KINDS
    from convviz.core.stacks import total
    from convviz.labs.amounts import grouped

    head = (tr("layer"), "", tr("output"), tr("parameters"), tr("multiply-adds"), tr("sees"))
    lines = [head, (tr("input"), "", _times(seen.rows[0].before), "", "", "")]
    lines += [
        (
            row.layer.name,
            tr(KINDS[row.layer.kind].title),
            _times(row.after),
            grouped(row.cost.parameters),
            grouped(row.cost.macs),
            _times(tuple(field.size for field in row.fields)),
        )
        for row in seen.rows
    ]
    cost = total(seen.rows)
    lines.append((tr("total"), "", "", grouped(cost.parameters), grouped(cost.macs), ""))
    widths = [max(map(columns, column)) for column in zip(*lines, strict=True)]
    for name, kind, *numbers in lines:
        texts = [padded(name, widths[0]), padded(kind, widths[1])]
        texts += [
            padded("", width - columns(text)) + text for text, width in zip(numbers, widths[2:], strict=True)
        ]
        yield "  ".join(texts).rstrip()


def _times(shape: tuple[int, ...]) -> str:
    return " × ".join(map(str, shape))


def _axes(value: Any) -> Any:
    """A tuple of one value as that value, which then stands for every axis."""
    return value[0] if isinstance(value, tuple) and len(value) == 1 else value


# --- parsers


def _several(text: str) -> tuple[int, ...]:
    """One to three whole numbers, one for each axis."""
    parts = folded(text).split(",")
    if len(parts) > 3:
        raise Unreadable("must be one to three whole numbers, not {text!r}", text=text)
    return tuple(whole(part) for part in parts)


def _sides(text: str) -> Padding:
    """Padding per axis: "1", or "1+2" before and after; or TensorFlow's SAME."""
    if text == SAME_TF:
        return SAME_TF
    made = []
    for part in folded(text).split(","):
        before, plus, after = part.partition("+")
        made.append((whole(before), whole(after if plus else before)))
    return tuple(made)


def _fractions(text: str) -> tuple[Fraction, ...]:
    """Factors per axis: "2", "1.5", "7/3"."""
    return tuple(map(_fraction, folded(text).split(",")))


def _fraction(text: str) -> Fraction:
    from convviz.scene.sums import MAX_FACTOR

    try:
        number, over, divisor = text.partition("/")
        value = float(number) / float(divisor if over else 1)
        if value > MAX_FACTOR:
            raise Unreadable("must be at most {most}, not {text}", most=MAX_FACTOR, text=text)
        if value < -MAX_FACTOR:
            raise ValueError
        # Of 1e-99999999 a fraction would have as many digits.
        return Fraction(text) if float(number) else Fraction(0)
    except (ValueError, OverflowError, ZeroDivisionError):
        raise Unreadable("must be numbers such as 2, 1.5 or 7/3, not {text!r}", text=text) from None


def _wanted(text: str) -> str | tuple[int, ...]:
    """Numbers, or a word for them."""
    if text in ("same", "half", "double"):
        return text
    cells = _several(text)
    if min(cells) < 1:
        raise Unreadable("must be at least {least}, not {text}", least=1, text=text)
    return cells


CHOICES: dict[str, tuple[str, dict[str, Any]]] = {
    "kernel": ("--kernel", {"type": _several, "metavar": "N[,N]", "help": "taps of the window"}),
    "stride": ("--stride", {"type": _several, "metavar": "N[,N]", "help": "cells it moves by"}),
    "padding": (
        "--padding",
        {"type": _sides, "metavar": "N[,N]", "help": "cells on each side; 1+2: before, after; or same-tf"},
    ),
    "dilation": ("--dilation", {"type": _several, "metavar": "N[,N]", "help": "from tap to tap"}),
    "extra": ("--output-padding", {"type": _several, "metavar": "N[,N]", "help": "cells added at the end"}),
    "factor": ("--factor", {"type": _fractions, "metavar": "X[,X]", "help": "output cells per input cell"}),
    "filters": ("--filters", {"type": whole, "metavar": "N", "help": "output channels"}),
    "groups": ("--groups", {"type": whole, "metavar": "N", "help": "parts that channels are split into"}),
    "bias": (
        "--bias", {"action": argparse.BooleanOptionalAction, "help": "whether each filter has one"},
    ),
    "ceil": ("--ceil", {"action": "store_true", "help": "let a last window hang over the end"}),
    "mode": (
        "--mode",
        {"type": str, "choices": ("nearest", "linear", "cubic", "area"), "help": "how it interpolates"},
    ),
}  # fmt: skip
"""What a layer of a stack can be told; a kind offers what it has."""


def _parser(kind: str) -> Parser:
    from convviz.core.layer_sizes import KINDS
    from convviz.core.stacks import layer_of_kind

    usual = layer_of_kind(kind, 1)
    about = msg("{kind}: what it makes of an input, and what it costs.\n", kind=msg(KINDS[kind].title))
    made = parser(f"convviz sizes {kind}", about)
    made.add_argument(
        "size", type=_several, metavar="SIZE", help="the input: 224 is 224 × 224; 7,5 is 7 × 5; 16,112,112"
    )
    for name in KINDS[kind].has:
        flag, words = CHOICES[name]
        made.add_argument(
            flag, dest=name, default=argparse.SUPPRESS,
            **{**words, "help": Said(f"{tr(words['help'])} ({_usual(getattr(usual, name))})")},
        )  # fmt: skip
    made.add_argument("--channels", type=whole, default=3, metavar="N", help="input channels (3)")
    made.add_argument("--axes", type=whole, choices=(1, 2, 3), help="of a single SIZE (2)")
    text = "same, half, double or an output's size: which padding, stride … would make it?"
    made.add_argument("--wanted", type=_wanted, metavar="SIZE", help=text)
    return made


def _usual(value: Any) -> str:
    """What a choice is if nothing is said, as it is typed."""
    while isinstance(value, tuple):
        value = value[0]
    return tr("yes" if value else "no") if isinstance(value, bool) else str(value)


def _overview() -> Parser:
    from convviz.core.layer_sizes import KINDS
    from convviz.core.stack_presets import STACKS

    kinds = "\n".join(f"  {name:11} {tr(kind.title)}" for name, kind in KINDS.items())
    networks = "\n".join(f"  {name:11} {tr(row.title)} ({row.source})" for name, row in STACKS.items())
    made = parser("convviz sizes", msg(SIZES, kinds=kinds, networks=networks))
    made.add_argument(
        "layer",
        metavar="LAYER|NETWORK|FILE",
        help="a layer or a network above, or a scene file for what its calculator holds",
    )
    return made
