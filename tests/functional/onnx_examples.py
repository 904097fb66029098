"""The numerical examples that the ONNX operator documentation publishes, by their names there.

Source: github.com/onnx/onnx, docs/Operators.md, under "Examples", and docs/TestCoverage.md, for Conv,
ConvTranspose, MaxPool, AveragePool, MaxUnpool, Col2Im and Resize.

Left out are those whose input is random, and what PyTorch's functions do not express: pooling of bytes and
dilated means; Resize by other rules for places (tf_crop_and_resize, asymmetric, half_pixel_symmetric,
pytorch_half_pixel of a single cell, align_corners of nearest or by a factor that leaves part of a cell),
halves rounded down, and antialias with its own filter lengths.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from convviz import functional as F  # noqa: N812  (as torch's is known)
from tests.functional.oracle import Array, counted, ones

Example = tuple[Callable[[], Array], str]
"""A call, and the planes of its one image: rows with a stroke between them, planes with a bar."""


def grid(text: str) -> Array:
    """The planes (P, rows, columns) of an example."""
    planes = [[row.split() for row in plane.split("/")] for plane in text.split("|")]
    return np.array(planes, np.float32)


def batch(text: str) -> Array:
    """One image of such planes."""
    return grid(text)[None]


def picture(rows: int, columns: int, start: int = 1) -> Array:
    """One image that counts its cells."""
    return counted(1, 1, rows, columns) + (start - 1)


def places(x: Array, *options: int) -> Array:
    """Where the maxima are."""
    return F.max_pool2d(x, *options, return_indices=True)[1]


EIGHTEEN = counted(2, 3, 3) - 1
BOX = ones(1, 1, 3, 3)
BOXES = ones(1, 2, 3, 3)
NINE, FIVE, SEVEN = picture(3, 3, start=0), picture(5, 5, start=0), picture(7, 5, start=0)
COLUMNS = counted(1, 15, 5).swapaxes(1, 2)
BLOCKS = np.concatenate([counted(1, 12, 5), counted(1, 12, 5) + 60], 2).swapaxes(1, 2)
UNPOOLED = np.array([[[[5, 7], [13, 15]]]])

CONVOLUTIONS: dict[str, Example] = {
    "basic_conv_with_padding": (
        lambda: F.conv2d(FIVE, BOX, padding=1),
        "12 21 27 33 24 / 33 54 63 72 51 / 63 99 108 117 81 / 93 144 153 162 111 / 72 111 117 123 84",
    ),
    "basic_conv_without_padding": (
        lambda: F.conv2d(FIVE, BOX),
        "54 63 72 / 99 108 117 / 144 153 162",
    ),
    "conv_with_strides_padding": (
        lambda: F.conv2d(SEVEN, BOX, stride=2, padding=1),
        "12 27 24 / 63 108 81 / 123 198 141 / 112 177 124",
    ),
    "conv_with_strides_no_padding": (
        lambda: F.conv2d(SEVEN, BOX, stride=2),
        "54 72 / 144 162 / 234 252",
    ),
    "conv_with_strides_and_asymmetric_padding": (
        lambda: F.conv2d(SEVEN, BOX, stride=2, padding=(1, 0)),
        "21 33 / 99 117 / 189 207 / 171 183",
    ),
    "conv_with_autopad_same": (
        lambda: F.conv2d(FIVE, BOX, stride=2, padding="same-tf"),
        "12 27 24 / 63 108 81 / 72 117 84",
    ),
}

TRANSPOSED: dict[str, Example] = {
    "convtranspose": (
        lambda: F.conv_transpose2d(NINE, BOXES),
        (
            "0 1 3 3 2 / 3 8 15 12 7 / 9 21 36 27 15 / 9 20 33 24 13 / 6 13 21 15 8 | "
            "0 1 3 3 2 / 3 8 15 12 7 / 9 21 36 27 15 / 9 20 33 24 13 / 6 13 21 15 8"
        ),
    ),
    "convtranspose_1d": (
        lambda: F.conv_transpose1d(NINE[:, :, 0], BOXES[:, :, 0])[:, :, None],
        "0 1 3 3 2 | 0 1 3 3 2",
    ),
    "convtranspose_3d": (
        lambda: F.conv_transpose3d(counted(1, 1, 3, 4, 5) - 1, ones(1, 2, 3, 3, 3)).reshape(1, 10, 6, 7),
        (
            "0 1 3 6 9 7 4 / 5 12 21 27 33 24 13 / 15 33 54 63 72 51 27 / 30 63 99 108 117 81 42 / "
            "25 52 81 87 93 64 33 / 15 31 48 51 54 37 19 | "
            "20 42 66 72 78 54 28 / 50 104 162 174 186 128 66 / 90 186 288 306 324 222 114 / "
            "120 246 378 396 414 282 144 / 90 184 282 294 306 208 106 / 50 102 156 162 168 114 58 | "
            "60 123 189 198 207 141 72 / 135 276 423 441 459 312 159 / 225 459 702 729 756 513 261 / "
            "270 549 837 864 891 603 306 / 195 396 603 621 639 432 219 / "
            "105 213 324 333 342 231 117 | "
            "60 122 186 192 198 134 68 / 130 264 402 414 426 288 146 / 210 426 648 666 684 462 234 / "
            "240 486 738 756 774 522 264 / 170 344 522 534 546 368 186 / 90 182 276 282 288 194 98 | "
            "40 81 123 126 129 87 44 / 85 172 261 267 273 184 93 / 135 273 414 423 432 291 147 / "
            "150 303 459 468 477 321 162 / 105 212 321 327 333 224 113 / 55 111 168 171 174 117 59 | "
            "0 1 3 6 9 7 4 / 5 12 21 27 33 24 13 / 15 33 54 63 72 51 27 / 30 63 99 108 117 81 42 / "
            "25 52 81 87 93 64 33 / 15 31 48 51 54 37 19 | "
            "20 42 66 72 78 54 28 / 50 104 162 174 186 128 66 / 90 186 288 306 324 222 114 / "
            "120 246 378 396 414 282 144 / 90 184 282 294 306 208 106 / 50 102 156 162 168 114 58 | "
            "60 123 189 198 207 141 72 / 135 276 423 441 459 312 159 / 225 459 702 729 756 513 261 / "
            "270 549 837 864 891 603 306 / 195 396 603 621 639 432 219 / "
            "105 213 324 333 342 231 117 | "
            "60 122 186 192 198 134 68 / 130 264 402 414 426 288 146 / 210 426 648 666 684 462 234 / "
            "240 486 738 756 774 522 264 / 170 344 522 534 546 368 186 / 90 182 276 282 288 194 98 | "
            "40 81 123 126 129 87 44 / 85 172 261 267 273 184 93 / 135 273 414 423 432 291 147 / "
            "150 303 459 468 477 321 162 / 105 212 321 327 333 224 113 / 55 111 168 171 174 117 59"
        ),
    ),
    "convtranspose_output_shape": (
        lambda: F.conv_transpose2d(NINE, BOXES, stride=(3, 2), output_padding=1),
        (
            "0 0 1 1 3 2 2 0 / 0 0 1 1 3 2 2 0 / 0 0 1 1 3 2 2 0 / 3 3 7 4 9 5 5 0 / "
            "3 3 7 4 9 5 5 0 / 3 3 7 4 9 5 5 0 / 6 6 13 7 15 8 8 0 / 6 6 13 7 15 8 8 0 / "
            "6 6 13 7 15 8 8 0 / 0 0 0 0 0 0 0 0 | "
            "0 0 1 1 3 2 2 0 / 0 0 1 1 3 2 2 0 / 0 0 1 1 3 2 2 0 / 3 3 7 4 9 5 5 0 / "
            "3 3 7 4 9 5 5 0 / 3 3 7 4 9 5 5 0 / 6 6 13 7 15 8 8 0 / 6 6 13 7 15 8 8 0 / "
            "6 6 13 7 15 8 8 0 / 0 0 0 0 0 0 0 0"
        ),
    ),
    "convtranspose_pad": (
        lambda: F.conv_transpose2d(NINE, BOXES, None, (3, 2), 0, (1, 1)),
        (
            "0 0 1 1 3 2 2 0 / 0 0 1 1 3 2 2 0 / 0 0 1 1 3 2 2 0 / 3 3 7 4 9 5 5 0 / "
            "3 3 7 4 9 5 5 0 / 3 3 7 4 9 5 5 0 / 6 6 13 7 15 8 8 0 / 6 6 13 7 15 8 8 0 / "
            "6 6 13 7 15 8 8 0 / 0 0 0 0 0 0 0 0 | "
            "0 0 1 1 3 2 2 0 / 0 0 1 1 3 2 2 0 / 0 0 1 1 3 2 2 0 / 3 3 7 4 9 5 5 0 / "
            "3 3 7 4 9 5 5 0 / 3 3 7 4 9 5 5 0 / 6 6 13 7 15 8 8 0 / 6 6 13 7 15 8 8 0 / "
            "6 6 13 7 15 8 8 0 / 0 0 0 0 0 0 0 0"
        ),
    ),
    "convtranspose_pads": (
        lambda: F.conv_transpose2d(NINE, BOXES, stride=(3, 2), padding=(1, 2)),
        (
            "1 1 3 / 1 1 3 / 7 4 9 / 7 4 9 / 7 4 9 / 13 7 15 / 13 7 15 | "
            "1 1 3 / 1 1 3 / 7 4 9 / 7 4 9 / 7 4 9 / 13 7 15 / 13 7 15"
        ),
    ),
    "convtranspose_dilations": (
        lambda: F.conv_transpose2d(batch("3 8 1 / 9 5 7 / 3 2 6"), batch("7 2 / 1 9"), dilation=2),
        "21 56 13 16 2 / 63 35 67 10 14 / 24 22 76 76 21 / 9 5 88 45 63 / 3 2 33 18 54",
    ),
    "convtranspose_autopad_same": (  # the one cell that the stamps reach too far is cut off at the end
        lambda: F.pad(F.conv_transpose2d(NINE, BOXES, stride=2), (0, -1, 0, -1)),
        (
            "0 0 1 1 3 2 / 0 0 1 1 3 2 / 3 3 8 5 12 7 / 3 3 7 4 9 5 / 9 9 20 11 24 13 / "
            "6 6 13 7 15 8 | "
            "0 0 1 1 3 2 / 0 0 1 1 3 2 / 3 3 8 5 12 7 / 3 3 7 4 9 5 / 9 9 20 11 24 13 / 6 6 13 7 15 8"
        ),
    ),
    "convtranspose_group_2": (
        lambda: F.conv_transpose2d(EIGHTEEN[None], ones(2, 1, 3, 3), groups=2),
        (
            "0 1 3 3 2 / 3 8 15 12 7 / 9 21 36 27 15 / 9 20 33 24 13 / 6 13 21 15 8 | "
            "9 19 30 21 11 / 21 44 69 48 25 / 36 75 117 81 42 / 27 56 87 60 31 / 15 31 48 33 17"
        ),
    ),
    "convtranspose_group_2_image_3": (
        lambda: F.conv_transpose2d(
            np.stack([EIGHTEEN, np.stack([EIGHTEEN[1] + 9, EIGHTEEN[1]]), EIGHTEEN]),
            ones(2, 1, 3, 3),
            groups=2,
        ).reshape(1, 6, 5, 5),
        (
            "0 1 3 3 2 / 3 8 15 12 7 / 9 21 36 27 15 / 9 20 33 24 13 / 6 13 21 15 8 | "
            "9 19 30 21 11 / 21 44 69 48 25 / 36 75 117 81 42 / 27 56 87 60 31 / 15 31 48 33 17 | "
            "18 37 57 39 20 / 39 80 123 84 43 / 63 129 198 135 69 / 45 92 141 96 49 / "
            "24 49 75 51 26 | "
            "9 19 30 21 11 / 21 44 69 48 25 / 36 75 117 81 42 / 27 56 87 60 31 / 15 31 48 33 17 | "
            "0 1 3 3 2 / 3 8 15 12 7 / 9 21 36 27 15 / 9 20 33 24 13 / 6 13 21 15 8 | "
            "9 19 30 21 11 / 21 44 69 48 25 / 36 75 117 81 42 / 27 56 87 60 31 / 15 31 48 33 17"
        ),
    ),
}

POOLS: dict[str, Example] = {
    "maxpool_2d_precomputed_pads": (
        lambda: F.max_pool2d(picture(5, 5), 5, 1, 2),
        "13 14 15 15 15 / 18 19 20 20 20 / 23 24 25 25 25 / 23 24 25 25 25 / 23 24 25 25 25",
    ),
    "maxpool_with_argmax_2d_precomputed_pads": (
        lambda: places(picture(5, 5), 5, 1, 2),
        "12 13 14 14 14 / 17 18 19 19 19 / 22 23 24 24 24 / 22 23 24 24 24 / 22 23 24 24 24",
    ),
    "maxpool_2d_precomputed_strides": (
        lambda: F.max_pool2d(picture(5, 5), 2, 2),
        "7 9 / 17 19",
    ),
    "maxpool_with_argmax_2d_precomputed_strides": (  # counted column by column
        lambda: places(picture(5, 5).swapaxes(2, 3), 2, 2).swapaxes(2, 3),
        "6 16 / 8 18",
    ),
    "maxpool_2d_precomputed_same_upper": (
        lambda: F.max_pool2d(picture(5, 5), 3, 2, 1),
        "7 9 10 / 17 19 20 / 22 24 25",
    ),
    "maxpool_2d_ceil": (
        lambda: F.max_pool2d(picture(4, 4), 3, 2, ceil_mode=True),
        "11 12 / 15 16",
    ),
    "maxpool_2d_ceil_output_size_reduce_by_one": (
        lambda: F.max_pool2d(picture(2, 2), 1, 2, ceil_mode=True),
        "1",
    ),
    "maxpool_2d_dilations": (
        lambda: F.max_pool2d(picture(4, 4), 2, 1, dilation=2),
        "11 12 / 15 16",
    ),
    "maxpool_3d_dilations": (
        lambda: F.max_pool3d(picture(4, 4).repeat(4, 1)[None], 2, 1, dilation=2)[0],
        "11 12 / 15 16 | 11 12 / 15 16",
    ),
    "averagepool_2d_precomputed_pads": (
        lambda: F.avg_pool2d(picture(5, 5), 5, 1, 2, count_include_pad=False),
        (
            "7 7.5 8 8.5 9 / 9.5 10 10.5 11 11.5 / 12 12.5 13 13.5 14 / 14.5 15 15.5 16 16.5 / "
            "17 17.5 18 18.5 19"
        ),
    ),
    "averagepool_2d_precomputed_pads_count_include_pad": (
        lambda: F.avg_pool2d(picture(5, 5), 5, 1, 2),
        (
            "2.52 3.6 4.8 4.08 3.24 / 4.56 6.4 8.4 7.04 5.52 / 7.2 10 13 10.8 8.4 / "
            "6.96 9.6 12.4 10.24 7.92 / 6.12 8.4 10.8 8.88 6.84"
        ),
    ),
    "averagepool_2d_precomputed_strides": (
        lambda: F.avg_pool2d(picture(5, 5), 2, 2),
        "4 6 / 14 16",
    ),
    "averagepool_2d_precomputed_same_upper": (
        lambda: F.avg_pool2d(picture(5, 5), 3, 2, 1, count_include_pad=False),
        "4 5.5 7 / 11.5 13 14.5 / 19 20.5 22",
    ),
    "averagepool_2d_ceil": (
        lambda: F.avg_pool2d(picture(4, 4), 3, 2, ceil_mode=True),
        "6 7.5 / 12 13.5",
    ),
    "averagepool_2d_ceil_last_window_starts_on_pad": (
        lambda: F.avg_pool2d(
            batch(
                "0.858 0.0786 / 0.2692 0.1537 | 0.8816 0.4353 / 0.5772 0.6623 | 0.9067 0.9483 / 0.597 0.763"
            ),
            *(3, 3, 1),
            ceil_mode=True,
        ),
        "0.1511 | 0.2841 | 0.3572",
    ),
}

BACK: dict[str, Example] = {
    "maxunpool_export_without_output_shape": (
        lambda: F.max_unpool2d(picture(2, 2), UNPOOLED, 2, 2),
        "0 0 0 0 / 0 1 0 2 / 0 0 0 0 / 0 3 0 4",
    ),
    "maxunpool_export_with_output_shape": (  # ONNX's places are in the smallest output, which is then padded
        lambda: F.pad(F.max_unpool2d(picture(2, 2, start=5), UNPOOLED, 2, 2), (0, 1, 0, 1)),
        "0 0 0 0 0 / 0 5 0 6 0 / 0 0 0 0 0 / 0 7 0 8 0 / 0 0 0 0 0",
    ),
    "col2im": (
        lambda: F.fold(
            grid("1 6 11 16 21 / 2 7 12 17 22 / 3 8 13 18 23 / 4 9 14 19 24 / 5 0 15 20 25"), 5, (1, 5)
        ),
        "1 2 3 4 5 / 6 7 8 9 0 / 11 12 13 14 15 / 16 17 18 19 20 / 21 22 23 24 25",
    ),
    "col2im_strides": (
        lambda: F.fold(
            grid("0 0 0 0 / 1 1 1 1 / 1 1 1 1 / 1 1 1 1 / 0 0 0 0 / 0 0 0 0 / 0 0 0 0 / 1 1 1 1 / 0 0 0 0"),
            *(5, 3),
            stride=2,
        ),
        "0 1 1 1 1 / 1 0 1 0 0 / 0 2 1 2 1 / 1 0 1 0 0 / 0 1 0 1 0",
    ),
    "col2im_pads": (
        lambda: F.fold(COLUMNS, 5, (1, 5), padding=(0, 1)),
        "8 21 24 27 24 / 38 66 69 72 54 / 68 111 114 117 84 / 98 156 159 162 114 / 128 201 204 207 144",
    ),
    "col2im_dilations": (
        lambda: F.fold(
            grid("1 5 9 13 17 / 2 6 10 14 18 / 3 7 11 15 19 / 4 8 12 16 20"), 6, 2, dilation=(1, 5)
        ),
        "1 0 0 0 0 2 / 8 0 0 0 0 10 / 16 0 0 0 0 18 / 24 0 0 0 0 26 / 32 0 0 0 0 34 / 19 0 0 0 0 20",
    ),
    "col2im_5d": (  # fold is for pictures; blocks of one row are as good in one of 3 × 4 rows
        lambda: F.fold(BLOCKS, (12, 5), (1, 5)).reshape(1, 6, 4, 5),
        (
            "1 2 3 4 5 / 6 7 8 9 10 / 11 12 13 14 15 / 16 17 18 19 20 | "
            "21 22 23 24 25 / 26 27 28 29 30 / 31 32 33 34 35 / 36 37 38 39 40 | "
            "41 42 43 44 45 / 46 47 48 49 50 / 51 52 53 54 55 / 56 57 58 59 60 | "
            "61 62 63 64 65 / 66 67 68 69 70 / 71 72 73 74 75 / 76 77 78 79 80 | "
            "81 82 83 84 85 / 86 87 88 89 90 / 91 92 93 94 95 / 96 97 98 99 100 | "
            "101 102 103 104 105 / 106 107 108 109 110 / 111 112 113 114 115 / 116 117 118 119 120"
        ),
    ),
}

EXAMPLES = CONVOLUTIONS | TRANSPOSED | POOLS | BACK
