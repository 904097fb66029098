"""The OPERATIONS table: an operation is one file here and one row below.

It is made when it is first asked for: who needs one operation, as the command line does, imports its file
and waits for no other.
"""

from typing import Any

from convviz.core.operation import Operation

OPERATIONS: dict[str, Operation]


def _table() -> dict[str, Operation]:
    from convviz.core.operations.chain import Chain
    from convviz.core.operations.conv1d import Conv1d
    from convviz.core.operations.conv2d import Conv2d
    from convviz.core.operations.conv3d import Conv3d
    from convviz.core.operations.dense import Dense
    from convviz.core.operations.pool2d import Pool2d
    from convviz.core.operations.resize2d import Resize2d
    from convviz.core.operations.transposed2d import Transposed2d
    from convviz.core.operations.unpool2d import Unpool2d

    rows: tuple[Operation, ...] = (
        Conv2d(),
        Transposed2d(),
        Pool2d(),
        Unpool2d(),
        Resize2d(),
        Conv1d(),
        Conv3d(),
        Chain(),
        Dense(),
    )
    return {operation.id: operation for operation in rows}


def __getattr__(name: str) -> Any:
    if name != "OPERATIONS":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()["OPERATIONS"] = table = _table()
    return table
