"""Stacks of slices to begin with: a clip whose slices are moments, and a volume whose slices are depths."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Bytes = NDArray[np.uint8]
Field = NDArray[np.float64]

FRAMES, CLIP_HEIGHT, CLIP_WIDTH = 16, 96, 128
SLICES, HEAD_SIDE = 24, 128


def ball() -> Bytes:
    """A ball that bounces twice before a wall of bricks; only the ball and its shadow move."""
    rows, cols = np.mgrid[:CLIP_HEIGHT, :CLIP_WIDTH].astype(np.float64)
    floor = CLIP_HEIGHT - 14
    joint = (rows % 12 < 1) | ((cols + 8 * (rows // 12 % 2)) % 16 < 1)
    still = np.where(joint, 92.0, 120.0)
    still = np.where(rows >= floor, 70.0, still)
    return np.stack([_frame(n, still, rows, cols, floor) for n in range(FRAMES)])


def _frame(n: int, still: Field, rows: Field, cols: Field, floor: int) -> Bytes:
    radius, across = 9.0, 16 + n * (CLIP_WIDTH - 32) / (FRAMES - 1)
    bounce = abs(np.cos(np.pi * (n + 0.5) / 8))
    down = floor - radius - 46 * bounce
    width = radius * (1.3 - 0.5 * bounce)
    shadow = ((cols - across) / width) ** 2 + ((rows - floor - 6) / 3) ** 2 <= 1
    frame = np.where(shadow, still * 0.5, still)
    light = 235 - 4.0 * np.hypot(rows - down + 3, cols - across + 3)
    cover = np.clip(radius + 0.5 - np.hypot(rows - down, cols - across), 0, 1)  # the rim is one pixel soft
    seen: Field = np.rint(frame * (1 - cover) + light * cover)
    return seen.astype(np.uint8)


# Density, half axes (x, y, z), centre (x, y, z), turn about z in degrees. Source: Kak & Slaney, "Principles
# of Computerized Tomographic Imaging" (1988), table 3.1, its densities spread as Toft (1996) does so that the
# small ones are seen; in three dimensions after Schabel (2006).
HEAD = (
    (1.0, (0.69, 0.92, 0.81), (0.0, 0.0, 0.0), 0),
    (-0.8, (0.6624, 0.874, 0.78), (0.0, -0.0184, 0.0), 0),
    (-0.2, (0.11, 0.31, 0.22), (0.22, 0.0, 0.0), -18),
    (-0.2, (0.16, 0.41, 0.28), (-0.22, 0.0, 0.0), 18),
    (0.1, (0.21, 0.25, 0.41), (0.0, 0.35, -0.15), 0),
    (0.1, (0.046, 0.046, 0.05), (0.0, 0.1, 0.25), 0),
    (0.1, (0.046, 0.046, 0.05), (0.0, -0.1, 0.25), 0),
    (0.1, (0.046, 0.023, 0.05), (-0.08, -0.605, 0.0), 0),
    (0.1, (0.023, 0.023, 0.02), (0.0, -0.606, 0.0), 0),
    (0.1, (0.023, 0.046, 0.02), (0.06, -0.605, 0.0), 0),
)


def head() -> Bytes:
    """Slices of the Shepp–Logan phantom, from below the middle of the head to above it."""
    centres = (np.arange(HEAD_SIDE) + 0.5) * 2 / HEAD_SIDE - 1
    heights = np.linspace(-0.6, 0.6, SLICES)
    z, y, x = np.meshgrid(heights, -centres, centres, indexing="ij")
    density = np.zeros(z.shape)
    for value, (a, b, c), (x0, y0, z0), degrees in HEAD:
        turn = np.deg2rad(degrees)
        along = (x - x0) * np.cos(turn) + (y - y0) * np.sin(turn)
        across = (y - y0) * np.cos(turn) - (x - x0) * np.sin(turn)
        density[(along / a) ** 2 + (across / b) ** 2 + ((z - z0) / c) ** 2 <= 1] += value
    seen: Field = np.rint(density.clip(0, 1) * 255)
    return seen.astype(np.uint8)
