"""How many cells a transposed convolution makes, and why two inputs can come back as one."""

from __future__ import annotations

from convviz.core.errors import SpecError


def transposed_size(
    i: int, k: int, s: int = 1, p: int = 0, output_padding: int = 0, d: int = 1, trimmed: int = 0
) -> int:
    """Cells that a transposed convolution makes of i cells along an axis.

    Each input cell stamps k taps, d apart, its neighbour's s further on; p cells are cut off on each side,
    and output_padding cells are added at the end, where `trimmed` ones are cut off besides.

    Source: Dumoulin & Visin, arXiv 1603.07285, relationship 14: s(i − 1) + a + k − 2p, with
        d(k − 1) + 1 for a dilated k and output_padding for their a.
    Raises: SpecError("output_padding_too_large") unless it is less than s or d, as PyTorch wants it;
        SpecError("nothing_comes_out") when the padding cuts everything off.
    Example: transposed_size(3, 3, s=2, p=1, output_padding=1) == 6, the size that a convolution takes to 3.
    """
    if output_padding >= max(s, d):
        raise SpecError("output_padding_too_large", output_padding=output_padding, s=s, d=d)
    size = s * (i - 1) + d * (k - 1) + 1 - 2 * p + output_padding - trimmed
    if size < 1:
        raise SpecError("nothing_comes_out", i=i, k=k, s=s, p=p, d=d, size=size)
    return size


def sizes_taken_to(o: int, k: int, s: int = 1, p: int = 0, d: int = 1) -> range:
    """The sizes that a convolution takes to o cells: s of them, which output_padding 0 … s − 1 tells apart.

    Source: Dumoulin & Visin, section 4.5, solved for the input of relationship 15.
    Example: sizes_taken_to(3, 3, s=2, p=1) == range(5, 7).
    """
    least = s * (o - 1) + d * (k - 1) + 1 - 2 * p
    return range(max(least, 1), max(least + s, 1))
