"""A layer in NumPy: every window as a view, one sum over them all. It is the definition, and slow."""

from __future__ import annotations

from convviz.core.listings.layer import ACTIVATIONS, Layer, activation_lines, bias_lines, weight_lines
from convviz.core.listings.source import input_lines
from convviz.core.listings.text import Lines, every, numpy_mode


def program(layer: Layer) -> Lines:
    """The layer's output as `y`."""
    start = input_lines(layer.source)
    body = (
        *start.body,
        *weight_lines(layer, "np.float64"),
        "",
        *padding(layer),
        *windows(layer),
        *_sums(layer),
        *bias_lines(layer),
        *activation_lines(layer, ACTIVATIONS),
        "y = y.astype(np.float32)",
    )
    return Lines(("import numpy as np", *start.imports), body)


def padding(layer: Layer) -> list[str]:
    """The border made around `x`; nothing where there is none."""
    if not any(layer.spec.pads):
        return []
    top, bottom, left, right = layer.spec.pads
    mode = numpy_mode(layer.spec.padding_mode)
    value = layer.border_value and f", constant_values={layer.border_value}"
    return [f"x = np.pad(x, ((0, 0), ({top}, {bottom}), ({left}, {right})){mode}{value})"]


def windows(layer: Layer) -> list[str]:
    """`windows` of `x`, a view: channels, rows, columns, window rows, window columns."""
    spec = layer.spec
    lines = [
        "# Every window, as a view: channels, rows, columns, window rows, window columns.",
        f"windows = np.lib.stride_tricks.sliding_window_view(x, {spec.span}, axis=(1, 2))",
    ]
    if spec.stride != (1, 1):
        lines.append(f"windows = windows[:, {every(*spec.stride)}]  # stride")
    if spec.dilation != (1, 1):
        lines.append(f"windows = windows[..., {every(*spec.dilation)}]  # dilation")
    return lines


def _sums(layer: Layer) -> list[str]:
    """Indices: g group, o filter, i channel, r and c the output's row and column, k and l the window's."""
    groups = layer.spec.groups
    if groups == 1:
        return ['y = np.einsum("irckl,oikl->orc", windows, w)']
    outs, ins = layer.per_group
    return [
        f"windows = windows.reshape({groups}, {ins}, *windows.shape[1:])  # groups",
        f"w = w.reshape({groups}, {outs}, *w.shape[1:])",
        f'y = np.einsum("girckl,goikl->gorc", windows, w).reshape({layer.shape})',
    ]
