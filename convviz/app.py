"""The composition root: the only place where the program's objects are made and wired to one another."""

from __future__ import annotations

import signal
import sys

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication

from convviz.paint.theme import load
from convviz.scene.scene import SamplePicture, Scene, replace
from convviz.state.commands import Commands
from convviz.state.jobs import Jobs
from convviz.state.library import KernelLibrary
from convviz.state.player import Player
from convviz.state.saving import ResultSaver
from convviz.state.session import Session
from convviz.state.settings import Preferences, SettingsFile
from convviz.state.sources import Sources
from convviz.state.store import SceneStore
from convviz.state.teaching import Teaching
from convviz.views.desk import Desk
from convviz.views.style import system_theme


class Program:
    """Everything the running program consists of. Tests make one and drive its window."""

    def __init__(
        self, app: QApplication, image: str | None = None, settings: SettingsFile | None = None
    ) -> None:
        file = settings or SettingsFile()
        self.preferences = Preferences(file)
        self.jobs = Jobs()
        scene = self.preferences.settings.scene or Scene()
        if image is not None:
            scene = replace(scene, picture=SamplePicture("camera"), crop=None, channel="luma")
        self.store = SceneStore(scene, Sources(self.jobs))
        self.session = Session(self.store, self.jobs)
        self.player = Player()
        self.commands = Commands(self.session, self.player)
        self.teaching = Teaching(self.session, self.player, file.path.parent)
        self.desk = Desk(
            app,
            self.commands,
            self.preferences,
            KernelLibrary(self.preferences),
            ResultSaver(self.session, self.jobs),
            self.teaching,
            load(system_theme(app, self.preferences.settings.theme)),
        )
        self._image = image
        self.window = self.desk.window

    def start(self) -> None:
        """Shows the window at once; the rest of it and the picture come after the first paint."""
        self.window.show()
        QTimer.singleShot(0, self._go_on)

    def _go_on(self) -> None:
        self.desk.furnish()
        self.session.begin()
        if self._image is not None:
            self.commands.open_file(self._image)


def run(image: str | None = None) -> int:
    """Opens the window, on a picture if one is named, and returns when it is closed."""
    QCoreApplication.setOrganizationName("ConvViz")
    QCoreApplication.setApplicationName("ConvViz")
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    program = Program(app, image)
    # Ctrl+C in the terminal closes the window as its own button does; a timer of the program's soon lets
    # Python see the signal.
    signal.signal(signal.SIGINT, lambda *_: program.window.close())
    # The window is hidden before jobs that still run are waited for, and Qt counts closed windows only.
    app.setQuitOnLastWindowClosed(False)
    program.window.closing.connect(app.quit)
    program.start()
    return app.exec()
