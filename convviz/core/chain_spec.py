"""What a whole layer is asked to do: convolve, activate, pool, one after the other."""

from __future__ import annotations

from dataclasses import dataclass

from convviz.core.along import Along, Strided
from convviz.core.errors import SpecError
from convviz.core.pool_spec import PoolSpec
from convviz.core.spec import ConvSpec, Pads, Pair


@dataclass(frozen=True)
class ChainSpec:
    """Convolution → bias → activation → pooling, as one layer.

    Seen from outside it is one window on the input: as large as all that a pooled cell sees, moving by as
    much as the strides of both stages make together.

    Attributes:
        conv: the convolution with its bias and its activation.
        pool: what is pooled of that: windows beside one another, without padding.

    Raises:
        SpecError: when the pooling pads or spreads its windows, for nothing lies around a map of features.
    """

    conv: ConvSpec
    pool: PoolSpec

    def __post_init__(self) -> None:
        plain = PoolSpec(self.pool.kind, self.pool.kernel_size, self.pool.kernel_size)
        if self.pool != plain:
            raise SpecError("chain_pools_blocks", pool=self.pool)

    @property
    def stride(self) -> Pair:
        """Cells of the input from one pooled cell's window to the next."""
        (sh, sw), (ph, pw) = self.conv.stride, self.pool.stride
        return (sh * ph, sw * pw)

    @property
    def span(self) -> Pair:
        """(height, width) of all that one pooled cell sees."""
        (sh, sw), (ph, pw), (tall, wide) = self.conv.stride, self.pool.kernel_size, self.conv.span
        return (sh * (ph - 1) + tall, sw * (pw - 1) + wide)

    @property
    def kernel_size(self) -> Pair:
        """(height, width) of the kernels, in taps."""
        return self.conv.kernel_size

    @property
    def pads(self) -> Pads:
        """Padding cells of the input: top, bottom, left, right."""
        return self.conv.pads

    @property
    def padding_mode(self) -> str:
        """What stands outside the image."""
        return self.conv.padding_mode

    @property
    def border_value(self) -> float:
        """What stands outside the image where the border copies no cell."""
        return self.conv.border_value

    @property
    def weight_shape(self) -> tuple[int, int, int, int]:
        """(out_channels, in_channels / groups, kernel height, kernel width)."""
        return self.conv.weight_shape

    @property
    def groups(self) -> int:
        """Independent blocks of channels."""
        return self.conv.groups

    def along(self, size: Pair, out: Pair) -> tuple[Along, Along]:
        """The rows and the columns as the window of both stages reads them; sizes are (height, width)."""
        top, bottom, left, right = self.pads
        return (
            Strided(size[0], out[0], self.span[0], self.stride[0], 1, top, bottom),
            Strided(size[1], out[1], self.span[1], self.stride[1], 1, left, right),
        )
