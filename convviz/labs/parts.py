"""Pieces of figures that labs share: numbers in cells, titles, legends, the formula strip."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from convviz.core.kernel_text import shown
from convviz.figure.figure import Array, Box, Grid, Item, Panel, Scale, Text, marks_like
from convviz.i18n import Message

NUMBER_CELL = 26.0
"""From this size on (pixels) a cell has room for its number."""
CORNER_CELL = 34.0
"""From this size on it has room for a weight in its corner too."""
OVER_CELL = 46.0
"""From this size on there is room for "42×−1" above the product."""
STRIP = 44.0
MONO_ADVANCE = 0.602
"""Width of a monospace character as a part of its size (DejaVu Sans Mono)."""
BLUE_RED = "signed"


def labels(values: Array, cell: float) -> tuple[tuple[str, ...], ...] | None:
    """The numbers as written in cells of that size; None where they have no room."""
    if cell < NUMBER_CELL:
        return None
    return tuple(tuple(shown(float(v)) for v in row) for row in values)


def title(
    x: float,
    y: float,
    name: Message,
    rest: Message | str,
    below: Message | str,
    room: float,
    room_below: float = 0,
) -> list[Text]:
    """A grid's heading: its name, its size, a quieter line below; the lower two may have more room."""
    lower = max(room, room_below)
    return [
        Text(x, y + 11, name, size=17, bold=True, room=room),
        Text(x, y + 33, rest, role="muted", size=12.5, room=lower),
        Text(x, y + 50, below, role="muted", size=11.5, room=lower),
    ]


def legend(x: float, y: float, scale: Scale, width: float = 96) -> list[Item]:
    """A colour ramp with the values at its ends, and at 0 when that lies between."""
    n = 9
    values = np.linspace(scale.low, scale.high, n)[None, :]
    ramp = Grid("legend", x, y, width / n, values, scale, marks_like(values))
    ends = [Text(x, y + 17, shown(round_to(scale.low)), role="muted", size=10)]
    ends.append(Text(x + width, y + 17, shown(round_to(scale.high)), role="muted", size=10, align="right"))
    if scale.low < 0 < scale.high:
        zero = x + width * -scale.low / (scale.high - scale.low)
        ends.append(Text(zero, y + 17, "0", role="muted", size=10, align="center"))
    return [ramp, *ends]


def round_to(value: float) -> float:
    """Three significant digits: enough for a legend."""
    return float(f"{value:.3g}")


@dataclass(frozen=True)
class Span:
    """A piece of the formula with the role of its colour."""

    text: str
    role: str = "strip_text"


def strip(box: Box, spans: Sequence[Span], size: float = 15.0) -> list[Item]:
    """The dark strip with a formula in it, one line, set in monospace."""
    items: list[Item] = [Panel(box, "strip", radius=5)]
    x = box.x + 14
    for span in spans:
        items.append(Text(x, box.y + box.h / 2, span.text, role=span.role, size=size, mono=True))
        x += len(span.text) * MONO_ADVANCE * size
    return items


def shortened(terms: Sequence[Span], room: int, keep: int | None = None) -> list[Span]:
    """The terms joined by +, the middle left out when they are longer than `room` characters.

    The first terms, the term `keep` (the one in play) and the last always stay.
    """
    plus, gap = Span(" + ", "strip_muted"), Span("…", "strip_muted")
    if sum(len(t.text) + 3 for t in terms) <= room:
        kept: list[int | None] = list(range(len(terms)))
    else:
        kept = _kept(terms, room, keep)
    spans: list[Span] = []
    for n in kept:
        spans += [plus] if spans else []
        spans.append(gap if n is None else terms[n])
    return spans


def _kept(terms: Sequence[Span], room: int, keep: int | None) -> list[int | None]:
    """Indices of the terms that stay, None for each gap: taken from the front, but always these two."""
    must = {len(terms) - 1, *([keep] if keep is not None else [])}
    room -= 12 + sum(len(terms[n].text) + 3 for n in must)
    stay = set(must)
    for n, term in enumerate(terms):
        room -= len(term.text) + 3
        if room < 0:
            break
        stay.add(n)
    kept: list[int | None] = []
    for n in sorted(stay):
        previous = kept[-1] if kept else None
        if previous is not None and n != previous + 1:
            kept.append(None)
        kept.append(n)
    return kept if kept[0] == 0 else [None, *kept]
