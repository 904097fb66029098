"""The language of the command line: the one asked for by --lang, or else the system's."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from convviz import assets, i18n
from convviz.core.spec import check_choice

FLAG = "--lang"
LOCALES = ("LC_ALL", "LC_MESSAGES", "LANG")
"""Where POSIX says which language messages are in; the first that says anything decides."""
LIST, NO_LANGUAGE = "LANGUAGE", ("", "C", "POSIX")
"""What GNU systems, and Qt, put before them: languages, the dearest first; not for who wants none."""


def speak(words: Sequence[str]) -> None:
    """Speaks the language that a command line is to be answered in.

    Raises: SpecError("unknown_choice") for a language that there is not.
    """
    folder = assets.path("i18n")
    wanted = asked(words)
    if wanted is not None:
        check_choice(FLAG, wanted, i18n.languages(folder))
    i18n.speak(wanted or i18n.best(_of_system(), folder), folder)


def asked(words: Sequence[str]) -> str | None:
    """What follows --lang; the last one counts, as for other options. Nothing after -- is one."""
    found = None
    before = ""
    for word in words:
        if word == "--":
            break
        if before == FLAG:
            found = word
        elif word.startswith(f"{FLAG}="):
            found = word.partition("=")[2]
        before = word
    return found


def _of_system() -> str:
    """The name of the system's language, such as zh_CN.UTF-8; empty when it says none."""
    told = next((os.environ[name] for name in LOCALES if os.environ.get(name)), "")
    if not told and sys.platform == "win32":
        import ctypes
        import locale

        return locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")
    if told.partition(".")[0] in NO_LANGUAGE:
        return told
    return os.environ.get(LIST, "").partition(":")[0] or told
