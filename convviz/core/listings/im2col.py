"""A layer as one matrix product in NumPy, OpenCV and PyTorch: windows as columns, filters as rows."""

from __future__ import annotations

from convviz.core.listings import with_numpy, with_torch
from convviz.core.listings.layer import ACTIVATIONS, Layer, activation_lines, bias_lines, weight_lines
from convviz.core.listings.source import input_lines, torch_input
from convviz.core.listings.text import Lines

SHAPE = "# From (filters, windows) to (filters, rows, columns)."


def numpy_program(layer: Layer) -> Lines:
    """The product is NumPy's, in float64."""
    return _with_arrays(layer, "np.float64", "{w} @ {x}", "import numpy as np")


def opencv_program(layer: Layer) -> Lines:
    """The product is cv2.gemm."""
    product = "cv2.gemm({w}, {x}, 1, None, 0)"
    return _with_arrays(layer, "np.float32", product, "import cv2", "import numpy as np")


def _with_arrays(layer: Layer, dtype: str, product: str, *imports: str) -> Lines:
    start = input_lines(layer.source)
    body = (
        *start.body,
        *weight_lines(layer, dtype),
        "",
        *with_numpy.padding(layer),
        *with_numpy.windows(layer),
        f"columns = windows.transpose(0, 3, 4, 1, 2).reshape({_sides(layer)}).astype({dtype})",
        f"w = w.reshape({len(layer.weight)}, -1)",
        "",
        *_product(layer, product, "np.concatenate"),
        *bias_lines(layer),
        *activation_lines(layer, ACTIVATIONS),
        "y = y.astype(np.float32)",
    )
    return Lines((*imports, *start.imports), body)


def torch_program(layer: Layer) -> Lines:
    """unfold makes the columns."""
    start, spec = torch_input(layer.source), layer.spec
    arguments = [f"{spec.kernel_size}"]
    arguments += [f"stride={spec.stride}"] if spec.stride != (1, 1) else []
    arguments += [f"dilation={spec.dilation}"] if spec.dilation != (1, 1) else []
    body = (
        *start.body,
        *with_torch.weights(layer),
        "",
        *with_torch.padding(layer, by_layer=False),
        f"columns = F.unfold(x[None], {', '.join(arguments)})[0]  # taps, windows",
        f"w = w.reshape({len(layer.weight)}, -1)",
        "",
        *_product(layer, "{w} @ {x}", "torch.cat"),
        *(["y = y + b[:, None, None]"] if layer.biased else []),
        *activation_lines(layer, with_torch.ACTIVATIONS),
    )
    return Lines(("import torch", "import torch.nn.functional as F", *start.imports), body)


def _sides(layer: Layer) -> str:
    """The rows and columns of the columns of all groups, below one another."""
    taps = layer.spec.in_channels * layer.spec.kernel_size[0] * layer.spec.kernel_size[1]
    return f"{taps}, {layer.shape[1] * layer.shape[2]}"


def _product(layer: Layer, product: str, join: str) -> list[str]:
    """`y` of `w` and `columns`; with groups, one product for each."""
    groups, (outs, ins) = layer.spec.groups, layer.per_group
    if groups == 1:
        made = f"y = {product.format(w='w', x='columns')}"
    else:
        taps = ins * layer.spec.kernel_size[0] * layer.spec.kernel_size[1]
        each = product.format(
            w=f"w[{outs} * g : {outs} * (g + 1)]", x=f"columns[{taps} * g : {taps} * (g + 1)]"
        )
        made = f"y = {join}([{each} for g in range({groups})])  # groups"
    return [made, f"y = y.reshape({layer.shape})"]
