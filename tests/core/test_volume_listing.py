"""A stack's listings compute what the program computes."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from PIL import Image as Pillow

from convviz.core.listing import LANGUAGES, STACKS, Source, volume_listing
from convviz.core.operations import OPERATIONS
from convviz.core.spec_3d import Conv3dSpec, conv3d_spec
from convviz.core.volumes import open_slices, sample_slices
from tests.core.strategies import Case, conv3d_cases
from tests.core.test_listing import execute

CONV, SHOWN = OPERATIONS["conv3d"], (0, range(1), range(1))
languages = pytest.mark.parametrize("language", LANGUAGES)


def check(language: str, spec: Conv3dSpec, x: np.ndarray, weight: np.ndarray, bias: float, **where) -> str:
    learned = (weight, np.array([bias]))
    code = volume_listing(language, spec, learned, Source(x, slices=True, **where), SHOWN)
    y, printed = execute(code)
    assert y.dtype == np.float32
    size = (float(np.abs(x).max()) + abs(spec.border_value)) * float(np.abs(weight).sum()) + abs(bias) + 1
    np.testing.assert_allclose(y, CONV.reference(spec, x, *learned), rtol=1e-5, atol=1e-5 * size)
    assert printed.strip()
    return code


def test_every_language_has_its_row() -> None:
    assert set(STACKS) == set(LANGUAGES)


@languages
@given(case=conv3d_cases())
@settings(max_examples=40, deadline=None)
def test_a_listing_computes_what_the_program_computes(language: str, case: Case) -> None:
    plain = type(case.spec)(**{**case.spec.__dict__, "activation": "none"})
    check(language, plain, case.x, case.weight, float(case.bias[0]))


@languages
def test_a_sample_and_a_file_are_read_as_stacks(language: str, tmp_path: Path) -> None:
    spec, weight = conv3d_spec((3, 3, 3), padding="same"), np.ones((1, 3, 3, 3))
    code = check(language, spec, sample_slices("ball").planes, weight, 0.0, sample="ball")
    assert 'sample_slices("ball", "luma").planes  # slices, rows, columns' in code
    first, second = (Pillow.fromarray(np.full((40, 40), value, np.uint8)) for value in (10, 90))
    path = str(tmp_path / "two.tif")
    first.save(path, save_all=True, append_images=[second])
    x = open_slices(path).planes
    crop = x[:, 2:36, 4:39]
    code = check(language, spec, crop, weight, 1.5, path=path, crop=(2, 4, 34, 35))
    assert f'open_slices({path!r}, "luma").planes' in code


def test_pytorch_says_no_more_than_it_needs() -> None:
    x = np.arange(60.0).reshape(3, 4, 5)
    plain = check("PyTorch", conv3d_spec((2, 2, 2)), x, np.ones((1, 2, 2, 2)), 0.0)
    assert "y = F.conv3d(x, w[None, None])[0, 0]\n" in plain
    assert "pad" not in plain
    spec = conv3d_spec((2, 1, 1), (1, 2, 1), (1, 1, 0, 0, 2, 2), (2, 1, 1))
    full = check("PyTorch", spec, x, np.ones((1, 2, 1, 1)), 2.0)
    assert "F.conv3d(x, w[None, None], b, stride=(1, 2, 1), padding=(1, 0, 2), dilation=(2, 1, 1))" in full
