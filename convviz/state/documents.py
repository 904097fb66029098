"""The scene as a file: which one is open, whether it is as it was saved, opening another and saving."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from convviz.core.errors import Refusal
from convviz.core.saving import write_whole
from convviz.i18n import msg
from convviz.scene import scene_files
from convviz.scene.codec import VERSION, Pin, SceneFile, Seen, Shown, Tab, encode_file
from convviz.scene.scene import Scene
from convviz.scene.scene_files import PictureLost
from convviz.scene.work import Work
from convviz.state.player import Player
from convviz.state.session import Session

REMEMBERED = 50
"""Openings that can be undone with their documents."""


Notes = dict[str, str]
"""What is to be said of a scene, by language."""


@dataclass(frozen=True)
class Looks:
    """What the window says of itself.

    Attributes:
        view: which part of it is to be seen. tab: the inspector's in front. zoom: of what is on the stage.
        seen: the part of the whole picture that is looked at. pinned: the cell that is asked about.
    """

    view: Shown = "step"
    tab: Tab = "explain"
    zoom: int | None = None
    seen: Seen | None = None
    pinned: Pin | None = None


@dataclass(frozen=True)
class Document:
    """The scene file that is open: its path, the scene that it holds (None: another one), and its notes."""

    path: Path | None = None
    scene: Scene | None = None
    notes: tuple[tuple[str, str], ...] = ()


@dataclass
class _Opening:
    """A step from one document to another. It is undone like any other step, and the document with it.

    Attributes:
        notes: those of the side that was left, as they were then.
    """

    before: tuple[Scene, Document]
    after: tuple[Scene, Document]
    notes: Notes


class Documents(QObject):
    """Opens and saves scene files, off the UI thread. What cannot be opened leaves everything as it was.

    `looks` is what the window says of itself.
    """

    changed = Signal()
    """The document, its notes, whether it is modified, or how it is looked at is another one."""
    opened = Signal(str)
    """The path of a scene file that was opened or saved."""
    look_requested = Signal(object)
    """The Looks that the window is to have."""
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
        self._left = (self._store.scene, self._document, dict[str, str]())
        self._newest: object = None
        self.looks = Looks()
        self._notes: Notes = {}
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
        """Whether scene or notes are not as their file has them; where one looks does not matter."""
        held = (self._document.scene, dict(self._document.notes))
        return self.path is not None and (self._store.scene, self._notes) != held

    def present(self) -> SceneFile:
        """All that is on screen."""
        looks = self.looks
        return SceneFile(
            VERSION,
            self._store.scene,
            self._player.t,
            looks.view,
            looks.tab,
            dict(self._notes),
            zoom=looks.zoom,
            seen=looks.seen,
            pinned=looks.pinned,
        )

    def work(self, ended: bool = False) -> Work:
        """All that is on screen, and which file it belongs to."""
        return Work(self.present(), str(self.path or ""), self.modified, ended)

    def looked_at(self, **looks: object) -> None:
        """The window says what is to be seen in it: values of Looks, by name."""
        before, self.looks = self.looks, replace(self.looks, **looks)  # type: ignore[arg-type]
        if before != self.looks:
            self.changed.emit()

    # --- notes

    def notes_in(self, language: str) -> str:
        """What is to be said of the scene in a language; in another where only that is written."""
        return self._notes.get(language) or next(filter(None, self._notes.values()), "")

    def own_notes(self, language: str) -> str:
        """What is written in a language, and in no other."""
        return self._notes.get(language, "")

    def write_notes(self, language: str, text: str) -> None:
        """Has something else to be said of the scene, in a language.

        Raises: CodecError("scene_notes"): it is too much.
        """
        others = {code: said for code, said in self._notes.items() if code != language}
        notes = {**others, language: text} if text else others
        SceneFile(VERSION, self._store.scene, notes=notes)  # refuses too much
        if notes != self._notes:
            self._notes = notes
            self.changed.emit()

    # --- opening

    def begin(self, scene: Scene) -> None:
        """Begins with a scene that belongs to no file."""
        self._take(SceneFile(VERSION, scene, None, self.looks.view, self.looks.tab), None)

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

        here = (self._store.scene, self._document, self._notes)

        def taken() -> None:
            # What was left the store has told; where the scene stays as it was, it tells nothing.
            scene, before, notes = here if here[0] == file.scene else self._left
            self._enter(file, path, modified)
            self._openings.append(_Opening((scene, before), (file.scene, self._document), notes))
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
        self._notes = dict(file.notes)
        self.looks = Looks(file.view, file.tab, file.zoom or self.looks.zoom, file.seen, file.pinned)
        self._player.pause()
        if file.t is not None:
            self._player.seek(file.t)
        else:
            self._player.go(0)
        self.look_requested.emit(self.looks)
        self.changed.emit()

    def _follow(self, old: Scene, new: Scene) -> None:
        """An opening that is undone or redone takes its document with it, as it was when it was left."""
        self._left = (old, self._document, self._notes)
        for opening in reversed(self._openings):
            (back, document), (forth, other) = opening.before, opening.after
            if (old, new) in ((forth, back), (back, forth)):
                if new == back:
                    opening.after, self._document = (forth, self._document), document
                else:
                    opening.before, self._document = (back, self._document), other
                self._notes, opening.notes = opening.notes, self._notes
                break
        self.changed.emit()

    # --- saving

    def save(self, path: str) -> None:
        """Writes all that is on screen as a scene file, which is the open one from then on."""
        place, file, meant = Path(path).absolute(), self.present(), self._document

        def write() -> None:
            write_whole(place, encode_file(scene_files.packed(file, place.parent)))

        def written(_: None) -> None:
            if self._document is meant:  # not if another was opened while a large picture was looked through
                self._document = Document(place, file.scene, tuple(file.notes.items()))
            self.said.emit(msg("Saved the scene {name}.", name=place.name))
            self.opened.emit(str(place))
            self.changed.emit()

        self._session.jobs.start(
            f"save {place}", write, written, lambda refusal: self.said.emit(refusal.message)
        )
