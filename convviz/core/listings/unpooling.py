"""Max unpooling in NumPy, OpenCV and PyTorch: pooling, and the way back."""

from __future__ import annotations

from dataclasses import dataclass

from convviz.core.listings.pooling import Pooling, padded, put_back, windows
from convviz.core.listings.source import Source, input_lines, torch_input
from convviz.core.listings.text import Lines, every
from convviz.core.sizes import Shape
from convviz.core.unpool_spec import UnpoolSpec


@dataclass(frozen=True, eq=False)
class Unpooling:
    """An unpooling layer on the picture that is pooled for it, and the output's shape."""

    spec: UnpoolSpec
    source: Source
    shape: Shape

    @property
    def pooling(self) -> Pooling:
        """What is undone."""
        channels, *size = self.source.x.shape
        return Pooling(self.spec.pool, self.source, (channels, *self.spec.pooled((size[0], size[1]))))


def with_numpy(unpooling: Unpooling) -> Lines:
    """Every window as a view: its maximum, the place of that, and everything back."""
    start, pooling, (_, kw) = input_lines(unpooling.source), unpooling.pooling, unpooling.spec.kernel_size
    body = [
        *start.body,
        "",
        *padded(pooling, "np.pad"),
        *windows(pooling, "x"),
        "maxima = windows.max(axis=(3, 4)).astype(np.float32)",
        "",
        "# Where each maximum lay, counted in its channel.",
        "tap = windows.reshape(*maxima.shape, -1).argmax(-1)",
        f"indices = {_place(unpooling, f'tap // {kw}', f'tap % {kw}')}",
        *_put_back(unpooling),
    ]
    return Lines(("import numpy as np", *start.imports), tuple(body))


def with_opencv(unpooling: Unpooling) -> Lines:
    """dilate is a sliding maximum; where it lay is looked for, and the way back is NumPy's."""
    start, pooling = input_lines(unpooling.source), unpooling.pooling
    (kh, kw), (sh, sw), (_, height, width) = pooling.spec.kernel_size, pooling.spec.stride, pooling.shape
    rows, cols = (height - 1) * sh + 1, (width - 1) * sw + 1
    body = [
        *start.body,
        "",
        *padded(pooling, "np.pad"),
        f"taps = np.ones({(kh, kw)}, np.uint8)",
        "maxima = np.stack([cv2.dilate(plane, taps, anchor=(0, 0)) for plane in x])",
        f"maxima = maxima[:, :{rows}:{sh}, :{cols}:{sw}]",
        "",
        "# OpenCV does not tell where a maximum lay: it is the first tap that is as large.",
        "indices = np.zeros(maxima.shape, np.int64)",
        f"for u, v in reversed([*np.ndindex({kh}, {kw})]):",
        f"    tap = x[:, u : u + {rows}, v : v + {cols}][:, {every(sh, sw)}]",
        f"    indices = np.where(tap == maxima, {_place(unpooling, 'u', 'v')}, indices)",
        *_put_back(unpooling),
    ]
    return Lines(("import cv2", "import numpy as np", *start.imports), tuple(body))


def with_torch(unpooling: Unpooling) -> Lines:
    """max_pool2d tells the indices, max_unpool2d goes back."""
    spec, start, (_, *size) = unpooling.spec, torch_input(unpooling.source), unpooling.shape
    around = [f"{spec.kernel_size}", f"stride={spec.stride}"]
    around += [f"padding={spec.padding}"] if any(spec.padding) else []
    pooled, asked = ", ".join(around), ", ".join([*around, f"output_size={tuple(size)}"])
    body = [
        *start.body,
        "",
        f"maxima, indices = F.max_pool2d(x, {pooled}, return_indices=True)",
        f"y = F.max_unpool2d(maxima, indices, {asked})",
    ]
    return Lines(("import torch", "import torch.nn.functional as F", *start.imports), tuple(body))


def _place(unpooling: Unpooling, row: str, col: str) -> str:
    """The number in its channel of the cell that every window has `row` rows and `col` columns into it."""
    (sh, sw), (ph, pw) = unpooling.spec.stride, unpooling.spec.padding
    _, rows, cols = unpooling.pooling.shape
    down = (
        f"np.arange({rows})[:, None] * {sh} - {ph} + {row}"
        if ph
        else f"np.arange({rows})[:, None] * {sh} + {row}"
    )
    along = f"np.arange({cols}) * {sw} - {pw} + {col}" if pw else f"np.arange({cols}) * {sw} + {col}"
    return f"({down}) * {unpooling.shape[2]} + {along}"


def _put_back(unpooling: Unpooling) -> list[str]:
    return [
        "",
        "# Each maximum goes back to its index, all else is 0; of equal indices the last one writes.",
        *put_back("y", "maxima", unpooling.shape),
    ]
