"""Everything a person chose, in one frozen value. Nothing here is computed, and nothing is said twice.

Two equal scenes show the same picture. What follows from a scene (the pixels, the weights, the output's
size) is worked out by the lab and the session, never stored here.

A value that no screen could show is refused where it is made, be it by a hand or by a file: a scene that
exists has rows that are rectangular, numbers that are finite, sizes of at least one cell. Whether it fits
its picture is found out when its story is told.
"""

from __future__ import annotations

from fractions import Fraction
from typing import ClassVar, Literal, TypeVar

import msgspec

from convviz.core.errors import ImageError, SpecError
from convviz.core.pool_spec import PoolSpec
from convviz.core.same_padding import SAME_TF, SameTf
from convviz.core.spec import ConvSpec, Pads, Pair, check_choice, check_positive
from convviz.core.transposed_spec import TransposedSpec
from convviz.scene import kernel
from convviz.scene.checks import MAX_DISTANCE, check_amount, check_most
from convviz.scene.dense import DenseLayer
from convviz.scene.embedded import Embedded
from convviz.scene.layer import Kernelled, Number
from convviz.scene.pool import PoolLayer
from convviz.scene.resize import ResizeLayer
from convviz.scene.signal import SignalLayer
from convviz.scene.sums import Sums
from convviz.scene.unpool import UnpoolLayer
from convviz.scene.volume import VolumeLayer

Rows = kernel.Rows
Preset = kernel.Preset
Drawn = kernel.Drawn
Kernel = kernel.Kernel
ONES = kernel.ONES
Padding = Pads | Literal["valid", "same", "same-tf"]
"""Cells, or what they follow from; "same-tf" is TensorFlow's SAME, which follows from the picture's size."""

CHANNELS = ("luma", "r", "g", "b", "all")
SHOWN_AS = ("signed", "absolute", "clamp", "offset", "stretch")
MIN_SPEED, MAX_SPEED = 0.25, 1000.0
"""Steps per second."""
MAX_CANVAS = 1024
"""Pixels on a side of a canvas: it is painted by hand, and every stroke is remembered."""
MAX_STACKED, MAX_DILATION = 6, 32
"""Layers of a stack that is looked at, and the largest dilation of one of them."""
MAX_POOLED = 8
"""Cells on a side of the window that pools a layer's output: each is a whole convolution window."""


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

    def __post_init__(self) -> None:
        for name, size in (("height", self.height), ("width", self.width)):
            check_positive(name, size)
            check_most(name, size, MAX_CANVAS)
        if len(self.pixels) != self.height * self.width:
            raise ImageError(
                "canvas_size",
                height=self.height,
                width=self.width,
                expected=self.height * self.width,
                count=len(self.pixels),
            )


Picture = SamplePicture | FilePicture | Canvas | Embedded


class Region(msgspec.Struct, frozen=True):
    """A rectangle of cells."""

    top: int
    left: int
    height: int
    width: int

    def __post_init__(self) -> None:
        check_positive("height", self.height)
        check_positive("width", self.width)

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


class ConvLayer(Kernelled, frozen=True, tag="conv2d"):
    """A 2-D convolution layer's choices, in PyTorch's terms.

    Attributes:
        filters: one tuple of kernels per output channel. A filter with one kernel reads every input channel
            of the picture with that kernel; otherwise it has a kernel for each.
        mix: what becomes of several channels: "each" filters them one by one (groups = channels), "sum"
            adds them, as a layer does (groups = 1).
        bias: one number per filter.
    """

    has_filters: ClassVar[bool] = True
    mixes: ClassVar[bool] = True

    filters: tuple[tuple[Kernel, ...], ...] = ((Preset("sobel-x"),),)
    bias: tuple[float, ...] = (0.0,)
    stride: Pair = (1, 1)
    padding: Padding = "same"
    dilation: Pair = (1, 1)
    padding_mode: str = "zeros"
    padding_value: float = 0.0
    flip: bool = False
    activation: str = "none"
    negative_slope: float = 0.01
    mix: Literal["each", "sum"] = "each"

    def __post_init__(self) -> None:
        if not all((self.filters, *self.filters)):
            raise SpecError("no_kernels")
        if len(self.bias) != len(self.filters):
            raise SpecError("bias_per_filter", count=len(self.bias), filters=len(self.filters))
        for name in ("padding_value", "negative_slope"):
            check_amount(name, getattr(self, name))
        for value in self.bias:
            check_amount("bias", value)
        ConvSpec(
            stride=self.stride,
            padding="valid" if self.padding == SAME_TF else self.padding,
            dilation=self.dilation,
            padding_mode=self.padding_mode,
            padding_value=self.padding_value,
            activation=self.activation,
            negative_slope=self.negative_slope,
        )
        padding = () if isinstance(self.padding, str) else self.padding
        for name, cells in (("stride", self.stride), ("dilation", self.dilation), ("padding", padding)):
            for number in cells:
                check_most(name, number, MAX_DISTANCE)


class Im2colLayer(ConvLayer, frozen=True, tag="im2col"):
    """A convolution layer that is shown as matrices.

    Attributes:
        view: "columns", every window a column of a matrix that the filter multiplies, or "toeplitz", the
            filter as a matrix that multiplies the whole input.
        heat: whether the input shows how often each pixel is copied, instead of its value.
    """

    padding: Padding = "valid"
    view: Literal["columns", "toeplitz"] = "columns"
    heat: bool = False


class DilatedLayer(ConvLayer, frozen=True, tag="dilated"):
    """A dilated convolution layer, and layers with kernels of its size that are stacked at stride 1.

    Attributes:
        view: what is on the stage: this layer, the stack, or both. stack: the dilations of the stacked
            layers, the one on the input first; see core.stacked_paths.
    """

    dilation: Pair = (2, 2)
    view: Literal["both", "layer", "stack"] = "both"
    stack: tuple[int, ...] = (1, 2, 4)

    def __post_init__(self) -> None:
        super().__post_init__()
        check_positive("stack", len(self.stack))
        check_most("stack", len(self.stack), MAX_STACKED)
        for dilation in self.stack:
            check_positive("dilation", dilation)
            check_most("dilation", dilation, MAX_DILATION)


class ChainLayer(ConvLayer, frozen=True, tag="chain"):
    """A convolution layer whose activated output is pooled; see core.chain_spec.ChainSpec.

    Attributes:
        pool: what each window of pool_size × pool_size cells becomes, its maximum or its average.
        pool_size: also how far the window moves; 1 leaves everything as it is.
    """

    activation: str = "relu"
    pool: Literal["max", "avg"] = "max"
    pool_size: int = 2

    def __post_init__(self) -> None:
        super().__post_init__()
        PoolSpec(self.pool)
        check_positive("pool_size", self.pool_size)
        check_most("pool_size", self.pool_size, MAX_POOLED)

    @property
    def step(self) -> Pair:
        """Input cells from one output cell's window to the next."""
        return (self.stride[0] * self.pool_size, self.stride[1] * self.pool_size)


MIXED = ("sobel-x", "sobel-y", "laplacian-4", "sharpen", "emboss", "identity", "robinson-nw", "line-45")
MAX_GROUPS = 64


class GroupsLayer(ConvLayer, frozen=True, tag="groups"):
    """A convolution layer whose channels are split into groups; a filter adds those of its own group.

    A filter uses as many of its kernels, from the first, as its group has channels.

    Attributes:
        groups: as many as are chosen; where they do not divide both channels and filters, their greatest
            common divisor takes their place.
        maps: how many feature maps of the picture are the input, see core.feature_maps; 0 is the picture.
    """

    mixes: ClassVar[bool] = False

    filters: tuple[tuple[Kernel, ...], ...] = tuple(
        tuple(Preset(name) for name in MIXED[n:] + MIXED[:n]) for n in range(len(MIXED))
    )
    bias: tuple[float, ...] = (0.0,) * len(MIXED)
    mix: Literal["sum"] = "sum"
    groups: int = 2
    maps: Literal[0, 4, 8] = 8

    def __post_init__(self) -> None:
        super().__post_init__()
        check_positive("groups", self.groups)
        check_most("groups", self.groups, MAX_GROUPS)


class TransposedLayer(Kernelled, frozen=True, tag="conv_transpose2d"):
    """A 2-D transposed convolution layer's choices, in PyTorch's terms, each channel by itself.

    Attributes:
        filters: as a ConvLayer's: one filter of one kernel.
        padding: cells cut off on each side of the output; or "same-tf", TensorFlow's SAME, which sets the
            output_padding aside: stride times as many cells come out.
        view: whether input cells stamp the output or a window gathers it; the numbers are the same.
        cells: what output cells show: their values, or how many stamps overlap there.
    """

    filters: tuple[tuple[Kernel, ...], ...] = ((ONES,),)
    bias: float = 0.0
    stride: Pair = (2, 2)
    padding: Pair | SameTf = (1, 1)
    output_padding: Pair = (1, 1)
    dilation: Pair = (1, 1)
    view: Literal["stamp", "gather"] = "stamp"
    cells: Literal["values", "overlaps"] = "values"

    def __post_init__(self) -> None:
        count = sum(map(len, self.filters))
        if len(self.filters) != 1 or count != 1:
            raise SpecError("one_kernel", count=count)
        check_amount("bias", self.bias)
        names = ("stride", "padding", "output_padding", "dilation")
        numbers = {name: getattr(self, name) for name in names if getattr(self, name) != SAME_TF}
        TransposedSpec(**numbers)
        for name, cells in numbers.items():
            for number in cells:
                check_most(name, number, MAX_DISTANCE)

    @property
    def step(self) -> tuple[Number, Number]:
        """Input cells from one output cell to the next."""
        return (Fraction(1, self.stride[0]), Fraction(1, self.stride[1]))


Layer = (
    ConvLayer
    | DilatedLayer
    | TransposedLayer
    | PoolLayer
    | UnpoolLayer
    | ChainLayer
    | GroupsLayer
    | ResizeLayer
    | SignalLayer
    | VolumeLayer
    | Im2colLayer
    | DenseLayer
)
"""Every operation's choices; another operation joins here as another tagged type of LayerChoices."""


def with_kernels(layer: Layer) -> Kernelled:
    """The layer, which has kernels.

    Raises: SpecError("no_kernels_here") for one that has none.
    """
    if not isinstance(layer, Kernelled):
        raise SpecError("no_kernels_here")
    return layer


def with_filters(layer: Layer) -> ConvLayer:
    """The layer, which has as many filters as one likes, each with its bias.

    Raises: SpecError("no_kernels_here") for another.
    """
    if not isinstance(layer, ConvLayer):
        raise SpecError("no_kernels_here")
    return layer


class Scene(msgspec.Struct, frozen=True):
    """What is on screen, less the place where the animation stands.

    Attributes:
        channel: how a colour picture is read, one of CHANNELS.
        crop: the part of the picture that is the whole input; None for all of it.
        region: the output cells on the stage; moved inside the output where it hangs over.
        output: the output channel on the stage.
        show: how output values become colours, one of SHOWN_AS.
        speed: steps per second, MIN_SPEED to MAX_SPEED.
        loop: start again at the end.
        scope: play the region or the whole output.
        sums: what the sizes calculator holds; not set, and not written, until it is used.
    """

    picture: Picture = SamplePicture("camera")
    channel: str = "luma"
    crop: Region | None = None
    layer: Layer = ConvLayer()
    region: Region = Region(155, 260, 7, 7)
    output: int = 0
    show: str = "signed"
    speed: float = 2.0
    loop: bool = False
    scope: Literal["region", "image"] = "region"
    sums: Sums | msgspec.UnsetType = msgspec.UNSET

    def __post_init__(self) -> None:
        check_choice("channel", self.channel, CHANNELS)
        check_choice("show", self.show, SHOWN_AS)
        if self.output < 0:
            raise SpecError("negative", name="output", value=self.output)
        if not MIN_SPEED <= self.speed <= MAX_SPEED:
            raise SpecError("out_of_range", name="speed", value=self.speed, least=MIN_SPEED, most=MAX_SPEED)

    @property
    def stage(self) -> Region:
        """The output cells that the stage is to show: the region, or its first row."""
        return replace(self.region, height=1) if self.layer.one_row else self.region


T = TypeVar("T", bound=msgspec.Struct)


def replace(struct: T, **changes: object) -> T:
    """The same struct with other values: replace(scene, channel="r")."""
    return msgspec.structs.replace(struct, **changes)


def equal_but(a: msgspec.Struct, b: msgspec.Struct, name: str) -> bool:
    """Whether two structs of one type are equal in all fields but the one of this name."""
    return all(getattr(a, field) == getattr(b, field) for field in a.__struct_fields__ if field != name)
