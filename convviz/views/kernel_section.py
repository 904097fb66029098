"""The rows of the kernel: its size, the sliders of a parametric one, and the tools for painting it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from convviz.core.analysis import gain
from convviz.core.kernel_text import shown
from convviz.core.kernels import find
from convviz.i18n import tr
from convviz.labs.story import Story, kernel_rows
from convviz.scene.scene import Kernel, Preset, with_kernels
from convviz.views.choices import Segments
from convviz.views.entries import read_number, read_size, size_text
from convviz.views.fields import Field
from convviz.views.icons import IconButton
from convviz.views.rows import ParameterRow
from convviz.views.sections import SPACING, Section
from convviz.views.style import px

BRUSHES = (-1.0, 0.0, 1.0, 2.0)
TOOLS = {
    "rotate": ("Rotate", "Rotate the kernel by 90° to the right."),
    "flip": ("Flip", "Flip the kernel: left becomes right."),
    "transpose": ("Transpose", "Transpose the kernel: rows become columns."),
    "normalise": ("Normalise", "Normalise: divide every weight by their sum."),
    "clear": ("Clear", "Clear the kernel: every weight becomes 0."),
}
NO_SUM = "The weights sum to 0, by which they cannot be divided."


class KernelSection(Section):
    """The kernel's size, and its sliders when it has parameters."""

    weights = True
    kernel_size_requested = Signal(int, int)
    kernel_parameter_requested = Signal(str, float, object)
    """(name, value, gesture)"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kernel_size = Field("Kernel size", read_size, size_text)
        tip = "Rows × columns, 1 to 63 each, such as 3 or 3 × 5. The kernel keeps its middle."
        row = self.add("Kernel size", self.kernel_size, tip=tip)
        self.ask_by(self.kernel_size, row, lambda size, _: self.kernel_size_requested.emit(*size))
        self.sliders: dict[str, ParameterRow] = {}
        self._sliders = QVBoxLayout()
        self._sliders.setSpacing(SPACING)
        self.rows.addLayout(self._sliders)
        self._id = ""

    def show_story(self, story: Story) -> None:
        """Shows the kernel of the filter whose output is on the stage."""
        super().show_story(story)
        self.kernel_size.show_value(tuple(story.spec.kernel_size))
        kernel = shown_kernel(story)
        if not isinstance(kernel, Preset):
            self._show_sliders("")
            return
        self._show_sliders(kernel.id)
        chosen = dict(kernel.parameters)
        for name, row in self.sliders.items():
            row.show_value(chosen.get(name, row.parameter.default))

    def _show_sliders(self, kernel_id: str) -> None:
        if kernel_id == self._id:
            return
        self._id = kernel_id
        for row in self.sliders.values():
            self._sliders.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.sliders = {}
        for parameter in find(kernel_id).parameters if kernel_id else ():
            row = ParameterRow(parameter, self)
            self.sliders[parameter.name] = row
            self._sliders.addWidget(row)
            self.ask_by(row, row, partial(self._ask_parameter, parameter.name))

    def _ask_parameter(self, name: str, value: float, gesture: object) -> None:
        self.kernel_parameter_requested.emit(name, value, gesture)


class ToolSection(Section):
    """What a stroke paints, and tools that change the whole kernel."""

    weights = True
    brush_changed = Signal(float)
    tool_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._brush = 1.0
        tips = ["Drag on the kernel to paint this weight."] * len(BRUSHES)
        self.brushes = Segments("Brush", [(value, shown(value)) for value in BRUSHES], tips)
        self.brush = Field("Brush", partial(read_number, "Brush"), shown)
        self.brush.setFixedWidth(px(48))
        row = self.add("Brush", self.brushes, self.brush, tip="The weight that painting on the kernel sets.")
        self.brushes.value_requested.connect(self._choose)
        self.ask_by(self.brush, row, lambda value, _: self._choose(value))
        self.show_brush(1.0)
        self.tools = {name: IconButton(name, *texts) for name, texts in TOOLS.items()}
        self._row = self.add("Edit kernel", self._toolbar(), tip="Change the whole kernel.")

    def _toolbar(self) -> QWidget:
        bar = QWidget()
        beside = QHBoxLayout(bar)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(4)
        for name, button in self.tools.items():
            beside.addWidget(button)
            button.clicked.connect(partial(self._ask_for_tool, name))
        return bar

    def _ask_for_tool(self, name: str) -> None:
        self._row.show_error(None)
        self.asking.emit(self._row.show_error)
        self.tool_requested.emit(name)

    def show_brush(self, value: float) -> None:
        """Shows what a stroke paints."""
        self._brush = value
        self.brushes.show_value(value)
        self.brush.show_value(value)

    def _choose(self, value: float, gesture: object = None) -> None:
        self.show_brush(value)
        self.brush_changed.emit(value)

    def show_story(self, story: Story) -> None:
        """Offers what can be done with the kernel shown."""
        super().show_story(story)
        divides = abs(gain(kernel_rows(shown_kernel(story)))) > 1e-12
        self.tools["normalise"].setEnabled(divides)
        self.tools["normalise"].setToolTip(tr(TOOLS["normalise"][1] if divides else NO_SUM))


def shown_kernel(story: Story) -> Kernel:
    """The first kernel of the filter whose output is on the stage."""
    filters = with_kernels(story.scene.layer).filters
    return filters[story.output % len(filters)][0]
