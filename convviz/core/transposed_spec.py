"""What a transposed convolution is asked to do, and the ordinary window that finds the same numbers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import gcd
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from convviz.core.along import Along, Indices
from convviz.core.errors import SpecError
from convviz.core.same_padding import tensorflow_same_transposed
from convviz.core.spec import MAX_KERNEL, Pads, Pair, check_positive, check_span

Axis = tuple[int, int, int, int]


@dataclass(frozen=True)
class TransposedSpec:
    """A 2-D transposed convolution as in torch.nn.ConvTranspose2d, each channel by itself.

    Attributes:
        kernel_size: (height, width) in taps, 1 to 63 each.
        stride: cells of the output from one stamp to the next: (rows, columns).
        padding: cells cut off on each side of the output: (rows, columns).
        output_padding: rows and columns added at the end, fewer than the stride or the dilation.
        dilation: cells from one tap of a stamp to the next.
        channels: of the input and of the output, and as many groups.
        trimmed: rows and columns cut off at the end, besides the padding; PyTorch's layer has none.

    Raises:
        SpecError: when a number alone, or a pair of them, describes no layer.
    """

    largest_kernel: ClassVar[int] = MAX_KERNEL

    kernel_size: Pair = (3, 3)
    stride: Pair = (1, 1)
    padding: Pair = (0, 0)
    output_padding: Pair = (0, 0)
    dilation: Pair = (1, 1)
    channels: int = 1
    trimmed: Pair = (0, 0)

    def __post_init__(self) -> None:
        for name, least in LEAST.items():
            _check_pair(name, getattr(self, name), least)
        check_positive("channels", self.channels)
        if max(self.kernel_size) > self.largest_kernel:
            kh, kw = self.kernel_size
            raise SpecError("kernel_too_large", kh=kh, kw=kw, most=self.largest_kernel)
        check_span(self.kernel_size, self.dilation)
        for a, s, d in zip(self.output_padding, self.stride, self.dilation, strict=True):
            if a >= max(s, d):
                raise SpecError("output_padding_too_large", output_padding=a, s=s, d=d)

    @property
    def groups(self) -> int:
        """As many as channels."""
        return self.channels

    @property
    def weight_shape(self) -> tuple[int, int, int, int]:
        """(channels, 1, kernel height, kernel width)."""
        return (self.channels, 1, *self.kernel_size)

    @property
    def span(self) -> Pair:
        """(height, width) of a stamp from its first tap to its last."""
        (kh, kw), (dh, dw) = self.kernel_size, self.dilation
        return (dh * (kh - 1) + 1, dw * (kw - 1) + 1)

    @property
    def axes(self) -> tuple[Axis, Axis]:
        """(taps, stride, padding, dilation) along rows and along columns."""
        (kh, kw), (sh, sw), (ph, pw), (dh, dw) = self.kernel_size, self.stride, self.padding, self.dilation
        return (kh, sh, ph, dh), (kw, sw, pw, dw)

    @property
    def gather(self) -> Gathering:
        """The ordinary window that makes the same output of the stretched input."""
        (tall, wide), (ph, pw) = self.span, self.padding
        (ah, aw), (th, tw) = self.output_padding, self.trimmed
        before, left = tall - 1 - ph, wide - 1 - pw
        pads = (before, before + ah - th, left, left + aw - tw)
        return Gathering(self.kernel_size, self.dilation, self.span, pads)

    def stretched(self, size: Pair) -> Pair:
        """(rows, columns) of an input of `size` with stride − 1 zeros put between its cells."""
        return ((size[0] - 1) * self.stride[0] + 1, (size[1] - 1) * self.stride[1] + 1)

    def along(self, size: Pair, out: Pair) -> tuple[Along, Along]:
        """How the rows and the columns of an input are read; both sizes are (height, width)."""
        axes = zip(size, out, self.kernel_size, self.stride, self.dilation, self.padding, strict=True)
        rows, cols = (Stamped(*axis) for axis in axes)
        return rows, cols


def same_transposed(kernel_size: Pair, stride: Pair, dilation: Pair) -> dict[str, Pair]:
    """The choices of a TransposedSpec with TensorFlow's SAME: padding, trimmed, output_padding."""
    axes = zip(kernel_size, stride, dilation, strict=True)
    (top, bottom, below), (left, right, beside) = (tensorflow_same_transposed(*axis) for axis in axes)
    return {
        "padding": (top, left),
        "trimmed": (bottom - top, right - left),
        "output_padding": (below, beside),
    }


LEAST = {"kernel_size": 1, "stride": 1, "padding": 0, "output_padding": 0, "dilation": 1, "trimmed": 0}


@dataclass(frozen=True)
class Stamped:
    """One axis of an input whose cell i stamps on the output cells i·s − p + u·d, for taps u < k.

    An output cell's window are the input cells whose stamps have a tap on it. Not all output cells meet as
    many stamps; a window with fewer than the most goes on beyond its own, so that all are alike.

    Attributes:
        n, o: cells of the input and of the output. k, s, d, p: taps, stride, dilation, padding.
    """

    n: int
    o: int
    k: int
    s: int
    d: int
    p: int

    @property
    def span(self) -> int:
        """Cells of a stamp from its first tap to its last."""
        return self.d * (self.k - 1) + 1

    @property
    def _every(self) -> int:
        """Of the taps of a stamp, one in so many falls on output cells that one other tap falls on."""
        return self.s // gcd(self.s, self.d)

    @property
    def taps(self) -> int:
        """The most stamps that overlap."""
        return -(-self.k // self._every)

    @property
    def step(self) -> float:
        """An output cell is 1 / s of an input cell."""
        return 1 / self.s

    @property
    def origin(self) -> float:
        """An output cell lies in the middle of the cells whose stamps reach over it."""
        return (self.p - self.span / 2) / self.s + 0.5

    @cached_property
    def _last_taps(self) -> Indices:
        """For output cells by their rest of division by s: how far into a stamp its last tap on one is, (s,).

        Where no tap meets them, the last place of the stamp that does.
        """
        far = self.span - 1
        last = far - (far - np.arange(self.s)) % self.s
        taps = np.arange(self.k) * self.d
        last[taps % self.s] = taps
        return last

    @cached_property
    def extent(self) -> range:
        """The input, and the cells beyond it that windows go on to."""
        cells = self.cells(np.arange(self.o))
        return range(min(0, int(cells.min())), max(self.n, int(cells.max()) + 1))

    def cells(self, windows: Any) -> Indices:
        """The input cells that stamp on output cells, (len(windows), taps)."""
        places = np.asarray(windows) + self.p
        first = (places - self._last_taps[places % self.s]) // self.s
        return np.asarray(first[:, None] + np.arange(self.taps) * (self._every * self.d // self.s))

    def seen(self, start: int, stop: int) -> tuple[int, int]:
        """The input cells, from … to, whose stamps reach output cells; the nearest one where none does."""
        last = min(max((stop - 1 + self.p) // self.s, 0), self.n - 1)
        return min(max(-((self.span - 1 - start - self.p) // self.s), 0), last), last + 1

    def read(self) -> NDArray[np.bool_]:
        """Which places of the extent are in some window."""
        read = np.zeros(len(self.extent), bool)
        read[self.cells(np.arange(self.o)) - self.extent.start] = True
        return read

    def needed(self, windows: int) -> int:
        """The fewest input cells that give so many output cells: each gives s of them."""
        return max(1, self.n - (self.o - windows) // self.s)


@dataclass(frozen=True)
class Gathering:
    """A window that slides one cell at a time, its kernel rotated by 180°.

    Attributes: as a ConvSpec's; `pads` are negative where more is cut off than a window reaches over.
    """

    kernel_size: Pair
    dilation: Pair
    span: Pair
    pads: Pads

    stride: ClassVar[Pair] = (1, 1)
    padding_mode: ClassVar[str] = "zeros"
    border_value: ClassVar[float] = 0.0


def _check_pair(name: str, value: object, least: int) -> None:
    if not isinstance(value, tuple) or len(value) != 2:
        raise SpecError("not_a_pair", name=name, value=value)
    for number in value:
        if least:
            check_positive(name, number)
        elif not isinstance(number, int) or isinstance(number, bool):
            raise SpecError("not_integer", name=name, value=number)
        elif number < 0:
            raise SpecError("negative", name=name, value=number)
