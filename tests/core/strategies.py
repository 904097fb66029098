"""Random layers and the numbers they meet, for every test that holds two computations against each other.

A strategy draws what is structural (sizes, strides, borders, kinds of numbers) and a seed; the numbers come
from the seed. A drawn layer always fits its input: what does not fit has tests of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil
from typing import Any

import numpy as np
from hypothesis import strategies as st
from numpy.typing import NDArray

from convviz.core.chain_spec import ChainSpec
from convviz.core.dense_spec import CONNECTIONS, DenseSpec
from convviz.core.pool_sizes import unpool_size
from convviz.core.pool_spec import POOLS, PoolSpec
from convviz.core.resize_spec import CORNERED, RESIZES, ResizeSpec
from convviz.core.same_padding import same_pads
from convviz.core.sizes import conv_shape
from convviz.core.spec import ACTIVATIONS, PADDING_MODES, ConvSpec
from convviz.core.spec_1d import Conv1dSpec
from convviz.core.spec_3d import Conv3dSpec, conv3d_spec
from convviz.core.transposed_spec import TransposedSpec, same_transposed
from convviz.core.unpool_spec import UnpoolSpec

Array = NDArray[Any]
DEPTHS = {"bytes": (np.uint8, 255), "words": (np.uint16, 65535), "floats": (np.float32, 1)}


@dataclass(frozen=True, eq=False)
class Case:
    """A spec and operands that fit it: input (C, H, W), weight and bias."""

    spec: ConvSpec
    x: Array
    weight: Array
    bias: Array

    @property
    def operands(self) -> tuple[Array, Array, Array]:
        return self.x, self.weight, self.bias

    @property
    def scale(self) -> float:
        """The largest that a sum of this size can become; rounding is measured against it."""
        largest = max(float(np.abs(self.x).max()), abs(self.spec.border_value))
        return largest * float(np.abs(self.weight).sum(axis=(1, 2, 3)).max()) + float(np.abs(self.bias).max())

    def __repr__(self) -> str:
        return f"Case({self.spec}, x {self.x.dtype}{self.x.shape})"


def pairs(low: int, high: int) -> st.SearchStrategy[tuple[int, int]]:
    number = st.integers(low, high)
    return st.tuples(number, number)


@st.composite
def conv_specs(
    draw: st.DrawFn, large: bool = False, channels: int = 3, activations: tuple[str, ...] = ACTIVATIONS
) -> ConvSpec:
    """Layers of up to `channels` per group; `large` ones have kernels for which OpenCV takes the DFT."""
    groups = draw(st.sampled_from((1, 1, 2, 3)))
    ins, outs = draw(pairs(1, channels))
    kernel_size = draw(pairs(8, 17) if large else pairs(1, 5))
    plain = draw(st.booleans())
    stride = (1, 1) if plain else draw(pairs(1, 3))
    sides = st.tuples(*[st.integers(0, 4)] * 4)
    named = ["valid", "same"] if stride == (1, 1) else ["valid"]
    return ConvSpec(
        kernel_size=kernel_size,
        stride=stride,
        padding=draw(st.one_of(sides, st.sampled_from(named))),
        dilation=(1, 1) if plain else draw(pairs(1, 3)),
        in_channels=groups * ins,
        out_channels=groups * outs,
        groups=groups,
        padding_mode=draw(st.sampled_from(PADDING_MODES)),
        padding_value=draw(st.sampled_from((0.0, 1.0, -1.0, 0.5, 255.0, 300.0))),
        flip=draw(st.booleans()),
        activation=draw(st.sampled_from(activations)),
        negative_slope=draw(st.sampled_from((0.01, 0.2, -0.5))),
    )


def smallest(spec: ConvSpec) -> tuple[int, int]:
    """The least height and width of an input that the layer can work on."""
    top, bottom, left, right = spec.pads
    sizes = []
    for span, before, after in ((spec.span[0], top, bottom), (spec.span[1], left, right)):
        reach = {"reflect": max(before, after) + 1, "circular": max(before, after)}.get(spec.padding_mode, 1)
        sizes.append(max(1, span - before - after, reach))
    return (sizes[0], sizes[1])


@st.composite
def conv_cases(
    draw: st.DrawFn,
    specs: st.SearchStrategy[ConvSpec] | None = None,
    depths: tuple[str, ...] = tuple(DEPTHS),
    whole: bool | None = None,
) -> Case:
    """A layer on an input: `whole` weights and bias are small integers, others are not; None is either."""
    spec = draw(conv_specs() if specs is None else specs)
    (height, width), (more_rows, more_cols) = smallest(spec), draw(pairs(0, 9))
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    dtype, largest = DEPTHS[draw(st.sampled_from(depths))]
    shape = (spec.in_channels, height + more_rows, width + more_cols)
    if dtype == np.float32:
        x = rng.normal(size=shape).astype(np.float32)
    else:
        x = rng.integers(0, largest, shape, dtype, endpoint=True)
    if draw(st.booleans()) if whole is None else whole:
        weight, bias = rng.integers(-4, 5, spec.weight_shape), rng.integers(-9, 10, spec.out_channels)
    else:
        weight, bias = rng.normal(size=spec.weight_shape), rng.normal(size=spec.out_channels)
    return Case(spec, x, weight.astype(np.float64), bias.astype(np.float64))


def whole_border(case: Case) -> bool:
    """Whether what stands outside the image is a whole number too."""
    return float(case.spec.border_value).is_integer()


@dataclass(frozen=True, eq=False)
class PoolCase:
    """A pooling and an input that fits it."""

    spec: PoolSpec
    x: Array

    @property
    def operands(self) -> tuple[Array]:
        return (self.x,)

    @property
    def scale(self) -> float:
        """Rounding is measured against the sum that an average divides."""
        return float(np.abs(self.x).max()) * self.spec.kernel_size[0] * self.spec.kernel_size[1] + 1e-9


@dataclass(frozen=True, eq=False)
class ChainCase:
    """A convolution and a pooling, and operands that fit."""

    spec: ChainSpec
    conv: Case

    @property
    def x(self) -> Array:
        return self.conv.x

    @property
    def operands(self) -> tuple[Array, Array, Array]:
        return self.conv.operands

    @property
    def scale(self) -> float:
        """That of the sums; a negative slope of at most 1 leaves them no larger."""
        return self.conv.scale


@st.composite
def pool_cases(draw: st.DrawFn) -> PoolCase:
    """Poolings with every kind of window; one that reads nothing but padding does not exist.

    Padding is as much on either side, or not, or TensorFlow's SAME.
    """
    kind, kernel_size = draw(st.sampled_from(POOLS)), draw(pairs(1, 5))
    rows, cols = (st.integers(0, k // 2) for k in kernel_size)
    padding = draw(st.one_of(st.tuples(rows, cols), st.tuples(rows, rows, cols, cols)))
    spec = PoolSpec(
        kind=kind,
        kernel_size=kernel_size,
        stride=draw(pairs(1, 4)),
        padding=padding,
        dilation=draw(pairs(1, 3)) if kind == "max" else (1, 1),
        ceil_mode=draw(st.booleans()),
        count_include_pad=draw(st.booleans()),
    )
    least = [span - sum(sides) for span, sides in zip(spec.span, spec.sides, strict=True)]
    (more_rows, more_cols), channels = draw(pairs(0, 9)), draw(st.integers(1, 3))
    shape = (channels, max(1, least[0]) + more_rows, max(1, least[1]) + more_cols)
    if draw(st.booleans()) and draw(st.booleans()):
        spec = replace(spec, padding=same_pads(shape[1:], kernel_size, spec.stride, spec.dilation))
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    dtype, largest = DEPTHS[draw(st.sampled_from(tuple(DEPTHS)))]
    if dtype == np.float32:
        return PoolCase(spec, rng.normal(size=shape).astype(np.float32))
    # Few different numbers, so that there are ties.
    return PoolCase(spec, rng.integers(0, min(largest, 9), shape, dtype, endpoint=True))


@dataclass(frozen=True, eq=False)
class UnpoolCase:
    """An unpooling and a picture that is pooled for it."""

    spec: UnpoolSpec
    x: Array

    @property
    def operands(self) -> tuple[Array]:
        return (self.x,)

    @property
    def scale(self) -> float:
        """Nothing is added up."""
        return float(np.abs(self.x).max()) + 1e-9


@st.composite
def unpool_cases(draw: st.DrawFn) -> UnpoolCase:
    """Windows that overlap, touch, or leave gaps, with ties; an output with more rows than the picture."""
    kernel, stride = draw(pairs(1, 5)), draw(pairs(1, 6))
    padding = (draw(st.integers(0, kernel[0] // 2)), draw(st.integers(0, kernel[1] // 2)))
    (more_rows, more_cols), channels = draw(pairs(0, 9)), draw(st.integers(1, 3))
    height, width = (
        max(1, k - 2 * p) + more for k, p, more in zip(kernel, padding, (more_rows, more_cols), strict=True)
    )
    fewest = UnpoolSpec(kernel, stride, padding, (height, width))
    least = unpool_size(fewest.pooled((height, width))[0], kernel[0], stride[0], padding[0])
    rows = draw(st.integers(height, max(height, least + stride[0] - 1)))
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    dtype, largest = DEPTHS[draw(st.sampled_from(tuple(DEPTHS)))]
    if dtype == np.float32:
        x = rng.normal(size=(channels, height, width)).astype(np.float32)
    else:
        x = rng.integers(0, min(largest, 9), (channels, height, width), dtype, endpoint=True)
    return UnpoolCase(replace(fewest, output_size=(rows, width)), x)


@st.composite
def conv1d_specs(draw: st.DrawFn) -> Conv1dSpec:
    """Every channel by itself; the window stays in its row."""
    stride, channels = draw(st.integers(1, 3)), draw(st.integers(1, 3))
    ends = st.tuples(st.just(0), st.just(0), st.integers(0, 4), st.integers(0, 4))
    return Conv1dSpec(
        kernel_size=(1, draw(st.integers(1, 9))),
        stride=(1, stride),
        padding=draw(st.one_of(ends, st.sampled_from(["valid", "same"] if stride == 1 else ["valid"]))),
        dilation=(1, draw(st.integers(1, 3))),
        in_channels=channels,
        out_channels=channels,
        groups=channels,
        padding_mode=draw(st.sampled_from(PADDING_MODES)),
        padding_value=draw(st.sampled_from((0.0, 1.0, 0.5, -300.0))),
        flip=draw(st.booleans()),
    )


@st.composite
def code_cases(draw: st.DrawFn) -> Case:
    """Bits, as bytes or as floats, and the generators of a code."""
    count, taps = draw(st.integers(1, 4)), draw(st.integers(1, 16))
    spec = Conv1dSpec(
        kernel_size=(1, taps), padding=(0, 0, taps - 1, taps - 1), out_channels=count, flip=True, binary=True
    )
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    x = rng.integers(0, 2, (1, draw(st.integers(1, 3)), draw(st.integers(1, 40))))
    weight = rng.integers(0, 2, spec.weight_shape).astype(np.float64)
    dtype = draw(st.sampled_from((np.uint8, np.float32)))
    return Case(spec, x.astype(dtype), weight, rng.integers(0, 2, count).astype(np.float64))


@dataclass(frozen=True, eq=False)
class ResizeCase:
    """An interpolation and an input that it leaves something of."""

    spec: ResizeSpec
    x: Array

    @property
    def operands(self) -> tuple[Array]:
        return (self.x,)

    @property
    def scale(self) -> float:
        """Rounding is measured against what a cubic may overshoot to."""
        return 2 * float(np.abs(self.x).max()) + 1e-9


SCALES = (0.25, 1 / 3, 0.5, 0.7, 1.0, 1.1, 1.5, 2.0, 2.5, 3.0, 4.0, 7.0, 8.0)


@st.composite
def resize_cases(draw: st.DrawFn) -> ResizeCase:
    """Interpolations of every mode, larger and smaller."""
    mode = draw(st.sampled_from(tuple(RESIZES)))
    align = mode in CORNERED and draw(st.booleans())
    spec = ResizeSpec(mode, (draw(st.sampled_from(SCALES)), draw(st.sampled_from(SCALES))), align)
    height, width = (draw(st.integers(ceil(1 / factor), ceil(1 / factor) + 8)) for factor in spec.scale)
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    dtype, largest = DEPTHS[draw(st.sampled_from(tuple(DEPTHS)))]
    shape = (draw(st.integers(1, 3)), height, width)
    if dtype == np.float32:
        return ResizeCase(spec, rng.normal(size=shape).astype(np.float32))
    return ResizeCase(spec, rng.integers(0, largest, shape, dtype, endpoint=True))


@st.composite
def chain_cases(draw: st.DrawFn) -> ChainCase:
    """Convolutions and blocks no larger than what they make."""
    case = draw(conv_cases())
    _, *sizes = conv_shape(case.spec, case.x.shape)
    block = tuple(draw(st.integers(1, min(size, 4))) for size in sizes)
    pool = PoolSpec(draw(st.sampled_from(POOLS)), block, block)
    return ChainCase(ChainSpec(case.spec, pool), case)


@dataclass(frozen=True, eq=False)
class DenseCase:
    """A layer on few cells with an input, weights and biases that fit it."""

    spec: DenseSpec
    x: Array
    weight: Array
    bias: Array

    @property
    def operands(self) -> tuple[Array, Array, Array]:
        return self.x, self.weight, self.bias

    @property
    def scale(self) -> float:
        """The largest that a sum of this size can become."""
        largest = float(np.abs(self.weight).sum(axis=(1, 2, 3)).max())
        return float(np.abs(self.x).max()) * largest + float(np.abs(self.bias).max())


@st.composite
def dense_cases(draw: st.DrawFn) -> DenseCase:
    """Dense, local and shared layers whose weights are not whole numbers."""
    window, (more_rows, more_cols) = draw(pairs(1, 4)), draw(pairs(0, 4))
    shape = (draw(st.integers(1, 3)), window[0] + more_rows, window[1] + more_cols)
    spec = DenseSpec(draw(st.sampled_from(CONNECTIONS)), shape, window)
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    dtype, largest = DEPTHS[draw(st.sampled_from(tuple(DEPTHS)))]
    x = (rng.random(shape) * largest).astype(dtype)
    return DenseCase(spec, x, rng.normal(size=spec.weight_shape), rng.normal(size=spec.weight_shape[0]))


@dataclass(frozen=True, eq=False)
class TransposedCase:
    """A transposed convolution and operands that fit it."""

    spec: TransposedSpec
    x: Array
    weight: Array
    bias: Array

    @property
    def operands(self) -> tuple[Array, Array, Array]:
        return self.x, self.weight, self.bias

    @property
    def scale(self) -> float:
        """The largest that a sum can become."""
        return float(np.abs(self.x).max() * np.abs(self.weight).sum() + np.abs(self.bias).max()) + 1e-9


@st.composite
def transposed_cases(draw: st.DrawFn) -> TransposedCase:
    """Stamps that overlap, touch, or leave gaps; padding may cut off more than a stamp reaches over."""
    kernel, stride, dilation, channels = (
        draw(pairs(1, 5)),
        draw(pairs(1, 4)),
        draw(pairs(1, 3)),
        draw(pairs(1, 3))[0],
    )
    added = [draw(st.integers(0, max(s, d) - 1)) for s, d in zip(stride, dilation, strict=True)]
    size, padding = draw(pairs(1, 7)), []
    for i, k, s, d, a in zip(size, kernel, stride, dilation, added, strict=True):
        padding.append(draw(st.integers(0, (s * (i - 1) + d * (k - 1) + a) // 2)))
    spec = TransposedSpec(kernel, stride, tuple(padding), tuple(added), dilation, channels)
    if draw(st.booleans()):
        spec = replace(spec, **same_transposed(kernel, stride, dilation))
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    dtype, largest = DEPTHS[draw(st.sampled_from(tuple(DEPTHS)))]
    x = (rng.random((channels, *size)) * largest).astype(dtype)
    return TransposedCase(spec, x, rng.normal(size=spec.weight_shape), rng.normal(size=channels))


def triples(low: int, high: int) -> st.SearchStrategy[tuple[int, int, int]]:
    number = st.integers(low, high)
    return st.tuples(number, number, number)


@st.composite
def conv3d_specs(draw: st.DrawFn) -> Conv3dSpec:
    """Windows of up to 9 slices: those of 8 and more are matrix products."""
    stride = draw(st.sampled_from([(1, 1, 1), (2, 1, 1), (1, 2, 3), (3, 2, 1)]))
    named = ["valid", "same"] if stride == (1, 1, 1) else ["valid"]
    return conv3d_spec(
        (draw(st.sampled_from((1, 2, 3, 3, 4, 9))), *draw(pairs(1, 4))),
        stride,
        draw(st.one_of(st.tuples(*[st.integers(0, 3)] * 6), st.sampled_from(named))),
        draw(triples(1, 2)),
        padding_mode=draw(st.sampled_from(PADDING_MODES)),
        padding_value=draw(st.sampled_from((0.0, 1.0, -1.0, 0.5, 255.0, 300.0))),
        flip=draw(st.booleans()),
        activation=draw(st.sampled_from(ACTIVATIONS)),
    )


@st.composite
def conv3d_cases(draw: st.DrawFn) -> Case:
    """Stacks that the window fits into, of every depth of number."""
    spec = draw(conv3d_specs())
    before, after = spec.depth_padding
    reach = {"reflect": max(before, after) + 1, "circular": max(before, after)}.get(spec.padding_mode, 1)
    slices = max(1, spec.depth_span - before - after, reach) + draw(st.integers(0, 4))
    (height, width), (more_rows, more_cols) = smallest(spec), draw(pairs(0, 6))
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    dtype, largest = DEPTHS[draw(st.sampled_from(tuple(DEPTHS)))]
    x = (rng.random((slices, height + more_rows, width + more_cols)) * largest).astype(dtype)
    whole = draw(st.booleans())
    weight = rng.integers(-4, 5, spec.weight_shape) if whole else rng.normal(size=spec.weight_shape)
    return Case(spec, x, weight.astype(np.float64), np.array([draw(st.sampled_from((0.0, -2.5)))]))


CASES: dict[str, st.SearchStrategy[Any]] = {
    "chain": chain_cases(),
    "conv2d": conv_cases(),
    "pool2d": pool_cases(),
    "unpool2d": unpool_cases(),
    "conv1d": st.one_of(conv_cases(conv1d_specs()), code_cases()),
    "conv3d": conv3d_cases(),
    "resize2d": resize_cases(),
    "dense": dense_cases(),
    "conv_transpose2d": transposed_cases(),
}
"""For each operation's id, a strategy of cases with .spec, .operands and .scale."""
