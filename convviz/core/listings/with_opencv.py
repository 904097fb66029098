"""A layer in OpenCV: filter2D, which correlates one plane with one kernel; the rest is put around it."""

from __future__ import annotations

from convviz.core.listings.layer import ACTIVATIONS, Layer, activation_lines, bias_lines, weight_lines
from convviz.core.listings.source import input_lines
from convviz.core.listings.text import Lines, every

_BORDERS = {
    "zeros": "cv2.BORDER_CONSTANT",
    "constant": "cv2.BORDER_CONSTANT",
    "reflect": "cv2.BORDER_REFLECT_101",
    "replicate": "cv2.BORDER_REPLICATE",
    "circular": "cv2.BORDER_WRAP",
}


def program(layer: Layer) -> Lines:
    """The layer's output as `y`."""
    start = input_lines(layer.source)
    body = (
        *start.body,
        *weight_lines(layer, "np.float32"),
        *_dilation(layer),
        *(_unpadded(layer) if _makes_borders(layer) else _padded(layer)),
        *bias_lines(layer),
        *activation_lines(layer, ACTIVATIONS),
    )
    return Lines(("import cv2", "import numpy as np", *start.imports), body)


def _makes_borders(layer: Layer) -> bool:
    """Whether filter2D does it all: as many cells come out as go in, and its own borders serve."""
    same = layer.shape[1:] == layer.source.x.shape[1:] and layer.spec.stride == (1, 1)
    return same and layer.spec.padding_mode in ("zeros", "reflect", "replicate")


def _dilation(layer: Layer) -> list[str]:
    if layer.spec.dilation == (1, 1):
        return []
    return [
        "",
        "# Dilation: zeros between the taps.",
        f"dilated = np.zeros((*w.shape[:2], {layer.spec.span[0]}, {layer.spec.span[1]}), np.float32)",
        f"dilated[:, :, {every(*layer.spec.dilation)}] = w",
        "w = dilated",
    ]


def _unpadded(layer: Layer) -> list[str]:
    spec = layer.spec
    top, _, left, _ = spec.pads
    centred = (top, left) == (spec.span[0] // 2, spec.span[1] // 2)
    anchor = "" if centred else f", anchor=({left}, {top})"
    border = f", borderType={_BORDERS[spec.padding_mode]}" if any(spec.pads) else ""
    return ["", *_sums(layer, f"cv2.filter2D({{plane}}, cv2.CV_32F, {{kernel}}{anchor}{border})")]


def _padded(layer: Layer) -> list[str]:
    spec = layer.spec
    lines = [""]
    if any(spec.pads):
        sides = ", ".join(map(str, spec.pads))
        value = layer.border_value and f", value={layer.border_value}"
        border = f"cv2.copyMakeBorder(plane, {sides}, {_BORDERS[spec.padding_mode]}{value})"
        lines.append(f"x = np.stack([{border} for plane in x])")
    ends = ((n - 1) * s + 1 for n, s in zip(layer.shape[1:], spec.stride, strict=True))
    cells = ", ".join(f":{end}" + f":{s}" * (s > 1) for end, s in zip(ends, spec.stride, strict=True))
    return [
        *lines,
        "",
        "",
        "def filtered(plane, kernel):",
        '    """The sums of the windows that lie inside the plane: the anchor is their first tap."""',
        f"    return cv2.filter2D(plane, cv2.CV_32F, kernel, anchor=(0, 0))[{cells}]",
        "",
        "",
        *_sums(layer, "filtered({plane}, {kernel})"),
    ]


def _sums(layer: Layer, call: str) -> list[str]:
    """Each filter's sum over its channels; `call` filters one channel."""
    spec = layer.spec
    if spec.in_channels == spec.out_channels == 1:
        return [f"y = {call.format(plane='x[0]', kernel='w[0, 0]')}[np.newaxis]"]
    if spec.groups == spec.in_channels == spec.out_channels:
        one = call.format(plane="plane", kernel="kernels[0]")
        return [f"y = np.stack([{one} for plane, kernels in zip(x, w)])  # each channel by itself"]
    one = call.format(plane="plane", kernel="kernel")
    if spec.groups == 1:
        return [f"y = np.stack([sum({one} for plane, kernel in zip(x, kernels)) for kernels in w])"]
    outs, ins = layer.per_group
    return [
        "y = []",
        "for o, kernels in enumerate(w):",
        f"    first = o // {outs} * {ins}  # the first channel of the filter's group",
        f"    planes = x[first : first + {ins}]",
        f"    y.append(sum({one} for plane, kernel in zip(planes, kernels)))",
        "y = np.stack(y)",
    ]
