"""Upsampling in NumPy, OpenCV and PyTorch."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from convviz.core.cv import cv2
from convviz.core.listings.source import Source, input_lines, torch_input
from convviz.core.listings.text import Lines, number
from convviz.core.resize_spec import Resampled, ResizeSpec


@dataclass(frozen=True, eq=False)
class Resizing:
    """An upsampling layer on its input."""

    spec: ResizeSpec
    source: Source

    @property
    def axes(self) -> tuple[Resampled, Resampled]:
        """How rows and columns are read."""
        return self.spec.resampled(self.source.x.shape[1:])

    @property
    def factors(self) -> tuple[float, float]:
        """Output cells per input cell; 1 along an axis that is copied as it is."""
        rows, cols = (1.0 if axis.step == 1 else axis.scaling.factor or 1.0 for axis in self.axes)
        return rows, cols


def with_numpy(resizing: Resizing) -> Lines:
    """The cells that are read, one axis after the other, each times its weight."""
    start = input_lines(resizing.source)
    if resizing.spec.mode == "area":
        body = _averaged(resizing)
    else:
        body = _copied(resizing) if resizing.axes[0].copied else _weighed(resizing)
    return Lines(("import numpy as np", *start.imports), (*start.body, "", *body))


def with_opencv(resizing: Resizing) -> Lines:
    """cv2.resize, where it means the same."""
    if not _is_opencvs(resizing):
        lines = with_numpy(resizing)
        return Lines(lines.imports, ("# cv2.resize reads other cells than PyTorch here.", *lines.body))
    start, (down, across) = input_lines(resizing.source), resizing.axes
    if resizing.spec.mode == "area":
        size = f"({across.scaling.o}, {down.scaling.o})"  # columns first
        call = f"cv2.resize(plane, {size}, interpolation=cv2.INTER_AREA)"
        made = f"y = np.stack([{call} for plane in x])"
        return Lines(("import cv2", "import numpy as np", *start.imports), (*start.body, "", made))
    fy, fx = resizing.factors
    call = (
        f"cv2.resize(plane, None, fx={_factor(fx)}, fy={_factor(fy)}, interpolation=cv2.{FLAGS[down.mode]})"
    )
    body = [*start.body, "", f"y = np.stack([{call} for plane in x])"]
    if any(round(axis.n * f) > axis.scaling.o for axis, f in zip((down, across), (fy, fx), strict=True)):
        body.append(f"y = y[:, :{down.scaling.o}, :{across.scaling.o}]  # OpenCV rounds sizes, PyTorch down")
    return Lines(("import cv2", "import numpy as np", *start.imports), tuple(body))


def with_torch(resizing: Resizing) -> Lines:
    """interpolate does all of it."""
    spec = resizing.spec
    start = torch_input(resizing.source)
    scale = ", ".join(number(factor) for factor in spec.scale)
    corners = ", align_corners=True" if spec.align_corners else ""
    call = f'F.interpolate(x[None], scale_factor=({scale}), mode="{spec.mode}"{corners})[0]'
    body = (*start.body, "", f"y = {call}")
    return Lines(("import torch", "import torch.nn.functional as F", *start.imports), body)


FLAGS = {
    "nearest": "INTER_NEAREST",
    "nearest-exact": "INTER_NEAREST_EXACT",
    "bilinear": "INTER_LINEAR",
    "bicubic": "INTER_CUBIC",
}


NEAR, FAR = "(1.25 * d - 2.25) * d * d + 1", "((-0.75 * d + 3.75) * d - 6) * d + 3"


def _is_opencvs(resizing: Resizing) -> bool:
    """Whether cv2.resize reads the same cells: it aligns edges, and rounds places in its own way."""
    if resizing.spec.align_corners:
        return False
    if resizing.spec.mode == "area":  # where it weighs cells by what is covered of them, all is covered
        return all(axis.n % axis.scaling.o == 0 for axis in resizing.axes)
    axes = list(zip(resizing.axes, resizing.factors, strict=True))
    if all(round(axis.n * factor) == axis.n for axis, factor in axes):  # then OpenCV copies the picture
        return all(np.array_equal(axis.copied or axis.places, range(axis.scaling.o)) for axis, _ in axes)
    return all(not axis.copied or _copies(axis, factor) for axis, factor in axes)


def _copies(axis: Resampled, factor: float) -> bool:
    """Whether cv2.resize copies the cells of one axis of a picture as PyTorch does."""
    ramp = np.arange(axis.n, dtype=np.float32)[None]
    flag = getattr(cv2, FLAGS[axis.mode])
    cells = cv2.resize(ramp, None, fx=factor, fy=2, interpolation=flag)[0, : axis.scaling.o]
    return np.array_equal(cells, axis.copied)


def _copied(resizing: Resizing) -> list[str]:
    lines = ["# The row and the column that each output cell copies."]
    for name, axis, factor in zip(("rows", "cols"), resizing.axes, resizing.factors, strict=True):
        lines.append(f"{name} = {_indices(axis, factor)}")
    return [*lines, "y = x[:, rows[:, None], cols]"]


def _indices(axis: Resampled, factor: float) -> str:
    """As short a formula as gives the cells; they themselves where rounding to single precision shows."""
    o, text = axis.scaling.o, _factor(factor)
    centred = axis.mode == "nearest-exact"
    if np.array_equal(((np.arange(o) + 0.5 * centred) / factor).astype(int), axis.copied):
        places = f"(np.arange({o}) + 0.5)" if centred else f"np.arange({o})"
        return f"({places} / {text}).astype(int)"
    return f"np.array({list(axis.copied)})"


def _averaged(resizing: Resizing) -> list[str]:
    rows, cols = (f"share({axis.n}, {axis.scaling.o})" for axis in resizing.axes)
    return [
        "# From where to where, of n cells, each of o output cells touches them; all it touches count alike.",
        "def share(n, o):",
        "    return [(r * n // o, -(-(r + 1) * n // o)) for r in range(o)]",
        "",
        f"y = np.stack([x[:, a:b].mean(1, dtype=np.float64) for a, b in {rows}], 1)",
        f"y = np.stack([y[:, :, a:b].mean(2) for a, b in {cols}], 2).astype(np.float32)",
    ]


def _weighed(resizing: Resizing) -> list[str]:
    cubic = resizing.spec.mode == "bicubic"
    aligned = resizing.spec.align_corners
    place = "np.arange(o) * ((n - 1) / max(o - 1, 1))" if aligned else "(np.arange(o) + 0.5) / scale - 0.5"
    if cubic:
        distance = [
            "    d = np.abs(place - cells)  # Keys' cubic, a = -0.75",
            f"    weights = np.where(d <= 1, {NEAR}, {FAR})",
        ]
    else:
        distance = ["    weights = 1 - np.abs(place - cells)"]
    lines = [
        "# Where n cells' o output cells fall, the cells they read, and the weight of each.",
        f"def around({'n, o' if aligned else 'n, o, scale'}):",
        f"    place = {place}",
        f"    cells = np.floor(place).astype(int) + np.arange({'-1, 3' if cubic else '2'})[:, None]",
        *distance,
        "    return cells.clip(0, n - 1), weights",
        "",
    ]
    names = (("rows", "down"), ("cols", "across"))
    for (cells, weights), axis, factor in zip(names, resizing.axes, resizing.factors, strict=True):
        scale = "" if aligned else f", {_factor(factor)}"
        lines.append(f"{cells}, {weights} = around({axis.n}, {axis.scaling.o}{scale})")
    return [
        *lines,
        "y = sum(w[:, None] * x[:, r] for r, w in zip(rows, down))",
        "y = sum(w * y[:, :, c] for c, w in zip(cols, across)).astype(np.float32)",
    ]


def _factor(value: float) -> str:
    """A scale as Python writes it, thirds and the like as a division: "2", "0.5", "(1 / 3)"."""
    for below in (3, 5, 6, 7):
        if value == 1 / below:
            return f"(1 / {below})"
    return number(value)
