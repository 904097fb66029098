"""Pooling after a convolution layer, in NumPy, OpenCV and PyTorch: blocks that lie side by side."""

from __future__ import annotations

from convviz.core.pool_spec import PoolSpec
from convviz.core.sizes import Shape


def with_numpy(pool: PoolSpec, shape: Shape) -> list[str]:
    """Blocks as axes of their own; `shape` is the output's."""
    (ph, pw), (channels, height, width) = pool.kernel_size, shape
    reduced = {"max": "max", "avg": "mean"}[pool.kind]
    return [
        "# Blocks side by side: channels, rows, block rows, columns, block columns.",
        f"blocks = y[:, :{height * ph}, :{width * pw}].reshape({channels}, {height}, {ph}, {width}, {pw})",
        f"y = blocks.{reduced}(axis=(2, 4))",
    ]


def with_opencv(pool: PoolSpec, shape: Shape) -> list[str]:
    """dilate is a sliding maximum, blur a sliding mean; then the first of every block."""
    (ph, pw), (_, height, width) = pool.kernel_size, shape
    calls = {
        "max": f"cv2.dilate(plane, np.ones(({ph}, {pw}), np.uint8), anchor=(0, 0))",
        "avg": f"cv2.blur(plane, ({pw}, {ph}), anchor=(0, 0))",
    }
    return [
        f"y = np.stack([{calls[pool.kind]} for plane in y])",
        f"y = y[:, :{height * ph}:{ph}, :{width * pw}:{pw}]",
    ]


def with_torch(pool: PoolSpec, shape: Shape) -> list[str]:
    """max_pool2d or avg_pool2d."""
    return [f"y = F.{pool.kind}_pool2d(y, {pool.kernel_size}, stride={pool.stride})"]
