"""What a person asks for who exports a scene."""

from __future__ import annotations

from dataclasses import dataclass

from convviz.core.viewing import Rect
from convviz.figure.figure import Spot
from convviz.labs.lab import NOTHING, Hidden
from convviz.scene.scene import Scene


@dataclass(frozen=True)
class Take:
    """A film of a scene, or a picture of it.

    Attributes:
        scene: what is filmed. size: (width, height) in pixels. theme: its colours, by name.
        fps: frames per second. first, last: steps of the timeline, both of them shown; None for the last.
        speed: steps per second; None for the scene's own.
        title: a line above the stage, if there is one.
        at: where on the timeline a single picture is taken; None for the first step, finished.
        zoom: how large everything is shown, as a part of its usual size.
        scale: pixels for one of the stage's; None for as many as fill the picture.
        still: whether what would glide from place to place jumps, as on a stage of reduced motion.
        language: that of its texts; the program's own where it says none.
        hidden: what is not to be seen, because a question is open.
        spot: the cell that is pointed at in a single picture.
        whole: whether the whole picture is shown instead of the stage; seen: the part of it, None for all.
    """

    scene: Scene
    size: tuple[int, int] = (1920, 1080)
    theme: str = "light"
    fps: int = 30
    first: int = 0
    last: int | None = None
    speed: float | None = None
    title: str = ""
    at: float | None = None
    zoom: float = 1.0
    scale: float | None = None
    still: bool = False
    language: str = ""
    hidden: Hidden = NOTHING
    spot: Spot | None = None
    whole: bool = False
    seen: Rect | None = None
