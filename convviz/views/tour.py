"""Five hints for the first time, each beside what it is about."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMainWindow, QPushButton, QWidget

from convviz.figure.figure import Spot
from convviz.i18n import msg, tr
from convviz.views.desk import Desk
from convviz.views.sheet import EDGE, SHADE, Sheet
from convviz.views.style import px
from convviz.views.tips import explain

WIDE, APART, ROUND = 372, 18, 8
"""A callout's width, its distance from what it is about, and how round the corners of that are, in pixels."""


@dataclass(frozen=True)
class Hint:
    """A title, a few words, and where in the window is what they are about; None when it is hidden."""

    title: str
    text: str
    place: Callable[[], QRect | None]


TEXTS = {
    "Kernels, at work on your picture": (
        "Each tile shows what a kernel makes of your picture. Click one, or search with Ctrl+F."
    ),
    "The stage": (
        "One step at a time: the window on the input, the products, their sum, the cell that is written. "
        "Point at any cell to see what it has to do with the others; click an output cell to go there."
    ),
    "The kernel's cells": (
        "Click a weight to type another number, or drag to paint with the brush. "
        "Everything on screen follows at once, and Ctrl+Z undoes it."
    ),
    "Parameters": (
        "Stride, padding, dilation and all other choices. The output size is worked out anew "
        "with each of them."
    ),
    "Play": (
        "Space plays and pauses, the arrow keys go step by step, with Shift phase by phase. "
        "? lists all keys, and Help shows this tour again."
    ),
}


def hints(desk: Desk) -> tuple[Hint, ...]:
    """The hints of TEXTS, each with its place in the window."""
    places = (
        lambda: _place_of(desk.gallery),
        lambda: _place_of(desk.window.stage),
        lambda: _kernel_of(desk),
        lambda: _united(_place_of(desk.parameters), _place_of(desk.size)),
        lambda: _place_of(desk.transport),
    )
    return tuple(Hint(title, text, place) for (title, text), place in zip(TEXTS.items(), places, strict=True))


def _place_of(widget: QWidget) -> QRect | None:
    if not widget.isVisible():
        return None
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def _united(place: QRect | None, other: QRect | None) -> QRect | None:
    return place.united(other) if place and other else place


def _kernel_of(desk: Desk) -> QRect | None:
    """Where the cells of the kernel are on the stage."""
    stage = desk.window.stage
    grids = stage.figure.grids("kernel") if stage.figure else []
    whole = _place_of(stage)
    if not grids or whole is None:
        return whole
    grid = grids[0]
    (top, left), (rows, cols) = grid.first, grid.values.shape
    corners = (
        Spot("kernel", top, left, grid.channel),
        Spot("kernel", top + rows - 1, left + cols - 1, grid.channel),
    )
    cells = stage.cell_at(corners[0]).united(stage.cell_at(corners[1])).toAlignedRect()
    return cells.adjusted(-6, -6, 6, 6).translated(whole.topLeft()).intersected(whole)


class Button(QPushButton):
    """A button whose arrow keys are the tour's."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in Tour.own_keys:
            event.ignore()
        else:
            super().keyPressEvent(event)


class Tour(Sheet):
    """One hint at a time: Enter or → goes on, ← goes back, Esc leaves."""

    own_keys = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)

    def __init__(self, window: QMainWindow, hints: Sequence[Hint], hint: int = 0) -> None:
        super().__init__(window, tr("Tour"))
        self._hints, self.hint = hints, hint
        self.hole: QRect | None = None
        self.title, self.text, self.count = QLabel(), QLabel(), QLabel()
        self.title.setProperty("role", "title")
        self.title.setWordWrap(True)
        self.text.setWordWrap(True)
        self.count.setProperty("role", "muted")
        self.next = _button("", self.go_on, "primary")
        self.back = _button(tr("Go back"), lambda: self.go(-1))
        self.skip = _button(tr("Skip the tour"), self.reject)
        self.next.setDefault(True)
        explain(self.back, "The hint before", keys="Left")
        explain(self.skip, "Help brings the tour back", keys="Esc")
        row = QHBoxLayout()
        row.addWidget(self.count)
        row.addStretch(1)
        for button in (self.skip, self.back, self.next):
            row.addWidget(button)
        for label in (self.title, self.text):
            self.inside.addWidget(label)
        self.inside.addLayout(row)
        self.setTabOrder(self.next, self.back)
        self.setTabOrder(self.back, self.skip)

    def lay(self) -> None:
        self._show_hint()
        super().lay()
        self._say()

    def first(self) -> QWidget:
        return self.next

    # --- from hint to hint

    def go_on(self) -> None:
        """To the next hint; after the last it is over."""
        if self.hint + 1 < len(self._hints):
            self.go(1)
        else:
            self.accept()

    def go(self, hints: int) -> None:
        """Some hints on, or back."""
        self.hint = min(max(self.hint + hints, 0), len(self._hints) - 1)
        self._show_hint()
        self.arrange()
        self.update()
        self.next.setFocus()
        self._say()

    def _show_hint(self) -> None:
        hint, last = self._hints[self.hint], self.hint + 1 == len(self._hints)
        self.title.setText(tr(hint.title))
        self.text.setText(tr(hint.text))
        self.count.setText(tr(msg("{n} of {all}", n=self.hint + 1, all=len(self._hints))))
        words = tr("Finish") if last else tr("Next")
        self.next.setText(words)
        self.next.setAccessibleName(words)
        tip, keys = ("Back to the window", "Return") if last else ("The next hint", "Return|Right")
        explain(self.next, tip, keys=keys)
        self.back.setEnabled(self.hint > 0)
        self.skip.setVisible(not last)

    def _say(self) -> None:
        """A screen reader hears the hint, whose words are not where the keyboard is."""
        hint = self._hints[self.hint]
        self.next.setAccessibleDescription(f"{tr(hint.title)}. {tr(hint.text)}")
        self.setAccessibleDescription(tr(hint.text))

    # --- where it stands

    def arrange(self) -> None:
        """The callout beside what it is about: on whatever side there is room, or else in its middle."""
        super().arrange()
        place = self._hints[self.hint].place()
        self.hole = place.intersected(self.rect()) if place else None
        if self.hole is not None:
            self.card.move(beside(self.hole, self.card.size(), self.size()))
        self.update()

    def wanted(self) -> QSize:
        wide = max(px(WIDE), self.card.minimumSizeHint().width())
        return QSize(wide, self.card.heightForWidth(wide))

    # --- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Right, Qt.Key.Key_PageDown):
            self.go_on()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_PageUp):
            self.go(-1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the callout does nothing: who has not read it shall not lose it."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shade = QPainterPath()
        shade.addRect(self.rect())
        hole = QPainterPath()
        if self.hole is not None:
            hole.addRoundedRect(self.hole, ROUND, ROUND)
        painter.fillPath(shade.subtracted(hole), SHADE)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 3))
        painter.drawPath(hole)
        painter.end()


def beside(hole: QRect, size: QSize, room: QSize) -> QPoint:
    """Where a callout of a size stands in a room: right, left, below, above the hole, or in its middle."""
    middle = hole.center() - QPoint(size.width() // 2, size.height() // 2)
    ways = (
        QPoint(hole.right() + APART, middle.y()),
        QPoint(hole.left() - APART - size.width(), middle.y()),
        QPoint(middle.x(), hole.bottom() + APART),
        QPoint(middle.x(), hole.top() - APART - size.height()),
    )
    inside = QRect(QPoint(0, 0), room).adjusted(EDGE // 2, EDGE // 2, -EDGE // 2, -EDGE // 2)
    for way in (*ways, middle):
        x = min(max(way.x(), inside.left()), inside.right() - size.width())
        y = min(max(way.y(), inside.top()), inside.bottom() - size.height())
        if not QRect(QPoint(x, y), size).intersects(hole):
            return QPoint(x, y)
    return middle


def _button(text: str, act: Callable[[], object], role: str = "") -> QPushButton:
    button = Button(text)
    button.setAccessibleName(text)
    button.setProperty("role", role or None)
    button.clicked.connect(lambda _=False: act())
    return button
