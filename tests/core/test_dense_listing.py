"""A dense, local or shared layer as a program that gives its numbers."""

from __future__ import annotations

import numpy as np
import pytest

from convviz.core.dense_spec import CONNECTIONS, DenseSpec, weights
from convviz.core.listing import LANGUAGES, Source, dense_listing
from convviz.core.operations import OPERATIONS
from tests.core.test_listing import execute


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("connections", CONNECTIONS)
@pytest.mark.parametrize(
    ("shape", "window"), [((1, 6, 6), (3, 3)), ((3, 16, 15), (2, 5)), ((2, 3, 4), (3, 4))]
)
def test_the_program_gives_the_numbers_of_the_stage(language, connections, shape, window) -> None:
    spec = DenseSpec(connections, shape, window, seed=5)
    x = np.random.default_rng(1).integers(0, 256, shape).astype(np.uint8)
    code = dense_listing(language, spec, Source(x), (0, range(1), range(2)))
    y, printed = execute(code)
    expected = OPERATIONS["dense"].fast(spec, x, *weights(spec))
    assert y.dtype == np.float32
    np.testing.assert_array_equal(y, expected)
    assert str(round(float(expected[0, 0, 0]))) in printed
