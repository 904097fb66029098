"""3-D convolution on the stage: a stack of slices, and the window as the slices of a small cuboid."""

from __future__ import annotations

from typing import Any, Literal

import numpy as np

import convviz.labs.volume_text as text
import convviz.labs.volume_words as volume_words
from convviz.core.same_padding import SAME_TF, same_sides
from convviz.core.sizes import Shape
from convviz.core.spec import PADDING_MODES
from convviz.core.spec_3d import Conv3dSpec, Margins, conv3d_spec
from convviz.figure.figure import Figure, Spot
from convviz.i18n import Message
from convviz.labs.controls import Control, Number, Pick, Place, Typed
from convviz.labs.conv_operands import check_sizes
from convviz.labs.convolution import pads_by_size
from convviz.labs.explaining import sentences
from convviz.labs.lab import Array, Look
from convviz.labs.program import volume_program
from convviz.labs.sizes_text import volume_formula
from convviz.labs.story import Story, kernel_rows
from convviz.labs.volume_stage import draw
from convviz.labs.volume_view import look
from convviz.motion.timeline import REST, Moment, Phase
from convviz.scene.scene import Region, SamplePicture, Scene, replace
from convviz.scene.volume import VolumeLayer

OPENING = SamplePicture("ball")
"""What takes the place of a sample that is a single picture."""
STACKS = ("ball", "head")
START = Region(30, 58, 7, 7)
"""Where the ball of the clip is in slice MIDDLE."""
MIDDLE = 7


def _has_border_value(layer: VolumeLayer) -> bool:
    return layer.padding_mode == "constant"


def _none(layer: VolumeLayer) -> tuple[str, ...]:
    return ()


def _profiles(layer: VolumeLayer) -> tuple[str, ...]:
    """Any number of slices for one kernel; kernels of their own are as many as they are."""
    if len(layer.filters[0]) == 1:
        return tuple(text.PROFILES)
    return tuple(name for name, weights in text.PROFILES.items() if len(weights) == len(layer.filters[0]))


def _paddings(layer: VolumeLayer) -> tuple[str, ...]:
    """Padding "same" is for stride 1."""
    return text.NAMES if layer.stride == (1, 1, 1) else text.NAMES[1:]


def _output(story: Story) -> int:
    return story.output


def _last_output(story: Story) -> int:
    return story.shape[0] - 1


def _with_output(story: Story, output: int) -> dict[str, object]:
    return {"output": output}


class VolumeLab:
    """A window that also has a depth slides over the slices of a stack."""

    layer_type: type = VolumeLayer
    operation = "conv3d"
    title = "Convolution (3-D)"
    default: Any = VolumeLayer()
    show = "signed"
    panel: tuple[str, ...] = ("kernel", "output", "tools")
    controls: tuple[Control, ...] = (
        Place(
            "output",
            "Output slice",
            "Which slice of the output is on the stage. Its window reads the slices around it.",
            _output,
            _last_output,
            _with_output,
        ),
        Typed(
            "depth",
            "Depth",
            "What each slice's kernel is multiplied by: there are as many slices as numbers. −1, 0, 1 sees "
            "what changes from slice to slice, such as motion.",
            text.read_profile,
            text.profile_text,
            _profiles,
        ),
        Typed(
            "stride",
            "Stride",
            "Cells that the window moves by: one number, or slices, rows, columns.",
            text.read_triple("Stride"),
            text.triple_text,
            _none,
        ),
        Typed(
            "padding",
            "Padding",
            "same (stride 1), same-tf (TensorFlow's, for any stride), valid, or cells: one number; slices, "
            "rows, columns; or before and after for each of them.",
            text.read_padding,
            text.padding_text,
            _paddings,
        ),
        Pick(
            "padding_mode",
            "Border",
            "What stands outside the stack, before its first and after its last slice too.",
            tuple((mode, mode) for mode in PADDING_MODES),
            checked=True,
        ),
        Number("padding_value", "Border value", "The number in the padding.", _has_border_value),
        Typed(
            "dilation",
            "Dilation",
            "Cells from one tap to the next: one number, or slices, rows, columns.",
            text.read_triple("Dilation"),
            text.triple_text,
            _none,
        ),
        Number("bias", "Bias", "A number that is added to every sum."),
        Pick(
            "flip",
            "Definition",
            "Cross-correlation lays the kernel on as it is; convolution proper turns it round along all "
            "three axes first.",
            ((False, "cross-correlation"), (True, "convolution (turned)")),
        ),
    )

    def opening(self, scene: Scene) -> Scene:
        """A stack instead of one of the program's single pictures; the channels of a user's photo."""
        picture = scene.picture
        if not isinstance(picture, SamplePicture):
            return replace(scene, channel="all")
        if picture.id in STACKS:
            return replace(scene, output=MIDDLE)
        return replace(scene, picture=OPENING, crop=None, region=START, output=MIDDLE)

    def operands(self, layer: VolumeLayer, x: Array) -> tuple[Conv3dSpec, tuple[Array, ...]]:
        """The spec, and the stack, the kernel of each slice, and the bias."""
        weight = slice_weights(layer)
        spec = conv3d_spec(
            (weight.shape[1], weight.shape[2], weight.shape[3]),
            layer.stride,
            _in_cells(layer, x.shape, weight.shape[1:]),
            layer.dilation,
            padding_mode=layer.padding_mode,
            padding_value=layer.padding_value,
            flip=layer.flip,
        )
        return spec, (x, weight, np.array([layer.bias]))

    def phases(self, scene: Scene) -> tuple[Phase, ...]:
        """Slide, lift, multiply, add, write, rest: as in two dimensions."""
        return (
            Phase("slide", 0.12),
            Phase("lift", 0.12),
            Phase("multiply", 0.18),
            Phase("add", 0.2),
            Phase("write", 0.12),
            Phase(REST, 0.26),
        )

    def draw(self, story: Story, moment: Moment, look_: Look) -> Figure:
        """A row for each slice under the window, and at the left the depth of the stack."""
        view = look(story, moment, look_.spot)
        items = tuple(draw(view, look_.size, look_.zoom))
        return Figure(look_.size, items, volume_words.sentence(view))

    def explain(self, story: Story, moment: Moment) -> Message:
        """What this window is about, and what weights and size come to."""
        view = look(story, moment, None)
        return sentences(volume_words.of_step(view), *volume_words.of_layer(view))

    def size_formula(self, story: Story) -> tuple[Message, ...]:
        """See sizes_text.volume_formula."""
        return volume_formula(story.spec, story.x.shape, pads_by_size(story))

    def program(self, story: Story, language: str) -> str:
        """See program.volume_program."""
        return volume_program(story, language)

    def kernel_cell(self, story: Story, spot: Spot) -> tuple[int, int, int, int]:
        """The weight (filter, slice, row, column) that a cell of the kernel grid shows."""
        (kh, kw), depth = story.spec.kernel_size, story.spec.depth
        if story.spec.flip:
            return (0, depth - 1 - spot.channel, kh - 1 - spot.row, kw - 1 - spot.col)
        return (0, spot.channel, spot.row, spot.col)


def _in_cells(layer: VolumeLayer, size: Shape, kernel: tuple[int, ...]) -> Margins | Literal["valid", "same"]:
    """The layer's padding for a stack of that size; TensorFlow's SAME in cells."""
    if layer.padding != SAME_TF:
        return layer.padding
    (a, b), (c, d), (e, f) = same_sides(size, kernel, layer.stride, layer.dilation)
    return (a, b, c, d, e, f)


def slice_weights(layer: VolumeLayer) -> Array:
    """(1, slices, kh, kw): the kernel of each slice.

    Raises: SpecError where they differ in size.
    """
    kernels = layer.slice_kernels(kernel_rows)
    check_sizes(kernels)
    return np.array([kernels], np.float64)
