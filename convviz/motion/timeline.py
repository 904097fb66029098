"""When: a place t on the way through all steps, and what is happening there.

t counts steps: 3.0 is the beginning of step 3, 3.5 its middle. The end, t = number of steps, shows the last
step finished. Every t is allowed at any time, so going backwards is nothing special.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate
from math import floor

GLIDING = ("slide", "lift", "write")
"""Phases in which something is on its way. In all others numbers change where they stand."""
REST = "rest"
"""The last phase of every step: all is done and nothing moves."""
COMPUTED = ("write", REST)
"""Phases in which a step's result is known; before them nothing tells it."""


@dataclass(frozen=True)
class Phase:
    """One part of a step and its share of the step's time."""

    name: str
    share: float


@dataclass(frozen=True)
class Moment:
    """What is happening: a phase of a step, and how far it has come (0 to 1)."""

    step: int
    phase: str
    progress: float
    order: tuple[str, ...]
    """The phases of a step, first to last."""

    def reached(self, phase: str) -> float:
        """How much of a phase lies behind: 0 not begun, 1 over. A phase this step lacks is over."""
        if phase not in self.order:
            return 1.0
        here, there = self.order.index(self.phase), self.order.index(phase)
        return self.progress if here == there else float(here > there)

    @property
    def computed(self) -> bool:
        """Whether the step's result is there: it is on its way into its cell, or there already."""
        return self.phase in COMPUTED

    @property
    def settled(self) -> Moment:
        """The same with nothing on its way: what glides in this phase has arrived."""
        return replace(self, progress=1.0) if self.phase in GLIDING else self


@dataclass(frozen=True)
class Timeline:
    """`steps` steps, each with the same phases one after another; the last phase is the rest."""

    steps: int
    phases: tuple[Phase, ...]

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The phases' names, first to last."""
        return tuple(phase.name for phase in self.phases)

    @cached_property
    def starts(self) -> tuple[float, ...]:
        """Where in a step (0 to 1) each phase begins."""
        total = sum(phase.share for phase in self.phases)
        return tuple(end / total for end in accumulate((p.share for p in self.phases[:-1]), initial=0.0))

    def at(self, t: float) -> Moment:
        """The moment at t; before the first step and after the last it stands still."""
        t = min(max(t, 0.0), float(self.steps))
        step = min(floor(t), self.steps - 1)
        return self._within(step, t - step)

    def _within(self, step: int, part: float) -> Moment:
        starts = (*self.starts, 1.0)
        n = min(bisect_right(starts, part + SNAP) - 1, len(self.phases) - 1)
        progress = (part - starts[n]) / (starts[n + 1] - starts[n])
        return Moment(step, self.phases[n].name, min(max(progress, 0.0), 1.0), self.order)

    def finished(self, step: int) -> float:
        """The t at which a step has just been finished: the beginning of its rest."""
        return min(max(step, 0), self.steps - 1) + self.starts[-1]

    def next_phase(self, t: float) -> float:
        """The beginning of the phase after the one at t; the end after the last."""
        moment = self.at(t)
        n = moment.order.index(moment.phase) + 1
        starts = (*self.starts, 1.0)
        return min(moment.step + starts[n], float(self.steps))

    def previous_phase(self, t: float) -> float:
        """The beginning of the phase at t, or of the one before when it has only begun."""
        moment = self.at(t)
        n = moment.order.index(moment.phase)
        if moment.progress > 0.01:
            return moment.step + self.starts[n]
        if n:
            return moment.step + self.starts[n - 1]
        return max(0.0, moment.step - 1 + self.starts[-1])

    def whole(self, t: float, speed: float) -> float:
        """The t to show while playing at `speed` steps per second.

        Up to PHASED_SPEED every phase is seen. Faster, only finished steps are: the phases have merged, and
        what is shown is always a whole, true state, however many steps a frame has to cover.
        """
        if speed <= PHASED_SPEED or t >= self.steps:
            return t
        return self.finished(floor(t))


SNAP = 1e-6
"""A phase begins so much early: 4 + 0.85 is 4.8499999999999996, which must be where 0.85 of step 4 begins.

Between 100 and 200 million steps a float still tells apart 3e-8.
"""

PHASED_SPEED = 3.0
"""Steps per second up to which phases can be followed by eye."""
