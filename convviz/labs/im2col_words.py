"""What im2col's stage says: headings with the matrices' sizes, and a sentence about what is to be seen."""

from __future__ import annotations

from collections.abc import Iterator
from math import prod
from typing import Any

import convviz.labs.conv_words as words
import convviz.labs.parts as parts
from convviz.core import im2col
from convviz.core.border import NUMPY_MODES
from convviz.core.fast.gemm import BLOCK
from convviz.core.kernel_text import shown
from convviz.figure.figure import Grid, Item, Mark
from convviz.i18n import Message, msg
from convviz.labs.amounts import grouped, size
from convviz.labs.explaining import sentences
from convviz.labs.im2col_board import Board, is_toeplitz
from convviz.labs.im2col_input import area_counts, copied, copies_so_far, is_heat
from convviz.labs.parts import Line
from convviz.labs.story import Story
from convviz.labs.window import View
from convviz.scene.scene import Region

COLUMNS: Line = (msg("Windows as columns"), msg("Columns"))
TOEPLITZ: Line = (msg("Toeplitz matrix T"), msg("T"))
NEARLY_NONE = 0.1
"""Of T's cells so few at most hold weights where it is said that nearly all are 0."""
COPIES: Line = (msg("Copies of each pixel"), msg("Copies"))


def input_heading(board: Board, source: Grid, room: float, counted: bool = True) -> Iterator[Item]:
    """The input's size and place; of the heat, how many copies of how many pixels there are, if `counted`."""
    story = board.view.story
    if not is_heat(story):
        channels = board.view.step.channels
        title = (
            words.channels_title(story, channels)
            if len(channels) > 1
            else words.input_title(story, source.channel)
        )
        below = so_far_line(board.view) if counted and not is_toeplitz(story) else None
        yield from words.input_heading(board.view, source, title, room, room, below)
        return
    yield from parts.heading(source.x, room, COPIES, [parts.WINDOW_KEY])
    yield from parts.lines(source.x, room, (so_far_line(board.view),) if counted else ())
    yield from parts.legend(source.x, 49, room, source.scale, (msg("times in the matrix"), msg("times")))


def so_far_line(view: View) -> Line:
    """As in "copied so far: 81 of 144", counted window by window."""
    values = {
        "n": grouped(copies_so_far(view)),
        "all": grouped(im2col.copies(view.story.spec, view.story.x.shape)[0]),
    }
    return (
        msg("copied so far: {n} of {all}", **values),
        msg("{n} of {all} copied", **values),
        msg("{n} copied", **values),
    )


def copies_line(story: Story) -> Line:
    """As in 49 pixels, 441 copies: 9 times as many."""
    pixels, (copies, padding) = prod(story.x.shape), im2col.copies(story.spec, story.x.shape)
    values = {
        "pixels": grouped(pixels),
        "copies": grouped(copies),
        "padding": grouped(padding),
        "all": grouped(copies + padding),
        "times": shown(parts.round_to((copies + padding) / pixels)),
    }
    lines: Line = (
        msg("{pixels} pixels, {copies} copies: {times} times as many", **values),
        msg("{pixels} pixels, {copies} copies: {times}×", **values),
    )
    if padding:
        words_ = "{pixels} pixels, {copies} copies and {padding} of padding: {times} times as many"
        lines = (msg(words_, **values),)
    return (
        *lines,
        msg("{pixels} → {all}: {times} times", **values),
        msg("{times} times", **values),
    )


def columns_lines(board: Board, taps: range, windows: range) -> tuple[Line, Line]:
    """The matrix's size and which part of it is shown; what it would take for the whole picture."""
    story = board.view.story
    matrix = im2col.columns_size(story.spec, story.x.shape)
    whole = f"{grouped(matrix.rows)} × {grouped(matrix.columns)}"
    if (len(taps), len(windows)) != (matrix.rows, matrix.columns):
        values: dict[str, Any] = {"size": whole, "rows": len(taps), "columns": len(windows)}
        return (
            (
                msg("{size} · here {rows} × {columns} of it", **values),
                msg("{rows} × {columns} of {size}", **values),
                whole,
            ),
            _for_the_picture(story),
        )
    line, *shorter = copies_line(story)
    return ((msg("{size} · {copies}", size=whole, copies=line), line, *shorter), _for_the_picture(story))


def _for_the_picture(story: Story) -> Line:
    values = _whole_picture(story)
    blocks: Line = ()
    if values["bytes"] > BLOCK * im2col.FLOAT_BYTES:
        blocks = (
            msg(
                "whole picture, {h} × {w}: {size} as float32; in blocks of {block}, never all of it", **values
            ),
            msg("whole picture, {h} × {w}: {size}; made in blocks of {block}", **values),
        )
    return (
        *blocks,
        msg("whole picture, {h} × {w}: {size}", **values),
        msg("whole picture: {size}", **values),
        size(values["bytes"]),
    )


def _whole_picture(story: Story) -> dict[str, Any]:
    """The column matrix of the picture before it was cropped."""
    shape = story.source.planes.shape
    matrix = im2col.columns_size(story.spec, shape)
    bytes_ = matrix.bytes * story.spec.groups
    return {
        "h": shape[1],
        "w": shape[2],
        "rows": grouped(matrix.rows * story.spec.groups),
        "columns": grouped(matrix.columns),
        "bytes": bytes_,
        "size": size(bytes_),
        "block": size(BLOCK * im2col.FLOAT_BYTES),
    }


def toeplitz_lines(board: Board, windows: range, pixels: range) -> tuple[Line, Line]:
    """T's size, which part is shown, and how few of its cells hold a weight."""
    story = board.view.story
    matrix = im2col.toeplitz_size(story.spec, story.x.shape)
    whole = f"{grouped(matrix.rows)} × {grouped(matrix.columns)}"
    values: dict[str, Any] = {"size": whole, "rows": len(windows), "columns": len(pixels)}
    first: Line = (msg("{size} · a row for each window, a column for each pixel", **values), whole)
    if (len(windows), len(pixels)) != (matrix.rows, matrix.columns):
        first = (
            msg("{size} · here {rows} × {columns} of it", **values),
            msg("{rows} × {columns} of {size}", **values),
            whole,
        )
    memory = im2col.toeplitz_size(story.spec, story.source.planes.shape)
    taps = {"taps": board.view.taps, "columns": grouped(matrix.columns), "size": size(memory.bytes)}
    second: Line = (
        msg("at most {taps} of {columns} cells in a row hold weights; whole picture: {size}", **taps),
        msg("at most {taps} weights in a row; whole picture: {size}", **taps),
        msg("whole picture: {size}", **taps),
        size(memory.bytes),
    )
    return first, second


def filter_caption(story: Story, count: int) -> Line:
    """What the rows at the left of the product are."""
    _, channels, kh, kw = story.spec.weight_shape
    values = {"n": count, "taps": channels * kh * kw}
    if count > 1:
        return (
            msg("Filters as rows · {n} × {taps} · type or paint", **values),
            msg("Filters as rows · {n} × {taps}", **values),
            msg("Filters"),
        )
    return (
        msg("Filter as a row · 1 × {taps} · type or paint", **values),
        msg("Filter as a row · 1 × {taps}", **values),
        msg("Filter"),
    )


def product_caption(board: Board) -> Line:
    """What the row below the columns is."""
    bias = msg(" + bias") if board.view.step.bias else msg("")
    text = msg("Filter × columns{bias} = the output, row by row", bias=bias)
    short = msg("Filter × columns{bias} = output", bias=bias)
    return (text, short, msg("Filter × columns"), msg("Product"))


# --- sentences


def sentence(board: Board) -> Message:
    """Of the cell pointed at, else of the step."""
    spot, view = board.view.spot, board.view
    if spot and spot.grid == "input" and view.area.holds(spot.row, spot.col):
        return _of_pixel(board)
    if board.spot and board.spot.grid == "kernel":
        return _of_weight(board)
    return of_step(view)


def of_step(view: View) -> Message:
    """Which column or row is the window's, and, once computed, what the product makes of it."""
    story, step = view.story, view.step
    _, height, width = story.x.shape
    _, row, col = step.cell
    outside = step.outside(height, width) * len(step.channels)
    values: dict[str, Any] = {
        "row": row,
        "col": col,
        "n": grouped(row * story.shape[2] + col),
        "last": grouped(story.shape[1] * story.shape[2] - 1),
        "taps": step.products.size,
        "outside": outside,
        "makes": _made(MADE[is_toeplitz(story)], view),
        "result": _made("; the result is {y}", view),
        "zeros": grouped(im2col.toeplitz_size(story.spec, story.x.shape).columns - step.products.size),
    }
    if is_toeplitz(story):
        return msg(_toeplitz_words(story, outside), **values)
    if outside:
        return msg(
            "Column {n} of 0–{last} is the window for row {row}, column {col}, with {outside} of its "
            "{taps} numbers in the padding{makes}.",
            **values,
        )
    return msg(
        "Column {n} of 0–{last} is the window for row {row}, column {col}{makes}.",
        **values,
    )


def _toeplitz_words(story: Story, outside: int) -> str:
    if not outside:
        return (
            "Row {n} of 0–{last}: the {taps} weights stand where the window's pixels are, "
            "beside {zeros} zeros{makes}."
        )
    if story.spec.padding_mode in NUMPY_MODES:
        return (
            "Row {n} of 0–{last}: weights that meet copies in the padding ({outside} of {taps}) are "
            "added to those of the pixels copied{makes}."
        )
    if story.spec.border_value:
        return (
            "Row {n} of 0–{last}: the padding's value, which meets {outside} of {taps} weights, has no "
            "column and is added like a bias{result}."
        )
    return (
        "Row {n} of 0–{last}: zeros of the padding, which meet {outside} of {taps} weights, have no "
        "column{makes}."
    )


def _made(words: str, view: View) -> Message:
    """What the product makes, once it is computed."""
    return msg(words, y=shown(view.step.value)) if view.computed else msg("")


MADE = {False: "; filter times column = {y}", True: "; row times pixels = {y}"}
"""How the sentence of a window goes on, of its column and of T's row."""


def explain(board: Board) -> Message:
    """The step, what has been copied so far, and why nobody makes the whole matrix."""
    story = board.view.story
    if is_toeplitz(story):
        return sentences(of_step(board.view), _all_of_t(story))
    most = float(copied(board.view, board.view.area).max())
    words_ = "Copies made so far: {n} of {all}."
    if most:
        words_ = "Copies made so far: {n} of {all}, of no pixel on the stage more than {most}."
    made = msg(
        words_,
        n=grouped(copies_so_far(board.view)),
        all=grouped(im2col.copies(story.spec, story.x.shape)[0]),
        most=shown(most),
    )
    return sentences(of_step(board.view), made, _matrix_of_the_picture(story))


def _matrix_of_the_picture(story: Story) -> Message:
    """What the matrix would take for the whole picture, and that a large one is made in blocks."""
    values = _whole_picture(story)
    numbers = msg(
        "For the whole picture, {h} × {w}, the matrix would have {rows} × {columns} numbers, {size} as "
        "float32.",
        **values,
    )
    blocks = msg("Made {block} at a time, it never exists as a whole.", **values)
    return sentences(numbers, blocks if values["bytes"] > BLOCK * im2col.FLOAT_BYTES else None)


def _all_of_t(story: Story) -> Message:
    """What T would take for the whole picture."""
    shape = story.source.planes.shape
    matrix = im2col.toeplitz_size(story.spec, shape)
    words_ = (
        "For the whole picture, {h} × {w}, T would have {rows} × {columns} cells, {size} as float32: it "
        "explains convolution, and nobody computes with it."
    )
    if prod(story.spec.weight_shape[1:]) < NEARLY_NONE * matrix.columns:
        words_ = (
            "For the whole picture, {h} × {w}, T would have {rows} × {columns} cells, {size} as float32, "
            "nearly all of them 0: it explains convolution, and nobody computes with it."
        )
    return msg(
        words_,
        h=shape[1],
        w=shape[2],
        rows=grouped(matrix.rows),
        columns=grouped(matrix.columns),
        size=size(matrix.bytes),
    )


def _of_pixel(board: Board) -> Message:
    """How often a pixel is copied, or how often T reads it."""
    view, spot = board.view, board.view.spot
    assert spot
    values: dict[str, Any] = {"row": spot.row, "col": spot.col}
    if view.copied:
        row, col = view.copied
        return msg(
            "The padding at row {row}, column {col} copies the pixel at row {r}, column {c}.",
            r=row,
            c=col,
            **values,
        )
    if view.input_marks[spot.row - view.area.top, spot.col - view.area.left] & Mark.GHOST:
        return msg("Row {row}, column {col} is padding.", **values)
    here = Region(spot.row, spot.col, 1, 1)
    count, so_far = (int(counts[0, 0]) for counts in (area_counts(view.story, here), copied(view, here)))
    words_ = (
        "Row {row}, column {col}: this pixel is in the matrix once for each tap that reads it, in all "
        "{n}; copied so far: {so_far}."
    )
    if is_toeplitz(view.story):
        words_ = (
            "Row {row}, column {col}: this pixel is one column of T and is not copied; weights in it: {n}."
        )
    return msg(words_, n=count, so_far=so_far, **values)


def _of_weight(board: Board) -> Message:
    """Where a weight stands."""
    tap, step = board.tap, board.view.step
    assert tap is not None
    values: dict[str, Any] = {
        "tap": tap,
        "w": shown(float(step.weights.flat[tap])),
        "x": shown(float(step.values.flat[tap])),
        "product": shown(float(step.products.flat[tap])),
    }
    if is_toeplitz(board.view.story):
        return msg(
            "Weight {w} stands in T once for each window, at the pixel it meets there: all windows share it.",
            **values,
        )
    return msg(
        "Weight {w} meets row {tap} of the columns, one number of every window; here {x} × {w} = {product}.",
        **values,
    )
