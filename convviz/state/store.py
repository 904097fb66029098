"""The one scene there is, and the only way to change it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from convviz.core.errors import Refusal
from convviz.core.images import Glimpse
from convviz.labs import lab_of
from convviz.labs.story import tell
from convviz.scene.history import History
from convviz.scene.scene import Scene, replace
from convviz.state.sources import Sources

Change = Callable[[Scene], Scene]


class SceneStore(QObject):
    """Holds the scene and its history.

    A change is first tried: the picture it needs is read, its story is told. Only what works becomes the
    scene, so every scene in the history can be shown, and what is refused leaves everything as it was.
    """

    changed = Signal(object, object)
    """(old scene, new scene), after every change, undo and redo."""
    refused = Signal(object)
    """The Message of a change that was not made."""
    loading = Signal(bool)
    """Whether a picture is being read for a change."""
    glimpsed = Signal(object, object)
    """(the scene that is wanted, a Glimpse of its picture), while that is being read."""

    def __init__(self, scene: Scene, sources: Sources, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sources = sources
        self._history = History(scene)
        self._reading: object = None

    @property
    def scene(self) -> Scene:
        """The present scene."""
        return self._history.scene

    @property
    def can_undo(self) -> bool:
        """Whether undo() would do something."""
        return self._history.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether redo() would do something."""
        return self._history.can_redo

    def edit(self, change: Change, gesture: object = None) -> None:
        """Makes change(scene) the scene. Changes with the same gesture are one step of undo."""

        def attempt(scene: Scene) -> None:
            self._move(scene, lambda: self._history.push(scene, gesture))

        self._when_ready(lambda: change(self.scene), attempt)

    def take(self, scene: Scene, done: Callable[[], None]) -> None:
        """Makes a whole scene the scene, one step of undo, then calls done(); not if it is refused."""

        def attempt(scene: Scene) -> None:
            self._move(scene, lambda: self._history.push(scene))
            if self.scene == scene:
                done()

        self._when_ready(lambda: scene, attempt)

    def set(self, gesture: object = None, **choices: object) -> None:
        """Changes choices of the scene: set(channel="r")."""
        self.edit(lambda scene: replace(scene, **choices), gesture)

    def set_layer(self, gesture: object = None, **choices: object) -> None:
        """Changes choices of the scene's layer: set_layer(stride=(2, 2))."""
        self.edit(lambda scene: replace(scene, layer=replace(scene.layer, **choices)), gesture)

    def look(self, **choices: object) -> None:
        """Changes where one looks, which undo does not count."""
        scene = replace(self.scene, **choices)
        self._move(scene, lambda: self._history.replace(scene))

    def end_gesture(self) -> None:
        """A drag has ended: the next change is a new step of undo."""
        self._history.end_gesture()

    def begin_with(self, scene: Scene) -> None:
        """Another scene to begin with, and nothing to undo: the first one could not be shown."""
        self._history = History(scene)

    def undo(self) -> None:
        """Back to the scene before."""
        self._when_ready(self._history.earlier, lambda scene: self._move(scene, self._history.undo))

    def redo(self) -> None:
        """Forward to the scene that was undone."""
        self._when_ready(self._history.later, lambda scene: self._move(scene, self._history.redo))

    def _when_ready(self, wanted: Callable[[], Scene], then: Callable[[Scene], None]) -> None:
        """Reads the picture of the wanted scene if need be.

        What is wanted is asked again afterwards: other changes may have been made while it was read.
        """
        try:
            scene = wanted()
        except Refusal as refusal:
            self.refused.emit(refusal.message)
            return
        if self.sources.get(scene) is not None:
            then(scene)
            return
        request = object()
        self._read(request)

        def read() -> None:
            self._has_been_read(request)
            self._when_ready(wanted, then)

        def failed(refusal: Refusal) -> None:
            self._has_been_read(request)
            self.refused.emit(refusal.message)

        def glimpsed(glimpse: Glimpse) -> None:
            if self._reading is request:
                self.glimpsed.emit(scene, glimpse)

        self.sources.load(scene, read, failed, glimpsed)

    def _read(self, request: object) -> None:
        begins = self._reading is None
        self._reading = request
        if begins:
            self.loading.emit(True)

    def _has_been_read(self, request: object) -> None:
        """Only the newest request is sure to be answered: those that it overtook may never be."""
        if self._reading is request:
            self._reading = None
            self.loading.emit(False)

    def _move(self, scene: Scene, commit: Callable[[], None]) -> None:
        source = self.sources.get(scene)
        if source is None or scene == self.scene:
            return
        try:
            tell(scene, source, lab_of(scene))
        except Refusal as refusal:
            self.refused.emit(refusal.message)
            return
        old = self.scene
        commit()
        self.changed.emit(old, self.scene)
