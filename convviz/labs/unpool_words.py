"""Unpooling in sentences: which window remembers a cell, what a pooled cell remembers, what is lost."""

from __future__ import annotations

from typing import Any

from convviz.core.kernel_text import shown
from convviz.i18n import Message, msg
from convviz.labs.explaining import sentences
from convviz.labs.parts import Formula, Span
from convviz.labs.unpool_view import Place, UnpoolView


def said(view: UnpoolView) -> Message:
    """Of the cell pointed at, else of the step."""
    if view.at_map:
        return _of_map(view, view.at_map)
    if view.at_input:
        return _of_input(view, *view.at_input)
    return of_step(view)


def explain(view: UnpoolView) -> Message:
    """The step, how many cells can be filled, and what overlap, gaps and the size have to do with it."""
    return sentences(of_step(view), _of_loss(view), _of_windows(view), _of_size(view))


def place_of(view: UnpoolView, row: int, col: int) -> dict[str, Any]:
    """A place and its number in its channel, as max pooling counts."""
    width = int(view.story.x.shape[2])
    return {"row": row, "col": col, "w": width, "index": row * width + col}


def _at(place: Place) -> str:
    return f"{place[0]}, {place[1]}"


# --- the step


def of_step(view: UnpoolView) -> Message:
    """Which window remembers the output cell."""
    held, writers = view.candidates, view.writers
    values = {**place_of(view, *view.step.cell[1:]), "n": len(held), "y": shown(view.step.value)}
    if not held:
        return msg(
            "No window holds row {row}, column {col}: nothing was pooled there, and it stays 0.", **values
        )
    if not view.computed:
        return msg(
            "Row {row}, column {col} is number {index}; windows that hold it, and are asked what they "
            "remember: {n}.",
            **values,
        )
    if not writers and len(held) == 1:
        return msg(
            "Row {row}, column {col} is number {index}; the window that holds it remembers {other}, so it "
            "stays 0.",
            other=view.index(held[0]),
            **values,
        )
    if not writers:
        return msg(
            "Row {row}, column {col} is number {index}; none of the {n} windows that hold it remembers that, "
            "so it stays 0.",
            **values,
        )
    values |= {"at": _at(writers[-1]), "n": len(writers)}
    if len(writers) == 1:
        return msg(
            "Row {row}, column {col} is number {index}; pooled cell {at} remembers it, and its maximum {y} "
            "goes back there.",
            **values,
        )
    return msg(
        "Row {row}, column {col} is number {index}; {n} pooled cells remember it. Each writes over the one "
        "before: {y} of the last, {at}, stays and is not added.",
        **values,
    )


# --- the cell pointed at


def _of_map(view: UnpoolView, place: Place) -> Message:
    """What a pooled cell remembers."""
    region, (row, col) = view.map_region, view.named(place)
    value = float(view.remembered[0][place[0] - region.top, place[1] - region.left])
    values = {**place_of(view, row, col), "y": shown(value), "at": _at(place)}
    return msg(
        "Pooled cell {at} is {y}, found at index {index} = {row} · {w} + {col}: it goes back to row {row}, "
        "column {col}.",
        **values,
    )


def _of_input(view: UnpoolView, row: int, col: int) -> Message:
    """Whether a cell of the picture is remembered."""
    _, height, width = view.story.x.shape
    values: dict[str, Any] = place_of(view, row, col)
    if not (0 <= row < height and 0 <= col < width):
        return msg("Row {at}, column {along} lies outside the input.", at=row, along=col)
    held = view.holding(row, col)
    values |= {"n": len(held), "won": sum(view.named(place) == (row, col) for place in held)}
    return msg(
        "Windows on the stage that hold row {row}, column {col}: {n}; it wins in {won} of them. "
        "Its index is {index}.",
        **values,
    )


# --- the layer


def _of_loss(view: UnpoolView) -> Message:
    _, h, w = view.story.x.shape
    _, oh, ow = view.story.shape
    n, m = view.own.pooled((h, w))
    return msg(
        "{n} × {m} maxima come back to {oh} × {ow} cells; all other cells are 0, for what pooling dropped is "
        "lost.",
        n=n, m=m, oh=oh, ow=ow,
    )  # fmt: skip


def _of_windows(view: UnpoolView) -> Message | None:
    (kh, sh, _), (kw, sw, _) = view.own.axes
    overlap = msg("The windows overlap, so one cell may be remembered by several; it is put back once.")
    gaps = msg("The windows leave gaps, whose cells no index can name.")
    said = [overlap] * (kh > sh or kw > sw) + [gaps] * (kh < sh or kw < sw)
    return sentences(*said) if said else None


def _of_size(view: UnpoolView) -> Message | None:
    """What the size would be if none were asked for."""
    _, h, w = view.story.x.shape
    pooled, (lh, lw) = view.own.pooled((h, w)), view.own.least((h, w))
    if (lh, lw) == view.story.shape[1:]:
        return None
    return msg(
        "Without output_size it would be {lh} × {lw}, from which the pooling makes {n} × {m}, too.",
        lh=lh, lw=lw, n=pooled[0], m=pooled[1],
    )  # fmt: skip


def formula(view: UnpoolView) -> Formula:
    """As in 3·512 + 5 = 1541:  1030 ≠ 1541,  1541 = 1541  → y[3,5] = 142."""
    row, col = view.step.cell[1:]
    here, done, asking = place_of(view, row, col), view.compared, view.asking
    candidates = view.candidates

    def term(n: int) -> Span:
        if not candidates:
            return Span("–", "strip_muted")
        index = view.index(candidates[n])
        sign = ("=" if index == here["index"] else "≠") if n < done else "?"
        role = "strip_accent" if candidates[n] == asking else "strip_text" if n < done else "strip_muted"
        return Span(f"{index} {sign} {here['index']}", role, place=True)

    head = Span(f"{row}·{here['w']} + {col} = {here['index']}:  ", "strip_muted", place=True)
    tail = [Span(f"  → y[{row},{col}] = ", "strip_muted", place=True)]
    if view.reached("compare") >= 1:
        tail.append(Span(shown(view.step.value), "strip_accent"))
    keep = candidates.index(asking) if asking else None
    if view.writers and not asking:
        keep = candidates.index(view.writers[-1])
    return Formula(head, max(len(candidates), 1), term, keep, tail, 24, Span(", ", "strip_muted"))
