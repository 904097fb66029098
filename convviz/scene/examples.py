"""Scenes that come with the program: each is a file in resources/scenes and a row here."""

from __future__ import annotations

from dataclasses import dataclass

from convviz import assets
from convviz.scene.codec import decode_scene
from convviz.scene.scene import Scene


@dataclass(frozen=True)
class Example:
    """A scene worth looking at. `id` names its file, `title` is what a menu says."""

    id: str
    title: str


EXAMPLES = (
    Example("no-padding", "No padding: 5 × 5 → 3 × 3"),
    Example("no-padding-no-strides", "No padding: 4 × 4 → 2 × 2"),
    Example("arbitrary-padding", "Padding 2, a 4 × 4 kernel: 5 × 5 → 6 × 6"),
    Example("same-padding", "Padding 1: 5 × 5 → 5 × 5"),
    Example("full-padding", "Full padding: 5 × 5 → 7 × 7"),
    Example("no-padding-strides", "Stride 2: 5 × 5 → 2 × 2"),
    Example("strided", "Stride 2, padding 1: 5 × 5 → 3 × 3"),
    Example("unread-column", "Stride 2: a row and a column of padding that nothing reads"),
    Example("dilation", "Dilation 2: 7 × 7 → 3 × 3"),
    Example("dilated", "Dilation 2: the comb of taps"),
    Example("gridding", "Stacked dilations 2, 2, 2: the cells that are never seen"),
    Example("rotated", "Convolution proper: the kernel rotated by 180°"),
    Example("no-padding-transposed", "Transposed: 2 × 2 → 4 × 4"),
    Example("arbitrary-padding-transposed", "Transposed, padding 2: 6 × 6 → 5 × 5"),
    Example("half-padding-transposed", "Transposed, padding 1: 5 × 5 → 5 × 5"),
    Example("full-padding-transposed", "Transposed, padding 2: 7 × 7 → 5 × 5"),
    Example("no-padding-strides-transposed", "Transposed, stride 2: 2 × 2 → 5 × 5"),
    Example("padding-strides-transposed", "Transposed, stride 2, padding 1: 3 × 3 → 5 × 5"),
    Example("padding-strides-odd-transposed", "Transposed, stride 2, padding 1, one more row: 3 × 3 → 6 × 6"),
    Example("classic", "The classic: 5 × 5 × 3, padding 1, two filters, stride 2 → 3 × 3 × 2"),
    Example("three-channels", "7 × 7 × 3, two filters, stride 2, padding 1"),
    Example("each-channel", "Each channel by itself"),
    Example("groups-dense", "8 channels, 8 filters: dense"),
    Example("groups-four", "8 channels, 8 filters: 4 groups"),
    Example("depthwise", "8 channels, 8 filters: depthwise, the first half of a MobileNet's layer"),
    Example("pointwise", "8 channels, 8 filters of 1 × 1: pointwise, the second half"),
    Example("one-by-one", "1 × 1: a mix of channels at each pixel"),
    Example("blur-colour", "Motion blur in colour"),
    Example("max-pooling", "Max pooling 2 × 2 and the way back"),
    Example("overlapping-pooling", "Pooling windows that overlap: 3 × 3, stride 2"),
    Example("signal", "A row of the picture as a signal: flip and slide"),
    Example("motion", "A clip: what moves from frame to frame"),
    Example("volume", "A volume: edges from slice to slice"),
    Example("convolutional-code", "The convolutional code 7, 5: 1011 is sent"),
    Example("layer", "A layer: convolution, bias, ReLU, max pooling"),
)


def load_example(name: str) -> Scene:
    """The scene of an example's id."""
    return decode_scene(assets.path("scenes", f"{name}.convviz").read_bytes())
