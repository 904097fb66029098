"""What the Playback menu does."""

from __future__ import annotations

from collections.abc import Callable

from convviz.state.commands import Commands
from convviz.views.transport import next_speed


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
