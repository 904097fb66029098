"""How a listing comes by its input: numbers written out, a file read, or one of the program's samples."""

from __future__ import annotations

import base64
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core.feature_maps import bank
from convviz.core.listings.imread import imread_kind
from convviz.core.listings.text import Lines, literal

Array = NDArray[Any]

LITERAL_CELLS = 1024
"""The most cells that are written out as numbers."""


@dataclass(frozen=True, eq=False)
class Source:
    """Where an input comes from.

    Attributes:
        x: the input itself, (C, H, W), already cropped.
        channel: what of the picture it is: "luma", "r", "g", "b" or "all".
        path: the picture's file. sample: or the sample's id. With neither, the numbers are written out.
        crop: the part of the picture that is the input: (top, left, height, width); None for all of it.
        maps: how many feature maps are made of that; 0 where the input is the picture itself.
        slices: whether its channels are the slices of a stack.
    """

    x: Array
    channel: str = "luma"
    path: str | None = None
    sample: str | None = None
    crop: tuple[int, int, int, int] | None = None
    maps: int = 0
    slices: bool = False

    @property
    def axes(self) -> str:
        """What the axes of x are."""
        return "slices, rows, columns" if self.slices else "channels, rows, columns"

    @property
    def small(self) -> bool:
        """Whether it is written out as numbers that can be read."""
        return self.x.size <= LITERAL_CELLS


def input_lines(source: Source, most: int = LITERAL_CELLS) -> Lines:
    """The program that makes `x` of a source: a float32 numpy array, (channels, rows, columns).

    Of up to `most` cells, the numbers are written out.
    """
    if source.x.size <= most:
        return Lines((), (f"x = np.array({literal(source.x)}, np.float32)  # {source.axes}",))
    if source.sample is None and source.path is None:
        return _packed(source.x)
    if source.slices:
        picture = _slices(source)
    else:
        picture = _file(source.path, source.channel) if source.path else _sample(source)
    cropped = f"x = x{_crop(source)}.astype(np.float32)"
    return Lines(picture.imports, (*picture.body, cropped, *_maps(source)))


def torch_input(source: Source) -> Lines:
    """The same of a float32 tensor for PyTorch."""
    if source.small:
        return Lines((), (f"x = torch.tensor({literal(source.x)}, dtype=torch.float32)  # {source.axes}",))
    read = input_lines(source)
    return Lines(("import numpy as np", *read.imports), (*read.body, "x = torch.from_numpy(x)"))


def _maps(source: Source) -> tuple[str, ...]:
    """The feature maps made of `x`, as core.feature_maps makes them."""
    if not source.maps:
        return ()
    _, height, width = source.x.shape
    return (
        "",
        "# Feature maps: each kernel of a bank over the picture; what is negative becomes 0.",
        f"bank = np.array({literal(bank(source.maps))}, np.float32)",
        'plane = np.pad(x.mean(axis=0), 1, mode="edge")',
        f"taps = [(u, v, plane[u : u + {height}, v : v + {width}]) for u in range(3) for v in range(3)]",
        "x = np.stack([sum(kernel[u, v] * part for u, v, part in taps) for kernel in bank])",
        "x = np.maximum(x, 0)",
    )


def _crop(source: Source) -> str:
    if source.crop is None:
        return ""
    top, left, height, width = source.crop
    return f"[:, {top}:{top + height}, {left}:{left + width}]"


def _packed(x: Array) -> Lines:
    """A drawing is in no file, and too many numbers to read: its bytes, compressed."""
    data = base64.b64encode(zlib.compress(np.ascontiguousarray(x).tobytes(), 9)).decode()
    return Lines(
        ("import base64", "import zlib"),
        (
            f'data = zlib.decompress(base64.b64decode("{data}"))',
            f"x = np.frombuffer(data, np.{x.dtype}).reshape({x.shape}).astype(np.float32)",
        ),
    )


def _slices(source: Source) -> Lines:
    reader, what = (
        ("open_slices", repr(str(Path(source.path).absolute())))
        if source.path
        else ("sample_slices", f'"{source.sample}"')
    )
    return Lines(
        (f"from convviz.core.volumes import {reader}",),
        (f'x = {reader}({what}, "{source.channel}").planes  # {source.axes}',),
    )


def _sample(source: Source) -> Lines:
    return Lines(
        ("from convviz.core.samples import load_sample",),
        (f'x = load_sample("{source.sample}").plane("{source.channel}")  # channels, rows, columns',),
    )


def _file(path: str, channel: str) -> Lines:
    path = str(Path(path).absolute())
    kind = imread_kind(path)
    if kind is None:
        return Lines(
            ("from convviz.core.images import open_image",),
            (
                "# By ConvViz's own reader: cv2.imread may not open this file, or may give other values.",
                f'x = open_image({path!r}).plane("{channel}")  # channels, rows, columns',
            ),
        )
    flags = f"cv2.IMREAD_{kind} | cv2.IMREAD_ANYDEPTH"
    # On Windows imread opens no path outside the local code page, so the bytes of such a file are read first.
    file = f"imread({path!r}" if path.isascii() else f"imdecode(np.fromfile({path!r}, np.uint8)"
    chosen = "picture[np.newaxis]" if kind == "GRAYSCALE" else _CHOSEN[channel]
    return Lines(("import cv2",), (f"picture = cv2.{file}, {flags})", f"x = {chosen}"))


_CHOSEN = {
    "luma": "cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)[np.newaxis]  # channels, rows, columns",
    "r": "picture[np.newaxis, :, :, 2]  # OpenCV's order is blue, green, red",
    "g": "picture[np.newaxis, :, :, 1]  # OpenCV's order is blue, green, red",
    "b": "picture[np.newaxis, :, :, 0]  # OpenCV's order is blue, green, red",
    "all": "picture[:, :, ::-1].transpose(2, 0, 1)  # from rows, columns, BGR to RGB, rows, columns",
}
