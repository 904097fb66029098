"""Softmax and the losses measured on it, for scores of classes: in numpy's float types, never overflowing."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]


def softmax(x: Array, axis: int) -> Array:
    """e^x / Σ e^x along an axis; the largest x is taken off first, so that no power overflows."""
    powers = _shifted(x, axis)
    np.exp(powers, out=powers)
    powers /= powers.sum(axis, keepdims=True)
    return powers


def log_softmax(x: Array, axis: int) -> Array:
    """x − log Σ e^x along an axis, the logarithm of softmax but exact where that is 0."""
    shifted = _shifted(x, axis)
    shifted -= np.log(np.exp(shifted).sum(axis, keepdims=True))
    return shifted


def _shifted(x: Array, axis: int) -> Array:
    return np.asarray(x - x.max(axis, keepdims=True, initial=-np.inf))


def class_losses(
    scores: Array, target: Array, weight: Array, ignored: int, smoothing: float
) -> tuple[Array, Array]:
    """Negative log likelihoods of one class each.

    Args:
        scores: log probabilities (N, C, …).
        target: the classes (N, …).
        weight: of each class (C,).
        ignored: a target whose loss is 0 and counts for nothing.
        smoothing: how much of each target is spread over all classes alike.

    Returns:
        The losses and the weights they count with, both (N, …).

    Source: Szegedy et al., "Rethinking the Inception architecture for computer vision", arXiv 1512.00567,
        section 7, for the smoothing.
    """
    kept = target != ignored
    classes = np.where(kept, target, 0)
    picked = np.take_along_axis(scores, classes[:, None], 1)[:, 0]
    counts = np.where(kept, weight[classes], 0).astype(scores.dtype)
    losses = -picked * weight[classes]
    if smoothing:
        spread = -(scores * _along_classes(weight, scores)).sum(1)
        losses = (1 - smoothing) * losses + smoothing / scores.shape[1] * spread
    return np.where(kept, losses, 0).astype(scores.dtype), counts


def distribution_losses(scores: Array, target: Array, weight: Array, smoothing: float) -> Array:
    """−Σ over the classes of weight · probability · score: (N, …), from scores and target (N, C, …)."""
    target = target * (1 - smoothing) + smoothing / scores.shape[1]
    return np.asarray(-(scores * target * _along_classes(weight, scores)).sum(1))


def _along_classes(weight: Array, scores: Array) -> Array:
    return weight.reshape(-1, *[1] * (scores.ndim - 2))
