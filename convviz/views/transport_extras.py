"""What a wide playback bar has on it and a narrow one in a box behind "…": go to, loop, scope."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QWidget

from convviz.i18n import tr
from convviz.scene.scene import Scene
from convviz.views.choices import Option, Segments
from convviz.views.entries import pair_text, read_cell
from convviz.views.fields import Field
from convviz.views.icons import IconButton
from convviz.views.style import px
from convviz.views.tips import explain

SCOPES: tuple[Option, ...] = (("region", "Region"), ("image", "Image"))
SCOPE_TIPS = ("Play the region on the stage", "Play the whole image, page by page")


class Extras(QWidget):
    """Go to a cell; start again at the end; play the region or the whole image."""

    loop_requested = Signal(bool)
    scope_requested = Signal(str)
    go_requested = Signal(int, int)
    judged = Signal(object)
    """The Message that says why there is no such cell, or None."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = (1, 1)
        self.go = Field(
            "Go to row, column", self._read, lambda cell: pair_text(cell) if cell else "", steps=False
        )
        self.go.setPlaceholderText(tr("row, col"))
        explain(self.go, "Go to an output cell: type its row and column, then Enter", "go")
        self.go.setFixedWidth(px(90))
        self.go.show_value(None)
        self.go.value_requested.connect(self._go)
        self.go.judged.connect(self.judged)
        self.loop = IconButton("loop", "Loop", "Start again at the end", "loop")
        self.loop.setCheckable(True)
        self.loop.setFixedWidth(px(34))
        self.loop.clicked.connect(self.loop_requested)
        self.scope = Segments("Play", SCOPES, SCOPE_TIPS)
        for button, tip in zip(self.scope.buttons, SCOPE_TIPS, strict=True):
            explain(button, tip, "region-only")
        self.scope.value_requested.connect(lambda scope, _: self.scope_requested.emit(scope))
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)
        first = QHBoxLayout()
        first.setSpacing(6)
        label = QLabel(tr("Go to"))
        label.setProperty("role", "muted")
        label.setBuddy(self.go)
        for widget in (label, self.go, self.loop):
            first.addWidget(widget)
        first.addStretch(1)
        self._layout.addLayout(first)
        self._layout.addWidget(self.scope)

    def stand(self, upright: bool) -> None:
        """Below one another, as in a box, or side by side."""
        way = QBoxLayout.Direction.TopToBottom if upright else QBoxLayout.Direction.LeftToRight
        self._layout.setDirection(way)

    def show_scene(self, scene: Scene) -> None:
        """Shows whether it loops, and what is played."""
        self.loop.setChecked(scene.loop)
        self.scope.show_value(scene.scope)

    def show_size(self, height: int, width: int) -> None:
        """The output has height × width cells to go to."""
        self._size = (height, width)

    def _read(self, text: str) -> tuple[int, int] | None:
        """No text is no wish."""
        return read_cell(text, *self._size) if text.strip() else None

    def _go(self, cell: tuple[int, int], gesture: object) -> None:
        self.go_requested.emit(*cell)
        self.go.restore()
