"""Where the player is, in words: "26 / 49 · row 3, col 4", and the phase below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from convviz.i18n import msg, tr
from convviz.views.fields import monospace

LONG = 26
"""Characters that the first line may have; of a longer one, row and column go to the second."""


class Place(QWidget):
    """Two lines, as wide as the widest they will show, so that nothing beside them moves while it plays."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.step, self.phase = QLabel(), QLabel()
        self.step.setFont(monospace())
        self.phase.setFont(monospace(-2))
        self.phase.setProperty("role", "muted")
        self.setToolTip(tr("Step, output cell and phase"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for label in (self.step, self.phase):
            label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            column.addWidget(label)
        self._long = False
        self.reserve(1, 1, 1)

    def reserve(self, total: int, height: int, width: int) -> None:
        """Makes room for steps up to `total` and cells up to height × width."""
        count, cell = f"{total:,} / {total:,}", self._cell(height - 1, width - 1)
        self._long = len(count) + len(cell) + 3 > LONG
        lines = (count, f"{cell} · activate") if self._long else (f"{count} · {cell}", "activate")
        metrics = (self.step.fontMetrics(), self.phase.fontMetrics())
        self.setFixedWidth(max(m.horizontalAdvance(line) for m, line in zip(metrics, lines, strict=True)) + 4)

    def show_place(self, number: int, total: int, row: int, col: int, phase: str) -> None:
        """Shows step `number` (from 1) of `total`, its output cell and the name of its phase."""
        count, cell = f"{number:,} / {total:,}", self._cell(row, col)
        self.step.setText(count if self._long else f"{count} · {cell}")
        self.phase.setText(f"{cell} · {tr(phase)}" if self._long else tr(phase))

    @staticmethod
    def _cell(row: int, col: int) -> str:
        return tr(msg("row {row}, col {col}", row=row, col=col))
