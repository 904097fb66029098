"""The rows of a convolution layer: how its window moves, what lies outside, what becomes of a sum."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from convviz.core.kernel_text import shown
from convviz.core.spec import ACTIVATIONS, PADDING_MODES
from convviz.labs.offers import allows_border, allows_padding
from convviz.labs.story import Story
from convviz.scene.scene import with_filters
from convviz.views.choices import Choice, FieldChoice, Option
from convviz.views.entries import (
    NAMES,
    Padding,
    padding_text,
    pair_text,
    read_number,
    read_padding,
    read_pair,
)
from convviz.views.fields import Field
from convviz.views.rows import Row
from convviz.views.sections import NARROW, Section
from convviz.views.style import px

DEFINITIONS: tuple[Option, ...] = ((False, "cross-correlation"), (True, "convolution (180°)"))
ACTIVATION_NAMES = {"relu": "ReLU", "leaky_relu": "leaky ReLU"}
"""Names that differ from the layer's own."""


class LayerSection(Section):
    """Stride, padding, border, dilation, bias, definition, activation."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stride = self._pair("Stride", "stride", "Cells that the window moves by: rows, columns.")
        self._add_padding()
        self._add_border()
        self.dilation = self._pair(
            "Dilation", "dilation", "Cells from one tap to the next: rows, columns; 1 is the ordinary window."
        )
        self.bias = Field("Bias", partial(read_number, "Bias"), shown)
        row = self.add("Bias", self.bias, tip="A number that is added to every sum.")
        self.ask_by(self.bias, row, self._ask_bias)
        self.definition = Choice("Definition", DEFINITIONS)
        row = self.add(
            "Definition",
            self.definition,
            tip="Cross-correlation lays the kernel on as it is, as deep learning does; "
            "convolution proper rotates it by 180° first.",
        )
        self.ask_layer(self.definition, row, "flip")
        self._add_activation()

    def _pair(self, label: str, choice: str, tip: str) -> Field:
        field = Field(label, partial(read_pair, label), pair_text)
        self.ask_layer(field, self.add(label, field, tip=tip), choice)
        return field

    def _add_padding(self) -> None:
        field = Field("Padding", read_padding, self._padding_text)
        self.padding = FieldChoice(field)
        tip = (
            "same (stride 1), same-tf (TensorFlow's: ⌈cells / stride⌉ come out), valid (none), or cells: "
            "one number; rows, columns; or top, bottom, left, right."
        )
        self.ask_layer(field, self.add("Padding", self.padding, tip=tip), "padding")

    def _add_border(self) -> None:
        self.border = Choice("Border", [(mode, mode) for mode in PADDING_MODES])
        self.border_value = self._beside("Border value")
        tip = "What stands outside the picture, where the padding is."
        self._ask_both(
            self.add("Border", self.border, self.border_value, tip=tip), "padding_mode", "padding_value"
        )

    def _add_activation(self) -> None:
        names = [(name, ACTIVATION_NAMES.get(name, name)) for name in ACTIVATIONS]
        self.activation = Choice("Activation", names)
        self.slope = self._beside("Slope below zero")
        tip = "A function that every sum passes through at last."
        self._ask_both(
            self.add("Activation", self.activation, self.slope, tip=tip), "activation", "negative_slope"
        )

    def _beside(self, name: str) -> Field:
        """A number beside a list, there when the list's choice takes one."""
        field = Field(name, partial(read_number, name), shown)
        field.setFixedWidth(px(NARROW))
        field.setVisible(False)
        return field

    def _ask_both(self, row: Row, choice: str, number: str) -> None:
        listed, field = row.editors
        assert isinstance(listed, Choice)
        assert isinstance(field, Field)
        self.ask_layer(listed, row, choice)
        self.ask_layer(field, row, number)

    def show_story(self, story: Story) -> None:
        """Shows the story's layer; of paddings and borders those are offered that its sizes allow."""
        super().show_story(story)
        layer = with_filters(story.scene.layer)
        self.stride.show_value(layer.stride)
        self.padding.offer((name, name) for name in NAMES if allows_padding(story, name))
        self.padding.field.show_value(layer.padding)
        self.border.offer((mode, mode) for mode in PADDING_MODES if allows_border(story, mode))
        self.border.show_value(layer.padding_mode)
        self.border_value.setVisible(layer.padding_mode == "constant")
        self.border_value.show_value(layer.padding_value)
        self.dilation.show_value(layer.dilation)
        self.bias.show_value(layer.bias[story.output % len(layer.bias)])
        self.definition.show_value(layer.flip)
        self.activation.show_value(layer.activation)
        self.slope.setVisible(layer.activation == "leaky_relu")
        self.slope.show_value(layer.negative_slope)

    def _padding_text(self, padding: Padding) -> str:
        return padding_text(padding, self.story.spec.pads if self.story else (0, 0, 0, 0))

    def _ask_bias(self, bias: float, gesture: object) -> None:
        """Asks for the bias of the filter shown; the others keep theirs."""
        assert self.story is not None
        all_ = list(with_filters(self.story.scene.layer).bias)
        all_[self.story.output % len(all_)] = bias
        self.layer_requested.emit({"bias": tuple(all_)}, gesture)
