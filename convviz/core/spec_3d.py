"""What a convolution of a stack of slices is asked to do: a volume, or a clip whose slices are its frames."""

from __future__ import annotations

from dataclasses import dataclass
from math import prod
from typing import Any, Literal

import numpy as np

from convviz.core import border
from convviz.core.along import Along, Strided
from convviz.core.errors import SpecError
from convviz.core.sizes import Cost, Shape, check_border, conv_shape, output_size
from convviz.core.spec import ConvSpec, Pads, check_positive
from convviz.i18n import listed

Triple = tuple[int, int, int]
"""One number for each axis: slices, rows, columns."""
Margins = tuple[int, int, int, int, int, int]
"""Padding on each side: slices before and after, then rows and columns as in Pads."""


@dataclass(frozen=True)
class Conv3dSpec(ConvSpec):
    """A 3-D convolution layer as in torch.nn.Conv3d, from one channel to one, on (D, H, W): D slices.

    Every output slice is a 2-D convolution whose channels are the slices under the window. That much of it
    is a ConvSpec whose in_channels are the window's slices; what is left is how the window moves through
    the stack.

    Attributes:
        depth_stride, depth_dilation: slices from one window to the next, and from one tap to the next.
        depth_padding: slices added before the first and after the last, filled as padding_mode says.

    Raises:
        SpecError: when a number alone, or a pair of them, describes no layer.
    """

    in_channels: int = 3
    depth_stride: int = 1
    depth_padding: tuple[int, int] = (0, 0)
    depth_dilation: int = 1

    def __post_init__(self) -> None:
        super().__post_init__()
        for name in ("depth_stride", "depth_dilation"):
            check_positive(name, getattr(self, name))
        if self.in_channels > self.largest_kernel:
            raise SpecError("window_too_deep", k=self.in_channels, most=self.largest_kernel)
        if min(self.depth_padding) < 0:
            raise SpecError("negative", name="padding", value=min(self.depth_padding))
        if (self.out_channels, self.groups) != (1, 1):
            raise SpecError("one_stack", filters=self.out_channels, groups=self.groups)

    @property
    def depth(self) -> int:
        """Slices of the window."""
        return self.in_channels

    @property
    def depth_span(self) -> int:
        """Slices from the window's first to its last: d(k − 1) + 1."""
        return self.depth_dilation * (self.depth - 1) + 1

    @property
    def margins(self) -> Margins:
        """All padding as numbers."""
        return (*self.depth_padding, *self.pads)

    def through(self, slices: int, out: int) -> Along:
        """How the slices of a stack are read, of which the output has `out`."""
        return Strided(slices, out, self.depth, self.depth_stride, self.depth_dilation, *self.depth_padding)

    def places(self, window: int) -> range:
        """The places in the stack that an output slice's window reads; some may lie outside it."""
        first = window * self.depth_stride - self.depth_padding[0]
        return range(first, first + self.depth_span, self.depth_dilation)

    def sources(self, window: int, slices: int) -> Any:
        """The slice that each of those places reads of a stack of so many; border.CONSTANT for none."""
        return border.sources(np.array(self.places(window)), slices, self.padding_mode)


def conv3d_spec(
    kernel_size: Triple,
    stride: Triple = (1, 1, 1),
    padding: Margins | Literal["valid", "same"] = "valid",
    dilation: Triple = (1, 1, 1),
    **more: Any,
) -> Conv3dSpec:
    """The layer in PyTorch's terms, one number for each axis: slices, rows, columns.

    Raises: SpecError.
    Example: conv3d_spec((3, 3, 3), padding="same").margins == (1, 1, 1, 1, 1, 1)
    """
    if padding == "same" and stride != (1, 1, 1):
        raise SpecError("same_needs_every_stride_1", stride=listed(stride))
    beyond = dilation[0] * (kernel_size[0] - 1) if padding == "same" else 0
    ends = (beyond // 2, beyond - beyond // 2) if isinstance(padding, str) else padding[:2]
    return Conv3dSpec(
        kernel_size=kernel_size[1:],
        stride=stride[1:],
        padding=padding if isinstance(padding, str) else padding[2:],
        dilation=dilation[1:],
        in_channels=kernel_size[0],
        depth_stride=stride[0],
        depth_padding=ends,
        depth_dilation=dilation[0],
        **more,
    )


def conv3d_shape(spec: Conv3dSpec, shape: Shape) -> Shape:
    """(slices, height, width) that the layer makes of a stack (slices, height, width).

    Raises: SpecError as sizes.conv_shape, of the depth as of the other axes.
    """
    slices, height, width = shape
    if slices == 0:
        raise SpecError("no_cells", shape=shape)
    check_border(spec.padding_mode, slices, spec.depth_padding)
    depth = output_size(slices, spec.depth, spec.depth_stride, spec.depth_padding, spec.depth_dilation)
    return (depth, *conv_shape(spec, (spec.in_channels, height, width))[1:])


def conv3d_cost(spec: Conv3dSpec, shape: Shape) -> Cost:
    """Parameters and multiply-accumulates of the layer on a stack of `shape`."""
    taps, cells = prod(spec.weight_shape), prod(conv3d_shape(spec, shape))
    return Cost(weights=taps, biases=1, macs=cells * taps, output_cells=cells)


def plane_spec(spec: Conv3dSpec, slices: int, padding: Pads = (0, 0, 0, 0)) -> ConvSpec:
    """The 2-D layer that makes an output slice of so many slices, its weights in window order."""
    return ConvSpec(
        kernel_size=spec.kernel_size,
        stride=spec.stride,
        padding=padding,
        dilation=spec.dilation,
        in_channels=slices,
        padding_mode=spec.padding_mode,
        padding_value=spec.padding_value,
    )
