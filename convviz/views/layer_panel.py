"""The calculator's input and the layer that is looked at: a row for each choice its kind has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from math import gcd
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from convviz.core.errors import SpecError
from convviz.core.layer_sizes import KINDS
from convviz.core.same_padding import SAME_TF
from convviz.core.solve_sizes import MOST, MOST_CELLS
from convviz.core.stacks import MODES, StackLayer
from convviz.i18n import tr
from convviz.scene.sums import MAX_NAME
from convviz.state.calculator import Calculator
from convviz.views.axis_entries import (
    cells_text,
    factors_text,
    list_text,
    read_axes,
    read_factors,
    read_sides,
    sides_text,
)
from convviz.views.choices import Choice, FieldChoice, Segments
from convviz.views.entries import read_whole
from convviz.views.fields import Field
from convviz.views.rows import Row
from convviz.views.sections import Section
from convviz.views.style import px

AXES = ((1, "1-D"), (2, "2-D"), (3, "3-D"))
AXES_TIPS = ("A signal.", "A picture: rows, columns.", "A volume, or a clip: slices, rows, columns.")
LABELS = 104
"""Pixels for labels."""
YES_NO = ((True, "yes"), (False, "no"))
CEIL = ((False, "must fit (floor)"), (True, "may hang over (ceil)"))
NUMBERS = ((8, "float64, 8 bytes"), (4, "float32, 4 bytes"), (2, "float16, 2 bytes"), (1, "int8, 1 byte"))


@dataclass(frozen=True)
class Setting:
    """A row of the panel: a choice of StackLayer, how it is called and what it means.

    `read` and `write` are a field's, `read` given the number of axes; a list has `options` instead, and a
    field may have them besides.
    """

    choice: str
    label: str
    tip: str
    read: Callable[[str, int], Any] | None = None
    write: Callable[[Any], str] = str
    options: tuple[tuple[Any, str], ...] = ()


def _axes(label: str, least: int, most: int = MOST) -> Callable[[str, int], Any]:
    return lambda text, axes: read_axes(label, text, axes, least, most)


def _name(text: str, axes: int) -> str:
    if len(text.strip()) > MAX_NAME:
        raise SpecError("too_many", name="length", most=MAX_NAME, value=len(text.strip()))
    return text.strip()


SETTINGS = (
    Setting("filters", "Filters", "Output channels: one for each filter.",
            lambda text, axes: read_whole("Filters", text, 1, MOST_CELLS)),
    Setting("groups", "Groups", "Independent blocks of channels; as many as channels: depthwise. "
            "Only numbers that divide the channels on both sides are offered.", options=((1, "1"),)),
    Setting("kernel", "Window", "Taps along each axis.", _axes("Window", 1), cells_text),
    Setting("stride", "Stride", "Cells that the window moves by along each axis.",
            _axes("Stride", 1), list_text),
    Setting("padding", "Padding", "Cells on each side, for each axis; 1 + 2 is one before and two after. "
            "same-tf is TensorFlow's SAME: ⌈cells / stride⌉ come out, of a transposed one cells × stride.",
            lambda text, axes: read_sides(text, axes, MOST), sides_text, ((SAME_TF, SAME_TF),)),
    Setting("dilation", "Dilation", "Cells from one tap to the next, along each axis; 1: no gaps.",
            _axes("Dilation", 1), list_text),
    Setting("extra", "Output padding", "Cells added at the end: fewer than the stride, or than the dilation.",
            _axes("Output padding", 0), list_text),
    Setting("ceil", "Last window", "Whether a last window may hang over the end: the size is rounded up.",
            options=CEIL),
    Setting("factor", "Factor", "Output cells per input cell along each axis: 2, 1.5, 7/3.",
            read_factors, factors_text),
    Setting("mode", "Mode", "Which neighbours an output cell is made from: 1, 2 or 4 along each axis.",
            options=tuple((mode, mode) for mode in MODES)),
    Setting("bias", "Bias", "Whether each filter has a bias: one more number to learn.", options=YES_NO),
)  # fmt: skip


class LayerPanel(Section):
    """Rows for the input and for one layer. `layer_requested` asks for choices of the layer."""

    input_requested = Signal(object, object)
    """({"channels" or "size": value}, gesture)."""
    axes_requested = Signal(int)
    kind_requested = Signal(str)
    each_requested = Signal(int)
    """Bytes that a number takes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = 2
        self.editors: dict[str, Field | Choice] = {}
        self._rows: dict[str, Row] = {}
        self._lists: dict[str, FieldChoice] = {}
        self._add_input()
        self.rows.addSpacing(4)
        self.rows.addWidget(_line())
        self.rows.addSpacing(2)
        self.title = QLabel()
        self.title.setProperty("role", "title")
        self.rows.addWidget(self.title)
        self._add_layer()
        self.rows.addStretch(1)

    def _add_input(self) -> None:
        title = QLabel(tr("Input"))
        title.setProperty("role", "title")
        self.rows.addWidget(title)
        self.axes = Segments("Axes", AXES, AXES_TIPS)
        row = self.add("Axes", self.axes, tip="How many axes the input has, channels apart.")
        row.label.setMinimumWidth(px(LABELS))
        self.axes.value_requested.connect(lambda value, _: self.axes_requested.emit(value))
        channels = Field("Channels", lambda text: read_whole("Channels", text, 1, MOST_CELLS), str)
        size = Field("Size", lambda text: read_axes("Size", text, self._count, 1, MOST_CELLS), cells_text)
        for choice, label, editor, tip in (
            ("channels", "Channels", channels, "Channels of the stack's input."),
            ("size", "Size", size, "Cells of the stack's input along each axis: (slices,) rows, columns."),
        ):
            row = self._place(choice, label, editor, tip)
            self.ask_by(editor, row, partial(self._ask_input, choice))
        each = Choice("Numbers", NUMBERS)
        row = self._place("each", "Numbers", each, "What a number takes in memory.")
        self.ask_by(each, row, lambda value, _: self.each_requested.emit(value))

    def _ask_input(self, choice: str, value: object, gesture: object) -> None:
        self.input_requested.emit({choice: value}, gesture)

    def _add_layer(self) -> None:
        name = Field("Name", lambda text: _name(text, self._count), str, steps=False)
        self.ask_layer(name, self._place("name", "Name", name, "What the layer is called."), "name")
        kind = Choice("Operation", tuple((key, row.title) for key, row in KINDS.items()))
        row = self._place("kind", "Operation", kind, "What the layer does.")
        self.ask_by(kind, row, lambda value, _: self.kind_requested.emit(value))
        for setting in SETTINGS:
            editor = self._editor(setting)
            row = self._place(setting.choice, setting.label, editor, setting.tip, setting.options)
            self.ask_layer(editor, row, setting.choice)

    def _editor(self, setting: Setting) -> Field | Choice:
        if setting.read is None:
            return Choice(setting.label, setting.options)
        read = setting.read
        return Field(setting.label, lambda text: read(text, self._count), setting.write)

    def _place(
        self,
        choice: str,
        label: str,
        editor: Field | Choice,
        tip: str,
        options: tuple[tuple[Any, str], ...] = (),
    ) -> Row:
        around: Field | Choice | FieldChoice = editor
        if options and isinstance(editor, Field):
            around = self._lists[choice] = FieldChoice(editor)
            around.offer(options)
        row = self.add(label, around, tip=tip)
        row.label.setMinimumWidth(px(LABELS))
        self.editors[choice], self._rows[choice] = editor, row
        return row

    def row(self, choice: str) -> Row:
        """The row of a choice, its sentence included."""
        return self._rows[choice]

    def show_calculator(self, calculator: Calculator) -> None:
        """Shows the input, and the layer that is looked at."""
        sums, rows = calculator.sums, calculator.survey.rows
        stack, layer = sums.stack, sums.layer
        self._count = len(stack.size)
        self.axes.show_value(self._count)
        self.editors["channels"].show_value(stack.channels)
        self.editors["size"].show_value(stack.size)
        self.editors["each"].show_value(sums.each)
        self.title.setText(
            tr("Layer") if len(stack.layers) == 1
            else tr("Layer {n} of {all}").format(n=sums.selected + 1, all=len(stack.layers))
        )  # fmt: skip
        channels = rows[sums.selected].before[0] if sums.selected < len(rows) else layer.filters
        groups = self.editors["groups"]
        assert isinstance(groups, Choice)
        groups.offer([(n, str(n)) for n in divisors(gcd(channels, layer.filters))])
        self._lists["padding"].offer([(SAME_TF, SAME_TF)] if layer.may_be_same else [])
        for choice in ("name", "kind", *(setting.choice for setting in SETTINGS)):
            self._rows[choice].setVisible(choice in ("name", "kind") or layer.has(choice))
            self.editors[choice].show_value(getattr(layer, choice))
            self._rows[choice].show_error(None)

    def edit(self, choice: str, layer: StackLayer) -> None:
        """Puts the focus into the row of a choice, if the layer has it."""
        if choice in ("name", "kind") or layer.has(choice):
            editor = self.editors[choice]
            editor.setFocus()
            if isinstance(editor, Field):
                editor.selectAll()


def divisors(n: int) -> list[int]:
    """The numbers that divide n, the smallest first."""
    low = [d for d in range(1, int(n**0.5) + 1) if n % d == 0]
    return low + [n // d for d in reversed(low) if d * d != n]


def _line() -> QFrame:
    line = QFrame()
    line.setFrameShape(QFrame.Shape.HLine)
    line.setProperty("role", "rule")
    return line
