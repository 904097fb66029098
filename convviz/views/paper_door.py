"""Puts a scene or a lesson on paper: asks where to, and paints off the UI thread."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from convviz.core.saving import write_whole
from convviz.export.handout import handout
from convviz.export.worksheet import worksheet
from convviz.i18n import language, msg, tr
from convviz.labs import lab_of
from convviz.labs.pictures import read_source
from convviz.labs.story import tell
from convviz.paint.paper import as_paper
from convviz.scene.lesson import Lesson
from convviz.state.commands import Commands
from convviz.state.settings import Preferences
from convviz.state.teaching import Teaching
from convviz.views import dialogs
from convviz.views.main_window import MainWindow

NO_LESSON = "Open a lesson first, or add views to your own."


class PaperDoor(QObject):
    """A worksheet of what is on the stage, a handout of a lesson; each as a PDF, to be printed."""

    def __init__(
        self, window: MainWindow, commands: Commands, preferences: Preferences, teaching: Teaching
    ) -> None:
        super().__init__(window)
        self._main, self._session, self._preferences = window, commands.session, preferences
        self._teaching = teaching
        self.acts: dict[str, Callable[[], object]] = {"worksheet": self._worksheet, "handout": self._handout}

    def _worksheet(self) -> None:
        story, lab = self._session.story, self._session.lab
        page = self._teaching.course.page
        if story is None:
            return
        title = page.title.of(language()) if page and not self._teaching.course.explored else tr(lab.title)
        # The story's caches are not shared with another thread: it is told anew there.
        scene, source = story.scene, story.source

        def make() -> bytes:
            return as_paper(worksheet(tell(scene, source, lab), lab, title), title)

        self._write(f"{Path(source.title).stem}-worksheet.pdf", make)

    def _handout(self) -> None:
        """Of the lesson that is played, or else of one's own."""
        lesson = self._teaching.lesson
        if lesson is None:
            self._main.say(msg(NO_LESSON))
        else:
            self.hand_out(lesson)

    def hand_out(self, lesson: Lesson, *_: object) -> None:
        """Puts a lesson on paper."""
        title = lesson.title.of(language()) or tr("My lesson")
        self._write(f"{lesson.id}.pdf", lambda: as_paper(handout(lesson, read_source), title))

    def set_questions(self, lesson: Lesson, number: int) -> None:
        """Puts a worksheet of a lesson's page on paper."""
        page = lesson.pages[number]
        title, lab = page.title.of(language()), lab_of(page.scene)

        def make() -> bytes:
            return as_paper(worksheet(tell(page.scene, read_source(page.scene), lab), lab, title), title)

        self._write(f"{lesson.id}-{number + 1}-worksheet.pdf", make)

    def _write(self, name: str, make: Callable[[], bytes]) -> None:
        folder = Path(self._preferences.settings.save_folder or ".")
        path = dialogs.ask_paper(self._main, str(folder / name))
        if not path:
            return
        self._preferences.set(save_folder=str(Path(path).parent))
        said = msg("Saved {name}.", name=Path(path).name)
        self._session.jobs.start(
            f"paper {path}",
            lambda: write_whole(path, make()),
            lambda _: self._main.say(said),
            lambda refusal: self._main.say(refusal.message),
        )
