"""What a person could not read in a window: text that is cut off, and text that has no glyph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextDocument, QTextLayout
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenuBar,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStyleOptionToolButton,
    QTableView,
    QToolButton,
    QWidget,
)

from convviz.views.gallery import Gallery
from convviz.views.gallery_tile import EDGE as TILE_EDGE
from convviz.views.labels import Elided
from convviz.views.start_page import EDGE, TileButton
from convviz.views.style import px

SLACK = 2
"""Pixels that a text may stand out without being cut: a focused button's frame is so much thicker."""


def slack() -> int:
    """SLACK in the interface's size of the moment, in which frames are rounded up."""
    return px(SLACK) + (px(SLACK) > SLACK)


def complaints(window: QWidget) -> Iterator[str]:
    """Every text of a window that is cut off, with what cuts it."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or widget.visibleRegion().isEmpty():
            continue
        if isinstance(widget, (QLabel, QAbstractButton, QComboBox, QLineEdit)):
            yield from (f"{_who(widget)}: {words}" for words in cut(widget))
            if around := _hidden_by(widget, window):
                yield f"{_who(widget)} reaches beyond {type(around).__name__}"
        elif isinstance(widget, QHeaderView):
            yield from _sections(widget)
        elif isinstance(widget, QTableView):
            yield from _cells(widget)


def cut(widget: QWidget) -> Iterator[str]:
    """What of a widget's own text does not fit it."""
    if isinstance(widget, QLabel):
        if isinstance(widget, Elided):
            if widget.shown not in (widget.text(), *widget.shorter):
                yield f"“{widget.text()}” is shown as “{widget.shown}”"
        elif widget.text():
            yield from _label(widget)
        return
    if isinstance(widget, TileButton):
        yield from _tile(widget)
        return
    room, texts = _room(widget), _texts(widget)
    for text in texts:
        if (wide := _width(widget.fontMetrics(), text)) > room.width() + slack():
            yield f"“{text}” takes {wide} of {room.width()} pixels"
    if texts and widget.fontMetrics().height() > widget.height() + slack():
        yield f"“{texts[0]}” is higher than {widget.height()} pixels"


def cut_in_gallery(gallery: Gallery) -> Iterator[str]:
    """Names of kernels and of their families that are longer than their tile, in bold too."""
    font = QFont(gallery.list.font())
    font.setBold(True)
    room = gallery.list.viewport().width() - 4 - 2 * TILE_EDGE
    for n in range(gallery.model.rowCount()):
        row = gallery.model.row_at(gallery.model.index(n))
        free = room if row.key else room + 2 * TILE_EDGE
        if (wide := _width(QFontMetrics(font), row.text)) > free:
            yield f"“{row.text}” takes {wide} of {free} pixels"


def glyphless(texts: Iterable[str], fonts: Iterable[QFont]) -> set[str]:
    """Characters that none of the families of a font, nor any that stands in for them, can draw."""
    characters = {character for text in texts for character in text if not character.isspace()}
    return {character for font in fonts for character in characters if not _drawn(character, font.key())}


@cache
def _drawn(character: str, key: str) -> bool:
    font = QFont()
    font.fromString(key)
    layout = QTextLayout(character, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return all(index for run in layout.glyphRuns() for index in run.glyphIndexes())


def _label(label: QLabel) -> Iterator[str]:
    inside = label.contentsRect().adjusted(label.margin(), label.margin(), -label.margin(), -label.margin())
    document = QTextDocument()
    document.setDefaultFont(label.font())
    document.setDocumentMargin(0)
    if label.textFormat() == Qt.TextFormat.RichText:
        document.setHtml(label.text())
    else:
        document.setPlainText(label.text())
    if label.wordWrap():
        document.setTextWidth(inside.width())
    wide, high = document.idealWidth(), document.size().height()
    if wide > inside.width() + slack():
        yield f"“{label.text()}” takes {wide:.0f} of {inside.width()} pixels"
    # The last line's leading may be cut; its letters may not.
    if high - label.fontMetrics().descent() > inside.height() + slack():
        yield f"“{label.text()}” takes {high:.0f} of {inside.height()} pixels downwards"


def _tile(tile: TileButton) -> Iterator[str]:
    """A tile's name has two lines below its picture."""
    room = QRect(0, 0, tile.width() - 2 * EDGE, 10_000)
    box = tile.fontMetrics().boundingRect(room, int(Qt.TextFlag.TextWordWrap), tile.text())
    if box.height() > tile.name_height or box.width() > room.width():
        size = f"{box.width()} × {box.height()} of {room.width()} × {tile.name_height}"
        yield f"“{tile.text()}” takes {size} pixels"


def _texts(widget: QWidget) -> list[str]:
    if isinstance(widget, QComboBox):
        return [widget.itemText(n) for n in range(widget.count())]
    if isinstance(widget, QLineEdit):
        return [widget.placeholderText()] if widget.placeholderText() else []
    if isinstance(widget, QToolButton) and widget.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly:
        return []
    return [widget.text()] if isinstance(widget, QAbstractButton) and widget.text() else []


def _room(widget: QWidget) -> QRect:
    style, control, part = widget.style(), QStyle.ComplexControl, QStyle.SubControl
    if isinstance(widget, QComboBox):
        box = QStyleOptionComboBox()
        widget.initStyleOption(box)
        return style.subControlRect(control.CC_ComboBox, box, part.SC_ComboBoxEditField, widget)
    if isinstance(widget, QToolButton):
        tool = QStyleOptionToolButton()
        widget.initStyleOption(tool)
        return style.subControlRect(control.CC_ToolButton, tool, part.SC_ToolButton, widget)
    if isinstance(widget, QPushButton):
        push = QStyleOptionButton()
        widget.initStyleOption(push)
        inside = style.subElementRect(QStyle.SubElement.SE_PushButtonContents, push, widget)
        icon = 0 if widget.icon().isNull() else widget.iconSize().width() + 4
        return inside.adjusted(icon, 0, 0, 0)
    if isinstance(widget, QLineEdit):
        return widget.contentsRect().adjusted(2, 0, -2, 0)
    return widget.rect()


def _width(metrics: QFontMetrics, text: str) -> int:
    return metrics.horizontalAdvance(re.sub(r"&(.)", r"\1", text))


def _hidden_by(widget: QWidget, window: QWidget) -> QWidget | None:
    """The widget around this one that it reaches beyond; one may scroll down to what is below."""
    around = widget.parentWidget()
    while around is not None:
        box = QRect(widget.mapTo(around, widget.rect().topLeft()), widget.size())
        if isinstance(around.parentWidget(), QAbstractScrollArea):
            return around if box.left() < -slack() or box.right() > around.width() + slack() else None
        if not around.rect().adjusted(-slack(), -slack(), slack(), slack()).contains(box):
            return around
        if around is window:
            return None
        around = around.parentWidget()
    return None


def _sections(header: QHeaderView) -> Iterator[str]:
    model, metrics = header.model(), header.fontMetrics()
    if header.orientation() != Qt.Orientation.Horizontal or model is None:
        return
    for n in range(header.count()):
        text = str(model.headerData(n, header.orientation()) or "")
        if not header.isSectionHidden(n) and _width(metrics, text) > header.sectionSize(n) + slack():
            yield f"the heading “{text}” takes more than {header.sectionSize(n)} pixels"


def _cells(table: QTableView) -> Iterator[str]:
    model = table.model()
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            index: QModelIndex = model.index(row, column)
            text, room = str(index.data() or ""), table.visualRect(index)
            if room.isValid() and _width(table.fontMetrics(), text) > room.width() + slack():
                yield f"the table's “{text}” takes more than {room.width()} pixels"


def _who(widget: QWidget) -> str:
    name = widget.accessibleName() or getattr(widget, "text", str)()
    return f"{type(widget).__name__} “{name}”" if not isinstance(widget, QMenuBar) else "the menu bar"
