"""Convolution of a stack of slices in NumPy, OpenCV and PyTorch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core.listings.source import Source, input_lines, torch_input
from convviz.core.listings.text import Lines, literal, number, numpy_mode, torch_mode
from convviz.core.sizes import Shape
from convviz.core.spec_3d import Conv3dSpec, Triple

Array = NDArray[Any]

WEIGHTS = "# Weights: slices, rows, columns."
TURNED = "# true convolution: turned round along every axis"


@dataclass(frozen=True, eq=False)
class Stacked:
    """A convolution of a stack on its input; weight (kd, kh, kw); `shape` is the output's."""

    spec: Conv3dSpec
    weight: Array
    bias: float
    source: Source
    shape: Shape

    @property
    def stride(self) -> Triple:
        """Slices, rows, columns."""
        return (self.spec.depth_stride, *self.spec.stride)

    @property
    def dilation(self) -> Triple:
        """Slices, rows, columns."""
        return (self.spec.depth_dilation, *self.spec.dilation)

    @property
    def span(self) -> Triple:
        """Cells from the window's first tap to its last."""
        return (self.spec.depth_span, *self.spec.span)


def with_numpy(stacked: Stacked) -> Lines:
    """Every window as a view, one sum over them all."""
    start = input_lines(stacked.source)
    body = [*start.body, *_weights(stacked, "np.float64"), "", *_padded(stacked)]
    body.append("# Every window, as a view: slices, rows, columns, then the same of the window.")
    body.append(f"windows = np.lib.stride_tricks.sliding_window_view(x, {stacked.span})")
    if stacked.stride != (1, 1, 1):
        body.append(f"windows = windows[{_every(stacked.stride)}]  # stride")
    if stacked.dilation != (1, 1, 1):
        body.append(f"windows = windows[..., {_every(stacked.dilation)}]  # dilation")
    body += ['y = np.einsum("zrctkl,tkl->zrc", windows, w)', *_bias(stacked)]
    body.append("y = y.astype(np.float32)")
    return Lines(("import numpy as np", *start.imports), tuple(body))


def with_opencv(stacked: Stacked) -> Lines:
    """filter2D knows planes only: each slice by its kernel, the sums of a window's slices added."""
    start, spec = input_lines(stacked.source), stacked.spec
    body = [*start.body, *_weights(stacked, "np.float32"), *_spread(stacked), "", *_padded(stacked)]
    slices, height, width = stacked.shape
    ends = [(n - 1) * s + 1 for n, s in zip((height, width), spec.stride, strict=True)]
    cells = ", ".join(f":{e}" + f":{s}" * (s > 1) for e, s in zip(ends, spec.stride, strict=True))
    step = f"{spec.depth_stride} * z" if spec.depth_stride > 1 else "z"
    place = f"{step} + {spec.depth_dilation} * t" if spec.depth_dilation > 1 else f"{step} + t"
    body += [
        "",
        "",
        "def filtered(z):",
        '    """One output slice: every slice under the window by its own kernel, all added."""',
        f"    slices = [cv2.filter2D(x[{place}], cv2.CV_32F, w[t], anchor=(0, 0)) for t in range(len(w))]",
        f"    return sum(slices)[{cells}]",
        "",
        "",
        f"y = np.stack([filtered(z) for z in range({slices})])",
        *_bias(stacked),
    ]
    return Lines(("import cv2", "import numpy as np", *start.imports), tuple(body))


def with_torch(stacked: Stacked) -> Lines:
    """conv3d, of one channel in a batch of one."""
    spec = stacked.spec
    start, bias = torch_input(stacked.source), number(np.float64(stacked.bias))
    arguments = ["x", "w[None, None]", *(["b"] if stacked.bias else [])]
    arguments += [f"stride={stacked.stride}"] if stacked.stride != (1, 1, 1) else []
    zeros = spec.margins[::2] == spec.margins[1::2] and not spec.border_value
    by_layer = zeros and spec.padding_mode in ("zeros", "constant")
    arguments += [f"padding={spec.margins[::2]}"] if by_layer and any(spec.margins) else []
    arguments += [f"dilation={stacked.dilation}"] if stacked.dilation != (1, 1, 1) else []
    body = [
        *start.body,
        "x = x[None, None]  # one stack of one channel",
        "",
        WEIGHTS,
        f"w = torch.tensor({literal(stacked.weight)}, dtype=torch.float32)",
        *([f"w = w.flip(0, 1, 2)  {TURNED}"] if spec.flip else []),
        *([f"b = torch.tensor([{bias}], dtype=torch.float32)  # bias"] if stacked.bias else []),
        "",
        *([] if by_layer or not any(spec.margins) else [_torch_pad(spec)]),
        f"y = F.conv3d({', '.join(arguments)})[0, 0]",
    ]
    return Lines(("import torch", "import torch.nn.functional as F", *start.imports), tuple(body))


def _torch_pad(spec: Conv3dSpec) -> str:
    front, back, top, bottom, left, right = spec.margins
    mode = torch_mode(spec.padding_mode)
    value = f", value={number(spec.border_value)}" if spec.border_value else ""
    return (
        f"x = F.pad(x, ({left}, {right}, {top}, {bottom}, {front}, {back}){mode}{value})  # last axis first"
    )


def _weights(stacked: Stacked, dtype: str) -> list[str]:
    lines = ["", WEIGHTS, f"w = np.array({literal(stacked.weight)}, {dtype})"]
    return [*lines, f"w = w[::-1, ::-1, ::-1].copy()  {TURNED}"] if stacked.spec.flip else lines


def _spread(stacked: Stacked) -> list[str]:
    spec = stacked.spec
    if spec.dilation == (1, 1):
        return []
    return [
        "",
        "# Dilation within a slice: zeros between the taps.",
        f"dilated = np.zeros((len(w), {spec.span[0]}, {spec.span[1]}), np.float32)",
        f"dilated[:, {_every(spec.dilation)}] = w",
        "w = dilated",
    ]


def _padded(stacked: Stacked) -> list[str]:
    spec = stacked.spec
    if not any(spec.margins):
        return []
    front, back, top, bottom, left, right = spec.margins
    mode = numpy_mode(spec.padding_mode)
    value = f", constant_values={number(spec.border_value)}" if spec.border_value else ""
    return [f"x = np.pad(x, (({front}, {back}), ({top}, {bottom}), ({left}, {right})){mode}{value})"]


def _bias(stacked: Stacked) -> list[str]:
    return [f"y += {number(np.float64(stacked.bias))}  # bias"] if stacked.bias else []


def _every(steps: tuple[int, ...]) -> str:
    return ", ".join(f"::{step}" if step > 1 else ":" for step in steps)
