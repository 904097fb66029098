"""Scenes in and out of the window: menu, title, dialogs, the start page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from convviz.core.errors import Refusal
from convviz.core.samples import SAMPLES
from convviz.core.viewing import Rect
from convviz.figure.figure import Spot
from convviz.i18n import msg, tr
from convviz.scene.codec import Pin, Seen, Tab
from convviz.scene.examples import EXAMPLES, load_example
from convviz.scene.scene_files import ENDING, PictureLost
from convviz.scene.settings import add_recent_scene, drop_recent_scene
from convviz.state.documents import Documents, Looks
from convviz.state.workspace import Workspace
from convviz.views import dialogs
from convviz.views.desk import Desk
from convviz.views.lost_picture import ask_lost_picture
from convviz.views.notes_door import NotesDoor
from convviz.views.previews import Previews, of_example, of_file, of_lesson, of_lost, of_sample
from convviz.views.start_page import Section, StartPage, Tile

TABS: tuple[Tab, ...] = ("explain", "kernel", "cost", "code")
"""The inspector's, in their order."""


class SceneDoor(QObject):
    """What the File menu does with scenes, and what the start page offers."""

    uncovered = Signal()
    """The start page was left."""

    def __init__(self, desk: Desk, documents: Documents, workspace: Workspace) -> None:
        super().__init__(desk)
        self._desk, self._documents, self._workspace = desk, documents, workspace
        self._window, self._preferences = desk.window, desk.preferences
        self._furnished = False
        self.page: StartPage | None = None
        self.notes = NotesDoor(desk, documents)
        self._chosen: dict[str, Callable[[str], object]] = {
            "lost": self._recover,
            "recent": self.open,
            "example": self._begin_with,
            "lesson": desk.lessons.open,
            "sample": desk.commands.open_sample,
            "act": desk.do,
        }
        desk.also.update(
            {
                "open-scene": self._ask_open,
                "save-scene": self._save,
                "save-scene-as": self._ask_save,
                "start-page": self.show_page,
                **self.notes.acts,
            }
        )
        self._connect()

    def _connect(self) -> None:
        desk, documents, window = self._desk, self._documents, self._window
        desk.files.scene_requested.connect(self.open)
        desk.example_requested.connect(self._begin_with)
        desk.furnished.connect(self._furnish)
        desk.session.story_changed.connect(self._name)
        window.view_shown.connect(lambda view: documents.looked_at(view=view))
        self._preferences.changed.connect(lambda _, new: documents.looked_at(zoom=new.zoom))
        documents.looked_at(zoom=self._preferences.settings.zoom)
        documents.changed.connect(self._name)
        documents.opened.connect(self._remember)
        documents.look_requested.connect(self._show)
        documents.picture_lost.connect(self._look_for)
        documents.said.connect(window.say)
        window.triggered.connect(lambda name: None if name in STAYS else self._uncover())
        window.chosen.connect(self._choose_below)
        for signal in (window.files_dropped, window.image_dropped):
            signal.connect(self._uncover)

    def greet(self, welcome: bool) -> None:
        """Offers back what was cut off; else greets with the start page, if that is wanted."""
        if self._workspace.lost():
            self._window.say(msg(LOST_WORK))
        if welcome or (self._workspace.lost() and self._workspace.before is None):
            self.show_page()

    # --- opening and saving

    def open(self, path: str) -> None:
        """Opens a scene; one that is gone is not offered as recent again."""
        if not Path(path).exists():
            self._preferences.edit(lambda settings: drop_recent_scene(settings, path))
        self._documents.open(path)

    def _begin_with(self, example: str) -> None:
        self._documents.begin(load_example(example))

    def _ask_open(self) -> None:
        path = dialogs.ask_scene(self._window, self._preferences.settings.open_folder)
        if path:
            self._preferences.set(open_folder=str(Path(path).parent))
            self.open(path)

    def _save(self) -> None:
        if self._documents.path is None:
            self._ask_save()
        else:
            self._documents.save(str(self._documents.path))

    def _ask_save(self) -> None:
        story, path = self._desk.session.story, self._documents.path
        if story is None:
            return
        folder = Path(self._preferences.settings.save_folder or ".")
        suggestion = path or folder / f"{Path(story.source.title).stem}{ENDING}"
        target = dialogs.ask_scene_target(self._window, str(suggestion))
        if target:
            self._preferences.set(save_folder=str(Path(target).parent))
            self._documents.save(target)

    def _look_for(self, lost: PictureLost, path: str) -> None:
        """Asks where a scene's picture is; without an answer everything stays as it is."""

        def ask() -> None:
            answer = ask_lost_picture(self._window, lost, self._preferences.settings.open_folder)
            if answer:
                self._documents.open_with(lost, path, *answer)

        QTimer.singleShot(0, self, ask)  # a dialog's own loop must not run within a job's answer

    def _recover(self, path: str) -> None:
        try:
            work = self._workspace.read_lost(Path(path))
        except (OSError, Refusal) as error:
            self._window.say(error.message if isinstance(error, Refusal) else msg(GONE, path=path))
            return
        self._documents.recover(work, lambda: self._workspace.give_up(Path(path)))

    # --- showing

    def _name(self, _: object = None) -> None:
        """The window's title: the scene's name, a mark when it is modified, the picture's name."""
        story, name = self._desk.session.story, self._documents.name.replace("[*]", "[*][*]")
        picture = tr(msg("{name}", name=story.source.name)).replace("[*]", "[*][*]") if story else ""
        self._window.setWindowTitle(
            " — ".join(part for part in (name and f"{name}[*]", picture, "ConvViz") if part)
        )
        self._window.setWindowModified(bool(name) and self._documents.modified)

    def _furnish(self) -> None:
        self._furnished = True
        self._name()  # in the language of the moment
        documents, looks = self._documents, self._documents.looks
        self._desk.inspector.tab_shown.connect(lambda index: documents.looked_at(tab=TABS[index]))
        self._window.stage.pin_changed.connect(self._tell_pin)
        self._desk.whole.panes.part_chosen.connect(self._tell_seen)
        self._show(looks)
        self._renew_page()

    def _show(self, looks: Looks) -> None:
        if not self._furnished:
            return
        self._window.show_whole_image(looks.view == "whole")
        self._desk.inspector.offer_tab(TABS.index(looks.tab))
        if looks.zoom is not None:
            self._preferences.set(zoom=looks.zoom)
        seen, pin = looks.seen, looks.pinned
        self._desk.whole.show_seen(Rect(seen.top, seen.left, seen.height, seen.width) if seen else None)
        self._window.stage.pin(Spot(pin.grid, pin.row, pin.col, pin.channel) if pin else None)

    def _tell_seen(self) -> None:
        seen = self._desk.whole.seen
        part = Seen(seen.top, seen.left, seen.height, seen.width) if seen else None
        self._documents.looked_at(seen=part)

    def _tell_pin(self) -> None:
        pin = self._window.stage.pinned
        self._documents.looked_at(pinned=Pin(pin.grid, pin.row, pin.col, pin.channel) if pin else None)

    def _remember(self, path: str) -> None:
        self._preferences.edit(lambda settings: add_recent_scene(settings, path))

    # --- the start page

    def show_page(self) -> None:
        """Shows the start page over the window."""
        if self.page is not None:
            return
        previews = Previews(self._desk.session.jobs, self._desk.theme)
        self.page = StartPage(self._window, self._sections(), previews)
        self.page.chosen.connect(self._choose)
        self.page.discarded.connect(self._discard)
        self.page.left.connect(self._leave_page)
        self._offer_menus(False)

    def _choose_below(self, menu: str, _: object) -> None:
        """A choice in a menu: how things look concerns the start page too, which stays."""
        if menu not in LOOKS:
            self._uncover()
        elif menu == "theme":
            self._renew_page()

    def _renew_page(self) -> None:
        """Makes the page anew, in the colours, the language and the size of the moment."""
        page, self.page = self.page, None
        if page is not None:
            page.left.disconnect(self._leave_page)
            page.leave()
            self.show_page()

    def _uncover(self, *_: object) -> None:
        """Something else was asked for while the start page was shown."""
        if self.page is not None:
            self.page.leave()

    def _leave_page(self) -> None:
        self.page = None
        self._offer_menus(True)
        self._window.stage.setFocus()
        self.uncovered.emit()

    def _offer_menus(self, offered: bool) -> None:
        """Menus that act on what the start page covers; without them its arrow keys are free."""
        for name in COVERED:
            self._window.menu(name).setEnabled(offered)

    def _choose(self, kind: str, value: str) -> None:
        self._chosen[kind](value)

    def _discard(self) -> None:
        for path in self._workspace.lost():
            self._workspace.give_up(path)

    def _sections(self) -> list[Section]:
        lost = [str(path) for path in self._workspace.lost()]
        recent = self._preferences.settings.recent_scenes
        return [
            Section(
                tr("Unsaved work"),
                [Tile("lost", path, self._lost_name(path), path, of_lost(path)) for path in lost],
                discard=tr("Discard unsaved work"),
            ),
            Section(
                tr("Recent scenes"),
                [Tile("recent", path, Path(path).stem, path, of_file(path)) for path in recent],
            ),
            Section(
                tr("Lessons"),
                [
                    Tile("lesson", str(path), text, text, of_lesson(Path(str(path))))
                    for text, path in self._desk.lessons.listed
                ],
            ),
            Section(
                tr("Examples"),
                [
                    Tile("example", row.id, tr(row.title), tr(row.title), of_example(row.id))
                    for row in EXAMPLES
                ],
            ),
            Section(
                tr("Sample pictures"),
                [Tile("sample", row.id, tr(row.title), tr(row.source), of_sample(row.id)) for row in SAMPLES],
            ),
        ]

    def _lost_name(self, path: str) -> str:
        try:
            work = self._workspace.read_lost(Path(path))
        except (OSError, Refusal):
            return tr("Damaged")
        return Path(work.path).stem or tr("Untitled")


LOST_WORK = "There is unsaved work from before; the start page, in the File menu, brings it back."
STAYS = ("start-page", "full-screen", "keys", "vocabulary", "reduced-motion", "about")
"""Menu entries that leave the start page where it is."""
LOOKS = ("language", "theme", "scale", "vision")
"""Menus of how the program looks."""
COVERED = ("edit", "playback", "kernels")
GONE = "{path} is not there any more."
