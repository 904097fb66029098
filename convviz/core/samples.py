"""Pictures to begin with: real photographs that anyone may use, and ones made to show what a kernel does.

One more is a row of SAMPLES. A photograph's file lies in resources/images, its source in SOURCES.md there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from convviz import assets
from convviz.core.errors import ImageError
from convviz.core.images import Image, open_image
from convviz.core.moving import ball, head

Bytes = NDArray[np.uint8]

_SIDE = 256
_SEED = 20


@dataclass(frozen=True)
class Sample:
    """One picture to begin with.

    Attributes:
        id: its name in scenes and on the command line.
        title: its name as shown.
        source: who made it and by what right it is here, or what it is good for; one sentence.
        origin: a file in resources/images, or a function that computes its pixels.
        slices: a function that computes (D, H, W), for a stack; the picture is its first slice.
    """

    id: str
    title: str
    source: str
    origin: str | Callable[[], Bytes] = ""
    slices: Callable[[], Bytes] | None = None

    @property
    def kind(self) -> str:
        """Either "photo", "generated" or "stack"."""
        if self.slices is not None:
            return "stack"
        return "photo" if isinstance(self.origin, str) else "generated"


def _impulse() -> Bytes:
    pixels = np.zeros((15, 15), np.uint8)
    pixels[7, 7] = 255
    return pixels


def _step_edge() -> Bytes:
    pixels = np.full((16, 16), 40, np.uint8)
    pixels[:, 8:] = 210
    return pixels


def _grid() -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Row and column of each pixel's centre, from −1 at the first edge to 1 at the last."""
    centres = (np.arange(_SIDE) + 0.5) * 2 / _SIDE - 1
    rows, columns = np.meshgrid(centres, centres, indexing="ij")
    return rows, columns


def _disc() -> Bytes:
    rows, columns = _grid()
    inside = 0.6 - np.hypot(rows, columns)
    return _grey(np.clip(inside * _SIDE / 2 + 0.5, 0, 1))  # the rim is one pixel soft


def _checkerboard() -> Bytes:
    rows, columns = np.indices((_SIDE, _SIDE)) // 32
    return _grey((rows + columns) % 2)


def _zone_plate() -> Bytes:
    """Rings that reach the finest stripe there is, one pixel black and one white, at the side's middle."""
    rows, columns = _grid()
    return _grey(0.5 + 0.5 * np.cos(np.pi * _SIDE / 4 * (rows**2 + columns**2)))


def _gradient() -> Bytes:
    return np.tile(np.arange(_SIDE, dtype=np.uint8), (_SIDE, 1))


def _noise() -> Bytes:
    return np.random.default_rng(_SEED).integers(0, 256, (_SIDE, _SIDE), np.uint8)


def _bars() -> Bytes:
    """Upright bars above lying ones, from 1 to 16 pixels thick with gaps as thick."""
    half = _SIDE // 2
    upright = np.tile(_stripes(32, 16, 8, 4, 8), (half, 1))
    lying = np.tile(_stripes(16, 8, 4, 2, 4)[:, None], (1, _SIDE))
    return _grey(np.vstack([upright, lying]))


def _stripes(*counts: int) -> NDArray[np.int64]:
    """So many stripes, by turns 0 and 1, of 1, 2, 4, 8 and 16 pixels."""
    thick = np.repeat([1, 2, 4, 8, 16], counts)
    return np.repeat(np.arange(len(thick)) % 2, thick)


def _grey(values: NDArray[np.float64] | NDArray[np.int64]) -> Bytes:
    """Values from 0 to 1 as bytes."""
    return np.rint(values * 255).astype(np.uint8)


SAMPLES = (
    Sample("astronaut", "Astronaut", "NASA; released into the public domain.", "astronaut.webp"),
    Sample("camera", "Camera", "Lav Varshney; CC0.", "camera.png"),
    Sample("coffee", "Coffee", "Rachel Michetti; CC0.", "coffee.webp"),
    Sample("chelsea", "Chelsea the cat", "Stefan van der Walt; CC0.", "chelsea.webp"),
    Sample("rocket", "Rocket", "SpaceX; released in the public domain.", "rocket.jpg"),
    Sample("hubble", "Hubble eXtreme Deep Field", "NASA; in the public domain.", "hubble.jpg"),
    Sample("retina", "Retina", "Mikael Häggström; CC0.", "retina.jpg"),
    Sample("cell", "Cell", "Paul Müller and others; CC0.", "cell.png"),
    Sample("clock", "Clock, blurred by motion", "Stefan van der Walt; in the public domain.", "clock.png"),
    Sample("brick", "Brick wall", "CC0Textures; CC0.", "brick.png"),
    Sample("grass", "Grass", "linolafett; CC0.", "grass.png"),
    Sample("gravel", "Gravel", "CC0Textures; CC0.", "gravel.png"),
    Sample("impulse", "Impulse", "One white pixel: convolved, it shows the kernel itself.", _impulse),
    Sample("step-edge", "Step edge", "Dark meets bright: what derivatives answer to.", _step_edge),
    Sample("disc", "Disc", "An edge in every direction at once.", _disc),
    Sample("checkerboard", "Checkerboard", "Edges and corners.", _checkerboard),
    Sample("zone-plate", "Zone plate", "Every frequency: smoothing erases rings.", _zone_plate),
    Sample("gradient", "Gradient", "Grows by one a pixel: its slope is the same everywhere.", _gradient),
    Sample("noise", "Noise", "Every frequency alike; the same at every start.", _noise),
    Sample(
        "ball",
        "Ball, a clip",
        "A ball bounces before a wall that stands still: what differs from frame to frame is motion.",
        slices=ball,
    ),
    Sample("head", "Head, a volume", "Slices through the Shepp–Logan phantom of a head.", slices=head),
    Sample("bars", "Bars", "Stripes from 1 to 16 pixels thick, upright and lying.", _bars),
)
_BY_ID = {sample.id: sample for sample in SAMPLES}


@cache
def load_sample(id: str) -> Image:
    """The sample of that id, named by its title; read or computed once.

    Raises: ImageError("unknown_sample").
    """
    sample = _found(id)
    if sample.slices is not None:
        return Image(sample.slices()[0], sample.title)
    if callable(sample.origin):
        return Image(sample.origin(), sample.title)
    return Image(open_image(assets.path("images", sample.origin)).pixels, sample.title)


@cache
def load_slices(id: str) -> Bytes | None:
    """All slices (D, H, W) of the sample of that id; None when it is a single picture. Not to be written to.

    Raises: ImageError("unknown_sample").
    """
    sample = _found(id)
    if sample.slices is None:
        return None
    slices = sample.slices()
    slices.flags.writeable = False
    return slices


def title_of(id: str) -> str:
    """The title of the sample of that id.

    Raises: ImageError("unknown_sample").
    """
    return _found(id).title


def _found(id: str) -> Sample:
    sample = _BY_ID.get(id)
    if sample is None:
        raise ImageError("unknown_sample", id=id)
    return sample


def canvas(height: int, width: int, pixels: bytes) -> Image:
    """What a person painted: height × width bytes, row after row, from 0 (black) to 255 (white).

    Raises: ImageError("canvas_size") when there are more or fewer bytes.
    """
    if min(height, width) < 1 or len(pixels) != height * width:
        raise ImageError(
            "canvas_size", height=height, width=width, expected=height * width, count=len(pixels)
        )
    return Image(np.frombuffer(pixels, np.uint8).reshape(height, width), "Canvas")
