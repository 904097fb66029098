"""The composition root: the only place where the program's objects are made and wired to one another."""

from __future__ import annotations

import signal
import sys
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtWidgets import QApplication

from convviz.paint.theme import THEMES, load
from convviz.scene.first_look import SCALES
from convviz.state.first_look import default_path, read_first_look
from convviz.views.language import speak
from convviz.views.main_window import MainWindow
from convviz.views.spoken import install
from convviz.views.style import dress, system_theme

if TYPE_CHECKING:
    from convviz.scene.scene import Scene
    from convviz.scene.work import Work
    from convviz.state.autosave import Autosave
    from convviz.state.commands import Commands
    from convviz.state.documents import Documents
    from convviz.state.jobs import Jobs
    from convviz.state.player import Player
    from convviz.state.session import Session
    from convviz.state.settings import Preferences, SettingsFile
    from convviz.state.store import SceneStore
    from convviz.state.teaching import Teaching
    from convviz.state.workspace import Workspace
    from convviz.views.desk import Desk
    from convviz.views.help_door import HelpDoor
    from convviz.views.scene_door import SceneDoor

UNSEEN_MS = 500
"""A window that is not painted by then, because it starts as an icon, is furnished all the same."""


class Program:
    """Everything the running program consists of. Tests make one and drive its window.

    The window is made first and shown at once. What works in it, and the modules of that, come when they
    are first asked for: after the first paint.

    Args:
        image: a picture or a scene file to begin with.
        welcome: whether the start page greets when there is nothing to go on with.
        tour: whether who has not seen the tour is shown it, after the start page.
    """

    def __init__(
        self,
        app: QApplication,
        image: str | None = None,
        settings: SettingsFile | None = None,
        welcome: bool = False,
        tour: bool = False,
    ) -> None:
        self._app, self._image, self._settings = app, image, settings
        self._welcome, self._tour = welcome, tour
        self._path = settings.path if settings else default_path()
        look = read_first_look(self._path)
        self._theme = load(system_theme(app, look.theme if look.theme in THEMES else "system"))
        dress(app, self._theme, look.scale if look.scale in SCALES else 100)
        speak(app, look.language)
        self.window = MainWindow(self._theme)
        self._begun = False
        install()

    @cached_property
    def preferences(self) -> Preferences:
        """What is remembered from start to start."""
        from convviz.state.settings import Preferences, SettingsFile

        return Preferences(self._settings or SettingsFile())

    @cached_property
    def workspace(self) -> Workspace:
        """Where the work is kept."""
        from convviz.state.workspace import Workspace

        return Workspace(self._path.parent / "work")

    @cached_property
    def _last(self) -> Scene | None:
        """The scene to begin with; None where there was none before."""
        before = self.workspace.before
        return before.file.scene if before else self.preferences.settings.scene

    @cached_property
    def desk(self) -> Desk:
        """The window at work."""
        from convviz.scene.scene import SamplePicture, Scene, replace
        from convviz.state.commands import Commands
        from convviz.state.jobs import Jobs
        from convviz.state.library import KernelLibrary
        from convviz.state.player import Player
        from convviz.state.saving import ResultSaver
        from convviz.state.session import Session
        from convviz.state.sources import Sources
        from convviz.state.store import SceneStore
        from convviz.state.teaching import Teaching
        from convviz.views.desk import Desk

        scene = self._last or Scene()
        if self._image is not None:
            scene = replace(scene, picture=SamplePicture("camera"), crop=None, channel="luma")
        jobs = Jobs()
        session = Session(SceneStore(scene, Sources(jobs)), jobs)
        player = Player()
        return Desk(
            self._app,
            self.window,
            Commands(session, player),
            self.preferences,
            KernelLibrary(self.preferences),
            ResultSaver(session, jobs),
            Teaching(session, player, self.preferences.folder),
            self._theme,
        )

    @cached_property
    def documents(self) -> Documents:
        """The scene as a file."""
        from convviz.state.documents import Documents

        return Documents(self.session, self.player)

    @cached_property
    def autosave(self) -> Autosave:
        """What keeps the work."""
        from convviz.state.autosave import Autosave

        autosave = Autosave(self.documents, self.session, self.player, self.workspace)
        autosave.failed.connect(self.window.say)
        self.window.closing.connect(autosave.end)  # after the desk, which waits for what still runs
        return autosave

    @cached_property
    def scenes(self) -> SceneDoor:
        """What brings scenes into the window and out of it."""
        from convviz.views.scene_door import SceneDoor

        return SceneDoor(self.desk, self.documents, self.workspace)

    @cached_property
    def help(self) -> HelpDoor:
        """What the Help menu opens."""
        from convviz.views.help_door import HelpDoor

        return HelpDoor(self._app, self.desk)

    @property
    def commands(self) -> Commands:
        """What a person can do to the scene."""
        return self.desk.commands

    @property
    def session(self) -> Session:
        """What follows from the scene."""
        return self.desk.session

    @property
    def store(self) -> SceneStore:
        """The scene, and its history."""
        return self.desk.store

    @property
    def player(self) -> Player:
        """Where the animation stands."""
        return self.desk.player

    @property
    def teaching(self) -> Teaching:
        """The lesson that is played, and the one that is made."""
        return self.desk.teaching

    @property
    def jobs(self) -> Jobs:
        """What runs in the background."""
        return self.session.jobs

    def start(self) -> None:
        """Shows the window at once; the rest of it and the picture come after the first paint."""
        self.window.painted.connect(self._begin, Qt.ConnectionType.QueuedConnection)
        QTimer.singleShot(UNSEEN_MS, self.window, self._begin)
        self.window.show()

    def leave(self) -> None:
        """Closes the window and destroys it with everything it shows, for those that go on without it."""
        self.window.close()
        self.jobs.stop()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(self.window, QEvent.Type.DeferredDelete)

    def _begin(self) -> None:
        if self._begun:
            return
        from convviz.state.garbage import settle_down

        self._begun = True
        scenes, helping = self.scenes, self.help
        self.desk.furnish()
        settle_down()
        self._resume(self.workspace.before)
        self.session.begin()
        if self._image is not None:
            self.desk.files.open(self._image)
        scenes.greet(self._welcome and self._image is None and self._last is None)
        if self._tour and scenes.page is None:
            QTimer.singleShot(0, helping, helping.welcome)
        elif self._tour:
            scenes.uncovered.connect(helping.welcome, Qt.ConnectionType.QueuedConnection)

    def _resume(self, before: Work | None) -> None:
        """Goes on with the work of the last time; for another picture what was not saved is set aside."""
        if before is not None and self._image is None:
            self.documents.resume(before)
        elif before is not None and before.modified:
            self.workspace.lose(before)
        if before is not None:
            self.preferences.set(scene=None)  # of settings from before work was kept beside them
        self.autosave.begin()


def run(image: str | None = None) -> int:
    """Opens the window, on a picture or a scene if one is named, and returns when it is closed."""
    QCoreApplication.setOrganizationName("ConvViz")
    QCoreApplication.setApplicationName("ConvViz")
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    program = Program(app, image, welcome=True, tour=True)
    # Ctrl+C in the terminal closes the window as its own button does; a timer of the program's soon lets
    # Python see the signal.
    signal.signal(signal.SIGINT, lambda *_: program.window.close())
    # The window is hidden before jobs that still run are waited for, and Qt counts closed windows only.
    app.setQuitOnLastWindowClosed(False)
    # Queued: to quit closes what is still visible, and this window is hidden only at the end of its closing.
    program.window.closing.connect(app.quit, Qt.ConnectionType.QueuedConnection)
    program.start()
    return app.exec()
