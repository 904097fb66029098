"""Pieces of figures that labs share: bands and columns, numbers in cells, headings, legends, the formula."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from math import floor

import numpy as np

from convviz.core.kernel_text import shown
from convviz.figure import lettering
from convviz.figure.figure import Array, Box, Grid, Item, Mark, Outline, Panel, Scale, Size, Text, marks_like
from convviz.i18n import Message, msg, tr

MARGIN = 16.0
"""Space at the left and right of the stage."""
NAME_LINE = 11.0
"""The middle of a heading's name."""
HEAD = 64.0
"""Height of the three lines of a heading."""
LOW_STAGE = 420.0
"""A stage less high than this gives less to its words, to leave more to its cells."""
COLUMN_GAP = 12.0
"""Space between two headings."""
Line = tuple[str | Message, ...]
"""A line of a heading, and what it says instead, shorter and shorter, where it has no room."""


@dataclass(frozen=True)
class Bands:
    """A stage from top to bottom, below the headings: grids, a sentence, the formula."""

    grids: Box
    sentence: float
    strip: Box


def bands(size: Size) -> Bands:
    """Where grids, sentence and formula stand on a stage of that size."""
    foot, strip = (36.0, 44.0) if size.h >= LOW_STAGE else (28.0, 36.0)
    height = max(size.h - HEAD - foot - strip, 1.0)
    return Bands(
        Box(MARGIN, HEAD, size.w - 2 * MARGIN, height),
        size.h - strip - foot / 2,
        Box(0, size.h - strip, size.w, strip),
    )


def fitting(wanted: Sequence[float], least: Sequence[float], room: float) -> tuple[float, list[float]]:
    """A factor for grids that want these widths, and the columns they stand in, none narrower than `least`.

    The factor is the largest, up to 1, with which the columns fit side by side into the room.
    """
    scale = min(1.0, room / sum(least))
    for percent in range(100, -1, -1):
        columns = [
            max(width * percent / 100, narrow * scale) for width, narrow in zip(wanted, least, strict=True)
        ]
        if sum(columns) <= room + 0.5:
            break
    return percent / 100, columns


@dataclass(frozen=True)
class Columns:
    """Columns side by side: the factor of what they hold, where they begin, how wide they are."""

    factor: float
    starts: tuple[float, ...]
    widths: tuple[float, ...]


def side_by_side(
    wanted: Sequence[float], least: Sequence[float], wide: float, gap: float, spread: float
) -> Columns:
    """Columns as in `fitting`, in the middle of a stage so wide.

    They are `gap` apart, and up to `spread` more where there is room.
    """
    between = len(wanted) - 1
    room = wide - 2 * MARGIN - gap * between
    factor, widths = fitting(wanted, least, room)
    gap += min(max(room - sum(widths), 0.0) / (between + 2), spread)
    x = (wide - sum(widths) - gap * between) / 2
    starts = (float(round(x + sum(widths[:n]) + gap * n)) for n in range(len(wanted)))
    return Columns(factor, tuple(starts), tuple(widths))


def whole(cell: float) -> float:
    """Cells of whole pixels, so that lines between them are sharp; small cells need every bit they get."""
    return float(floor(cell)) if cell >= 8 else cell


def labels(
    values: Array, cell: float, write: Callable[[float], str] = shown
) -> tuple[tuple[str, ...], ...] | None:
    """The numbers as written in cells of that size; None where they have no room."""
    if cell < lettering.SMALLEST_CELL:
        return None
    written = _written(values.tobytes(), values.dtype.char, values.shape, write)
    return written if lettering.number_size(written, cell) else None


@lru_cache(maxsize=16)
def _written(
    values: bytes, dtype: str, shape: tuple[int, ...], write: Callable[[float], str]
) -> tuple[tuple[str, ...], ...]:
    """Each number, row by row; those of the last frames are kept, as a step writes few anew."""
    rows = np.frombuffer(values, dtype).reshape(shape).tolist()
    return tuple(tuple(write(v) for v in row) for row in rows)


# --- headings and legends


def heading(
    x: float, room: float, name: Line, keys: Sequence[Key] = (), size: float = 17.0
) -> Iterator[Item]:
    """A grid's name, and at the right end of its room the keys to its marks, as many as fit."""
    used = 0.0
    spare = room - lettering.width(tr(name[-1]), size, bold=True) - 2  # measured with room to spare
    for key in keys:
        said = next((each for each in key.forms if used + each.width <= spare), None)
        if said:
            yield from said.at(x + room - used - said.width, NAME_LINE)
            used += said.width + 6
    yield Text(
        x,
        NAME_LINE,
        name[0],
        size=size,
        bold=True,
        room=room - used,
        least=size - 3.5,
        shorter=name[1:],
        row="headings",
    )


def lines(x: float, room: float, texts: Sequence[Line]) -> Iterator[Item]:
    """The quieter lines below a name."""
    for n, (text, *shorter) in enumerate(texts):
        size = 12.5 if n == 0 else 11.5
        yield Text(x, 32 + 17 * n, text, "muted", size, room=room, least=size - 1.5, shorter=tuple(shorter))


@dataclass(frozen=True)
class Key:
    """One mark and what it means; `mark` is a role that outlines a cell, or flags of Mark on a grey one."""

    text: Message
    mark: str | int
    value: float = 1.0
    dashed: bool = False
    shorter: Message | None = None
    """What it says where there is no room for the text."""
    waits: bool = False
    """Whether it keeps its room only: what it explains is yet to come, and nothing jumps when it does."""

    @property
    def forms(self) -> tuple[Key, ...]:
        """The key, and the same with fewer words."""
        return (self, replace(self, text=self.shorter)) if self.shorter else (self,)

    @property
    def width(self) -> float:
        """The pixels it takes."""
        return 15 + lettering.width(tr(self.text), 11)

    def at(self, x: float, y: float) -> Iterator[Item]:
        """Drawn from x on, its middle at y; nothing while it waits."""
        if self.waits:
            return
        if isinstance(self.mark, str):
            yield Outline(Box(x + 1, y - 4, 9, 9), self.mark, 1.5 if self.dashed else 2.0, dashed=self.dashed)
        else:
            marks = np.array([[self.mark]], np.uint8)
            yield Grid("legend", x, y - 5, 11, np.full((1, 1), self.value), Scale("image"), marks)
        yield Text(x + 15, y, self.text, role="muted", size=11, room=self.width - 15)


WINDOW_KEY = Key(msg("window"), "window")
UNREAD_KEY = Key(msg("never read"), Mark.UNREAD, 0.4)
PADDING_KEY = Key(msg("padding"), Mark.GHOST)
TAP_KEY = Key(msg("current"), Mark.LIT, 0.6)
WRITTEN_KEY = Key(msg("written"), "output")
CLAMPED_KEY = Key(msg("clamped"), Mark.CLAMPED)


RAMP_CELL, SHRUNK_RAMP_CELL, LEAST_RAMP_CELL = 7.0, 4.0, 2.0
"""A colour of a legend's ramp: as large as it is, as it may become to leave room to words, and to numbers."""
MOST_WRITTEN = 1e7
"""Ends of legends from here on have three significant digits: float32 knows no more than seven."""
LEGEND = 10.5
"""The least size of a legend's words."""


def legend(x: float, y: float, room: float, scale: Scale, words: Line) -> Iterator[Item]:
    """A colour ramp between the values at its ends, and what it means, on one line; nothing without room."""
    low, high = (shown(round_to(value)) for value in (scale.low, scale.high))
    size = max(10.0, lettering.least())
    at = x + lettering.width(low, size) + 4
    beside = lettering.width(high, size) + 4
    values = np.linspace(scale.low, scale.high, 9)[None, :]
    spare = x + room - beside - at
    said = next((lettering.width(tr(text), LEGEND) + 6 for text in reversed(words) if tr(text)), 0.0)
    cell = min(RAMP_CELL, spare / values.size)
    if cell < LEAST_RAMP_CELL:
        return
    if said and (shrunk := (spare - said) / values.size) >= SHRUNK_RAMP_CELL:
        cell = min(cell, shrunk)
    ramp = Grid("legend", at, y - cell / 2 - 0.5, cell, values, scale, marks_like(values))
    after = ramp.box.right + 4
    if after + lettering.width(high, size) > x + room:
        return
    yield Text(x, y, low, "muted", size)
    yield ramp
    yield Outline(ramp.box, "border", 1.0)
    yield Text(after, y, high, "muted", size)
    after += beside
    yield Text(after, y, words[0], "muted", 11, room=x + room - after, least=LEGEND, shorter=(*words[1:], ""))


def round_to(value: float) -> float:
    """Three significant digits, enough for a legend; of more before the point none is made up.

    Example: the most, 1418, is 1418 and not 1420, which no cell holds.
    """
    return float(f"{value:.0f}" if 1000 <= abs(value) < MOST_WRITTEN else f"{value:.3g}")


# --- the formula


@dataclass(frozen=True)
class Span:
    """A piece of the formula with the role of its colour; `place` as of a Text."""

    text: str
    role: str = "strip_text"
    place: bool = False


FORMULA_SIZES = (15, 14, 13, 12, 11, 10, 9)
FEWEST, READABLE, WEIGHTY, SHORTENED = 3, 12, 12, 15
"""Terms that are written out at least, in letters however small; the sizes down to which all are kept, and
all that make the sum; and the largest in which some are left out."""
PLUS, GAP = Span(" + ", "strip_muted"), Span("…", "strip_muted")


@dataclass(frozen=True)
class Formula:
    """What the strip writes out: a head, terms that are added, a tail.

    Attributes:
        count, term: how many terms there are, and the n-th. keep: the one in play, if any.
        reserve: characters kept free for the tail, which grows during a step.
        first: terms that matter more than others, if there is no room for all.
        between: what stands between two terms.
    """

    head: Span
    count: int
    term: Callable[[int], Span]
    keep: int | None
    tail: Sequence[Span]
    reserve: int = 0
    between: Span = Span(" + ", "strip_muted")
    first: Sequence[int] = ()


def strip(box: Box, formula: Formula) -> Iterator[Item]:
    """The dark strip with a formula on one line.

    Letters shrink until it fits; what does not fit at a readable size has its middle left out, and shrinks
    only until as many terms fit as must. The first terms, the one in play and the last stay longest, or
    those that matter more.
    """
    yield Panel(box, "strip", radius=5)
    head, count, tail = formula.head, formula.count, formula.tail
    term = cache(formula.term)  # each is measured many times: to write it anew was a sixth of a figure's time
    fixed = len(head.text) + max(sum(len(span.text) for span in tail), formula.reserve)
    tries = [(size, count) for size in FORMULA_SIZES if size >= READABLE]
    weighty = len({*formula.first, *([] if formula.keep is None else [formula.keep])})
    tries += [(size, weighty) for size in FORMULA_SIZES if formula.first and WEIGHTY <= size <= SHORTENED]
    tries += [(size, min(FEWEST, count)) for size in FORMULA_SIZES if size <= SHORTENED]
    for size, enough in tries:
        room = int((box.w - 28) / (lettering.MONO_ADVANCE * size)) - fixed
        kept = kept_terms(count, term, formula.keep, room, formula.first)
        if sum(n is not None for n in kept) >= enough:
            break
    middle: list[Span] = []
    for n in kept:
        middle += [*([formula.between] if middle else []), GAP if n is None else term(n)]
    x, y = box.x + 14, box.y + box.h / 2
    for span in (head, *middle, *tail):
        yield Text(x, y, span.text, role=span.role, size=size, mono=True, place=span.place)
        x += len(span.text) * lettering.MONO_ADVANCE * size


def kept_terms(
    count: int, term: Callable[[int], Span], keep: int | None, room: int, first: Sequence[int] = ()
) -> list[int | None]:
    """Indices of the terms that fit into `room` characters, None for each gap between them."""
    if count * (1 + len(PLUS.text)) <= room + len(PLUS.text) and _length(range(count), term) <= room:
        return list(range(count))  # as the terms one by one would come to: a gap is no longer than a term
    stay: set[int] = set()
    played = [] if keep is None else [keep]
    for n in (*([] if first else [count - 1]), *played, *first, count - 1, *range(count)):
        kept = _with_gaps({*stay, n}, count)
        if _length(kept, term) > room:
            break
        stay.add(n)
    return _with_gaps(stay, count)


def weightiest(terms: Array) -> list[int]:
    """Which of these terms (n,) are not 0, the largest first; none where all are, and none matters more."""
    there = np.flatnonzero(terms)
    if there.size == terms.size:
        return []
    order: list[int] = there[np.argsort(-abs(terms[there]), kind="stable")].tolist()
    return order


def _with_gaps(stay: set[int], count: int) -> list[int | None]:
    kept: list[int | None] = []
    before = -1
    for n in sorted(stay):
        kept += [None, n] if n != before + 1 else [n]
        before = n
    return kept if before == count - 1 else [*kept, None]


def _length(kept: Sequence[int | None], term: Callable[[int], Span]) -> int:
    texts = [GAP if n is None else term(n) for n in kept]
    return sum(len(span.text) for span in texts) + len(PLUS.text) * (len(texts) - 1)
