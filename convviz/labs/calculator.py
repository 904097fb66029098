"""What the sizes calculator says: formulas with their numbers, what follows from them; a scene as a stack."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from convviz.core.chain_spec import ChainSpec
from convviz.core.layer_sizes import KINDS, Axis
from convviz.core.resize_spec import ResizeSpec
from convviz.core.same_padding import SAME_TF
from convviz.core.sizes import Shape
from convviz.core.solve_sizes import exact_strides, left_over
from convviz.core.spec import ConvSpec, PoolSpec
from convviz.core.spec_1d import Conv1dSpec
from convviz.core.spec_3d import Conv3dSpec
from convviz.core.stacks import Stack, StackLayer, layer_of_kind
from convviz.core.transposed_sizes import sizes_taken_to
from convviz.core.transposed_spec import TransposedSpec
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
    counted = -(-(i + 2 * axis.before - axis.span) // axis.s) + 1
    left_out = " − 1" if counted > KINDS["max_pool"].size(axis, i) else ""
    return f"⌈{_room(axis, i)}⌉ + 1{left_out}"


def _transposed(axis: Axis, i: int) -> str:
    return f"{axis.s}·({i} − 1) + {axis.d}·{axis.k - 1} + 1 − 2·{axis.before} + {axis.extra}"


def _unpool(axis: Axis, i: int) -> str:
    return f"{axis.s}·({i} − 1) + {axis.k} − 2·{axis.before}"


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
    "unpool": Formula("o = s(i − 1) + k − 2p", _unpool, "s(i − 1) + k − 2p = o"),
    "upsample": Formula("o = ⌊i·f⌋", _upsample, "o / i ≤ f < (o + 1) / i"),
}


SAME = Formula("o = ⌈i / s⌉, p₁ + p₂ = max((o − 1)s + d(k − 1) + 1 − i, 0)", _same, "s(o − 1) < i ≤ s·o")
"""A convolution's with TensorFlow's SAME."""


def size_lines(layer: StackLayer, before: tuple[int, ...], after: tuple[int, ...]) -> tuple[Message, ...]:
    """The formula, then with a layer's numbers: one line, or one per axis where they differ.

    Args:
        layer: the layer.
        before: its input's (channels, sizes…).
        after: its output's.
    """
    formula = SAME if layer.padding == SAME_TF else FORMULAS[layer.kind]
    ceil = layer.ceil and layer.has("ceil")
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
    if layer.ceil and layer.has("ceil"):
        return msg("s(o − 2) < i + 2p − d(k − 1) − 1 ≤ s(o − 1)")
    return msg((SAME if layer.padding == SAME_TF else FORMULAS[layer.kind]).backwards)


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
        counted = -(-(i + 2 * axis.before - axis.span) // axis.s) + 1
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
_VALID = "Without padding enough for it, a window of k taps takes d(k − 1) cells off."
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


# --- the present scene as a stack ---


def _from_conv(spec: ConvSpec) -> StackLayer:
    top, bottom, left, right = spec.pads
    return layer_of_kind(
        "conv", 2, kernel=spec.kernel_size, stride=spec.stride, padding=((top, bottom), (left, right)),
        dilation=spec.dilation, filters=spec.out_channels, groups=spec.groups,
    )  # fmt: skip


def _from_pool(spec: PoolSpec) -> StackLayer:
    (rows, cols), more = spec.padding, {"dilation": spec.dilation} if spec.kind == "max" else {}
    return layer_of_kind(
        f"{spec.kind}_pool", 2, kernel=spec.kernel_size, stride=spec.stride,
        padding=((rows, rows), (cols, cols)), ceil=spec.ceil_mode, **more,
    )  # fmt: skip


def _from_conv1d(spec: Conv1dSpec) -> StackLayer:
    return layer_of_kind(
        "conv", 1, kernel=spec.kernel_size[1], stride=spec.stride[1], padding=(spec.pads[2:],),
        dilation=spec.dilation[1], filters=spec.out_channels, groups=spec.groups,
    )  # fmt: skip


def _from_conv3d(spec: Conv3dSpec) -> StackLayer:
    front, back, top, bottom, left, right = spec.margins
    return layer_of_kind(
        "conv", 3, kernel=(spec.depth, *spec.kernel_size), stride=(spec.depth_stride, *spec.stride),
        padding=((front, back), (top, bottom), (left, right)), dilation=(spec.depth_dilation, *spec.dilation),
        filters=1,
    )  # fmt: skip


def _from_transposed(spec: TransposedSpec) -> StackLayer:
    rows, cols = spec.padding
    return layer_of_kind(
        "transposed", 2, kernel=spec.kernel_size, stride=spec.stride, padding=((rows, rows), (cols, cols)),
        dilation=spec.dilation, extra=spec.output_padding, filters=spec.channels, groups=spec.groups,
    )  # fmt: skip


MODES = {
    "nearest": "nearest",
    "nearest-exact": "nearest",
    "bilinear": "linear",
    "bicubic": "cubic",
    "area": "area",
}
"""What the modes of upsampling in two dimensions are called whatever the dimensions."""
FINEST = 10**6
"""The largest denominator of a factor: enough for thirds, and for six decimals."""


def _from_resize(spec: ResizeSpec) -> StackLayer:
    rows, cols = (Fraction(factor).limit_denominator(FINEST) for factor in spec.scale)
    return layer_of_kind("upsample", 2, factor=(rows, cols), mode=MODES[spec.mode])


def _from_chain(spec: ChainSpec) -> tuple[StackLayer, ...]:
    """The convolution and what pools it, unless that leaves everything as it is."""
    pooled = spec.pool.kernel_size != (1, 1)
    return (_from_conv(spec.conv), *((_from_pool(spec.pool),) if pooled else ()))


SPECS: dict[type, Callable[[Any], StackLayer | tuple[StackLayer, ...]]] = {
    ConvSpec: _from_conv,
    TransposedSpec: _from_transposed,
    PoolSpec: _from_pool,
    ChainSpec: _from_chain,
    ResizeSpec: _from_resize,
    Conv1dSpec: _from_conv1d,
    Conv3dSpec: _from_conv3d,
}
"""How each operation's spec reads as a layer, or several; an operation without a row is not taken over."""


def stack_of(spec: Any, shape: Shape) -> Stack | None:
    """What an operation makes of (channels, rows, columns), as layers; None for one without a row in SPECS.

    A layer along one axis reads every row by itself: the stack's input is one of them. One along three reads
    slices: its input is one channel of them.
    """
    make = SPECS.get(type(spec))
    if make is None:
        return None
    made = make(spec)
    layers = made if isinstance(made, tuple) else (made,)
    axes = layers[0].axes
    return Stack(1 if axes == len(shape) else shape[0], shape[-axes:], layers)
