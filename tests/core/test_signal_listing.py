"""1-D convolutions as programs: they run, and give the program's own numbers."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings

from convviz.core.listing import LANGUAGES, Source, signal_listing
from convviz.core.operations import OPERATIONS
from convviz.core.samples import load_sample
from convviz.core.spec_1d import Conv1dSpec
from tests.core.strategies import Case, code_cases, conv1d_specs, conv_cases
from tests.core.test_listing import execute

CONV1D = OPERATIONS["conv1d"]
languages = pytest.mark.parametrize("language", LANGUAGES)


def alike(case: Case) -> tuple[np.ndarray, np.ndarray]:
    """A single row, and one kernel for every channel, as the lab has them."""
    return case.x[:, :1], np.repeat(case.weight[:1], len(case.weight), 0)


@languages
@settings(max_examples=40)
@given(case=conv_cases(conv1d_specs()))
def test_a_listing_computes_what_the_program_computes(language: str, case: Case) -> None:
    x, weight = alike(case)
    code = signal_listing(language, case.spec, weight, Source(x), (0, range(1), range(2)))
    y, printed = execute(code)
    expected = CONV1D.fast(case.spec, x, weight)
    assert y.dtype == np.float32
    np.testing.assert_allclose(y, expected, rtol=1e-5, atol=1e-5 * case.scale)
    assert printed


@languages
@settings(max_examples=20)
@given(case=code_cases())
def test_an_encoder_is_listed_and_prints_its_code(language: str, case: Case) -> None:
    x = case.x[:, :1]
    y, printed = execute(signal_listing(language, case.spec, case.weight, Source(x), (0, range(1), range(2))))
    expected = CONV1D.fast(case.spec, x, case.weight)
    np.testing.assert_array_equal(y, expected)
    assert printed.split("\n")[0] == " ".join("".join(str(int(b)) for b in n) for n in expected[:, 0].T)


@languages
def test_a_long_row_is_read_from_its_picture(language: str) -> None:
    picture = load_sample("camera").plane("luma")
    source = Source(picture[:, 158:159], sample="camera", crop=(158, 0, 1, 512))
    weight = np.array([-1.0, 0.0, 1.0]).reshape(1, 1, 1, 3)
    spec = Conv1dSpec(padding="same", flip=True)
    code = signal_listing(language, spec, weight, source, (0, range(1), range(3)))
    assert "158:159" in code
    y, _ = execute(code)
    np.testing.assert_array_equal(y, CONV1D.fast(spec, source.x, weight))


def test_numpy_calls_it_by_its_name() -> None:
    x, weight = np.array([[[1, 2, 3]]], np.uint8), np.array([1.0, 2.0]).reshape(1, 1, 1, 2)
    shown = (0, range(1), range(2))
    assert signal_listing("NumPy", Conv1dSpec((1, 2), flip=True), weight, Source(x), shown) == (
        "import numpy as np\n"
        "\n"
        "x = np.array([[[1, 2, 3]]], np.float32)  # channels, one row, columns\n"
        "g = np.array([1, 2])\n"
        "\n"
        'y = np.stack([[np.convolve(row[0], g, "valid")] for row in x])\n'
        "y = y.astype(np.float32)\n"
        "print(y[0, 0:1, 0:2])\n"
    )
    assert "np.correlate(" in signal_listing("NumPy", Conv1dSpec((1, 2)), weight, Source(x), shown)
