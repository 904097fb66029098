"""The start page: what one can begin with, in pictures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QImage, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from convviz.i18n import tr
from convviz.views.actions import keys_of
from convviz.views.previews import Previews, Work
from convviz.views.spoken import Role, say_as
from convviz.views.style import px
from convviz.views.tips import with_keys

LEAST, SHAPE = 216, 0.625
"""A tile's least width in pixels, and how high a picture is for its width."""
EDGE, LINES, GAP = 4, 2, 10
"""Pixels around a picture, lines of a tile's name, and pixels between tiles."""
SIDE, MARGIN = 300, 24
ACTS = (
    ("open", "Open an image…"),
    ("open-scene", "Open a scene…"),
    ("canvas", "Paint a picture of your own…"),
)
"""What the buttons beside the tiles do: the menu's entry, its words here."""
SIZES = re.compile(r"(?<=\d) (?=[×→])|(?<=[×→]) (?=\d)")
"""Blanks at which a size is not broken: 5 × 5 → 3 × 3."""
MOVES = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


@dataclass(frozen=True)
class Tile:
    """Something to begin with: its kind, which one, its name, more about it, how its picture is made."""

    kind: str
    value: str
    name: str
    about: str
    picture: Work

    @property
    def key(self) -> str:
        """What its preview is asked for by."""
        return f"{self.kind}:{self.value}"


@dataclass(frozen=True)
class Section:
    """Tiles of one kind below a title; `discard` is the text of a button that takes them all away."""

    title: str
    tiles: Sequence[Tile]
    discard: str = ""


class TileButton(QAbstractButton):
    """A picture and a name."""

    moved = Signal(object, int, int)
    """(this, rows, columns): an arrow key was pressed."""

    def __init__(self, tile: Tile, previews: Previews, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tile, self._theme = tile, previews.theme
        self._image: QImage | None = None
        self._reason = ""
        self.setText(tile.name)
        self.setAccessibleName(tile.name)
        self.setToolTip(tile.about)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.set_width(LEAST)

    def set_width(self, width: int) -> None:
        """How wide it is to be; its height follows."""
        self._picture = QSize(width - 2 * EDGE, round((width - 2 * EDGE) * SHAPE))
        self.setFixedSize(width, self._picture.height() + self.name_height + 2 * EDGE)

    @property
    def name_height(self) -> int:
        """Pixels below the picture, for its name."""
        return LINES * self.fontMetrics().lineSpacing() + px(12)

    def show_picture(self, image: QImage) -> None:
        """Its preview is there."""
        self._image = image
        self.update()

    def show_reason(self, reason: str) -> None:
        """Why there is no preview."""
        self._reason = reason
        self.setAccessibleDescription(reason)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in MOVES:
            self.moved.emit(self, *MOVES[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(EDGE, EDGE, self._picture.width(), self._picture.height())
        frame = QPainterPath()
        frame.addRoundedRect(box, 8, 8)
        painter.fillPath(frame, self._theme.color("card"))
        if self._image is not None:
            painter.setClipPath(frame)
            painter.drawImage(box, self._image)
            painter.setClipping(False)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
        painter.setPen(self._theme.color("muted"))
        middle = int(flags | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(box.adjusted(10, 6, -10, -6), middle, self._reason)
        loud = self.hasFocus() or self.underMouse()
        painter.setPen(QPen(self._theme.color("accent" if loud else "border"), 3 if self.hasFocus() else 1))
        painter.drawPath(frame)
        painter.setPen(self._theme.color("accent" if loud else "text"))
        lines = QRectF(EDGE, box.bottom() + 6, box.width(), self.name_height - 4)
        painter.drawText(
            lines, int(flags | Qt.AlignmentFlag.AlignTop), SIZES.sub("\N{NO-BREAK SPACE}", self.text())
        )
        painter.end()


class Shelf(QWidget):
    """The tiles of a section, as many in a row as there is room for."""

    def __init__(self, buttons: list[TileButton], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons, self.columns = buttons, 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        for button in buttons:
            button.setParent(self)
        self.arrange(LEAST)

    def arrange(self, room: int) -> None:
        """Fills the room, in pixels, with as many tiles in a row as it has place for."""
        least = min(px(LEAST), room)
        columns = max(1, (room + GAP) // (least + GAP))
        for button in self.buttons:
            button.set_width(max(least, (room + GAP) // columns - GAP))
        if columns == self.columns:
            return
        self._grid.setColumnStretch(self.columns, 0)
        self.columns = columns
        for n, button in enumerate(self.buttons):
            self._grid.addWidget(button, n // columns, n % columns)
        self._grid.setColumnStretch(columns, 1)


class StartPage(QFrame):
    """Covers its window until something is chosen or Esc is pressed."""

    chosen = Signal(str, str)
    """(kind, value) of a tile, or ("act", a menu entry's id)."""
    discarded = Signal()
    """The tiles of a section are not wanted any more."""
    left = Signal()

    def __init__(self, window: QMainWindow, sections: Sequence[Section], previews: Previews) -> None:
        super().__init__(window)
        self._window, self._previews = window, previews
        previews.setParent(self)
        previews.ready.connect(lambda key, image: self._tiles[key].show_picture(image))
        previews.failed.connect(lambda key, reason: self._tiles[key].show_reason(tr(reason)))
        self._tiles: dict[str, TileButton] = {}
        self._shelves: list[Shelf] = []
        say_as(self, Role.Pane, tr("Start page"))
        self.setAutoFillBackground(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._side = self._beside()
        row.addWidget(self._side)
        row.addWidget(self._shelf_area(sections), 1)
        self._cover()

    # --- building

    def _beside(self) -> QWidget:
        """The program's name, and what one can do without a tile."""
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(40, 44, 24, 32)
        column.setSpacing(10)
        column.addWidget(_large(QLabel("ConvViz"), 34))
        about = QLabel(tr("Watch a convolution happen, number by number."))
        about.setProperty("role", "muted")
        about.setWordWrap(True)
        column.addWidget(about)
        column.addSpacing(22)
        for name, text in ACTS:
            column.addWidget(
                self._button(tr(text), keys_of(name)[0], lambda _=False, name=name: self._choose("act", name))
            )
        column.addStretch(1)
        column.addWidget(self._button(tr("Go to the stage"), "Esc", self.leave, "primary"))
        side.setFixedWidth(max(SIDE, column.minimumSize().width()))
        return side

    def _button(self, text: str, keys: str, act: object, role: str = "") -> QPushButton:
        button = QPushButton(text)
        button.setAccessibleName(text)
        button.setToolTip(with_keys(text, keys))
        button.setMinimumHeight(px(38))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setProperty("role", role or None)
        button.clicked.connect(act)
        return button

    def _shelf_area(self, sections: Sequence[Section]) -> QScrollArea:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(MARGIN, 40, MARGIN, 32)
        column.setSpacing(12)
        for section in sections:
            if section.tiles:
                column.addWidget(self._section(section))
                column.addSpacing(14)
        column.addStretch(1)
        self._area = QScrollArea()
        self._area.setAccessibleName(tr("Things to begin with"))
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(inside)
        return self._area

    def _section(self, section: Section) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.addWidget(_large(QLabel(section.title), 19))
        head.addStretch(1)
        column.addLayout(head)
        buttons = [self._tile(tile) for tile in section.tiles]
        shelf = Shelf(buttons)
        self._shelves.append(shelf)
        column.addWidget(shelf)
        if section.discard:
            discard = QPushButton(section.discard)
            discard.setAccessibleName(section.discard)
            discard.setToolTip(section.discard)
            discard.clicked.connect(lambda: self._discard(whole, shelf))
            head.addWidget(discard)
        return whole

    def _tile(self, tile: Tile) -> TileButton:
        button = TileButton(tile, self._previews)
        button.clicked.connect(lambda: self._choose(tile.kind, tile.value))
        button.moved.connect(self._move)
        self._tiles[tile.key] = button
        self._previews.ask(tile.key, tile.picture)
        return button

    # --- what happens on it

    def leave(self) -> None:
        """Shows the window again."""
        self._previews.stop()
        self._window.removeEventFilter(self)
        below = self._window.centralWidget()
        if below is not None:
            below.show()
        self.hide()
        self.deleteLater()
        self.left.emit()

    def _choose(self, kind: str, value: str) -> None:
        self.leave()
        self.chosen.emit(kind, value)

    def _discard(self, section: QWidget, shelf: Shelf) -> None:
        self._shelves.remove(shelf)
        section.hide()
        section.deleteLater()
        self.discarded.emit()
        self._first().setFocus()

    def _first(self) -> QWidget:
        return next((button for shelf in self._shelves for button in shelf.buttons), self)

    def _move(self, button: TileButton, down: int, along: int) -> None:
        """To the neighbour of a tile; up and down lead from one section to the next."""
        rows: list[list[TileButton]] = []
        for shelf in self._shelves:
            starts = range(0, len(shelf.buttons), shelf.columns)
            rows += [shelf.buttons[n : n + shelf.columns] for n in starts]
        row = next(n for n, tiles in enumerate(rows) if button in tiles)
        col = rows[row].index(button) + along
        row = min(max(row + down, 0), len(rows) - 1)
        target = rows[row][min(max(col, 0), len(rows[row]) - 1)]
        target.setFocus()
        self._area.ensureWidgetVisible(target)

    # --- Qt

    def _cover(self) -> None:
        """Takes the whole window below the menu; what is under it cannot be reached meanwhile."""
        below = self._window.centralWidget()
        if below is not None:
            self.setGeometry(below.geometry())
            below.hide()
        self._window.installEventFilter(self)
        self.show()
        self.raise_()
        self._first().setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            top = self._window.menuBar().height()
            self.setGeometry(0, top, self._window.width(), self._window.height() - top)
        return False

    def resizeEvent(self, event: object) -> None:
        for shelf in self._shelves:
            shelf.arrange(self.width() - self._side.width() - 2 * MARGIN - 14)  # the scroll bar's

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)


def _large(label: QLabel, pixels: int) -> QLabel:
    font = QFont(label.font())
    font.setPixelSize(px(pixels))
    font.setWeight(QFont.Weight.Bold)
    label.setFont(font)
    return label
