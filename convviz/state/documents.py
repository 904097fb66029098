"""The scene as a file: which one is open, whether it is as it was saved, opening another and saving."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from convviz.core.errors import Refusal
from convviz.core.saving import write_whole
from convviz.i18n import msg
from convviz.scene import scene_files
from convviz.scene.codec import VERSION, SceneFile, Shown, Tab, encode_file
from convviz.scene.scene import Scene
from convviz.scene.scene_files import PictureLost
from convviz.scene.work import Work
from convviz.state.player import Player
from convviz.state.session import Session

REMEMBERED = 50
"""Openings that can be undone with their documents."""


@dataclass(frozen=True)
class Document:
    """The scene file that is open: its path, the scene that it holds (None: another one), and its notes."""

    path: Path | None = None
    scene: Scene | None = None
    notes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class _Opening:
    """A step from one document to another. It is undone like any other step, and the document with it."""

    before: tuple[Scene, Document]
    after: tuple[Scene, Document]


class Documents(QObject):
    """Opens and saves scene files, off the UI thread. What cannot be opened leaves everything as it was.

    `view` and `tab` are what the window says of itself: which part of it is to be seen, and the inspector's
    tab in front.
    """

    changed = Signal()
    """The document, whether it is modified, or the view or the tab are other ones."""
    opened = Signal(str)
    """The path of a scene file that was opened or saved."""
    look_requested = Signal(str, str)
    """(view, tab) that the window is to show."""
    picture_lost = Signal(object, str)
    """(PictureLost, path of the scene file): somebody has to say where the picture is; see open_with."""
    dropped = Signal(object)
    """Work that is left unsaved, or was to be resumed and could not be shown."""
    said = Signal(object)
    """A Message: what was done, or why it was not."""

    def __init__(self, session: Session, player: Player, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._store, self._player = session, session.store, player
        self._document = Document()
        self._openings: list[_Opening] = []
        self._left = self._store.scene
        self._newest: object = None
        self.view: Shown = "step"
        self.tab: Tab = "explain"
        self._store.changed.connect(self._follow)

    # --- what is open

    @property
    def path(self) -> Path | None:
        """The scene file that is open; None for a scene that has none yet."""
        return self._document.path

    @property
    def name(self) -> str:
        """What the scene file is called, without its ending; empty where there is none."""
        return self.path.stem if self.path else ""

    @property
    def modified(self) -> bool:
        """Whether the scene is not as its file has it; that has nothing to do with where one looks."""
        return self.path is not None and self._store.scene != self._document.scene

    def present(self) -> SceneFile:
        """All that is on screen."""
        t, notes = self._player.t, dict(self._document.notes)
        return SceneFile(VERSION, self._store.scene, t, self.view, self.tab, notes)

    def work(self, ended: bool = False) -> Work:
        """All that is on screen, and which file it belongs to."""
        return Work(self.present(), str(self.path or ""), self.modified, ended)

    def looked_at(self, view: Shown | None = None, tab: Tab | None = None) -> None:
        """The window says what is to be seen in it."""
        before = (self.view, self.tab)
        self.view, self.tab = view or self.view, tab or self.tab
        if before != (self.view, self.tab):
            self.changed.emit()

    # --- opening

    def begin(self, scene: Scene) -> None:
        """Begins with a scene that belongs to no file."""
        self._take(SceneFile(VERSION, scene, None, self.view, self.tab), None)

    def open(self, path: str) -> None:
        """Opens a scene file."""
        place = Path(path).absolute()
        self._read(place, lambda: scene_files.read_scene(place))

    def open_with(self, lost: PictureLost, path: str, picture: str, anyway: bool = False) -> None:
        """Opens a scene whose picture was lost, with the one at a path; `anyway`, if it is another one."""
        find = scene_files.pointed if anyway else scene_files.found_at
        self._read(Path(path) if path else None, lambda: find(lost.file, Path(picture)))

    def recover(self, work: Work, done: Callable[[], None]) -> None:
        """Brings back work that was cut off, then calls done()."""
        path = Path(work.path) if work.path else None
        folder = path.parent if path else Path()
        self._read(path, lambda: scene_files.found(work.file, folder), work.modified, done)

    def resume(self, work: Work) -> None:
        """The store began with this work's scene: the rest of it follows with its first story."""

        def told(_: object) -> None:
            self._session.story_changed.disconnect(told)
            if self._store.scene == work.file.scene:
                self._enter(work.file, Path(work.path) if work.path else None, work.modified)
            else:
                self.dropped.emit(work)

        self._session.story_changed.connect(told)

    def _read(
        self,
        path: Path | None,
        read: Callable[[], SceneFile],
        modified: bool = False,
        done: Callable[[], None] | None = None,
    ) -> None:
        self._newest = request = object()

        def has_read(file: SceneFile) -> None:
            if request is self._newest:
                self._take(file, path, modified, done)

        def failed(refusal: Refusal) -> None:
            if isinstance(refusal, PictureLost):
                self.picture_lost.emit(refusal, str(path or ""))
            else:
                self.said.emit(refusal.message)

        self._session.jobs.start("open scene", read, has_read, failed)

    def _take(
        self,
        file: SceneFile,
        path: Path | None,
        modified: bool = False,
        done: Callable[[], None] | None = None,
    ) -> None:
        """Makes what a scene file says what is on screen. Changes of another file's scene are set aside."""
        unsaved = self.work() if self.modified else None

        def taken() -> None:
            before = self._document
            self._enter(file, path, modified)
            self._openings.append(_Opening((self._left, before), (file.scene, self._document)))
            del self._openings[:-REMEMBERED]
            if unsaved is not None:
                self.dropped.emit(unsaved)
            if path is not None:
                self.opened.emit(str(path))
            if done is not None:
                done()

        self._store.take(file.scene, taken)

    def _enter(self, file: SceneFile, path: Path | None, modified: bool) -> None:
        self._document = Document(path, None if modified else file.scene, tuple(file.notes.items()))
        self.view, self.tab = file.view, file.tab
        self._player.pause()
        if file.t is not None:
            self._player.seek(file.t)
        else:
            self._player.go(0)
        self.look_requested.emit(file.view, file.tab)
        self.changed.emit()

    def _follow(self, old: Scene, new: Scene) -> None:
        """An opening that is undone or redone takes its document with it."""
        self._left = old
        for opening in self._openings:
            if (new, old) == (opening.before[0], opening.after[0]):
                self._document = opening.before[1]
            elif (old, new) == (opening.before[0], opening.after[0]):
                self._document = opening.after[1]
        self.changed.emit()

    # --- saving

    def save(self, path: str) -> None:
        """Writes all that is on screen as a scene file, which is the open one from then on."""
        place, file = Path(path).absolute(), self.present()

        def write() -> None:
            write_whole(place, encode_file(scene_files.packed(file, place.parent)))

        def written(_: None) -> None:
            self._document = Document(place, file.scene, tuple(file.notes.items()))
            self.said.emit(msg("Saved the scene {name}.", name=place.name))
            self.opened.emit(str(place))
            self.changed.emit()

        self._session.jobs.start(
            f"save {place}", write, written, lambda refusal: self.said.emit(refusal.message)
        )
