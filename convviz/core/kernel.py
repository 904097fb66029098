"""What a kernel of the table is: its name, where it comes from, what it does, and its weights."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from convviz.core.errors import KernelError
from convviz.core.kernel_makers import Rows
from convviz.i18n import msg, tr

Maker = Callable[..., Rows]


class Parameter(NamedTuple):
    """A number that shapes a kernel, and the slider that sets it; label and unit are shown."""

    name: str
    label: str
    minimum: float
    maximum: float
    default: float
    step: float
    integer: bool = False
    unit: str = ""

    def checked(self, value: float) -> float:
        """The value as a float.

        Raises: KernelError("parameter_out_of_range" or "parameter_not_whole") with the offending value.
        """
        if not self.minimum <= value <= self.maximum:  # which refuses NaN too
            raise KernelError(
                "parameter_out_of_range",
                label=msg(self.label),
                minimum=self.minimum,
                maximum=self.maximum,
                value=value,
            )
        if self.integer and value != int(value):
            raise KernelError("parameter_not_whole", label=msg(self.label), value=value)
        return float(value)


class Kernel(NamedTuple):
    """One row of the table. Texts are English sources, translated when shown.

    Attributes:
        id: kebab-case, unique; what the command line and saved scenes say.
        name: a few words.
        family: the heading it stands under.
        source: the publication or definition its weights come from.
        does: what it does to a picture, in one plain sentence.
        values: the weights for cross-correlation (what OpenCV's filter2D computes), or a function that
            makes them from the parameters.
        parameters: those of the function, in the order of their sliders.
    """

    id: str
    name: str
    family: str
    source: str
    does: str
    values: Rows | Maker
    parameters: tuple[Parameter, ...] = ()

    def rows(self, /, **chosen: float) -> Rows:
        """The weights, with the default of each parameter that is not chosen.

        Raises: KernelError for a parameter it does not have or a value outside its range.
        """
        known = {parameter.name for parameter in self.parameters}
        for name in chosen:
            if name not in known:
                raise KernelError("unknown_parameter", kernel=msg(self.name), name=name)
        if not callable(self.values):
            return self.values
        return self.values(**{p.name: p.checked(chosen.get(p.name, p.default)) for p in self.parameters})


def matches(kernel: Kernel, query: str) -> bool:
    """Whether every word of the query occurs in what the kernel says of itself, in English or as shown.

    Upper and lower case are one, commas are blanks, and x stands for ×: "gauss, 5x5".
    """
    texts = (kernel.name, kernel.family, kernel.does)
    said = _plain(" ".join((kernel.id, *texts, *map(tr, texts))))
    return all(word in said for word in _plain(query).replace(",", " ").split())


def _plain(text: str) -> str:
    return text.casefold().replace("×", "x")
