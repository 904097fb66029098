"""The inspector: what is to be seen, what the kernel is, what the layer costs, and the same as a program."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from convviz.i18n import tr
from convviz.labs import lab_of
from convviz.labs.story import Story
from convviz.motion.timeline import Moment
from convviz.views.choices import Segments
from convviz.views.code_tab import CodeTab
from convviz.views.cost_tab import CostTab
from convviz.views.explain_tab import ExplainTab
from convviz.views.kernel_tab import KernelTab
from convviz.views.spoken import Role, say_as
from convviz.views.style import px

Tab = ExplainTab | KernelTab | CostTab | CodeTab
TABS = {
    "Explain": "What is to be seen at this step, and what the parameters have to do with it.",
    "Kernel": "What the kernel is: its sum, factors, symmetry and frequency response.",
    "Cost": "What the layer costs: parameters, multiplications, memory.",
    "Code": "Programs that compute the same numbers.",
}
EXPLAIN, KERNEL = 0, 1
"""Indices of tabs."""
LEAST, MOST = 160, 212
"""Pixels of height: at least, and for a long explanation, which nobody should scroll while it plays."""
BESIDE_TEXT = 6
"""Pixels between a tab and its scroll bar."""
REST_MS = 50
"""Stories that follow one another faster than this, while a kernel is drawn, are not all worked out."""
PASSING_MS = 200
"""Words of a step stay so long, while it plays: fewer could not be read, and to say others takes a third of a
frame's time."""


class Inspector(QFrame):
    """Four tabs. Only the one in view works, and a moment after the last change."""

    tab_shown = Signal(int)
    """The index of the tab that came to the front."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAccessibleName(tr("Inspector"))
        self.explain, self.kernel, self.cost, self.code = ExplainTab(), KernelTab(), CostTab(), CodeTab()
        self._tabs: tuple[Tab, ...] = (self.explain, self.kernel, self.cost, self.code)
        self._story: Story | None = None
        self._explained = 0.0
        self._moment: Moment | None = None
        self._told: dict[QWidget, tuple[Story, Moment | None]] = {}
        self._wished = EXPLAIN
        self.buttons = Segments("Inspector", list(enumerate(TABS)), list(TABS.values()))
        self.buttons.show_value(0)
        self.buttons.value_requested.connect(self.show_tab)
        self._stack = QStackedWidget()
        for tab, name in zip(self._tabs, TABS, strict=True):
            self._stack.addWidget(tab if tab is self.code else _scrolling(tab, name))
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 12, 10)
        column.setSpacing(8)
        column.addWidget(self.buttons)
        column.addWidget(self._stack, 1)
        self.setMinimumHeight(px(LEAST))
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._tell)

    def show_story(self, story: Story) -> None:
        """Will show a story within a twentieth of a second, or the next one if it comes before."""
        before, self._story = self._story, story
        if before is None or lab_of(before.scene) is not lab_of(story.scene):
            self.setMinimumHeight(px(LEAST))
        kernels = "kernel" in lab_of(story.scene).panel
        self.buttons.buttons[KERNEL].setVisible(kernels)
        self._bring(EXPLAIN if self._wished == KERNEL and not kernels else self._wished)
        self._tell_soon()

    def show_moment(self, moment: Moment) -> None:
        """Will explain a moment, as soon."""
        self._moment = moment
        if self.tab == EXPLAIN:
            self._tell_soon()

    def _tell_soon(self) -> None:
        rest, waiting = max(REST_MS, self._stays()), self._rest.isActive()
        if self.isVisible() and not (waiting and self._rest.remainingTime() <= rest):
            self._rest.start(rest)

    def _stays(self) -> int:
        """Milliseconds for which the words of a step stay before those of another one of the story."""
        story, told = self._told.get(self.explain, (None, None))
        if self._moment is None or told is None or self._moment.step == told.step or story is not self._story:
            return 0
        return PASSING_MS - int((monotonic() - self._explained) * 1e3)

    @property
    def tab(self) -> int:
        """The index of the tab in front."""
        return self._stack.currentIndex()

    def show_tab(self, index: int) -> None:
        """Brings a tab of TABS to the front; the kernel's only while there is one."""
        self._wished = index
        self._bring(index)

    def _bring(self, index: int) -> None:
        if self.tab == index == self.buttons.value:
            return
        self.buttons.show_value(index)
        self._stack.setCurrentIndex(index)
        self._tell()
        self.tab_shown.emit(index)

    def offer_tab(self, index: int) -> None:
        """Brings a tab to the front, if there is something to be seen in it."""
        if not self.buttons.buttons[index].isHidden():
            self.show_tab(index)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tell()

    def _tell(self) -> None:
        self._rest.stop()
        tab, story = self._tabs[self._stack.currentIndex()], self._story
        wanted = (story, self._moment if isinstance(tab, ExplainTab) else None)
        if story is None or self._told.get(tab) == wanted:
            return
        self._told[tab] = (story, wanted[1])
        if not isinstance(tab, ExplainTab):
            tab.show_story(story)
        elif self._moment is not None:
            tab.show_moment(story, self._moment)
            self._explained = monotonic()
            self._make_room()

    def _make_room(self) -> None:
        """As high as the explanation needs, and for shorter ones of the same operation still so."""
        area = self._stack.widget(EXPLAIN)
        if not (isinstance(area, QScrollArea) and area.isVisible()):
            return
        room = area.maximumViewportSize()
        needed = self.height() - room.height() + self.explain.height_for(room.width() - BESIDE_TEXT)
        self.setMinimumHeight(max(self.minimumHeight(), min(needed, px(MOST))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.explain in self._told:
            self._make_room()


def _scrolling(tab: QWidget, name: str) -> QScrollArea:
    area = QScrollArea()
    area.setProperty("role", "ringed")
    say_as(area, Role.Pane, tr(name))
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    tab.setContentsMargins(0, 0, BESIDE_TEXT, 0)
    area.setWidget(tab)
    return area
