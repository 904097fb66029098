"""A layer in PyTorch, whose names this program uses: conv2d does nearly all of it."""

from __future__ import annotations

from convviz.core.border import NUMPY_MODES
from convviz.core.listings.layer import ROTATED, WEIGHTS, Layer, activation_lines
from convviz.core.listings.source import torch_input
from convviz.core.listings.text import Lines, literal, torch_mode

ACTIVATIONS = {
    "none": "",
    "relu": "y = F.relu(y)",
    "leaky_relu": "y = F.leaky_relu(y, {slope})",
    "sigmoid": "y = torch.sigmoid(y)",
    "tanh": "y = torch.tanh(y)",
}


def program(layer: Layer) -> Lines:
    """The layer's output as `y`."""
    start = torch_input(layer.source)
    body = (
        *start.body,
        *weights(layer),
        "",
        *padding(layer),
        f"y = F.conv2d({', '.join(_arguments(layer))})",
        *activation_lines(layer, ACTIVATIONS),
    )
    return Lines(("import torch", "import torch.nn.functional as F", *start.imports), body)


def weights(layer: Layer) -> list[str]:
    """`w`, a tensor in window order, and `b` where there is a bias."""
    copies = f".repeat({layer.copies}, 1, 1, 1)" if layer.copies > 1 else ""
    lines = ["", WEIGHTS, f"w = torch.tensor({layer.weights}, dtype=torch.float32){copies}"]
    if layer.spec.flip:
        lines.append(f"w = w.flip(2, 3)  {ROTATED}")
    if layer.biased:
        lines.append(f"b = torch.tensor({literal(layer.bias)}, dtype=torch.float32)  # bias")
    return lines


def _by_conv2d(layer: Layer) -> bool:
    """Whether conv2d makes the border itself: zeros, as many before as after."""
    top, bottom, left, right = layer.spec.pads
    zeros = layer.spec.padding_mode not in NUMPY_MODES and not layer.border_value
    return zeros and (top, left) == (bottom, right)


def padding(layer: Layer, by_layer: bool = True) -> list[str]:
    """The border made around `x`; nothing where there is none, or where conv2d is there to make it."""
    if not any(layer.spec.pads) or (by_layer and _by_conv2d(layer)):
        return []
    top, bottom, left, right = layer.spec.pads
    mode = torch_mode(layer.spec.padding_mode)
    value = layer.border_value and f", value={layer.border_value}"
    return [f"x = F.pad(x, ({left}, {right}, {top}, {bottom}){mode}{value})  # left, right, top, bottom"]


def _arguments(layer: Layer) -> list[str]:
    spec = layer.spec
    arguments = ["x", "w", "b"] if layer.biased else ["x", "w"]
    if spec.stride != (1, 1):
        arguments.append(f"stride={spec.stride}")
    if any(spec.pads) and _by_conv2d(layer):
        arguments.append('padding="same"' if spec.padding == "same" else f"padding={spec.pads[::2]}")
    if spec.dilation != (1, 1):
        arguments.append(f"dilation={spec.dilation}")
    if spec.groups > 1:
        arguments.append(f"groups={spec.groups}")
    return arguments
