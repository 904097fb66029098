"""The kernels, each shown at work on the user's own picture."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from convviz.core.border import Border
from convviz.core.thumbnails import fits, thumbnails
from convviz.core.viewing import Array
from convviz.i18n import tr
from convviz.labs.story import Story
from convviz.paint.theme import Theme
from convviz.scene.layer import Kernelled
from convviz.scene.scene import Preset
from convviz.state.jobs import Jobs
from convviz.state.patience import patiently
from convviz.views.gallery_model import GalleryModel, Key, Own, every_kernel, gallery_rows
from convviz.views.gallery_tile import TileDelegate, to_image
from convviz.views.labels import Elided, set_role
from convviz.views.style import px
from convviz.views.tips import explain

WIDTH = 196


def _border(story: Story) -> Border:
    """What a layer has outside its input; zeros that keep the size for a layer without such a choice.

    Of a stack's padding, that of its rows and columns: a tile shows a kernel at work on one slice.
    """
    layer = story.scene.layer
    padding: Any = getattr(layer, "padding", "same")
    mode: str = getattr(layer, "padding_mode", "zeros")
    value: float = getattr(layer, "padding_value", 0.0) if mode == "constant" else 0.0
    if padding == "valid":
        return Border(mode, value, (0, 0, 0, 0))
    per_side = isinstance(padding, tuple) and len(padding) >= 4
    return Border(mode, value, padding[-4:] if per_side else None)


def _turned(story: Story) -> bool:
    """Whether a layer turns its kernels by 180°, as a convolution's definition has it."""
    return bool(getattr(story.scene.layer, "flip", False))


def _seen(story: Story) -> tuple[object, ...]:
    """What thumbnails depend on."""
    border = _border(story) if fits(story.x) else None
    return id(story.source), story.scene.crop, border, _turned(story)


class Gallery(QFrame):
    """A list of tiles with a search field. Clicking one, or moving to it by keyboard, asks for its kernel."""

    kernel_requested = Signal(str)
    """The id of a kernel of the table."""
    own_kernel_requested = Signal(str)
    """The name of a kernel of the user's own, as all signals below."""
    rename_requested = Signal(str)
    delete_requested = Signal(str)
    export_requested = Signal(str)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._jobs = jobs
        self._story: Story | None = None
        self._own: tuple[Own, ...] = ()
        self._selected: Key | None = None
        self.model = GalleryModel(self)
        self.title, self.note, self.search = QLabel(), Elided(), QLineEdit()
        self.list, self.nothing = _TileList(), QLabel()
        self._delegate = TileDelegate(self.model, self)
        self._build()
        self.search.textChanged.connect(self._fill)
        self.search.returnPressed.connect(self._choose_first)
        self.list.chosen.connect(self._choose)
        self.list.menu_requested.connect(self._open_menu)
        self.retranslate()

    def show_story(self, story: Story) -> None:
        """Shows every kernel on a story's input, and which one the story is about."""
        before, self._story = self._story, story
        if before is None or _seen(before) != _seen(story):
            self._ask()
        self._select(self._key_of(story))

    def set_own(self, own: Sequence[Own]) -> None:
        """Shows the user's own kernels, (name, rows) each, above all others."""
        self._own = tuple(own)
        self._fill()
        if self._story is not None:
            self._ask()
            self._select(self._key_of(self._story))

    def set_theme(self, theme: Theme) -> None:
        """Colours of the tiles."""
        self._delegate.theme = theme
        self.list.viewport().update()

    def focus_search(self) -> None:
        """Lets the keyboard type into the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def retranslate(self) -> None:
        """Puts every text in the language of the moment."""
        self.title.setText(tr("Kernels"))
        self.note.setText(tr("on your image"))
        self.search.setPlaceholderText(tr("Search… edge, blur"))
        explain(self.search, "Search the kernels by name, family or what they do", "search")
        self.search.setAccessibleName(tr("Search the kernels"))
        self.list.setAccessibleName(tr("Kernels"))
        self.list.setToolTip(tr("Click a kernel to use it."))
        self.nothing.setText(tr("No kernel is called so or does so."))
        self._fill()

    def _build(self) -> None:
        set_role(self.title, "title")
        for label in (self.note, self.nothing):
            set_role(label, "muted")
        self.note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.nothing.setWordWrap(True)
        self.search.setClearButtonEnabled(True)
        self.list.setModel(self.model)
        self.list.setItemDelegate(self._delegate)
        head = QHBoxLayout()
        head.addWidget(self.title)
        head.addWidget(self.note, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 4, 8)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.search)
        column.addWidget(self.nothing)
        column.addWidget(self.list, 1)
        self.setFixedWidth(px(WIDTH))

    # --- what is shown

    def _fill(self) -> None:
        rows = gallery_rows(self._own, self.search.text())
        self.model.set_rows(rows)
        self.nothing.setVisible(not rows)
        self._select(self._selected)

    def _key_of(self, story: Story) -> Key | None:
        """The tile of the one kernel that the layer uses in every place; None where there is none."""
        layer = story.scene.layer
        filters = layer.filters if isinstance(layer, Kernelled) else ()
        kernels = {kernel for row in filters for kernel in row}
        if len(kernels) != 1:
            return None
        (kernel,) = kernels
        if isinstance(kernel, Preset):
            return ("preset", kernel.id)
        return ("own", kernel.name) if (kernel.name, kernel.rows) in self._own else None

    def _select(self, key: Key | None) -> None:
        self._selected = key
        index, selection = self.model.index_of(key), self.list.selectionModel()
        if index.isValid():
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.list.scrollTo(index)
        else:
            selection.clear()

    def _ask(self) -> None:
        story, kernels = self._story, every_kernel(self._own)
        assert story is not None
        x, white = story.x[story.pictured], story.source.white
        border, way = _border(story), -1 if _turned(story) else 1

        def work() -> list[Array]:
            slid = [tuple(row[::way] for row in rows[::way]) for _, rows in kernels]
            return thumbnails(x, white, patiently(slid), border)

        def made(pictures: list[Array]) -> None:
            named = zip(kernels, pictures, strict=True)
            self.model.set_pictures({key: to_image(picture) for (key, _), picture in named})

        self._jobs.start("thumbnails", work, made, lambda refusal: self.model.set_pictures({}))

    # --- what a person asks for

    def _choose(self, row: int) -> None:
        key = self.model.row_at(self.model.index(row)).key
        if key is None:
            return
        self._selected = key
        kind, name = key
        (self.kernel_requested if kind == "preset" else self.own_kernel_requested).emit(name)

    def _choose_first(self) -> None:
        """Enter in the search field takes the first kernel found."""
        for n in range(self.model.rowCount()):
            if self.model.row_at(self.model.index(n)).key is not None:
                self._choose(n)
                self._select(self._selected)
                return

    def _open_menu(self, row: int, place: QPoint) -> None:
        key = self.model.row_at(self.model.index(row)).key
        if key is not None and key[0] == "own":
            menu = self.menu_for(key[1])
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(place)

    def menu_for(self, name: str) -> QMenu:
        """What can be done with a kernel of the user's own."""
        menu = QMenu(self)
        for text, signal in (
            ("Rename…", self.rename_requested),
            ("Export…", self.export_requested),
            ("Delete", self.delete_requested),
        ):
            menu.addAction(tr(text)).triggered.connect(lambda _=False, s=signal: s.emit(name))
        return menu


class _TileList(QListView):
    """Tells which tile a person chose: by a click, by moving to it with the keyboard, or by Enter."""

    chosen = Signal(int)
    """The row."""
    menu_requested = Signal(int, QPoint)
    """The row, and where on the screen."""

    def __init__(self) -> None:
        super().__init__()
        self.setUniformItemSizes(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalScrollBar().setSingleStep(24)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        before = self.currentIndex()
        super().keyPressEvent(event)
        now = self.currentIndex()
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if now.isValid() and (enter or now != before):
            self.chosen.emit(now.row())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the tile under the pointer; asked for by the keyboard, of the selected one."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            box = self.visualRect(index)
            place = self.viewport().mapToGlobal(box.center()) if by_key else event.globalPos()
            self.menu_requested.emit(index.row(), place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and index == self.currentIndex():
            self.chosen.emit(index.row())
