"""A question of a lesson: predict, then see."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from convviz.core.kernel_text import shown
from convviz.figure.unbroken import unbroken
from convviz.i18n import Message, language, msg, tr
from convviz.labs.questions import Asked
from convviz.scene.lesson import Question
from convviz.state.course import Reply
from convviz.views.labels import set_role
from convviz.views.style import px
from convviz.views.tips import explain

FIELD = 110
SPACING = 6
BADGE = 22
"""Pixels around the words of a verdict."""
TALL = 10_000
"""Pixels: higher than any text."""
VERDICTS = ("Right", "Not quite")
SAID, THERE = "You said {given}; it is {truth}.", "There it is {value}; look for {truth}."
LONG_NUMBER = "−000.00"
"""As long as the value of a cell mostly is."""


class QuestionRow(QWidget):
    """Shows a question and what became of it, and asks for an answer to be judged."""

    answer_requested = Signal(str)
    """The number as it was typed."""
    reveal_requested = Signal()
    again_requested = Signal()

    def __init__(self, parent: QWidget | None = None, in_class: bool = False) -> None:
        """`in_class` it has no buttons: keys do what they would."""
        super().__init__(parent)
        self._in_class, self._longest = in_class, ""
        self.setAccessibleName(tr("Question"))
        self.prompt, self.hint, self.error, self.said = _wrapped(), _wrapped(), _wrapped(), _wrapped()
        self.hint.setProperty("role", "muted")
        self.error.setProperty("role", "error")
        self.badge = QLabel()
        self.badge.setProperty("role", "good")
        self.badge.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.field = QLineEdit()
        self.field.setFixedWidth(px(FIELD) * (2 if in_class else 1))
        self.field.setAccessibleName(tr("Your answer"))
        self.field.setToolTip(tr("Your answer: a number such as 42, −3, 0.5 or 1/9; Enter checks it"))
        self.field.setPlaceholderText(tr("Your answer"))
        self.check = _button("Check", "Check the answer", keys="Return")
        self.check.setProperty("role", "primary")
        self.reveal = _button("Reveal", "Show the answer without giving one", "reveal")
        self.again = _button("Try again", "Hide the answer again", "reveal")
        self._lay_out()
        self.field.returnPressed.connect(self._ask)
        self.field.textEdited.connect(lambda _: self.show_error(None))
        self.check.clicked.connect(self._ask)
        self.reveal.clicked.connect(self.reveal_requested)
        self.again.clicked.connect(self.again_requested)
        self._question: Question | None = None

    def _lay_out(self) -> None:
        font = self.prompt.font()
        font.setBold(True)
        font.setPixelSize(self.fontInfo().pixelSize() + 2)
        self.prompt.setFont(font)
        font.setBold(False)
        self.said.setFont(font)
        self._answer = QWidget()
        row = QHBoxLayout(self._answer)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACING)
        row.addWidget(self.badge)
        row.addWidget(self.field)
        row.addWidget(self.check)
        row.addWidget(self.hint, 1)
        row.addWidget(self.said, 1)
        row.addWidget(self.reveal)
        row.addWidget(self.again)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.prompt)
        column.addWidget(self._answer)
        column.addWidget(self.error)

    def _ask(self) -> None:
        if self.field.text().strip():
            self.answer_requested.emit(self.field.text())

    # --- showing

    def show_question(
        self, question: Question | None, asked: Asked | None, reply: Reply | None, trouble: Message | None
    ) -> None:
        """Shows a question as it stands; asked is None while it cannot be answered."""
        if question is not self._question:
            self.field.clear()
        self._question = question
        self.setVisible(question is not None)
        self.show_error(trouble if question and asked is None else None)
        if question is None:
            return
        self.prompt.setText(unbroken(question.prompt.of(language())))
        typed = asked is not None and asked.answer.kind == "number"
        is_open = asked is not None and reply is None
        self.field.setVisible(is_open and typed)
        self.check.setVisible(is_open and typed and not self._in_class)
        self.reveal.setVisible(is_open and not self._in_class)
        self.hint.setVisible(is_open)
        self.hint.setText(tr("") if typed else tr("Click the cell of the output on the stage."))
        self.again.setVisible(reply is not None and asked is not None and not self._in_class)
        self.badge.setVisible(reply is not None and reply.given is not None)
        self.said.setVisible(reply is not None)
        if asked is not None and reply is not None:
            self._show_reply(asked, reply)
        self._longest = _longest(asked) if asked is not None else ""

    def keep_place(self, width: int) -> None:
        """Is so wide, and as high as field and answer will need: what is below does not move between them."""
        for part in (self.badge, self.said, self.field):
            part.ensurePolished()  # in the letters that they will have
        beside = self.badge.fontMetrics().horizontalAdvance(max(map(tr, VERDICTS), key=len)) + px(BADGE)
        room = QRect(0, 0, max(width - beside - SPACING, 1), TALL)
        wrapped = self.said.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, self._longest)
        self._answer.setMinimumHeight(max(wrapped.height(), self.field.sizeHint().height()))
        self.updateGeometry()  # all the way up, at once: else Qt tells one widget after another

    def _show_reply(self, asked: Asked, reply: Reply) -> None:
        self.badge.setText(tr(VERDICTS[0] if reply.right else VERDICTS[1]))
        set_role(self.badge, "good" if reply.right else "bad")
        self.badge.updateGeometry()
        truth = msg("It is {truth}.", truth=asked.truth)
        if isinstance(reply.given, str) and not reply.right:
            truth = msg(SAID, given=reply.given.strip(), truth=asked.truth)
        elif reply.given is not None and not reply.right:
            truth = msg(THERE, value=_at(asked, reply), truth=asked.truth)
        self.said.setText(_whole(asked, truth))

    def show_error(self, message: Message | None) -> None:
        """Shows what is wrong with an answer; nothing when nothing is."""
        self.error.setText(tr(message) if message else "")
        self.error.setVisible(message is not None)


def _whole(asked: Asked, truth: Message) -> str:
    """The truth, and what is to be said after it."""
    after = asked.question.after.of(language())
    return unbroken(tr(msg("{before} {then}", before=tr(truth), then=after)).strip())


def _longest(asked: Asked) -> str:
    """The answer as it is told to who gave another one, which says the most."""
    number = asked.answer.kind == "number"
    given = {"given": asked.truth} if number else {"value": LONG_NUMBER}
    return _whole(asked, msg(SAID if number else THERE, truth=asked.truth, **given))


def _at(asked: Asked, reply: Reply) -> str:
    """The value of the cell that was clicked."""
    assert isinstance(reply.given, tuple)
    return shown(asked.at(reply.given))


def _wrapped() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    return label


def _button(says: str, tip: str, act: str = "", keys: str = "") -> QPushButton:
    button = QPushButton(tr(says))
    button.setAccessibleName(tr(says))
    explain(button, tip, act, keys)
    return button
