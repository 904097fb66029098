"""The row of buttons below the menus: pictures, the operation, how it is shown."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QWidget,
)

from convviz.i18n import tr
from convviz.views.drop_down import DropDown, tab_to_pressed
from convviz.views.style import px
from convviz.views.tips import explain

ARROW = 46
"""Pixels of a list beside its text: the arrow and the margins."""
VIEWS = (("step", "Step by step"), ("whole", "Whole image"))


class Toolbar(QWidget):
    """Asks for actions by their ids, as the menus do."""

    triggered = Signal(str)
    view_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 7, 12, 7)
        row.setSpacing(8)
        row.addWidget(self._button("open", tr("Open image…"), "Open a picture"))
        self.samples = QToolButton()
        self.samples.setText(tr("Samples"))
        self.samples.setToolTip(tr("Pictures that come with the program"))
        self.samples.setAccessibleName(tr("Samples"))
        self.samples.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        row.addWidget(self.samples)
        row.addWidget(self._button("canvas", tr("Canvas"), "A blank picture to paint on"))
        row.addWidget(self._button("paste", tr("Paste"), "Paste a picture"))
        row.addWidget(self._button("save", tr("Save result…"), "Save what the kernel makes of it"))
        row.addSpacing(14)
        label = _quiet(tr("Operation"))
        row.addWidget(label)
        self.operation = DropDown()
        label.setBuddy(self.operation)
        self.operation.setAccessibleName(tr("Operation"))
        self.operation.setToolTip(tr("What is computed"))
        row.addWidget(self.operation)
        row.addStretch(1)
        row.addWidget(_quiet(tr("Show")))
        self._views = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        for name, text in VIEWS:
            self._add_view(row, name, text)
        self.show_view("step")

    def _add_view(self, row: QHBoxLayout, name: str, says: str) -> None:
        button, text = QPushButton(tr(says)), tr(says)
        button.setCheckable(True)
        explain(button, says, f"{name}-view")
        button.setAccessibleName(text)
        button.clicked.connect(lambda: self.view_requested.emit(name))
        button.setMinimumWidth(
            button.fontMetrics().horizontalAdvance(text) * 5 // 4 + 24
        )  # bold when checked
        self._views.addButton(button)
        self._buttons[name] = button
        row.addWidget(button)

    def _button(self, name: str, text: str, tip: str) -> QPushButton:
        button = QPushButton(text)
        explain(button, tip, name)
        button.setAccessibleName(text)
        button.clicked.connect(lambda: self.triggered.emit(name))
        return button

    def set_samples(self, menu: QMenu) -> None:
        """The menu that the samples button opens."""
        self.samples.setMenu(menu)

    def show_operations(self, titles: list[str], present: int) -> None:
        """The operations there are, and which one is shown."""
        self.operation.blockSignals(True)
        self.operation.clear()
        self.operation.addItems([tr(title) for title in titles])
        self.operation.setCurrentIndex(present)
        metrics = self.operation.fontMetrics()
        longest = max(metrics.horizontalAdvance(tr(title)) for title in titles)
        self.operation.setMinimumWidth(longest + px(ARROW))
        self.operation.blockSignals(False)

    def show_view(self, name: str) -> None:
        """Which of the views is on."""
        self._buttons[name].setChecked(True)
        tab_to_pressed(list(self._buttons.values()))


def _quiet(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "muted")
    return label
