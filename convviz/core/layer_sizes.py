"""One axis of any layer: how many cells it makes of i, and which cells one of its own was made from.

The six kinds of layer that have a size formula stand in the KINDS table; stacks.py puts them together and
solve_sizes.py turns them round. Names and meanings are PyTorch's.

Sources: Dumoulin & Visin, "A guide to convolution arithmetic for deep learning", arXiv 1603.07285;
Araujo, Norris & Sim, "Computing receptive fields of convolutional neural networks", Distill 2019.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from convviz.core.errors import SpecError
from convviz.core.pool_sizes import pool_size, unpool_size
from convviz.core.same_padding import tensorflow_same
from convviz.core.sizes import output_size
from convviz.core.transposed_sizes import transposed_size

Cells = tuple[int, int]
"""The first and the last of neighbouring cells; negative ones are in the padding."""

PHASES = 1024
"""Output cells that a field's size is found among. Downsampling layers see alike from all of theirs; only
after upsampling do neighbours differ, and then they repeat with the product of the factors."""


@dataclass(frozen=True)
class Axis:
    """A layer along one axis, in the formulas' letters.

    Attributes:
        k, s, d: taps, stride, dilation.
        before, after: padding on either side; only a convolution's and a pooling's may differ.
        same_tf: whether they are TensorFlow's SAME for the input at hand, and would be others for another.
        extra: a transposed convolution's output_padding, or what an unpooling makes beyond the least.
        ceil: a pooling's last window may hang over the end.
        factor: an upsampling's scale_factor.
        reach: neighbours that an upsampling reads: 1 nearest, 2 linear, 4 cubic; 0: all it touches.
    """

    k: int = 1
    s: int = 1
    before: int = 0
    after: int = 0
    d: int = 1
    extra: int = 0
    ceil: bool = False
    factor: Fraction = Fraction(1)
    reach: int = 1
    same_tf: bool = False

    @property
    def span(self) -> int:
        """Cells from the first tap to the last: d(k − 1) + 1."""
        return self.d * (self.k - 1) + 1


def conv_axis(axis: Axis, i: int) -> int:
    """See sizes.output_size and same_padding.tensorflow_same."""
    pads = tensorflow_same(i, axis.k, axis.s, axis.d) if axis.same_tf else (axis.before, axis.after)
    return output_size(i, axis.k, axis.s, pads, axis.d)


def pool_axis(axis: Axis, i: int) -> int:
    """See pool_sizes.pool_size and same_padding.tensorflow_same."""
    sides = tensorflow_same(i, axis.k, axis.s, axis.d) if axis.same_tf else (axis.before, axis.after)
    return pool_size(i, axis.k, axis.s, sides, axis.d, axis.ceil)


def transposed_axis(axis: Axis, i: int) -> int:
    """See transposed_sizes.transposed_size; with TensorFlow's SAME the stride's multiple."""
    if axis.same_tf:
        return i * axis.s
    return transposed_size(i, axis.k, axis.s, axis.before, axis.extra, axis.d)


def unpool_axis(axis: Axis, i: int) -> int:
    """See pool_sizes.unpool_size; `extra` is what an output_size asks for beyond it.

    Raises: SpecError("nothing_comes_out"), or "output_padding_too_large" for a stride or more.
    """
    if axis.extra >= axis.s:
        raise SpecError("output_padding_too_large", output_padding=axis.extra, s=axis.s, d=1)
    size = unpool_size(i, axis.k, axis.s, axis.before) + axis.extra
    if size < 1:
        raise SpecError("nothing_comes_out", i=i, k=axis.k, s=axis.s, p=axis.before, d=1, size=size)
    return size


def upsampled_axis(axis: Axis, i: int) -> int:
    """Cells that interpolation by a factor makes of i.

    Source: torch.nn.functional.interpolate: ⌊i · scale_factor⌋.
    Raises: SpecError("scaled_to_nothing").
    """
    size = floor(i * axis.factor)
    if size < 1:
        raise SpecError("scaled_to_nothing", i=i, factor=axis.factor)
    return size


def windows(axis: Axis, cells: Cells) -> Cells | None:
    """What the windows of neighbouring output cells read, from the first tap to the last.

    Source: Araujo et al., equations 1 and 2.
    """
    first, last = cells
    return first * axis.s - axis.before, last * axis.s - axis.before + axis.span - 1


def stamps(axis: Axis, cells: Cells) -> Cells | None:
    """Which input cells stamp on neighbouring output cells: those i with i·s + t·d − p among them, t < k.

    None when no tap of any stamp meets them: a stride longer than the window leaves holes.

    Source: Dumoulin & Visin, section 4.
    """
    first, last = cells
    low, high = [], []
    for t in range(axis.k):
        at = t * axis.d - axis.before  # input cell i stamps with this tap on output cell i·s + at
        nearest = -((at - first) // axis.s)
        if nearest * axis.s + at <= last:
            low.append(nearest)
            high.append((last - at) // axis.s)
    return (min(low), max(high)) if low else None


def neighbours(axis: Axis, cells: Cells) -> Cells | None:
    """Which input cells interpolation reads for neighbouring output cells, beyond the edges too.

    Source: torch.nn.functional.interpolate with align_corners=False: cell n lies at (n + ½) / factor − ½;
    nearest reads ⌊n / factor⌋, area all from there to below ⌈(n + 1) / factor⌉.
    """
    first, last = cells
    ends = {first, min(first + 1, last), max(last - 1, first), last}
    read = [_read_for(axis, n) for n in ends]
    return min(low for low, _ in read), max(high for _, high in read)


def _read_for(axis: Axis, n: int) -> Cells:
    if axis.reach == 1:
        at = floor(n / axis.factor)
        return at, at
    if axis.reach == 0:
        return floor(n / axis.factor), ceil((n + 1) / axis.factor) - 1
    place = (n + Fraction(1, 2)) / axis.factor - Fraction(1, 2)
    at = floor(place)
    if place == at:
        return at, at
    return at - axis.reach // 2 + 1, at + axis.reach // 2


@dataclass(frozen=True)
class Kind:
    """One row of KINDS.

    Attributes:
        title: what people call it.
        has: choices of a StackLayer that shape it.
        size: cells that it makes of i.
        reads: which input cells neighbouring output cells were made from.
        enlarges: whether the stride, or the factor, puts cells further apart instead of leaving some out.
        grows: letters of Axis, and i, that make the output larger; all its others make it smaller.
    """

    title: str
    has: tuple[str, ...]
    size: Callable[[Axis, int], int]
    reads: Callable[[Axis, Cells], Cells | None]
    enlarges: bool
    grows: str

    def jump(self, axis: Axis) -> Fraction:
        """Input cells from one output cell to the next."""
        return 1 / (axis.s * axis.factor) if self.enlarges else Fraction(axis.s)


_LEARNED = ("filters", "groups", "bias")
_WINDOW = ("kernel", "stride", "padding")
KINDS: dict[str, Kind] = {
    "conv": Kind("Convolution", (*_LEARNED, *_WINDOW, "dilation"), conv_axis, windows, False, "ip"),
    "transposed": Kind(
        "Transposed convolution", (*_LEARNED, *_WINDOW, "dilation", "extra"), transposed_axis, stamps, True,
        "iksde",
    ),
    "max_pool": Kind("Max pooling", (*_WINDOW, "dilation", "ceil"), pool_axis, windows, False, "ip"),
    "avg_pool": Kind("Average pooling", (*_WINDOW, "ceil"), pool_axis, windows, False, "ip"),
    "unpool": Kind("Max unpooling", (*_WINDOW, "extra"), unpool_axis, stamps, True, "ikse"),
    "upsample": Kind("Upsampling", ("factor", "mode"), upsampled_axis, neighbours, True, "i"),
}  # fmt: skip


@dataclass(frozen=True)
class Field:
    """Which input cells an output cell sees along an axis, from the first to the last.

    Attributes:
        size: of the widest; 0 where no output cell sees any.
        jump: input cells from one output cell to the next; a fraction after upsampling.
        start: the first that output cell 0 sees; None where it sees none.
    """

    size: int
    jump: Fraction
    start: int | None


def field(layers: Sequence[tuple[Kind, Axis]], o: int) -> Field:
    """The field of the last of stacked layers, which makes o cells along this axis.

    It is found by going back from single output cells, which is exact after upsampling too.

    Source: Araujo et al., for layers that only downsample: see sizes.receptive_field, which agrees.
    """
    jump, phases = Fraction(1), 1
    for kind, axis in layers:
        jump *= kind.jump(axis)
        phases *= axis.s * axis.factor.numerator if kind.enlarges else 1
    seen = [_seen(layers, n) for n in range(min(o, phases, PHASES))]
    size = max((last - first + 1 for first, last in filter(None, seen)), default=0)
    return Field(size, jump, seen[0][0] if seen[0] else None)


def _seen(layers: Sequence[tuple[Kind, Axis]], n: int) -> Cells | None:
    cells: Cells | None = (n, n)
    for kind, axis in reversed(layers):
        if cells is not None:
            cells = kind.reads(axis, cells)
    return cells
