"""The public NumPy API: names, argument order and meaning of torch.nn.functional, version 2.13.

    >>> import numpy as np
    >>> from convviz import functional as F
    >>> photo, sobel = np.ones((1, 5, 5), np.float32), np.ones((1, 1, 3, 3), np.float32)
    >>> F.conv2d(photo, sobel, padding="same").shape
    (1, 5, 5)

What PyTorch refuses is refused here as a SpecError, which is a ValueError, naming the numbers. One thing is
taken that PyTorch does not know: convolutions have padding="same-tf", TensorFlow's SAME at any stride.
"""

from collections.abc import Callable
from typing import Any

from convviz.functional.activations import (
    leaky_relu,
    linear,
    log_softmax,
    relu,
    sigmoid,
    softmax,
    tanh,
)
from convviz.functional.adaptive import (
    adaptive_avg_pool1d,
    adaptive_avg_pool2d,
    adaptive_avg_pool3d,
    adaptive_max_pool1d,
    adaptive_max_pool2d,
    adaptive_max_pool3d,
)
from convviz.functional.convolution import (
    conv1d,
    conv2d,
    conv3d,
    conv_transpose1d,
    conv_transpose2d,
    conv_transpose3d,
)
from convviz.functional.folding import fold, unfold
from convviz.functional.losses import cross_entropy, mse_loss, nll_loss
from convviz.functional.padding import pad
from convviz.functional.pooling import (
    avg_pool1d,
    avg_pool2d,
    avg_pool3d,
    max_pool1d,
    max_pool2d,
    max_pool3d,
)
from convviz.functional.resizing import interpolate
from convviz.functional.unpooling import max_unpool1d, max_unpool2d, max_unpool3d

__all__ = [
    "adaptive_avg_pool1d",
    "adaptive_avg_pool2d",
    "adaptive_avg_pool3d",
    "adaptive_max_pool1d",
    "adaptive_max_pool2d",
    "adaptive_max_pool3d",
    "avg_pool1d",
    "avg_pool2d",
    "avg_pool3d",
    "conv1d",
    "conv2d",
    "conv3d",
    "conv_transpose1d",
    "conv_transpose2d",
    "conv_transpose3d",
    "cross_entropy",
    "fold",
    "interpolate",
    "leaky_relu",
    "linear",
    "log_softmax",
    "max_pool1d",
    "max_pool2d",
    "max_pool3d",
    "max_unpool1d",
    "max_unpool2d",
    "max_unpool3d",
    "mse_loss",
    "nll_loss",
    "pad",
    "relu",
    "sigmoid",
    "softmax",
    "tanh",
    "unfold",
]

FUNCTIONS: dict[str, Callable[..., Any]] = {name: globals()[name] for name in __all__}
"""Every public function by its name."""
