"""What follows from the scene while the program runs: the story, the whole result, whether both agree."""

from __future__ import annotations

from dataclasses import dataclass
from time import perf_counter

from PySide6.QtCore import QObject, Signal

from convviz.core.agreement import Agreement, compare, places
from convviz.core.lens import Statistics, statistics
from convviz.labs import lab_of
from convviz.labs.lab import Array, Lab
from convviz.labs.story import Story, tell
from convviz.scene.scene import Scene
from convviz.state.jobs import Jobs
from convviz.state.store import SceneStore


@dataclass(frozen=True, eq=False)
class Result:
    """The whole output of a story: float32 (C, H, W), what is in it, and the fast path's own seconds."""

    story: Story
    y: Array
    statistics: Statistics
    seconds: float


class Session(QObject):
    """Derives from the store's scene, newest first; what is slow comes later, by signal."""

    story_changed = Signal(object)
    """The Story of the present scene."""
    result_changed = Signal(object)
    """The Result of the present story, some time after it."""
    agreement_changed = Signal(object)
    """The Agreement of the result with the trace; None while it is not known."""

    def __init__(self, store: SceneStore, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store, self.jobs = store, jobs
        self.story: Story | None = None
        self.result: Result | None = None
        self.agreement: Agreement | None = None
        self._spare: Array | None = None
        store.changed.connect(self._tell)

    @property
    def scene(self) -> Scene:
        """The present scene."""
        return self.store.scene

    @property
    def lab(self) -> Lab:
        """The lab that shows the present scene."""
        return lab_of(self.store.scene)

    def begin(self) -> None:
        """Reads the first scene's picture and tells its story."""
        scene = self.store.scene
        if self.store.sources.get(scene) is not None:
            self._tell(scene, scene)
        else:
            self.store.sources.load(scene, self.begin, lambda refusal: self.store.refused.emit(refusal.message))

    def _tell(self, old: Scene, new: Scene) -> None:
        source = self.store.sources.get(new)
        if source is None:
            return
        before = self.story
        story = tell(new, source, lab_of(new))
        self.story = story
        self.story_changed.emit(story)
        if before is None or not same_computation(before, story):
            self.agreement = None
            self.agreement_changed.emit(None)
            self.jobs.start("result", lambda: self._compute(story), self._computed, self._failed)
        elif self.result is not None:
            self._check()

    def _compute(self, story: Story) -> Result:
        out, self._spare = self._spare, None
        start = perf_counter()
        y = story.operation.fast(story.spec, *story.operands, out=out)
        seconds = perf_counter() - start
        return Result(story, y, statistics(y), seconds)

    def _computed(self, result: Result) -> None:
        if self.story is None or not same_computation(result.story, self.story):
            self._spare = result.y
            return
        if self.result is not None:
            self._spare = self.result.y
        self.result = result
        self.result_changed.emit(result)
        self._check()

    def _failed(self, refusal: object) -> None:
        self.store.refused.emit(refusal.message)  # type: ignore[attr-defined]

    def _check(self) -> None:
        result, story = self.result, self.story
        assert result is not None and story is not None
        region = story.region(0)
        cells = [
            (story.output, row, col)
            for row in range(region.top, region.bottom)
            for col in range(region.left, region.right)
        ]
        y = result.y

        def work() -> Agreement:
            return compare(story.trace, y, places(story.shape, cells))

        self.jobs.start("agreement", work, self._agreed)

    def _agreed(self, agreement: Agreement) -> None:
        self.agreement = agreement
        self.agreement_changed.emit(agreement)


def same_computation(a: Story, b: Story) -> bool:
    """Whether two stories have the same output: they differ at most in how they are looked at."""
    return (
        a.source is b.source
        and a.scene.layer == b.scene.layer
        and a.scene.crop == b.scene.crop
    )
