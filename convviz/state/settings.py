"""The settings while the program runs: read once, changed in one place, written a moment after a change."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from datetime import date
from itertools import count
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from convviz.core.errors import Refusal
from convviz.core.reasons import of_system
from convviz.core.saving import write_whole
from convviz.i18n import Message, msg
from convviz.scene.codec import CodecError
from convviz.scene.scene import replace
from convviz.scene.settings import MAX_BYTES, Settings, decode_settings, encode_settings
from convviz.state.first_look import default_path

WAIT_MS = 800
"""From a change to its writing; further changes in between are written with it."""

SET_ASIDE = (
    "Your settings could not be read and are the defaults now. The old file was kept as {kept}. ({reason})"
)
STUCK = "Your settings could not be read and will not be saved: {path} could not be moved aside. ({reason})"
SCENE_DROPPED = "What was on screen last time could not be brought back. ({reason})"


class SettingsFile:
    """The file, read and written whole. Whatever is wrong with it, nothing in it is ever overwritten unread.

    Args:
        path: None for the system's own place.
        today: says the date for the name of a file that is set aside.
    """

    def __init__(self, path: Path | None = None, today: Callable[[], date] = date.today) -> None:
        self.path = path or default_path()
        self._today = today
        self._stuck = False

    def load(self) -> tuple[Settings, Message | None]:
        """The settings, and what a person should know about them.

        What cannot be read is set aside under another name and the defaults are used; a last scene that
        cannot be shown any more is dropped alone.
        """
        try:
            data = self._read()
            settings, dropped = decode_settings(data) if data is not None else (Settings(), None)
        except CodecError as error:
            return Settings(), self._set_aside(error.code == "settings_too_new", error.message)
        except OSError as error:
            return Settings(), self._set_aside(False, of_system(error))
        return settings, msg(SCENE_DROPPED, reason=dropped.message) if dropped else None

    def save(self, settings: Settings) -> Message | None:
        """Writes the settings whole or not at all, and says so when it was not at all."""
        if self._stuck:
            return None
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self.path, encode_settings(settings))
        except Refusal as refusal:
            return refusal.message
        except OSError as error:
            return msg("{path} was not written: {reason}.", path=str(self.path), reason=of_system(error))
        return None

    def _read(self) -> bytes | None:
        """At most one byte more than a settings file may have; None where there is no file."""
        try:
            if not stat.S_ISREG(self.path.stat().st_mode):  # a pipe would never end
                raise CodecError("not_readable", reason=msg("it is no file"))
            with self.path.open("rb") as file:
                return file.read(MAX_BYTES + 1)
        except (FileNotFoundError, NotADirectoryError):
            return None

    def _set_aside(self, newer: bool, reason: Message | str) -> Message:
        word = "newer" if newer else "damaged"
        names = (
            f"{self.path.stem}.{word}-{self._today().isoformat()}{f'-{n}' if n > 1 else ''}{self.path.suffix}"
            for n in count(1)
        )
        kept = next(path for path in map(self.path.with_name, names) if not os.path.lexists(path))
        try:
            self.path.rename(kept)
        except OSError:
            self._stuck = True
            return msg(STUCK, path=str(self.path), reason=reason)
        return msg(SET_ASIDE, kept=str(kept), reason=reason)


class Preferences(QObject):
    """The settings of the moment. They are written WAIT_MS after a change, and by `flush` at the end."""

    changed = Signal(object, object)
    """(old settings, new settings)."""
    failed = Signal(object)
    """The Message of settings that could not be written; the same one is said once."""

    def __init__(self, file: SettingsFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self.settings, self.notice = file.load()
        self._complaint: Message | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT_MS)
        self._timer.timeout.connect(self._write)

    @property
    def folder(self) -> Path:
        """Where the settings are kept, and what else belongs to nobody but this person."""
        return self._file.path.parent

    def edit(self, change: Callable[[Settings], Settings]) -> None:
        """Makes change(settings) the settings. What it raises leaves everything as it was."""
        old, new = self.settings, change(self.settings)
        if new == old:
            return
        self.settings = new
        if not self._timer.isActive():
            self._timer.start()
        self.changed.emit(old, new)

    def set(self, **choices: object) -> None:
        """Changes some of the settings: set(theme="dark")."""
        self.edit(lambda settings: replace(settings, **choices))

    def flush(self) -> None:
        """Writes now what has not been written yet."""
        if self._timer.isActive():
            self._write()

    def _write(self) -> None:
        self._timer.stop()
        complaint = self._file.save(self.settings)
        if complaint is not None and complaint != self._complaint:
            self.failed.emit(complaint)
        self._complaint = complaint
