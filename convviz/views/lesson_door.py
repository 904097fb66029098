"""Lessons in the main window: opens them, shows their pages, and brings answers to the course."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from convviz.core.errors import Refusal
from convviz.i18n import language, msg, tr
from convviz.scene.lesson import Lesson, Page
from convviz.scene.lesson_file import ENDING, built_in, read_lesson
from convviz.state.commands import Commands
from convviz.state.course import Course
from convviz.state.settings import Preferences
from convviz.state.teaching import Teaching
from convviz.views import dialogs
from convviz.views.cover import Cover
from convviz.views.export_door import Lessons
from convviz.views.lesson_panel import LessonPanel
from convviz.views.lost_picture import with_lost_pictures
from convviz.views.main_window import MainWindow
from convviz.views.my_lesson_door import MyLessonDoor
from convviz.views.paper_door import NO_LESSON, PaperDoor


class LessonDoor(QObject):
    """What the Teach menu does. It holds nothing of the course, which outlives the window's parts."""

    def __init__(
        self,
        window: MainWindow,
        commands: Commands,
        preferences: Preferences,
        teaching: Teaching,
        film: Callable[[Lessons], object],
    ) -> None:
        super().__init__(window)
        self._main, self._preferences, self._teaching, self._film = window, preferences, teaching, film
        course = self.course = teaching.course
        paper = PaperDoor(window, commands, preferences, teaching)
        self.mine = MyLessonDoor(window, commands, preferences, teaching.mine, course.open)
        self.mine.outside = {
            "film": lambda lesson, page: film(self.mine.chosen),
            "handout": paper.hand_out,
            "worksheet": paper.set_questions,
        }
        self.panel: LessonPanel | None = None
        self._pictures: list[Cover] = []
        self._facts: list[Cover] = []
        self._places: list[Cover] = []
        self._page: Page | None = None
        self.openers: dict[str, Callable[[str], object]] = {ENDING: self.open}
        self.acts: dict[str, Callable[[], object]] = {
            "open-lesson": self._ask_open,
            "next-page": course.following,
            "previous-page": course.previous,
            "back-to-page": course.back,
            "watch": course.watch,
            "reveal": self._reveal,
            "close-lesson": course.close,
            "lesson-film": self._film_lesson,
            **self.mine.acts,
            **paper.acts,
        }
        course.changed.connect(self._show)
        window.chosen.connect(lambda menu, path: self.open(path) if menu == "lessons" else None)

    @property
    def listed(self) -> list[tuple[str, object]]:
        """The built-in lessons as a menu lists them: number and title, and the file."""
        listed: list[tuple[str, object]] = []
        for lesson in built_in():
            text = msg("{n}. {title}", n=lesson.number, title=lesson.title.of(language()))
            listed.append((tr(text), str(lesson.path)))
        return listed

    def furnish(
        self,
        pictures: Iterable[QWidget],
        facts: Iterable[QWidget],
        places: Iterable[QWidget],
        words: Iterable[QWidget],
    ) -> None:
        """Puts the panel of the page above the stage.

        While a question is open, what would give its answer away is covered: pictures of the output, facts
        about the layer, where one is among how many cells; whatever is asked, the words that explain a step.
        """
        self._main.fill_menu("lessons", self.listed)
        panel = self.panel = LessonPanel()
        self._main.add_above(panel)
        self._pictures = [Cover(part) for part in pictures]
        self._facts = [Cover(part) for part in facts]
        self._places = [Cover(part) for part in places]
        self._words = [Cover(part) for part in words]
        course = self.course
        panel.previous_requested.connect(course.previous)
        panel.next_requested.connect(course.following)
        panel.back_requested.connect(course.back)
        panel.watch_requested.connect(course.watch)
        panel.close_requested.connect(course.close)
        panel.question.answer_requested.connect(self._answer)
        panel.question.reveal_requested.connect(course.reveal)
        panel.question.again_requested.connect(course.ask_again)
        self._main.stage.cell_requested.connect(lambda row, col: course.answer((row, col)))
        self._page = course.page
        self.mine.forget()
        self._show()

    # --- opening

    def open(self, path: str | Path) -> None:
        """Plays the lesson in a file, its pictures looked for; says why when it cannot be."""
        folder = self._preferences.settings.open_folder
        try:
            with_lost_pictures(self._main, folder, lambda given: self.course.open(read_lesson(path, given)))
        except Refusal as refusal:
            self._main.say(refusal.message)

    def _ask_open(self) -> None:
        path = dialogs.ask_lesson(self._main, self._preferences.settings.open_folder)
        if path:
            self._preferences.set(open_folder=str(Path(path).parent))
            self.open(path)

    def _film_lesson(self) -> None:
        """Of the lesson that is played, or else of one's own."""
        if self._teaching.lesson is None:
            self._main.say(msg(NO_LESSON))
            return
        course = self.course
        self._film(self.mine.chosen if course.lesson is None else lambda: _open_page(course))

    # --- showing

    def _show(self) -> None:
        course, window = self.course, self._main
        if self.panel is None:
            return
        if course.page is not None:
            window.crowd(True)  # before the panel takes its place, or the window would grow
        self.panel.show_course(course)
        window.crowd(course.page is not None)
        open_, last = course.page is not None, course.number + 1 >= course.pages
        window.set_enabled(
            next_page=open_ and not last,
            previous_page=course.number > 0,
            watch=course.page is not None and course.page.watch is not None and not course.explored,
            reveal=course.asked is not None,
            back_to_page=course.explored,
            close_lesson=open_,
        )
        hidden = course.hidden
        window.stage.set_hidden(hidden)
        for cover in self._pictures:
            cover.cover(hidden.pictures)
        for cover in self._facts:
            cover.cover(hidden.facts)
        for cover in self._places:
            cover.cover(hidden.places)
        for cover in self._words:
            cover.cover(course.asked is not None and course.reply is None)
        if course.page is not self._page:
            self._page = course.page
            if course.page is not None:
                window.show_whole_image(course.page.view == "whole")

    def _reveal(self) -> None:
        """Shows the answer, or hides it again for another try."""
        self.course.reveal() if self.course.reply is None else self.course.ask_again()

    def _answer(self, typed: str) -> None:
        try:
            self.course.answer(typed)
        except Refusal as refusal:
            if self.panel is not None:
                self.panel.question.show_error(refusal.message)


def _open_page(course: Course) -> tuple[Lesson, int] | None:
    return (course.lesson, course.number) if course.lesson else None
