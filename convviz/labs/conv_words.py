"""The headings of a convolution's stage: what each grid is, how large, and what its colours mean."""

from __future__ import annotations

from collections.abc import Iterator

import convviz.labs.parts as parts
from convviz.figure.figure import Grid, Item, Size, Text
from convviz.i18n import Message, msg
from convviz.labs.story import Story, kernel_name
from convviz.labs.window import View
from convviz.scene.scene import Region

MARGIN = 16.0


def headings(view: View, size: Size, source: Grid, kernel: Grid, output: Grid) -> Iterator[Item]:
    """Name, size and legend of each grid."""
    story, area = view.story, view.area
    room = kernel.x - source.x - 24
    yield from parts.title(source.x, 0, msg("Input"), input_size(story), place(story, area), room)
    name = msg("Kernel, rotated 180°") if story.spec.flip else msg("Kernel")
    below = shown_kernel(story, kernel.channel)
    kh, kw = story.spec.kernel_size
    left = kernel.box.center[0] - 65
    room = output.x - left - 12
    yield from parts.title(
        left, 0, name, f"{kh} × {kw} · " + below, msg("click to type, drag to paint"), room
    )
    yield from output_heading(view, size, output)


def output_heading(view: View, size: Size, output: Grid) -> Iterator[Item]:
    """The output's size and what its colours mean."""
    story = view.story
    left = min(output.x, size.w - MARGIN - 260)
    room = size.w - left - 4
    yield Text(left, 11, msg("Output"), size=17, bold=True, room=room)
    yield Text(left, 33, output_size(story, view.region), role="muted", size=12.5, room=room)
    yield from parts.legend(left, 45, output.scale)
    yield Text(left + 108, 50, LENS_WORDS[story.scene.show], role="muted", size=11.5, room=room - 108)


LENS_WORDS = {
    "signed": msg("signed · 0 is white"),
    "absolute": msg("absolute · 0 is black"),
    "clamp": msg("clamped to the picture's range"),
    "offset": msg("offset · 0 is mid-grey"),
    "stretch": msg("stretched · least to most"),
}


def input_size(story: Story) -> Message | str:
    """As in 7 × 7, zero padding 1 → 9 × 9."""
    _, height, width = story.x.shape
    top, bottom, left, right = story.spec.pads
    if not any(story.spec.pads):
        return f"{height} × {width}"
    pads = str(top) if top == bottom == left == right else f"{top}, {bottom}, {left}, {right}"
    return msg(
        "{h} × {w}, {border} padding {pads} → {ph} × {pw}",
        h=height,
        w=width,
        border=BORDER_WORDS[story.spec.padding_mode],
        pads=pads,
        ph=height + top + bottom,
        pw=width + left + right,
    )


BORDER_WORDS = {
    "zeros": msg("zero"),
    "constant": msg("constant"),
    "reflect": msg("reflected"),
    "replicate": msg("replicated"),
    "circular": msg("circular"),
}


def place(story: Story, area: Region) -> Message:
    """Which part of which picture is on the stage."""
    _, height, width = story.x.shape
    crop = story.scene.crop
    down, along = (crop.top, crop.left) if crop else (0, 0)
    top, bottom = max(area.top, 0), min(area.bottom, height)
    left, right = max(area.left, 0), min(area.right, width)
    return msg(
        "{name} · rows {top}–{bottom}, columns {left}–{right}",
        name=story.source.title,
        top=top + down,
        bottom=bottom - 1 + down,
        left=left + along,
        right=right - 1 + along,
    )


def output_size(story: Story, region: Region) -> Message | str:
    """The output's size, which channel of how many, and which part of it is on the stage."""
    channels, height, width = story.shape
    size = f"{height} × {width}" + (f" · {story.output + 1}/{channels}" if channels > 1 else "")
    if (region.height, region.width) == (height, width):
        return size
    return msg(
        "{size} · rows {top}–{bottom}, columns {left}–{right}",
        size=size,
        top=region.top,
        bottom=region.bottom - 1,
        left=region.left,
        right=region.right - 1,
    )


def shown_kernel(story: Story, n: int) -> str:
    """The name of the n-th kernel of the filter on the stage."""
    filters = story.scene.layer.filters
    kernels = filters[story.output % len(filters)]
    return kernel_name(kernels[n if n < len(kernels) else -1])
