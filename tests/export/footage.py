"""Footage without Qt: pictures that an exporter can be judged by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from weakref import WeakSet

import numpy as np

from convviz.export.footage import Array, Frame


@dataclass(eq=False)
class Fake:
    """A disc that moves over stripes; every picture lasts another number of ticks.

    It knows how many of its pictures were in memory at once.
    """

    size: tuple[int, int] = (322, 242)
    count: int = 6
    fps: int = 10
    most_alive: int = 0
    alive: WeakSet[Frame] = field(default_factory=WeakSet)

    @property
    def lengths(self) -> list[int]:
        return [1 + n % 3 for n in range(self.count)]

    @property
    def ticks(self) -> int:
        return sum(self.lengths)

    def picture(self, n: int) -> Array:
        return painted(*self.size, n % 8)

    def frames(self) -> Iterator[Frame]:
        for n, ticks in enumerate(self.lengths):
            frame = Frame(self.picture(n).copy(), ticks)
            self.alive.add(frame)
            self.most_alive = max(self.most_alive, len(self.alive))
            yield frame
            del frame

    def samples(self, count: int) -> Iterator[Array]:
        for n in range(count):
            yield self.picture(n * (self.count - 1) // max(1, count - 1))

    def still(self) -> Array:
        return self.picture(2)

    def svg(self) -> bytes:
        return b"<svg/>"

    def pdf(self) -> bytes:
        return b"%PDF-"

    @property
    def shown(self) -> list[Array]:
        """What is seen at each tick."""
        return [self.picture(n) for n, ticks in enumerate(self.lengths) for _ in range(ticks)]


COLORS: Sequence[tuple[int, int, int]] = ((255, 255, 255), (28, 35, 48), (230, 159, 0), (0, 158, 115))


@lru_cache(maxsize=64)
def painted(width: int, height: int, n: int) -> Array:
    y, x = np.mgrid[:height, :width]
    pixels = np.array(COLORS[:2], np.uint8)[(x // 40 + y // 40) % 2]
    pixels[:, : width // 8] = (np.linspace(0, 255, height)[:, None, None]).astype(np.uint8)
    disc = (x - 61 - 9 * n) ** 2 + (y - 75 - 5 * n) ** 2 < 30**2
    pixels[disc] = COLORS[2 + n % 2]
    return pixels
