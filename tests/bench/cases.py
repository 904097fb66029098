"""What a bench is made of: cases, each a computation of ours against a peer's, and how a ratio is measured.

Ours and the peer's run by turns, so that whatever else the machine does slows both; each figure is the
median of at least seven runs, and the ratio that of the medians.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from statistics import median
from time import perf_counter, sleep

Work = Callable[[], object]

RUNS = 7
LEAST = 0.02
"""Seconds that the runs of a case take together at least, that short ones are measured often enough."""
MOST = 200
"""As often at most."""
REST = 0.01
"""Seconds between turns: the threads of torch and onnxruntime go on looking for work for some milliseconds
after their own is done, and took a core from whoever came next (5×5, stride 3, 1024²: 3.3 ms, not 1.5)."""


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
    """

    area: str
    name: str
    ours: Callable[[], Work]
    peers: tuple[Peer, ...]
    bound: float | None
    best: bool = False
    quick: bool = False


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
    """What was measured: milliseconds, their ratio, and whether it is within the bound."""

    area: str
    case: str
    peer: str
    ours_ms: float | None
    peer_ms: float | None
    ratio: float | None
    bound: float | None

    @property
    def held(self) -> str:
        """yes, no, or why there is no answer."""
        if self.ratio is None:
            return "not installed" if self.ours_ms is None else "for information"
        if self.bound is None:
            return "for information"
        return "yes" if self.ratio <= self.bound else "no"

    @staticmethod
    def within(area: str, case: str, ours: float, limit: float | None, unit: str = "ms") -> Row:
        """A row against a number instead of a peer; None for information only."""
        peer = f"at most {limit:g} {unit}" if limit is not None else unit
        return Row(area, case, peer, ours, limit, ours / limit if limit else None, 1.0 if limit else None)

    def as_dict(self) -> dict[str, object]:
        """For JSON."""
        return asdict(self) | {"held": self.held}


def by_turns(works: list[Work], runs: int = RUNS, least: float = LEAST) -> list[float]:
    """The median seconds of each, run one after the other, and the same in the next round."""
    for work in works:
        work()
    times: list[list[float]] = [[] for _ in works]
    spent = 0.0
    while len(times[0]) < runs or (spent < least * len(works) and len(times[0]) < MOST):
        for work, mine in zip(works, times, strict=True):
            sleep(REST)
            start = perf_counter()
            work()
            mine.append(perf_counter() - start)
            spent += mine[-1]
    return [median(mine) for mine in times]


def measure(case: Case, runs: int = RUNS, least: float = LEAST) -> Iterator[Row]:
    """A row for every peer, or one for the best; peers that are not there are named."""
    there = [peer for peer in case.peers if peer.make is not None]
    for peer in case.peers:
        if peer.make is None:
            yield Row(case.area, case.name, peer.name, None, None, None, case.bound)
    if not there:
        return
    ours, *theirs = by_turns([case.ours(), *(peer.make() for peer in there if peer.make)], runs, least)
    found = [
        Row(case.area, case.name, peer.name, ours * 1e3, time * 1e3, ours / time, case.bound)
        for peer, time in zip(there, theirs, strict=True)
    ]
    yield from [max(found, key=lambda row: row.ratio or 0)] if case.best else found


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
        yield f"{row.case:44} {row.peer:30} {ours:>9} {theirs:>9} {ratio:>6} {bound:>6}  {row.held}"


def _number(value: float | None, digits: int) -> str:
    return "–" if value is None else f"{value:.{digits}f}"
