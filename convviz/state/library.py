"""The user's own kernels: kept in the settings, brought along and given away as plain text."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from convviz.core.kernel_text import format_rows, read_kernel
from convviz.core.saving import write_whole
from convviz.scene import settings as pure
from convviz.scene.scene import Drawn, Rows
from convviz.scene.settings import Settings
from convviz.state.settings import Preferences


class KernelLibrary(QObject):
    """The user's own kernels. Whatever cannot be done raises a Refusal and changes nothing.

    Nothing is asked here: whether a kernel of the same name may be replaced is the caller's to find out.
    """

    changed = Signal()

    def __init__(self, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        preferences.changed.connect(self._compare)

    @property
    def kernels(self) -> tuple[Drawn, ...]:
        """All of them, in the order they were saved."""
        return self._preferences.settings.kernels

    def find(self, name: str) -> Drawn | None:
        """The kernel of a name, upper and lower case being one.

        Raises: KernelError: the name is empty or too long.
        """
        return pure.find_kernel(self._preferences.settings, name)

    def save(self, name: str, rows: Rows, replacing: bool = False) -> Drawn:
        """Keeps a kernel under a name.

        Raises: KernelError: the name is empty, too long, or taken and not to be replaced.
        """
        self._preferences.edit(lambda settings: pure.save_kernel(settings, name, rows, replacing))
        return Drawn(rows, pure.kernel_name(name))

    def rename(self, name: str, new: str) -> None:
        """Calls a kernel by another name.

        Raises: KernelError: there is no such kernel, or the new name is empty, too long or taken.
        """
        self._preferences.edit(lambda settings: pure.rename_kernel(settings, name, new))

    def delete(self, name: str) -> None:
        """Forgets a kernel.

        Raises: KernelError: there is no such kernel.
        """
        self._preferences.edit(lambda settings: pure.delete_kernel(settings, name))

    def import_file(self, path: str, name: str | None = None, replacing: bool = False) -> Drawn:
        """Reads a kernel text and keeps it, under the file's own name when no other is given.

        Raises: KernelError: the file cannot be read or holds no kernel, or as save.
        """
        rows = read_kernel(path)
        return self.save(Path(path).stem[: pure.MAX_NAME] if name is None else name, rows, replacing)

    def export_file(self, path: str, rows: Rows) -> None:
        """Writes a kernel as a text.

        Raises: ImageError: it cannot be written there.
        """
        write_whole(path, format_rows(rows).encode())

    def _compare(self, old: Settings, new: Settings) -> None:
        if old.kernels != new.kernels:
            self.changed.emit()
