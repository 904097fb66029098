"""What a pooling layer is asked to do: frozen and validated, as in core.spec."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import ClassVar

from convviz.core.errors import SpecError
from convviz.core.spec import (
    MAX_KERNEL,
    Pads,
    Pair,
    check_choice,
    check_padding,
    check_pair,
    check_span,
    span,
)

POOLS = ("max", "avg")


@dataclass(frozen=True)
class PoolSpec:
    """2-D max or average pooling, as in torch.nn.MaxPool2d and AvgPool2d. Each channel is pooled by itself.

    Attributes:
        kind: "max" or "avg".
        kernel_size, stride: (rows, columns); PyTorch's stride is the kernel size where it is not given.
        padding: cells on either side (rows, columns), at most half of the kernel size, as in PyTorch; or per
            side (top, bottom, left, right), at most half of what the window spans, as TensorFlow's SAME needs
            it. −∞ for a maximum, 0 for an average.
        dilation: of a maximum's window; PyTorch's average has none.
        ceil_mode: whether a last window may hang over the end.
        count_include_pad: whether an average counts the padding as cells.

    Raises:
        SpecError: when a number alone, or a pair of them, describes no pooling.
    """

    kind: str = "max"
    kernel_size: Pair = (2, 2)
    stride: Pair = (2, 2)
    padding: Pair | Pads = (0, 0)
    dilation: Pair = (1, 1)
    ceil_mode: bool = False
    count_include_pad: bool = True

    padding_mode: ClassVar[str] = "constant"
    largest_kernel: ClassVar[int] = MAX_KERNEL

    def __post_init__(self) -> None:
        check_choice("kind", self.kind, POOLS)
        for name in ("kernel_size", "stride", "dilation"):
            check_pair(name, getattr(self, name))
        if max(self.kernel_size) > self.largest_kernel:
            raise SpecError(
                "kernel_too_large", kh=self.kernel_size[0], kw=self.kernel_size[1], most=self.largest_kernel
            )
        check_span(self.kernel_size, self.dilation)
        self._check_sides()
        if self.kind == "avg" and self.dilation != (1, 1):
            raise SpecError("average_has_no_dilation", dh=self.dilation[0], dw=self.dilation[1])

    @property
    def span(self) -> Pair:
        """(height, width) of the window from its first tap to its last."""
        return span(self.kernel_size, self.dilation)

    def _check_sides(self) -> None:
        given: object = self.padding
        if not isinstance(given, tuple) or len(given) not in (2, 4):
            raise SpecError("not_pool_padding", value=given)
        check_padding(self.pads, self.stride)
        even = len(self.padding) == 2
        for sides, k, d in zip(self.sides, self.kernel_size, self.dilation, strict=True):
            check_pool_padding(sides[0] if even else sides, k, d)

    @property
    def pads(self) -> Pads:
        """Padding cells: top, bottom, left, right."""
        if len(self.padding) == 4:
            return self.padding
        rows, cols = self.padding
        return (rows, rows, cols, cols)

    @property
    def sides(self) -> tuple[Pair, Pair]:
        """Padding cells (before, after) along rows and along columns."""
        top, bottom, left, right = self.pads
        return (top, bottom), (left, right)

    @property
    def border_value(self) -> float:
        """What stands outside the image: what changes neither a maximum nor a sum."""
        return -inf if self.kind == "max" else 0.0


def check_pool_padding(padding: int | Pair, k: int, d: int = 1) -> None:
    """Refuses more padding than half of a pooling window of k taps, d apart.

    One number, for both sides, is held against the taps, as in PyTorch; (before, after) against what they
    span.
    """
    if isinstance(padding, int):
        if 2 * padding > k:
            raise SpecError("pool_padding_too_wide", p=padding, k=k)
    elif 2 * max(padding) > d * (k - 1) + 1:
        raise SpecError("pool_padding_too_wide", p=max(padding), k=d * (k - 1) + 1)
