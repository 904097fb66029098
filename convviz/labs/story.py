"""What happens in a scene: its input, its weights, its steps, and when each of them takes place.

A story is derived from a scene and the picture it names, and holds nothing of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core import kernels
from convviz.core.along import Along, along, through
from convviz.core.errors import SpecError
from convviz.core.operation import ByChannel, Operation
from convviz.core.operations import OPERATIONS
from convviz.core.sizes import Shape
from convviz.core.trace import Cell, Step, Trace
from convviz.i18n import Message, msg
from convviz.labs.lab import Lab
from convviz.motion.timeline import Timeline
from convviz.scene.layer import Kernelled
from convviz.scene.reading import input_part
from convviz.scene.scene import Drawn, Kernel, Region, Rows, Scene, equal_but

Array = NDArray[Any]

MAX_OUTPUT = 1 << 30
"""Numbers of an output, 4 GB as float32: three channels of the largest picture fit, with room for padding."""


@dataclass(frozen=True, eq=False)
class Source:
    """A picture that has been read, one of its channels or all of them chosen.

    Attributes:
        title: what files made of it are called. planes: (C, H, W) in its own depth.
        white: its brightest value.
        called: what a person reads, where it is not the title: a sample has a name in every language.
    """

    title: str
    planes: Array
    white: float
    called: Message | None = None

    @property
    def name(self) -> Message:
        """What it is called on the screen. A file's name is the same in every language."""
        return self.called or msg("{name}", name=self.title)


@dataclass(frozen=True, eq=False)
class Story:
    """One scene with everything that follows from it, ready to be drawn at any t.

    Attributes:
        hidden: output cells (row, column) that are drawn as if no step had written them: a question is open.
    """

    scene: Scene
    source: Source
    operation: Operation
    spec: Any
    operands: tuple[Array, ...]
    shape: Shape
    timeline: Timeline
    hidden: frozenset[tuple[int, int]] = frozenset()

    @property
    def x(self) -> Array:
        """The input (C, H, W): the picture, or the part of it that was cropped."""
        return self.operands[0]

    @property
    def reads_picture(self) -> bool:
        """Whether the input is the picture or a part of it, and not something that was typed."""
        return np.may_share_memory(self.x, self.source.planes)

    @property
    def white(self) -> float:
        """The input's brightest value: the picture's, unless the input is typed."""
        return self.source.white if self.scene.layer.white is None else self.scene.layer.white

    @property
    def part(self) -> Region | None:
        """The part of the picture that is the input; None for all of it."""
        return input_part(self.scene, *self.source.planes.shape[1:])

    def room(self, used: Array | None) -> Array:
        """An array for the whole output, float32; the one that was used for another, if it fits."""
        return used if used is not None and used.shape == self.shape else np.empty(self.shape, np.float32)

    @cached_property
    def trace(self) -> Trace:
        """The computation, step by step."""
        return self.operation.trace(self.spec, *self.operands)

    @cached_property
    def along(self) -> tuple[Along, Along]:
        """How the operation reads the input's rows and columns."""
        return along(self.spec, self.x.shape[1:], self.shape[1:])

    @property
    def rows_seen(self) -> int:
        """Rows of the input from the first to the last that an output cell sees."""
        cells = self.along[0].cells(np.zeros(1, np.intp))[0]
        return int(cells[-1] - cells[0] + 1)

    @property
    def taps(self) -> int:
        """How many products, comparisons or additions one output cell takes, at least 1.

        Those of all stages of a layer together.
        """
        cost = self.operation.cost(self.spec, self.x.shape)
        return max(1, (cost.macs + cost.operations) // cost.output_cells)

    @property
    def through(self) -> Along | None:
        """How the operation reads along the depth of a stack; None where channels are no slices."""
        return through(self.spec, self.x.shape[0], self.shape[0])

    @property
    def pictured(self) -> slice:
        """The input channels that are shown as the picture: of a stack the one in the window's middle."""
        if self.through is None:
            return slice(None)
        places = self.through.cells([self.output])[0]
        middle = min(max(int(places[len(places) // 2]), 0), self.x.shape[0] - 1)
        return slice(middle, middle + 1)

    @property
    def is_colour(self) -> bool:
        """Whether the output is a colour picture: three channels, each made of one of the input's."""
        return self.shape[0] == self.x.shape[0] == 3 and getattr(self.spec, "groups", 3) == 3

    @property
    def output(self) -> int:
        """The output channel on the stage."""
        return min(self.scene.output, self.shape[0] - 1)

    def region(self, step: int) -> Region:
        """The output cells on the stage while a step is played: the chosen ones, or the page it lies on."""
        _, height, width = self.shape
        chosen = self.scene.stage.clipped(height, width)
        if self.scene.scope == "region":
            return chosen
        row, col = divmod(step, width)
        return Region(
            row // chosen.height * chosen.height,
            col // chosen.width * chosen.width,
            chosen.height,
            chosen.width,
        ).clipped(height, width)

    def cell(self, step: int) -> Cell:
        """The output cell that a step of the timeline computes."""
        if self.scene.scope == "image":
            return (self.output, *divmod(step, self.shape[2]))
        region = self.region(step)
        row, col = divmod(step, region.width)
        return (self.output, region.top + row, region.left + col)

    def step_of(self, row: int, col: int) -> int | None:
        """The step of the timeline that computes an output cell, None where it is not played."""
        if self.scene.scope == "image":
            return row * self.shape[2] + col
        region = self.region(0)
        return (row - region.top) * region.width + col - region.left if region.holds(row, col) else None

    def step(self, step: int) -> Step:
        """The numbers of a step of the timeline."""
        return self.trace.at(self.cell(step))

    def values(self, region: Region) -> Array:
        """The output on the stage, float32 (rows, cols), of the channel that is shown."""
        if self._by_channel:
            values: Array = self._page(region, slice(self.output, self.output + 1))[0]
        else:
            values = self.maps(region)[self.output]
        return values

    @cached_property
    def _by_channel(self) -> bool:
        """Whether channels are computed one by one; asked for each frame, what a protocol is slow to tell."""
        return isinstance(self.operation, ByChannel)

    def maps(self, region: Region) -> Array:
        """The same of every output channel, float32 (channels, rows, cols)."""
        return self._page(region, slice(None))

    def _page(self, region: Region, channels: slice) -> Array:
        key = (region, *channels.indices(self.shape[0]))
        if key not in self._pages:
            self._pages.clear()  # one page at a time is on the stage
            rows, cols = np.arange(region.top, region.bottom), np.arange(region.left, region.right)
            self._pages[key] = self.sample(rows, cols, channels)
        return self._pages[key]

    def sample(self, rows: Array, cols: Array, channels: slice) -> Array:
        """Channels of the output at rows × cols, float32; of a stack's slices no others are computed."""
        if not isinstance(self.operation, ByChannel):
            return self.operation.sample(self.spec, rows, cols, *self.operands)[channels]
        sample, wanted = self.operation.sample_channel, range(*channels.indices(self.shape[0]))
        return np.stack([sample(self.spec, n, rows, cols, *self.operands) for n in wanted])

    @cached_property
    def _pages(self) -> dict[tuple[Any, ...], Array]:
        return {}


def redrawn(a: Story, b: Story) -> bool:
    """Whether at most weights of drawn kernels differ, as from one edit of a cell to the next.

    What shows no weights stays as it is then: to show it again took a third of an edit's time.
    """
    one, other = a.scene.layer, b.scene.layer
    same = a.source is b.source and a.shape == b.shape and a.hidden == b.hidden and a.spec == b.spec
    return (
        same
        and type(one) is type(other)
        and isinstance(one, Kernelled)
        and isinstance(other, Kernelled)
        and equal_but(a.scene, b.scene, "layer")
        and equal_but(one, other, "filters")
        and len(one.filters) == len(other.filters)
        and all(map(_redrawn, one.filters, other.filters))
    )


def _redrawn(a: tuple[Kernel, ...], b: tuple[Kernel, ...]) -> bool:
    pairs = zip(a, b, strict=False)
    return len(a) == len(b) and all(one == other or _drawn(one, other) for one, other in pairs)


def _drawn(a: Kernel, b: Kernel) -> bool:
    return isinstance(a, Drawn) and isinstance(b, Drawn)


def kernel_rows(kernel: Kernel) -> Rows:
    """The kernel's weights, row by row."""
    if isinstance(kernel, Drawn):
        return kernel.rows
    return _preset_rows(kernel.id, kernel.parameters)


def kernel_name(kernel: Kernel) -> str:
    """What the kernel is called, in English."""
    return (kernel.name or "My kernel") if isinstance(kernel, Drawn) else kernels.find(kernel.id).name


@lru_cache(maxsize=256)
def _preset_rows(name: str, parameters: tuple[tuple[str, float], ...]) -> Rows:
    return kernels.rows(name, **dict(parameters))


def cropped(scene: Scene, planes: Array) -> Array:
    """The input: the planes, or the part of them that is read."""
    region = input_part(scene, *planes.shape[1:])
    if region is None:
        return planes
    return planes[:, region.top : region.bottom, region.left : region.right]


def tell(scene: Scene, source: Source, lab: Lab) -> Story:
    """The story of a scene on its picture, as a lab tells it.

    Raises: SpecError or KernelError when the scene describes no computation on this picture.
    """
    operation = OPERATIONS[lab.operation]
    spec, operands = lab.operands(scene.layer, cropped(scene, source.planes))
    shape = operation.output_shape(spec, operands[0].shape)
    if prod(shape) > MAX_OUTPUT:
        channels, height, width = shape
        raise SpecError("output_too_large", channels=channels, height=height, width=width, most=MAX_OUTPUT)
    region = scene.stage.clipped(*shape[1:])
    steps = shape[1] * shape[2] if scene.scope == "image" else region.height * region.width
    return Story(scene, source, operation, spec, operands, shape, Timeline(steps, lab.phases(scene)))
