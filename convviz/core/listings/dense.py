"""A dense layer, made local, made to share its weights: in NumPy, OpenCV and PyTorch."""

from __future__ import annotations

from dataclasses import dataclass

from convviz.core.dense_spec import LARGEST_BIAS, LARGEST_WEIGHT, DenseSpec
from convviz.core.listings.source import Source, input_lines
from convviz.core.listings.text import Lines


@dataclass(frozen=True, eq=False)
class Connected:
    """A layer with the weights that its seed makes, on its input."""

    spec: DenseSpec
    source: Source

    @property
    def places(self) -> str:
        """As in "4, 4": rows and columns of the output."""
        _, rows, cols = self.spec.output_shape
        return f"{rows}, {cols}"

    @property
    def outputs(self) -> int:
        """How many outputs there are."""
        _, rows, cols = self.spec.output_shape
        return rows * cols


def with_numpy(layer: Connected) -> Lines:
    """One product with all inputs, or with every window as a view of them."""
    start, kind = _start(layer), layer.spec.connections
    if kind == "dense":
        body = [f"y = (weight.reshape({layer.outputs}, -1) @ x.ravel() + bias).reshape(1, {layer.places})"]
    else:
        view = f"np.lib.stride_tricks.sliding_window_view(x, {layer.spec.window}, axis=(1, 2))"
        body = [
            "# Every window, as a view: channels, rows, columns, window rows, window columns.",
            f"windows = {view}",
        ]
        channels, (kh, kw) = layer.spec.input_shape[0], layer.spec.window
        if kind == "local":
            body.append(f"weight = weight.reshape({layer.places}, {channels}, {kh}, {kw})")
            body.append(
                f'y = np.einsum("crsuv,rscuv->rs", windows, weight)[None] + bias.reshape({layer.places})'
            )
        else:
            body.append('y = np.einsum("crsuv,kcuv->krs", windows, weight) + bias')
    return Lines(start.imports, (*start.body, *body, "y = y.astype(np.float32)"))


def with_opencv(layer: Connected) -> Lines:
    """gemm for all inputs, a product added up for each tap of a window, filter2D for one kernel."""
    start, spec, (_, rows, cols) = _start(layer), layer.spec, layer.spec.output_shape
    if spec.connections == "dense":
        body = [
            f"column, matrix = x.reshape(-1, 1), weight.reshape({layer.outputs}, -1)",
            f"y = cv2.gemm(matrix, column, 1, bias.reshape(-1, 1), 1).reshape(1, {layer.places})",
        ]
    elif spec.connections == "local":
        body = [
            f"y = bias.reshape({layer.places}).copy()",
            "for c, u, v in np.ndindex(weight.shape[1:]):  # one tap of all windows at once",
            f"    values = np.ascontiguousarray(x[c, u:u + {rows}, v:v + {cols}])",
            f"    cv2.accumulateProduct(values, weight[:, c, u, v].reshape({layer.places}), y)",
            "y = y[None]",
        ]
    else:
        body = [
            "planes = [cv2.filter2D(x[c], -1, weight[0, c], anchor=(0, 0)) for c in range(len(x))]",
            f"y = sum(planes)[None, :{rows}, :{cols}] + bias",
        ]
    return Lines(("import cv2", *start.imports), (*start.body, *body))


def with_torch(layer: Connected) -> Lines:
    """linear, unfold with a sum, conv2d."""
    start, spec = _start(layer), layer.spec
    body = ["x, weight, bias = (torch.from_numpy(array) for array in (x, weight, bias))"]
    if spec.connections == "dense":
        body.append(f"y = F.linear(x.flatten(), weight.flatten(1), bias).reshape(1, {layer.places})")
    elif spec.connections == "local":
        body.append(f"windows = F.unfold(x[None], {spec.window})[0].T  # a row for each output")
        body.append(f"y = ((windows * weight.flatten(1)).sum(1) + bias).reshape(1, {layer.places})")
    else:
        body.append("y = F.conv2d(x, weight, bias)")
    return Lines(("import torch", "import torch.nn.functional as F", *start.imports), (*start.body, *body))


def _start(layer: Connected) -> Lines:
    """The input, and the weights as the seed makes them."""
    read, spec = input_lines(layer.source), layer.spec
    shape, low, high = (layer.outputs, *spec.input_shape), -LARGEST_WEIGHT, LARGEST_WEIGHT + 1
    body = [
        *read.body,
        "",
        "# A weight for every pair of an output and an input.",
        f"random = np.random.default_rng({spec.seed})",
        f"weight = random.integers({low}, {high}, {shape}).astype(np.float32)",
        f"bias = random.integers({-LARGEST_BIAS}, {LARGEST_BIAS + 1}, {layer.outputs}).astype(np.float32)",
    ]
    if spec.connections != "dense":
        kh, kw = spec.window
        body += [
            "# Those of each output's own window alone.",
            f"places = zip(weight, np.ndindex({layer.places}))",
            f"weight = np.stack([w[:, r:r + {kh}, c:c + {kw}] for w, (r, c) in places])",
        ]
    if spec.connections == "shared":
        body += ["# The first output's, for all.", "weight, bias = weight[:1], bias[:1]"]
    return Lines(("import numpy as np", *read.imports), (*body, ""))
