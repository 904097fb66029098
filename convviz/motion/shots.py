"""A stretch of a timeline as frames: what each shows, and for how many ticks of 1/fps seconds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from convviz.motion.timeline import REST, Moment, Timeline


@dataclass(frozen=True)
class Shots:
    """Steps of a timeline, first to last, at a speed.

    Attributes:
        first, last: steps, both of them shown.
        speed: steps per second. fps: ticks per second.
        hold: seconds that the end is shown for, so that an eye may rest there before a film starts again.
        still: whether what would glide from place to place jumps.
    """

    timeline: Timeline
    first: int
    last: int
    speed: float
    fps: int
    hold: float = 1.0
    still: bool = False

    @property
    def ticks(self) -> int:
        """How many there are, all frames together."""
        return self._moving + max(1, round(self.hold * self.fps))

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return self.ticks / self.fps

    @property
    def _moving(self) -> int:
        """Ticks before the last step is finished: those of its rest are the end's."""
        steps = self.timeline.finished(self.last) - self.first
        return max(0, ceil(steps / self.speed * self.fps - CLOSE))

    def moment(self, tick: int) -> Moment:
        """What is shown at a tick; a rest is the same from its beginning to its end."""
        end = self.timeline.finished(self.last)
        t = min(self.first + tick * self.speed / self.fps, end)
        moment = self.timeline.at(end if tick >= self._moving else self.timeline.whole(t, self.speed))
        if moment.phase == REST:
            return self.timeline.at(self.timeline.finished(moment.step))
        return moment.settled if self.still else moment

    def __iter__(self) -> Iterator[tuple[Moment, int]]:
        """(moment, ticks), first to last; none is shown twice in a row."""
        shown, count = self.moment(0), 0
        for tick in range(self.ticks):
            moment = self.moment(tick)
            if moment != shown:
                yield shown, count
                shown, count = moment, 0
            count += 1
        yield shown, count


CLOSE = 1e-6
"""Parts of a tick that are none: 48.85 steps at 2 per second and 10 ticks are 244.25, not a little more."""
