"""A transposed convolution in words: sentences, the formula of a cell, the formula of the size."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

import convviz.labs.explaining as explaining
import convviz.labs.parts as parts
from convviz.core.kernel_text import shown
from convviz.core.same_padding import SAME_TF
from convviz.core.sizes import Shape, output_size
from convviz.core.trace import Step
from convviz.core.transposed_sizes import sizes_taken_to
from convviz.core.transposed_spec import TransposedSpec
from convviz.figure.figure import Box, Item, Mark
from convviz.i18n import Listed, Message, listed, msg
from convviz.labs.parts import Formula, Span
from convviz.labs.story import Story
from convviz.labs.transposed_view import GatherView, StampView, layer_of, most_stamps, usual_counts
from convviz.labs.window import View

# --- sentences


def sentence(view: StampView | GatherView) -> Message:
    """Of the cell pointed at, else of the step."""
    spot = view.spot
    if spot and spot.grid == "input" and view.area.holds(spot.row, spot.col):
        return _of_input(view, spot.row, spot.col)
    if spot and not view.asked and spot.grid in ("kernel", "products"):
        return _of_weight(view)
    return of_step(view.story, view.step, view.computed)


def of_step(story: Story, step: Step, computed: bool) -> Message:
    """How many stamps overlap here, or how many taps meet an input cell, and what that comes to."""
    if added := _of_added(story, step):
        return added
    met = int((step.source_rows >= 0).sum() * (step.source_cols >= 0).sum())
    values: dict[str, Any] = {
        "row": step.cell[1],
        "col": step.cell[2],
        "n": met,
        "taps": step.rows.size * step.cols.size,
        "y": shown(step.value),
        "to": msg(" to {y}", y=shown(step.value)) if computed else msg(""),
        "result": explaining.result(step, computed),
        "value": explaining.value(step, computed),
        "bias": msg(" with bias {b}", b=shown(step.bias)) if step.bias else msg(""),
    }
    if layer_of(story).view == "gather":
        return msg("Input cells meet {n} of {taps} taps, zeros the others{bias}{result}.", **values)
    if not met:
        return msg("No stamp reaches row {row}, column {col}: it stays {y}.", **values)
    if met == 1:
        return msg("One stamp alone reaches row {row}, column {col}{bias}{value}.", **values)
    least, most = usual_counts(story.spec)
    if least == most:
        return msg("{n} stamps overlap at row {row}, column {col} and add up{bias}{to}.", **values)
    words = (
        "{n} stamps overlap at row {row}, column {col} and add up{bias}{to}. "
        "Elsewhere {least} to {most} overlap: a checkerboard."
    )
    return msg(words, least=least, most=most, **values)


def of_layer(story: Story) -> tuple[Message | None, ...]:
    """How far stamps lie apart, whether they overlap evenly, and what a convolution makes of the output."""
    spec, (_, h, w), (_, oh, ow) = story.spec, story.x.shape, story.shape
    least, most = usual_counts(spec)
    inside = most_stamps(story) >= least
    back = [output_size(o, k, s, p, d) for o, (k, s, p, d) in zip((oh, ow), spec.axes, strict=True)]
    values = {"h": h, "w": w, "oh": oh, "ow": ow, "sh": spec.stride[0], "sw": spec.stride[1]}
    apart = msg("A stamp for each cell, ({sh}, {sw}) apart: {h} × {w} cells become {oh} × {ow}.", **values)
    if layer_of(story).view == "gather" and spec.stride == (1, 1):
        apart = msg(
            "With stride (1, 1) no zeros stand between the input's cells, and the window moves by one: "
            "{h} × {w} cells become {oh} × {ow}.",
            **values,
        )
    elif layer_of(story).view == "gather":
        apart = msg(
            "Stride ({sh}, {sw}) stands as zeros between the input's cells, and the window moves by one: "
            "{h} × {w} cells become {oh} × {ow}.",
            **values,
        )
    even = msg("Away from the edges {n} overlap everywhere: there is no checkerboard.", n=least)
    if least == 1:
        even = msg("Away from the edges each cell gets one stamp: there is no checkerboard.")
    returned = msg(
        "A convolution like it takes {oh} × {ow} back to {h} × {w}: the shape returns, the values do not.",
        **{**values, "h": back[0], "w": back[1]},
    )
    if layer_of(story).padding == SAME_TF:
        returned = msg(
            "SAME: {h} × {w} times the stride are {oh} × {ow}, and the SAME convolution takes them back.",
            **values,
        )
    elif back != [h, w]:
        returned = msg(
            "A convolution like it takes {oh} × {ow} to {bh} × {bw}: so much output padding is not undone.",
            **{**values, "bh": back[0], "bw": back[1]},
        )
    return apart, even if least == most and inside else None, returned


def _of_added(story: Story, step: Step) -> Message | None:
    """Of a row or column that output_padding adds, if the cell lies in one; SAME adds some of its own."""
    same = layer_of(story).padding == SAME_TF
    for n, (line, words) in enumerate(ADDED):
        size, a, i = story.shape[1 + n], story.spec.output_padding[n], story.x.shape[1 + n]
        k, s, p, d = story.spec.axes[n]
        if step.cell[1 + n] < size - a:
            continue
        sizes = sizes_taken_to(i, k, s, p, d)
        if same:
            return msg(SAME_ADDED[n], n=step.cell[1 + n], s=s)
        if size not in sizes or len(sizes) < 2:
            return msg(line, n=step.cell[1 + n])
        return msg(words, n=step.cell[1 + n], sizes=_either(sizes), i=i, size=size)
    return None


ADDED = (
    (
        "Row {n} is added by output_padding.",
        "Row {n} is added by output_padding: convolution takes {sizes} rows to {i}; {size} is meant.",
    ),
    (
        "Column {n} is added by output_padding.",
        "Column {n} is added by output_padding: convolution takes {sizes} columns to {i}; {size} is meant.",
    ),
)


SAME_ADDED = (
    "Row {n} is added by SAME: stamps leave it out, but each input row is to give {s} rows.",
    "Column {n} is added by SAME: stamps leave it out, but each input column is to give {s} columns.",
)


def _either(sizes: range) -> str:
    return f"{sizes[0]}–{sizes[-1]}"


def _others(sizes: range, size: int) -> Listed:
    """The sizes but one."""
    return listed(each for each in sizes if each != size)


def _of_input(view: StampView | GatherView, row: int, col: int) -> Message:
    """Where an input cell is stamped, or who gathers a cell of the stretched input."""
    count = int(((view.output_marks & Mark.LIT) > 0).sum())
    values: dict[str, Any] = {"row": row, "col": col, "n": count}
    mark = view.input_marks[row - view.area.top, col - view.area.left]
    if isinstance(view, StampView):
        if mark & Mark.UNREAD:
            return msg("The padding cuts off all of the stamp of row {row}, column {col}.", **values)
        words = "{x} at row {row}, column {col} times the kernel; output cells it is stamped on here: {n}."
        return msg(words, x=shown(view.value or 0.0), **values)
    (rows, cols), corner = view.inputs, view.area
    source = int(rows[row - corner.top]), int(cols[col - corner.left])
    if min(source) < 0:
        height, width = view.extent
        inside = 0 <= row < height and 0 <= col < width
        words = "Padding, 0, at row {row}, column {col} of the input with zeros."
        if inside:
            words = (
                "A zero put between the input's cells, at row {row}, column {col} of the input with zeros."
            )
        return msg(words, **values)
    words = "Row {r}, column {c} of the input; output cells on the stage whose window meets it: {n}."
    return msg(words, r=source[0], c=source[1], n=count)


def _of_weight(view: StampView | GatherView) -> Message:
    """What a weight meets for the output cell at hand."""
    step = view.step
    tap = view.chosen if isinstance(view, StampView) else view.tapped[1:] if view.tapped else None
    assert tap
    i, j = int(step.source_rows[tap[0]]), int(step.source_cols[tap[1]])
    weight = view.weight_of(tap) if isinstance(view, StampView) else tap
    values: dict[str, Any] = {"u": weight[0], "v": weight[1], "row": step.cell[1], "col": step.cell[2]}
    if min(i, j) < 0:
        return msg("Weight {u}, {v} of no stamp falls on row {row}, column {col}.", **values)
    return msg(
        "Weight {u}, {v} meets the input at row {i}, column {j}: {x} × {w} = {product}.",
        i=i,
        j=j,
        x=shown(float(step.values[0][tap])),
        w=shown(float(step.weights[0][tap])),
        product=shown(float(step.products[0][tap])),
        **values,
    )


# --- the formula of a cell


def formula(view: StampView | GatherView, box: Box) -> Iterator[Item]:
    """The cell written out: the stamps that overlap on it, or every tap of its window."""
    step = view.step
    if isinstance(view, StampView):
        taps, chosen = view.overlapping, view.chosen
        keep = taps.index(chosen) if chosen in taps else None
    else:
        kh, kw = step.products.shape[1:]
        taps, keep = [(i, j) for i in range(kh) for j in range(kw)], view.tapped_number
    done, count = view.done("multiply"), max(len(taps), 1)

    def term(n: int) -> Span:
        role = "strip_accent" if n == keep else "strip_text" if n < done else "strip_muted"
        if not taps:
            return Span("0", role)
        x, w = float(step.values[0][taps[n]]), float(step.weights[0][taps[n]])
        return Span(f"({shown(x)}×{shown(w)})", role)

    head = Span(f"y[{step.cell[1]},{step.cell[2]}] = ", "strip_muted", place=True)
    first = parts.weightiest(np.array([step.values[0][tap] * step.weights[0][tap] for tap in taps]))
    made = Formula(head, count, term, keep, _tail(view), len(_end(step)) + 2, first=first)
    yield from parts.strip(box, made)


def _tail(view: View) -> list[Span]:
    if view.reached("multiply") < 1:
        return [Span(_bias(view.step), "strip_muted")]
    return [Span(_end(view.step), "strip_accent")]


def _end(step: Step) -> str:
    """As in + 2 = 184; nothing to say of a cell that no stamp reaches, if there is no bias."""
    if not step.bias and not ((step.source_rows >= 0).any() and (step.source_cols >= 0).any()):
        return ""
    return f"{_bias(step)} = {shown(step.total)}"


def _bias(step: Step) -> str:
    return f" {'−' if step.bias < 0 else '+'} {shown(abs(step.bias))}" if step.bias else ""


# --- the formula of the size


def size_lines(spec: TransposedSpec, shape: Shape, made: Shape) -> tuple[Message, ...]:
    """The formula, the same with numbers, the way back by a convolution, and why it is ambiguous.

    Source: Dumoulin & Visin, arXiv 1603.07285, relationship 14 and section 4.5; a is output_padding.
    """
    lines = [msg("o = s(i − 1) + d(k − 1) + 1 − 2p + a")]
    numbers = zip(shape[1:], spec.axes, spec.output_padding, made[1:], strict=True)
    axes = [(i, *axis, a, o) for i, axis, a, o in numbers]
    if axes[0] == axes[1]:
        lines.append(msg("= {sum} = {o}", sum=_sum(*axes[0][:-1]), o=made[1]))
    else:
        lines.append(msg("rows = {sum} = {o}", sum=_sum(*axes[0][:-1]), o=made[1]))
        lines.append(msg("cols = {sum} = {o}", sum=_sum(*axes[1][:-1]), o=made[2]))
    back = [output_size(o, k, s, p, d) for _, k, s, p, d, _, o in axes]
    back_again = {"oh": made[1], "ow": made[2], "h": back[0], "w": back[1]}
    i, k, s, p, d, a, o = next((axis for axis in axes if axis[2] > 1), axes[0])
    sizes = sizes_taken_to(i, k, s, p, d)
    if len(sizes) < 2 or o not in sizes:
        lines.append(msg("conv: {oh} × {ow} → {h} × {w}", **back_again))
    elif axes[0] == axes[1]:
        lines.append(msg("conv: {oh} × {ow} → {h} × {w}", **back_again))
        lines.append(
            msg("also {others} → {i}: output pad {a} gives {o}", others=_others(sizes, o), i=i, a=a, o=o)
        )
    else:
        words = "conv: {oh} × {ow} → {h} × {w} ({others} → {i}, too)"
        lines.append(msg(words, others=_others(sizes, o), i=i, **back_again))
    return tuple(lines)


def same_lines(spec: TransposedSpec, shape: Shape, made: Shape) -> tuple[Message, ...]:
    """The same with TensorFlow's SAME: the size is wanted, and what is cut off follows from it.

    Source: tf.nn.conv2d_transpose, the gradient of tf.nn.conv2d with SAME.
    """
    lines = [msg("o = i·s"), msg("p₁ + p₂ = max(d(k − 1) + 1 − s, 0), the odd one after")]
    sums = []
    axes = zip(shape[1:], spec.axes, spec.trimmed, spec.output_padding, made[1:], strict=True)
    for i, (_, s, p, _), more, a, o in axes:
        added = msg(", {a} added", a=a) if a else msg("")
        sums.append(msg("{i}·{s} = {o}, p = {p} + {q}{added}", i=i, s=s, o=o, p=p, q=p + more, added=added))
    if sums[0] == sums[1]:
        return (*lines, msg("o = {sum}", sum=sums[0]))
    return (*lines, msg("rows = {sum}", sum=sums[0]), msg("cols = {sum}", sum=sums[1]))


def _sum(i: int, k: int, s: int, p: int, d: int, a: int) -> str:
    return f"{s}·({i} − 1) + {d}·{k - 1} + 1 − 2·{p} + {a}"
