"""1-D convolution on the stage: a row of the picture as a signal, or bits and the generators of a code."""

from __future__ import annotations

from typing import Any

import numpy as np

import convviz.labs.signal_text as text
import convviz.labs.signal_words as words
from convviz.core.same_padding import Explicit, in_cells
from convviz.core.spec import PADDING_MODES
from convviz.core.spec_1d import Conv1dSpec
from convviz.figure.figure import Figure, Spot
from convviz.i18n import Message
from convviz.labs.controls import Control, Number, Pick, Place, Typed
from convviz.labs.convolution import pads_by_size
from convviz.labs.explaining import sentences
from convviz.labs.lab import Array, Look
from convviz.labs.program import signal_program
from convviz.labs.signal_stage import draw, looked_at
from convviz.labs.sizes_text import signal_formula
from convviz.labs.story import Story
from convviz.motion.timeline import REST, Moment, Phase
from convviz.scene.scene import Scene, replace
from convviz.scene.signal import SignalLayer


def _is_signal(layer: SignalLayer) -> bool:
    return not layer.coding


def _is_code(layer: SignalLayer) -> bool:
    return layer.coding


def _has_border_value(layer: SignalLayer) -> bool:
    return not layer.coding and layer.padding_mode == "constant"


def _none(layer: SignalLayer) -> tuple[str, ...]:
    return ()


def _paddings(layer: SignalLayer) -> tuple[str, ...]:
    """Padding "same" is for stride 1."""
    return text.NAMES if layer.stride == (1, 1) else text.NAMES[1:]


def _row(story: Story) -> int:
    return story.region(0).top


def _last_row(story: Story) -> int:
    return story.shape[1] - 1


def _with_row(story: Story, row: int) -> dict[str, object]:
    return {"region": replace(story.scene.stage, top=row)}


def _read_step(label: str) -> Any:
    def read(typed: str) -> tuple[int, int]:
        return (1, text.read_step(label, typed))

    return read


def _step_text(pair: tuple[int, int]) -> str:
    return str(pair[1])


class SignalLab:
    """y(n) = Σ x(n − k) g(k), by flip and slide."""

    layer_type: type = SignalLayer
    operation = "conv1d"
    title = "Convolution (1-D)"
    default: Any = SignalLayer()
    show = "signed"
    panel: tuple[str, ...] = ("output",)
    controls: tuple[Control, ...] = (
        Pick(
            "coding",
            "Signal",
            "A row of the picture, or bits to be encoded: convolution modulo 2, as in channel coding.",
            ((False, "a row of the picture"), (True, "bits (channel coding)")),
        ),
        Place(
            "row", "Row", "Which row of the picture is the signal.", _row, _last_row, _with_row, _is_signal
        ),
        Typed(
            "weights",
            "Kernel",
            "Numbers such as 1, 2, 1 or [1 2 1]/4, or one of the list.",
            text.read_weights,
            text.weights_text,
            lambda layer: tuple(text.KERNELS),
            _is_signal,
        ),
        Pick(
            "flip",
            "Definition",
            "Convolution flips the kernel before it slides, y(n) = Σ x(n − k) g(k); correlation does not.",
            ((True, "convolution (flip)"), (False, "cross-correlation")),
            _is_signal,
        ),
        Typed(
            "stride",
            "Stride",
            "Cells that the kernel moves by.",
            _read_step("Stride"),
            _step_text,
            _none,
            _is_signal,
        ),
        Typed(
            "padding",
            "Padding",
            "same, same-tf (TensorFlow's, for any stride), valid, full (wherever kernel and signal meet), "
            "or cells: both ends, or before, after.",
            text.read_padding,
            text.padding_text,
            _paddings,
            _is_signal,
        ),
        Pick(
            "padding_mode",
            "Border",
            "What stands before and after the signal, where the padding is.",
            tuple((mode, mode) for mode in PADDING_MODES),
            _is_signal,
            checked=True,
        ),
        Number("padding_value", "Border value", "The number in the padding.", _has_border_value),
        Typed(
            "dilation",
            "Dilation",
            "Cells from one tap to the next; 1 is the ordinary kernel.",
            _read_step("Dilation"),
            _step_text,
            _none,
            _is_signal,
        ),
        Typed("bits", "Bits", "The input, such as 1011.", text.read_bits, text.bits_text, _none, _is_code),
        Typed(
            "generators",
            "Generators",
            "One sequence for each output bit, such as 111, 101: the code of rate 1/2 with K = 3.",
            text.read_generators,
            text.generators_text,
            lambda layer: ("111, 101", "1111, 1101", "1111001, 1011011", "111, 111, 101"),
            _is_code,
        ),
    )

    def operands(self, layer: SignalLayer, x: Array) -> tuple[Conv1dSpec, tuple[Array, ...]]:
        """The spec, and input and weight: every channel by itself, or the bits for every generator."""
        if layer.coding:
            return coded(layer)
        channels, taps = x.shape[0], len(layer.weights)
        beyond = layer.dilation[1] * (taps - 1)
        if layer.padding == "full":
            padding: Explicit = (0, 0, beyond, beyond)
        else:
            padding = in_cells(layer.padding, x.shape[1:], (1, taps), layer.stride, layer.dilation)
        spec = Conv1dSpec(
            kernel_size=(1, taps),
            stride=layer.stride,
            padding=padding,
            dilation=layer.dilation,
            in_channels=channels,
            out_channels=channels,
            groups=channels,
            padding_mode=layer.padding_mode,
            padding_value=layer.padding_value,
            flip=layer.flip,
        )
        return spec, (x, np.tile(np.array(layer.weights), (channels, 1, 1, 1)))

    def phases(self, scene: Scene) -> tuple[Phase, ...]:
        """Slide, multiply, add, write, rest."""
        return (
            Phase("slide", 0.2),
            Phase("multiply", 0.18),
            Phase("add", 0.2),
            Phase("write", 0.12),
            Phase(REST, 0.3),
        )

    def draw(self, story: Story, moment: Moment, look: Look) -> Figure:
        """The signal, the kernel sliding below it, products and output, all one above the other."""
        view = looked_at(story, moment, look.spot)
        sentence = words.said(view)
        return Figure(look.size, tuple(draw(view, look.size, look.zoom, sentence)), sentence)

    def explain(self, story: Story, moment: Moment) -> Message:
        """What is particular about this place, and what kernel or code are like."""
        return sentences(
            words.of_step(story, story.step(moment.step), moment.computed), *words.of_layer(story)
        )

    def size_formula(self, story: Story) -> tuple[Message, ...]:
        """See sizes_text.signal_formula."""
        return signal_formula(story.spec, story.x.shape, pads_by_size(story))

    def program(self, story: Story, language: str) -> str:
        """See program.signal_program."""
        return signal_program(story, language)

    def kernel_cell(self, story: Story, spot: Spot) -> tuple[int, int, int, int]:
        """The weight (generator, kernel, row, column) that a cell of the flipped, spread kernel shows."""
        spec = story.spec
        tap = spot.col // spec.dilation[1]
        return (spot.channel, spot.channel, 0, spec.kernel_size[1] - 1 - tap if spec.flip else tap)


def coded(layer: SignalLayer) -> tuple[Conv1dSpec, tuple[Array, ...]]:
    """The spec, bits (1, 1, n) and generators (count, 1, 1, K) of a code; zeros flush the encoder."""
    count, taps = len(layer.generators), len(layer.generators[0])
    spec = Conv1dSpec(
        kernel_size=(1, taps),
        padding=(0, 0, taps - 1, taps - 1),
        out_channels=count,
        flip=True,
        binary=True,
    )
    x = np.array(layer.bits, np.float32).reshape(1, 1, -1)  # whose brightest is 1
    return spec, (x, np.array(layer.generators, np.float64).reshape(count, 1, 1, taps))
