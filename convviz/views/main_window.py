"""The main window: where everything stands. What it means is wired elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QMimeData, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QMainWindow,
    QMenu,
    QMenuBar,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from convviz.i18n import Message, tr
from convviz.paint.theme import Theme
from convviz.views.actions import MENUS, Entry
from convviz.views.divider import Divider
from convviz.views.in_sight import bring_into_sight
from convviz.views.keys import free_shortcuts
from convviz.views.notice import Notice
from convviz.views.style import px
from convviz.views.toolbar import Toolbar

if TYPE_CHECKING:
    from convviz.views.stage import Stage
    from convviz.views.whole_image import WholeImage

GAP = 8
ROOMY = 860
"""Pixels of height with which a window shows a lesson's page, the stage and the whole picture."""


class MainWindow(QMainWindow):
    """A frame with the stage in it, shown at once; the other parts are put into it after the first paint."""

    triggered = Signal(str)
    """The id of an action that was chosen."""
    chosen = Signal(str, object)
    """(menu, value) of a choice in a menu of values: ("samples", "coffee")."""
    files_dropped = Signal(object)
    """Paths of files dropped on the window."""
    image_dropped = Signal(object)
    """The mime data of a picture dropped on the window without a file."""
    view_shown = Signal(str)
    """What the window shows: "step", the stage with the whole picture, or "whole", that alone."""
    closing = Signal()
    painted = Signal()
    """The window was painted for the first time."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._painted = False
        self.setWindowTitle("ConvViz")
        self.setObjectName("main-window")
        self.setAcceptDrops(True)
        self.build(theme)
        self.resize(QSize(1600, 1000).boundedTo(self.screen().availableSize()))

    # --- layout

    def build(self, theme: Theme) -> QWidget | None:
        """Makes everything in the window, in the language of the moment; returns what was in it before.

        It is for the caller to delete, when nothing that runs will speak to it any more.
        """
        before = self.takeCentralWidget()
        if before is not None:
            before.hide()
        self.menuBar().clear()
        for action in self.findChildren(QActionGroup, options=Qt.FindChildOption.FindDirectChildrenOnly):
            action.deleteLater()
        self.actions_by_id: dict[str, QAction] = {}
        self._menus: dict[str, QMenu] = {}
        self._offered: dict[str, tuple[list[tuple[str, object]], object]] = {}
        self._whole: WholeImage | None = None
        self._crowded = False
        self._theme = theme
        self.__dict__.pop("stage", None)
        self._lay_out()
        self._make_menus()
        return before

    def _lay_out(self) -> None:
        """From the outside in: a widget that is moved with others in it restyles them all."""
        scroll = QScrollArea(self)  # for an interface too large for the window
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCentralWidget(scroll)
        whole = QWidget()
        scroll.setWidget(whole)
        layout = _Column(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.toolbar = Toolbar(whole)
        layout.addWidget(self.toolbar)
        self.columns = QHBoxLayout()
        self.columns.setContentsMargins(GAP, GAP, GAP, GAP)
        self.columns.setSpacing(GAP)
        layout.addLayout(self.columns, 1)
        middle = QWidget(whole)
        self.columns.addWidget(middle, 1)
        column = self._middle = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        self.notice = Notice(middle)
        column.addWidget(self.notice)
        self.rows = Divider(middle)
        self.rows.setChildrenCollapsible(False)
        self.rows.setHandleWidth(GAP)
        column.addWidget(self.rows, 1)
        self.upper = QWidget(self.rows)
        upper = QVBoxLayout(self.upper)
        upper.setContentsMargins(0, 0, 0, 0)
        upper.setSpacing(GAP)
        self.stage_card = QFrame(self.upper)
        self.stage_card.setProperty("role", "card")
        QVBoxLayout(self.stage_card).setContentsMargins(0, 0, 0, 0)
        upper.addWidget(self.stage_card, 1)
        self.whole = whole

    def add_column(self) -> QWidget:
        """A place for parts at the right."""
        self.right = QWidget(self.whole)
        self.right.setFixedWidth(px(308))
        self.columns.addWidget(self.right)
        return self.right

    def add_parts(
        self, left: QWidget, transport: QWidget, whole: WholeImage, right: Iterable[QWidget]
    ) -> None:
        """Puts in what is built after the first paint, each part in the widget that it is to stand in."""
        left.setFixedWidth(px(196))
        self.columns.insertWidget(0, left)
        upper = self.upper.layout()
        assert upper is not None
        upper.addWidget(transport)
        self._whole = whole
        self.rows.addWidget(whole)
        self.rows.setStretchFactor(0, 5)
        self.rows.setStretchFactor(1, 3)
        self.rows.setSizes([730, 230])
        column = QVBoxLayout(self.right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for widget, stretch in zip(right, (0, 0, 1), strict=True):
            column.addWidget(widget, stretch)
        self.stage.setFocus()

    def add_above(self, panel: QWidget) -> None:
        """Puts something above the stage and the whole picture."""
        self._middle.insertWidget(1, panel)

    def crowd(self, crowded: bool) -> None:
        """Whether something stands above the stage; in a low window the whole picture leaves it its place."""
        self._crowded = crowded
        if self._whole is not None:
            fits = not crowded or self.height() >= ROOMY
            self._whole.setVisible(self.upper.isHidden() or fits)

    def show_whole_image(self, whole: bool) -> None:
        """Gives the window to the whole picture, or shares it with the stage."""
        self.upper.setVisible(not whole)
        self.crowd(self._crowded)
        (self._whole.panes if whole and self._whole else self.stage).setFocus()
        self.actions_by_id["whole-view" if whole else "step-view"].setChecked(True)
        self.toolbar.show_view("whole" if whole else "step")
        self.view_shown.emit("whole" if whole else "step")

    @property
    def whole_alone(self) -> WholeImage | None:
        """The whole picture, while it has the window to itself."""
        return self._whole if self.actions_by_id["whole-view"].isChecked() else None

    def toggle_full_screen(self) -> None:
        """Fills the screen, or no longer."""
        self.showNormal() if self.isFullScreen() else self.showFullScreen()

    @property
    def layout_state(self) -> tuple[str, tuple[int, ...]]:
        """(geometry as base64, the heights of stage and whole picture), to be kept for the next start."""
        return (bytes(self.saveGeometry().toBase64().data()).decode(), tuple(self.rows.sizes()))

    def restore_layout(self, geometry: str, sizes: tuple[int, ...]) -> None:
        """The place and the heights of an earlier start; nonsense is ignored."""
        if geometry:
            self.restoreGeometry(QByteArray.fromBase64(geometry.encode("ascii", "ignore")))
        if len(sizes) == 2 and min(sizes) > 0:
            self.rows.setSizes(list(sizes))

    @cached_property
    def stage(self) -> Stage:
        """The stage, put into its card when it is first asked for."""
        from convviz.views.stage import Stage

        stage, card = Stage(self._theme), self.stage_card.layout()
        assert card is not None
        card.addWidget(stage)
        stage.show()  # at once, so that it can take the focus
        return stage

    # --- menus

    def _make_menus(self) -> None:
        for name, text, entries in MENUS:
            menu = self.menuBar().addMenu(tr(text))
            self._menus[name] = menu
            for entry in entries:
                self._add(menu, entry)
        views = QActionGroup(self)
        for name in ("step-view", "whole-view"):
            views.addAction(self.actions_by_id[name])
        self.actions_by_id["step-view"].setChecked(True)

    def _add(self, menu: QMenu, entry: Entry) -> None:
        if not entry.id:
            menu.addSeparator()
        elif entry.id in VALUE_MENUS:
            self._menus[entry.id] = menu.addMenu(tr(entry.text))
        else:
            action = menu.addAction(tr(entry.text))
            action.setShortcuts(free_shortcuts(None, entry.shortcut))
            action.setCheckable(entry.checkable)
            action.triggered.connect(lambda _=False, name=entry.id: self.triggered.emit(name))
            self.actions_by_id[entry.id] = action

    def focus_by_keys_only(self) -> None:
        """A click on a button leaves the focus where it is."""
        for button in self.findChildren(QAbstractButton):
            qts_own = isinstance(button.parent(), QLineEdit | QMenuBar)  # by mouse only
            if not qts_own and button.group() is None:
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def fill_menu(self, name: str, choices: Iterable[tuple[str, object]], checked: object = None) -> None:
        """The values of a menu such as samples, (text, value), the present one checked."""
        menu, offered = self._menus[name], (list(choices), checked)
        if self._offered.get(name) == offered:
            return  # all menus are filled when one changes, and to make their 80 entries takes 10 ms
        self._offered[name] = offered
        for before in menu.findChildren(QActionGroup):
            before.deleteLater()  # with its actions, one of which may be asking for this
        menu.clear()
        group = QActionGroup(menu)
        for text, value in offered[0]:
            # Made here and not by group.addAction: once that gave the wrapper of something deleted long ago.
            action = QAction(text.replace("&", "&&"), group)
            action.setCheckable(checked is not None)
            action.setChecked(checked is not None and value == checked)
            action.triggered.connect(lambda _=False, v=value: self.chosen.emit(name, v))
        menu.addActions(group.actions())
        menu.setEnabled(not menu.isEmpty())

    def menu(self, name: str) -> QMenu:
        """A menu, to be shown by a button too."""
        return self._menus[name]

    def set_enabled(self, **states: bool) -> None:
        """Which actions make sense now: set_enabled(undo=True)."""
        for name, enabled in states.items():
            self.actions_by_id[name.replace("_", "-")].setEnabled(enabled)

    def set_checked(self, name: str, checked: bool) -> None:
        """Shows a choice in its menu."""
        self.actions_by_id[name].setChecked(checked)

    def say(self, message: Message) -> None:
        """One sentence above the stage."""
        self.notice.say(message)

    @Slot(QWidget, QWidget)
    def follow_focus(self, before: QWidget | None, widget: QWidget | None) -> None:
        """Shows a control that has come into focus, and leaves it keys such as Space and the arrows."""
        bring_into_sight(widget)
        for _, _, entries in MENUS:
            for entry in entries:
                if entry.id in self.actions_by_id and entry.shortcut:
                    self.actions_by_id[entry.id].setShortcuts(free_shortcuts(widget, entry.shortcut))

    # --- Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self.painted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.crowd(self._crowded)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = local_files(event.mimeData())
        if paths:
            self.files_dropped.emit(paths)
        elif event.mimeData().hasImage():
            self.image_dropped.emit(event.mimeData())
        event.acceptProposedAction()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)


class _Column(QVBoxLayout):
    """A column that a scroll area gives what room there is, not the height that texts would like."""

    def hasHeightForWidth(self) -> bool:
        return False


VALUE_MENUS = ("samples", "examples", "recent", "cells", "scale", "theme", "vision", "language", "lessons")


def local_files(data: QMimeData) -> list[str]:
    """Paths of the files that were dropped or pasted."""
    return [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
