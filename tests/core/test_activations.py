from __future__ import annotations

import numpy as np
import pytest

from convviz.core.activations import FUNCTIONS, activate, activate_into
from convviz.core.spec import ACTIVATIONS

Z = [-1000.0, -2.0, -0.0, 0.0, 0.5, 1000.0]


def test_every_activation_of_a_spec_has_its_function() -> None:
    assert set(FUNCTIONS) == set(ACTIVATIONS)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("none", Z),
        ("relu", [0, 0, 0, 0, 0.5, 1000]),
        ("leaky_relu", [-250, -0.5, 0, 0, 0.5, 1000]),
        ("sigmoid", [0, 0.11920292202211755, 0.5, 0.5, 0.6224593312018546, 1]),
        ("tanh", [-1, -0.9640275800758169, 0, 0, 0.46211715726000973, 1]),
    ],
)
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_values_and_types(name: str, expected: list[float], dtype: type) -> None:
    y = activate(name, np.array(Z, dtype), negative_slope=0.25)
    assert y.dtype == dtype
    np.testing.assert_allclose(y, expected, rtol=np.finfo(dtype).eps * 4)


def test_leaky_relu_leaks_a_hundredth_unless_told() -> None:
    assert activate("leaky_relu", np.array([-1.0]))[0] == -0.01


def test_a_leak_that_is_no_number_reaches_zero_as_in_pytorch() -> None:
    assert np.isnan(activate("leaky_relu", np.array([0.0, -1.0]), np.nan)).all()
    assert activate("leaky_relu", np.array([1.0]), np.nan) == 1


def test_an_activation_is_written_into_another_array_or_over_its_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("convviz.core.nd.boxes.CELLS", 4)
    z = np.arange(-6.0, 6).reshape(3, 4)
    out = np.empty_like(z)
    activate_into(out, "none", z)
    np.testing.assert_array_equal(out, z)
    activate_into(out, "none", out)
    activate_into(out, "relu", out)
    np.testing.assert_array_equal(out, np.maximum(z, 0))


def test_no_activation_copies_nothing() -> None:
    z = np.ones(3)
    assert activate("none", z) is z
