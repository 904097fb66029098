"""What a person asks for who exports a scene."""

from __future__ import annotations

from dataclasses import dataclass

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
        zoom: how large cells may grow, as on the stage.
        still: whether what would glide from place to place jumps, as on a stage of reduced motion.
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
    still: bool = False
