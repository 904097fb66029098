"""Pictures and kernels by what a person calls them in one word: a file, or something of the program's own."""

from __future__ import annotations

from pathlib import Path

from convviz.core import kernels
from convviz.core.errors import KernelError
from convviz.core.images import Image, open_image
from convviz.core.kernel import Kernel
from convviz.core.kernel_makers import Rows
from convviz.core.kernel_text import number, read_kernel

SAMPLE = "sample:"


def picture(name: str) -> Image:
    """The picture of a file, or a sample: "photo.jpg", "sample:camera". A file of that name comes first.

    Raises: ImageError, as open_image and load_sample.
    """
    if name.startswith(SAMPLE) and not Path(name).exists():
        from convviz.core.samples import load_sample

        return load_sample(name.removeprefix(SAMPLE))
    return open_image(name)


def kernel_rows(name: str) -> Rows:
    """The weights of a kernel of the table, or of a kernel text: "sobel-x", "gaussian:sigma=2.5", "mine.txt".

    A name of the table comes first; a file that bears one is ./sobel-x. What has an ending or a folder can
    only be a file.

    Raises: KernelError for a name, a parameter or a text that cannot be used.
    """
    head, colon, tail = name.partition(":")
    if any(kernel.id == head for kernel in kernels.KERNELS):
        kernel = kernels.find(head)
        return kernel.rows(**_parameters(kernel, tail)) if colon else kernel.rows()
    path = Path(name)
    if path.suffix or len(path.parts) > 1 or path.exists():
        return read_kernel(name)
    return kernels.rows(head)  # which refuses it, with the names nearest to it


def _parameters(kernel: Kernel, text: str) -> dict[str, float]:
    """The numbers in "sigma=1,ratio=1.6"."""
    if not kernel.parameters:
        raise KernelError("kernel_parameter_none", kernel=kernel.id)
    chosen = {}
    for part in text.split(","):
        name, equals, value = part.partition("=")
        if not equals:
            first = kernel.parameters[0]
            example = f"{kernel.id}:{first.name}={first.default:g}"
            raise KernelError("kernel_parameter_text", kernel=kernel.id, example=example, text=part)
        chosen[name.strip()] = number(value)
    return chosen
