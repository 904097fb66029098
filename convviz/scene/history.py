"""Undo and redo: a list of scenes and a place in it."""

from __future__ import annotations

from convviz.scene.scene import Scene

LIMIT = 500
"""How many scenes are remembered; they share their parts, so this is small."""


class History:
    """The scenes a person went through.

    Changes that carry the same gesture (one drag, one slider pulled, one number typed) are one entry.
    """

    def __init__(self, scene: Scene) -> None:
        self._scenes = [scene]
        self._at = 0
        self._gesture: object = None

    @property
    def scene(self) -> Scene:
        """The present one."""
        return self._scenes[self._at]

    @property
    def can_undo(self) -> bool:
        """Whether there is an earlier scene."""
        return self._at > 0

    @property
    def can_redo(self) -> bool:
        """Whether a scene was undone and nothing else was chosen since."""
        return self._at + 1 < len(self._scenes)

    def earlier(self) -> Scene:
        """The scene that undo would make the present one."""
        return self._scenes[max(0, self._at - 1)]

    def later(self) -> Scene:
        """The scene that redo would make the present one."""
        return self._scenes[min(len(self._scenes) - 1, self._at + 1)]

    def push(self, scene: Scene, gesture: object = None) -> None:
        """Makes a scene the present one and forgets what had been undone; the same scene is no change."""
        if scene == self.scene:
            return
        goes_on = gesture is not None and gesture == self._gesture and self._at > 0
        del self._scenes[self._at + (0 if goes_on else 1) :]
        self._scenes.append(scene)
        del self._scenes[:-LIMIT]
        self._at = len(self._scenes) - 1
        self._gesture = gesture
        self._merge()

    def replace(self, scene: Scene) -> None:
        """Changes the present scene without an entry of its own: where one looks, not what one made."""
        self._scenes[self._at] = scene
        self._merge()

    def end_gesture(self) -> None:
        """The next change is a new entry, whatever its gesture."""
        self._gesture = None

    def undo(self) -> None:
        """Back to the scene before, if there is one."""
        self._at = max(0, self._at - 1)
        self._gesture = None

    def redo(self) -> None:
        """Forward again, if something was undone."""
        self._at = min(len(self._scenes) - 1, self._at + 1)
        self._gesture = None

    def _merge(self) -> None:
        """Two equal scenes side by side are one entry: an undo that shows nothing would seem broken."""
        for first in (self._at, self._at - 1):
            if 0 <= first < len(self._scenes) - 1 and self._scenes[first] == self._scenes[first + 1]:
                del self._scenes[first + 1]
                self._at, self._gesture = first, None
