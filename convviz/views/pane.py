"""Two pictures side by side, looked at through one window: what is moved or zoomed in one is in both."""

from __future__ import annotations

from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from convviz.core.viewing import Rect, Size, View
from convviz.i18n import Message, tr
from convviz.paint.theme import Theme
from convviz.views.crop_frame import MOVES, CropFrame
from convviz.views.frames import Mark, Marks, Padding, to_qt
from convviz.views.picture import Picture
from convviz.views.spoken import Role, Voice, say_as

LEAST_SEEN = 6
"""Pixels of the photo that are always seen, however much it is enlarged."""
MARGIN = 0.01
AROUND = 1 / 8
"""The share of the view made ready on each side of it, to be there when it is moved."""
NOTCH = 0.8
"""What one notch of the wheel leaves of the part that is seen."""
PLAIN = Qt.KeyboardModifier.NoModifier
ZOOMS = {Qt.Key.Key_Plus: NOTCH, Qt.Key.Key_Equal: NOTCH, Qt.Key.Key_Minus: 1 / NOTCH}


class Pane(pg.ViewBox):  # type: ignore[misc]
    """One picture with its marks, moved by dragging it.

    Attributes:
        extent: the whole picture. view: what is drawn of it.
        choosable: whether a drag with Shift chooses a rectangle instead. tool: a drag without it does too.
    """

    clicked = Signal(float, float)
    """(y, x) in the plane."""
    chosen = Signal(object)
    """The Rect that was dragged."""
    fit_requested = Signal()
    moved = Signal()
    """A person moved or zoomed it."""

    def __init__(self) -> None:
        super().__init__(lockAspect=True, invertY=True, enableMenu=False, defaultPadding=0)
        self.disableAutoRange()
        self.extent = Rect(0, 0, 1, 1)
        self.view: View | None = None
        self.choosable = self.choosing = self.tool = False
        self._picture, self._marks = Picture(), Marks()
        self._marks.setZValue(10)
        self.addItem(self._picture, ignoreBounds=True)
        self.addItem(self._marks, ignoreBounds=True)

    def set_theme(self, theme: Theme) -> None:
        """Colours of the marks and of what lies around the picture."""
        self.setBackgroundColor(theme.color("card"))
        self._marks.theme = theme
        self._marks.update()

    def set_extent(self, extent: Rect) -> None:
        """The whole picture."""
        self.extent = self._marks.extent = self._marks.edge = extent
        self._marks.padding = None

    def set_edge(self, edge: Rect | None) -> None:
        """Where the picture's cells end, if elsewhere than the plane's extent; None where there are none."""
        if edge != self._marks.edge:
            self._marks.edge = edge
            self._marks.update()

    def show_view(self, view: View | None) -> None:
        """Draws a view; None for nothing."""
        self.view = view
        self._picture.show_view(view)

    @property
    def edge(self) -> Rect | None:
        """The rectangle that a line is drawn around."""
        return self._marks.edge

    def show_nothing(self) -> None:
        """There is no picture yet: neither cells nor their edge nor marks on them."""
        self.show_view(None)
        self.set_edge(None)
        self.set_marks(())

    def set_marks(self, marks: tuple[Mark, ...]) -> None:
        """Frames to be drawn over the picture, first to last."""
        self._marks.show_marks(marks)

    def set_padding(self, padding: Padding | None) -> None:
        """The part of the plane that windows read, and the value around the picture; None for no padding."""
        if padding != self._marks.padding:
            self._marks.padding = padding
            self._marks.update()

    @property
    def padding(self) -> Padding | None:
        """What is drawn around the picture."""
        return self._marks.padding

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The frames over the picture."""
        return self._marks.marks

    def show_frame(self, rect: Rect | None) -> None:
        """Draws the frame of a rectangle that is being chosen; None for none."""
        self._marks.frame = () if rect is None else (Mark(rect, "accent", width=2, least=0),)
        self._marks.update()

    @property
    def frame(self) -> Rect | None:
        """The rectangle that is being chosen."""
        return self._marks.frame[0].rect if self._marks.frame else None

    @property
    def seen(self) -> Rect:
        """The part of the plane that is seen."""
        box = self.viewRect()
        return Rect(box.top(), box.left(), box.height(), box.width())

    def zoom(self, factor: float, about: QPointF | None = None) -> None:
        """Shows `factor` times as much, a place staying where it is; within reason."""
        seen = self.viewRect()
        least = LEAST_SEEN / min(seen.width(), seen.height())
        most = max(3 * max(self.extent.height / seen.height(), self.extent.width / seen.width()), 1.0)
        factor = min(max(factor, min(least, 1.0)), most)
        self.scaleBy((factor, factor), center=about or seen.center())
        self._hold()

    def move(self, right: float, down: float) -> None:
        """Moves what is seen by parts of its size."""
        seen = self.viewRect()
        self.shift(right * seen.width(), down * seen.height())

    def shift(self, right: float, down: float) -> None:
        """Moves what is seen by pixels of the picture."""
        if right or down:
            self.translateBy((right, down))
            self._hold()

    def _hold(self) -> None:
        """Keeps the middle of the view on the picture."""
        seen, extent = self.viewRect().center(), self.extent
        x, y = min(max(seen.x(), 0.0), extent.width), min(max(seen.y(), 0.0), extent.height)
        if (x, y) != (seen.x(), seen.y()):
            self.translateBy((x - seen.x(), y - seen.y()))
        self.moved.emit()

    def wheelEvent(self, event: Any, axis: int | None = None) -> None:
        event.accept()
        self.zoom(NOTCH ** (event.delta() / 120), self.mapSceneToView(event.scenePos()))

    def mouseClickEvent(self, event: Any) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        event.accept()
        if event.double():
            self.fit_requested.emit()
        else:
            place = self.mapSceneToView(event.scenePos())
            self.clicked.emit(place.y(), place.x())

    def mouseDragEvent(self, event: Any, axis: int | None = None) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.isStart():
            left = event.button() == Qt.MouseButton.LeftButton
            self.choosing = self.choosable and left and (shift or self.tool)
        if self.choosing:
            self._choose(event)
        elif event.button() != Qt.MouseButton.RightButton:
            super().mouseDragEvent(event, axis)
            self._hold()

    def _choose(self, event: Any) -> None:
        event.accept()
        start = self.mapSceneToView(event.buttonDownScenePos())
        here = self.mapSceneToView(event.scenePos())
        box = QRectF(start, here).normalized()
        rect = Rect(box.top(), box.left(), box.height(), box.width())
        self.show_frame(None if event.isFinish() else rect)
        if event.isFinish():
            self.chosen.emit(rect)


class Panes(pg.GraphicsLayoutWidget):  # type: ignore[misc]
    """The input on the left, the result on the right, moving together.

    Attributes:
        chosen_part: what a person moved or zoomed to; None while everything is shown.
    """

    clicked = Signal(float, float)
    chosen = Signal(object)
    looked_elsewhere = Signal()
    """Another part of the plane is seen, or it is seen at another size."""
    part_chosen = Signal()
    """A person moved or zoomed to another part, or shows everything again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.input, self.result = Pane(), Pane()
        self._whole = self.input.extent
        self.input.choosable = True
        self.frame = CropFrame(self.input)
        self._voice = Voice(self, Role.Canvas, "")
        self.ci.layout.setContentsMargins(0, 0, 0, 0)
        self.ci.setContentsMargins(0, 0, 0, 0)
        self.ci.layout.setSpacing(8)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.chosen_part: Rect | None = None
        self._told: tuple[Rect, Size] | None = None
        self._focus = QColor(Qt.GlobalColor.transparent)
        for column, pane in enumerate((self.input, self.result)):
            self.addItem(pane, 0, column)
            pane.clicked.connect(self.clicked)
            pane.fit_requested.connect(self.fit)
            pane.moved.connect(self._leave_fit)
        self.result.setXLink(self.input)
        self.result.setYLink(self.input)
        self.input.chosen.connect(self.chosen)
        self.input.sigRangeChanged.connect(lambda *_: self._look_elsewhere())
        self.input.sigResized.connect(lambda *_: self._refit())
        self.retranslate()

    def retranslate(self) -> None:
        """Puts the texts in the language of the moment."""
        self.setAccessibleName(tr("Input and output pictures"))
        say_as(self.viewport(), Role.Graphic, tr("Input and output pictures"))
        self.describe(self.frame.sentence())
        keys, frame = (
            tr("Wheel: zoom · drag: move · double click or 0: everything"),
            tr(
                "Frame on the input: what the output cell is made from · on the output: that cell · "
                "grey: the part on the stage"
            ),
        )
        self.setToolTip(f"{keys}\n{frame}")

    def describe(self, frame: Message | None) -> None:
        """Says where the frame of the crop is, or without one which keys are known."""
        if frame is not None:
            self._voice.say(tr(frame))
        else:
            self.setAccessibleDescription(tr("Plus and minus zoom, arrow keys move, 0 shows everything."))

    def set_theme(self, theme: Theme) -> None:
        """Colours."""
        self.setBackground(theme.color("card"))
        self._focus = theme.color("accent")
        self.input.set_theme(theme)
        self.result.set_theme(theme)

    def set_extent(self, height: int, width: int) -> None:
        """The size of a new input: all of it is shown, and of a result nothing yet."""
        for pane in (self.input, self.result):
            pane.set_extent(Rect(0, 0, height, width))
        self.result.show_nothing()
        self._whole = self.input.extent
        self.fit()

    def set_whole(self, whole: Rect) -> None:
        """What is everything: the input, and what of the result and of windows lies beyond it."""
        if whole != self._whole:
            self._whole = whole
            self._refit()

    @property
    def whole(self) -> Rect:
        """The part of the plane that is seen when everything is."""
        return self._whole

    def fit(self) -> None:
        """Shows everything."""
        self._choose_part(None)
        self.input.setRange(to_qt(self._whole), padding=MARGIN)

    def look_at(self, part: Rect) -> None:
        """Shows a part."""
        self._choose_part(part)
        self.input.setRange(to_qt(part), padding=0)

    @property
    def seen(self) -> Rect:
        """The part of the plane that is seen."""
        return self.input.seen

    @property
    def pixels(self) -> Size:
        """Its (rows, columns) on the screen."""
        ratio = self.devicePixelRatioF()
        return max(1, round(self.input.height() * ratio)), max(1, round(self.input.width() * ratio))

    @property
    def wanted(self) -> tuple[Rect, Size]:
        """The part of the plane that is seen, a little around it, and its (rows, columns) on the screen."""
        seen, (rows, cols), more = self.seen, self.pixels, 1 + 2 * AROUND
        tall, wide = seen.height * more, seen.width * more
        around = Rect(seen.top - seen.height * AROUND, seen.left - seen.width * AROUND, tall, wide)
        return around, (max(1, round(rows * more)), max(1, round(cols * more)))

    def event(self, event: QEvent) -> bool:
        """Keys that mean something here are not the menus' meanwhile."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            event.setAccepted(self.frame.knows(event) or self._knows(event))
            return event.isAccepted()
        return bool(super().event(event))

    def _knows(self, event: QKeyEvent) -> bool:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == PLAIN
        return plain and event.key() in (*MOVES, *ZOOMS, Qt.Key.Key_0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if self.frame.knows(event):
            self.frame.press(event)
        elif key in MOVES:
            right, down = MOVES[key]
            self.input.move(right / 8, down / 8)
        elif key in ZOOMS:
            self.input.zoom(ZOOMS[key])
        elif key == Qt.Key.Key_0:
            self.fit()
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Frames the pictures while the keyboard moves them."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setPen(QPen(self._focus, 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    def paint_now(self) -> None:
        """Has what has changed painted at once, here and in the rest of the window.

        The scene hears that items have changed, which Qt leaves for later; then it has the window painted.
        """
        QCoreApplication.sendPostedEvents(self.scene(), QEvent.Type.MetaCall)

    def _look_elsewhere(self) -> None:
        for pane in (self.input, self.result):
            pane.prepareForPaint()  # or else a first paint finds out, and asks for a second one
        if self._told != self.wanted:
            self._told = self.wanted
            self.looked_elsewhere.emit()

    def _choose_part(self, part: Rect | None) -> None:
        if part != self.chosen_part:
            self.chosen_part = part
            self.part_chosen.emit()

    def _leave_fit(self) -> None:
        self._choose_part(self.seen)
        self._look_elsewhere()

    def _refit(self) -> None:
        """In another size the same is seen, and more of what is around it where the shape is another one."""
        if self.chosen_part is None:
            self.fit()
        else:
            self.look_at(self.chosen_part)
        self._look_elsewhere()
