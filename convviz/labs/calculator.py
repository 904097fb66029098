"""What the sizes calculator says: formulas with their numbers, what follows from them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from convviz.core.layer_sizes import KINDS, Axis
from convviz.core.same_padding import SAME_TF
from convviz.core.solve_sizes import exact_strides, left_over
from convviz.core.stacks import StackLayer
from convviz.core.transposed_sizes import sizes_taken_to
from convviz.i18n import Message, listed, msg

AXES = {1: ("cells",), 2: ("rows", "cols"), 3: ("slices", "rows", "cols")}
"""What the axes are called."""

Worked = Callable[[Axis, int], str]


@dataclass(frozen=True)
class Formula:
    """How a kind's size is worked out, forwards with its numbers and solved for what is asked."""

    forwards: str
    numbers: Worked
    backwards: str


def sides(before: int, after: int) -> str:
    """Padding as it is written: "1", or "1 + 2" where the sides differ."""
    return str(before) if before == after else f"{before} + {after}"


def _padding(axis: Axis) -> str:
    return f"2·{axis.before}" if axis.before == axis.after else f"({sides(axis.before, axis.after)})"


def _room(axis: Axis, i: int) -> str:
    return f"({i} + {_padding(axis)} − {axis.d}·{axis.k - 1} − 1) / {axis.s}"


def _conv(axis: Axis, i: int) -> str:
    return f"⌊{_room(axis, i)}⌋ + 1"


def _same(axis: Axis, i: int) -> str:
    padding = f"({i} + {axis.before} + {axis.after} − {axis.d}·{axis.k - 1} − 1) / {axis.s}"
    return f"⌈{i} / {axis.s}⌉ = ⌊{padding}⌋ + 1"


def _pool(axis: Axis, i: int) -> str:
    if not axis.ceil:
        return _conv(axis, i)
    counted = -(-(i + axis.before + axis.after - axis.span) // axis.s) + 1
    left_out = " − 1" if counted > KINDS["max_pool"].size(axis, i) else ""
    return f"⌈{_room(axis, i)}⌉ + 1{left_out}"


def _transposed(axis: Axis, i: int) -> str:
    return f"{axis.s}·({i} − 1) + {axis.d}·{axis.k - 1} + 1 − 2·{axis.before} + {axis.extra}"


def _unpool(axis: Axis, i: int) -> str:
    extra = f" + {axis.extra}" if axis.extra else ""
    return f"{axis.s}·({i} − 1) + {axis.k} − 2·{axis.before}{extra}"


def _upsample(axis: Axis, i: int) -> str:
    return f"⌊{i}·{number(axis.factor)}⌋"


_FLOOR = "o = ⌊(i + 2p − d(k − 1) − 1) / s⌋ + 1"
_CEIL = "o = ⌈(i + 2p − d(k − 1) − 1) / s⌉ + 1"
_FITS = "s(o − 1) ≤ i + 2p − d(k − 1) − 1 < s·o"
FORMULAS: dict[str, Formula] = {
    "conv": Formula(_FLOOR, _conv, _FITS),
    "transposed": Formula(
        "o = s(i − 1) + d(k − 1) + 1 − 2p + a", _transposed, "s(i − 1) + d(k − 1) + 1 − 2p + a = o"
    ),
    "max_pool": Formula(_FLOOR, _pool, _FITS),
    "avg_pool": Formula(_FLOOR, _pool, _FITS),
    "unpool": Formula("o = s(i − 1) + k − 2p + a", _unpool, "s(i − 1) + k − 2p + a = o"),
    "upsample": Formula("o = ⌊i·f⌋", _upsample, "o / i ≤ f < (o + 1) / i"),
}


SAME = Formula("o = ⌈i / s⌉, p₁ + p₂ = max((o − 1)s + d(k − 1) + 1 − i, 0)", _same, "s(o − 1) < i ≤ s·o")
"""That of a window with TensorFlow's SAME."""


SAME_TRANSPOSED = Formula(
    "o = s·i, p₁ + p₂ = max(d(k − 1) + 1 − s, 0)", lambda axis, i: f"{axis.s}·{i}", "s·i = o"
)


def _formula(layer: StackLayer) -> Formula:
    if layer.padding != SAME_TF:
        return FORMULAS[layer.kind]
    return SAME_TRANSPOSED if layer.kind == "transposed" else SAME


def size_lines(layer: StackLayer, before: tuple[int, ...], after: tuple[int, ...]) -> tuple[Message, ...]:
    """The formula, then with a layer's numbers: one line, or one per axis where they differ.

    Args:
        layer: the layer.
        before: its input's (channels, sizes…).
        after: its output's.
    """
    formula = _formula(layer)
    ceil = layer.rounds_up
    forwards = msg(_CEIL if ceil else formula.forwards)
    axes = [(layer.axis(n, i), i) for n, i in enumerate(before[1:])]
    sums = [formula.numbers(axis, i) for axis, i in axes]
    if len(set(axes)) == 1:
        return forwards, msg("= {sum} = {o}", sum=sums[0], o=after[1])
    lines = [
        msg("{axis} = {sum} = {o}", axis=msg(name), sum=sum_, o=o)
        for name, sum_, o in zip(AXES[layer.axes], sums, after[1:], strict=True)
    ]
    return (forwards, *lines)


def condition(layer: StackLayer) -> Message:
    """What must hold for o cells to come out: the formula turned round."""
    if layer.rounds_up:
        return msg("s(o − 2) < i + 2p − d(k − 1) − 1 ≤ s(o − 1)")
    return msg(_formula(layer).backwards)


def remark(layer: StackLayer, before: tuple[int, ...], after: tuple[int, ...]) -> Message:
    """What is most particular about a layer's size, in a sentence or two: of the first axis that has it."""
    axes = [(layer.axis(n, i), i, o) for n, (i, o) in enumerate(zip(before[1:], after[1:], strict=True))]
    said = [REMARKS[layer.kind](*axis) for axis in axes]
    return next((message for message in said if message is not None), msg(PLAIN[layer.kind]))


def _of_window(axis: Axis, i: int, o: int) -> Message | None:
    over = left_over(axis, i)
    if over and not axis.ceil:
        fitting = listed(exact_strides(axis, i)[:6])
        padded = i + axis.before + axis.after
        return msg(
            "Never read, at the end: {n} of {padded} cells, padding included. Stride {s} does not divide "
            "{room}; these strides do: {fitting}.",
            n=over,
            padded=padded,
            s=axis.s,
            room=padded - axis.span,
            fitting=fitting,
        )
    if over:
        counted = -(-(i + axis.before + axis.after - axis.span) // axis.s) + 1
        if counted > o:
            return msg("Rounded up there is one window more, but it would start in the padding: left out.")
        return msg("The last window hangs over the end by {n}.", n=axis.s - over)
    if axis.s == 1 and o == i and axis.k > 1:
        return msg(
            "The size is kept: padding adds the {n} cells that a window spanning {span} takes.",
            n=axis.span - 1, span=axis.span,
        )  # fmt: skip
    if axis.s > 1:
        return msg("Every cell is read: stride {s} takes the last window to the very end.", s=axis.s)
    return None


def _of_stamps(axis: Axis, i: int, o: int) -> Message | None:
    taken = sizes_taken_to(i, axis.k, axis.s, axis.before, axis.d)
    if axis.same_tf and axis.s <= axis.span:
        return msg(
            "SAME cuts off {before} before and {after} after, so that {s} times as many cells come out.",
            before=axis.before,
            after=axis.after,
            s=axis.s,
        )
    if axis.s > axis.span:
        return msg("Stride {s} is longer than the window: some cells get nothing.", s=axis.s)
    if len(taken) > 1:
        return msg(
            "A convolution takes {least} to {most} cells to {i}; output padding says which comes back.",
            least=taken[0],
            most=taken[-1],
            i=i,
        )
    return None


def _of_unpooling(axis: Axis, i: int, o: int) -> Message | None:
    taken = sizes_taken_to(i, axis.k, axis.s, axis.before)
    if len(taken) > 1:
        return msg(
            "Pooling takes {least} to {most} cells to {i}; unpooling makes the fewest unless told its "
            "output_size.",
            least=taken[0], most=taken[-1], i=i,
        )  # fmt: skip
    return None


def _of_factor(axis: Axis, i: int, o: int) -> Message | None:
    if (i * axis.factor).denominator > 1:
        return msg("{i} × {factor} is no whole number; it is rounded down.", i=i, factor=number(axis.factor))
    return None


REMARKS: dict[str, Callable[[Axis, int, int], Message | None]] = {
    "conv": _of_window,
    "max_pool": _of_window,
    "avg_pool": _of_window,
    "transposed": _of_stamps,
    "unpool": _of_unpooling,
    "upsample": _of_factor,
}
_VALID = "Without enough padding, a window of k taps takes d(k − 1) cells off."
PLAIN = {
    "conv": _VALID,
    "max_pool": _VALID,
    "avg_pool": _VALID,
    "transposed": "Every input cell stamps the whole window; neighbours lie s cells apart.",
    "unpool": "Each maximum goes back to where it was found; the other cells are 0.",
    "upsample": "Each output cell reads its nearest neighbours in the input.",
}


def number(value: Fraction) -> str:
    """A factor as it is typed: "2", "1.5", "7/3"."""
    if value.denominator == 1 or (1000 * value).denominator > 1:
        return str(value)
    return f"{float(value):g}"
