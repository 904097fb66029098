"""What the ONNX operator documentation prints is what the functions give."""

from __future__ import annotations

import numpy as np
import pytest

from tests.functional import onnx_examples, onnx_resizes
from tests.functional.onnx_examples import Example, grid

EXAMPLES = onnx_examples.EXAMPLES | onnx_resizes.EXAMPLES


@pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES)
def test_the_onnx_documentations_example(example: Example) -> None:
    call, printed = example
    (y,) = call()
    np.testing.assert_allclose(y, grid(printed), rtol=0, atol=6e-5)
