"""What follows from the scene while the program runs: the story, the whole result, whether both agree."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from time import perf_counter
from weakref import WeakSet

from PySide6.QtCore import QObject, QTimer, Signal

from convviz.core.agreement import Agreement, compare, places
from convviz.core.errors import Refusal
from convviz.core.lens import Statistics, statistics
from convviz.core.trace import Cell
from convviz.core.wanted import Overtaken, pieces
from convviz.labs import lab_of
from convviz.labs.lab import Array, Lab
from convviz.labs.story import Story, tell
from convviz.scene.scene import Scene
from convviz.state.jobs import Jobs
from convviz.state.patience import patiently
from convviz.state.store import SceneStore

CHECKED = 32
"""Rows and columns of the region that are compared cell by cell."""
SCATTERED = 300
"""Cells anywhere in the output that are compared too."""
REST_MS = 120
"""Changes that follow one another faster than this are one: a drag, a slider pulled."""


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
    result_failed = Signal(object)
    """The Message of why the present story has no result."""
    agreement_changed = Signal(object)
    """The Agreement of the result with the trace; None while it is not known."""

    def __init__(
        self, store: SceneStore, jobs: Jobs, parent: QObject | None = None, rest_ms: int | None = None
    ) -> None:
        super().__init__(parent)
        self.store, self.jobs = store, jobs
        self.story: Story | None = None
        self.result: Result | None = None
        self.agreement: Agreement | None = None
        self._spare: Array | None = None
        self._to_ask: Story | None = None
        self._current: Story | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS if rest_ms is None else rest_ms)
        self._rest.timeout.connect(self._ask)
        self._kept: WeakSet[Result] = WeakSet()
        store.changed.connect(self._tell)

    @property
    def scene(self) -> Scene:
        """The present scene."""
        return self.store.scene

    @property
    def lab(self) -> Lab:
        """The lab that shows the present scene."""
        return lab_of(self.store.scene)

    @property
    def ready(self) -> Result | None:
        """The present story's result; None while it is computed."""
        fits = self.result and self.story and same_computation(self.result.story, self.story)
        return self.result if fits else None

    def begin(self) -> None:
        """Reads the first scene's picture and tells its story; the plain scene's, if that cannot be."""
        scene = self.store.scene
        try:
            if self.store.sources.get(scene) is None:
                self.store.sources.load(scene, self.begin, self._begin_plainly)
            else:
                self._tell(scene, scene)
        except Refusal as refusal:
            self._begin_plainly(refusal)

    def keep(self, result: Result) -> None:
        """Later results are written elsewhere than over this one's numbers, as they are otherwise."""
        self._kept.add(result)

    def stop(self) -> None:
        """Asks for nothing more, and waits for what still runs; for closing the program."""
        self._rest.stop()
        self._to_ask = None
        self.jobs.stop()

    def _begin_plainly(self, refusal: Refusal) -> None:
        self.store.refused.emit(refusal.message)
        if self.store.scene != Scene():
            self.store.begin_with(Scene())
            self.begin()

    def _tell(self, old: Scene, new: Scene) -> None:
        source = self.store.sources.get(new)
        if source is None:
            return
        before = self.story
        story = tell(new, source, lab_of(new))
        same = before is not None and same_computation(before, story)
        self.story = story
        if not same:
            self._to_ask = self._current = story  # what is computed for the one before ends now
        self.story_changed.emit(story)
        if not same:
            self.agreement = None
            self.agreement_changed.emit(None)
            if before is None or not self._rest.interval():
                self._ask()
            else:
                self._rest.start()
        elif self.ready:
            self._check(self.ready)

    def _ask(self) -> None:
        """Has the whole result computed, if it has not been asked for.

        Of changes that follow faster than REST_MS, while a kernel is drawn, only the last is answered: the
        picture under the mouse, or a new one that is painted for the first time, has the machine to itself.
        """
        story, self._to_ask = self._to_ask, None
        if story is not None:
            wanted = partial(self._is_current, story)
            self.jobs.start("result", lambda: self._compute(story), self._computed, self._failed, wanted)

    def _is_current(self, story: Story) -> bool:
        """Whether the scene's computation is still that of a story it once told."""
        return self._current is story

    def _compute(self, story: Story) -> Result:
        out, self._spare = story.room(self._spare), None
        try:
            start = perf_counter()
            y = story.operation.fast(story.spec, *story.operands, out=out)
            seconds = perf_counter() - start
            return Result(story, y, statistics(y), seconds)
        except Overtaken:
            self._spare = out
            raise

    def _computed(self, result: Result) -> None:
        if self.story is None or not same_computation(result.story, self.story):
            self._spare = result.y
            return
        if self.result is not None and self.result not in self._kept:
            self._spare = self.result.y
        self.result = result
        self.result_changed.emit(result)
        self._check(result)

    def _failed(self, refusal: Refusal) -> None:
        self.store.refused.emit(refusal.message)
        self.result_failed.emit(refusal.message)

    def _check(self, result: Result) -> None:
        story = self.story or result.story

        def work() -> Agreement:
            cells = places(story.shape, shown_cells(story), SCATTERED)
            return compare(story.trace, result.y, pieces(patiently(cells)))

        def done(agreement: Agreement) -> None:
            # Meanwhile the scene may be another one, and the numbers that were read may be written over.
            if result is self.ready:
                self.agreement = agreement
                self.agreement_changed.emit(agreement)

        self.jobs.start("agreement", work, done, wanted=lambda: self.ready is result)


def shown_cells(story: Story) -> list[Cell]:
    """The cells of the region on the stage, of a large one as many as a stage has room for."""
    region = story.region(0)
    tall, wide = min(region.height, CHECKED), min(region.width, CHECKED)
    return [(story.output, region.top + row, region.left + col) for row in range(tall) for col in range(wide)]


def same_computation(a: Story, b: Story) -> bool:
    """Whether two stories have the same output: they differ at most in how they are looked at."""
    return a.source is b.source and a.scene.layer == b.scene.layer and a.scene.crop == b.scene.crop
