from __future__ import annotations

import numpy as np
import pytest

from convviz.core.fast import gemm
from convviz.core.operations.conv2d import Conv2d
from convviz.core.spec import ConvSpec


@pytest.mark.parametrize("block", [1, 700, 1 << 20])
def test_blocks_of_rows_make_one_picture(monkeypatch: pytest.MonkeyPatch, block: int) -> None:
    monkeypatch.setattr(gemm, "BLOCK", block)
    spec = ConvSpec(
        stride=(2, 1), dilation=(1, 2), padding=(1, 0, 2, 1), in_channels=8, out_channels=6, groups=2
    )
    rng = np.random.default_rng(4)
    x, weight = rng.integers(0, 256, (8, 17, 13), np.uint8), rng.integers(-3, 4, spec.weight_shape)
    np.testing.assert_array_equal(Conv2d().fast(spec, x, weight), Conv2d().reference(spec, x, weight))
