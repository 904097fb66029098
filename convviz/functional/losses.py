"""torch.nn.functional's losses: how far an answer is from the truth, as one number or one for each."""

from __future__ import annotations

from math import prod
from typing import Any

import numpy as np

from convviz.core import probabilities
from convviz.core.errors import SpecError
from convviz.core.nd.boxes import boxes
from convviz.core.spec import check_choice
from convviz.functional import arguments
from convviz.functional.arguments import Array

REDUCTIONS = ("none", "mean", "sum")


def mse_loss(
    input: Array,
    target: Array,
    size_average: bool | None = None,
    reduce: bool | None = None,
    reduction: str = "mean",
    weight: Array | None = None,
) -> Array:
    """The mean of (input − target)², as torch.nn.functional.mse_loss.

    Args:
        input: float32 or float64, of any shape.
        target: of the same shape, or one that spreads to it.
        size_average: PyTorch's former way of saying reduction; not given, it counts for nothing.
        reduce: like size_average.
        reduction: "mean", "sum" or "none", one number for each.
        weight: of each number, of the input's shape; the mean is then the sum over the weights' sum.

    Returns:
        An array of no dimensions, or of the shape of both where reduction is "none".

    Raises:
        SpecError: for shapes that do not fit, other dtypes and reductions.
    """
    x, t = arguments.floats(input), arguments.floats(target)
    reduction = _reduction(size_average, reduce, reduction)
    w = None if weight is None else arguments.floats(weight)
    if w is not None and w.shape != x.shape:
        raise SpecError("shapes_differ", name="weight", shape=w.shape, expected=x.shape)
    try:
        shape = np.broadcast_shapes(x.shape, t.shape)
    except ValueError:
        raise SpecError("shapes_differ", name="target", shape=t.shape, expected=x.shape) from None
    dtype = np.result_type(x, t, *([] if w is None else [w]))
    x, t = np.broadcast_to(x, shape), np.broadcast_to(t, shape)
    counts = np.broadcast_to(np.ones((), dtype) if w is None else w, shape)
    losses = _Losses(shape, dtype, reduction)
    with np.errstate(all="ignore"):
        for box in boxes(shape, prod):
            losses.add(box, np.asarray((x[box] - t[box]) ** 2 * counts[box]), counts[box])
        return losses.result(None if w is None else float(w.sum(dtype=np.float64)))


def nll_loss(
    input: Array,
    target: Array,
    weight: Array | None = None,
    size_average: bool | None = None,
    ignore_index: int = -100,
    reduce: bool | None = None,
    reduction: str = "mean",
) -> Array:
    """The negative log likelihood of the right classes, as torch.nn.functional.nll_loss.

    Args:
        input: log probabilities (N, classes), (N, classes, …) or (classes,), float32 or float64.
        target: the right classes (N,), (N, …) or (), int64; up to two dimensions of input also uint8.
        weight: of each class (classes,), of the input's dtype.
        size_average: as in mse_loss.
        ignore_index: a target that counts for nothing.
        reduce: as in mse_loss.
        reduction: "mean" (over the weights of the targets), "sum" or "none".

    Returns:
        An array of no dimensions, or of the target's shape where reduction is "none".

    Raises:
        SpecError: for a class that there is not, shapes that do not fit, other dtypes and reductions.
    """
    x, t = arguments.floats(input), np.asarray(target)
    reduction = _reduction(size_average, reduce, reduction)
    return _of_classes(x, t, _weights(x, weight), ignore_index, 0.0, reduction, scores=True)


def cross_entropy(
    input: Array,
    target: Array,
    weight: Array | None = None,
    size_average: bool | None = None,
    ignore_index: int = -100,
    reduce: bool | None = None,
    reduction: str = "mean",
    label_smoothing: float = 0.0,
) -> Array:
    """nll_loss of log_softmax, or of whole distributions, as torch.nn.functional.cross_entropy.

    Args:
        input: scores of any size (N, classes), (N, classes, …) or (classes,), float32 or float64.
        target: the right classes, as in nll_loss; or, in the input's shape and float32 or float64, the
            probability of each class.
        weight: of each class (classes,), of the input's dtype.
        size_average: as in mse_loss.
        ignore_index: a target that counts for nothing; not negative only with classes.
        reduce: as in mse_loss.
        reduction: "mean" (over the targets' weights, or the number of distributions), "sum" or "none".
        label_smoothing: from 0 to 1: how much of each target is spread over all classes alike.

    Returns:
        An array of no dimensions, or without the classes' dimension where reduction is "none".

    Raises:
        SpecError: as nll_loss, and for a label_smoothing outside 0 to 1.
    """
    x, t = arguments.floats(input), np.asarray(target)
    reduction = _reduction(size_average, reduce, reduction)
    weights, smoothing = _weights(x, weight), _smoothing(label_smoothing)
    if t.shape != x.shape:
        return _of_classes(x, t, weights, ignore_index, smoothing, reduction, scores=False)
    arguments.check_type(t)
    if _whole(ignore_index) >= 0:
        raise SpecError("ignore_index_unused", value=ignore_index)
    return _of_distributions(x, t, weights, smoothing, reduction)


class _Losses:
    """Losses as they are computed, piece by piece: kept, or added up in double precision."""

    def __init__(self, shape: tuple[int, ...], dtype: Any, reduction: str) -> None:
        self.each = np.empty(shape if reduction == "none" else (), dtype)
        self.reduction, self.count = reduction, prod(shape)
        self.sum = self.weight = 0.0

    def add(self, box: Any, losses: Array, counts: Array) -> None:
        if self.reduction == "none":
            self.each[box] = losses
        else:
            self.sum += float(losses.sum(dtype=np.float64))
            self.weight += float(counts.sum(dtype=np.float64))

    def result(self, over: float | None = None) -> Array:
        """What is asked for; a mean is over as many as given, or as there are."""
        if self.reduction != "none":
            over = float(self.count) if over is None else over
            self.each[...] = np.float64(self.sum) / (over if self.reduction == "mean" else 1.0)
        return self.each


def _smoothing(value: Any) -> float:
    if not isinstance(value, int | float | np.number):
        raise SpecError("not_number", name="label_smoothing", value=value)
    if not 0 <= value <= 1:
        raise SpecError("out_of_range", name="label_smoothing", least=0, most=1, value=value)
    return float(value)


def _whole(ignore_index: Any) -> int:
    index = arguments.plain(ignore_index)
    if not isinstance(index, int) or isinstance(index, bool):
        raise SpecError("not_integer", name="ignore_index", value=ignore_index)
    return index


def _reduction(size_average: bool | None, reduce: bool | None, reduction: str) -> str:
    if size_average is None and reduce is None:
        check_choice("reduction", reduction, REDUCTIONS)
        return reduction
    if reduce is not None and not reduce:
        return "none"
    return "mean" if size_average is None or size_average else "sum"


def _weights(x: Array, weight: Array | None) -> Array:
    """The weight of each class, 1 unless given."""
    classes = x.shape[min(1, x.ndim - 1)] if x.ndim else 0
    if not classes:
        raise SpecError("no_classes", shape=x.shape)
    if weight is None:
        return np.ones(classes, x.dtype)
    weights = np.asarray(weight)
    arguments.check_same_type(x, weight=weights)
    if weights.shape != (classes,):
        raise SpecError("shapes_differ", name="weight", shape=weights.shape, expected=(classes,))
    return weights


def _of_classes(
    x: Array, t: Array, weights: Array, ignored: int, smoothing: float, reduction: str, scores: bool
) -> Array:
    _check_targets(x, t, len(weights), ignored)
    batch = x[None] if x.ndim == 1 else x
    targets = t.reshape(1) if x.ndim == 1 else t
    losses = _Losses(targets.shape, x.dtype, reduction)
    with np.errstate(all="ignore"):
        for box in boxes(targets.shape, lambda size: prod(size) * len(weights)):
            known = batch[(box[0], slice(None), *box[1:])]
            classes = targets[box].astype(np.int64)
            losses.add(
                box,
                *probabilities.class_losses(
                    known if scores else probabilities.log_softmax(known, 1),
                    *(classes, weights, ignored, smoothing),
                ),
            )
        result = losses.result(losses.weight)
    return result.reshape(()) if x.ndim == 1 else result


def _of_distributions(x: Array, t: Array, weights: Array, smoothing: float, reduction: str) -> Array:
    batch, targets = (x[None], t[None]) if x.ndim == 1 else (x, t)
    shape = (batch.shape[0], *batch.shape[2:])
    losses = _Losses(shape, np.result_type(x, t), reduction)
    with np.errstate(all="ignore"):
        for box in boxes(shape, lambda size: prod(size) * len(weights)):
            cells = (box[0], slice(None), *box[1:])
            known = probabilities.log_softmax(batch[cells], 1)
            each = probabilities.distribution_losses(known, targets[cells], weights, smoothing)
            losses.add(box, each, each)
        result = losses.result()
    return result.reshape(()) if x.ndim == 1 else result


def _check_targets(x: Array, t: Array, classes: int, ignored: int) -> None:
    if t.dtype != np.int64 and not (t.dtype == np.uint8 and x.ndim <= 2):
        raise SpecError("target_type", dtype=t.dtype)
    expected = () if x.ndim == 1 else (x.shape[0], *x.shape[2:])
    if t.shape != expected and not (x.ndim == 1 and t.shape == (1,)):
        raise SpecError("shapes_differ", name="target", shape=t.shape, expected=expected)
    index = _whole(ignored)
    for box in boxes(t.shape, prod):
        wrong = (t[box] != index) & ((t[box] < 0) | (t[box] >= classes))
        if wrong.any():
            raise SpecError("no_such_class", value=t[box][wrong].flat[0], classes=classes)
