"""A result, computed and written: as it is shown, or as true values."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from convviz.core.cv import cv2
from convviz.core.errors import ImageError, SpecError
from convviz.core.lens import FAINT, clamped, render, scale, statistics
from convviz.core.operation import Array, Operation
from convviz.core.saving import SAVING_SHOWN, SAVING_VALUES, save_shown, save_values
from convviz.i18n import listed, msg, tr


def holds_values(output: Path, values: bool) -> bool:
    """Whether true values are to be written; refuses a name of no known ending before anything is done."""
    ending = output.suffix.lower()
    values = values or ending == ".npy"
    endings = SAVING_VALUES if values else (*SAVING_SHOWN, ".npy")
    if ending not in endings:
        raise ImageError("save_ending", name=output.name, endings=listed(endings))
    return values


def computed(operation: Operation, spec: Any, operands: tuple[Array, ...]) -> Array:
    """The whole output, float32 (C, H, W).

    Raises: SpecError("out_of_memory").
    """
    try:
        return operation.fast(spec, *operands)
    except (MemoryError, cv2.error) as error:
        raise SpecError("out_of_memory") from error


def write_values(name: str, y: Array) -> str:
    """Writes true values, (H, W) where there is one channel; returns what was written, in a line."""
    y = y if len(y) > 1 else y[0]
    save_values(Path(name), y)
    return tr(
        msg(
            "{name}: {size} float32 values from {least} to {most}",
            name=name, size=size(y), least=_told(y.min()), most=_told(y.max()),
        )
    )  # fmt: skip


def write_shown(name: str, y: Array, lens: str | None, white: float) -> str:
    """Writes (C, H, W) of one channel or three as a picture; returns what was written, and how it shows it.

    Without a lens it is the signed one, or clamp where no value is negative.
    """
    found = statistics(y)
    lens = lens or ("signed" if found.minimum < -FAINT * white else "clamp")
    by = scale(lens, found, white)
    save_shown(Path(name), render(y, lens, by))
    said = msg(
        "{name}: {size}, values from {least} to {most}, shown {lens} from {low} to {high}",
        name=name, size=size(y if len(y) > 1 else y[0]), lens=msg(lens),
        least=_told(found.minimum), most=_told(found.maximum), low=_told(by.low), high=_told(by.high),
    )  # fmt: skip
    beyond = sum(clamped(y, lens, by))
    return tr(msg("{said}, cells beyond: {n}", said=said, n=beyond) if beyond else said)


def _told(value: float) -> str:
    """Six digits, with a true minus sign."""
    return f"{value:g}".replace("-", "−")


def size(y: Array) -> str:
    """(3, 20, 30) as "3 × 20 × 30"."""
    return " × ".join(map(str, y.shape))
