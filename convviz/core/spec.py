"""What a layer is asked to do: frozen, validated descriptions, without any numbers to compute on.

Names and meanings are PyTorch's. A spec knows nothing of the picture it will meet; whether the two fit
is asked of `sizes`.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite
from typing import ClassVar, Literal

from convviz.core.errors import SpecError
from convviz.i18n import listed

Pair = tuple[int, int]
Pads = tuple[int, int, int, int]
"""Padding cells per side: top, bottom, left, right."""

MAX_KERNEL = 63
MAX_SPAN = 1024
"""Cells from a window's first tap to its last: more fill a screen, and no two of its pixels are one cell."""
LARGEST_AMOUNT = 1e9
"""The largest weight, bias and padding value: sums of these are numbers; see core.images.LARGEST."""
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
    largest_span: ClassVar[int] = MAX_SPAN

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
        check_span(self.kernel_size, self.dilation, self.largest_span)
        check_padding(self.padding, self.stride)
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
        """(height, width) of the window from its first tap to its last."""
        return span(self.kernel_size, self.dilation)

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


def span(kernel_size: Pair, dilation: Pair) -> Pair:
    """(height, width) of a window from its first tap to its last: d(k − 1) + 1."""
    return (dilation[0] * (kernel_size[0] - 1) + 1, dilation[1] * (kernel_size[1] - 1) + 1)


def check_span(kernel_size: Pair, dilation: Pair, most: int = MAX_SPAN) -> None:
    """Refuses a window that reaches over more cells, from its first tap to its last."""
    for k, d, cells in zip(kernel_size, dilation, span(kernel_size, dilation), strict=True):
        if cells > most:
            raise SpecError("window_too_wide", k=k, d=d, span=cells, most=most)


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


def check_padding(padding: object, stride: Pair) -> None:
    """Refuses what is neither "same", for stride 1 alone, nor "valid", nor cells on four sides."""
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
