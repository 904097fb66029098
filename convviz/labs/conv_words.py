"""The headings of a convolution's stage: what each grid is, how large, what its marks and colours mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import convviz.labs.parts as parts
from convviz.core.kernel_text import shown
from convviz.figure.figure import Array, Grid, Item, Mark
from convviz.i18n import Message, listed, msg
from convviz.labs.parts import Line
from convviz.labs.story import Story, kernel_name
from convviz.labs.window import View
from convviz.scene.scene import Region, with_kernels

CHANNEL_NAMES = ("R", "G", "B")
BEYOND_KEY = parts.Key(msg("beyond the edge"), Mark.GHOST)
"""What windows that hang over read where there is no padding."""
TYPE_OR_PAINT: Line = (msg("click to type, drag to paint"), msg("type or paint"))


def input_heading(
    view: View,
    source: Grid,
    title: Line,
    room: float,
    below: float,
    last: Line | None = None,
    first: Sequence[parts.Key] = (),
) -> Iterator[Item]:
    """Both sizes of the input, and where in which picture it lies; the lower lines may have more room.

    `last` stands where the place does, which then follows the size where there is room for both. The keys
    to a lab's own marks come `first`.
    """
    keys = list(first)
    keys += [parts.UNREAD_KEY] if _any(source, Mark.UNREAD) else []
    outside = parts.PADDING_KEY if any(view.spec.pads) else BEYOND_KEY
    keys += [outside] if _any(source, Mark.GHOST) else []
    keys += [parts.WINDOW_KEY]  # last: it is seen without its key too
    yield from parts.heading(source.x, room, title, keys)
    size, where = input_size(view.story), place(view.story, view.area)
    if last is not None:
        both = tuple(msg("{size} · {place}", size=size[0], place=each) for each in where[:2])
        size, where = (*both, *size), last
    yield from parts.lines(source.x, below, (size, where))


def kernel_lines(kernel: Grid, room: float, size: Line) -> Iterator[Item]:
    """Size and name, and how to edit; where numbers have no room, what the colours mean.

    A legend keeps its distance from the output's, which begins on the same line.
    """
    yield from parts.lines(kernel.x, room, (size, TYPE_OR_PAINT) if kernel.labels else (size,))
    if not kernel.labels:
        yield from parts.legend(kernel.x, 49, room - parts.COLUMN_GAP, kernel.scale, WEIGHT_WORDS)


OUTPUT: Line = (msg("Output"),)


def output_heading(
    view: View, left: float, room: float, output: Grid, title: Line = OUTPUT
) -> Iterator[Item]:
    """The output's size and what its colours mean."""
    keys = [written_key(view)]
    keys += [parts.CLAMPED_KEY] if _any(output, Mark.CLAMPED) else []
    yield from parts.heading(left, room, title, keys)
    yield from parts.lines(left, room, (output_size(view.story, view.region),))
    yield from parts.legend(left, 49, room, output.scale, LENS_WORDS[view.story.scene.show])


def written_key(view: View) -> parts.Key:
    """The key to the frame of a cell that is written, which comes with the first of them."""
    written = view.moment.step > 0 or view.reached("write") > 0
    return replace(parts.WRITTEN_KEY, waits=not written)


def _any(grid: Grid, flag: int) -> bool:
    marks: Array = grid.marks & flag
    return bool(marks.any())


WEIGHT_WORDS = (msg("weights · 0 is white"), msg("weights"), msg(""))
LENS_WORDS = {
    "signed": (msg("signed · 0 is white"), msg("signed")),
    "absolute": (msg("absolute · 0 is black"), msg("absolute")),
    "clamp": (msg("clamped to the picture's range"), msg("clamped")),
    "offset": (msg("offset · 0 is mid-grey"), msg("offset")),
    "stretch": (msg("stretched · least to most"), msg("stretched")),
}


def input_title(story: Story, channel: int) -> Line:
    """Input, and which channel of it, if it has several."""
    count = story.x.shape[0]
    if count == 1:
        return (msg("Input"),)
    return (msg("Input, channel {name}", name=channel_name(count, channel)), msg("Input"))


def channels_title(story: Story, channels: range) -> Line:
    """Input, and how many channels of it a filter reads, or which of them."""
    count, n = story.x.shape[0], len(channels)
    if count == 1:
        return (msg("Input, 1 channel"), msg("Input"))
    if n == count:
        return (msg("Input, {n} channels", n=n), msg("Input"))
    first, last = (channel_name(count, channel) for channel in (channels[0], channels[-1]))
    if n == 1:
        return (msg("Input, channel {name} of {n}", name=first, n=count), msg("Channel {name}", name=first))
    return (
        msg("Input, channels {first}–{last} of {n}", first=first, last=last, n=count),
        msg("Channels {first}–{last}", first=first, last=last),
        msg("{first}–{last} of {n}", first=first, last=last, n=count),
    )


def channel_name(count: int, channel: int) -> str:
    """R, G and B of a colour picture; the number of others."""
    return CHANNEL_NAMES[channel] if count == len(CHANNEL_NAMES) else str(channel)


def input_size(story: Story) -> Line:
    """As in 7 × 7, zero padding 1 → 9 × 9."""
    _, height, width = story.x.shape
    top, bottom, left, right = story.spec.pads
    if not any(story.spec.pads):
        return (f"{height} × {width}",)
    same = top == bottom == left == right
    values = {
        "h": height,
        "w": width,
        "border": _border(story),
        "pads": top if same else listed(story.spec.pads),
        "sides": top if same else listed(_sides(story.spec.pads)),
        "value": shown(story.spec.border_value),
        "ph": height + top + bottom,
        "pw": width + left + right,
    }
    whole = ["{h} × {w}, {border} padding {sides} → {ph} × {pw}"]
    if story.spec.padding_mode == "constant" and story.spec.border_value:
        whole = [
            "{h} × {w}, padding {sides} with the constant {value} → {ph} × {pw}",
            "{h} × {w}, padding {sides} with {value} → {ph} × {pw}",
        ]
    return (
        *(msg(words, **values) for words in whole),
        msg("{h} × {w}, padding {sides} → {ph} × {pw}", **values),
        msg("{h} × {w}, padding {pads} → {ph} × {pw}", **values),
        msg("{h} × {w} → {ph} × {pw}", **values),
        f"{height} × {width}",
    )


def _border(story: Story) -> Message:
    """What a border is called; one of zeros is that, whatever mode it is asked for by."""
    mode = story.spec.padding_mode
    return BORDERS["zeros" if mode == "constant" and not story.spec.border_value else mode]


def _sides(pads: tuple[int, int, int, int]) -> list[Message]:
    """The sides that are padded, as in "top 1", "right 2"."""
    return [msg(words, n=n) for words, n in zip(SIDES, pads, strict=True) if n]


SIDES = ("top {n}", "bottom {n}", "left {n}", "right {n}")
BORDERS = {
    "zeros": msg("zero"),
    "constant": msg("constant"),
    "reflect": msg("reflected"),
    "replicate": msg("replicated"),
    "circular": msg("circular"),
}


def place(story: Story, area: Region) -> Line:
    """Which part of which picture is on the stage; nothing where there is no room to say it whole."""
    _, height, width = story.x.shape
    part = story.part
    down, along = (part.top, part.left) if part else (0, 0)
    top, bottom = (_within(row, height) + down for row in (area.top, area.bottom - 1))
    left, right = (_within(col, width) + along for col in (area.left, area.right - 1))
    said, shortest = _part(top, bottom, left, right)
    return (msg("{name} · {part}", name=story.source.name, part=said[0]), *said, shortest, "")


def _part(top: int, bottom: int, left: int, right: int) -> tuple[Line, str]:
    """Which rows and columns, shorter and shorter; last by their numbers alone."""
    rows: Message = msg("rows {top}–{bottom}", top=top, bottom=bottom)
    columns = [
        msg(words, left=left, right=right) for words in ("columns {left}–{right}", "cols {left}–{right}")
    ]
    if top == bottom:
        rows = msg("row {top}", top=top)
    if left == right:
        columns = [msg("column {left}", left=left)]
    said = tuple(msg("{rows}, {columns}", rows=rows, columns=each) for each in columns)
    return said, f"{top}–{bottom}, {left}–{right}"


def _within(place: int, cells: int) -> int:
    return min(max(place, 0), cells - 1)


def output_size(story: Story, region: Region) -> Line:
    """The output's size, which channel of how many, and which part of it is on the stage."""
    channels, height, width = story.shape
    size: str | Message = f"{height} × {width}"
    named = size
    if story.through is not None:
        named = size = f"{channels} × {height} × {width}"
    elif channels > 1:
        named = msg("{size} · map {n} of {count}", size=size, n=story.output, count=channels)
    if (region.height, region.width) == (height, width):
        return (named, size)
    said, shortest = _part(region.top, region.bottom - 1, region.left, region.right - 1)
    lines = [msg("{size} · {part}", size=each, part=part) for each in (named, size) for part in said]
    return (*lines, msg("{size} · {part}", size=size, part=shortest), named, size)


def kernel_title(story: Story, several: bool = False) -> Line:
    """Kernel, or the filter that several kernels are; a convolution's is shown rotated."""
    name, rotated = msg("Kernel"), msg("Kernel, rotated 180°")
    if several:
        which = {"n": story.output}
        many = story.shape[0] > 1 and story.through is None
        name = msg("Filter {n}", **which) if many else msg("Filter")
        rotated = msg("Filter {n}, rotated 180°", **which) if many else msg("Filter, rotated 180°")
    return (rotated, msg("{name} ↻180°", name=name), name) if story.spec.flip else (name,)


def kernel_count(count: int, height: int, width: int) -> Line:
    """What a filter is made of: a kernel for each channel that it reads."""
    numbers = {"n": count, "h": height, "w": width}
    full, short = "= {n} kernels {h} × {w}", "{n} kernels {h} × {w}"
    if count == 1:
        full, short = "= 1 kernel {h} × {w}", "1 kernel {h} × {w}"
    return (msg(full, **numbers), msg(short, **numbers), f"{count} × {height} × {width}")


def kernel_size(story: Story, n: int) -> Line:
    """The n-th kernel's size and name."""
    kh, kw = story.spec.kernel_size
    filters = with_kernels(story.scene.layer).filters
    kernels = filters[story.output % len(filters)]
    name = kernel_name(kernels[n if n < len(kernels) else -1])
    size = f"{kh} × {kw}"
    if story.spec.dilation == (1, 1):
        return (msg("{size} · {name}", size=size, name=msg(name)), size)
    values = {"size": size, "span": "{} × {}".format(*story.spec.span), "name": msg(name)}
    return (
        msg("{size} on {span} cells · {name}", **values),
        msg("{size} on {span} cells", **values),
        msg("{size} on {span}", **values),
        size,
    )
