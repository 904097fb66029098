"""What the Playback menu and the bar below the stage do."""

from __future__ import annotations

from collections.abc import Callable

from convviz.state.commands import Commands
from convviz.views.transport import Transport, next_speed


def acts(commands: Commands) -> dict[str, Callable[[], object]]:
    """What each of its entries does, by the entry's id."""
    player, store = commands.player, commands.store
    return {
        "play": player.toggle,
        "forward": lambda: player.step(1),
        "back": lambda: player.step(-1),
        "next-phase": lambda: player.phase(True),
        "previous-phase": lambda: player.phase(False),
        "first": lambda: player.step(-player.timeline.steps),
        "last": lambda: player.step(player.timeline.steps),
        "faster": lambda: commands.set_speed(next_speed(store.scene.speed, True)),
        "slower": lambda: commands.set_speed(next_speed(store.scene.speed, False)),
        "loop": lambda: store.look(loop=not store.scene.loop),
        "region-only": lambda: commands.set_scope("image" if store.scene.scope == "region" else "region"),
    }


def connect(bar: Transport, commands: Commands) -> None:
    """Brings what the bar asks for to the player."""
    player, act = commands.player, acts(commands)
    bar.play_requested.connect(player.toggle)
    bar.first_requested.connect(act["first"])
    bar.back_requested.connect(act["back"])
    bar.forward_requested.connect(act["forward"])
    bar.last_requested.connect(act["last"])
    bar.phase_requested.connect(player.phase)
    bar.seek_requested.connect(player.scrub)
    bar.speed_requested.connect(commands.set_speed)
    bar.loop_requested.connect(lambda loop: commands.store.look(loop=loop))
    bar.scope_requested.connect(commands.set_scope)
    bar.go_requested.connect(commands.go_to)
