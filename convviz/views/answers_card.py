"""The calculator backwards: the output that is wanted, and every choice that would make it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from convviz.core.layer_sizes import KINDS
from convviz.core.solve_sizes import MOST_CELLS
from convviz.i18n import msg, tr
from convviz.labs.calculator import condition
from convviz.labs.calculator_answers import NONE, QUESTIONS, WANTED, Answer, answers, wanted_size
from convviz.state.calculator import Calculator
from convviz.views.axis_entries import Wanted, cells_text, read_wanted
from convviz.views.choices import FieldChoice
from convviz.views.fields import Field, monospace
from convviz.views.labels import set_role
from convviz.views.sections import Section
from convviz.views.spoken import say_with
from convviz.views.style import px

WIDEST = 350
"""Answers, and the buttons that use them, are not farther from their names than is read across."""


class AnswersCard(Section):
    """A field for the output wanted, and one line for each question: what, which values, use them."""

    wanted_requested = Signal(object, object)
    """(the output wanted, gesture)"""
    use_requested = Signal(object)
    """{choice: value per axis} of the layer; the choice "size" is the input's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size: tuple[int, ...] = (1, 1)
        self.wanted = Field("Output wanted", self._read, self._write)
        choice = FieldChoice(self.wanted)
        choice.offer([(word, word) for word in WANTED])
        row = self.add(
            "Output wanted",
            choice,
            tip="Cells wanted along each axis; or same, half or double: as many as come in, half or twice.",
        )
        self.row = row
        self.ask_by(self.wanted, row, self.wanted_requested.emit)
        self._condition = QLabel()
        self._condition.setFont(monospace(-1))
        self._condition.setProperty("role", "muted")
        self._condition.setToolTip(
            tr("The formula turned round: what must hold for o cells to come out of i.")
        )
        self.rows.addSpacing(2)
        self.rows.addWidget(self._condition)
        self.rows.addSpacing(4)
        lines = QWidget()
        lines.setMaximumWidth(px(WIDEST))
        grid = QGridLayout(lines)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(1, 1)
        self.lines = {question: _Line(grid, n, question) for n, question in enumerate(QUESTIONS)}
        for line in self.lines.values():
            line.use.clicked.connect(lambda _=False, of=line: self.use_requested.emit(of.choices))
        beside = QHBoxLayout()
        beside.addWidget(lines, 100)
        beside.addStretch(1)
        self.rows.addLayout(beside)
        self.rows.addStretch(1)

    def show_calculator(self, calculator: Calculator) -> None:
        """Answers for the layer that is looked at; nothing when it does not fit its input."""
        sums, rows = calculator.sums, calculator.survey.rows
        at = sums.selected
        fits = at < len(rows)
        self.setEnabled(fits)
        if not fits:
            for line in self.lines.values():
                line.show_answer(None, {})
            return
        self._size = rows[at].before[1:]
        self.wanted.show_value(sums.wanted)
        if self.wanted.text() != self._write(sums.wanted) and not self.wanted.isModified():
            self.wanted.restore()  # the same word, of another size
        self._condition.setText(tr(condition(sums.layer)))
        found = answers(sums.layer, self._size, wanted_size(sums.wanted, self._size))
        by_question = {answer.question: answer for answer in found}
        now = {setting: getattr(sums.layer, setting) for setting in KINDS[sums.layer.kind].has}
        if at == 0:  # another layer's input is what the one before it makes
            now["size"] = self._size
        for question, line in self.lines.items():
            line.show_answer(by_question.get(question), now)

    def _read(self, text: str) -> Wanted:
        return read_wanted(text, len(self._size), MOST_CELLS)

    def _write(self, wanted: Wanted) -> str:
        if isinstance(wanted, tuple):
            return cells_text(wanted)
        return tr(
            msg("{word} ({cells})", word=msg(wanted), cells=cells_text(wanted_size(wanted, self._size)))
        )


class _Line:
    """A question, its answer, and a button that takes the answer over."""

    def __init__(self, grid: QGridLayout, n: int, question: str) -> None:
        label, tip = QUESTIONS[question]
        self.name, self.text, self.use = QLabel(tr(label)), QLabel(), QPushButton(tr("Use"))
        self.choices: object = None
        self._grid, self._n, self._tip = grid, n, tip
        self.text.setFont(monospace(-1))
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.text.setWordWrap(True)
        say_with(self.text, tr(label))
        self.use.setAutoDefault(False)
        self.use.setAccessibleName(tr("Use this: {name}").format(name=tr(label)))
        for widget in (self.name, self.text, self.use):
            widget.setToolTip(tr(tip))
        self._rule = self._place(question == "exact")

    def _place(self, aside: bool) -> QFrame | None:
        """One beside another; what is true of any output stands aside, below a line and under its name."""
        grid, n = self._grid, self._n
        if not aside:
            for column, widget in enumerate((self.name, self.text, self.use)):
                grid.addWidget(widget, n, column)
            return None
        rule = QFrame()
        rule.setFrameShape(QFrame.Shape.HLine)
        rule.setProperty("role", "rule")
        self.name.setText(tr("Whatever output is wanted, strides that leave nothing over at the end:"))
        self.name.setWordWrap(True)
        grid.addWidget(rule, n, 0, 1, 3)
        grid.addWidget(self.name, n + 1, 0, 1, 3)
        grid.addWidget(self.text, n + 2, 0, 1, 2)
        grid.addWidget(self.use, n + 2, 2)
        return rule

    def show_answer(self, answer: Answer | None, now: dict[str, object]) -> None:
        """Shows an answer. What can be used is what can be set; what is so already needs no use."""
        for widget in (self.name, self.text, self.use):
            widget.setVisible(answer is not None)
        if self._rule is None:
            self._grid.setRowMinimumHeight(self._n, self.use.sizeHint().height() if answer else 0)
        else:
            self._rule.setVisible(answer is not None)
            self._grid.setRowMinimumHeight(self._n, 2 * self._grid.verticalSpacing() if answer else 0)
        if answer is None:
            return
        text = tr(answer.text)
        self.text.setText(text)
        set_role(self.text, "muted" if text == tr(NONE) else "")
        self.choices = choices = answer.choices or {}
        self.use.setVisible(bool(choices) and choices.keys() <= now.keys())
        already = all(now.get(choice) == value for choice, value in choices.items())
        self.use.setEnabled(not already)
        self.use.setToolTip(tr("This is what it is now.") if already else tr(self._tip))
