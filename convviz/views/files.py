"""Pictures in and results out: dialogs, dropping, pasting, copying."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage

from convviz.core.images import OPENING
from convviz.i18n import msg
from convviz.labs.lab import Hidden
from convviz.scene.scene import FilePicture
from convviz.scene.scene_files import ENDING
from convviz.scene.settings import drop_recent
from convviz.state.commands import Commands
from convviz.state.pasted import keep_pasted
from convviz.state.saving import ResultSaver
from convviz.state.settings import Preferences
from convviz.views import dialogs
from convviz.views.main_window import MainWindow, local_files


class Files(QObject):
    """What the File menu does."""

    scene_requested = Signal(str)
    """The path of a scene file that is to be opened."""

    def __init__(
        self,
        window: MainWindow,
        commands: Commands,
        preferences: Preferences,
        saver: ResultSaver,
        hidden: Callable[[], Hidden],
    ) -> None:
        """`hidden` is what is not to be seen at the moment, and so cannot be saved or copied either."""
        super().__init__(window)
        self._hidden = hidden
        self._window, self._commands, self._preferences, self._saver = window, commands, preferences, saver
        self.acts: dict[str, Callable[[], object]] = {
            "open": self._ask_open,
            "canvas": self._ask_canvas,
            "paste": self._paste,
            "save": lambda: self._unless_hidden(self._ask_save),
            "copy": lambda: self._unless_hidden(saver.shown_pixels),
        }
        self.openers: dict[str, Callable[[str], object]] = {ENDING: self.scene_requested.emit}
        """What opens files that are no pictures, by the ending of their names."""
        window.files_dropped.connect(lambda paths: self.open(paths[0]))
        window.image_dropped.connect(self._take)
        for signal in (saver.progress, saver.done, saver.failed):
            signal.connect(window.say)
        saver.pixels_ready.connect(self._copied)

    def open(self, path: str) -> None:
        """Opens a file; a picture that is gone is not offered as recent again."""
        opener = self.openers.get(Path(path).suffix.lower())
        if opener is not None:
            opener(path)
            return
        if not Path(path).exists():
            self._preferences.edit(lambda settings: drop_recent(settings, path))
        self._commands.open_file(path)

    def _ask_open(self) -> None:
        path = dialogs.ask_open(self._window, self._preferences.settings.open_folder, OPENING)
        if path:
            self._preferences.set(open_folder=str(Path(path).parent))
            self.open(path)

    def _ask_canvas(self) -> None:
        size = dialogs.ask_canvas(self._window)
        if size:
            self._commands.new_canvas(*size)

    def _unless_hidden(self, act: Callable[[], object]) -> None:
        if self._hidden().pictures:
            self._window.say(msg("The answer is hidden until you have given yours."))
        else:
            act()

    def _ask_save(self) -> None:
        story = self._commands.session.story
        if story is None:
            return
        folder = Path(self._preferences.settings.save_folder or ".")
        suggestion = folder / f"{Path(story.source.title).stem}-result.png"
        answer = dialogs.ask_save(self._window, str(suggestion))
        if answer:
            path, values = answer
            self._preferences.set(save_folder=str(Path(path).parent))
            (self._saver.save_values if values else self._saver.save_shown)(path)

    # --- the clipboard

    def _paste(self) -> None:
        self._take(QGuiApplication.clipboard().mimeData())

    def _take(self, data: QMimeData | None) -> None:
        """Opens what was pasted or dropped: a file, or a picture without one."""
        data = data or QMimeData()  # an empty clipboard has none
        paths = local_files(data)
        if paths:
            self.open(paths[0])
        elif data.hasImage():
            self._keep(QImage(data.imageData()))
        else:
            self._window.say(msg("There is no picture on the clipboard."))

    def _keep(self, image: QImage) -> None:
        if image.isNull():
            self._window.say(msg("The picture on the clipboard cannot be read."))
            return
        rgba = image.convertToFormat(QImage.Format.Format_RGBA8888)
        height, width = rgba.height(), rgba.width()
        data = bytes(rgba.constBits())
        jobs = self._commands.session.jobs

        def opened(picture: FilePicture) -> None:
            self._commands.open_file(picture.path)

        jobs.start(
            "paste", lambda: keep_pasted(data, height, width), opened, lambda r: self._window.say(r.message)
        )

    def _copied(self, pixels: Any) -> None:
        height, width = pixels.shape[:2]
        colour = pixels.ndim == 3
        kind = QImage.Format.Format_RGB888 if colour else QImage.Format.Format_Grayscale8
        image = QImage(pixels.data, width, height, width * (3 if colour else 1), kind)
        QGuiApplication.clipboard().setImage(image.copy())
        self._window.say(msg("The result is on the clipboard, as shown."))
