"""The losses against ONNX Runtime's, and PyTorch 2.13's results where they are particular."""

from __future__ import annotations

from math import isnan
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from convviz import functional
from convviz.core.errors import SpecError
from tests.functional.oracle import Array, ones, onnx

SCORES = np.array([[1, 2, 3], [0, -1, 4], [0.5, 0.5, 0.5]])
CLASSES = np.array([2, 0, -100])
WEIGHTS = np.array([0.5, 1, 2])
SHARES = np.array([[0.2, 0.3, 0.5], [1, 0, 0], [0.1, 0.1, 0.8]])
ENTROPY, LIKELIHOOD = functional.cross_entropy, functional.nll_loss


@st.composite
def answers(draw: st.DrawFn) -> tuple[Array, Array, Array]:
    """Scores (N, classes, …), targets some of which are ignored, and a weight for each class."""
    classes, cells = draw(st.integers(1, 5)), draw(st.lists(st.integers(1, 3), max_size=2))
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    n = draw(st.integers(1, 4))
    target = rng.integers(0, classes, (n, *cells))
    target[rng.random(target.shape) < draw(st.sampled_from((0, 0.3)))] = -100
    target.flat[0] = 0
    return (
        rng.normal(size=(n, classes, *cells)).astype(np.float32),
        target,
        rng.uniform(0.1, 2, classes).astype(np.float32),
    )


@pytest.mark.parametrize("reduction", ["none", "mean", "sum"])
@pytest.mark.parametrize("weighed", [True, False])
@given(answers())
def test_losses_of_classes_are_onnx_runtimes(
    reduction: str, weighed: bool, drawn: tuple[Array, Array, Array]
) -> None:
    scores, target, weight = drawn
    options = {"weight": weight if weighed else None, "reduction": reduction}
    more = [weight] if weighed else []
    loss = ENTROPY(scores, target, **options)
    expected = onnx("SoftmaxCrossEntropyLoss", scores, target, *more, reduction=reduction, ignore_index=-100)
    assert loss.dtype == np.float32
    assert loss.shape == expected.shape
    np.testing.assert_allclose(loss, expected, rtol=1e-5, atol=1e-5)
    logs = functional.log_softmax(scores, 1)
    np.testing.assert_allclose(LIKELIHOOD(logs, target, **options), expected, rtol=1e-5, atol=1e-5)
    options["weight"] = weight.astype(np.float64) if weighed else None
    exact = ENTROPY(scores.astype(np.float64), target, **options)
    assert exact.dtype == np.float64
    np.testing.assert_allclose(exact, expected, rtol=1e-5, atol=1e-5)


TORCH: list[tuple[Array, dict[str, Any], list[float], float, float]] = [
    (CLASSES, {}, [0.407605964, 4.02474489, 0], 2.216175427, 4.432350855),
    (CLASSES, {"weight": WEIGHTS}, [0.815211929, 2.012372445, 0], 1.13103375, 2.827584374),
    (
        CLASSES,
        {"weight": WEIGHTS, "label_smoothing": 0.1},
        *([0.847911432, 2.047355438, 0], 1.158106748, 2.89526687),
    ),
    (SHARES, {}, [1.107605964, 4.02474489, 1.098612289], 2.076987714, 6.230963143),
    (
        SHARES,
        {"weight": WEIGHTS, "label_smoothing": 0.1},
        *([1.077804211, 2.047355438, 1.858485788], 1.661215146, 4.983645437),
    ),
    (
        np.array([2, 0, 1]),
        {"weight": WEIGHTS, "ignore_index": 0},
        *([0.815211929, 0, 1.098612289], 0.637941406, 1.913824218),
    ),
]


@pytest.mark.parametrize(("target", "options", "each", "mean", "total"), TORCH)
def test_torchs_cross_entropy(
    target: Array, options: dict[str, Any], each: list[float], mean: float, total: float
) -> None:
    for reduction, expected in (("none", each), ("mean", mean), ("sum", total)):
        loss = ENTROPY(SCORES, target, **options, reduction=reduction)
        np.testing.assert_allclose(loss, expected, rtol=1e-8)
    one = {name: value for name, value in options.items() if name != "ignore_index"}
    np.testing.assert_allclose(ENTROPY(SCORES[0], target[0], **one, reduction="none"), each[0], rtol=1e-8)


def test_distributions_in_every_cell_are_those_of_a_batch() -> None:
    cells, shares = SCORES.T[None], SHARES.T[None]
    for reduction in ("none", "mean", "sum"):
        loss = ENTROPY(cells, shares, WEIGHTS, reduction=reduction)
        flat = ENTROPY(SCORES, SHARES, WEIGHTS, reduction=reduction)
        np.testing.assert_allclose(loss, flat[None] if reduction == "none" else flat)


def test_torchs_mse_loss() -> None:
    each = (SCORES - SHARES) ** 2
    for weight, mean, total in ((None, 3.132222222, 28.19), (SHARES, 1.741333333, 5.224)):
        np.testing.assert_allclose(functional.mse_loss(SCORES, SHARES, weight=weight), mean)
        np.testing.assert_allclose(functional.mse_loss(SCORES, SHARES, weight=weight, reduction="sum"), total)
        np.testing.assert_allclose(
            functional.mse_loss(SCORES, SHARES, weight=weight, reduction="none"),
            each if weight is None else each * weight,
        )
    assert functional.mse_loss(ones(2, 3), ones(3) * 3).dtype == np.float32
    assert functional.mse_loss(ones(2, 3), ones(3) * 3) == 4
    assert functional.mse_loss(ones(2), np.ones(2)).dtype == np.float64


def test_many_numbers_are_added_in_double_precision() -> None:
    many = np.full(1 << 22, 0.1, np.float32)
    assert functional.mse_loss(many, many * 0) == np.float32(np.float32(0.1) ** 2)


def test_targets_of_bytes_and_of_one() -> None:
    bytes_ = CLASSES[:2].astype(np.uint8)
    np.testing.assert_array_equal(LIKELIHOOD(SCORES[:2], bytes_), LIKELIHOOD(SCORES[:2], CLASSES[:2]))
    assert LIKELIHOOD(SCORES[0], CLASSES[0]) == LIKELIHOOD(SCORES[0], CLASSES[:1]) == -3


def test_former_names_of_reductions() -> None:
    for options, reduction in (
        ({"size_average": True}, "mean"),
        ({"size_average": False}, "sum"),
        ({"reduce": True}, "mean"),
        ({"reduce": False}, "none"),
        ({"size_average": False, "reduce": True, "reduction": "mean"}, "sum"),
    ):
        np.testing.assert_array_equal(
            ENTROPY(SCORES, CLASSES, **options), ENTROPY(SCORES, CLASSES, reduction=reduction)
        )


def test_the_mean_of_nothing_is_no_number_and_its_sum_is_0() -> None:
    nothing = np.zeros(0, np.int64)
    for target, x in ((CLASSES[2:], SCORES[2:]), (nothing, SCORES[:0])):
        for smoothing in (0.0, 0.5):
            assert isnan(ENTROPY(x, target, label_smoothing=smoothing))
            assert ENTROPY(x, target, label_smoothing=smoothing, reduction="sum") == 0
    assert isnan(ENTROPY(SCORES[:0], SHARES[:0]))
    assert isnan(functional.mse_loss(SCORES[:0], SHARES[:0]))
    assert isnan(LIKELIHOOD(SCORES, CLASSES, WEIGHTS * 0))


def test_pieces_make_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = np.random.default_rng(0)
    x, target = rng.normal(size=(4, 3, 5, 6)), rng.integers(0, 3, (4, 5, 6))
    shares = functional.softmax(rng.normal(size=x.shape), 1)
    calls = [
        lambda: ENTROPY(x, target, WEIGHTS),
        lambda: ENTROPY(x, shares, WEIGHTS, reduction="none"),
        lambda: functional.mse_loss(x, shares, weight=shares),
    ]
    whole = [call() for call in calls]
    monkeypatch.setattr("convviz.core.nd.boxes.CELLS", 10)
    for call, expected in zip(calls, whole, strict=True):
        np.testing.assert_allclose(call(), expected, rtol=1e-12)


@pytest.mark.parametrize("loss", [ENTROPY, LIKELIHOOD])
@pytest.mark.parametrize(
    ("x", "target", "options"),
    [
        *((SCORES, np.array(classes), {}) for classes in ([0, 1, 3], [0, 1, -1], [0, 1], [[0, 1, 2]], 0)),
        *((SCORES, CLASSES.astype(dtype), {}) for dtype in (np.int32, np.int8, np.float64, bool)),
        (SCORES[:, :, None], np.zeros((3, 1), np.uint8), {}),
        (SCORES[:, :, None], np.zeros((3, 2), np.int64), {}),
        (SCORES.astype(np.int64), CLASSES, {}),
        (SCORES[:, :0], CLASSES, {}),
        (SCORES[0, 0], np.int64(0), {}),
        *((SCORES, CLASSES, {"weight": w}) for w in (WEIGHTS[:2], WEIGHTS[None], WEIGHTS.astype(np.float32))),
        *((SCORES, CLASSES, {"reduction": r}) for r in ("average", "", None)),
    ],
)
def test_what_torch_refuses_is_refused(loss: Any, x: Array, target: Array, options: dict[str, Any]) -> None:
    with pytest.raises(SpecError):
        loss(x, target, **options)


@pytest.mark.parametrize(
    ("target", "options"),
    [
        *((CLASSES, {"label_smoothing": s}) for s in (1.1, -0.1, float("nan"), "0", None)),
        *((target, {"ignore_index": n}) for n in (1.0, None, True, "0") for target in (CLASSES, SHARES)),
        (SHARES, {"ignore_index": 1}),
        (SHARES[:, :2], {}),
        (SHARES[:2], {}),
        (SHARES.astype(np.int64), {}),
        (SHARES, {"weight": WEIGHTS[:2]}),
    ],
)
def test_what_torchs_cross_entropy_refuses_is_refused(target: Array, options: dict[str, Any]) -> None:
    with pytest.raises(SpecError):
        ENTROPY(SCORES, target, **options)


@pytest.mark.parametrize(
    ("x", "target", "options"),
    [
        (SCORES, SHARES[:, :2], {}),
        (SCORES.astype(np.int64), SHARES, {}),
        (SCORES, SHARES.astype(np.float16), {}),
        (SCORES, SHARES, {"weight": WEIGHTS}),
        (SCORES, SHARES, {"weight": SHARES.astype(int)}),
        (SCORES, SHARES, {"reduction": "max"}),
    ],
)
def test_what_torchs_mse_loss_refuses_is_refused(x: Array, target: Array, options: dict[str, Any]) -> None:
    with pytest.raises(SpecError):
        functional.mse_loss(x, target, **options)
