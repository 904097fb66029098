"""A row of a panel: a label, what is set there, and room below for one sentence when it is refused."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from convviz.core.kernel import Parameter
from convviz.core.kernel_text import shown
from convviz.i18n import Message, msg, tr
from convviz.views.choices import Choice, FieldChoice
from convviz.views.entries import read_parameter
from convviz.views.fields import Field
from convviz.views.slider import Slider
from convviz.views.style import px

LABEL_WIDTH = 88


class Row(QWidget):
    """A label and its editors side by side; the first one takes the room there is."""

    def __init__(
        self, label: str, *editors: QWidget, tip: str | Message = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.editors = editors
        self.label = QLabel(tr(label), self)
        self.label.setMinimumWidth(px(LABEL_WIDTH))
        self.label.setBuddy(editors[0])
        self._error = QLabel(self)
        self._error.setProperty("role", "error")
        self._error.setWordWrap(True)
        self._error.setVisible(False)
        beside = QHBoxLayout()
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(6)
        beside.addWidget(self.label)
        for n, editor in enumerate(editors):
            beside.addWidget(editor, 0 if n else 1, Qt.AlignmentFlag.AlignVCenter)
            if field := field_of(editor):
                field.judged.connect(self.show_error)
        below = QVBoxLayout(self)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(1)
        below.addLayout(beside)
        below.addWidget(self._error)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.explain(tip)

    @property
    def error(self) -> str:
        """The sentence that is shown, empty when all is well."""
        return self._error.text()

    def explain(self, tip: str | Message) -> None:
        """What is set here, or why it cannot be: the tooltip of the label and of every editor without one."""
        for widget in (self.label, *self.editors):
            widget.setToolTip(tr(tip))
            widget.setAccessibleDescription(tr(tip))

    def show_error(self, message: Message | None) -> None:
        """Says what is wrong, in a sentence below; None takes it back."""
        self._error.setText(tr(message) if message else "")
        self._error.setVisible(message is not None)

    def show_refusal(self, message: Message, editor: QWidget) -> None:
        """Says why what was asked for here is refused; a list returns to what it was."""
        if field := field_of(editor):
            field.show_refusal(message)
            return
        if isinstance(editor, Choice):
            editor.restore()
        self.show_error(message)


def field_of(editor: QWidget) -> Field | None:
    """The field in an editor, if it has one."""
    return editor.field if isinstance(editor, FieldChoice) else editor if isinstance(editor, Field) else None


class ParameterRow(Row):
    """A number that shapes a kernel: a slider beside a field."""

    value_requested = Signal(object, object)
    """(value, gesture); the gesture is one object while the slider is dragged."""
    gesture_ended = Signal()

    def __init__(self, parameter: Parameter, parent: QWidget | None = None) -> None:
        self.parameter = parameter
        self.slider = Slider()
        self.slider.setAccessibleName(tr(parameter.label))
        self.slider.setMinimumWidth(px(50))
        self.slider.setRange(0, round((parameter.maximum - parameter.minimum) / parameter.step))
        self.slider.setPageStep(max(1, self.slider.maximum() // 10))
        self.field = Field(parameter.label, lambda text: read_parameter(parameter, text), self._written)
        self.field.setFixedWidth(self.field.fontMetrics().horizontalAdvance("−180.5 ") + px(12))
        super().__init__(parameter.label, self.slider, self.field, parent=parent)
        self.explain(
            msg(
                "{label}: {least} – {most}{unit}",
                label=msg(parameter.label),
                least=shown(parameter.minimum),
                most=shown(parameter.maximum),
                unit=f" {parameter.unit}" if parameter.unit else "",
            )
        )
        self.slider.position_requested.connect(self._slid)
        self.slider.gesture_ended.connect(self.gesture_ended)
        self.field.value_requested.connect(self.value_requested)
        self.field.gesture_ended.connect(self.gesture_ended)

    def show_value(self, value: float) -> None:
        """Shows a value of the parameter; the slider stands at the step nearest to it."""
        self.field.show_value(value)
        self.slider.show_position(round((value - self.parameter.minimum) / self.parameter.step))

    def _slid(self, position: int, gesture: object) -> None:
        parameter = self.parameter
        value = min(parameter.minimum + position * parameter.step, parameter.maximum)
        self.value_requested.emit(round(value, 6), gesture)

    def _written(self, value: float) -> str:
        return shown(value) + ("°" if self.parameter.unit == "°" else "")
