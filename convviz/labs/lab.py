"""What every lab offers: how a scene becomes a computation, when its phases happen, what is drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal, Protocol, runtime_checkable

from numpy.typing import NDArray

from convviz.core.trace import Step
from convviz.core.viewing import Rect
from convviz.figure.figure import Figure, Size, Spot
from convviz.figure.lettering import SMALLEST
from convviz.i18n import Message
from convviz.labs.controls import Control
from convviz.motion.timeline import Moment, Phase
from convviz.scene.scene import Scene

if TYPE_CHECKING:
    from convviz.labs.story import Story

Array = NDArray[Any]


@dataclass(frozen=True)
class Hidden:
    """What is not to be seen while a question is open, and what was right once it is answered.

    Attributes:
        cells: output cells, (row, column). size: the output, so that nobody can count its cells.
        unread: which input cells are never read. facts: what is said beside the stage. said: the sentence
            about the step. terms: what is added up, and what padding copies: the answer is one of these.
        stage: what of the stage, where it says itself what is asked: what stands below the grids,
            all but the input, or everything.
        field: how far a window reaches in the whole picture. counts: how often pixels are read.
        marked: whether hidden cells have question marks, or are left blank to be filled in.
        right: output cells that are framed.
        until: when it is to be seen: once an answer was given, later in a film, or at the end of a handout.
    """

    cells: frozenset[tuple[int, int]] = frozenset()
    size: bool = False
    unread: bool = False
    facts: bool = False
    said: bool = False
    terms: bool = False
    stage: Literal["", "below", "but input", "all"] = ""
    field: bool = False
    counts: bool = False
    marked: bool = True
    right: frozenset[tuple[int, int]] = frozenset()
    until: Literal["given", "later", "end"] = "given"

    def __bool__(self) -> bool:
        return replace(self, until="given") != NOTHING

    @property
    def keeps(self) -> bool:
        """Whether something is kept back; no longer once it is answered."""
        return bool(replace(self, right=frozenset()))

    @property
    def pictures(self) -> bool:
        """Whether a picture of the output would tell what is kept back."""
        return bool(self.cells) or self.size or self.said or self.stage == "but input"

    @property
    def frame(self) -> bool:
        """Whether a frame around what of the input is on the stage would tell what is kept back."""
        return self.size or self.unread or self.field

    @property
    def reads(self) -> bool:
        """Whether a frame around the input cells that an output cell reads would tell it."""
        return self.field or self.terms

    @property
    def places(self) -> bool:
        """Whether to say which of how many steps it is would tell what is kept back."""
        return self.size or self.stage in ("but input", "all")


NOTHING = Hidden()


@dataclass(frozen=True)
class Look:
    """How the stage is looked at: the room it has, the cell that is pointed at, how large its text is.

    Attributes:
        zoom: how large cells may grow, as a part of their usual size. least: the size that no text is below.
    """

    size: Size
    spot: Spot | None = None
    zoom: float = 1.0
    least: float = SMALLEST
    hidden: Hidden = NOTHING


class Lab(Protocol):
    """One row of LABS."""

    layer_type: type
    operation: str
    title: str
    default: Any
    """The layer it begins with."""
    show: str
    """The lens it begins with, one of core.lens.LENSES."""
    panel: tuple[str, ...]
    """Groups of rows that the parameters have for it: "kernel", "layer", "output", "tools"."""
    controls: tuple[Control, ...]
    """Rows of its own, above those."""

    def __hash__(self) -> int:
        """Labs are keys of caches."""

    def operands(self, layer: Any, x: Array) -> tuple[Any, tuple[Array, ...]]:
        """The spec and the operands of a layer on an input (C, H, W)."""

    def phases(self, scene: Scene) -> tuple[Phase, ...]:
        """What happens within a step, in order."""

    def draw(self, story: Story, moment: Moment, look: Look) -> Figure:
        """The stage at a moment."""

    def explain(self, story: Story, moment: Moment) -> Message:
        """What is to be seen at a moment, and what the choices have to do with it: two to five sentences."""

    def size_formula(self, story: Story) -> tuple[Message, ...]:
        """How the output's size is worked out: the formula, then with this scene's numbers."""

    def program(self, story: Story, language: str) -> str:
        """The program, in one of core.listing.LANGUAGES, that gives the story's numbers."""

    def kernel_cell(self, story: Story, spot: Spot) -> tuple[int, int, int, int]:
        """The weight (filter, kernel, row, column) of the layer that a cell of the kernel grid shows."""


@runtime_checkable
class Opens(Protocol):
    """A lab that chooses what is on the stage when it begins."""

    def opening(self, scene: Scene) -> Scene:
        """The scene it begins with, at a place of the picture that a person looked at."""


@runtime_checkable
class TellsCost(Protocol):
    """A lab whose stage says itself what its layer costs or sees.

    Attributes:
        tells: what of the stage must be hidden while that is asked, as Hidden.stage.
    """

    tells: Literal["below", "but input", "all"]


@runtime_checkable
class SinglesOut(Protocol):
    """A lab whose stage may single out what makes up an output cell before the cell is computed."""

    def singles_out(self, story: Story) -> bool:
        """Whether it does: then an open question about the cell shows its step as it begins."""


@runtime_checkable
class Reckons(Protocol):
    """A lab whose output cells are not made in one step from the numbers on its stage."""

    def reckoned(self, story: Story, step: Step, of: Callable[[Step, Any], float]) -> float:
        """A cell's value, when of(step, spec) is what a person makes of each step that leads to it."""


@runtime_checkable
class Outlines(Protocol):
    """A lab whose stage outlines other input cells for an output cell than the story's window."""

    def outlined(self, story: Story, row: int, col: int) -> Rect | None:
        """What is outlined for an output cell, in the input's plane; None where nothing is."""


@runtime_checkable
class ShowsMore(Protocol):
    """A lab whose stage shows more than the layer that the pictures of the whole are of."""

    def pictured(self, story: Story) -> Message | None:
        """What these pictures are of; None where the stage is of no more."""


@runtime_checkable
class ShowsField(Protocol):
    """A lab whose window takes in several: its stage outlines all of it dashed, as the output cell's field.

    Attributes:
        field: the role of its colour.
    """

    field: str


@runtime_checkable
class SeesFurther(Protocol):
    """A lab whose output cell sees other cells than those of the story's window."""

    def rows_seen(self, story: Story) -> int:
        """Rows of the input from the first to the last that an output cell on its stage sees."""
