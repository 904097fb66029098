"""Everything a person chose, in one frozen value. Nothing here is computed, and nothing is said twice.

Two equal scenes show the same picture. What follows from a scene (the pixels, the weights, the output's
size) is worked out by the lab and the session, never stored here.
"""

from __future__ import annotations

from typing import Literal, TypeVar

import msgspec

from convviz.core.spec import Pads, Pair

Rows = tuple[tuple[float, ...], ...]


class SamplePicture(msgspec.Struct, frozen=True, tag="sample"):
    """One of the pictures that come with the program."""

    id: str


class FilePicture(msgspec.Struct, frozen=True, tag="file"):
    """A picture in a file of the user's."""

    path: str


class Canvas(msgspec.Struct, frozen=True, tag="canvas"):
    """A picture painted pixel by pixel: height × width bytes, row by row."""

    height: int
    width: int
    pixels: bytes


Picture = SamplePicture | FilePicture | Canvas


class Region(msgspec.Struct, frozen=True):
    """A rectangle of cells."""

    top: int
    left: int
    height: int
    width: int

    @property
    def bottom(self) -> int:
        """The row below the last."""
        return self.top + self.height

    @property
    def right(self) -> int:
        """The column after the last."""
        return self.left + self.width

    def clipped(self, height: int, width: int) -> Region:
        """The same size where it fits, moved inside height × width cells; smaller where it must be."""
        tall, wide = min(self.height, height), min(self.width, width)
        return Region(min(max(self.top, 0), height - tall), min(max(self.left, 0), width - wide), tall, wide)

    def holds(self, row: int, col: int) -> bool:
        """Whether a cell lies in it."""
        return self.top <= row < self.bottom and self.left <= col < self.right


class Preset(msgspec.Struct, frozen=True, tag="preset"):
    """A kernel of the table, its sliders where they stand."""

    id: str
    parameters: tuple[tuple[str, float], ...] = ()


class Drawn(msgspec.Struct, frozen=True, tag="drawn"):
    """A kernel of the user's own."""

    rows: Rows
    name: str = ""


Kernel = Preset | Drawn


class ConvLayer(msgspec.Struct, frozen=True, tag="conv2d"):
    """A 2-D convolution layer's choices, in PyTorch's terms.

    Attributes:
        filters: one tuple of kernels per output channel. A filter with one kernel reads every input channel
            of the picture with that kernel; otherwise it has a kernel for each.
        mix: what becomes of several channels: "each" filters them one by one (groups = channels), "sum"
            adds them, as a layer does (groups = 1).
        bias: one number per filter.
    """

    filters: tuple[tuple[Kernel, ...], ...] = ((Preset("sobel-x"),),)
    bias: tuple[float, ...] = (0.0,)
    stride: Pair = (1, 1)
    padding: Pads | Literal["valid", "same"] = "same"
    dilation: Pair = (1, 1)
    padding_mode: str = "zeros"
    padding_value: float = 0.0
    flip: bool = False
    activation: str = "none"
    negative_slope: float = 0.01
    mix: Literal["each", "sum"] = "each"


Layer = ConvLayer
"""Every operation's choices; another operation joins here as another tagged type."""


class Scene(msgspec.Struct, frozen=True):
    """What is on screen, less the place where the animation stands.

    Attributes:
        channel: how a colour picture is read: "luma", "r", "g", "b" or "all".
        crop: the part of the picture that is the whole input; None for all of it.
        region: the output cells on the stage; moved inside the output where it hangs over.
        output: the output channel on the stage.
        show: how output values become colours: "signed", "absolute", "clamp", "offset", "stretch".
        speed: steps per second. loop: start again at the end. scope: play the region or the whole output.
    """

    picture: Picture = SamplePicture("camera")
    channel: str = "luma"
    crop: Region | None = None
    layer: Layer = ConvLayer()
    region: Region = Region(0, 0, 7, 7)
    output: int = 0
    show: str = "signed"
    speed: float = 2.0
    loop: bool = False
    scope: Literal["region", "image"] = "region"


T = TypeVar("T", bound=msgspec.Struct)


def replace(struct: T, **changes: object) -> T:
    """The same struct with other values: replace(scene, channel="r")."""
    return msgspec.structs.replace(struct, **changes)
