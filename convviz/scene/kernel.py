"""A kernel that was chosen: one of the program's table, or one drawn by hand."""

from __future__ import annotations

import msgspec

from convviz.scene.checks import check_finite, check_rows

Rows = tuple[tuple[float, ...], ...]


class Preset(msgspec.Struct, frozen=True, tag="preset"):
    """A kernel of the table, its sliders where they stand."""

    id: str
    parameters: tuple[tuple[str, float], ...] = ()

    def __post_init__(self) -> None:
        for name, value in self.parameters:
            check_finite(name, value)


class Drawn(msgspec.Struct, frozen=True, tag="drawn"):
    """A kernel of the user's own."""

    rows: Rows
    name: str = ""

    def __post_init__(self) -> None:
        check_rows(self.rows)


Kernel = Preset | Drawn

ONES = Drawn(((1.0, 1.0, 1.0),) * 3, "Ones 3×3")
