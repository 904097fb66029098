"""A story in lines of text: how its size is worked out, one step in numbers, the program."""

from __future__ import annotations

from collections.abc import Iterator

from convviz.cli.scenes import check_cell
from convviz.core.kernel_text import shown
from convviz.core.listing import LANGUAGES
from convviz.core.operation import Array
from convviz.core.sizes import Shape
from convviz.core.trace import Indices, Step
from convviz.i18n import Message, listed, msg, tr
from convviz.labs.lab import Lab
from convviz.labs.story import Story, tell
from convviz.scene.scene import Region, replace

WIDEST = 110
"""Characters of a line; tables that do not fit beside one another stand below one another."""


def listing(lab: Lab, story: Story, language: str) -> str:
    """The program, in a language of listing.LANGUAGES by its name in small letters."""
    return lab.program(story, {name.lower(): name for name in LANGUAGES}[language])


def size_lines(lab: Lab, story: Story) -> list[str]:
    """What goes in, the formula, the formula with numbers, what comes out."""
    formula = (f"  {tr(line)}" for line in lab.size_formula(story))
    first, last = (
        msg("input {size}", size=_size(story.x.shape)),
        msg("output {size}", size=_size(story.shape)),
    )
    return [tr(first), *formula, tr(last)]


def step_lines(lab: Lab, story: Story, place: tuple[int, int]) -> list[str]:
    """How one output cell comes to be: what it reads, the weights, products and their sum; a sentence.

    A layer of several stages is followed through the stages before its last.

    Raises: SpecError("no_such_cell").
    """
    row, col = place
    check_cell(story, row, col)
    there = replace(story.scene, region=Region(row, col, 1, 1), scope="region")
    story = tell(there, story.source, lab)
    step = story.step(0)
    lines = []
    for before in getattr(story.trace, "inner", lambda cell: [])(step.cell):
        lines += [*_step(before), ""]
    said = tr(lab.explain(story, story.timeline.at(float(story.timeline.steps))))
    return [*lines, *_step(step), "", said]


def _step(step: Step) -> Iterator[str]:
    channel, row, col = step.cell
    yield tr(msg("row {row}, column {col}, channel {channel}", row=row, col=col, channel=channel))
    for n, source in enumerate(step.channels):
        rows, cols = _places(step.rows, step.source_rows), _places(step.cols, step.source_cols)
        yield ""
        place = msg("channel {n}, rows {rows}; columns {cols}", n=shown(source), rows=rows, cols=cols)
        yield f"  {tr(place)}"
        yield from _tables(step.values[n], step.weights[n], step.products[n])
    yield ""
    yield f"  {_sum(step)}"


def _sum(step: Step) -> str:
    numbers = {"sum": shown(float(step.products.sum())), "bias": shown(step.bias), "z": shown(step.total)}
    line = msg("sum {sum} + bias {bias} = {z}", **numbers) if step.bias else msg("sum {z}", **numbers)
    if shown(step.value) != shown(step.total):
        line = msg("{line}, which becomes {y}", line=line, y=shown(step.value))
    return tr(line)


def _tables(values: Array, weights: Array, products: Array) -> Iterator[str]:
    """Values × weights = products, side by side if there is room."""
    tables = [_table(part) for part in (values, weights, products)]
    middle = (len(tables[0]) - 1) // 2
    lines = [
        f"    {v}  {'×' if n == middle else ' '}  {w}  {'=' if n == middle else ' '}  {p}"
        for n, (v, w, p) in enumerate(zip(*tables, strict=True))
    ]
    if len(lines[0]) <= WIDEST:
        yield from lines
        return
    for name, table in zip(("values", "× weights", "= products"), tables, strict=True):
        yield f"    {tr(name)}"
        yield from (f"    {line}" for line in table)


def _table(numbers: Array) -> list[str]:
    """Rows of numbers, the numbers of a column below one another."""
    texts = [[shown(float(number)) for number in row] for row in numbers]
    widths = [max(map(len, column)) for column in zip(*texts, strict=True)]
    return [" ".join(text.rjust(width) for text, width in zip(row, widths, strict=True)) for row in texts]


def _places(taps: Indices, sources: Indices) -> Message:
    """Where taps lie, and what they read where that is another cell: −1 to 1, reading –, 0, 1."""
    places, read = taps.tolist(), sources.tolist()
    span = msg("{first}", first=shown(places[0]))
    if len(places) > 1:
        span = msg("{first} to {last}", first=shown(places[0]), last=shown(places[-1]))
        if (by := places[1] - places[0]) != 1:
            span = msg("{span} by {by}", span=span, by=by)
    if places == read and min(read) >= 0:
        return span
    cells = listed("–" if cell < 0 else str(cell) for cell in read)
    return msg("{span}, reading {cells}", span=span, cells=cells)


def _size(shape: Shape) -> str:
    return " × ".join(map(str, shape))
