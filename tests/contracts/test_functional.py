"""What holds for every public function of the numeric library."""

from __future__ import annotations

from inspect import Parameter, signature
from typing import Any

import numpy as np
import pytest

from convviz import functional
from convviz.core.errors import SpecError
from tests.functional.batches import BATCHES
from tests.functional.batches import Call as Batch
from tests.functional.invalid import TABLE, Call

CALLS = [pytest.param(name, call, id=f"{name}-{n}") for name in TABLE for n, call in enumerate(TABLE[name])]

CONVOLUTION = "input, weight, bias=None, stride=1, padding=0, dilation=1, groups=1"
TRANSPOSED = "input, weight, bias=None, stride=1, padding=0, output_padding=0, groups=1, dilation=1"
MAXIMA = "input, kernel_size, stride=None, padding=0, dilation=1, ceil_mode=False, return_indices=False"
MEANS = "input, kernel_size, stride=None, padding=0, ceil_mode=False, count_include_pad=True"
UNPOOLED = "input, indices, kernel_size, stride=None, padding=0, output_size=None"
SHARES = "input, dim=None, _stacklevel=3, dtype=None"

TORCHS = {
    "adaptive_avg_pool1d": "input, output_size",
    "adaptive_avg_pool2d": "input, output_size",
    "adaptive_avg_pool3d": "input, output_size",
    "adaptive_max_pool1d": "input, output_size, return_indices=False",
    "adaptive_max_pool2d": "input, output_size, return_indices=False",
    "adaptive_max_pool3d": "input, output_size, return_indices=False",
    "avg_pool1d": MEANS,
    "avg_pool2d": f"{MEANS}, divisor_override=None",
    "avg_pool3d": f"{MEANS}, divisor_override=None",
    "conv1d": CONVOLUTION,
    "conv2d": CONVOLUTION,
    "conv3d": CONVOLUTION,
    "conv_transpose1d": TRANSPOSED,
    "conv_transpose2d": TRANSPOSED,
    "conv_transpose3d": TRANSPOSED,
    "cross_entropy": (
        "input, target, weight=None, size_average=None, ignore_index=-100, reduce=None, reduction='mean', "
        "label_smoothing=0.0"
    ),
    "fold": "input, output_size, kernel_size, dilation=1, padding=0, stride=1",
    "interpolate": (
        "input, size=None, scale_factor=None, mode='nearest', align_corners=None, "
        "recompute_scale_factor=None, antialias=False"
    ),
    "leaky_relu": "input, negative_slope=0.01, inplace=False",
    "linear": "input, weight, bias=None",
    "log_softmax": SHARES,
    "max_pool1d": MAXIMA,
    "max_pool2d": MAXIMA,
    "max_pool3d": MAXIMA,
    "max_unpool1d": UNPOOLED,
    "max_unpool2d": UNPOOLED,
    "max_unpool3d": UNPOOLED,
    "mse_loss": "input, target, size_average=None, reduce=None, reduction='mean', weight=None",
    "nll_loss": (
        "input, target, weight=None, size_average=None, ignore_index=-100, reduce=None, reduction='mean'"
    ),
    "pad": "input, pad, mode='constant', value=None",
    "relu": "input, inplace=False",
    "sigmoid": "input",
    "softmax": SHARES,
    "tanh": "input",
    "unfold": "input, kernel_size, dilation=1, padding=0, stride=1",
}
"""The arguments of torch.nn.functional's functions in version 2.13: names, order and defaults."""


def test_every_function_has_pytorchs_arguments() -> None:
    written = {}
    for name in functional.__all__:
        parameters = signature(functional.FUNCTIONS[name]).parameters.values()
        assert {p.kind for p in parameters} == {Parameter.POSITIONAL_OR_KEYWORD}, name
        written[name] = ", ".join(str(p.replace(annotation=Parameter.empty)) for p in parameters)
    assert written == TORCHS


def test_every_function_is_given_batches() -> None:
    assert {name for name, _ in BATCHES} == set(functional.__all__)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize(("name", "call"), BATCHES)
def test_a_batch_of_nothing_has_the_shape_and_every_result_the_type(
    name: str, call: Batch, dtype: Any
) -> None:
    (some, *places), (none, *nowhere) = (_results(call(n, dtype)) for n in (2, 0))
    assert none.shape == (0, *some.shape[1:])
    assert none.dtype == some.dtype == dtype
    for place, nothing in zip(places, nowhere, strict=True):
        assert (place.shape, nothing.shape) == (some.shape, none.shape)
        assert place.dtype == nothing.dtype == np.int64


def _results(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else (value,)


def test_every_function_is_asked_for_nonsense_in_three_ways() -> None:
    assert sorted(TABLE) == sorted(functional.__all__)
    for name, calls in TABLE.items():
        assert len({said for _, _, said in calls}) == len(calls) >= 3, name


@pytest.mark.parametrize(("name", "call"), CALLS)
def test_nonsense_is_refused_in_a_sentence_that_names_it(name: str, call: Call) -> None:
    arguments, options, said = call
    with pytest.raises(ValueError, match=r"\.$") as refusal:  # as torch's RuntimeError, for people with NumPy
        functional.FUNCTIONS[name](*arguments, **options)
    assert isinstance(refusal.value, SpecError)
    assert said in str(refusal.value)
