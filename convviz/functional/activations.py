"""torch.nn.functional's activations, softmax and the linear layer."""

from __future__ import annotations

from math import prod
from typing import Any

import numpy as np

from convviz.core import probabilities
from convviz.core.activations import activate_into
from convviz.core.errors import SpecError
from convviz.core.nd.boxes import boxes
from convviz.functional import arguments
from convviz.functional.arguments import Array


def relu(input: Array, inplace: bool = False) -> Array:
    """max(0, x) of every number of a float32 or float64 array of any shape; `inplace` writes into it."""
    return _each("relu", input, inplace)


def leaky_relu(input: Array, negative_slope: float = 0.01, inplace: bool = False) -> Array:
    """x, or negative_slope · x below 0, of every number; otherwise as relu."""
    if not isinstance(negative_slope, int | float | np.floating | np.integer):
        raise SpecError("not_number", name="negative_slope", value=negative_slope)
    return _each("leaky_relu", input, inplace, float(negative_slope))


def sigmoid(input: Array) -> Array:
    """1 / (1 + e⁻ˣ) of every number of a float32 or float64 array of any shape."""
    return _each("sigmoid", input)


def tanh(input: Array) -> Array:
    """The hyperbolic tangent of every number of a float32 or float64 array of any shape."""
    return _each("tanh", input)


def softmax(input: Array, dim: int | None = None, _stacklevel: int = 3, dtype: Any = None) -> Array:
    """Numbers as shares of 1, e^x / Σ e^x, as torch.nn.functional.softmax.

    Args:
        input: float32 or float64, of any shape; any type of numbers where dtype is given.
        dim: the dimension whose numbers add up to 1; counted from the end where it is negative. Not given, it
            is 0 for inputs of 0, 1 or 3 dimensions and 1 for others, as in PyTorch, which advises against it.
        _stacklevel: PyTorch's; not used.
        dtype: float32 or float64, to compute in.

    Returns:
        An array of the input's shape.

    Raises:
        SpecError: for a dimension that there is not, and other dtypes.
    """
    return _along(probabilities.softmax, input, dim, dtype)


def log_softmax(input: Array, dim: int | None = None, _stacklevel: int = 3, dtype: Any = None) -> Array:
    """The logarithm of softmax, exact also where that is 0; arguments as there."""
    return _along(probabilities.log_softmax, input, dim, dtype)


def linear(input: Array, weight: Array, bias: Array | None = None) -> Array:
    """x · weightᵀ + bias, as torch.nn.functional.linear.

    Args:
        input: (…, features), float32 or float64.
        weight: (outputs, features), or (features,) for one output without an axis of its own.
        bias: (outputs,), or what spreads over the output; a single number for a weight of one dimension.

    Returns:
        (…, outputs), or (…) for a weight of one dimension, of the input's dtype.

    Raises:
        SpecError: for shapes that do not fit, mixed and other dtypes.
    """
    x, weight = arguments.floats(input), np.asarray(weight)
    offsets = None if bias is None else np.asarray(bias)
    arguments.check_same_type(x, weight=weight, bias=offsets)
    if x.ndim < 1 or weight.ndim not in (1, 2) or x.shape[-1] != weight.shape[-1]:
        features = x.shape[-1] if x.ndim else "features"
        raise SpecError("weight_shape", shape=weight.shape, expected=f"(outputs, {features})")
    with np.errstate(all="ignore"):
        y = np.asarray(x @ weight.T)
        if offsets is not None:
            if not _spreads(offsets.shape, y.shape) or (weight.ndim == 1 and offsets.ndim):
                raise SpecError("bias_not_spread", shape=offsets.shape, expected=y.shape)
            y = np.asarray(np.add(y, offsets, out=y))
    return y


def _spreads(shape: tuple[int, ...], over: tuple[int, ...]) -> bool:
    """Whether an array of `shape`, axes of one cell repeated, has no more cells than `over`."""
    try:
        return np.broadcast_shapes(shape, over) == over
    except ValueError:
        return False


def _each(name: str, input: Array, inplace: bool = False, slope: float = 0.0) -> Array:
    x = arguments.floats(input)
    y = x if inplace else np.empty_like(x)
    with np.errstate(all="ignore"):
        activate_into(y, name, x, slope)
    return y


def _along(function: Any, input: Array, dim: int | None, dtype: Any) -> Array:
    x = np.asarray(input)
    if dtype is not None:
        x = x.astype(arguments.floats(np.empty(0, dtype)).dtype)
    arguments.check_type(x)
    axis = (0 if x.ndim in (0, 1, 3) else 1) if dim is None else _axis(dim, max(x.ndim, 1))
    last = np.moveaxis(np.atleast_1d(x), axis, -1)
    y = np.empty_like(np.atleast_1d(x))
    shares = np.moveaxis(y, axis, -1)
    with np.errstate(all="ignore"):
        for box in boxes(last.shape[:-1], lambda size: prod(size) * last.shape[-1]):
            shares[box] = function(last[box], -1)
    return y.reshape(x.shape)


def _axis(dim: Any, dimensions: int) -> int:
    axis = arguments.plain(dim)
    if not isinstance(axis, int) or isinstance(axis, bool):
        raise SpecError("not_integer", name="dim", value=dim)
    if not -dimensions <= axis < dimensions:
        raise SpecError("out_of_range", name="dim", least=-dimensions, most=dimensions - 1, value=dim)
    return axis
