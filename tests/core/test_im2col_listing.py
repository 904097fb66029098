"""A layer as one matrix product, in every language: the program runs and gives the layer's numbers."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings

from convviz.core.listing import GEMM, LANGUAGES, Source, listing
from convviz.core.operations import OPERATIONS
from convviz.core.spec import ConvSpec
from tests.core.strategies import Case, conv_cases
from tests.core.test_listing import NO_BIAS, SHOWN, SOBEL, execute

CONV = OPERATIONS["conv2d"]
languages = pytest.mark.parametrize("language", GEMM)


def test_there_is_a_product_for_every_language() -> None:
    assert set(GEMM) == set(LANGUAGES)


@languages
@settings(max_examples=40)
@given(case=conv_cases())
def test_any_layer_as_a_product(language: str, case: Case) -> None:
    y, printed = execute(listing(language, case.spec, case.weight, case.bias, Source(case.x), SHOWN, GEMM))
    expected = CONV.reference(case.spec, *case.operands)
    assert printed.strip()
    assert y.dtype == np.float32
    assert y.shape == expected.shape
    np.testing.assert_allclose(y, expected, rtol=1e-4, atol=1e-5 * case.scale)


@pytest.mark.parametrize(
    ("language", "product"),
    [
        ("NumPy", "y = w @ columns"),
        ("OpenCV", "y = cv2.gemm(w, columns, 1, None, 0)"),
        ("PyTorch", "columns = F.unfold(x[None], (3, 3))[0]  # taps, windows"),
    ],
)
def test_the_matrix_is_made_and_multiplied(language: str, product: str) -> None:
    x = np.arange(36, dtype=np.uint8).reshape(1, 6, 6)
    code = listing(language, ConvSpec(), SOBEL, NO_BIAS, Source(x), SHOWN, GEMM)
    assert product in code.splitlines()
    assert "groups" not in code
