"""Published networks as stacks. A fully connected layer is a convolution as large as its input."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from convviz.core.stacks import Stack, StackLayer, layer_of_kind


@dataclass(frozen=True)
class NamedStack:
    """One row of STACKS: what it is called, where it was published, and how it is made."""

    title: str
    source: str
    make: Callable[[], Stack]


def _conv(name: str, filters: int, kernel: int, padding: int = 0, **more: Any) -> StackLayer:
    return layer_of_kind("conv", 2, name=name, filters=filters, kernel=kernel, padding=padding, **more)


def _pool(name: str, kernel: int = 2, kind: str = "max_pool") -> StackLayer:
    return layer_of_kind(kind, 2, name=name, kernel=kernel, stride=2)


def lenet_5() -> Stack:
    """Handwritten digits, 32 × 32. C3 is dense here; the original leaves connections out (1,516 numbers)."""
    return Stack(
        1,
        (32, 32),
        (
            _conv("C1", 6, 5),
            _pool("S2", kind="avg_pool"),
            _conv("C3", 16, 5),
            _pool("S4", kind="avg_pool"),
            _conv("C5", 120, 5),
            _conv("F6", 84, 1),
            _conv("output", 10, 1),
        ),
    )


def alexnet() -> Stack:
    """ImageNet, 227 × 227: two groups in the layers that were split between two graphics cards."""
    return Stack(
        3,
        (227, 227),
        (
            _conv("conv1", 96, 11, stride=4),
            _pool("pool1", 3),
            _conv("conv2", 256, 5, 2, groups=2),
            _pool("pool2", 3),
            _conv("conv3", 384, 3, 1),
            _conv("conv4", 384, 3, 1, groups=2),
            _conv("conv5", 256, 3, 1, groups=2),
            _pool("pool5", 3),
            _conv("fc6", 4096, 6),
            _conv("fc7", 4096, 1),
            _conv("fc8", 1000, 1),
        ),
    )


def vgg_16() -> Stack:
    """ImageNet, 224 × 224: nothing but 3 × 3 windows, halved five times (configuration D)."""
    layers: list[StackLayer] = []
    for block, (filters, convs) in enumerate(((64, 2), (128, 2), (256, 3), (512, 3), (512, 3)), start=1):
        layers += [_conv(f"conv{block}_{n}", filters, 3, 1) for n in range(1, convs + 1)]
        layers.append(_pool(f"pool{block}"))
    layers += [_conv("fc6", 4096, 7), _conv("fc7", 4096, 1), _conv("fc8", 1000, 1)]
    return Stack(3, (224, 224), tuple(layers))


def context_module() -> Stack:
    """Dilations that double: the field grows as fast as with strides, and no cell is lost."""
    dilations = (1, 1, 2, 4, 8, 16, 1)
    layers = [_conv(f"conv{n}", 21, 3, d, dilation=d) for n, d in enumerate(dilations, start=1)]
    return Stack(21, (64, 64), (*layers, _conv("conv8", 21, 1)))


STACKS: dict[str, NamedStack] = {
    "lenet-5": NamedStack("LeNet-5", "LeCun et al., 1998", lenet_5),
    "alexnet": NamedStack("AlexNet", "Krizhevsky et al., 2012", alexnet),
    "vgg-16": NamedStack("VGG-16", "Simonyan & Zisserman, 2015", vgg_16),
    "context": NamedStack("Context module", "Yu & Koltun, 2016", context_module),
}
