"""What lists and buttons have in common; imported before the first paint, so it knows nothing of numbers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QComboBox, QWidget

from convviz.views.style import px


class DropDown(QComboBox):
    """A list that is turned by the wheel only while it has the focus, and may become narrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.setMinimumWidth(px(60))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the arrow too, which a style sheet with a border of its own takes away."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        group = QPalette.ColorGroup.Active if self.isEnabled() else QPalette.ColorGroup.Disabled
        painter.setPen(QPen(self.palette().color(group, QPalette.ColorRole.WindowText), 1.4))
        x, y = self.width() - 13, self.height() / 2
        painter.drawPolyline([QPointF(x - 3.5, y - 1.5), QPointF(x, y + 2), QPointF(x + 3.5, y - 1.5)])

    def showPopup(self) -> None:  # noqa: N802 (Qt's name)
        """The list is as wide as its longest text, however narrow this is."""
        view = self.view()
        view.setMinimumWidth(max(self.width(), view.sizeHintForColumn(0) + 24))
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        super().wheelEvent(event) if self.hasFocus() else event.ignore()


def tab_to_pressed(buttons: Sequence[QAbstractButton]) -> None:
    """Of buttons side by side Tab meets the pressed one, and arrows go on from there.

    A click leaves the focus where it is. Qt sees to this itself only once one of them has had the focus.
    """
    pressed = next((button for button in buttons if button.isChecked()), buttons[0])
    for button in buttons:
        met = button is pressed
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus if met else Qt.FocusPolicy.NoFocus)
