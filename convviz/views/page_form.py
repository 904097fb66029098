"""What can be changed about a page of one's own lesson: its texts, what to watch, what is asked."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)

from convviz.i18n import Message, msg, tr
from convviz.labs.questions import ANSWERS
from convviz.scene.lesson import MAX_TEXT, Page, Question, Words
from convviz.scene.scene import Scene, replace
from convviz.views.choices import Choice

NO_QUESTION = ""
BLANK = Page(Words(), Words(), Scene())
MOST = 9999
FIELD = "\n"
"""Stands in a sentence for a field."""
TEXT_LINES = 4


class PageForm(QFrame):
    """Shows a page's texts in one language, and asks for others."""

    edit_requested = Signal(object, object)
    """(choices, gesture): values of the page by name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAccessibleName(tr("Page"))
        self._page: Page | None = None
        self._language = ""
        self._showing = False
        self.title = _line("Title", "What the page is called")
        self.text = _lines("Text", "A few sentences that stand above the stage")
        self.notes = _lines("Speaker notes", "What only the speaker sees")
        before, self._step = _around(msg("from step {n}", n=FIELD))
        self._to = _around(msg("to {n}", n=FIELD))
        self.watched = QCheckBox(before)
        self.watched.setToolTip(tr("Whether the page has steps to be watched; it pauses at their end"))
        self.watched.setAccessibleName(tr("Watch steps"))
        self.first, self.last = _number("First step", 1), _number("Last step", 1)
        options = [(NO_QUESTION, "No question"), *((name, row.title.source) for name, row in ANSWERS.items())]
        self.asks = Choice("Question", options)
        self.asks.setToolTip(tr("What is asked; the answer is computed from the page's scene"))
        self.prompt = _line("Prompt", "The question as it is put to the class")
        self.row, self.col = _number("Row of the cell"), _number("Column of the cell")
        self.after = _line("Afterwards", "What is said when the answer is shown")
        self.asks.setMinimumContentsLength(38)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(14, 12, 14, 12)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(tr("Title"), self.title)
        form.addRow(tr("Text"), self.text)
        form.addRow(tr("Notes"), self.notes)
        form.addRow(tr("Watch"), self._steps())
        form.addRow(tr("Question"), self.asks)
        form.addRow(tr("Prompt"), self.prompt)
        self.cell = _row(QLabel(tr("row")), self.row, QLabel(tr("column")), self.col)
        form.addRow(tr("Cell"), self.cell)
        form.addRow(tr("Afterwards"), self.after)
        self.form = form

    def _steps(self) -> QWidget:
        """Which steps are watched, as a sentence around both fields."""
        before, after = self._to
        return _row(self.watched, self.first, QLabel(self._step), QLabel(before), self.last, QLabel(after))

    def _connect(self) -> None:
        for name, widget in (("title", self.title), ("text", self.text), ("notes", self.notes)):
            widget.textChanged.connect(lambda *_, name=name: self._take_text(name))
        for widget in (self.prompt, self.after):
            widget.textChanged.connect(lambda *_: self._take_question(("question", self._language)))
        self.watched.toggled.connect(lambda *_: self._take_watch())
        for box in (self.first, self.last):
            box.valueChanged.connect(lambda *_: self._take_watch())
        for box in (self.row, self.col):
            box.valueChanged.connect(lambda *_: self._take_question("cell"))
        self.asks.value_requested.connect(lambda asks, _: self._take_asks(asks))

    # --- showing

    def show_page(self, page: Page | None, language: str) -> None:
        """Shows a page's texts in a language; None when there is no page."""
        self._page, self._language = page, language
        self.setEnabled(page is not None)
        self._showing = True
        shown = page or BLANK
        for widget, words in ((self.title, shown.title), (self.text, shown.text), (self.notes, shown.notes)):
            _put(widget, words.own(language))
        first, last = shown.watch or (0, 0)  # a person counts steps from 1
        self.watched.setChecked(shown.watch is not None)
        for box, number in ((self.first, first), (self.last, last)):
            box.setValue(number + 1)
            box.setEnabled(shown.watch is not None)
        self._show_question(shown.question)
        self._showing = False

    def _show_question(self, question: Question | None) -> None:
        self.asks.show_value(question.asks if question else NO_QUESTION)
        about = ANSWERS[question.asks].about if question else ""
        for widget in (self.prompt, self.after):
            self.form.setRowVisible(widget, question is not None)
        self.form.setRowVisible(self.cell, bool(about))
        _put(self.prompt, question.prompt.own(self._language) if question else "")
        _put(self.after, question.after.own(self._language) if question else "")
        row, col = (question.cell if question else None) or (0, 0)
        self.row.setValue(row)
        self.col.setValue(col)

    # --- asking

    def _ask(self, gesture: object, **choices: object) -> None:
        self.edit_requested.emit(choices, gesture)

    def _take_text(self, name: str) -> None:
        if self._page is not None and not self._showing:
            words: Words = getattr(self._page, name)
            text = _text(getattr(self, name))
            self._ask((name, self._language), **{name: words.having(self._language, text)})

    def _take_watch(self) -> None:
        if self._page is not None and not self._showing:
            first, last = self.first.value() - 1, self.last.value() - 1
            watch = (first, max(first, last)) if self.watched.isChecked() else None
            self._ask("watch", watch=watch)

    def _take_asks(self, asks: str) -> None:
        if self._page is None:
            return
        before = self._page.question or Question(Words(), asks)
        cell = (before.cell or (0, 0)) if asks and ANSWERS[asks].about else None
        self._ask(None, question=replace(before, asks=asks, cell=cell) if asks else None)

    def _take_question(self, gesture: object) -> None:
        if self._page is None or self._page.question is None or self._showing:
            return
        before = self._page.question
        prompt = before.prompt.having(self._language, self.prompt.text())
        after = before.after.having(self._language, self.after.text())
        cell = (self.row.value(), self.col.value()) if ANSWERS[before.asks].about else None
        self._ask(gesture, question=replace(before, prompt=prompt, after=after, cell=cell))


def _around(said: Message) -> list[str]:
    """What stands before and behind the field of a sentence in the language of the moment."""
    return [part.strip() for part in tr(said).split(FIELD)]


def _put(widget: QLineEdit | QPlainTextEdit, text: str) -> None:
    """Shows a text; what is being typed stays as it is."""
    if text == _text(widget):
        return
    if isinstance(widget, QLineEdit):
        widget.setText(text)
    else:
        widget.setPlainText(text)


def _text(widget: QLineEdit | QPlainTextEdit) -> str:
    return widget.text() if isinstance(widget, QLineEdit) else widget.toPlainText()[:MAX_TEXT]


def _line(name: str, tip: str) -> QLineEdit:
    field = QLineEdit()
    field.setMaxLength(MAX_TEXT)
    field.setAccessibleName(tr(name))
    field.setToolTip(tr(tip))
    return field


def _lines(name: str, tip: str) -> QPlainTextEdit:
    field = QPlainTextEdit()
    field.setTabChangesFocus(True)
    field.setAccessibleName(tr(name))
    field.setToolTip(tr(tip))
    field.setMinimumHeight(TEXT_LINES * field.fontMetrics().lineSpacing() + 12)
    return field


def _number(name: str, least: int = 0) -> QSpinBox:
    box = QSpinBox()
    box.setRange(least, MOST + least)
    box.setAccessibleName(tr(name))
    box.setToolTip(tr(msg("A whole number, from {least}", least=least)))
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return box


def _row(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return holder
