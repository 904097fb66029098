"""The page of a lesson above the stage: its text, its question, and the way through the lesson."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from convviz.figure.unbroken import unbroken
from convviz.i18n import language, msg, tr
from convviz.scene.lesson import Lesson, Page
from convviz.state.course import Course
from convviz.views.icons import IconButton
from convviz.views.labels import Elided
from convviz.views.question_row import QuestionRow
from convviz.views.spoken import Role, say_as
from convviz.views.style import px
from convviz.views.tips import explain

LARGER = 2
"""Pixels by which a lesson's text is larger than the program's."""
TALLEST = 132
"""Pixels of text that are shown at once; more is scrolled."""


class LessonPanel(QFrame):
    """Shows where a course stands, and asks it to be elsewhere."""

    previous_requested = Signal()
    next_requested = Signal()
    back_requested = Signal()
    watch_requested = Signal()
    close_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAccessibleName(tr("Lesson"))
        self.title = Elided()
        self.title.setProperty("role", "title")
        self.place = QLabel()
        self.place.setProperty("role", "muted")
        self.text = Reading()
        self.question = QuestionRow()
        self.back = _button("Back to the page", "Show the page again as it is in the lesson", "back-to-page")
        self.watch = _button("Watch", "Play what this page is about, and pause at its end", "watch")
        self.previous = IconButton("back", "Previous page", "Previous page", "previous-page")
        self.following = IconButton("forward", "Next page", "Next page", "next-page")
        self.leave = IconButton("clear", "Close the lesson", "Close the lesson; what is on the stage stays")
        self._lay_out()
        for button, signal in (
            (self.back, self.back_requested),
            (self.watch, self.watch_requested),
            (self.previous, self.previous_requested),
            (self.following, self.next_requested),
            (self.leave, self.close_requested),
        ):
            button.clicked.connect(lambda _=False, signal=signal: signal.emit())
        self.hide()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.title, 1)
        head.addWidget(self.back)
        head.addWidget(self.watch)
        head.addSpacing(6)
        head.addWidget(self.place)
        for button in (self.previous, self.following, self.leave):
            button.setFixedWidth(px(34))
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 10, 10)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.text)
        column.addWidget(self.question)

    def show_course(self, course: Course) -> None:
        """Shows the page that is open; nothing when no lesson is."""
        lesson, page = course.lesson, course.page
        self.setVisible(page is not None)
        if lesson is None or page is None:
            return
        self._show_page(lesson, page, course.number)
        self.back.setVisible(course.explored)
        self.watch.setVisible(page.watch is not None and not course.explored)
        self.previous.setEnabled(course.number > 0)
        self.following.setEnabled(course.number + 1 < course.pages)
        self.question.show_question(page.question, course.asked, course.reply, course.trouble)

    def _show_page(self, lesson: Lesson, page: Page, number: int) -> None:
        code = language()
        self.title.setText(page.title.of(code))
        self.title.setAccessibleName(page.title.of(code))
        self.place.setText(tr(msg("{n} of {pages}", n=number + 1, pages=len(lesson.pages))))
        self.place.setToolTip(lesson.title.of(code))
        self.text.show_text(page.text.of(code))
        named = msg("{name}: {value}", name=lesson.title.of(code), value=page.title.of(code))
        self.setAccessibleDescription(tr(named))


class Reading(QScrollArea):
    """Sentences, as high as they need to be; a long text is scrolled."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tallest = px(TALLEST)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        say_as(self, Role.Document, tr("Text of the page"))
        self.label = QLabel()
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        font = self.label.font()
        font.setPixelSize(self.fontInfo().pixelSize() + LARGER)
        self.label.setFont(font)
        self.setWidget(self.label)

    def set_tallest(self, pixels: int) -> None:
        """It takes at most so much of the height."""
        self._tallest = pixels
        self._fit()

    def show_text(self, text: str) -> None:
        """Shows sentences, from their beginning."""
        kept = unbroken(text)
        if kept != self.label.text():
            self.label.setText(kept)
            self.verticalScrollBar().setValue(0)
        self.setVisible(bool(text))
        self._fit()

    def _fit(self) -> None:
        needed = self.label.heightForWidth(max(self.viewport().width(), 80))
        self.setFixedHeight(min(max(needed, 20), self._tallest))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 20)


def _button(says: str, tip: str, act: str) -> QPushButton:
    button = QPushButton(tr(says))
    button.setAccessibleName(tr(says))
    explain(button, tip, act)
    return button
