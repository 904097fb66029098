"""The presentation: opens the class's screen and the speaker's, and keeps both at what the program shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QScreen

from convviz.core.errors import Refusal
from convviz.i18n import Message, language, msg, tr
from convviz.labs.story import Story
from convviz.paint.theme import Theme
from convviz.scene.lesson import Lesson
from convviz.scene.scene import Canvas
from convviz.scene.settings import Settings, next_zoom
from convviz.state.commands import Commands
from convviz.state.course import Course
from convviz.state.settings import Preferences
from convviz.views.fronted import bring
from convviz.views.main_window import MainWindow
from convviz.views.presenter import Presenter
from convviz.views.speaker import Speaker
from convviz.views.stage import Stage

SCREENS = ("blank", "spotlight", "magnifier", "text")
"""What the class's screen does itself."""


class PresentDoor(QObject):
    """Both windows are made when they are asked for, and go when the presentation ends.

    While a lesson is open, the speaker has its notes, and turns its pages instead of steps.

    Args:
        course: the lesson that is open, if one is. serve: brings what a stage asks for to the program.
        do: does what an entry of the menus is named for. theme: the present one.
        screens: what there is to show things on.
    """

    opened = Signal()
    """There is another stage."""
    renewed = Signal()
    """What was open has been made anew."""

    def __init__(
        self,
        window: MainWindow,
        commands: Commands,
        preferences: Preferences,
        course: Course,
        serve: Callable[[Stage], None],
        do: Callable[[str], None],
        theme: Callable[[], Theme],
        screens: Callable[[], Sequence[QScreen]] = QGuiApplication.screens,
    ) -> None:
        super().__init__(window)
        self._main, self._commands, self._preferences = window, commands, preferences
        self._serve, self._do, self._theme, self.screens = serve, do, theme, screens
        self._session, self._player, self._course = commands.session, commands.player, course
        self.presenter: Presenter | None = None
        self.speaker: Speaker | None = None
        self.scene_notes: Callable[[str], str] = lambda speech: ""
        self.acts: dict[str, Callable[[], object]] = {
            "present": self.present,
            "speaker": self.open_speaker,
            "zoom-in": lambda: self._zoom(next_zoom(self._preferences.settings.zoom, True)),
            "zoom-out": lambda: self._zoom(next_zoom(self._preferences.settings.zoom, False)),
            "zoom-usual": lambda: self._zoom(100),
        }
        self._own: dict[str, Callable[[], object]] = {
            "advance": lambda: self._turn(True),
            "retreat": lambda: self._turn(False),
            "leave": self.leave,
            "present": self.present,
        }
        window.closing.connect(self.leave)
        self._player.moved.connect(self._show_moment)
        self._player.playing_changed.connect(self._let_go)
        course.changed.connect(self._show_page)

    # --- opening and closing

    @property
    def stages(self) -> tuple[Stage, ...]:
        """The stages there are, the main window's first."""
        return (self._main.stage, *((self.presenter.stage,) if self.presenter else ()))

    def present(self) -> None:
        """Fills the class's screen; where there are two, the speaker's opens on the other one."""
        if self.presenter is not None:
            self.presenter.activateWindow()
            return
        presenter = self.presenter = Presenter(self._theme())
        presenter.asked.connect(self.do)
        presenter.left.connect(self.leave)
        self._serve(presenter.stage)
        presenter.page.question.answer_requested.connect(self._answer)
        presenter.stage.cell_requested.connect(lambda row, col: self._course.answer((row, col)))
        self.show_settings(self._preferences.settings)
        if self._session.story is not None:
            self.show_story(self._session.story)
        screens = self.screens()
        others = [screen for screen in screens if screen != self._main.screen()]
        presenter.page.show_course(self._course)
        presenter.setGeometry((others or [self._main.screen()])[0].geometry())
        presenter.showFullScreen()
        if others:
            self.open_speaker()
        presenter.activateWindow()
        self.opened.emit()

    def open_speaker(self) -> None:
        """Shows the speaker's window, on the screen of the main window."""
        if self.speaker is None:
            speaker = self.speaker = Speaker()
            speaker.asked.connect(self.do)
            speaker.left.connect(self._forget_speaker)
            middle = self._main.geometry().center()
            speaker.resize(speaker.sizeHint())
            speaker.move(middle - speaker.rect().center())
            self.show_notes()
        bring(self.speaker)

    def leave(self) -> None:
        """Ends the presentation."""
        presenter, self.presenter = self.presenter, None
        if presenter is not None:
            presenter.close()
            presenter.deleteLater()
            self._player.hold(self._main.stage.asked_about is not None)
        if self.speaker is not None:
            self.speaker.close()

    def renew(self) -> None:
        """Makes what is open anew, in the language and the size of the moment."""
        presenter, speaker = self.presenter, self.speaker
        self.leave()
        if presenter is not None:
            self.present()
            assert self.presenter is not None
            self.presenter.take_after(presenter)
        if speaker is not None:
            self.open_speaker()
            assert self.speaker is not None
            self.speaker.begun = speaker.begun
            self.speaker.tick()
        self.renewed.emit()

    def _forget_speaker(self) -> None:
        speaker, self.speaker = self.speaker, None
        if speaker is not None:
            speaker.deleteLater()

    # --- showing

    def show_story(self, story: Story) -> None:
        """Another story, or the same with other choices."""
        settings = self._preferences.settings
        if self.presenter is not None:
            stage = self.presenter.stage
            stage.show_story(story, self._session.lab, self._player.moment)
            stage.set_hidden(self._course.hidden)
            stage.set_brush(settings.brush, settings.ink, isinstance(story.scene.picture, Canvas))
        self.show_notes()

    def show_settings(self, settings: Settings) -> None:
        """The size of what is on the stage."""
        for stage in self.stages:
            stage.set_zoom(settings.zoom / 100)

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        if self.presenter is not None:
            self.presenter.set_theme(theme)

    def show_notes(self) -> None:
        """What the speaker reads: the page's notes, or else the scene's, or else the step's explanation."""
        story, moment = self._session.story, self._player.moment
        if self.speaker is None or story is None:
            return
        lesson, page = self._course.lesson, self._course.page
        self.speaker.offer(watch=page is not None and page.watch is not None, reveal=bool(self._course.asked))
        if lesson is not None and page is not None:
            speech, number = language(), self._course.number
            self.speaker.show_notes(page.notes.of(speech), _asked(self._course))
            self.speaker.show_coming(*_page(lesson, number + 1))
            self.speaker.show_place(msg("Page {n} of {total}", n=number + 1, total=len(lesson.pages)))
            return
        explained = tr(self._session.lab.explain(story, moment))
        self.speaker.show_notes(self.scene_notes(language()) or explained)
        self.speaker.show_coming(*self._step(story, moment.step + 1))
        self.speaker.show_place(msg("Step {n} of {total}", n=moment.step + 1, total=story.timeline.steps))

    def _step(self, story: Story, step: int) -> tuple[str, str]:
        """(which, what is to be seen then) of a step; nothing after the last."""
        if step >= story.timeline.steps:
            return "", ""
        timeline = story.timeline
        explained = self._session.lab.explain(story, timeline.at(timeline.finished(step)))
        return tr(msg("Step {n} of {total}", n=step + 1, total=timeline.steps)), tr(explained)

    def _show_page(self) -> None:
        """Another page of the lesson: what its question hides, the class does not see either."""
        if self.presenter is not None:
            self.presenter.stage.set_hidden(self._course.hidden)
            self.presenter.page.show_course(self._course)
        self.show_notes()

    def _answer(self, typed: str) -> None:
        presenter = self.presenter
        if presenter is None:
            return
        try:
            self._course.answer(typed)
            presenter.stage.setFocus()
        except Refusal as refusal:
            presenter.page.question.show_error(refusal.message)

    def _show_moment(self, _: float) -> None:
        if self.presenter is not None and self._session.story is not None:
            self.presenter.stage.show_moment(self._player.moment)
        self.show_notes()

    def _let_go(self, playing: bool) -> None:
        if playing and self.presenter is not None:
            self.presenter.stage.let_go()

    # --- doing

    def do(self, name: str) -> None:
        """What a key or a button is named for: the screen's own, the presentation's, or the program's."""
        presenter = self.presenter
        if name in SCREENS:
            if presenter is not None:
                presenter.do(name)
            return
        if presenter is not None:
            presenter.glass.show_blank(False)  # whoever goes on wants it to be seen
        self._own.get(name, lambda: self._do(name))()

    def _turn(self, forward: bool) -> None:
        if self._course.page is None:
            self._player.step(1 if forward else -1)
        else:
            self._course.following() if forward else self._course.previous()

    def _zoom(self, percent: int) -> None:
        """Larger only as long as the stage has room for what is on it."""
        before, shown = self._preferences.settings.zoom, self.presenter or self._main
        if percent > before and shown.stage.projection.full:
            self._say(msg("The stage has no room to show its content larger."))
            return
        self._preferences.set(zoom=percent)

    def _say(self, message: Message) -> None:
        (self.presenter or self._main).say(message)


def _asked(course: Course) -> str:
    """The page's question with its answer, which only the speaker sees."""
    page, asked = course.page, course.asked
    if page is None or page.question is None:
        return ""
    prompt = page.question.prompt.of(language())
    if asked is None:
        return prompt
    return tr(msg("{question} It is {truth}.", question=prompt, truth=asked.truth))


def _page(lesson: Lesson, number: int) -> tuple[str, str]:
    """(number and title, the sentences and the question) of a page; nothing after the last."""
    if number >= len(lesson.pages):
        return "", ""
    page, speech = lesson.pages[number], language()
    which = msg("{n}. {title}", n=number + 1, title=page.title.of(speech))
    said = (page.text, *((page.question.prompt,) if page.question else ()))
    return tr(which), "\n".join(filter(None, (words.of(speech) for words in said)))
