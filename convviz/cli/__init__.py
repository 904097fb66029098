"""The command line: a command is one file here and one row in COMMANDS.

Help, and whatever is wrong with the arguments, needs neither Qt nor OpenCV, and NumPy only to tell what an
operation can be asked: they are imported when there is something to compute.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress

from convviz.cli.language import speak
from convviz.cli.words import Misused
from convviz.core.errors import Refusal
from convviz.core.reasons import of_system
from convviz.i18n import msg, tr

REFUSED, INTERRUPTED, PIPE_CLOSED = 2, 130, 141
"""Exit statuses: those of argparse, and of a shell's SIGINT and SIGPIPE."""

Command = Callable[[list[str]], int]


# A command is imported when it is called: nobody waits for the others.


def _apply(words: list[str]) -> int:
    from convviz.cli.apply import apply_kernel

    return apply_kernel(words)


def _run(words: list[str]) -> int:
    from convviz.cli.run import run_operation

    return run_operation(words)


def _render(words: list[str]) -> int:
    from convviz.cli.render import render_scene

    return render_scene(words)


def _operations(words: list[str]) -> int:
    from convviz.cli.operations import list_operations

    return list_operations(words)


def _kernels(words: list[str]) -> int:
    from convviz.cli.kernels import list_kernels

    return list_kernels(words)


def _lesson(words: list[str]) -> int:
    from convviz.cli.lesson import lessons

    return lessons(words)


def _sizes(words: list[str]) -> int:
    from convviz.cli.sizes import work_out_sizes

    return work_out_sizes(words)


def _window(words: list[str]) -> int:
    from convviz.cli.window import open_window

    return open_window(words)


COMMANDS: dict[str, Command] = {
    "apply": _apply,
    "run": _run,
    "render": _render,
    "operations": _operations,
    "kernels": _kernels,
    "lesson": _lesson,
    "sizes": _sizes,
}
"""What each command does with the words after it; other words are the window's."""


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command line; returns the exit status. What goes wrong is one line on stderr."""
    try:
        status = _obey(_joined(sys.argv[1:] if argv is None else argv))
        if sys.stdout is not None:
            sys.stdout.flush()  # a closed pipe shows here, not when Python ends and would complain
    except (Refusal, Misused) as refusal:
        return _refuse(tr(refusal.message))
    except KeyboardInterrupt:
        _silence()
        return INTERRUPTED
    except BrokenPipeError:
        _silence()
        return PIPE_CLOSED
    except OSError as error:  # a name too long, a folder that may not be entered, a full disk behind stdout
        _silence()
        reason = of_system(error)
        named = msg("{path}: {reason}.", path=error.filename, reason=reason)
        return _refuse(tr(named if error.filename else msg("{reason}.", reason=reason)))
    return status


def _obey(words: list[str]) -> int:
    with suppress(AttributeError):  # where there is no console, as in Windows' gui-scripts
        sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    speak(words)
    named = bool(words) and words[0] in COMMANDS
    command = COMMANDS[words[0]] if named else _window
    try:
        return command(words[1:] if named else words)
    except SystemExit:  # argparse leaves so after --help and --version
        return 0


def _refuse(sentence: str) -> int:
    print("convviz:", " ".join(sentence.split()), file=sys.stderr)
    return REFUSED


def _silence() -> None:
    """Lets what is still to be written go nowhere."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _joined(words: Sequence[str]) -> list[str]:
    """`--bias -1e3` as `--bias=-1e3`: argparse would take such a number for an option."""
    joined: list[str] = []
    for word in words:
        if re.match(r"-\.?\d", word) and joined and re.fullmatch(r"--\w[\w-]*", joined[-1]):
            joined[-1] += f"={word}"
        else:
            joined.append(word)
    return joined
