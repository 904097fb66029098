"""Every menu entry: its name, its shortcut and what it asks for, as one table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    """A menu entry. `id` names the action; a shortcut in Qt's portable form, several parted by a bar."""

    id: str
    text: str
    shortcut: str = ""
    checkable: bool = False


SEPARATOR = Entry("", "")

Menu = tuple[str, str, tuple[Entry, ...]]
"""(name, text, entries)"""
PRESENTING: tuple[Entry, ...] = (
    Entry("advance", "Next step, or page of the lesson", "PgDown"),
    Entry("retreat", "Previous step, or page of the lesson", "PgUp"),
    Entry("reveal", "Reveal the answer, or try again", "R"),
    Entry("watch", "Watch what the lesson's page is about", "W"),
    Entry("text", "Text of the lesson's page", "T"),
    Entry("blank", "Blank the screen", "B|."),
    Entry("spotlight", "Spotlight at the pointer", "S"),
    Entry("magnifier", "Magnifier: on the window, at the pointer, none", "M"),
    Entry("leave", "End the presentation", "Esc"),
)
"""Keys that a presentation has besides those of the menus, presenter remotes' among them."""
MENUS: tuple[Menu, ...] = (
    (
        "file",
        "&File",
        (
            Entry("start-page", "Start pa&ge", "Alt+Home"),
            Entry("open", "&Open image…", "Ctrl+O"),
            Entry("samples", "Sa&mples"),
            Entry("examples", "E&xamples"),
            Entry("recent", "Open &recent"),
            Entry("canvas", "&New canvas…", "Ctrl+N"),
            Entry("paste", "&Paste image", "Ctrl+V"),
            SEPARATOR,
            Entry("open-scene", "Open sc&ene…", "Ctrl+Shift+O"),
            Entry("save-scene", "Sa&ve scene", "F12"),
            Entry("save-scene-as", "Save scene &as…", "Shift+F12"),
            SEPARATOR,
            Entry("save", "&Save result…", "Ctrl+S"),
            Entry("copy", "&Copy result", "Ctrl+C"),
            SEPARATOR,
            Entry("export", "Export &film or picture…", "Ctrl+Shift+E"),
            Entry("copy-stage", "Copy s&tage as picture", "Ctrl+Shift+C"),
            SEPARATOR,
            Entry("quit", "&Quit", "Ctrl+Q"),
        ),
    ),
    (
        "edit",
        "&Edit",
        (
            Entry("undo", "&Undo", "Ctrl+Z"),
            Entry("redo", "&Redo", "Ctrl+Shift+Z|Ctrl+Y"),
            SEPARATOR,
            Entry("crop", "Crop the &input to what the stage shows", "Ctrl+K"),
            Entry("uncrop", "Remove &crop", "Ctrl+Shift+K"),
        ),
    ),
    (
        "view",
        "&View",
        (
            Entry("step-view", "&Step by step", "Ctrl+1", True),
            Entry("whole-view", "&Whole image", "Ctrl+2", True),
            SEPARATOR,
            Entry("cells", "&Cells on the stage"),
            Entry("zoom-in", "&Larger content", "Ctrl++|Ctrl+="),
            Entry("zoom-out", "S&maller content", "Ctrl+-"),
            Entry("zoom-usual", "&Usual size of content", "Ctrl+0"),
            Entry("scale", "&Interface size"),
            Entry("theme", "&Theme"),
            Entry("vision", "Simulate colour &vision"),
            Entry("reduced-motion", "&Reduced motion", checkable=True),
            Entry("language", "Lan&guage"),
            SEPARATOR,
            Entry("sizes", "Si&zes calculator…", "Ctrl+Shift+L"),
            SEPARATOR,
            Entry("present", "&Present", "F5|Shift+F5"),
            Entry("speaker", "Speaker wi&ndow"),
            Entry("full-screen", "&Full screen", "F11", True),
        ),
    ),
    (
        "playback",
        "&Playback",
        (
            Entry("play", "&Play or pause", "Space"),
            Entry("forward", "Step &forward", "Right"),
            Entry("back", "Step &back", "Left"),
            Entry("next-phase", "Next p&hase", "Shift+Right"),
            Entry("previous-phase", "Previous ph&ase", "Shift+Left"),
            Entry("first", "F&irst step", "Home"),
            Entry("last", "&Last step", "End"),
            SEPARATOR,
            Entry("faster", "Fas&ter", "+|="),
            Entry("slower", "Slo&wer", "-"),
            Entry("loop", "L&oop", "Ctrl+L", True),
            Entry("region-only", "Play only the &region", "Ctrl+R", True),
            Entry("go", "&Go to row, column…", "Ctrl+G"),
        ),
    ),
    (
        "kernels",
        "&Kernels",
        (
            Entry("search", "&Find a kernel", "Ctrl+F"),
            Entry("save-kernel", "&Save this kernel…", "Ctrl+Shift+S"),
            Entry("import-kernel", "&Import a kernel…", "Ctrl+I"),
            Entry("export-kernel", "&Export this kernel…", "Ctrl+E"),
            SEPARATOR,
            Entry("rotate", "&Rotate by 90°"),
            Entry("flip", "F&lip left–right"),
            Entry("transpose", "&Transpose"),
            Entry("normalise", "&Normalise to sum 1"),
            Entry("clear", "&Clear"),
        ),
    ),
    (
        "teach",
        "&Teach",
        (
            Entry("lessons", "&Lessons"),
            Entry("open-lesson", "&Open a lesson…", "Ctrl+Shift+T"),
            SEPARATOR,
            Entry("next-page", "&Next page", "PgDown"),
            Entry("previous-page", "&Previous page", "PgUp"),
            Entry("watch", "&Watch", "Ctrl+Space"),
            Entry("reveal", "&Reveal the answer, or try again", "Ctrl+Shift+R"),
            Entry("back-to-page", "&Back to the page", "Ctrl+B"),
            Entry("close-lesson", "&Close the lesson"),
            SEPARATOR,
            Entry("add-page", "&Add this view to my lesson", "Ctrl+Shift+A"),
            Entry("my-lesson", "&My lesson…", "Ctrl+M"),
            Entry("notes", "No&tes of this scene…"),
            SEPARATOR,
            Entry("worksheet", "Work&sheet of this view…"),
            Entry("handout", "&Handout of a lesson…"),
            Entry("lesson-film", "&Film of a lesson…"),
        ),
    ),
    (
        "help",
        "&Help",
        (
            Entry("keys", "&Keys", "?|F1"),
            Entry("vocabulary", "&Vocabulary and formulas…", "Shift+F1"),
            Entry("tour", "&Tour"),
            SEPARATOR,
            Entry("about", "&About ConvViz"),
        ),
    ),
)
IN_PRESENTATION: Menu = ("presenting", "While presenting", PRESENTING)
ELSEWHERE: Menu = (
    "elsewhere",
    "In lists, windows and questions",
    (
        Entry("", "Next control, previous control", "Tab|Shift+Tab"),
        Entry("", "The menus", "Alt"),
        Entry("", "Move the picture that has the focus", "Up|Down|Left|Right"),
        Entry("", "Larger, smaller, all of the picture", "+|-|0"),
        Entry("", "Move the frame of the crop", "Up|Down|Left|Right"),
        Entry("", "Size the frame of the crop", "Shift+Up|Shift+Down|Shift+Left|Shift+Right"),
        Entry("", "Take the frame, leave it", "Enter|Esc"),
        Entry("", "Move what divides the stage from the whole image", "Up|Down"),
        Entry("", "Next hint of the tour, the one before", "Right|Left"),
        Entry("", "Find words and formulas", "Ctrl+F"),
        Entry("", "Close what lies above the window", "Esc"),
    ),
)
"""Keys that parts of the window take themselves while they have the focus."""
IN_CALCULATOR: Menu = (
    "calculator",
    "In the sizes calculator",
    (
        Entry("", "One layer", "Ctrl+1"),
        Entry("", "All layers", "Ctrl+2"),
        Entry("", "Use this scene's numbers", "Ctrl+T"),
        Entry("", "Move the layer up, down", "Ctrl+Up|Ctrl+Down"),
        Entry("", "Undo", "Ctrl+Z"),
        Entry("", "Redo", "Ctrl+Shift+Z|Ctrl+Y"),
        Entry("", "Edit the cell of the table", "Enter|F2"),
        Entry("", "Add a layer, remove a layer", "Ins|Del"),
        Entry("", "Close", "Ctrl+W"),
    ),
)
IN_MY_LESSON: Menu = (
    "my-lesson-window",
    "In the window of my lesson",
    (
        Entry("", "Open…", "Ctrl+O"),
        Entry("", "Save…", "Ctrl+S"),
        Entry("", "Undo", "Ctrl+Z"),
        Entry("", "Redo", "Ctrl+Shift+Z|Ctrl+Y"),
        Entry("", "Add view", "Ctrl+Shift+A"),
        Entry("", "Move the page up, down", "Alt+Up|Alt+Down"),
        Entry("", "Delete the page", "Ctrl+Del"),
        Entry("", "Play from here", "F6"),
        Entry("", "Use the present view", "Ctrl+T"),
    ),
)
ON_STAGE: Menu = (
    "stage",
    "On the stage",
    (
        Entry("", "Output cell above, below", "Up|Down"),
        Entry("", "Point at the next cell", "Ctrl+Up|Ctrl+Down|Ctrl+Left|Ctrl+Right"),
        Entry("", "What a click on the cell does", "Enter"),
        Entry("", "Type into the kernel, into the canvas", "Enter|Shift+Enter"),
        Entry("", "The next number, while typing", "Tab|Shift+Tab|Up|Down"),
        Entry("", "Point at nothing", "Esc"),
    ),
)
"""Keys that the stage takes itself while it has the focus."""


def keys_of(name: str, in_class: bool = False) -> tuple[str, ...]:
    """The shortcuts of a menu entry in Qt's portable form: keys_of("redo") is ("Ctrl+Shift+Z", "Ctrl+Y").

    `in_class` those that a presentation has for it, where it has its own.
    """
    menus = (IN_PRESENTATION, *MENUS) if in_class else MENUS
    found = (entry for _, _, entries in menus for entry in entries if entry.id == name)
    return tuple(next(found).shortcut.split("|"))
