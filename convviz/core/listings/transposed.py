"""Transposed convolution in NumPy, OpenCV and PyTorch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from numpy.typing import NDArray

from convviz.core.listings.source import Source, input_lines, torch_input
from convviz.core.listings.text import Lines, literal, number
from convviz.core.sizes import Shape
from convviz.core.transposed_spec import TransposedSpec

Array = NDArray[Any]


@dataclass(frozen=True, eq=False)
class Stamping:
    """A transposed convolution on its input, each channel with this kernel and bias; the output's shape."""

    spec: TransposedSpec
    kernel: Array
    bias: float
    source: Source
    shape: Shape

    @property
    def full(self) -> tuple[int, int]:
        """(rows, columns) of the output before its padding is cut off."""
        (ph, pw), (th, tw), (_, height, width) = self.spec.padding, self.spec.trimmed, self.shape
        return (height + 2 * ph + th, width + 2 * pw + tw)

    @property
    def cut(self) -> str:
        """The part that is left."""
        (ph, pw), (_, height, width) = self.spec.padding, self.shape
        return f"y = y[:, {ph}:{ph + height}, {pw}:{pw + width}]"

    @property
    def last(self) -> list[str]:
        """What is done with the sums."""
        bias = [f"y = y + {number(self.bias)}  # bias"] if self.bias else []
        return [self.cut, *bias, "y = y.astype(np.float32)"]


def with_numpy(layer: Stamping) -> Lines:
    """Every tap's products of the whole input, added where they fall: stamps."""
    start, spec = input_lines(layer.source), layer.spec
    (kh, kw), (sh, sw), (dh, dw) = spec.kernel_size, spec.stride, spec.dilation
    tall, wide = spec.stretched(layer.source.x.shape[1:])
    rows = f"{_times('u', dh)}:{_times('u', dh)} + {tall}:{sh}"
    cols = f"{_times('v', dw)}:{_times('v', dw)} + {wide}:{sw}"
    body = (
        *start.body,
        f"w = np.array({literal(layer.kernel)}, np.float64)  # rows, columns",
        "",
        f"y = np.zeros(({layer.shape[0]}, {layer.full[0]}, {layer.full[1]}))",
        f"for u in range({kh}):",
        f"    for v in range({kw}):  # one weight of every stamp",
        f"        y[:, {rows}, {cols}] += x * w[u, v]",
        *layer.last,
    )
    return Lines(("import numpy as np", *start.imports), body)


def with_opencv(layer: Stamping) -> Lines:
    """Zeros between the input's cells, then an ordinary window with the kernel rotated: gathered."""
    start, spec = input_lines(layer.source), layer.spec
    (tall, wide), (sh, sw), (dh, dw) = spec.span, spec.stride, spec.dilation
    rows, cols = layer.full
    size = f"({layer.shape[0]}, {rows + tall - 1}, {cols + wide - 1})"
    below, right = spec.stretched(layer.source.x.shape[1:])
    body = [
        *start.body,
        f"w = np.array({literal(layer.kernel)}, np.float32)  # rows, columns",
        "",
        f"z = np.zeros({size}, np.float32)  # zeros between the cells and around them",
        f"z[:, {tall - 1}:{tall - 1 + below}:{sh}, {wide - 1}:{wide - 1 + right}:{sw}] = x",
        f"taps = np.zeros(({tall}, {wide}), np.float32)",
        f"taps[::{dh}, ::{dw}] = w[::-1, ::-1]  # rotated by 180°",
        "border = cv2.BORDER_CONSTANT",
        "y = np.stack([cv2.filter2D(plane, -1, taps, anchor=(0, 0), borderType=border) for plane in z])",
        *layer.last,
    ]
    return Lines(("import cv2", "import numpy as np", *start.imports), tuple(body))


def with_torch(layer: Stamping) -> Lines:
    """conv_transpose2d does all of it."""
    spec, channels = layer.spec, layer.shape[0]
    start = torch_input(layer.source)
    copies = f".repeat({channels}, 1, 1, 1)" if channels > 1 else ""
    lines = [
        "# Weights: channels, filters of each, rows, columns.",
        f"w = torch.tensor({literal(layer.kernel[None, None])}, dtype=torch.float32){copies}",
    ]
    arguments = ["x", "w"]
    if layer.bias:
        biases = ", ".join([number(layer.bias)] * channels)
        lines.append(f"b = torch.tensor([{biases}], dtype=torch.float32)  # bias")
        arguments.append("b")
    for name, plain in (("stride", 1), ("padding", 0), ("output_padding", 0), ("dilation", 1)):
        value = getattr(spec, name)
        arguments += [f"{name}={value}"] if value != (plain, plain) else []
    arguments += [f"groups={channels}"] if channels > 1 else []
    calls = [f"y = F.conv_transpose2d({', '.join(arguments)})"]
    if spec.trimmed != (0, 0):
        calls.append(f"y = y[:, :{layer.shape[1]}, :{layer.shape[2]}]  # SAME cuts once more at the end")
    body = (*start.body, *lines, "", *calls)
    return Lines(("import torch", "import torch.nn.functional as F", *start.imports), body)


def _times(name: str, factor: int) -> str:
    return name if factor == 1 else f"{factor} * {name}"
