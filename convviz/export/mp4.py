"""MP4: H.264 as PyAV writes it, which is an extra that may not be installed."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from fractions import Fraction
from functools import cache
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import Any, BinaryIO

from convviz.export.footage import Array, Footage, Frame

CODECS = ("libx264", "libopenh264", "h264")
"""The best first; which of them there are depends on how PyAV was built."""
OPTIONS = {"preset": "veryfast", "crf": "17"}
AHEAD = 3
"""Frames that are painted before the one that is encoded, at most."""
BT709 = 1
"""The number of ITU-R BT.709 in H.264's tables of primaries, curves and matrices: the colours of HD."""


def write(footage: Footage, frames: Iterator[Frame], file: BinaryIO) -> None:
    """Writes a film whose frames are all as long: a picture that rests is repeated.

    The file is written by its name, because its index is moved to its beginning at the end, so that it
    plays on a web page while it is loaded.
    """
    read_ahead()
    import av

    width, height = footage.size
    with av.open(file.name, "w", format="mp4", options={"movflags": "+faststart"}) as container:
        codec = next(name for name in CODECS if name in av.codecs_available)
        options = OPTIONS if codec == "libx264" else {}
        stream: Any = container.add_stream(codec, rate=footage.fps, options=options)
        stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
        context = stream.codec_context
        context.time_base = Fraction(1, footage.fps)
        context.color_primaries = context.color_trc = context.colorspace = BT709
        places = count()

        def encode(frame: Frame) -> None:
            picture = _picture(frame.pixels)
            for _ in range(frame.ticks):
                picture.pts, picture.time_base = next(places), context.time_base
                container.mux(stream.encode(picture))

        _behind(frames, encode)
        container.mux(stream.encode(None))


@cache
def read_ahead() -> None:
    """Has the libraries of av in memory before they are linked.

    Linking holds Python's lock and, with it, the window: 100 ms while 70 MB came from the disk, 15 without.
    """
    found = None if "av" in sys.modules else find_spec("av")
    if found is None or found.origin is None:
        return
    package, buffer = Path(found.origin).parent, bytearray(1 << 20)
    for path in (*package.rglob("*.so"), *package.parent.glob("av.libs/*")):  # where Linux has them
        with suppress(OSError), path.open("rb", buffering=0) as file:  # what cannot be read, linking tells
            while file.readinto(buffer):
                pass


def _behind(frames: Iterator[Frame], encode: Callable[[Frame], None]) -> None:
    """Encodes in a thread of its own, while the next frames are painted in this one."""
    with ThreadPoolExecutor(1, "encoder") as encoder:
        waiting: deque[Future[None]] = deque()
        for frame in frames:
            waiting.append(encoder.submit(encode, frame))
            if len(waiting) > AHEAD:
                waiting.popleft().result()
        for last in waiting:
            last.result()


def _picture(pixels: Array) -> Any:
    """A frame in the colours of HD video."""
    import av

    matrix, narrow = av.video.reformatter.Colorspace.ITU709, av.video.reformatter.ColorRange.MPEG
    frame = av.VideoFrame.from_ndarray(pixels, "rgb24")
    return frame.reformat(format="yuv420p", dst_colorspace=matrix, dst_color_range=narrow)
