"""The line above the whole image: how it was computed, whether that is right, what is cropped."""

from __future__ import annotations

from math import isinf

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from convviz.core.agreement import Agreement
from convviz.i18n import Message, msg, tr
from convviz.labs import lab_of
from convviz.labs.lab import ShowsMore
from convviz.labs.story import Story
from convviz.views.crop_frame import HOW
from convviz.views.histogram import number
from convviz.views.labels import Elided, set_role
from convviz.views.style import px
from convviz.views.tips import explain

BADGE = 200
"""Pixels that the badge keeps when there is little room: enough for all but the place."""


class WholeImageHead(QWidget):
    """Title, facts, the agreement's badge, and the tools of the crop."""

    uncrop_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.facts, self.badge = QLabel(), Elided(), QLabel()
        self.crop, self.whole = QToolButton(), QToolButton()
        self._shown: tuple[Story | None, float | None] = (None, None)
        self._agreement: Agreement | None = None
        self._frame: Message | None = None
        set_role(self.title, "title")
        set_role(self.facts, "muted")
        self.crop.setCheckable(True)
        self.badge.setMinimumWidth(px(BADGE))
        self.whole.clicked.connect(self.uncrop_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.title)
        row.addWidget(self.facts, 1)
        for widget in (self.badge, self.whole, self.crop):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self.retranslate()

    def show_story(self, story: Story, seconds: float | None) -> None:
        """Tells the size, and the way and the time it was computed in when that is known."""
        self._shown = (story, seconds)
        self._tell()
        cropped = story.scene.crop is not None
        self.title.setText(tr("Input and output") if cropped else tr("Whole image"))
        self.whole.setVisible(cropped)

    def show_frame(self, sentence: Message | None) -> None:
        """Tells instead where the frame of the crop is, and which keys it knows; None while there is none."""
        self._frame = sentence
        self._tell()

    def _tell(self) -> None:
        story, seconds = self._shown
        self.badge.setVisible(self._frame is None)
        if self._frame is not None:
            self.facts.show_text(f"{tr(self._frame)} · {tr(HOW)}", tr(HOW))
        else:
            self.facts.show_text(*(map(tr, facts(story, seconds)) if story else ("",)))

    def show_agreement(self, agreement: Agreement | None) -> None:
        """Tells whether both ways lead to the same numbers; None while that is not known."""
        self._agreement = agreement
        story, _ = self._shown
        by_opencv = story is None or agreement is None or strategy_of(story).startswith("OpenCV")
        text, role = verdict(agreement, "OpenCV" if by_opencv else "fast path")
        self.badge.setText(tr(text))
        set_role(self.badge, role)
        n = f"{agreement.count:,}" if agreement else "0"
        compared = tr(msg("{n} windows, computed both ways and compared", n=n))
        self.badge.setToolTip(f"{tr(text)}\n{compared}")

    def retranslate(self) -> None:
        """Puts every text in the language of the moment."""
        self.title.setText(tr("Whole image"))
        self.crop.setText(tr("Crop"))
        self.crop.setToolTip(
            tr("Drag a rectangle on the input: it becomes the whole input (Shift+drag does so at any time)")
            + "\n"
            + tr(HOW)
        )
        self.whole.setText(tr("Remove crop"))
        explain(self.whole, "The whole picture is the input again", "uncrop")
        for button in (self.crop, self.whole):
            button.setAccessibleName(button.text())
        self.show_agreement(self._agreement)
        story, seconds = self._shown
        if story is not None:
            self.show_story(story, seconds)
        else:
            self.whole.hide()


def facts(story: Story, seconds: float | None) -> tuple[Message, ...]:
    """What the output is of, where the stage shows more; then how, of what and how fast it was computed.

    Then the same in fewer words, for where there is less room.
    """
    lab, plain = lab_of(story.scene), computed(story, seconds)
    of = lab.pictured(story) if isinstance(lab, ShowsMore) else None
    if of is None:
        return plain
    both = (msg("{of} · {computed}", of=of, computed=text) for text in plain if text.source)
    return (*both, of, msg(""))


def computed(story: Story, seconds: float | None) -> tuple[Message, ...]:
    """The strategy of the fast path, the picture's (slices ×) rows × columns, and the time it took.

    Then the same in fewer words: without the size, without the strategy; and none, for a time alone says
    nothing of what took it.
    """
    slices, height, width = story.x.shape
    size = f"{height} × {width}" if story.through is None else f"{slices} × {height} × {width}"
    if seconds is None:
        return (msg("{size}", size=size),)
    strategy, time = msg(strategy_of(story)), duration(seconds)
    return (
        msg("{strategy} · {size} · {time}", strategy=strategy, size=size, time=time),
        msg("{strategy} · {time}", strategy=strategy, time=time),
        msg("computed in {time}", time=time),
        msg(""),
    )


def strategy_of(story: Story) -> str:
    """What the fast path does, by name."""
    return story.operation.strategy(story.spec, *story.operands)


def duration(seconds: float) -> str:
    """A time as it is read: 9.1 ms, 118 ms, 1.24 s."""
    return f"{seconds:.3g} s" if seconds >= 1 else f"{number(seconds * 1000)} ms"


def verdict(agreement: Agreement | None, other: str = "OpenCV") -> tuple[Message | str, str]:
    """What the badge says of the steps' numbers and those of the other way, and its role."""
    if agreement is None:
        return "comparing…", "waiting"
    worst = "∞" if isinf(agreement.worst) else f"{agreement.worst:.2g}".replace("-", "−")
    if agreement.agrees:
        text = "✓ numpy = fast path, max |Δ| = {worst}"  # whole: Chinese has its own comma in it
        if other != "fast path":
            text = "✓ numpy = {other}, max |Δ| = {worst}"
        return msg(text, other=msg(other), worst=worst), "good"
    _, row, col = agreement.cell or (0, 0, 0)
    text = "✗ numpy ≠ {other}, max |Δ| = {worst} at row {row}, column {col}"
    return msg(text, other=msg(other), worst=worst, row=row, col=col), "bad"
