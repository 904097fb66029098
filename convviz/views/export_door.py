"""Exports what is shown, or a lesson: opens the dialog, shows it what it would look like, asks where to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication, QImage

from convviz.core.errors import Refusal
from convviz.export.footage import Footage
from convviz.export.run import check
from convviz.export.take import Take
from convviz.i18n import Message, msg
from convviz.labs.pictures import read_source
from convviz.labs.story import Story
from convviz.paint.film import Screen, film_of
from convviz.paint.reel import reel_of
from convviz.paint.theme import load
from convviz.scene.lesson import Lesson
from convviz.state.commands import Commands
from convviz.state.course import Course
from convviz.state.exporting import Exporting
from convviz.state.settings import Preferences
from convviz.views import dialogs
from convviz.views.fronted import bring, put_away
from convviz.views.main_window import MainWindow

if TYPE_CHECKING:
    from convviz.views.export_dialog import ExportDialog
    from convviz.views.whole_image import WholeImage

WAIT_MS = 60
"""From the last of several changes to the picture that shows them."""
FINER = 2
"""Pixels of a copied picture for each of the stage's."""


Lessons = Callable[[], tuple[Lesson, int] | None]
"""Says which lesson is to be exported, and which of its pages is open."""


class ExportDoor(QObject):
    """The dialog is made when it is first asked for; what it exports goes on when it is closed.

    Args:
        course: the lesson that is played. theme: the name of the present one.
    """

    def __init__(
        self,
        window: MainWindow,
        commands: Commands,
        preferences: Preferences,
        course: Course,
        theme: Callable[[], str],
    ) -> None:
        super().__init__(window)
        self._main, self._commands, self._preferences, self._theme = window, commands, preferences, theme
        self._session, self._course = commands.session, course
        self._lesson: Lessons = self._played
        self.dialog: ExportDialog | None = None
        self._name = ""
        self.exporting = Exporting(commands.session.jobs, parent=self)
        self.acts: dict[str, Callable[[], object]] = {"export": self.open, "copy-stage": self._copy}
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(WAIT_MS)
        self._soon.timeout.connect(self._show_preview)
        window.closing.connect(self._close)
        self._session.story_changed.connect(self._show_story)
        commands.player.moved.connect(self._look_again)
        course.changed.connect(self._show_lesson)
        self.exporting.progressed.connect(self._show_progress)
        self.exporting.done.connect(self._show_end)
        self.exporting.failed.connect(lambda message: self._show_end(message, failed=True))
        self.exporting.stopped.connect(lambda: self._show_end(msg("Nothing was exported.")))

    def open(self, lesson: Lessons | None = None) -> None:
        """Shows the dialog, in front: for what the window shows, or for a lesson."""
        story = self._session.story
        if story is None:
            return
        dialog = self.dialog or self._make()
        dialog.show_story(story)
        if not dialog.isVisible():
            dialog.show_theme(self._theme())
        self._lesson = lesson or self._played
        self._show_lesson()
        dialog.choose("lesson" if lesson else "view")
        bring(dialog)
        self._show_preview()

    def _played(self) -> tuple[Lesson, int] | None:
        return (self._course.lesson, self._course.number) if self._course.lesson else None

    def _make(self) -> ExportDialog:
        from convviz.views.export_dialog import ExportDialog

        dialog = self.dialog = ExportDialog(self._main)
        dialog.changed.connect(self._look_again)
        dialog.export_requested.connect(self._export)
        dialog.stop_requested.connect(self.exporting.stop)
        return dialog

    def renew(self) -> None:
        """Has the dialog speak the language of the moment; an export goes on in the one it began in."""
        before, self.dialog = self.dialog, None
        if before is None:
            return
        what = before.what.value
        if put_away(before):
            self.open(None if what == "view" else self._lesson)
            self._show_running()

    def _show_running(self) -> None:
        if self.dialog is not None and self.exporting.running:
            self.dialog.show_start(self._name)

    # --- showing

    def _show_story(self, story: Story) -> None:
        if self.dialog is not None and self.dialog.isVisible():
            self.dialog.show_story(story)
            self._look_again()

    def _look_again(self, _: float = 0.0) -> None:
        if self.dialog is not None and self.dialog.isVisible():
            self._soon.start()

    def _show_lesson(self) -> None:
        """The lesson there is to export, if there is one; its question may have been answered."""
        if self.dialog is not None:
            found = self._lesson()
            self.dialog.show_lesson(found[1] if found else None, len(found[0].pages) if found else 0)
            self._look_again()

    def _show_preview(self) -> None:
        """The picture there would be at the present moment, or why there can be none."""
        dialog, story = self.dialog, self._session.story
        if dialog is None or story is None:
            return
        take, exporter = self.take(story), dialog.exporter
        try:
            check(exporter, take.size, take.fps)
            if dialog.what.value != "view":
                self._show_page(_smaller(take))
                return
            film = film_of(_smaller(take), story.source)
        except Refusal as refusal:
            dialog.show_refusal(refusal.message)
            return
        dialog.show_refusal(None)
        dialog.show_preview(_image(film.still()))

    def _show_page(self, like: Take) -> None:
        """The lesson's page, its question open; painted elsewhere, for its picture has to be read."""
        dialog, found = self.dialog, self._lesson()
        if dialog is None or found is None:
            return
        lesson, number = found

        def show(pixels: Any) -> None:
            if dialog is self.dialog and dialog.what.value != "view":
                dialog.show_refusal(None)
                dialog.show_preview(_image(pixels))

        def work() -> Any:
            return reel_of(lesson, lesson.pages[number : number + 1], like, read_source).still()

        def refuse(refusal: Refusal) -> None:
            if dialog is self.dialog and dialog.what.value != "view":
                dialog.show_refusal(refusal.message)

        self._session.jobs.start("export preview", work, show, refuse)
        if dialog.exporter.moving:
            self._show_lesson_length(dialog, like)

    def _show_lesson_length(self, dialog: ExportDialog, like: Take) -> None:
        """How long the film of the page or of the lesson will be; reckoned elsewhere, like its picture."""
        story, asked = self._session.story, (dialog.what.value, dialog.choices)
        assert story is not None
        make, _ = self._footage(story, like)

        def show(ticks: int) -> None:
            if dialog is self.dialog and asked == (dialog.what.value, dialog.choices):
                dialog.show_lesson_length(ticks)

        # why something cannot be filmed is told with the preview
        self._session.jobs.start("export length", lambda: make().ticks, show, lambda refusal: None)

    def take(self, story: Story) -> Take:
        """What is asked for, of what the window shows; of a lesson's pages everything but what is theirs."""
        assert self.dialog is not None
        player, zoom = self._commands.player, self._preferences.settings.zoom / 100
        if self.dialog.what.value != "view":
            return Take(story.scene, still=player.still, zoom=zoom, **self.dialog.choices)
        return replace(self._shown(story), zoom=zoom, **self.dialog.choices)

    def _shown(self, story: Story) -> Take:
        """What the window shows."""
        player, whole = self._commands.player, self._whole_alone()
        return Take(
            story.scene,
            at=player.t,
            still=player.still,
            hidden=self._course.hidden,
            spot=None if whole else self._main.stage.pinned,
            whole=whole is not None,
            seen=whole.seen if whole else None,
        )

    def _whole_alone(self) -> WholeImage | None:
        """The whole picture, while it has the window to itself and is not covered."""
        return None if self._course.hidden.pictures else self._main.whole_alone

    def _show_progress(self, part: float, seconds: float) -> None:
        if self.dialog is not None:
            self.dialog.show_progress(part, seconds)

    def _show_end(self, message: Message, failed: bool = False) -> None:
        """In the dialog, and in the window when nobody sees it there."""
        if self.dialog is not None:
            self.dialog.show_end(message, failed)
        if self.dialog is None or not self.dialog.isVisible():
            self._main.say(message)

    # --- doing

    def _export(self) -> None:
        dialog, story = self.dialog, self._session.story
        if dialog is None or story is None or self.exporting.running:
            return
        take, exporter = self.take(story), dialog.exporter
        make, name = self._footage(story, take)
        folder = Path(self._preferences.settings.save_folder or ".")
        suggestion = str(folder / f"{name}{exporter.ending}")
        path = dialogs.ask_export(dialog, suggestion, exporter.title, exporter.ending)
        if path is None:
            return
        self._preferences.set(save_folder=str(Path(path).parent))
        self._name = Path(path).name
        dialog.show_start(self._name)
        self.exporting.start(make, path, exporter)

    def _footage(self, story: Story, take: Take) -> tuple[Callable[[], Footage], str]:
        """What makes the film that is asked for, and what it may be called."""
        found, what = self._lesson(), self.dialog.what.value if self.dialog else "view"
        if found is None or what == "view":
            source = story.source
            return lambda: film_of(take, source), f"{Path(source.title).stem}-{self._session.lab.operation}"
        lesson, number = found
        if what == "page" or (self.dialog and not self.dialog.exporter.moving):  # one picture is of one page
            page = lesson.pages[number]
            return lambda: reel_of(lesson, (page,), take, read_source), f"{lesson.id}-{number + 1}"
        return lambda: reel_of(lesson, lesson.pages, take, read_source), lesson.id

    def _copy(self) -> None:
        """The stage as it is now, or the whole picture, on the clipboard."""
        story, stage, whole = self._session.story, self._main.stage, self._whole_alone()
        if story is None:
            return
        shown, scale = (whole.panes.size(), 1.0) if whole else (stage.size(), stage.projection.scale)
        size = (FINER * shown.width(), FINER * shown.height())
        take = replace(self._shown(story), size=size, theme=self._theme(), scale=FINER * scale)
        QGuiApplication.clipboard().setImage(_image(film_of(take, story.source).still()))
        said = "The stage is on the clipboard, {width} × {height} pixels."
        if whole:
            said = "Both pictures are on the clipboard, {width} × {height} pixels."
        self._main.say(msg(said, width=size[0], height=size[1]))

    def _close(self) -> None:
        self.exporting.stop()
        if self.dialog is not None:
            self.dialog.close()


def _smaller(take: Take) -> Take:
    """The same picture in as few pixels as show everything at its own size."""
    scale = Screen(*take.size, load(take.theme)).scale
    width, height = (round(side / max(scale, 1.0)) for side in take.size)
    return replace(take, size=(width, height))


def _image(pixels: Any) -> QImage:
    height, width = pixels.shape[:2]
    return QImage(pixels.data, width, height, width * 3, QImage.Format.Format_RGB888).copy()
