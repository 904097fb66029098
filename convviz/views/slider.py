"""A slider that goes where it is clicked, and tells when a drag or a held key has ended."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QSlider, QStyle, QStyleOptionSlider, QWidget


class Slider(QSlider):
    """A horizontal slider. Setting its position never asks."""

    position_requested = Signal(int, object)
    """(position, gesture): the gesture is one object from press to release."""
    gesture_ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._gesture: object = None
        self._showing = False
        self._painted: QRect | None = None
        self.valueChanged.connect(self._ask)

    def show_position(self, position: int) -> None:
        """Moves the handle, unless a hand is on it."""
        if self.isSliderDown():
            return
        self._showing = True
        self.setValue(position)
        self._showing = False

    def sliderChange(self, change: QAbstractSlider.SliderChange) -> None:
        """Another value is painted when the handle is on another pixel: of a large photo after many steps."""
        moves = change == QAbstractSlider.SliderChange.SliderValueChange
        if not moves or self._handle() != self._painted:
            super().sliderChange(change)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self._painted = self._handle()

    def _handle(self) -> QRect:
        """Where the handle is drawn."""
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        control, handle = QStyle.ComplexControl.CC_Slider, QStyle.SubControl.SC_SliderHandle
        return self.style().subControlRect(control, option, handle, self)

    def show_range(self, most: int, page: float) -> None:
        """Positions from 0 to `most`; the wheel and the page keys move by `page`."""
        self._showing = True
        self.setRange(0, most)
        self.setSingleStep(max(1, round(page)))
        self.setPageStep(max(1, round(page)))
        self._showing = False

    def _ask(self, position: int) -> None:
        if not self._showing:
            self._gesture = self._gesture or object()
            self.position_requested.emit(position, self._gesture)

    def _end_gesture(self) -> None:
        if self._gesture is not None:
            self._gesture = None
            self.gesture_ended.emit()

    def _position_at(self, x: float) -> int:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        style, control = self.style(), QStyle.ComplexControl.CC_Slider
        groove = style.subControlRect(control, option, QStyle.SubControl.SC_SliderGroove, self)
        handle = style.subControlRect(control, option, QStyle.SubControl.SC_SliderHandle, self)
        return QStyle.sliderValueFromPosition(
            self.minimum(),
            self.maximum(),
            round(x) - groove.x() - handle.width() // 2,
            groove.width() - handle.width(),
            option.upsideDown,
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self.setSliderPosition(self._position_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self.setSliderPosition(self._position_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.isSliderDown():
            self.setSliderDown(False)
            self._end_gesture()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if not event.isAutoRepeat():
            self._end_gesture()
        super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._end_gesture()
        super().focusOutEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
            self._end_gesture()
        else:
            event.ignore()


class Scrubber(Slider):
    """A slider over time: its keys step as they do everywhere else in the window."""

    step_requested = Signal(str)
    """One of "first", "back", "forward", "last"."""
    phase_requested = Signal(bool)
    """True for the next phase, False for the one before."""

    KEYS: ClassVar = {
        Qt.Key.Key_Home: "first",
        Qt.Key.Key_Left: "back",
        Qt.Key.Key_Right: "forward",
        Qt.Key.Key_End: "last",
    }

    def keyPressEvent(self, event: QKeyEvent) -> None:
        name = self.KEYS.get(Qt.Key(event.key()))
        if name is None:
            event.ignore()
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier and name in ("back", "forward"):
            self.phase_requested.emit(name == "forward")
        else:
            self.step_requested.emit(name)
