"""A transposed convolution's listings compute what the program computes."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convviz.core.listing import LANGUAGES, STAMPING, Source, transposed_listing
from convviz.core.operations import OPERATIONS
from convviz.core.samples import load_sample
from convviz.core.transposed_spec import TransposedSpec
from tests.core.strategies import TransposedCase, transposed_cases
from tests.core.test_listing import execute

TRANSPOSED = OPERATIONS["conv_transpose2d"]
SHOWN = (0, range(1), range(1))
languages = pytest.mark.parametrize("language", LANGUAGES)


def check(
    language: str, spec: TransposedSpec, x: np.ndarray, kernel: np.ndarray, bias: float, **where
) -> str:
    learned = (np.stack([kernel[None]] * spec.channels), np.full(spec.channels, bias))
    shape = TRANSPOSED.output_shape(spec, x.shape)
    code = transposed_listing(language, spec, learned, Source(x, **where), shape, SHOWN)
    y, printed = execute(code)
    assert y.dtype == np.float32
    size = float(np.abs(x).max() * np.abs(kernel).sum()) + abs(bias) + 1
    np.testing.assert_allclose(y, TRANSPOSED.reference(spec, x, *learned), rtol=1e-5, atol=1e-6 * size)
    assert printed.strip()
    return code


def test_every_language_has_its_row() -> None:
    assert set(STAMPING) == set(LANGUAGES)


@languages
@given(case=transposed_cases(), bias=st.sampled_from([0.0, -2.5]))
@settings(max_examples=40, deadline=None)
def test_a_listing_computes_what_the_program_computes(
    language: str, case: TransposedCase, bias: float
) -> None:
    check(language, case.spec, case.x, case.weight[0, 0], bias)


@languages
@pytest.mark.parametrize("padding", [(0, 0), (2, 1)])
def test_a_listing_adds_more_cells_than_the_stride_has(language: str, padding: tuple[int, int]) -> None:
    """PyTorch allows as many as come short of the stride or of the dilation."""
    spec = TransposedSpec((3, 2), (1, 2), padding, (2, 2), (3, 3))
    code = check(language, spec, np.arange(12.0).reshape(1, 3, 4), np.arange(6.0).reshape(3, 2), -2.5)
    assert language != "PyTorch" or "output_padding=(2, 2)" in code


@languages
def test_a_sample_is_loaded(language: str) -> None:
    x = load_sample("camera").plane("luma")
    spec = TransposedSpec((3, 3), (2, 2), (1, 1), (1, 1))
    code = check(language, spec, x, np.ones((3, 3)), 0.0, sample="camera")
    assert 'load_sample("camera")' in code


def test_pytorch_says_no_more_than_it_needs() -> None:
    x = np.arange(9.0).reshape(1, 3, 3)
    plain = check("PyTorch", TransposedSpec(), x, np.ones((3, 3)), 0.0)
    assert "y = F.conv_transpose2d(x, w)\n" in plain
    spec = TransposedSpec((3, 3), (2, 2), (1, 1), (1, 1), (2, 2), channels=2)
    full = check("PyTorch", spec, np.concatenate([x, x]), np.ones((3, 3)), 1.0)
    assert (
        "F.conv_transpose2d(x, w, b, stride=(2, 2), padding=(1, 1), output_padding=(1, 1), dilation=(2, 2), "
        "groups=2)" in full
    )
