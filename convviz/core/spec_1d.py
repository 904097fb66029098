"""What a convolution along one axis is asked to do: every row of its input is a signal."""

from __future__ import annotations

from dataclasses import dataclass

from convviz.core.errors import SpecError
from convviz.core.spec import ConvSpec


@dataclass(frozen=True)
class Conv1dSpec(ConvSpec):
    """A 1-D convolution layer as in torch.nn.Conv1d, on (C, H, W): along each row, whatever H is.

    Its pairs are those of a 2-D layer whose window is one row high: stride (1, s), padding (0, 0, before,
    after).

    Attributes:
        binary: the numbers are bits, and sums are taken modulo 2, as in channel coding.

    Raises:
        SpecError: when the window would see, or step over, other rows than its own.
    """

    kernel_size: tuple[int, int] = (1, 3)
    binary: bool = False

    def __post_init__(self) -> None:
        super().__post_init__()
        (kh, _), (sh, _), (dh, _) = self.kernel_size, self.stride, self.dilation
        top, bottom, _, _ = self.pads
        if (kh, sh, dh, top, bottom) != (1, 1, 1, 0, 0):
            raise SpecError("not_one_row", kh=kh, sh=sh, dh=dh, top=top, bottom=bottom)
        if self.binary and self.border_value not in (0.0, 1.0):
            raise SpecError("not_binary", value=self.border_value)
        if self.binary and self.activation != "none":
            raise SpecError("unknown_choice", name="activation", value=self.activation, allowed="none")

    @property
    def offset(self) -> int:
        """How far ahead of y(n) the first weight reads: y(n) = Σ x(s·n + offset ∓ d·k) g(k)."""
        first = -self.pads[2]
        return first + self.span[1] - 1 if self.flip else first
