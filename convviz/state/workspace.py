"""Where work is kept while the program runs, so that a crash or a power cut takes none of it.

Each running program has a folder of its own, with a lock in it that ends with the program, however that
ends. The folder holds the work of the moment, always a whole file. Work that was cut off is set aside
under another name, until it is taken back or given up.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QLockFile

from convviz.core.errors import Refusal
from convviz.core.saving import write_whole
from convviz.i18n import Message, msg
from convviz.scene.codec import CodecError
from convviz.scene.work import MAX_BYTES, Work, decode_work, encode_work

FOLDERS = 16
"""Programs that can run at once with their work kept."""
NAME, LOST = "work.convviz", "lost-{n}.convviz"
KEPT = 5
"""Pieces of lost work that are offered; of more the oldest are forgotten."""


class Workspace:
    """One program's folder. It is looked for when this is made; `before` is how the last one left it.

    Args:
        root: where the folders are.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._lock: QLockFile | None = None
        self.folder: Path | None = None
        self.before: Work | None = None
        for folder in sorted(_folders(root), key=lambda folder: not _cut_off(folder)):
            if self._enter(folder):
                self._look_around(folder)
                break

    def _enter(self, folder: Path) -> bool:
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
        lock = QLockFile(str(folder / "lock"))
        lock.setStaleLockTime(0)  # it holds as long as its program runs, be that for weeks
        if not lock.tryLock(0):
            return False
        self._lock, self.folder = lock, folder
        return True

    def _look_around(self, folder: Path) -> None:
        for part in folder.glob(".*.part"):  # of a file whose writing was cut off
            _remove(part)
        work = _read(folder / NAME)
        if work is None or work.ended:
            self.before = work
        else:
            with suppress(OSError):
                (folder / NAME).replace(self._next_lost())

    # --- the work of the moment

    def keep(self, work: Work) -> Message | None:
        """Writes the work whole or not at all, and says so when it was not at all."""
        if self.folder is None:
            return msg("Your work cannot be kept: {path} cannot be written to.", path=str(self._root))
        try:
            write_whole(self.folder / NAME, encode_work(work))
        except Refusal as refusal:
            return refusal.message
        return None

    def leave(self) -> None:
        """Lets another program have the folder."""
        if self._lock is not None:
            self._lock.unlock()

    # --- lost work

    def lost(self) -> list[Path]:
        """The files of work that was cut off, the newest first."""
        if self.folder is None:
            return []
        found = {_number(path): path for path in self.folder.glob(LOST.format(n="*"))}
        return [found[n] for n in sorted(found, reverse=True)]

    def read_lost(self, path: Path) -> Work:
        """Work that was cut off.

        Raises: CodecError: it is damaged, or from a newer version.
        """
        return decode_work(_bytes(path))

    def give_up(self, path: Path) -> None:
        """Forgets work that was cut off: it has been taken back, or is not wanted."""
        _remove(path)

    def lose(self, work: Work) -> None:
        """Sets aside work that is left without having been saved, or could not be shown."""
        if self.folder is not None:
            with suppress(Refusal):
                write_whole(self._next_lost(), encode_work(work))

    def _next_lost(self) -> Path:
        """A new name for lost work; makes room for it."""
        assert self.folder is not None
        files = self.lost()
        for old in files[KEPT - 1 :]:
            _remove(old)
        return self.folder / LOST.format(n=_number(files[0]) + 1 if files else 1)


def _folders(root: Path) -> list[Path]:
    return [root / str(n) for n in range(1, FOLDERS + 1)]


def _cut_off(folder: Path) -> bool:
    """Whether work in a folder waits to be taken back, or is being made there at this moment."""
    work = _read(folder / NAME)
    return any(folder.glob(LOST.format(n="*"))) or (work is not None and not work.ended)


def _read(path: Path) -> Work | None:
    """The work in a file; None where there is none that can be read."""
    with suppress(OSError, CodecError):
        return decode_work(_bytes(path))
    return None


def _bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink()


def _number(path: Path) -> int:
    digits = path.stem.rpartition("-")[2]
    return int(digits) if digits.isdecimal() else 0
