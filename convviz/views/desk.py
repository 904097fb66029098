"""Joins the window's parts to what they show and what they ask for. No widget knows another."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from convviz import __version__
from convviz.core.agreement import Agreement
from convviz.core.errors import Refusal
from convviz.i18n import Message, language
from convviz.labs import LABS
from convviz.labs.story import Source, Story
from convviz.paint.theme import Theme, load
from convviz.scene.layer import Kernelled
from convviz.scene.scene import Canvas, FilePicture, Scene
from convviz.scene.settings import Settings, add_recent, sizes_of, with_sizes
from convviz.state.commands import Commands
from convviz.state.library import KernelLibrary
from convviz.state.saving import ResultSaver
from convviz.state.session import Result
from convviz.state.settings import Preferences
from convviz.state.teaching import Teaching
from convviz.views import dialogs, playback
from convviz.views.after import After
from convviz.views.export_door import ExportDoor
from convviz.views.files import Files
from convviz.views.in_turns import InTurns
from convviz.views.kernel_shelf import KernelShelf
from convviz.views.language import speak
from convviz.views.lesson_door import LessonDoor
from convviz.views.main_window import MainWindow
from convviz.views.menus import fill_menus
from convviz.views.place import ASKED
from convviz.views.present_door import PresentDoor
from convviz.views.sizes_door import SizesDoor
from convviz.views.stage import Stage
from convviz.views.style import dress, system_theme
from convviz.views.transport import Transport
from convviz.views.vision import Eyes


class Desk(QObject):
    """The main window at work. `also` are acts of others, by the names of their menu entries."""

    furnished = Signal()
    """All parts of the window are there."""
    example_requested = Signal(str)
    """The id of an example that was chosen."""

    def __init__(
        self,
        app: QApplication,
        window: MainWindow,
        commands: Commands,
        preferences: Preferences,
        library: KernelLibrary,
        saver: ResultSaver,
        teaching: Teaching,
        theme: Theme,
    ) -> None:
        super().__init__()
        self._app, self.commands, self.preferences = app, commands, preferences
        self.session, self.store, self.player = commands.session, commands.store, commands.player
        self.teaching, self.theme, self.window = teaching, theme, window
        course = teaching.course
        self.files = Files(self.window, commands, preferences, saver, lambda: course.hidden)
        self.shelf = KernelShelf(self.window, commands, library, preferences)
        self.sizes = SizesDoor(self.window, self.session)
        self.exports = ExportDoor(self.window, commands, preferences, course, lambda: self.theme.name)
        self.presenting = PresentDoor(
            self.window, commands, preferences, course, self._serve, self.do, lambda: self.theme
        )
        self.eyes = Eyes(lambda: (self.window.centralWidget(), *self.presenting.stages[1:]))
        self.lessons = LessonDoor(self.window, commands, preferences, teaching, self.exports.open)
        self.files.openers |= self.lessons.openers
        self.also: dict[str, Callable[[], object]] = {}
        self._furnished = False
        self._old: list[QWidget] = []
        self._after = After(self, lambda: self.window.stage)
        self.turns = InTurns(self, lambda: not self._after.waits)
        self._source: Source | None = None
        self._connect_window()
        self._connect_state()
        self._fill_menus()

    # --- wiring

    def _connect_window(self) -> None:
        self.window.triggered.connect(self.do)
        self.window.chosen.connect(self._choose)
        self.window.closing.connect(self._close)
        self._app.focusChanged.connect(self.window.follow_focus)
        self._connect_stage()

    def _connect_stage(self) -> None:
        window, commands = self.window, self.commands
        window.toolbar.triggered.connect(self.do)
        window.toolbar.view_requested.connect(lambda name: window.show_whole_image(name == "whole"))
        window.toolbar.show_operations([lab.title for lab in LABS], 0)
        window.toolbar.operation.activated.connect(commands.choose_operation)
        window.toolbar.set_samples(window.menu("samples"))
        self._serve(window.stage)
        window.stage.refused.connect(window.say)
        self.presenting.show_settings(self.preferences.settings)

    def _serve(self, stage: Stage) -> None:
        """Brings what a stage asks for to the program."""
        commands = self.commands
        stage.cell_requested.connect(commands.go_to)
        stage.output_requested.connect(lambda channel: self.store.set(output=channel))
        stage.weights_requested.connect(commands.paint_kernel)
        stage.pixels_requested.connect(commands.paint_pixels)
        stage.gesture_ended.connect(self.store.end_gesture)
        stage.asked.connect(self.player.hold)

    def _connect_state(self) -> None:
        self.session.story_changed.connect(self._show_story)
        self.session.story_changed.connect(self.presenting.show_story)
        self.presenting.opened.connect(self.eyes.refresh)
        self.store.changed.connect(self._remember)
        self.store.refused.connect(self._refuse)
        self.store.loading.connect(self._show_loading)
        self.player.moved.connect(self._show_moment)
        self.teaching.course.changed.connect(self._show_moment)
        self.player.playing_changed.connect(self._show_playing)
        self.session.result_changed.connect(self._show_result)
        self.session.agreement_changed.connect(self._show_agreement)
        self.session.jobs.busy_changed.connect(self._clear_away)
        self.preferences.changed.connect(self._set_up)
        self.preferences.failed.connect(self.window.say)

    def furnish(self) -> None:
        """Builds the parts of the window that the first paint did not wait for."""
        from convviz.views.gallery import Gallery
        from convviz.views.inspector import Inspector
        from convviz.views.output_size import OutputSize
        from convviz.views.parameters import Parameters
        from convviz.views.whole_image import WholeImage

        jobs, window, before = self.session.jobs, self.window, self.window.size()
        self.gallery, self.transport = Gallery(jobs, window.whole), Transport(window.upper)
        self.whole, column = WholeImage(jobs, window.rows), window.add_column()
        self.parameters, self.size, self.inspector = Parameters(column), OutputSize(column), Inspector(column)
        right = (self.parameters, self.size, self.inspector)
        window.add_parts(self.gallery, self.transport, self.whole, right)
        self.window.resize(before)  # parts that have not been laid out yet ask for more than they need
        self._furnished = True
        self._connect_parts()
        playback.connect(self.transport, self.commands)
        self._color_parts()
        settings = self.preferences.settings
        self.window.restore_layout(settings.geometry, sizes_of(settings, "rows") or ())
        self.parameters.show_brush(settings.brush)
        self.shelf.show_in(self.gallery)
        pictures, facts = (self.whole, self.gallery), (self.size, self.inspector)
        self.lessons.furnish(pictures, facts, (self.transport,), (self.inspector.explain,))
        self.window.focus_by_keys_only()
        if self.preferences.notice:
            self.window.say(self.preferences.notice)
        if self.session.story:
            self._show_story(self.session.story)
        self.furnished.emit()

    def _connect_parts(self) -> None:
        commands, store = self.commands, self.store
        parameters, whole = self.parameters, self.whole
        store.glimpsed.connect(whole.show_glimpse)
        store.refused.connect(whole.drop_glimpse)
        store.loading.connect(whole.show_loading)
        self.gallery.kernel_requested.connect(commands.pick_kernel)
        parameters.layer_requested.connect(commands.set_layer)
        parameters.scene_requested.connect(lambda choices, gesture: store.set(gesture, **choices))
        parameters.kernel_size_requested.connect(commands.resize_kernel)
        parameters.kernel_parameter_requested.connect(commands.set_parameter)
        parameters.kernel_tool_requested.connect(self.do)
        parameters.gesture_ended.connect(store.end_gesture)
        parameters.brush_changed.connect(lambda value: self.preferences.set(brush=value))
        whole.answered.connect(self._after.go_on)
        whole.go_requested.connect(commands.go_to)
        whole.crop_requested.connect(commands.crop)
        whole.uncrop_requested.connect(commands.uncrop)

    # --- showing

    def _show_story(self, story: Story) -> None:
        scene = story.scene
        if self._furnished:  # first: what it asks for is computed while the rest is drawn, and moments follow
            self.whole.show_story(story)
            if self.whole.awaits:
                self._after.wait()
        self.player.speed, self.player.loop = scene.speed, scene.loop
        self.player.set_timeline(story.timeline)
        self._show_brush()
        self.window.stage.show_story(story, self.session.lab, self.player.moment)
        self.window.toolbar.operation.setCurrentIndex(LABS.index(self.session.lab))
        self.window.set_enabled(
            undo=self.store.can_undo, redo=self.store.can_redo, uncrop=scene.crop is not None
        )
        self.window.set_checked("loop", scene.loop)
        self.window.set_checked("region-only", scene.scope == "region")
        if self._furnished:
            for part in (self.transport, self.parameters, self.inspector):
                part.show_story(story)
            self._show_details(story)
        self._show_moment()

    def _show_details(self, story: Story) -> None:
        scene = story.scene
        image = self.store.sources.image(scene.picture)
        self.parameters.show_colour(image is not None and image.colour)
        has_kernels = isinstance(scene.layer, Kernelled)
        self.gallery.setVisible(has_kernels)  # without kernels to choose, its room is the stage's
        self.window.menu("kernels").setEnabled(has_kernels)
        # Of another photo these hear later: what they ask for does not depend on what they show.
        later = self._source not in (None, story.source) and not isinstance(scene.picture, Canvas)
        self._source = story.source
        self.turns.do("size", partial(self.size.show_story, story), later)
        self.turns.do("gallery", partial(self.gallery.show_story, story), later)

    def _show_moment(self, _: float = 0.0) -> None:
        story, moment = self.session.story, self.player.moment
        if story is None or story.timeline != self.player.timeline:  # the player hears of another one next
            return
        self.window.stage.show_moment(moment)
        if self._furnished:
            _, row, col = story.cell(moment.step)
            phase = ASKED if self.teaching.course.waits(moment) else moment.phase
            self.transport.show_moment(self.player.t, moment.step + 1, story.timeline.steps, row, col, phase)
            hidden = self.teaching.course.hidden
            self.whole.show_step(row, col, framed=not hidden.frame, windowed=not hidden.reads)
            self.inspector.show_moment(moment)

    def _show_playing(self, playing: bool) -> None:
        if playing:
            self.window.stage.let_go()
        if self._furnished:
            self.transport.show_playing(playing)

    def _show_result(self, result: Result) -> None:
        if self._furnished:
            self.whole.show_result(result)

    def _show_agreement(self, agreement: Agreement | None) -> None:
        if self._furnished:
            self.whole.head.show_agreement(agreement)

    def _show_brush(self) -> None:
        settings = self.preferences.settings
        canvas = isinstance(self.store.scene.picture, Canvas)
        self.window.stage.set_brush(settings.brush, settings.ink, canvas)

    def _show_loading(self, loading: bool) -> None:
        if loading:
            self._app.setOverrideCursor(Qt.CursorShape.BusyCursor)
        else:
            self._app.restoreOverrideCursor()

    def _refuse(self, message: Message) -> None:
        """Says why something was not done: beside the field it was asked in, or above the stage."""
        if not (self._furnished and self.parameters.show_refusal(message)):
            self.window.say(message)

    def _set_theme(self, theme: Theme) -> None:
        self.theme = theme
        dress(self._app, theme, self.preferences.settings.scale)
        self.window.stage.set_theme(theme)
        self.presenting.set_theme(theme)
        if self._furnished:
            self._color_parts()

    def _color_parts(self) -> None:
        for part in (self.whole, self.gallery):
            part.set_theme(self.theme)

    def _fill_menus(self) -> None:
        fill_menus(self.window, self.preferences.settings, self.store.scene, self.eyes.deficiency)

    def _set_up(self, old: Settings, new: Settings) -> None:
        """Brush and menus follow the settings; most changes, such as of the scene, do not concern them."""
        if (old.brush, old.ink) != (new.brush, new.ink):
            self._show_brush()
        if (old.recent, old.theme) != (new.recent, new.theme):
            self._fill_menus()
        if old.zoom != new.zoom:
            self.presenting.show_settings(new)
        if (old.language, old.scale) != (new.language, new.scale):
            QTimer.singleShot(0, self.rebuild)  # the menu that asks for it is part of what goes

    def rebuild(self) -> None:
        """Makes the window's parts anew, in the settings' language and size; what is shown stays as it is."""
        spoken = language()
        dress(self._app, self.theme, self.preferences.settings.scale)
        speak(self._app, self.preferences.settings.language)
        whole = self.window.actions_by_id["whole-view"].isChecked()
        _, sizes = self.window.layout_state
        tab = self.inspector.tab if self._furnished else 0
        if self._furnished:
            self.whole.retire()
        before = self.window.build(self.theme)
        if before is not None:
            self._old.append(before)
        self._connect_stage()
        self._fill_menus()
        if self._furnished:
            self.furnish()
            self.window.rows.setSizes(list(sizes))
            self.inspector.show_tab(tab)
            self.window.show_whole_image(whole)
            self._show_playing(self.player.playing)
            if self.session.ready:
                self._show_result(self.session.ready)
                self._show_agreement(self.session.agreement)
        self.sizes.renew()
        if language() != spoken:
            self.exports.renew()
        self.presenting.renew()
        self.eyes.refresh()
        self._clear_away()

    def _clear_away(self, busy: bool = False) -> None:
        """Deletes parts of a window that was rebuilt, when no job will speak to them any more."""
        if self.session.jobs.idle():
            for widget in self._old:
                widget.deleteLater()
            self._old.clear()

    # --- doing

    def do(self, name: str) -> None:
        """Does what a menu entry or a button is named for."""
        if not self._furnished:  # a key pressed before the first paint
            return
        commands, window = self.commands, self.window
        acts: dict[str, Callable[[], object]] = {
            "undo": self.store.undo,
            "redo": self.store.redo,
            "crop": commands.crop_to_stage,
            "uncrop": commands.uncrop,
            "step-view": lambda: window.show_whole_image(False),
            "whole-view": lambda: window.show_whole_image(True),
            "full-screen": window.toggle_full_screen,
            "go": self.transport.focus_go,
            "search": self.gallery.focus_search,
            "about": lambda: dialogs.show_about(window, __version__),
            "quit": window.close,
            **playback.acts(commands),
            **self.files.acts,
            **self.shelf.acts,
            **self.sizes.acts,
            **self.exports.acts,
            **self.presenting.acts,
            **self.lessons.acts,
            **self.also,
        }
        try:
            acts[name]()
        except Refusal as refusal:
            window.say(refusal.message)

    def _choose(self, menu: str, value: object) -> None:
        if menu == "samples":
            self.commands.open_sample(str(value))
        elif menu == "examples":
            self.example_requested.emit(str(value))
        elif menu == "recent":
            self.files.open(str(value))
        elif menu == "cells":
            self.commands.show_cells(int(str(value)))
        elif menu in ("language", "scale"):
            self.preferences.set(**{menu: value})
        elif menu == "vision":
            self.eyes.use(str(value))
            self._fill_menus()
        elif menu == "theme":
            self.preferences.set(theme=value)
            self._set_theme(load(system_theme(self._app, str(value))))

    def _remember(self, old: Scene, new: Scene) -> None:
        if new.picture != old.picture and isinstance(new.picture, FilePicture):
            self.preferences.edit(partial(add_recent, path=new.picture.path))
        if new.region != old.region:
            self._fill_menus()

    def _close(self) -> None:
        self.player.pause()
        self._after.stop()
        self.turns.stop()
        if self._furnished:
            geometry, sizes = self.window.layout_state
            self.preferences.edit(lambda s: with_sizes(s, "rows", sizes))
            self.preferences.set(geometry=geometry)
        self.preferences.flush()
        self.window.hide()  # a large picture that is being read cannot be interrupted
        self.session.stop()
        self.teaching.mine.keep()
