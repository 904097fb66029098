"""What is to be seen on a stack's stage, in a sentence and in headings."""

from __future__ import annotations

from typing import Any

import convviz.labs.conv_explain as conv_explain
import convviz.labs.conv_words as words
import convviz.labs.explaining as explaining
from convviz.core.kernel_text import shown
from convviz.figure.figure import Mark, Spot
from convviz.i18n import Message, listed, msg
from convviz.labs.parts import Line
from convviz.labs.volume_view import VolumeView

FEW = 5
"""Output slices that are named one by one."""


def sentence(view: VolumeView) -> Message:
    """Of the cell pointed at, else of the step."""
    spot = view.spot
    if spot and spot.grid == "stack" and spot.row in view.depth:
        return _of_place(view, spot.row)
    if spot and spot.grid == "input" and view.area.holds(spot.row, spot.col):
        return _of_input(view, spot)
    if spot and view.tapped and not view.asked:
        return _of_tap(view)
    return of_step(view)


def of_step(view: VolumeView) -> Message:
    """What this window is about, by what is most particular in it."""
    step, values = view.step, _values(view)
    if view.outside:
        return _beyond(view, values)
    if outside := step.outside(*view.story.x.shape[1:]):
        return msg(
            "In each slice the window hangs over the edge: {outside} of its {of} taps {padding}{result}.",
            outside=outside,
            of=step.rows.size * step.cols.size,
            padding=conv_explain.border_words(view.story, step),
            **values,
        )
    if _cancels(view):
        return msg(
            "The products of slices {first} to {last} cancel: what is the same in all of them leaves 0 at "
            "row {row}, column {col}.",
            **values,
        )
    if step.products.size == 1:
        return msg("A window of one slice: 1 product of slice {first}{result}.", **values)
    if len(step.channels) == 1:
        return msg("A window of one slice: {taps} products of slice {first}, summed{result}.", **values)
    return msg("{taps} products of {n} slices, {first} to {last}, summed{result}.", **values)


def _values(view: VolumeView) -> dict[str, Any]:
    """What the sentences about a step have places for."""
    step = view.step
    z, row, col = step.cell
    return {
        "z": z,
        "row": row,
        "col": col,
        "first": step.channels[0],
        "last": step.channels[-1],
        "result": _result(view),
        "n": len(step.channels),
        "taps": step.products.size,
    }


def _cancels(view: VolumeView) -> bool:
    """Whether the products, not all of them 0, come to 0."""
    step = view.step
    if not (view.computed and step.products.any()):
        return False
    return bool(abs(step.total - step.bias) < 1e-9 * abs(step.products).sum())


def _result(view: VolumeView) -> Message:
    """How the sentence about a step ends: with its value, or before that with its place alone."""
    z, row, col = view.step.cell
    words = ", for output slice {z}, row {row}, column {col}"
    if view.computed:
        words = ": {y} in output slice {z} at row {row}, column {col}"
    return msg(words, y=shown(view.step.value), z=z, row=row, col=col)


def of_layer(view: VolumeView) -> tuple[Message, Message]:
    """What the weights of all slices come to, and how many places the window has."""
    story = view.story
    places = msg(
        "The window has {places} places in a stack of {stack}: slices, rows, columns.",
        places=" × ".join(map(str, story.shape)),
        stack=" × ".join(map(str, story.x.shape)),
    )
    return explaining.of_weights(view.step.weights), places


def _beyond(view: VolumeView, values: dict[str, Any]) -> Message:
    values |= {"outside": view.outside, "padding": _slice_padding(view)}
    if view.count == 1:
        return msg(
            "This picture is a single slice, {outside} of the window's {n} slices lying beyond it and "
            "{padding}.",
            **values,
        )
    before, after = view.step.channels[0] < 0, view.step.channels[-1] >= view.count
    return msg(
        "The window for output slice {z} hangs over the stack's {end}, {outside} of its {n} slices "
        "{padding}.",
        end=ENDS[before, after],
        **values,
    )


ENDS = {
    (True, False): msg("front"),
    (False, True): msg("back"),
    (True, True): msg("front and back"),
}
"""Where a window hangs over: whether it begins before the first slice, whether it ends after the last."""


def _slice_padding(view: VolumeView) -> Message:
    """What the slices outside do: "hold 0", "copy the last slice there is"."""
    mode = view.spec.padding_mode
    return SLICE_PADDING.get(mode) or msg("holding {value} everywhere", value=shown(view.spec.border_value))


SLICE_PADDING = {
    "reflect": msg("copying the slices mirrored at the edge"),
    "replicate": msg("copying the nearest slice"),
    "circular": msg("copying the slices of the opposite end"),
}


def _of_place(view: VolumeView, place: int) -> Message:
    """A slice by the pixel in the window's middle, and which output slices read it."""
    readers = view.readers(place)
    values: dict[str, Any] = {"place": place, "x": shown(float(view.line(range(place, place + 1))[0]))}
    if not readers:
        return msg("No window reads slice {place}: the stride or the size skips it.", **values)
    few = readers if len(readers) <= FEW else [*readers[:2], "…", readers[-1]]
    values["outputs"] = listed(few)
    if not 0 <= place < view.count:
        return msg(
            "Place {place} lies outside the stack: padding, here {x}. Output slices that read it: {outputs}.",
            **values,
        )
    return msg(
        "In slice {place} the pixel in the window's middle is {x}. Output slices that read it: {outputs}.",
        **values,
    )


def _of_input(view: VolumeView, spot: Spot) -> Message:
    """Who reads a cell of a slice, and what a cell of the padding copies."""
    n = view.step.channels.index(spot.channel) if spot.channel in view.step.channels else 0
    place: dict[str, Any] = {"slice": view.step.channels[n], "row": spot.row, "col": spot.col}
    mark = view.input_marks[spot.row - view.area.top, spot.col - view.area.left] | view.slice_marks(n)
    if mark & Mark.COPY:
        row, col = view.copied or (spot.row, spot.col)
        return msg(
            "The padding at slice {slice}, row {row}, column {col} copies slice {s}, row {r}, column {c}.",
            **place,
            s=view.slices[n],
            r=row,
            c=col,
        )
    if mark & Mark.UNREAD:
        return conv_explain.unread(spot)
    count = int(((view.output_marks & Mark.LIT) > 0).sum())
    if mark & Mark.GHOST:
        return msg(
            "Slice {slice}, row {row}, column {col} is padding, {value}; output cells on the stage that read "
            "it: {n}.",
            **place,
            value=shown(view.spec.border_value),
            n=count,
        )
    return msg(
        "Output cells on the stage that read slice {slice}, row {row}, column {col}: {n}.", **place, n=count
    )


def _of_tap(view: VolumeView) -> Message:
    assert view.tapped
    n, i, j = view.tapped
    step = view.step
    return msg(
        "Weight {n}, {i}, {j} meets slice {slice} at row {row}, column {col}: {x} × {w} = {product}.",
        n=n,
        i=i,
        j=j,
        slice=step.channels[n],
        row=int(step.rows[i]),
        col=int(step.cols[j]),
        x=shown(float(step.values[n, i, j])),
        w=shown(float(step.weights[n, i, j])),
        product=shown(float(step.products[n, i, j])),
    )


# --- headings


def input_title(view: VolumeView) -> Line:
    """Which slices are under the window."""
    channels = view.step.channels
    values = {"first": channels[0], "last": channels[-1], "step": view.spec.depth_dilation}
    if len(channels) == 1:
        return (msg("Slice {first}", **values),)
    short = msg("Slices {first} – {last}", **values)
    if view.spec.depth_dilation > 1:
        return (
            msg("Slices {first} to {last}, every {step}", **values),
            short,
        )
    return (msg("Slices {first} to {last}", **values), short)


def input_size(view: VolumeView) -> Line:
    """As in 16 × 96 × 128, zero padding 1 → 18 × 98 × 130."""
    shape, spec = view.story.x.shape, view.spec
    size = " × ".join(map(str, shape))
    before = spec.margins[::2]
    if not any(spec.margins):
        return (msg("{size}: slices, rows, columns", size=size), size)
    padded = (n + b + a for n, b, a in zip(shape, before, spec.margins[1::2], strict=True))
    same = len(set(spec.margins)) == 1
    values = {
        "size": size,
        "border": words.BORDERS[spec.padding_mode],
        "pads": str(before[0]) if same else listed(spec.margins),
        "padded": " × ".join(map(str, padded)),
    }
    return (
        msg("{size}, {border} padding {pads} → {padded}", **values),
        msg("{size}, padding {pads} → {padded}", **values),
        msg("{size} → {padded}", **values),
        size,
    )


def output_title(view: VolumeView) -> Line:
    """Which output slice is written."""
    n = view.step.cell[0]
    return (msg("Output, slice {n}", n=n), msg("Output {n}", n=n), msg("Output"))
