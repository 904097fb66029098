"""The whole picture and the whole result, side by side, and where the window on the stage lies in them.

What is drawn follows the screen: for what is seen, at the screen's resolution, off the UI thread unless it
took but a moment the last time. While a kernel is being drawn the visible cells alone are computed; the whole
result replaces them when it is there.
A large picture is shown by a sample of its cells, and by their averages a moment after the hand rests.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from convviz.core import lens
from convviz.core.images import Glimpse
from convviz.core.lens import Statistics
from convviz.core.viewing import (
    Display,
    Placement,
    Rect,
    Size,
    View,
    affordable,
    covered,
    glimpse_view,
    input_view,
    placement,
    result_view,
    sample_view,
    serves,
)
from convviz.i18n import tr
from convviz.labs.story import Story, redrawn
from convviz.labs.whole_pictures import outline, padded_part, pictured_part, planes, staged
from convviz.paint.theme import Theme, load
from convviz.scene.reading import input_part
from convviz.scene.scene import Scene
from convviz.state.jobs import Jobs
from convviz.state.session import Result, same_computation
from convviz.views.after import After
from convviz.views.beside_pictures import BesidePictures
from convviz.views.colours import AVERAGES, scale_of
from convviz.views.crop_tool import CropTool
from convviz.views.picture import prepared
from convviz.views.pictured import look, same_plane
from convviz.views.whole_image_head import WholeImageHead
from convviz.views.whole_image_layout import WholeImageLayout

if TYPE_CHECKING:
    from convviz.views.pane import Pane

SMALL = 32
"""Taps, of all filters, up to which a view may be made at once: however full, it takes some 15 ms."""
REST_MS = 60
"""After so long without a move, averages replace the sample: they take the whole machine for a moment."""


class WholeImage(QFrame):
    """Input and result with linked pan and zoom. Click a pixel to go there, drag a rectangle to crop."""

    go_requested = Signal(int, int)
    """(row, col) of an output cell."""
    crop_requested = Signal(int, int, int, int)
    """(top, left, height, width) in the picture."""
    uncrop_requested = Signal()
    answered = Signal()
    """The view of the result that was awaited is shown, or a later one, or it cannot be."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # pyqtgraph takes long to import: it is left until this is built.
        from convviz.views.pane import Panes

        self.setProperty("role", "card")
        self._jobs = jobs
        self._story: Story | None = None
        self._result: Result | None = None
        self._behind: tuple[Story, Result | None] | None = None
        self._asked = self._awaited = 0
        self._telling = False
        self._shown: dict[Pane, int] = {}
        self._newest: dict[Pane, int] = {}
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._refine)
        self._place = Placement(0, 0, (1, 1), (1, 1))
        self._marked: tuple[object, ...] | None = None
        self.head, self.panes, self.side = WholeImageHead(), Panes(), BesidePictures()
        self._layout = WholeImageLayout(self, self.head, self.panes, self.side)
        self._after = After(self, self.panes.viewport)
        self.head.uncrop_requested.connect(self.uncrop_requested)
        self.panes.clicked.connect(self._go)
        self._tool = CropTool(self.head, self.panes)
        self._tool.chosen.connect(self._crop)
        self.panes.looked_elsewhere.connect(self._look_elsewhere)
        self.set_theme(load("light"))
        self.retranslate()

    # --- what is shown

    def show_story(self, story: Story) -> None:
        """Shows what a scene is about; the whole result follows when it has been computed."""
        before, self._story, self._behind = self._story, story, None
        in_place = before is not None and redrawn(before, story)
        if not in_place:
            self._place, self._marked = placement(story.along, story.shape[1:]), None
        same = before is not None and same_computation(before, story)
        if not same:
            self._result = None
            self.side.show_lost(story.scene.show)
        self.head.show_story(story, self._result.seconds if self._result else None)
        self.side.show_story(story)
        another = before is None or not same_plane(before, story)
        moved = not in_place and self._place_planes(story, another)
        missing = self._missing() if moved else (False, False)
        if before is None or another or before.pictured != story.pictured or missing[0]:
            self._ask_input()
        if before is None or another or not same or look(before) != look(story):
            self._ask_result()
            self._count()
        elif missing[1]:
            self._ask_result()

    def _place_planes(self, story: Story, another: bool) -> bool:
        """Puts the pictures' planes where a story has them. Returns: whether something else is seen then.

        What is seen meanwhile, before everything has its place, is not asked for.
        """
        before, self._telling = self.panes.wanted, True
        try:
            if another:
                self._tool.lay_down()
                self.panes.set_extent(*story.x.shape[1:])
            whole = pictured_part(story)  # with what of the output and of windows lies beyond the input
            if another or whole != self.panes.whole:
                self.panes.set_whole(whole)
                self._layout.arrange()
                self._layout.settle()
            self.panes.input.set_padding(padded_part(story))
            self.panes.result.set_edge(self._place.all)
        finally:
            self._telling = False
        return self.panes.wanted != before

    def show_glimpse(self, scene: Scene, glimpse: Glimpse) -> None:
        """Shows a photo that is being read, by a smaller one; its story follows, or `drop_glimpse`."""
        height, width = glimpse.height, glimpse.width
        if scene.layer.one_row or scene.layer.reads_slices or input_part(scene, height, width) is not None:
            return  # what will be seen is not the picture, or not all of it
        if self._story is not None:
            self._behind = (self._story, self._result)
        self._story = self._result = None
        self._tool.lay_down()
        self.panes.set_extent(height, width)
        self.panes.input.set_marks(())
        planes, white = glimpse.image.plane(scene.channel), glimpse.image.white
        self.panes.input.show_view(glimpse_view(planes, self.panes.input.extent, white))

    def retire(self) -> None:
        """Another one takes its place: it asks for nothing more, and shows nothing."""
        self._story = self._behind = None
        self._rest.stop()

    def show_loading(self, loading: bool) -> None:
        """A picture is being read, or no longer: then its story is told in this turn, or there is none."""
        if not loading:
            QTimer.singleShot(0, self, self.drop_glimpse)

    def drop_glimpse(self) -> None:
        """The photo cannot be shown after all: what was shown before is shown again."""
        if self._story is None and self._behind is not None:
            story, result = self._behind
            self.show_story(story)
            if result is not None:
                self.show_result(result)

    def show_result(self, result: Result) -> None:
        """Shows the whole result, when it is that of the story; what a glimpse covers, when it has gone."""
        if self._behind is not None and same_computation(result.story, self._behind[0]):
            self._behind = (self._behind[0], result)
        if self._story is None or not same_computation(result.story, self._story):
            return
        self._result = result
        self.head.show_story(self._story, result.seconds)
        self._ask_result(quick=False)
        self._count()

    def show_step(self, row: int, col: int, framed: bool = True, windowed: bool = True) -> None:
        """Marks an output cell, its window if `windowed`, and what is on the stage if `framed`."""
        from convviz.views.frames import Mark

        asked = (row, col, framed, windowed)
        if self._story is None or asked == self._marked:
            return
        self._marked = asked
        parts = staged(self._story, row, col) if framed else (None, None)
        of_input, of_output = ([Mark(part, "muted", width=1.2, least=0)] if part else [] for part in parts)
        read = outline(self._story, row, col)
        if read is not None and windowed:
            of_input.append(Mark(*read))
        self.panes.input.set_marks(tuple(of_input))
        self.panes.result.set_marks((*of_output, Mark(self._place.cell(row, col), "output")))

    @property
    def awaits(self) -> bool:
        """Whether another view of the result is on its way, for a hand that waits for it."""
        return self._awaited > 0

    @property
    def seen(self) -> Rect | None:
        """The part of the pictures that is looked at; None for all of them."""
        return self.panes.chosen_part

    def show_seen(self, part: Rect | None) -> None:
        """Looks at a part of the pictures, or at all of them."""
        if part is None:
            self.panes.fit()
        else:
            self.panes.look_at(part)

    def set_theme(self, theme: Theme) -> None:
        """Colours of the pictures' surroundings, of the marks and of the histogram."""
        self.panes.set_theme(theme)
        self.side.set_theme(theme)

    def retranslate(self) -> None:
        """Puts every text in the language of the moment."""
        self.setAccessibleName(tr("Whole image"))
        self._layout.arrange()
        self._layout.retranslate()
        self.side.retranslate()
        self.panes.retranslate()
        self.head.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._layout.arrange()

    # --- what is asked for

    def _look_elsewhere(self) -> None:
        """Asks for what is not there yet; a view that was made reaches a little beyond what is seen."""
        if self._story is None or self._telling:
            return
        of_input, of_result = self._missing()
        if of_input:
            self._ask_input()
        if of_result:
            self._ask_result()
            self._after.wait()
        self._rest.start()

    def _missing(self) -> tuple[bool, bool]:
        """Whether something of what is seen is not there, of the input and of the result."""
        seen, size = self.panes.seen, self.panes.pixels
        return not self._serves(self.panes.input, seen, size), not self._serves(self.panes.result, seen, size)

    def _serves(self, pane: Pane, rect: Rect, size: Size) -> bool:
        """Whether what a pane shows is all that there is in a rectangle, at this resolution."""
        whole = pane.extent if pane is self.panes.input else self._place.all
        return serves(pane.view, rect, size, whole)

    def _refine(self) -> None:
        """Has averages made where a sample is shown, and of what lies around what is seen now."""
        if self._story is None:
            return
        if not self._serves(self.panes.input, *self.panes.wanted):
            self._ask_input(quick=False)
        if self._result is not None and not self._serves(self.panes.result, *self.panes.wanted):
            self._ask_result(quick=False)

    def _ask_input(self, quick: bool = True) -> None:
        story = self._story
        assert story is not None
        rect, size = self.panes.wanted

        def work() -> View | None:
            return input_view(story.x[story.pictured], rect, size, story.white, quick)

        self._ask("view:input", work, self.panes.input, story, quick)

    def _ask_result(self, quick: bool = True) -> None:
        story, result, place = self._story, self._result, self._place
        assert story is not None
        rect, size = self.panes.wanted
        shown = planes(story)
        coarse = affordable(size, rect.width / size[1], story.taps, shown.stop - shown.start)
        display = Display(place, story.scene.show, story.white, result.statistics if result else None)

        def sampled(rows: Any, cols: Any) -> Any:
            return story.sample(rows, cols, shown)

        def work() -> View | None:
            if result is None:
                return sample_view(sampled, display, rect, coarse)
            return result_view(result.y[shown], display, rect, size, quick)

        # Of larger kernels some take a hundred times as long as others; of several filters all are computed.
        short = quick and story.taps * story.shape[0] <= SMALL
        kind = (story.spec, story.x.shape, story.x.dtype, coarse, result is None) if short else None
        self._ask("view:result", work, self.panes.result, story, quick, kind)
        if quick:
            self._awaited = self._asked

    def _ask(
        self,
        key: str,
        work: Callable[[], View | None],
        pane: Pane,
        story: Story,
        quick: bool,
        kind: Hashable = None,
    ) -> None:
        """Has a view made, and shows it if it still lies in the plane that is looked at then.

        A sample does not wait for averages that are being made, so either may be ready first: what was
        asked for later than what is shown is shown.
        """
        self._asked += 1
        number = self._asked

        def made(view: View | None) -> None:
            same = self._story is not None and same_plane(self._story, story)
            if same and number > self._shown.get(pane, 0):
                self._shown[pane] = number
                pane.show_view(view)
                if pane is self.panes.result:
                    self._show_colours(story)
                if view is not None and view.sampled:
                    self._rest.start()
            if pane is self.panes.result and 0 < self._awaited <= number:
                self._awaited = 0
                self._after.end()
                self.panes.paint_now()
                self.answered.emit()

        def wanted() -> bool:
            return quick or number == self._newest.get(pane)

        self._newest[pane] = number
        key = key if quick else f"{key}:averages"
        self._jobs.start(key, lambda: prepared(work()), made, lambda _: made(None), wanted=wanted, kind=kind)

    def _show_colours(self, story: Story) -> None:
        """Tells how the picture of the result is coloured, which is by averages where it is shrunken."""
        view, result, show = self.panes.result.view, self._result, story.scene.show
        by, averages = view.scale if view else None, False
        if result is not None and view is not None and not (view.exact or view.sampled):
            averages = by != lens.scale(show, result.statistics, story.white)
        self.side.show_scale(show, by, AVERAGES if averages else scale_of(story))

    def _count(self) -> None:
        """Counts the output that is seen: how often each value occurs, how many the lens cannot show."""
        story, result = self._story, self._result
        if story is None or result is None:
            return
        y, show = result.y[planes(story)], story.scene.show
        if len(y) == len(result.y):
            self.side.show_statistics(result.statistics)
        by = lens.scale(show, result.statistics, story.white)

        def count() -> tuple[Statistics, int]:
            known = result.statistics if len(y) == len(result.y) else lens.statistics(y)
            return known, sum(lens.clamped(y, show, by))

        def counted(found: tuple[Statistics, int]) -> None:
            if self._result is result and self._story is not None and look(self._story) == look(story):
                self.side.show_statistics(found[0])
                self.side.show_lost(show, by, found[1])

        self._jobs.start("view:count", count, counted, wanted=lambda: self._result is result)

    # --- what a person asks for

    def _go(self, y: float, x: float) -> None:
        if self._story is not None:
            self.go_requested.emit(*self._place.at(y, x))

    def _crop(self, rect: Rect) -> None:
        """Asks for the pixels in a rectangle, by the input's rows and columns."""
        block = covered(rect, self._story.x.shape[1:]) if self._story else None
        if block is not None:
            self.crop_requested.emit(*block)
