"""A whole layer as a program: it runs, and gives the layer's numbers."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings

from convviz.core.chain_spec import ChainSpec
from convviz.core.listing import LANGUAGES, Source, chain_listing
from convviz.core.operations import OPERATIONS
from convviz.core.pool_spec import PoolSpec
from convviz.core.spec import ConvSpec
from tests.core.strategies import ChainCase, chain_cases
from tests.core.test_listing import SOBEL, execute

CHAIN = OPERATIONS["chain"]
SHOWN = (0, range(1), range(1))


@pytest.mark.parametrize("language", LANGUAGES)
@given(case=chain_cases())
@settings(max_examples=25, deadline=None)
def test_a_listing_computes_what_the_program_computes(language: str, case: ChainCase) -> None:
    x, weight, bias = case.operands
    shape = CHAIN.output_shape(case.spec, x.shape)
    y, _ = execute(chain_listing(language, case.spec, weight, bias, Source(x), shape, SHOWN))
    assert y.dtype == np.float32
    assert y.shape == shape
    np.testing.assert_allclose(y, CHAIN.fast(case.spec, x, weight, bias), rtol=1e-4, atol=2e-6 * case.scale)


def written(language: str, kind: str = "max", block: int = 2) -> list[str]:
    spec = ChainSpec(ConvSpec(activation="relu"), PoolSpec(kind, (block, block), (block, block)))
    x = np.arange(36, dtype=np.uint8).reshape(1, 6, 6)
    shape = CHAIN.output_shape(spec, x.shape)
    return chain_listing(language, spec, SOBEL, np.zeros(1), Source(x), shape, SHOWN).splitlines()


def test_pytorch_says_one_stage_in_a_line() -> None:
    assert written("PyTorch")[-5:] == [
        "y = F.conv2d(x, w)",
        "y = F.relu(y)",
        "",
        "y = F.max_pool2d(y, (2, 2), stride=(2, 2))",
        "print(y[0, 0:1, 0:1])",
    ]


def test_blocks_are_axes_in_numpy() -> None:
    lines = written("NumPy", "avg")
    assert "blocks = y[:, :4, :4].reshape(1, 2, 2, 2, 2)" in lines
    assert "y = blocks.mean(axis=(2, 4))" in lines


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_pooling_nothing_is_said_of_it(language: str) -> None:
    text = "\n".join(written(language, block=1))
    assert not any(word in text for word in ("pool", "blocks", "dilate"))
