"""A scene's layer as the sizes calculator has it: a stack of one layer or more."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from convviz.core.chain_spec import ChainSpec
from convviz.core.pool_sizes import unpool_size
from convviz.core.pool_spec import PoolSpec
from convviz.core.resize_spec import ResizeSpec
from convviz.core.same_padding import SAME_TF, same_sides
from convviz.core.sizes import Shape
from convviz.core.spec import ConvSpec
from convviz.core.spec_1d import Conv1dSpec
from convviz.core.spec_3d import Conv3dSpec
from convviz.core.stacks import Stack, StackLayer, layer_of_kind
from convviz.core.transposed_spec import TransposedSpec
from convviz.core.unpool_spec import UnpoolSpec
from convviz.scene.sums import FINEST


def _from_conv(spec: ConvSpec, shape: Shape) -> StackLayer:
    top, bottom, left, right = spec.pads
    return layer_of_kind(
        "conv", 2, kernel=spec.kernel_size, stride=spec.stride, padding=((top, bottom), (left, right)),
        dilation=spec.dilation, filters=spec.out_channels, groups=spec.groups,
    )  # fmt: skip


def _from_pool(spec: PoolSpec, shape: Shape) -> StackLayer:
    more = {"dilation": spec.dilation} if spec.kind == "max" else {}
    same = same_sides(shape[1:], spec.kernel_size, spec.stride, spec.dilation)
    padding = SAME_TF if len(spec.padding) == 4 and spec.sides == tuple(same) else spec.sides
    return layer_of_kind(
        f"{spec.kind}_pool", 2, kernel=spec.kernel_size, stride=spec.stride,
        padding=padding, ceil=spec.ceil_mode, **more,
    )  # fmt: skip


def _from_conv1d(spec: Conv1dSpec, shape: Shape) -> StackLayer:
    return layer_of_kind(
        "conv", 1, kernel=spec.kernel_size[1], stride=spec.stride[1], padding=(spec.pads[2:],),
        dilation=spec.dilation[1], filters=spec.out_channels, groups=spec.groups,
    )  # fmt: skip


def _from_conv3d(spec: Conv3dSpec, shape: Shape) -> StackLayer:
    front, back, top, bottom, left, right = spec.margins
    return layer_of_kind(
        "conv", 3, kernel=(spec.depth, *spec.kernel_size), stride=(spec.depth_stride, *spec.stride),
        padding=((front, back), (top, bottom), (left, right)), dilation=(spec.depth_dilation, *spec.dilation),
        filters=1,
    )  # fmt: skip


def _from_transposed(spec: TransposedSpec, shape: Shape) -> StackLayer:
    (rows, cols), uneven = spec.padding, spec.trimmed != (0, 0)
    padding = SAME_TF if uneven else ((rows, rows), (cols, cols))
    return layer_of_kind(
        "transposed", 2, kernel=spec.kernel_size, stride=spec.stride, padding=padding,
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


def _from_resize(spec: ResizeSpec, shape: Shape) -> StackLayer:
    rows, cols = (Fraction(factor).limit_denominator(FINEST) for factor in spec.scale)
    return layer_of_kind("upsample", 2, factor=(rows, cols), mode=MODES[spec.mode])


def _from_chain(spec: ChainSpec, shape: Shape) -> tuple[StackLayer, ...]:
    """The convolution and what pools it, unless that leaves everything as it is."""
    pooled = spec.pool.kernel_size != (1, 1)
    return (_from_conv(spec.conv, shape), *((_from_pool(spec.pool, shape),) if pooled else ()))


def _from_unpool(spec: UnpoolSpec, shape: Shape) -> tuple[StackLayer, ...]:
    """The pooling and its way back; an output_size reads as what it has beyond the least."""
    size = (shape[1], shape[2])
    axes = zip(spec.pooled(size), spec.unpooled(size), spec.axes, strict=True)
    extra = tuple(o - unpool_size(n, k, s, p) for n, o, (k, s, p) in axes)
    pool = _from_pool(spec.pool, shape)
    back = layer_of_kind(
        "unpool", 2, kernel=pool.kernel, stride=pool.stride, padding=pool.padding, extra=extra
    )
    return pool, back


SPECS: dict[type, Callable[[Any, Shape], StackLayer | tuple[StackLayer, ...]]] = {
    ConvSpec: _from_conv,
    TransposedSpec: _from_transposed,
    PoolSpec: _from_pool,
    UnpoolSpec: _from_unpool,
    ChainSpec: _from_chain,
    ResizeSpec: _from_resize,
    Conv1dSpec: _from_conv1d,
    Conv3dSpec: _from_conv3d,
}
"""How each operation's spec reads on an input, as a layer or several; one without a row is not taken over."""


def stack_of(spec: Any, shape: Shape) -> Stack | None:
    """What an operation makes of (channels, rows, columns), as layers; None for one without a row in SPECS.

    A layer along one axis reads every row by itself: the stack's input is one of them. One along three reads
    slices: its input is one channel of them.
    """
    make = SPECS.get(type(spec))
    if make is None:
        return None
    made = make(spec, shape)
    layers = made if isinstance(made, tuple) else (made,)
    axes = layers[0].axes
    return Stack(1 if axes == len(shape) else shape[0], shape[-axes:], layers)
