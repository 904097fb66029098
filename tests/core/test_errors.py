"""Every refusal of the numeric core: met once each, its sentence read for the numbers that caused it."""

from __future__ import annotations

import ast
import string
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from convviz import functional
from convviz.core import errors
from convviz.core.dense_spec import DenseSpec
from convviz.core.errors import SENTENCES, Refusal, SpecError
from convviz.core.operations import OPERATIONS
from convviz.core.operations.conv1d import Conv1d
from convviz.core.operations.conv2d import Conv2d
from convviz.core.pool_spec import PoolSpec
from convviz.core.sizes import conv_shape, output_size
from convviz.core.spec import ConvSpec
from convviz.core.spec_1d import Conv1dSpec
from convviz.core.spec_3d import conv3d_spec
from convviz.i18n import tr, use
from tests.functional import refused

PACKAGE = Path(errors.__file__).parents[1]
JUDGED = [
    *(
        PACKAGE / "core" / name
        for name in (
            "spec.py",
            "pool_spec.py",
            "spec_1d.py",
            "spec_3d.py",
            "sizes.py",
            "transposed_sizes.py",
            "pool_sizes.py",
            "resize_places.py",
        )
    ),
    *(
        path
        for folder in ("functional", "core/operations", "core/nd")
        for path in (PACKAGE / folder).glob("*.py")
    ),
]
"""The modules whose every SpecError is met below."""

X, W = np.ones((1, 2, 5, 5), np.float32), np.ones((4, 2, 3, 3), np.float32)

TYPES = "uint8, int8, int16, int32, int64, float16, float32, float64, complex64, complex128"

REFUSED: list[tuple[str, Callable[[], Any], str]] = [
    (
        "window_too_deep",
        lambda: conv3d_spec((64, 3, 3)),
        "A window of 64 slices is too deep: at most 63.",
    ),
    (
        "one_stack",
        lambda: conv3d_spec((3, 3, 3), out_channels=2),
        "A stack of slices is filtered by one filter in one group, not by 2 in 1.",
    ),
    (
        "not_slices_rows_columns",
        lambda: OPERATIONS["conv3d"].fast(conv3d_spec((2, 3, 3)), X, W),
        "The input must be (slices, rows, columns), not of shape (1, 2, 5, 5).",
    ),
    ("not_positive", lambda: ConvSpec(stride=(0, 1)), "stride must be at least 1, not 0."),
    ("not_positive", lambda: ConvSpec(dilation=(1, -2)), "dilation must be at least 1, not -2."),
    ("not_positive", lambda: ConvSpec(kernel_size=(0, 3)), "kernel_size must be at least 1, not 0."),
    ("not_positive", lambda: ConvSpec(out_channels=0), "out_channels must be at least 1, not 0."),
    ("not_positive", lambda: functional.conv2d(X, W, groups=0), "groups must be at least 1, not 0."),
    ("negative", lambda: ConvSpec(padding=(0, -1, 0, 0)), "padding must not be negative, but is -1."),
    (
        "not_integer",
        lambda: ConvSpec(stride=(1.5, 1)),  # type: ignore[arg-type]
        "stride must be a whole number, not 1.5.",
    ),
    ("not_integer", lambda: ConvSpec(groups=True), "groups must be a whole number, not True."),
    (
        "not_integer",
        lambda: ConvSpec(padding=(0, 0, 0, 2.0)),  # type: ignore[arg-type]
        "padding must be a whole number, not 2.0.",
    ),
    (
        "not_integer",
        lambda: functional.pad(X, (1, "2")),  # type: ignore[arg-type]
        "pad must be a whole number, not '2'.",
    ),
    (
        "not_finite",
        lambda: ConvSpec(padding_value=float("inf")),
        "padding_value must be a finite number, not inf.",
    ),
    (
        "not_finite",
        lambda: ConvSpec(negative_slope=float("nan")),
        "negative_slope must be a finite number, not nan.",
    ),
    (
        "not_a_pair",
        lambda: ConvSpec(stride=2),  # type: ignore[arg-type]
        "stride must be two whole numbers (rows, columns), not 2.",
    ),
    (
        "not_a_pair",
        lambda: functional.conv2d(X, W, dilation=(1, 2, 3)),
        "dilation must be two whole numbers (rows, columns), not (1, 2, 3).",
    ),
    (
        "not_padding",
        lambda: ConvSpec(padding=(1, 1)),  # type: ignore[arg-type]
        "padding must be 'same', 'valid' or four whole numbers (top, bottom, left, right), not (1, 1).",
    ),
    (
        "unknown_choice",
        lambda: ConvSpec(padding_mode="edge"),
        "padding_mode must be one of zeros, constant, reflect, replicate, circular, not 'edge'.",
    ),
    (
        "unknown_choice",
        lambda: ConvSpec(activation="gelu"),
        "activation must be one of none, relu, leaky_relu, sigmoid, tanh, not 'gelu'.",
    ),
    (
        "unknown_choice",
        lambda: functional.conv2d(X, W, padding="full"),
        "padding must be one of same, same-tf, valid, not 'full'.",
    ),
    ("kernel_too_large", lambda: ConvSpec((64, 5)), "A kernel of 64 × 5 is too large: at most 63 × 63."),
    (
        "window_too_wide",
        lambda: ConvSpec((63, 3), dilation=(17, 500)),
        "63 taps at dilation 17 reach over 1055 cells; at most 1024.",
    ),
    (
        "not_one_row",
        lambda: Conv1dSpec((2, 3), stride=(1, 2), padding=(0, 1, 5, 5)),
        "A window along rows has height, stride and dilation 1 and no padding there, not 2, 1, 1 and 0, 1.",
    ),
    (
        "not_binary",
        lambda: Conv1d().fast(Conv1dSpec(binary=True), np.full((1, 1, 4), 7), np.ones((1, 1, 1, 3))),
        "A code computes with 0 and 1 only, not with 7.",
    ),
    (
        "dense_shape",
        lambda: OPERATIONS["dense"].output_shape(DenseSpec(), (1, 7, 6)),
        "The input has shape (1, 7, 6), but the layer reads (1, 6, 6).",
    ),
    (
        "not_pool_padding",
        lambda: PoolSpec(padding=3),  # type: ignore[arg-type]
        "padding must be two whole numbers (rows, columns), or four (top, bottom, left, right), not 3.",
    ),
    (
        "average_has_no_dilation",
        lambda: PoolSpec("avg", dilation=(2, 1)),
        "Average pooling has no dilation; it is 2, 1 here.",
    ),
    (
        "same_needs_stride_1",
        lambda: ConvSpec(padding="same", stride=(1, 2)),
        "padding 'same' needs stride 1, not 1, 2.",
    ),
    (
        "groups_do_not_divide",
        lambda: ConvSpec(in_channels=3, out_channels=4, groups=2),
        "2 groups do not divide 3 channels evenly.",
    ),
    (
        "groups_do_not_divide",
        lambda: ConvSpec(in_channels=3, out_channels=4, groups=3),
        "3 groups do not divide 4 channels evenly.",
    ),
    (
        "window_larger_than_input",
        lambda: output_size(4, 3, p=(1, 0), d=3),
        "The window spans 7 cells (3 taps, dilation 3), but the input with its padding has only 5 (4 + 1).",
    ),
    (
        "reflect_too_wide",
        lambda: functional.pad(X, (5, 0, 0, 0), "reflect"),
        "Reflect padding of 5 needs an image of at least 5 + 1 cells; this one has 5.",
    ),
    (
        "circular_too_wide",
        lambda: functional.pad(X, (0, 6, 0, 0), "circular"),
        "Circular padding of 6 needs an image of at least 6 cells; this one has 5.",
    ),
    (
        "channels_differ",
        lambda: functional.conv2d(X[:, :1], W),
        "The input has 1 channels, but the layer reads 2.",
    ),
    (
        "not_channels_rows_columns",
        lambda: Conv2d().fast(ConvSpec(), X[0, 0], W),
        "The input must be (channels, rows, columns), not of shape (5, 5).",
    ),
    (
        "weight_shape",
        lambda: Conv2d().fast(ConvSpec(), X[0, :1], W),
        "The weights have shape (4, 2, 3, 3); this layer needs (1, 1, 3, 3).",
    ),
    (
        "weight_shape",
        lambda: functional.conv2d(X, W[0]),
        "The weights have shape (2, 3, 3); this layer needs (filters, channels / groups, rows, columns).",
    ),
    (
        "bias_shape",
        lambda: functional.conv2d(X, W, W[:3, 0, 0, 0]),
        "The bias has shape (3,); this layer needs one number for each of 4 filters.",
    ),
    (
        "no_cells",
        lambda: conv_shape(ConvSpec(), (1, 0, 7)),
        "The input has no cells: its shape is (1, 0, 7).",
    ),
    (
        "no_cells",
        lambda: functional.pad(np.ones((2, 0, 3)), (1, 1), "reflect"),
        "The input has no cells: its shape is (2, 0, 3).",
    ),
    (
        "not_images",
        lambda: functional.conv2d(X[0, 0], W),
        "The input must be (channels, rows, columns) or a batch of those, not of shape (5, 5).",
    ),
    (
        "types_differ",
        lambda: functional.conv2d(X, W.astype(float)),
        "The weight is float64, but the input is float32; both must be of one type.",
    ),
    (
        "types_differ",
        lambda: functional.conv2d(X, W, np.ones(4, int)),
        "The bias is int64, but the input is float32; both must be of one type.",
    ),
    (
        "type_not_computed",
        lambda: functional.conv2d(X > 0, W > 0),
        f"Numbers of type bool cannot be used here; use one of {TYPES}.",
    ),
    (
        "type_not_computed",
        lambda: functional.pad(X.astype(np.uint16), (1, 1, 1, 1), "replicate"),
        f"Numbers of type uint16 cannot be used here; use one of {TYPES}.",
    ),
    (
        "pad_not_pairs",
        lambda: functional.pad(X, (1, 2, 3)),
        "pad must be pairs (before, after) of whole numbers, last dimension first, not (1, 2, 3).",
    ),
    (
        "pad_not_pairs",
        lambda: functional.pad(X, 1),  # type: ignore[arg-type]
        "pad must be pairs (before, after) of whole numbers, last dimension first, not 1.",
    ),
    (
        "pad_too_long",
        lambda: functional.pad(X[0, 0], (1,) * 6),
        "pad has 6 numbers, but an input of 2 dimensions takes at most 4.",
    ),
    (
        "pad_dimensions",
        lambda: functional.pad(X, (1, 1), "reflect"),
        (
            "Padding mode reflect pads the last dimension of 2 or 3, the last two of 3 or 4 or the last "
            "three of 4 or 5; 2 numbers do not fit an input of 4 dimensions."
        ),
    ),
    (
        "value_not_taken",
        lambda: functional.pad(X, (1, 1, 1, 1), "circular", 2),
        "Padding mode circular copies cells and takes no value, but was given 2.",
    ),
    (
        "value_does_not_fit",
        lambda: functional.pad(X.astype(np.uint8), (1, 1), value=300),
        "The padding value 300 does not fit into uint8.",
    ),
    (
        "not_number",
        lambda: functional.pad(X, (1, 1), value="0"),  # type: ignore[arg-type]
        "value must be a number, not '0'.",
    ),
    (
        "nothing_left",
        lambda: functional.pad(X[0, 0], (-3, -4)),
        "Padding of (-3, -4) takes more away than there is in an input of shape (5,).",
    ),
    (
        "nothing_left",
        lambda: functional.pad(X, (1, 1, -6, 0), "replicate"),
        "Padding of [(1, 1), (-6, 0)] takes more away than there is in an input of shape (1, 2, 5, 5).",
    ),
]


@pytest.mark.parametrize(
    ("code", "refused", "sentence"),
    REFUSED + refused.REFUSED,
    ids=lambda case: case if isinstance(case, str) else "",
)
def test_a_refusal_names_its_numbers(code: str, refused: Callable[[], Any], sentence: str) -> None:
    with pytest.raises(SpecError) as caught:
        refused()
    assert caught.value.code == code
    assert str(caught.value) == str(caught.value.message) == sentence
    assert isinstance(caught.value, ValueError)


def raised_codes() -> set[str]:
    """The codes written in raise SpecError("…") in the judged modules, and those written with two choices."""
    calls = [
        node
        for module in JUDGED
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "SpecError"
    ]
    return {call.args[0].value for call in calls if isinstance(call.args[0], ast.Constant)}  # type: ignore[misc]


def test_every_refusal_of_the_numeric_core_is_met_here() -> None:
    assert raised_codes() == {code for code, _, _ in REFUSED + refused.REFUSED}


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_a_sentence_is_a_sentence(code: str) -> None:
    sentence = SENTENCES[code]
    fields = [field for _, field, _, _ in string.Formatter().parse(sentence) if field is not None]
    assert all(field.isidentifier() for field in fields)
    assert sentence.endswith((".", "{reason}"))


def test_a_refusal_is_shown_in_the_language_of_the_moment_with_a_true_minus_sign() -> None:
    refusal = SpecError("not_positive", name="stride", value=-1)
    assert tr(refusal.message) == "stride must be at least 1, not −1."
    use({SENTENCES["not_positive"]: "{name}至少为 1，而不是 {value}。", "stride": "步幅"}.__getitem__)
    try:
        assert tr(refusal.message) == "步幅至少为 1，而不是 −1。"
        assert str(refusal) == "stride must be at least 1, not -1."
    finally:
        use(str)


def test_a_refusal_keeps_its_values() -> None:
    assert SpecError("reflect_too_wide", p=5, i=3).values == {"p": 5, "i": 3}


def test_a_code_without_a_sentence_is_a_mistake_of_the_program() -> None:
    with pytest.raises(KeyError):
        Refusal("no_such_code")
