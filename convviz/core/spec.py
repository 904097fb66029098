"""What a layer is asked to do: frozen, validated descriptions, without any numbers to compute on.

Names and meanings are PyTorch's. A spec knows nothing of the picture it will meet; whether the two fit
is asked of `sizes`.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf, isfinite
from typing import ClassVar, Literal

from convviz.core.errors import SpecError
from convviz.i18n import listed

Pair = tuple[int, int]
Pads = tuple[int, int, int, int]
"""Padding cells per side: top, bottom, left, right."""

MAX_KERNEL = 63
PADDING_MODES = ("zeros", "constant", "reflect", "replicate", "circular")
ACTIVATIONS = ("none", "relu", "leaky_relu", "sigmoid", "tanh")


@dataclass(frozen=True)
class ConvSpec:
    """A 2-D convolution layer as in torch.nn.Conv2d, plus what PyTorch leaves to others.

    Attributes:
        kernel_size: (height, width) in taps, 1 to 63 each.
        stride, dilation: (rows, columns), at least 1; dilation 1 is the ordinary window.
        padding: cells per side (top, bottom, left, right), or "valid" (none), or "same": as many output
            as input cells, an odd total putting the extra cell after, as PyTorch does. Stride 1 only.
        padding_mode: what stands outside the image: "zeros", "constant" (padding_value), "reflect" (without
            repeating the edge), "replicate", "circular".
        groups: input and output channels are split into this many independent blocks.
        flip: False is cross-correlation, what deep learning calls convolution; True rotates the kernel
            by 180°, which is convolution proper.
        activation, negative_slope: applied to sum + bias; the slope is leaky ReLU's below zero.

    Raises:
        SpecError: when a number alone, or a pair of them, describes no layer.
    """

    largest_kernel: ClassVar[int] = MAX_KERNEL

    kernel_size: Pair = (3, 3)
    stride: Pair = (1, 1)
    padding: Pads | Literal["valid", "same"] = (0, 0, 0, 0)
    dilation: Pair = (1, 1)
    in_channels: int = 1
    out_channels: int = 1
    groups: int = 1
    padding_mode: str = "zeros"
    padding_value: float = 0.0
    flip: bool = False
    activation: str = "none"
    negative_slope: float = 0.01

    def __post_init__(self) -> None:
        for name in ("kernel_size", "stride", "dilation"):
            check_pair(name, getattr(self, name))
        for name in ("in_channels", "out_channels", "groups"):
            check_positive(name, getattr(self, name))
        if max(self.kernel_size) > self.largest_kernel:
            kh, kw = self.kernel_size
            raise SpecError("kernel_too_large", kh=kh, kw=kw, most=self.largest_kernel)
        _check_padding(self.padding, self.stride)
        for channels in (self.in_channels, self.out_channels):
            if channels % self.groups:
                raise SpecError("groups_do_not_divide", channels=channels, groups=self.groups)
        check_choice("padding_mode", self.padding_mode, PADDING_MODES)
        check_choice("activation", self.activation, ACTIVATIONS)
        for name in ("padding_value", "negative_slope"):
            if not isfinite(getattr(self, name)):
                raise SpecError("not_finite", name=name, value=getattr(self, name))

    @property
    def span(self) -> Pair:
        """(height, width) of the window from its first tap to its last: d(k − 1) + 1."""
        return _span(self.kernel_size, self.dilation)

    @property
    def pads(self) -> Pads:
        """Padding cells as numbers: top, bottom, left, right."""
        if self.padding == "valid":
            return (0, 0, 0, 0)
        if self.padding == "same":
            tall, wide = self.span[0] - 1, self.span[1] - 1
            return (tall // 2, tall - tall // 2, wide // 2, wide - wide // 2)
        return self.padding

    @property
    def border_value(self) -> float:
        """What stands outside the image where the border copies no cell."""
        return self.padding_value if self.padding_mode == "constant" else 0.0

    @property
    def weight_shape(self) -> tuple[int, int, int, int]:
        """(out_channels, in_channels / groups, kernel height, kernel width)."""
        return (self.out_channels, self.in_channels // self.groups, *self.kernel_size)


POOLS = ("max", "avg")


@dataclass(frozen=True)
class PoolSpec:
    """2-D max or average pooling, as in torch.nn.MaxPool2d and AvgPool2d. Each channel is pooled by itself.

    Attributes:
        kind: "max" or "avg".
        kernel_size, stride: (rows, columns); PyTorch's stride is the kernel size where it is not given.
        padding: cells on either side (rows, columns), at most half of the kernel size, as in PyTorch; or per
            side (top, bottom, left, right), at most half of what the window spans, as TensorFlow's SAME needs
            it. −∞ for a maximum, 0 for an average.
        dilation: of a maximum's window; PyTorch's average has none.
        ceil_mode: whether a last window may hang over the end.
        count_include_pad: whether an average counts the padding as cells.

    Raises:
        SpecError: when a number alone, or a pair of them, describes no pooling.
    """

    kind: str = "max"
    kernel_size: Pair = (2, 2)
    stride: Pair = (2, 2)
    padding: Pair | Pads = (0, 0)
    dilation: Pair = (1, 1)
    ceil_mode: bool = False
    count_include_pad: bool = True

    padding_mode: ClassVar[str] = "constant"
    largest_kernel: ClassVar[int] = MAX_KERNEL

    def __post_init__(self) -> None:
        check_choice("kind", self.kind, POOLS)
        for name in ("kernel_size", "stride", "dilation"):
            check_pair(name, getattr(self, name))
        if max(self.kernel_size) > self.largest_kernel:
            raise SpecError(
                "kernel_too_large", kh=self.kernel_size[0], kw=self.kernel_size[1], most=self.largest_kernel
            )
        self._check_sides()
        if self.kind == "avg" and self.dilation != (1, 1):
            raise SpecError("average_has_no_dilation", dh=self.dilation[0], dw=self.dilation[1])

    @property
    def span(self) -> Pair:
        """(height, width) of the window from its first tap to its last."""
        return _span(self.kernel_size, self.dilation)

    def _check_sides(self) -> None:
        given: object = self.padding
        if not isinstance(given, tuple) or len(given) not in (2, 4):
            raise SpecError("not_pool_padding", value=given)
        _check_padding(self.pads, self.stride)
        even = len(self.padding) == 2
        for sides, k, d in zip(self.sides, self.kernel_size, self.dilation, strict=True):
            check_pool_padding(sides[0] if even else sides, k, d)

    @property
    def pads(self) -> Pads:
        """Padding cells: top, bottom, left, right."""
        if len(self.padding) == 4:
            return self.padding
        rows, cols = self.padding
        return (rows, rows, cols, cols)

    @property
    def sides(self) -> tuple[Pair, Pair]:
        """Padding cells (before, after) along rows and along columns."""
        top, bottom, left, right = self.pads
        return (top, bottom), (left, right)

    @property
    def border_value(self) -> float:
        """What stands outside the image: what changes neither a maximum nor a sum."""
        return -inf if self.kind == "max" else 0.0


def check_pool_padding(padding: int | Pair, k: int, d: int = 1) -> None:
    """Refuses more padding than half of a pooling window of k taps, d apart.

    One number, for both sides, is held against the taps, as in PyTorch; (before, after) against what they
    span.
    """
    if isinstance(padding, int):
        if 2 * padding > k:
            raise SpecError("pool_padding_too_wide", p=padding, k=k)
    elif 2 * max(padding) > d * (k - 1) + 1:
        raise SpecError("pool_padding_too_wide", p=max(padding), k=d * (k - 1) + 1)


def _span(kernel_size: Pair, dilation: Pair) -> Pair:
    return (dilation[0] * (kernel_size[0] - 1) + 1, dilation[1] * (kernel_size[1] - 1) + 1)


def check_positive(name: str, value: object) -> None:
    """Refuses what is not a whole number of at least 1."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise SpecError("not_integer", name=name, value=value)
    if value < 1:
        raise SpecError("not_positive", name=name, value=value)


def check_pair(name: str, value: object) -> None:
    """Refuses what is not two whole numbers of at least 1."""
    if not isinstance(value, tuple) or len(value) != 2:
        raise SpecError("not_a_pair", name=name, value=value)
    for number in value:
        check_positive(name, number)


def _check_padding(padding: object, stride: Pair) -> None:
    if padding == "same" and stride != (1, 1):
        raise SpecError("same_needs_stride_1", sh=stride[0], sw=stride[1])
    if padding in ("same", "valid"):
        return
    if not isinstance(padding, tuple) or len(padding) != 4:
        raise SpecError("not_padding", value=padding)
    for cells in padding:
        if not isinstance(cells, int) or isinstance(cells, bool):
            raise SpecError("not_integer", name="padding", value=cells)
        if cells < 0:
            raise SpecError("negative", name="padding", value=cells)


def check_choice(name: str, value: str, allowed: tuple[str, ...]) -> None:
    """Refuses a name that is not in the list."""
    if value not in allowed:
        raise SpecError("unknown_choice", name=name, value=value, allowed=listed(allowed))
