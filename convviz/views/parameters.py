"""The panel of parameters: it shows what the scene says, and asks to have it otherwise."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QVBoxLayout, QWidget

from convviz.i18n import Message, tr
from convviz.labs import LABS, lab_of
from convviz.labs.story import Story, redrawn
from convviz.views.control_section import ControlSection
from convviz.views.in_sight import bring_into_sight
from convviz.views.kernel_section import KernelSection, ToolSection
from convviz.views.layer_section import LayerSection
from convviz.views.output_section import OutputSection
from convviz.views.rows import LABEL_WIDTH, Row
from convviz.views.rows_area import RowsArea
from convviz.views.sections import SPACING, Refuse, Section
from convviz.views.style import px

LEAST_HEIGHT = 304
"""Pixels: less than its rows take in most labs. Where what stands below it takes much, it scrolls."""


class Parameters(QFrame):
    """Everything that can be set about a convolution, in a card that scrolls when it is low.

    A gesture is an object that stays the same while one slider is dragged, one arrow key held or the wheel
    turned; it is None for a change that stands alone.
    """

    layer_requested = Signal(object, object)
    """({choice: value} of ConvLayer, gesture)."""
    scene_requested = Signal(object, object)
    """({choice: value} of Scene, gesture)."""
    kernel_size_requested = Signal(int, int)
    """(rows, columns)"""
    kernel_parameter_requested = Signal(str, float, object)
    """(name, value, gesture) of a slider of the kernel shown."""
    kernel_tool_requested = Signal(str)
    """One of kernel_section.TOOLS."""
    brush_changed = Signal(float)
    gesture_ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAccessibleName(tr("Parameters"))
        self._lay_out()
        within = self.content
        self._own = {lab: ControlSection(lab.controls, within) for lab in LABS}
        self.kernel, self.layer = KernelSection(within), LayerSection(within)
        self.output, self.tools = OutputSection(within), ToolSection(within)
        groups = {"kernel": self.kernel, "layer": self.layer, "output": self.output, "tools": self.tools}
        self._groups: dict[str, Section] = groups
        self._sections: tuple[Section, ...] = (*self._own.values(), *groups.values())
        self._shown: object = None
        self._story: Story | None = None
        self._refuse: Refuse | None = None
        for section in self._sections:
            self._rows.addWidget(section)
        self._rows.addStretch(1)
        for section in self._sections:
            section.asking.connect(self._remember)
            section.layer_requested.connect(self.layer_requested)
            section.scene_requested.connect(self.scene_requested)
            section.gesture_ended.connect(self.gesture_ended)
        self.kernel.kernel_size_requested.connect(self.kernel_size_requested)
        self.kernel.kernel_parameter_requested.connect(self.kernel_parameter_requested)
        self.tools.tool_requested.connect(self.kernel_tool_requested)
        self.tools.brush_changed.connect(self.brush_changed)

    def _lay_out(self) -> None:
        """Each widget gets its place before anything is in it: with all in it, every move restyles it all."""
        title = QLabel(tr("Parameters"), self)
        title.setProperty("role", "title")
        title.setContentsMargins(14, 0, 14, 0)
        self.area = RowsArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows the focus of what is in it
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.content = QWidget()
        self.area.setWidget(self.content)
        # Sections hear of rows that come and go one after the other, some when the panel has been laid out.
        self.area.content_changed.connect(self.updateGeometry)
        for transparent in (self.area.viewport(), self.content):
            transparent.setAutoFillBackground(False)
        self._rows = QVBoxLayout(self.content)
        self._rows.setContentsMargins(14, 0, 12, 10)
        self._rows.setSpacing(SPACING)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 10, 0, 1)
        around.setSpacing(4)
        around.addWidget(title)
        around.addWidget(self.area)

    def sizeHint(self) -> QSize:
        """High enough for all rows; a scroll area by itself asks for less."""
        hint, content = super().sizeHint(), self.content.sizeHint()
        return QSize(hint.width(), hint.height() - self.area.sizeHint().height() + content.height())

    def minimumSizeHint(self) -> QSize:
        """High enough for nearly all rows of a layer: a low window has other things beside them."""
        hint = self.sizeHint()
        return QSize(super().minimumSizeHint().width(), min(hint.height(), px(LEAST_HEIGHT)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What has the focus stays in sight when there is less room."""
        super().resizeEvent(event)
        focus = QApplication.focusWidget()
        if focus is not None and self.content.isAncestorOf(focus):
            bring_into_sight(focus)

    def show_story(self, story: Story) -> None:
        """Shows a story's scene; cheap when nothing that is shown here has changed."""
        scene = story.scene
        shown = (scene.layer, scene.channel, scene.show, scene.output, scene.region, story.x.shape)
        before, self._story = self._story, story
        if shown == self._shown:
            self._tell(section for section in self._sections if section.story is not None)
            return
        self._shown = shown
        self._refuse = None
        lab = lab_of(scene)
        shown_here = (self._own[lab], *(self._groups[name] for name in lab.panel))
        if before is not None and redrawn(before, story):
            self._tell(shown_here)
            for section in shown_here:
                if section.weights or section.complains:
                    section.show_story(story)
            return
        for section in self._sections:
            section.setVisible(section in shown_here)
            section.story = None
        for section in shown_here:
            section.show_story(story)
        _align([row for section in shown_here for row in section.findChildren(Row) if not row.isHidden()])
        self.updateGeometry()

    def _tell(self, sections: Iterable[Section]) -> None:
        """What they ask to be otherwise, even where they look the same."""
        for section in sections:
            section.story = self._story

    def show_colour(self, colour: bool) -> None:
        """Whether the picture has channels to choose from."""
        self.output.show_colour(colour)

    def show_brush(self, value: float) -> None:
        """Shows the weight that painting on the kernel sets."""
        self.tools.show_brush(value)

    def show_refusal(self, message: Message) -> bool:
        """Says why what was last asked for here is refused, beside the field it was asked in.

        Returns: False when nothing was asked for here since the last story; then nothing is shown.
        """
        if self._refuse is None:
            return False
        self._refuse(message)
        return True

    def _remember(self, refuse: Refuse) -> None:
        self._refuse = refuse


def _align(rows: list[Row]) -> None:
    """Has what is set in the rows begin at one line, beside the longest of their labels."""
    widest = max((row.label.sizeHint().width() for row in rows), default=0)
    for row in rows:
        row.label.setMinimumWidth(max(widest, px(LABEL_WIDTH)))
