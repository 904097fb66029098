"""Where the player is, in words: "26 / 49 · row 3, col 4", and the phase below."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from convviz.i18n import msg, tr
from convviz.motion.timeline import REST
from convviz.views.fields import monospace

LONG, SHORT = 26, 20
"""Characters that the first line may have on a wide bar, and on a narrow one."""
LONGEST_PHASE = "activate"
PHASE_NAMES = {REST: "done"}
"""Names that differ from the phase's own."""
APART = " · "


class Place(QWidget):
    """Two lines, as wide as the widest they will show, so that nothing beside them moves while it plays.

    The first has the step's number and, where there is room, its cell; or else its phase.
    """

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
        self._words = ("", "", "")
        self._lines: Lines = _cell_beside
        self.reserve(1, 1, 1)

    def reserve(self, total: int, height: int, width: int, narrow: bool = False) -> None:
        """Makes room for steps up to `total` and cells up to height × width."""
        widest = _words(total, total, height - 1, width - 1, LONGEST_PHASE)
        lines, most = (_phase_beside, SHORT) if narrow else (_cell_beside, LONG)
        self._lines = lines if len(lines(*widest)[0]) <= most else _count_alone
        first, second = self._lines(*widest)
        wide = max(
            self.step.fontMetrics().horizontalAdvance(first),
            self.phase.fontMetrics().horizontalAdvance(second),
        )
        self.setFixedWidth(wide + 4)
        self._show()

    def show_place(self, number: int, total: int, row: int, col: int, phase: str) -> None:
        """Shows step `number` (from 1) of `total`, its output cell and the name of its phase."""
        self._words = _words(number, total, row, col, phase)
        self._show()

    def _show(self) -> None:
        first, second = self._lines(*self._words) if self._words[0] else ("", "")
        self.step.setText(first)
        self.phase.setText(second)


Lines = Callable[[str, str, str], tuple[str, str]]
Words = tuple[str, str, str]
"""Count, cell and phase."""


def _words(number: int, total: int, row: int, col: int, phase: str) -> Words:
    cell = tr(msg("row {row}, col {col}", row=row, col=col))
    return f"{number:,} / {total:,}", cell, tr(PHASE_NAMES.get(phase, phase))


def _cell_beside(count: str, cell: str, phase: str) -> tuple[str, str]:
    return f"{count}{APART}{cell}", phase


def _phase_beside(count: str, cell: str, phase: str) -> tuple[str, str]:
    return f"{count}{APART}{phase}", cell


def _count_alone(count: str, cell: str, phase: str) -> tuple[str, str]:
    return count, f"{cell}{APART}{phase}"
