"""What a bench is made of: cases, each a computation of ours against a peer's, and how a ratio is measured.

Ours and the peers' run by turns, in another order each round, so that whatever else the machine does slows
all; each figure is the median of at least seven runs, and the ratio that of the medians. A peer that takes
more than FAR times as long as ours is run for FAR_SECONDS at most, and once at least: that is enough to see.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from random import Random
from statistics import median
from time import perf_counter, process_time, sleep
from typing import NamedTuple

Work = Callable[[], object]

RUNS = 7
LEAST = 0.02
"""Seconds that the runs of a case take together at least, that short ones are measured often enough."""
MOST = 200
"""As often at most."""
FAR, FAR_SECONDS = 4.0, 0.5
SHORT = 0.02
"""Seconds of what is run, untimed, for WARM seconds right before it is timed: after a rest the processor's
caches have gone to others, and what was measured was how long Python takes to be read again."""
WARM = 0.006
REST, RESTS, BUSY = 0.01, 20, 0.1
"""Between turns, rests of so many seconds, until during one the process computed for no more than a part of
it; so often at most. The threads of torch go on looking for work for up to 10 ms after their own is done,
those of onnxruntime for 50 to 60, and took a core from whoever came next: 64 → 64 channels, 3×3, 56², took
11 ms after onnxruntime, and 4 by itself."""


@dataclass(frozen=True)
class Peer:
    """What somebody would use instead.

    Attributes:
        make: the work to be timed, prepared; None where the peer is not installed.
    """

    name: str
    make: Callable[[], Work] | None


@dataclass(frozen=True)
class Case:
    """One row of the table for each of its peers.

    Attributes:
        area: what it is part of: "fast path".
        ours: the work to be timed, prepared by a call.
        bound: the largest ratio of our time to the peer's that is good enough. None: for information.
        best: of the peers, only the quickest counts; a row for it, and none for the others.
        quick: whether --quick runs it.
        same: whether what a peer returned is what ours did.
        note: a word about how ours was done.
    """

    area: str
    name: str
    ours: Callable[[], Work]
    peers: tuple[Peer, ...]
    bound: float | None
    best: bool = False
    quick: bool = False
    same: Callable[[object, object], bool] | None = None
    note: Callable[[], str] | None = None


@dataclass(frozen=True)
class Trial:
    """Rows that are measured together, and by themselves: what a whole window does while it is used.

    Attributes:
        rows: measures so many times; slow ones less often.
        quick: whether --quick runs it.
    """

    area: str
    name: str
    rows: Callable[[int], Iterable[Row]]
    quick: bool = False


@dataclass(frozen=True)
class Row:
    """What was measured: milliseconds, their ratio, and whether it is within the bound.

    Attributes:
        note: how ours was done. runs: how often the peer was run. same: whether both came to the same.
    """

    area: str
    case: str
    peer: str
    ours_ms: float | None
    peer_ms: float | None
    ratio: float | None
    bound: float | None
    note: str = ""
    runs: int | None = None
    same: bool = True

    @property
    def held(self) -> str:
        """yes, no, or why there is no answer."""
        if not self.same:
            return "no: other numbers"
        if self.ratio is None:
            return "not installed" if self.ours_ms is None else "for information"
        if self.bound is None:
            return "for information"
        return "yes" if self.ratio <= self.bound else "no"

    @staticmethod
    def within(area: str, case: str, ours: float, limit: float | None, unit: str = "ms") -> Row:
        """A row against a number instead of a peer; None for information only."""
        peer, ours = f"at most {limit:g} {unit}" if limit is not None else unit, float(ours)
        return Row(area, case, peer, ours, limit, ours / limit if limit else None, 1.0 if limit else None)

    @staticmethod
    def at_least(area: str, case: str, ours: float, limit: float, unit: str) -> Row:
        """A row against a number that ours is to reach."""
        ours = float(ours)
        return Row(area, case, f"at least {limit:g} {unit}", ours, limit, limit / ours, 1.0)

    def as_dict(self) -> dict[str, object]:
        """For JSON."""
        return asdict(self) | {"held": self.held}


class Timed(NamedTuple):
    """The median of so many runs."""

    seconds: float
    runs: int


def by_turns(works: list[Work], runs: int = RUNS, least: float = LEAST) -> list[Timed]:
    """Each one's median, all run in every round: ours, the first, as often as what is not far from it.

    What ran before they are timed does not count: it makes buffers, plans and threads.
    """
    firsts = [_warm(work) for work in works]
    near = [first <= FAR * firsts[0] for first in firsts]
    most = [
        MOST if close else min(runs, int(FAR_SECONDS / first))
        for close, first in zip(near, firsts, strict=True)
    ]
    times: list[list[float]] = [[] for _ in works]
    order, spent = Random(0), 0.0
    while len(times[0]) < runs or (spent < least * sum(near) and len(times[0]) < MOST):
        turns = [n for n, mine in enumerate(times) if len(mine) < most[n]]
        for n in order.sample(turns, len(turns)):
            _rest()
            if firsts[n] < SHORT:
                _run_for(WARM, works[n])
            times[n].append(_timed(works[n]))
            spent += times[n][-1] if near[n] else 0.0
    return [Timed(median(mine or [first]), len(mine) or 1) for mine, first in zip(times, firsts, strict=True)]


def _rest() -> None:
    """Until no thread of this process computes any more."""
    for _ in range(RESTS):
        before = process_time()
        sleep(REST)
        if process_time() - before <= BUSY * REST:
            return


def _warm(work: Work) -> float:
    """The time of a first run, or of a second after a short one."""
    first = _timed(work)
    return _timed(work) if first < FAR_SECONDS / FAR else first


def _run_for(seconds: float, work: Work) -> None:
    end = perf_counter() + seconds
    while perf_counter() < end:
        work()


def _timed(work: Work) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def measure(case: Case, runs: int = RUNS, least: float = LEAST) -> Iterator[Row]:
    """A row for every peer, or one for the best; peers that are not there are named."""
    for peer in case.peers:
        if peer.make is None:
            yield Row(case.area, case.name, peer.name, None, None, None, case.bound)
    there = [(peer.name, peer.make()) for peer in case.peers if peer.make is not None]
    if not there:
        return
    work, note = case.ours(), case.note() if case.note else ""
    results: list[object] = [None] * (1 + len(there))
    works = [_kept(each, results, n) for n, each in enumerate([work, *(theirs for _, theirs in there)])]
    ours, *others = by_turns(works, runs, least)
    same = [case.same is None or case.same(results[0], result) for result in results[1:]]
    found = [
        Row(
            case.area,
            case.name,
            name,
            ours.seconds * 1e3,
            other.seconds * 1e3,
            ours.seconds / other.seconds,
            case.bound,
            note,
            other.runs,
            alike,
        )
        for (name, _), other, alike in zip(there, others, same, strict=True)
    ]
    yield from [max(found, key=lambda row: row.ratio or 0)] if case.best else found


def _kept(work: Work, results: list[object], n: int) -> Work:
    """The same work, whose latest result is kept beside the others'."""

    def kept() -> object:
        results[n] = work()
        return results[n]

    return kept


def table(rows: Iterable[Row]) -> Iterator[str]:
    """The lines of a table, as each row comes."""
    yield f"{'case':44} {'peer':30} {'ours ms':>9} {'peer ms':>9} {'ratio':>6} {'bound':>6}  held"
    area = ""
    for row in rows:
        if row.area != area:
            area = row.area
            yield f"-- {area}"
        numbers = (_number(row.ours_ms, 3), _number(row.peer_ms, 3), _number(row.ratio, 2))
        ours, theirs, ratio = numbers
        bound = _number(row.bound, 2)
        line = f"{row.case:44} {row.peer:30} {ours:>9} {theirs:>9} {ratio:>6} {bound:>6}  {row.held}"
        yield f"{line:119} {row.note}" if row.note else line


def _number(value: float | None, digits: int) -> str:
    return "–" if value is None else f"{value:.{digits}f}"
