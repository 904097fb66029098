"""Layers one after another: what each makes of its input, what it costs, and how far back it sees.

A stack is a description, without numbers to compute on: 1 to 3 axes, any layer of layer_sizes.KINDS.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from math import floor, prod
from typing import Any

from convviz.core.errors import Refusal, SpecError
from convviz.core.layer_sizes import KINDS, Axis, Field, field
from convviz.core.pool_sizes import adaptive_reads
from convviz.core.pool_spec import check_pool_padding
from convviz.core.same_padding import SAME_TF, SameTf, tensorflow_same, tensorflow_same_transposed
from convviz.core.sizes import Cost
from convviz.core.spec import check_choice, check_positive
from convviz.i18n import listed

Shape = tuple[int, ...]
"""(channels, …, rows, columns): a channel count and one to three sizes."""

MODES = {"nearest": 1, "linear": 2, "cubic": 4, "area": 0}
"""Ways of interpolating, and how many neighbours each reads along an axis; 0: all it touches."""

Padding = tuple[tuple[int, int], ...] | SameTf

MOST_AXES = 3


@dataclass(frozen=True)
class StackLayer:
    """A layer of a stack; what its kind does not have (see KINDS) stays as it is here and means nothing.

    Attributes:
        kernel, stride, dilation, extra, factor: one number per axis; `extra` is output_padding.
        padding: (before, after) per axis; or "same-tf", TensorFlow's SAME, of a pooling or a convolution;
            of a transposed one it sets extra aside.
        filters: output channels of a convolution; 0 for the others, which keep their input's.

    Raises: SpecError when a number describes no layer.
    """

    kind: str = "conv"
    kernel: tuple[int, ...] = (3, 3)
    stride: tuple[int, ...] = (1, 1)
    padding: Padding = ((0, 0), (0, 0))
    dilation: tuple[int, ...] = (1, 1)
    extra: tuple[int, ...] = (0, 0)
    factor: tuple[Fraction, ...] = (Fraction(2), Fraction(2))
    filters: int = 1
    groups: int = 1
    bias: bool = True
    ceil: bool = False
    mode: str = "nearest"
    name: str = ""

    def __post_init__(self) -> None:
        check_choice("kind", self.kind, tuple(KINDS))
        check_choice("mode", self.mode, tuple(MODES))
        self._check_axes()
        for name in ("filters", "groups"):
            check_positive(name, getattr(self, name))
        for name in ("kernel", "stride", "dilation"):
            for number in getattr(self, name):
                check_positive(name, number)
        for factor in self.factor:
            if factor <= 0:
                raise SpecError("not_above_zero", name="factor", value=factor)
        self._check_padding()

    def _check_padding(self) -> None:
        if isinstance(self.padding, str):
            check_choice("padding", self.padding, (SAME_TF,))
            if not self.may_be_same:
                raise SpecError("uneven_padding")
            return
        for number in (*self.extra, *(cells for sides in self.padding for cells in sides)):
            if number < 0:
                raise SpecError("negative", name="padding", value=number)
        if KINDS[self.kind].enlarges and any(before != after for before, after in self.padding):
            raise SpecError("uneven_padding")
        for (before, after), k, d in zip(self.padding, self.kernel, self.dilation, strict=True):
            if "pool" in self.kind:
                wide = d if self.has("dilation") else 1
                check_pool_padding(before if before == after else (before, after), k, wide)

    def _check_axes(self) -> None:
        per_axis = {name: getattr(self, name) for name in PER_AXIS}
        lengths = {name: len(values) for name, values in per_axis.items() if not isinstance(values, str)}
        if len(set(lengths.values())) > 1 or not 1 <= self.axes <= MOST_AXES:
            raise SpecError("axes_differ", most=MOST_AXES, lengths=listed(lengths.values()))

    @property
    def axes(self) -> int:
        """1, 2 or 3."""
        return len(self.kernel)

    def has(self, choice: str) -> bool:
        """Whether a choice shapes this kind of layer."""
        return choice in KINDS[self.kind].has

    @property
    def may_be_same(self) -> bool:
        """Whether TensorFlow's SAME is one of its paddings."""
        return self.has("filters") or (self.has("padding") and not KINDS[self.kind].enlarges)

    @property
    def rounds_up(self) -> bool:
        """Whether a last window may hang over the end; TensorFlow's SAME leaves nothing over for one."""
        return self.ceil and self.has("ceil") and self.padding != SAME_TF

    def axis(self, n: int, i: int) -> Axis:
        """The layer along its axis n, on an input of i cells."""
        if self.kind == "upsample":
            factor = self.factor[n]
            if self.mode == "area":  # which looks at the sizes
                factor = Fraction(floor(i * factor), i) or factor
            return Axis(factor=factor, reach=MODES[self.mode])
        extra = self.extra[n] if self.has("extra") else 0
        if not isinstance(self.padding, str):
            before, after = self.padding[n]
        elif self.kind == "transposed":
            before, after, extra = tensorflow_same_transposed(
                self.kernel[n], self.stride[n], self.dilation[n]
            )
        else:
            before, after = tensorflow_same(i, self.kernel[n], self.stride[n], self.dilation[n])
        return Axis(
            k=self.kernel[n],
            s=self.stride[n],
            before=before,
            after=after,
            d=self.dilation[n] if self.has("dilation") else 1,
            extra=extra,
            ceil=self.rounds_up,
            same_tf=self.padding == SAME_TF,
        )


PER_AXIS = ("kernel", "stride", "padding", "dilation", "extra", "factor")
"""Choices of a StackLayer that are one value per axis, unless padding has a name."""


def layer_of_kind(kind: str, axes: int, **choices: Any) -> StackLayer:
    """A layer of a kind with what is usual for it: windows of 3, of 2 with stride 2 for pooling; as chosen.

    A choice that is one value stands for every axis, and a number of padding for both sides.

    Example: layer_of_kind("conv", 2, kernel=5, padding=2, filters=16)
    """
    small = {"kernel": 2, "stride": 2} if KINDS[kind].title.endswith("pooling") else {}
    usual = {"kernel": 3, "stride": 1, "padding": 0, "dilation": 1, "extra": 0, "factor": Fraction(2)}
    values: dict[str, Any] = {**usual, **small, **choices}
    for name in PER_AXIS:
        value = values[name]
        if value == SAME_TF:
            continue
        if name == "padding" and isinstance(value, int):
            value = (value, value)
        per_axis = isinstance(value, tuple) and (name != "padding" or isinstance(value[0], tuple))
        values[name] = value if per_axis else (value,) * axes
    return StackLayer(kind, **values)


def as_kind(layer: StackLayer, kind: str) -> StackLayer:
    """A layer of another kind that keeps the choices they share, unless they do not fit the other."""
    shared = [name for name in KINDS[kind].has if layer.has(name)]
    try:
        return layer_of_kind(
            kind, layer.axes, name=layer.name, **{name: getattr(layer, name) for name in shared}
        )
    except SpecError:
        return layer_of_kind(kind, layer.axes, name=layer.name)


def with_axes(layer: StackLayer, axes: int) -> StackLayer:
    """The layer along fewer axes, or along more, which are like its last."""
    per_axis = {name: getattr(layer, name) for name in PER_AXIS}
    changes: dict[str, Any] = {
        name: resized(values, axes) for name, values in per_axis.items() if values != SAME_TF
    }
    return replace(layer, **changes)


def resized(values: tuple[Any, ...], axes: int) -> tuple[Any, ...]:
    """The first values, or all of them and the last one over again."""
    return (*values, *[values[-1]] * axes)[:axes]


@dataclass(frozen=True)
class Stack:
    """An input and the layers it goes through, the first first.

    Raises: SpecError when there is no layer, or one has other axes than the input.
    """

    channels: int = 3
    size: tuple[int, ...] = (32, 32)
    layers: tuple[StackLayer, ...] = (StackLayer(),)

    def __post_init__(self) -> None:
        for name, number in (("channels", self.channels), *(("size", n) for n in self.size)):
            check_positive(name, number)
        if not self.layers:
            raise SpecError("no_layers")
        for layer in self.layers:
            if layer.axes != len(self.size):
                raise SpecError("axes_differ", most=MOST_AXES, lengths=listed((len(self.size), layer.axes)))


@dataclass(frozen=True)
class Row:
    """What a layer of a stack comes to: (channels, sizes…) before and after, cost, field along each axis."""

    layer: StackLayer
    before: Shape
    after: Shape
    cost: Cost
    fields: tuple[Field, ...]


@dataclass(frozen=True)
class Survey:
    """The rows of a stack, as far as its layers fit, and why the next one does not."""

    rows: tuple[Row, ...]
    trouble: Refusal | None = None


def survey(stack: Stack) -> Survey:
    """Goes through a stack layer by layer; a layer that does not fit its input ends it."""
    rows: list[Row] = []
    shape: Shape = (stack.channels, *stack.size)
    for layer in stack.layers:
        try:
            after = shape_after(layer, shape)
        except SpecError as refusal:
            return Survey(tuple(rows), refusal)
        rows.append(Row(layer, shape, after, cost(layer, shape, after), _fields(rows, layer, shape, after)))
        shape = after
    return Survey(tuple(rows))


def shape_after(layer: StackLayer, shape: Shape) -> Shape:
    """(channels, sizes…) that a layer makes of an input.

    Raises: SpecError when it does not fit.
    """
    channels = shape[0]
    if layer.has("filters"):
        for count in (channels, layer.filters):
            if count % layer.groups:
                raise SpecError("groups_do_not_divide", channels=count, groups=layer.groups)
        channels = layer.filters
    size = KINDS[layer.kind].size
    return (channels, *(size(layer.axis(n, i), i) for n, i in enumerate(shape[1:])))


def cost(layer: StackLayer, before: Shape, after: Shape) -> Cost:
    """Parameters and multiply-accumulates, as sizes.Cost counts them.

    A convolution multiplies once per tap for every output cell, a transposed one once per tap for every
    input cell, as it stamps; interpolation once per neighbour it weighs. Nearest neighbours are copied, a
    maximum compares, and a mean, of pooling or of mode "area", adds: none of them multiplies, and what they
    do is counted as operations.
    """
    return COSTS.get(layer.kind, _free)(layer, before, after)


def _conv_cost(layer: StackLayer, before: Shape, after: Shape) -> Cost:
    weights = after[0] * before[0] // layer.groups * prod(layer.kernel)
    places = prod(after[1:]) if layer.kind == "conv" else prod(before[1:])
    return Cost(weights, after[0] if layer.bias else 0, weights * places, prod(after))


def _upsample_cost(layer: StackLayer, before: Shape, after: Shape) -> Cost:
    if layer.mode == "area":
        read = prod(adaptive_reads(i, o) for i, o in zip(before[1:], after[1:], strict=True))
        return Cost(0, 0, 0, prod(after), operations=before[0] * read)
    weighed = MODES[layer.mode] ** layer.axes if layer.mode != "nearest" else 0
    return Cost(0, 0, prod(after) * weighed, prod(after))


def _pool_cost(layer: StackLayer, before: Shape, after: Shape) -> Cost:
    return Cost(0, 0, 0, prod(after), operations=prod(after) * prod(layer.kernel))


def _free(layer: StackLayer, before: Shape, after: Shape) -> Cost:
    return Cost(0, 0, 0, prod(after))


COSTS: dict[str, Callable[[StackLayer, Shape, Shape], Cost]] = {
    "conv": _conv_cost,
    "transposed": _conv_cost,
    "max_pool": _pool_cost,
    "avg_pool": _pool_cost,
    "upsample": _upsample_cost,
}


def _fields(above: list[Row], layer: StackLayer, before: Shape, after: Shape) -> tuple[Field, ...]:
    layers = [*((row.layer, row.before) for row in above), (layer, before)]
    return tuple(
        field([(KINDS[one.kind], one.axis(n, shape[1 + n])) for one, shape in layers], o)
        for n, o in enumerate(after[1:])
    )


def total(rows: tuple[Row, ...]) -> Cost:
    """What all rows cost together; its output cells are those of every layer, which training keeps."""
    costs = [row.cost for row in rows]
    return Cost(
        weights=sum(c.weights for c in costs),
        biases=sum(c.biases for c in costs),
        macs=sum(c.macs for c in costs),
        output_cells=sum(c.output_cells for c in costs),
        operations=sum(c.operations for c in costs),
    )
