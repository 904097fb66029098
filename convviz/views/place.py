"""Where the player is, in words: "26 / 49", and below it "row 3, col 4 · multiply"."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from convviz.i18n import msg, tr
from convviz.motion.timeline import REST
from convviz.views.fields import monospace

LONGEST_PHASE = "activate"
ASKED = "asked"
"""In place of a phase: nothing more of this step is seen before the question has been answered."""
PHASE_NAMES = {REST: "done", ASKED: "question"}
"""Names that differ from the phase's own."""
APART = " · "


class Place(QWidget):
    """Two lines, as wide as the widest they will show, so that nothing beside them moves while it plays."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.count, self.where = QLabel(), QLabel()
        self.count.setFont(monospace())
        self.where.setFont(monospace(-2))
        self.where.setProperty("role", "muted")
        self.setToolTip(tr("Step, output cell and phase"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for label in (self.count, self.where):
            label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            column.addWidget(label)
        self.reserve(1, 1, 1)

    def reserve(self, total: int, height: int, width: int) -> None:
        """Makes room for steps up to `total` and cells up to height × width."""
        first, second = _lines(total, total, height - 1, width - 1, LONGEST_PHASE)
        wide = max(
            self.count.fontMetrics().horizontalAdvance(first),
            self.where.fontMetrics().horizontalAdvance(second),
        )
        self.setFixedWidth(wide + 4)

    def show_place(self, number: int, total: int, row: int, col: int, phase: str) -> None:
        """Shows step `number` (from 1) of `total`, its output cell and the name of its phase."""
        first, second = _lines(number, total, row, col, phase)
        self.count.setText(first)
        self.where.setText(second)


def _lines(number: int, total: int, row: int, col: int, phase: str) -> tuple[str, str]:
    cell = tr(msg("row {row}, col {col}", row=row, col=col))
    return f"{number:,} / {total:,}", f"{cell}{APART}{tr(PHASE_NAMES.get(phase, phase))}"
