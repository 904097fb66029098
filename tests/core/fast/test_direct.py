"""OpenCV's own borders, where they are the layer's and where they only seem to be."""

from __future__ import annotations

import numpy as np
import pytest

from convviz.core.fast import bands, direct, filter2d
from convviz.core.fast.layer import Layer
from convviz.core.operations.conv2d import Conv2d
from convviz.core.spec import ConvSpec


@pytest.mark.parametrize("mode", ["zeros", "reflect", "replicate", "circular"])
@pytest.mark.parametrize("pads", [(3, 0), (0, 3), (3, 1), (1, 3), (3, 3)])
@pytest.mark.parametrize("dtype", [np.uint8, np.float32])
def test_padding_nearly_as_wide_as_the_input_is_high_mirrors_the_right_cells(
    mode: str, pads: tuple[int, int], dtype: type
) -> None:
    """Of 4 rows with 3 more above, 3 begin windows: their mirror must still see the fourth."""
    rng = np.random.default_rng(0)
    for axis in (0, 1):
        size, padding = ((5, 1), (*pads, 0, 0)) if axis == 0 else ((1, 5), (0, 0, *pads))
        spec = ConvSpec(kernel_size=size, padding=padding, padding_mode=mode)
        x = rng.integers(1, 200, (1, 4, 7) if axis == 0 else (1, 7, 4)).astype(dtype)
        weight = rng.integers(-9, 9, (1, 1, *size)).astype(float)
        reference = Conv2d().reference(spec, x, weight)
        layer = Layer(spec, x, weight, reference.shape)
        assert direct.suits(layer)
        out = np.full(layer.shape, np.nan, np.float32)
        direct.run(layer, out, filter2d.filters(layer), bands.rest)
        np.testing.assert_allclose(out, reference, atol=1e-3)
