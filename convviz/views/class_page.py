"""The page of a lesson as a class sees it: above the stage, in letters that the last row reads."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from convviz.core.typed import folded
from convviz.i18n import language, msg, tr
from convviz.state.course import Course
from convviz.views.lesson_panel import Reading
from convviz.views.question_row import QuestionRow

PART = 0.3
"""Of the screen's height, what the page's text takes at most; more is scrolled."""
MARGIN = 24
"""Pixels beside the page's text."""
BEGINNINGS = "0123456789-−"
"""What a typed answer begins with."""


class ClassPage(QFrame):
    """Shows where a course stands. It has no buttons: the screen's keys do what they would."""

    changed = Signal()
    """It takes another part of the screen, perhaps."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAccessibleName(tr("Lesson"))
        self.title, self.place, self.text = QLabel(), QLabel(), Reading()
        self.title.setProperty("role", "title")
        self.title.setWordWrap(True)
        self.place.setProperty("role", "muted")
        self.text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.question = QuestionRow(in_class=True)
        self.written = True
        self._course: Course | None = None
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.place)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 8, MARGIN, 8)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.text)
        column.addWidget(self.question)
        self.hide()

    def show_course(self, course: Course) -> None:
        """Shows the page that is open; nothing when no lesson is."""
        self._course, lesson, page = course, course.lesson, course.page
        if lesson is not None and page is not None:
            code = language()
            self.title.setText(page.title.of(code))
            self.place.setText(tr(msg("{n} of {pages}", n=course.number + 1, pages=len(lesson.pages))))
            self.text.show_text(page.text.of(code))
            self.question.show_question(page.question, course.asked, course.reply, course.trouble)
        self._arrange()

    def show_written(self, written: bool) -> None:
        """With the page's text, or with its question only."""
        self.written = written
        self._arrange()

    def set_room(self, height: int) -> None:
        """The screen is so many pixels high."""
        self.text.set_tallest(round(PART * height))

    def keep_place(self, width: int) -> None:
        """The screen is so many pixels wide: an answer will have its place on it."""
        self.question.keep_place(width - 2 * MARGIN)
        self.updateGeometry()

    def begin(self, typed: str) -> bool:
        """Puts what was typed into the answer, if it is one's beginning and a number is asked for."""
        field, first = self.question.field, folded(typed)
        if not (field.isVisible() and first and first in BEGINNINGS):
            return False
        field.setText(first)
        field.setFocus()
        return True

    def _arrange(self) -> None:
        page = self._course.page if self._course else None
        for part in (self.title, self.place):
            part.setVisible(self.written)
        self.text.setVisible(self.written and bool(self.text.label.text()))
        self.setVisible(page is not None and (self.written or page.question is not None))
        self.changed.emit()
