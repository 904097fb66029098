"""The user's own kernels: saving, renaming, deleting, bringing along and giving away, by menu and gallery."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from convviz.core.errors import Refusal
from convviz.i18n import msg, tr
from convviz.labs.story import kernel_name, kernel_rows
from convviz.scene.scene import Drawn, Kernel, with_kernels
from convviz.state.commands import TOOLS, Commands
from convviz.state.library import KernelLibrary
from convviz.state.settings import Preferences
from convviz.views import dialogs
from convviz.views.gallery import Gallery
from convviz.views.main_window import MainWindow


class KernelShelf(QObject):
    """What the Kernels menu does, and the part of the gallery that is the user's own."""

    def __init__(
        self, window: MainWindow, commands: Commands, library: KernelLibrary, preferences: Preferences
    ) -> None:
        super().__init__(window)
        self._window, self._commands, self._library = window, commands, library
        self._preferences = preferences
        self._gallery: Gallery | None = None
        library.changed.connect(self._show)
        self.acts: dict[str, Callable[[], object]] = {
            "save-kernel": self._save,
            "import-kernel": self._import,
            "export-kernel": lambda: self._export(self._present()),
            **{name: partial(commands.use_tool, name) for name in TOOLS},
        }

    def show_in(self, gallery: Gallery) -> None:
        """Shows the user's kernels in the gallery, now and whenever they change."""
        self._gallery = gallery
        gallery.own_kernel_requested.connect(self._use)
        gallery.rename_requested.connect(self._trying(self._rename))
        gallery.delete_requested.connect(self._trying(self._library.delete))
        gallery.export_requested.connect(self._trying(lambda name: self._export(self._library.find(name))))
        self._show()

    def _show(self) -> None:
        if self._gallery is not None:
            self._gallery.set_own([(kernel.name, kernel.rows) for kernel in self._library.kernels])

    def _trying(self, act: Callable[[str], object]) -> Callable[[str], None]:
        """The act, a refusal said instead of raised."""

        def tried(name: str) -> None:
            try:
                act(name)
            except Refusal as refusal:
                self._window.say(refusal.message)

        return tried

    def _present(self) -> Kernel:
        """The kernel on the stage."""
        story = self._commands.session.story
        filters = with_kernels(self._commands.store.scene.layer).filters
        return filters[(story.output if story else 0) % len(filters)][0]

    def _use(self, name: str) -> None:
        kernel = self._library.find(name)
        if kernel:
            self._commands.use_kernel(kernel)

    def _save(self) -> None:
        kernel = self._present()
        suggestion = (
            tr(kernel_name(kernel))
            if isinstance(kernel, Drawn)
            else tr("My {name}").format(name=tr(kernel_name(kernel)))
        )
        name = dialogs.ask_name(self._window, tr("Save this kernel"), suggestion)
        if name is None:
            return
        replacing = self._library.find(name) is not None
        if replacing and not dialogs.ask_replace(self._window, name):
            return
        saved = self._library.save(name, kernel_rows(kernel), replacing)
        self._commands.use_kernel(saved)

    def _rename(self, name: str) -> None:
        new = dialogs.ask_name(self._window, tr("Rename"), name)
        if new is not None:
            self._library.rename(name, new)

    def _import(self) -> None:
        path = dialogs.ask_kernel_file(self._window, self._preferences.settings.open_folder)
        if path is None:
            return
        name = Path(path).stem
        replacing = self._library.find(name) is not None
        if replacing and not dialogs.ask_replace(self._window, name):
            return
        self._commands.use_kernel(self._library.import_file(path, replacing=replacing))

    def _export(self, kernel: Kernel | None) -> None:
        if kernel is None:
            return
        folder = Path(self._preferences.settings.save_folder or ".")
        path = dialogs.ask_kernel_target(self._window, str(folder / f"{kernel_name(kernel)}.txt"))
        if path:
            self._library.export_file(path, kernel_rows(kernel))
            self._window.say(msg("Saved {path}.", path=path))
