"""A stack of layers as a table: what each is, makes, costs, and how far back it sees."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from convviz.core.layer_sizes import KINDS, Field
from convviz.core.stacks import Row, StackLayer
from convviz.i18n import Message, msg, tr
from convviz.state.calculator import Calculator
from convviz.views.axis_entries import cells_text, factors_text, list_text, short, sides_text
from convviz.views.fields import monospace
from convviz.views.labels import Elided, set_role

Index = QModelIndex | QPersistentModelIndex
UNKNOWN = "—"


@dataclass(frozen=True)
class Column:
    """A column: its heading, what it means, what it shows of a layer or of its row; the choice it shows."""

    title: str
    tip: str
    of_layer: Callable[[StackLayer], str] | None = None
    of_row: Callable[[Row], str] = lambda row: ""
    choice: str = ""


def _if(choice: str, write: Callable[[Any], str]) -> Callable[[StackLayer], str]:
    return lambda layer: short(write(getattr(layer, choice))) if layer.has(choice) else ""


def _window(layer: StackLayer) -> str:
    if layer.has("factor"):
        return f"×{short(factors_text(layer.factor))}"
    return short(cells_text(layer.kernel))


def _field(of: Callable[[Field], object]) -> Callable[[Row], str]:
    return lambda row: short(list_text([_signed(of(one)) for one in row.fields]))


def _signed(value: object) -> str:
    return UNKNOWN if value is None else str(value).replace("-", "−")


COLUMNS = (
    Column("Layer", "What the layer is called.", lambda layer: layer.name, choice="name"),
    Column("Operation", "What it does.", lambda layer: tr(KINDS[layer.kind].title), choice="kind"),
    Column("Window", "Taps along each axis, or the factor.", _window, choice="kernel"),
    Column("Stride", "Cells that the window moves by.", _if("stride", list_text), choice="stride"),
    Column("Padding", "Cells on each side.", _if("padding", sides_text), choice="padding"),
    Column("Dilation", "Cells from tap to tap.", _if("dilation", list_text), choice="dilation"),
    Column("Output", "Channels × cells along each axis.", of_row=lambda row: cells_text(row.after),
           choice="filters"),
    Column("Parameters", "Weights and biases: the numbers that a network learns.",
           of_row=lambda row: f"{row.cost.parameters:,}"),
    Column("MACs", "Multiply-accumulates for the whole output.", of_row=lambda row: f"{row.cost.macs:,}"),
    Column("Field", "Receptive field: cells of the stack's input that an output cell sees.",
           of_row=_field(lambda field: field.size)),
    Column("Jump", "Cells of the stack's input from one output cell to the next.",
           of_row=_field(lambda field: field.jump)),
    Column("Start", "Where the first output cell's field begins; negative is in the padding.",
           of_row=_field(lambda field: field.start)),
)  # fmt: skip
FIRST_RESULT = next(n for n, column in enumerate(COLUMNS) if column.of_layer is None)
TEXTS = 2
"""Columns of words; numbers stand at the right."""
APART = 9
"""Pixels between the texts of two rows."""
MARGINS = 10
"""Pixels beside a text, both sides together."""
MOST_APART = 48
"""Pixels that a column is widened by where there is room."""


class StackModel(QAbstractTableModel):
    """The calculator's stack, one layer a row. A layer that does not fit says why instead of its results."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layers: tuple[StackLayer, ...] = ()
        self._rows: tuple[Row, ...] = ()
        self._trouble: Message | None = None
        self.numbers = monospace(-1)
        """The font of cells that hold numbers."""

    def show_calculator(self, calculator: Calculator) -> None:
        """Shows a stack and what it comes to."""
        seen = calculator.survey
        layers = calculator.sums.stack.layers
        reset = len(layers) != len(self._layers)
        if reset:
            self.beginResetModel()
        self._layers, self._rows = layers, seen.rows
        self._trouble = seen.trouble.message if seen.trouble else None
        if reset:
            self.endResetModel()
        else:
            self.dataChanged.emit(self.index(0, 0), self.index(len(layers) - 1, len(COLUMNS) - 1))

    @property
    def trouble(self) -> int | None:
        """The row of the layer that does not fit."""
        return len(self._rows) if self._trouble else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        return 0 if parent.isValid() else len(self._layers)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def text(self, row: int, column: int) -> str:
        """What a cell shows."""
        shown = COLUMNS[column]
        if shown.of_layer:
            return shown.of_layer(self._layers[row])
        if row < len(self._rows):
            return shown.of_row(self._rows[row])
        if row == self.trouble and column == FIRST_RESULT:
            return tr(self._trouble or "")
        return UNKNOWN

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = index.row(), index.column()
        refused = row == self.trouble and column >= FIRST_RESULT
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return "" if refused else self.text(row, column)
            case Qt.ItemDataRole.ToolTipRole:
                return self.text(row, FIRST_RESULT) if refused else tr(COLUMNS[column].tip)
            case Qt.ItemDataRole.AccessibleTextRole:
                name, value = msg(COLUMNS[column].title), self.text(row, column)
                return tr(msg("{name}: {value}", name=name, value=value))
            case Qt.ItemDataRole.TextAlignmentRole:
                words = column < TEXTS or refused
                side = Qt.AlignmentFlag.AlignLeft if words else Qt.AlignmentFlag.AlignRight
                return side | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.FontRole if column >= TEXTS and not refused:
                return self.numbers
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1) if role == Qt.ItemDataRole.DisplayRole else None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return tr(COLUMNS[section].title)
            case Qt.ItemDataRole.ToolTipRole:
                return tr(COLUMNS[section].tip)
            case Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignLeft if section < TEXTS else Qt.AlignmentFlag.AlignRight
                return side | Qt.AlignmentFlag.AlignVCenter
        return None


class StackTable(QTableView):
    """The table. Enter or a double click on a cell asks to edit what it shows; keys add, remove and move."""

    select_requested = Signal(int)
    edit_requested = Signal(str)
    """A choice of the layer looked at."""
    add_requested = Signal()
    remove_requested = Signal()
    move_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Layers"))
        self.table = StackModel(self)
        self.setModel(self.table)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(False)
        header, rows = self.horizontalHeader(), self.verticalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(30)
        header.setStretchLastSection(False)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self.fontMetrics().height() + APART)
        rows.setHighlightSections(False)
        self._showing = False
        self.activated.connect(
            lambda index: self.edit_requested.emit(COLUMNS[index.column()].choice or "name")
        )

    def show_calculator(self, calculator: Calculator) -> None:
        """Shows a stack, the layer that is looked at selected."""
        self._showing = True
        if (before := self.table.trouble) is not None:
            self.setIndexWidget(self.table.index(before, FIRST_RESULT), None)  # type: ignore[arg-type]
            self.clearSpans()
        column = max(self.currentIndex().column(), 0)
        self.table.show_calculator(calculator)
        if (trouble := self.table.trouble) is not None:
            self.setSpan(trouble, FIRST_RESULT, 1, len(COLUMNS) - FIRST_RESULT)
            sentence = Elided()
            sentence.setText(self.table.text(trouble, FIRST_RESULT))
            set_role(sentence, "error")
            self.setIndexWidget(self.table.index(trouble, FIRST_RESULT), sentence)
        self._spread()
        self.setCurrentIndex(self.table.index(calculator.sums.selected, column))
        self._showing = False

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 (Qt's name)
        super().currentChanged(current, previous)
        if current.isValid() and not self._showing:
            self.select_requested.emit(current.row())

    def _spread(self) -> None:
        """Columns as wide as they need, and somewhat apart where there is room."""
        widths = [self._width(n) for n in range(len(COLUMNS))]
        apart = max(0, self.viewport().width() - sum(widths)) // len(widths)
        for n, width in enumerate(widths):
            self.setColumnWidth(n, width + min(apart, MOST_APART))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spread()

    def show_larger(self, pixels: int) -> None:
        """Numbers and rows are so many pixels larger, as the window's other letters are."""
        self.table.numbers = monospace(pixels - 1)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + APART)
        self._spread()

    def _width(self, column: int) -> int:
        """Room for the heading and for every text; a sentence that stands across columns widens none."""
        texts = [
            self.table.text(row, column)
            for row in range(self.table.rowCount())
            if not (row == self.table.trouble and column == FIRST_RESULT)
        ]
        metrics = self.fontMetrics() if column < TEXTS else QFontMetrics(self.table.numbers)
        heading = self.fontMetrics().horizontalAdvance(tr(COLUMNS[column].title))
        return max(heading, *map(metrics.horizontalAdvance, texts)) + MARGINS

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        keys = Qt.Key
        if event.key() == keys.Key_Insert:
            self.add_requested.emit()
        elif event.key() == keys.Key_Delete:
            self.remove_requested.emit()
        elif control and event.key() in (keys.Key_Up, keys.Key_Down):
            self.move_requested.emit(-1 if event.key() == keys.Key_Up else 1)
        elif event.key() in (keys.Key_Return, keys.Key_Enter, keys.Key_F2):
            self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 120)
