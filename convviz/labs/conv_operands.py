"""A convolution layer's choices as what its operation takes: the spec, and the input, weight and bias."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core.errors import SpecError
from convviz.core.same_padding import in_cells
from convviz.core.spec import ConvSpec
from convviz.i18n import listed
from convviz.labs.story import kernel_rows
from convviz.scene.scene import ConvLayer, Rows, replace

Array = NDArray[Any]


def conv_operands(layer: ConvLayer, x: Array) -> tuple[ConvSpec, tuple[Array, ...]]:
    """The spec, and the input, weight and bias, of a convolution layer on an input (C, H, W).

    With mix "each" every filter is repeated for each channel, which is a depthwise layer.
    """
    channels = x.shape[0]
    copies = channels if layer.mix == "each" else 1
    return grouped_operands(
        replace(layer, filters=layer.filters * copies, bias=layer.bias * copies), x, copies
    )


def grouped_operands(layer: ConvLayer, x: Array, groups: int) -> tuple[ConvSpec, tuple[Array, ...]]:
    """The same with so many groups: a filter has a kernel for each channel of its group."""
    channels = x.shape[0]
    weight, bias = _weights(layer, channels // groups), np.array(layer.bias)
    spec = ConvSpec(
        kernel_size=weight.shape[2:],
        stride=layer.stride,
        padding=in_cells(layer.padding, x.shape[1:], weight.shape[2:], layer.stride, layer.dilation),
        dilation=layer.dilation,
        in_channels=channels,
        out_channels=weight.shape[0],
        groups=groups,
        padding_mode=layer.padding_mode,
        padding_value=layer.padding_value,
        flip=layer.flip,
        activation=layer.activation,
        negative_slope=layer.negative_slope,
    )
    return spec, (x, weight, bias)


def _weights(layer: ConvLayer, channels: int) -> Array:
    """(filters, channels, kh, kw): a filter's kernels, its only kernel for every channel."""
    filters = [
        [kernel_rows(row[n] if n < len(row) else row[-1]) for n in range(channels)] for row in layer.filters
    ]
    check_sizes([rows for kernels_ in filters for rows in kernels_])
    return np.array(filters, np.float64)


def check_sizes(all_rows: Sequence[Rows]) -> None:
    """Refuses kernels of several sizes."""
    sizes = {(len(rows), len(rows[0])) for rows in all_rows}
    if len(sizes) > 1:
        raise SpecError("kernels_differ_in_size", sizes=listed(f"{h} × {w}" for h, w in sorted(sizes)))
