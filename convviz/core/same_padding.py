"""TensorFlow's SAME padding: ⌈i / s⌉ output cells at any stride. PyTorch's 'same' is its case of stride 1."""

from __future__ import annotations


def tensorflow_same(i: int, k: int, s: int = 1, d: int = 1) -> tuple[int, int]:
    """Padding cells (before, after) with which windows of k taps, d apart, make ⌈i / s⌉ cells of i.

    They are the fewest that do, an odd total putting the extra cell after. They depend on i where s is not 1,
    which is why PyTorch has no such layer.

    Source: tf.nn.convolution, "Notes on padding"; ONNX calls it auto_pad SAME_UPPER.
    Example: tensorflow_same(6, 3, s=2) == (0, 1), but tensorflow_same(7, 3, s=2) == (1, 1).
    """
    total = max((-(-i // s) - 1) * s + d * (k - 1) + 1 - i, 0)
    return total // 2, total - total // 2
