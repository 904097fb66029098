"""Exports what is on the stage: opens the dialog, shows it what it would look like, asks where to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication, QImage

from convviz.core.errors import Refusal
from convviz.export.exporter import Exporter
from convviz.export.run import check
from convviz.export.take import Take
from convviz.i18n import Message, msg
from convviz.labs.story import Source, Story
from convviz.paint.film import Screen, film_of
from convviz.paint.theme import load
from convviz.state.commands import Commands
from convviz.state.exporting import Exporting
from convviz.state.settings import Preferences
from convviz.views import dialogs
from convviz.views.main_window import MainWindow

if TYPE_CHECKING:
    from convviz.views.export_dialog import ExportDialog

WAIT_MS = 60
"""From the last of several changes to the picture that shows them."""
FINER = 2
"""Pixels of a copied picture for each of the stage's."""


class ExportDoor(QObject):
    """The dialog is made when it is first asked for; what it exports goes on when it is closed."""

    def __init__(
        self,
        window: MainWindow,
        commands: Commands,
        preferences: Preferences,
        theme: Callable[[], str],
    ) -> None:
        super().__init__(window)
        self._main, self._commands, self._preferences, self._theme = window, commands, preferences, theme
        self._session = commands.session
        self.dialog: ExportDialog | None = None
        self.exporting = Exporting(commands.session.jobs, parent=self)
        self.acts: dict[str, Callable[[], object]] = {"export": self.open, "copy-stage": self._copy}
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(WAIT_MS)
        self._soon.timeout.connect(self._show_preview)
        window.closing.connect(self._close)
        self._session.story_changed.connect(self._show_story)
        commands.player.moved.connect(self._look_again)
        self.exporting.progressed.connect(self._show_progress)
        self.exporting.done.connect(self._show_end)
        self.exporting.failed.connect(lambda message: self._show_end(message, failed=True))
        self.exporting.stopped.connect(lambda: self._show_end(msg("Nothing was exported.")))

    def open(self) -> None:
        """Shows the dialog, in front."""
        story = self._session.story
        if story is None:
            return
        dialog = self.dialog or self._make()
        dialog.show_story(story)
        if not dialog.isVisible():
            dialog.show_theme(self._theme())
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        self._show_preview()

    def _make(self) -> ExportDialog:
        from convviz.views.export_dialog import ExportDialog

        dialog = self.dialog = ExportDialog(self._main)
        dialog.changed.connect(self._look_again)
        dialog.export_requested.connect(self._export)
        dialog.stop_requested.connect(self.exporting.stop)
        return dialog

    def forget(self) -> None:
        """Gives an export up and the dialog away: the language is another one, and a film has only one."""
        self._close()
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    # --- showing

    def _show_story(self, story: Story) -> None:
        if self.dialog is not None and self.dialog.isVisible():
            self.dialog.show_story(story)
            self._look_again()

    def _look_again(self, _: float = 0.0) -> None:
        if self.dialog is not None and self.dialog.isVisible():
            self._soon.start()

    def _show_preview(self) -> None:
        """The picture there would be at the present moment, or why there can be none."""
        dialog, story = self.dialog, self._session.story
        if dialog is None or story is None:
            return
        take, exporter = self._take(story)
        try:
            check(exporter, take.size, take.fps)
            film = film_of(_smaller(take), story.source)
        except Refusal as refusal:
            dialog.show_refusal(refusal.message)
            return
        dialog.show_refusal(None)
        dialog.show_preview(_image(film.still()))

    def _take(self, story: Story) -> tuple[Take, Exporter]:
        assert self.dialog is not None
        player = self._commands.player
        take = Take(story.scene, at=player.t, still=player.still, **self.dialog.choices)
        return take, self.dialog.exporter

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
        take, exporter = self._take(story)
        folder = Path(self._preferences.settings.save_folder or ".")
        suggestion = (
            folder / f"{Path(story.source.title).stem}-{self._session.lab.operation}{exporter.ending}"
        )
        path = dialogs.ask_export(dialog, str(suggestion), exporter.title, exporter.ending)
        if path is None:
            return
        self._preferences.set(save_folder=str(Path(path).parent))
        source: Source = story.source
        dialog.show_start(Path(path).name)
        self.exporting.start(lambda: film_of(take, source), path, exporter)

    def _copy(self) -> None:
        """The stage as it is now, on the clipboard."""
        story, stage = self._session.story, self._main.stage
        if story is None:
            return
        size = (FINER * stage.width(), FINER * stage.height())
        player = self._commands.player
        take = Take(story.scene, size, self._theme(), at=player.t, still=player.still)
        QGuiApplication.clipboard().setImage(_image(film_of(take, story.source).still()))
        self._main.say(
            msg("The stage is on the clipboard, {width} × {height} pixels.", width=size[0], height=size[1])
        )

    def _close(self) -> None:
        self.exporting.stop()
        if self.dialog is not None:
            self.dialog.close()


def _smaller(take: Take) -> Take:
    """The same picture in as few pixels as show everything at its own size."""
    scale = Screen(*take.size, load(take.theme)).scale
    width, height = (round(side / max(scale, 1.0)) for side in take.size)
    return Take(
        take.scene,
        (width, height),
        take.theme,
        first=take.first,
        last=take.last,
        title=take.title,
        at=take.at,
        still=take.still,
    )


def _image(pixels: Any) -> QImage:
    height, width = pixels.shape[:2]
    return QImage(pixels.data, width, height, width * 3, QImage.Format.Format_RGB888).copy()
