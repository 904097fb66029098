"""The whole picture and the whole result, side by side, as a figure: what the whole view shows of a story."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, cached_property

from convviz.core.lens import Statistics, statistics
from convviz.core.viewing import (
    Display,
    Placement,
    Rect,
    View,
    input_view,
    placement,
    result_view,
    window,
)
from convviz.core.viewing import Size as Pixels
from convviz.figure.figure import Array, Box, Figure, Item, Outline, Panel, Photo, Size, Text
from convviz.i18n import Message, msg
from convviz.labs import lab_of
from convviz.labs.lab import Lab, Look, Outlines, ShowsField
from convviz.labs.predict import sentence
from convviz.labs.story import Story
from convviz.motion.timeline import Moment

HEAD, FOOT, GAP = 30.0, 30.0, 16.0
"""Above the pictures, below them, and between them."""
TOLD_APART = 8.0
"""Pixels by which a frame must be wider or taller than one within it, not to look like its shadow."""
LEAST_MARK = 9.0
"""Pixels: a window of 3 pixels in a photo of 4000 must be seen from the last row of a classroom."""


def outlined(story: Story, row: int, col: int) -> Rect | None:
    """What the stage outlines of the input for an output cell: its window, unless the lab knows better."""
    lab = _outlining(lab_of(story.scene))
    return lab.outlined(story, row, col) if lab else window(story.along, row, col)


@cache
def _outlining(lab: Lab) -> Outlines | None:
    """The lab, if it knows better; kept, for what a protocol is slow to tell is asked for each frame."""
    return lab if isinstance(lab, Outlines) else None


def outline(story: Story, row: int, col: int) -> tuple[Rect, str, bool] | None:
    """The same, with the role of its colour and whether it is dashed: both as on the stage."""
    rect, field = outlined(story, row, col), _field(lab_of(story.scene))
    if rect is None:
        return None
    return (rect, field or "window", field is not None)


@cache
def _field(lab: Lab) -> str | None:
    """The role of the field that the lab outlines, if it does; kept as well."""
    return lab.field if isinstance(lab, ShowsField) else None


def pictured_part(story: Story) -> Rect:
    """The part of the plane that has all of the input with its padding, the output, and what is outlined.

    Example: 4 × 4 cells that a transposed convolution makes of 2 × 2 reach one cell beyond these all around.
    """
    (_, height, width), (_, rows, cols), padded = story.x.shape, story.shape, padded_part(story)
    parts = [
        Rect(0, 0, height, width),
        placement(story.along, (rows, cols)).all,
        *filter(None, (outlined(story, 0, 0), outlined(story, rows - 1, cols - 1))),
        *([padded[0]] if padded else []),
    ]
    top, left = min(part.top for part in parts), min(part.left for part in parts)
    bottom, right = max(part.bottom for part in parts), max(part.right for part in parts)
    return Rect(top, left, bottom - top, right - left)


def padded_part(story: Story) -> tuple[Rect, float] | None:
    """The part of the plane that is input or padding, where all of the padding holds one value; the value.

    None without such padding: without any, or where it copies pixels.
    Example: of 6 pixels with 1 more on each side, 3 windows with a stride of 2 read no more than 7, but
    8 are there.
    """
    if getattr(story.spec, "padding_mode", "") not in ("zeros", "constant"):
        return None
    (_, height, width), (rows, cols) = story.x.shape, (axis.extent for axis in story.along)
    part = Rect(rows.start, cols.start, len(rows), len(cols))
    return None if part == Rect(0, 0, height, width) else (part, float(story.spec.border_value))


def staged(story: Story, row: int, col: int) -> tuple[Rect | None, Rect | None]:
    """What the stage shows of input and output at an output cell, in the input's plane; None where all.

    Example: a 3 × 3 window with 3 × 3 output cells on the stage is seen with all 5 × 5 pixels they read.
    """
    region, (_, height, width) = story.region(story.step_of(row, col) or 0), story.x.shape
    ends = (region.top, region.left), (region.bottom - 1, region.right - 1)
    first, last = (outlined(story, *cell) or window(story.along, *cell) for cell in ends)
    top, left = max(first.top, 0), max(first.left, 0)
    read = Rect(top, left, min(last.bottom, height) - top, min(last.right, width) - left)
    place = placement(story.along, story.shape[1:])
    block = place.block(region.top, region.left, region.height, region.width)
    return None if read == Rect(0, 0, height, width) else read, None if block == place.all else block


def told_apart(around: tuple[float, float], inner: tuple[float, float]) -> bool:
    """Whether a frame of (width, height) on the screen is seen as another one than a frame within it."""
    return any(outer > own + TOLD_APART for outer, own in zip(around, inner, strict=True))


def planes(story: Story) -> slice:
    """The output channels that are shown: a colour picture's three filtered one by one, else the stage's."""
    if story.is_colour:
        return slice(0, 3)
    return slice(story.output, story.output + 1)


def one_of_several(story: Story) -> bool:
    """Whether the output has other channels than those that are shown."""
    return len(range(*planes(story).indices(story.shape[0]))) < story.shape[0]


class WholePictures:
    """Both pictures of a story. The whole result is computed once, when it is first drawn.

    Args:
        seen: the part of the plane that is looked at; None for all that there is.
    """

    def __init__(self, story: Story, lab: Lab, seen: Rect | None = None) -> None:
        self._story, self._lab = story, lab
        self._seen = seen or pictured_part(story)
        self._views: dict[Pixels, tuple[View | None, View | None]] = {}

    def draw(self, moment: Moment, look: Look, density: float = 1.0) -> Figure:
        """Both pictures, with the window and the cell of a moment marked; the result veiled if it is hidden.

        They are made for a screen that has `density` pixels for one of the figure's.
        """
        left, right = self._frames(look.size)
        veiled = look.hidden.pictures
        said = (
            sentence(look.hidden) if look.hidden.keeps else self._lab.draw(self._story, moment, look).sentence
        )
        views = self._made(left, density)
        x, y = self._story.x.shape, self._story.shape
        items = [
            *self._half(left, msg("Input"), x, (views[0], Rect(0, 0, *x[1:]))),
            *self._half(right, msg("Output"), y, (views[1], self._place.all), veiled),
            *self._marks(left, right, moment, look),
            Text(left.x, look.size.h - FOOT / 2, said, "muted", 13.5, room=right.right - left.x, least=9.0),
        ]
        return Figure(look.size, tuple(items), said)

    def _frames(self, size: Size) -> tuple[Box, Box]:
        """The places of both, as large as they can be beside one another."""
        high, wide = max(size.h - HEAD - FOOT, 1.0), max((size.w - GAP) / 2, 1.0)
        scale = min(high / self._seen.height, wide / self._seen.width)
        w, h = self._seen.width * scale, self._seen.height * scale
        x, y = (size.w - 2 * w - GAP) / 2, HEAD + (high - h) / 2
        return Box(x, y, w, h), Box(x + w + GAP, y, w, h)

    def _half(
        self,
        frame: Box,
        name: Message,
        shape: tuple[int, ...],
        seen: tuple[View | None, Rect],
        veiled: bool = False,
    ) -> Iterator[Item]:
        """A picture's name and size, its view, and an edge around the place of its cells."""
        yield Text(frame.x, frame.y - HEAD / 2, name, size=16.0, bold=True, room=frame.w / 2)
        if veiled:
            yield Panel(frame, "empty", 0)
            yield Outline(frame, "empty_border", 1.5, dashed=True)
            yield Text(*frame.center, "?", "muted", min(72.0, frame.w / 2), "center", bold=True)
            return
        size = f"{shape[1]} × {shape[2]}" if shape[0] == 1 else " × ".join(map(str, shape))
        yield Text(frame.right, frame.y - HEAD / 2, size, "muted", 12.5, "right", room=frame.w / 2)
        view, place = seen
        if view is not None:
            yield Photo(frame, self._on(frame, view.rect), view.pixels, view.exact)
        yield Outline(_within(frame, self._on(frame, place)), "ghost_border", 1.0)

    def _marks(self, left: Box, right: Box, moment: Moment, look: Look) -> Iterator[Item]:
        """The region of the stage, the window of the moment's cell, and the cell; what is hidden not."""
        _, row, col = self._story.cell(moment.step)
        part, block = staged(self._story, row, col)
        hidden = look.hidden
        read = None if hidden.reads else outline(self._story, row, col)
        yield from self._marked(left, None if hidden.frame else part, read)
        if not hidden.pictures:
            cell = (self._place.cell(row, col), "output", False)
            yield from self._marked(right, None if hidden.frame else block, cell)

    def _marked(self, frame: Box, part: Rect | None, cell: tuple[Rect, str, bool] | None) -> Iterator[Item]:
        """A cell or its window, and the part of the stage around it where the two are told apart."""
        inner = None if cell is None else self._on(frame, cell[0])
        least = (max(inner.w, LEAST_MARK), max(inner.h, LEAST_MARK)) if inner else (0.0, 0.0)
        if part is not None and told_apart(((around := self._on(frame, part)).w, around.h), least):
            yield from _marked(frame, around, "muted", 1.2, 0.0)
        if inner and cell:
            yield from _marked(frame, inner, cell[1], 2.5, LEAST_MARK, cell[2])

    def _on(self, frame: Box, rect: Rect) -> Box:
        """A rectangle of the plane, on the figure."""
        scale = frame.w / self._seen.width
        x, y = frame.x + (rect.left - self._seen.left) * scale, frame.y + (rect.top - self._seen.top) * scale
        return Box(x, y, rect.width * scale, rect.height * scale)

    # --- what they show

    @cached_property
    def _place(self) -> Placement:
        return placement(self._story.along, self._story.shape[1:])

    @cached_property
    def _result(self) -> tuple[Array, Statistics]:
        """The whole output, of the channels that are shown, and what is known of all of it."""
        story = self._story
        y = story.operation.fast(story.spec, *story.operands)
        return y[planes(story)].copy(), statistics(y)

    def _made(self, frame: Box, density: float) -> tuple[View | None, View | None]:
        """Both views at the resolution of the screen; the same as before at the same one."""
        size = (max(1, round(frame.h * density)), max(1, round(frame.w * density)))
        if size not in self._views:
            story, (y, known) = self._story, self._result
            display = Display(self._place, story.scene.show, story.white, known)
            picture = input_view(story.x[story.pictured], self._seen, size, story.white)
            self._views = {size: (picture, result_view(y, display, self._seen, size))}
        return self._views[size]


def _marked(
    frame: Box, box: Box, role: str, width: float, least: float, dashed: bool = False
) -> Iterator[Item]:
    """A frame around a place of a picture, with a light edge, if the place is seen."""
    if not frame.holds(*box.center):
        return
    w, h = max(box.w, least), max(box.h, least)
    x, y = box.center
    shown = _within(frame, Box(x - w / 2, y - h / 2, w, h))
    yield Outline(shown, "card", width + 2, strength=0.75)
    yield Outline(shown, role, width, dashed=dashed)


def _within(frame: Box, box: Box) -> Box:
    """What of a box lies in a frame; of no width or height where nothing does."""
    left, top = max(box.x, frame.x), max(box.y, frame.y)
    right, bottom = min(box.right, frame.right), min(box.bottom, frame.bottom)
    return Box(left, top, max(right - left, 0.0), max(bottom - top, 0.0))
